//! The trail against somebody who can write into the records.

use std::path::PathBuf;

use karta_core::contact::Email;
use karta_core::id::ResidentId;
use rusqlite::Connection;
use uuid::Uuid;

use super::*;
use crate::audit::{Context, current, scope};
use crate::job::chain_audit;
use crate::store::Tx;

struct Trail {
    _folder: tempfile::TempDir,
    file: PathBuf,
    store: Store,
}

impl Trail {
    /// Five requests, one of which was refused and one that is not chained yet.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("karta.db");
        let trail = Self { store: Store::open(&file).unwrap(), file, _folder: folder };
        trail.writes("GetCase").await;
        trail.writes("ClaimCase").await;
        let refused = |_: &mut Tx<'_>| Err::<(), _>(StoreError::Stale);
        scope(context("RejectCase"), trail.store.write(refused)).await.unwrap_err();
        trail.writes("ApproveCase").await;
        trail.writes("FindCard").await;
        assert_eq!(chain_audit(&trail.store).await.unwrap(), 4);
        trail.writes("GetQueue").await;
        trail
    }

    async fn writes(&self, operation: &'static str) {
        let look = |tx: &mut Tx<'_>| {
            tx.about(ResidentId::new(Uuid::from_u128(7)));
            Ok::<_, StoreError>(())
        };
        scope(context(operation), self.store.write(look)).await.unwrap();
    }

    async fn verified(&self, known: Option<Head>) -> Result<Verified, Fault> {
        verify(&self.store, known).await.unwrap()
    }

    fn by_hand(&self, sql: &str) {
        assert!(Connection::open(&self.file).unwrap().execute(sql, []).unwrap() > 0, "{sql}");
    }
}

fn context(operation: &'static str) -> Context {
    let at = "2026-11-23T08:00:00Z".parse().unwrap();
    Context { role: "clerk", ..Context::job(operation, at) }
}

#[tokio::test]
async fn a_trail_nobody_touched_holds_and_a_refused_write_is_not_in_it() {
    let trail = Trail::new().await;
    let found = trail.verified(None).await.unwrap();
    assert_eq!((found.rows, found.unchained), (4, 1));
    let head = found.head.unwrap();
    assert_eq!(head.to_string().parse::<Head>(), Ok(head));
    assert_eq!(chain_audit(&trail.store).await.unwrap(), 1);
    assert_eq!(trail.verified(Some(head)).await.unwrap().rows, 5);
}

#[tokio::test]
async fn a_changed_a_removed_and_an_added_row_are_found() {
    for (sql, fault) in [
        (
            "update audit set operation = 'GetQueue' where seq = 2",
            Fault::Broken { seq: 2, after: 1 },
        ),
        ("update audit set actor = zeroblob(16) where seq = 3", Fault::Broken { seq: 3, after: 2 }),
        ("update audit set resident = null where seq = 1", Fault::Broken { seq: 1, after: 0 }),
        ("update audit set at = at + 1 where seq = 4", Fault::Broken { seq: 4, after: 3 }),
        ("delete from audit where seq = 1", Fault::Broken { seq: 2, after: 0 }),
        ("delete from audit where seq in (2, 3)", Fault::Broken { seq: 4, after: 1 }),
        (
            "insert into audit (seq, at, role, operation) values (0, 1, 'clerk', 'GetCase')",
            Fault::Inserted { seq: 0 },
        ),
        (
            "insert into audit (seq, at, role, operation, hash)
             values (0, 1, 'clerk', 'GetCase', zeroblob(32))",
            Fault::Broken { seq: 0, after: 0 },
        ),
    ] {
        let trail = Trail::new().await;
        trail.by_hand(sql);
        assert_eq!(trail.verified(None).await, Err(fault), "{sql}");
    }
}

#[tokio::test]
async fn numbers_that_were_never_given_are_no_fault() {
    let trail = Trail::new().await;
    trail.by_hand("update sqlite_sequence set seq = seq + 3 where name = 'audit'");
    trail.writes("GetCase").await;
    assert_eq!(chain_audit(&trail.store).await.unwrap(), 2);
    assert_eq!(trail.verified(None).await.unwrap().rows, 6);
}

#[tokio::test]
async fn a_head_kept_elsewhere_proves_that_nothing_was_cut_off_or_written_anew() {
    let trail = Trail::new().await;
    let head = trail.verified(None).await.unwrap().head.unwrap();
    trail.by_hand("delete from audit where seq >= 4");
    assert_eq!(trail.verified(None).await.unwrap().rows, 3);
    assert_eq!(trail.verified(Some(head)).await, Err(Fault::CutOff { seq: 4 }));

    let trail = Trail::new().await;
    let head = trail.verified(None).await.unwrap().head.unwrap();
    trail.by_hand("update audit set operation = 'GetQueue' where seq = 2");
    trail.by_hand("update audit set hash = null");
    chain_audit(&trail.store).await.unwrap();
    assert!(trail.verified(None).await.is_ok());
    assert_eq!(trail.verified(Some(head)).await, Err(Fault::Rewritten { seq: 4 }));
}

#[tokio::test]
async fn a_write_outside_a_context_and_an_idle_job_leave_no_row() {
    let trail = Trail::new().await;
    assert_eq!(current(), None);
    let nothing = |_: &mut Tx<'_>| Ok::<_, StoreError>(());
    trail.store.write(nothing).await.unwrap();
    let job = Context::job("Tidy", context("").at);
    scope(job, trail.store.write(nothing)).await.unwrap();
    assert_eq!(trail.verified(None).await.unwrap().unchained, 1);
    let work = |tx: &mut Tx<'_>| {
        let email = Email::parse("anna@poczta.example").unwrap();
        tx.save_tries(&email, 1, context("").at)
    };
    scope(job, trail.store.write(work)).await.unwrap();
    assert_eq!(trail.verified(None).await.unwrap().unchained, 2);
}

#[tokio::test]
async fn rows_forgotten_for_their_age_are_no_fault_and_a_cut_is_told() {
    let trail = Trail::new().await;
    let head = trail.verified(None).await.unwrap().head.unwrap();
    let later = context("").at + karta_core::time::days(1);
    let forget = move |tx: &mut Tx<'_>| tx.forget_audit_before(later);
    trail.store.write(forget).await.unwrap();
    let found = trail.verified(Some(head)).await.unwrap();
    assert_eq!((found.rows, found.cut, found.unchained), (0, Some(4), 1));
    trail.writes("GetCase").await;
    assert_eq!(chain_audit(&trail.store).await.unwrap(), 2);
    assert_eq!(trail.verified(Some(head)).await.unwrap().rows, 2);
}

#[tokio::test]
async fn a_cut_among_rows_that_must_be_kept_is_refused() {
    let trail = Trail::new().await;
    let at = context("").at;
    assert_eq!(trail.verified(None).await.unwrap().check_cut(at), Ok(()));
    // As somebody would who can write into the records: row 3 says it is the last forgotten one.
    let head =
        trail.store.read::<_, StoreError>(|tx| tx.audit_after(2, 1)).await.unwrap().remove(0);
    let head = Head { seq: head.seq, hash: head.hash.unwrap() };
    trail.by_hand(&format!("insert into settings values ('audit_cut', '{head}')"));
    trail.by_hand("delete from audit where seq <= 3");
    let found = trail.verified(None).await.unwrap();
    assert_eq!((found.cut, found.since), (Some(3), Some(at)));
    let five_years = karta_core::time::days(5 * 365);
    assert_eq!(found.check_cut(at - five_years), Err(Fault::CutTooYoung { seq: 3 }));
    assert_eq!(found.check_cut(at - karta_core::time::days(1)), Ok(()));
    // Nor may the whole of it be gone.
    trail.by_hand("delete from audit");
    let found = trail.verified(None).await.unwrap();
    assert_eq!(found.check_cut(at), Err(Fault::CutTooYoung { seq: 3 }));
}
