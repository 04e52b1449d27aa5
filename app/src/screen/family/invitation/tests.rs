use karta_core::language::Language;
use serde_json::json;

use super::new_account::{Form, asked};
use super::*;
use crate::state::use_quiet_app_provider;
use crate::text::use_text_provider;
use crate::ui::focus::use_focus_provider;

#[derive(Props, Clone, PartialEq)]
struct Given {
    view: InvitationView,
}

#[expect(non_snake_case, reason = "a component")]
fn Stage(given: Given) -> Element {
    use_text_provider(Language::Pl);
    use_focus_provider();
    use_quiet_app_provider();
    let (token, view) = (Secret::new("once"), given.view);
    if view.kind != InvitationKind::NewAccount {
        return rsx! { Asked { token, view, onend: |_| {} } };
    }
    let town = include_str!("../../../../../core/vectors/town.json");
    let consents = asked(&serde_json::from_str(town).unwrap(), &view);
    rsx! { Form { token, view, consents, onend: |_| {} } }
}

fn shown(kind: &str, is_minor: bool) -> String {
    let view = json!({
        "kind": kind, "from": { "given": "Anna", "surname": "Kowalska" },
        "name": { "given": "Zofia", "surname": "Kowalska" }, "is_minor": is_minor,
        "until": "2026-11-30T12:00:00Z",
    });
    let view = serde_json::from_value(view).unwrap();
    let mut page = VirtualDom::new_with_props(Stage, Given { view });
    page.rebuild_in_place();
    dioxus_ssr::render(&page).replace('\u{a0}', " ")
}

#[test]
fn an_adult_is_asked_for_consents_and_nothing_is_ticked() {
    let html = shown("new_account", false);
    for part in ["type=\"password\"", "consent-to-act", "required-consents", "Odrzuć zaproszenie"]
    {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(html.contains("type=\"checkbox\"") && !html.contains(" checked"), "{html}");
    assert!(html.contains("30 listopada 2026 r., 13:00"), "{html}");
}

#[test]
fn a_minor_is_asked_for_nothing_but_a_password() {
    let html = shown("new_account", true);
    assert!(html.contains("type=\"password\"") && !html.contains("checkbox"), "{html}");
}

#[test]
fn joining_needs_signing_in_and_comes_back_without_the_token() {
    for kind in ["join", "guardian"] {
        let html = shown(kind, false);
        assert!(html.contains("/zaloguj?next=/zaproszenie\""), "{html}");
        assert!(!html.contains("once"), "{html}");
        assert_eq!(html.contains("/konto"), kind == "guardian", "{html}");
    }
}

#[component]
fn Ended(outcome: Outcome) -> Element {
    use_text_provider(Language::Pl);
    use_focus_provider();
    rsx! { Over { outcome } }
}

#[test]
fn no_end_is_a_dead_end() {
    use Outcome::{Created, Declined, Expired, Guardian, Joined, NoLink};
    for outcome in [Created, Joined, Guardian, Declined, Expired, NoLink] {
        let mut page = VirtualDom::new_with_props(Ended, EndedProps { outcome });
        page.rebuild_in_place();
        let html = dioxus_ssr::render(&page);
        assert!(html.contains("<h1") && html.contains("href="), "{outcome:?}: {html}");
        assert!(!html.contains("invite-"), "{outcome:?}: {html}");
    }
}
