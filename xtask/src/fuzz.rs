//! `cargo xtask fuzz`: bytes of every kind for the readers of tokens and lists, and with `api`
//! requests of every kind for the interface.
//! **Invariant:** it stops at a panic, and at an input that takes more than 100 ms; what was run
//! is said at the end, beside the slowest input.

use std::path::{Path, PathBuf};

use crate::serve::{Scratch, Town};
use crate::step::{Doing, Done, Trouble};
use crate::{machine, project, shell, test, vectors};

const TARGETS: [&str; 3] = ["token", "trust", "status"];
const RUNS: u64 = 100_000;
/// Another kind of target: a demo town, called as every role.
const API: &str = "api";
const CASES: u64 = 20_000;
/// No token in a code is longer; lists are, but not to find a path through their readers.
const LONGEST: usize = 2048;

pub fn run(words: &[&str]) -> Done {
    let (targets, runs) = asked(words)?;
    if targets == [API] {
        return interface(runs);
    }
    tools()?;
    let built = build()?;
    let folder = project::target().join("fuzz-corpus");
    vectors::make("seeds", &folder)?;
    for target in targets {
        fuzz(&built, &folder.join(target), target, runs)?;
    }
    Ok(())
}

fn asked<'w>(words: &[&'w str]) -> Done<(Vec<&'w str>, u64)> {
    let (names, runs) = match words {
        [names @ .., "--runs", number] => {
            let runs = number.replace('_', "").parse().map_err(|_| Trouble::new(HOW))?;
            (names, Some(runs))
        }
        names => (names, None),
    };
    if names == [API] {
        return Ok((vec![API], runs.unwrap_or(CASES)));
    }
    let runs = runs.unwrap_or(RUNS);
    match names {
        [] => Ok((TARGETS.to_vec(), runs)),
        [name] if TARGETS.contains(name) => Ok((vec![*name], runs)),
        _ => Err(Trouble::new(HOW)),
    }
}

const HOW: &str =
    "Say `cargo xtask fuzz`, or name one of token, trust, status, api; `--runs N` last.";

/// A demo town of its own, and every operation of its interface as every role.
fn interface(cases: u64) -> Done {
    let python = machine::python_for_cases()?;
    let scratch = Scratch::new("cases")?;
    let (server, data) = (test::server()?, scratch.0.join("data"));
    // It believes the addresses the cases say they come from: no limit of one place slows them.
    let town = Town::start_with(&server, &data, &["--trusted-proxies", "127.0.0.1"])?;
    let mut command = project::command(&python);
    command.arg("tests/api/cases.py").arg(&town.url).arg(server).arg(data);
    command.arg(cases.to_string());
    let done = shell::run("cases", &mut command);
    let log = std::fs::read_to_string(shell::log_file_of("cases")).unwrap_or_default();
    for told in
        log.lines().filter(|line| line.contains(" callers; ") || line.ends_with(" findings"))
    {
        println!("   {told}");
    }
    done
}

/// The compiler with coverage flags, and cargo's front for them.
fn tools() -> Done {
    if shell::ask(project::command("rustup").args(["run", "nightly", "rustc", "-V"])).is_none() {
        let mut add = project::command("rustup");
        shell::run("add nightly Rust", add.args(["toolchain", "install", "nightly"]))?;
    }
    if shell::ask(&mut project::cargo("fuzz --version")).is_some() {
        return Ok(());
    }
    shell::run("install cargo-fuzz", &mut project::cargo("install cargo-fuzz --locked"))
}

/// Without a sanitizer: none of the code may be unsafe, and it runs many times faster.
fn build() -> Done<PathBuf> {
    let there = project::target().join("fuzz");
    let mut command = project::command("rustup");
    command.args(["run", "nightly", "cargo", "fuzz", "build", "--fuzz-dir", "core/fuzz"]);
    command.args(["--sanitizer", "none", "--target-dir"]).arg(&there);
    shell::run("the fuzz targets", &mut command)?;
    let about = shell::ask(project::command("rustc").arg("-vV")).unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    Ok(there.join(host).join("release"))
}

fn fuzz(built: &Path, corpus: &Path, target: &str, runs: u64) -> Done {
    let found = project::target().join("fuzz-findings");
    std::fs::create_dir_all(&found).doing("make a folder for findings")?;
    let mut command = project::command(built.join(target));
    command.arg(corpus).args([
        format!("-runs={runs}"),
        format!("-max_len={LONGEST}"),
        format!("-artifact_prefix={}/{target}-", found.display()),
    ]);
    command.args(["-timeout=5", "-print_final_stats=1"]);
    let label = format!("fuzz {target}");
    let done = shell::run(&label, &mut command);
    let log = std::fs::read_to_string(shell::log_file_of(&label)).unwrap_or_default();
    for told in summary(&log) {
        println!("   {target}: {told}");
    }
    done
}

/// How much was run, how fast, and the slowest input.
fn summary(log: &str) -> Vec<&str> {
    let last = |start: &str| log.lines().rev().find(|line| line.starts_with(start));
    [last("Done "), last("stat::average_exec_per_sec"), last("SLOWEST ")]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_and_a_number_are_understood() {
        assert_eq!(asked(&[]).unwrap(), (TARGETS.to_vec(), RUNS));
        assert_eq!(asked(&["trust"]).unwrap(), (vec!["trust"], RUNS));
        let all = asked(&["status", "--runs", "10_000_000"]).unwrap();
        assert_eq!(all, (vec!["status"], 10_000_000));
        assert_eq!(asked(&["api"]).unwrap(), (vec!["api"], CASES));
        assert!(asked(&["nonsense"]).is_err());
        assert!(asked(&["--runs", "many"]).is_err());
    }

    #[test]
    fn the_last_slowest_input_counts() {
        let log = "SLOWEST 5 µs, 2 bytes\nSLOWEST 90 µs, 300 bytes\nDone 10 runs in 1 second(s)\n";
        assert_eq!(summary(log), ["Done 10 runs in 1 second(s)", "SLOWEST 90 µs, 300 bytes"]);
    }
}
