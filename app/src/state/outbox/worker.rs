//! The worker of the outbox, apart from every screen.
//! **Invariant**: what is on the list is kept before anybody is told that it waits; after each
//! attempt the newest orders come first, so that nothing forgotten is written again.

use std::pin::pin;

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender};
use futures_util::StreamExt;
use futures_util::future::{Either, select};
use karta_core::api::Nothing;
use karta_core::api::application::{
    GetApplication, SaveDraft, SavedDraft, SubmitApplication, Version,
};
use karta_core::api::card::BlockCard;
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, ApplicationId, ResidentId};
use karta_core::offline::{Kept, KeptForm};
use karta_core::outbox::{Errand, Heard, Stop, What, next};

use crate::api::{ApiError, call};
use crate::cache::Cache;
use crate::platform;

const KEY: &str = "outbox";
/// In milliseconds; an order ends every wait.
const LONGEST_WAIT: i64 = 3_600_000;

pub enum Order {
    Add(Errand),
    Drop(What),
    /// What waits is tried now, as far as it is that account's.
    Hurry(AccountId),
    Forget,
}

pub enum News {
    Now(Vec<Errand>),
    Done(What),
}

struct Worker {
    cache: Cache,
    errands: Vec<Errand>,
    /// Who is signed in, as far as anybody said.
    account: Option<AccountId>,
    tell: UnboundedSender<News>,
}

pub async fn work(cache: Cache, mut orders: UnboundedReceiver<Order>, tell: UnboundedSender<News>) {
    let errands = match cache.get(KEY).await {
        Ok(Some(Kept::Outbox1(errands))) => errands,
        _ => Vec::new(),
    };
    let mut worker = Worker { cache, errands, account: None, tell };
    worker.say();
    loop {
        let waited = pin!(platform::sleep(worker.wait()));
        match select(orders.next(), waited).await {
            Either::Left((Some(order), _)) => worker.follow(order).await,
            Either::Left((None, _)) => return,
            Either::Right(((), _)) => {}
        }
        while let Some(errand) = worker.due() {
            let heard = attempt(&worker.cache, errand.what).await;
            while let Ok(order) = orders.try_recv() {
                worker.follow(order).await;
            }
            worker.learn(errand, heard).await;
        }
    }
}

impl Worker {
    fn due(&self) -> Option<Errand> {
        let now = platform::now();
        let is_due = |errand: &&Errand| Some(errand.account) == self.account && errand.is_due(now);
        self.errands.iter().find(is_due).copied()
    }

    /// Milliseconds to the next attempt.
    fn wait(&self) -> u32 {
        let own: Vec<Errand> = self
            .errands
            .iter()
            .filter(|errand| Some(errand.account) == self.account)
            .copied()
            .collect();
        let wait = next(&own).map_or(LONGEST_WAIT, |next| {
            next.as_millisecond().saturating_sub(platform::now().as_millisecond())
        });
        u32::try_from(wait.clamp(0, LONGEST_WAIT)).unwrap_or(0)
    }

    async fn follow(&mut self, order: Order) {
        match order {
            Order::Add(errand) => {
                self.account = Some(errand.account);
                self.errands.retain(|known| known.what != errand.what);
                self.errands.push(errand);
            }
            Order::Drop(what) => self.errands.retain(|known| known.what != what),
            Order::Hurry(account) => {
                self.account = Some(account);
                let now = platform::now();
                self.errands.retain(|errand| errand.account == account);
                self.errands.iter_mut().for_each(|errand| *errand = errand.hurried(now));
            }
            Order::Forget => {
                self.account = None;
                self.errands.clear();
            }
        }
        self.keep().await;
    }

    async fn learn(&mut self, errand: Errand, heard: Heard) {
        let Some(place) = self.errands.iter().position(|known| known.what == errand.what) else {
            return;
        };
        let known = self.errands.remove(place);
        match known.step(heard, platform::now()) {
            Some(next) => self.errands.insert(place, next),
            None => {
                let _nobody_listens = self.tell.unbounded_send(News::Done(errand.what));
            }
        }
        self.keep().await;
    }

    /// An empty list is no record at all.
    async fn keep(&self) {
        let _not_kept = if self.errands.is_empty() {
            self.cache.delete(KEY).await
        } else {
            self.cache.put(KEY, &Kept::Outbox1(self.errands.clone())).await
        };
        self.say();
    }

    fn say(&self) {
        let _nobody_listens = self.tell.unbounded_send(News::Now(self.errands.clone()));
    }
}

async fn attempt(cache: &Cache, what: What) -> Heard {
    let tried = match what {
        What::Submit { resident, application } => submit(cache, (resident, application)).await,
        What::Block { resident } => {
            call::<BlockCard>(&resident, &Nothing {}).await.map(drop).map_err(|error| heard(&error))
        }
    };
    tried.map_or_else(|heard| heard, |()| Heard::Done)
}

/// The draft as it is kept here, then the act itself. A reply that was lost shows as a conflict
/// with our own words, which is none. Nothing is written meanwhile: somebody may sign out.
async fn submit(cache: &Cache, place: (ResidentId, ApplicationId)) -> Result<(), Heard> {
    let key = KeptForm::key(place.1);
    let form = match cache.get(&key).await {
        Ok(Some(Kept::Draft2(form))) => Some(*form),
        _ => None,
    };
    let mut version = match &form {
        Some(form) if form.unsaved => saved(place, form).await?,
        Some(form) => form.version,
        None => newest(place, None).await?,
    };
    let mut sent = call::<SubmitApplication>(&place, &Version { version }).await;
    if sent.as_ref().is_err_and(|error| error.code() == Some(Code::Conflict)) {
        version = newest(place, form.as_ref()).await?;
        sent = call::<SubmitApplication>(&place, &Version { version }).await;
    }
    sent.map_err(|error| heard(&error))?;
    let _was_not_there = cache.delete(&key).await;
    Ok(())
}

async fn saved(place: (ResidentId, ApplicationId), form: &KeptForm) -> Result<i64, Heard> {
    let input = SavedDraft { version: form.version, draft: form.draft.clone() };
    match call::<SaveDraft>(&place, &input).await {
        Ok(Version { version }) => Ok(version),
        Err(error) if matches!(error.code(), Some(Code::Conflict | Code::WrongState)) => {
            newest(place, Some(form)).await
        }
        Err(error) => Err(heard(&error)),
    }
}

/// The office's version, if it says what is said here.
async fn newest(place: (ResidentId, ApplicationId), form: Option<&KeptForm>) -> Result<i64, Heard> {
    let view = call::<GetApplication>(&place, &Nothing {}).await.map_err(|error| heard(&error))?;
    match form {
        Some(form) if form.draft != view.draft => Err(Heard::No(Stop::Overtaken)),
        _ => Ok(view.version),
    }
}

fn heard(error: &ApiError) -> Heard {
    let ApiError::Problem(problem) = error else { return Heard::Later(None) };
    match problem.code {
        Code::Busy | Code::TooMany | Code::StorageFull | Code::Internal => {
            Heard::Later(problem.retry_after)
        }
        Code::SignIn | Code::Refresh => Heard::No(Stop::SignIn),
        Code::Incomplete | Code::ConsentMissing => Heard::No(Stop::Incomplete),
        Code::Conflict => Heard::No(Stop::Overtaken),
        _ => Heard::No(Stop::Refused),
    }
}

#[cfg(test)]
mod tests;
