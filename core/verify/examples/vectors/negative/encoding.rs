//! The right content in other bytes (row 13 of the threat table).
//! **Invariant**: every token here would be accepted by a reader that is not strict.

use karta_core::card::codes;

use crate::case::{Case, card, credential, showing};
use crate::keys::HOLDER;
use crate::raw::{
    self, ARRAY, BREAK, BYTES, Draft, MAP, NEGATIVE, TAG, TEXT, UNSIGNED, head, int, wide,
};
use crate::world::NOW;

const STRICT: &str = "13 deterministic encoding";
const NONE_BEYOND: &str = "13 exact key set";

pub fn cases() -> Vec<Case> {
    let damaged = |name: &str, rule: &str, token: Vec<u8>| Case::of(name, rule, &token, "damaged");
    let usual = || showing(&credential().write());
    let inner = |draft: Draft| showing(&draft.write()).write();
    let number = |number: u64| wide(UNSIGNED, number, 8);
    vec![
        damaged(
            "time in eight bytes",
            STRICT,
            usual().claim(codes::CLAIM_IAT, number(NOW)).write(),
        ),
        damaged(
            "end in eight bytes",
            STRICT,
            inner(credential().claim(codes::CLAIM_EXP, number(NOW + 86_400))),
        ),
        damaged(
            "algorithm in two bytes",
            STRICT,
            usual().header(codes::HEADER_ALG, wide(NEGATIVE, 8, 1)).write(),
        ),
        damaged(
            "class in two bytes",
            STRICT,
            inner(
                credential()
                    .claim(codes::CLAIM_CARD, [vec![0x83, 0x18, 1, 4], raw::text("A.K.")].concat()),
            ),
        ),
        damaged("label in two bytes", STRICT, relabelled()),
        damaged(
            "text with a long length",
            STRICT,
            usual().claim(codes::CLAIM_AUD, [wide(TEXT, 3, 1), b"rkc".to_vec()].concat()).write(),
        ),
        damaged("payload with a long length", STRICT, long_payload()),
        damaged(
            "tag in two bytes",
            STRICT,
            [wide(TAG, codes::TAG_SIGN1, 1), usual().write().get(1..).unwrap_or_default().to_vec()]
                .concat(),
        ),
        damaged(
            "time as a float",
            STRICT,
            usual()
                .claim(codes::CLAIM_IAT, [vec![0xfb], (NOW as f64).to_be_bytes().to_vec()].concat())
                .write(),
        ),
        damaged(
            "time as a big number",
            STRICT,
            usual()
                .claim(codes::CLAIM_IAT, [vec![0xc2], raw::bytes(&NOW.to_be_bytes()[4..])].concat())
                .write(),
        ),
        damaged("map of indefinite length", STRICT, opened_payload()),
        damaged("token of indefinite length", STRICT, opened_token()),
        damaged(
            "text of indefinite length",
            STRICT,
            usual()
                .claim(codes::CLAIM_AUD, [raw::open(TEXT), raw::text("rkc"), vec![BREAK]].concat())
                .write(),
        ),
        damaged("bytes of indefinite length", STRICT, opened_bytes()),
        damaged("header of indefinite length", STRICT, opened_header()),
        damaged("a byte after the token", STRICT, [usual().write(), vec![0]].concat()),
        damaged("a byte after the payload", STRICT, after_payload()),
        damaged(
            "a second token after the first",
            STRICT,
            [crate::case::printed().write(), vec![0xf6]].concat(),
        ),
        damaged(
            "the last byte missing",
            STRICT,
            usual().write().split_last().map(|(_, rest)| rest.to_vec()).unwrap_or_default(),
        ),
        damaged("a claim twice", NONE_BEYOND, twice()),
        damaged("audience twice, ours last", NONE_BEYOND, audience_twice()),
        damaged("algorithm twice", NONE_BEYOND, header_twice()),
        damaged("a claim too many", NONE_BEYOND, inner(credential().claim(-65_600, int(1)))),
        damaged("not before in a showing", NONE_BEYOND, usual().claim(5, int(0)).write()),
        damaged("a claim too few", NONE_BEYOND, inner(credential().without(codes::CLAIM_SUB))),
        damaged("no time at all", NONE_BEYOND, usual().without(codes::CLAIM_IAT).write()),
        damaged("claims in another order", STRICT, reordered()),
        damaged("header in another order", STRICT, reheaded()),
        damaged(
            "an unprotected header",
            NONE_BEYOND,
            with_unprotected(raw::map(&[(int(codes::HEADER_KID), raw::bytes(&[0; 8]))])),
        ),
        damaged(
            "an address of keys in the unprotected header",
            "6 no key is fetched by a token's word",
            with_unprotected(raw::map(&[(int(35), raw::text("https://evil.example"))])),
        ),
        damaged("arrays 120 deep", "13 depth", inner_bytes(&[vec![0x81; 120], vec![0]].concat())),
        damaged("tags 120 deep", "13 depth", [vec![0xd2; 120], usual().write()].concat()),
        damaged(
            "a length larger than memory",
            "13 oversize",
            [vec![0xd2, 0x84], wide(BYTES, u64::MAX, 8)].concat(),
        ),
        damaged(
            "an array larger than memory",
            "13 oversize",
            [vec![0xd2], wide(ARRAY, u64::MAX, 8)].concat(),
        ),
        damaged("397 bytes", "13 oversize", longer(397)),
        damaged("401 bytes", "13 oversize", longer(401)),
        damaged("no bytes", "13 exact profile", Vec::new()),
        damaged(
            "initials as bytes",
            NONE_BEYOND,
            inner(
                credential()
                    .claim(codes::CLAIM_CARD, [vec![0x83, 1, 4], raw::bytes(b"A.K.")].concat()),
            ),
        ),
        damaged(
            "initials that are not UTF-8",
            STRICT,
            inner(
                credential()
                    .claim(codes::CLAIM_CARD, [vec![0x83, 1, 4, 0x62], vec![0xc3, 0x28]].concat()),
            ),
        ),
    ]
}

fn inner_bytes(bytes: &[u8]) -> Vec<u8> {
    showing(bytes).write()
}

fn relabelled() -> Vec<u8> {
    let mut draft = showing(&credential().write());
    if let Some((label, _)) = draft.payload.first_mut() {
        *label = wide(UNSIGNED, 3, 1);
    }
    draft.write()
}

fn long_payload() -> Vec<u8> {
    let draft = showing(&credential().write());
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    let signature = crate::keys::sign(HOLDER, &raw::to_sign(&protected, &payload));
    [
        vec![0xd2, 0x84],
        raw::bytes(&protected),
        draft.unprotected,
        wide(BYTES, payload.len() as u64, 2),
        payload,
        raw::bytes(&signature),
    ]
    .concat()
}

fn opened_payload() -> Vec<u8> {
    let draft = showing(&credential().write());
    let payload = [raw::open(MAP), raw::flat(&draft.payload), vec![BREAK]].concat();
    draft.write_parts(&raw::map(&draft.protected), &payload)
}

fn opened_header() -> Vec<u8> {
    let draft = credential();
    let header = [raw::open(MAP), raw::flat(&draft.protected), vec![BREAK]].concat();
    showing(&draft.write_parts(&header, &raw::map(&draft.payload))).write()
}

fn opened_token() -> Vec<u8> {
    let token = showing(&credential().write()).write();
    [vec![0xd2], raw::open(ARRAY), token.get(2..).unwrap_or_default().to_vec(), vec![BREAK]]
        .concat()
}

fn opened_bytes() -> Vec<u8> {
    let draft = showing(&credential().write());
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    let signature = crate::keys::sign(HOLDER, &raw::to_sign(&protected, &payload));
    let opened = [raw::open(BYTES), raw::bytes(&payload), vec![BREAK]].concat();
    [vec![0xd2, 0x84], raw::bytes(&protected), draft.unprotected, opened, raw::bytes(&signature)]
        .concat()
}

fn after_payload() -> Vec<u8> {
    let draft = showing(&credential().write());
    let payload = [raw::map(&draft.payload), vec![0]].concat();
    draft.write_parts(&raw::map(&draft.protected), &payload)
}

fn twice() -> Vec<u8> {
    let mut draft = credential();
    draft.payload.insert(2, (int(codes::CLAIM_EXP), head(UNSIGNED, NOW)));
    showing(&draft.write()).write()
}

fn audience_twice() -> Vec<u8> {
    let mut draft = showing(&credential().write());
    draft.payload.insert(0, (int(codes::CLAIM_AUD), raw::text("kasa")));
    draft.write()
}

fn header_twice() -> Vec<u8> {
    let mut draft = credential();
    draft.protected.insert(0, (int(codes::HEADER_ALG), int(-7)));
    showing(&draft.write()).write()
}

fn reordered() -> Vec<u8> {
    let mut draft = credential();
    draft.payload.reverse();
    showing(&draft.write()).write()
}

fn reheaded() -> Vec<u8> {
    let mut draft = showing(&credential().write());
    draft.protected.rotate_left(1);
    draft.write()
}

fn with_unprotected(unprotected: Vec<u8>) -> Vec<u8> {
    let mut draft = showing(&credential().write());
    draft.unprotected = unprotected;
    draft.write()
}

/// As long as asked, with initials that are too many but are text.
fn longer(length: usize) -> Vec<u8> {
    let with = |extra: usize| {
        let about = card(1, 4, Some(&"A".repeat(extra)));
        showing(&credential().claim(codes::CLAIM_CARD, about).write()).write()
    };
    let sizes = (1..=80).map(with);
    sizes.into_iter().find(|token| token.len() == length).unwrap_or_default()
}
