//! Signing in and out. **Invariant**: signing out forgets what is kept here, also when the server
//! cannot be told.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, GetMe, Me, SignIn, SignOut};
use karta_core::offline::{Dated, Kept};

use super::{App, Session};
use crate::api::{ApiError, call};
use crate::platform;

impl App {
    /// Who is signed in here? Without an answer, the one who was.
    pub(super) async fn ask_who(self) {
        match call::<GetMe>(&(), &Nothing {}).await {
            Ok(me) => self.enter(me).await,
            Err(ApiError::Problem(_)) => self.set(Session::Out),
            Err(ApiError::Offline | ApiError::Unreadable) => {
                if let Ok(Some(Kept::Me1(kept))) = self.cache().get("me").await {
                    self.set(Session::In(kept.value));
                }
            }
        }
    }

    pub async fn sign_in(self, credentials: Credentials) -> Result<Me, ApiError> {
        let answer = call::<SignIn>(&(), &credentials).await?;
        platform::keep_session(answer.session).await;
        self.enter(answer.me.clone()).await;
        Ok(answer.me)
    }

    pub async fn sign_out(self) {
        let _told = call::<SignOut>(&(), &Nothing {}).await;
        platform::keep_session(None).await;
        let _nothing_kept = self.cache().clear().await;
        platform::forget_device_key().await;
        self.set(Session::Out);
    }

    async fn enter(self, me: Me) {
        self.learn_time(me.server_time);
        let kept = Dated { as_of: me.server_time, value: Box::new(me.clone()) };
        self.set(Session::In(Box::new(me)));
        self.keep("me", &Kept::Me1(kept)).await;
    }

    fn set(self, session: Session) {
        let mut signal = self.session;
        signal.set(session);
    }
}
