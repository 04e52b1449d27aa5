//! One verdict beside the two bare signatures in it, a code drawn, a list of ten million loaded.
//! **Invariant**: nothing here reads a clock or draws chance; whoever calls measures.

// The one drawing the app has; a copy would measure something else.
#[path = "../../../app/src/ui/qr/draw.rs"]
pub mod draw;

use karta_core::card::credential::{About, Claims, Credential, StatusRef};
use karta_core::card::key::PublicKey;
use karta_core::card::presentation::{self, Showing};
use karta_core::card::status::{Bits, StatusClaims, StatusList};
use karta_core::card::trust::{Trust, TrustClaims, TrustedKey, Use};
use karta_core::card::verdict::{Answer, Scan};
use karta_core::card::{Class, text};
use karta_core::time::{Timestamp, days, from_epoch};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};

const ISS: &str = "https://karta.example.pl";
const URI: &str = "https://s.karta.example.pl/1";
const NOW: u64 = 1_800_000_000;

/// A verifier with its lists, and a code before it.
pub struct Till {
    trust: Trust,
    status: Vec<StatusList>,
    pub code: String,
    now: Timestamp,
    /// A key, bytes and a signature over them: what a bare verification takes.
    bare: (VerifyingKey, Vec<u8>, Signature),
}

fn key(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).expect("a small number is a P-256 key")
}

fn trust(now: Timestamp) -> Trust {
    let trusted = |byte, purpose| TrustedKey {
        issuer: ISS.to_owned(),
        key: PublicKey::of(&key(byte)),
        purpose,
        from: now - days(90),
        until: now + days(90),
    };
    let claims = TrustClaims {
        version: 1,
        issued: now - days(1),
        until: now + days(13),
        keys: vec![trusted(7, Use::Card), trusted(11, Use::Printed), trusted(13, Use::Status)],
        lists: vec![URI.to_owned()],
    };
    let token = Trust::sign(&claims, &key(5));
    Trust::read(&token, &PublicKey::of(&key(5))).expect("our own list reads")
}

impl Till {
    pub fn open() -> Self {
        let now = from_epoch(NOW).expect("an instant");
        let trust = trust(now);
        let status = vec![load(&trust, &packed_list(1 << 20, 2_000))];
        let claims = Claims {
            iss: ISS.to_owned(),
            sub: "K7Q2M9XD".to_owned(),
            exp: NOW + 86_400,
            holder: PublicKey::of(&key(9)),
            status: StatusRef { idx: 777_777, uri: URI.to_owned() },
            about: About { class: Class::Adult, flags: 4, initials: Some("A.K.".to_owned()) },
        };
        let credential = Credential::sign(claims, &key(7));
        let showing = Showing::at(NOW);
        let signed = presentation::to_sign(&credential, &showing);
        let signature: Signature = key(9).sign(&signed);
        let token = presentation::assemble(&credential, &showing, &signature.to_bytes().into());
        let bare = (*key(9).verifying_key(), signed, signature);
        Self { trust, status, code: text::write(&token), now, bare }
    }

    /// One whole verdict; true when green.
    pub fn verdict(&self) -> bool {
        let verdict = Scan(&self.code).verify(&self.trust, &self.status, self.now);
        verdict.answer() == Answer::Valid
    }

    /// Two P-256 verifications and nothing else.
    pub fn two_bare(&self) -> bool {
        let (key, bytes, signature) = &self.bare;
        (0..2).all(|_| key.verify(bytes, signature).is_ok())
    }
}

/// A signed list of so many places, `revoked` of them set, scattered.
pub fn packed_list(places: u32, revoked: u32) -> Vec<u8> {
    let mut bits = Bits::new(places);
    let mut place: u64 = 1;
    for _ in 0..revoked {
        // Knuth's MMIX generator: scattered, and the same every time.
        place = place.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let scattered = (place >> 33) % u64::from(places);
        bits.set(u32::try_from(scattered).unwrap_or(0));
    }
    let issued = from_epoch(NOW).expect("an instant");
    let claims = StatusClaims { uri: URI.to_owned(), issued };
    StatusList::sign(&claims, &bits, &key(13))
}

/// What a verifier does with a list that came: signature, shape, unpacking.
pub fn load(trust: &Trust, token: &[u8]) -> StatusList {
    StatusList::read(token, trust).expect("our own list reads")
}

impl Till {
    pub fn load(&self, token: &[u8]) -> usize {
        load(&self.trust, token).places()
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    use super::Till;

    #[wasm_bindgen]
    pub struct Bench(Till);

    #[wasm_bindgen]
    impl Bench {
        #[wasm_bindgen(constructor)]
        #[expect(clippy::new_without_default, reason = "a constructor for JavaScript")]
        pub fn new() -> Self {
            Self(Till::open())
        }

        pub fn verdict(&self) -> bool {
            self.0.verdict()
        }

        pub fn two_bare(&self) -> bool {
            self.0.two_bare()
        }

        /// The path of the code's squares.
        pub fn draw(&self) -> String {
            super::draw::draw(&self.0.code).path
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_works() {
        let till = Till::open();
        assert!(till.verdict() && till.two_bare());
        assert_eq!(till.load(&packed_list(8_000, 10)), 8_000);
    }
}
