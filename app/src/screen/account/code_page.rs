//! The second page of signing in: a code of the authenticator app, or one kept for a bad day.
//! **Invariant**: one field takes both; nothing typed here is remembered.

use dioxus::prelude::*;
use karta_core::secret::Secret;

use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::fold::Fold;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

#[component]
pub fn CodePage(
    busy: bool,
    /// What the server said to the last code.
    failure: Option<String>,
    onsend: EventHandler<Secret>,
    onback: EventHandler<()>,
) -> Element {
    let t = use_text();
    let mut code = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let send = move |event: FormEvent| {
        event.prevent_default();
        if busy {
            return;
        }
        // Apps show "123 456"; people type what they see.
        let typed: String = code.peek().chars().filter(|letter| !letter.is_whitespace()).collect();
        if typed.is_empty() {
            wrong.set(Some(t.get("second-code-missing")));
        } else {
            wrong.set(None);
            onsend.call(Secret::new(typed));
        }
    };
    rsx! {
        Page { heading: t.get("second-sign-in"), mistaken: wrong.read().is_some(),
            p { {t.get("second-sign-in-lead")} }
            if let Some(sentence) = failure.filter(|_| wrong.read().is_none()) {
                Notice { tone: Tone::Danger, live: true, {sentence} }
            }
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "code", label: t.get("second-code"), value: code(), kind: FieldKind::Digits,
                    width: FieldWidth::Medium, hint: t.get("second-code-hint"), autocomplete: "one-time-code",
                    error: wrong(),
                    oninput: move |text| code.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy, {t.get("sign-in-title")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| onback.call(()), {t.get("kit-back")} }
                }
            }
            Fold { title: t.get("second-no-phone"),
                p { {t.get("second-no-phone-how")} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use karta_core::language::Language;

    use super::*;
    use crate::text::use_text_provider;

    #[component]
    fn Drawn() -> Element {
        use_text_provider(Language::Pl);
        rsx! {
            CodePage { busy: false, failure: "Nie ten kod", onsend: |_| {}, onback: |()| {} }
        }
    }

    #[test]
    fn one_field_for_both_kinds_of_code() {
        let mut page = VirtualDom::new(Drawn);
        page.rebuild_in_place();
        let html = dioxus_ssr::render(&page);
        for part in
            ["Kod z\u{a0}aplikacji", "one-time-code", "inputmode=\"numeric\"", "Nie ten kod"]
        {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert_eq!(html.matches("<input").count(), 1, "{html}");
    }
}
