//! "Kiedy pokazano Twoje zdjęcie": looks at this card through the server in the last 30 days.
//! **Invariant**: says what it cannot know: checks without a network leave no trace.

use dioxus::prelude::*;
use karta_core::api::card::{ListLooks, Look, LookKind};
use karta_core::id::ResidentId;
use karta_core::offline::Seen;

use crate::icon::Icon;
use crate::screen::application::when;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_loaded::NotLoaded;
use crate::state::load::use_load;
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::skeleton::Skeleton;
use crate::ui::timeline::Timeline;

#[component]
pub fn LooksAtMe(resident: ResidentId) -> Element {
    let t = use_text();
    let load = use_load::<ListLooks>(move || resident);
    rsx! {
        section { class: "stack",
            h2 { {t.get("looks-title")} }
            match load.seen() {
                Seen::Waiting => rsx! { Skeleton {} },
                Seen::Failed(error) => rsx! {
                    NotLoaded { error, onretry: move |()| load.reload() }
                },
                Seen::Fresh(answer) | Seen::Kept { value: answer, .. } => {
                    let (as_of, offline) = (load.kept_at(), load.is_offline());
                    let line = |look: &Look| {
                        let what = match look.kind {
                            LookKind::Photo => "looks-photo",
                            LookKind::Typed => "looks-typed",
                        };
                        (t.get(what), when::moment(t, look.at))
                    };
                    let lines: Vec<_> = answer.looks.iter().map(line).collect();
                    rsx! {
                        KeptSince { as_of, offline }
                        if lines.is_empty() {
                            Empty { icon: Icon::Eye, title: t.get("looks-none"),
                                p { class: "muted", {t.get("looks-note")} }
                            }
                        } else {
                            Timeline { lines }
                            p { class: "muted small", {t.get("looks-note")} }
                        }
                    }
                }
            }
        }
    }
}
