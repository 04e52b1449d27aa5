//! Name and date of birth, as in the document.
//! **Invariant**: every letter stays as typed; core alone decides whether it is a name or a day.

use dioxus::prelude::*;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::text::use_text;
use crate::ui::date_field::{DateField, TypedDate};
use crate::ui::field::{Field, FieldKind};

#[component]
pub fn Person(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let draft = filling.draft();
    let born = TypedDate { day: draft.birth_day, month: draft.birth_month, year: draft.birth_year };
    rsx! {
        p { class: "muted", {t.get("application-person-hint")} }
        Field {
            id: At::Given.name(),
            label: t.get("application-given"),
            kind: FieldKind::Name,
            autocomplete: "given-name",
            value: draft.given,
            error: beside(t, &gaps, At::Given),
            oninput: move |typed| filling.edit(|draft| draft.given = typed),
        }
        Field {
            id: At::Surname.name(),
            label: t.get("application-surname"),
            kind: FieldKind::Name,
            autocomplete: "family-name",
            value: draft.surname,
            error: beside(t, &gaps, At::Surname),
            oninput: move |typed| filling.edit(|draft| draft.surname = typed),
        }
        DateField {
            id: At::BirthDate.name(),
            legend: t.get("application-birth-date"),
            hint: t.get("application-birth-date-hint"),
            birthday: true,
            value: born,
            error: beside(t, &gaps, At::BirthDate),
            oninput: move |typed: TypedDate| {
                filling.edit(|draft| {
                    draft.birth_day = typed.day;
                    draft.birth_month = typed.month;
                    draft.birth_year = typed.year;
                })
            },
        }
    }
}
