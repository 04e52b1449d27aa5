//! `karta-verify`: reads a code from a picture or a text and prints the verdict.
//! **Invariant**: the clock is read here only, and only without `--at`; exit code 0 is valid, 1 not
//! valid, 2 cannot tell, 3 a mistake in the command.

#![expect(clippy::print_stdout, reason = "a command-line tool talks on stdout")]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use karta_core::card::challenge::Challenge;
use karta_core::card::verdict::{Answer, Asked, Scan};
use karta_core::time::Timestamp;
use karta_verify::told::Told;
use karta_verify::{lists, picture};

/// Judges a code of a resident card, offline.
#[derive(Parser)]
#[command(version, after_help = "Exit code: 0 valid, 1 not valid, 2 cannot tell, 3 usage.")]
struct Words {
    /// The list of keys, as downloaded or as base64url.
    #[arg(long, value_name = "FILE")]
    trust: PathBuf,
    /// The town's root key: base64url of 33 bytes, or a file with that text.
    #[arg(long, value_name = "KEY|FILE", allow_hyphen_values = true)]
    root: String,
    /// A status list, as downloaded or as base64url; may be given several times.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    status: Vec<PathBuf>,
    /// Judge as of that instant instead of now.
    #[arg(long, value_name = "2026-11-23T12:00:00Z")]
    at: Option<Timestamp>,
    /// The question that this code must answer.
    #[arg(long, value_name = "RKCQ:…", requires = "asked_at")]
    challenge: Option<String>,
    /// When it was asked.
    #[arg(long, value_name = "2026-11-23T12:00:00Z", requires = "challenge")]
    asked_at: Option<Timestamp>,
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
    /// The code's text, instead of a picture.
    #[arg(long, value_name = "RKC1:…", conflicts_with = "picture")]
    text: Option<String>,
    /// A PNG or JPEG with the code; `-` reads the code's text from standard input.
    #[arg(required_unless_present = "text")]
    picture: Option<PathBuf>,
}

type Mistake = Box<dyn std::error::Error>;

const USAGE: u8 = 3;

fn main() -> ExitCode {
    let words = match Words::try_parse() {
        Ok(words) => words,
        Err(page) => {
            let is_mistake = page.use_stderr();
            let _ = page.print();
            return if is_mistake { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
        }
    };
    match judge(&words) {
        Ok(answer) => ExitCode::from(match answer {
            Answer::Valid => 0,
            Answer::NotValid => 1,
            Answer::CannotTell => 2,
        }),
        Err(mistake) => {
            eprintln!("karta-verify: {mistake}");
            ExitCode::from(USAGE)
        }
    }
}

fn judge(words: &Words) -> Result<Answer, Mistake> {
    let root = match std::fs::read_to_string(&words.root) {
        Ok(text) => lists::root(&text)?,
        Err(_) => lists::root(&words.root)?,
    };
    let trust = lists::trust(&name(&words.trust), open(&words.trust)?, &root)?;
    let mut statuses = Vec::new();
    for file in &words.status {
        statuses.push(lists::status(&name(file), open(file)?, &trust)?);
    }
    let text = text(words)?;
    let now = words.at.unwrap_or_else(now);
    let scan = Scan(&text);
    let verdict = match words.challenge.as_deref().zip(words.asked_at) {
        None => scan.verify(&trust, &statuses, now),
        Some((question, at)) => {
            let asked = Asked { challenge: Challenge::read(question)?, at };
            scan.verify_answer(&asked, &trust, &statuses, now)
        }
    };
    let told = Told::of(&verdict, &statuses, now);
    if words.json {
        println!("{}", serde_json::to_string(&told)?);
    } else {
        told.lines().iter().for_each(|line| println!("{line}"));
    }
    Ok(verdict.answer())
}

/// A line end after the text is the file's or the terminal's, not the code's.
fn text(words: &Words) -> Result<String, Mistake> {
    if let Some(text) = &words.text {
        return Ok(text.clone());
    }
    let Some(file) = &words.picture else { return Err("no picture and no text".into()) };
    if file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().take(4096).read_to_string(&mut text)?;
        return Ok(text.trim_end_matches(['\r', '\n']).to_owned());
    }
    Ok(picture::read(&open(file)?).map_err(|why| format!("{}: {why}", name(file)))?)
}

fn open(file: &Path) -> Result<Vec<u8>, Mistake> {
    std::fs::read(file).map_err(|why| format!("{}: {why}", name(file)).into())
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

#[expect(clippy::disallowed_methods, reason = "the one place of this tool that reads the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}
