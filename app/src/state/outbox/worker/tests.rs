use futures_channel::mpsc::unbounded;
use karta_core::outbox::Standing;

use super::*;

fn resident(last: u8) -> ResidentId {
    ResidentId::parse(&format!("res_{last:032}")).unwrap()
}

fn account(last: char) -> AccountId {
    AccountId::parse(&format!("acc_{last:0>32}")).unwrap()
}

fn block(of: u8) -> Errand {
    let what = What::Block { resident: resident(of) };
    Errand::new(account('a'), what, platform::now())
}

fn worker(cache: &Cache) -> (Worker, UnboundedReceiver<News>) {
    let (tell, news) = unbounded();
    let errands = Vec::new();
    (Worker { cache: cache.clone(), errands, account: None, tell }, news)
}

async fn kept(cache: &Cache) -> Vec<Errand> {
    match cache.get(KEY).await.unwrap() {
        Some(Kept::Outbox1(errands)) => errands,
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn an_errand_is_kept_before_anybody_is_told_and_waits_once() {
    let cache = Cache::memory();
    let (mut worker, mut news) = worker(&cache);
    worker.follow(Order::Add(block(1))).await;
    worker.follow(Order::Add(block(1))).await;
    worker.follow(Order::Add(block(2))).await;
    assert_eq!(kept(&cache).await.len(), 2);
    assert!(matches!(news.next().await, Some(News::Now(now)) if now.len() == 1));
    assert!(worker.due().is_some());
    assert_eq!(worker.wait(), 0);
}

#[tokio::test]
async fn after_a_kill_it_waits_for_its_own_account() {
    let cache = Cache::memory();
    let errands = vec![block(1)];
    cache.put(KEY, &Kept::Outbox1(errands.clone())).await.unwrap();
    let (mut reopened, _news) = worker(&cache);
    reopened.errands = kept(&cache).await;
    assert_eq!(reopened.due(), None, "nobody is signed in yet");
    reopened.follow(Order::Hurry(account('a'))).await;
    assert_eq!(reopened.due().unwrap().what, errands[0].what);
    reopened.follow(Order::Hurry(account('b'))).await;
    assert_eq!((reopened.due(), kept(&cache).await), (None, Vec::new()));
}

#[tokio::test]
async fn what_was_forgotten_during_an_attempt_is_not_written_again() {
    let cache = Cache::memory();
    let (mut worker, _news) = worker(&cache);
    worker.follow(Order::Add(block(1))).await;
    let tried = worker.due().unwrap();
    worker.follow(Order::Forget).await;
    worker.learn(tried, Heard::Later(None)).await;
    assert_eq!(cache.get(KEY).await, Ok(None));
}

#[tokio::test]
async fn a_no_stops_it_and_an_answer_ends_it() {
    let cache = Cache::memory();
    let (mut worker, mut news) = worker(&cache);
    worker.follow(Order::Add(block(1))).await;
    worker.follow(Order::Add(block(2))).await;
    let first = worker.due().unwrap();
    worker.learn(first, Heard::No(Stop::Overtaken)).await;
    let second = worker.due().unwrap();
    assert_ne!(second.what, first.what);
    worker.learn(second, Heard::Done).await;
    assert_eq!(worker.due(), None);
    let left = kept(&cache).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].standing, Standing::Stopped { why: Stop::Overtaken });
    let mut done = 0;
    while let Ok(said) = news.try_recv() {
        done += usize::from(matches!(said, News::Done(_)));
    }
    assert_eq!(done, 1);
}
