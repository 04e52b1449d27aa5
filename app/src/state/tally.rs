//! How many cards were checked here today.
//! **Invariant**: numbers only; they are thrown away when the day in Pruszków is over, at the latest
//! when the app starts the next time.

use dioxus::prelude::*;
use karta_core::card::verdict::Verdict;
use karta_core::offline::{Counts, Kept};
use karta_core::time::{Date, day_of};

use super::{App, use_app};
use crate::cache::CacheError;
use crate::platform;

const KEY: &str = "counts";

/// Between two looks at the calendar, in milliseconds.
const LOOK: u32 = 60_000;

#[derive(Clone, Copy, PartialEq)]
pub struct Tally {
    app: App,
    counts: Signal<Option<Counts>>,
    /// Without the last answer, which may still turn out otherwise.
    before: CopyValue<Option<Counts>>,
}

pub fn use_tally() -> Tally {
    let app = use_app();
    let tally =
        Tally { app, counts: use_signal(|| None), before: use_hook(|| CopyValue::new(None)) };
    use_future(move || async move {
        tally.read_kept().await;
        loop {
            platform::sleep(LOOK).await;
            tally.end_day().await;
        }
    });
    tally
}

impl Tally {
    pub fn today(self) -> Counts {
        of_day((self.counts)(), day_of(self.app.now()))
    }

    /// One more answer.
    pub fn note(self, verdict: &Verdict) {
        let day = day_of(self.app.now());
        let now = of_day(*self.counts.peek(), day);
        let mut before = self.before;
        before.set(Some(now));
        self.put(now.with(verdict, day));
    }

    /// The last answer was this one after all.
    pub fn correct(self, verdict: &Verdict) {
        let day = day_of(self.app.now());
        self.put(of_day(*self.before.peek(), day).with(verdict, day));
    }

    fn put(self, now: Counts) {
        let mut counts = self.counts;
        counts.set(Some(now));
        let app = self.app;
        platform::spawn(async move { app.keep(KEY, &Kept::Counts1(now)).await });
    }

    async fn read_kept(self) {
        if let Ok(Some(Kept::Counts1(kept))) = self.app.cache().get(KEY).await {
            let mut counts = self.counts;
            // An answer given meanwhile began at nothing: the kept ones come on top.
            let sum = counts.peek().map_or(kept, |new| plus(kept, new));
            counts.set(Some(sum));
        }
        self.end_day().await;
    }

    async fn end_day(self) {
        let day = day_of(self.app.now());
        if self.counts.peek().is_some_and(|counts| counts.day != day) {
            let mut counts = self.counts;
            counts.set(None);
            let _gone_already = self.app.cache().delete(KEY).await;
        }
    }
}

/// Throws numbers of an earlier day away, also when nobody opens the till again.
pub(super) async fn forget_old_day(app: App) {
    let today = day_of(app.now());
    let is_old = match app.cache().get(KEY).await {
        Ok(Some(Kept::Counts1(counts))) => counts.day != today,
        Ok(Some(_)) | Err(CacheError::Format(_)) => true,
        Ok(None) | Err(CacheError::Store) => false,
    };
    if is_old {
        let _gone_already = app.cache().delete(KEY).await;
    }
}

fn of_day(counts: Option<Counts>, day: Date) -> Counts {
    counts.filter(|counts| counts.day == day).unwrap_or(Counts::of(day))
}

fn plus(kept: Counts, new: Counts) -> Counts {
    if kept.day != new.day {
        return new;
    }
    Counts {
        day: new.day,
        valid: kept.valid + new.valid,
        not_valid: kept.not_valid + new.not_valid,
        cannot_tell: kept.cannot_tell + new.cannot_tell,
        adults: kept.adults + new.adults,
        children: kept.children + new.children,
        seniors: kept.seniors + new.seniors,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::state::use_quiet_app_provider;

    thread_local! {
        static HANDLE: RefCell<Option<App>> = const { RefCell::new(None) };
    }

    #[component]
    fn Stage() -> Element {
        HANDLE.set(Some(use_quiet_app_provider()));
        rsx! {}
    }

    #[tokio::test]
    async fn numbers_of_an_earlier_day_go_when_the_app_starts() {
        let mut page = VirtualDom::new(Stage);
        page.rebuild_in_place();
        let app = HANDLE.take().unwrap();
        let (cache, today) = page.in_scope(ScopeId::ROOT, || (app.cache(), day_of(app.now())));
        for (day, stays) in [(today, true), (Date::constant(2026, 1, 1), false)] {
            cache.put(KEY, &Kept::Counts1(Counts::of(day))).await.unwrap();
            forget_old_day(app).await;
            assert_eq!(cache.get(KEY).await.unwrap().is_some(), stays, "{day}");
        }
    }

    #[test]
    fn yesterdays_numbers_are_none_today() {
        let (monday, tuesday) = (Date::constant(2026, 11, 23), Date::constant(2026, 11, 24));
        let counts = Counts::of(monday).with(&Verdict::Revoked, monday);
        assert_eq!(of_day(Some(counts), monday), counts);
        assert_eq!(of_day(Some(counts), tuesday), Counts::of(tuesday));
        assert_eq!(of_day(None, tuesday), Counts::of(tuesday));
    }

    #[test]
    fn what_was_kept_and_what_came_since_add_up() {
        let day = Date::constant(2026, 11, 23);
        let one = Counts::of(day).with(&Verdict::Revoked, day);
        assert_eq!(plus(one, one).not_valid, 2);
        assert_eq!(plus(one, Counts::of(Date::constant(2026, 11, 24))).not_valid, 0);
    }
}
