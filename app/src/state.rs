//! What the app knows, under one root. Screens read it through hooks.
//! **Invariant**: nothing global: a new root knows nobody; signing out forgets everything kept.

pub mod card;
pub mod load;
pub mod mirror;
pub mod pending;
pub mod session;
pub mod trust;

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::account::{ChosenLanguage, Me, SetLanguage};
use karta_core::api::problem::Code;
use karta_core::api::public::{GetTown, TownInfo};
use karta_core::id::ResidentId;
use karta_core::language::Language;
use karta_core::offline::{Dated, Kept};
use karta_core::time::{Timestamp, epoch, seconds};
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
    town: Signal<Option<Town>>,
    demo: Signal<bool>,
    /// Server time minus device time, seconds.
    offset: Signal<i64>,
    online: Signal<bool>,
    announcement: Signal<String>,
    cache: CopyValue<Cache>,
}

pub fn use_app() -> App {
    use_context::<App>()
}

/// Made once, by the root.
pub fn use_app_provider() -> App {
    let app = App {
        session: use_signal(Session::default),
        town: use_signal(|| None),
        demo: use_signal(|| false),
        offset: use_signal(|| 0),
        online: use_signal(platform::is_online),
        announcement: use_signal(String::new),
        cache: use_hook(|| CopyValue::new(Cache::open())),
    };
    use_context_provider(|| app);
    use_future(move || async move { app.begin().await });
    use_hook(|| {
        let mut online = app.online;
        platform::watch_online(Callback::new(move |now: bool| {
            online.set(now);
            if now && *app.session.peek() == Session::Unknown {
                spawn(async move { app.ask_who().await });
            }
        }));
    });
    app
}

impl App {
    /// Kept first, then fresh.
    async fn begin(self) {
        if let Ok(Some(Kept::Town1(kept))) = self.cache().get("town").await {
            let mut town = self.town;
            town.set(Some(*kept.value));
        }
        platform::restore_session().await;
        self.ask_who().await;
        if let Ok(info) = call::<GetTown>(&(), &Nothing {}).await {
            self.learn_town(info).await;
        }
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
        offset.set(epoch(server) - epoch(platform::now()));
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

    /// The resident whose things are shown.
    pub fn resident(self) -> Option<ResidentId> {
        self.me().and_then(|me| me.residents.first().map(|resident| resident.id))
    }

    pub fn town(self) -> Option<Town> {
        (self.town)()
    }

    pub fn is_demo(self) -> bool {
        (self.demo)()
    }

    /// The device's clock, corrected by the server's when it last answered.
    pub fn now(self) -> Timestamp {
        platform::now() + seconds(*self.offset.peek())
    }

    pub fn clock_offset(self) -> i64 {
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
            let mut session = self.session;
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
