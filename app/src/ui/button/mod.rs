//! A button, or a link that looks like one.
//! **Invariant**: a busy button stays focusable, says so, and ignores presses.

use std::rc::Rc;

use dioxus::prelude::*;

use super::anchor::Anchor;
use super::focus::use_focus;
use crate::icon::Icon;
use crate::text::use_text;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonTone {
    #[default]
    Primary,
    Secondary,
    Danger,
    Quiet,
}

impl ButtonTone {
    const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Danger => "danger",
            Self::Quiet => "quiet",
        }
    }
}

#[component]
pub fn Button(
    #[props(default)] tone: ButtonTone,
    #[props(default)] busy: bool,
    /// Sends the form it stands in.
    #[props(default)]
    submit: bool,
    /// As wide as its column.
    #[props(default)]
    wide: bool,
    icon: Option<Icon>,
    /// Only for a button without visible words, and for words that need a subject.
    label: Option<String>,
    pressed: Option<bool>,
    onpress: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let t = use_text();
    let focus = use_focus();
    let mut element = use_signal(|| None::<Rc<MountedData>>);
    rsx! {
        button {
            class: "button",
            r#type: if submit { "submit" } else { "button" },
            "data-tone": tone.name(),
            "data-wide": wide.then_some("true"),
            aria_label: label,
            aria_pressed: pressed.map(|pressed| if pressed { "true" } else { "false" }),
            aria_disabled: busy.then_some("true"),
            aria_busy: busy.then_some("true"),
            onmounted: move |event| element.set(Some(event.data())),
            onclick: move |event| {
                if let Some(focus) = focus {
                    focus.remember(element.peek().clone());
                }
                if busy {
                    event.prevent_default();
                } else if let Some(onpress) = onpress {
                    onpress.call(());
                }
            },
            if busy {
                span { class: "spinner", "aria-hidden": "true" }
                span { class: "hidden-text", role: "status", {t.get("kit-busy")} }
            } else if let Some(icon) = icon {
                {icon.draw()}
            }
            {children}
        }
    }
}

#[component]
pub fn ButtonLink(
    to: String,
    #[props(default)] tone: ButtonTone,
    #[props(default)] wide: bool,
    icon: Option<Icon>,
    label: Option<String>,
    download: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        Anchor { to, class: "button", tone: tone.name(), wide, label, download,
            if let Some(icon) = icon {
                {icon.draw()}
            }
            {children}
        }
    }
}
