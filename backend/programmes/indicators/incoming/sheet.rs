//! Sheets of one's own with values: a row for each value, or a column for each year. Columns are known by their names in
//! the four languages, wherever they stand. The template has the programme's indicators in it already.

use std::cell::OnceCell;

use super::{Content, FIGURES, Figure, LARGEST, SOURCE, last_of, store};
use crate::{
    app::App,
    error::Result,
    graphql::Day,
    i18n::{self, Language},
    imports::reading::{
        self, is_called, number, only_others, place, refused, same_municipality, says_nothing, wanted_year, wrong,
    },
    inventory::sectors::loose,
    people::Organisation,
    programmes::Programme,
    sheets::{Book, Cell, Column, Row, Sheet, Table},
};

/// Sheets are looked through for their headings so far down.
const TOP: usize = 20;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Indicator,
    Day,
    Value,
    Unit,
    Source,
    Licence,
    Note,
    Municipality,
}

impl Heading {
    /// As the template has them.
    const ALL: [Self; 7] = [
        Self::Indicator,
        Self::Unit,
        Self::Day,
        Self::Value,
        Self::Source,
        Self::Licence,
        Self::Note,
    ];

    const fn sentence(self) -> &'static str {
        match self {
            Self::Indicator => "sheet-values-indicator",
            Self::Day => "sheet-values-day",
            Self::Value => "sheet-values-value",
            Self::Unit => "sheet-values-unit",
            Self::Source => "sheet-column-source",
            Self::Licence => "sheet-column-licence",
            Self::Note => "sheet-values-note",
            Self::Municipality => "sheet-values-municipality",
        }
    }

    /// What the column is called in sheets that people have already.
    const fn also(self) -> &'static [&'static str] {
        match self {
            Self::Indicator => &["Nyckeltal", "Mått", "Nøkkeltal", "Nøkkeltall", "Key figure"],
            Self::Day => &[
                "År", "Årtal", "Årstal", "Årstall", "Year", "Dag", "Datum", "Dato", "Date", "Period",
            ],
            Self::Value => &["Utfall", "Resultat", "Tall", "Mätvärde", "Målt verdi", "Result"],
            Self::Source => &["Datakälla", "Datakjelde", "Datakilde"],
            Self::Licence => &["Villkor", "Vilkår", "License", "Terms"],
            Self::Note => &["Kommentar", "Anmärkning", "Notering", "Notat", "Comment"],
            Self::Unit | Self::Municipality => &[],
        }
    }

    fn named(heading: &str) -> Option<Self> {
        let wanted = loose(heading);
        let called = |column: &Self| {
            is_called(column.sentence(), &wanted) || column.also().iter().any(|name| loose(name) == wanted)
        };
        let mut all = Self::ALL.into_iter().chain([Self::Municipality]);
        all.find(|column| !wanted.is_empty() && called(column))
    }

    const fn width(self) -> u8 {
        match self {
            Self::Indicator => 46,
            Self::Source | Self::Licence | Self::Note => 30,
            _ => 14,
        }
    }
}

struct Found<'a> {
    sheet: &'a Sheet,
    /// The index of the row of headings.
    at: usize,
    columns: Vec<(usize, Heading)>,
    /// Where each year has a column of its own.
    years: Vec<(usize, i64)>,
    /// The decimal sign of its numbers, where that has been asked.
    sign: OnceCell<Option<char>>,
}

impl<'a> Found<'a> {
    /// The table whose headings stand in this row: the indicator, and either year and value or a column for each year.
    fn at(sheet: &'a Sheet, at: usize) -> Option<Self> {
        let mut found = Found {
            sheet,
            at,
            columns: Vec::new(),
            years: Vec::new(),
            sign: OnceCell::new(),
        };
        for (column, cell) in sheet.rows[at].cells() {
            if let Some(year) = cell.number().and_then(wanted_year) {
                found.years.push((column, year));
            } else if let Some(heading) = Heading::named(&cell.text())
                && found.column(heading).is_none()
            {
                found.columns.push((column, heading));
            }
        }
        found.column(Heading::Indicator)?;
        if found.column(Heading::Day).is_some() && found.column(Heading::Value).is_some() {
            found.years.clear();
        } else if found.years.is_empty() {
            return None;
        }
        Some(found)
    }

    fn column(&self, wanted: Heading) -> Option<usize> {
        let found = self.columns.iter().find(|(_, heading)| *heading == wanted);
        found.map(|(column, _)| *column)
    }

    /// A text of one line, if the row has it.
    fn text(&self, row: &Row, heading: Heading, most: usize) -> Result<Option<String>> {
        let Some(column) = self.column(heading) else {
            return Ok(None);
        };
        let text = row.cell(column).text();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match crate::text::line("file", &text, most) {
            Ok(text) => Ok(text),
            Err(_) => Err(wrong("error-values-text", self.sheet, row, column).with("most", most)),
        }
    }

    /// Where a row's values stand, each with the day that it is of.
    fn cells(&self, row: &Row) -> Result<Vec<(usize, Day)>> {
        let (Some(day), Some(value)) = (self.column(Heading::Day), self.column(Heading::Value)) else {
            return Ok(self
                .years
                .iter()
                .map(|(column, year)| (*column, last_of(*year)))
                .collect());
        };
        if says_nothing(row.cell(value)) {
            return Ok(Vec::new());
        }
        let when = on(row.cell(day)).ok_or_else(|| wrong("error-values-day", self.sheet, row, day))?;
        Ok(vec![(value, when)])
    }

    fn rows(&self) -> &'a [Row] {
        &self.sheet.rows[self.at + 1..]
    }

    fn settled(&self) -> Option<char> {
        let years = self.years.iter().map(|(column, _)| *column);
        let columns: Vec<_> = self.column(Heading::Value).into_iter().chain(years).collect();
        let cells = |row: &'a Row| columns.iter().map(|column| row.cell(*column)).collect::<Vec<_>>();
        reading::settled(self.rows().iter().flat_map(cells))
    }

    fn figures(&self, row: &Row) -> Result<Vec<Figure>> {
        let mut figures = Vec::new();
        for (column, day) in self.cells(row)? {
            if says_nothing(row.cell(column)) {
                continue;
            }
            let of = self.text(row, Heading::Indicator, super::super::NAME)?;
            let indicator = self.column(Heading::Indicator).unwrap_or(column);
            let sign = || *self.sign.get_or_init(|| self.settled());
            let value = number(self.sheet, row, column, sign)?.filter(|value| value.abs() <= LARGEST);
            figures.push(Figure {
                of: of.ok_or_else(|| wrong("error-values-nameless", self.sheet, row, indicator))?,
                day,
                value: value.ok_or_else(|| wrong("error-values-number", self.sheet, row, column))?,
                unit: self.text(row, Heading::Unit, SOURCE)?,
                source: self.text(row, Heading::Source, SOURCE)?,
                licence: self.text(row, Heading::Licence, SOURCE)?,
                note: self.text(row, Heading::Note, SOURCE)?,
                place: place(self.sheet, row, column),
            });
        }
        Ok(figures)
    }
}

/// A year stands for its last day.
fn on(cell: &Cell) -> Option<Day> {
    let year = cell.number().and_then(wanted_year).map(last_of);
    year.or_else(|| cell.day().filter(|day| wanted_year(f64::from(day.0.year())).is_some()))
}

/// # Errors
/// `INVALID` on `file`, with the cell at fault.
pub fn read(book: &Book, organisation: &Organisation) -> Result<Content> {
    let tables = book.sheets.iter().filter_map(|sheet| {
        let mut rows = 0..sheet.rows.len().min(TOP);
        rows.find_map(|at| Found::at(sheet, at))
    });
    let mut content = Content::default();
    let mut others = std::collections::BTreeSet::new();
    let mut any = false;
    for table in tables {
        any = true;
        for row in table.rows() {
            if let Some(column) = table.column(Heading::Municipality) {
                let name = row.cell(column).text();
                let own = name.is_empty()
                    || same_municipality(organisation, &name)
                    || organisation.code.as_ref() == Some(&format!("{name:0>4}"));
                if !own {
                    others.insert(name);
                    continue;
                }
                content.municipality = Some(name).filter(|name| !name.is_empty()).or(content.municipality);
            }
            content.figures.extend(table.figures(row)?);
            if content.figures.len() > FIGURES {
                return Ok(content);
            }
        }
    }
    if !any {
        return Err(refused("error-values-headings"));
    }
    if content.figures.is_empty() && !others.is_empty() {
        return Err(only_others(&others));
    }
    content.others = others.len();
    Ok(content)
}

/// A programme's indicators, waiting for values.
///
/// # Errors
/// When the database does not answer.
pub async fn template(app: &App, programme: &Programme, language: Language) -> Result<Table> {
    let mut rows: Vec<Vec<crate::sheets::Value>> = Vec::new();
    for indicator in store::of_programmes(&app.db, &[programme.id]).await? {
        let row = vec![indicator.name.into(), indicator.unit.into()];
        // Those of one name are filled in at once.
        if rows.iter().all(|other| other[0] != row[0]) {
            rows.push(row);
        }
    }
    let columns = Heading::ALL.map(|heading| {
        let name = i18n::text(language, heading.sentence(), &[]);
        Column::new(name, heading.width())
    });
    Ok(Table {
        name: i18n::text(language, "sheet-values", &[]),
        columns: columns.to_vec(),
        rows,
    })
}
