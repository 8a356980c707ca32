//! What a file holds for a programme: lists with headings that we know, wherever in its sheets they stand, and what is told of
//! the rest.

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use super::columns::{Cells, HEADING, ImportColumn, Unit};
use crate::sheets::{self, Book, Cell, Row, Sheet};

/// Sheets are looked through for their headings so far down.
const TOP: usize = 20;

/// So far apart are the numbers of rows of two sheets: no sheet has so many.
const APART: i64 = 2_000_000;
/// What is not read is told up to this many.
const TOLD: usize = 100;

/// What a file holds for a programme.
#[derive(Default)]
pub struct Found {
    /// By numbers of which [`Told::place`] knows what they stand for.
    pub rows: Vec<(i64, Cells)>,
    pub told: Told,
}

/// What is said of a file besides its rows, and kept with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// That rows are of, in their order.
    sheets: Vec<String>,
    pub unread: Vec<Unread>,
}

/// What a file holds and we do not read: a column, or a whole sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ImportUnread")]
pub struct Unread {
    /// Of which sheet; null where the file has only one.
    pub sheet: Option<String>,
    /// Its heading, or its letters where it has none; null for the whole sheet.
    pub column: Option<String>,
}

impl Told {
    /// The sheet of a row, where there are several, and the row's number in it.
    #[must_use]
    pub fn place(&self, number: i64) -> (Option<&str>, i64) {
        if self.sheets.len() < 2 {
            return (None, number);
        }
        let sheet = usize::try_from(number / APART).ok();
        let sheet = sheet.and_then(|at| self.sheets.get(at));
        (sheet.map(String::as_str), number % APART)
    }
}

/// The rows under the headings of all sheets that have any that we know; none where there is no such sheet.
#[must_use]
pub fn found(book: &Book) -> Option<Found> {
    let filled: Vec<_> = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let (mut found, mut any) = (Found::default(), false);
    for sheet in &filled {
        let name = Some(sheet.name.clone()).filter(|_| filled.len() > 1);
        let list = List::of(sheet);
        any |= list.is_some();
        let rows = list.as_ref().map(List::rows).unwrap_or_default();
        let unread = match &list {
            Some(list) if !rows.is_empty() => list.unread().map(Some).collect(),
            _ => vec![None],
        };
        found.told.unread.extend(unread.into_iter().map(|column| Unread {
            sheet: name.clone(),
            column,
        }));
        if rows.is_empty() {
            continue;
        }
        let before = APART * i64::try_from(found.told.sheets.len()).unwrap_or_default();
        let rows = rows.into_iter();
        found
            .rows
            .extend(rows.map(|(number, cells)| (before + i64::from(number), cells)));
        found.told.sheets.push(sheet.name.clone());
    }
    found.told.unread.truncate(TOLD);
    any.then_some(found)
}

/// A sheet's headings, and the rows below them.
struct List<'a> {
    headings: Vec<Heading>,
    head: &'a Row,
    rows: &'a [Row],
}

struct Heading {
    at: usize,
    column: ImportColumn,
    unit: Unit,
}

impl<'a> List<'a> {
    fn of(sheet: &'a Sheet) -> Option<Self> {
        let read = |at: usize| Some((at, headings(sheet.rows.get(at)?)?));
        let (mut at, mut found) = (0..sheet.rows.len().min(TOP)).find_map(read)?;
        // Of headings on several rows those furthest down are the columns' own.
        while let Some((below, more)) = read(at + 1).filter(|(_, more)| more.len() >= found.len()) {
            (at, found) = (below, more);
        }
        Some(Self {
            headings: found,
            head: &sheet.rows[at],
            rows: &sheet.rows[at + 1..],
        })
    }

    /// Columns that hold something below a heading that we do not know.
    fn unread(&self) -> impl Iterator<Item = String> {
        let widest = self
            .rows
            .iter()
            .map(|row| row.cells().count())
            .max()
            .unwrap_or_default();
        let unknown = (0..widest).filter(|at| self.headings.iter().all(|heading| heading.at != *at));
        let filled = unknown.filter(|at| self.rows.iter().any(|row| !row.cell(*at).is_empty()));
        filled.map(|at| match self.head.cell(at).text() {
            heading if heading.is_empty() => sheets::letters(at),
            heading => heading
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(HEADING)
                .collect(),
        })
    }

    fn rows(&self) -> Vec<(u32, Cells)> {
        let settled = self
            .headings
            .iter()
            .find(|heading| heading.column == ImportColumn::Effect);
        let settled = settled.and_then(|heading| {
            sheets::settled(self.rows.iter().filter_map(|row| match row.cell(heading.at) {
                Cell::Text(text) => Some(&**text),
                _ => None,
            }))
        });
        let rows = self.rows.iter().filter(|row| !self.is_head_again(row));
        rows.map(|row| (row.number, self.cells(row, settled)))
            .filter(|(_, cells)| cells.0.iter().any(|text| !text.is_empty()))
            .collect()
    }

    /// Long lists have their headings on every page.
    fn is_head_again(&self, row: &Row) -> bool {
        let same = |heading: &&Heading| row.cell(heading.at).text() == self.head.cell(heading.at).text();
        self.headings.iter().filter(same).count() > 1
    }

    fn cells(&self, row: &Row, settled: Option<char>) -> Cells {
        let mut cells = vec![String::new(); ImportColumn::ALL.len()];
        let mut currency = None;
        for Heading { at, column, unit } in &self.headings {
            let cell = row.cell(*at);
            cells[*column as usize] = match cell {
                Cell::Number(amount) if column.is_amount() => unit.ours(*amount),
                Cell::Text(_) if *column == ImportColumn::Effect => unit.text(&cell.text(), settled),
                // Whole units have no decimals, so what is in doubt has thousands; of other units they may have either.
                Cell::Text(_) if column.is_amount() => unit.text(&cell.text(), None),
                // As people write it, and not as a computer does.
                Cell::Number(number) => number.to_string().replace('.', ","),
                cell => cell.text(),
            };
            currency = currency.or(unit.currency.filter(|_| !cell.is_empty()));
        }
        let said = &mut cells[ImportColumn::Currency as usize];
        if let Some(currency) = currency.filter(|_| said.is_empty()) {
            currency.clone_into(said);
        }
        Cells(cells)
    }
}

/// Which column stands where, if there is at least a title or a part of a programme, and one more.
fn headings(row: &Row) -> Option<Vec<Heading>> {
    let mut found: Vec<Heading> = Vec::new();
    for (at, cell) in row.cells() {
        let Some((column, unit)) = ImportColumn::read(cell.text().trim()) else {
            continue;
        };
        // Of two headings that we take for the same the first counts, and amounts of a row are of one currency.
        let other_currency = |known: &Heading| {
            unit.currency.is_some() && known.unit.currency.is_some_and(|known| Some(known) != unit.currency)
        };
        if found
            .iter()
            .all(|known| known.column != column && !other_currency(known))
        {
            found.push(Heading { at, column, unit });
        }
    }
    let has = |column| found.iter().any(|found| found.column == column);
    let enough = found.len() > 1 && (has(ImportColumn::Title) || has(ImportColumn::FocusArea));
    enough.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::{super::columns::template, *};
    use crate::{
        i18n::Language,
        sheets::{Column, Table, Value, as_csv, as_xlsx, read_here},
    };

    #[test]
    fn the_template_is_read_in_each_of_the_four_languages() {
        for language in Language::ALL {
            let mut table = template(language);
            let mut columns = ImportColumn::ALL;
            columns.sort_by_key(|column| column.place());
            table
                .rows
                .push(columns.map(|column| Value::from(format!("{column:?} 1"))).to_vec());
            for bytes in [as_csv(&table).unwrap(), as_xlsx(std::slice::from_ref(&table)).unwrap()] {
                let rows = found(&read_here(&bytes).unwrap()).unwrap().rows;
                assert_eq!(rows.len(), 1);
                assert_eq!(rows[0].0, 2);
                for column in ImportColumn::ALL {
                    assert_eq!(rows[0].1.get(column), format!("{column:?} 1"), "{language:?}");
                }
            }
        }
    }

    #[test]
    fn a_sheet_is_known_by_its_headings_wherever_they_stand() {
        let book = read_here("Kommunens plan;;\n;;\nStatus;Titel;Annat\nPågår;Elbilar;x\n;;\n".as_bytes()).unwrap();
        let rows = found(&book).unwrap().rows;
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].0, rows[0].1.get(ImportColumn::Title)), (4, "Elbilar"));
        assert!(found(&read_here(b"a;b\n1;2\n").unwrap()).is_none());
        let book = read_here("Åtgärd;Etappmål;Målår\nElbilar;Fossilfritt;2030\n".as_bytes()).unwrap();
        let rows = found(&book).unwrap().rows;
        assert_eq!(rows[0].1.get(ImportColumn::Title), "Elbilar");
        assert_eq!(rows[0].1.get(ImportColumn::Due), "2030");
    }

    #[test]
    fn a_number_of_a_workbook_is_never_in_doubt() {
        let table = Table {
            name: "Plan".to_owned(),
            columns: ["Titel", "Kostnad", "Effekt, ton CO2e per år"]
                .map(|name| Column::new(name, 9))
                .to_vec(),
            rows: vec![vec!["Elbilar".into(), Value::Number(12.125), Value::Number(12.5)]],
        };
        let rows = found(&read_here(&as_xlsx(&[table]).unwrap()).unwrap()).unwrap().rows;
        let cells = &rows[0].1;
        assert_eq!(
            (cells.get(ImportColumn::Cost), cells.get(ImportColumn::Effect)),
            ("12,1250", "12,5")
        );
    }

    /// A workbook's sheets: their names, and rows of texts.
    fn workbook(sheets: &[(&str, &[&[&str]])]) -> Found {
        let table = |(name, rows): &(&str, &[&[&str]])| Table {
            name: (*name).to_owned(),
            columns: rows[0].iter().map(|text| Column::new(*text, 9)).collect(),
            rows: rows[1..]
                .iter()
                .map(|row| row.iter().map(|text| Value::from(*text)).collect())
                .collect(),
        };
        let tables: Vec<_> = sheets.iter().map(table).collect();
        found(&read_here(&as_xlsx(&tables).unwrap()).unwrap()).unwrap()
    }

    fn unread(found: &Found) -> Vec<(Option<&str>, Option<&str>)> {
        let unread = found.told.unread.iter();
        unread
            .map(|each| (each.sheet.as_deref(), each.column.as_deref()))
            .collect()
    }

    #[test]
    fn all_sheets_are_read_and_what_is_not_is_told() {
        let found = workbook(&[
            ("Framsida", &[&["Titel", "Status"]]),
            (
                "Transport",
                &[&["Åtgärd", "Status", "Kommentar"], &["Elbilar", "Pågår", "bra"]],
            ),
            (
                "Energi",
                &[
                    &["Titel", "Status", "Nr", ""],
                    &["Sol", "Pågår", "", "x"],
                    &["Titel", "Status"],
                    &["Vind", ""],
                ],
            ),
            ("Register", &[&["Namn"], &["Karin"]]),
        ]);
        let rows: Vec<_> = found
            .rows
            .iter()
            .map(|(number, cells)| (found.told.place(*number), cells.get(ImportColumn::Title)))
            .collect();
        assert_eq!(
            rows,
            [
                ((Some("Transport"), 2), "Elbilar"),
                ((Some("Energi"), 2), "Sol"),
                ((Some("Energi"), 4), "Vind"),
            ]
        );
        assert_eq!(
            unread(&found),
            [
                (Some("Framsida"), None),
                (Some("Transport"), Some("Kommentar")),
                (Some("Energi"), Some("D")),
                (Some("Register"), None),
            ]
        );
    }

    #[test]
    fn amounts_are_in_what_their_headings_say() {
        let found = workbook(&[(
            "Plan",
            &[
                &[
                    "Titel (kort)",
                    "Kostnad (tkr)",
                    "Effekt (kt CO2e/år)",
                    "Finansiering, 1000 NOK",
                    "Slut (år)",
                    "Kostnad (timmar)",
                ],
                &["A", "1 250,5", "0,5", "20", "2030", "7"],
                &["B", "12,500", "12.500", "ca 3", "", ""],
                &["C", "", "1,5", "", "", ""],
            ],
        )]);
        let all = |column| {
            found
                .rows
                .iter()
                .map(|(_, cells)| cells.get(column))
                .collect::<Vec<_>>()
        };
        assert_eq!(all(ImportColumn::Cost), ["1250500", "12,500 tkr", ""]);
        assert_eq!(all(ImportColumn::Effect), ["500", "12500000", "1500"]);
        assert_eq!(all(ImportColumn::FundingAmount), ["20000", "ca 3 1000 NOK", ""]);
        assert_eq!(all(ImportColumn::Currency), ["NOK", "NOK", ""]);
        assert_eq!(all(ImportColumn::Ends), ["2030", "", ""]);
        assert_eq!(unread(&found), [(None, Some("Kostnad (timmar)"))]);
        let found = workbook(&[(
            "Plan",
            &[
                &["Titel", "Status", "Effekt", "Effekt (%)"],
                &["A", "Pågår", "stor", "5"],
            ],
        )]);
        assert_eq!(unread(&found), [(None, Some("Effekt")), (None, Some("Effekt (%)"))]);
    }
}
