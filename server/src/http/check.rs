//! What a verifier with a network may ask.
//! **Invariant**: a fresh code buys its photo once, a number says nothing without its digits;
//! neither name nor photo is logged.

mod shown;
mod typed;

use axum::Router;
use karta_core::api::check::{CheckTyped, Checked, Finding, Holder, ShowHolder};
use karta_core::base64::Base64;
use karta_core::card::Standing as CardStanding;
use karta_core::entitlement::Standing;
use karta_core::time::Timestamp;
use karta_core::town::Town;

use super::card::{Held, with_holder};
use super::mount::mount;
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::credentials::StoredCredential;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ShowHolder, _>(router, shown::show);
    mount::<CheckTyped, _>(router, typed::check)
}

/// What the records say of a card whose device has just proved itself.
fn found(
    tx: &mut Tx<'_>,
    town: &Town,
    card: Card,
    proven: &StoredCredential,
    now: Timestamp,
) -> Result<(Finding, Option<Held>), Failure> {
    let Some(held) = with_holder(tx, town, card, now)? else { return Ok((Finding::Unknown, None)) };
    Ok((finding(&held, proven, now), Some(held)))
}

fn finding(held: &Held, proven: &StoredCredential, now: Timestamp) -> Finding {
    match held.card.standing {
        CardStanding::Blocked => return Finding::Blocked,
        CardStanding::Revoked => return Finding::Revoked,
        CardStanding::Available | CardStanding::Active => {}
    }
    // Its device was stopped, or the card was blocked since it was signed.
    if proven.revoked.is_some() {
        return Finding::Revoked;
    }
    match held.period.standing(now) {
        Standing::Scheduled => Finding::NotYetValid { from: held.period.from },
        Standing::Expired if held.is_in_grace(now) => Finding::InGrace,
        Standing::Expired => Finding::Expired { on: held.period.to },
        Standing::Active | Standing::ExpiringSoon => Finding::Valid,
    }
}

/// Who holds it is said of a card that counts, and of no other.
fn answer(finding: Finding, held: Option<&Held>, photo: Option<Base64>) -> Checked {
    let holder = held.filter(|_| counts(finding)).map(|held| Holder {
        name: held.name.short(),
        class: held.card.class,
        until: held.period.to,
        photo,
    });
    Checked { finding, holder }
}

const fn counts(finding: Finding) -> bool {
    matches!(finding, Finding::Valid | Finding::InGrace)
}

#[cfg(test)]
mod tests;
