//! "Rodzina": who is in it, adding, editing and removing, inviting, and the page behind a mailed
//! invitation.
//! **Invariant**: names stand as they are and are never declined; without a network the list is
//! read only, and says so.

mod act;
mod add;
mod edit;
mod eighteen;
mod form;
mod guardian;
mod invitation;
mod invited;
mod list;
mod one;
mod photo;
mod refusal;
mod remove;
mod turn;

pub use add::FamilyAdd;
pub use edit::FamilyEdit;
pub use guardian::FamilyGuardian;
pub use invitation::Invitation;
pub use list::Family;
pub use one::FamilyMember;

use dioxus::prelude::*;
use karta_core::api::family::MemberView;
use karta_core::family::Relationship;
use karta_core::id::MemberId;
use karta_core::person::age;
use karta_core::time::Date;

use crate::icon::Icon;
use crate::route::Route;
use crate::text::{Text, use_text};

fn member_place(id: MemberId) -> String {
    Route::FamilyMember { id: id.to_string() }.to_string()
}

fn edit_place(id: MemberId) -> String {
    Route::FamilyEdit { id: id.to_string() }.to_string()
}

fn guardian_place(id: MemberId) -> String {
    Route::FamilyGuardian { id: id.to_string() }.to_string()
}

fn relationship(t: Text, relationship: Relationship) -> String {
    t.get(&format!("family-kin-{}", relationship.name().replace('_', "-")))
}

/// "Dziecko, 12 lat"
fn described(t: Text, member: &MemberView, today: Date) -> String {
    let years = age(member.born, today).max(0);
    let args = [
        ("relationship", relationship(t, member.relationship).into()),
        ("years", i64::from(years).into()),
    ];
    t.with("family-described", &args)
}

/// "AK"
fn letters(member: &MemberView) -> String {
    [&member.name.given, &member.name.surname].map(|name| name.initial()).iter().collect()
}

/// In place of what cannot be done now.
#[component]
fn NeedsNetwork() -> Element {
    let t = use_text();
    rsx! {
        p { class: "muted actions", {Icon::Offline.draw()} span { {t.get("family-offline")} } }
    }
}
