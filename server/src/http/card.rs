//! A resident's card and the credential a device gets for it.
//! **Invariant**: a credential is signed only for a proven key, an active entitlement and a card
//! that can be shown, and ends no later than either.

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::card::{
    CardInfo, CardView, DeviceKey, GetCard, GetCardPhoto, IssueCredential, Issued,
};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::codes::CREDENTIAL_DAYS;
use karta_core::card::credential::{Claims, StatusRef};
use karta_core::card::{Class, Standing, proof};
use karta_core::entitlement::Period;
use karta_core::id::{CredentialId, ResidentId};
use karta_core::person::FullName;
use karta_core::time::{Timestamp, coarse_end, end_of, epoch};

use super::mount::{Outgoing, mount, mount_download};
use super::upload;
use super::who::Resident;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::credentials::NewCredential;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<GetCard, _>(router, get);
    let router = mount::<IssueCredential, _>(router, issue);
    mount_download::<GetCardPhoto, _>(router, photo)
}

/// A card with what it says about its holder.
struct Held {
    card: Card,
    name: FullName,
    period: Period,
}

/// The period that counts now, or the one that ended last.
fn held(tx: &mut Tx<'_>, of: ResidentId, now: Timestamp) -> Result<Option<Held>, Failure> {
    let Some(card) = tx.card_of(of)? else { return Ok(None) };
    let person = tx.resident(of)?.ok_or(Code::NotFound)?;
    let rights = tx.entitlements_of(of)?;
    let current = rights.iter().find(|right| right.period.is_active(now)).or(rights.first());
    Ok(current.map(|right| Held { card, name: person.name, period: right.period }))
}

async fn get(app: App, _: Resident, resident: ResidentId, _: Nothing) -> Result<CardInfo, Failure> {
    let now = app.clock.now();
    let held = app.store.read(move |tx| held(tx, resident, now)).await?;
    let card = held.map(|Held { card, name, period }| CardView {
        id: card.id,
        number: card.number,
        name,
        class: card.class,
        standing: card.standing,
        period,
        has_photo: card.photo.is_some(),
    });
    Ok(CardInfo { card })
}

async fn photo(app: App, _: Resident, resident: ResidentId) -> Result<Outgoing, Failure> {
    let card = app.store.read::<_, Failure>(move |tx| Ok(tx.card_of(resident)?)).await?;
    upload::give(&app, card.and_then(|card| card.photo)).await
}

async fn issue(
    app: App,
    _: Resident,
    resident: ResidentId,
    device: DeviceKey,
) -> Result<Issued, Failure> {
    let now = app.clock.now();
    let proof: [u8; 64] = device.proof.0.as_slice().try_into().map_err(|_| Code::Unproven)?;
    let id = CredentialId::new(draw::uuid(now));
    let drawn: [u32; 8] = std::array::from_fn(|_| status_index());
    let key = device.key;
    let (held, status_index, until) = app
        .store
        .write::<_, Failure>(move |tx| {
            let mut held = held(tx, resident, now)?.ok_or(Code::NoCard)?;
            if !held.card.standing.can_be_shown() || !held.period.is_active(now) {
                return Err(Code::NoCard.into());
            }
            proof::check(held.card.id, &key, device.at, &proof, now).map_err(|_| Code::Unproven)?;
            let until = coarse_end(now, CREDENTIAL_DAYS).min(end_of(held.period.to));
            let status_index = tx.free_status_index(&drawn)?;
            let (card, key) = (held.card.id, key.thumbprint());
            let new = NewCredential { id, card, key, status_index, issued: now, until };
            tx.replace_credential(&new)?;
            if held.card.standing == Standing::Available {
                held.card.standing = Standing::Active;
                tx.save_card(&mut held.card)?;
            }
            Ok((held, status_index, until))
        })
        .await?;
    let minor = u8::from(held.card.class == Class::Child);
    let claims = Claims {
        iss: app.card_key.issuer().to_owned(),
        sub: instance_name(),
        exp: u64::try_from(epoch(until)).unwrap_or(0),
        holder: device.key,
        status: StatusRef { idx: status_index, uri: app.card_key.status_uri().to_owned() },
        class: held.card.class,
        flags: device.tier.flags() | minor,
        initials: Some(held.name.initials()),
    };
    let credential = Base64(app.card_key.sign(claims).bytes().to_vec());
    Ok(Issued { credential, until, server_time: now })
}

/// The status list has 2^20 places; a drawn one says nothing about who came when.
fn status_index() -> u32 {
    u32::from_be_bytes(draw::bytes()) >> 12
}

/// Eight characters nobody confuses, another eight for each credential.
fn instance_name() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789A";
    let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'a');
    draw::bytes::<8>().into_iter().map(|byte| char::from(letter(byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instance_name_has_eight_clear_characters() {
        let name = instance_name();
        assert_eq!(name.len(), 8);
        assert!(!name.contains(['0', '1', 'i', 'l', 'o', 'O']));
        assert_ne!(name, instance_name());
        assert!(status_index() < 1 << 20);
    }
}
