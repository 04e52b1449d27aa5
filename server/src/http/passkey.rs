//! Passkeys over HTTP: what the contract's `passkey` table says.
//! **Invariant**: a question is answered once and within minutes; an authenticator that has not
//! checked its user signs nobody in; a wrong answer looks the same whoever it was meant for;
//! no key is added without a letter to the owner.

use axum::Router;
use karta_core::account::CEREMONY;
use karta_core::api::Nothing;
use karta_core::api::account::SignedIn as Answer;
use karta_core::api::card::Confirmed;
use karta_core::api::passkey::{
    AddPasskey, BeginPasskeySignIn, Ceremony, ListPasskeys, NewPasskey, OfferPasskey,
    PasskeySignIn, PasskeySignInEnd, PasskeyView, Passkeys, RemovePasskey,
};
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, MailId, PasskeyId, SessionId};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential,
};
use webauthn_rs_proto::ResidentKeyRequirement;

use super::account::confirm::confirm;
use super::account::sign_in::{Origin, Second, open};
use super::mount::{Reply, mount};
use super::who::{Anyone, SignedIn};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::passkeys::StoredPasskey;

/// Of one account.
const PASSKEYS: usize = 10;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListPasskeys, _>(router, list);
    let router = mount::<OfferPasskey, _>(router, offer);
    let router = mount::<AddPasskey, _>(router, add);
    let router = mount::<RemovePasskey, _>(router, remove);
    let router = mount::<BeginPasskeySignIn, _>(router, begin);
    mount::<PasskeySignInEnd, _>(router, sign_in)
}

async fn list(app: App, who: SignedIn, (): (), _: Nothing) -> Result<Passkeys, Failure> {
    let shared = app.clone();
    app.store.read(move |tx| show(tx, &shared, who.account)).await
}

fn show(tx: &mut Tx<'_>, app: &Parts, account: AccountId) -> Result<Passkeys, Failure> {
    let view = |kept: StoredPasskey| PasskeyView {
        id: kept.id,
        label: kept.label,
        since: kept.created,
        last_used: kept.last_used,
    };
    let passkeys = tx.passkeys_of(account)?.into_iter().map(view).collect();
    Ok(Passkeys { passkeys, is_possible: app.passkeys.is_some() })
}

async fn offer(app: App, who: SignedIn, (): (), input: Confirmed) -> Result<Ceremony, Failure> {
    let town = app.passkeys.as_ref().ok_or(Code::NotFound)?;
    let now = app.clock.now();
    let right = confirm(&app, who.account, input.password, now).await?;
    let known = app.store.read(move |tx| {
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        Ok::<_, Failure>((account, tx.passkeys_of(who.account)?))
    });
    let (account, known) = known.await?;
    if known.len() >= PASSKEYS {
        return Err(Code::Conflict.into());
    }
    let id_of =
        |kept: &StoredPasskey| read(&kept.passkey).map(|key: Passkey| key.cred_id().clone());
    let known: Vec<CredentialID> = known.iter().map(id_of).collect::<Result<_, _>>()?;
    let (email, name) = (account.email.as_str(), account.name.display());
    let started = town.start_passkey_registration(account.id.uuid(), email, &name, Some(known));
    let (mut question, state) = started.map_err(Failure::internal)?;
    // Signing in asks for no address: the authenticator has to know whose key it is.
    if let Some(selection) = &mut question.public_key.authenticator_selection {
        selection.resident_key = Some(ResidentKeyRequirement::Required);
        selection.require_resident_key = true;
    }
    let (options, state) = (write(&question)?, write(&state)?);
    let ticket = draw::token();
    let hash = draw::hash(&ticket);
    app.store
        .write::<_, Failure>(move |tx| {
            right.still_holds(tx)?;
            Ok(tx.insert_ceremony(hash, Some(who.account), &state, now + CEREMONY)?)
        })
        .await?;
    Ok(Ceremony { ticket, options })
}

async fn add(app: App, who: SignedIn, (): (), input: NewPasskey) -> Result<Passkeys, Failure> {
    let town = app.passkeys.as_ref().ok_or(Code::NotFound)?;
    let (whose, state) = take(&app, &input.ticket).await?;
    if whose != Some(who.account) {
        return Err(Code::LinkExpired.into());
    }
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(&input.credential).map_err(|_| Code::Malformed)?;
    let state: PasskeyRegistration = read(&state)?;
    let passkey = town.finish_passkey_registration(&answer, &state).map_err(|_| Code::Unproven)?;
    let now = app.clock.now();
    let mail = MailId::new(draw::uuid(now));
    let kept = StoredPasskey {
        id: PasskeyId::new(draw::uuid(now)),
        account: who.account,
        label: input.label,
        passkey: write(&passkey)?,
        created: now,
        last_used: None,
    };
    let shared = app.clone();
    app.store
        .write(move |tx| {
            keep(tx, &shared, who.session, &kept, passkey.cred_id().as_ref(), mail)?;
            show(tx, &shared, who.account)
        })
        .await
}

/// Keeps a proven key and tells the owner. Questions may have been asked many at a time, and the
/// session may have ended while its answer was on the way.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    app: &Parts,
    session: SessionId,
    new: &StoredPasskey,
    credential_id: &[u8],
    mail: MailId,
) -> Result<(), Failure> {
    if tx.session_with_id(session)?.is_none() {
        return Err(Code::SignIn.into());
    }
    if tx.passkeys_of(new.account)?.len() >= PASSKEYS {
        return Err(Code::Conflict.into());
    }
    tx.insert_passkey(new, credential_id)?;
    let account = tx.account(new.account)?.ok_or(Code::SignIn)?;
    Ok(tx.queue_mail(mail, &app.passkey_added_letter(&account), new.created)?)
}

async fn remove(
    app: App,
    who: SignedIn,
    passkey: PasskeyId,
    _: Nothing,
) -> Result<Passkeys, Failure> {
    let shared = app.clone();
    app.store
        .write(move |tx| {
            if !tx.delete_passkey(passkey, who.account)? {
                return Err(Code::NotFound.into());
            }
            show(tx, &shared, who.account)
        })
        .await
}

async fn begin(app: App, who: Anyone, (): (), _: Nothing) -> Result<Ceremony, Failure> {
    app.limits.account(who.ip)?;
    let town = app.passkeys.as_ref().ok_or(Code::NotFound)?;
    let (mut question, state) =
        town.start_discoverable_authentication().map_err(Failure::internal)?;
    // A button asks, not the field of the address.
    question.mediation = None;
    let (options, state) = (write(&question)?, write(&state)?);
    let ticket = draw::token();
    let hash = draw::hash(&ticket);
    let until = app.clock.now() + CEREMONY;
    app.store
        .write::<_, Failure>(move |tx| Ok(tx.insert_ceremony(hash, None, &state, until)?))
        .await?;
    Ok(Ceremony { ticket, options })
}

async fn sign_in(
    app: App,
    who: Anyone,
    (): (),
    input: PasskeySignIn,
) -> Result<Reply<Answer>, Failure> {
    app.limits.account(who.ip)?;
    let town = app.passkeys.as_ref().ok_or(Code::NotFound)?;
    let (whose, state) = take(&app, &input.ticket).await?;
    if whose.is_some() {
        return Err(Code::LinkExpired.into());
    }
    let answer: PublicKeyCredential =
        serde_json::from_str(&input.credential).map_err(|_| Code::Malformed)?;
    let state: DiscoverableAuthentication = read(&state)?;
    let named = town.identify_discoverable_authentication(&answer);
    let (account, id) = named.map_err(|_| Code::BadCredentials)?;
    let (kept, account) = find(&app, AccountId::new(account), id.to_vec()).await?;
    let mut passkey: Passkey = read(&kept.passkey)?;
    let checked = town
        .finish_discoverable_authentication_v2(&answer, state, &passkey)
        .map_err(|_| Code::BadCredentials)?;
    passkey.update_credential(&checked);
    let (now, passkey) = (app.clock.now(), write(&passkey)?);
    let second = Second::Passkey(kept.id, passkey);
    let PasskeySignIn { device, label, known, .. } = input;
    open(&app, account, Origin { device, label, known, second }, now).await
}

/// The key and the account it signs in to.
async fn find(
    app: &App,
    account: AccountId,
    credential_id: Vec<u8>,
) -> Result<(StoredPasskey, Account), Failure> {
    app.store
        .read(move |tx| {
            let kept = tx.passkey(&credential_id)?.filter(|kept| kept.account == account);
            let owner = tx.account(account)?.filter(Account::is_active);
            kept.zip(owner).ok_or_else(|| Code::BadCredentials.into())
        })
        .await
}

async fn take(
    app: &App,
    ticket: &karta_core::secret::Secret,
) -> Result<(Option<AccountId>, String), Failure> {
    let (hash, now) = (draw::hash(ticket), app.clock.now());
    let taken = app.store.write::<_, Failure>(move |tx| Ok(tx.take_ceremony(hash, now)?)).await?;
    taken.ok_or_else(|| Code::LinkExpired.into())
}

fn write(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(Failure::internal)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(Failure::internal)
}
