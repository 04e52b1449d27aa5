//! The code on a whole white screen, for a scanner at arm's length.
//! **Invariant**: white to every edge in every theme; whose code it is stands above it in words.

use dioxus::prelude::*;

use crate::text::use_text;
use crate::ui::page::Heading;
use crate::ui::qr::Qr;
use crate::ui::resident_card::CodeAge;
use crate::ui::ring::Ring;

/// The children are the way back. Without a code they also say why.
#[component]
pub fn FullCode(
    name: String,
    /// Stands at the upper edge: whose things are shown.
    above: Option<Element>,
    /// Who asked for this code, if it answers a question.
    asker: Option<String>,
    /// Under the code: the card's number.
    number: String,
    /// Six digits for somebody who types; they change in silence.
    digits: Option<String>,
    code: Option<String>,
    label: String,
    age: Option<CodeAge>,
    /// In place of the ring's own words.
    ring: Option<String>,
    /// Somebody touched the screen or pressed a key.
    ontouch: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let t = use_text();
    let touched = move || {
        if let Some(ontouch) = ontouch {
            ontouch.call(());
        }
    };
    rsx! {
        div {
            class: "full-code",
            onpointerdown: move |_| touched(),
            onkeydown: move |_| touched(),
            {above}
            Heading { text: name }
            if let Some(asker) = asker {
                p { {asker} }
            }
            if let Some(code) = code {
                div { class: "full-code-plate",
                    Qr { text: code, label }
                }
                if let Some(age) = age {
                    Ring { left: age.left, of: age.of, words: ring }
                }
            }
            div {
                p { class: "full-code-number number", {number} }
                if let Some(digits) = digits {
                    p { class: "number", {t.get("card-digits")} " " strong { {digits} } }
                }
            }
            {children}
        }
    }
}

/// Keeps the place of a code that is about to appear.
#[component]
pub fn CodePlace() -> Element {
    rsx! {
        div { class: "code-place", "aria-hidden": "true" }
    }
}
