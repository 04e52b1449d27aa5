//! What somebody agreed to at registration, and when.
//! **Invariant**: a consent counts in the version in force; a required one is not withdrawn here:
//! that is erasing the account; a minor gives none.

use karta_core::api::Nothing;
use karta_core::api::problem::Code;
use karta_core::api::settings::{ChangedConsent, MyConsent, MyConsents};
use karta_core::family::Tie;
use karta_core::id::AccountId;
use karta_core::person::is_minor;
use karta_core::time::{Date, day_of};
use karta_core::town::{ConsentGiven, Moment, Town};

use super::super::who::SignedIn;
use crate::app::App;
use crate::failure::Failure;
use crate::store::accounts::Account;
use crate::store::{StoreError, Tx};

pub(super) async fn list(
    app: App,
    who: SignedIn,
    (): (),
    _: Nothing,
) -> Result<MyConsents, Failure> {
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| mine(tx, &parts.town, who.account).map_err(Failure::Store);
    app.store.read(work).await
}

pub(super) async fn set(
    app: App,
    who: SignedIn,
    (): (),
    input: ChangedConsent,
) -> Result<MyConsents, Failure> {
    let now = app.clock.now();
    let parts = App::clone(&app);
    let work = move |tx: &mut Tx<'_>| {
        let mut asked = parts.town.consents_at(Moment::Registration);
        let asked = asked.find(|consent| consent.key == input.key).ok_or(Code::NotFound)?;
        let consent = ConsentGiven { key: input.key.clone(), version: asked.version };
        if input.given {
            if is_minors(tx, who.account, day_of(now))? {
                return Err(Code::GuardianNeeded.into());
            }
            // What was read must be what is in force.
            if input.version != asked.version {
                return Err(Code::ConsentMissing.into());
            }
            tx.insert_consents(who.account, &[consent], now)?;
        } else if asked.required {
            return Err(Code::ConsentMissing.into());
        } else {
            tx.withdraw_consent(who.account, &consent, now)?;
        }
        mine(tx, &parts.town, who.account).map_err(Failure::Store)
    };
    app.store.write(work).await
}

fn mine(tx: &mut Tx<'_>, town: &Town, account: AccountId) -> Result<MyConsents, StoreError> {
    let given = tx.consents(account)?;
    let events = tx.consent_events(account)?;
    let mine = town.consents_at(Moment::Registration).map(|consent| {
        let history = events.iter().filter(|(key, _)| *key == consent.key);
        let in_force = ConsentGiven { key: consent.key.clone(), version: consent.version };
        MyConsent {
            key: consent.key.clone(),
            version: consent.version,
            required: consent.required,
            given: given.contains(&in_force),
            history: history.map(|(_, event)| *event).collect(),
        }
    });
    Ok(MyConsents { consents: mine.collect() })
}

/// Is a required consent of registration missing: since 18, or since the town changed it?
pub(in crate::http) fn are_due(
    tx: &mut Tx<'_>,
    town: &Town,
    account: &Account,
    today: Date,
) -> Result<bool, StoreError> {
    if account.role.is_staff() || is_minors(tx, account.id, today)? {
        return Ok(false);
    }
    let given = tx.consents(account.id)?;
    let mut required = town.consents_at(Moment::Registration).filter(|asked| asked.required);
    Ok(required.any(|asked| {
        !given.iter().any(|given| given.key == asked.key && given.version == asked.version)
    }))
}

/// Is it the own account of a minor?
fn is_minors(tx: &mut Tx<'_>, account: AccountId, today: Date) -> Result<bool, StoreError> {
    let own = tx.residents_of(account)?.into_iter().find(|(_, tie)| *tie == Tie::Own);
    Ok(own.and_then(|(own, _)| own.born).is_some_and(|born| is_minor(born, today)))
}
