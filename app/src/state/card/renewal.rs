//! Fetching the card and the credential for this device's key.
//! **Invariant**: the server is asked each time, and gives the same credential again until half of
//! its life is over: so a stopped device and an undone block are noticed at once. Only being
//! stopped takes the old credential away.

use karta_core::api::Nothing;
use karta_core::api::card::{CardView, DeviceKey, GetCard, GetCardPhoto, IssueCredential, Issued};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::credential::Credential;
use karta_core::card::{Standing, proof};
use karta_core::id::ResidentId;
use karta_core::offline::KeptCard;
use karta_core::time::{Timestamp, epoch};

use super::Trouble;
use crate::api::{ApiError, call, download};
use crate::platform;
use crate::state::App;

/// The card to keep, and why it has no usable credential if so; nothing when there is no card.
pub async fn renew(
    app: App,
    resident: ResidentId,
    old: Option<KeptCard>,
) -> Result<Option<(KeptCard, Option<Trouble>)>, Trouble> {
    let answer = call::<GetCard>(&resident, &Nothing {}).await.map_err(Trouble::Api)?;
    let Some(view) = answer.card else { return Ok(None) };
    match view.standing {
        Standing::Available | Standing::Active => {}
        Standing::Blocked => return Err(Trouble::Blocked(view.blocked)),
        Standing::Revoked => return Err(Trouble::Revoked),
    }
    let old = old.filter(|old| old.card == view.id);
    let (signed, trouble) = match issue(app, resident, &view).await {
        Ok(issued) => (Some(Signed::new(issued)), None),
        Err(Trouble::DeviceStopped) => (None, Some(Trouble::DeviceStopped)),
        Err(trouble) => (old.as_ref().map(Signed::kept), trouble.unless_no_card()),
    };
    let signed = signed.unwrap_or_default();
    let is_known = old.as_ref().is_some_and(|old| old.credential == signed.credential);
    let known_offset = old.as_ref().map(|old| old.clock_offset);
    let known = old.and_then(|old| old.photo).filter(|_| is_known);
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
        grace: view.grace,
        credential: signed.credential,
        credential_until: signed.until,
        typed: signed.typed,
        photo,
        clock_offset: app.clock_offset().or(known_offset).unwrap_or(0),
        as_of: app.now(),
    };
    Ok(Some((card, trouble)))
}

/// What the server signed for this device; nothing at all before it did.
#[derive(Default)]
struct Signed {
    credential: Base64,
    until: Timestamp,
    typed: Option<Base64>,
}

impl Signed {
    fn new(issued: Issued) -> Self {
        let Issued { credential, typed, until, .. } = issued;
        Self { credential, until, typed: Some(typed) }
    }

    fn kept(card: &KeptCard) -> Self {
        let (until, typed) = (card.credential_until, card.typed.clone());
        Self { credential: card.credential.clone(), until, typed }
    }
}

impl Trouble {
    fn of_issue(error: ApiError) -> Self {
        match error.code() {
            Some(Code::DeviceStopped) => Self::DeviceStopped,
            Some(Code::TooManyDevices) => Self::TooManyDevices,
            _ => Self::Api(error),
        }
    }

    /// A card whose time is over gets no credential; the card itself says so.
    fn unless_no_card(self) -> Option<Self> {
        let is_no_card = matches!(&self, Self::Api(error) if error.code() == Some(Code::NoCard));
        (!is_no_card).then_some(self)
    }
}

async fn issue(app: App, resident: ResidentId, view: &CardView) -> Result<Issued, Trouble> {
    let signer =
        platform::device_key(app.key_of(resident).await).await.map_err(|_| Trouble::NoKey)?;
    let label = platform::device_label().map_err(|_| Trouble::NoKey)?;
    let at = epoch(app.now());
    let signed = signer.sign(&proof::to_sign(view.id, &signer.public, at)).await;
    let proof = Base64(signed.map_err(|_| Trouble::NoKey)?.to_vec());
    let device = DeviceKey { key: signer.public, tier: signer.tier(), label, at, proof };
    let issued = call::<IssueCredential>(&resident, &device).await;
    let issued = issued.map_err(Trouble::of_issue)?;
    app.learn_time(issued.server_time);
    if Credential::read(&issued.credential.0).is_err() {
        return Err(Trouble::Api(ApiError::Unreadable));
    }
    Ok(issued)
}

#[cfg(test)]
mod tests {
    use karta_core::api::problem::Problem;

    use super::*;

    fn refused(code: Code) -> Trouble {
        Trouble::of_issue(ApiError::Problem(Box::new(Problem::new(code))))
    }

    #[test]
    fn what_the_holder_can_mend_has_a_trouble_of_its_own() {
        assert_eq!(refused(Code::DeviceStopped), Trouble::DeviceStopped);
        assert_eq!(refused(Code::TooManyDevices), Trouble::TooManyDevices);
        assert_eq!(Trouble::of_issue(ApiError::Offline), Trouble::Api(ApiError::Offline));
    }

    #[test]
    fn a_card_whose_time_is_over_is_no_trouble() {
        assert_eq!(refused(Code::NoCard).unless_no_card(), None);
        assert_eq!(Trouble::NoKey.unless_no_card(), Some(Trouble::NoKey));
        assert!(refused(Code::Busy).unless_no_card().is_some());
    }
}
