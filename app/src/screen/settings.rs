//! "Konto i ustawienia": who one is, and one row for everything that can be changed.
//! **Invariant**: what a thief with the open phone must not do asks for the password again.

mod consents;
mod email;
mod email_confirmed;
mod erase;
mod loaded;
mod looked_at;
mod passkeys;
mod password;
mod phone;
mod privacy;
mod second_step;
mod sessions;
#[cfg(test)]
mod tests;
mod ties;
mod with_password;

use dioxus::prelude::*;
use karta_core::api::account::{Me, SecondStepIs};

use super::signed_in::SignedIn;
use crate::icon::Icon;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::app_bar::LanguageList;
use crate::ui::button::ButtonLink;
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::tag::Tag;

pub use consents::SettingsConsents;
pub use email::SettingsEmail;
pub use email_confirmed::EmailConfirm;
pub use erase::SettingsErase;
pub use passkeys::SettingsPasskeys;
pub use password::SettingsPassword;
pub use phone::SettingsPhone;
pub use privacy::SettingsPrivacy;
pub use second_step::SettingsSecondStep;
pub use sessions::SettingsSessions;
pub use ties::SettingsTies;

#[component]
pub fn Settings() -> Element {
    let t = use_text();
    let app = use_app();
    let heading = t.get("settings-title");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia",
            Page { heading, back: "/wiecej",
                if let Some(me) = app.me() {
                    Overview { me }
                }
            }
        }
    }
}

#[component]
fn Overview(me: Me) -> Element {
    let t = use_text();
    let phone = me.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let step = match me.second_step {
        SecondStepIs::On => "second-on",
        SecondStepIs::Off | SecondStepIs::Due => "second-off",
    };
    rsx! {
        if me.second_step == SecondStepIs::Due {
            Notice { tone: Tone::Warn, title: t.get("second-due"),
                p { {t.get("second-due-why")} }
                ButtonLink { to: "/ustawienia/drugi-krok", {t.get("second-due-do")} }
            }
        }
        if me.consents_due {
            Notice { tone: Tone::Warn, title: t.get("settings-consents-due"),
                p { {t.get("settings-consents-due-why")} }
                ButtonLink { to: "/ustawienia/zgody", {t.get("settings-consents-due-do")} }
            }
        }
        SummaryList { title: t.get("settings-you"),
            SummaryRow { label: t.get("more-name"), value: me.name.display() }
            SummaryRow { label: t.get("account-email"), value: me.email.as_str(),
                change: (!me.is_member).then(|| "/ustawienia/email".to_owned()),
            }
            SummaryRow { label: t.get("settings-phone"), value: phone, change: "/ustawienia/telefon" }
        }
        if me.is_member {
            p { class: "muted small", {t.get("settings-member")} }
        }
        section { class: "stack-close",
            h2 { {t.get("settings-security")} }
            List { label: t.get("settings-security"),
                ListRow { to: "/ustawienia/haslo", icon: Icon::Lock, title: t.get("account-password"), detail: t.get("settings-password-row") }
                ListRow { to: "/ustawienia/drugi-krok", icon: Icon::Shield, title: t.get("second-title"), detail: t.get("second-row"),
                    Tag { tone: if me.second_step == SecondStepIs::On { Tone::Ok } else { Tone::Neutral }, {t.get(step)} }
                }
                ListRow { to: "/ustawienia/klucze", icon: Icon::Person, title: t.get("passkey-title"), detail: t.get("passkey-row") }
                ListRow { to: "/ustawienia/urzadzenia", icon: Icon::Globe, title: t.get("sessions-title"), detail: t.get("sessions-row") }
            }
        }
        section { class: "stack-close",
            h2 { {t.get("settings-rights")} }
            List { label: t.get("settings-rights"),
                ListRow { to: "/ustawienia/zgody", icon: Icon::Check, title: t.get("settings-consents"), detail: t.get("settings-consents-row") }
                ListRow { to: "/ustawienia/pelnomocnictwo", icon: Icon::Family, title: t.get("settings-ties"), detail: t.get("settings-ties-row") }
                ListRow { to: "/ustawienia/prywatnosc", icon: Icon::Eye, title: t.get("privacy-title"), detail: t.get("privacy-row") }
            }
        }
        section { class: "stack-close",
            h2 { {t.get("kit-language")} }
            LanguageList {}
        }
    }
}
