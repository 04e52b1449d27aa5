//! What anybody may read about the town.

use axum::Router;
use karta_core::api::Nothing;
use karta_core::api::public::{Benefits, GetTown, GetTrust, ListBenefits, TownInfo, TrustInfo};

use super::mount::mount;
use super::who::Anyone;
use crate::app::App;
use crate::failure::Failure;

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<GetTown, _>(router, get_town);
    let router = mount::<ListBenefits, _>(router, list_benefits);
    mount::<GetTrust, _>(router, get_trust)
}

async fn get_town(app: App, _: Anyone, (): (), _: Nothing) -> Result<TownInfo, Failure> {
    let now = app.clock.now();
    Ok(TownInfo { town: app.town.clone(), demo: app.demo, server_time: now })
}

async fn get_trust(app: App, _: Anyone, (): (), _: Nothing) -> Result<TrustInfo, Failure> {
    Ok(TrustInfo { trust: app.card_key.trust(), server_time: app.clock.now() })
}

async fn list_benefits(app: App, _: Anyone, (): (), _: Nothing) -> Result<Benefits, Failure> {
    let now = app.clock.now();
    let benefits = app.store.read(move |tx| tx.published_benefits(now)).await;
    Ok(Benefits { benefits: benefits.map_err(Failure::Store)? })
}
