use karta_core::card::trust::Trust;
use karta_core::offline::{Dated, Kept};
use karta_core::time::Timestamp;

use super::{Cache, CacheError, file};

fn trust(version: u64) -> Kept {
    Kept::Trust1(Dated { as_of: Timestamp::UNIX_EPOCH, value: Trust { version, keys: Vec::new() } })
}

fn fresh_file(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("karta-cache-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

async fn keeps_replaces_and_forgets(cache: Cache) {
    assert_eq!(cache.get("trust").await, Ok(None));
    cache.put("trust", &trust(1)).await.unwrap();
    cache.put("trust", &trust(2)).await.unwrap();
    cache.put("other", &trust(3)).await.unwrap();
    assert_eq!(cache.get("trust").await, Ok(Some(trust(2))));
    cache.delete("trust").await.unwrap();
    assert_eq!(cache.get("trust").await, Ok(None));
    cache.clear().await.unwrap();
    assert_eq!(cache.get("other").await, Ok(None));
}

#[tokio::test]
async fn memory_keeps_replaces_and_forgets() {
    keeps_replaces_and_forgets(Cache::memory()).await;
}

#[tokio::test]
async fn a_file_keeps_replaces_and_forgets() {
    let file = fresh_file("life.sqlite");
    keeps_replaces_and_forgets(Cache::File(file::Cache::open(&file).unwrap())).await;
}

#[tokio::test]
async fn a_file_remembers_after_a_restart() {
    let file = fresh_file("restart.sqlite");
    let cache = Cache::File(file::Cache::open(&file).unwrap());
    cache.put("trust", &trust(7)).await.unwrap();
    drop(cache);
    let cache = Cache::File(file::Cache::open(&file).unwrap());
    assert_eq!(cache.get("trust").await, Ok(Some(trust(7))));
}

#[tokio::test]
async fn a_record_of_another_version_is_an_error() {
    let file = fresh_file("format.sqlite");
    let kept = file::Cache::open(&file).unwrap();
    kept.put("card", r#"{"format":"card-0","data":{}}"#.into()).await.unwrap();
    let read = Cache::File(kept).get("card").await;
    assert!(matches!(read, Err(CacheError::Format(_))), "{read:?}");
}
