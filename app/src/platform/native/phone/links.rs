//! Addresses a phone is asked to open, and its back button.
//! **Invariant**: an address waits here until the screens are there to follow it, also when it came
//! first; the reader of routes decides whether it is one of ours.

use std::sync::Mutex;

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    Open(String),
    #[cfg_attr(target_os = "ios", expect(dead_code, reason = "an iPhone has no such button"))]
    Back,
}

type Way = (UnboundedSender<Called>, Option<UnboundedReceiver<Called>>);

static WAY: Mutex<Option<Way>> = Mutex::new(None);

/// From the system, at any time.
pub fn call(called: Called) {
    with_way(|send, _| drop(send.unbounded_send(called)));
}

/// What is called from now on, and what was called before; given out once.
pub fn calls() -> Option<UnboundedReceiver<Called>> {
    let mut out = None;
    with_way(|_, receive| out = receive.take());
    out
}

fn with_way(work: impl FnOnce(&UnboundedSender<Called>, &mut Option<UnboundedReceiver<Called>>)) {
    let Ok(mut way) = WAY.lock() else { return };
    let (send, receive) = way.get_or_insert_with(|| {
        let (send, receive) = unbounded();
        (send, Some(receive))
    });
    work(send, receive);
}

/// The page's two names that Android's window calls. Scripts hear them, Rust gets them.
#[cfg(target_os = "android")]
pub const LISTEN: &str = "window.kartaLink = (address) => dioxus.send(String(address));
    window.kartaBack = () => { dioxus.send(''); return true; };
    await new Promise(() => {});";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_before_the_screens_is_still_there() {
        call(Called::Open("karta://karta".into()));
        let mut calls = calls().unwrap();
        assert!(super::calls().is_none());
        call(Called::Back);
        let next = |calls: &mut UnboundedReceiver<Called>| calls.try_recv().unwrap();
        assert_eq!(next(&mut calls), Called::Open("karta://karta".into()));
        assert_eq!(next(&mut calls), Called::Back);
    }
}
