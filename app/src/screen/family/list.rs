//! "Rodzina": everybody in it, how each card stands and what to do next.
//! **Invariant**: the kept list stands at once; without a network it says of when it is.

use dioxus::prelude::*;
use karta_core::api::family::{Family as Answer, MemberView};
use karta_core::offline::Seen;
use karta_core::time::day_of;

use super::act::Act;
use super::photo::MemberFace;
use super::turn::{self, Step};
use super::{NeedsNetwork, described, member_place};
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_loaded::NotLoaded;
use crate::screen::signed_in::SignedIn;
use crate::state::kin::{Kin, use_kin};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::fold::Fold;
use crate::ui::page::Page;
use crate::ui::person::{People, PersonRow};
use crate::ui::skeleton::Skeleton;
use crate::ui::tag::Tag;

#[component]
pub fn Family() -> Element {
    let t = use_text();
    rsx! {
        SignedIn { heading: t.get("family-title"), next: Route::Family {}.to_string(), Mine {} }
    }
}

#[component]
fn Mine() -> Element {
    let t = use_text();
    let kin = use_kin();
    let offline = kin.is_offline();
    rsx! {
        Page { heading: t.get("family-title"), back: "/wiecej",
            KeptSince { as_of: kin.kept_at(), offline, onrefresh: move |()| kin.reload() }
            if let Some(error) = kin.trouble().filter(|_| kin.seen().value().is_some()) {
                NotLoaded { error, onretry: move |()| kin.reload() }
            }
            match kin.seen() {
                Seen::Waiting => rsx! { Skeleton { lines: 6 } },
                Seen::Failed(error) => rsx! { NotLoaded { error, onretry: move |()| kin.reload() } },
                Seen::Fresh(family) | Seen::Kept { value: family, .. } => rsx! {
                    Listed { family, offline, onchange: move |member| changed(kin, member) }
                },
            }
        }
    }
}

pub fn changed(kin: Kin, member: MemberView) {
    spawn(kin.take(member));
}

#[component]
pub fn Listed(family: Answer, offline: bool, onchange: EventHandler<MemberView>) -> Element {
    let t = use_text();
    if family.members.is_empty() {
        return rsx! {
            Empty { icon: Icon::Family, title: t.get("family-none"),
                p { class: "muted", {t.get("family-none-why")} }
                AddButton { offline }
            }
            Who { open: true }
        };
    }
    rsx! {
        p { {t.get("family-lead")} }
        People { label: t.get("family-title"),
            for member in family.members {
                Row { key: "{member.id}", member, offline, onchange }
            }
        }
        AddButton { offline }
        Who { open: false }
    }
}

#[component]
fn Row(member: MemberView, offline: bool, onchange: EventHandler<MemberView>) -> Element {
    let t = use_text();
    let now = use_app().now();
    let (word, tone) = turn::word(t, &member, now);
    let (sentence, step) = turn::next(t, &member, now);
    // The card is kept on the device; everything else needs the office.
    let step = step.filter(|step| !offline || *step == Step::ShowCard);
    rsx! {
        PersonRow {
            to: member_place(member.id),
            name: member.name.display(),
            detail: described(t, &member, day_of(now)),
            face: rsx! { MemberFace { member: member.clone() } },
            mark: rsx! { Tag { tone, {word} } },
            p { {sentence} }
            if let Some(step) = step {
                div { class: "actions", Act { member, step, onchange } }
            }
        }
    }
}

#[component]
fn AddButton(offline: bool) -> Element {
    let t = use_text();
    rsx! {
        if offline {
            NeedsNetwork {}
        } else {
            div { class: "actions",
                ButtonLink { to: Route::FamilyAdd {}.to_string(), icon: Icon::Plus, {t.get("family-add")} }
            }
        }
    }
}

#[component]
fn Who(open: bool) -> Element {
    let t = use_text();
    rsx! {
        Fold { title: t.get("family-who"), open,
            p { {t.get("family-who-child")} }
            p { {t.get("family-who-adult")} }
            p { {t.get("family-who-private")} }
        }
    }
}
