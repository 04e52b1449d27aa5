//! A real key store for the window under test: a secret service on a bus of its own.
//! **Invariant:** nothing of the developer's own key store is touched, and nothing is left running.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::desktop::Ended;
use crate::machine::{self, Need};
use crate::shell;
use crate::step::{Doing, Done, Trouble};

const NEEDS: &[Need] = &[
    Need::Program("dbus-daemon", "dbus-daemon"),
    Need::Program("dbus-send", "dbus-bin"),
    Need::Program("gnome-keyring-daemon", "gnome-keyring"),
];
const PATIENCE: Duration = Duration::from_secs(20);

/// Ends with it, the service before its bus.
pub struct KeyStore {
    _service: Ended,
    _bus: Ended,
    pub address: String,
}

impl KeyStore {
    /// Its file lies in that home, under a password of the test.
    pub fn start(home: &Path) -> Done<Self> {
        machine::debian(NEEDS)?;
        let run = home.join("run");
        std::fs::create_dir_all(&run).doing("make a folder for the key store")?;
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]).stdin(Stdio::null());
        bus.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut bus = Ended(bus.spawn().doing("start a bus")?);
        let mut address = String::new();
        if let Some(said) = bus.0.stdout.take() {
            BufReader::new(said).read_line(&mut address).doing("hear of the bus")?;
        }
        let address = address.trim().to_owned();
        let mut service = Command::new("gnome-keyring-daemon");
        service.args(["--unlock", "--foreground", "--components=secrets"]);
        service.env("DBUS_SESSION_BUS_ADDRESS", &address).env("HOME", home);
        service.env("XDG_DATA_HOME", home.join("share")).env("XDG_RUNTIME_DIR", &run);
        service.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut service = Ended(service.spawn().doing("start the key store")?);
        if let Some(mut password) = service.0.stdin.take() {
            password.write_all(b"of the test").doing("unlock the key store")?;
        }
        let store = Self { _service: service, _bus: bus, address };
        let start = Instant::now();
        while !store.is_open() {
            if start.elapsed() > PATIENCE {
                return Err(Trouble::new(
                    "The key store did not start: run it by hand to see why.",
                ));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(store)
    }

    /// The bus would start another service, a locked one, for whoever asks before ours is there.
    fn is_open(&self) -> bool {
        let mut owner = self.client("org.freedesktop.DBus", "/org/freedesktop/DBus");
        owner.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
        let is_there = shell::ask(&mut owner).is_some_and(|said| said.contains("boolean true"));
        let default = ["org.freedesktop.Secret.Service.ReadAlias", "string:default"];
        is_there && self.ask(&default).is_some_and(|said| said.contains("/collection/"))
    }

    /// Does it hold anything of ours? Asked by a client that is not ours.
    pub fn holds_ours(&self) -> bool {
        let found = self.ask(&[
            "org.freedesktop.Secret.Service.SearchItems",
            "dict:string:string:service,pl.karta.app",
        ]);
        found.is_some_and(|found| found.contains("/org/freedesktop/secrets/collection/"))
    }

    fn ask(&self, words: &[&str]) -> Option<String> {
        let mut ask = self.client("org.freedesktop.secrets", "/org/freedesktop/secrets");
        shell::ask(ask.args(words))
    }

    fn client(&self, whom: &str, path: &str) -> Command {
        let mut ask = Command::new("dbus-send");
        ask.args(["--session", "--print-reply", &format!("--dest={whom}"), path]);
        ask.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        ask
    }
}
