//! The names that kept records bear. **Invariant**: a name that was ever released stays here, and
//! a golden text of it in `core/vectors/kept`.

/// Every format this version reads. Formats 1 and 2 of the lists are not among them on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Card1,
    Card2,
    Draft1,
    Draft2,
    Benefits1,
    Trust3,
    Counts1,
    Town1,
    Me1,
    Me2,
    Family1,
    Outbox1,
    Answer1,
}

impl Format {
    pub const ALL: [Self; 13] = [
        Self::Card1,
        Self::Card2,
        Self::Draft1,
        Self::Draft2,
        Self::Benefits1,
        Self::Trust3,
        Self::Counts1,
        Self::Town1,
        Self::Me1,
        Self::Me2,
        Self::Family1,
        Self::Outbox1,
        Self::Answer1,
    ];

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Card1 => "card-1",
            Self::Card2 => "card-2",
            Self::Draft1 => "draft-1",
            Self::Draft2 => "draft-2",
            Self::Benefits1 => "benefits-1",
            Self::Trust3 => "trust-3",
            Self::Counts1 => "counts-1",
            Self::Town1 => "town-1",
            Self::Me1 => "me-1",
            Self::Me2 => "me-2",
            Self::Family1 => "family-1",
            Self::Outbox1 => "outbox-1",
            Self::Answer1 => "answer-1",
        }
    }
}
