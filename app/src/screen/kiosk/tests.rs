//! What each of the kiosk's screens says, rendered to text.

use std::cell::RefCell;
use std::rc::Rc;

use dioxus::history::{History, MemoryHistory, provide_history_context};
use dioxus::prelude::*;
use karta_core::language::Language;

use crate::route::Route;
use crate::state::card::use_card_provider;
use crate::state::kiosk::use_kiosk_provider;
use crate::state::lists::use_lists_provider;
use crate::state::recent::use_recent_provider;
use crate::state::use_quiet_app_provider;
use crate::text::{use_text, use_text_provider};

thread_local! {
    static AT: RefCell<(String, Language)> = const { RefCell::new((String::new(), Language::Pl)) };
}

#[component]
fn Stage() -> Element {
    let (place, language) = AT.with_borrow(Clone::clone);
    use_hook(|| {
        let history: Rc<dyn History> = Rc::new(MemoryHistory::with_initial_path(place));
        provide_history_context(history);
    });
    use_text_provider(language);
    crate::ui::focus::use_focus_provider();
    use_recent_provider();
    use_quiet_app_provider();
    use_card_provider();
    use_lists_provider();
    use_kiosk_provider();
    let _t = use_text();
    rsx! { Router::<Route> {} }
}

fn shows(place: &str, language: Language) -> String {
    AT.set((place.to_owned(), language));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut page = VirtualDom::new(Stage);
        page.rebuild_in_place();
        dioxus_ssr::render(&page)
    })
}

#[track_caller]
fn says(place: &str, language: Language, words: &[&str]) {
    let html = shows(place, language).replace('\u{a0}', " ");
    for word in words {
        assert!(html.contains(word), "no {word} in {html}");
    }
}

#[test]
fn the_first_screen_says_what_one_can_do_here_in_three_languages() {
    says("/kiosk", Language::Pl, &["Co chcesz zrobić?", "Sprawdź kartę", "Znajdź zniżkę"]);
    says("/kiosk", Language::En, &["What would you like to do?", "Check a card"]);
    says("/kiosk", Language::Uk, &["Що ви хочете зробити?", "Перевірити картку"]);
}

#[test]
fn help_letters_contrast_and_languages_are_on_every_screen() {
    for place in
        ["", "/sprawdz", "/przedluz", "/wniosek", "/odbior", "/znizki", "/dziekuje", "/obsluga"]
    {
        let place = format!("/kiosk{place}");
        let tools = ["Większe litery", "Wysoki kontrast", "Potrzebuję pomocy", "Polski", "English"];
        says(&place, Language::Pl, &tools);
        let can_restart = shows(&place, Language::Pl).contains("Zacznij od nowa");
        assert_eq!(can_restart, place != "/kiosk", "{place}");
    }
}

#[test]
fn a_screen_that_needs_the_town_says_so_without_it() {
    for place in ["/kiosk/przedluz", "/kiosk/wniosek", "/kiosk/odbior"] {
        says(place, Language::Pl, &["Część usług teraz nie działa"]);
    }
}

#[test]
fn the_boxes_open_no_keyboard_of_the_system_and_remember_nothing() {
    for place in ["/kiosk/przedluz", "/kiosk/odbior", "/kiosk/obsluga"] {
        says(place, Language::Pl, &[r#"inputmode="none""#, r#"autocomplete="off""#, "Klawiatura"]);
    }
    says("/kiosk/odbior", Language::Pl, &[">Ą<", ">Ż<"]);
    says("/kiosk/obsluga", Language::Pl, &[r#"type="password""#]);
}
