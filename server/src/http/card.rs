//! A resident's card and the credential a device gets for it.
//! **Invariant**: a credential is signed only for a proven key, an active entitlement and a card
//! that can be shown, and ends no later than either; a device asking again moves nothing.

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
use karta_core::time::{Timestamp, coarse_end, day_of, end_of, epoch, start_of};
use sha2::{Digest, Sha256};

use super::mount::{Outgoing, mount, mount_download};
use super::upload;
use super::who::Resident;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::credentials::StoredCredential;

/// Devices that can show one card at a time.
const DEVICES: usize = 5;
/// New credentials of one card in a day; what a device has already is given again without limit.
const ISSUES_A_DAY: u32 = 20;

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
    let (held, kept) = app
        .store
        .write::<_, Failure>(move |tx| {
            let mut held = held(tx, resident, now)?.ok_or(Code::NoCard)?;
            if !held.card.standing.can_be_shown() || !held.period.is_active(now) {
                return Err(Code::NoCard.into());
            }
            let card = held.card.id;
            proof::check(card, &key, device.at, &proof, now).map_err(|_| Code::Unproven)?;
            let until = coarse_end(now, CREDENTIAL_DAYS).min(end_of(held.period.to));
            let new = |status_index| StoredCredential {
                id,
                card,
                key: key.thumbprint(),
                status_index,
                issued: now,
                until,
            };
            let kept = renew(tx, &drawn, new)?;
            if held.card.standing == Standing::Available {
                held.card.standing = Standing::Active;
                tx.save_card(&mut held.card)?;
            }
            Ok((held, kept))
        })
        .await?;
    let minor = u8::from(held.card.class == Class::Child);
    let claims = Claims {
        iss: app.card_key.issuer().to_owned(),
        sub: instance_name(kept.id),
        exp: u64::try_from(epoch(kept.until)).unwrap_or(0),
        holder: device.key,
        status: StatusRef { idx: kept.status_index, uri: app.card_key.status_uri().to_owned() },
        class: held.card.class,
        flags: device.tier.flags() | minor,
        initials: Some(held.name.initials()),
    };
    let credential = Base64(app.card_key.sign(claims).bytes().to_vec());
    Ok(Issued { credential, until: kept.until, server_time: now })
}

/// The credential this key is to have: the one it has while that is fresh, otherwise a new one in
/// its place. A card is on few devices at a time: with one more, the oldest has to go.
fn renew(
    tx: &mut Tx<'_>,
    drawn: &[u32],
    new: impl Fn(u32) -> StoredCredential,
) -> Result<StoredCredential, Failure> {
    let StoredCredential { card, key, issued: now, until, .. } = new(0);
    let mut live = tx.live_credentials(card, now)?;
    let same = live.iter().position(|known| known.key == key).map(|at| live.remove(at));
    if let Some(same) = same {
        // Shorter than before only if the right is; no longer, and a new one would gain nothing.
        if same.until == until || (same.until < until && is_fresh(&same, now)) {
            return Ok(same);
        }
        tx.revoke_credential(same.id, now)?;
    }
    let today = day_of(now);
    if tx.credentials_issued_since(card, start_of(today))? >= ISSUES_A_DAY {
        let rest = end_of(today).duration_since(now).as_secs();
        return Err(Failure::later(Code::TooMany, u32::try_from(rest).unwrap_or(u32::MAX)));
    }
    let too_many = (live.len() + 1).saturating_sub(DEVICES);
    for oldest in live.iter().take(too_many) {
        tx.revoke_credential(oldest.id, now)?;
    }
    let new = new(tx.free_status_index(drawn, now)?);
    tx.insert_credential(&new)?;
    Ok(new)
}

/// More than half of its life is left.
fn is_fresh(credential: &StoredCredential, now: Timestamp) -> bool {
    let left = credential.until.duration_since(now);
    left > now.duration_since(credential.issued)
}

/// The status list has 2^20 places; a drawn one says nothing about who came when.
fn status_index() -> u32 {
    u32::from_be_bytes(draw::bytes()) >> 12
}

/// Eight characters nobody confuses, the same for the same credential and another for each. The
/// id is mostly random and never leaves the server, so the name leads back to nothing.
fn instance_name(id: CredentialId) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789A";
    let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'a');
    let digest = Sha256::new().chain_update(b"karta-instance-1\0").chain_update(id.uuid());
    digest.finalize().into_iter().take(8).map(|byte| char::from(letter(byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instance_name_has_eight_clear_characters() {
        let now = "2026-11-23T11:00:00Z".parse().unwrap();
        let [one, two] = [0, 1].map(|_| CredentialId::new(draw::uuid(now)));
        let name = instance_name(one);
        assert_eq!(name.len(), 8);
        assert!(!name.contains(['0', '1', 'i', 'l', 'o', 'O']));
        assert_eq!(name, instance_name(one));
        assert_ne!(name, instance_name(two));
        assert!(status_index() < 1 << 20);
    }
}
