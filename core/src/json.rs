//! Reads JSON into the types of the contract and of the cache. Derived readers are compiled once
//! for each kind of source, with sentences for every mistake and a second way to read each struct
//! as a list; this source knows one way and no sentences, which is a sixth of the app in a browser.
//! **Invariant**: reads whatever `serde_json` writes of our types, or says no.

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Number, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("does not read as what it should be")]
pub struct Unreadable;

impl de::Error for Unreadable {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let value = serde_json::from_str(text).map_err(|_| Unreadable)?;
    T::deserialize(Json(value))
}

/// Reads what is already taken apart.
pub fn read_value<T: DeserializeOwned>(value: Value) -> Result<T, Unreadable> {
    T::deserialize(Json(value))
}

struct Json(Value);

impl Json {
    fn string(self) -> Result<String, Unreadable> {
        if let Value::String(text) = self.0 { Ok(text) } else { Err(Unreadable) }
    }

    fn number(self) -> Result<Number, Unreadable> {
        if let Value::Number(number) = self.0 { Ok(number) } else { Err(Unreadable) }
    }

    fn object(self) -> Result<Map<String, Value>, Unreadable> {
        if let Value::Object(object) = self.0 { Ok(object) } else { Err(Unreadable) }
    }

    fn whole<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let number = self.number()?;
        match number.as_i64() {
            Some(number) => visitor.visit_i64(number),
            None => visitor.visit_u64(number.as_u64().ok_or(Unreadable)?),
        }
    }
}

/// A method of the same body for each of these kinds.
macro_rules! like {
    ($body:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            self.$body(visitor)
        })*
    };
}

impl<'de> de::Deserializer<'de> for Json {
    type Error = Unreadable;

    like!(whole: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);
    like!(deserialize_string: deserialize_str deserialize_char deserialize_identifier);
    // Nothing of ours is of another kind.
    forward_to_deserialize_any! { i128 u128 f32 bytes byte_buf }

    /// Only for enums that carry their word inside: they look at the members before they know.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(is) => visitor.visit_bool(is),
            Value::String(text) => visitor.visit_string(text),
            Value::Number(_) => self.whole(visitor),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_f64(self.number()?.as_f64().ok_or(Unreadable)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(Unreadable) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Array(items) = self.0 else { return Err(Unreadable) };
        let mut items = Items(items.into_iter());
        let read = visitor.visit_seq(&mut items)?;
        // A list longer than its type is another list.
        if items.0.len() == 0 { Ok(read) } else { Err(Unreadable) }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_map(Members { rest: self.object()?.into_iter(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    /// A bare word, or one word with what belongs to it.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        if let Value::String(word) = self.0 {
            return visitor.visit_enum(word.into_deserializer());
        }
        let object = self.object()?;
        if object.len() != 1 {
            return Err(Unreadable);
        }
        let members = Members { rest: object.into_iter(), value: None };
        visitor.visit_enum(de::value::MapAccessDeserializer::new(members))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }
}

struct Items(std::vec::IntoIter<Value>);

impl<'de> de::SeqAccess<'de> for &mut Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|value| seed.deserialize(Json(value))).transpose()
    }
}

struct Members {
    rest: serde_json::map::IntoIter,
    value: Option<Value>,
}

impl<'de> de::MapAccess<'de> for Members {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unreadable> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Json(Value::String(key))).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, Unreadable> {
        seed.deserialize(Json(self.value.take().ok_or(Unreadable)?))
    }
}

#[cfg(test)]
mod tests;
