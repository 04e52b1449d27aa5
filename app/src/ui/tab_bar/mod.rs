//! The four places of the app, at the bottom of a phone and in the head of a wide screen.
//! **Invariant**: words under every icon; at large text it wraps and stops being sticky.

use dioxus::prelude::*;

use super::anchor::Anchor;
use crate::icon::Icon;
use crate::text::use_text;

#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    pub to: String,
    pub label: String,
    pub icon: Icon,
    pub current: bool,
}

#[component]
pub fn TabBar(tabs: Vec<Tab>) -> Element {
    let t = use_text();
    rsx! {
        nav { class: "tab-bar", aria_label: t.get("kit-nav"),
            for tab in tabs {
                Anchor { key: "{tab.to}", class: "tab", to: tab.to, current: tab.current,
                    {tab.icon.draw()}
                    span { {tab.label} }
                }
            }
        }
    }
}
