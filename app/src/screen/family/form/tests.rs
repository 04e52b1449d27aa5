use std::cell::RefCell;

use karta_core::language::Language;

use super::*;
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;

const TODAY: Date = Date::constant(2026, 11, 23);

#[derive(Props, Clone, PartialEq)]
struct Given {
    typed: Typed,
}

thread_local! {
    static READ: RefCell<Option<Result<Person, Vec<Mistake>>>> = const { RefCell::new(None) };
}

#[expect(non_snake_case, reason = "a component")]
fn Sent(given: Given) -> Element {
    let t = use_text_provider(Language::Pl);
    use_focus_provider();
    let typed = use_signal(|| given.typed.clone());
    let read = given.typed.read(t, TODAY);
    let mistakes = read.clone().err().unwrap_or_default();
    READ.set(Some(read));
    rsx! { Fields { typed, mistakes, today: TODAY } }
}

/// What the form makes of it, and how it looks after it was sent.
fn sent(typed: Typed) -> (Result<Person, Vec<Mistake>>, String) {
    let mut page = VirtualDom::new_with_props(Sent, Given { typed });
    page.rebuild_in_place();
    (READ.take().unwrap(), dioxus_ssr::render(&page).replace('\u{a0}', " "))
}

fn zofia(day: &str, month: &str, year: &str, email: &str) -> Typed {
    Typed {
        given: " Zofia ".into(),
        surname: "Kowalska".into(),
        born: TypedDate { day: day.into(), month: month.into(), year: year.into() },
        relationship: Some("child".into()),
        email: email.into(),
    }
}

fn fields(wrong: &[Mistake]) -> Vec<&str> {
    wrong.iter().map(|mistake| mistake.field.as_str()).collect()
}

#[test]
fn an_address_is_required_from_the_eighteenth_birthday_on() {
    let (read, html) = sent(zofia("24", "listopada", "2008", ""));
    assert_eq!(read.unwrap().email, None);
    assert!(html.contains("(nieobowiązkowe)") && html.contains("Z adresem dziecko"), "{html}");

    let (read, html) = sent(zofia("23", "11", "2008", ""));
    assert_eq!(fields(&read.unwrap_err()), ["email"]);
    assert!(html.contains("Podaj adres e-mail: od 18 lat jest wymagany"), "{html}");
    assert!(!html.contains("(nieobowiązkowe)"), "{html}");

    let (read, _) = sent(zofia("23", "11", "2008", "zofia@example.com"));
    assert_eq!(read.unwrap().email.unwrap().as_str(), "zofia@example.com");
}

#[test]
fn the_twenty_ninth_of_february_is_of_age_on_the_twenty_eighth() {
    let typed = zofia("29", "2", "2008", "");
    for (day, adult) in [(27, false), (28, true)] {
        assert_eq!(typed.is_adult(Date::constant(2026, 2, day)), Some(adult), "{day}");
    }
}

#[test]
fn every_mistake_stands_beside_its_field_and_the_letters_stay() {
    let typed = Typed { given: "Zofia2".into(), email: "zofia@".into(), ..Typed::default() };
    let (read, html) = sent(typed);
    let wrong = read.unwrap_err();
    assert_eq!(fields(&wrong), ["given", "surname", "born", "relationship", "email"]);
    for mistake in wrong {
        assert!(html.contains(&format!("id=\"{}-error\"", mistake.field)), "{}", mistake.field);
    }
    assert!(html.contains("Zofia2") && html.contains("zofia@"), "{html}");
}

#[test]
fn a_birthday_must_be_a_day_in_the_past() {
    for (day, month, year) in [("31", "4", "2010"), ("1", "1", "2027"), ("x", "1", "2010")] {
        let (read, _) = sent(zofia(day, month, year, ""));
        assert_eq!(fields(&read.unwrap_err()), ["born"], "{day} {month} {year}");
    }
}

#[test]
fn every_relationship_can_be_chosen_by_its_words() {
    let (_, html) = sent(Typed::default());
    for one in Relationship::ALL {
        assert!(html.contains(&format!("value=\"{}\"", one.name())), "{}", one.name());
    }
    assert!(!html.contains("family-kin-"), "{html}");
}
