//! The device key of a browser: WebCrypto keeps it and gives it to nobody, IndexedDB holds the
//! handle.
//! **Invariant**: made with `extractable: false`; our code never sees its secret part.

use js_sys::{Array, Object, Reflect, Uint8Array};
use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

use super::{member, settled, window};
use crate::platform::{KeyOf, NoKey};

const DATABASE: &str = "karta-key";
const STORE: &str = "keys";
/// Of the first key; those of other people's cards bear their ids.
const NAME: &str = "device";

#[derive(Clone)]
pub struct DeviceKey(CryptoKey);

impl DeviceKey {
    pub const fn tier(&self) -> KeyTier {
        KeyTier::Browser
    }

    pub async fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], NoKey> {
        let how = object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())]);
        let bytes = Uint8Array::from(bytes);
        let asked = subtle()?.sign_with_object_and_js_u8_array(&how, &self.0, &bytes);
        let signature = settled(asked.map_err(|_| NoKey)?.into()).await.ok_or(NoKey)?;
        Uint8Array::new(&signature).to_vec().try_into().map_err(|_| NoKey)
    }
}

pub async fn load_or_make(of: KeyOf) -> Result<(PublicKey, DeviceKey), NoKey> {
    let name = of.name(NAME);
    let pair = match load(&name).await {
        Some(pair) => pair,
        None => {
            let pair = make().await?;
            keep(&name, &pair).await.ok_or(NoKey)?;
            pair
        }
    };
    let half = |name| member(&pair, name).and_then(|key| key.dyn_into::<CryptoKey>().ok());
    let (public, secret) = half("publicKey").zip(half("privateKey")).ok_or(NoKey)?;
    Ok((export(&public).await?, DeviceKey(secret)))
}

async fn make() -> Result<JsValue, NoKey> {
    let what = object(&[("name", "ECDSA".into()), ("namedCurve", "P-256".into())]);
    let uses = Array::of2(&"sign".into(), &"verify".into());
    let asked = subtle()?.generate_key_with_object(&what, false, &uses).map_err(|_| NoKey)?;
    settled(asked.into()).await.ok_or(NoKey)
}

async fn export(public: &CryptoKey) -> Result<PublicKey, NoKey> {
    let asked = subtle()?.export_key("raw", public).map_err(|_| NoKey)?;
    let point = settled(asked.into()).await.ok_or(NoKey)?;
    PublicKey::from_sec1(&Uint8Array::new(&point).to_vec()).map_err(|_| NoKey)
}

/// Absent on pages that were not loaded securely.
fn subtle() -> Result<SubtleCrypto, NoKey> {
    let crypto = window().and_then(|window| window.crypto().ok()).ok_or(NoKey)?;
    member(&crypto, "subtle").and_then(|subtle| subtle.dyn_into().ok()).ok_or(NoKey)
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A fresh object takes every member.
        let _taken = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

async fn open() -> Option<Rexie> {
    let builder = Rexie::builder(DATABASE).version(1).add_object_store(ObjectStore::new(STORE));
    builder.build().await.ok()
}

async fn load(name: &str) -> Option<JsValue> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly).ok()?;
    let found = transaction.store(STORE).ok()?.get(name.into()).await.ok()?;
    database.close();
    found
}

async fn keep(name: &str, pair: &JsValue) -> Option<()> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
    transaction.store(STORE).ok()?.put(pair, Some(&name.into())).await.ok()?;
    transaction.done().await.ok()?;
    database.close();
    Some(())
}

// A key that cannot be deleted signs nothing any more: its cards were forgotten too.

pub async fn forget(of: KeyOf) {
    let _gone = delete(Some(of)).await;
}

pub async fn forget_all() {
    let _gone = delete(None).await;
}

/// One of the keys, or all.
async fn delete(of: Option<KeyOf>) -> Option<()> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
    let store = transaction.store(STORE).ok()?;
    match of {
        Some(of) => store.delete(of.name(NAME).into()).await.ok()?,
        None => store.clear().await.ok()?,
    }
    transaction.done().await.ok()?;
    database.close();
    Some(())
}
