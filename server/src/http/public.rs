//! What anybody may read about the town.

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::public::{Benefits, GetTown, GetTrust, ListBenefits, TownInfo, TrustInfo};
use karta_core::base64::Base64;

use super::lists;
use super::mount::mount;
use super::who::Anyone;
use crate::app::App;
use crate::failure::Failure;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<GetTown, _>(router, get_town);
    let router = mount::<ListBenefits, _>(router, list_benefits);
    let router = mount::<GetTrust, _>(router, get_trust);
    lists::routes(router)
}

async fn get_town(app: App, _: Anyone, (): (), _: Nothing) -> Result<TownInfo, Failure> {
    let now = app.clock.now();
    Ok(TownInfo { town: app.town.clone(), demo: app.demo, server_time: now })
}

async fn get_trust(app: App, _: Anyone, (): (), _: Nothing) -> Result<TrustInfo, Failure> {
    let now = app.clock.now();
    let list = app.keys.trust(now).map_err(Failure::internal)?;
    Ok(TrustInfo { root: list.root, trust: Base64(list.token), server_time: now })
}

async fn list_benefits(app: App, _: Anyone, (): (), _: Nothing) -> Result<Benefits, Failure> {
    let now = app.clock.now();
    let benefits = app.store.read(move |tx| tx.published_benefits(now)).await;
    Ok(Benefits { benefits: benefits.map_err(Failure::Store)? })
}
