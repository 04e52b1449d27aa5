//! The shape of the project, as tests. **Invariant**: what the README's map promises is checked
//! here, not remembered.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn metadata() -> serde_json::Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The dependencies of one of our packages, tests' own left out.
fn dependencies(package: &str) -> BTreeSet<String> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|known| known["name"] == package).unwrap();
    let dependencies = package["dependencies"].as_array().unwrap();
    dependencies
        .iter()
        .filter(|dependency| dependency["kind"].is_null())
        .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
        .collect()
}

fn ours(package: &str) -> BTreeSet<String> {
    dependencies(package).into_iter().filter(|name| name.starts_with("karta-")).collect()
}

#[test]
fn packages_depend_in_one_direction() {
    assert_eq!(ours("karta-core"), BTreeSet::new());
    assert_eq!(ours("karta-scan"), BTreeSet::new());
    let app = BTreeSet::from(["karta-core".to_owned(), "karta-scan".to_owned()]);
    assert_eq!(ours("karta-app"), app);
    assert_eq!(ours("karta-server"), BTreeSet::from(["karta-core".to_owned()]));
    let verify = BTreeSet::from(["karta-core".to_owned(), "karta-scan".to_owned()]);
    assert_eq!(ours("karta-verify"), verify);
}

#[test]
fn core_knows_no_network_no_disk_no_screen() {
    let foreign =
        ["tokio", "axum", "reqwest", "dioxus", "rusqlite", "getrandom", "rand", "tracing"];
    let core = dependencies("karta-core");
    let found: Vec<_> = foreign.iter().filter(|name| core.contains(**name)).collect();
    assert!(found.is_empty(), "core depends on {found:?}");
}

/// Every Rust, CSS and JavaScript file of ours with its text, paths from the root.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> =
        ["app", "core", "server", "tests", "xtask"].map(|folder| root().join(folder)).to_vec();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "target", "out", "snapshots"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if [".rs", ".css", ".mjs", ".ts", ".js"].iter().any(|end| name.ends_with(end)) {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "the walk found only {} files", found.len());
    found
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<_> = sources()
        .into_iter()
        .filter_map(|(path, text)| {
            let lines = text.lines().count();
            (lines > 500).then(|| format!("{path}: {lines}"))
        })
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn files_are_small() {
    let mut lengths: Vec<usize> = sources()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(_, text)| text.lines().count())
        .collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 130, "half of the files are longer than {median} lines");
}

#[test]
fn files_are_named_after_what_they_answer() {
    let empty_words = ["utils", "helpers", "common", "types", "models", "manager", "service"];
    let vague: Vec<_> = sources()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| {
            let stem = Path::new(path).file_stem().unwrap().to_string_lossy().into_owned();
            empty_words.contains(&stem.as_str())
        })
        .collect();
    assert!(vague.is_empty(), "{vague:?}");
}

#[test]
fn every_source_file_says_what_it_answers() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !path.contains("/tests"))
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path)
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn the_platform_is_named_in_two_folders_only() {
    let named: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("app/src/"))
        .filter(|(path, _)| {
            !path.starts_with("app/src/platform") && !path.starts_with("app/src/cache")
        })
        .filter(|(_, text)| {
            text.lines().any(|line| {
                let line = line.trim_start();
                !line.starts_with("//") && (line.contains("cfg(target") || line.contains("web_sys"))
            })
        })
        .map(|(path, _)| path)
        .collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn the_date_library_is_named_in_one_file() {
    let named: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && path != "core/src/time.rs")
        .filter(|(path, _)| path != "tests/architecture.rs")
        .filter(|(_, text)| {
            // Tests may write a day as `date(2026, 11, 23)`.
            let rules = text.split("#[cfg(test)]").next().unwrap_or_default();
            rules.contains("jiff::")
        })
        .map(|(path, _)| path)
        .filter(|path| !path.contains("tests"))
        .collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn only_screens_hooks_know_the_network() {
    let named: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("app/src/ui/"))
        .filter(|(_, text)| text.contains("crate::api") || text.contains("crate::state"))
        .map(|(path, _)| path)
        .collect();
    assert!(named.is_empty(), "the kit knows the world: {named:?}");
}

#[test]
fn nothing_keeps_global_state() {
    let global: Vec<_> = sources()
        .into_iter()
        .filter(|(path, text)| path.starts_with("app/src/") && text.contains("GlobalSignal"))
        .map(|(path, _)| path)
        .collect();
    assert!(global.is_empty(), "{global:?}");
}
