//! What the app knows, under one root. Screens read it through hooks.
//! **Invariant**: nothing global: a new root knows nobody; signing out forgets everything kept.

pub mod card;
pub mod family;
pub mod idle;
pub mod invited;
pub mod kin;
pub mod kiosk;
pub mod known;
pub mod lists;
pub mod load;
pub mod mirror;
pub mod outbox;
pub mod passkey;
pub mod pending;
pub mod recent;
pub mod session;
pub mod tally;
pub mod update;

use dioxus::prelude::*;
use futures_util::future::join;
use karta_core::api::Nothing;
use karta_core::api::account::{ChosenLanguage, Me, SetLanguage};
use karta_core::api::problem::Code;
use karta_core::api::public::{GetTown, TownInfo};
use karta_core::id::ResidentId;
use karta_core::language::Language;
use karta_core::offline::{Dated, Kept};
use karta_core::time::{Date, Timestamp, day_of, epoch, seconds};
use karta_core::town::Town;

use crate::api::{ApiError, call};
use crate::cache::Cache;
use crate::platform;

/// Who uses the app.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Session {
    /// Not asked yet, or the server could not be asked.
    #[default]
    Unknown,
    Out,
    In(Box<Me>),
}

/// The handle to everything known; copy it into closures freely.
#[derive(Clone, Copy, PartialEq)]
pub struct App {
    session: Signal<Session>,
    /// Who was signed in here last; still their device while nobody else is.
    last: Signal<Option<Me>>,
    /// The person chosen on this device.
    chosen: Signal<Option<ResidentId>>,
    /// By the corrected clock; people who grow up end with a day.
    today: Signal<Date>,
    town: Signal<Option<Town>>,
    demo: Signal<bool>,
    /// Server time minus device time, seconds; none before the server first answered.
    offset: Signal<Option<i64>>,
    online: Signal<bool>,
    /// The device says it is online, and the server did not answer all the same.
    unreachable: Signal<bool>,
    /// Counts the wishes to be asked again.
    again: Signal<u32>,
    met: CopyValue<Met>,
    announcement: Signal<String>,
    cache: CopyValue<Cache>,
    orders: CopyValue<outbox::Orders>,
}

/// How far the beginning has come.
#[derive(Clone, Copy, Default)]
struct Met {
    /// What the device keeps was read.
    kept: bool,
    /// The server said who is signed in here.
    who: bool,
    town: bool,
    /// Signed out, and the server does not know yet.
    leaving: bool,
}

/// Between two attempts to reach the server, in milliseconds.
const PATIENCE: u32 = 15_000;

pub fn use_app() -> App {
    use_context::<App>()
}

/// Made once, by the root.
pub fn use_app_provider() -> App {
    let app = use_parts(Cache::open, family::remembered);
    use_resource(move || {
        let (_asked_again, online) = ((app.again)(), app.online());
        async move { app.begin(online).await }
    });
    use_future(move || app.watch_day());
    use_future(move || app.keep_fresh());
    use_hook(|| {
        let mut online = app.online;
        platform::watch_online(Callback::new(move |now: bool| online.set(now)));
    });
    app
}

/// For tests of screens: asks nobody by itself and keeps only in memory.
#[cfg(test)]
pub(crate) fn use_quiet_app_provider() -> App {
    use_parts(Cache::memory, || None)
}

fn use_parts(cache: fn() -> Cache, chosen: fn() -> Option<ResidentId>) -> App {
    let app = App {
        session: use_signal(Session::default),
        last: use_signal(|| None),
        chosen: use_signal(chosen),
        today: use_signal(|| day_of(platform::now())),
        town: use_signal(|| None),
        demo: use_signal(|| false),
        offset: use_signal(|| None),
        online: use_signal(platform::is_online),
        unreachable: use_signal(|| false),
        again: use_signal(|| 0),
        met: use_hook(|| CopyValue::new(Met::default())),
        announcement: use_signal(String::new),
        cache: use_hook(|| CopyValue::new(cache())),
        orders: use_hook(|| CopyValue::new(None)),
    };
    use_context_provider(|| app);
    outbox::use_outbox_provider(app);
    app
}

impl App {
    /// Kept first, then fresh, again and again until the server has said everything.
    async fn begin(self, online: bool) {
        if !self.met.peek().kept {
            self.remember_last().await;
            if let Ok(Some(Kept::Town1(kept))) = self.cache().get("town").await {
                let mut town = self.town;
                town.set(Some(*kept.value));
            }
            platform::restore_session().await;
            tally::forget_old_day(self).await;
            self.note(|met| met.kept = true);
        }
        let mut unreachable = self.unreachable;
        loop {
            join(self.ask_who(), self.ask_town()).await;
            let Met { who, town, .. } = *self.met.peek();
            let missing = !(who && town);
            unreachable.set(online && missing);
            // The network's return begins anew by itself.
            if !(online && missing) {
                return;
            }
            platform::sleep(PATIENCE).await;
        }
    }

    fn note(self, change: impl FnOnce(&mut Met)) {
        let mut met = self.met;
        change(&mut met.write());
    }

    async fn ask_town(self) {
        if !self.met.peek().town
            && let Ok(info) = call::<GetTown>(&(), &Nothing {}).await
        {
            self.note(|met| met.town = true);
            self.learn_town(info).await;
        }
    }

    /// The server did not answer although the device says it is online; it is asked on and on.
    pub fn is_unreachable(self) -> bool {
        (self.unreachable)()
    }

    /// Asks at once for what the server has not said yet.
    pub fn ask_again(self) {
        let mut again = self.again;
        again += 1;
    }

    async fn learn_town(self, info: TownInfo) {
        self.learn_time(info.server_time);
        let (mut town, mut demo) = (self.town, self.demo);
        demo.set(info.demo);
        let kept = Dated { as_of: info.server_time, value: Box::new(info.town.clone()) };
        town.set(Some(info.town));
        self.keep("town", &Kept::Town1(kept)).await;
    }

    pub(crate) fn learn_time(self, server: Timestamp) {
        let mut offset = self.offset;
        offset.set(Some(epoch(server) - epoch(platform::now())));
        self.learn_day();
    }

    /// Keeping is a convenience: a full or closed store must not stop what people are doing.
    pub(crate) async fn keep(self, key: &str, kept: &Kept) {
        let _not_kept = self.cache().put(key, kept).await;
    }

    pub fn session(self) -> Session {
        (self.session)()
    }

    pub fn me(self) -> Option<Me> {
        match &*self.session.read() {
            Session::In(me) => Some((**me).clone()),
            Session::Unknown | Session::Out => None,
        }
    }

    pub fn town(self) -> Option<Town> {
        (self.town)()
    }

    pub fn is_demo(self) -> bool {
        (self.demo)()
    }

    /// The device's clock, corrected by the server's when it last answered.
    pub fn now(self) -> Timestamp {
        self.corrected(0)
    }

    /// The same, by an offset kept from an earlier day as long as the server has not answered.
    pub fn corrected(self, kept: i64) -> Timestamp {
        platform::now() + seconds(self.clock_offset().unwrap_or(kept))
    }

    /// Server time minus device time, seconds; zero is an answer, none is not.
    pub fn clock_offset(self) -> Option<i64> {
        *self.offset.peek()
    }

    pub fn online(self) -> bool {
        (self.online)()
    }

    pub fn announce(self, sentence: impl Into<String>) {
        let mut announcement = self.announcement;
        announcement.set(sentence.into());
    }

    pub fn announcement(self) -> String {
        (self.announcement)()
    }

    pub fn cache(self) -> Cache {
        self.cache.peek().clone()
    }

    /// Call it with every error: an ended session is noticed wherever it shows.
    pub fn noticed(self, error: &ApiError) {
        if error.code() == Some(Code::SignIn) {
            let (mut session, mut last) = (self.session, self.last);
            if let Session::In(me) = &*session.peek() {
                last.set(Some((**me).clone()));
            }
            session.set(Session::Out);
        }
    }

    /// Mails come in the language of the app.
    pub fn tell_language(self, language: Language) {
        let known = match &*self.session.read() {
            Session::In(me) => me.language,
            Session::Unknown | Session::Out => return,
        };
        if known != language {
            spawn(async move {
                if call::<SetLanguage>(&(), &ChosenLanguage { language }).await.is_ok()
                    && let Session::In(me) = &mut *self.session.clone().write()
                {
                    me.language = language;
                }
            });
        }
    }
}
