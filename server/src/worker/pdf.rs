//! Looks through a PDF without drawing it: may the office open this?
//! **Invariant**: nothing encrypted, nothing that acts, nothing that unpacks beyond the limit.

mod action;

use karta_core::application::BadFile;
use lopdf::{DecompressError, Document, Error, LoadOptions, Object, Stream};

const MAX_PAGES: usize = 20;
/// One stream may unpack to this, all of them together to the second.
const MAX_STREAM: usize = 48 * 1024 * 1024;
const MAX_TOTAL: usize = 160 * 1024 * 1024;

pub fn check(file: &[u8]) -> Result<(), BadFile> {
    if !ends(file) {
        return Err(BadFile::Truncated);
    }
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(file, options).map_err(|error| why(&error))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(BadFile::PasswordProtected);
    }
    match document.get_pages().len() {
        0 => return Err(BadFile::Truncated),
        1..=MAX_PAGES => {}
        _ => return Err(BadFile::TooManyPages),
    }
    if action::anywhere(&document) {
        return Err(BadFile::Active);
    }
    unpacks(&document)
}

/// The end mark stands in the last kilobyte (ISO 32000-1 annex H.3.4.4).
fn ends(file: &[u8]) -> bool {
    let tail = file.get(file.len().saturating_sub(1024)..).unwrap_or_default();
    tail.windows(5).any(|window| window == b"%%EOF")
}

fn why(error: &Error) -> BadFile {
    match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::AlreadyEncrypted => {
            BadFile::PasswordProtected
        }
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => BadFile::Bomb,
        _ => BadFile::Truncated,
    }
}

/// What the reader's own program would unpack, ours has unpacked first.
fn unpacks(document: &Document) -> Result<(), BadFile> {
    let mut total = 0;
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        total += unpacked_length(stream)?;
        if total > MAX_TOTAL {
            return Err(BadFile::Bomb);
        }
    }
    Ok(())
}

fn unpacked_length(stream: &Stream) -> Result<usize, BadFile> {
    match stream.decompressed_content_with_limit(MAX_STREAM) {
        Ok(content) => Ok(content.len()),
        Err(Error::Decompress(
            DecompressError::MemoryLimitExceeded { .. } | DecompressError::TooManyFilters { .. },
        )) => Err(BadFile::Bomb),
        // A picture in its own format, or a damaged stream: the reader shows what it can.
        Err(_) => Ok(0),
    }
}
