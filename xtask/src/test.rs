//! `cargo xtask test`: every check of the project, one timed step each.
//! **Invariant:** the last line is the count of steps, alone, and a failed step does not hide the
//! ones after it.

use std::path::{Path, PathBuf};

use crate::serve::{Scratch, Town};
use crate::step::{Done, Steps, Trouble};
use crate::{desktop, kiosk, machine, phones, project, shell, vectors, web};

/// What a step is called, and what it does.
type Step = (&'static str, fn() -> Done);

/// The steps in the order they run; the short ones first.
const STEPS: &[Step] = &[
    ("format", format),
    ("lints", lints),
    ("web-lints", web_lints),
    ("tests", tests),
    ("vectors", vectors::check),
    ("bundle", web::build),
    ("android", phones::android::check),
    ("ios", phones::ios::check),
    ("browser", || browser(&[])),
    ("desktop", desktop_window),
];

/// What `test fast` leaves out.
const SLOW: &[&str] = &["android", "ios", "browser", "desktop"];

/// Runs all steps, or those that are named; the words after `browser` choose among its stories.
pub fn run(words: &[&str]) -> Done {
    machine::room_on_disk()?;
    let mut steps = Steps::default();
    match words {
        ["browser", stories @ ..] if !stories.is_empty() => {
            steps.step("browser", || browser(stories));
        }
        _ => {
            for (name, work) in chosen(words)? {
                steps.step(name, work);
            }
        }
    }
    if steps.summary() { Ok(()) } else { std::process::exit(1) }
}

fn chosen(words: &[&str]) -> Done<Vec<Step>> {
    let all = STEPS.iter().copied();
    if let Some(word) =
        words.iter().find(|word| **word != "fast" && !STEPS.iter().any(|(name, _)| name == *word))
    {
        let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(Trouble::new(format!(
            "There is no step `{word}`; choose from fast, {}.",
            names.join(", ")
        )));
    }
    Ok(match words {
        [] => all.collect(),
        ["fast"] => all.filter(|(name, _)| !SLOW.contains(name)).collect(),
        _ => all.filter(|(name, _)| words.contains(name)).collect(),
    })
}

fn format() -> Done {
    machine::rust_components()?;
    shell::run("cargo fmt", &mut project::cargo("fmt --all -- --check"))
}

fn lints() -> Done {
    shell::run("clippy", &mut project::cargo("clippy --workspace --all-targets -- -D warnings"))
}

fn web_lints() -> Done {
    machine::rust_target("wasm32-unknown-unknown")?;
    let mut command = project::cargo(
        "clippy -p karta-app --lib --bins --no-default-features --features web \
         --target wasm32-unknown-unknown -- -D warnings",
    );
    shell::run("clippy for the web", &mut command)?;
    let mut command =
        project::cargo("clippy -p karta-scan --target wasm32-unknown-unknown -- -D warnings");
    shell::run("clippy of the scanner", &mut command)
}

fn tests() -> Done {
    machine::nextest()?;
    let python = machine::python()?;
    let mut command = project::cargo("nextest run --workspace");
    // A snapshot that differs is a failure here, never a new file.
    command.env("INSTA_UPDATE", "no").env("KARTA_PYTHON", python);
    shell::run("cargo nextest", &mut command)
}

/// The stories in `tests/web` against a fresh town.
fn browser(stories: &[&str]) -> Done {
    web::build()?;
    machine::npm_packages()?;
    let chromium = machine::chromium()?;
    let python = machine::python()?;
    let server = server()?;
    let scratch = Scratch::new("browser")?;
    let data = scratch.0.join("data");
    let town = Town::start(&server, &data)?;
    let mut command = project::command("node");
    command.current_dir(project::web_tests()).args(PLAYWRIGHT).args(stories);
    command.env("KARTA_URL", &town.url).env("KARTA_MAIL_DIR", mail(&data));
    command.env("KARTA_CHROMIUM", chromium).env("KARTA_PYTHON", python);
    command.env("KARTA_PROGRAM", &server);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::run("Playwright", &mut command)
}

const PLAYWRIGHT: [&str; 2] = ["node_modules/@playwright/test/cli.js", "test"];

/// Where the demo server leaves its mails.
fn mail(data: &Path) -> PathBuf {
    data.join("mail")
}

fn desktop_window() -> Done {
    desktop::build_to_be_driven()?;
    let (server, python) = (server()?, machine::python()?);
    desktop::smoke(&server, &python)?;
    kiosk::smoke(&server, &python)
}

pub fn server() -> Done<PathBuf> {
    shell::run("the server", &mut project::server_build())?;
    Ok(project::built("debug", "karta-server"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Vec<&'static str> {
        chosen(words).unwrap().into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn steps_are_chosen_by_name() {
        assert_eq!(names(&[]).len(), STEPS.len());
        assert_eq!(
            names(&["fast"]),
            ["format", "lints", "web-lints", "tests", "vectors", "bundle"]
        );
        assert_eq!(names(&["ios", "format"]), ["format", "ios"]);
        assert!(chosen(&["nonsense"]).is_err());
    }

    #[test]
    fn what_fast_leaves_out_exists() {
        assert!(SLOW.iter().all(|slow| STEPS.iter().any(|(name, _)| name == slow)));
    }
}
