//! The frame of a screen: head, one column, tabs; its heading, title and way back.
//! **Invariant**: one `main`, one `h1`; a new screen moves the focus to its heading.

use dioxus::prelude::*;

use super::anchor::Anchor;
use super::focus::{focus_heading, use_focus};
use crate::icon::Icon;
use crate::text::use_text;

/// How wide the column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageWidth {
    /// 34 rem: reading and forms.
    #[default]
    Reading,
    /// 1020 px: lists beside each other.
    Site,
    /// All of it: the clerk's case.
    Full,
}

impl PageWidth {
    const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Site => "site",
            Self::Full => "full",
        }
    }
}

/// Sets the window's title. The root provides it, because only the platform can do it.
#[derive(Clone, Copy, PartialEq)]
pub struct TitleSink(pub Callback<String>);

/// Around the router's outlet: skip link, head, tabs, the screen. The tabs come before the screen
/// in reading order and move to the bottom edge on a phone.
#[component]
pub fn Frame(bar: Element, tabs: Option<Element>, children: Element) -> Element {
    let t = use_text();
    let focus = use_focus();
    rsx! {
        div { class: "frame", lang: t.language().tag(),
            a {
                class: "skip-link",
                href: "#content",
                onclick: move |event| {
                    if let Some(focus) = focus {
                        event.prevent_default();
                        focus.focus("content");
                    }
                },
                {t.get("kit-main")}
            }
            {bar}
            {tabs}
            main {
                id: "content",
                tabindex: "-1",
                onmounted: move |event| {
                    if let Some(focus) = focus {
                        focus.register("content", event.data());
                    }
                },
                {children}
            }
        }
    }
}

/// One screen: way back, heading, content with even spaces.
#[component]
pub fn Page(
    /// The `h1`. Without it the content brings its own heading (a legend, a panel).
    heading: Option<String>,
    /// The window's title when it is not the heading.
    title: Option<String>,
    /// Small text above the heading: "Krok 3 z 9".
    caption: Option<String>,
    /// Where the back link leads.
    back: Option<String>,
    /// The form was sent with mistakes; said in the title.
    #[props(default)]
    mistaken: bool,
    #[props(default)] width: PageWidth,
    /// Stands above the heading: the error summary.
    above: Option<Element>,
    children: Element,
) -> Element {
    let t = use_text();
    let mut full = title.or_else(|| heading.clone()).unwrap_or_default();
    if let Some(caption) = &caption {
        full = format!("{full} – {caption}");
    }
    if mistaken {
        full = format!("{} {full}", t.get("kit-error-prefix"));
    }
    let full = format!("{full} – {}", t.get("card-brand"));
    let sink = use_hook(try_consume_context::<TitleSink>);
    use_effect(use_reactive!(|full| {
        if let Some(TitleSink(set)) = sink {
            set.call(full);
        }
    }));
    rsx! {
        div { class: "page", "data-width": width.name(),
            if let Some(back) = back {
                Anchor { class: "back", to: back, {Icon::Back.draw()} {t.get("kit-back")} }
            }
            {above}
            if heading.is_some() || caption.is_some() {
                div { class: "page-head",
                    if let Some(caption) = caption {
                        p { class: "muted", {caption} }
                    }
                    if let Some(heading) = heading {
                        Heading { text: heading }
                    }
                }
            }
            {children}
        }
    }
}

/// The `h1`; takes the focus when its screen appears.
#[component]
pub fn Heading(text: String) -> Element {
    let focus = use_focus();
    rsx! {
        h1 { tabindex: "-1", onmounted: move |event| focus_heading(focus, event.data()), {text} }
    }
}
