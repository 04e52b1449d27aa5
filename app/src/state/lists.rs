//! What a verifier checks with: the town's keys, and its lists of cards that no longer count.
//! **Invariant**: asked for when a screen opens, when the network returns and every 15 minutes,
//! never because of a scan; a failed call takes nothing away.

pub mod held;

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::public::{GetStatusList, GetTrust};
use karta_core::base64::Base64;
use karta_core::card::codes::LIST_TTL;
use karta_core::card::key::PublicKey;
use karta_core::card::verdict::{Asked, Verdict};
use karta_core::offline::Kept;
use karta_core::time::Timestamp;

use super::{App, use_app};
use crate::api::{ApiError, call, download};
use crate::platform;
use held::{Held, ListAge, Refused};

const KEY: &str = "trust";

/// How long a scan waits for the first lists, and how often it looks, in milliseconds.
const PATIENCE: u32 = 3_000;
const LOOK_EVERY: u32 = 50;

#[derive(Clone, Copy, PartialEq)]
pub struct Lists {
    app: App,
    held: Signal<Option<Held>>,
    state: Signal<Fetch>,
    other_root: Signal<bool>,
    again: Signal<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fetch {
    /// What is kept was not read yet.
    Beginning,
    Asking,
    Done,
    Offline,
}

/// The town's root, when this app was built for one town.
fn built_in() -> Option<PublicKey> {
    let text = option_env!("KARTA_ROOT")?;
    PublicKey::try_from(Base64::try_from(text.to_owned()).ok()?).ok()
}

/// Of the whole app: the root, once seen, and the newest lists stay as long as it is open, also
/// where the device keeps nothing.
pub fn use_lists_provider() -> Lists {
    let app = use_app();
    let lists = Lists {
        app,
        held: use_signal(|| None),
        state: use_signal(|| Fetch::Beginning),
        other_root: use_signal(|| false),
        again: use_signal(|| 0),
    };
    use_context_provider(|| lists)
}

/// Reads what is kept, then asks, as long as a screen checks cards.
pub fn use_lists() -> Lists {
    let lists = use_context::<Lists>();
    let app = lists.app;
    use_resource(move || {
        let _asked_again = ((lists.again)(), app.online(), app.is_unreachable());
        async move {
            lists.read_kept().await;
            lists.ask().await;
        }
    });
    use_future(move || async move {
        loop {
            platform::sleep(LIST_TTL * 1000).await;
            lists.reload();
        }
    });
    lists
}

impl Lists {
    /// Judges what was scanned with what is here at this moment.
    pub fn check(self, scanned: &str, now: Timestamp) -> Verdict {
        let held = self.held.peek();
        held.as_ref().map_or(Verdict::NoList, |held| held.judge(scanned, now))
    }

    /// Judges an answer to this device's own question.
    pub fn check_answer(self, scanned: &str, asked: &Asked, now: Timestamp) -> Verdict {
        let held = self.held.peek();
        held.as_ref().map_or(Verdict::NoList, |held| held.judge_answer(scanned, asked, now))
    }

    /// The device's clock, corrected by the server's as far as it was ever heard.
    pub fn now(self) -> Timestamp {
        let kept = self.held.peek().as_ref().map_or(0, Held::clock_offset);
        self.app.corrected(kept)
    }

    /// When the list was signed, and what that makes of it; none before the first.
    pub fn age(self) -> Option<(Timestamp, ListAge)> {
        let held = self.held.read();
        let now = self.app.corrected(held.as_ref().map_or(0, Held::clock_offset));
        held.as_ref().and_then(|held| held.age(now))
    }

    /// Nothing can be judged yet, and soon can.
    pub fn is_waiting(self) -> bool {
        let begins = matches!(*self.state.read(), Fetch::Beginning | Fetch::Asking);
        begins && self.held.read().is_none()
    }

    /// Until something can be judged, or it is clear that nothing will come soon.
    pub async fn settled(self) {
        for _ in 0..PATIENCE / LOOK_EVERY {
            if !self.is_waiting() {
                return;
            }
            platform::sleep(LOOK_EVERY).await;
        }
    }

    /// The last call found no network.
    pub fn is_offline(self) -> bool {
        (self.state)() == Fetch::Offline
    }

    /// The server shows keys of another root than the one known here; they were not taken.
    pub fn has_other_root(self) -> bool {
        (self.other_root)()
    }

    pub fn reload(self) {
        let mut again = self.again;
        again += 1;
    }

    async fn read_kept(self) {
        if *self.state.peek() != Fetch::Beginning {
            return;
        }
        if let Ok(Some(Kept::Trust3(kept))) = self.app.cache().get(KEY).await {
            self.put(Held::read(*kept, built_in()).ok());
        }
    }

    async fn ask(self) {
        let mut state = self.state;
        state.set(Fetch::Asking);
        let fetched = self.fetch().await;
        state.set(if fetched == Err(ApiError::Offline) { Fetch::Offline } else { Fetch::Done });
    }

    /// The keys first, then every list they name.
    async fn fetch(self) -> Result<(), ApiError> {
        let info = call::<GetTrust>(&(), &Nothing {}).await?;
        self.app.learn_time(info.server_time);
        let offset = self.app.clock_offset().unwrap_or(0);
        let device = platform::now();
        let before = self.held.peek().clone();
        let before = before.and_then(|held| held.without_future(info.server_time, device));
        let root = self.root();
        let taken = match &before {
            Some(held) => held.renewed(&info, offset),
            None => Held::first(&info, offset, root),
        };
        let mut other_root = self.other_root;
        other_root.set(taken.as_ref().err() == Some(&Refused::OtherRoot));
        // What is refused changes nothing; the lists of the keys known here are asked all the same.
        let Some(mut held) = taken.ok().or(before) else { return Ok(()) };
        let mut trouble = Ok(());
        for number in held.list_numbers() {
            match download::<GetStatusList>(&number).await {
                Ok(token) => {
                    // A list that is older, or not signed, is as good as none.
                    let _taken = held.take_status(token);
                }
                Err(why) => trouble = Err(why),
            }
        }
        let kept = Kept::Trust3(Box::new(held.kept().clone()));
        self.put(Some(held));
        self.app.keep(KEY, &kept).await;
        trouble
    }

    /// The only root that is believed: the one built in, else the first seen.
    fn root(self) -> Option<PublicKey> {
        built_in().or_else(|| self.held.peek().as_ref().map(|held| held.kept().root))
    }

    fn put(self, value: Option<Held>) {
        let mut held = self.held;
        held.set(value);
    }
}
