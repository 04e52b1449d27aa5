//! Where no app is asked about the screen: a desk and a browser.
//! **Invariant**: nothing here claims to have been done.

pub struct Bright;

pub const fn brighten() -> Bright {
    Bright
}

pub struct Guarded;

pub const fn guard_capture() -> Guarded {
    Guarded
}
