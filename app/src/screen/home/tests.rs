//! The first page of a family: one person, several, offline, somebody who is of age by now.

use std::cell::RefCell;
use std::time::Duration;

use karta_core::api::account::Me;
use karta_core::base64::Base64;
use karta_core::card::number::CardNumber;
use karta_core::entitlement::Period;
use karta_core::id::{CardId, ResidentId};
use karta_core::language::Language;
use karta_core::offline::{Kept, KeptCard};
use karta_core::time::{Timestamp, day_of, plus_days};

use super::*;
use crate::shell::Strip;
use crate::state::card::use_card_provider;
use crate::state::{App, use_quiet_app_provider};
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

const ANNA: &str = "res_0000000000000000000000000000000a";
const ZOFIA: &str = "res_0000000000000000000000000000000b";

#[derive(Clone, Debug, PartialEq, Routable)]
enum Place {
    #[route("/")]
    Both {},
}

#[component]
fn Both() -> Element {
    rsx! {
        Strip {}
        Start {}
    }
}

#[component]
fn Stage() -> Element {
    use_text_provider(Language::Pl);
    use_focus_provider();
    APP.set(Some(use_quiet_app_provider()));
    use_card_provider();
    rsx! { Router::<Place> {} }
}

fn today() -> karta_core::time::Date {
    day_of(crate::platform::now())
}

/// Anna and, as long as she is a child on that day, Zofia.
fn me(zofia: Option<karta_core::time::Date>, power: &str, due: bool) -> Me {
    let person = |of: &str, name: &str, is_own: bool, until: String| {
        format!(
            r#"{{"id":"{of}","name":{{"given":"{name}","surname":"Nowak"}},"is_own":{is_own},
            "power":"{power}","until":{until}}}"#
        )
    };
    let mut residents = vec![person(ANNA, "Anna", true, "null".into())];
    residents.extend(zofia.map(|until| person(ZOFIA, "Zofia", false, format!("\"{until}\""))));
    let text = format!(
        r#"{{"account":"acc_0000000000000000000000000000000a","email":"anna@example.com",
        "language":"pl","role":"resident","name":{{"given":"Anna","surname":"Nowak"}},
        "residents":[{}],"phone":null,"is_member":false,"consents_due":{due},
        "second_step":"off","server_time":"2026-11-23T12:00:00Z"}}"#,
        residents.join(",")
    );
    serde_json::from_str(&text).unwrap()
}

fn card(of: &str, n: u8) -> KeptCard {
    let resident = ResidentId::parse(of).unwrap();
    KeptCard {
        resident,
        card: CardId::parse(&format!("card_{n:032x}")).unwrap(),
        number: CardNumber::from_random(u64::from(n)),
        name: me(None, "acts", false).name,
        period: Period { from: plus_days(today(), -30), to: plus_days(today(), 300) },
        credential: Base64(vec![1]),
        credential_until: Timestamp::UNIX_EPOCH,
        typed: None,
        grace: None,
        photo: None,
        clock_offset: 0,
        as_of: Timestamp::UNIX_EPOCH,
    }
}

/// The page after the store has answered, without a network.
async fn shown(me: Me, chosen: Option<&str>, cards: &[KeptCard]) -> String {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let app = APP.take().unwrap();
    for card in cards {
        let key = format!("card/{}", card.resident);
        app.cache().put(&key, &Kept::Card2(Box::new(card.clone()))).await.unwrap();
    }
    page.in_scope(ScopeId::ROOT, || {
        app.goes_offline();
        app.enters(me);
        if let Some(chosen) = chosen {
            app.choose(ResidentId::parse(chosen).unwrap());
        }
    });
    for _ in 0..10 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
    dioxus_ssr::render(&page).replace('\u{a0}', " ")
}

fn later() -> Option<karta_core::time::Date> {
    Some(plus_days(today(), 400))
}

#[tokio::test]
async fn one_person_sees_the_front_page() {
    let html = shown(me(None, "acts", false), None, &[]).await;
    assert!(html.contains("Pokaż kartę") && !html.contains("code-row"), "{html}");
    assert!(!html.contains("Oglądasz kartę"), "{html}");
}

#[tokio::test]
async fn a_family_finds_every_code_without_a_network() {
    let cards = [card(ANNA, 1), card(ZOFIA, 2)];
    let html = shown(me(later(), "acts", false), None, &cards).await;
    for part in ["Pokaż kod: Anna", "Pokaż kod: Zofia", "/karta/po-kolei", "/rodzina/dodaj"] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(html.contains("Bez internetu. Zapisane kody działają."), "{html}");
    assert!(html.find("Anna").unwrap() < html.find("Zofia").unwrap(), "{html}");
    assert!(!html.contains("Oglądasz kartę"), "{html}");
}

#[tokio::test]
async fn the_strip_says_whose_card_is_shown() {
    let html = shown(me(later(), "acts", false), Some(ZOFIA), &[]).await;
    assert!(html.contains("Oglądasz kartę: Zofia") && html.contains("Wróć do swojej"), "{html}");
}

#[tokio::test]
async fn a_person_without_a_card_gets_no_code() {
    let html = shown(me(later(), "acts", false), None, &[card(ANNA, 1)]).await;
    assert!(!html.contains("Pokaż kod: Zofia"), "{html}");
    assert!(html.contains("Wnioski: Zofia") && html.contains("Brak karty"), "{html}");
    assert!(!html.contains("po-kolei"), "{html}");
}

#[tokio::test]
async fn who_is_of_age_today_is_gone() {
    let html = shown(me(Some(today()), "acts", false), Some(ZOFIA), &[card(ZOFIA, 2)]).await;
    assert!(!html.contains("Zofia"), "{html}");
}

#[tokio::test]
async fn a_childs_own_account_is_not_led_to_a_family() {
    let html = shown(me(None, "shows", false), None, &[]).await;
    assert!(!html.contains("/rodzina"), "{html}");
}

#[tokio::test]
async fn missing_consents_are_asked_for() {
    let html = shown(me(None, "acts", true), None, &[]).await;
    assert!(html.contains("/ustawienia/zgody"), "{html}");
}
