//! In place of what could not be fetched: why, and "try again".
//! **Invariant**: a failed call leaves neither an empty place nor a dead end.

use dioxus::prelude::*;

use crate::api::ApiError;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::notice::{Notice, Tone};

#[component]
pub fn NotLoaded(error: ApiError, onretry: Callback) -> Element {
    let t = use_text();
    rsx! {
        Notice { tone: Tone::Warn, live: true,
            p { {error.sentence(t)} }
            Button { tone: ButtonTone::Secondary, onpress: move |()| onretry.call(()), {t.get("kit-retry")} }
        }
    }
}
