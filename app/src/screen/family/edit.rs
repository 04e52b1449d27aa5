//! "Zmień": the same form, filled in; name and date of birth only until the office confirmed them.
//! **Invariant**: what was typed stays after any error; a new address is said to get an invitation
//! before it is saved.

use dioxus::prelude::*;
use karta_core::api::family::{ChangedMember, EditMember, MemberView};
use karta_core::id::MemberId;
use karta_core::offline::Seen;
use karta_core::time::day_of;

use super::form::{Fields, Typed};
use super::one::{NotHere, find};
use super::{NeedsNetwork, member_place, refusal};
use crate::api::call;
use crate::route::Route;
use crate::screen::not_found::NotFound;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::kin::{Kin, use_kin};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

#[component]
pub fn FamilyEdit(id: String) -> Element {
    let t = use_text();
    let Ok(id) = MemberId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    let next = Route::FamilyEdit { id: id.to_string() }.to_string();
    rsx! {
        SignedIn { heading: t.get("family-edit"), next,
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
    match find(kin, id) {
        // The newest version is what a change must name: a kept one is not enough.
        Seen::Kept { .. } if kin.is_offline() => rsx! {
            Page { heading: t.get("family-edit"), back: member_place(id), NeedsNetwork {} }
        },
        Seen::Kept { .. } if kin.trouble().is_some() => {
            rsx! { NotHere { why: kin.trouble(), kin } }
        }
        Seen::Waiting | Seen::Kept { .. } => rsx! {
            Page { heading: t.get("family-edit"), back: member_place(id), Skeleton { lines: 6 } }
        },
        Seen::Failed(why) => rsx! { NotHere { why, kin } },
        Seen::Fresh(member) => rsx! { Form { member, kin } },
    }
}

#[component]
fn Form(member: MemberView, kin: Kin) -> Element {
    let t = use_text();
    let app = use_app();
    let navigator = use_navigator();
    let typed = use_signal(|| Typed::of(&member));
    let sending = use_sending();
    let today = day_of(app.now());
    let (id, version) = (member.id, member.version);
    let before = member.email.clone();
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let person = match typed.peek().read(t, day_of(app.now())) {
            Ok(person) => person,
            Err(mistakes) => {
                sending.goes(mistakes);
                return;
            }
        };
        sending.goes(Vec::new());
        let is_invited = person.email.is_some() && person.email != before;
        let change = ChangedMember {
            version,
            name: person.name,
            born: person.born,
            relationship: person.relationship,
            email: person.email,
            language: t.language(),
        };
        spawn(async move {
            match call::<EditMember>(&id, &change).await {
                Ok(member) => {
                    app.ask_people().await;
                    kin.take(member).await;
                    app.announce(t.get(if is_invited { "family-resent" } else { "family-saved" }));
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
        Page { heading: t.get("family-edit"), caption: member.name.display(), back: member_place(id),
            mistaken: sending.is_mistaken(),
            above: sending.summary(),
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Fields { typed, mistakes: sending.mistakes(), today,
                    confirmed: member.is_confirmed.then(|| member.clone()),
                }
                p { class: "muted", {t.get("family-edit-address")} }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), {t.get("family-save")} }
                    ButtonLink { to: member_place(id), tone: ButtonTone::Quiet, {t.get("cancel")} }
                }
            }
        }
    }
}
