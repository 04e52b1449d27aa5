//! The session's token is good for a quarter of an hour; who is told so fetches the next one.
//! **Invariant**: however many calls are told at once, the server is asked once; whoever was told
//! before an answer came uses that answer.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};
use karta_core::api::settings::{RefreshSession, Refreshed};
use karta_core::api::{Endpoint, Method};

use super::{ApiError, attempt, read, request};
use crate::platform;

type Asking = Shared<LocalBoxFuture<'static, Result<(), ApiError>>>;

/// Counts the answers, so that a call can say which one it began with.
#[derive(Default)]
pub(super) struct Turns {
    done: Cell<u32>,
    asking: RefCell<Option<Asking>>,
}

thread_local! {
    /// As the cookie or the key store is: one session of one app.
    static TURNS: Rc<Turns> = Rc::default();
}

/// What to begin a call with.
pub(super) fn turn() -> u32 {
    TURNS.with(|turns| turns.done.get())
}

/// A token that is newer than the one of that turn.
pub(super) async fn after(turn: u32) -> Result<(), ApiError> {
    let turns = TURNS.with(Rc::clone);
    turns.after(turn, ask).await
}

/// A new token before anybody needs it: links that a page opens by itself cannot ask for one.
pub async fn refresh() -> Result<(), ApiError> {
    after(turn()).await
}

async fn ask() -> Result<(), ApiError> {
    let mut request = request(Method::Post, RefreshSession::PATH);
    request.headers.push(("content-type", "application/json".into()));
    request.body = Some(b"{}".to_vec());
    let answer: Refreshed = read(&attempt(&mut request).await?)?;
    if answer.session.is_some() {
        platform::keep_session(answer.session).await;
    }
    Ok(())
}

impl Turns {
    async fn after<F>(
        self: Rc<Self>,
        turn: u32,
        ask: impl FnOnce() -> F + 'static,
    ) -> Result<(), ApiError>
    where
        F: Future<Output = Result<(), ApiError>> + 'static,
    {
        if self.done.get() != turn {
            return Ok(());
        }
        let running = self.asking.borrow().clone();
        let asking = running.unwrap_or_else(|| {
            let turns = Rc::clone(&self);
            let work = async move {
                let answer = ask().await;
                turns.asking.take();
                if answer.is_ok() {
                    turns.done.set(turn.wrapping_add(1));
                }
                answer
            };
            let asking = work.boxed_local().shared();
            self.asking.replace(Some(asking.clone()));
            asking
        });
        asking.await
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::{join, ready};
    use karta_core::api::problem::{Code, Problem};

    use super::*;

    fn run<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
    }

    /// Answers after everybody else had a turn, and counts.
    fn slowly(
        asked: &Rc<Cell<u32>>,
        answer: Result<(), ApiError>,
    ) -> impl FnOnce() -> LocalBoxFuture<'static, Result<(), ApiError>> + 'static {
        let asked = Rc::clone(asked);
        move || {
            async move {
                asked.set(asked.get() + 1);
                tokio::task::yield_now().await;
                answer
            }
            .boxed_local()
        }
    }

    #[test]
    fn calls_that_are_told_at_once_ask_once() {
        let (turns, asked) = (Rc::new(Turns::default()), Rc::default());
        let one = Rc::clone(&turns).after(0, slowly(&asked, Ok(())));
        let two = Rc::clone(&turns).after(0, slowly(&asked, Ok(())));
        assert_eq!(run(join(one, two)), (Ok(()), Ok(())));
        assert_eq!((asked.get(), turns.done.get()), (1, 1));
        // Told before that answer came, heard only now.
        run(Rc::clone(&turns).after(0, slowly(&asked, Ok(())))).unwrap();
        assert_eq!(asked.get(), 1);
        run(Rc::clone(&turns).after(1, slowly(&asked, Ok(())))).unwrap();
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn whoever_gave_up_waiting_stops_nobody() {
        let (turns, asked) = (Rc::new(Turns::default()), Rc::default());
        let mut left = Rc::clone(&turns).after(0, slowly(&asked, Ok(()))).boxed_local();
        assert!(run(join(async { (&mut left).now_or_never() }, ready(()))).0.is_none());
        drop(left);
        run(Rc::clone(&turns).after(0, slowly(&asked, Ok(())))).unwrap();
        assert_eq!((asked.get(), turns.done.get()), (1, 1));
    }

    #[test]
    fn an_ended_session_is_told_to_everybody_and_asked_about_anew() {
        let ended = ApiError::Problem(Box::new(Problem::new(Code::SignIn)));
        let (turns, asked) = (Rc::new(Turns::default()), Rc::default());
        let one = Rc::clone(&turns).after(0, slowly(&asked, Err(ended.clone())));
        let two = Rc::clone(&turns).after(0, slowly(&asked, Ok(())));
        assert_eq!(run(join(one, two)), (Err(ended.clone()), Err(ended)));
        run(Rc::clone(&turns).after(0, slowly(&asked, Ok(())))).unwrap();
        assert_eq!((asked.get(), turns.done.get()), (2, 1));
    }
}
