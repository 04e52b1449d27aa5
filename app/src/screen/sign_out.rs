//! The way out of an account: at once, or after a question when something here is not sent yet.
//! **Invariant**: what waits for a network is lost by signing out only after somebody was told so.

use dioxus::prelude::*;
use karta_core::outbox::What;

use crate::platform;
use crate::route::Route;
use crate::state::outbox::use_outbox;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;

#[component]
pub fn SignOutButton(
    words: String,
    tone: ButtonTone,
    label: Option<String>,
    /// On the page it stands on, for somebody else to sign in.
    #[props(default)]
    stays: bool,
) -> Element {
    let t = use_text();
    let app = use_app();
    let outbox = use_outbox();
    let navigator = use_navigator();
    let mut busy = use_signal(|| false);
    let mut asking = use_signal(|| false);
    let leave = move || {
        asking.set(false);
        busy.set(true);
        // The list this button stands in may go with the session.
        platform::spawn(async move {
            app.sign_out().await;
            app.announce(t.get("signed-out"));
            if !stays {
                navigator.push(Route::Start {});
            }
        });
    };
    let press = move |()| {
        let mut leave = leave;
        if outbox.waiting().is_empty() { leave() } else { asking.set(true) }
    };
    rsx! {
        Button { tone, busy: busy(), onpress: press, label, {words} }
        if asking() {
            Dialog { id: "sign-out", title: t.get("sign-out-waiting"), onclose: move |()| asking.set(false),
                ul { class: "stack-close",
                    for what in outbox.waiting() {
                        li { key: "{what:?}", {t.get(name(what))} }
                    }
                }
                p { {t.get("sign-out-waiting-why")} }
                div { class: "actions",
                    Button { onpress: move |()| asking.set(false), {t.get("sign-out-stay")} }
                    Button { tone: ButtonTone::Danger,
                        onpress: move |()| {
                            let mut leave = leave;
                            leave();
                        },
                        {t.get("sign-out-anyway")}
                    }
                }
            }
        }
    }
}

const fn name(what: What) -> &'static str {
    match what {
        What::Submit { .. } => "sign-out-waiting-application",
        What::Block { .. } => "sign-out-waiting-block",
    }
}
