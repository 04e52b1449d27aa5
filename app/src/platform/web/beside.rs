//! Work beside the page: a browser has one thread, and keeps its timers while a page is hidden.

use std::future::Future;

/// Runs until it ends, whatever becomes of the screens.
pub fn run_beside<F: Future<Output = ()> + 'static>(work: impl FnOnce() -> F + Send + 'static) {
    wasm_bindgen_futures::spawn_local(work());
}
