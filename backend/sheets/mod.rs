//! Spreadsheets, in and out: workbooks (xlsx) and separated values (csv) become rows of cells that know where they stand,
//! and tables become such files. What comes in is bounded before it is believed: its size, what it unpacks to, how many
//! cells it holds. A file that is not what it says is refused with a sentence, and one that breaks the reader breaks
//! nothing else. What a cell means is the business of whoever reads it.

mod csv;
mod write;
mod xlsx;

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use ::csv::ByteRecord;
use bytes::Bytes;
use tokio::sync::Semaphore;

pub use self::write::{Column, Table, Value, as_csv, as_xlsx};
use crate::{
    error::{Error, ErrorCode, Result},
    graphql::Day,
};

/// Cells in a file at most: the largest account that is published, all municipalities by source and gas, has three million.
const CELLS: usize = 4_000_000;
/// Rows at most, each of which takes room beside its cells.
const ROWS: usize = 500_000;
/// Columns at most. A workbook that goes on and on to the right is no list.
const COLUMNS: usize = 400;
/// Different texts at most, in bytes.
const TEXTS: usize = 64 * 1024 * 1024;
/// What stands for a formula whose result is not in the file: whoever wrote it had not reckoned it out.
pub const UNCOMPUTED: &str = "=?";
/// Files read at once; the others wait, so that uploads cannot take the memory that answers need.
static READERS: Semaphore = Semaphore::const_new(2);

/// A file as it was read.
#[derive(Debug, Default)]
pub struct Book {
    pub sheets: Vec<Sheet>,
}

#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    /// Those that hold anything, from the top.
    pub rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub struct Row {
    /// As a spreadsheet numbers it: the first is 1.
    pub number: u32,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(Arc<str>),
    Number(f64),
    Day(Day),
    Yes(bool),
    /// What a spreadsheet shows for a formula that came to nothing, such as `#N/A`; or [`UNCOMPUTED`].
    Broken(Arc<str>),
}

impl Row {
    /// The cell in a column, the first of which is 0; empty beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        static NOTHING: Cell = Cell::Empty;
        self.cells.get(column).unwrap_or(&NOTHING)
    }

    /// With their columns.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate()
    }

    /// `B7`
    #[must_use]
    pub fn address(&self, column: usize) -> String {
        address(column, self.number)
    }
}

/// A cell's name as spreadsheets show it: column 1 of row 7 is `B7`.
#[must_use]
pub fn address(column: usize, row: u32) -> String {
    letters(column) + &row.to_string()
}

/// A column's name as spreadsheets show it.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl Cell {
    /// What a person sees in it, trimmed; empty where there is nothing.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.0.to_string(),
            Self::Yes(yes) => if *yes { "1" } else { "0" }.to_owned(),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// Its number, also when it was typed as text in the Nordic way: `1 234,5`.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => number(text),
            _ => None,
        }
    }

    /// Its day, also when it was typed as text: `2026-11-22`, `22.11.2026`.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Text(text) => day(text),
            _ => None,
        }
    }
}

/// A number as people in our countries write it. Of point and comma the last one is the decimal sign, and a sign that comes
/// more than once groups thousands.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let plain = plain(text)?;
    parsed(&plain, decimal(&plain))
}

/// As [`number`], where one that [`is_doubtful`] is read by the decimal sign that is known from elsewhere: any other sign
/// groups thousands.
#[must_use]
pub fn number_by(text: &str, known: Option<char>) -> Option<f64> {
    let plain = plain(text)?;
    let sign = match doubtful(&plain) {
        Some(sign) => Some(sign).filter(|sign| Some(*sign) == known),
        None => decimal(&plain),
    };
    parsed(&plain, sign)
}

/// Whether it can be read in two ways, a thousand times apart: `12.500`.
#[must_use]
pub fn is_doubtful(text: &str) -> bool {
    plain(text).is_some_and(|plain| doubtful(&plain).is_some())
}

/// The decimal sign of a column, if all of its numbers that can be read in one way only have the same.
#[must_use]
pub fn settled<'a>(texts: impl Iterator<Item = &'a str>) -> Option<char> {
    let certain = texts.filter_map(plain).filter(|plain| doubtful(plain).is_none());
    let mut signs = certain.filter_map(|plain| match decimal(&plain) {
        None if plain.contains('.') => Some(','),
        None if plain.contains(',') => Some('.'),
        sign => sign,
    });
    let first = signs.next()?;
    signs.all(|sign| sign == first).then_some(first)
}

/// As people write it, and not as a computer does, so that it can be read in one way only.
#[must_use]
pub fn written(number: f64) -> String {
    let text = number.to_string().replace('.', ",");
    if is_doubtful(&text) { text + "0" } else { text }
}

/// Digits and their signs alone.
fn plain(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\''))
        .map(|c| if matches!(c, '−' | '–') { '-' } else { c })
        .collect();
    if !plain.contains(|c: char| c.is_ascii_digit())
        || !plain
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
    {
        return None;
    }
    Some(plain)
}

/// The lone sign before exactly three digits, which ends either the thousands or the whole.
fn doubtful(plain: &str) -> Option<char> {
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let at = digits.find(['.', ','])?;
    let (whole, rest) = (&digits[..at], &digits[at + 1..]);
    let could_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let three = rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    digits[at..].chars().next().filter(|_| could_group && three)
}

fn decimal(plain: &str) -> Option<char> {
    let sign = match (plain.rfind('.'), plain.rfind(',')) {
        (Some(point), Some(comma)) => Some(if point > comma { '.' } else { ',' }),
        (Some(_), None) => Some('.'),
        (None, Some(_)) => Some(','),
        (None, None) => None,
    };
    sign.filter(|sign| plain.matches(*sign).count() == 1)
}

fn parsed(plain: &str, decimal: Option<char>) -> Option<f64> {
    let plain: String = plain
        .chars()
        .filter_map(|c| match c {
            '.' | ',' => (Some(c) == decimal).then_some('.'),
            other => Some(other),
        })
        .collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A day as people in our countries write it.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.get(..10).unwrap_or(text).parse() {
        return Some(Day(day));
    }
    let mut parts = text.split(['.', '/']).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().map(Day)
}

/// Reads a file, whatever its name says: its first bytes say what it is.
///
/// # Errors
/// `INVALID` or `TOO_LARGE` on `file`, with a sentence that says what is wrong with it.
pub async fn read(bytes: Bytes) -> Result<Book> {
    let _turn = READERS.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || read_here(&bytes))
        .await
        .map_err(Error::internal)?
}

/// As [`read`], in this thread.
///
/// # Errors
/// As [`read`].
pub fn read_here(bytes: &[u8]) -> Result<Book> {
    let reading = || match Kind::of(bytes)? {
        Kind::Workbook => xlsx::read(bytes),
        Kind::Separated => csv::read(bytes),
    };
    // Nothing of ours is in the hands of the reader when it gives up.
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| Err(broken()))
}

enum Kind {
    Workbook,
    Separated,
}

impl Kind {
    fn of(bytes: &[u8]) -> Result<Self> {
        const OLD_OFFICE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(refused("error-sheet-empty"));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Ok(Self::Workbook);
        }
        if bytes.starts_with(&OLD_OFFICE) {
            return Err(refused("error-sheet-old-excel"));
        }
        let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        let other = infer::get(bytes).is_some_and(|found| !found.mime_type().starts_with("text/plain"));
        if !wide && (other || bytes.contains(&0)) {
            return Err(refused("error-sheet-kind"));
        }
        Ok(Self::Separated)
    }
}

fn refused(message: &'static str) -> Error {
    Error::invalid("file", message)
}

/// It began as one, and then did not go on as one.
fn broken() -> Error {
    refused("error-sheet-broken")
}

fn too_large(message: &'static str, most: usize) -> Error {
    Error::new(ErrorCode::TooLarge)
        .on("file")
        .saying(message)
        .with("most", most)
}

/// Counts what has been taken from a file so far, and keeps each text once.
#[derive(Default)]
struct Gathered {
    cells: usize,
    rows: usize,
    bytes: usize,
    texts: HashSet<Arc<str>>,
}

impl Gathered {
    fn text(&mut self, text: &str) -> Result<Cell> {
        if let Some(known) = self.texts.get(text) {
            return Ok(Cell::Text(known.clone()));
        }
        self.bytes += text.len();
        if self.bytes > TEXTS {
            return Err(too_large("error-sheet-cells", CELLS));
        }
        let text: Arc<str> = text.into();
        self.texts.insert(text.clone());
        Ok(Cell::Text(text))
    }

    /// Begins a row; the one before it is whole and keeps no room to grow.
    fn begin(&mut self, rows: &mut Vec<Row>, number: u32) -> Result<()> {
        if let Some(last) = rows.last_mut() {
            last.cells.shrink_to_fit();
        }
        self.rows += 1;
        if self.rows > ROWS {
            return Err(too_large("error-sheet-rows", ROWS));
        }
        rows.push(Row {
            number,
            ..Row::default()
        });
        Ok(())
    }

    /// Puts a cell into its place in a row.
    fn put(&mut self, row: &mut Row, column: usize, cell: Cell) -> Result<()> {
        if column >= COLUMNS {
            return Err(too_large("error-sheet-columns", COLUMNS));
        }
        // Empty cells before it take room as well.
        self.count((column + 1).saturating_sub(row.cells.len()).max(1))?;
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::Empty);
        }
        row.cells[column] = cell;
        Ok(())
    }

    fn count(&mut self, cells: usize) -> Result<()> {
        self.cells += cells;
        if self.cells > CELLS {
            return Err(too_large("error-sheet-cells", CELLS));
        }
        Ok(())
    }

    fn put_record(&mut self, row: &mut Row, record: &ByteRecord) -> Result<()> {
        for (column, field) in record.iter().enumerate() {
            // The whole text was decoded before it was taken apart at ASCII signs.
            let text = std::str::from_utf8(field).map_err(|_| broken())?;
            let text = write::without_guard(text.trim());
            if !text.is_empty() {
                let cell = self.text(text)?;
                self.put(row, column, cell)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
