//! Secrets in files of their own.
//! **Invariant**: a secret is drawn by this machine, lies in a file that only its owner may read,
//! and is written whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use karta_core::base64;
use p256::ecdsa::SigningKey;

/// Thirty-two secret bytes and what was noted when they were drawn.
pub(crate) struct SecretFile {
    pub bytes: [u8; 32],
    pub note: String,
}

/// Reads `name` in `folder`: the secret as base64url on the first line, a note on the second.
/// Draws it when the file is absent.
pub(crate) fn secret_file(
    folder: &Path,
    name: &str,
    note: impl FnOnce() -> io::Result<String>,
) -> io::Result<SecretFile> {
    match read(&folder.join(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let secret = draw(note()?)?;
            write(folder, name, &secret)?;
            Ok(secret)
        }
        known => known,
    }
}

/// Not every number is a P-256 key; almost every one is.
pub(crate) fn draw(note: String) -> io::Result<SecretFile> {
    let mut bytes = [0; 32];
    while {
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        SigningKey::from_slice(&bytes).is_err()
    } {}
    Ok(SecretFile { bytes, note })
}

pub(crate) fn read(path: &Path) -> io::Result<SecretFile> {
    let text = std::fs::read_to_string(path)?;
    parse(&text).ok_or_else(|| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        io::Error::new(io::ErrorKind::InvalidData, format!("{name} is damaged"))
    })
}

fn parse(text: &str) -> Option<SecretFile> {
    let mut lines = text.lines();
    let bytes = base64::decode(lines.next()?).ok()?.try_into().ok()?;
    Some(SecretFile { bytes, note: lines.next().unwrap_or_default().to_owned() })
}

pub(crate) fn write(folder: &Path, name: &str, secret: &SecretFile) -> io::Result<()> {
    let text = format!("{}\n{}\n", base64::encode(&secret.bytes), secret.note);
    replace(folder, name, text.as_bytes(), 0o400)
}

/// Whole or not at all: written aside, then renamed. The folder is made if absent.
pub(super) fn replace(folder: &Path, name: &str, bytes: &[u8], mode: u32) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let aside = folder.join(format!("{name}.new"));
    if aside.exists() {
        std::fs::remove_file(&aside)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    let mut file = options.open(&aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&aside, folder.join(name))?;
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    let _ = mode;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_drawn_once_and_kept_from_others() {
        let folder = tempfile::tempdir().unwrap();
        let noted = |note: &'static str| move || Ok(note.to_owned());
        let first = secret_file(folder.path(), "a.key", noted("first")).unwrap();
        let again = secret_file(folder.path(), "a.key", noted("again")).unwrap();
        assert_eq!((again.bytes, again.note.as_str()), (first.bytes, "first"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = std::fs::metadata(folder.path().join("a.key")).unwrap();
            assert_eq!(file.permissions().mode() & 0o777, 0o400);
        }
    }

    #[test]
    fn a_damaged_secret_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.key"), "not a key").unwrap();
        let damaged = secret_file(folder.path(), "a.key", || Ok(String::new()));
        assert_eq!(damaged.map(drop).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
