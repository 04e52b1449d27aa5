//! Something people should know now; colour, icon and words say the same.
//! **Invariant**: `live` only for what appears while people are on the page.

use dioxus::prelude::*;

use crate::icon::Icon;

/// The five meanings a colour can have; every one comes with words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    Info,
    Ok,
    Warn,
    Danger,
}

impl Tone {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Danger => "danger",
        }
    }

    pub const fn icon(self) -> Icon {
        match self {
            Self::Neutral | Self::Info => Icon::Info,
            Self::Ok => Icon::Check,
            Self::Warn => Icon::Warning,
            Self::Danger => Icon::Cross,
        }
    }
}

#[component]
pub fn Notice(
    #[props(default = Tone::Info)] tone: Tone,
    title: Option<String>,
    #[props(default)] live: bool,
    children: Element,
) -> Element {
    let role = live.then_some(if tone == Tone::Danger { "alert" } else { "status" });
    rsx! {
        div { class: "notice", "data-tone": tone.name(), role,
            {tone.icon().draw()}
            div { class: "notice-text",
                if let Some(title) = title {
                    p { class: "notice-title", {title} }
                }
                {children}
            }
        }
    }
}
