//! Fetching the card and, when it is time, a credential for this device's key.
//! **Invariant**: a credential is asked for when there is none for this key, or when it has less
//! than half its life left; a refusal leaves the old one in place.

use karta_core::api::Nothing;
use karta_core::api::card::{CardView, DeviceKey, GetCard, GetCardPhoto, IssueCredential};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::credential::Credential;
use karta_core::card::key::PublicKey;
use karta_core::card::{codes, proof};
use karta_core::id::ResidentId;
use karta_core::offline::KeptCard;
use karta_core::time::{Timestamp, days, epoch};

use super::Trouble;
use crate::api::{ApiError, call, download};
use crate::platform::{self, DeviceSigner};
use crate::state::App;

/// The card to keep, and why it has no usable credential if so; nothing when there is no card.
pub async fn renew(
    app: App,
    resident: ResidentId,
    old: Option<KeptCard>,
) -> Result<Option<(KeptCard, Option<Trouble>)>, Trouble> {
    let answer = call::<GetCard>(&resident, &Nothing {}).await.map_err(Trouble::Api)?;
    let Some(view) = answer.card else { return Ok(None) };
    if !view.standing.can_be_shown() {
        return Err(Trouble::Standing(view.standing));
    }
    let old = old.filter(|old| old.card == view.id);
    let (fresh, trouble) = match credential(app, resident, &view, old.as_ref()).await {
        Ok(fresh) => (fresh, None),
        Err(Trouble::Api(error)) if error.code() == Some(Code::NoCard) => (None, None),
        Err(trouble) => (None, Some(trouble)),
    };
    let is_new = fresh.is_some();
    let kept = old.as_ref().map(|old| (old.credential.clone(), old.credential_until));
    let (credential, credential_until) =
        fresh.or(kept).unwrap_or((Base64::default(), Timestamp::UNIX_EPOCH));
    let known_offset = old.as_ref().map(|old| old.clock_offset);
    let known = old.and_then(|old| old.photo).filter(|_| !is_new);
    let photo = match known {
        Some(photo) => Some(photo),
        None if view.has_photo => download::<GetCardPhoto>(&resident).await.ok().map(Base64),
        None => None,
    };
    let card = KeptCard {
        resident,
        card: view.id,
        number: view.number,
        name: view.name,
        period: view.period,
        credential,
        credential_until,
        photo,
        clock_offset: app.clock_offset().or(known_offset).unwrap_or(0),
        as_of: app.now(),
    };
    Ok(Some((card, trouble)))
}

/// A new credential, or none while the old one will do.
async fn credential(
    app: App,
    resident: ResidentId,
    view: &CardView,
    old: Option<&KeptCard>,
) -> Result<Option<(Base64, Timestamp)>, Trouble> {
    let signer = platform::device_key().await.map_err(|_| Trouble::NoKey)?;
    if old.is_some_and(|old| will_do(old, &signer.public, app.now())) {
        return Ok(None);
    }
    issue(app, resident, view, &signer).await.map(Some)
}

/// For this key, with at least half its life left.
fn will_do(old: &KeptCard, key: &PublicKey, now: Timestamp) -> bool {
    let half = days(codes::CREDENTIAL_DAYS / 2);
    let is_ours = Credential::read(&old.credential.0)
        .is_ok_and(|credential| credential.claims.holder == *key);
    is_ours && old.credential_until.duration_since(now) >= half
}

async fn issue(
    app: App,
    resident: ResidentId,
    view: &CardView,
    signer: &DeviceSigner,
) -> Result<(Base64, Timestamp), Trouble> {
    let at = epoch(app.now());
    let signed = signer.sign(&proof::to_sign(view.id, &signer.public, at)).await;
    let proof = Base64(signed.map_err(|_| Trouble::NoKey)?.to_vec());
    let device = DeviceKey { key: signer.public, tier: signer.tier(), at, proof };
    let issued = call::<IssueCredential>(&resident, &device).await.map_err(Trouble::Api)?;
    app.learn_time(issued.server_time);
    if Credential::read(&issued.credential.0).is_err() {
        return Err(Trouble::Api(ApiError::Unreadable));
    }
    Ok((issued.credential, issued.until))
}
