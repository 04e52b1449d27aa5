//! An answer of the server on a settings page: on its way, here, kept, or not to be had.
//! **Invariant**: without a network nothing pretends that it is of this moment.

use dioxus::prelude::*;
use karta_core::offline::Seen;

use crate::api::ApiError;
use crate::screen::not_loaded::NotLoaded;
use crate::state::load::Load;
use crate::text::Text;
use crate::ui::notice::{Notice, Tone};
use crate::ui::skeleton::Skeleton;

pub fn loaded<T>(t: Text, load: Load<T>, show: impl FnOnce(T) -> Element) -> Element
where
    T: Clone + PartialEq,
{
    match load.seen() {
        Seen::Waiting => rsx! { Skeleton { lines: 5 } },
        Seen::Failed(error) => rsx! {
            if error == ApiError::Offline {
                p { {t.get("need-network")} }
            }
            NotLoaded { error, onretry: move |()| load.reload() }
        },
        Seen::Fresh(value) => show(value),
        Seen::Kept { value, .. } => rsx! {
            Notice { tone: Tone::Neutral, live: true, p { {t.get("settings-offline")} } }
            {show(value)}
        },
    }
}
