//! Where the person lives.
//! **Invariant**: the postal code is welcome in any spelling.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::text::use_text;
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::pair::Pair;

#[component]
pub fn Address(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let draft = filling.draft();
    rsx! {
        p { class: "muted", {t.get("application-address-hint")} }
        Field {
            id: At::Street.name(),
            label: t.get("application-street"),
            kind: FieldKind::Name,
            autocomplete: "address-line1",
            value: draft.street,
            error: beside(t, &gaps, At::Street),
            oninput: move |typed| filling.edit(|draft| draft.street = typed),
        }
        Pair {
            Field {
                id: At::House.name(),
                label: t.get("application-house"),
                width: FieldWidth::Short,
                value: draft.house,
                error: beside(t, &gaps, At::House),
                oninput: move |typed| filling.edit(|draft| draft.house = typed),
            }
            Field {
                id: At::Flat.name(),
                label: t.get("application-flat"),
                optional: true,
                width: FieldWidth::Short,
                value: draft.flat,
                error: beside(t, &gaps, At::Flat),
                oninput: move |typed| filling.edit(|draft| draft.flat = typed),
            }
        }
        Field {
            id: At::PostalCode.name(),
            label: t.get("application-postal-code"),
            hint: t.get("application-postal-code-hint"),
            kind: FieldKind::Digits,
            width: FieldWidth::Short,
            autocomplete: "postal-code",
            value: draft.postal_code,
            error: beside(t, &gaps, At::PostalCode),
            oninput: move |typed| filling.edit(|draft| draft.postal_code = typed),
        }
        Field {
            id: At::Town.name(),
            label: t.get("application-town"),
            kind: FieldKind::Name,
            width: FieldWidth::Medium,
            autocomplete: "address-level2",
            value: draft.town,
            error: beside(t, &gaps, At::Town),
            oninput: move |typed| filling.edit(|draft| draft.town = typed),
        }
    }
}
