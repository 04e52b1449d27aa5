//! An answer of the server on a settings page: on its way, here, kept, or not to be had.
//! **Invariant**: without a network nothing pretends that it is of this moment.

use dioxus::prelude::*;
use karta_core::offline::Seen;

use crate::api::ApiError;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_loaded::NotLoaded;
use crate::state::load::Load;
use crate::text::Text;
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
        // One arm for both: what is being typed stays when the network goes.
        Seen::Fresh(value) | Seen::Kept { value, .. } => rsx! {
            KeptSince {
                as_of: load.kept_at(),
                offline: load.is_offline(),
                changes: true,
                onrefresh: move |()| load.reload(),
            }
            {show(value)}
        },
    }
}
