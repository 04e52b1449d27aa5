//! Without a camera: a picture of the code, its text, or a scanner that types.
//! **Invariant**: each way ends in the same check as the camera's.

use dioxus::prelude::*;

use super::picture::{self, Unread};
use super::scanner_keys::ScannerKeys;
use super::till::Source;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::field::{Field, FieldKind};
use crate::ui::file_field::{FileField, FileState, PickedFile};

pub const FIELD: &str = "check-code";

#[component]
pub fn OtherWays(scanner: ScannerKeys, onscan: Callback<(String, Source)>) -> Element {
    let t = use_text();
    rsx! {
        section { class: "stack",
            h2 { {t.get("check-other")} }
            FromPicture { onscan }
            FromText { scanner, onscan }
        }
    }
}

#[component]
fn FromPicture(onscan: Callback<(String, Source)>) -> Element {
    let t = use_text();
    let mut trouble = use_signal(|| None::<Unread>);
    let read = move |file: PickedFile| {
        trouble.set(None);
        spawn(async move {
            match picture::read_file(&file.bytes).await {
                Ok(text) => onscan.call((text, Source::Picture)),
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    rsx! {
        FileField {
            id: "check-picture",
            label: t.get("check-picture"),
            hint: t.get("check-picture-hint"),
            action: t.get("check-picture-choose"),
            accept: "image/*",
            state: FileState::Empty,
            error: trouble().map(|why| t.get(match why {
                Unread::NotAPicture => "check-picture-unreadable",
                Unread::NoCode => "check-picture-no-code",
                Unread::NoReader(_) => "error-offline",
            })),
            onpick: read,
        }
    }
}

/// A scanner plugged into the computer types the text and presses Enter.
#[component]
fn FromText(scanner: ScannerKeys, onscan: Callback<(String, Source)>) -> Element {
    let t = use_text();
    let mut typed = use_signal(String::new);
    let mut is_empty = use_signal(|| false);
    // The first letters of a scan land here when the focus is here.
    use_effect(move || {
        if scanner.codes() > 0 {
            typed.set(String::new());
        }
    });
    rsx! {
        form {
            class: "stack-close",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let text = typed.take();
                is_empty.set(text.trim().is_empty());
                if !is_empty() {
                    onscan.call((text, Source::Text));
                }
            },
            Field {
                id: FIELD,
                label: t.get("check-text"),
                hint: t.get("check-text-hint"),
                kind: FieldKind::Name,
                autocomplete: "off",
                value: typed(),
                error: is_empty().then(|| t.get("check-text-empty")),
                oninput: move |text| typed.set(text),
            }
            div { class: "actions",
                Button { submit: true, tone: ButtonTone::Secondary, {t.get("check-text-send")} }
            }
        }
    }
}
