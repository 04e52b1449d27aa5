//! Path parameters as types. **Invariant**: a place written into a path reads back as itself.

use std::fmt;

use crate::id::{
    ApplicationId, CardId, DeviceId, FileId, MemberId, PasskeyId, ResidentId, SessionId, VisitId,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the address does not name such a place")]
pub struct NotAPlace;

/// The parameters of a path, in its order.
pub trait Place: Sized + Send + 'static {
    fn parts(&self) -> Vec<String>;
    fn read(parts: &[&str]) -> Result<Self, NotAPlace>;

    /// The path with its `{…}` replaced; ids need no escaping.
    fn fill(&self, path: &str) -> String {
        let mut parts = self.parts().into_iter();
        let segments = path.split('/').map(|segment| {
            if segment.starts_with('{') { parts.next().unwrap_or_default() } else { segment.into() }
        });
        segments.collect::<Vec<String>>().join("/")
    }
}

impl Place for () {
    fn parts(&self) -> Vec<String> {
        Vec::new()
    }

    fn read(parts: &[&str]) -> Result<Self, NotAPlace> {
        if parts.is_empty() { Ok(()) } else { Err(NotAPlace) }
    }
}

macro_rules! one_id {
    ($($id:ty)*) => {$(
        impl Place for $id {
            fn parts(&self) -> Vec<String> {
                vec![self.to_string()]
            }

            fn read(parts: &[&str]) -> Result<Self, NotAPlace> {
                match parts {
                    [id] => Self::parse(id).map_err(|_| NotAPlace),
                    _ => Err(NotAPlace),
                }
            }
        }
    )*};
}
one_id!(ApplicationId CardId FileId MemberId PasskeyId ResidentId SessionId StatusListNumber VisitId);

impl Place for (ResidentId, ApplicationId) {
    fn parts(&self) -> Vec<String> {
        vec![self.0.to_string(), self.1.to_string()]
    }

    fn read(parts: &[&str]) -> Result<Self, NotAPlace> {
        match parts {
            [resident, application] => Ok((
                ResidentId::parse(resident).map_err(|_| NotAPlace)?,
                ApplicationId::parse(application).map_err(|_| NotAPlace)?,
            )),
            _ => Err(NotAPlace),
        }
    }
}

impl Place for (ResidentId, DeviceId) {
    fn parts(&self) -> Vec<String> {
        vec![self.0.to_string(), self.1.to_string()]
    }

    fn read(parts: &[&str]) -> Result<Self, NotAPlace> {
        match parts {
            [resident, device] => Ok((
                ResidentId::parse(resident).map_err(|_| NotAPlace)?,
                DeviceId::parse(device).map_err(|_| NotAPlace)?,
            )),
            _ => Err(NotAPlace),
        }
    }
}

/// The last part of a status list's address: `/s/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusListNumber(pub u16);

impl StatusListNumber {
    /// One spelling for each number: no sign, no zero in front.
    pub fn parse(text: &str) -> Result<Self, NotAPlace> {
        let number = text.parse().map(Self).map_err(|_| NotAPlace)?;
        if number.to_string() == text { Ok(number) } else { Err(NotAPlace) }
    }
}

impl fmt::Display for StatusListNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whose data a call is about, where the path says it.
pub trait Subject {
    fn resident(&self) -> ResidentId;
}

impl Subject for ResidentId {
    fn resident(&self) -> ResidentId {
        *self
    }
}

impl Subject for (ResidentId, ApplicationId) {
    fn resident(&self) -> ResidentId {
        self.0
    }
}

impl Subject for (ResidentId, DeviceId) {
    fn resident(&self) -> ResidentId {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_place_reads_back_from_its_path() {
        let place = (ResidentId::new(Uuid::from_u128(1)), ApplicationId::new(Uuid::from_u128(2)));
        let path = place.fill("/residents/{resident}/applications/{application}/submit");
        assert_eq!(path, format!("/residents/{}/applications/{}/submit", place.0, place.1));
        let parts = place.parts();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        assert_eq!(<(ResidentId, ApplicationId)>::read(&parts), Ok(place));
        assert_eq!(<(ResidentId, ApplicationId)>::read(&["x", "y"]), Err(NotAPlace));
    }
}
