//! The keys as a table. **Invariant**: it changes nothing.

use std::fmt::Write;
use std::path::Path;

use karta_core::time::{Timestamp, day_of};

use crate::keys::failure::KeyError;
use crate::keys::own::{self, OwnKey};
use crate::keys::{Ring, WARN_BEFORE};

pub fn table(folder: &Path, now: Timestamp) -> Result<String, KeyError> {
    let ring = Ring::read(folder)?;
    let mut said =
        format!("{:<8} {:<11} {:<10} {:<10} what it does\n", "use", "key", "from", "until");
    let mut keys = own::read_all(folder)?;
    keys.sort_by_key(|key| key.purpose.name());
    for key in keys {
        let until = ring.as_ref().and_then(|ring| until(ring, &key, now));
        let until = until.map_or("-".to_owned(), |until| day_of(until).to_string());
        let (purpose, kid, from) = (key.purpose.name(), key.kid, day_of(key.from));
        let state = state(ring.as_ref(), &key, now);
        let _ = writeln!(said, "{purpose:<8} {kid:<11} {from:<10} {until:<10} {state}");
    }
    said.push_str(&ring.map_or_else(
        || "No list is installed: karta-server keys init, or keys request.\n".to_owned(),
        |ring| lists(&ring, now),
    ));
    Ok(said)
}

fn lists(ring: &Ring, now: Timestamp) -> String {
    let (installed, end) = (&ring.installed, ring.installed.end());
    let version = installed.at(now).trust.version();
    let mut said =
        format!("List {version} is out; the last one, {}, ends on ", installed.version());
    let _ = writeln!(said, "{}.", day_of(end));
    if end <= now {
        said.push_str("It has ended: verifiers cannot tell any more. ");
    } else if end < now + WARN_BEFORE {
        said.push_str("That is soon. ");
    } else {
        return said;
    }
    said + "Next: karta-server keys request --out request.json\n"
}

/// Verifiers believe it so long.
fn until(ring: &Ring, key: &OwnKey, now: Timestamp) -> Option<Timestamp> {
    let mut listed = ring.installed.at(now).trust.keys(key.purpose, key.kid);
    listed.find(|listed| listed.key == key.public).map(|listed| listed.until)
}

fn state(ring: Option<&Ring>, key: &OwnKey, now: Timestamp) -> &'static str {
    let listed = ring.is_some_and(|ring| until(ring, key, now).is_some());
    let signs = ring.filter(|_| listed).map(|ring| ring.signer(key.purpose, now));
    let ever = ring.is_some_and(|ring| ring.installed.all().any(|listed| listed.names(key)));
    match (key.is_dropped, listed) {
        (true, true) => "dropped, still believed until a new list is installed",
        (true, false) => "dropped",
        (false, false) if ever => "in a list yet to come, or past",
        (false, false) => "not in a list: waits for the root, or is past",
        (false, true) if signs.is_some_and(|signs| signs.public == key.public) => "signs",
        (false, true) if signs.is_some_and(|signs| signs.from < key.from) => "waits for its day",
        (false, true) => "believed for what it signed",
    }
}
