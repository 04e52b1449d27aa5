//! The folder this app keeps its things in: `KARTA_DATA_DIR`, else the system's place for them.
//! **Invariant**: folders are made for their owner only, and files are replaced whole.

use std::io;
use std::path::{Path, PathBuf};

/// A folder of that name inside ours, made if it is missing.
pub fn inside(name: &str) -> PathBuf {
    let folder = ours().join(name);
    // Whoever writes into it meets the error with its cause.
    let _maybe_there = make(&folder);
    folder
}

/// Given by whoever started us: several apps on one machine, tests, a kiosk's profile.
pub fn is_given() -> bool {
    std::env::var_os("KARTA_DATA_DIR").is_some_and(|folder| !folder.is_empty())
}

fn ours() -> PathBuf {
    if is_given() {
        return std::env::var_os("KARTA_DATA_DIR").unwrap_or_default().into();
    }
    if cfg!(target_os = "android") {
        return android();
    }
    directories::ProjectDirs::from("pl", "Karta", "karta")
        .map_or_else(|| std::env::temp_dir().join("karta"), |dirs| dirs.data_local_dir().into())
}

/// Android has no home: the package's name, which is the process' name, leads to its folder.
fn android() -> PathBuf {
    let name = std::fs::read("/proc/self/cmdline").unwrap_or_default();
    let name = name.split(|byte| matches!(byte, 0 | b':')).next().unwrap_or_default();
    PathBuf::from("/data/data").join(String::from_utf8_lossy(name).as_ref()).join("files/karta")
}

pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    create(&new)?;
    std::fs::write(&new, bytes)?;
    std::fs::rename(&new, path)
}

#[cfg(unix)]
fn create(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = std::fs::OpenOptions::new();
    options.create(true).write(true).truncate(true).mode(0o600);
    options.open(path).map(drop)
}

#[cfg(not(unix))]
fn create(path: &Path) -> io::Result<()> {
    std::fs::File::create(path).map(drop)
}

#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}
