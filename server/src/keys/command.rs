//! `karta-server keys …`: what a town's administrator does, and its root far from every network.
//! **Invariant**: each command says what it did and what comes next; no secret is ever printed.

pub(super) mod root;
mod show;
mod town;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use karta_core::card::trust::Use;
use karta_core::time::{Date, Timestamp, start_of};

use super::failure::KeyError;
use super::lists::read_public;
use super::request::NOTICE;
use crate::private;

#[derive(Subcommand)]
pub enum Command {
    /// Draws the town's root: on a machine without network, kept offline from then on.
    Root {
        /// The file of the secret; its public half goes beside it as `.pub`.
        #[arg(long)]
        out: PathBuf,
    },
    /// Everything for the first start, at once; move the root's file away afterwards.
    Init {
        #[command(flatten)]
        town: Town,
        /// The root's secret; drawn if the file is absent.
        #[arg(long)]
        root: PathBuf,
        /// For so many weeks.
        #[arg(long, default_value_t = 1)]
        weeks: u16,
    },
    /// Draws signing keys. The first ones begin at once, successors in fifteen days.
    New {
        #[command(flatten)]
        folder: Folder,
        #[arg(long = "use", value_enum, default_value_t = Uses::All)]
        uses: Uses,
        /// First day of a successor, as 2027-01-31.
        #[arg(long)]
        from: Option<String>,
    },
    /// Draws a successor for every key, and says what to do next.
    Rotate {
        #[command(flatten)]
        folder: Folder,
        #[arg(long = "use", value_enum, default_value_t = Uses::All)]
        uses: Uses,
    },
    /// Leaves out a key that somebody else may have; a substitute is drawn if none is ready.
    Drop {
        #[command(flatten)]
        folder: Folder,
        /// As `keys show` names it; some names begin with a hyphen.
        #[arg(allow_hyphen_values = true)]
        kid: String,
    },
    /// Writes what the root is to sign: public halves and dates, no secret.
    Request {
        #[command(flatten)]
        town: Town,
        #[arg(long)]
        out: PathBuf,
    },
    /// On the root's machine: signs a request, one list for each week.
    Sign {
        #[arg(long)]
        root: PathBuf,
        #[arg(long)]
        request: PathBuf,
        #[arg(long)]
        out: PathBuf,
        /// Lists begin seven days apart and hold for fourteen; 52 are a year without the root.
        #[arg(long, default_value_t = 1)]
        weeks: u16,
        /// The request was on its way for longer than a day: I have compared its instant with the
        /// town, and this machine's clock with another one.
        #[arg(long)]
        late: bool,
    },
    /// Checks what the root has signed and puts it in place; a running server takes it up.
    Install {
        #[command(flatten)]
        folder: Folder,
        /// The root's public half; needed the first time.
        #[arg(long)]
        root: Option<PathBuf>,
        lists: PathBuf,
    },
    /// Shows the keys, what they do, and when the lists end.
    Show {
        #[command(flatten)]
        folder: Folder,
    },
}

#[derive(Args)]
pub struct Folder {
    /// The folder of everything that is kept.
    #[arg(long, env = "KARTA_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(Args)]
pub struct Town {
    #[command(flatten)]
    folder: Folder,
    /// Who signs the cards, as verifiers know it.
    #[arg(long, env = "KARTA_ISSUER", default_value = "https://pkm.pruszkow.pl")]
    issuer: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Uses {
    Card,
    Printed,
    Status,
    All,
}

impl Uses {
    fn has(self, purpose: Use) -> bool {
        match self {
            Self::Card => purpose == Use::Card,
            Self::Printed => purpose == Use::Printed,
            Self::Status => purpose == Use::Status,
            Self::All => true,
        }
    }
}

impl Folder {
    fn keys(&self) -> Result<PathBuf, KeyError> {
        private::folder(&self.data).map_err(KeyError::io(&self.data))?;
        Ok(self.data.join("keys"))
    }
}

/// What was done and what comes next, for the terminal.
pub fn run(command: &Command, now: Timestamp) -> Result<String, KeyError> {
    match command {
        Command::Root { out } => root::make(out, now),
        Command::Init { town, root, weeks } => town::init(town, root, *weeks, now),
        Command::New { folder, uses, from } => {
            let from = from.as_deref().map(day).transpose()?.map(start_of);
            town::new(&folder.keys()?, *uses, from.unwrap_or(now + NOTICE), now)
        }
        Command::Rotate { folder, uses } => town::new(&folder.keys()?, *uses, now + NOTICE, now),
        Command::Drop { folder, kid } => town::drop_key(&folder.keys()?, kid, now),
        Command::Request { town, out } => town::request(town, out, now),
        Command::Sign { root, request, out, weeks, late } => {
            let order = root::Order { root, request, out, weeks: *weeks, is_late: *late };
            root::sign(&order, now)
        }
        Command::Install { folder, root, lists } => {
            let root = root.as_deref().map(read_public).transpose()?;
            town::install(&folder.keys()?, root, lists, now)
        }
        Command::Show { folder } => show::table(&folder.keys()?, now),
    }
}

fn day(text: &str) -> Result<Date, KeyError> {
    text.parse().map_err(|_| KeyError::NotADay(text.to_owned()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), KeyError> {
    std::fs::write(path, bytes).map_err(KeyError::io(path))
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, KeyError> {
    let text = std::fs::read(path).map_err(KeyError::io(path))?;
    serde_json::from_slice(&text).map_err(|_| KeyError::Unreadable(path.display().to_string()))
}
