//! A code with what core says of it: one line of the comparison with an independent verifier.
//! **Invariant**: the line has everything the other needs to judge by itself.

use std::collections::BTreeMap;

use karta_core::base64;
use karta_core::card::challenge::Challenge;
use karta_core::card::status::StatusList;
use karta_core::card::trust::Trust;
use karta_core::card::verdict::{Asked, Scan};
use karta_verify::lists;
use karta_verify::told::Told;
use serde::Serialize;

use crate::Mistake;
use crate::case::Question;
use crate::world::{self, at};

/// What to judge, when and with what.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What was done to it, for people who look for a difference.
    pub what: String,
    pub text: String,
    pub at: u64,
    pub trust: &'static str,
    pub status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Question>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
}

/// The lists of `lists.json`, read.
pub struct Held {
    trust: BTreeMap<String, Trust>,
    status: BTreeMap<String, StatusList>,
}

impl Held {
    pub fn new() -> Result<Self, Mistake> {
        let lists = world::lists();
        let root = lists::root(&lists.root)?;
        let mut trust = BTreeMap::new();
        for (name, token) in &lists.trust {
            trust.insert(name.clone(), Trust::read(&base64::decode(token)?, &root)?);
        }
        let mut status = BTreeMap::new();
        for (name, token) in &lists.status {
            let keys = if name == "golden" { "golden" } else { "usual" };
            let keys = trust.get(keys).ok_or("a list of keys by that name")?;
            status.insert(name.clone(), StatusList::read(&base64::decode(token)?, keys)?);
        }
        Ok(Self { trust, status })
    }

    pub fn judge(&self, mut line: Line) -> Result<Line, Mistake> {
        let trust = self.trust.get(line.trust).ok_or("a list of keys by that name")?;
        let status: Vec<StatusList> =
            line.status.iter().filter_map(|name| self.status.get(*name).cloned()).collect();
        let now = at(line.at);
        let verdict = match &line.asked {
            None => Scan(&line.text).verify(trust, &status, now),
            Some(question) => {
                let challenge = Challenge::read(&question.challenge)?;
                let asked = Asked { challenge, at: at(question.at) };
                Scan(&line.text).verify_answer(&asked, trust, &status, now)
            }
        };
        line.told = Some(Told::of(&verdict, &status, now));
        Ok(line)
    }
}
