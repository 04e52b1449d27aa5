//! Days and hours in words, as the town's clock shows them.
//! **Invariant**: always the day in Pruszków, whatever the device's time zone.

use karta_core::time::{Date, Timestamp, clock_of, day_of};

use crate::text::Text;

/// "15 grudnia 2026 r."
pub fn day(t: Text, day: Date) -> String {
    t.date(day.year(), day.month(), day.day())
}

/// The day of an instant.
pub fn day_at(t: Text, at: Timestamp) -> String {
    day(t, day_of(at))
}

/// "15 grudnia 2026 r., 9:41"
pub fn moment(t: Text, at: Timestamp) -> String {
    format!("{}, {}", day_at(t, at), clock(t, at))
}

/// "20 sekund", "5 minut", "2 dni": in the largest unit that says enough, to the nearest.
pub fn span(t: Text, seconds: i64) -> String {
    let (key, count) = match seconds {
        ..120 => ("check-seconds", seconds),
        120..7200 => ("check-minutes", (seconds + 30) / 60),
        7200..172_800 => ("check-hours", (seconds + 1800) / 3600),
        _ => ("check-days", (seconds + 43_200) / 86_400),
    };
    t.with(key, &[("count", count.into())])
}

/// "9:41"
pub fn clock(t: Text, at: Timestamp) -> String {
    let (hour, minute) = clock_of(at);
    t.clock(hour, minute)
}
