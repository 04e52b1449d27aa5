//! A public list as this device last saw it, then as it is now.
//! **Invariant**: what is kept stays until a newer answer replaces it; a failed call takes nothing
//! away.

use dioxus::prelude::*;
use karta_core::api::public::{Benefits, ListBenefits};
use karta_core::api::{Endpoint, Nothing};
use karta_core::benefit::Benefit;
use karta_core::offline::{Dated, Kept, Seen};
use karta_core::time::Timestamp;

use super::{App, use_app};
use crate::api::{ApiError, call};

/// An operation whose answer is kept.
pub trait Mirrored: Endpoint<At = (), Input = Nothing> {
    const KEY: &'static str;
    type Value: Clone + PartialEq + 'static;
    fn dated(answer: Self::Answer, app: App) -> Dated<Self::Value>;
    fn kept(value: Dated<Self::Value>) -> Kept;
    fn read(kept: Kept) -> Option<Dated<Self::Value>>;
}

impl Mirrored for ListBenefits {
    const KEY: &'static str = "benefits";
    type Value = Vec<Benefit>;

    fn dated(answer: Benefits, app: App) -> Dated<Self::Value> {
        Dated { as_of: app.now(), value: answer.benefits }
    }

    fn kept(value: Dated<Self::Value>) -> Kept {
        Kept::Benefits1(value)
    }

    fn read(kept: Kept) -> Option<Dated<Self::Value>> {
        if let Kept::Benefits1(value) = kept { Some(value) } else { None }
    }
}

pub struct Mirror<T: 'static> {
    seen: Signal<Seen<T, ApiError>>,
    as_of: Signal<Option<Timestamp>>,
    offline: Signal<bool>,
    again: Signal<u32>,
}

impl<T> Clone for Mirror<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Mirror<T> {}

impl<T> PartialEq for Mirror<T> {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen
    }
}

/// Reads what is kept, then asks; asks again when the network comes back.
pub fn use_mirror<E: Mirrored>() -> Mirror<E::Value> {
    let app = use_app();
    let mirror = Mirror {
        seen: use_signal(|| Seen::Waiting),
        as_of: use_signal(|| None),
        offline: use_signal(|| false),
        again: use_signal(|| 0),
    };
    use_resource(move || {
        let _asked_again = ((mirror.again)(), app.online(), app.is_unreachable());
        async move {
            mirror.show_kept::<E>(app).await;
            mirror.ask::<E>(app).await;
        }
    });
    mirror
}

impl<T: Clone + PartialEq + 'static> Mirror<T> {
    pub fn seen(self) -> Seen<T, ApiError> {
        (self.seen)()
    }

    pub fn as_of(self) -> Option<Timestamp> {
        (self.as_of)()
    }

    /// The last call found no network.
    pub fn is_offline(self) -> bool {
        (self.offline)()
    }

    pub fn reload(self) {
        let mut again = self.again;
        again += 1;
    }

    async fn show_kept<E: Mirrored<Value = T>>(self, app: App) {
        if *self.seen.peek() != Seen::Waiting {
            return;
        }
        if let Ok(Some(kept)) = app.cache().get(E::KEY).await
            && let Some(Dated { as_of, value }) = E::read(kept)
        {
            self.put(Seen::Kept { value, as_of }, Some(as_of));
        }
    }

    async fn ask<E: Mirrored<Value = T>>(self, app: App) {
        let mut offline = self.offline;
        match call::<E>(&(), &Nothing {}).await {
            Ok(answer) => {
                let dated = E::dated(answer, app);
                offline.set(false);
                self.put(Seen::Fresh(dated.value.clone()), Some(dated.as_of));
                app.keep(E::KEY, &E::kept(dated)).await;
            }
            Err(error) => {
                offline.set(error == ApiError::Offline);
                let nothing_shown = self.seen.peek().value().is_none();
                if nothing_shown {
                    self.put(Seen::Failed(error), None);
                }
            }
        }
    }

    fn put(self, value: Seen<T, ApiError>, at: Option<Timestamp>) {
        let (mut seen, mut as_of) = (self.seen, self.as_of);
        seen.set(value);
        as_of.set(at);
    }
}
