//! Loading one answer of the contract for a screen: as this device kept it, then as it is now.
//! **Invariant**: a reload keeps showing what was there, with the time of its answer; another place
//! or another account begins anew, so that nobody sees what was somebody else's; an ended session
//! is noticed.

mod kept;

use std::pin::pin;

use dioxus::prelude::*;
use futures_util::future::{Either, select};
use karta_core::api::problem::Code;
use karta_core::api::{Endpoint, Nothing, Place};
use karta_core::id::AccountId;
use karta_core::json;
use karta_core::offline::{Dated, KeptAnswer, Seen};
use karta_core::time::Timestamp;
use serde_json::Value;

use super::{App, Session, use_app};
use crate::api::{ApiError, ask};
use crate::platform;

/// In milliseconds; nobody waits for anything that comes sooner.
const AT_ONCE: u32 = 250;

pub struct Load<T: 'static> {
    seen: Signal<Seen<T, ApiError>>,
    /// The last call found no network.
    offline: Signal<bool>,
    again: Signal<u32>,
    of: CopyValue<Of>,
    app: App,
}

/// What was asked and by whom, and when it was answered last.
#[derive(Clone, Default)]
struct Of {
    path: String,
    account: Option<AccountId>,
    answered: Option<Timestamp>,
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

/// Shows what is kept and calls the operation: now, whenever something read in `at` changes, and
/// when the network comes back.
pub fn use_load<E>(at: impl Fn() -> E::At + 'static) -> Load<E::Answer>
where
    E: Endpoint<Input = Nothing>,
    E::Answer: Clone + PartialEq,
{
    let app = use_app();
    let load = Load {
        seen: use_signal(|| Seen::Waiting),
        offline: use_signal(|| false),
        again: use_signal(|| 0),
        of: use_hook(|| CopyValue::new(Of::default())),
        app,
    };
    let account = use_memo(move || account_of(&app.session.read()));
    use_resource(move || {
        let at = at();
        let _asked_again = ((load.again)(), app.online(), app.is_unreachable());
        let account = account();
        async move {
            load.turn_to(at.fill(E::PATH), account);
            let answer = load.meanwhile_kept::<E>(&at).await;
            load.hear::<E>(answer);
        }
    });
    load
}

fn account_of(session: &Session) -> Option<AccountId> {
    match session {
        Session::In(me) => Some(me.account),
        Session::Unknown | Session::Out => None,
    }
}

impl<T: Clone + PartialEq> Load<T> {
    /// Nothing of an account that is not here any more.
    pub fn seen(self) -> Seen<T, ApiError> {
        // Read in any case, so that the screen hears of the next one.
        let seen = (self.seen)();
        let is_theirs = self.of.read().account == account_of(&self.app.session.read());
        if is_theirs { seen } else { Seen::Waiting }
    }

    /// When the shown answer was given; none while it is of this moment.
    pub fn kept_at(self) -> Option<Timestamp> {
        match &*self.seen.read() {
            Seen::Kept { as_of, .. } => Some(*as_of),
            Seen::Waiting | Seen::Fresh(_) | Seen::Failed(_) => None,
        }
    }

    /// Nothing can be changed now: there is no network.
    pub fn is_offline(self) -> bool {
        !self.app.online() || (self.offline)()
    }

    pub fn reload(self) {
        let mut again = self.again;
        again += 1;
    }

    /// The server answered a change with how it stands now; asked for again to be kept.
    pub fn set(self, value: T) {
        self.take(value);
        self.reload();
    }

    /// What was shown of another place, or to somebody else, is not shown for this one.
    fn turn_to(self, path: String, account: Option<AccountId>) {
        let (mut seen, mut of) = (self.seen, self.of);
        let is_same = {
            let of = of.peek();
            of.path == path && of.account == account
        };
        if !is_same {
            of.set(Of { path, account, answered: None });
            if *seen.peek() != Seen::Waiting {
                seen.set(Seen::Waiting);
            }
        }
    }

    /// The answer; what is kept shows when it does not come at once. Nothing is shown and replaced
    /// in the blink of an eye, under somebody's finger.
    async fn meanwhile_kept<E>(self, at: &E::At) -> Result<(T, Value), ApiError>
    where
        E: Endpoint<Input = Nothing, Answer = T>,
    {
        if !*self.app.online.peek() {
            self.show_kept::<E>(at).await;
        }
        let (asking, soon) = (pin!(answer::<E>(at)), pin!(platform::sleep(AT_ONCE)));
        let answer = match select(asking, soon).await {
            Either::Left((answer, _)) => answer,
            Either::Right(((), asking)) => {
                self.show_kept::<E>(at).await;
                asking.await
            }
        };
        if let Err(ApiError::Offline) = answer {
            self.show_kept::<E>(at).await;
        }
        answer
    }

    async fn show_kept<E: Endpoint<Answer = T>>(self, at: &E::At) {
        let Some(account) = self.of.peek().account.filter(|_| E::IS_KEPT) else { return };
        if *self.seen.peek() != Seen::Waiting {
            return;
        }
        if let Some(Dated { as_of, value }) = kept::find::<E>(self.app, account, at).await {
            let (mut seen, mut of) = (self.seen, self.of);
            of.write().answered = Some(as_of);
            seen.set(Seen::Kept { value, as_of });
        }
    }

    fn hear<E: Endpoint<Answer = T>>(self, answer: Result<(T, Value), ApiError>) {
        let Of { path, account, .. } = self.of.peek().clone();
        let account = account.filter(|_| E::IS_KEPT);
        match answer {
            Ok((value, body)) => {
                self.take(value);
                if let Some(account) = account {
                    let (operation, as_of) = (E::NAME.to_owned(), self.app.now());
                    kept::keep(self.app, KeptAnswer { account, operation, path, as_of, body });
                }
            }
            Err(error) => {
                self.app.noticed(&error);
                let is_gone = matches!(error.code(), Some(Code::NotFound | Code::Forbidden));
                if is_gone && account.is_some() {
                    kept::forget(self.app, &path);
                }
                self.fail(error);
            }
        }
    }

    fn take(self, value: T) {
        let (mut seen, mut offline, mut of) = (self.seen, self.offline, self.of);
        of.write().answered = Some(self.app.now());
        offline.set(false);
        seen.set(Seen::Fresh(value));
    }

    fn fail(self, error: ApiError) {
        let (mut seen, mut offline) = (self.seen, self.offline);
        offline.set(error == ApiError::Offline);
        let shown = seen.peek().value().cloned();
        let since = self.of.peek().answered;
        seen.set(failed(error, shown, since));
    }
}

/// As the screen reads it, and as it came. Tests have no server: they say themselves what it says.
async fn answer<E>(at: &E::At) -> Result<(E::Answer, Value), ApiError>
where
    E: Endpoint<Input = Nothing>,
{
    if cfg!(test) {
        return Err(ApiError::Offline);
    }
    let body = ask::<E>(at).await?;
    let value = json::read_value(body.clone()).map_err(|_| ApiError::Unreadable)?;
    Ok((value, body))
}

/// After a call that failed: without a network, what was answered before, as old as it is.
fn failed<T>(error: ApiError, shown: Option<T>, since: Option<Timestamp>) -> Seen<T, ApiError> {
    match (error, shown, since) {
        (ApiError::Offline, Some(value), Some(as_of)) => Seen::Kept { value, as_of },
        (error, ..) => Seen::Failed(error),
    }
}

#[cfg(test)]
mod tests;
