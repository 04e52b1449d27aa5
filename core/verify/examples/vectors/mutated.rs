//! Good tokens with something done to them: some stay good, most do not, and both verifiers must
//! say the same.
//! **Invariant**: the kinds of change are those an attacker, a camera or another library makes.

use karta_core::base64;
use karta_core::card::{codes, text};

use crate::case::{self, Question};
use crate::dice::Dice;
use crate::golden;
use crate::judged::Line;
use crate::keys;
use crate::raw::{self, Draft, UNSIGNED, head, int, wide};
use crate::world::{self, NOW};

type Change = fn(&mut Dice) -> String;

const CHANGES: [(&str, Change); 14] = [
    ("bits flipped", bits_flipped),
    ("byte replaced", byte_replaced),
    ("cut or lengthened", cut),
    ("piece moved", piece_moved),
    ("signatures swapped", signatures_swapped),
    ("malleated", malleated),
    ("time shifted", time_shifted),
    ("wrong key", wrong_key),
    ("member removed", member_removed),
    ("member replaced", member_replaced),
    ("member added", member_added),
    ("encoded otherwise", encoded_otherwise),
    ("another type", another_type),
    ("letters changed", letters_changed),
];

pub fn line(dice: &mut Dice) -> Line {
    let (name, change) = dice.one(&CHANGES);
    let asked = dice.percent(10).then(golden::question);
    let asked = asked.map(|question| Question { challenge: question.write(), at: NOW - 3 });
    let status = if dice.percent(90) { "usual" } else { "revoked" };
    Line {
        what: name.into(),
        text: change(dice),
        at: if dice.percent(90) { NOW } else { dice.shift(NOW, 100) },
        trust: "usual",
        status: vec![status],
        asked,
        told: None,
    }
}

/// A draft of each kind, and of an answer to the gate's question.
fn draft(dice: &mut Dice) -> Draft {
    let spread = dice.one(&[0, 10, 60]);
    let iat = head(UNSIGNED, dice.shift(NOW, spread));
    let about = case::card(1 + dice.below(3), dice.below(32), dice.percent(50).then_some("Ł.Ż."));
    let credential = case::credential().claim(codes::CLAIM_CARD, about.clone()).write();
    let showing = case::showing(&credential).claim(codes::CLAIM_IAT, iat);
    match dice.below(10) {
        0 => case::printed().claim(codes::CLAIM_CARD, about),
        1 | 2 => {
            let question = golden::question();
            showing
                .claim(codes::CLAIM_AUD, raw::text(question.aud()))
                .claim(codes::CLAIM_CNONCE, raw::bytes(&question.nonce))
        }
        _ => showing,
    }
}

fn token(dice: &mut Dice) -> Vec<u8> {
    draft(dice).write()
}

/// The credential in a draft, in the hand of whoever changes it, shown by its holder.
fn changed(dice: &mut Dice, change: impl FnOnce(&mut Dice, &mut Draft)) -> String {
    let mut outer = draft(dice);
    let is_inner = dice.percent(60) && outer.signer == keys::HOLDER;
    if is_inner {
        let mut inner = case::credential();
        change(dice, &mut inner);
        outer = outer.header(codes::HEADER_KCWT, inner.write());
    } else {
        change(dice, &mut outer);
    }
    text::write(&outer.write())
}

fn bits_flipped(dice: &mut Dice) -> String {
    let mut token = token(dice);
    for _ in 0..=dice.below(3) {
        let place = dice.place(token.len());
        let bit = dice.below(8);
        if let Some(byte) = token.get_mut(place) {
            *byte ^= 1 << bit;
        }
    }
    text::write(&token)
}

fn byte_replaced(dice: &mut Dice) -> String {
    let mut token = token(dice);
    let place = dice.place(token.len());
    let new = dice.byte();
    if let Some(byte) = token.get_mut(place) {
        *byte = new;
    }
    text::write(&token)
}

fn cut(dice: &mut Dice) -> String {
    let mut token = token(dice);
    if dice.percent(50) {
        token.truncate(dice.place(token.len()));
    } else {
        let more = 1 + dice.place(70);
        token.extend((0..more).map(|_| dice.byte()));
    }
    text::write(&token)
}

fn piece_moved(dice: &mut Dice) -> String {
    let mut token = token(dice);
    let from = dice.place(token.len());
    let to = (from + dice.place(40)).min(token.len());
    let piece: Vec<u8> = token.drain(from..to).collect();
    let place = dice.place(token.len());
    if dice.percent(70) {
        token.splice(place..place, piece);
    }
    text::write(&token)
}

fn signatures_swapped(dice: &mut Dice) -> String {
    let (mut one, other) = (token(dice), token(dice));
    let half = dice.one(&[32, 64]);
    let (end, from) = (one.len(), other.len() - half);
    if let (Some(into), Some(signature)) = (one.get_mut(end - half..), other.get(from..)) {
        into.copy_from_slice(signature);
    }
    text::write(&one)
}

/// The other form of the outer or the inner signature; both hold.
fn malleated(dice: &mut Dice) -> String {
    let twin = |draft: &Draft| {
        let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
        let signature = keys::sign(draft.signer, &raw::to_sign(&protected, &payload));
        raw::sign1(&protected, &draft.unprotected, &payload, &keys::malleated(&signature))
    };
    let mut outer = draft(dice);
    if outer.signer == keys::HOLDER && dice.percent(50) {
        outer = outer.header(codes::HEADER_KCWT, twin(&case::credential()));
    }
    text::write(&if dice.percent(70) { twin(&outer) } else { outer.write() })
}

/// With the old signature half of the time.
fn time_shifted(dice: &mut Dice) -> String {
    let old = case::showing(world::credential().bytes());
    let iat = dice.shift(NOW, 1200);
    let new = old.clone().claim(codes::CLAIM_IAT, head(UNSIGNED, iat));
    let signed = if dice.percent(50) { &old } else { &new };
    let signed = raw::to_sign(&raw::map(&signed.protected), &raw::map(&signed.payload));
    let signature = keys::sign(keys::HOLDER, &signed);
    let (protected, payload) = (raw::map(&new.protected), raw::map(&new.payload));
    text::write(&raw::sign1(&protected, &new.unprotected, &payload, &signature))
}

const KEYS: [u8; 8] = [
    keys::ROOT,
    keys::CARD,
    keys::HOLDER,
    keys::PRINTED,
    keys::STATUS,
    keys::OTHER_CARD,
    keys::OTHER_STATUS,
    keys::STRANGER,
];

fn wrong_key(dice: &mut Dice) -> String {
    changed(dice, |dice, draft| {
        draft.signer = dice.one(&KEYS);
        let is_named = draft.protected.iter().any(|(label, _)| *label == int(codes::HEADER_KID));
        if is_named && dice.percent(60) {
            let kid = raw::bytes(&keys::kid(dice.one(&KEYS)).0);
            *draft = draft.clone().header(codes::HEADER_KID, kid);
        }
    })
}

fn member_removed(dice: &mut Dice) -> String {
    changed(dice, |dice, draft| {
        let part = if dice.percent(70) { &mut draft.payload } else { &mut draft.protected };
        let place = dice.place(part.len());
        if place < part.len() {
            part.remove(place);
        }
    })
}

fn member_replaced(dice: &mut Dice) -> String {
    changed(dice, |dice, draft| {
        let value = anything(dice);
        let part = if dice.percent(75) { &mut draft.payload } else { &mut draft.protected };
        let place = dice.place(part.len());
        if let Some((label, old)) = part.get_mut(place) {
            *if dice.percent(85) { old } else { label } = value;
        }
    })
}

fn member_added(dice: &mut Dice) -> String {
    changed(dice, |dice, draft| {
        let part = if dice.percent(70) { &mut draft.payload } else { &mut draft.protected };
        let place = dice.place(part.len() + 1);
        let copied = part.get(dice.place(part.len())).cloned();
        let member =
            copied.filter(|_| dice.percent(40)).unwrap_or((anything(dice), anything(dice)));
        part.insert(place, member);
    })
}

fn another_type(dice: &mut Dice) -> String {
    changed(dice, |dice, draft| {
        let label = dice.one(&[codes::HEADER_TYP, codes::HEADER_ALG]);
        let value = match dice.below(8) {
            0 => int(codes::ALG_ESP256),
            1 => int(-7),
            2 => int(-19),
            3 => head(UNSIGNED, codes::TYP_PRINTED),
            4 => head(UNSIGNED, codes::TYP_CREDENTIAL),
            5 => head(UNSIGNED, codes::TYP_PRESENTATION),
            6 => raw::text("application/kb+cwt"),
            _ => raw::text(codes::TYP_STATUS),
        };
        *draft = draft.clone().header(label, value);
    })
}

/// The same content in other bytes, signed as it then is.
fn encoded_otherwise(dice: &mut Dice) -> String {
    let draft = draft(dice);
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    let opened =
        |part: &[raw::Member]| [raw::open(raw::MAP), raw::flat(part), vec![raw::BREAK]].concat();
    let long =
        |part: &[raw::Member]| [wide(raw::MAP, part.len() as u64, 1), raw::flat(part)].concat();
    let token = match dice.below(7) {
        0 => draft.write_parts(&opened(&draft.protected), &payload),
        1 => draft.write_parts(&protected, &opened(&draft.payload)),
        2 => draft.write_parts(&long(&draft.protected), &payload),
        3 => draft.write_parts(&protected, &long(&draft.payload)),
        4 => {
            let mut turned = draft.clone();
            turned.payload.rotate_left(1);
            turned.write()
        }
        5 => {
            let second = NOW.to_be_bytes();
            let big = [vec![0xc2], raw::bytes(second.get(4..).unwrap_or_default())].concat();
            let number =
                dice.one(&[wide(UNSIGNED, NOW, 8), big, vec![0xf9, 0x3c, 0]].each_ref()).clone();
            draft.claim(codes::CLAIM_IAT, number).write()
        }
        _ => {
            let token = draft.write();
            [vec![0xd8, 0x12], token.get(1..).unwrap_or_default().to_vec()].concat()
        }
    };
    text::write(&token)
}

fn letters_changed(dice: &mut Dice) -> String {
    const LETTERS: [char; 12] = ['0', '9', 'A', 'Z', ' ', '%', ':', '/', 'a', 'ż', '\n', '_'];
    let mut letters: Vec<char> = text::write(&token(dice)).chars().collect();
    for _ in 0..=dice.below(2) {
        let place = dice.place(letters.len());
        match dice.below(4) {
            0 => {
                letters.remove(place);
            }
            1 => letters.insert(place, dice.one(&LETTERS)),
            2 => letters.swap(place, dice.place(200)),
            _ => {
                if let Some(letter) = letters.get_mut(place) {
                    *letter = dice.one(&LETTERS);
                }
            }
        }
    }
    letters.into_iter().collect()
}

/// One CBOR item of any kind, right or wrong.
fn anything(dice: &mut Dice) -> Vec<u8> {
    match dice.below(16) {
        0 => int(dice.around(70_000)),
        1 => head(UNSIGNED, dice.next()),
        2 => wide(UNSIGNED, dice.below(30), 2),
        3 => raw::text(dice.one(&["", "rkc", "RKC", "Łódź", "a\u{7f}b", "a\u{a0}b", "\u{2028}"])),
        4 => raw::text(&"ż".repeat(dice.place(40))),
        5 => raw::bytes(&dice.next().to_be_bytes()),
        6 => raw::array(&[int(1 + dice.around(3)), int(dice.around(40))]),
        7 => raw::array(&[int(1), int(4), raw::text(dice.one(&["A.K.", "", "\u{1b}", "É"]))]),
        8 => raw::map(&[]),
        9 => vec![dice.one(&[0xf4, 0xf5, 0xf6, 0xf7, 0xe0, 0xff, 0x1c, 0x5f])],
        10 => vec![0xf9, 0x3c, 0x00],
        11 => {
            [vec![0xc0 | dice.one(&[0, 1, 2, 4, 18])], raw::text("2027-01-15T08:00:00Z")].concat()
        }
        12 => case::status(
            dice.one(&[0, 5, 12_345_678, u32::MAX]),
            dice.one(&[world::LIST, world::SECOND_LIST, "x"]),
        ),
        13 => case::confirmation(&raw::cose_key(1 + dice.byte() % 254)),
        14 => head(UNSIGNED, dice.shift(NOW, 90_000)),
        _ => raw::bytes(&base64::decode("AAECAwQFBgc").unwrap_or_default()),
    }
}
