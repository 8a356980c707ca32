//! Workbooks and separated values. A table is found by its headings, wherever it stands in the file and in whatever order
//! its columns are: what is published moves about from year to year, and people save it in their own ways.

use std::collections::BTreeSet;

use super::{EmissionSource, Statistics, Sums, possible, refused, same_municipality, wanted_year, wrong};
use crate::{
    error::Result,
    inventory::sectors::{self, Sector, loose},
    people::{Country, Organisation},
    sheets::{Book, Cell, Row, Sheet},
};

/// Rows at the top of a sheet in which its headings are looked for.
const TOP: usize = 40;
/// Headings may stand on several rows: the years above the names.
const ABOVE: usize = 3;

pub fn read(book: &Book, organisation: &Organisation) -> Result<Statistics> {
    let tables: Vec<_> = book.sheets.iter().filter_map(Table::find).collect();
    // Where one workbook has the same figures by source and by sector, those by source are the account itself.
    let best = tables.iter().min_by_key(|table| table.shape.rank());
    let Some(table) = best else {
        return Err(refused("error-statistics-headings"));
    };
    let country = match table.shape {
        Shape::Ned => Some(Country::Se),
        Shape::Long { .. } | Shape::Wide => Some(Country::No),
        Shape::Own => None,
    };
    if country.is_some_and(|country| country != organisation.country) {
        return Err(refused("error-statistics-country"));
    }
    match table.shape {
        Shape::Ned => table.ned(organisation),
        Shape::Long { .. } | Shape::Wide => table.miljodirektoratet(organisation),
        Shape::Own => table.own(),
    }
}

/// How a table is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Own,
    Ned,
    /// A row for each figure.
    Long {
        by_source: bool,
    },
    /// A column for each year.
    Wide,
}

impl Shape {
    fn rank(self) -> u8 {
        match self {
            Self::Own | Self::Ned | Self::Long { by_source: true } => 0,
            Self::Long { by_source: false } => 1,
            Self::Wide => 2,
        }
    }
}

struct Table<'a> {
    sheet: &'a Sheet,
    shape: Shape,
    /// The index of the row of headings.
    heading: usize,
    headings: Vec<(usize, String)>,
    years: Vec<(usize, i64)>,
}

impl<'a> Table<'a> {
    fn find(sheet: &'a Sheet) -> Option<Self> {
        (0..sheet.rows.len().min(TOP)).find_map(|at| Self::at(sheet, at))
    }

    /// The table whose headings stand in this row, if they do.
    fn at(sheet: &'a Sheet, at: usize) -> Option<Self> {
        let row = &sheet.rows[at];
        let headings: Vec<_> = row
            .cells()
            .filter_map(|(column, cell)| match cell {
                Cell::Text(text) => Some((column, loose(text))),
                _ => None,
            })
            .collect();
        let mut table = Table {
            sheet,
            shape: Shape::Wide,
            heading: at,
            headings,
            years: years(&sheet.rows[at.saturating_sub(ABOVE)..=at]),
        };
        let has = |names: &[&str]| table.column(names).is_some();
        table.shape = if has(&["huvudsektor"]) && has(&["undersektor"]) && !table.years.is_empty() {
            Shape::Ned
        } else if !has(SECTOR) {
            return None;
        } else if has(YEAR) && has(OWN_TONNES) && has(SOURCE) {
            Shape::Own
        } else if has(YEAR) && has(EMISSION) {
            Shape::Long {
                by_source: has(&["utslippskilde", "utsleppskjelde"]),
            }
        } else if !table.years.is_empty() {
            Shape::Wide
        } else {
            return None;
        };
        Some(table)
    }

    /// The first column whose heading is one of these, or begins so.
    fn column(&self, names: &[&str]) -> Option<usize> {
        let first = |fits: &dyn Fn(&str, &str) -> bool| {
            names.iter().find_map(|name| {
                let found = self.headings.iter().find(|(_, heading)| fits(heading, name));
                found.map(|(column, _)| *column)
            })
        };
        // Utslippskilde is not Utslipp.
        let begins = |heading: &str, name: &str| {
            let rest = heading.strip_prefix(name).filter(|_| name.len() > 4);
            rest.is_some_and(|rest| !rest.contains("kilde") && !rest.contains("kjelde"))
        };
        first(&|heading, name| heading == name).or_else(|| first(&begins))
    }

    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.sheet.rows[self.heading + 1..].iter()
    }

    /// What stands above the table.
    fn title(&self) -> Option<String> {
        let texts = self.sheet.rows[..self.heading].iter().flat_map(Row::cells);
        let texts: Vec<_> = texts
            .filter(|(_, cell)| matches!(cell, Cell::Text(_)) && cell.number().is_none())
            .map(|(_, cell)| cell.text())
            .collect();
        let title: String = texts.join(" · ").chars().take(300).collect();
        Some(title).filter(|title| !title.is_empty())
    }

    fn empty(&self, account: EmissionSource) -> Statistics {
        Statistics {
            account,
            title: self.title(),
            municipality: None,
            others: 0,
            more_pages: false,
            passed_over: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// The tonnes in a cell; none where it says that there is no figure.
    fn tonnes(&self, row: &Row, column: usize, sector: &Sector) -> Result<Option<f64>> {
        let cell = row.cell(column);
        if cell.is_empty() || matches!(cell.text().as_str(), "." | ".." | "…" | "-" | "–" | ":" | "NA") {
            return Ok(None);
        }
        match cell.number() {
            Some(tonnes) if possible(sector, tonnes) => Ok(Some(tonnes)),
            _ => Err(wrong("error-statistics-number", self.sheet, row, column)),
        }
    }

    fn year(&self, row: &Row, column: usize) -> Result<i64> {
        let year = row.cell(column).number().and_then(wanted_year);
        year.ok_or_else(|| wrong("error-statistics-year", self.sheet, row, column))
    }

    /// Nationella emissionsdatabasen: `Alla` stands for all of something.
    fn ned(&self, organisation: &Organisation) -> Result<Statistics> {
        let (Some(main), Some(sub), Some(municipality)) = (
            self.column(&["huvudsektor"]),
            self.column(&["undersektor"]),
            self.column(&["kommun"]),
        ) else {
            return Err(refused("error-statistics-headings"));
        };
        let mut statistics = self.empty(EmissionSource::Ned);
        // Some tables are in thousands of tonnes and say so above.
        let kilo = statistics
            .title
            .as_deref()
            .is_some_and(|title| loose(title).contains("kton"));
        let (mut sums, mut others) = (Sums::default(), BTreeSet::new());
        for row in self.rows() {
            let name = row.cell(municipality).text();
            if name.is_empty() || loose(&name) == "alla" {
                continue;
            }
            if !same_municipality(organisation, &name) {
                others.insert(name);
                continue;
            }
            let (main_name, sub_name) = (row.cell(main).text(), row.cell(sub).text());
            let whole = loose(&sub_name) == "alla";
            let main_sector =
                sectors::named(&main_name).ok_or_else(|| wrong("error-statistics-sector", self.sheet, row, main))?;
            let sector = if whole {
                main_sector
            } else if main_sector.key == sectors::TRANSPORT {
                transport(&sub_name)
            } else {
                continue;
            };
            statistics.municipality = Some(name);
            for (column, year) in &self.years {
                if let Some(tonnes) = self.tonnes(row, *column, sector)? {
                    sums.add(sector, *year, if kilo { tonnes * 1000.0 } else { tonnes });
                }
            }
        }
        self.finished(statistics, sums, &others)
    }

    /// Miljødirektoratet: a row for each municipality, year, source and gas, or a table by year.
    fn miljodirektoratet(&self, organisation: &Organisation) -> Result<Statistics> {
        let Some(sector) = self.column(SECTOR) else {
            return Err(refused("error-statistics-headings"));
        };
        let (code, name) = (
            self.column(&["kommunenummer", "kommunenr", "knr"]),
            self.column(&["kommune", "kommunenamn", "kommunenavn"]),
        );
        let mut statistics = self.empty(EmissionSource::Miljodirektoratet);
        let (mut sums, mut others) = (Sums::default(), BTreeSet::new());
        for row in self.rows() {
            let own = match (code, name) {
                (Some(code), _) => {
                    let text = row.cell(code).text();
                    // Excel takes the leading zero away from Oslo's 0301.
                    Some(format!("{text:0>4}")).filter(|_| !text.is_empty()) == organisation.code
                }
                (None, Some(name)) => same_municipality(organisation, &row.cell(name).text()),
                (None, None) => true,
            };
            let called = name.or(code).map(|column| row.cell(column).text());
            if row.cell(sector).is_empty() {
                continue;
            }
            if !own {
                others.insert(called.unwrap_or_default());
                continue;
            }
            let of = sectors::named(&row.cell(sector).text())
                .ok_or_else(|| wrong("error-statistics-sector", self.sheet, row, sector))?;
            statistics.municipality = called.or(statistics.municipality);
            if let Shape::Long { .. } = self.shape {
                let (Some(year), Some(emission)) = (self.column(YEAR), self.column(EMISSION)) else {
                    return Err(refused("error-statistics-headings"));
                };
                let year = self.year(row, year)?;
                if let Some(tonnes) = self.tonnes(row, emission, of)? {
                    sums.add(of, year, tonnes);
                }
            } else {
                for (column, year) in &self.years {
                    if let Some(tonnes) = self.tonnes(row, *column, of)? {
                        sums.add(of, *year, tonnes);
                    }
                }
            }
        }
        self.finished(statistics, sums, &others)
    }

    /// Our own template: each figure with its own source and terms.
    fn own(&self) -> Result<Statistics> {
        let (Some(sector), Some(year), Some(tonnes), Some(source)) = (
            self.column(SECTOR),
            self.column(YEAR),
            self.column(OWN_TONNES),
            self.column(SOURCE),
        ) else {
            return Err(refused("error-statistics-headings"));
        };
        let licence = self.column(&["licens", "lisens", "licence", "license", "villkor", "vilkår"]);
        let mut sums = Sums::default();
        for row in self.rows() {
            if row.cell(tonnes).is_empty() && row.cell(year).is_empty() {
                continue;
            }
            let of = sectors::named(&row.cell(sector).text())
                .ok_or_else(|| wrong("error-statistics-sector", self.sheet, row, sector))?;
            let in_year = self.year(row, year)?;
            let Some(value) = self.tonnes(row, tonnes, of)? else {
                continue;
            };
            let before = sums.0.len();
            let figure = sums.add(of, in_year, value);
            let text = |column: Option<usize>| {
                let text: String = column.map(|column| row.cell(column).text()).unwrap_or_default();
                Some(text.chars().filter(|c| !c.is_control()).take(200).collect())
                    .filter(|text: &String| !text.is_empty())
            };
            (figure.source, figure.licence) = (text(Some(source)), text(licence));
            if sums.0.len() == before {
                return Err(wrong("error-statistics-twice", self.sheet, row, sector));
            }
        }
        self.finished(self.empty(EmissionSource::Own), sums, &BTreeSet::new())
    }

    fn finished(&self, mut statistics: Statistics, sums: Sums, others: &BTreeSet<String>) -> Result<Statistics> {
        if sums.0.is_empty() && !others.is_empty() {
            let found = others.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
            return Err(refused("error-statistics-other-municipality").with("found", found));
        }
        statistics.others = others.len();
        statistics.figures = sums.figures();
        Ok(statistics)
    }
}

const SECTOR: &[&str] = &["sektor", "sector"];
const YEAR: &[&str] = &["år", "year", "årstall", "årstal"];
const EMISSION: &[&str] = &["utslipp", "utslepp", "utsläpp"];
const OWN_TONNES: &[&str] = &["tonco2e", "tonnco2e", "tonnesco2e", "ton", "tonn", "tonnes"];
const SOURCE: &[&str] = &["källa", "kjelde", "kilde", "source"];

/// Which columns are years, by the headings.
fn years(rows: &[Row]) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64)> = Vec::new();
    // The lowest row that has any.
    for row in rows.iter().rev() {
        let in_row = row
            .cells()
            .filter_map(|(column, cell)| Some((column, wanted_year(cell.number()?)?)));
        found.extend(in_row);
        if found.len() > 1 {
            break;
        }
        found.clear();
    }
    found
}

/// What kind of transport a part of the Swedish sector is.
fn transport(name: &str) -> &'static Sector {
    let name = loose(name);
    let any = |words: &[&str]| words.iter().any(|word| name.contains(&loose(word)));
    let key = if any(&["slitage", "avdunst"]) {
        "rail-other-transport"
    } else if any(&["flyg"]) {
        "aviation"
    } else if any(&["sjöfart", "fartyg", "båt"]) {
        "shipping"
    } else if any(&["bil", "buss", "moped", "motorcyk"]) {
        "road-transport"
    } else {
        "rail-other-transport"
    };
    sectors::sector(key).unwrap_or(&sectors::all()[0])
}
