//! The button of a member's next step.
//! **Invariant**: where it leads to somebody's card or application, that person is shown first, so
//! that nobody applies for the wrong one.

use dioxus::prelude::*;
use dioxus::router::try_router;
use karta_core::api::Nothing;
use karta_core::api::family::{MemberView, ResendInvitation};
use karta_core::id::ResidentId;

use super::edit_place;
use super::turn::Step;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::state::{App, use_app};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::notice::{Notice, Tone};

/// Shows that person's things in the whole app, and goes there. Somebody added a moment ago may not
/// be known yet as one who can be shown. False: nothing was changed.
async fn go(app: App, resident: ResidentId, to: &str) -> bool {
    let is_known = || app.people().iter().any(|person| person.id == resident);
    if !is_known() {
        app.ask_people().await;
    }
    if !is_known() {
        return false;
    }
    app.switch(resident);
    if let Some(router) = try_router() {
        router.push(to.to_owned());
    }
    true
}

#[component]
pub fn Act(member: MemberView, step: Step, onchange: EventHandler<MemberView>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut lost = use_signal(|| false);
    let (key, to, tone) = match step {
        Step::Apply => ("family-do-apply", "/wnioski", ButtonTone::Primary),
        Step::Mend => ("family-do-mend", "/wnioski", ButtonTone::Primary),
        Step::Follow => ("family-do-follow", "/wnioski", ButtonTone::Secondary),
        Step::ShowCard => ("family-do-show", "/karta", ButtonTone::Primary),
        Step::Unblock => ("family-do-unblock", "/karta/urzadzenia", ButtonTone::Secondary),
        Step::Resend => return rsx! { Resend { member, onchange } },
        Step::GiveEmail => {
            let label = t.with(
                "family-for",
                &[
                    ("what", t.get("family-do-email").into()),
                    ("name", member.name.display().into()),
                ],
            );
            return rsx! {
                ButtonLink { to: edit_place(member.id), icon: Icon::Mail, label, {t.get("family-do-email")} }
            };
        }
    };
    let label = t
        .with("family-for", &[("what", t.get(key).into()), ("name", member.name.display().into())]);
    let mut leave = move |resident| {
        busy.set(true);
        spawn(async move {
            lost.set(!go(app, resident, to).await);
            busy.set(false);
        });
    };
    rsx! {
        if lost() {
            Notice { tone: Tone::Warn, live: true, {t.get("family-not-shown")} }
        }
        if let Some(resident) = member.resident {
            Button { tone, busy: busy(), label, onpress: move |()| leave(resident), {t.get(key)} }
        }
    }
}

/// Another link to the same address; the one before ends.
#[component]
pub fn Resend(member: MemberView, onchange: EventHandler<MemberView>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let id = member.id;
    let label = t.with(
        "family-for",
        &[("what", t.get("family-do-resend").into()), ("name", member.name.display().into())],
    );
    let resend = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<ResendInvitation>(&id, &Nothing {}).await {
                Ok(member) => {
                    app.announce(t.get("family-resent"));
                    busy.set(false);
                    onchange.call(member);
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
        if let Some(error) = trouble() {
            Notice { tone: Tone::Danger, live: true, {error.sentence(t)} }
        }
        Button { tone: ButtonTone::Secondary, icon: Icon::Mail, busy: busy(), label, onpress: resend,
            {t.get("family-do-resend")}
        }
    }
}
