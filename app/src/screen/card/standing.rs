//! What the card says about itself: valid until, how old the data is, how long it lasts offline.
//! **Invariant**: dates are days in Pruszków; every colour has its words.

use karta_core::entitlement::{Period, Standing};
use karta_core::offline::KeptCard;
use karta_core::time::{Date, Timestamp, day_of, days, days_between, end_of, plus_days};

use crate::screen::application::when;
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

/// The last day on which the phone can do without a network, once that is near.
pub fn runway(card: &KeptCard, now: Timestamp) -> Option<Date> {
    let ends = card.credential_until;
    let is_near = ends.duration_since(now) < days(5);
    // No network makes a card last longer than what it stands for.
    let ends_with_card = end_of(card.period.to) <= ends;
    // Without a credential there is nothing that could run out.
    let may_run_out = is_near && !ends_with_card && !card.credential.0.is_empty();
    // It ends in the night: the day before is the last whole one.
    may_run_out.then(|| plus_days(day_of(ends), -1).max(day_of(now)))
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
        let (tone, words) = status(t, period(), given.now);
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
            photo: None,
            clock_offset: 0,
            as_of: start_of(period().from),
        }
    }

    #[test]
    fn the_runway_names_the_last_whole_day_before_the_code_ends() {
        let monday = plus_days(period().from, 14);
        let card = card(start_of(monday) + seconds(4 * 3600));
        assert_eq!(runway(&card, start_of(plus_days(monday, -6))), None);
        let sunday = Some(plus_days(monday, -1));
        assert_eq!(runway(&card, start_of(plus_days(monday, -4))), sunday);
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
}
