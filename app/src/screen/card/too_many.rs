//! This phone would be one device too many: stop one here, and this one gets the card.
//! **Invariant**: nothing is stopped without being chosen; afterwards the card comes by itself.

use dioxus::prelude::*;
use karta_core::api::card::ListDevices;
use karta_core::id::ResidentId;
use karta_core::offline::Seen;

use super::device_list::DeviceList;
use crate::screen::not_loaded::NotLoaded;
use crate::state::card::CardState;
use crate::state::load::use_load;
use crate::text::use_text;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn TooMany(state: CardState, resident: ResidentId) -> Element {
    let t = use_text();
    let load = use_load::<ListDevices>(move || resident);
    rsx! {
        section { class: "stack",
            h2 { {t.get("too-many-title")} }
            p { {t.get("too-many-next")} }
            match load.seen() {
                Seen::Waiting => rsx! { Skeleton {} },
                Seen::Failed(error) => rsx! {
                    NotLoaded { error, onretry: move |()| load.reload() }
                },
                Seen::Fresh(devices) | Seen::Kept { value: devices, .. } => rsx! {
                    DeviceList {
                        resident,
                        devices,
                        onstopped: move |(_, left)| {
                            load.set(left);
                            state.refresh();
                        },
                    }
                },
            }
        }
    }
}
