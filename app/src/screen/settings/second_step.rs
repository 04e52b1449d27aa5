//! "Drugi krok": whether signing in also asks for a code, setting it up and ending it.
//! **Invariant**: staff cannot be without it; recovery codes are shown once and never again.

mod codes;
mod offer;
mod turned_on;

use dioxus::prelude::*;
use karta_core::api::account::{Me, SecondStepIs};
use karta_core::api::card::Confirmed;
use karta_core::api::settings::{GetSecondStep, OfferTotp, RecoveryCodes, SecondStep, TotpOffer};

use super::loaded::loaded;
use super::with_password::WithPassword;
use crate::api::{ApiError, call};
use crate::route::Route;
use crate::screen::signed_in::SignedIn;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
pub use codes::Codes;
pub use offer::Offer;
pub use turned_on::TurnedOn;

/// What is shown in place of how it stands.
#[derive(Clone, Debug, PartialEq)]
enum Now {
    Standing,
    Offered(TotpOffer),
    Codes(RecoveryCodes),
}

#[component]
pub fn SettingsSecondStep() -> Element {
    let t = use_text();
    let app = use_app();
    let heading = t.get("second-title");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/drugi-krok",
            Page { heading, back: "/ustawienia",
                if let Some(me) = app.me() {
                    Step { me }
                }
            }
        }
    }
}

#[component]
fn Step(me: Me) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let load = use_load::<GetSecondStep>(|| ());
    let mut now = use_signal(|| Now::Standing);
    match now() {
        Now::Offered(offer) => rsx! {
            Offer { offer,
                oncodes: move |codes| now.set(Now::Codes(codes)),
                onback: move |()| now.set(Now::Standing),
            }
        },
        Now::Codes(codes) => rsx! {
            Codes { codes,
                ondone: move |()| {
                    now.set(Now::Standing);
                    load.reload();
                    let to_office = me.role.is_office() && me.second_step == SecondStepIs::Due;
                    spawn(async move {
                        app.ask_people().await;
                        if to_office {
                            navigator.push(Route::OfficeQueue { done: String::new() });
                        }
                    });
                },
            }
        },
        Now::Standing => rsx! {
            if me.second_step == SecondStepIs::Due {
                Notice { tone: Tone::Warn, title: t.get("second-due"), p { {t.get("second-due-why")} } }
            }
            {loaded(t, load, |step: SecondStep| rsx! {
                if step.totp {
                    TurnedOn { step, is_staff: me.role.is_staff(),
                        oncodes: move |codes| now.set(Now::Codes(codes)),
                        onoff: move |step| {
                            load.set(step);
                            spawn(async move { app.ask_people().await });
                        },
                    }
                } else {
                    TurnedOff { onoffer: move |offer| now.set(Now::Offered(offer)) }
                }
            })}
        },
    }
}

#[component]
fn TurnedOff(onoffer: EventHandler<TotpOffer>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<ApiError>);
    let begin = move |confirmed: Confirmed| {
        busy.set(true);
        refused.set(None);
        spawn(async move {
            match call::<OfferTotp>(&(), &confirmed).await {
                Ok(offer) => onoffer.call(offer),
                Err(error) => {
                    app.noticed(&error);
                    refused.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        p { {t.get("second-lead")} }
        ol { class: "numbered",
            li { {t.get("second-way-1")} }
            li { {t.get("second-way-2")} }
            li { {t.get("second-way-3")} }
        }
        section { class: "surface stack",
            h2 { {t.get("second-begin")} }
            WithPassword { id: "second-password", words: t.get("second-begin-do"), busy: busy(), refused: refused(), onsend: begin,
                p { {t.get("second-begin-why")} }
            }
        }
    }
}
