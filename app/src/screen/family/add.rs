//! "Dodaj konto": name, date of birth, relationship, and an address from 18 on.
//! **Invariant**: what was typed stays after any error; it ends on the page of the added person,
//! which says what happens next.

use dioxus::prelude::*;
use karta_core::api::family::{AddMember, NewMember};
use karta_core::id::AccountId;
use karta_core::time::day_of;

use super::form::{Fields, Typed};
use super::refusal;
use crate::api::call;
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::sending::use_sending;
use crate::screen::signed_in::SignedIn;
use crate::state::kin::use_kin;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::page::Page;

#[component]
pub fn FamilyAdd() -> Element {
    let t = use_text();
    rsx! {
        SignedIn { heading: t.get("family-add"), next: Route::FamilyAdd {}.to_string(), Form {} }
    }
}

/// What was typed when the session ended in between: it waits for the same account to come back.
#[derive(Clone, Copy)]
struct Unsent(CopyValue<Option<(AccountId, Typed)>>);

fn use_unsent() -> Unsent {
    use_hook(|| {
        try_consume_context().unwrap_or_else(|| {
            dioxus::core::provide_root_context(Unsent(CopyValue::new_in_scope(None, ScopeId::ROOT)))
        })
    })
}

#[component]
fn Form() -> Element {
    let t = use_text();
    let app = use_app();
    let kin = use_kin();
    let navigator = use_navigator();
    let Unsent(mut unsent) = use_unsent();
    let account = app.me().map(|me| me.account);
    let typed = use_signal(|| match unsent.write().take() {
        Some((whose, typed)) if Some(whose) == account => typed,
        _ => Typed::default(),
    });
    let sending = use_sending();
    let today = day_of(app.now());
    let send = move |event: FormEvent| {
        if !sending.begins(&event) {
            return;
        }
        let person = match typed.peek().read(t, day_of(app.now())) {
            Ok(person) => person,
            Err(mistakes) => {
                sending.goes(mistakes);
                return;
            }
        };
        sending.goes(Vec::new());
        let new = NewMember {
            name: person.name,
            born: person.born,
            relationship: person.relationship,
            email: person.email,
            language: t.language(),
        };
        spawn(async move {
            match call::<AddMember>(&(), &new).await {
                Ok(member) => {
                    unsent.set(None);
                    let id = member.id;
                    kin.take(member).await;
                    app.ask_people().await;
                    app.announce(t.get("family-added"));
                    navigator.replace(Route::FamilyMember { id: id.to_string() });
                }
                Err(error) => {
                    unsent.set(account.map(|account| (account, typed.peek().clone())));
                    app.noticed(&error);
                    sending.refused(refusal::mistake(t, &error), error.sentence(t));
                }
            }
        });
    };
    rsx! {
        Page { heading: t.get("family-add"), back: Route::Family {}.to_string(), mistaken: sending.is_mistaken(),
            above: sending.summary(),
            p { {t.get("family-add-lead")} }
            {sending.told()}
            form { class: "stack", novalidate: true, onsubmit: send,
                Fields { typed, mistakes: sending.mistakes(), today }
                div { class: "actions",
                    Button { submit: true, busy: sending.is_under_way(), icon: Icon::Plus, {t.get("family-add-do")} }
                    ButtonLink { to: Route::Family {}.to_string(), tone: ButtonTone::Quiet, {t.get("cancel")} }
                }
            }
        }
    }
}
