use std::cell::RefCell;
use std::time::Duration;

use karta_core::api::check::{Checked, Finding, Holder};
use karta_core::base64::Base64;
use karta_core::card::Class;
use karta_core::card::credential::About;
use karta_core::card::verdict::Pass;
use karta_core::language::Language;
use karta_core::offline::Kept;
use karta_core::time::{Date, Timestamp};

use super::*;
use crate::screen::verify::till::use_till;
use crate::state::lists::use_lists_provider;
use crate::state::recent::use_recent_provider;
use crate::state::{App, use_quiet_app_provider};
use crate::text::use_text_provider;

thread_local! {
    static HANDLES: RefCell<Option<(Till, App)>> = const { RefCell::new(None) };
}

#[component]
fn Stage() -> Element {
    let app = use_quiet_app_provider();
    use_lists_provider();
    use_text_provider(Language::Pl);
    use_recent_provider();
    let till = use_till();
    HANDLES.set(Some((till, app)));
    rsx! {
        Told { till }
    }
}

fn till() -> (VirtualDom, Till, App) {
    let mut page = VirtualDom::new(Stage);
    page.rebuild_in_place();
    let (till, app) = HANDLES.take().unwrap();
    (page, till, app)
}

fn drawn(page: &mut VirtualDom) -> String {
    page.render_immediate(&mut dioxus::core::NoOpMutations);
    dioxus_ssr::render(page)
}

/// Lets what was begun run for a moment.
async fn settle(page: &mut VirtualDom) {
    for _ in 0..20 {
        let _nothing_to_do =
            tokio::time::timeout(Duration::from_millis(10), page.wait_for_work()).await;
        page.render_immediate(&mut dioxus::core::NoOpMutations);
    }
}

fn checked() -> Checked {
    let holder = Holder {
        name: "Anna K.".into(),
        class: Class::Senior,
        until: Date::constant(2029, 11, 22),
        photo: Some(Base64(vec![1, 2, 3])),
    };
    Checked { finding: Finding::Valid, holder: Some(holder) }
}

#[tokio::test]
async fn nothing_of_the_holder_outlives_the_answer() {
    let (mut page, till, app) = till();
    page.in_scope(ScopeId::ROOT, || till.number(checked()));
    let html = drawn(&mut page);
    assert!(html.contains("Senior lub seniorka: Anna K."), "{html}");
    assert!(html.contains("data:image/jpeg"), "{html}");
    page.in_scope(ScopeId::ROOT, || till.next());
    let html = drawn(&mut page);
    assert!(!html.contains("Anna") && !html.contains("data:image"), "{html}");
    assert_eq!(page.in_scope(ScopeId::ROOT, || till.answered()), None);
    settle(&mut page).await;
    let cache = page.in_scope(ScopeId::ROOT, || app.cache());
    let Ok(Some(kept @ Kept::Counts1(counts))) = cache.get("counts").await else {
        panic!("not counted")
    };
    assert_eq!((counts.valid, counts.cannot_tell), (0, 1), "nobody has compared anything yet");
    assert!(!kept.write().contains("Anna"));
}

#[tokio::test]
async fn a_printed_card_counts_as_what_the_document_says() {
    let (page, till, _) = till();
    let about = About { class: Class::Adult, flags: 0, initials: None };
    let pass = Pass { issuer: String::new(), about, until: Timestamp::MAX, shown: None };
    let printed = Judged::CheckDocument(pass);
    for (is_same, valid, not_valid) in [(true, 1, 0), (false, 1, 1)] {
        page.in_scope(ScopeId::ROOT, || {
            till.tally().note(&printed);
            till.compared(&printed, is_same);
        });
        let counts = page.in_scope(ScopeId::ROOT, || till.tally().today());
        let found = (counts.valid, counts.not_valid, counts.cannot_tell);
        assert_eq!(found, (valid, not_valid, 0));
    }
}
