//! The screens, by area. Each is put together from the kit and reads `state`.

pub mod account;
pub mod application;
pub mod benefit;
pub mod card;
pub mod family;
pub mod handover;
pub mod home;
pub mod kept_since;
pub mod kiosk;
pub mod more;
pub mod not_found;
pub mod not_loaded;
pub mod office;
pub mod sending;
pub mod settings;
pub mod sign_out;
pub mod signed_in;
pub mod verify;
