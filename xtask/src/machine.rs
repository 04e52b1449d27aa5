//! What the machine lacks, and how it gets it.
//! **Invariant:** nothing is installed that is already there, and what cannot be installed is one
//! sentence with the one command to run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use crate::step::{Doing, Done, Trouble};
use crate::{bundle, project, shell};

/// Something from Debian: how we see that it is there, and the package that brings it.
#[derive(Clone, Copy)]
pub enum Need {
    Program(&'static str, &'static str),
    Library(&'static str, &'static str),
}

pub const DESKTOP_LIBRARIES: &[Need] = &[
    Need::Library("webkit2gtk-4.1", "libwebkit2gtk-4.1-dev"),
    Need::Library("gtk+-3.0", "libgtk-3-dev"),
    Need::Library("ayatana-appindicator3-0.1", "libayatana-appindicator3-dev"),
    Need::Library("libxdo", "libxdo-dev"),
];

pub const DESKTOP_EYES: &[Need] = &[
    Need::Program("Xvfb", "xvfb"),
    Need::Program("xdotool", "xdotool"),
    Need::Program("import", "imagemagick"),
];

/// Python packages of the tests: a second implementation of CWT, a second reader of codes, a reader
/// of PDF files.
const PYTHON_PACKAGES: &[&str] = &[
    "base45==0.4.4",
    "cbor2==5.9.0",
    "cryptography==50.0.2",
    "cwt==3.3.0",
    "pillow==13.0.0",
    "pypdfium2==5.15.2",
    "pyzbar==0.1.9",
    "zxing-cpp==3.1.1",
];

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// The room that a build from nothing takes, with a little to spare.
const ROOM_KB: u64 = 2 * 1024 * 1024;

/// Says so before a long build when the disk is nearly full.
pub fn room_on_disk() -> Done {
    let Some(table) = shell::ask(project::command("df").args(["-Pk", "."])) else { return Ok(()) };
    match free_kb(&table) {
        Some(free) if free < ROOM_KB => Err(Trouble::new(format!(
            "Only {} MB are free on this disk: free at least 2 GB and run the command again.",
            free / 1024
        ))),
        _ => Ok(()),
    }
}

fn free_kb(table: &str) -> Option<u64> {
    table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

/// The compiler's standard library for another target.
pub fn rust_target(target: &str) -> Done {
    let ask = ["--print", "target-libdir", "--target", target];
    let folder = shell::ask(project::command("rustc").args(ask)).unwrap_or_default();
    if !folder.is_empty() && Path::new(&folder).is_dir() {
        return Ok(());
    }
    let label = format!("add the Rust target {target}");
    shell::run(&label, project::command("rustup").args(["target", "add", target]))
}

/// The formatter and the linter, where Rust was installed without them.
pub fn rust_components() -> Done {
    let present = |ask| shell::ask(&mut project::cargo(ask)).is_some();
    if present("fmt --version") && present("clippy --version") {
        return Ok(());
    }
    let mut add = project::command("rustup");
    shell::run("add rustfmt and clippy", add.args(["component", "add", "rustfmt", "clippy"]))
}

/// The npm packages of `tests/web`, exactly as its lock file says.
pub fn npm_packages() -> Done {
    let folder = project::web_tests();
    let stamp = folder.join("node_modules").join(".karta-lock");
    let wanted = bundle::file_hash(&folder.join("package-lock.json"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        return Ok(());
    }
    let Some(version) = shell::ask(project::command("node").arg("--version")) else {
        return Err(Trouble::new(crate::advice::for_missing("npm")));
    };
    if node_major(&version).is_none_or(|major| major < 20) {
        return Err(Trouble::new(format!(
            "This is Node.js {version}: install Node.js 20 or newer and run the command again."
        )));
    }
    let mut command = project::command("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::run("npm packages", &mut command)?;
    std::fs::write(stamp, wanted).doing("note the npm packages")
}

fn node_major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// cargo's test runner.
pub fn nextest() -> Done {
    if shell::ask(&mut project::cargo("nextest --version")).is_some() {
        return Ok(());
    }
    let mut install = project::cargo("install cargo-nextest --locked");
    shell::run("install cargo-nextest", &mut install)
}

/// The Python of the tests, with their packages; kept under `target/py`.
pub fn python() -> Done<PathBuf> {
    python_with("py", PYTHON_PACKAGES)
}

/// The Python that fuzzes the interface.
pub fn python_for_cases() -> Done<PathBuf> {
    python_with("py-api", &["schemathesis==4.32.5"])
}

/// The Python that parses the phones' own sources.
pub fn python_for_phones() -> Done<PathBuf> {
    python_with(
        "py-phones",
        &["tree-sitter==0.26.1", "tree-sitter-kotlin==1.1.0", "tree-sitter-swift==0.7.4"],
    )
}

fn python_with(name: &str, packages: &[&str]) -> Done<PathBuf> {
    let folder = project::target().join(name);
    let python = folder.join("bin").join("python");
    let stamp = folder.join("karta-packages");
    let wanted = packages.join(" ");
    if python.exists() && std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        return Ok(python);
    }
    if shell::ask(project::command("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        install(&["python3-venv"])?;
    }
    let mut make = project::command("python3");
    shell::run("Python environment", make.args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = project::command(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    shell::run("Python packages", pip.args(packages))?;
    std::fs::write(stamp, wanted).doing("note the Python packages")?;
    Ok(python)
}

/// A browser of the Chromium family.
pub fn chromium() -> Done<PathBuf> {
    if let Some(named) = std::env::var_os("KARTA_CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    let present = || CHROMIUM_NAMES.iter().find_map(|name| on_path(name));
    if let Some(program) = present() {
        return Ok(program);
    }
    install(&["chromium", "fonts-noto-core", "fonts-liberation", "fonts-dejavu-core"])?;
    present().ok_or_else(|| {
        Trouble::new("Name your Chromium in KARTA_CHROMIUM and run the command again.")
    })
}

/// What of this is missing comes from Debian.
pub fn debian(needs: &[Need]) -> Done {
    if needs.iter().any(|need| matches!(need, Need::Library(..))) && on_path("pkg-config").is_none()
    {
        install(&["pkg-config"])?;
    }
    let missing: Vec<&str> = needs.iter().filter_map(|need| need.missing()).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

impl Need {
    fn missing(self) -> Option<&'static str> {
        let (there, package) = match self {
            Self::Program(program, package) => (on_path(program).is_some(), package),
            Self::Library(library, package) => {
                (has_library(library) || has_package(package), package)
            }
        };
        (!there).then_some(package)
    }
}

fn has_library(name: &str) -> bool {
    shell::ask(Command::new("pkg-config").args(["--modversion", name])).is_some()
}

fn has_package(name: &str) -> bool {
    shell::ask(Command::new("dpkg-query").args(["-W", "-f=${Status}", name]))
        .is_some_and(|status| status == "install ok installed")
}

/// Where a program is, by the PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn install(packages: &[&str]) -> Done {
    let list = packages.join(" ");
    let root = shell::ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !root || on_path("apt-get").is_none() {
        return Err(Trouble::new(format!(
            "Run `sudo apt-get install -y {list}`, then this again."
        )));
    }
    static LISTS: Once = Once::new();
    LISTS.call_once(|| {
        // Old lists may still do, so a failure here is not the end.
        let update = shell::run("read Debian's package lists", apt().arg("update"));
        if let Err(trouble) = update {
            trouble.print();
        }
    });
    let mut command = apt();
    command.args(["install", "-y", "--no-install-recommends"]).args(packages);
    shell::run(&format!("install {list}"), &mut command)
}

fn apt() -> Command {
    let mut command = project::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_room_is_the_fourth_column() {
        let table = "Filesystem 1024-blocks Used Available Capacity Mounted on\n\
                     /dev/vda 264100000 14000000 81000000 15% /";
        assert_eq!(free_kb(table), Some(81_000_000));
        assert_eq!(free_kb("nonsense"), None);
    }

    #[test]
    fn node_versions_are_read() {
        assert_eq!(node_major("v20.20.2"), Some(20));
        assert_eq!(node_major("24.1.0"), Some(24));
        assert_eq!(node_major(""), None);
    }
}
