//! "Kto oglądał Twoją sprawę": every look of the office at a case, a file or a card.
//! **Invariant**: newest first; what was seen and when, never which clerk.

use dioxus::prelude::*;
use karta_core::api::privacy::{AccessLine, AccessLog, AccessWhat, ListAccess};
use karta_core::id::ResidentId;

use super::loaded::loaded;
use crate::icon::Icon;
use crate::screen::application::when;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::empty::Empty;
use crate::ui::timeline::Timeline;

#[component]
pub fn LookedAt(resident: ResidentId) -> Element {
    let t = use_text();
    let app = use_app();
    // Another person chosen above is another list.
    let whose = use_memo(use_reactive!(|resident| resident));
    let load = use_load::<ListAccess>(move || *whose.read());
    rsx! {
        section { class: "stack-close",
            h2 { {t.get("privacy-looks")} }
            if let Some(guest) = app.guest() {
                p { strong { {guest.name.display()} } }
            }
            p { class: "muted", {t.get("privacy-looks-lead")} }
            {loaded(t, load, |AccessLog { lines }| rsx! { Lines { lines } })}
        }
    }
}

#[component]
fn Lines(lines: Vec<AccessLine>) -> Element {
    let t = use_text();
    rsx! {
        if lines.is_empty() {
            Empty { icon: Icon::Eye, title: t.get("privacy-looks-none") }
        } else {
            Timeline { lines: lines.iter().map(|line| said(t, line)).collect() }
        }
    }
}

fn said(t: Text, line: &AccessLine) -> (String, String) {
    let what = t.get(match line.what {
        AccessWhat::CaseSeen => "privacy-look-case",
        AccessWhat::PhotoSeen => "privacy-look-photo",
        AccessWhat::DocumentSeen => "privacy-look-document",
        AccessWhat::CaseChanged => "privacy-look-case-changed",
        AccessWhat::CardSeen => "privacy-look-card",
        AccessWhat::CardChanged => "privacy-look-card-changed",
    });
    let what = match &line.application {
        Some(number) => format!("{what}, {number}"),
        None => what,
    };
    (what, when::moment(t, line.at))
}

#[cfg(test)]
mod tests {
    use karta_core::language::Language;
    use karta_core::time::Timestamp;

    use super::*;
    use crate::text::use_text_provider;

    #[component]
    fn Drawn(lines: Vec<AccessLine>) -> Element {
        use_text_provider(Language::Pl);
        rsx! { Lines { lines } }
    }

    fn drawn(lines: Vec<AccessLine>) -> String {
        let mut page = VirtualDom::new_with_props(Drawn, DrawnProps { lines });
        page.rebuild_in_place();
        dioxus_ssr::render(&page)
    }

    #[test]
    fn nobody_looked_is_said_and_is_not_an_error() {
        let html = drawn(Vec::new());
        assert!(html.contains("class=\"empty\""), "{html}");
    }

    #[test]
    fn a_look_says_what_and_when() {
        let at = Timestamp::from_second(1_795_000_000).unwrap();
        let html = drawn(vec![AccessLine { at, what: AccessWhat::PhotoSeen, application: None }]);
        assert!(html.contains("zdjęcie") && html.contains("2026"), "{html}");
    }
}
