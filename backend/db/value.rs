//! What a column can hold, on the way in ([`Value`]) and on the way out ([`Cell`]).

use uuid::Uuid;

use super::{DbError, Result};
use crate::clock::Moment;

/// An argument of a statement: one variant per column type, each nullable, so that a null is bound with its type.
#[derive(Clone, Debug)]
pub enum Value {
    Bool(Option<bool>),
    Int(Option<i64>),
    Real(Option<f64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Uuid(Option<Uuid>),
}

macro_rules! into_value {
    ($($t:ty => $variant:ident),* $(,)?) => {$(
        impl From<$t> for Value {
            fn from(x: $t) -> Self {
                Value::$variant(Some(x.into()))
            }
        }
        impl From<Option<$t>> for Value {
            fn from(x: Option<$t>) -> Self {
                Value::$variant(x.map(Into::into))
            }
        }
    )*};
}
into_value!(bool => Bool, i64 => Int, f64 => Real, Vec<u8> => Bytes, Uuid => Uuid);

impl From<String> for Value {
    fn from(x: String) -> Self {
        // PostgreSQL keeps no U+0000 and says so with an error. What is to be kept was checked before (`text.rs`); what
        // is only looked for shall find nothing.
        Self::Text(Some(if x.contains('\0') {
            x.replace('\0', "\u{FFFD}")
        } else {
            x
        }))
    }
}

impl From<&str> for Value {
    fn from(x: &str) -> Self {
        x.to_owned().into()
    }
}

impl From<&String> for Value {
    fn from(x: &String) -> Self {
        x.clone().into()
    }
}

impl From<Option<String>> for Value {
    fn from(x: Option<String>) -> Self {
        x.map_or(Self::Text(None), Into::into)
    }
}

impl From<Option<&str>> for Value {
    fn from(x: Option<&str>) -> Self {
        x.map(str::to_owned).into()
    }
}

impl From<[u8; 32]> for Value {
    fn from(x: [u8; 32]) -> Self {
        Self::Bytes(Some(x.to_vec()))
    }
}

impl From<Moment> for Value {
    fn from(x: Moment) -> Self {
        Self::Int(Some(x.0))
    }
}

impl From<Option<Moment>> for Value {
    fn from(x: Option<Moment>) -> Self {
        Self::Int(x.map(|at| at.0))
    }
}

/// What a column held. SQLite has no booleans and no UUIDs: there they come as integers and 16-byte blobs.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    Uuid(Uuid),
}

/// The cells of a result, row after row, each row in the order of its type's fields.
pub struct Cells<'a> {
    cells: std::vec::IntoIter<Cell>,
    fields: &'a [&'static str],
    at: usize,
}

impl<'a> Cells<'a> {
    pub(super) fn new(cells: Vec<Cell>, fields: &'a [&'static str]) -> Self {
        Self {
            cells: cells.into_iter(),
            fields,
            at: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.len() == 0
    }

    /// The next fields as a row of their own; none where a left join found nothing, so that the first of them is null.
    ///
    /// # Errors
    /// When they do not hold a `T`.
    pub fn maybe<T: super::Row>(&mut self) -> Result<Option<T>> {
        if !matches!(self.cells.as_slice().first(), None | Some(Cell::Null)) {
            return T::read(self).map(Some);
        }
        self.at += T::FIELDS.len();
        self.cells.by_ref().take(T::FIELDS.len()).for_each(drop);
        Ok(None)
    }

    /// The next field of the row.
    ///
    /// # Errors
    /// When it does not hold a `T`.
    pub fn take<T: FromCell>(&mut self) -> Result<T> {
        let column = self.fields[self.at % self.fields.len()];
        self.at += 1;
        let cell = self.cells.next().unwrap_or(Cell::Null);
        T::from_cell(cell).map_err(|cell| DbError::Decode {
            column,
            found: format!("{cell:?}").chars().take(60).collect(),
            wanted: std::any::type_name::<T>(),
        })
    }
}

/// A field's type. Gives the cell back when it does not fit.
pub trait FromCell: Sized {
    /// # Errors
    /// The cell, when it holds something else.
    fn from_cell(cell: Cell) -> std::result::Result<Self, Cell>;
}

macro_rules! from_cell {
    ($($t:ty: $($pattern:pat => $value:expr),+;)*) => {$(
        impl FromCell for $t {
            fn from_cell(cell: Cell) -> std::result::Result<Self, Cell> {
                match cell {
                    $($pattern => Ok($value),)+
                    other => Err(other),
                }
            }
        }
    )*};
}
from_cell! {
    bool: Cell::Bool(x) => x, Cell::Int(x) => x != 0;
    i64: Cell::Int(x) => x;
    f64: Cell::Real(x) => x, Cell::Int(x) => precise(x);
    String: Cell::Text(x) => x;
    Uuid: Cell::Uuid(x) => x;
    Vec<u8>: Cell::Bytes(x) => x, Cell::Uuid(x) => x.as_bytes().to_vec();
    Moment: Cell::Int(x) => Moment(x);
}

#[expect(
    clippy::cast_precision_loss,
    reason = "SQLite gives a whole number that was stored in a real column back as one"
)]
fn precise(x: i64) -> f64 {
    x as f64
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell) -> std::result::Result<Self, Cell> {
        match cell {
            Cell::Null => Ok(None),
            other => T::from_cell(other).map(Some),
        }
    }
}

/// The fields of rows that stand side by side in one, as a join gives them, in this order.
#[must_use]
pub const fn side_by_side<const N: usize>(rows: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut at, mut row) = (0, 0);
    while row < rows.len() {
        let mut field = 0;
        while field < rows[row].len() {
            all[at] = rows[row][field];
            (at, field) = (at + 1, field + 1);
        }
        row += 1;
    }
    assert!(at == N, "as many fields as all rows have");
    all
}

/// Says which columns a struct is made of: `row!(Person { id, name })`; `beside x` names a field that is no column and
/// begins empty.
macro_rules! row {
    ($t:ident { $($field:ident),* $(,)? } $(beside $other:ident)?) => {
        impl $crate::db::Row for $t {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            fn read(cells: &mut $crate::db::Cells<'_>) -> $crate::db::Result<Self> {
                Ok($t { $($field: cells.take()?,)* $($other: Default::default(),)? })
            }
        }
    };
}
pub(crate) use row;

/// A plain enum that is kept as text: `text_enum!(Country { Se = "SE", No = "NO" })`.
macro_rules! text_enum {
    ($t:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $t {
            /// As it is kept in the database.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
        impl From<$t> for $crate::db::Value {
            fn from(x: $t) -> Self { x.text().into() }
        }
        impl From<Option<$t>> for $crate::db::Value {
            fn from(x: Option<$t>) -> Self { x.map(<$t>::text).into() }
        }
        impl $crate::db::FromCell for $t {
            fn from_cell(cell: $crate::db::Cell) -> Result<Self, $crate::db::Cell> {
                match &cell {
                    $crate::db::Cell::Text(text) => Self::from_text(text).ok_or(cell),
                    _ => Err(cell),
                }
            }
        }
    };
}
pub(crate) use text_enum;
