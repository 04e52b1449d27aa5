//! How many durable submits a second, against what the disk can do at all.
//! **Invariant**: both are measured on the same disk, one after the other; the ratio is the result.

use std::error::Error;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use karta_core::id::{AccountId, ResidentId, SessionId};
use karta_core::time::Timestamp;

use super::residents::Resident;
use super::sessions::Session;
use super::{Store, StoreError, Tx, statements};
use crate::clock::Clock;
use crate::draw;

statements! {
    INSERT_OWNER = "
        insert into accounts (id, email, password, role, language, given, surname, registered_at,
            activated_at, version)
        values ($1, $2, '-', 'resident', 'pl', 'Bench', 'Bench', $3, $3, 1)";
    INSERT_SUBMIT = "
        insert into applications (id, resident, kind, number, status, state, draft, created_at,
            first_submitted_at, version)
        values ($1, $2, 'issue', $3, 'approved', $4, $4, $5, $5, 1)";
    INSERT_EVENT = "
        insert into events (id, application, at, actor, what) values ($1, $2, $3, $4, 'submitted')";
}

const CLIENTS: usize = 64;
const LASTS: Duration = Duration::from_secs(3);
const DISK_LASTS: Duration = Duration::from_secs(2);

/// Measures in this folder and says what came out, as one line of JSON.
pub fn run(data: &Path) -> Result<String, Box<dyn Error>> {
    std::fs::create_dir_all(data)?;
    let file = data.join("bench.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(data.join(format!("bench.db{ending}")));
    }
    let fdatasync = fdatasync_per_s(&data.join("bench.bin"))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build()?;
    let submits = runtime.block_on(submits_per_s(Store::open(&file)?))?;
    let ratio = submits / fdatasync;
    Ok(serde_json::json!({
        "submits_per_s": submits.round(),
        "fdatasync_per_s": fdatasync.round(),
        "ratio": (ratio * 100.0).round() / 100.0,
        "clients": CLIENTS,
    })
    .to_string())
}

fn fdatasync_per_s(path: &Path) -> std::io::Result<f64> {
    let mut file = File::create(path)?;
    let page = [7_u8; 4096];
    let began = Instant::now();
    let mut count = 0_u32;
    while began.elapsed() < DISK_LASTS {
        if count.is_multiple_of(1024) {
            file.seek(SeekFrom::Start(0))?;
        }
        file.write_all(&page)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

async fn submits_per_s(store: Store) -> Result<f64, Box<dyn Error>> {
    let now = Clock::System.now();
    let account = AccountId::new(draw::uuid(now));
    let resident = ResidentId::new(draw::uuid(now));
    let token = draw::hash(&draw::token());
    let id = SessionId::new(draw::uuid(now));
    let session = Session { id, account, label: None, created: now, last_seen: now };
    store.write(move |tx| found(tx, &session, resident, token)).await?;
    let done = Arc::new(AtomicU64::new(0));
    let began = Instant::now();
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        let (store, done) = (store.clone(), Arc::clone(&done));
        clients.push(tokio::spawn(async move {
            while began.elapsed() < LASTS {
                let (submit, event) = (draw::uuid(now), draw::uuid(now));
                let ids = [*submit.as_bytes(), *event.as_bytes()];
                store.write(move |tx| submit_one(tx, token, resident, ids, now)).await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<(), StoreError>(())
        }));
    }
    for client in clients {
        client.await??;
    }
    let count = u32::try_from(done.load(Ordering::Relaxed))?;
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

fn found(
    tx: &mut Tx<'_>,
    session: &Session,
    resident: ResidentId,
    token: [u8; 32],
) -> Result<(), StoreError> {
    let now = session.created;
    tx.exec_one(INSERT_OWNER, &[session.account.into(), "bench@example.org".into(), now.into()])?;
    let word = karta_core::person::Name::parse("Bench");
    let word = word.map_err(|_| StoreError::Unusable("a name".to_owned()))?;
    let name = karta_core::person::FullName { given: word.clone(), surname: word };
    tx.insert_resident(&Resident { id: resident, name, born: None, created: now, version: 1 })?;
    tx.insert_session(session, token, "native")
}

/// What a submit costs the store: who asks, the application, its line of history.
fn submit_one(
    tx: &mut Tx<'_>,
    token: [u8; 32],
    resident: ResidentId,
    [application, event]: [[u8; 16]; 2],
    now: Timestamp,
) -> Result<(), StoreError> {
    let session = tx.session(token)?.ok_or(StoreError::Stale)?.session;
    let id: super::Value = application.into();
    let number = karta_core::base64::encode(&application);
    let form = "{\"form\":\"".to_owned() + &"x".repeat(140) + "\"}";
    let values = [id.clone(), resident.into(), number.into(), form.into(), now.into()];
    tx.exec_one(INSERT_SUBMIT, &values)?;
    tx.exec_one(INSERT_EVENT, &[event.into(), id, now.into(), session.account.into()])
}
