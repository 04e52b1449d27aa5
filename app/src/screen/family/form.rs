//! The form of a member: typed once, read once, shown the same when adding and when editing.
//! **Invariant**: every letter stays as typed; from 18 on the address is required, and the label,
//! the hint and the mistake say so by the same rule as the server.

use dioxus::prelude::*;
use karta_core::api::family::MemberView;
use karta_core::application::form::birthday;
use karta_core::contact::{Email, NotAContact};
use karta_core::family::{Relationship, needs_email};
use karta_core::person::{FullName, Name, NotAName};
use karta_core::time::Date;

use super::relationship;
use crate::screen::account::mistakes;
use crate::text::{Text, use_text};
use crate::ui::date_field::{DateField, TypedDate};
use crate::ui::error_summary::Mistake;
use crate::ui::field::{Field, FieldKind};
use crate::ui::radios::Choice;
use crate::ui::select::Select;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    pub given: String,
    pub surname: String,
    pub born: TypedDate,
    pub relationship: Option<String>,
    pub email: String,
}

/// What the form says once everything reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub name: FullName,
    pub born: Date,
    pub relationship: Relationship,
    pub email: Option<Email>,
}

impl Typed {
    pub fn of(member: &MemberView) -> Self {
        let born = member.born;
        Self {
            given: member.name.given.as_str().to_owned(),
            surname: member.name.surname.as_str().to_owned(),
            born: TypedDate {
                day: born.day().to_string(),
                month: born.month().to_string(),
                year: born.year().to_string(),
            },
            relationship: Some(member.relationship.name().to_owned()),
            email: member.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        }
    }

    /// None while the date does not read.
    fn is_adult(&self, today: Date) -> Option<bool> {
        self.born(today).ok().map(|born| needs_email(born, today))
    }

    fn born(&self, today: Date) -> Result<Date, &'static str> {
        let TypedDate { day, month, year } = &self.born;
        birthday([day, month, year], today).map_err(|why| why.name())
    }

    /// Everything, or every mistake with its sentence.
    pub fn read(&self, t: Text, today: Date) -> Result<Person, Vec<Mistake>> {
        let mut wrong = Vec::new();
        let mut say = |field: &str, key: &str| wrong.push(Mistake::new(field, t.get(key)));
        let given = Name::parse(&self.given).map_err(|why| say("given", name_key("given", why)));
        let surname =
            Name::parse(&self.surname).map_err(|why| say("surname", name_key("surname", why)));
        let born = self.born(today).map_err(|why| say("born", &format!("gap-birth-date-{why}")));
        let relationship = self.relationship.as_deref().and_then(Relationship::named);
        if relationship.is_none() {
            say("relationship", "family-relationship-missing");
        }
        let email = match Email::parse(&self.email) {
            Ok(email) => Some(email),
            Err(NotAContact::Malformed) => {
                say("email", "account-email-malformed");
                None
            }
            Err(NotAContact::Empty) => {
                if born.is_ok_and(|born| needs_email(born, today)) {
                    say("email", "family-email-needed");
                }
                None
            }
        };
        match (given, surname, born, relationship) {
            (Ok(given), Ok(surname), Ok(born), Some(relationship)) if wrong.is_empty() => {
                Ok(Person { name: FullName { given, surname }, born, relationship, email })
            }
            _ => Err(wrong),
        }
    }
}

const fn name_key(field: &str, why: NotAName) -> &'static str {
    match (field.len(), why) {
        (5, NotAName::Empty) => "family-given-missing",
        (_, NotAName::Empty) => "family-surname-missing",
        (_, NotAName::TooLong) => "account-name-long",
        (_, NotAName::Character) => "account-name-character",
    }
}

/// The fields; the caller brings the form around them and its buttons.
#[component]
pub fn Fields(
    typed: Signal<Typed>,
    mistakes: Vec<Mistake>,
    today: Date,
    /// The office confirmed name and date of birth: they are shown and cannot be typed.
    #[props(default)]
    confirmed: Option<MemberView>,
) -> Element {
    let t = use_text();
    let now = typed();
    let error = |field: &str| mistakes::of(&mistakes, field);
    let (hint, optional) = match now.is_adult(today) {
        Some(true) => ("family-email-hint-adult", false),
        Some(false) => ("family-email-hint-minor", true),
        None => ("family-email-hint", false),
    };
    let choice = |one: Relationship| Choice::new(one.name(), relationship(t, one));
    rsx! {
        if let Some(member) = confirmed {
            SummaryList { title: t.get("family-confirmed"),
                SummaryRow { label: t.get("application-name"), value: member.name.display() }
                SummaryRow { label: t.get("application-birth-date"),
                    value: crate::screen::application::when::day(t, member.born),
                }
            }
            p { class: "muted", {t.get("family-confirmed-why")} }
        } else {
            Field { id: "given", label: t.get("account-given"), value: now.given.clone(), kind: FieldKind::Name,
                autocomplete: "off", error: error("given"),
                oninput: move |text| typed.write().given = text,
            }
            Field { id: "surname", label: t.get("account-surname"), value: now.surname.clone(), kind: FieldKind::Name,
                autocomplete: "off", error: error("surname"),
                oninput: move |text| typed.write().surname = text,
            }
            DateField { id: "born", legend: t.get("application-birth-date"), value: now.born.clone(),
                hint: t.get("family-born-hint"), error: error("born"),
                oninput: move |date| typed.write().born = date,
            }
        }
        Select { id: "relationship", label: t.get("family-relationship"), hint: t.get("family-relationship-hint"),
            choices: Relationship::ALL.into_iter().map(choice).collect::<Vec<_>>(),
            chosen: now.relationship.clone(), error: error("relationship"),
            onchoose: move |name| typed.write().relationship = Some(name),
        }
        Field { id: "email", label: t.get("account-email"), value: now.email.clone(), kind: FieldKind::Email,
            hint: t.get(hint), optional, autocomplete: "off", error: error("email"),
            oninput: move |text| typed.write().email = text,
        }
    }
}

#[cfg(test)]
mod tests;
