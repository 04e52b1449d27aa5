//! The answers this device keeps for the account that is signed in.
//! **Invariant**: what arrives after that account began to leave is not kept, and what it leaves
//! behind is shown to nobody.

use dioxus::prelude::*;
use karta_core::api::{Endpoint, Place};
use karta_core::id::{AccountId, ResidentId};
use karta_core::offline::{Dated, Kept, KeptAnswer};

use super::{App, account_of};
use crate::platform;

pub(super) async fn find<E: Endpoint>(
    app: App,
    account: AccountId,
    at: &E::At,
) -> Option<Dated<E::Answer>> {
    let key = KeptAnswer::key(&at.fill(E::PATH));
    let Ok(Some(Kept::Answer1(kept))) = app.cache().get(&key).await else { return None };
    if !is_here(app, account) {
        return None;
    }
    let as_of = kept.as_of;
    kept.read::<E>(account, at).map(|value| Dated { as_of, value })
}

/// Goes on when the screen is left: a sign-out that began meanwhile has to be seen to the end.
pub(super) fn keep(app: App, answer: KeptAnswer) {
    platform::spawn(async move {
        let (account, key) = (answer.account, KeptAnswer::key(&answer.path));
        if !is_here(app, account) {
            return;
        }
        app.keep(&key, &Kept::Answer1(Box::new(answer))).await;
        // Whoever left meanwhile emptied the store, perhaps before this came into it.
        if !is_theirs(app, account).await {
            let _was_not_there = app.cache().delete(&key).await;
        }
    });
}

/// The store says who was here last until it is emptied.
async fn is_theirs(app: App, account: AccountId) -> bool {
    let last = app.cache().get("me").await;
    matches!(last, Ok(Some(Kept::Me2(me))) if me.value.account == account)
}

/// The server does not say it any more.
pub(super) fn forget(app: App, path: &str) {
    let key = KeptAnswer::key(path);
    platform::spawn(async move {
        let _was_not_there = app.cache().delete(&key).await;
    });
}

impl App {
    /// Of whom this account has no more to do with, no answer stays.
    pub(in crate::state) async fn forget_answers_of(self, resident: ResidentId) {
        let (cache, resident) = (self.cache(), resident.to_string());
        for key in cache.keys().await.unwrap_or_default() {
            if key.starts_with("answer/") && key.split('/').any(|part| part == resident) {
                let _was_not_there = cache.delete(&key).await;
            }
        }
    }
}

/// That account is signed in and not about to leave.
fn is_here(app: App, account: AccountId) -> bool {
    account_of(&app.session.peek()) == Some(account) && !app.is_leaving()
}
