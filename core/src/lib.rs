//! The rules of a resident card.
//!
//! Reading order: who (`person`, `contact`, `address`, `account`, `family`), what the town decided (`town`),
//! what is asked (`application`), what follows from it (`entitlement`, `card`), where it is good
//! for something (`benefit`), and how app and server speak (`api`, `offline`).
//!
//! **Invariant**: no async, no IO, no clock, no randomness. The caller hands in `now`, fresh ids
//! and bytes; the same input gives the same answer on a phone, in a browser and on the server.

pub mod account;
pub mod address;
pub mod api;
pub mod application;
pub mod base64;
pub mod benefit;
pub mod card;
pub mod contact;
pub mod entitlement;
pub mod family;
pub mod id;
pub mod json;
pub mod kiosk;
pub mod language;
pub mod offline;
pub mod outbox;
pub mod person;
pub mod search;
pub mod secret;
pub mod time;
pub mod town;
pub mod unseen;
