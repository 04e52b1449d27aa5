//! The clerk's page: who it is about on top, the file on the left, the work on the right.
//! **Invariant**: on a narrow screen the same parts stand below each other in the same order.

use dioxus::prelude::*;

/// Who, and what it is about, with the facts of the case as children.
#[component]
pub fn CaseBar(name: String, detail: Option<String>, children: Element) -> Element {
    rsx! {
        div { class: "case-bar",
            div { class: "case-who",
                p { class: "case-name", {name} }
                if let Some(detail) = detail {
                    p { class: "muted", {detail} }
                }
            }
            div { class: "case-facts", {children} }
        }
    }
}

#[component]
pub fn CaseSplit(file: Element, children: Element) -> Element {
    rsx! {
        div { class: "case-split",
            div { class: "case-file", {file} }
            div { class: "case-work", {children} }
        }
    }
}

/// One thing to look for, with what was typed about it.
#[component]
pub fn CheckLine(
    id: String,
    n: usize,
    label: String,
    /// What the resident typed, to be compared with the document.
    typed: Option<String>,
    checked: bool,
    #[props(default)] locked: bool,
    #[props(default)] missing: bool,
    onchange: EventHandler<bool>,
) -> Element {
    rsx! {
        li { class: "check-line", "data-checked": checked.then_some("true"), "data-missing": missing.then_some("true"),
            input {
                class: "choice-input",
                r#type: "checkbox",
                id: "{id}",
                checked,
                disabled: locked,
                onchange: move |event| onchange.call(event.checked()),
            }
            label { r#for: "{id}",
                span { class: "muted", "{n}. " }
                {label}
                if let Some(typed) = typed {
                    strong { class: "check-typed", {typed} }
                }
            }
        }
    }
}
