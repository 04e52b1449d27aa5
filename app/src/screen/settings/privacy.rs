//! "Dane i prywatność": everything that is kept, as a file; who looked; the end of the account.
//! **Invariant**: one's own data are never further away than one press.

use dioxus::prelude::*;
use karta_core::api::account::Device;
use karta_core::api::privacy::GetArchive;

use super::looked_at::LookedAt;
use crate::api::{ApiError, download, url};
use crate::icon::Icon;
use crate::platform;
use crate::screen::signed_in::SignedIn;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;

const NAME: &str = "karta-dane.zip";

#[component]
pub fn SettingsPrivacy() -> Element {
    let t = use_text();
    let app = use_app();
    let heading = t.get("privacy-title");
    let is_staff = app.me().is_some_and(|me| me.role.is_staff());
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/prywatnosc",
            Page { heading, back: "/ustawienia",
                Archive {}
                if let Some(resident) = app.resident() {
                    LookedAt { resident }
                }
                section { class: "surface stack-close",
                    h2 { {t.get("privacy-erase")} }
                    if is_staff {
                        p { {t.get("privacy-erase-staff")} }
                    } else {
                        p { {t.get("privacy-erase-lead")} }
                        div { class: "actions",
                            ButtonLink { to: "/ustawienia/usun", tone: ButtonTone::Danger, {t.get("privacy-erase-see")} }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Archive() -> Element {
    let t = use_text();
    rsx! {
        section { class: "surface stack-close",
            h2 { {t.get("privacy-archive")} }
            p { {t.get("privacy-archive-lead")} }
            if platform::device() == Device::Browser {
                div { class: "actions",
                    ButtonLink { to: url::<GetArchive>(&()), icon: Icon::Down, download: NAME, {t.get("privacy-archive-get")} }
                }
            } else {
                Fetched {}
            }
        }
    }
}

/// A native window has no cookie: the app fetches the file, then it can be saved.
#[component]
fn Fetched() -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut file = use_signal(|| None::<Result<String, ApiError>>);
    let fetch = move |()| {
        busy.set(true);
        spawn(async move {
            let bytes = download::<GetArchive>(&()).await;
            if let Err(error) = &bytes {
                app.noticed(error);
            }
            file.set(Some(bytes.map(|bytes| platform::object_url(bytes, "application/zip"))));
            busy.set(false);
        });
    };
    rsx! {
        if let Some(Err(error)) = file() {
            Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
        }
        div { class: "actions",
            if let Some(Ok(address)) = file() {
                ButtonLink { to: address, icon: Icon::Down, download: NAME, {t.get("privacy-archive-get")} }
            } else {
                Button { busy: busy(), onpress: fetch, {t.get("privacy-archive-make")} }
            }
        }
    }
}
