//! Work beside the window: a web view that is hidden stops every future of its page.

use std::future::Future;

/// Runs on a thread and a runtime of its own until it ends.
pub fn run_beside<F: Future<Output = ()> + 'static>(work: impl FnOnce() -> F + Send + 'static) {
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if let Ok(runtime) = runtime {
            runtime.block_on(work());
        }
    };
    // A system without threads to spare runs no app either.
    let _not_started = std::thread::Builder::new().name("beside".into()).spawn(run);
}
