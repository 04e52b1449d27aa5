//! Whose card is shown: the account's own person, or somebody of its family.
//! **Invariant**: only those the server named, and from the day it named nobody is shown who has
//! grown up, also without a network; the choice is this device's, never an address's.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::account::{GetMe, Me, MyResident};
use karta_core::family::Power;
use karta_core::id::ResidentId;
use karta_core::offline::Kept;
use karta_core::time::{Date, day_of};

use super::{App, Session};
use crate::api::call;
use crate::platform::{self, KeyOf};

/// Remembers the shown person on this device; an id says nothing without the account.
const SHOWN: &str = "shown";

/// Between two looks at what day it is, in milliseconds.
const PAUSE: u32 = 20_000;

/// The choice of an earlier start.
pub(super) fn remembered() -> Option<ResidentId> {
    platform::recall(SHOWN).and_then(|text| ResidentId::parse(&text).ok())
}

/// Those of the account who may be shown on that day, its own person first.
fn allowed(me: &Me, today: Date) -> Vec<MyResident> {
    let is_over = |person: &MyResident| person.until.is_some_and(|until| until <= today);
    let still = me.residents.iter().filter(|person| !is_over(person)).cloned();
    let (mut own, others): (Vec<_>, Vec<_>) = still.partition(|person| person.is_own);
    own.extend(others);
    own
}

impl App {
    /// Everybody who may be shown here now. An ended session hides nobody.
    pub fn people(self) -> Vec<MyResident> {
        let today = (self.today)();
        match &*self.session.read() {
            Session::In(me) => allowed(me, today),
            Session::Unknown | Session::Out if self.is_leaving() => Vec::new(),
            Session::Unknown | Session::Out => {
                self.last.read().as_ref().map(|me| allowed(me, today)).unwrap_or_default()
            }
        }
    }

    /// Somebody is signed in, or was last; only then is it known whose this device is.
    pub(super) fn knows_people(self) -> bool {
        matches!(&*self.session.read(), Session::In(_)) || self.last.read().is_some()
    }

    /// The person whose things are shown.
    pub fn person(self) -> Option<MyResident> {
        self.shown_of(self.people())
    }

    fn shown_of(self, people: Vec<MyResident>) -> Option<MyResident> {
        let chosen = (self.chosen)();
        let place = people.iter().position(|person| Some(person.id) == chosen).unwrap_or_default();
        people.into_iter().nth(place)
    }

    /// The same for a server: somebody must be signed in.
    pub fn resident(self) -> Option<ResidentId> {
        let is_in = matches!(&*self.session.read(), Session::In(_));
        self.person().filter(|_| is_in).map(|person| person.id)
    }

    /// Somebody else's things are shown than the account's own.
    pub fn guest(self) -> Option<MyResident> {
        self.person().filter(|person| !person.is_own)
    }

    /// A minor's own account sees and shows; a guardian does the rest.
    pub fn may_act(self) -> bool {
        self.person().is_none_or(|person| person.power == Power::Acts)
    }

    /// Shows that person from now on, and at the next start.
    pub fn switch(self, resident: ResidentId) {
        self.choose(resident);
        platform::remember(SHOWN, &resident.to_string());
    }

    pub(crate) fn choose(self, resident: ResidentId) {
        let mut chosen = self.chosen;
        chosen.set(Some(resident));
    }

    /// Back to the account's own person.
    pub fn switch_back(self) {
        if let Some(own) = self.people().first() {
            self.switch(own.id);
        }
    }

    /// Asks anew who may be shown here: somebody was added, removed, or gave consent.
    pub async fn ask_people(self) {
        match call::<GetMe>(&(), &Nothing {}).await {
            // Who has signed out meanwhile does not come back.
            Ok(me) if self.me().is_some_and(|here| here.account == me.account) => {
                self.enter(me).await;
            }
            Ok(_) => {}
            Err(error) => self.noticed(&error),
        }
    }

    /// Whose key signs for that resident here.
    pub(super) async fn key_of(self, resident: ResidentId) -> KeyOf {
        let here = self.me().or_else(|| self.last.peek().clone());
        let me = match here {
            Some(me) => Some(me),
            None => self.kept_me().await,
        };
        let is_other = me.is_some_and(|me| {
            me.residents.iter().any(|person| person.id == resident && !person.is_own)
        });
        if is_other { KeyOf::Other(resident) } else { KeyOf::Own }
    }

    /// Who was signed in here last, as the device kept it; for a card shown before all else.
    pub(super) async fn last_shown(self) -> Option<ResidentId> {
        match self.person() {
            Some(person) => Some(person.id),
            None if self.last.peek().is_some() => None,
            None => {
                let people = self.kept_me().await.map(|me| allowed(&me, *self.today.peek()));
                self.shown_of(people?).map(|person| person.id)
            }
        }
    }

    async fn kept_me(self) -> Option<Me> {
        match self.cache().get("me").await {
            Ok(Some(Kept::Me2(kept))) => Some(*kept.value),
            _ => None,
        }
    }

    /// Reads who was here last, so that their cards show while nobody can be asked.
    pub(super) async fn remember_last(self) {
        let (mut last, kept) = (self.last, self.kept_me().await);
        last.set(kept);
    }

    /// Nobody is left here: neither people nor the choice among them.
    pub(super) fn forget_people(self) {
        let (mut last, mut chosen) = (self.last, self.chosen);
        last.set(None);
        chosen.set(None);
        platform::forget(SHOWN);
    }

    /// Of whom this account has no more to do with, no card and no key stays.
    pub(super) async fn forget_absent(self, before: &Me, now: &Me) {
        for person in &before.residents {
            if now.residents.iter().any(|other| other.id == person.id) {
                continue;
            }
            let _was_not_there = self.cache().delete(&super::card::key(person.id)).await;
            self.forget_answers_of(person.id).await;
            if !person.is_own {
                platform::forget_device_key(KeyOf::Other(person.id)).await;
            }
        }
    }

    pub(super) fn learn_day(self) {
        let (mut today, now) = (self.today, day_of(self.now()));
        if *today.peek() != now {
            today.set(now);
        }
    }

    /// Midnight comes also to a screen that nobody touches.
    pub(super) async fn watch_day(self) {
        loop {
            platform::sleep(PAUSE).await;
            self.learn_day();
        }
    }
}

/// For tests of screens.
#[cfg(test)]
impl App {
    pub(crate) fn enters(self, me: Me) {
        self.session.clone().set(Session::In(Box::new(me)));
    }

    pub(crate) fn goes_offline(self) {
        self.online.clone().set(false);
    }
}

#[cfg(test)]
mod tests;
