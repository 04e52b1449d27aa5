//! What the tokens of sessions are made of: the id of the session, 32 secret bytes, and a seal.
//! **Invariant**: whoever holds a token can ask for its successor, again and again, and gets the
//! same one; nobody makes a token or its successor without this server's key.

use std::io;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use karta_core::base64;
use karta_core::id::SessionId;
use karta_core::secret::Secret;
use sha2::Sha256;
use uuid::Uuid;

use crate::draw;
use crate::keys::secret_file;

/// Lets scanners find a token that leaked.
const PREFIX: &str = "ks_";

/// Makes tokens, and knows its own even when the store has forgotten them.
pub struct Tokens {
    key: [u8; 32],
}

impl Tokens {
    pub fn open(data: &Path) -> io::Result<Self> {
        let file = secret_file(&data.join("keys"), "session.key", || Ok(String::new()))?;
        Ok(Self { key: file.bytes })
    }

    /// The first token of a session.
    pub fn first(&self, session: SessionId) -> Secret {
        self.seal(session, &draw::bytes::<32>())
    }

    /// What replaces a token. Tabs that ask at once, and one whose answer was lost, get the same.
    pub fn successor(&self, session: SessionId, token: &Secret) -> Secret {
        let mac = self.mac(b"karta-session-next-1\0").chain_update(token.reveal());
        self.seal(session, &mac.finalize().into_bytes())
    }

    /// Whose token this is or was, if this server made it.
    pub fn session_of(&self, token: &Secret) -> Option<SessionId> {
        let bytes = base64::decode(token.reveal().strip_prefix(PREFIX)?).ok()?;
        let (sealed, seal) = bytes.split_at_checked(48)?;
        let (session, _) = sealed.split_at_checked(16)?;
        let mac = self.mac(b"karta-session-seal-1\0").chain_update(sealed);
        let is_ours = seal.len() == 16 && mac.verify_truncated_left(seal).is_ok();
        let session = Uuid::from_slice(session).ok()?;
        is_ours.then(|| SessionId::new(session))
    }

    fn seal(&self, session: SessionId, secret: &[u8]) -> Secret {
        let mut bytes = session.uuid().as_bytes().to_vec();
        bytes.extend_from_slice(secret);
        let mac = self.mac(b"karta-session-seal-1\0").chain_update(&bytes);
        bytes.extend(mac.finalize().into_bytes().into_iter().take(16));
        Secret::new(format!("{PREFIX}{}", base64::encode(&bytes)))
    }

    fn mac(&self, purpose: &[u8]) -> Hmac<Sha256> {
        let mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes any key");
        mac.chain_update(purpose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_successor_is_always_the_same_and_of_the_same_session() {
        let data = tempfile::tempdir().unwrap();
        let tokens = Tokens::open(data.path()).unwrap();
        let session = SessionId::new(Uuid::from_u128(7));
        let first = tokens.first(session);
        let next = tokens.successor(session, &first);
        assert_ne!(next, first);
        assert_eq!(Tokens::open(data.path()).unwrap().successor(session, &first), next);
        assert_eq!(tokens.session_of(&first), Some(session));
        assert_eq!(tokens.session_of(&tokens.successor(session, &next)), Some(session));
    }

    #[test]
    fn what_this_server_did_not_make_belongs_to_no_session() {
        let [own, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let tokens = Tokens::open(own.path()).unwrap();
        let session = SessionId::new(Uuid::from_u128(7));
        let foreign = Tokens::open(other.path()).unwrap().first(session);
        let longer = Secret::new(format!("{}AAAA", tokens.first(session).reveal()));
        for token in [foreign, longer, Secret::new("ks_forged"), Secret::new("")] {
            assert_eq!(tokens.session_of(&token), None);
        }
    }
}
