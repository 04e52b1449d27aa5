//! An account that waits for its activation: the address and the ticket to ask again.
//! **Invariant**: lives in memory only; a reload asks people to sign in or register again.

use dioxus::prelude::*;
use karta_core::contact::Email;
use karta_core::secret::Secret;

#[derive(Clone, Copy, PartialEq)]
pub struct Pending {
    waiting: Signal<Option<(Email, Secret)>>,
}

pub fn use_pending_provider() {
    let waiting = use_signal(|| None);
    use_context_provider(|| Pending { waiting });
}

pub fn use_pending() -> Pending {
    use_context::<Pending>()
}

impl Pending {
    pub fn begin(self, email: Email, ticket: Secret) {
        let mut waiting = self.waiting;
        waiting.set(Some((email, ticket)));
    }

    pub fn get(self) -> Option<(Email, Secret)> {
        (self.waiting)()
    }
}
