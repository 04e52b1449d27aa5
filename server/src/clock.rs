//! What time it is. **Invariant**: nothing else in the server reads wall time; tests set their own.

use std::sync::{Arc, Mutex, PoisonError};

use karta_core::time::Timestamp;

#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still until it is set.
    Fixed(Arc<Mutex<Timestamp>>),
}

impl Clock {
    pub fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system(),
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a fixed clock; the system's clock cannot be moved.
    pub fn set(&self, to: Timestamp) {
        if let Self::Fixed(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads wall time")]
fn system() -> Timestamp {
    Timestamp::now()
}
