//! Signing in and being known by a passkey. **Invariant**: what the browser asks and answers passes
//! through unread; a person who closes the browser's question has not failed at anything.

use karta_core::api::Nothing;
use karta_core::api::account::Me;
use karta_core::api::card::{Confirmed, DeviceLabel};
use karta_core::api::passkey::{
    AddPasskey, BeginPasskeySignIn, NewPasskey, OfferPasskey, PasskeySignIn, PasskeySignInEnd,
    Passkeys,
};

use super::App;
use crate::api::{ApiError, call};
use crate::platform::{self, NoPasskey, PasskeyTask};

/// Why there is no answer of an authenticator, or why the server did not take it.
#[derive(Clone, Debug, PartialEq)]
pub enum PasskeyTrouble {
    /// Closed by the person, or there is no key for this town here.
    NoAnswer,
    Api(ApiError),
}

impl From<ApiError> for PasskeyTrouble {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<NoPasskey> for PasskeyTrouble {
    fn from(NoPasskey: NoPasskey) -> Self {
        Self::NoAnswer
    }
}

impl App {
    pub async fn sign_in_by_passkey(self) -> Result<Me, PasskeyTrouble> {
        let question = call::<BeginPasskeySignIn>(&(), &Nothing {}).await?;
        let credential = platform::ask_passkey(PasskeyTask::SignIn, &question.options).await?;
        let answer = PasskeySignIn {
            ticket: question.ticket,
            credential,
            device: platform::device(),
            label: platform::device_label().ok(),
            known: self.known_here(),
        };
        self.before_signing_in().await;
        let answer = call::<PasskeySignInEnd>(&(), &answer).await?;
        Ok(self.signed_in(answer).await)
    }

    /// Makes a key on this device or another, and lets this account in with it.
    pub async fn add_passkey(
        self,
        password: Confirmed,
        label: DeviceLabel,
    ) -> Result<Passkeys, PasskeyTrouble> {
        let question = call::<OfferPasskey>(&(), &password).await?;
        let credential = platform::ask_passkey(PasskeyTask::Create, &question.options).await?;
        let new = NewPasskey { ticket: question.ticket, credential, label };
        Ok(call::<AddPasskey>(&(), &new).await?)
    }
}
