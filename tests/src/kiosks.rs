//! A kiosk of the town hall: paired by its code, proves itself, serves whoever stands before it.
//! **Invariant**: it does what the app does, with a key of its own.

use karta_core::api::check::ShownCode;
use karta_core::api::kiosk::{
    BeginVisit, ConfirmVisit, KioskHello, KioskRenewal, KioskSession, PairKiosk, Paired, Pairing,
    RenewAtKiosk, Renewed, StartKioskSession, TypedMailedCode, VisitBegun, VisitView,
};
use karta_core::api::problem::Problem;
use karta_core::base64::Base64;
use karta_core::card::key::PublicKey;
use karta_core::contact::Email;
use karta_core::id::{KioskId, VisitId};
use karta_core::kiosk::{MailedCode, pairing_to_sign, session_to_sign};
use karta_core::secret::Secret;
use karta_core::time::epoch;
use karta_core::town::Moment;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use crate::{Client, Session, Town};

pub struct Kiosk<'t> {
    pub town: &'t Town,
    pub client: Client,
    pub key: SigningKey,
    pub id: Option<KioskId>,
}

impl Town {
    /// What the administrator reads off the terminal.
    pub async fn pairing_code(&self, place: &str) -> Secret {
        karta_server::kiosk::add(&self.app.store, place, self.now()).await.unwrap()
    }

    /// A kiosk fresh out of its box.
    pub fn new_kiosk(&self, number: u8) -> Kiosk<'_> {
        let key = SigningKey::from_slice(&[number.max(1); 32]).unwrap();
        Kiosk { town: self, client: self.client(), key, id: None }
    }

    /// One that serves.
    pub async fn kiosk(&self, place: &str, number: u8) -> Kiosk<'_> {
        let mut kiosk = self.new_kiosk(number);
        let code = self.pairing_code(place).await;
        kiosk.pairs(&code).await.unwrap();
        kiosk.says_hello().await.unwrap();
        kiosk
    }

    /// The code in the newest letter.
    pub async fn mailed_code(&self, email: &Email) -> MailedCode {
        let letter = self.last_mail(email).await;
        let (_, code) = letter.subject.rsplit_once(": ").expect("a code in the subject");
        MailedCode::parse(code).unwrap()
    }
}

impl Kiosk<'_> {
    fn sign(&self, bytes: &[u8]) -> Base64 {
        let signature: Signature = self.key.sign(bytes);
        Base64(signature.to_bytes().to_vec())
    }

    pub fn pairing(&self, code: &Secret) -> Pairing {
        let (key, at) = (PublicKey::of(&self.key), epoch(self.town.now()));
        let proof = self.sign(&pairing_to_sign(code, &key, at));
        Pairing { code: code.clone(), key, at, proof }
    }

    pub async fn pairs(&mut self, code: &Secret) -> Result<Paired, Problem> {
        let paired = self.client.call::<PairKiosk>((), self.pairing(code)).await?;
        self.id = Some(paired.kiosk);
        Ok(paired)
    }

    pub fn hello(&self) -> KioskHello {
        let (kiosk, at) = (self.id.expect("a paired kiosk"), epoch(self.town.now()));
        KioskHello { kiosk, at, proof: self.sign(&session_to_sign(kiosk, at)) }
    }

    pub async fn says_hello(&mut self) -> Result<KioskSession, Problem> {
        let session = self.client.call::<StartKioskSession>((), self.hello()).await?;
        self.client.set_session(Some(Session::Bearer(session.token.clone())));
        Ok(session)
    }

    pub async fn scans(&self, code: &str) -> Result<VisitBegun, Problem> {
        self.client.call::<BeginVisit>((), ShownCode { code: code.to_owned() }).await
    }

    pub async fn types(&self, visit: VisitId, code: MailedCode) -> Result<VisitView, Problem> {
        self.client.call::<ConfirmVisit>(visit, TypedMailedCode { code }).await
    }

    pub async fn renews(&self, visit: VisitId, is_unchanged: bool) -> Result<Renewed, Problem> {
        let consents = self.town.consents(Moment::Application);
        let input = KioskRenewal { is_unchanged, consents };
        self.client.call::<RenewAtKiosk>(visit, input).await
    }
}
