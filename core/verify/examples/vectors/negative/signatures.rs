//! Signatures that do not hold, and keys that may not sign (rows 4–6 of the threat table).
//! **Invariant**: the shape of every token here is right; only who signed what is wrong.

use karta_core::card::codes;

use crate::case::{Case, confirmation, credential, printed, showing};
use crate::keys::{self, CARD, HOLDER, OTHER_CARD, PRINTED, STATUS, STRANGER};
use crate::raw::{self, Draft};
use crate::world::{self, NOW};

const FORGED: &str = "6 forged issuer";
const KEY_USE: &str = "7 downgrade: a key signs one kind of thing";
const COPIED: &str = "1, 4 copy: only the device's key shows the card";

pub fn cases() -> Vec<Case> {
    let usual = || credential().write();
    let shown = |credential: &Draft| showing(&credential.write()).write();
    let borrowed = |signer| credential().signed_by(signer);
    vec![
        Case::of(
            "issuer's signature changed",
            FORGED,
            &showing(&last_flipped(usual())).write(),
            "forged",
        ),
        Case::of(
            "holder's signature changed",
            FORGED,
            &last_flipped(showing(&usual()).write()),
            "forged",
        ),
        Case::of(
            "printed code's signature changed",
            FORGED,
            &last_flipped(printed().write()),
            "forged",
        ),
        Case::of("issuer unknown", FORGED, &shown(&kid_of(STRANGER, STRANGER)), "unknown_key"),
        Case::of(
            "known key identifier, unknown key",
            FORGED,
            &shown(&borrowed(STRANGER)),
            "forged",
        ),
        Case::of(
            "key identifier of nobody",
            FORGED,
            &shown(&kid_of(STRANGER, CARD)),
            "unknown_key",
        ),
        Case::of(
            "another town signs in our name",
            FORGED,
            &shown(&kid_of(OTHER_CARD, OTHER_CARD)),
            "forged",
        ),
        Case::of(
            "status list key signs a card",
            KEY_USE,
            &shown(&kid_of(STATUS, STATUS)),
            "unknown_key",
        ),
        Case::of(
            "printed key signs a card",
            KEY_USE,
            &shown(&kid_of(PRINTED, PRINTED)),
            "unknown_key",
        ),
        Case::of(
            "printed key under the card key's identifier",
            KEY_USE,
            &shown(&borrowed(PRINTED)),
            "forged",
        ),
        Case::of("card key signs a printed code", KEY_USE, &paper(CARD), "unknown_key"),
        Case::of("status list key signs a printed code", KEY_USE, &paper(STATUS), "unknown_key"),
        Case::of(
            "card key under the printed key's identifier",
            KEY_USE,
            &printed().signed_by(CARD).write(),
            "forged",
        ),
        Case::of(
            "another holder shows the card",
            COPIED,
            &showing(&usual()).signed_by(STRANGER).write(),
            "forged",
        ),
        Case::of(
            "issuer shows the card",
            COPIED,
            &showing(&usual()).signed_by(CARD).write(),
            "forged",
        ),
        Case::of("signatures swapped", FORGED, &swapped(), "forged"),
        Case::of("a later time under an old signature", COPIED, &restamped(), "forged"),
        Case::of("holder's key replaced without the issuer", COPIED, &rekeyed(), "forged"),
        Case::of("the same x with the other y", COPIED, &other_half(), "forged"),
        Case::of("signature of zeros", FORGED, &with_signature(&[0; 64]), "forged"),
        Case::of("signature of ones", FORGED, &with_signature(&[0xff; 64]), "forged"),
        Case::of(
            "signature over the payload without its context",
            FORGED,
            &without_context(),
            "forged",
        ),
        Case::of_text(
            "compromised key taken out of the list",
            FORGED,
            world::shown_at(NOW),
            "unknown_key",
        )
        .trust("card key withdrawn"),
        Case::of_text("key whose time is over", FORGED, world::shown_at(NOW), "forged")
            .trust("card key ended"),
        Case::of_text("key whose time has not begun", FORGED, world::shown_at(NOW), "forged")
            .trust("card key of tomorrow"),
        Case::of_text(
            "card names a town its key is not for",
            FORGED,
            world::shown_at(NOW),
            "forged",
        )
        .trust("card key of another town"),
    ]
}

fn last_flipped(mut token: Vec<u8>) -> Vec<u8> {
    if let Some(last) = token.last_mut() {
        *last ^= 1;
    }
    token
}

/// Names one key and is signed by another.
fn kid_of(named: u8, signer: u8) -> Draft {
    let kid = raw::bytes(&keys::kid(named).0);
    credential().header(codes::HEADER_KID, kid).signed_by(signer)
}

fn paper(signer: u8) -> Vec<u8> {
    let kid = raw::bytes(&keys::kid(signer).0);
    printed().header(codes::HEADER_KID, kid).signed_by(signer).write()
}

fn with_signature(signature: &[u8]) -> Vec<u8> {
    let draft = showing(&credential().write());
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    raw::sign1(&protected, &draft.unprotected, &payload, signature)
}

/// Each signature in the other's place.
fn swapped() -> Vec<u8> {
    let draft = credential();
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    let issuers = keys::sign(CARD, &raw::to_sign(&protected, &payload));
    let outer = showing(&draft.write());
    let holders =
        keys::sign(HOLDER, &raw::to_sign(&raw::map(&outer.protected), &raw::map(&outer.payload)));
    let inner = raw::sign1(&protected, &draft.unprotected, &payload, &holders);
    let outer = showing(&inner);
    raw::sign1(&raw::map(&outer.protected), &outer.unprotected, &raw::map(&outer.payload), &issuers)
}

fn restamped() -> Vec<u8> {
    let old =
        showing(&credential().write()).claim(codes::CLAIM_IAT, raw::head(raw::UNSIGNED, NOW - 900));
    let (protected, payload) = (raw::map(&old.protected), raw::map(&old.payload));
    let signature = keys::sign(HOLDER, &raw::to_sign(&protected, &payload));
    with_signature(&signature)
}

/// The thief's key in the credential, the thief's showing, the issuer's old signature.
fn rekeyed() -> Vec<u8> {
    let genuine = credential();
    let signed = raw::to_sign(&raw::map(&genuine.protected), &raw::map(&genuine.payload));
    let signature = keys::sign(CARD, &signed);
    let stolen = genuine.claim(codes::CLAIM_CNF, confirmation(&raw::cose_key(STRANGER)));
    let inner = raw::sign1(
        &raw::map(&stolen.protected),
        &stolen.unprotected,
        &raw::map(&stolen.payload),
        &signature,
    );
    showing(&inner).signed_by(STRANGER).write()
}

/// The issuer confirms the holder's mirror image, which the holder cannot sign for.
fn other_half() -> Vec<u8> {
    let mut key = raw::cose_key(HOLDER);
    if let Some((_, odd)) = key.last_mut() {
        odd.iter_mut().for_each(|odd| *odd ^= 1);
    }
    showing(&credential().claim(codes::CLAIM_CNF, confirmation(&key)).write()).write()
}

fn without_context() -> Vec<u8> {
    let draft = showing(&credential().write());
    with_signature(&keys::sign(HOLDER, &raw::map(&draft.payload)))
}
