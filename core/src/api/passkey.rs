//! Passkeys (WebAuthn Level 3): signing in with what unlocks the device.
//! **Invariant**: options and answers travel as the browser's own JSON
//! (`PublicKeyCredential.parseCreationOptionsFromJSON` and `toJSON`); only the server reads them.

use serde::{Deserialize, Serialize};

use super::account::{Device, SignedIn};
use super::card::{Confirmed, DeviceLabel};
use super::{Nothing, operations};
use crate::id::PasskeyId;
use crate::secret::Secret;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passkeys {
    /// The newest first.
    pub passkeys: Vec<PasskeyView>,
    /// False where the address of this server cannot have any: an IP address, or plain HTTP.
    pub is_possible: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyView {
    pub id: PasskeyId,
    pub label: DeviceLabel,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used: Option<Timestamp>,
}

/// What the browser is to be asked, and the ticket that comes back with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ceremony {
    pub ticket: Secret,
    /// JSON, for `navigator.credentials`.
    pub options: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPasskey {
    pub ticket: Secret,
    /// JSON of the browser.
    pub credential: String,
    pub label: DeviceLabel,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeySignIn {
    pub ticket: Secret,
    /// JSON of the browser.
    pub credential: String,
    pub device: Device,
    #[serde(default)]
    pub label: Option<DeviceLabel>,
    /// As in [`super::account::Credentials`].
    #[serde(default)]
    pub known: Option<Secret>,
}

operations! {
    calls {
        ListPasskeys: Get "/api/v1/me/passkeys" by SignedIn at (), Nothing => Passkeys;
        OfferPasskey: Post "/api/v1/me/passkeys/offer" by SignedIn at (), Confirmed => Ceremony;
        AddPasskey: Post "/api/v1/me/passkeys" by SignedIn at (), NewPasskey => Passkeys;
        RemovePasskey: Delete "/api/v1/me/passkeys/{passkey}" by SignedIn at PasskeyId, Nothing => Passkeys;
        /// For a key that knows whom it belongs to: no address is asked, none can be guessed.
        BeginPasskeySignIn: Post "/api/v1/session/passkey/begin" by Anyone at (), Nothing => Ceremony;
        /// A passkey that checked its user counts as both steps.
        PasskeySignInEnd: Post "/api/v1/session/passkey" by Anyone at (), PasskeySignIn => SignedIn;
    }
    uploads {}
    downloads {}
}
