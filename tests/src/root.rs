//! The town's root, on a machine of its own: it signs the lists a town asks for.
//! **Invariant**: what happens here is what `karta-server keys …` does, by the same functions.

use std::path::Path;

use karta_core::card::key::PublicKey;
use karta_core::card::trust::Use;
use karta_core::time::Timestamp;
use karta_server::app::Setup;
use karta_server::keys::lists::{self, Installed};
use karta_server::keys::request::Request;
use karta_server::keys::{self, KeySource, own};
use p256::ecdsa::SigningKey;

use crate::Town;

pub struct Root(SigningKey);

impl Root {
    pub fn new(number: u8) -> Self {
        Self(SigningKey::from_slice(&[number.max(1); 32]).unwrap())
    }

    pub fn public(&self) -> PublicKey {
        PublicKey::of(&self.0)
    }

    /// The first keys and lists of a town that is about to start.
    pub fn begins(&self, setup: &mut Setup, weeks: u16) {
        setup.keys = KeySource::Installed;
        let folder = setup.data.join("keys");
        std::fs::create_dir_all(&folder).unwrap();
        self.signs(&folder, &setup.issuer, weeks, setup.clock.now());
    }

    /// Signs so many weekly lists of what lies in the folder, and installs them.
    fn signs(&self, folder: &Path, issuer: &str, weeks: u16, now: Timestamp) {
        let mut own = keys::draw_first(folder, now).unwrap();
        let installed = Installed::read(folder).unwrap();
        let uri = keys::status_uri(issuer).unwrap();
        let request = Request::of(&mut own, installed.as_ref(), issuer, &uri, now).unwrap();
        let signed = request.sign(&self.0, weeks, now).unwrap();
        lists::install(folder, &signed, Some(self.public()), &own, now).unwrap();
    }

    /// The same for a town that runs; it goes on with what was installed.
    pub fn renews(&self, town: &Town, weeks: u16) {
        let folder = town.data().join("keys");
        self.signs(&folder, town.app.keys.issuer(), weeks, town.now());
        town.app.keys.refresh(town.now()).unwrap();
    }
}

impl Town {
    /// Draws a successor for each use; when it begins is for the next lists to say.
    pub fn draws_successors(&self) {
        for purpose in Use::ALL {
            own::draw(&self.data().join("keys"), purpose, self.now()).unwrap();
        }
    }

    /// The newest key of that use is known to be stolen: no later list names it.
    pub fn drops_key(&self, purpose: Use) {
        let keys = own::read_all(&self.data().join("keys")).unwrap();
        let stolen = keys.iter().rfind(|key| key.purpose == purpose && !key.is_dropped);
        own::drop_key(stolen.unwrap()).unwrap();
    }
}
