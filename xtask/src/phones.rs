//! Type checks for Android and iOS on a machine without their SDKs: stub C tools stand in, because
//! a check links nothing.
//! **Invariant:** only `cargo check` may run with the stubs; what they "compile" is empty.

pub mod android;
pub mod ios;
mod ready;

use std::path::{Path, PathBuf};

use crate::step::{Doing, Done};
use crate::{machine, project, shell};

pub const ANDROID: &str = "aarch64-linux-android";
pub const IOS: &str = "aarch64-apple-ios";

const COMPILER: &str = r#"#!/bin/sh
# Answers the probes of build scripts as clang would, and writes empty objects.
out=
previous=
for argument in "$@"; do
  case $argument in
    --version) echo "clang version 18.0.0"; exit 0 ;;
    -E) echo "clang"; exit 0 ;;
  esac
  if [ "$previous" = -o ]; then out=$argument; fi
  previous=$argument
done
if [ -n "$out" ]; then : > "$out"; fi
"#;

const ARCHIVER: &str = r#"#!/bin/sh
# Writes an archive with nothing in it.
for argument in "$@"; do
  case $argument in
    *.a) printf '!<arch>\n' > "$argument" ;;
  esac
done
"#;

/// Checks the app for one phone.
fn check(target: &str) -> Done {
    machine::rust_target(target)?;
    let folder = project::target().join("stub");
    std::fs::create_dir_all(&folder).doing("make target/stub")?;
    let compiler = script(&folder, "cc", COMPILER)?;
    let archiver = script(&folder, "ar", ARCHIVER)?;
    let mut command = project::cargo("check -p karta-app --lib --bins --no-default-features");
    command.args(["--features", "mobile", "--target", target]);
    let suffix = target.replace('-', "_");
    command.env(format!("CC_{suffix}"), &compiler).env(format!("CXX_{suffix}"), &compiler);
    command.env(format!("AR_{suffix}"), archiver).env("SDKROOT", &folder);
    shell::run(&format!("the app for {target}"), &mut command)
}

/// Parses the Kotlin and Swift files of these folders.
fn parse(folders: &[&str]) -> Done {
    let python = machine::python_for_phones()?;
    let mut command = project::command(python);
    command.arg("tests/phones/parse.py").args(folders);
    shell::run(&format!("the sources of {}", folders.join(" and ")), &mut command)
}

/// Writes a script once: cargo looks at the time of these files.
fn script(folder: &Path, name: &str, text: &str) -> Done<PathBuf> {
    let path = folder.join(name);
    if std::fs::read_to_string(&path).is_ok_and(|have| have == text) {
        return Ok(path);
    }
    std::fs::write(&path, text).doing("write a stub tool")?;
    make_executable(&path)?;
    Ok(path)
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Done {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, mode).doing("make a stub tool executable")
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Done {
    Ok(())
}
