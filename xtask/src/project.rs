//! Where things are in this project, and how its cargo is called.
//! **Invariant:** a child cargo sees the same environment as one typed by hand, so both share what
//! they built.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo builds, and where everything made by these commands goes.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// The folder with the npm packages and the browser stories.
pub fn web_tests() -> PathBuf {
    root().join("tests").join("web")
}

/// A command that starts in the workspace's root.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    // `cargo run` tells us about xtask's own package; children would take it for theirs.
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        let about_us = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if about_us.iter().any(|start| name_text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command.env_remove("LD_LIBRARY_PATH");
    command
}

/// `cargo` with these arguments, split at spaces.
pub fn cargo(arguments: &str) -> Command {
    let mut command = command("cargo");
    command.args(arguments.split_whitespace());
    command
}

/// The server built for development; built like the tests' one, so that nothing is built twice.
pub fn server_build() -> Command {
    cargo("build --workspace --bin karta-server")
}

/// A program that cargo has built, by profile folder.
pub fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}
