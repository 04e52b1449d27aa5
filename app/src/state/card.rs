//! The card this device holds: kept first, then asked for.
//! **Invariant**: what is kept shows without login and network; only the server's word or signing
//! out takes it away.

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
    asking: Signal<bool>,
    app: App,
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
    let app = use_app();
    let state = CardState {
        held: use_signal(|| Held::Looking),
        trouble: use_signal(|| None),
        asking: use_signal(|| false),
        app,
    };
    use_future(move || state.look());
    state
}

impl CardState {
    pub fn held(self) -> Held {
        (self.held)()
    }

    pub fn trouble(self) -> Option<Trouble> {
        (self.trouble)()
    }

    /// The last call found no way to the server.
    pub fn is_unreachable(self) -> bool {
        *self.trouble.read() == Some(Trouble::Api(ApiError::Offline))
    }

    pub fn is_asking(self) -> bool {
        (self.asking)()
    }

    /// Reads what is kept. An answer of the server that came first stays.
    async fn look(self) {
        let found = match whose(self.app).await {
            Some(resident) => self.app.cache().get(&key(resident)).await,
            None => Ok(None),
        };
        let mut held = self.held;
        if *held.peek() != Held::Looking {
            return;
        }
        held.set(match found {
            Ok(Some(Kept::Card2(card))) => Held::Card(card),
            Ok(Some(_)) | Err(CacheError::Format(_)) => Held::Damaged,
            Ok(None) | Err(CacheError::Store) => Held::Nothing,
        });
    }

    pub fn refresh(self) {
        let mut asking = self.asking;
        let Some(resident) = self.app.resident() else { return };
        if *asking.peek() {
            return;
        }
        asking.set(true);
        spawn(async move {
            self.ask(resident).await;
            asking.set(false);
        });
    }

    async fn ask(self, resident: ResidentId) {
        let (mut held, mut trouble) = (self.held, self.trouble);
        let cache = self.app.cache();
        let old = match cache.get(&key(resident)).await {
            Ok(Some(Kept::Card2(card))) => Some(*card),
            _ => None,
        };
        match renewal::renew(self.app, resident, old).await {
            Ok(Some((card, without))) => {
                self.app.keep(&key(resident), &Kept::Card2(Box::new(card.clone()))).await;
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
        spawn(async move {
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
        let (mut held, mut trouble) = (self.held, self.trouble);
        held.set(Held::Nothing);
        trouble.set(why);
    }
}

fn key(resident: ResidentId) -> String {
    format!("card/{resident}")
}

/// The signed-in person, else the last one: an ended session hides no card.
async fn whose(app: App) -> Option<ResidentId> {
    if let Some(resident) = app.resident() {
        return Some(resident);
    }
    match app.cache().get("me").await {
        Ok(Some(Kept::Me1(me))) => me.value.residents.first().map(|resident| resident.id),
        _ => None,
    }
}
