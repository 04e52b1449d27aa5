//! How long a session lasts, and how its tokens replace each other.

use karta_core::account::Standing as Account_;
use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::time::{days, hours};
use uuid::Uuid;

use super::*;
use crate::store::Store;

fn start() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn session(created: Timestamp, last_seen: Timestamp) -> Session {
    let id = Uuid::from_u128(1);
    let (id, account) = (SessionId::new(id), AccountId::new(id));
    Session { id, account, label: None, created, last_seen }
}

#[test]
fn a_resident_stays_signed_in_for_weeks_and_a_clerk_for_minutes() {
    let idle = session(start(), start());
    assert!(!is_over(&idle, Role::Resident, start() + days(60)));
    assert!(is_over(&idle, Role::Resident, start() + days(61)));
    assert!(!is_over(&idle, Role::Clerk, start() + seconds(30 * 60)));
    assert!(is_over(&idle, Role::Clerk, start() + seconds(31 * 60)));
}

#[test]
fn a_session_ends_even_when_it_is_used() {
    let busy = |now| session(start(), now);
    assert!(!is_over(&busy(start() + hours(10)), Role::Clerk, start() + hours(10)));
    assert!(is_over(&busy(start() + hours(11)), Role::Clerk, start() + hours(11)));
    assert!(is_over(&busy(start() + days(181)), Role::Resident, start() + days(181)));
}

/// One account with one session, asked at minutes after it began.
struct Bench {
    store: Store,
    tokens: std::sync::Arc<Tokens>,
    first: Secret,
    _data: tempfile::TempDir,
}

impl Bench {
    async fn new(role: Role) -> Self {
        let data = tempfile::tempdir().unwrap();
        let store = Store::open(&data.path().join("karta.db")).unwrap();
        let tokens = Tokens::open(data.path()).unwrap();
        let held = session(start(), start());
        let first = tokens.first(held.id);
        let hash = draw::hash(&first);
        let word = Name::parse("Anna").unwrap();
        let account = Account {
            id: held.account,
            email: Email::parse("anna@poczta.example").unwrap(),
            password: "-".into(),
            role,
            language: Language::Pl,
            name: FullName { given: word.clone(), surname: word },
            registered: start(),
            standing: Account_::Active { since: start() },
            phone: None,
            version: 1,
        };
        let work = move |tx: &mut Tx<'_>| {
            tx.insert_account(&account)?;
            tx.insert_session(&held, hash, "native")
        };
        store.write::<_, StoreError>(work).await.unwrap();
        Self { store, tokens: tokens.into(), first, _data: data }
    }

    /// A request with that token: `live`, `due`, `stolen` or `nothing`.
    async fn used(&self, token: &Secret, second: i64) -> &'static str {
        let (tokens, token, now) = (self.tokens.clone(), token.clone(), start() + seconds(second));
        let work = move |tx: &mut Tx<'_>| {
            Ok::<_, StoreError>(match find(tx, &tokens, &token, now)? {
                Found::Live(live) => {
                    if let Some(hash) = live.begins {
                        tx.take_next_token(live.session, hash, now)?;
                    }
                    tx.session_seen(live.session, now)?;
                    "live"
                }
                Found::Due => "due",
                Found::Stolen(_) => "stolen",
                Found::Nothing => "nothing",
            })
        };
        self.store.write(work).await.unwrap()
    }

    async fn renewed(&self, token: &Secret, second: i64) -> Result<Secret, &'static str> {
        let (tokens, token, now) = (self.tokens.clone(), token.clone(), start() + seconds(second));
        let work = move |tx: &mut Tx<'_>| renew(tx, &tokens, &token, now);
        match self.store.write(work).await.unwrap() {
            Renewed::Token(renewed) => Ok(renewed.token),
            Renewed::Stolen(_) => Err("stolen"),
            Renewed::Nothing => Err("nothing"),
        }
    }
}

#[tokio::test]
async fn a_token_is_good_for_a_quarter_of_an_hour_and_then_for_another_one() {
    let bench = Bench::new(Role::Resident).await;
    assert_eq!(bench.used(&bench.first, 900).await, "live");
    assert_eq!(bench.used(&bench.first, 901).await, "due");
    let next = bench.renewed(&bench.first, 902).await.unwrap();
    assert_ne!(next, bench.first);
    assert_eq!(bench.used(&next, 903).await, "live");
    assert_eq!(bench.used(&Secret::new("ks_forged"), 903).await, "nothing");
}

#[tokio::test]
async fn whoever_asks_early_keeps_the_token_they_have() {
    let bench = Bench::new(Role::Resident).await;
    assert_eq!(bench.renewed(&bench.first, 299).await.unwrap(), bench.first);
    assert_ne!(bench.renewed(&bench.first, 600).await.unwrap(), bench.first);
    // Nobody used the new one: the old one is as good as before.
    assert_eq!(bench.used(&bench.first, 700).await, "live");
}

#[tokio::test]
async fn two_tabs_that_ask_at_once_get_the_same() {
    let bench = Bench::new(Role::Resident).await;
    let (one, two) =
        tokio::join!(bench.renewed(&bench.first, 1000), bench.renewed(&bench.first, 1000));
    let next = one.unwrap();
    assert_eq!(two.unwrap(), next);
    assert_eq!(bench.used(&next, 1001).await, "live");
    // A third tab was slow: its token has just died, and leads to the living one.
    assert_eq!(bench.used(&bench.first, 1030).await, "due");
    assert_eq!(bench.renewed(&bench.first, 1031).await.unwrap(), next);
    assert_eq!(bench.used(&next, 1032).await, "live");
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_hours_later() {
    let bench = Bench::new(Role::Resident).await;
    let lost = bench.renewed(&bench.first, 1000).await.unwrap();
    let again = bench.renewed(&bench.first, 10_000).await.unwrap();
    assert_eq!(again, lost);
    assert_eq!(bench.used(&again, 10_001).await, "live");
}

#[tokio::test]
async fn a_token_that_waited_for_its_first_use_is_replaced_as_well() {
    let bench = Bench::new(Role::Resident).await;
    let next = bench.renewed(&bench.first, 1000).await.unwrap();
    assert_eq!(bench.used(&next, 9000).await, "due");
    let third = bench.renewed(&next, 9001).await.unwrap();
    assert_eq!(bench.used(&third, 9002).await, "live");
    assert_eq!(bench.used(&next, 9030).await, "due");
}

#[tokio::test]
async fn a_dead_token_that_comes_later_is_a_stolen_one() {
    let bench = Bench::new(Role::Resident).await;
    let next = bench.renewed(&bench.first, 1000).await.unwrap();
    assert_eq!(bench.used(&next, 1001).await, "live");
    assert_eq!(bench.used(&bench.first, 1061).await, "due");
    assert_eq!(bench.used(&bench.first, 1062).await, "stolen");
    assert_eq!(bench.renewed(&bench.first, 1062).await, Err("stolen"));
}

#[tokio::test]
async fn a_token_that_died_several_times_ago_is_still_known() {
    let bench = Bench::new(Role::Resident).await;
    let mut token = bench.first.clone();
    for turn in 1..4 {
        token = bench.renewed(&token, turn * 1000).await.unwrap();
        assert_eq!(bench.used(&token, turn * 1000 + 1).await, "live");
    }
    assert_eq!(bench.used(&bench.first, 3100).await, "stolen");
}

#[tokio::test]
async fn an_open_page_does_not_keep_a_clerk_signed_in() {
    let bench = Bench::new(Role::Clerk).await;
    let mut token = bench.first.clone();
    for minutes in [10, 20, 30] {
        token = bench.renewed(&token, minutes * 60).await.unwrap();
    }
    assert_eq!(bench.used(&token, 31 * 60).await, "nothing");
    assert_eq!(bench.renewed(&token, 31 * 60).await, Err("nothing"));
}
