//! Workbooks. They are zip archives, so what they unpack to is measured before anything else opens them, by unpacking: what
//! an archive says of itself is only its word. Cells are then taken one by one, never as the rectangle that they span: a
//! single cell at the far end of a sheet would span seventeen thousand million.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::{Book, Cell, Gathered, Row, Sheet, broken, refused, too_large};
use crate::{error::Result, graphql::Day};

/// Files in the archive at most. A workbook has one for each sheet, and a dozen more.
const ENTRIES: usize = 1000;
/// What all of it may unpack to, in bytes, and what anything but a sheet may: these are held in memory as a whole.
const UNPACKED: u64 = 400 * MEGABYTE;
const UNPACKED_PART: u64 = 32 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

pub fn read(bytes: &[u8]) -> Result<Book> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut book = Book::default();
    let mut gathered = Gathered::default();
    for name in workbook.sheet_names() {
        // A chart of its own is a sheet without cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut sheet = Sheet { name, rows: Vec::new() };
        // A formula gives what its program last saw in it.
        while let Some(found) = cells.next_cell().map_err(|_| broken())? {
            let (at, column) = found.get_position();
            let Some(cell) = cell(&mut gathered, found.get_value())? else {
                continue;
            };
            let number = at.saturating_add(1);
            match sheet.rows.last() {
                Some(last) if last.number == number => {}
                // Rows come in order; a workbook in which they do not is none.
                Some(last) if last.number > number => return Err(broken()),
                _ => sheet.rows.push(Row {
                    number,
                    ..Row::default()
                }),
            }
            if let Some(row) = sheet.rows.last_mut() {
                gathered.put(row, usize::try_from(column).unwrap_or(usize::MAX), cell)?;
            }
        }
        book.sheets.push(sheet);
    }
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(refused("error-sheet-empty"));
    }
    Ok(book)
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
        let unpacked = std::io::copy(&mut inside.by_ref(), &mut std::io::sink()).map_err(|_| broken())?;
        whole += unpacked;
        if unpacked > most || whole > UNPACKED {
            return Err(too_large("error-sheet-unpacked", 400));
        }
    }
    if is_workbook {
        Ok(())
    } else {
        Err(refused("error-sheet-kind"))
    }
}
