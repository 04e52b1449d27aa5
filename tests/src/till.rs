//! A till with a network: it may ask for a face, or type what a camera cannot read.

use karta_core::api::check::{CheckTyped, Checked, ShowHolder, ShownCode, TypedIn};
use karta_core::api::problem::Problem;
use karta_core::card::number::CardNumber;
use karta_core::card::typed::TypedCode;

use crate::{Client, Town};

pub struct Till {
    pub client: Client,
}

impl Town {
    pub fn till(&self) -> Till {
        Till { client: self.client() }
    }
}

impl Till {
    /// Asks who holds the card whose code was just scanned.
    pub async fn looks(&self, code: &str) -> Result<Checked, Problem> {
        self.client.call::<ShowHolder>((), ShownCode { code: code.to_owned() }).await
    }

    pub async fn types(&self, number: CardNumber, code: TypedCode) -> Result<Checked, Problem> {
        self.client.call::<CheckTyped>((), TypedIn { number, code }).await
    }
}
