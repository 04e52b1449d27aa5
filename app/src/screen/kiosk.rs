//! The kiosk in the town hall: check a card, renew it, begin an application, collect a card, find a
//! benefit.
//! **Invariant**: one thing on a screen, no account anywhere; whoever comes next finds nothing of
//! whoever was here.

mod apply;
mod benefits;
mod check;
mod frame;
mod handed_over;
mod out_of_service;
mod pickup;
mod renew;
mod scan;
mod staff;
mod start;
mod thanks;

pub use apply::KioskApply;
pub use benefits::KioskBenefits;
pub use check::KioskCheck;
pub use frame::KioskShell;
pub use pickup::KioskPickup;
pub use renew::KioskRenew;
pub use staff::KioskStaff;
pub use start::KioskStart;
pub use thanks::KioskThanks;

#[cfg(test)]
mod tests;
