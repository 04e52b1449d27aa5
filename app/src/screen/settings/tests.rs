//! What the pages of the account say, drawn without a server.

use dioxus::prelude::*;
use karta_core::api::account::Me;
use karta_core::api::settings::{MyConsent, RecoveryCodes, SecondStep, TotpOffer};
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::town::Key;

use super::second_step::{Codes, Offer, TurnedOn};
use super::{Overview, consents};
use crate::state::use_quiet_app_provider;
use crate::text::use_text_provider;

#[derive(Clone, Copy)]
struct View(fn() -> Element);

impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Stage(view: View) -> Element {
    use_text_provider(Language::Pl);
    use_quiet_app_provider();
    crate::ui::focus::use_focus_provider();
    rsx! { Scene { view } }
}

#[component]
fn Scene(view: View) -> Element {
    view.0()
}

fn drawn(view: fn() -> Element) -> String {
    let mut page = VirtualDom::new_with_props(Stage, StageProps { view: View(view) });
    page.rebuild_in_place();
    dioxus_ssr::render(&page)
}

fn me(rest: &str) -> Me {
    let text = format!(
        r#"{{"account":"acc_0000000000000000000000000000000a","email":"anna@example.com",
        "language":"pl","role":"resident","name":{{"given":"Anna","surname":"Zmyślona"}},
        "residents":[],"phone":"+48601234567",{rest},"server_time":"2026-11-23T12:00:00Z"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_member_of_a_family_changes_no_address_and_hears_why() {
    let own = drawn(|| {
        let me = me(r#""is_member":false,"consents_due":false,"second_step":"off""#);
        rsx! { Overview { me } }
    });
    assert!(own.contains("/ustawienia/email") && own.contains("/ustawienia/telefon"), "{own}");
    let member = drawn(|| {
        let me = me(r#""is_member":true,"consents_due":false,"second_step":"on""#);
        rsx! { Overview { me } }
    });
    assert!(!member.contains("/ustawienia/email"), "{member}");
    assert!(member.contains("należy do\u{a0}rodziny") || member.contains("należy do rodziny"));
    assert!(member.contains("Włączony"), "{member}");
}

#[test]
fn what_is_due_stands_first() {
    let html = drawn(|| {
        let me = me(r#""is_member":false,"consents_due":true,"second_step":"due""#);
        rsx! { Overview { me } }
    });
    let [step, consents, data] = ["Najpierw włącz", "Potrzebne są Twoje zgody", "Twoje dane"]
        .map(|part| html.find(part).unwrap_or_else(|| panic!("no {part} in {html}")));
    assert!(step < consents && consents < data);
}

#[test]
fn the_secret_is_a_picture_and_letters_and_the_code_has_its_field() {
    let html = drawn(|| {
        let offer = TotpOffer {
            secret: Secret::new("ABCDEFGHIJKLMNOP"),
            uri: Secret::new("otpauth://totp/Karta?secret=ABCDEFGHIJKLMNOP"),
        };
        rsx! { Offer { offer, oncodes: |_| {}, onback: |()| {} } }
    });
    for part in ["<svg", "ABCD EFGH IJKL MNOP", "one-time-code", "inputmode=\"numeric\""] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(!html.contains("otpauth:"), "only in the picture: {html}");
}

#[test]
fn recovery_codes_are_text_and_nothing_is_ticked() {
    let html = drawn(|| {
        let codes =
            RecoveryCodes { codes: vec![Secret::new("aaaa-bbbb"), Secret::new("cccc-dddd")] };
        rsx! { Codes { codes, ondone: |()| {} } }
    });
    assert_eq!(html.matches("<li").count(), 2, "{html}");
    assert!(html.contains("download=\"karta-kody.txt\""), "{html}");
    assert!(!html.contains("checked"), "{html}");
}

#[test]
fn staff_cannot_turn_the_second_step_off_and_few_codes_are_a_warning() {
    let resident = drawn(|| {
        let step = SecondStep { totp: true, recovery_codes: 8 };
        rsx! { TurnedOn { step, is_staff: false, oncodes: |_| {}, onoff: |_| {} } }
    });
    assert!(resident.contains("Wyłącz drugi krok") && resident.contains("8 kodów"), "{resident}");
    let staff = drawn(|| {
        let step = SecondStep { totp: true, recovery_codes: 1 };
        rsx! { TurnedOn { step, is_staff: true, oncodes: |_| {}, onoff: |_| {} } }
    });
    assert!(!staff.contains("Wyłącz drugi krok"), "{staff}");
    assert!(staff.contains("data-tone=\"warn\""), "{staff}");
}

#[test]
fn a_required_consent_names_the_way_out_and_an_optional_one_has_a_button() {
    let required = drawn(|| rsx! { consents::tests::Shown { consent: consent(true) } });
    assert!(required.contains("/ustawienia/usun") && !required.contains("<button"), "{required}");
    let optional = drawn(|| rsx! { consents::tests::Shown { consent: consent(false) } });
    assert!(optional.contains("Wycofaj zgodę"), "{optional}");
}

fn consent(required: bool) -> MyConsent {
    let key = Key::parse("terms").unwrap();
    MyConsent { key, version: 1, required, given: true, history: Vec::new() }
}
