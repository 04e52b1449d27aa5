//! What has to be corrected, above the form.
//! **Invariant**: it takes the focus on every failed attempt, and each line leads to its field.

use std::rc::Rc;

use dioxus::prelude::*;

use super::focus::{focus_element, use_focus};
use crate::icon::Icon;
use crate::text::use_text;

/// One mistake: the id of the field and the same words as beside the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub field: String,
    pub text: String,
}

impl Mistake {
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: field.into(), text: text.into() }
    }
}

/// Shows nothing when there is no mistake. Count `attempt` up whenever the form is sent.
#[component]
pub fn ErrorSummary(mistakes: Vec<Mistake>, #[props(default)] attempt: usize) -> Element {
    let t = use_text();
    let focus = use_focus();
    let mut element = use_signal(|| None::<Rc<MountedData>>);
    use_effect(use_reactive!(|attempt| {
        if attempt > 0
            && let Some(element) = element.peek().clone()
        {
            focus_element(element);
        }
    }));
    if mistakes.is_empty() {
        return rsx! {};
    }
    rsx! {
        div {
            class: "error-summary",
            role: "alert",
            tabindex: "-1",
            aria_labelledby: "error-summary-title",
            onmounted: move |event| {
                element.set(Some(event.data()));
                focus_element(event.data());
            },
            h2 { id: "error-summary-title", {Icon::Warning.draw()} {t.get("kit-error-summary")} }
            ul {
                for mistake in mistakes {
                    li { key: "{mistake.field}",
                        a {
                            href: "#{mistake.field}",
                            onclick: move |event| {
                                if let Some(focus) = focus {
                                    event.prevent_default();
                                    focus.focus(&mistake.field);
                                }
                            },
                            {mistake.text}
                        }
                    }
                }
            }
        }
    }
}
