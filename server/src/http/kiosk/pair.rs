//! A kiosk gets to be one of the town's, and proves it again every quarter of an hour.
//! **Invariant**: a pairing code counts once; a proof counts for one kiosk and five minutes.

use karta_core::api::kiosk::{KioskHello, KioskSession, Paired, Pairing};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::kiosk::{check, pairing_to_sign, session_life, session_to_sign};

use super::super::who::Anyone;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;

pub(super) async fn pair(app: App, who: Anyone, (): (), input: Pairing) -> Result<Paired, Failure> {
    app.limits.account(who.ip)?;
    let now = app.clock.now();
    let bytes = pairing_to_sign(&input.code, &input.key, input.at);
    let proof = signature(&input.proof)?;
    check(&input.key, &bytes, input.at, &proof, now).map_err(|_| Code::Unproven)?;
    let hash = draw::hash(&input.code);
    app.store
        .write(move |tx| {
            let kiosk = tx.kiosk_to_pair(hash, now)?.ok_or(Code::LinkExpired)?;
            tx.pair_kiosk(kiosk.id, &input.key, now)?;
            Ok::<_, Failure>(Paired { kiosk: kiosk.id, place: kiosk.place })
        })
        .await
}

pub(super) async fn start_session(
    app: App,
    who: Anyone,
    (): (),
    input: KioskHello,
) -> Result<KioskSession, Failure> {
    app.limits.account(who.ip)?;
    let (now, token) = (app.clock.now(), draw::token());
    let (hash, until) = (draw::hash(&token), now + session_life());
    let proof = signature(&input.proof)?;
    let place = app
        .store
        .write::<_, Failure>(move |tx| {
            let kiosk = tx.kiosk(input.kiosk)?.filter(|kiosk| kiosk.stopped.is_none());
            let kiosk = kiosk.ok_or(Code::NotFound)?;
            let key = kiosk.key.ok_or(Code::NotFound)?;
            let bytes = session_to_sign(kiosk.id, input.at);
            check(&key, &bytes, input.at, &proof, now).map_err(|_| Code::Unproven)?;
            tx.begin_kiosk_session(kiosk.id, hash, until, now)?;
            Ok(kiosk.place)
        })
        .await?;
    Ok(KioskSession { token, until, place })
}

fn signature(proof: &Base64) -> Result<[u8; 64], Failure> {
    proof.0.as_slice().try_into().map_err(|_| Code::Unproven.into())
}
