//! The card this device holds: kept first, then asked for.
//! **Invariant**: what is kept shows without login and network; only the server's word or signing
//! out takes it away; never are two renewals of one card under way.

pub mod answer;
pub mod code;
pub mod lit;
pub mod renewal;
pub mod rotation;

use dioxus::prelude::*;
use karta_core::api::card::BlockedView;
use karta_core::base64::Base64;
use karta_core::id::ResidentId;
use karta_core::offline::{Kept, KeptCard};

use super::{App, use_app};
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
    trouble: Signal<Option<Trouble>>,
    /// For whom the server is being asked.
    asking: Signal<Option<ResidentId>>,
    /// Whose card, or want of one, `held` tells of.
    whose: CopyValue<Option<ResidentId>>,
    app: App,
}

/// Made once, by the root. A device that shows a code already asks for the next credential at the
/// start and when the network returns, whatever screen is open.
pub fn use_card_provider() -> CardState {
    let app = use_app();
    let state = CardState {
        held: use_signal(|| Held::Looking),
        trouble: use_signal(|| None),
        asking: use_signal(|| None),
        whose: use_hook(|| CopyValue::new(None)),
        app,
    };
    let resident = use_memo(move || app.resident());
    let is_reachable = use_memo(move || app.online() && !app.is_unreachable());
    use_effect(move || {
        let (_another, is_reachable) = (resident(), is_reachable());
        platform::spawn(async move {
            state.look().await;
            if is_reachable && state.has_code() {
                state.refresh();
            }
        });
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
    /// Nothing of somebody who has just left.
    pub fn held(self) -> Held {
        match (self.held)() {
            Held::Card(card) if !self.app.may_be(card.resident) => Held::Nothing,
            held => held,
        }
    }

    /// This device is one of the card's already.
    fn has_code(self) -> bool {
        matches!(&*self.held.peek(), Held::Card(card) if !card.credential.0.is_empty())
    }

    pub fn trouble(self) -> Option<Trouble> {
        (self.trouble)()
    }

    /// The last call found no way to the server.
    pub fn is_unreachable(self) -> bool {
        *self.trouble.read() == Some(Trouble::Api(ApiError::Offline))
    }

    pub fn is_asking(self) -> bool {
        (self.asking)().is_some()
    }

    /// Reads what is kept of the person who is here now.
    async fn look(self) {
        let whose = whose(self.app).await;
        let found = match whose {
            Some(resident) => self.app.cache().get(&key(resident)).await,
            None => Ok(None),
        };
        // What is known of the same person, and an answer of the server that came first, stay.
        if *self.held.peek() != Held::Looking && *self.whose.peek() == whose {
            return;
        }
        let (mut held, mut trouble, mut of) = (self.held, self.trouble, self.whose);
        of.set(whose);
        trouble.set(None);
        held.set(match found {
            Ok(Some(Kept::Card2(card))) => Held::Card(card),
            Ok(Some(_)) | Err(CacheError::Format(_)) => Held::Damaged,
            Ok(None) | Err(CacheError::Store) => Held::Nothing,
        });
    }

    /// One call at a time for one person; it goes on when the screen is left.
    pub fn refresh(self) {
        let mut asking = self.asking;
        let Some(resident) = self.app.resident() else { return };
        if *asking.peek() == Some(resident) {
            return;
        }
        asking.set(Some(resident));
        platform::spawn(async move {
            self.ask(resident).await;
            // Somebody else may be asked for by now.
            if *asking.peek() == Some(resident) {
                asking.set(None);
            }
        });
    }

    async fn ask(self, resident: ResidentId) {
        let (mut held, mut trouble, mut whose) = (self.held, self.trouble, self.whose);
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
                self.app.keep(&key(resident), &Kept::Card2(Box::new(card.clone()))).await;
                whose.set(Some(resident));
                held.set(Held::Card(Box::new(card)));
                trouble.set(without);
            }
            Ok(None) => self.lose(resident, None).await,
            Err(why @ (Trouble::Blocked(_) | Trouble::Revoked)) => {
                self.lose(resident, Some(why)).await;
            }
            Err(why) => {
                if let Trouble::Api(error) = &why {
                    self.app.noticed(error);
                }
                trouble.set(Some(why));
            }
        }
    }

    /// A new key makes this a new device, which asks for the card at once.
    pub fn begin_anew(self) {
        platform::spawn(async move {
            platform::forget_device_key().await;
            self.refresh();
        });
    }

    /// This device was stopped from here: its code is worth nothing any more.
    pub async fn drop_code(self) {
        let Held::Card(mut card) = self.held.peek().clone() else { return };
        (card.credential, card.typed) = (Base64::default(), None);
        self.app.keep(&key(card.resident), &Kept::Card2(card.clone())).await;
        let (mut held, mut trouble) = (self.held, self.trouble);
        held.set(Held::Card(card));
        trouble.set(Some(Trouble::DeviceStopped));
    }

    /// The card was blocked from here.
    pub async fn take_away(self, resident: ResidentId, blocked: Option<BlockedView>) {
        self.lose(resident, Some(Trouble::Blocked(blocked))).await;
    }

    async fn lose(self, resident: ResidentId, why: Option<Trouble>) {
        let _was_not_there = self.app.cache().delete(&key(resident)).await;
        let (mut held, mut trouble, mut whose) = (self.held, self.trouble, self.whose);
        whose.set(Some(resident));
        held.set(Held::Nothing);
        trouble.set(why);
    }
}

fn key(resident: ResidentId) -> String {
    format!("card/{resident}")
}

/// The signed-in person, else the last one: an ended session hides no card.
async fn whose(app: App) -> Option<ResidentId> {
    let resident = match app.resident() {
        Some(resident) => Some(resident),
        None => match app.cache().get("me").await {
            Ok(Some(Kept::Me1(me))) => me.value.residents.first().map(|resident| resident.id),
            _ => None,
        },
    };
    resident.filter(|resident| app.may_be(*resident))
}

#[cfg(test)]
mod tests;
