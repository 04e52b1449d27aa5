//! A town for stories: the real server in this process, its own records and files, a clock that
//! moves only when told, mails in a folder, and people with verbs.
//! **Invariant**: no sleeping, no network beyond this machine, no order between stories.

pub mod client;
pub mod devices;
pub mod families;
pub mod files;
pub mod holder;
pub mod kiosks;
pub mod mail_server;
pub mod mails;
pub mod mint;
pub mod office;
pub mod paper;
pub mod people;
pub mod root;
pub mod settings;
pub mod till;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use axum::Router;
use karta_core::contact::Email;
use karta_core::time::{Date, Span, Timestamp, seconds, start_of};
use karta_core::town::Key;
use karta_server::app::{App, Setup};
use karta_server::clock::Clock;
use karta_server::limits::Limits;
use karta_server::mail::Mailer;
use karta_server::password::Hashing;

pub use client::{Answer, Client, Session};
pub use devices::{Phone, Verifier};
pub use kiosks::Kiosk;
pub use mail_server::MailServer;
pub use mails::{Mail, Mailbox};
pub use mint::Mint;
pub use office::Clerk;
pub use paper::Paper;
pub use people::Resident;
pub use root::Root;
pub use till::Till;

pub struct Town {
    pub app: App,
    pub rules: karta_core::town::Town,
    router: Router,
    clock: Clock,
    folder: tempfile::TempDir,
    mailbox: Mutex<Mailbox>,
}

impl Town {
    /// A new town at noon of Monday, 23 November 2026. `worker` is the program that opens uploads.
    pub fn new(worker: &str) -> Self {
        Self::with(worker, |_| {})
    }

    pub fn with(worker: &str, change: impl FnOnce(&mut Setup)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(instant("2026-11-23T12:00"));
        Self::open(worker, folder, clock, change)
    }

    /// The same town after its server was stopped and started.
    pub fn restarted(self, worker: &str) -> Self {
        self.changed(worker, |_| {})
    }

    /// The same town, restarted with other settings or rules.
    pub fn changed(self, worker: &str, change: impl FnOnce(&mut Setup)) -> Self {
        let Self { app, router, folder, clock, .. } = self;
        drop((app, router));
        Self::open(worker, folder, clock, change)
    }

    fn open(
        worker: &str,
        folder: tempfile::TempDir,
        clock: Clock,
        change: impl FnOnce(&mut Setup),
    ) -> Self {
        let rules = karta_server::town::parse(karta_server::town::PRUSZKOW).unwrap();
        let mails = folder.path().join("mails");
        let mut setup = Setup::in_folder(&folder.path().join("data"), rules.clone());
        setup.clock = clock.clone();
        setup.hashing = Hashing::Quick;
        setup.limits = Limits::off();
        setup.worker = PathBuf::from(worker);
        setup.mailer =
            Mailer::Folder { folder: mails.clone(), from: "Karta <karta@pruszkow.example>".into() };
        change(&mut setup);
        let app = setup.open().unwrap();
        let router = karta_server::router(app.clone(), None);
        let mailbox = Mutex::new(Mailbox::new(&mails));
        Self { app, rules, router, clock, folder, mailbox }
    }

    /// Everything the server keeps lies here.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Somebody without a session.
    pub fn client(&self) -> Client {
        Client::new(self.router.clone(), self.clock.clone())
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Sets the clock to that minute in Pruszków ("2026-11-23T12:00").
    pub fn at(&self, text: &str) {
        self.clock.set(instant(text));
    }

    pub fn reaches(&self, at: Timestamp) {
        self.clock.set(at);
    }

    pub fn passes(&self, span: Span) {
        self.clock.set(self.now() + span);
    }

    /// A minute later: what was done before is in the lists by now.
    pub fn a_minute_passes(&self) {
        self.passes(seconds(60));
    }

    /// The path of one of this town's own addresses.
    #[track_caller]
    pub fn path_of<'u>(&self, uri: &'u str) -> &'u str {
        uri.strip_prefix(self.app.keys.issuer()).expect("an address of this town")
    }

    /// Does what time asks for, as the server does every few minutes.
    pub async fn duties(&self) {
        karta_server::job::lapse_corrections(&self.app, self.now()).await.unwrap();
        karta_server::job::revoke_lost(&self.app, self.now()).await.unwrap();
        karta_server::job::take_back(&self.app, self.now()).await.unwrap();
        karta_server::job::come_of_age(&self.app, self.now()).await.unwrap();
        karta_server::job::chain_audit(&self.app.store).await.unwrap();
        self.app.tidy().await.unwrap();
    }

    /// Sends what is due and reads what has come.
    pub async fn post(&self) -> MutexGuard<'_, Mailbox> {
        self.app.deliver_due(self.now()).await.unwrap();
        let mut mailbox = self.mailbox.lock().unwrap();
        mailbox.fetch();
        mailbox
    }

    pub async fn mails_to(&self, email: &Email) -> Vec<Mail> {
        self.post().await.to(email)
    }

    pub async fn last_mail(&self, email: &Email) -> Mail {
        self.mails_to(email).await.pop().expect("a mail")
    }

    /// From now on no mail is taken, or again every one.
    pub fn mail_works(&self, works: bool) {
        let (folder, kept) = (self.folder.path().join("mails"), self.folder.path().join("kept"));
        if works {
            std::fs::remove_file(&folder).unwrap();
            if kept.exists() {
                std::fs::rename(kept, folder).unwrap();
            }
        } else {
            if folder.exists() {
                std::fs::rename(&folder, kept).unwrap();
            }
            std::fs::write(folder, "a file where the folder should be").unwrap();
        }
    }

    /// How many sealed files there are.
    pub fn sealed_files(&self) -> usize {
        let folder = self.data().join("files");
        self.everything_kept().iter().filter(|(path, _)| path.starts_with(&folder)).count()
    }

    /// Every file below the data folder with its bytes.
    pub fn everything_kept(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files_below(&self.data())
    }
}

fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found
}

/// A minute in Pruszków, on a day whose clocks do not change.
fn instant(text: &str) -> Timestamp {
    let (day, time) = text.split_once('T').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    let day: Date = day.parse().unwrap();
    let [hour, minute]: [i64; 2] = [hour, minute].map(|part| part.parse().unwrap());
    start_of(day) + seconds(hour * 3600 + minute * 60)
}

#[track_caller]
pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}
