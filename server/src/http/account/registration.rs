//! From a filled-in form to an active account.
//! **Invariant**: the answer says nothing about the address; an activation link works once, and
//! only the newest of an account.

use karta_core::account::{ACTIVATION_LINK, Failures, Role, Standing, UNACTIVATED_ACCOUNT};
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
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::links::{LinkPurpose, Registration, Ticket};
use crate::store::residents::{LinkKind, Resident};

/// A ticket sends this many letters; somebody who needs more registers again.
const RESENDS: i64 = 10;

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
    let registration = Registration {
        email: input.email,
        language: input.language,
        name: input.name,
        consents: consents.collect(),
        password: app.hasher.hash(input.password).await?,
    };
    let now = app.clock.now();
    let drawn = Drawn::new(now);
    let token = draw::token();
    let ticket = Ticket { token_hash: draw::hash(&token), account: None, registration, version: 1 };
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let account = enrol(tx, &parts, &ticket.registration, &drawn, now)?;
        tx.insert_ticket(&Ticket { account, ..ticket.clone() }, now, now + UNACTIVATED_ACCOUNT)
            .map_err(Failure::Store)
    };
    app.store.write(work).await?;
    Ok(Registered { ticket: token })
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
        let mut ticket = tx.ticket(hash, now)?.ok_or(Code::LinkExpired)?;
        if ticket.version > RESENDS {
            return Err(Failure::later(Code::TooMany, 3600));
        }
        let own = ticket.account.map(|id| tx.account(id)).transpose()?.flatten();
        let is_pending = own.as_ref().is_some_and(|own| !own.is_active());
        match (&input.email, own) {
            // The account works already: nothing about it may be changed with a ticket.
            (_, Some(own)) if !is_pending => {
                let letter = parts.known_letter(&own.email, own.language);
                tx.queue_mail(drawn.mail, &letter, now)?;
            }
            (email, own) => {
                if let Some(email) = email.as_ref().filter(|new| **new != ticket.registration.email)
                {
                    if let Some(own) = own {
                        tx.delete_residents_of_pending(own.id)?;
                        tx.delete_pending_account(own.id)?;
                    }
                    ticket.registration.email = email.clone();
                }
                ticket.account = enrol(tx, &parts, &ticket.registration, &drawn, now)?;
            }
        }
        tx.save_ticket(&ticket).map_err(Failure::Store)
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
    let hash = draw::hash(&input.token);
    let work = move |tx: &mut Tx<'_>| {
        let id = tx.use_link(hash, LinkPurpose::Activation, now)?.ok_or(Code::LinkExpired)?;
        let mut account = tx.account(id)?.ok_or(Code::LinkExpired)?;
        account.standing = account.standing.activate(now).map_err(|_| Code::LinkExpired)?;
        tx.save_account(&account).map_err(Failure::Store)
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

/// Makes the account, or makes the waiting one anew, and mails its link. `None` where an account
/// with this address works already: its owner is told, and nothing else happens.
fn enrol(
    tx: &mut Tx<'_>,
    app: &Parts,
    registration: &Registration,
    drawn: &Drawn,
    now: Timestamp,
) -> Result<Option<AccountId>, Failure> {
    let known = tx.account_by_email(&registration.email)?;
    let id = match known {
        Some(known) if known.standing != Standing::Pending => {
            let letter = app.known_letter(&known.email, known.language);
            tx.queue_mail(drawn.mail, &letter, now)?;
            return Ok(None);
        }
        Some(known) => {
            tx.save_account(&account(known.id, registration, known.version, now))?;
            for resident in tx.residents_of(known.id)? {
                tx.save_resident(&Resident { name: registration.name.clone(), ..resident })?;
            }
            tx.delete_consents(known.id)?;
            known.id
        }
        None => {
            tx.insert_account(&account(drawn.account, registration, 1, now))?;
            let name = registration.name.clone();
            let id = drawn.resident;
            tx.insert_resident(&Resident { id, name, born: None, created: now, version: 1 })?;
            tx.link_resident(drawn.account, id, LinkKind::Own, now)?;
            drawn.account
        }
    };
    tx.insert_consents(id, &registration.consents, now)?;
    let hash = draw::hash(&drawn.link);
    tx.insert_link(hash, LinkPurpose::Activation, id, now, now + ACTIVATION_LINK)?;
    let Registration { email, language, name, .. } = registration;
    let letter = app.activation_letter(email, *language, &name.display(), &drawn.link);
    tx.queue_mail(drawn.mail, &letter, now)?;
    Ok(Some(id))
}

fn account(id: AccountId, registration: &Registration, version: i64, now: Timestamp) -> Account {
    Account {
        id,
        email: registration.email.clone(),
        password: registration.password.clone(),
        role: Role::Resident,
        language: registration.language,
        name: registration.name.clone(),
        registered: now,
        standing: Standing::Pending,
        failures: Failures::default(),
        version,
    }
}
