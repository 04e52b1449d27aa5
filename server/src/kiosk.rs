//! `karta-server kiosk …`: the kiosks of the town. The administrator of the machine adds one, and
//! types the code it is given into the new kiosk.
//! **Invariant**: what is printed is a code that works once, for a day; the kiosk's key is made at
//! the kiosk and never leaves it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use karta_core::card::plastic::Voucher;
use karta_core::id::{KioskId, NotAnId};
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, day_of, days};

use crate::audit::{About, Context, scope};
use crate::draw;
use crate::private;
use crate::store::{Store, StoreError, Tx};

#[derive(Subcommand)]
pub enum Command {
    /// Adds a kiosk and prints the code to pair it with.
    Add {
        #[command(flatten)]
        town: Town,
        /// Where it stands, as people read it: "Ratusz, parter".
        #[arg(value_parser = place)]
        place: String,
    },
    /// Shows the kiosks.
    List {
        #[command(flatten)]
        town: Town,
    },
    /// Ends a kiosk for good: it is out of service from its next question on.
    Stop {
        #[command(flatten)]
        town: Town,
        #[arg(value_parser = id)]
        kiosk: KioskId,
    },
}

#[derive(Args)]
pub struct Town {
    /// The folder of everything that is kept.
    #[arg(long, env = "KARTA_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum KioskError {
    #[error("no kiosk that works has this id; `karta-server kiosk list` shows them")]
    Unknown,
    #[error("the folder of the records: {0}")]
    Folder(#[source] std::io::Error),
    #[error("no runtime: {0}")]
    Runtime(#[source] std::io::Error),
    #[error("{0}")]
    Store(#[from] StoreError),
}

fn place(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let fits = (1..=60).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err("1 to 60 characters that say where it stands") }
}

fn id(text: &str) -> Result<KioskId, NotAnId> {
    KioskId::parse(text)
}

/// Does it and says what was done, for the terminal.
pub fn run(command: &Command, now: Timestamp) -> Result<String, KioskError> {
    let (Command::Add { town, .. } | Command::List { town } | Command::Stop { town, .. }) = command;
    private::folder(&town.data).map_err(KioskError::Folder)?;
    let records = town.data.join("karta.db");
    private::claim(&records).map_err(KioskError::Folder)?;
    let store = Store::open(&records)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(KioskError::Runtime)?;
    let noted = |operation| Context {
        at: now,
        actor: None,
        role: "command",
        operation,
        about: About::default(),
    };
    runtime.block_on(async {
        match command {
            Command::Add { place, .. } => {
                let code = scope(noted("AddKiosk"), add(&store, place, now)).await?;
                Ok(format!(
                    "Open the staff menu of the kiosk at {place} and type this code. It works \
                     once, for 24 hours:\n\n  {}\n",
                    code.reveal()
                ))
            }
            Command::Stop { kiosk, .. } => {
                scope(noted("StopKiosk"), stop(&store, *kiosk, now)).await?;
                Ok(format!("{kiosk} is stopped.\n"))
            }
            Command::List { .. } => list(&store).await,
        }
    })
}

/// Gives the pairing code: ten characters without those that look alike, in two groups.
pub async fn add(store: &Store, place: &str, now: Timestamp) -> Result<Secret, KioskError> {
    let code = Secret::new(Voucher::drawn(draw::number()).spaced());
    let (id, place) = (KioskId::new(draw::uuid(now)), place.to_owned());
    let (hash, until) = (draw::hash(&code), now + days(1));
    store
        .write::<_, KioskError>(move |tx: &mut Tx<'_>| {
            Ok(tx.insert_kiosk(id, &place, (hash, until), now)?)
        })
        .await?;
    Ok(code)
}

pub async fn stop(store: &Store, id: KioskId, now: Timestamp) -> Result<(), KioskError> {
    let work = move |tx: &mut Tx<'_>| {
        if tx.stop_kiosk(id, now)? { Ok(()) } else { Err(KioskError::Unknown) }
    };
    store.write(work).await
}

async fn list(store: &Store) -> Result<String, KioskError> {
    let kiosks = store.read::<_, StoreError>(|tx| tx.kiosks()).await?;
    let rows = kiosks.iter().map(|kiosk| {
        let state = match (kiosk.stopped, kiosk.paired, kiosk.last_seen) {
            (Some(at), _, _) => format!("stopped on {}", day_of(at)),
            (None, None, _) => "waits for its code".to_owned(),
            (None, Some(_), Some(at)) => format!("last seen on {}", day_of(at)),
            (None, Some(_), None) => "paired".to_owned(),
        };
        format!("{:<40} {state:<24} {}\n", kiosk.id.to_string(), kiosk.place)
    });
    let table: String = rows.collect();
    Ok(if table.is_empty() { "There is no kiosk yet.\n".to_owned() } else { table })
}
