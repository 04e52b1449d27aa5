//! The head of every page: whose app this is, and the language.
//! **Invariant**: each language is named in itself and marked with its own `lang`.

use dioxus::prelude::*;
use karta_core::language::Language;

use super::anchor::Anchor;
use crate::icon::Icon;
use crate::text::use_text;

/// The children stand between brand and language: the person, a sign-in link.
#[component]
pub fn AppBar(
    town: String,
    /// Where the brand leads.
    #[props(default = "/".to_owned())]
    home: String,
    /// "PUNKT PARTNERSKI", "URZĄD": tells apart who the page is for.
    area: Option<String>,
    children: Element,
) -> Element {
    let t = use_text();
    rsx! {
        header { class: "app-bar",
            div { class: "app-bar-row",
                Anchor { class: "app-brand", to: home,
                    svg { class: "app-mark", view_box: "0 0 44 32", "aria-hidden": "true",
                        rect { class: "app-mark-card", width: "44", height: "32", rx: "5" }
                        path { class: "app-mark-band", d: "M0 9h44v6H0z" }
                        path { class: "app-mark-name", d: "M6 24h15" }
                    }
                    span { class: "app-name",
                        strong { {t.get("card-brand")} }
                        span { {town} }
                    }
                }
                if let Some(area) = area {
                    span { class: "app-area", {area} }
                }
                div { class: "app-tools",
                    {children}
                    LanguageMenu {}
                }
            }
        }
    }
}

/// The language as a small menu.
#[component]
fn LanguageMenu() -> Element {
    let t = use_text();
    let mut open = use_signal(|| false);
    rsx! {
        div {
            class: "language-menu",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    open.set(false);
                }
            },
            button {
                class: "app-tool",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                aria_controls: "languages",
                onclick: move |_| open.toggle(),
                {Icon::Globe.draw()}
                span { class: "hidden-text", {t.get("kit-language")} ": " }
                span { class: "language-now", {t.language().own_name()} }
            }
            div { class: "language-drop", id: "languages", hidden: !open(),
                LanguageList { onchoose: move |()| open.set(false) }
            }
        }
    }
}

/// The languages side by side, for the start page and the settings.
#[component]
pub fn LanguageList(onchoose: Option<EventHandler<()>>) -> Element {
    let t = use_text();
    rsx! {
        ul { class: "language-list", aria_label: t.get("kit-language"),
            for language in Language::ALL {
                li { key: "{language.tag()}",
                    button {
                        class: "language",
                        r#type: "button",
                        lang: language.tag(),
                        aria_current: (t.language() == language).then_some("true"),
                        onclick: move |_| {
                            t.set(language);
                            if let Some(onchoose) = onchoose {
                                onchoose.call(());
                            }
                        },
                        {language.own_name()}
                    }
                }
            }
        }
    }
}
