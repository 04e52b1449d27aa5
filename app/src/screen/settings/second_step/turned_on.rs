//! The second step is on: how many recovery codes are left, new ones, and turning it off.
//! **Invariant**: both ask for the password; staff are told why they cannot turn it off.

use dioxus::prelude::*;
use karta_core::api::card::Confirmed;
use karta_core::api::settings::{NewRecoveryCodes, RecoveryCodes, RemoveTotp, SecondStep};

use crate::api::{ApiError, call};
use crate::screen::settings::with_password::WithPassword;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::tag::Tag;

/// From here on somebody may soon be without any.
const FEW: u8 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    Codes,
    Off,
}

#[component]
pub fn TurnedOn(
    step: SecondStep,
    is_staff: bool,
    oncodes: EventHandler<RecoveryCodes>,
    onoff: EventHandler<SecondStep>,
) -> Element {
    let t = use_text();
    let mut asked = use_signal(|| None::<Ask>);
    let left = [("n", i64::from(step.recovery_codes).into())];
    rsx! {
        p { {t.get("second-lead")} }
        SummaryList { title: t.get("second-standing"),
            SummaryRow { label: t.get("second-title"),
                Tag { tone: Tone::Ok, {t.get("second-on")} }
            }
            SummaryRow { label: t.get("second-codes"), value: t.with("second-codes-left", &left) }
        }
        if step.recovery_codes <= FEW {
            Notice { tone: Tone::Warn, p { {t.get("second-codes-few")} } }
        }
        div { class: "actions",
            Button { tone: ButtonTone::Secondary, onpress: move |()| asked.set(Some(Ask::Codes)), {t.get("second-codes-new")} }
            if !is_staff {
                Button { tone: ButtonTone::Quiet, onpress: move |()| asked.set(Some(Ask::Off)), {t.get("second-turn-off")} }
            }
        }
        if is_staff {
            p { class: "muted small", {t.get("second-staff")} }
        }
        match asked() {
            Some(Ask::Codes) => rsx! { NewCodes { onclose: move |()| asked.set(None), oncodes } },
            Some(Ask::Off) => rsx! { Off { onclose: move |()| asked.set(None), onoff } },
            None => rsx! {},
        }
    }
}

#[component]
fn NewCodes(onclose: EventHandler<()>, oncodes: EventHandler<RecoveryCodes>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<ApiError>);
    let make = move |confirmed: Confirmed| {
        busy.set(true);
        refused.set(None);
        spawn(async move {
            match call::<NewRecoveryCodes>(&(), &confirmed).await {
                Ok(codes) => oncodes.call(codes),
                Err(error) => {
                    app.noticed(&error);
                    refused.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Dialog { id: "new-codes", title: t.get("second-codes-new"), onclose,
            WithPassword { id: "new-codes-password", words: t.get("second-codes-new-do"), busy: busy(), refused: refused(),
                onsend: make, oncancel: move |()| onclose.call(()),
                p { {t.get("second-codes-new-why")} }
            }
        }
    }
}

#[component]
fn Off(onclose: EventHandler<()>, onoff: EventHandler<SecondStep>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<ApiError>);
    let remove = move |confirmed: Confirmed| {
        busy.set(true);
        refused.set(None);
        spawn(async move {
            match call::<RemoveTotp>(&(), &confirmed).await {
                Ok(step) => {
                    app.announce(t.get("second-is-off"));
                    onclose.call(());
                    onoff.call(step);
                }
                Err(error) => {
                    app.noticed(&error);
                    refused.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        Dialog { id: "second-off", title: t.get("second-off-question"), onclose,
            WithPassword { id: "second-off-password", words: t.get("second-turn-off"), tone: ButtonTone::Danger,
                busy: busy(), refused: refused(), onsend: remove, oncancel: move |()| onclose.call(()),
                p { {t.get("second-off-why")} }
            }
        }
    }
}
