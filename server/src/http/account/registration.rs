//! From a filled-in form to an active account.
//! **Invariant**: the answer says nothing about the address; nobody changes what another browser
//! typed; an account begins with what the activated link's own registration holds.

use karta_core::account::{ACTIVATION_LINK, Role, Standing};
use karta_core::api::Nothing;
use karta_core::api::account::{NewAccount, Registered, Resend, Token};
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, MailId, ResidentId};
use karta_core::secret::Secret;
use karta_core::time::Timestamp;
use karta_core::town::Moment;

use super::password::check;
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::http::who::Anyone;
use crate::limits;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::registrations::{ActivationLink, Registration};
use crate::store::residents::Resident;

/// A ticket asks for this many letters; somebody who needs more registers again.
const LETTERS: u32 = 11;

pub(super) async fn register(
    app: App,
    who: Anyone,
    (): (),
    input: NewAccount,
) -> Result<Registered, Failure> {
    app.limits.account(who.ip)?;
    app.town.check_consents(Moment::Registration, &input.consents)?;
    check(&input.password, &input.email)?;
    let asked = |key| app.town.consents_at(Moment::Registration).any(|consent| consent.key == key);
    let consents = input.consents.into_iter().filter(|given| asked(given.key.clone()));
    let now = app.clock.now();
    let ticket = draw::token();
    let registration = Registration {
        ticket_hash: draw::hash(&ticket),
        email: input.email,
        language: input.language,
        name: input.name,
        consents: consents.collect(),
        password: app.hasher.hash(input.password).await?,
        letters: 0,
        link: None,
        created: now,
        activated: None,
        version: 1,
    };
    let drawn = Drawn::new(now);
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let mut registration = registration.clone();
        invite(tx, &parts, &mut registration, &drawn, now)?;
        tx.insert_registration(&registration).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Registered { ticket })
}

pub(super) async fn resend(
    app: App,
    who: Anyone,
    (): (),
    input: Resend,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let hash = draw::hash(&input.ticket);
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let mut registration = tx.registration(hash, now)?.ok_or(Code::LinkExpired)?;
        if registration.letters >= LETTERS {
            return Err(Failure::later(Code::TooMany, 3600));
        }
        if let Some(email) = &input.email
            && registration.activated.is_none()
            && registration.email != *email
        {
            // The old link is in somebody else's mailbox: it must not vouch for this address.
            registration.link = None;
            registration.email = email.clone();
        }
        invite(tx, &parts, &mut registration, &drawn, now)?;
        tx.save_registration(&registration).map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

pub(super) async fn activate(
    app: App,
    who: Anyone,
    (): (),
    input: Token,
) -> Result<Nothing, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let hash = draw::hash(&input.token);
    let work = move |tx: &mut Tx<'_>| {
        let registration = tx.registration_of_link(hash, now)?.ok_or(Code::LinkExpired)?;
        if tx.account_by_email(&registration.email)?.is_some() {
            return Err(Code::LinkExpired.into());
        }
        tx.acting(drawn.account);
        settle(tx, &registration, &drawn, now)
    };
    app.store.write(work).await?;
    Ok(Nothing {})
}

/// What a transaction may need that is drawn before it begins.
struct Drawn {
    account: AccountId,
    resident: ResidentId,
    mail: MailId,
    link: Secret,
}

impl Drawn {
    fn new(now: Timestamp) -> Self {
        Self {
            account: AccountId::new(draw::uuid(now)),
            resident: ResidentId::new(draw::uuid(now)),
            mail: MailId::new(draw::uuid(now)),
            link: draw::token(),
        }
    }
}

/// Mails a new link of this registration. Where the address has an account, its owner is told
/// instead; where it was written to often enough, nothing is sent and the old link stays.
fn invite(
    tx: &mut Tx<'_>,
    app: &Parts,
    registration: &mut Registration,
    drawn: &Drawn,
    now: Timestamp,
) -> Result<(), Failure> {
    registration.letters += 1;
    if !limits::may_write_to(tx, &registration.email, now)? {
        return Ok(());
    }
    let letter = match tx.account_by_email(&registration.email)? {
        Some(known) => {
            registration.link = None;
            app.known_letter(&known.email, known.language)
        }
        None if registration.activated.is_some() => return Ok(()),
        None => {
            let (token_hash, until) = (draw::hash(&drawn.link), now + ACTIVATION_LINK);
            registration.link = Some(ActivationLink { token_hash, until });
            app.activation_letter(&registration.email, registration.language, &drawn.link)
        }
    };
    Ok(tx.queue_mail(drawn.mail, &letter, now)?)
}

/// Makes the account and its person; what else was registered with the address ends.
fn settle(
    tx: &mut Tx<'_>,
    registration: &Registration,
    drawn: &Drawn,
    now: Timestamp,
) -> Result<(), Failure> {
    tx.insert_account(&Account {
        id: drawn.account,
        email: registration.email.clone(),
        password: registration.password.clone(),
        role: Role::Resident,
        language: registration.language,
        name: registration.name.clone(),
        registered: registration.created,
        standing: Standing::Active { since: now },
        phone: None,
        version: 1,
    })?;
    let (id, name) = (drawn.resident, registration.name.clone());
    tx.insert_resident(&Resident { id, name, born: None, created: now, version: 1 })?;
    tx.link_own(drawn.account, id, now)?;
    tx.insert_consents(drawn.account, &registration.consents, registration.created)?;
    tx.save_registration(&Registration {
        activated: Some(now),
        link: None,
        ..registration.clone()
    })?;
    Ok(tx.end_activation_links_to(&registration.email)?)
}
