//! Time as the town keeps it. The only file that names the date library.
//! **Invariant**: instants are UTC; days are days in Pruszków (Europe/Warsaw); nothing here reads
//! a clock.

pub use jiff::civil::Date;
pub use jiff::{SignedDuration as Span, Timestamp};

use jiff::ToSpan;
use jiff::tz::TimeZone;

/// Poland's rule since 1996 (Directive 2000/84/EC). Written out, so that a phone with an old time
/// zone table and a browser without one agree with the server.
fn warsaw() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("the rule is well-formed")
}

/// The day in Pruszków at that instant.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(warsaw()).date()
}

/// Hour and minute in Pruszków.
pub fn clock_of(at: Timestamp) -> (i8, i8) {
    let zoned = at.to_zoned(warsaw());
    (zoned.hour(), zoned.minute())
}

/// 00:00 of that day in Pruszków.
pub fn start_of(day: Date) -> Timestamp {
    let zoned = day.to_zoned(warsaw());
    zoned.map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The first instant after that day: an inclusive end date is valid strictly before it.
pub fn end_of(day: Date) -> Timestamp {
    start_of(plus_days(day, 1))
}

pub fn plus_days(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// The same day of a later month, or that month's last day (art. 112 KC).
pub fn plus_months(day: Date, months: i32) -> Date {
    day.saturating_add(months.months())
}

pub fn plus_years(day: Date, years: i16) -> Date {
    day.saturating_add(i32::from(years).years())
}

/// Days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

pub const fn seconds(n: i64) -> Span {
    Span::from_secs(n)
}

pub const fn minutes(n: i64) -> Span {
    Span::from_mins(n)
}

pub const fn hours(n: i64) -> Span {
    Span::from_secs(n * 3600)
}

pub const fn days(n: i64) -> Span {
    Span::from_secs(n * 86_400)
}

/// Seconds since 1970; what CWT claims carry.
pub fn epoch(at: Timestamp) -> i64 {
    at.as_second()
}

/// An instant from CWT seconds; nothing outside the years 1970–9999.
pub fn from_epoch(second: u64) -> Option<Timestamp> {
    i64::try_from(second).ok().and_then(|second| Timestamp::from_second(second).ok())
}

/// An instant from microseconds, as the store keeps it.
pub fn from_micros(micros: i64) -> Option<Timestamp> {
    Timestamp::from_microsecond(micros).ok()
}

/// The latest Monday 03:00 UTC that is at most `days` away. Credentials end on it, so that the
/// end says nothing about who got it when.
pub fn coarse_end(now: Timestamp, days: i64) -> Timestamp {
    const WEEK: i64 = 7 * 86_400;
    // 1970-01-05 was a Monday.
    const MONDAY_3: i64 = 4 * 86_400 + 3 * 3600;
    let latest = epoch(now) + days * 86_400;
    let end = (latest - MONDAY_3).div_euclid(WEEK) * WEEK + MONDAY_3;
    Timestamp::from_second(end).unwrap_or(now)
}

/// The n-th working day after `day`: Monday to Friday that is no public holiday.
pub fn plus_working_days(day: Date, mut n: u16) -> Date {
    let mut at = day;
    while n > 0 {
        at = plus_days(at, 1);
        if is_working_day(at) {
            n -= 1;
        }
    }
    at
}

/// Monday to Friday and none of the days of the act on non-working days (Dz.U. 1951 nr 4 poz. 28
/// with later changes; 24 December since 2025).
pub fn is_working_day(day: Date) -> bool {
    use jiff::civil::Weekday::{Saturday, Sunday};
    const FIXED: [(i8, i8); 10] =
        [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 24), (12, 25), (12, 26)];
    let easter = easter(day.year());
    let moving = [1, 60].map(|days| plus_days(easter, days));
    !matches!(day.weekday(), Saturday | Sunday)
        && !FIXED.contains(&(day.month(), day.day()))
        && !moving.contains(&day)
}

/// Easter Sunday, Gregorian (the anonymous algorithm of 1876).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, g) = (b / 4, b % 4, (8 * b + 13) / 25);
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (sum / 31, sum % 31 + 1);
    Date::new(year, i8::try_from(month).unwrap_or(4), i8::try_from(day).unwrap_or(1))
        .unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a test instant")
    }

    #[test]
    fn a_day_begins_at_midnight_in_pruszkow_summer_and_winter() {
        assert_eq!(start_of(date(2026, 7, 1)), at("2026-06-30T22:00:00Z"));
        assert_eq!(start_of(date(2026, 12, 1)), at("2026-11-30T23:00:00Z"));
        assert_eq!(day_of(at("2026-11-30T23:00:00Z")), date(2026, 12, 1));
        assert_eq!(day_of(at("2026-11-30T22:59:59Z")), date(2026, 11, 30));
    }

    #[test]
    fn the_day_when_the_clocks_change_has_twenty_five_hours() {
        let day = date(2026, 10, 25);
        assert_eq!(end_of(day).duration_since(start_of(day)), hours(25));
    }

    #[test]
    fn a_term_that_has_no_such_day_ends_on_the_months_last() {
        assert_eq!(plus_months(date(2024, 2, 29), 36), date(2027, 2, 28));
        assert_eq!(plus_months(date(2026, 1, 31), 1), date(2026, 2, 28));
    }

    #[test]
    fn credentials_end_on_a_monday_at_three() {
        let end = coarse_end(at("2026-11-23T12:00:00Z"), 14);
        assert_eq!(end, at("2026-12-07T03:00:00Z"));
        let end = coarse_end(at("2026-11-22T23:00:00Z"), 14);
        assert_eq!(end, at("2026-11-30T03:00:00Z"));
    }

    #[test]
    fn holidays_do_not_count_as_working_days() {
        assert!(!is_working_day(date(2026, 4, 6)), "Easter Monday");
        assert!(!is_working_day(date(2026, 6, 4)), "Corpus Christi");
        assert!(!is_working_day(date(2026, 12, 24)), "Christmas Eve");
        assert!(is_working_day(date(2026, 12, 23)));
        assert_eq!(plus_working_days(date(2026, 12, 23), 2), date(2026, 12, 29));
    }
}
