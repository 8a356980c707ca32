//! What all who read figures out of files have in common: how a fault is named, what a year is, whose a municipality's
//! figures are.

use std::collections::BTreeSet;

use crate::{
    error::{Error, Result},
    i18n::{self, Language},
    inventory::sectors::loose,
    people::Organisation,
    sheets::{self, Cell, Row, Sheet},
};

/// Before and after these, nobody measures.
const YEARS: std::ops::RangeInclusive<i64> = 1970..=2100;

#[must_use]
pub fn refused(message: &'static str) -> Error {
    Error::invalid("file", message)
}

/// What is wrong with a cell, with its name and what stands in it.
#[must_use]
pub fn wrong(message: &'static str, sheet: &Sheet, row: &Row, column: usize) -> Error {
    let found: String = row.cell(column).text().chars().take(60).collect();
    refused(message)
        .with("place", place(sheet, row, column))
        .with("found", found)
}

/// A cell as whoever reads a fault finds it.
#[must_use]
pub fn place(sheet: &Sheet, row: &Row, column: usize) -> String {
    let at = row.address(column);
    if sheet.name.is_empty() {
        at
    } else {
        format!("{}!{at}", sheet.name)
    }
}

/// A file of others only, of whom the first are named.
#[must_use]
pub fn only_others(others: &BTreeSet<String>) -> Error {
    let found = others.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    refused("error-statistics-other-municipality").with("found", found)
}

/// Whether a file is JSON: a saved answer, and not a sheet.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let begins = bytes
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !b"\xEF\xBB\xBF".contains(byte));
    matches!(begins, Some(b'{' | b'['))
}

#[must_use]
pub fn wanted_year(year: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and small")]
    let whole = (year.fract() == 0.0 && year.abs() < 1e6).then_some(year as i64);
    whole.filter(|year| YEARS.contains(year))
}

/// Whether a cell says that there is no figure.
#[must_use]
pub fn says_nothing(cell: &Cell) -> bool {
    cell.is_empty() || matches!(cell.text().as_str(), "." | ".." | "…" | "-" | "–" | ":" | "NA")
}

/// The number in a cell, if one stands there. What can be read in two ways is settled by the decimal sign of the others in the
/// table.
///
/// # Errors
/// `INVALID` on `file`, where nothing settles it, or a formula came without its result.
pub fn number(sheet: &Sheet, row: &Row, column: usize, settled: impl FnOnce() -> Option<char>) -> Result<Option<f64>> {
    match row.cell(column) {
        Cell::Broken(text) if **text == *sheets::UNCOMPUTED => {
            Err(wrong("error-statistics-formula", sheet, row, column))
        }
        Cell::Text(text) if sheets::is_doubtful(text) => {
            let number = settled().and_then(|sign| sheets::number_by(text, Some(sign)));
            let doubt = || wrong("error-statistics-number-doubt", sheet, row, column);
            number.map(Some).ok_or_else(doubt)
        }
        cell => Ok(cell.number()),
    }
}

/// The decimal sign that the numbers have which can be read in one way only.
pub fn settled<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<char> {
    sheets::settled(cells.filter_map(|cell| match cell {
        Cell::Text(text) => Some(&**text),
        _ => None,
    }))
}

/// Whether a sentence says this in any of the four languages; `wanted` is loose already.
#[must_use]
pub fn is_called(sentence: &str, wanted: &str) -> bool {
    let mut names = Language::ALL
        .iter()
        .map(|language| i18n::text(*language, sentence, &[]));
    names.any(|name| loose(&name) == wanted)
}

/// What several files call one municipality: `Falu kommun`, `Malmö stad`, `Region Gotland`.
#[must_use]
pub fn same_municipality(organisation: &Organisation, name: &str) -> bool {
    fn core(name: &str) -> String {
        let name = i18n::fold(name).replace('-', " ");
        let name = name.trim().trim_start_matches("region ");
        let name = [" kommun", " kommune", " stad", " herad"]
            .iter()
            .fold(name, |name, ending| name.strip_suffix(ending).unwrap_or(name));
        let name = name.trim();
        if name == "falu" {
            "falun".to_owned()
        } else {
            name.strip_suffix('s').unwrap_or(name).to_owned()
        }
    }
    // Some names are two: Kautokeino – Guovdageaidnu.
    let own = organisation.name.split(['–', '/']).chain([organisation.name.as_str()]);
    let wanted = core(name);
    own.map(core).any(|own| own == wanted && !own.is_empty())
}
