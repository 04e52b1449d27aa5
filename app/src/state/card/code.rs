//! The code on the screen, signed again and again as long as the screen is there.
//! **Invariant**: the next code is signed before the shown one ends, so that there is never an
//! empty plate between them; a code is never shown before its time.

use dioxus::prelude::*;
use karta_core::card::codes::ROTATION;
use karta_core::card::credential::Credential;
use karta_core::card::presentation::{self, Showing};
use karta_core::card::text;
use karta_core::card::typed::TypedCode;
use karta_core::offline::KeptCard;
use karta_core::time::{Timestamp, epoch};

use super::rotation;
use crate::platform::{self, DeviceSigner};
use crate::state::{App, use_app};

#[derive(Clone, Debug, PartialEq)]
pub enum ShownCode {
    /// The key store has not answered yet.
    Signing,
    Live {
        text: String,
        /// Seconds until the next one.
        left: u8,
    },
    /// No credential for a key of this device.
    Missing,
}

/// The code of that card, changing by itself.
pub fn use_code(card: &KeptCard) -> ShownCode {
    let app = use_app();
    let shown = use_signal(|| ShownCode::Signing);
    let card = card.clone();
    use_resource(use_reactive!(|card| turn(app, shown, card)));
    shown()
}

/// What is shown, and what comes next.
struct Signed {
    slot: i64,
    text: String,
}

async fn turn(app: App, mut shown: Signal<ShownCode>, card: KeptCard) {
    let offset = card.clock_offset;
    let Some((credential, signer)) = holder(app, &card).await else {
        shown.set(ShownCode::Missing);
        return;
    };
    let mut current = None::<Signed>;
    let mut ahead = None::<Signed>;
    loop {
        let now = app.corrected(offset);
        let slot = rotation::slot(now);
        if current.as_ref().is_none_or(|current| current.slot != slot) {
            current = match ahead.take().filter(|ahead| ahead.slot == slot) {
                Some(ready) => Some(ready),
                None => sign(&credential, &signer, slot).await,
            };
        }
        shown.set(match &current {
            Some(signed) => {
                ShownCode::Live { text: signed.text.clone(), left: rotation::left(now) }
            }
            None => ShownCode::Missing,
        });
        if ahead.is_none() {
            ahead = sign(&credential, &signer, slot + ROTATION).await;
        }
        platform::sleep(rotation::until_next_second(app.corrected(offset))).await;
    }
}

/// The credential and the key it names, if both are on this device.
pub(super) async fn holder(app: App, card: &KeptCard) -> Option<(Credential, DeviceSigner)> {
    let credential = Credential::read(&card.credential.0).ok()?;
    let signer = platform::device_key(app.key_of(card.resident).await).await.ok()?;
    (credential.claims.holder == signer.public).then_some((credential, signer))
}

async fn sign(credential: &Credential, signer: &DeviceSigner, slot: i64) -> Option<Signed> {
    let showing = Showing::at(u64::try_from(slot).ok()?);
    let text = spell(credential, signer, &showing).await?;
    Some(Signed { slot, text })
}

/// The text of the code for one showing.
pub(super) async fn spell(
    credential: &Credential,
    signer: &DeviceSigner,
    showing: &Showing,
) -> Option<String> {
    let signature = signer.sign(&presentation::to_sign(credential, showing)).await.ok()?;
    Some(text::write(&presentation::assemble(credential, showing, &signature)))
}

/// The six digits of this card at that instant, for somebody who types.
pub fn typed(card: &KeptCard, now: Timestamp) -> Option<TypedCode> {
    let secret: &[u8; 32] = card.typed.as_ref()?.0.as_slice().try_into().ok()?;
    Some(TypedCode::at(secret, u64::try_from(epoch(now)).ok()?))
}
