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

/// "9:41"
pub fn clock(t: Text, at: Timestamp) -> String {
    let (hour, minute) = clock_of(at);
    t.clock(hour, minute)
}
