//! The contract: every operation as a type that says method, path, who may call it, what goes in
//! and what comes out. The server mounts it, the app calls it; neither writes a URL.
//!
//! **Invariant**: an operation that is not in one of the tables below does not exist; who may call
//! it is part of its type.

pub mod account;
pub mod application;
pub mod card;
pub mod check;
pub mod family;
pub mod kiosk;
pub mod office;
pub mod passkey;
pub mod place;
pub mod plastic;
pub mod privacy;
pub mod problem;
pub mod public;
pub mod settings;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use place::Place;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Who may call an operation; the server has one extractor for each.
pub mod who {
    pub trait Caller: 'static {
        const NAME: &'static str;
        /// What they are answered may stay on their device.
        const IS_KEPT: bool;
    }

    macro_rules! callers {
        ($($(#[$doc:meta])* $name:ident = $word:literal, kept: $kept:literal;)*) => {$(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}
            impl Caller for $name {
                const NAME: &'static str = $word;
                const IS_KEPT: bool = $kept;
            }
        )*};
    }

    callers! {
        /// No account needed.
        Anyone = "anyone", kept: false;
        /// Any active account.
        SignedIn = "signed_in", kept: true;
        /// A session of staff whose second step is still to be set up counts too.
        Enrolling = "enrolling", kept: true;
        /// A session whose token may be too old for anything else.
        Refreshing = "refreshing", kept: false;
        /// An account that may at least show the card of a resident; the path names the resident.
        Holder = "holder", kept: true;
        /// An account, for a resident it may act for; the path names the resident.
        Resident = "resident", kept: true;
        /// Staff of the office: clerks and their supervisors.
        Clerk = "clerk", kept: false;
        /// A kiosk that was paired, for whoever stands in front of it.
        Kiosk = "kiosk", kept: false;
    }
}

/// What may travel as JSON.
#[cfg(not(feature = "openapi"))]
pub trait Wire: Serialize + DeserializeOwned + Send + 'static {}
#[cfg(not(feature = "openapi"))]
impl<T: Serialize + DeserializeOwned + Send + 'static> Wire for T {}

/// What may travel as JSON and has a schema.
#[cfg(feature = "openapi")]
pub trait Wire: Serialize + DeserializeOwned + Send + utoipa::ToSchema + 'static {}
#[cfg(feature = "openapi")]
impl<T: Serialize + DeserializeOwned + Send + utoipa::ToSchema + 'static> Wire for T {}

/// JSON in, JSON out.
pub trait Endpoint: 'static {
    const NAME: &'static str;
    const METHOD: Method;
    const PATH: &'static str;
    /// The app keeps its answers, and shows them without a network with their date.
    const IS_KEPT: bool;
    type Who: who::Caller;
    type At: Place;
    type Input: Wire;
    type Answer: Wire;
}

/// A file in as the raw body (its media type in `content-type`, its name in `x-file-name`,
/// percent-encoded), JSON out. Method PUT.
pub trait Upload: 'static {
    const NAME: &'static str;
    const PATH: &'static str;
    type Who: who::Caller;
    type At: Place;
    type Answer: Wire;
}

/// A file out. Method GET.
pub trait Download: 'static {
    const NAME: &'static str;
    const PATH: &'static str;
    type Who: who::Caller;
    type At: Place;
}

/// Sees every operation of the contract, for the API document and for the authorisation matrix.
pub trait Visitor {
    fn endpoint<E: Endpoint>(&mut self);
    fn upload<U: Upload>(&mut self);
    fn download<D: Download>(&mut self);
}

pub fn visit(visitor: &mut impl Visitor) {
    public::visit(visitor);
    account::visit(visitor);
    settings::visit(visitor);
    passkey::visit(visitor);
    family::visit(visitor);
    privacy::visit(visitor);
    application::visit(visitor);
    card::visit(visitor);
    check::visit(visitor);
    office::visit(visitor);
    plastic::visit(visitor);
    kiosk::visit(visitor);
}

/// No input, or an answer that says nothing more than "done".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Nothing {}

/// At the end of a row: its answers count only at the moment they are given.
pub(crate) const NEVER_KEPT: bool = false;

/// One table of operations. A function cannot do this: each row is a type.
macro_rules! operations {
    (
        calls { $($(#[$doc:meta])* $name:ident: $method:ident $path:literal by $who:ident at $at:ty,
            $input:ty => $answer:ty $(, $never:ident)?;)* }
        uploads { $($(#[$udoc:meta])* $up:ident: $upath:literal by $uwho:ident at $uat:ty => $uanswer:ty;)* }
        downloads { $($(#[$ddoc:meta])* $down:ident: $dpath:literal by $dwho:ident at $dat:ty;)* }
    ) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}
            impl $crate::api::Endpoint for $name {
                const NAME: &'static str = stringify!($name);
                const METHOD: $crate::api::Method = $crate::api::Method::$method;
                const PATH: &'static str = $path;
                const IS_KEPT: bool = matches!($crate::api::Method::$method, $crate::api::Method::Get)
                    && <$crate::api::who::$who as $crate::api::who::Caller>::IS_KEPT
                    $(&& $crate::api::$never)?;
                type Who = $crate::api::who::$who;
                type At = $at;
                type Input = $input;
                type Answer = $answer;
            }
        )*
        $(
            $(#[$udoc])*
            #[derive(Debug)]
            pub enum $up {}
            impl $crate::api::Upload for $up {
                const NAME: &'static str = stringify!($up);
                const PATH: &'static str = $upath;
                type Who = $crate::api::who::$uwho;
                type At = $uat;
                type Answer = $uanswer;
            }
        )*
        $(
            $(#[$ddoc])*
            #[derive(Debug)]
            pub enum $down {}
            impl $crate::api::Download for $down {
                const NAME: &'static str = stringify!($down);
                const PATH: &'static str = $dpath;
                type Who = $crate::api::who::$dwho;
                type At = $dat;
            }
        )*
        pub(super) fn visit(visitor: &mut impl $crate::api::Visitor) {
            $(visitor.endpoint::<$name>();)*
            $(visitor.upload::<$up>();)*
            $(visitor.download::<$down>();)*
        }
    };
}
pub(crate) use operations;
