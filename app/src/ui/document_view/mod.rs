//! A file beside the work on it: larger, smaller, turned, or in a window of its own.
//! **Invariant**: every control is a button with words; dragging is never needed.

use dioxus::prelude::*;

use super::button::{Button, ButtonTone};
use super::empty::Empty;
use crate::icon::Icon;
use crate::text::use_text;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The name of its tab: "Zdjęcie", "Dokument".
    pub label: String,
    pub source: Option<String>,
    /// A picture can be enlarged and turned; anything else brings its own viewer.
    pub picture: bool,
}

const STEPS: [&str; 5] = ["100", "150", "200", "300", "400"];

#[component]
pub fn DocumentView(files: Vec<Shown>, #[props(default)] first: usize) -> Element {
    let t = use_text();
    let mut chosen = use_signal(|| first);
    let mut step = use_signal(|| 0_usize);
    let mut turned = use_signal(|| 0_u16);
    let file = files.get(chosen()).cloned();
    let size = STEPS.get(step()).copied().unwrap_or("100");
    rsx! {
        section { class: "document-view", aria_label: t.get("view-files"),
            div { class: "document-tabs", role: "group", aria_label: t.get("view-files"),
                for (index, file) in files.iter().enumerate() {
                    button {
                        key: "{file.label}",
                        class: "document-tab",
                        r#type: "button",
                        aria_pressed: if index == chosen() { "true" } else { "false" },
                        onclick: move |_| {
                            chosen.set(index);
                            step.set(0);
                            turned.set(0);
                        },
                        {file.label.clone()}
                    }
                }
            }
            match file {
                Some(Shown { source: Some(source), picture, label }) => rsx! {
                    div { class: "document-tools",
                        if picture {
                            Button { tone: ButtonTone::Quiet, icon: Icon::Plus,
                                onpress: move |()| step.set((step() + 1).min(STEPS.len() - 1)),
                                {t.get("view-larger")}
                            }
                            Button { tone: ButtonTone::Quiet,
                                onpress: move |()| step.set(step().saturating_sub(1)),
                                {t.get("view-smaller")}
                            }
                            Button { tone: ButtonTone::Quiet, icon: Icon::Refresh,
                                onpress: move |()| turned.set((turned() + 90) % 360),
                                {t.get("view-turn")}
                            }
                        }
                        a { class: "button", "data-tone": "quiet", href: source.clone(), target: "_blank", rel: "noopener",
                            {t.get("view-open")}
                        }
                    }
                    div { class: "document-stage", tabindex: "0", role: "group", aria_label: label.clone(),
                        if picture {
                            img {
                                class: "document-picture",
                                "data-size": size,
                                "data-turned": "{turned()}",
                                src: source.clone(),
                                alt: label.clone(),
                            }
                        } else {
                            iframe {
                                class: "document-frame",
                                // Of a PDF as much as fits, without the viewer's own side bar.
                                src: "{source}#navpanes=0&view=FitH",
                                title: label.clone() }
                        }
                    }
                },
                Some(_) | None => rsx! {
                    Empty { title: t.get("view-nothing") }
                },
            }
        }
    }
}
