//! "Urządzenia i bezpieczeństwo": where the card is, blocking it, and who looked at it.
//! **Invariant**: looking at this page does not make this device one of the card's; without a
//! network it says what still works and whom to call.

use dioxus::prelude::*;
use karta_core::api::card::{CardInfo, CardView, DeviceView, Devices, GetCard, ListDevices};
use karta_core::card::Standing;
use karta_core::id::ResidentId;
use karta_core::offline::Seen;

use super::block::{Block, BlockLater};
use super::blocked::Blocked;
use super::contact::OfficeContact;
use super::device_list::{DeviceList, kid_of};
use super::looks::LooksAtMe;
use crate::api::ApiError;
use crate::icon::Icon;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_loaded::NotLoaded;
use crate::screen::signed_in::SignedIn;
use crate::state::card::{CardState, Held, use_kept_card};
use crate::state::load::use_load;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn CardDevices() -> Element {
    let t = use_text();
    let app = use_app();
    let heading = t.get("devices-title");
    let is_away = !app.online() || app.is_unreachable();
    match (app.session(), app.resident()) {
        (Session::In(_), Some(resident)) => rsx! {
            Page { heading, back: "/karta",
                // A list of one: another person is another page with its own state.
                for resident in [resident] {
                    Known { key: "{resident}", resident }
                }
            }
        },
        (Session::Unknown, _) if is_away => rsx! {
            Page { heading, back: "/karta", Away {} }
        },
        _ => rsx! {
            SignedIn { heading, next: "/karta/urzadzenia", NoCardHere {} }
        },
    }
}

/// Without a network nothing can be changed, and nothing here is urgent but a lost card.
#[component]
fn Away() -> Element {
    let t = use_text();
    rsx! {
        Notice { tone: Tone::Neutral, title: t.get("devices-offline"),
            p { {t.get("devices-offline-works")} }
            p { {t.get("devices-offline-not")} }
        }
        OfficeContact {}
    }
}

#[component]
fn NoCardHere() -> Element {
    let t = use_text();
    rsx! {
        Empty { icon: Icon::Card, title: t.get("my-card-none"),
            ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("my-card")} }
        }
    }
}

#[component]
fn Known(resident: ResidentId) -> Element {
    let t = use_text();
    let kept = use_kept_card();
    let load = use_load::<GetCard>(move || resident);
    match load.seen() {
        Seen::Waiting => rsx! { Skeleton { lines: 6 } },
        Seen::Failed(ApiError::Offline) => rsx! {
            BlockLater { resident }
            Away {}
        },
        Seen::Failed(error) => rsx! {
            Notice { tone: Tone::Danger, live: true,
                p { {error.sentence(t)} }
                Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("kit-retry")} }
            }
            OfficeContact {}
        },
        Seen::Fresh(CardInfo { card: None })
        | Seen::Kept { value: CardInfo { card: None }, .. } => {
            rsx! { NoCardHere {} }
        }
        Seen::Fresh(CardInfo { card: Some(card) })
        | Seen::Kept { value: CardInfo { card: Some(card) }, .. } => rsx! {
            Security {
                resident,
                card,
                kept,
                offline: load.is_offline(),
                onblocked: move |info| load.set(info),
                onundone: move |()| load.reload(),
            }
        },
    }
}

#[component]
fn Security(
    resident: ResidentId,
    card: CardView,
    kept: CardState,
    offline: bool,
    onblocked: EventHandler<CardInfo>,
    onundone: EventHandler<()>,
) -> Element {
    let t = use_text();
    rsx! {
        match card.standing {
            Standing::Available | Standing::Active => rsx! {
                if offline {
                    BlockLater { resident }
                    Away {}
                } else {
                    Block { resident, kept, onblocked }
                }
                AllDevices { resident, kept }
            },
            Standing::Blocked => rsx! {
                Blocked { resident, blocked: card.blocked, onundone }
                AllDevices { resident, kept }
            },
            Standing::Revoked => rsx! {
                Notice { tone: Tone::Danger, title: t.get("my-card-revoked"), p { {t.get("my-card-revoked-next")} } }
                OfficeContact {}
            },
        }
        LooksAtMe { resident }
    }
}

#[component]
fn AllDevices(resident: ResidentId, kept: CardState) -> Element {
    let t = use_text();
    // A renewal that ends while this page is open may have made this device one of the card's.
    let signed = use_memo(move || match kept.held() {
        Held::Card(card) => Some(card.credential),
        Held::Looking | Held::Damaged | Held::Nothing => None,
    });
    let load = use_load::<ListDevices>(move || {
        signed.read();
        resident
    });
    let own = match kept.held() {
        Held::Card(card) => kid_of(&card),
        Held::Looking | Held::Damaged | Held::Nothing => None,
    };
    let this = own.clone();
    let stopped = move |(device, left): (DeviceView, Devices)| {
        load.set(left);
        if this.as_deref() == Some(device.kid.as_str()) {
            spawn(kept.drop_code());
        }
    };
    rsx! {
        section { class: "stack",
            h2 { {t.get("devices-list")} }
            match load.seen() {
                Seen::Waiting => rsx! { Skeleton {} },
                Seen::Failed(error) => rsx! {
                    NotLoaded { error, onretry: move |()| load.reload() }
                },
                Seen::Fresh(devices) | Seen::Kept { value: devices, .. } => rsx! {
                    KeptSince { as_of: load.kept_at(), offline: load.is_offline(), changes: true }
                    if devices.devices.is_empty() && devices.others == 0 {
                        Empty { icon: Icon::Card, title: t.get("devices-none"),
                            ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("devices-none-next")} }
                        }
                    } else {
                        DeviceList { resident, devices, own, onstopped: stopped }
                    }
                },
            }
        }
    }
}
