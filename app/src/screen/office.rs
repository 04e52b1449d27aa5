//! The office: who may enter, the queue, a case and its decisions.
//! **Invariant**: a decision names the version the clerk saw; another clerk's case is read only.

mod ask;
mod card;
mod case;
mod checks;
mod deadline;
mod entrance;
mod facts;
mod plastic;
mod queue;
mod refuse;

pub use card::OfficeCard;
pub use case::OfficeCase;
pub use plastic::OfficePlastic;
pub use queue::OfficeQueue;
