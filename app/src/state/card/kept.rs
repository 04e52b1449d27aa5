//! The cards of everybody who may be shown here, as this device keeps them.
//! **Invariant**: read without login and network; a change of one card is seen at once.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use karta_core::api::account::MyResident;
use karta_core::id::ResidentId;

use super::{Held, Trouble, found_is, key, use_kept_card};
use crate::state::use_app;

#[derive(Clone, Debug, PartialEq)]
pub struct PersonCard {
    pub person: MyResident,
    pub held: Held,
    pub trouble: Option<Trouble>,
}

/// One for each person, in the order of the people.
pub fn use_family_cards() -> Vec<PersonCard> {
    let app = use_app();
    let state = use_kept_card();
    let mut found = use_signal(BTreeMap::<ResidentId, Held>::new);
    use_resource(move || {
        let (people, _changed) = (app.people(), (state.changes)());
        async move {
            let mut all = BTreeMap::new();
            for person in people {
                all.insert(person.id, found_is(app.cache().get(&key(person.id)).await));
            }
            found.set(all);
        }
    });
    let found = found.read();
    let held = |resident| found.get(&resident).cloned().unwrap_or(Held::Looking);
    let card = |person: MyResident| PersonCard {
        held: held(person.id),
        trouble: state.trouble_of(person.id),
        person,
    };
    app.people().into_iter().map(card).collect()
}
