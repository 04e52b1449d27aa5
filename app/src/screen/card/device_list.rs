//! The devices that hold the card, this one first, and stopping one of them.
//! **Invariant**: before a device is stopped it is said what stops working; the list is the
//! server's answer, never a guess.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::card::{DeviceView, Devices, StopDevice};
use karta_core::base64;
use karta_core::card::KeyTier;
use karta_core::card::credential::Credential;
use karta_core::id::ResidentId;
use karta_core::offline::KeptCard;

use super::standing::fresh_when;
use crate::api::{ApiError, call};
use crate::screen::application::when;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::tag::Tag;
use crate::ui::task::Task;

/// How the server's list calls the device that holds this card.
pub fn kid_of(card: &KeptCard) -> Option<String> {
    let credential = Credential::read(&card.credential.0).ok()?;
    Some(base64::encode(&credential.claims.holder.kid().0))
}

/// This device first; the others stay in the server's order.
fn sorted(devices: Vec<DeviceView>, own: Option<&str>) -> Vec<DeviceView> {
    let (mut first, rest): (Vec<_>, Vec<_>) =
        devices.into_iter().partition(|device| Some(device.kid.as_str()) == own);
    first.extend(rest);
    first
}

#[component]
pub fn DeviceList(
    resident: ResidentId,
    devices: Devices,
    /// The `kid` of this device.
    own: Option<String>,
    /// Which device was stopped, and which are left.
    onstopped: EventHandler<(DeviceView, Devices)>,
) -> Element {
    let t = use_text();
    let mut asked = use_signal(|| None::<DeviceView>);
    let count = [("n", devices.devices.len().into()), ("limit", i64::from(devices.limit).into())];
    let others = i64::from(devices.others);
    let devices = sorted(devices.devices, own.as_deref());
    rsx! {
        p { {t.with("devices-count", &count)} }
        if others > 0 {
            p { class: "muted", {t.with("people-other-devices", &[("n", others.into())])} }
        }
        for device in devices {
            One {
                key: "{device.id}",
                is_own: own.as_deref() == Some(device.kid.as_str()),
                device,
                onstop: move |device| asked.set(Some(device)),
            }
        }
        if let Some(device) = asked() {
            Stop {
                resident,
                is_own: own.as_deref() == Some(device.kid.as_str()),
                device,
                onclose: move |()| asked.set(None),
                onstopped,
            }
        }
    }
}

#[component]
fn One(device: DeviceView, is_own: bool, onstop: EventHandler<DeviceView>) -> Element {
    let t = use_text();
    let app = use_app();
    let now = app.now();
    let key = t.get(match device.tier {
        KeyTier::Software => "device-key-software",
        KeyTier::Browser => "device-key-browser",
        KeyTier::Hardware => "device-key-hardware",
    });
    let used = [("used", fresh_when(t, device.last_used, now).into())];
    let since = [("since", when::day_at(t, device.since).into())];
    let label = device.label.as_str().to_owned();
    let stop = [("device", label.clone().into())];
    rsx! {
        Task {
            title: label,
            mark: is_own.then(|| rsx! {
                Tag { tone: Tone::Ok, {t.get("device-this")} }
            }),
            div { class: "stack-close",
                p { {t.with("device-used", &used)} }
                p { class: "muted small", {t.with("device-since", &since)} " " {key} }
            }
            div { class: "actions",
                Button {
                    tone: ButtonTone::Secondary,
                    label: t.with("device-stop-label", &stop),
                    onpress: move |()| onstop.call(device.clone()),
                    {t.get("device-stop")}
                }
            }
        }
    }
}

#[component]
fn Stop(
    resident: ResidentId,
    device: DeviceView,
    is_own: bool,
    onclose: EventHandler<()>,
    onstopped: EventHandler<(DeviceView, Devices)>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let title = t.with("device-stop-title", &[("device", device.label.as_str().into())]);
    let stop = move |()| {
        busy.set(true);
        trouble.set(None);
        let device = device.clone();
        spawn(async move {
            match call::<StopDevice>(&(resident, device.id), &Nothing {}).await {
                Ok(left) => {
                    app.announce(t.get("device-stopped"));
                    onclose.call(());
                    onstopped.call((device, left));
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Dialog { id: "stop", title, onclose,
            p { {t.get(if is_own { "device-stop-own" } else { "device-stop-why" })} }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button { tone: ButtonTone::Danger, busy: busy(), onpress: stop, {t.get("device-stop")} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| onclose.call(()), {t.get("cancel")} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use karta_core::api::card::DeviceLabel;
    use karta_core::id::DeviceId;
    use karta_core::time::Timestamp;

    use super::*;

    fn device(n: u128, kid: &str) -> DeviceView {
        DeviceView {
            id: DeviceId::parse(&format!("dev_{n:032x}")).unwrap(),
            label: DeviceLabel::parse("Firefox, Windows").unwrap(),
            tier: KeyTier::Browser,
            kid: kid.into(),
            since: Timestamp::UNIX_EPOCH,
            last_used: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn this_device_stands_first_and_the_order_of_the_others_stays() {
        let kids = |own| {
            let given = vec![device(1, "a"), device(2, "b"), device(3, "c")];
            sorted(given, own).into_iter().map(|device| device.kid).collect::<String>()
        };
        assert_eq!(kids(Some("c")), "cab");
        assert_eq!(kids(None), "abc");
        assert_eq!(kids(Some("x")), "abc");
    }
}
