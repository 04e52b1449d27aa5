//! Codes that must be accepted, and the ones that must be just accepted.
//! **Invariant**: `rkc1-golden.txt` was made by other libraries and is only read here.

use karta_core::card::challenge::Challenge;
use karta_core::card::credential::{About, Credential};
use karta_core::card::presentation::Showing;
use karta_core::card::{Class, codes, text};

use crate::case::{self, Case};
use crate::keys;
use crate::raw;
use crate::world::{self, GOLDEN, NOW};

pub const GOLDEN_TEXT: &str = include_str!("../../../vectors/rkc1-golden.txt");

/// The question of the kiosk in the vectors.
pub fn question() -> Challenge {
    Challenge::new("Basen Kapry, bramka 1", *b"0123456789abcdef").expect("a name and a nonce")
}

pub fn answer(question: Challenge, iat: u64) -> String {
    text::write(&world::show(&world::credential(), &Showing::answering(question, iat)))
}

pub fn printed() -> String {
    text::write(world::printed().bytes())
}

fn saying(class: Class, flags: u8) -> String {
    let mut claims = world::claims();
    claims.about = About { class, flags, initials: Some("Z.Ł.".into()) };
    let credential = Credential::sign(claims, &keys::private(keys::CARD));
    text::write(&world::show(&credential, &Showing::at(NOW)))
}

pub fn cases() -> Vec<Case> {
    let good = |name: &str, text: String| Case::of_text(name, "accepted", text, "valid");
    let usual = || world::shown_at(NOW);
    let minor = codes::FLAG_MINOR | codes::FLAG_BY_GUARDIAN;
    vec![
        good("strict, made by other libraries", GOLDEN_TEXT.trim_end().into())
            .at(GOLDEN)
            .trust("golden")
            .status(&["golden"]),
        good("strict with initials", usual()),
        good("child, shown by a guardian, hardware key", saying(Class::Child, minor | 8)),
        good("senior", saying(Class::Senior, 8)),
        Case { verdict: "valid_in_grace".into(), ..good("in grace", saying(Class::Adult, 20)) },
        Case {
            verdict: "check_document".into(),
            answer: "cannot_tell".into(),
            ..good("printed", printed())
        },
        good("answer to a question", answer(question(), NOW)).asked(question().write(), NOW),
        good("answer by a phone whose clock is a day off", answer(question(), NOW - 86_400))
            .asked(question().write(), NOW - 30),
        good("45 seconds old", world::shown_at(NOW - 45)),
        good("15 seconds ahead", world::shown_at(NOW + 15)),
        good("the other form of the holder's signature", malleated()),
        good("a list of 24 hours", usual()).status(&["24 h"]),
        Case {
            verdict: "valid_offline".into(),
            ..good("a list of 24 hours and a second", usual()).status(&["24 h and a second"])
        },
        Case {
            verdict: "valid_offline".into(),
            ..good("a list of 72 hours", usual()).status(&["72 h"])
        },
        good("the newest of two lists counts", usual()).status(&["revoked earlier", "usual"]),
        good("a clock 15 seconds behind the list of keys", usual()).trust("one second less"),
    ]
}

/// The holder's signature as (r, n − s).
pub fn malleated() -> String {
    let draft = case::showing(world::credential().bytes());
    let (protected, payload) = (raw::map(&draft.protected), raw::map(&draft.payload));
    let signature = keys::sign(keys::HOLDER, &raw::to_sign(&protected, &payload));
    let token = raw::sign1(&protected, &draft.unprotected, &payload, &keys::malleated(&signature));
    text::write(&token)
}
