//! Signing in and out. **Invariant**: signing out forgets what is kept of a person here, also when
//! the server cannot be told; until it was told, nobody is signed in here.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, GetMe, Me, SignIn, SignOut, SignedIn};
use karta_core::api::problem::Code;
use karta_core::id::{AccountId, ResidentId};
use karta_core::offline::{Dated, Kept};
use karta_core::time::{Span, seconds};

use super::outbox::Order;
use super::{App, Session};
use crate::api::{ApiError, call, refresh};
use crate::cache::CacheError;
use crate::platform;

/// Kept by the device while the server does not know of a sign-out, for the next start.
const SIGNED_OUT: &str = "signed-out";

/// Well before the server asks for it (`TOKEN`).
const REFRESH_AFTER: Span = seconds(10 * 60);
/// In milliseconds. A page that comes to the front again after hours should not wait for long.
const LOOK_EVERY: u32 = 60_000;

/// What belongs to nobody and stays through every sign-out.
const PUBLIC: [&str; 4] = ["town", "trust", "benefits", "counts"];

impl App {
    /// Who is signed in here? Without an answer, the one who was. Asked until the server says it.
    pub(super) async fn ask_who(self) {
        if self.met.peek().who {
            return;
        }
        if self.is_leaving() {
            self.set(Session::Out);
            // A window that was closed too early may have left something.
            self.forget_person().await;
            if !self.tell_sign_out().await {
                return;
            }
        }
        let answer = call::<GetMe>(&(), &Nothing {}).await;
        // Somebody signed in or out meanwhile and knows better.
        if self.met.peek().who || self.is_leaving() {
            return;
        }
        match answer {
            Ok(me) => self.enter(me).await,
            Err(error) if error.code() == Some(Code::SignIn) => self.leave(),
            Err(_) if *self.session.peek() == Session::Unknown => {
                if let Ok(Some(Kept::Me2(kept))) = self.cache().get("me").await {
                    self.set(Session::In(kept.value));
                }
            }
            Err(_) => {}
        }
    }

    pub async fn sign_in(self, credentials: Credentials) -> Result<Me, ApiError> {
        self.before_signing_in().await;
        let known = self.known_of(&credentials.email);
        let label = platform::device_label().ok();
        let answer = call::<SignIn>(&(), &Credentials { label, known, ..credentials }).await?;
        Ok(self.signed_in(answer).await)
    }

    /// Whoever was here before is gone, also for the server.
    pub(super) async fn before_signing_in(self) {
        if self.is_leaving() {
            self.tell_sign_out().await;
        }
    }

    /// However they did it.
    pub(super) async fn signed_in(self, answer: SignedIn) -> Me {
        self.end_leaving();
        platform::keep_session(answer.session).await;
        self.keep_known(&answer.me.email, &answer.known);
        self.enter(answer.me.clone()).await;
        answer.me
    }

    /// As long as somebody may be looking, the token is one that a plain link can use.
    pub(super) async fn keep_fresh(self) {
        let mut since = platform::now();
        loop {
            platform::sleep(LOOK_EVERY).await;
            let is_in = matches!(&*self.session.peek(), Session::In(_));
            let is_old = platform::now().duration_since(since) >= REFRESH_AFTER;
            if !(is_in && is_old && platform::is_visible()) {
                continue;
            }
            match refresh().await {
                Ok(()) => since = platform::now(),
                Err(error) => self.noticed(&error),
            }
        }
    }

    pub async fn sign_out(self) {
        self.note(|met| met.leaving = true);
        platform::remember(SIGNED_OUT, "yes");
        self.forget_person().await;
        let is_told = self.tell_sign_out().await;
        platform::keep_session(None).await;
        self.leave();
        if !is_told {
            self.note(|met| met.who = false);
            self.ask_again();
        }
    }

    /// Did the server hear it?
    async fn tell_sign_out(self) -> bool {
        let is_told = is_ended(&call::<SignOut>(&(), &Nothing {}).await);
        if is_told {
            self.end_leaving();
        }
        is_told
    }

    /// That resident's things may be shown and kept: they are here, or nobody else is.
    pub(super) fn may_be(self, resident: ResidentId) -> bool {
        let is_known = self.knows_people();
        let is_here = || self.people().iter().any(|person| person.id == resident);
        (!is_known || is_here()) && !self.is_leaving()
    }

    pub(super) fn is_leaving(self) -> bool {
        self.met.peek().leaving || platform::recall(SIGNED_OUT).is_some()
    }

    fn end_leaving(self) {
        self.note(|met| met.leaving = false);
        platform::forget(SIGNED_OUT);
    }

    pub(super) async fn enter(self, me: Me) {
        self.note(|met| met.who = true);
        self.learn_time(me.server_time);
        let before = self.cache().get("me").await;
        if is_stranger(&before, me.account) {
            self.forget_person().await;
        } else if let Ok(Some(Kept::Me2(before))) = &before {
            self.forget_absent(&before.value, &me).await;
        }
        let kept = Dated { as_of: me.server_time, value: Box::new(me.clone()) };
        self.set(Session::In(Box::new(me)));
        self.keep("me", &Kept::Me2(kept)).await;
    }

    fn leave(self) {
        self.note(|met| met.who = true);
        self.set(Session::Out);
    }

    /// Empties the store but for the public lists, and throws the device's keys away.
    async fn forget_person(self) {
        self.order(Order::Forget);
        let cache = self.cache();
        let mut public = Vec::new();
        for key in PUBLIC {
            if let Ok(Some(kept)) = cache.get(key).await {
                public.push((key, kept));
            }
        }
        let _nothing_kept = cache.clear().await;
        for (key, kept) in public {
            self.keep(key, &kept).await;
        }
        self.forget_people();
        platform::forget_device_keys().await;
    }

    fn set(self, session: Session) {
        let mut signal = self.session;
        signal.set(session);
    }
}

/// Is the session over? One that is not there needs no ending.
fn is_ended<T>(answer: &Result<T, ApiError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(error) => error.code() == Some(Code::SignIn),
    }
}

/// Is what the device keeps somebody else's? What does not read may be anybody's.
fn is_stranger(kept: &Result<Option<Kept>, CacheError>, account: AccountId) -> bool {
    match kept {
        Ok(Some(Kept::Me2(me))) => me.value.account != account,
        Ok(None) | Err(CacheError::Store) => false,
        Ok(Some(_)) | Err(CacheError::Format(_)) => true,
    }
}

#[cfg(test)]
mod tests {
    use karta_core::api::problem::Problem;
    use karta_core::offline::UnknownFormat;

    use super::*;

    const ANNA: &str = "acc_0000000000000000000000000000000a";
    const BORYS: &str = "acc_0000000000000000000000000000000b";

    fn kept(account: &str) -> Kept {
        let text = format!(
            r#"{{"format":"me-2","data":{{"as_of":"2026-11-23T12:00:00Z","value":{{
            "account":"{account}","email":"anna@example.com","language":"pl","role":"resident",
            "name":{{"given":"Anna","surname":"Kowalska"}},"residents":[],"phone":null,
            "is_member":false,"consents_due":false,"second_step":"off",
            "server_time":"2026-11-23T12:00:00Z"}}}}}}"#
        );
        Kept::read(&text).unwrap()
    }

    #[test]
    fn only_the_same_account_finds_what_was_kept() {
        let anna = AccountId::parse(ANNA).unwrap();
        assert!(!is_stranger(&Ok(Some(kept(ANNA))), anna));
        assert!(is_stranger(&Ok(Some(kept(BORYS))), anna));
        assert!(is_stranger(&Err(UnknownFormat.into()), anna));
        assert!(!is_stranger(&Ok(None), anna));
    }

    #[test]
    fn a_session_is_over_when_the_server_ended_it_or_knows_none() {
        assert!(is_ended(&Ok(())));
        assert!(!is_ended::<()>(&Err(ApiError::Offline)));
        assert!(!is_ended::<()>(&Err(ApiError::Unreadable)));
        let said = |code| Err::<(), _>(ApiError::Problem(Box::new(Problem::new(code))));
        assert!(is_ended(&said(Code::SignIn)));
        assert!(!is_ended(&said(Code::Busy)));
    }
}
