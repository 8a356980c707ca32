//! Ids as clients see them: TypeIDs, a lower-case type prefix and a UUIDv7 in Crockford's base32
//! (`action_01h455vb4pex5vsknk084sn02q`). In Rust an id knows what it is the id of; in the API all are plain `ID`s.

use std::{borrow::Cow, fmt, hash, marker::PhantomData};

use async_graphql::{
    ContextSelectionSet, ID, InputType, InputValueError, InputValueResult, OutputType, Positioned, ServerResult, Value,
    parser::types::Field, registry,
};
use uuid::Uuid;

use crate::db;

/// Something that has an id of its own.
pub trait Kind: Send + Sync + 'static {
    const PREFIX: &'static str;
}

pub struct Id<T>(pub Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    #[must_use]
    pub const fn of(id: Uuid) -> Self {
        Self(id, PhantomData)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T: Kind> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&encode(T::PREFIX, self.0))
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> db::FromCell for Id<T> {
    fn from_cell(cell: db::Cell) -> Result<Self, db::Cell> {
        Uuid::from_cell(cell).map(Self::of)
    }
}

impl<T> From<Id<T>> for db::Value {
    fn from(id: Id<T>) -> Self {
        id.0.into()
    }
}

impl<T> From<Option<Id<T>>> for db::Value {
    fn from(id: Option<Id<T>>) -> Self {
        id.map(|id| id.0).into()
    }
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `prefix_` and the 128 bits in 26 letters, five bits each, the first three bits.
#[must_use]
pub fn encode(prefix: &str, id: Uuid) -> String {
    let mut rest = id.as_u128();
    let mut letters = [0; 26];
    for letter in letters.iter_mut().rev() {
        *letter = ALPHABET[(rest & 31) as usize];
        rest >>= 5;
    }
    let mut out = String::with_capacity(prefix.len() + 27);
    out.push_str(prefix);
    out.push('_');
    out.extend(letters.iter().map(|&letter| char::from(letter)));
    out
}

/// The prefix and the UUID, or `None` when it is not a TypeID.
#[must_use]
pub fn decode(text: &str) -> Option<(&str, Uuid)> {
    let (prefix, letters) = text.rsplit_once('_')?;
    // 26 letters hold 130 bits: a first letter above 7 would overflow.
    if letters.len() != 26 || letters.as_bytes()[0] > b'7' {
        return None;
    }
    letters
        .bytes()
        .try_fold(0u128, |sum, letter| {
            let bits = ALPHABET.iter().position(|known| *known == letter)?;
            Some(sum << 5 | bits as u128)
        })
        .map(|bits| (prefix, Uuid::from_u128(bits)))
}

impl<T: Kind> InputType for Id<T> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        "ID".into()
    }

    fn create_type_info(registry: &mut registry::Registry) -> String {
        <ID as InputType>::create_type_info(registry)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        match value {
            Some(Value::String(text)) => match decode(&text) {
                Some((prefix, id)) if prefix == T::PREFIX => Ok(Self::of(id)),
                _ => Err(InputValueError::custom(format!(
                    "this is not the id of a {}",
                    T::PREFIX
                ))),
            },
            other => Err(InputValueError::expected_type(other.unwrap_or_default())),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<T: Kind> OutputType for Id<T> {
    fn type_name() -> Cow<'static, str> {
        "ID".into()
    }

    fn create_type_info(registry: &mut registry::Registry) -> String {
        <ID as OutputType>::create_type_info(registry)
    }

    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        Ok(Value::String(self.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_as_it_was() {
        // The example of the TypeID specification.
        let id = Uuid::parse_str("01890a5d-ac96-774b-bcce-b302099a8057").unwrap();
        let text = encode("prefix", id);
        assert_eq!(text, "prefix_01h455vb4pex5vsknk084sn02q");
        assert_eq!(decode(&text), Some(("prefix", id)));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "action",
            "action_",
            "action_01h455vb4pex5vsknk084sn02",
            "action_81h455vb4pex5vsknk084sn02q",
            "action_01h455vb4pex5vsknk084sn02u",
            "action_01H455VB4PEX5VSKNK084SN02Q",
            "å_ååååååååååååå",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
