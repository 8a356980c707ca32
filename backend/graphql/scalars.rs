//! The scalars of the API over our own types.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use serde::{Deserialize, Serialize};

use crate::{clock::Moment, db};

/// RFC 3339, UTC, milliseconds: `2026-11-22T13:05:00.000Z`.
#[Scalar(
    name = "DateTime",
    specified_by_url = "https://scalars.graphql.org/andimarek/date-time"
)]
impl ScalarType for Moment {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => match text.parse::<jiff::Timestamp>() {
                Ok(at) => Ok(Self(at.as_millisecond())),
                Err(_) => Err(InputValueError::custom("not an RFC 3339 instant")),
            },
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }
}

/// A day, kept as ISO text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub jiff::civil::Date);

impl TryFrom<String> for Day {
    type Error = jiff::Error;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}

/// A day: `2026-11-22`.
#[Scalar(name = "Date", specified_by_url = "https://scalars.graphql.org/andimarek/local-date")]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == 10 => {
                text.parse().map(Self).map_err(|_| InputValueError::custom("not a day"))
            }
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

impl db::FromCell for Day {
    fn from_cell(cell: db::Cell) -> Result<Self, db::Cell> {
        match &cell {
            db::Cell::Text(text) => text.parse().map(Self).map_err(|_| cell),
            _ => Err(cell),
        }
    }
}

impl From<Option<Day>> for db::Value {
    fn from(day: Option<Day>) -> Self {
        day.map(|day| day.0.to_string()).into()
    }
}

/// An amount of money in whole units of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(pub i64);

/// Whole units of a currency, no cents: a string of digits, since budgets pass 2^31. Not negative.
#[Scalar]
impl ScalarType for Amount {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit()) => text
                .parse()
                .map(Self)
                .map_err(|_| InputValueError::custom("too large an amount")),
            _ => Err(InputValueError::custom("an amount is a string of digits")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}
