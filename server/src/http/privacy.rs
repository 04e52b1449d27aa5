//! What the town holds about somebody, who looked at it, and its end.
//! **Invariant**: an archive holds what its account may see and nothing else; erasing asks for the
//! password again.

mod access;
mod archive;
mod erase;

use axum::Router;
use karta_core::api::privacy::{EraseAccount, GetArchive, ListAccess, PlanErasure};

use super::mount::{mount, mount_download};
use crate::app::App;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ListAccess, _>(router, access::list);
    let router = mount::<PlanErasure, _>(router, erase::plan);
    let router = mount::<EraseAccount, _>(router, erase::erase);
    mount_download::<GetArchive, _>(router, archive::get)
}
