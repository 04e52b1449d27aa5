//! A phone that shows the code and a verifier that scans it.
//! **Invariant**: showing and scanning take no client, so they cannot ask the server; each says by
//! whose clock it is done.

use karta_core::api::Nothing;
use karta_core::api::card::{DeviceKey, DeviceLabel, IssueCredential, Issued};
use karta_core::api::problem::Problem;
use karta_core::api::public::GetTrust;
use karta_core::base64::Base64;
use karta_core::card::challenge::Challenge;
use karta_core::card::credential::Credential;
use karta_core::card::key::PublicKey;
use karta_core::card::presentation::Showing;
use karta_core::card::replay::Replays;
use karta_core::card::status::StatusList;
use karta_core::card::trust::Trust;
use karta_core::card::typed::TypedCode;
use karta_core::card::verdict::{Asked, Scan, Verdict};
use karta_core::card::{KeyTier, presentation, proof, text};
use karta_core::id::CardId;
use karta_core::time::{Timestamp, epoch};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use crate::{Resident, Town};

#[derive(Clone)]
pub struct Phone {
    key: SigningKey,
    pub label: DeviceLabel,
    pub credential: Option<Credential>,
    pub until: Option<Timestamp>,
    typed: [u8; 32],
}

impl Phone {
    /// Phones made with different numbers have different keys.
    pub fn new(number: u8) -> Self {
        Self::called(number, &format!("Telefon {number}"))
    }

    pub fn called(number: u8, label: &str) -> Self {
        let key = SigningKey::from_slice(&[number.max(1); 32]).unwrap();
        let label = DeviceLabel::parse(label).unwrap();
        Self { key, label, credential: None, until: None, typed: [0; 32] }
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
        DeviceKey { key, tier: KeyTier::Browser, label: self.label.clone(), at, proof }
    }

    /// Fetches the credential of the person's card, as a sync does.
    pub async fn syncs(&mut self, person: &Resident<'_>) -> Result<Issued, Problem> {
        let card = person.card().await.expect("a card").id;
        let input = self.proof(card, person.town.now());
        let issued = person.client.call::<IssueCredential>(person.id(), input).await?;
        self.credential = Some(Credential::read(&issued.credential.0).unwrap());
        self.typed = issued.typed.0.as_slice().try_into().unwrap();
        self.until = Some(issued.until);
        Ok(issued)
    }

    #[track_caller]
    pub fn held(&self) -> &Credential {
        self.credential.as_ref().expect("a credential")
    }

    /// Where the credential stands in the status list.
    #[track_caller]
    pub fn place(&self) -> u32 {
        self.held().claims.status.idx
    }

    /// The text of the code this phone draws at that instant of its clock.
    #[track_caller]
    pub fn shows(&self, at: Timestamp) -> String {
        self.draws(&Showing::at(second(at)))
    }

    /// The code it draws after scanning a verifier's question.
    #[track_caller]
    pub fn answers(&self, question: &str, at: Timestamp) -> String {
        let question = Challenge::read(question).unwrap();
        self.draws(&Showing::answering(question, second(at)))
    }

    fn draws(&self, showing: &Showing) -> String {
        let signature = self.sign(&presentation::to_sign(self.held(), showing));
        text::write(&presentation::assemble(self.held(), showing, &signature))
    }

    /// The six digits it shows at that instant.
    pub fn digits(&self, at: Timestamp) -> TypedCode {
        TypedCode::at(&self.typed, second(at))
    }
}

fn second(at: Timestamp) -> u64 {
    u64::try_from(epoch(at)).unwrap()
}

/// A partner's device: what the server signed, and a short memory.
#[derive(Clone)]
pub struct Verifier {
    /// The first one seen; no other is believed.
    root: PublicKey,
    pub trust: Trust,
    /// All it ever got; core looks at the newest of each address.
    pub lists: Vec<StatusList>,
    replays: Replays,
    asked: Option<Asked>,
    questions: u8,
}

impl Verifier {
    /// One that was set up this minute.
    pub async fn updated(town: &Town) -> Self {
        let info = town.client().call::<GetTrust>((), Nothing {}).await.unwrap();
        let trust = Trust::read(&info.trust.0, &info.root).unwrap();
        let (root, replays) = (info.root, Replays::default());
        let mut new = Self { root, trust, lists: Vec::new(), replays, asked: None, questions: 0 };
        new.updates(town).await;
        new
    }

    /// Fetches both lists again; their signatures must hold.
    pub async fn updates(&mut self, town: &Town) {
        let info = town.client().call::<GetTrust>((), Nothing {}).await.unwrap();
        self.trust = Trust::read(&info.trust.0, &self.root).unwrap();
        self.updates_status(town).await;
    }

    /// Only what changes every minute; the list of keys stays as old as it is.
    pub async fn updates_status(&mut self, town: &Town) {
        for uri in self.trust.lists().to_owned() {
            let answer = town.client().get(town.path_of(&uri)).await;
            assert_eq!(answer.status, 200, "{uri}");
            self.lists.push(StatusList::read(&answer.body, &self.trust).unwrap());
        }
    }

    /// When the newest list it holds was signed.
    pub fn as_of(&self) -> Timestamp {
        self.lists.iter().map(StatusList::issued).max().expect("a list")
    }

    /// What it would say of a code at that instant of its clock, were it the first.
    pub fn judges(&self, code: &str, at: Timestamp) -> Verdict {
        Scan(code).verify(&self.trust, &self.lists, at)
    }

    /// Says it, and remembers it for two minutes.
    pub fn scans(&mut self, code: &str, at: Timestamp) -> Verdict {
        let verdict = self.judges(code, at);
        self.replays.judge(verdict, at)
    }

    /// The question it shows next; an older one counts no more.
    pub fn asks(&mut self, name: &str, at: Timestamp) -> String {
        self.questions += 1;
        let challenge = Challenge::new(name, [self.questions; 16]).unwrap();
        let question = challenge.write();
        self.asked = Some(Asked { challenge, at });
        question
    }

    /// Judges an answer to its last question. A good one uses the question up.
    #[track_caller]
    pub fn hears(&mut self, code: &str, at: Timestamp) -> Verdict {
        let Some(asked) = &self.asked else { return Verdict::OtherQuestion };
        let verdict = Scan(code).verify_answer(asked, &self.trust, &self.lists, at);
        if verdict.pass().is_some() {
            self.asked = None;
        }
        verdict
    }
}

impl Town {
    /// What a verifier that was set up this minute says of what the phone shows.
    pub async fn judges(&self, phone: &Phone) -> Verdict {
        let now = self.now();
        Verifier::updated(self).await.judges(&phone.shows(now), now)
    }
}
