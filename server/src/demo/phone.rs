//! A phone in the demo that holds the card already, so that there is one to stop.
//! **Invariant**: its key was thrown away when it was drawn; nothing can be shown with it.

use karta_core::api::card::DeviceLabel;
use karta_core::card::KeyTier;
use karta_core::card::codes::CREDENTIAL_DAYS;
use karta_core::id::{AccountId, CardId, CredentialId, DeviceId};
use karta_core::time::{coarse_end, hours};

use super::days_before;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::credentials::StoredCredential;
use crate::store::devices::StoredDevice;

pub(super) struct Phone {
    device: StoredDevice,
    credential: StoredCredential,
    places: [u32; 8],
}

impl Phone {
    pub fn new(app: &App, card: CardId, account: AccountId, label: &str) -> Result<Self, Failure> {
        let now = app.clock.now();
        let (since, asked) = (days_before(now, 17), now - hours(20));
        let key = draw::bytes();
        let device = StoredDevice {
            id: DeviceId::new(draw::uuid(since)),
            card,
            key,
            account: Some(account),
            label: DeviceLabel::parse(label).map_err(Failure::internal)?,
            tier: KeyTier::Browser,
            created: since,
            last_used: asked,
            session: None,
            stopped: None,
            may_return: false,
        };
        let credential = StoredCredential {
            id: CredentialId::new(draw::uuid(asked)),
            card,
            key,
            status_index: 0,
            issued: asked,
            until: coarse_end(now, CREDENTIAL_DAYS),
            revoked: None,
            typed_step: None,
            says: None,
        };
        Ok(Self { device, credential, places: app.draw_places(now) })
    }

    pub fn write(&self, tx: &mut Tx<'_>) -> Result<(), Failure> {
        tx.insert_device(&self.device)?;
        tx.device_asked(&self.device)?;
        let status_index = tx.free_status_index(&self.places, self.credential.issued)?;
        Ok(tx.insert_credential(&StoredCredential { status_index, ..self.credential.clone() })?)
    }
}
