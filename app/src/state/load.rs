//! Loading one answer of the contract for a screen.
//! **Invariant**: a reload keeps showing what was there; an ended session is noticed.

use dioxus::prelude::*;
use karta_core::api::{Endpoint, Nothing};
use karta_core::offline::Seen;

use super::{App, use_app};
use crate::api::{ApiError, call};

pub struct Load<T: 'static> {
    seen: Signal<Seen<T, ApiError>>,
    again: Signal<u32>,
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
    let load = Load { seen: use_signal(|| Seen::Waiting), again: use_signal(|| 0), app };
    use_resource(move || {
        let at = at();
        let _asked_again = (load.again)();
        async move { load.take(call::<E>(&at, &Nothing {}).await) }
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

    fn take(self, answer: Result<T, ApiError>) {
        let mut seen = self.seen;
        match answer {
            Ok(value) => seen.set(Seen::Fresh(value)),
            Err(error) => {
                self.app.noticed(&error);
                let shown = seen.peek().value().cloned();
                let kept = match (&error, shown) {
                    (ApiError::Offline, Some(value)) => Seen::Kept { value, as_of: self.app.now() },
                    _ => Seen::Failed(error),
                };
                seen.set(kept);
            }
        }
    }
}
