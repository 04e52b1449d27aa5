//! Marks by which the server knows again where an account was opened before; without one the owner
//! gets a mail.
//! **Invariant**: a mark is a random word of the server that opens nothing. It stays through a
//! sign-out, so nothing beside it may tell whose it is: sixteen bits of the address do not, as
//! thousands of addresses share them. A kiosk forgets it with everything else it kept.

use karta_core::contact::Email;
use karta_core::secret::Secret;

use super::App;
use crate::platform;

/// The mark of whoever signed in here last; a passkey tells the address only afterwards.
const LAST: &str = "known";

impl App {
    /// The mark of the last sign-in here, whosever it was.
    pub(super) fn known_here(self) -> Option<Secret> {
        platform::recall(LAST).map(Secret::new)
    }

    /// The mark that account got here.
    pub(super) fn known_of(self, email: &Email) -> Option<Secret> {
        platform::recall(&name(email)).map(Secret::new)
    }

    pub(super) fn keep_known(self, email: &Email, mark: &Secret) {
        for name in [LAST, &name(email)] {
            platform::remember(name, mark.reveal());
        }
    }

    /// The account is gone: nothing here tells that it was.
    pub fn forget_known(self, email: &Email) {
        for name in [LAST, &name(email)] {
            platform::forget(name);
        }
    }
}

/// FNV-1a of the address, folded to sixteen bits.
fn name(email: &Email) -> String {
    let fold = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let sum = email.as_str().bytes().fold(0x811c_9dc5, fold);
    format!("{LAST}-{:04x}", (sum >> 16) ^ (sum & 0xffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_mark_is_the_same_again_and_tells_nobody() {
        let name = |email| name(&Email::parse(email).unwrap());
        assert_eq!(name("anna@poczta.example"), name("anna@poczta.example"));
        assert_ne!(name("anna@poczta.example"), name("borys@poczta.example"));
        assert_eq!(name("anna@poczta.example").len(), "known-0000".len());
    }
}
