//! A resident's applications: the list, the pages of the form, checking, sending, following.
//! **Invariant**: an application is changed only through `filling`, which never loses what was
//! typed.

mod check;
mod correction;
mod elsewhere;
mod filling;
mod for_resident;
mod gap;
mod history;
mod list;
mod page;
mod picture;
mod plastic;
mod prefill;
mod queued;
mod sent;
mod status;
mod stopping;
mod summary;
pub mod turn;
pub mod when;

pub use check::ApplicationCheck;
pub use correction::name as item_name;
pub use list::Applications;
pub use page::ApplicationPage;
pub use picture::{is_picture, use_file};
pub use sent::ApplicationSent;
pub use status::Application;
pub use summary::{address_of, birth_of};
pub use turn::word as state_word;

use karta_core::application::page::Page;
use karta_core::id::ApplicationId;
use karta_core::town::Localised;

use crate::route::Route;
use crate::text::Text;

/// Instead of a page's name: the first page that has a gap.
const RESUME: &str = "dalej";

/// In a page's address: Continue leads back to the check page.
const FROM_CHECK: &str = "check";

/// A sentence of the town in the language of the app.
pub fn said(t: Text, text: &Localised) -> String {
    text.get(t.language()).to_owned()
}

pub(super) fn status_place(id: ApplicationId) -> Route {
    Route::Application { id: id.to_string() }
}

fn page_place(id: ApplicationId, page: Page, from: &str) -> Route {
    Route::ApplicationPage { id: id.to_string(), page: page.name().into(), from: from.into() }
}

pub(super) fn resume_place(id: ApplicationId) -> Route {
    Route::ApplicationPage { id: id.to_string(), page: RESUME.into(), from: String::new() }
}

fn check_place(id: ApplicationId) -> Route {
    Route::ApplicationCheck { id: id.to_string() }
}
