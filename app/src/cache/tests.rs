use karta_core::offline::{Counts, Kept};
use karta_core::time::Date;

use super::{Cache, CacheError, file};

fn counts(valid: u32) -> Kept {
    Kept::Counts1(Counts { valid, ..Counts::of(Date::constant(2026, 11, 23)) })
}

fn fresh_file(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("karta-cache-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

async fn keeps_replaces_and_forgets(cache: Cache) {
    assert_eq!(cache.get("counts").await, Ok(None));
    cache.put("counts", &counts(1)).await.unwrap();
    cache.put("counts", &counts(2)).await.unwrap();
    cache.put("other", &counts(3)).await.unwrap();
    assert_eq!(cache.get("counts").await, Ok(Some(counts(2))));
    assert_eq!(cache.keys().await.unwrap(), ["counts", "other"]);
    cache.delete("counts").await.unwrap();
    assert_eq!(cache.get("counts").await, Ok(None));
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
    cache.put("counts", &counts(7)).await.unwrap();
    drop(cache);
    let cache = Cache::File(file::Cache::open(&file).unwrap());
    assert_eq!(cache.get("counts").await, Ok(Some(counts(7))));
}

#[tokio::test]
async fn a_record_of_another_version_is_an_error() {
    let file = fresh_file("format.sqlite");
    let kept = file::Cache::open(&file).unwrap();
    kept.put("card", r#"{"format":"card-0","data":{}}"#.into()).await.unwrap();
    let read = Cache::File(kept).get("card").await;
    assert!(matches!(read, Err(CacheError::Format(_))), "{read:?}");
}
