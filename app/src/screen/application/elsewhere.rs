//! A link of a mail leads to an application of somebody else in the family: whose is it?
//! **Invariant**: asks only for people this account acts for, and shows them when it found them.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::application::GetApplication;
use karta_core::api::problem::Code;
use karta_core::id::ApplicationId;

use crate::api::{ApiError, call};
use crate::state::{App, use_app};

/// Draws nothing.
#[component]
pub fn Elsewhere(id: ApplicationId, error: ApiError) -> Element {
    let app = use_app();
    let is_missing = error.code() == Some(Code::NotFound);
    use_future(move || async move {
        if is_missing {
            look(app, id).await;
        }
    });
    rsx! {}
}

async fn look(app: App, id: ApplicationId) {
    let shown = app.resident();
    for person in app.people() {
        if Some(person.id) != shown
            && call::<GetApplication>(&(person.id, id), &Nothing {}).await.is_ok()
        {
            app.switch(person.id);
            return;
        }
    }
}
