//! "Dodaj drugiego opiekuna": the address of another guardian of a child.
//! **Invariant**: before the address is asked it is said what the other guardian will see, and what
//! they will not.

use dioxus::prelude::*;
use karta_core::api::family::{Guardian, InviteGuardian, MemberView, SecondGuardian};
use karta_core::id::MemberId;
use karta_core::offline::Seen;

use super::one::{NotHere, find};
use super::{NeedsNetwork, member_place, refusal};
use crate::api::call;
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::account::mistakes::Form as Reading;
use crate::screen::not_found::NotFound;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::kin::{Kin, use_kin};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::field::{Field, FieldKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn FamilyGuardian(id: String) -> Element {
    let t = use_text();
    let Ok(id) = MemberId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    let next = Route::FamilyGuardian { id: id.to_string() }.to_string();
    rsx! {
        SignedIn { heading: t.get("family-guardian-add"), next,
            for id in [id] {
                Found { key: "{id}", id }
            }
        }
    }
}

#[component]
fn Found(id: MemberId) -> Element {
    let t = use_text();
    let kin = use_kin();
    let heading = t.get("family-guardian-add");
    match find(kin, id) {
        Seen::Kept { .. } if kin.is_offline() => rsx! {
            Page { heading, back: member_place(id), NeedsNetwork {} }
        },
        Seen::Waiting => rsx! {
            Page { heading, back: member_place(id), Skeleton { lines: 4 } }
        },
        Seen::Failed(why) => rsx! { NotHere { why, kin } },
        Seen::Fresh(member) | Seen::Kept { value: member, .. } => match member.guardian {
            Guardian::Nobody | Guardian::Invited { .. } => rsx! { Form { member, kin } },
            Guardian::Linked | Guardian::NotPossible => rsx! {
                Page { heading, caption: member.name.display(), back: member_place(id),
                    p { {t.get("family-guardian-closed")} }
                }
            },
        },
    }
}

#[component]
fn Form(member: MemberView, kin: Kin) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let mut typed = use_signal(String::new);
    let sending = use_sending();
    let id = member.id;
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let mut reading = Reading::new(t);
        let email = reading.email(&typed.peek());
        let is_complete = sending.goes(reading.mistakes);
        let Some(email) = email.filter(|_| is_complete) else { return };
        spawn(async move {
            let invited = SecondGuardian { email, language: t.language() };
            match call::<InviteGuardian>(&id, &invited).await {
                Ok(member) => {
                    kin.take(member).await;
                    app.announce(t.get("family-resent"));
                    navigator.replace(Route::FamilyMember { id: id.to_string() });
                }
                Err(error) => {
                    app.noticed(&error);
                    sending.refused(refusal::mistake(t, &error), error.sentence(t));
                }
            }
        });
    };
    rsx! {
        Page { heading: t.get("family-guardian-add"), caption: member.name.display(), back: member_place(id),
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.get("family-guardian-lead")} }
            ol { class: "numbered",
                li { {t.get("family-guardian-way-mail")} }
                li { {t.get("family-guardian-way-both")} }
                li { {t.get("family-guardian-way-private")} }
            }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Field { id: "email", label: t.get("family-guardian-email"), value: typed(), kind: FieldKind::Email,
                    autocomplete: "off", error: sending.beside("email"),
                    oninput: move |text| typed.set(text),
                }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), icon: Icon::Mail, {t.get("family-guardian-do")} }
                    ButtonLink { to: member_place(id), tone: ButtonTone::Quiet, {t.get("cancel")} }
                }
            }
        }
    }
}
