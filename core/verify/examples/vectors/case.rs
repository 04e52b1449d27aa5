//! One vector: a code, what the verifier holds and when, and what it must say.
//! **Invariant**: the expected verdict is written by hand from the rules, never taken from core.

use karta_core::card::{codes, text};
use serde::{Deserialize, Serialize};

use crate::raw::{self, Draft, Member, head, int};
use crate::world::{self, NOW};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub name: String,
    /// The row of the threat table, or the rule.
    pub rule: String,
    pub text: String,
    /// Seconds since 1970 on the verifier's clock.
    pub at: u64,
    /// Names in `lists.json`.
    pub trust: String,
    pub status: Vec<String>,
    /// The verifier's own question, and when it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Question>,
    /// A code that the same verifier accepted ten seconds before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_before: Option<String>,
    pub verdict: String,
    pub answer: String,
    /// How old or early the code is, or how long ago it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub challenge: String,
    pub at: u64,
}

impl Case {
    /// A text judged now, with the usual lists.
    pub fn of_text(name: &str, rule: &str, text: impl Into<String>, verdict: &str) -> Self {
        Self {
            name: name.into(),
            rule: rule.into(),
            text: text.into(),
            at: NOW,
            trust: "usual".into(),
            status: vec!["usual".into()],
            asked: None,
            accepted_before: None,
            verdict: verdict.into(),
            answer: answer(verdict).into(),
            seconds: None,
        }
    }

    pub fn of(name: &str, rule: &str, token: &[u8], verdict: &str) -> Self {
        Self::of_text(name, rule, text::write(token), verdict)
    }

    pub fn at(mut self, second: u64) -> Self {
        self.at = second;
        self
    }

    pub fn trust(mut self, name: &str) -> Self {
        self.trust = name.into();
        self
    }

    pub fn status(mut self, names: &[&str]) -> Self {
        self.status = names.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    pub fn asked(mut self, challenge: String, at: u64) -> Self {
        self.asked = Some(Question { challenge, at });
        self
    }

    pub fn accepted_before(mut self, text: String) -> Self {
        self.accepted_before = Some(text);
        self
    }

    /// Beyond ten minutes a wrong time is no longer a matter of clocks.
    pub fn seconds(mut self, seconds: i64) -> Self {
        self.seconds = Some(seconds);
        if seconds > 600 {
            self.answer = "not_valid".into();
        }
        self
    }
}

fn answer(verdict: &str) -> &'static str {
    match verdict {
        "valid" | "valid_offline" | "valid_in_grace" => "valid",
        "not_yet_valid" | "expired" | "blocked" | "revoked" | "not_activated" | "forged" => {
            "not_valid"
        }
        _ => "cannot_tell",
    }
}

/// The credential of the vectors, to be changed.
pub fn credential() -> Draft {
    let claims = world::claims();
    let payload = vec![
        (int(codes::CLAIM_ISS), raw::text(&claims.iss)),
        (int(codes::CLAIM_SUB), raw::text(&claims.sub)),
        (int(codes::CLAIM_EXP), head(raw::UNSIGNED, claims.exp)),
        (int(codes::CLAIM_CNF), confirmation(&raw::cose_key(crate::keys::HOLDER))),
        (int(codes::CLAIM_STATUS), status(claims.status.idx, &claims.status.uri)),
        (int(codes::CLAIM_CARD), card(1, 4, Some("A.K."))),
    ];
    Draft::new(head(raw::UNSIGNED, codes::TYP_CREDENTIAL), crate::keys::CARD, payload)
}

/// The printed code of the vectors, to be changed.
pub fn printed() -> Draft {
    let claims = world::printed().claims;
    let payload = vec![
        (int(codes::CLAIM_ISS), raw::text(&claims.iss)),
        (int(codes::CLAIM_SUB), raw::text(&claims.sub)),
        (int(codes::CLAIM_EXP), head(raw::UNSIGNED, claims.exp)),
        (int(codes::CLAIM_STATUS), status(claims.status.idx, &claims.status.uri)),
        (int(codes::CLAIM_CARD), card(1, 4, Some("A.K."))),
    ];
    Draft::new(head(raw::UNSIGNED, codes::TYP_PRINTED), crate::keys::PRINTED, payload)
}

/// A showing of these bytes as the credential, to be changed.
pub fn showing(credential: &[u8]) -> Draft {
    let payload = vec![
        (int(codes::CLAIM_AUD), raw::text(codes::AUD)),
        (int(codes::CLAIM_IAT), head(raw::UNSIGNED, NOW)),
    ];
    let typ = head(raw::UNSIGNED, codes::TYP_PRESENTATION);
    let mut draft = Draft::new(typ, crate::keys::HOLDER, payload);
    if let Some(kid) = draft.protected.get_mut(1) {
        *kid = (int(codes::HEADER_KCWT), credential.to_vec());
    }
    draft
}

pub fn confirmation(key: &[Member]) -> Vec<u8> {
    raw::map(&[(int(codes::CNF_COSE_KEY), raw::map(key))])
}

pub fn status(idx: u32, uri: &str) -> Vec<u8> {
    let place = raw::map(&[
        (raw::text(codes::STATUS_IDX), head(raw::UNSIGNED, idx.into())),
        (raw::text(codes::STATUS_URI), raw::text(uri)),
    ]);
    raw::map(&[(raw::text(codes::STATUS_LIST), place)])
}

pub fn card(class: u64, flags: u64, initials: Option<&str>) -> Vec<u8> {
    let mut items = vec![head(raw::UNSIGNED, class), head(raw::UNSIGNED, flags)];
    items.extend(initials.map(raw::text));
    raw::array(&items)
}
