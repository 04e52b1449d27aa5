//! The token of an invitation while people read it, sign in and decide.
//! **Invariant**: lives in memory only and leaves the address at once, so that neither the
//! history nor the way through signing in holds it; a reload asks for the link of the mail again.

use dioxus::prelude::*;
use karta_core::secret::Secret;

#[derive(Clone, Copy, PartialEq)]
pub struct Invited {
    token: Signal<Option<Secret>>,
}

pub fn use_invited_provider() {
    let token = use_signal(|| None);
    use_context_provider(|| Invited { token });
}

pub fn use_invited() -> Invited {
    use_context::<Invited>()
}

impl Invited {
    pub fn begin(self, token: String) {
        let mut held = self.token;
        held.set(Some(Secret::new(token)));
    }

    pub fn get(self) -> Option<Secret> {
        (self.token)()
    }

    /// Decided, or of no use any more.
    pub fn end(self) {
        let mut held = self.token;
        held.set(None);
    }
}
