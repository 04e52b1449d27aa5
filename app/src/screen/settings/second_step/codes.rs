//! Recovery codes, shown once: copy, print or save them, then say so.
//! **Invariant**: nobody leaves this step by the button without having said that they are kept.

use dioxus::prelude::*;
use karta_core::api::settings::RecoveryCodes;

use crate::icon::Icon;
use crate::platform;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::checkbox::Checkbox;
use crate::ui::notice::{Notice, Tone};
use crate::ui::secret_codes::CodeList;

#[component]
pub fn Codes(codes: RecoveryCodes, ondone: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut is_kept = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut copied = use_signal(|| None::<bool>);
    let list: Vec<String> = codes.codes.iter().map(|code| code.reveal().to_owned()).collect();
    let text = list.join("\n");
    let file = use_hook(|| platform::object_url(format!("{text}\n"), "text/plain"));
    let address = file.clone();
    use_drop(move || platform::release_url(&address));
    let copy = move |()| {
        let text = text.clone();
        spawn(async move {
            let done = platform::copy_text(&text).await;
            if done {
                app.announce(t.get("second-codes-copied"));
            }
            copied.set(Some(done));
        });
    };
    let done = move |()| {
        if is_kept() {
            ondone.call(());
        } else {
            wrong.set(Some(t.get("second-codes-keep-first")));
        }
    };
    rsx! {
        Notice { tone: Tone::Ok, live: true, p { {t.get("second-is-on")} } }
        section { class: "surface stack",
            h2 { {t.get("second-codes")} }
            p { {t.get("second-codes-why")} }
            CodeList { label: t.get("second-codes"), codes: list }
            div { class: "actions",
                Button { tone: ButtonTone::Secondary, icon: Icon::Document, onpress: copy, {t.get("second-codes-copy")} }
                ButtonLink { to: file, tone: ButtonTone::Secondary, icon: Icon::Down, download: "karta-kody.txt", {t.get("second-codes-save")} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| platform::print_page(), {t.get("second-codes-print")} }
            }
            match copied() {
                Some(true) => rsx! { p { class: "muted small", {t.get("second-codes-copied")} } },
                Some(false) => rsx! { Notice { tone: Tone::Warn, live: true, p { {t.get("second-codes-not-copied")} } } },
                None => rsx! {},
            }
        }
        Checkbox { id: "codes-kept", label: t.get("second-codes-kept"), checked: is_kept(), error: wrong(),
            onchange: move |yes| {
                is_kept.set(yes);
                wrong.set(None);
            },
        }
        div { class: "actions",
            Button { onpress: done, {t.get("second-done")} }
        }
    }
}
