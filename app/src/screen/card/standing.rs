//! What the card says about itself: valid until, how old the data is, how long it lasts offline.
//! **Invariant**: dates are days in Pruszków; every colour has its words.

use karta_core::entitlement::{Period, Standing};
use karta_core::offline::KeptCard;
use karta_core::time::{Date, Timestamp, day_of, days, days_between, seconds};

use crate::screen::application::when;
use crate::state::App;
use crate::text::Text;
use crate::ui::notice::Tone;

/// Colour and words of the strip under the code.
pub fn status(t: Text, period: Period, now: Timestamp) -> (Tone, String) {
    let on = |key: &str, day: Date| t.with(key, &[("date", when::day(t, day).into())]);
    match period.standing(now) {
        Standing::Active => (Tone::Ok, on("my-card-valid", period.to)),
        Standing::ExpiringSoon => {
            let remain = days_between(day_of(now), period.to);
            let args = [("date", when::day(t, period.to).into()), ("days", remain.into())];
            (Tone::Warn, t.with("my-card-valid-soon", &args))
        }
        Standing::Scheduled => (Tone::Info, on("my-card-scheduled", period.from)),
        Standing::Expired => (Tone::Danger, on("my-card-expired", period.to)),
    }
}

/// "dzisiaj, 9:41", "wczoraj, 9:41", "3 grudnia 2026 r.": reads on after "Dane z".
pub fn fresh_when(t: Text, at: Timestamp, now: Timestamp) -> String {
    let time = || [("time", when::clock(t, at).into())];
    match days_between(day_of(at), day_of(now)) {
        0 => t.with("my-card-today", &time()),
        1 => t.with("my-card-yesterday", &time()),
        _ => when::day_at(t, at),
    }
}

/// The day by which the phone should see a network, once that is near.
pub fn runway(card: &KeptCard, now: Timestamp) -> Option<Date> {
    let ends = card.credential_until;
    let is_near = ends.duration_since(now) < days(5);
    // Without a credential there is nothing that could run out.
    (is_near && !card.credential.0.is_empty()).then(|| day_of(ends))
}

/// Without an answer of the server today, its last one corrects the clock.
pub fn corrected(app: App, card: &KeptCard) -> Timestamp {
    let learnt = app.clock_offset();
    if learnt == 0 { app.now() + seconds(card.clock_offset) } else { app.now() }
}
