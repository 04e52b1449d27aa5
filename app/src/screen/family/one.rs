//! One person of the family: data, card, invitation, consent, guardians, the eighteenth birthday.
//! **Invariant**: read only without a network, and says so; before somebody is removed it is said
//! what happens to their card.

use dioxus::prelude::*;
use karta_core::api::family::{Family, Guardian, MemberState, MemberView};
use karta_core::id::MemberId;
use karta_core::offline::Seen;
use karta_core::time::day_of;

use super::act::Act;
use super::eighteen::Eighteen;
use super::invited::Invitation;
use super::list::changed;
use super::photo::MemberFace;
use super::remove::Remove;
use super::turn::{self, Step};
use super::{NeedsNetwork, described, edit_place, guardian_place, relationship};
use crate::api::ApiError;
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::application::when;
use crate::screen::kept_since::KeptSince;
use crate::screen::not_found::NotFound;
use crate::screen::not_loaded::NotLoaded;
use crate::screen::signed_in::SignedIn;
use crate::state::kin::{Kin, use_kin};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::notice::Tone;
use crate::ui::page::Page;
use crate::ui::person::PersonHead;
use crate::ui::skeleton::Skeleton;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::tag::Tag;
use crate::ui::task::Task;

#[component]
pub fn FamilyMember(id: String) -> Element {
    let t = use_text();
    let Ok(id) = MemberId::parse(&id) else { return rsx! { NotFound { rest: vec![] } } };
    let next = Route::FamilyMember { id: id.to_string() }.to_string();
    rsx! {
        SignedIn { heading: t.get("family-one"), next,
            // A list of one: another person is another component with its own state.
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
    let offline = kin.is_offline();
    let back = Route::Family {}.to_string();
    match find(kin, id) {
        Seen::Waiting => rsx! {
            Page { title: t.get("family-one"), back, Skeleton { lines: 6 } }
        },
        Seen::Failed(why) => rsx! { NotHere { why, kin } },
        Seen::Fresh(member) | Seen::Kept { value: member, .. } => rsx! {
            Page { title: member.name.display(), back,
                KeptSince { as_of: kin.kept_at(), offline, onrefresh: move |()| kin.reload() }
                Shown { member: member.clone(), offline, onchange: move |member| changed(kin, member) }
                if offline {
                    NeedsNetwork {}
                } else {
                    Remove { member, kin }
                }
            }
        },
    }
}

/// In place of a member: not in this family, or not loaded.
#[component]
pub fn NotHere(why: Option<ApiError>, kin: Kin) -> Element {
    let t = use_text();
    let back = Route::Family {}.to_string();
    match why {
        None => rsx! {
            Page { heading: t.get("family-gone"), back: back.clone(),
                p { {t.get("family-gone-why")} }
                div { class: "actions",
                    ButtonLink { to: back, tone: ButtonTone::Secondary, {t.get("family-title")} }
                }
            }
        },
        Some(error) => rsx! {
            Page { heading: t.get("family-one"), back, NotLoaded { error, onretry: move |()| kin.reload() } }
        },
    }
}

/// The member in the list; a kept list may not know them yet. `Failed(None)`: not in this family.
pub fn find(kin: Kin, id: MemberId) -> Seen<MemberView, Option<ApiError>> {
    let offline = kin.is_offline();
    let of = |family: Family| family.members.into_iter().find(|member| member.id == id);
    match kin.seen() {
        Seen::Waiting => Seen::Waiting,
        Seen::Failed(error) => Seen::Failed(Some(error)),
        Seen::Fresh(family) => of(family).map_or(Seen::Failed(None), Seen::Fresh),
        Seen::Kept { value, as_of } => match of(value) {
            Some(value) => Seen::Kept { value, as_of },
            None if offline => Seen::Failed(None),
            None => kin.trouble().map_or(Seen::Waiting, |error| Seen::Failed(Some(error))),
        },
    }
}

#[component]
pub fn Shown(member: MemberView, offline: bool, onchange: EventHandler<MemberView>) -> Element {
    let t = use_text();
    let now = use_app().now();
    let today = day_of(now);
    let (word, tone) = turn::word(t, &member, now);
    let (sentence, step) = turn::next(t, &member, now);
    // Another link is offered with the invitation itself, further down.
    let step = step.filter(|step| *step != Step::Resend);
    let step = step.filter(|step| !offline || *step == Step::ShowCard);
    let change = (!offline).then(|| edit_place(member.id));
    let change_confirmed = change.clone().filter(|_| !member.is_confirmed);
    rsx! {
        PersonHead {
            name: member.name.display(),
            detail: described(t, &member, today),
            face: rsx! { MemberFace { member: member.clone(), large: true } },
            mark: rsx! { Tag { tone, {word} } },
            p { {sentence} }
            if let Some(step) = step {
                div { class: "actions", Act { member: member.clone(), step, onchange } }
            }
        }
        Invitation { member: member.clone(), offline, onchange }
        SummaryList { title: t.get("family-data"),
            SummaryRow { label: t.get("application-name"), value: member.name.display(), change: change_confirmed.clone() }
            SummaryRow { label: t.get("application-birth-date"), value: when::day(t, member.born), change: change_confirmed }
            SummaryRow { label: t.get("family-relationship"), value: relationship(t, member.relationship), change: change.clone() }
            SummaryRow { label: t.get("account-email"), value: member.email.as_ref().map(|email| email.as_str().to_owned()), change }
        }
        if member.is_confirmed {
            p { class: "muted", {t.get("family-confirmed-why")} }
        }
        if let (MemberState::Active { consent }, None) = (member.state, member.of_age_on) {
            Consent { consent }
        }
        Guardians { member: member.clone(), offline }
        if let Some(day) = member.of_age_on {
            Eighteen { day, member }
        }
    }
}

/// An adult lets this account act for them, or not.
#[component]
fn Consent(consent: bool) -> Element {
    let t = use_text();
    let (mark, text, tone) = if consent {
        ("family-consent-yes", "family-consent-yes-text", Tone::Ok)
    } else {
        ("family-consent-no", "family-consent-no-text", Tone::Neutral)
    };
    rsx! {
        Task { title: t.get("family-consent"), mark: rsx! { Tag { tone, {t.get(mark)} } },
            p { {t.get(text)} }
        }
    }
}

/// Another guardian of a child, as far as this one may know.
#[component]
fn Guardians(member: MemberView, offline: bool) -> Element {
    let t = use_text();
    let text = match member.guardian {
        Guardian::NotPossible => return rsx! {},
        Guardian::Nobody => t.get("family-guardian-nobody"),
        Guardian::Invited { until } => {
            t.with("family-guardian-invited", &[("date", when::day_at(t, until).into())])
        }
        Guardian::Linked => t.get("family-guardian-linked"),
    };
    let key = match member.guardian {
        Guardian::Nobody => Some("family-guardian-add"),
        Guardian::Invited { .. } => Some("family-guardian-again"),
        Guardian::Linked | Guardian::NotPossible => None,
    };
    rsx! {
        Task { title: t.get("family-guardian"),
            p { {text} }
            if let Some(key) = key.filter(|_| !offline) {
                div { class: "actions",
                    ButtonLink { to: guardian_place(member.id), tone: ButtonTone::Secondary, icon: Icon::Plus, {t.get(key)} }
                }
            }
        }
    }
}
