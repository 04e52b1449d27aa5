//! The root's machine: makes the root, and signs what the town asks for.
//! **Invariant**: the root's secret is read and written here and nowhere else, a demo apart; nothing
//! is signed that would shut out a later list.

use std::fmt::Write;
use std::path::Path;

use karta_core::base64;
use karta_core::card::key::PublicKey;
use karta_core::card::trust::list_end;
use karta_core::time::{Span, Timestamp, day_of, days};
use p256::ecdsa::SigningKey;

use crate::keys::bounds;
use crate::keys::failure::KeyError;
use crate::keys::request::Request;
use crate::keys::secret;

/// A stick is carried in less.
const ON_TIME: Span = days(1);
const SIGNED: &str = "signed";

pub fn make(out: &Path, now: Timestamp) -> Result<String, KeyError> {
    if out.exists() {
        return Err(KeyError::Exists(out.display().to_string()));
    }
    let root = PublicKey::of(&open(out, now)?);
    Ok(format!(
        "The root is {}\n{} is its secret: it stays on this machine, which stays without network, \
         and in a safe.\n{} goes to the town.\n",
        base64::encode(&root.compressed()),
        out.display(),
        out.with_extension("pub").display()
    ))
}

/// Draws the root if the file is absent; its public half lies beside it.
pub fn open(path: &Path, now: Timestamp) -> Result<SigningKey, KeyError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let drawn = || Ok(now.to_string());
    let file = secret::secret_file(folder.unwrap_or(Path::new(".")), &name, drawn);
    let key = SigningKey::from_slice(&file.map_err(KeyError::io(path))?.bytes);
    let key = key.map_err(|_| KeyError::Damaged(path.display().to_string()))?;
    let public = path.with_extension("pub");
    if !public.exists() {
        let text = base64::encode(&PublicKey::of(&key).compressed());
        super::write(&public, format!("{text}\n").as_bytes())?;
    }
    Ok(key)
}

pub struct Order<'a> {
    pub root: &'a Path,
    pub request: &'a Path,
    pub out: &'a Path,
    pub weeks: u16,
    /// The request was on its way for longer than a day, and somebody has looked into it.
    pub is_late: bool,
}

/// Shows everything it signs, so that whoever holds the root can compare it with the town.
pub fn sign(order: &Order<'_>, now: Timestamp) -> Result<String, KeyError> {
    let Order { root, request, out, weeks, is_late } = *order;
    let asked: Request = super::read(request)?;
    if !root.exists() {
        return Err(KeyError::NoRoot(root.display().to_string()));
    }
    if !is_late && (asked.at < now - ON_TIME || now + ON_TIME < asked.at) {
        return Err(KeyError::Late { asked: asked.at, now });
    }
    let (before, last) = (last_signed(root)?, asked.version.saturating_add(u64::from(weeks)) - 1);
    bounds::in_reach(last, before)?;
    let signed = asked.sign(&open(root, now)?, weeks, now)?;
    let mut said = format!("Signed for {}, keys:\n", asked.issuer);
    for key in &asked.keys {
        let until = key.until.map_or("open".to_owned(), |until| day_of(until).to_string());
        let (purpose, kid, from) = (key.purpose.0.name(), key.key.kid(), day_of(key.from));
        let _ = writeln!(said, "  {purpose:<8} {kid}  {from} to {until}");
    }
    if asked.version <= before {
        let _ = writeln!(said, "Up to {before} were signed before; installed ones stay in force.");
    }
    let end = day_of(list_end(asked.begin(weeks - 1)));
    let _ = writeln!(
        said,
        "Lists {} to {last}, good until {end}.\nNext, in the town: karta-server keys install {}",
        asked.version,
        out.display()
    );
    remember(root, last.max(before))?;
    super::write(out, &serde_json::to_vec_pretty(&signed).unwrap_or_default())?;
    Ok(said)
}

/// The highest version this root has signed, as it lies beside it; none before the first.
fn last_signed(root: &Path) -> Result<u64, KeyError> {
    let path = root.with_extension(SIGNED);
    if !path.exists() {
        return Ok(0);
    }
    let text = std::fs::read_to_string(&path).map_err(KeyError::io(&path))?;
    text.trim().parse().map_err(|_| KeyError::Damaged(path.display().to_string()))
}

pub fn remember(root: &Path, version: u64) -> Result<(), KeyError> {
    super::write(&root.with_extension(SIGNED), format!("{version}\n").as_bytes())
}
