//! Files and folders that only the server's own user may open.
//! **Invariant**: a file is closed to others before anything is written into it.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes a folder with those above it, or closes one that others may open.
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    close(path, 0o700)
}

/// Makes an empty file where there is none; SQLite gives its companions the same rights.
pub(crate) fn claim(path: &Path) -> io::Result<()> {
    open(OpenOptions::new().append(true), path)?;
    close(path, 0o600)
}

pub(crate) fn file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    open(OpenOptions::new().write(true).truncate(true), path)?.write_all(bytes)
}

fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.create(true).open(path)
}

#[cfg(unix)]
fn close(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut rights = std::fs::metadata(path)?.permissions();
    if rights.mode() & 0o777 & !mode != 0 {
        rights.set_mode(mode);
        std::fs::set_permissions(path, rights)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn close(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
