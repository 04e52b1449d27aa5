//! The town's machine: draws keys, asks for lists, installs them.
//! **Invariant**: a running server sees a change whole or not at all; its next look takes it up.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use karta_core::card::key::PublicKey;
use karta_core::card::trust::Use;
use karta_core::time::{Timestamp, day_of};

use super::{Town, Uses, root};
use crate::keys::failure::KeyError;
use crate::keys::lists::{self, Installed, SignedLists};
use crate::keys::own::{self, OwnKey};
use crate::keys::request::Request;
use crate::keys::{draw_first, status_uri};

const NEXT: &str = "Next: karta-server keys request --out request.json, have the root sign it, then keys install.\n";

pub fn init(town: &Town, path: &Path, weeks: u16, now: Timestamp) -> Result<String, KeyError> {
    let (folder, keys, asked) = ask(town, now)?;
    if Installed::read(&folder)?.is_some() {
        return Err(KeyError::Exists(folder.join("trust.lists").display().to_string()));
    }
    let key = root::open(path, now)?;
    let signed = asked.sign(&key, weeks, now)?;
    let installed = lists::install(&folder, &signed, Some(signed.root), &keys, now)?;
    root::remember(path, installed.version())?;
    Ok(format!(
        "The town can sign; its lists of keys end on {}.\nNow move {} to a machine without network \
         and remove it here. {} may stay.\n",
        day_of(installed.end()),
        path.display(),
        path.with_extension("pub").display()
    ))
}

pub fn new(folder: &Path, uses: Uses, from: Timestamp, now: Timestamp) -> Result<String, KeyError> {
    let known = own::read_all(folder)?;
    let mut said = String::new();
    for purpose in Use::ALL.into_iter().filter(|purpose| uses.has(*purpose)) {
        let is_first = !known.iter().any(|key| key.purpose == purpose && !key.is_dropped);
        let key = own::draw(folder, purpose, if is_first { now } else { from })?;
        let _ = writeln!(said, "{:<8} {} from {}", purpose.name(), key.kid, day_of(key.from));
    }
    Ok(said + NEXT)
}

pub fn drop_key(folder: &Path, kid: &str, now: Timestamp) -> Result<String, KeyError> {
    let known = own::read_all(folder)?;
    let is_it = |key: &&OwnKey| key.kid.to_string() == kid && !key.is_dropped;
    let key = known.iter().find(is_it).ok_or_else(|| KeyError::NoSuchKey(kid.to_owned()))?;
    // What began before it has retired and must not sign again.
    let follows =
        |other: &&OwnKey| other.purpose == key.purpose && !other.is_dropped && other.is_after(key);
    let mut said = format!("{} {kid} is left out of the next list.\n", key.purpose.name());
    if !known.iter().filter(follows).any(|other| other.from <= now) {
        let substitute = own::draw(folder, key.purpose, now)?;
        let _ = writeln!(said, "{} takes its place once that list is installed.", substitute.kid);
    }
    own::drop_key(key)?;
    said.push_str("Until then it is still believed, so do this now. ");
    Ok(said + NEXT)
}

pub fn request(town: &Town, out: &Path, now: Timestamp) -> Result<String, KeyError> {
    let (_, _, asked) = ask(town, now)?;
    super::write(out, &serde_json::to_vec_pretty(&asked).unwrap_or_default())?;
    Ok(format!(
        "{} keys, list {}; no secret is in {}.\nNext, on the root's machine within a day: \
         karta-server keys sign --root root.key --request request.json --out trust.lists\n",
        asked.keys.len(),
        asked.version,
        out.display()
    ))
}

pub fn install(
    folder: &Path,
    pin: Option<PublicKey>,
    path: &Path,
    now: Timestamp,
) -> Result<String, KeyError> {
    let signed: SignedLists = super::read(path)?;
    let installed = lists::install(folder, &signed, pin, &own::read_all(folder)?, now)?;
    Ok(format!(
        "List {} is out; the last of the series ends on {}. A running server takes it up within a \
         minute.\n",
        installed.at(now).trust.version(),
        day_of(installed.end())
    ))
}

/// The first keys are drawn, if there are none.
fn ask(town: &Town, now: Timestamp) -> Result<(PathBuf, Vec<OwnKey>, Request), KeyError> {
    let issuer = town.issuer.trim_end_matches('/');
    let uri = status_uri(issuer)?;
    let folder = town.folder.keys()?;
    let mut keys = draw_first(&folder, now)?;
    let installed = Installed::read(&folder)?;
    let asked = Request::of(&mut keys, installed.as_ref(), issuer, &uri, now)?;
    Ok((folder, keys, asked))
}
