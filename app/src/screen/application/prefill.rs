//! A new draft begins with what is known of the person; people change what is wrong.
//! **Invariant**: only an untouched draft of one's own is filled, and only with the data of the
//! person it is for.

use karta_core::api::Nothing;
use karta_core::api::application::ApplicationView;
use karta_core::api::family::{Family, ListFamily};
use karta_core::application::form::{Draft, Whom};
use karta_core::application::state::Status;
use karta_core::id::ResidentId;
use karta_core::time::Date;

use crate::api::call;
use crate::state::App;

pub async fn prefilled(app: App, view: &ApplicationView) -> Draft {
    let draft = view.draft.clone();
    let is_untouched = view.is_mine
        && view.progress.status == Status::Draft
        && draft.given.is_empty()
        && draft.surname.is_empty();
    let people = app.people();
    let person = people.iter().find(|person| person.id == view.resident && is_untouched);
    let Some(person) = person else { return draft };
    let given = person.name.given.as_str().into();
    let surname = person.name.surname.as_str().into();
    let draft = Draft { given, surname, ..draft };
    if person.is_own {
        return draft;
    }
    // In the form of somebody else there is nothing to choose.
    let draft = Draft { whom: Some(Whom::Member), ..draft };
    let family = call::<ListFamily>(&(), &Nothing {}).await.ok();
    match family.and_then(|family| born(&family, person.id)) {
        Some(born) if draft.birth_year.is_empty() => with_birthday(draft, born),
        _ => draft,
    }
}

fn born(family: &Family, resident: ResidentId) -> Option<Date> {
    let member = family.members.iter().find(|member| member.resident == Some(resident));
    member.map(|member| member.born)
}

fn with_birthday(draft: Draft, born: Date) -> Draft {
    Draft {
        birth_day: born.day().to_string(),
        birth_month: born.month().to_string(),
        birth_year: born.year().to_string(),
        ..draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_childs_birthday_comes_from_the_family() {
        let resident = ResidentId::parse("res_00000000000000000000000000000002").unwrap();
        let text = format!(
            r#"{{"members":[{{"id":"mem_00000000000000000000000000000001","version":1,
            "name":{{"given":"Zofia","surname":"Kowalska"}},"born":"2014-05-01",
            "relationship":"child","email":null,"state":{{"is":"without_account"}},
            "resident":"{resident}","card":null,"is_confirmed":false,"of_age_on":"2032-05-01",
            "guardian":{{"is":"nobody"}},"removal":"nothing_lost"}}]}}"#
        );
        let family: Family = serde_json::from_str(&text).unwrap();
        let born = born(&family, resident).unwrap();
        let draft = with_birthday(Draft::default(), born);
        let typed = (draft.birth_day, draft.birth_month, draft.birth_year);
        assert_eq!(typed, ("1".into(), "5".into(), "2014".into()));
    }
}
