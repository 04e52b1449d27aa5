//! Makes `core/vectors/`: `cargo run -p karta-verify --example vectors -- write`.
//! **Invariant**: nothing is drawn, so what is made is what was committed; a test compares them.

mod case;
mod dice;
mod golden;
mod judged;
mod keys;
mod mutated;
mod negative;
mod pictures;
mod random;
mod raw;
mod seeds;
mod world;

use std::io::Write;
use std::path::{Path, PathBuf};

use dice::Dice;
use judged::Line;
use serde::Serialize;

type Mistake = Box<dyn std::error::Error>;

fn main() -> Result<(), Mistake> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write"] => {
            for (name, text) in files()? {
                std::fs::write(folder().join(name), text)?;
            }
            Ok(())
        }
        ["tokens", file] => tokens(Path::new(file)),
        ["pictures", folder] => pictures::write(Path::new(folder)),
        ["seeds", folder] => seeds::write(Path::new(folder)),
        _ => Err("say `write`, `tokens FILE`, `pictures FOLDER` or `seeds FOLDER`".into()),
    }
}

/// So many random tokens, and so many changed ones.
const TOKENS: usize = 10_000;

/// One line of JSON for each token, with core's verdict.
fn tokens(file: &Path) -> Result<(), Mistake> {
    let made = std::thread::scope(|threads| {
        let changed = threads.spawn(|| lines(2, mutated::line));
        let random = lines(1, random::line);
        [random, changed.join().unwrap_or_else(|_| Err("it panicked".into()))]
    });
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for lines in made {
        for line in lines? {
            writeln!(out, "{line}")?;
        }
    }
    Ok(out.flush()?)
}

fn lines(seed: u64, line: fn(&mut Dice) -> Line) -> Result<Vec<String>, String> {
    let said = |mistake: Mistake| mistake.to_string();
    let held = judged::Held::new().map_err(said)?;
    let mut dice = Dice::new(seed);
    (0..TOKENS)
        .map(|_| {
            let judged = held.judge(line(&mut dice)).map_err(said)?;
            serde_json::to_string(&judged).map_err(|mistake| mistake.to_string())
        })
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors")
}

/// Every file that is made, but the golden code of other libraries.
fn files() -> Result<Vec<(&'static str, String)>, Mistake> {
    let lists = world::lists();
    let usual = |lists: &std::collections::BTreeMap<String, String>| {
        lists.get("usual").map(|token| format!("{token}\n")).unwrap_or_default()
    };
    Ok(vec![
        ("rkc1-initials.txt", format!("{}\n", world::shown_at(world::NOW))),
        ("root.txt", format!("{}\n", lists.root)),
        ("trust.txt", usual(&lists.trust)),
        ("status.txt", usual(&lists.status)),
        ("lists.json", json(&lists)?),
        ("golden.json", json(&golden::cases())?),
        ("negative.json", json(&negative::cases())?),
        ("negative-lists.json", json(&negative::unlisted())?),
    ])
}

fn json(value: &impl Serialize) -> Result<String, Mistake> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_committed_is_what_is_made() {
        for (name, made) in files().unwrap() {
            let committed = std::fs::read_to_string(folder().join(name)).unwrap();
            assert!(
                committed == made,
                "{name}: run `cargo run -p karta-verify --example vectors -- write`"
            );
        }
    }

    #[test]
    fn an_unchanged_draft_is_what_core_writes() {
        assert_eq!(case::credential().write(), world::credential().bytes());
        assert_eq!(case::printed().write(), world::printed().bytes());
        let shown = case::showing(world::credential().bytes()).write();
        assert_eq!(karta_core::card::text::write(&shown), world::shown_at(world::NOW));
    }
}
