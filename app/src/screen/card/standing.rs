//! What the card says about itself: valid until, how old the data is, how long it lasts offline.
//! **Invariant**: dates are days in Pruszków; every colour has its words.

use karta_core::entitlement::{Period, Standing};
use karta_core::offline::KeptCard;
use karta_core::time::{Date, Timestamp, day_of, days, days_between, end_of, plus_days};

use crate::screen::application::when;
use crate::text::Text;
use crate::ui::notice::Tone;

/// Colour and words of the strip under the code.
pub fn status(t: Text, card: &KeptCard, now: Timestamp) -> (Tone, String) {
    if let Some(last) = card.grace.filter(|_| card.is_in_grace(now)) {
        let date = [("date", when::day(t, last).into())];
        return (Tone::Warn, t.with("my-card-grace", &date));
    }
    in_period(t, card.period, now)
}

fn in_period(t: Text, period: Period, now: Timestamp) -> (Tone, String) {
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

/// The chip under the card, in three steps: as good as new, so many days old, go online by then.
pub fn freshness(t: Text, card: &KeptCard, offline: bool, now: Timestamp) -> (Tone, String) {
    if let Some(last_day) = runway(card, now) {
        let is_over = card.credential_until <= now;
        let key = if is_over { "my-card-run-out" } else { "my-card-runway" };
        return (Tone::Warn, t.with(key, &[("date", when::day(t, last_day).into())]));
    }
    let age = now.duration_since(card.as_of);
    if age <= days(1) {
        let key = if offline { "kit-offline" } else { "kit-online" };
        return (Tone::Neutral, t.with(key, &[("when", fresh_when(t, card.as_of, now).into())]));
    }
    let count = days_between(day_of(card.as_of), day_of(now));
    let key = if offline { "my-card-days-offline" } else { "my-card-days" };
    (Tone::Neutral, t.with(key, &[("days", count.into())]))
}

/// From this age on, in days, it is said until when the phone can do without a network.
const OLD: i64 = 5;

/// The last whole day the phone can do without a network, once that is worth saying.
fn runway(card: &KeptCard, now: Timestamp) -> Option<Date> {
    let ends = card.credential_until;
    let is_near = ends.duration_since(now) < days(OLD);
    let is_old = now.duration_since(card.as_of) >= days(OLD);
    // No network makes a card last longer than what it stands for.
    let ends_with_card = end_of(card.period.to) <= ends;
    // Without a credential there is nothing that could run out.
    let may_run_out =
        card.period.is_active(now) && !ends_with_card && !card.credential.0.is_empty();
    // It ends in the night: the day before is the last whole one.
    let last_day =
        if ends <= now { day_of(ends) } else { plus_days(day_of(ends), -1).max(day_of(now)) };
    ((is_near || is_old) && may_run_out).then_some(last_day)
}

#[cfg(test)]
mod tests {
    use dioxus::prelude::*;
    use karta_core::base64::Base64;
    use karta_core::card::number::CardNumber;
    use karta_core::id::{CardId, ResidentId};
    use karta_core::language::Language;
    use karta_core::person::{FullName, Name};
    use karta_core::time::{seconds, start_of};

    use super::*;
    use crate::text::use_text_provider;

    #[derive(Props, Clone, PartialEq)]
    struct Given {
        now: Timestamp,
    }

    fn period() -> Period {
        let from = day_of("2026-11-23T12:00:00Z".parse().unwrap());
        Period { from, to: plus_days(from, 364) }
    }

    fn strip(given: Given) -> Element {
        let t = use_text_provider(Language::Pl);
        let (tone, words) = in_period(t, period(), given.now);
        let fresh = fresh_when(t, start_of(period().from) + seconds(3600), given.now);
        rsx! {
            p { "data-tone": tone.name(), {words} }
            p { {fresh} }
        }
    }

    fn shown(now: Timestamp) -> String {
        let mut page = VirtualDom::new_with_props(strip, Given { now });
        page.rebuild_in_place();
        dioxus_ssr::render(&page).replace('\u{a0}', " ")
    }

    #[test]
    fn the_strip_says_where_the_card_is_in_its_life() {
        let Period { from, to } = period();
        let before = shown(start_of(plus_days(from, -1)));
        assert!(before.contains("Karta będzie ważna od 23 listopada 2026 r."), "{before}");
        let active = shown(start_of(from));
        assert!(active.contains("Karta ważna do 22 listopada 2027 r.</p>"), "{active}");
        assert!(active.contains("data-tone=\"ok\""), "{active}");
        let soon = shown(start_of(plus_days(to, -5)));
        assert!(soon.contains("2027 r. Zostało 5 dni."), "{soon}");
        let last = shown(start_of(to));
        assert!(last.contains("To ostatni dzień."), "{last}");
        let over = shown(end_of(to));
        assert!(over.contains("Karta wygasła 22 listopada 2027 r."), "{over}");
        assert!(over.contains("data-tone=\"danger\""), "{over}");
    }

    #[test]
    fn the_age_of_the_data_reads_as_people_say_it() {
        let from = period().from;
        assert!(shown(start_of(from) + days(0) + seconds(7200)).contains("dzisiaj, 1:00"));
        assert!(shown(start_of(plus_days(from, 1))).contains("wczoraj, 1:00"));
        assert!(shown(start_of(plus_days(from, 9))).contains("23 listopada 2026 r.</p>"));
    }

    fn card(credential_until: Timestamp) -> KeptCard {
        let [given, surname] = ["Anna", "Kowalska"].map(|name| Name::parse(name).unwrap());
        KeptCard {
            resident: ResidentId::parse("res_00000000000000000000000000000001").unwrap(),
            card: CardId::parse("card_00000000000000000000000000000001").unwrap(),
            number: CardNumber::from_random(12_345_678_901),
            name: FullName { given, surname },
            period: period(),
            credential: Base64(vec![1]),
            credential_until,
            typed: None,
            grace: None,
            photo: None,
            clock_offset: 0,
            as_of: start_of(period().from),
        }
    }

    #[test]
    fn the_runway_names_the_last_whole_day_before_the_code_ends() {
        let monday = plus_days(period().from, 14);
        let card = card(start_of(monday) + seconds(4 * 3600));
        let sunday = Some(plus_days(monday, -1));
        assert_eq!(runway(&card, start_of(plus_days(period().from, 4))), None);
        assert_eq!(runway(&card, start_of(plus_days(period().from, 5))), sunday);
        let fetched = |day| KeptCard { as_of: start_of(day), ..card.clone() };
        let yesterday = fetched(plus_days(monday, -7));
        assert_eq!(runway(&yesterday, start_of(plus_days(monday, -6))), None);
        assert_eq!(runway(&yesterday, start_of(plus_days(monday, -4))), sunday);
        assert_eq!(runway(&card, start_of(plus_days(monday, -1))), sunday);
        assert_eq!(runway(&card, start_of(monday)), Some(monday));
        let empty = KeptCard { credential: Base64::default(), ..card };
        assert_eq!(runway(&empty, start_of(monday)), None);
    }

    #[test]
    fn a_code_that_ends_with_the_card_needs_no_network() {
        let to = period().to;
        assert_eq!(runway(&card(end_of(to)), start_of(to)), None);
    }

    #[component]
    fn Chip(offline: bool, now: Timestamp) -> Element {
        let t = use_text_provider(Language::Pl);
        let monday = plus_days(period().from, 14);
        let (tone, words) = freshness(t, &card(start_of(monday)), offline, now);
        rsx! { p { "data-tone": tone.name(), {words} } }
    }

    #[test]
    fn the_chip_goes_in_three_steps() {
        let said = |offline, now| {
            let mut page = VirtualDom::new_with_props(Chip, ChipProps { offline, now });
            page.rebuild_in_place();
            dioxus_ssr::render(&page).replace('\u{a0}', " ")
        };
        let day = |n| start_of(plus_days(period().from, n)) + seconds(9 * 3600);
        assert!(said(false, day(0)).contains("neutral\">Dane z dzisiaj, 0:00"));
        assert!(said(true, day(0)).contains("pokazujemy dane z dzisiaj"));
        assert!(said(false, day(3)).contains("neutral\">Dane sprzed 3 dni"));
        assert!(said(true, day(3)).contains("Bez internetu – dane sprzed 3 dni"));
        let old = said(true, day(5));
        assert!(old.contains("warn\">Połącz się z internetem do 6 grudnia 2026 r."), "{old}");
        let over = said(true, day(15));
        assert!(over.contains("warn\">Kod stracił ważność 7 grudnia 2026 r."), "{over}");
    }
}
