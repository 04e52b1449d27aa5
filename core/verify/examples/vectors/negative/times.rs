//! Codes shown at another time than they were signed (rows 1, 8–11 of the threat table).
//! **Invariant**: every signature holds; only a clock or an age decides.

use crate::case::Case;
use crate::golden;
use crate::world::{self, NOW};

const SCREENSHOT: &str = "1 screenshot";
const AHEAD: &str = "10 phone clock set ahead";
const REPLAY: &str = "8 replay inside the window";
const ROLLED_BACK: &str = "9 clock rollback on the verifier";
const REVOKED: &str = "11 revoked while the verifier is offline";

pub fn cases() -> Vec<Case> {
    let old = |name: &str, age: u64| {
        let case = Case::of_text(name, SCREENSHOT, world::shown_at(NOW - age), "stale_code");
        case.seconds(i64::try_from(age).unwrap_or(i64::MAX))
    };
    let early = |name: &str, ahead: u64| {
        let case = Case::of_text(name, AHEAD, world::shown_at(NOW + ahead), "clock_ahead");
        case.seconds(i64::try_from(ahead).unwrap_or(i64::MAX))
    };
    let usual = |name: &str, rule: &str, verdict: &str| {
        Case::of_text(name, rule, world::shown_at(NOW), verdict)
    };
    let seen = |name: &str, text: String, before: String| {
        Case::of_text(name, REPLAY, text, "replayed").seconds(10).accepted_before(before)
    };
    vec![
        old("46 seconds old", 46),
        old("ten minutes old", 600),
        old("ten minutes and a second old", 601),
        old("a picture of yesterday's code", 86_399),
        early("16 seconds ahead", 16),
        early("ten minutes and a second ahead", 601),
        early("a code made for tomorrow", 86_400),
        seen("the same code again", world::shown_at(NOW - 10), world::shown_at(NOW - 10)),
        seen(
            "the same showing under the other form of its signature",
            golden::malleated(),
            world::shown_at(NOW),
        ),
        usual("credential that has ended", "expired", "expired").at(NOW + 86_400),
        usual("old code of an ended credential", "expired", "expired").at(NOW + 86_500),
        usual("verifier's clock behind the list of keys", ROLLED_BACK, "wrong_clock")
            .trust("from the future"),
        usual("verifier's clock behind the status list", ROLLED_BACK, "wrong_clock")
            .status(&["from the future"]),
        usual("verifier's clock behind any list it holds", ROLLED_BACK, "wrong_clock")
            .status(&["usual", "from the future"]),
        usual("revoked card", REVOKED, "revoked").status(&["revoked"]),
        Case::of_text("picture of a revoked card", REVOKED, world::shown_at(NOW - 300), "revoked")
            .status(&["revoked"]),
        usual("revoked in the newer of two lists", REVOKED, "revoked").status(&["revoked", "24 h"]),
        usual("status list of 73 hours", REVOKED, "list_old").status(&["73 h"]),
        Case::of_text(
            "printed code with a status list of 73 hours",
            REVOKED,
            golden::printed(),
            "list_old",
        )
        .status(&["73 h"]),
        usual("status list that has ended", REVOKED, "list_expired").status(&["ended"]),
        usual("list of keys that has ended", REVOKED, "list_expired").trust("ended"),
    ]
}
