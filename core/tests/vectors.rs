//! The committed vectors against core, and the vectors of the status list draft.
//! **Invariant**: core says of each code exactly what its file expects; the file is never made
//! from core's answer.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test's files are right")]

use std::collections::{BTreeMap, BTreeSet};

use karta_core::base64;
use karta_core::card::challenge::Challenge;
use karta_core::card::key::PublicKey;
use karta_core::card::replay::Replays;
use karta_core::card::status::{Bits, StatusList};
use karta_core::card::trust::{Trust, Untrusted};
use karta_core::card::verdict::{Answer, Asked, Scan, Verdict};
use karta_core::time::{Timestamp, from_epoch, seconds};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    at: u64,
    trust: String,
    status: Vec<String>,
    asked: Option<Question>,
    accepted_before: Option<String>,
    verdict: String,
    answer: String,
    seconds: Option<i64>,
}

#[derive(Deserialize)]
struct Question {
    challenge: String,
    at: u64,
}

#[derive(Deserialize)]
struct Lists {
    root: String,
    trust: BTreeMap<String, String>,
    status: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Unlisted {
    name: String,
    kind: String,
    token: String,
    refused: String,
}

/// What a verifier of the vectors holds.
struct Held {
    root: PublicKey,
    usual: Trust,
    trust: BTreeMap<String, Trust>,
    status: BTreeMap<String, StatusList>,
}

fn file(name: &str) -> String {
    let path = format!("{}/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn cases(name: &str) -> Vec<Case> {
    serde_json::from_str(&file(name)).unwrap()
}

fn held() -> Held {
    let lists: Lists = serde_json::from_str(&file("lists.json")).unwrap();
    let root = PublicKey::from_sec1(&base64::decode(&lists.root).unwrap()).unwrap();
    let bytes = |text: &String| base64::decode(text).unwrap();
    let trust: BTreeMap<_, _> = lists
        .trust
        .iter()
        .map(|(name, token)| (name.clone(), Trust::read(&bytes(token), &root).unwrap()))
        .collect();
    // A status list is kept under the list of keys of its own time.
    let status = lists
        .status
        .iter()
        .map(|(name, token)| {
            let keys = trust.get(name).filter(|_| name == "golden").unwrap_or(&trust["usual"]);
            (name.clone(), StatusList::read(&bytes(token), keys).unwrap())
        })
        .collect();
    Held { root, usual: trust["usual"].clone(), trust, status }
}

fn at(second: u64) -> Timestamp {
    from_epoch(second).unwrap()
}

fn judge(held: &Held, case: &Case) -> Verdict {
    let trust = &held.trust[&case.trust];
    let status: Vec<_> = case.status.iter().map(|name| held.status[name].clone()).collect();
    let now = at(case.at);
    let mut replays = Replays::default();
    if let Some(before) = &case.accepted_before {
        let earlier = now - seconds(10);
        let first = replays.judge(Scan(before).verify(trust, &status, earlier), earlier);
        assert_eq!(first.answer(), Answer::Valid, "{}: the first showing", case.name);
    }
    let verdict = match &case.asked {
        None => Scan(&case.text).verify(trust, &status, now),
        Some(question) => {
            let challenge = Challenge::read(&question.challenge).unwrap();
            let asked = Asked { challenge, at: at(question.at) };
            Scan(&case.text).verify_answer(&asked, trust, &status, now)
        }
    };
    replays.judge(verdict, now)
}

/// `StaleCode { seconds: 46 }` is `stale_code`.
fn word(verdict: &Verdict) -> String {
    let mut word = String::new();
    for letter in format!("{verdict:?}").chars().take_while(char::is_ascii_alphabetic) {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

fn check(name: &str) -> usize {
    let held = held();
    let cases = cases(name);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let verdict = judge(&held, case);
            let answer = match verdict.answer() {
                Answer::Valid => "valid",
                Answer::NotValid => "not_valid",
                Answer::CannotTell => "cannot_tell",
            };
            let seconds = match verdict {
                Verdict::StaleCode { seconds }
                | Verdict::ClockAhead { seconds }
                | Verdict::Replayed { seconds } => Some(seconds),
                _ => None,
            };
            let is_right =
                word(&verdict) == case.verdict && answer == case.answer && seconds == case.seconds;
            (!is_right).then(|| format!("{}: {} expected, {verdict:?}", case.name, case.verdict))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have the same name");
    cases.len()
}

#[test]
fn every_golden_code_is_judged_as_expected() {
    assert!(check("golden.json") >= 10);
}

#[test]
fn every_attack_gets_its_verdict() {
    let attacks = check("negative.json");
    assert!(attacks >= 40, "only {attacks}");
}

#[test]
fn no_attack_is_ever_green() {
    let held = held();
    for case in cases("negative.json") {
        assert_ne!(judge(&held, &case).answer(), Answer::Valid, "{}", case.name);
    }
}

#[test]
fn every_wrong_list_is_refused_for_its_reason() {
    let held = held();
    let lists: Vec<Unlisted> = serde_json::from_str(&file("negative-lists.json")).unwrap();
    assert!(lists.len() >= 20);
    for list in lists {
        let token = base64::decode(&list.token).unwrap();
        let refused = match list.kind.as_str() {
            "trust" => Trust::read(&token, &held.root).err(),
            _ => StatusList::read(&token, &held.usual).err(),
        };
        let expected = match list.refused.as_str() {
            "signer" => Untrusted::Signer,
            _ => Untrusted::Malformed,
        };
        assert_eq!(refused, Some(expected), "{}", list.name);
    }
}

#[test]
fn the_files_of_their_own_are_the_usual_lists() {
    let lists: Lists = serde_json::from_str(&file("lists.json")).unwrap();
    assert_eq!(file("root.txt").trim_end(), lists.root);
    assert_eq!(file("trust.txt").trim_end(), lists.trust["usual"]);
    assert_eq!(file("status.txt").trim_end(), lists.status["usual"]);
}

/// draft-ietf-oauth-status-list-21 §4.1: sixteen places of one bit.
#[test]
fn the_short_list_of_the_draft() {
    let packed = [0x78, 0xda, 0xdb, 0xb9, 0x18, 0x00, 0x02, 0x17, 0x01, 0x5d];
    let revoked = [0, 3, 4, 5, 7, 8, 9, 13, 15];
    for list in [Bits::unpack(&packed).unwrap(), map_of(&packed)] {
        assert_eq!(list.places(), 16);
        for place in 0..16 {
            assert_eq!(list.get(place), Some(revoked.contains(&place)), "{place}");
        }
        assert_eq!(list.get(16), None);
    }
}

/// The same in the CBOR of §4.3.
fn map_of(packed: &[u8]) -> Bits {
    let mut map = minicbor::Encoder::new(Vec::new());
    map.map(2).unwrap().str("bits").unwrap().u8(1).unwrap();
    map.str("lst").unwrap().bytes(packed).unwrap();
    Bits::read(&mut minicbor::Decoder::new(&map.into_writer())).unwrap()
}

/// The draft's test vector of 2^20 places of one bit.
#[test]
fn the_long_list_of_the_draft() {
    const PACKED: &str = "eNrt3AENwCAMAEGogklACtKQPg9LugC9k_ACvreiogEAAKkeCQAAAAAAAAAAAAAAAAAAAIBylgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAXG9IAAAAAAAAAPwsJAAAAAAAAAAAAAAAvhsSAAAAAAAAAAAA7KpLAAAAAAAAAAAAAAAAAAAAAJsLCQAAAAAAAAAAADjelAAAAAAAAAAAKjDMAQAAAACAZC8L2AEb";
    const REVOKED: [u32; 11] =
        [0, 1993, 25460, 159495, 495669, 554353, 645645, 723232, 854545, 934534, 1000345];
    let packed = base64::decode(PACKED).unwrap();
    for list in [Bits::unpack(&packed).unwrap(), map_of(&packed)] {
        assert_eq!(list.places(), 1 << 20);
        let found: Vec<u32> = (0..1 << 20).filter(|place| list.get(*place) == Some(true)).collect();
        assert_eq!(found, REVOKED);
    }
}
