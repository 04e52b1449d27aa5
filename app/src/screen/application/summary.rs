//! The answers of an application, page by page, for checking them and for looking back.
//! **Invariant**: every answer that can be given is listed; one left out reads "Nie podano".

use dioxus::prelude::*;
use karta_core::address::PostalCode;
use karta_core::api::application::{GetDocument, GetPhoto};
use karta_core::application::Attachment;
use karta_core::application::form::{Carrier, Draft, Whom};
use karta_core::application::page::Page;
use karta_core::id::{ApplicationId, ResidentId};
use karta_core::town::{Moment, Town};

use super::picture::{is_picture, use_file};
use super::{FROM_CHECK, page_place, said};
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::photo_guide::PhotoFrame;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn Answers(
    place: (ResidentId, ApplicationId),
    draft: Draft,
    photo: Option<Attachment>,
    document: Option<Attachment>,
    town: Town,
    /// Each answer has a way to change it.
    #[props(default)]
    changeable: bool,
) -> Element {
    let t = use_text();
    let guest = use_app().guest();
    let whom = draft.whom.map(|whom| match (whom, &guest) {
        (Whom::Myself, _) => t.get("application-whom-myself"),
        (Whom::Member, Some(guest)) => guest.name.display(),
        (Whom::Member, None) => t.get("application-whom-member"),
    });
    let change = |page: Page| changeable.then(|| page_place(place.1, page, FROM_CHECK).to_string());
    let photo_source = use_file::<GetPhoto>(place, photo.clone());
    let document_source = use_file::<GetDocument>(place, document.clone());
    let ground = draft.ground.as_ref().and_then(|key| town.ground(key));
    let phone = (!draft.phone.trim().is_empty()).then(|| draft.phone.clone());
    rsx! {
        SummaryList { title: t.get("application-part-who"),
            SummaryRow {
                label: t.get("application-page-whom"),
                value: whom,
                change: change(Page::Whom),
            }
            SummaryRow {
                label: t.get("application-page-ground"),
                value: ground.map(|ground| said(t, &ground.name)),
                change: change(Page::Ground),
            }
            SummaryRow {
                label: t.get("application-name"),
                value: format!("{} {}", draft.given, draft.surname),
                change: change(Page::Person),
            }
            SummaryRow {
                label: t.get("application-birth-date"),
                value: birth_of(t, &draft),
                change: change(Page::Person),
            }
            SummaryRow {
                label: t.get("application-address"),
                value: address_of(&draft),
                change: change(Page::Address),
            }
            SummaryRow { label: t.get("application-phone"), value: phone, change: change(Page::Contact) }
        }
        SummaryList { title: t.get("application-part-files"),
            SummaryRow {
                label: t.get("application-photo"),
                value: words(t, photo.as_ref(), photo_source.is_some()),
                change: change(Page::Photo),
                if let Some(source) = photo_source {
                    PhotoFrame { source, label: t.get("application-photo") }
                }
            }
            SummaryRow {
                label: t.get("application-document"),
                value: words(t, document.as_ref(), document_source.is_some()),
                change: change(Page::Document),
                if let (Some(source), Some(document)) = (document_source, document) {
                    a { href: source, target: "_blank", rel: "noopener", {document.name.clone()} }
                    if is_picture(document.media) {
                        span { class: "muted small", " – " {t.get("application-file-picture")} }
                    } else {
                        span { class: "muted small", " – PDF" }
                    }
                }
            }
        }
        SummaryList { title: t.get("application-part-card"),
            SummaryRow {
                label: t.get("application-page-carrier"),
                value: carrier_of(t, &draft, &town),
                change: change(Page::Carrier),
            }
            SummaryRow {
                label: t.get("application-page-consents"),
                value: consents_of(t, &draft, &town),
                change: change(Page::Consents),
            }
        }
    }
}

/// A file in words, unless it is shown itself.
fn words(t: Text, file: Option<&Attachment>, shown: bool) -> Option<String> {
    match file {
        None => Some(t.get("kit-not-given")),
        Some(file) => (!shown).then(|| file.name.clone()),
    }
}

/// "ul. Długa 3/4, 05-800 Pruszków" as far as it was typed.
pub fn address_of(draft: &Draft) -> String {
    let flat = draft.flat.trim();
    let house = draft.house.trim();
    let house = if flat.is_empty() { house.to_owned() } else { format!("{house}/{flat}") };
    // The office reads the code as the post writes it.
    let code = PostalCode::parse(&draft.postal_code)
        .map_or_else(|_| draft.postal_code.trim().to_owned(), String::from);
    let street = format!("{} {house}", draft.street.trim());
    let town = format!("{code} {}", draft.town.trim());
    let parts = [street.trim(), town.trim()].map(str::to_owned);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The date of birth in words when it is one, else as typed.
pub fn birth_of(t: Text, draft: &Draft) -> String {
    let [day, month, year] =
        [&draft.birth_day, &draft.birth_month, &draft.birth_year].map(|part| part.trim());
    match (day.parse(), month.parse(), year.parse()) {
        (Ok(day), Ok(month @ 1..=12), Ok(year)) => t.date(year, month, day),
        _ => format!("{day} {month} {year}"),
    }
}

fn carrier_of(t: Text, draft: &Draft, town: &Town) -> Option<String> {
    let point = draft.pickup_point.as_ref().and_then(|key| town.pickup_point(key));
    match draft.carrier? {
        Carrier::Virtual => Some(t.get("application-carrier-virtual")),
        Carrier::Physical => {
            let plastic = t.get("application-carrier-physical");
            Some(point.map_or(plastic.clone(), |point| {
                format!("{plastic}\n{}, {}", point.name, point.address)
            }))
        }
    }
}

fn consents_of(t: Text, draft: &Draft, town: &Town) -> Option<String> {
    let given = town
        .consents_at(Moment::Application)
        .filter(|consent| draft.consents.iter().any(|given| given.key == consent.key));
    let sentences = given.map(|consent| said(t, &consent.text)).collect::<Vec<_>>();
    (!sentences.is_empty()).then(|| sentences.join("\n"))
}
