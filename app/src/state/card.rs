//! The cards this device holds: kept first, then asked for; one of them is shown.
//! **Invariant**: what is kept shows without login and network; only the server's word or signing
//! out takes it away; never are two renewals of one card under way; nothing of one person is seen
//! under the name of another.

pub mod answer;
pub mod code;
pub mod kept;
pub mod lit;
pub mod renewal;
pub mod rotation;

use std::collections::{BTreeMap, BTreeSet};

use dioxus::prelude::*;
use karta_core::api::card::BlockedView;
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::id::ResidentId;
use karta_core::offline::{Kept, KeptCard};

use super::{App, Session, use_app};
use crate::api::ApiError;
use crate::cache::CacheError;
use crate::platform;

#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// The store has not answered yet: a matter of milliseconds.
    Looking,
    Card(Box<KeptCard>),
    /// Kept, and unreadable for this version.
    Damaged,
    Nothing,
}

/// Why the card could not be refreshed.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    Api(ApiError),
    /// This device keeps no key, so it cannot show a code.
    NoKey,
    /// Until it is undone, no device gets a code.
    Blocked(Option<BlockedView>),
    Revoked,
    /// The holder stopped this device; with a new key it is another one.
    DeviceStopped,
    /// As many devices as the town allows hold the card already.
    TooManyDevices,
}

#[derive(Clone, Copy, PartialEq)]
pub struct CardState {
    held: Signal<Held>,
    /// Whose card, or want of one, `held` tells of.
    whose: CopyValue<Option<ResidentId>>,
    troubles: Signal<BTreeMap<ResidentId, Trouble>>,
    /// For whom the server is being asked.
    asking: Signal<BTreeSet<ResidentId>>,
    /// Counts what was kept and taken away, for who shows several.
    changes: Signal<u32>,
    app: App,
}

/// Made once, by the root. A device that shows a code already asks for the next credential at the
/// start and when the network returns, whatever screen is open; one of a family for everybody's,
/// so that each code is here before it is needed.
pub fn use_card_provider() -> CardState {
    let app = use_app();
    let state = CardState {
        held: use_signal(|| Held::Looking),
        whose: use_hook(|| CopyValue::new(None)),
        troubles: use_signal(BTreeMap::new),
        asking: use_signal(BTreeSet::new),
        changes: use_signal(|| 0),
        app,
    };
    let shown = use_memo(move || (app.person().map(|person| person.id), app.resident()));
    let family = use_memo(move || match app.session() {
        Session::In(_) => app.people().into_iter().map(|person| person.id).collect::<Vec<_>>(),
        Session::Unknown | Session::Out => Vec::new(),
    });
    let is_reachable = use_memo(move || app.online() && !app.is_unreachable());
    use_effect(move || {
        let (_another, is_reachable) = (shown(), is_reachable());
        platform::spawn(async move {
            state.look().await;
            if is_reachable && state.has_code() {
                state.refresh();
            }
        });
    });
    use_effect(move || {
        let (family, is_reachable) = (family(), is_reachable());
        if is_reachable && family.len() > 1 {
            platform::spawn(state.gather(family));
        }
    });
    use_context_provider(|| state)
}

/// The card of the shown resident; asks the server whenever somebody is signed in and online.
pub fn use_card() -> CardState {
    let state = use_kept_card();
    use_effect(move || {
        if state.app.online() && state.app.resident().is_some() {
            state.refresh();
        }
    });
    state
}

/// The card as this device keeps it. Looking does not make this device one of the card's.
pub fn use_kept_card() -> CardState {
    use_context::<CardState>()
}

impl CardState {
    /// Nothing of somebody who has just left, nor of whom was shown before.
    pub fn held(self) -> Held {
        let held = (self.held)();
        let shown = self.app.person().map(|person| person.id);
        match &held {
            Held::Card(card) if !self.app.may_be(card.resident) => Held::Nothing,
            _ if shown.is_some() && shown != *self.whose.peek() => Held::Looking,
            _ => held,
        }
    }

    /// The person shown, else whose card was found here.
    fn of(self) -> Option<ResidentId> {
        self.app.person().map(|person| person.id).or_else(|| *self.whose.peek())
    }

    /// This device is one of the card's already.
    fn has_code(self) -> bool {
        matches!(&*self.held.peek(), Held::Card(card) if !card.credential.0.is_empty())
    }

    pub fn trouble(self) -> Option<Trouble> {
        self.trouble_of(self.of()?)
    }

    pub fn trouble_of(self, resident: ResidentId) -> Option<Trouble> {
        self.troubles.read().get(&resident).cloned()
    }

    /// The last call found no way to the server.
    pub fn is_unreachable(self) -> bool {
        self.trouble() == Some(Trouble::Api(ApiError::Offline))
    }

    pub fn is_asking(self) -> bool {
        self.of().is_some_and(|resident| self.asking.read().contains(&resident))
    }

    /// Reads what is kept of the person who is here now.
    async fn look(self) {
        let whose = self.app.last_shown().await.filter(|resident| self.app.may_be(*resident));
        let found = match whose {
            Some(resident) => self.app.cache().get(&key(resident)).await,
            None => Ok(None),
        };
        // What is known of the same person, and an answer of the server that came first, stay.
        let is_known = *self.held.peek() != Held::Looking && *self.whose.peek() == whose;
        let is_other = self.app.person().is_some_and(|person| Some(person.id) != whose);
        if is_known || is_other {
            return;
        }
        let (mut held, mut of) = (self.held, self.whose);
        of.set(whose);
        held.set(found_is(found));
    }

    /// One call at a time for one person; it goes on when the screen is left.
    pub fn refresh(self) {
        if let Some(resident) = self.app.resident()
            && self.begins(resident)
        {
            platform::spawn(self.fetch(resident));
        }
    }

    /// One after another: a family does not knock at the server all at once.
    async fn gather(self, family: Vec<ResidentId>) {
        for resident in family {
            if self.app.may_be(resident) && self.begins(resident) {
                self.fetch(resident).await;
            }
        }
    }

    /// False while that person's card is being asked for already.
    fn begins(self, resident: ResidentId) -> bool {
        let mut asking = self.asking;
        !asking.peek().contains(&resident) && asking.write().insert(resident)
    }

    async fn fetch(self, resident: ResidentId) {
        self.ask(resident).await;
        let mut asking = self.asking;
        asking.write().remove(&resident);
    }

    async fn ask(self, resident: ResidentId) {
        let cache = self.app.cache();
        let old = match cache.get(&key(resident)).await {
            Ok(Some(Kept::Card2(card))) => Some(*card),
            _ => None,
        };
        let answer = renewal::renew(self.app, resident, old).await;
        // Who has signed out meanwhile leaves nothing here.
        if !self.app.may_be(resident) {
            return;
        }
        match answer {
            Ok(Some((card, without))) => {
                let card = Box::new(card);
                self.app.keep(&key(resident), &Kept::Card2(card.clone())).await;
                self.show(resident, Held::Card(card), without);
            }
            Ok(None) => self.lose(resident, None).await,
            Err(why @ (Trouble::Blocked(_) | Trouble::Revoked)) => {
                self.lose(resident, Some(why)).await;
            }
            Err(why) => {
                let gone =
                    matches!(&why, Trouble::Api(error) if error.code() == Some(Code::NotFound));
                if let Trouble::Api(error) = &why {
                    self.app.noticed(error);
                }
                self.note(resident, Some(why));
                if gone {
                    self.app.ask_people().await;
                }
            }
        }
    }

    /// A new key makes this a new device, which asks for the card at once.
    pub fn begin_anew(self) {
        let Some(resident) = self.app.resident() else { return };
        platform::spawn(async move {
            platform::forget_device_key(self.app.key_of(resident).await).await;
            self.refresh();
        });
    }

    /// This device was stopped from here: its code is worth nothing any more.
    pub async fn drop_code(self) {
        let Held::Card(mut card) = self.held.peek().clone() else { return };
        (card.credential, card.typed) = (Base64::default(), None);
        self.app.keep(&key(card.resident), &Kept::Card2(card.clone())).await;
        self.show(card.resident, Held::Card(card), Some(Trouble::DeviceStopped));
    }

    /// The card was blocked from here.
    pub async fn take_away(self, resident: ResidentId, blocked: Option<BlockedView>) {
        self.lose(resident, Some(Trouble::Blocked(blocked))).await;
    }

    async fn lose(self, resident: ResidentId, why: Option<Trouble>) {
        let _was_not_there = self.app.cache().delete(&key(resident)).await;
        self.show(resident, Held::Nothing, why);
    }

    /// What became of that person's card: on the screen if they are on it.
    fn show(self, resident: ResidentId, now: Held, why: Option<Trouble>) {
        self.note(resident, why);
        let (mut held, mut whose, mut changes) = (self.held, self.whose, self.changes);
        changes += 1;
        if self.of().is_none_or(|shown| shown == resident) {
            whose.set(Some(resident));
            held.set(now);
        }
    }

    fn note(self, resident: ResidentId, why: Option<Trouble>) {
        let mut troubles = self.troubles;
        match why {
            Some(why) => drop(troubles.write().insert(resident, why)),
            None => drop(troubles.write().remove(&resident)),
        }
    }
}

pub(super) fn key(resident: ResidentId) -> String {
    format!("card/{resident}")
}

fn found_is(found: Result<Option<Kept>, CacheError>) -> Held {
    match found {
        Ok(Some(Kept::Card2(card))) => Held::Card(card),
        Ok(Some(_)) | Err(CacheError::Format(_)) => Held::Damaged,
        Ok(None) | Err(CacheError::Store) => Held::Nothing,
    }
}

#[cfg(test)]
mod tests;
