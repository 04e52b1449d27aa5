//! A town and its root over the years. **Invariant**: everything goes through the functions that
//! the commands call.

use clap::Parser;
use karta_core::card::credential::{About, StatusRef};
use karta_core::card::presentation::{Showing, assemble, to_sign};
use karta_core::card::verdict::{Scan, Verdict};
use karta_core::card::{Class, text};
use karta_core::time::{coarse_end, hours};
use p256::ecdsa::Signature;
use p256::ecdsa::signature::Signer;
use uuid::Uuid;

use super::command::root;
use super::*;
use crate::config;

const ISSUER: &str = "https://pkm.pruszkow.pl";

fn start() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// A town's folder and a root that is elsewhere.
struct Town {
    data: tempfile::TempDir,
    safe: tempfile::TempDir,
}

impl Town {
    fn new() -> Self {
        let town = Self { data: tempfile::tempdir().unwrap(), safe: tempfile::tempdir().unwrap() };
        town.says("root --out {safe}/root.key", start()).unwrap();
        town
    }

    /// A town whose first list is installed.
    fn settled() -> Self {
        let town = Self::new();
        town.signed(1, start(), start()).unwrap();
        town
    }

    fn says(&self, words: &str, now: Timestamp) -> Result<String, KeyError> {
        let safe = self.safe.path().to_str().unwrap();
        let data = self.data.path().to_str().unwrap();
        let words = words.replace("{safe}", safe).replace("{data}", data);
        let words = ["karta-server", "keys"].into_iter().chain(words.split(' '));
        match config::Config::parse_from(words).command {
            config::Command::Keys { command } => command::run(&command, now),
            _ => panic!("another command"),
        }
    }

    /// Request, signature and installation.
    fn signed(&self, weeks: u16, asked: Timestamp, at: Timestamp) -> Result<String, KeyError> {
        self.says("request --data {data} --out {safe}/request.json", asked)?;
        let sign = "sign --root {safe}/root.key --request {safe}/request.json \
            --out {safe}/trust.lists --weeks";
        self.says(&format!("{} {weeks}", sign.replace("  ", "")), asked)?;
        self.says("install --data {data} --root {safe}/root.pub {safe}/trust.lists", at)
    }

    fn keys(&self, now: Timestamp) -> Result<Keys, KeyError> {
        Keys::open(self.data.path(), ISSUER, KeySource::Installed, now)
    }

    fn own(&self) -> Vec<OwnKey> {
        own::read_all(&self.data.path().join("keys")).unwrap()
    }
}

fn claims(keys: &Keys, holder: &SigningKey, now: Timestamp) -> Claims {
    Claims {
        iss: keys.issuer().to_owned(),
        sub: "abcdefgh".into(),
        exp: u64::try_from(epoch(coarse_end(now, 14))).unwrap(),
        holder: PublicKey::of(holder),
        status: StatusRef { idx: 7, uri: keys.status_uri().to_owned() },
        about: About { class: Class::Adult, flags: 0, initials: None },
    }
}

/// What a phone shows that got its credential at that instant.
fn code(keys: &Keys, now: Timestamp) -> String {
    let holder = SigningKey::from_slice(&[9; 32]).unwrap();
    let credential = keys.sign_card(claims(keys, &holder, now), now);
    let showing = Showing::at(u64::try_from(epoch(now)).unwrap());
    let signature: Signature = holder.sign(&to_sign(&credential, &showing));
    text::write(&assemble(&credential, &showing, &signature.to_bytes().into()))
}

fn status(keys: &Keys, trust: &Trust, now: Timestamp) -> StatusList {
    let claims = StatusClaims { uri: keys.status_uri().to_owned(), issued: now };
    StatusList::read(&keys.sign_status(&claims, &Bits::new(16), now), trust).unwrap()
}

/// Lists weekly, new keys each quarter, an office that takes up to two days with the stick: at
/// every hour a verifier with any list of the last week believes what is signed.
#[test]
fn a_year_of_rotations_has_no_dead_hour() {
    let town = Town::settled();
    let keys = town.keys(start()).unwrap();
    let mut out = vec![keys.trust(start()).unwrap().parsed];
    let mut last_signed = std::collections::BTreeMap::new();
    for hour in 0..365 * 24 {
        let now = start() + hours(hour);
        if hour % (90 * 24) == 80 * 24 {
            town.says("rotate --data {data}", now).unwrap();
        }
        if hour > 0 && hour % (7 * 24) == 0 {
            town.signed(1, now - hours(hour % 48), now).unwrap();
            keys.refresh(now).unwrap();
            out.push(keys.trust(now).unwrap().parsed);
        }
        let ring = keys.ring();
        for purpose in Use::ALL {
            let signer = ring.signer(purpose, now);
            last_signed.insert((purpose.name(), signer.kid), now);
            for trust in out.iter().rev().filter(|trust| now < trust.until()) {
                let known = trust.keys(purpose, signer.kid).next();
                let known = known.unwrap_or_else(|| panic!("{} at {now}", purpose.name()));
                assert!(known.from <= now && now < known.until, "{} at {now}", purpose.name());
            }
        }
        if hour % 97 == 0 {
            let code = code(&keys, now);
            for trust in out.iter().rev().filter(|trust| now < trust.until()) {
                let status = [status(&keys, trust, now)];
                let verdict = Scan(&code).verify(trust, &status, now);
                assert!(matches!(verdict, Verdict::Valid(_)), "{verdict:?} at {now}");
            }
        }
    }
    assert!(last_signed.len() >= 12, "keys were rotated: {}", last_signed.len());
    // What was signed last is believed to its end, by every list that was out meanwhile.
    let lives = [("card", 14), ("status", 7), ("printed", 4 * 366)];
    for ((name, kid), signed) in last_signed {
        let (purpose, life) =
            (Use::named(name).unwrap(), lives.iter().find(|l| l.0 == name).unwrap());
        let end = signed + days(life.1);
        for trust in out.iter().filter(|trust| signed < trust.until() && trust.issued() < end) {
            let known = trust.keys(purpose, kid).next();
            let until = known.map(|known| known.until);
            assert!(until.is_some_and(|until| end.min(trust.until()) <= until), "{name} {kid}");
        }
    }
}

#[test]
fn a_year_signed_at_once_needs_no_root_and_ends_with_a_warning() {
    let town = Town::new();
    town.signed(52, start(), start()).unwrap();
    let keys = town.keys(start()).unwrap();
    for week in 0..52 {
        let now = start() + days(7 * week) + hours(5);
        let trust = keys.trust(now).unwrap().parsed;
        assert_eq!(trust.version(), u64::try_from(week).unwrap() + 1);
        assert!(now < trust.until());
        assert_eq!(keys.ends_soon(now), None);
    }
    let end = start() + days(51 * 7 + 14);
    assert_eq!(keys.ends_soon(end - days(5)), None);
    assert_eq!(keys.ends_soon(end - days(3)), Some(end));
    let shown = town.says("show --data {data}", end - days(3)).unwrap();
    assert!(shown.contains("That is soon"), "{shown}");
    // A rotation in between: what was signed for later gives way to the new series.
    let spring = start() + days(100);
    town.says("rotate --data {data}", spring).unwrap();
    town.signed(4, spring, spring).unwrap();
    keys.refresh(spring).unwrap();
    assert_eq!(keys.trust(spring).unwrap().parsed.version(), 53);
    assert_eq!(keys.trust(spring + days(30)).unwrap().parsed.version(), 56);
    let before = keys.ring().signer(Use::Card, spring).kid;
    assert_ne!(keys.ring().signer(Use::Card, spring + days(16)).kid, before);
}

#[test]
fn a_dropped_key_is_refused_as_soon_as_a_list_without_it_is_out() {
    let town = Town::settled();
    let keys = town.keys(start()).unwrap();
    let now = start() + days(3);
    let stolen = code(&keys, now);
    let kid = keys.ring().signer(Use::Card, now).kid.to_string();
    town.says(&format!("drop --data {{data}} {kid}"), now).unwrap();
    keys.refresh(now).unwrap();
    assert_eq!(code(&keys, now), stolen, "cards go on until the new list is there");
    town.signed(1, now, now).unwrap();
    keys.refresh(now).unwrap();
    let trust = keys.trust(now).unwrap().parsed;
    let status = [status(&keys, &trust, now)];
    assert_eq!(Scan(&stolen).verify(&trust, &status, now), Verdict::UnknownKey);
    let fresh = code(&keys, now);
    assert!(matches!(Scan(&fresh).verify(&trust, &status, now), Verdict::Valid(_)));
    for unknown in [kid.as_str(), "-lAbCdEfGhI"] {
        let said = town.says(&format!("drop --data {{data}} {unknown}"), now);
        assert!(matches!(said, Err(KeyError::NoSuchKey(_))), "{said:?}");
    }
}

#[test]
fn a_stolen_key_can_be_dropped_while_its_successor_waits() {
    let town = Town::settled();
    let keys = town.keys(start()).unwrap();
    town.says("rotate --data {data}", start() + days(1)).unwrap();
    town.signed(1, start() + days(1), start() + days(1)).unwrap();
    keys.refresh(start() + days(1)).unwrap();
    let now = start() + days(3);
    let stolen = keys.ring().signer(Use::Card, now).kid;
    let waiting = town.own().into_iter().find(|key| key.purpose == Use::Card && now < key.from);
    town.says(&format!("drop --data {{data}} {stolen}"), now).unwrap();
    town.signed(1, now + hours(5), now + hours(30)).unwrap();
    let now = now + hours(30);
    keys.refresh(now).unwrap();
    let trust = keys.trust(now).unwrap().parsed;
    assert_eq!(trust.keys(Use::Card, stolen).count(), 0);
    assert_eq!(trust.keys(Use::Card, waiting.unwrap().kid).count(), 1, "it goes on waiting");
    let status = [status(&keys, &trust, now)];
    let verdict = Scan(&code(&keys, now)).verify(&trust, &status, now);
    assert!(matches!(verdict, Verdict::Valid(_)), "{verdict:?}");
}

#[test]
fn a_retired_key_never_signs_again() {
    let town = Town::settled();
    let keys = town.keys(start()).unwrap();
    let card = |now| keys.ring().signer(Use::Card, now).kid;
    let retired = card(start());
    town.says("rotate --data {data}", start()).unwrap();
    for week in 0..3 {
        town.signed(1, start() + days(7 * week), start() + days(7 * week)).unwrap();
    }
    let now = start() + days(18);
    keys.refresh(now).unwrap();
    let stolen = card(now);
    assert_ne!(stolen, retired);
    town.says(&format!("drop --data {{data}} {stolen}"), now).unwrap();
    // Asking twice changes nothing.
    for asked in [now, now + hours(1)] {
        town.signed(1, asked, asked).unwrap();
        keys.refresh(asked).unwrap();
        let trust = keys.trust(asked).unwrap().parsed;
        assert_eq!(trust.keys(Use::Card, retired).count(), 1, "what it signed counts on");
        assert_eq!(trust.keys(Use::Card, stolen).count(), 0);
    }
    let substitute = card(now + hours(1));
    for hour in 1..14 * 24 {
        assert_eq!(card(now + hours(hour)), substitute, "after {hour} hours");
    }
    assert!(![retired, stolen].contains(&substitute));
    // The key of the time before needs no substitute.
    let own = town.own().len();
    town.says(&format!("drop --data {{data}} {retired}"), now + hours(2)).unwrap();
    assert_eq!(town.own().len(), own);
}

#[test]
fn lists_of_another_root_or_of_before_are_not_installed() {
    let (town, other) = (Town::settled(), Town::new());
    other.signed(1, start(), start()).unwrap();
    let foreign = format!("install --data {{data}} {}/trust.lists", other.safe.path().display());
    assert!(matches!(town.says(&foreign, start()), Err(KeyError::WrongRoot)));
    let again = town.says("install --data {data} {safe}/trust.lists", start());
    assert!(matches!(again, Err(KeyError::Rollback { have: 1, got: 1 })), "{again:?}");
    let pinned = format!(
        "install --data {{data}} --root {}/root.pub {{safe}}/trust.lists",
        other.safe.path().display()
    );
    assert!(matches!(town.says(&pinned, start()), Err(KeyError::WrongRoot)));
    // A list that claims the pinned root but is signed by another one.
    let path = other.safe.path().join("trust.lists");
    let mut lists: lists::SignedLists =
        serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    lists.root = town.keys(start()).unwrap().trust(start()).unwrap().root;
    std::fs::write(&path, serde_json::to_vec(&lists).unwrap()).unwrap();
    assert!(matches!(town.says(&foreign, start()), Err(KeyError::WrongRoot)));
    // Without a pin nothing is believed.
    let new = Town::new();
    new.says("new --data {data}", start()).unwrap();
    let unpinned = format!("install --data {{data}} {}/trust.lists", town.safe.path().display());
    assert!(matches!(new.says(&unpinned, start()), Err(KeyError::NoPin)));
}

#[test]
fn a_list_for_another_time_or_without_our_keys_is_not_installed() {
    let town = Town::new();
    town.says("new --data {data}", start()).unwrap();
    let early = town.signed(1, start() + days(1), start());
    assert!(matches!(early, Err(KeyError::TooEarly(_))), "{early:?}");
    let late = town.signed(1, start(), start() + days(15));
    assert!(matches!(late, Err(KeyError::Ended(_))), "{late:?}");
    town.signed(1, start(), start()).unwrap();
    let now = start() + days(7);
    town.says("rotate --data {data}", now).unwrap();
    let slow = town.signed(1, now, now + days(3));
    assert!(matches!(slow, Err(KeyError::TooLate(_))), "{slow:?}");
    let skewed = town.says(
        "sign --root {safe}/root.key --request {safe}/request.json --out {safe}/x",
        now + days(60),
    );
    assert!(matches!(skewed, Err(KeyError::Late { .. })), "{skewed:?}");
    let elsewhere = Town { data: tempfile::tempdir().unwrap(), safe: town.safe };
    let foreign = "install --data {data} --root {safe}/root.pub {safe}/trust.lists";
    assert!(matches!(elsewhere.says(foreign, now), Err(KeyError::NotListed("card"))));
}

#[test]
fn the_root_signs_nothing_that_would_shut_out_a_later_list() {
    let town = Town::settled();
    let now = start() + days(2);
    town.says("request --data {data} --out {safe}/request.json", now).unwrap();
    let path = town.safe.path().join("request.json");
    let good: Request = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let sign = "sign --root {safe}/root.key --request {safe}/request.json --out {safe}/signed";
    let asks = |change: &dyn Fn(&mut Request), options: &str| {
        let mut asked = good.clone();
        change(&mut asked);
        std::fs::write(&path, serde_json::to_vec(&asked).unwrap()).unwrap();
        town.says(&format!("{sign}{options}"), now)
    };
    for version in [1003, u64::MAX - 1, u64::MAX] {
        let far = asks(&|asked| asked.version = version, "");
        assert!(matches!(far, Err(KeyError::FarAhead { last: 1, .. })), "{far:?}");
    }
    let twice = asks(&|asked| asked.keys[0].key = asked.keys[1].key, "");
    assert!(matches!(twice, Err(KeyError::TwoUses(_))), "{twice:?}");
    let long = asks(&|asked| asked.keys[0].until = Some(now + days(7 * 366)), "");
    assert!(matches!(long, Err(KeyError::TooLong(_))), "{long:?}");
    let late = |by| asks(&|asked| asked.at -= by, "");
    assert!(matches!(late(hours(25)), Err(KeyError::Late { .. })));
    let never = asks(&|asked| asked.at = Timestamp::MAX, " --late");
    assert!(matches!(never, Err(KeyError::ClocksDiffer { .. })), "{never:?}");
    assert!(!town.safe.path().join("signed").exists(), "nothing was written");
    asks(&|asked| asked.at -= hours(25), " --late").unwrap();
    // The town asks again for what got lost on the way.
    assert!(asks(&|_| (), "").unwrap().contains("Up to 2 were signed before"));
    // A root that signs it all the same finds a town that does not take it.
    let root = root::open(&town.safe.path().join("root.key"), now).unwrap();
    let far = Request { version: 1003, ..good }.sign(&root, 1, now).unwrap();
    std::fs::write(town.safe.path().join("far"), serde_json::to_vec(&far).unwrap()).unwrap();
    let taken = town.says("install --data {data} {safe}/far", now);
    assert!(matches!(taken, Err(KeyError::FarAhead { last: 1, .. })), "{taken:?}");
}

#[test]
fn no_secret_leaves_the_folder() {
    let town = Town::settled();
    let said = [
        town.says("rotate --data {data}", start()).unwrap(),
        town.signed(2, start() + hours(1), start() + hours(1)).unwrap(),
        town.says("show --data {data}", start() + hours(1)).unwrap(),
    ];
    let mut seen = said.concat();
    for name in ["request.json", "trust.lists", "root.pub"] {
        seen += &std::fs::read_to_string(town.safe.path().join(name)).unwrap();
    }
    let mut secrets = vec![secret::read(&town.safe.path().join("root.key")).unwrap().bytes];
    secrets.extend(town.own().iter().map(|key| <[u8; 32]>::from(key.key.to_bytes())));
    assert_eq!(secrets.len(), 7);
    for secret in secrets {
        assert!(!seen.contains(&karta_core::base64::encode(&secret)));
    }
    #[cfg(unix)]
    for entry in std::fs::read_dir(town.data.path().join("keys")).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        let is_secret = !["root.pub", "trust.lists"].contains(&entry.file_name().to_str().unwrap());
        assert!(!is_secret || mode == 0o400, "{:?} {mode:o}", entry.file_name());
    }
}

#[test]
fn the_first_start_says_what_to_run_and_one_command_is_enough() {
    let town = Town::new();
    let refused = town.keys(start()).unwrap_err().to_string();
    assert!(refused.contains("keys init"), "{refused}");
    town.says("init --data {data} --root {safe}/root.key", start()).unwrap();
    let keys = town.keys(start()).unwrap();
    let trust = keys.trust(start()).unwrap().parsed;
    assert!(town.own().iter().all(|key| trust.keys(key.purpose, key.kid).count() == 1));
    let twice = town.says("init --data {data} --root {safe}/root.key", start());
    assert!(matches!(twice, Err(KeyError::Exists(_))));
    let other = Keys::open(town.data.path(), "https://x.example", KeySource::Installed, start());
    assert!(matches!(other, Err(KeyError::OtherIssuer { .. })));
    let demo = Keys::open(town.data.path(), ISSUER, KeySource::Demo, start());
    assert!(matches!(demo, Err(KeyError::NotADemo)));
}

#[test]
fn an_issuer_that_does_not_fit_a_code_stops_the_start() {
    let data = tempfile::tempdir().unwrap();
    let open = |issuer| Keys::open(data.path(), issuer, KeySource::Demo, start()).map(drop);
    assert!(matches!(open("https://karta.pruszkow.example"), Err(KeyError::LongIssuer(30))));
    assert!(open("https://pkm.pruszkow.pl/").is_ok());
    assert!(matches!(status_uri("https://karta.example.pl"), Ok(uri) if uri.len() == 28));
}

#[test]
fn the_key_of_the_version_before_signs_on() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("keys");
    let old = secret_file(&folder, "card.key", || Ok("2026-01-01T00:00:00Z".to_owned())).unwrap();
    let keys = Keys::open(data.path(), ISSUER, KeySource::Demo, start()).unwrap();
    let key = SigningKey::from_slice(&old.bytes).unwrap();
    assert_eq!(keys.ring().signer(Use::Card, start()).public, PublicKey::of(&key));
    assert_eq!(own::read_all(&folder).unwrap().len(), 3);
}

#[test]
fn a_demo_signs_its_list_every_day_and_keeps_its_keys() {
    let data = tempfile::tempdir().unwrap();
    let keys = Keys::open(data.path(), ISSUER, KeySource::Demo, start()).unwrap();
    let first = keys.trust(start()).unwrap();
    assert_eq!(keys.trust(start() + hours(23)).unwrap().token, first.token);
    let later = start() + days(40);
    let next = keys.trust(later).unwrap();
    assert_eq!((next.root, next.parsed.version()), (first.root, 2));
    assert!(later < next.parsed.until());
    assert_eq!(next.parsed.claims().keys.len(), 3);
    let again = Keys::open(data.path(), ISSUER, KeySource::Demo, later).unwrap();
    assert_eq!(again.trust(later).unwrap().token, next.token);
}

#[test]
fn paper_ends_before_its_key_is_forgotten_and_digits_differ_by_credential() {
    let data = tempfile::tempdir().unwrap();
    let keys = Keys::open(data.path(), ISSUER, KeySource::Demo, start()).unwrap();
    let Claims { iss, sub, status, about, .. } =
        claims(&keys, &SigningKey::from_slice(&[9; 32]).unwrap(), start());
    let exp = u64::try_from(epoch(start() + days(9999))).unwrap();
    let printed = keys.sign_printed(PrintedClaims { iss, sub, exp, status, about }, start());
    let trust = keys.trust(start()).unwrap().parsed;
    let key = trust.keys(Use::Printed, printed.kid).next().unwrap();
    assert!(printed.is_signed_by(&key.key));
    assert!(i64::try_from(printed.claims.exp).unwrap() < epoch(key.until));
    let [one, two] = [1, 2].map(|n| keys.typed_secret(CredentialId::new(Uuid::from_u128(n))));
    assert_ne!(one, two);
    let again = Keys::open(data.path(), ISSUER, KeySource::Demo, start()).unwrap();
    assert_eq!(again.typed_secret(CredentialId::new(Uuid::from_u128(1))), one);
}
