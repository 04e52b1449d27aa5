use dioxus::prelude::*;
use karta_core::api::family::Family;
use karta_core::language::Language;
use serde_json::{Value, json};

use super::super::list::Listed;
use super::super::one::Shown;
use super::super::remove::Outcome;
use super::*;
use crate::state::use_quiet_app_provider;
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;

const RESIDENT: &str = "res_0000000000000000000000000000000a";

/// A child of twelve with that card; `change` says what else is different.
fn member(card: Value, change: Value) -> MemberView {
    let mut member = json!({
        "id": "mem_0000000000000000000000000000000a", "version": 1,
        "name": { "given": "Zofia", "surname": "Kowalska" }, "born": "2014-05-01",
        "relationship": "child", "email": null, "state": { "is": "without_account" },
        "resident": RESIDENT, "card": card, "is_confirmed": false, "of_age_on": "2032-05-01",
        "guardian": { "is": "nobody" }, "removal": "card_ends",
    });
    for (key, value) in change.as_object().unwrap() {
        member[key] = value.clone();
    }
    serde_json::from_value(member).unwrap()
}

fn card(is: &str) -> Value {
    json!({ "is": is, "period": { "from": "2026-11-01", "to": "2027-10-31" } })
}

#[derive(Props, Clone, PartialEq)]
struct Given {
    members: Vec<MemberView>,
    offline: bool,
    alone: bool,
}

#[expect(non_snake_case, reason = "a component")]
fn Stage(given: Given) -> Element {
    use_text_provider(Language::Pl);
    use_focus_provider();
    let app = use_quiet_app_provider();
    app.learn_time("2026-11-23T12:00:00Z".parse().unwrap());
    let Given { members, offline, alone } = given;
    match members.first().filter(|_| alone) {
        Some(member) => rsx! { Shown { member: member.clone(), offline, onchange: |_| {} } },
        None => rsx! { Listed { family: Family { members }, offline, onchange: |_| {} } },
    }
}

fn drawn(given: Given) -> String {
    let mut page = VirtualDom::new_with_props(Stage, given);
    page.rebuild_in_place();
    dioxus_ssr::render(&page).replace('\u{a0}', " ")
}

fn listed(member: MemberView) -> String {
    drawn(Given { members: vec![member], offline: false, alone: false })
}

fn shown(member: MemberView) -> String {
    drawn(Given { members: vec![member], offline: false, alone: true })
}

fn assert_says(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

#[test]
fn every_card_has_a_word_a_sentence_and_its_step() {
    let cases: [(&str, &[&str]); 7] = [
        ("nothing", &["Bez karty", "Złóż wniosek: Zofia Kowalska"]),
        ("waiting", &["Wniosek w urzędzie", "Zobacz wniosek"]),
        ("to_correct", &["Do poprawy", "Popraw wniosek"]),
        ("valid", &["Karta ważna", "Ważna do 31 października 2027 r.", "Pokaż kartę"]),
        ("ended", &["Karta wygasła", "Złóż wniosek"]),
        ("blocked", &["Karta zablokowana", "Zobacz kartę"]),
        ("revoked", &["Karta unieważniona", "Złóż wniosek"]),
    ];
    for (is, parts) in cases {
        let html = listed(member(card(is), json!({})));
        assert_says(&html, parts);
        assert_says(&html, &["Dziecko, 12 lat", "data-tone=", "ZK"]);
    }
}

#[test]
fn an_invitation_says_until_when_and_can_be_sent_again() {
    let adult = json!({ "email": "jan@example.com", "resident": null, "of_age_on": null,
        "born": "1980-05-01", "state": { "is": "invited", "until": "2026-11-30T12:00:00Z" } });
    let html = listed(member(Value::Null, adult.clone()));
    assert_says(&html, &["Zaproszenie wysłane", "Czekamy na odpowiedź do 30 listopada 2026 r."]);
    let html = shown(member(Value::Null, adult.clone()));
    let parts = ["Wyślij zaproszenie jeszcze raz", "Zmień adres", "jan@example.com"];
    assert_says(&html, &parts);
    let mut expired = adult;
    expired["state"] = json!({ "is": "invitation_expired" });
    let html = listed(member(Value::Null, expired));
    assert_says(&html, &["Zaproszenie wygasło", "Wyślij zaproszenie jeszcze raz"]);
}

#[test]
fn sixty_days_before_eighteen_the_address_is_the_next_step() {
    let born = |of_age_on: &str| json!({ "of_age_on": of_age_on, "born": "2009-01-22" });
    let soon = listed(member(card("valid"), born("2027-01-22")));
    assert_says(&soon, &["Za 60 dni kończy 18 lat: podaj adres e-mail.", "/zmien"]);
    let later = listed(member(card("valid"), born("2027-01-23")));
    assert!(!later.contains("kończy 18 lat"), "{later}");
    let tomorrow = listed(member(card("valid"), born("2026-11-24")));
    assert_says(&tomorrow, &["Za 1 dzień kończy 18 lat"]);
}

#[test]
fn after_the_birthday_the_handover_names_its_last_day() {
    let over = json!({ "resident": null, "of_age_on": null, "born": "2008-11-20",
        "state": { "is": "of_age", "invite_until": "2027-01-19T12:00:00Z" } });
    let html = listed(member(Value::Null, over));
    assert_says(&html, &["podaj adres e-mail do 19 stycznia 2027 r.", "/zmien"]);
}

#[test]
fn what_the_office_asks_for_comes_before_the_birthday() {
    let both = json!({ "of_age_on": "2026-12-01", "born": "2008-12-01" });
    let html = listed(member(card("to_correct"), both));
    assert_says(&html, &["Popraw wniosek"]);
}

#[test]
fn without_a_network_only_a_card_can_be_opened_and_the_page_says_so() {
    let offline = |is| {
        let members = vec![member(card(is), json!({}))];
        drawn(Given { members, offline: true, alone: false })
    };
    assert_says(&offline("valid"), &["Pokaż kartę", "Bez internetu można tylko oglądać"]);
    let html = offline("nothing");
    assert!(!html.contains("<button") && !html.contains("/rodzina/dodaj"), "{html}");
}

#[test]
fn an_empty_family_says_who_may_be_added() {
    let html = drawn(Given { members: vec![], offline: false, alone: false });
    let parts = ["Dodaj dziecko lub bliską osobę", "Dodaj konto", "Dziecko do 18 lat", "open"];
    assert_says(&html, &parts);
}

#[test]
fn the_page_of_a_person_explains_guardians_eighteen_and_consent() {
    let child = shown(member(card("valid"), json!({ "is_confirmed": true })));
    assert_says(&child, &["Dodaj drugiego opiekuna", "Osiemnaste urodziny: 1 maja 2032 r."]);
    assert_says(&child, &["potwierdził urząd", "<h1"]);
    let adult = json!({ "of_age_on": null, "born": "1950-05-01", "guardian": { "is": "not_possible" },
        "state": { "is": "active", "consent": false } });
    let html = shown(member(Value::Null, adult));
    assert_says(&html, &["Zgoda na działanie", "Nie ma"]);
    assert!(!html.contains("opiekun"), "{html}");
}

#[component]
fn Said(removal: karta_core::api::family::Removal) -> Element {
    use_text_provider(Language::Pl);
    rsx! { Outcome { removal } }
}

#[test]
fn removing_says_first_what_happens_to_the_card() {
    use karta_core::api::family::Removal;
    let cases = [
        (Removal::NothingLost, "Wpisane dane zostaną usunięte"),
        (Removal::CardStays, "Karta zostaje"),
        (Removal::CardEnds, "Karta zostanie unieważniona"),
    ];
    for (removal, words) in cases {
        let mut page = VirtualDom::new_with_props(Said, SaidProps { removal });
        page.rebuild_in_place();
        assert_says(&dioxus_ssr::render(&page).replace('\u{a0}', " "), &[words]);
    }
}
