//! One's own account over HTTP: what the contract's `settings` table says, but for sessions.
//! **Invariant**: what a thief with the open phone must not do asks for the password again, and
//! the owner is told by mail.

pub(super) mod consents;
mod email;
mod password;
mod phone;
mod second_step;

use axum::Router;
use karta_core::api::settings::{
    ChangeEmail, ChangePassword, ConfirmEmail, ConfirmTotp, GetSecondStep, ListConsents,
    NewRecoveryCodes, OfferTotp, RemoveTotp, SetConsent, SetPhone,
};

use super::mount::mount;
use crate::app::App;

pub(super) fn routes(router: Router<App>) -> Router<App> {
    let router = mount::<ChangePassword, _>(router, password::change);
    let router = mount::<ChangeEmail, _>(router, email::change);
    let router = mount::<ConfirmEmail, _>(router, email::confirm_new);
    let router = mount::<SetPhone, _>(router, phone::set);
    let router = mount::<ListConsents, _>(router, consents::list);
    let router = mount::<SetConsent, _>(router, consents::set);
    let router = mount::<GetSecondStep, _>(router, second_step::get);
    let router = mount::<OfferTotp, _>(router, second_step::offer);
    let router = mount::<ConfirmTotp, _>(router, second_step::confirm_first);
    let router = mount::<NewRecoveryCodes, _>(router, second_step::new_codes);
    mount::<RemoveTotp, _>(router, second_step::remove)
}

#[cfg(test)]
mod tests;
