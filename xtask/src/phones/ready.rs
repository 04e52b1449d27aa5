//! What a machine needs to build for phones, and what of it is missing.
//! **Invariant:** everything that is missing is said at once, each with how to get it; nothing is
//! built before all of it is there.

use std::path::PathBuf;

use crate::step::{Done, Trouble};
use crate::{machine, project, shell};

/// The version whose generated projects our overlays fit.
pub const DX: &str = "0.7.10";

/// What was looked for.
#[derive(Default)]
pub struct Ready {
    missing: Vec<String>,
}

impl Ready {
    pub fn need(&mut self, is_there: bool, how: &str) {
        if !is_there {
            self.missing.push(how.to_owned());
        }
    }

    /// A file named by an environment variable: keys and profiles, which no repository holds.
    pub fn file(&mut self, name: &str, what: &str) -> PathBuf {
        let path = PathBuf::from(std::env::var_os(name).unwrap_or_default());
        self.need(path.is_file(), &format!("{what}: put the path of the file into {name}."));
        path
    }

    pub fn word(&mut self, name: &str, what: &str) -> String {
        let word = std::env::var(name).unwrap_or_default();
        self.need(!word.is_empty(), &format!("{what}: put it into {name}."));
        word
    }

    /// The town that the app is for: its address is compiled in, its host opens the app's links.
    pub fn town(&mut self) -> Town {
        let given = std::env::var("KARTA_ORIGIN").unwrap_or_default();
        let town = Town::parse(&given);
        self.need(
            town.is_some(),
            "The address of the town's server, https and nothing after the host: put it into \
             KARTA_ORIGIN, as in `KARTA_ORIGIN=https://karta.example.pl`.",
        );
        town.unwrap_or_default()
    }

    pub fn dx(&mut self) {
        let said = shell::ask(project::command("dx").arg("--version")).unwrap_or_default();
        let is_right = said.split_whitespace().any(|word| word == DX);
        self.need(
            is_right,
            &format!("dx {DX}: `cargo install dioxus-cli --version {DX} --locked`."),
        );
    }

    pub fn rust_target(&mut self, target: &str) {
        let added = machine::rust_target(target).is_ok();
        self.need(added, &format!("The Rust target: `rustup target add {target}`."));
    }

    pub fn end(self, phone: &str) -> Done {
        if self.missing.is_empty() {
            return Ok(());
        }
        let rows = self.missing.iter().map(|row| format!("\n    • {row}"));
        let rows: String = rows.collect();
        Err(Trouble::new(format!("This machine cannot build for {phone} yet. Missing:{rows}")))
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Town {
    pub origin: String,
    pub host: String,
}

impl Town {
    pub fn parse(text: &str) -> Option<Self> {
        let origin = text.trim().trim_end_matches('/');
        let host = origin.strip_prefix("https://")?;
        let is_host = host.contains('.')
            && !host.starts_with(['.', '-'])
            && host
                .bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || b".-".contains(&c));
        is_host.then(|| Self { origin: origin.to_owned(), host: host.to_owned() })
    }
}

/// Numbers of a version as one that only grows: 1.2.3 is 10203.
pub fn version_code(version: &str) -> Option<u32> {
    let parts = version.split('.').map(str::parse::<u32>).collect::<Result<Vec<_>, _>>().ok()?;
    match parts.as_slice() {
        [major, minor, patch] if *minor < 100 && *patch < 100 => {
            Some(major * 10_000 + minor * 100 + patch)
        }
        _ => None,
    }
}

/// Of our own version.
pub fn our_code() -> Done<u32> {
    let shape = || Trouble::new("The workspace's version is not of the shape 1.2.3.");
    version_code(VERSION).ok_or_else(shape)
}

/// What `dx` is told, the same for both phones.
pub fn dx_words(
    platform: &'static str,
    target: &'static str,
    is_release: bool,
) -> Vec<&'static str> {
    let mut words = vec!["build", "--platform", platform, "--package", "karta-app"];
    words.extend(["--no-default-features", "--features", "mobile", "--target", target]);
    if is_release {
        words.extend(["--release", "--debug-symbols", "false"]);
    }
    words
}

/// Ours: the workspace's.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        let mut ready = Ready::default();
        ready.need(false, "A first thing.");
        ready.need(true, "Not said.");
        ready.need(false, "A second thing.");
        let said = format!("{:?}", ready.end("Android").unwrap_err());
        assert!(said.contains("A first thing.") && said.contains("A second thing."), "{said}");
        assert!(!said.contains("Not said."));
        assert!(Ready::default().end("Android").is_ok());
    }

    #[test]
    fn a_town_is_an_https_address_and_nothing_more() {
        let town = Town::parse("https://karta.example.pl/").unwrap();
        assert_eq!(
            (town.origin.as_str(), town.host.as_str()),
            ("https://karta.example.pl", "karta.example.pl")
        );
        for odd in [
            "",
            "http://karta.example.pl",
            "https://localhost",
            "https://karta.example.pl/x",
            "https://karta.example.pl:8443",
            "https://a\"b.pl",
            "https://user@karta.example.pl",
        ] {
            assert_eq!(Town::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_release_carries_no_debug_symbols() {
        let release = dx_words("ios", "aarch64-apple-ios", true);
        assert!(release.ends_with(&["--release", "--debug-symbols", "false"]));
        assert!(!dx_words("ios", "aarch64-apple-ios", false).contains(&"--release"));
    }

    #[test]
    fn the_number_of_a_version_grows_with_it() {
        assert_eq!(version_code("0.1.0"), Some(100));
        assert_eq!(version_code("1.2.3"), Some(10_203));
        assert_eq!(version_code("1.100.0"), None);
        assert_eq!(version_code("1.2.3-beta"), None);
        assert!(version_code(VERSION).is_some());
    }
}
