//! Tokens as a town and its holders could make them, shown at all kinds of times.
//! **Invariant**: every one is well-formed; what decides is who signed, when, and the lists.

use karta_core::card::challenge::Challenge;
use karta_core::card::credential::{About, Claims, Credential, StatusRef};
use karta_core::card::presentation::{self, Showing};
use karta_core::card::printed::{Printed, PrintedClaims};
use karta_core::card::{Class, text};

use crate::case::Question;
use crate::dice::Dice;
use crate::golden;
use crate::judged::Line;
use crate::keys::{self, CARD, OTHER_CARD, PRINTED, STATUS, STRANGER};
use crate::world::{ISSUER, LIST, NOW, OTHER_ISSUER, SECOND_LIST};

const LETTERS: [char; 10] = ['A', 'B', 'Ć', 'K', 'Ł', 'Ó', 'Ś', 'Z', 'Ż', '.'];
const SUB: [char; 12] = ['0', '2', '4', '7', '9', 'A', 'C', 'F', 'H', 'K', 'Q', 'X'];
/// Names in `lists.json`; the usual ones several times.
const TRUSTS: [&str; 24] = [
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "ended",
    "card key ended",
    "card key of another town",
    "card key withdrawn",
    "from the future",
    "one second less",
];
const STATUSES: [&str; 20] = [
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "usual",
    "revoked",
    "24 h",
    "24 h and a second",
    "72 h",
    "73 h",
    "ended",
    "short",
    "of another town",
    "from the future",
];

pub fn line(dice: &mut Dice) -> Line {
    let asked = dice.percent(25).then(|| question(dice));
    let text = match dice.below(20) {
        0 => text::write(credential(dice).1.bytes()),
        1..4 => text::write(printed(dice).bytes()),
        _ => shown(dice, asked.as_ref()),
    };
    let at = if dice.percent(93) { NOW } else { dice.shift(NOW, 200_000) };
    let trust = dice.one(&TRUSTS);
    let mut status = vec![dice.one(&STATUSES)];
    match dice.below(10) {
        0 => status.clear(),
        1 => status.push("second"),
        2 => status.push(dice.one(&STATUSES)),
        _ => {}
    }
    let asked =
        asked.map(|(question, asked_at)| Question { challenge: question.write(), at: asked_at });
    Line { what: "random".into(), text, at, trust, status, asked, told: None }
}

fn question(dice: &mut Dice) -> (Challenge, u64) {
    let name = dice.one(&["Basen Kapry, bramka 1", "Muzeum", "Żłobek 3"]);
    let mut nonce = golden::question().nonce;
    nonce[0] = dice.one(&[1, 2, 3]);
    let question = Challenge::new(name, nonce).expect("a name and a nonce");
    (question, NOW.saturating_sub(dice.below(40)))
}

fn shown(dice: &mut Dice, asked: Option<&(Challenge, u64)>) -> String {
    let (holder, credential) = credential(dice);
    let spread = dice.one(&[0, 15, 15, 15, 20, 50, 700]);
    let iat = dice.shift(NOW, spread);
    let showing = match asked {
        Some((question, _)) if dice.percent(80) => Showing::answering(question.clone(), iat),
        _ if dice.percent(5) => Showing::answering(question(dice).0, iat),
        _ => Showing::at(iat),
    };
    let signer = if dice.percent(97) { holder } else { STRANGER };
    let signature = keys::sign(signer, &presentation::to_sign(&credential, &showing));
    text::write(&presentation::assemble(&credential, &showing, &signature))
}

/// The holder's key and the credential that names it.
fn credential(dice: &mut Dice) -> (u8, Credential) {
    let holder = 1 + dice.byte() % 254;
    let signer =
        if dice.percent(90) { CARD } else { dice.one(&[OTHER_CARD, PRINTED, STATUS, STRANGER]) };
    let claims = Claims {
        iss: issuer(dice, signer),
        sub: dice.word(&SUB, 8),
        exp: end(dice),
        holder: keys::public(holder),
        status: place(dice),
        about: about(dice),
    };
    (holder, Credential::sign(claims, &keys::private(signer)))
}

fn printed(dice: &mut Dice) -> Printed {
    let signer = if dice.percent(85) { PRINTED } else { dice.one(&[CARD, STATUS, STRANGER]) };
    let claims = PrintedClaims {
        iss: issuer(dice, signer),
        sub: dice.word(&SUB, 8),
        exp: end(dice),
        status: place(dice),
        about: about(dice),
    };
    Printed::sign(claims, &keys::private(signer))
}

fn issuer(dice: &mut Dice, signer: u8) -> String {
    let is_other = (signer == OTHER_CARD) != dice.percent(3);
    if is_other { OTHER_ISSUER } else { ISSUER }.into()
}

fn end(dice: &mut Dice) -> u64 {
    if dice.percent(90) { NOW + 1 + dice.below(14 * 86_400) } else { dice.shift(NOW, 5) }
}

fn place(dice: &mut Dice) -> StatusRef {
    let idx = match dice.below(20) {
        0 => dice.one(&[5, 77_777, 12_345_678, 9_999_999]),
        1 => u32::try_from(dice.below(1 << 32)).unwrap_or(0),
        _ => u32::try_from(dice.below(12_345_000)).unwrap_or(0),
    };
    let uri = if dice.percent(95) { LIST } else { SECOND_LIST };
    StatusRef { idx, uri: uri.into() }
}

fn about(dice: &mut Dice) -> About {
    About {
        class: dice.one(&[Class::Adult, Class::Child, Class::Senior]),
        flags: dice.byte() & 31,
        initials: dice.percent(50).then(|| {
            let length = 1 + dice.place(5);
            dice.word(&LETTERS, length)
        }),
    }
}
