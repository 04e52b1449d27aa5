//! What a resident asks of the town.
//! **Invariant**: an application changes only through `step`, which `State` decides; its place in
//! the queue is the instant of its first submission, kept through corrections.

pub mod form;
pub mod number;
pub mod page;
pub mod state;

use serde::{Deserialize, Serialize};

use crate::id::{ApplicationId, FileId, ResidentId};
use crate::time::Timestamp;
use crate::town::Town;
use form::{Draft, Form, Gap};
use number::ApplicationNumber;
use state::{Refused, State, Step};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The first card.
    Issue,
    /// The right goes on for another term.
    Renewal,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Issue, Self::Renewal];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Renewal => "renewal",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// A renewal keeps the card's photo unless it brings another.
    pub const fn needs_photo(self) -> bool {
        matches!(self, Self::Issue)
    }

    /// A renewal on a ground whose document stays true needs none.
    pub fn needs_document(self, draft: &Draft, town: &Town) -> bool {
        let ground = draft.ground.as_ref().and_then(|key| town.ground(key));
        let stays = ground.is_some_and(|ground| !ground.document_on_renewal);
        !(matches!(self, Self::Renewal) && stays)
    }
}

/// A part of an application that a clerk may ask to be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Item {
    Person,
    Address,
    Contact,
    Photo,
    Document,
}

impl Item {
    pub const ALL: [Self; 5] =
        [Self::Person, Self::Address, Self::Contact, Self::Photo, Self::Document];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Media {
    #[serde(rename = "image/jpeg")]
    Jpeg,
    #[serde(rename = "image/png")]
    Png,
    #[serde(rename = "application/pdf")]
    Pdf,
}

impl Media {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }
}

/// An accepted upload. `bytes` is the size of what the office will see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attachment {
    pub id: FileId,
    pub media: Media,
    pub bytes: u64,
    /// The name the person's file had, for them to recognise it.
    pub name: String,
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
}

/// Why an uploaded file cannot be used; each is its own sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BadFile {
    #[error("empty")]
    Empty,
    #[error("of a type we do not open")]
    WrongType,
    #[error("cut off or damaged")]
    Truncated,
    #[error("protected with a password")]
    PasswordProtected,
    #[error("unpacks to more than we allow")]
    Bomb,
    #[error("larger than 25 MB")]
    TooLarge,
    #[error("smaller than 400 pixels on its short side")]
    TooSmall,
    #[error("of more than 20 pages")]
    TooManyPages,
    #[error("holding scripts or attached files")]
    Active,
}

pub const UPLOAD_LIMIT: u64 = 25 * 1024 * 1024;

/// An application with everything that decides its next step.
#[derive(Clone, Debug)]
pub struct Application {
    pub id: ApplicationId,
    pub resident: ResidentId,
    pub kind: Kind,
    /// Given at the first submission.
    pub number: Option<ApplicationNumber>,
    pub created: Timestamp,
    /// The place in the queue.
    pub first_submitted: Option<Timestamp>,
    pub draft: Draft,
    pub photo: Option<Attachment>,
    pub document: Option<Attachment>,
    pub state: State,
    /// Grows with every stored change; an update names the one it saw.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsendable {
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("the form has gaps")]
    Incomplete(Vec<Gap>),
}

impl Application {
    pub fn step(&mut self, step: Step, now: Timestamp) -> Result<(), Refused> {
        self.state = self.state.clone().step(step, now)?;
        Ok(())
    }

    /// There is a photo, or none is needed.
    pub fn has_photo(&self) -> bool {
        self.photo.is_some() || !self.kind.needs_photo()
    }

    /// There is a document, or none is needed.
    pub fn has_document(&self, town: &Town) -> bool {
        self.document.is_some() || !self.kind.needs_document(&self.draft, town)
    }

    /// May the resident change the form now? `Some(None)`: all of it; `Some(items)`: only those.
    pub fn editable(&self) -> Option<Option<&[Item]>> {
        match &self.state {
            State::Draft => Some(None),
            State::NeedsCorrection { request, .. } => Some(Some(&request.items)),
            State::Submitted { .. }
            | State::InReview { .. }
            | State::Approved { .. }
            | State::Rejected { .. }
            | State::Withdrawn { .. }
            | State::Expired { .. } => None,
        }
    }

    /// Sends a draft, or sends a corrected application again. `number` is used the first time.
    pub fn submit(
        &mut self,
        town: &Town,
        number: ApplicationNumber,
        now: Timestamp,
    ) -> Result<Form, Unsendable> {
        let next = self.state.clone().step(Step::Submit, now)?;
        let form = self.draft.check(town, self.has_photo(), self.has_document(town), now);
        let form = form.map_err(Unsendable::Incomplete)?;
        self.state = next;
        self.number.get_or_insert(number);
        self.first_submitted.get_or_insert(now);
        Ok(form)
    }
}
