//! The face of a member: the photo of their card.
//! **Invariant**: asked for only where there is a card; without an answer the letters stay.

use dioxus::prelude::*;
use karta_core::api::card::GetCardPhoto;
use karta_core::api::family::{MemberCard, MemberView};

use super::letters;
use crate::api::download;
use crate::platform;
use crate::ui::person::Face;

#[component]
pub fn MemberFace(member: MemberView, #[props(default)] large: bool) -> Element {
    let letters = letters(&member);
    let resident = member.resident.filter(|_| has_photo(member.card));
    let shown = use_resource(use_reactive!(|resident| async move {
        let bytes = download::<GetCardPhoto>(&resident?).await.ok()?;
        Some(platform::object_url(bytes, "image/jpeg"))
    }));
    use_drop(move || {
        if let Some(Some(url)) = &*shown.peek() {
            platform::release_url(url);
        }
    });
    rsx! {
        Face { letters, photo: shown().flatten(), large }
    }
}

const fn has_photo(card: Option<MemberCard>) -> bool {
    match card {
        Some(
            MemberCard::Valid { .. }
            | MemberCard::Ended { .. }
            | MemberCard::Blocked
            | MemberCard::Revoked,
        ) => true,
        Some(MemberCard::Nothing | MemberCard::Waiting | MemberCard::ToCorrect) | None => false,
    }
}
