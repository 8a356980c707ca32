//! Workbooks. They are zip archives, so what they unpack to is measured before anything else opens them, by unpacking: what
//! an archive says of itself is only its word. Cells are then taken one by one, never as the rectangle that they span: a
//! single cell at the far end of a sheet would span seventeen thousand million.

use std::{
    io::{self, Cursor, Read, Write},
    sync::Arc,
};

use calamine::{DataRef, Dimensions, Reader, Xlsx};
use zip::ZipArchive;

use super::{Book, Cell, Gathered, Row, Sheet, UNCOMPUTED, broken, refused, too_large};
use crate::{error::Result, graphql::Day};

/// Files in the archive at most. A workbook has one for each sheet, and a dozen more.
const ENTRIES: usize = 1000;
/// What all of it may unpack to, in bytes, and what anything but a sheet may: these are held in memory as a whole.
const UNPACKED: u64 = 400 * MEGABYTE;
const UNPACKED_PART: u64 = 32 * MEGABYTE;
/// Ranges of merged cells at most.
const MERGED: usize = 20_000;
/// The last row that a spreadsheet has.
const LAST: u32 = 1_048_576;
const MEGABYTE: u64 = 1024 * 1024;

pub fn read(bytes: &[u8]) -> Result<Book> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut book = Book::default();
    let mut gathered = Gathered::default();
    let uncomputed: Arc<str> = UNCOMPUTED.into();
    for name in workbook.sheet_names() {
        // A chart of its own is a sheet without cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut sheet = Sheet { name, rows: Vec::new() };
        // A formula gives what its program last saw in it.
        while let Some(found) = cells.next_cell_with_formula_metadata().map_err(|_| broken())? {
            let (at, column) = found.pos;
            let cell = match (&found.value, found.formula) {
                (DataRef::Empty, Some(_)) => Some(Cell::Broken(uncomputed.clone())),
                (value, _) => cell(&mut gathered, value)?,
            };
            let Some(cell) = cell else { continue };
            let number = at.saturating_add(1);
            match sheet.rows.last() {
                Some(last) if last.number == number => {}
                // Rows come in order; a workbook in which they do not is none.
                Some(last) if last.number > number => return Err(broken()),
                _ if number > LAST => return Err(broken()),
                _ => gathered.begin(&mut sheet.rows, number)?,
            }
            if let Some(row) = sheet.rows.last_mut() {
                gathered.put(row, usize::try_from(column).unwrap_or(usize::MAX), cell)?;
            }
        }
        drop(cells);
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(|_| broken())?;
        fill(&mut gathered, &mut sheet.rows, &merged)?;
        book.sheets.push(sheet);
    }
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(refused("error-sheet-empty"));
    }
    Ok(book)
}

/// What stands in cells that are merged downwards is said of each of their rows. An amount is of all of them together, so it
/// stays with the first.
fn fill(gathered: &mut Gathered, rows: &mut [Row], merged: &[Dimensions]) -> Result<()> {
    for Dimensions { start, end } in merged {
        let from = rows.partition_point(|row| row.number <= start.0);
        let until = rows.partition_point(|row| row.number <= end.0.saturating_add(1));
        let column = usize::try_from(start.1).unwrap_or(usize::MAX);
        let Some((first, below)) = rows.get_mut(from..until).and_then(<[Row]>::split_first_mut) else {
            continue;
        };
        let said = first.cell(column).clone();
        let is_of_each = match &said {
            Cell::Number(number) => number.fract() == 0.0 && (1900.0..=2200.0).contains(number),
            Cell::Text(_) | Cell::Day(_) | Cell::Yes(_) => true,
            Cell::Empty | Cell::Broken(_) => false,
        };
        if first.number != start.0 + 1 || !is_of_each {
            continue;
        }
        gathered.count(below.len())?;
        for row in below {
            if row.cell(column).is_empty() {
                gathered.put(row, column, said.clone())?;
            }
        }
    }
    Ok(())
}

fn cell(gathered: &mut Gathered, value: &DataRef<'_>) -> Result<Option<Cell>> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a spreadsheet has no other numbers than these"
    )]
    Ok(match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Bool(yes) => Some(Cell::Yes(*yes)),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            let date = jiff::civil::Date::new(
                i16::try_from(year).unwrap_or_default(),
                i8::try_from(month).unwrap_or_default(),
                i8::try_from(day).unwrap_or_default(),
            );
            Some(match date {
                Ok(date) if !at.is_duration() => Cell::Day(Day(date)),
                _ => Cell::Number(at.as_f64()),
            })
        }
        DataRef::Error(kind) => Some(Cell::Broken(kind.to_string().into())),
        DataRef::String(text) => text_cell(gathered, text)?,
        DataRef::SharedString(text) => text_cell(gathered, text)?,
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(gathered, text)?,
    })
}

fn text_cell(gathered: &mut Gathered, text: &str) -> Result<Option<Cell>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    gathered.text(text).map(Some)
}

/// Unpacks everything once, into nothing, and stops as soon as it is too much.
fn measure(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > ENTRIES {
        return Err(too_large("error-sheet-unpacked", 400));
    }
    let (mut whole, mut is_workbook) = (0, false);
    let mut merged = Merged::default();
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| broken())?;
        let name = entry.name().map_err(|_| broken())?;
        is_workbook |= name.eq_ignore_ascii_case("xl/workbook.xml");
        let most = if name.starts_with("xl/worksheets/") {
            UNPACKED
        } else {
            UNPACKED_PART
        };
        if entry.size() > most {
            return Err(too_large("error-sheet-unpacked", 400));
        }
        let mut inside = entry.take(most + 1);
        let unpacked = io::copy(&mut inside.by_ref(), &mut merged).map_err(|_| broken())?;
        whole += unpacked;
        if unpacked > most || whole > UNPACKED {
            return Err(too_large("error-sheet-unpacked", 400));
        }
        if merged.found > MERGED {
            return Err(too_large("error-sheet-merged", MERGED));
        }
    }
    if is_workbook {
        Ok(())
    } else {
        Err(refused("error-sheet-kind"))
    }
}

/// Counts the ranges of merged cells in what is unpacked: they are listed as a whole when they are read.
#[derive(Default)]
struct Merged {
    /// Letters of the name that have just been met.
    met: usize,
    found: usize,
}

impl Write for Merged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const NAME: &[u8] = b"mergeCell";
        for byte in bytes {
            // Only its beginning begins like it.
            self.met = match NAME.get(self.met) {
                Some(letter) if letter == byte => self.met + 1,
                _ => usize::from(*byte == NAME[0]),
            };
            if self.met == NAME.len() {
                (self.met, self.found) = (0, self.found + 1);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
