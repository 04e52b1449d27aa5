//! A phone that shows the code and a verifier that scans it.
//! **Invariant**: showing and scanning take no client, so they cannot ask the server.

use karta_core::api::Nothing;
use karta_core::api::card::{CardView, DeviceKey, GetCard, IssueCredential, Issued};
use karta_core::api::problem::Problem;
use karta_core::api::public::GetTrust;
use karta_core::base64::Base64;
use karta_core::card::credential::Credential;
use karta_core::card::key::PublicKey;
use karta_core::card::trust::Trust;
use karta_core::card::verdict::{Scan, Verdict};
use karta_core::card::{KeyTier, presentation, proof, text};
use karta_core::id::CardId;
use karta_core::time::{Timestamp, epoch};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use crate::{Resident, Town};

pub struct Phone {
    key: SigningKey,
    pub credential: Option<Credential>,
    pub until: Option<Timestamp>,
}

impl Phone {
    /// Phones made with different numbers have different keys.
    pub fn new(number: u8) -> Self {
        let key = SigningKey::from_slice(&[number.max(1); 32]).unwrap();
        Self { key, credential: None, until: None }
    }

    pub fn public_key(&self) -> PublicKey {
        PublicKey::of(&self.key)
    }

    fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature: Signature = self.key.sign(bytes);
        signature.to_bytes().into()
    }

    /// The request for a credential, proved at that instant.
    pub fn proof(&self, card: CardId, at: Timestamp) -> DeviceKey {
        let (key, at) = (self.public_key(), epoch(at));
        let proof = Base64(self.sign(&proof::to_sign(card, &key, at)).to_vec());
        DeviceKey { key, tier: KeyTier::Browser, at, proof }
    }

    /// Fetches the credential of the person's card, as a sync does.
    pub async fn syncs(&mut self, person: &Resident<'_>) -> Result<Issued, Problem> {
        let card = person.card().await.expect("a card").id;
        let input = self.proof(card, person.town.now());
        let issued = person.client.call::<IssueCredential>(person.id(), input).await?;
        self.credential = Some(Credential::read(&issued.credential.0).unwrap());
        self.until = Some(issued.until);
        Ok(issued)
    }

    /// The text of the code this phone draws at that instant.
    #[track_caller]
    pub fn shows(&self, at: Timestamp) -> String {
        let credential = self.credential.as_ref().expect("a credential");
        let iat = u64::try_from(epoch(at)).unwrap();
        let signature = self.sign(&presentation::to_sign(credential, iat));
        text::write(&presentation::assemble(credential, iat, &signature))
    }
}

/// Keeps nothing but the list of keys.
pub struct Verifier {
    pub trust: Trust,
}

impl Verifier {
    pub async fn updated(town: &Town) -> Self {
        let info = town.client().call::<GetTrust>((), Nothing {}).await.unwrap();
        Self { trust: info.trust }
    }

    pub fn scans(&self, code: &str, at: Timestamp) -> Verdict {
        Scan(code).verify(&self.trust, at)
    }
}

impl Resident<'_> {
    pub async fn card(&self) -> Option<CardView> {
        self.client.call::<GetCard>(self.id(), Nothing {}).await.unwrap().card
    }
}
