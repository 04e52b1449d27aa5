//! Loading one answer of the contract for a screen.
//! **Invariant**: a reload keeps showing what was there, with the time of its answer; another place
//! begins anew, so that nobody sees what was somebody else's; an ended session is noticed.

use dioxus::prelude::*;
use karta_core::api::{Endpoint, Nothing, Place};
use karta_core::offline::Seen;
use karta_core::time::Timestamp;

use super::{App, use_app};
use crate::api::{ApiError, call};

pub struct Load<T: 'static> {
    seen: Signal<Seen<T, ApiError>>,
    again: Signal<u32>,
    /// What was asked, and when it was answered last.
    of: CopyValue<(String, Option<Timestamp>)>,
    app: App,
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

impl<T> PartialEq for Load<T> {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen && self.again == other.again
    }
}

/// Calls the operation now, and again whenever something read in `at` changes.
pub fn use_load<E>(at: impl Fn() -> E::At + 'static) -> Load<E::Answer>
where
    E: Endpoint<Input = Nothing>,
    E::Answer: Clone + PartialEq,
{
    let app = use_app();
    let load = Load {
        seen: use_signal(|| Seen::Waiting),
        again: use_signal(|| 0),
        of: use_hook(|| CopyValue::new((String::new(), None))),
        app,
    };
    use_resource(move || {
        let at = at();
        let _asked_again = (load.again)();
        async move {
            load.turn_to(at.fill(E::PATH));
            load.take(call::<E>(&at, &Nothing {}).await);
        }
    });
    load
}

impl<T: Clone + PartialEq> Load<T> {
    pub fn seen(self) -> Seen<T, ApiError> {
        (self.seen)()
    }

    pub fn reload(self) {
        let mut again = self.again;
        again += 1;
    }

    pub fn set(self, value: T) {
        self.take(Ok(value));
    }

    /// What was shown of another place is not shown for this one.
    fn turn_to(self, path: String) {
        let (mut seen, mut of) = (self.seen, self.of);
        if of.peek().0 != path {
            of.set((path, None));
            if *seen.peek() != Seen::Waiting {
                seen.set(Seen::Waiting);
            }
        }
    }

    fn take(self, answer: Result<T, ApiError>) {
        let (mut seen, mut of) = (self.seen, self.of);
        match answer {
            Ok(value) => {
                of.write().1 = Some(self.app.now());
                seen.set(Seen::Fresh(value));
            }
            Err(error) => {
                self.app.noticed(&error);
                let shown = seen.peek().value().cloned();
                seen.set(failed(error, shown, of.peek().1));
            }
        }
    }
}

/// After a call that failed: without a network, what was answered before, as old as it is.
fn failed<T>(error: ApiError, shown: Option<T>, since: Option<Timestamp>) -> Seen<T, ApiError> {
    match (error, shown, since) {
        (ApiError::Offline, Some(value), Some(as_of)) => Seen::Kept { value, as_of },
        (error, ..) => Seen::Failed(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_without_a_network_is_as_old_as_its_answer() {
        let at = Timestamp::UNIX_EPOCH;
        let kept = failed(ApiError::Offline, Some("Anna"), Some(at));
        assert_eq!(kept, Seen::Kept { value: "Anna", as_of: at });
    }

    #[test]
    fn nothing_is_shown_that_was_never_answered_or_was_refused() {
        let nothing = failed::<&str>(ApiError::Offline, None, None);
        assert_eq!(nothing, Seen::Failed(ApiError::Offline));
        let refused = failed(ApiError::Unreadable, Some("Anna"), Some(Timestamp::UNIX_EPOCH));
        assert_eq!(refused, Seen::Failed(ApiError::Unreadable));
    }
}
