//! The root's machine: makes the root, and signs what the town asks for.
//! **Invariant**: the root's secret is read and written here and nowhere else, a demo apart.

use std::fmt::Write;
use std::path::Path;

use karta_core::base64;
use karta_core::card::key::PublicKey;
use karta_core::card::trust::list_end;
use karta_core::time::{Timestamp, day_of};
use p256::ecdsa::SigningKey;

use crate::keys::failure::KeyError;
use crate::keys::request::Request;
use crate::keys::secret;

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

/// Shows everything it signs, so that whoever holds the root can compare it with the town.
pub fn sign(
    root: &Path,
    request: &Path,
    out: &Path,
    weeks: u16,
    now: Timestamp,
) -> Result<String, KeyError> {
    let asked: Request = super::read(request)?;
    if !root.exists() {
        return Err(KeyError::NoRoot(root.display().to_string()));
    }
    let signed = asked.sign(&open(root, now)?, weeks, now)?;
    super::write(out, &serde_json::to_vec_pretty(&signed).unwrap_or_default())?;
    let mut said = format!("Signed for {}, keys:\n", asked.issuer);
    for key in &asked.keys {
        let until = key.until.map_or("open".to_owned(), |until| day_of(until).to_string());
        let (purpose, kid, from) = (key.purpose.0.name(), key.key.kid(), day_of(key.from));
        let _ = writeln!(said, "  {purpose:<8} {kid}  {from} to {until}");
    }
    let last = asked.version + u64::from(weeks) - 1;
    let end = day_of(list_end(asked.begin(weeks - 1)));
    let _ = writeln!(
        said,
        "Lists {} to {last}, good until {end}.\nNext, in the town: karta-server keys install {}",
        asked.version,
        out.display()
    );
    Ok(said)
}
