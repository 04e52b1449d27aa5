//! "Więcej": the person, the language, help, and the ways in for partners and the office.

mod help;

use dioxus::prelude::*;
use karta_core::api::account::SecondStepIs;

use crate::icon::Icon;
use crate::screen::card::CardRows;
use crate::screen::sign_out::SignOutButton;
use crate::state::{Session, use_app};
use crate::text::use_text;
use crate::ui::app_bar::LanguageList;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::list_row::{List, ListRow};
use crate::ui::notice::Tone;
use crate::ui::page::Page;
use crate::ui::tag::Tag;

pub use help::Help;

#[component]
pub fn More() -> Element {
    let t = use_text();
    let app = use_app();
    rsx! {
        Page { heading: t.get("tab-more"),
            match app.session() {
                Session::In(me) => rsx! {
                    List { label: t.get("more-account"),
                        ListRow { to: "/ustawienia", icon: Icon::Person, title: t.get("settings-title"),
                            detail: format!("{}, {}", me.name.display(), me.email.as_str()),
                            if me.consents_due || me.second_step == SecondStepIs::Due {
                                Tag { tone: Tone::Warn, {t.get("settings-to-do")} }
                            }
                        }
                        if !me.role.is_staff() {
                            ListRow { to: "/rodzina", icon: Icon::Family, title: t.get("settings-family"), detail: t.get("settings-family-row") }
                        }
                    }
                    div { class: "actions",
                        SignOutButton { words: t.get("sign-out"), tone: ButtonTone::Secondary }
                    }
                    p { class: "muted small", {t.get("sign-out-note")} }
                    if app.resident().is_some() {
                        CardRows {}
                    }
                },
                Session::Out | Session::Unknown => rsx! {
                    div { class: "actions",
                        ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} }
                        ButtonLink { to: "/konto", tone: ButtonTone::Secondary, {t.get("register-title")} }
                    }
                },
            }
            section { class: "stack-close",
                h2 { {t.get("kit-language")} }
                LanguageList {}
            }
            List { label: t.get("start-more"),
                ListRow { to: "/pomoc", icon: Icon::Info, title: t.get("help-title"), detail: t.get("start-help-text") }
                ListRow { to: "/sprawdz", icon: Icon::Camera, title: t.get("start-verify"), detail: t.get("start-verify-text") }
                ListRow { to: "/urzad", icon: Icon::Lock, title: t.get("more-office"), detail: t.get("more-office-text") }
            }
        }
    }
}
