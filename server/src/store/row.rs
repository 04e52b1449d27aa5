//! Values going into and coming out of rows.
//! **Invariant**: a cell that is not what its column promises is `Corrupt`, never a default.

use karta_core::application::number::ApplicationNumber;
use karta_core::card::number::CardNumber;
use karta_core::contact::{Email, Phone};
use karta_core::id::{
    AccountId, ApplicationId, BenefitId, CardId, CheckId, CredentialId, DeviceId, EntitlementId,
    EventId, FileId, KioskId, MailId, MemberId, PartnerId, PasskeyId, PlasticId, ResidentId,
    SessionId, VisitId,
};
use karta_core::language::Language;
use karta_core::person::Name;
use karta_core::time::{Date, Timestamp, from_micros};
use karta_core::town::Key;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::StoreError;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

#[derive(Clone, Debug)]
pub struct Row(pub(in crate::store) Vec<Value>);

impl Row {
    /// Reads the cells of a row of `table` in the order of the select list; the first should be
    /// the record's id, for messages.
    pub fn cells(self, table: &'static str) -> Cells {
        let id = match self.0.first() {
            Some(Value::Blob(bytes)) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
            Some(Value::Int(number)) => number.to_string(),
            Some(Value::Text(_) | Value::Null) | None => "?".to_owned(),
        };
        Cells { table, id, values: self.0.into_iter() }
    }
}

/// The cells of one row, taken one after the other.
pub struct Cells {
    table: &'static str,
    id: String,
    values: std::vec::IntoIter<Value>,
}

impl Cells {
    pub fn take<T: Cell>(&mut self) -> Result<T, StoreError> {
        let value = self.values.next().unwrap_or(Value::Null);
        T::read(value).map_err(|why| self.corrupt(why))
    }

    /// A text cell that must mean something to `read`.
    pub fn word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let text: String = self.take()?;
        read(&text).ok_or_else(|| self.corrupt("an unknown word"))
    }

    /// A text cell that holds JSON.
    pub fn json<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let text: String = self.take()?;
        serde_json::from_str(&text).map_err(|_| self.corrupt("not the expected JSON"))
    }

    pub fn maybe_json<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        match self.take::<Option<String>>()? {
            None => Ok(None),
            Some(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|_| self.corrupt("not the expected JSON")),
        }
    }

    /// For rules that span several cells.
    pub fn corrupt(&self, why: impl Into<String>) -> StoreError {
        StoreError::Corrupt { table: self.table, id: self.id.clone(), why: why.into() }
    }
}

impl Value {
    /// JSON text of a value that always has one.
    pub fn json(value: &impl Serialize) -> Self {
        serde_json::to_string(value).map_or(Self::Null, Self::Text)
    }

    pub fn maybe_json(value: Option<&impl Serialize>) -> Self {
        value.map_or(Self::Null, Self::json)
    }
}

/// What a cell can hold. `read` says in a few words why it does not.
pub trait Cell: Sized {
    fn read(value: Value) -> Result<Self, &'static str>;
}

impl<T: Cell> Cell for Option<T> {
    fn read(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Null => Ok(None),
            value => T::read(value).map(Some),
        }
    }
}

impl<T> From<Option<T>> for Value
where
    Value: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl Cell for i64 {
    fn read(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Int(number) => Ok(number),
            Value::Null | Value::Text(_) | Value::Blob(_) => Err("not a number"),
        }
    }
}

impl Cell for u32 {
    fn read(value: Value) -> Result<Self, &'static str> {
        Self::try_from(i64::read(value)?).map_err(|_| "a number out of range")
    }
}

impl Cell for u64 {
    fn read(value: Value) -> Result<Self, &'static str> {
        Self::try_from(i64::read(value)?).map_err(|_| "a number out of range")
    }
}

impl Cell for String {
    fn read(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Text(text) => Ok(text),
            Value::Null | Value::Int(_) | Value::Blob(_) => Err("not a text"),
        }
    }
}

impl Cell for Vec<u8> {
    fn read(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Blob(bytes) => Ok(bytes),
            Value::Null | Value::Int(_) | Value::Text(_) => Err("not bytes"),
        }
    }
}

impl Cell for Timestamp {
    fn read(value: Value) -> Result<Self, &'static str> {
        from_micros(i64::read(value)?).ok_or("an instant out of range")
    }
}

impl Cell for Date {
    fn read(value: Value) -> Result<Self, &'static str> {
        String::read(value)?.parse().map_err(|_| "not a day")
    }
}

impl Cell for Language {
    fn read(value: Value) -> Result<Self, &'static str> {
        let text = String::read(value)?;
        Self::ALL.into_iter().find(|language| language.tag() == text).ok_or("an unknown language")
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<u64> for Value {
    /// Sizes and counts; none comes near the limit.
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes)
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.as_microsecond())
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Text(day.to_string())
    }
}

impl From<Language> for Value {
    fn from(language: Language) -> Self {
        Self::Text(language.tag().to_owned())
    }
}

macro_rules! id_cells {
    ($($id:ty)*) => {$(
        impl Cell for $id {
            fn read(value: Value) -> Result<Self, &'static str> {
                let bytes = Vec::<u8>::read(value)?;
                Uuid::from_slice(&bytes).map(Self::new).map_err(|_| "not an id")
            }
        }
        impl From<$id> for Value {
            fn from(id: $id) -> Self {
                Self::Blob(id.uuid().as_bytes().to_vec())
            }
        }
    )*};
}
id_cells!(AccountId ApplicationId BenefitId CardId CheckId CredentialId DeviceId EntitlementId EventId
    FileId KioskId MailId MemberId PartnerId PasskeyId PlasticId ResidentId SessionId VisitId);

/// Texts with a parser in core: they come out only through it.
macro_rules! parsed_cells {
    ($($parsed:ty = $why:literal;)*) => {$(
        impl Cell for $parsed {
            fn read(value: Value) -> Result<Self, &'static str> {
                Self::parse(&String::read(value)?).map_err(|_| $why)
            }
        }
        impl From<&$parsed> for Value {
            fn from(parsed: &$parsed) -> Self {
                Self::Text(parsed.clone().into())
            }
        }
    )*};
}
parsed_cells! {
    ApplicationNumber = "not an application number";
    CardNumber = "not a card number";
    Email = "not an e-mail address";
    Key = "not a key";
    Name = "not a name";
    Phone = "not a phone number";
}
