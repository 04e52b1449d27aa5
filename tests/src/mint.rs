//! Another town, whose keys the test holds: it can sign what an honest one never would.

use karta_core::card::credential::{About, Claims, Credential, StatusRef};
use karta_core::card::key::PublicKey;
use karta_core::card::printed::{Printed, PrintedClaims};
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::trust::{Trust, TrustClaims, TrustedKey, Use, list_end};
use karta_core::card::{Class, text};
use karta_core::time::{Timestamp, days, epoch};
use p256::ecdsa::SigningKey;

use crate::Phone;

pub const ISSUER: &str = "https://karta.example.pl";
pub const LIST: &str = "https://karta.example.pl/s/1";

pub struct Mint {
    pub now: Timestamp,
    pub root: SigningKey,
    pub card: SigningKey,
    pub printed: SigningKey,
    pub status: SigningKey,
}

impl Mint {
    pub fn new(now: Timestamp) -> Self {
        let [root, card, printed, status] =
            [41, 42, 43, 44].map(|byte| SigningKey::from_slice(&[byte; 32]).unwrap());
        Self { now, root, card, printed, status }
    }

    /// The bytes of the list that names these keys.
    pub fn trust_token(&self) -> Vec<u8> {
        let uses = [(Use::Card, &self.card), (Use::Printed, &self.printed)];
        let uses = uses.into_iter().chain([(Use::Status, &self.status)]);
        let keys = uses.map(|(purpose, key)| TrustedKey {
            issuer: ISSUER.to_owned(),
            key: PublicKey::of(key),
            purpose,
            from: self.now - days(30),
            until: self.now + days(400),
        });
        let claims = TrustClaims {
            version: 1,
            issued: self.now,
            until: list_end(self.now),
            keys: keys.collect(),
            lists: vec![LIST.to_owned()],
        };
        Trust::sign(&claims, &self.root)
    }

    pub fn trust(&self) -> Trust {
        Trust::read(&self.trust_token(), &PublicKey::of(&self.root)).unwrap()
    }

    /// A list signed at that instant, with these places set.
    pub fn list_token(&self, set: &[u32], issued: Timestamp, uri: &str) -> Vec<u8> {
        let mut bits = Bits::new(1 << 10);
        for place in set {
            bits.set(*place);
        }
        StatusList::sign(&StatusClaims { uri: uri.to_owned(), issued }, &bits, &self.status)
    }

    pub fn list(&self, set: &[u32], issued: Timestamp) -> StatusList {
        StatusList::read(&self.list_token(set, issued, LIST), &self.trust()).unwrap()
    }

    /// Anna's, on that phone, at place 7.
    pub fn claims(&self, phone: &Phone) -> Claims {
        Claims {
            iss: ISSUER.to_owned(),
            sub: "K7Q2M9XD".to_owned(),
            exp: u64::try_from(epoch(self.now + days(13))).unwrap(),
            holder: phone.public_key(),
            status: StatusRef { idx: 7, uri: LIST.to_owned() },
            about: About { class: Class::Adult, flags: 4, initials: Some("A.K.".to_owned()) },
        }
    }

    pub fn printed_claims(&self) -> PrintedClaims {
        let Claims { iss, sub, exp, status, about, .. } = self.claims(&Phone::new(1));
        PrintedClaims { iss, sub, exp, status, about }
    }

    /// Puts a credential signed by that key on the phone.
    pub fn puts_on(&self, phone: &mut Phone, key: &SigningKey, change: impl FnOnce(&mut Claims)) {
        let mut claims = self.claims(phone);
        change(&mut claims);
        phone.credential = Some(Credential::sign(claims, key));
    }

    /// The text of a code for paper, signed by that key.
    pub fn paper(&self, key: &SigningKey) -> String {
        text::write(Printed::sign(self.printed_claims(), key).bytes())
    }
}
