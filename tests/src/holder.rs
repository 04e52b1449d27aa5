//! What a holder does about the card beside showing it, and what the office does by its number.

use karta_core::api::Nothing;
use karta_core::api::card::{
    BlockCard, CardInfo, CardView, Confirmed, Devices, GetCard, ListDevices, ListLooks, Look,
    StopDevice, UnblockCard,
};
use karta_core::api::office::{ByNumber, FindCard, OfficeBlockCard, OfficeCard, OfficeUnblockCard};
use karta_core::api::problem::Problem;
use karta_core::card::number::CardNumber;
use karta_core::id::{CardId, DeviceId};
use karta_core::secret::Secret;

use crate::{Clerk, Phone, Resident};

impl Resident<'_> {
    pub async fn card(&self) -> Option<CardView> {
        self.client.call::<GetCard>(self.id(), Nothing {}).await.unwrap().card
    }

    pub async fn devices(&self) -> Devices {
        self.client.call::<ListDevices>(self.id(), Nothing {}).await.unwrap()
    }

    /// The id under which that phone stands in the list.
    pub async fn device(&self, phone: &Phone) -> DeviceId {
        let kid = phone.public_key().kid().to_string();
        let devices = self.devices().await.devices;
        devices.into_iter().find(|device| device.kid == kid).expect("a known device").id
    }

    pub async fn stops(&self, phone: &Phone) -> Result<Devices, Problem> {
        let place = (self.id(), self.device(phone).await);
        self.client.call::<StopDevice>(place, Nothing {}).await
    }

    pub async fn blocks(&self) -> Result<CardInfo, Problem> {
        self.client.call::<BlockCard>(self.id(), Nothing {}).await
    }

    pub async fn unblocks(&self, password: &str) -> Result<CardInfo, Problem> {
        let confirmed = Confirmed { password: Secret::new(password) };
        self.client.call::<UnblockCard>(self.id(), confirmed).await
    }

    pub async fn looks(&self) -> Vec<Look> {
        self.client.call::<ListLooks>(self.id(), Nothing {}).await.unwrap().looks
    }
}

impl Clerk<'_> {
    pub async fn finds(&self, number: CardNumber) -> Result<OfficeCard, Problem> {
        self.client.call::<FindCard>((), ByNumber { number }).await
    }

    pub async fn blocks(&self, card: CardId) -> Result<OfficeCard, Problem> {
        self.client.call::<OfficeBlockCard>(card, Nothing {}).await
    }

    pub async fn unblocks(&self, card: CardId) -> Result<OfficeCard, Problem> {
        self.client.call::<OfficeUnblockCard>(card, Nothing {}).await
    }
}
