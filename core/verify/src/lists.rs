//! The lists a verifier holds, from the bytes that were fetched.
//! **Invariant**: nothing is used that the root did not sign for.

use karta_core::base64;
use karta_core::card::key::PublicKey;
use karta_core::card::status::StatusList;
use karta_core::card::trust::{Trust, Untrusted};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadList {
    #[error("the root is not base64url of a compressed P-256 key")]
    Root,
    #[error("{0}: neither a token nor base64url of one")]
    NotBytes(String),
    #[error("{0}: {1}")]
    Untrusted(String, Untrusted),
}

/// First byte of every token: CBOR tag 18. No base64url text begins with it.
const TAGGED: u8 = 0xd2;

/// A token as it was downloaded, or as a text file of base64url.
pub fn token(name: &str, file: Vec<u8>) -> Result<Vec<u8>, BadList> {
    if file.first() == Some(&TAGGED) {
        return Ok(file);
    }
    let text = std::str::from_utf8(&file).ok();
    text.and_then(|text| base64::decode(text.trim()).ok())
        .ok_or_else(|| BadList::NotBytes(name.to_owned()))
}

pub fn root(text: &str) -> Result<PublicKey, BadList> {
    let bytes = base64::decode(text.trim()).map_err(|_| BadList::Root)?;
    PublicKey::from_sec1(&bytes).map_err(|_| BadList::Root)
}

pub fn trust(name: &str, file: Vec<u8>, root: &PublicKey) -> Result<Trust, BadList> {
    let bytes = token(name, file)?;
    Trust::read(&bytes, root).map_err(|why| BadList::Untrusted(name.to_owned(), why))
}

pub fn status(name: &str, file: Vec<u8>, trust: &Trust) -> Result<StatusList, BadList> {
    let bytes = token(name, file)?;
    StatusList::read(&bytes, trust).map_err(|why| BadList::Untrusted(name.to_owned(), why))
}
