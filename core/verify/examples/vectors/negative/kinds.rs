//! One kind of token in the clothes of another (row 7 of the threat table).
//! **Invariant**: every signature here holds for the key that is named.

use karta_core::card::{codes, text};

use crate::case::{Case, confirmation, credential, printed, showing};
use crate::keys::{self, CARD, HOLDER};
use crate::raw::{self, TAG, UNSIGNED, head};
use crate::world;

const DOWNGRADE: &str = "7 downgrade to a static code";
const PROFILE: &str = "13 exact profile";

pub fn cases() -> Vec<Case> {
    let shown = |credential: Vec<u8>| showing(&credential).write();
    let typ = |typ| head(UNSIGNED, typ);
    let cnf = || confirmation(&raw::cose_key(HOLDER));
    let device = credential().write();
    let body = device.get(1..).unwrap_or_default();
    let lists = world::lists();
    let list = |tokens: &std::collections::BTreeMap<String, String>| {
        karta_core::base64::decode(tokens.get("usual").map_or("", String::as_str))
            .unwrap_or_default()
    };
    vec![
        Case::of("credential without the device's word", DOWNGRADE, &device, "forged"),
        Case::of(
            "credential with the type of a printed code",
            DOWNGRADE,
            &credential().header(codes::HEADER_TYP, typ(codes::TYP_PRINTED)).write(),
            "damaged",
        ),
        Case::of("printed code with a holder's key", DOWNGRADE, &printed_with(cnf()), "damaged"),
        Case::of(
            "printed code with the type of a credential",
            DOWNGRADE,
            &printed().header(codes::HEADER_TYP, typ(codes::TYP_CREDENTIAL)).write(),
            "damaged",
        ),
        Case::of("printed code shown by a device", DOWNGRADE, &shown(printed().write()), "damaged"),
        Case::of(
            "credential without a holder's key",
            DOWNGRADE,
            &shown(credential().without(codes::CLAIM_CNF).write()),
            "damaged",
        ),
        Case::of("a showing of a showing", PROFILE, &shown(shown(device.clone())), "damaged"),
        Case::of(
            "credential in a byte string",
            PROFILE,
            &showing(&raw::bytes(&device)).write(),
            "damaged",
        ),
        Case::of(
            "key set instead of a credential",
            PROFILE,
            &shown(raw::map(&raw::cose_key(CARD))),
            "damaged",
        ),
        Case::of("status list shown as a code", PROFILE, &list(&lists.status), "damaged"),
        Case::of("list of keys shown as a code", PROFILE, &list(&lists.trust), "damaged"),
        Case::of(
            "without the tag",
            PROFILE,
            showing(&device).write().get(1..).unwrap_or_default(),
            "damaged",
        ),
        Case::of("credential without the tag", PROFILE, &shown(body.to_vec()), "damaged"),
        Case::of("tag of a MAC", PROFILE, &[head(TAG, 17), body.to_vec()].concat(), "damaged"),
        Case::of(
            "tag of a CWT around it",
            PROFILE,
            &[head(TAG, 61), shown(device.clone())].concat(),
            "damaged",
        ),
        Case::of(
            "type of a presentation that is only next to ours",
            PROFILE,
            &showing(&device).header(codes::HEADER_TYP, typ(codes::TYP_PRESENTATION + 1)).write(),
            "damaged",
        ),
        Case::of_text(
            "a verifier's question shown as a code",
            PROFILE,
            crate::golden::question().write(),
            "not_our_code",
        ),
        Case::of(
            "device key signs a printed code of its own",
            DOWNGRADE,
            &printed()
                .header(codes::HEADER_KID, raw::bytes(&keys::kid(HOLDER).0))
                .signed_by(HOLDER)
                .write(),
            "unknown_key",
        ),
        Case::of_text(
            "printed code that is blocked",
            "11 revoked",
            text::write(&printed().write()),
            "revoked",
        )
        .status(&["revoked"]),
    ]
}

fn printed_with(cnf: Vec<u8>) -> Vec<u8> {
    let mut draft = printed();
    draft.payload.insert(3, (raw::int(codes::CLAIM_CNF), cnf));
    draft.write()
}
