//! How the office reaches the person.
//! **Invariant**: the e-mail is the account's and not asked again; a phone number is optional.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::notice::Notice;

#[component]
pub fn Contact(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let app = use_app();
    let email = app.me().map(|me| me.email.as_str().to_owned()).unwrap_or_default();
    rsx! {
        Notice {
            p { {t.with("application-contact-email", &[("email", email.into())])} }
        }
        Field {
            id: At::Phone.name(),
            label: t.get("application-phone"),
            hint: t.get("application-phone-hint"),
            optional: true,
            kind: FieldKind::Phone,
            width: FieldWidth::Medium,
            autocomplete: "tel",
            value: filling.draft().phone,
            error: beside(t, &gaps, At::Phone),
            oninput: move |typed| filling.edit(|draft| draft.phone = typed),
        }
    }
}
