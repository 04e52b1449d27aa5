//! The credential a device gets for the card.
//! **Invariant**: signed only for a proven key, an active entitlement and a card that can be
//! shown; everything that decides is asked in one transaction.

use karta_core::api::card::{DeviceKey, Issued};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::codes::FLAG_BY_GUARDIAN;
use karta_core::card::credential::{About, Claims, StatusRef};
use karta_core::card::{KeyTier, Standing, proof};
use karta_core::id::{CredentialId, DeviceId, EventId, MailId, ResidentId};
use karta_core::time::{Timestamp, epoch};

use super::super::who::Holder;
use super::admit::admit;
use super::renew::renew;
use super::{Held, held, instance_name};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;

/// What must not be drawn inside the transaction.
pub(super) struct Drawn {
    pub credential: CredentialId,
    pub device: DeviceId,
    pub event: EventId,
    pub mail: MailId,
    pub places: [u32; 8],
}

impl Drawn {
    fn new(app: &Parts, now: Timestamp) -> Self {
        Self {
            credential: CredentialId::new(draw::uuid(now)),
            device: DeviceId::new(draw::uuid(now)),
            event: EventId::new(draw::uuid(now)),
            mail: MailId::new(draw::uuid(now)),
            places: app.draw_places(now),
        }
    }
}

pub(super) async fn issue(
    app: App,
    who: Holder,
    resident: ResidentId,
    device: DeviceKey,
) -> Result<Issued, Failure> {
    let now = app.clock.now();
    let proof: [u8; 64] = device.proof.0.as_slice().try_into().map_err(|_| Code::Unproven)?;
    let drawn = Drawn::new(&app, now);
    let (shared, asking) = (app.clone(), device.clone());
    let (held, kept, flags) = app
        .store
        .write::<_, Failure>(move |tx| {
            let mut held = held(tx, &shared.town, resident, now)?;
            if !held.counts(now) {
                return Err(Code::NoCard.into());
            }
            let (key, at) = (&asking.key, asking.at);
            proof::check(held.card.id, key, at, &proof, now).map_err(|_| Code::Unproven)?;
            admit(tx, &shared, &held, &who, &asking, &drawn, now)?;
            let flags = flags(&who, &asking, &held, now);
            let kept = renew(tx, &drawn, &held, key.thumbprint(), flags, now)?;
            if held.card.standing == Standing::Available {
                held.card.standing = Standing::Active;
                tx.save_card(&mut held.card)?;
            }
            Ok((held, kept, flags))
        })
        .await?;
    let claims = Claims {
        iss: app.keys.issuer().to_owned(),
        sub: instance_name(kept.id),
        exp: u64::try_from(epoch(kept.until)).unwrap_or(0),
        holder: device.key,
        status: StatusRef { idx: kept.status_index, uri: app.keys.status_uri().to_owned() },
        about: About::of(held.card.class, flags, &held.name),
    };
    let credential = Base64(app.keys.sign_card(claims, now).bytes().to_vec());
    let typed = Base64(app.keys.typed_secret(kept.id).to_vec());
    Ok(Issued { credential, typed, until: kept.until, server_time: now })
}

/// What is signed besides the class: an adult beside a child's card is no surprise then.
fn flags(who: &Holder, asking: &DeviceKey, held: &Held, now: Timestamp) -> u8 {
    let guardian = if who.is_own { 0 } else { FLAG_BY_GUARDIAN };
    believed(asking.tier).flags() | held.flags(now) | guardian
}

/// Nothing attests hardware yet, so the town does not sign that there is any.
const fn believed(tier: KeyTier) -> KeyTier {
    match tier {
        KeyTier::Hardware => KeyTier::Browser,
        KeyTier::Browser | KeyTier::Software => tier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hardware_that_nothing_attests_is_not_signed() {
        assert_eq!(believed(KeyTier::Hardware), KeyTier::Browser);
        assert_eq!(believed(KeyTier::Software), KeyTier::Software);
    }
}
