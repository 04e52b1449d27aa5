//! What is begun at a kiosk goes on on the person's own phone.
//! **Invariant**: a link counts once and for a quarter of an hour; it names nobody, and an
//! application behind it opens for its owner alone.

use karta_core::api::kiosk::{HandoverLink, HandoverToken};
use karta_core::api::problem::Code;
use karta_core::id::KioskId;
use karta_core::kiosk::{Choices, Handover, handover_life};
use karta_core::secret::Secret;
use karta_core::time::Timestamp;
use karta_core::town::Town;

use super::super::who::{Anyone, Kiosk};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;

/// A link, drawn before it is stored.
pub(super) struct Link {
    token: Secret,
    url: Secret,
    until: Timestamp,
}

impl Link {
    pub fn new(app: &Parts, now: Timestamp) -> Self {
        let token = draw::token();
        let url = Secret::new(format!("{}/dalej?t={}", app.public_url, token.reveal()));
        Self { token, url, until: now + handover_life() }
    }

    pub fn keep(
        &self,
        tx: &mut Tx<'_>,
        kiosk: KioskId,
        what: &Handover,
    ) -> Result<HandoverLink, Failure> {
        tx.insert_handover(draw::hash(&self.token), kiosk, what, self.until)?;
        Ok(HandoverLink { url: self.url.clone(), until: self.until })
    }
}

pub(super) async fn hand_over(
    app: App,
    who: Kiosk,
    (): (),
    choices: Choices,
) -> Result<HandoverLink, Failure> {
    if !are_offered(&app.town, &choices) {
        return Err(Code::Malformed.into());
    }
    let link = Link::new(&app, app.clock.now());
    let what = Handover::Apply(choices);
    app.store.write(move |tx| link.keep(tx, who.kiosk, &what)).await
}

fn are_offered(town: &Town, choices: &Choices) -> bool {
    let ground = choices.ground.as_ref().is_none_or(|key| town.ground(key).is_some());
    let point = choices.pickup_point.as_ref().is_none_or(|key| town.pickup_point(key).is_some());
    ground && point
}

pub(super) async fn take(
    app: App,
    who: Anyone,
    (): (),
    input: HandoverToken,
) -> Result<Handover, Failure> {
    app.limits.account(who.ip)?;
    let (now, hash) = (app.clock.now(), draw::hash(&input.token));
    let taken = app.store.write::<_, Failure>(move |tx| Ok(tx.take_handover(hash, now)?)).await?;
    taken.ok_or_else(|| Code::LinkExpired.into())
}
