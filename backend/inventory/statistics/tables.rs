//! Workbooks and separated values. A table is found by its headings, wherever it stands in the file and in whatever order
//! its columns are: what is published moves about from year to year, and people save it in their own ways.

use std::{
    cell::OnceCell,
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use serde::Deserialize;

use super::{EmissionSource, Statistics, Sums, possible};
use crate::{
    error::Result,
    imports::{
        reading::{self, number, only_others, refused, same_municipality, says_nothing, wanted_year, wrong},
        units,
    },
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
    /// That of decimals, as far as the figures settle it.
    sign: OnceCell<Option<char>>,
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
            sign: OnceCell::new(),
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
        if says_nothing(row.cell(column)) {
            return Ok(None);
        }
        let sign = || *self.sign.get_or_init(|| self.settled());
        match number(self.sheet, row, column, sign)? {
            Some(tonnes) if possible(sector, tonnes) => Ok(Some(tonnes)),
            _ => Err(wrong("error-statistics-number", self.sheet, row, column)),
        }
    }

    /// How many tonnes one of the figures is: by what stands in brackets after their heading, or by what stands above the
    /// table. A unit that is none of tonnes is refused.
    fn factor(&self, column: Option<usize>, statistics: &Statistics) -> Result<f64> {
        let head = &self.sheet.rows[self.heading];
        let heading = column.map(|column| head.cell(column).text()).unwrap_or_default();
        let unit = heading.split_once(['(', '[']).or(heading.split_once(','));
        if let (Some(column), Some((_, unit))) = (column, unit) {
            let factor = units::tonnes(unit.trim_end_matches([')', ']']));
            // What follows tonnes is of which kind they are.
            let plain = || loose(unit).starts_with("ton").then_some(1.0);
            let other = || wrong("error-statistics-unit", self.sheet, head, column);
            return factor.or_else(plain).ok_or_else(other);
        }
        let headings = match column {
            Some(_) => vec![heading.as_str()],
            None => head
                .cells()
                .map(|(_, cell)| match cell {
                    Cell::Text(text) => &**text,
                    _ => "",
                })
                .collect(),
        };
        let mut above = statistics.title.iter().map(String::as_str).chain(headings);
        Ok(match above.any(says_thousands) {
            true => 1000.0,
            false => 1.0,
        })
    }

    fn settled(&self) -> Option<char> {
        let columns: Vec<_> = match self.shape {
            Shape::Own => self.column(OWN_TONNES).into_iter().collect(),
            Shape::Long { .. } => self.column(EMISSION).into_iter().collect(),
            Shape::Ned | Shape::Wide => self.years.iter().map(|(column, _)| *column).collect(),
        };
        let cells = self
            .rows()
            .flat_map(|row| columns.iter().map(|column| row.cell(*column)));
        reading::settled(cells)
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
        let factor = self.factor(None, &statistics)?;
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
                    sums.add(sector, *year, tonnes * factor);
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
        let factor = self.factor(self.column(EMISSION), &statistics)?;
        // By numbers of today, and by those of before a year's division of the country, which count where those are missing.
        let (mut sums, mut old) = (Sums::default(), Sums::default());
        let mut others = BTreeSet::new();
        for row in self.rows() {
            let mut of_old = false;
            let own = match (code, name) {
                (Some(code), _) => {
                    let text = row.cell(code).text();
                    // Excel takes the leading zero away from Oslo's 0301.
                    let number = format!("{text:0>4}");
                    let called = |name| is_of_old(organisation, &number, &row.cell(name).text());
                    of_old = !text.is_empty() && name.is_some_and(called);
                    of_old || Some(number).filter(|_| !text.is_empty()) == organisation.code
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
            let sums = if of_old { &mut old } else { &mut sums };
            if let Shape::Long { .. } = self.shape {
                let (Some(year), Some(emission)) = (self.column(YEAR), self.column(EMISSION)) else {
                    return Err(refused("error-statistics-headings"));
                };
                let year = self.year(row, year)?;
                if let Some(tonnes) = self.tonnes(row, emission, of)? {
                    sums.add(of, year, tonnes * factor);
                }
            } else {
                for (column, year) in &self.years {
                    if let Some(tonnes) = self.tonnes(row, *column, of)? {
                        sums.add(of, *year, tonnes * factor);
                    }
                }
            }
        }
        let years: BTreeSet<_> = sums.0.keys().map(|(_, year)| *year).collect();
        old.0.retain(|(_, year), _| !years.contains(year));
        sums.0.append(&mut old.0);
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
        let factor = self.factor(Some(tonnes), &self.empty(EmissionSource::Own))?;
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
            let figure = sums.add(of, in_year, value * factor);
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
            return Err(only_others(others));
        }
        statistics.others = others.len();
        statistics.figures = sums.figures();
        Ok(statistics)
    }
}

#[derive(Deserialize)]
struct Numbered {
    code: String,
    name: String,
    country: String,
}

/// The names of Norway's municipalities, by their numbers of today.
static TODAY: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../../reference/municipalities.csv")[..])
        .deserialize()
        .map(|row| row.expect("reference/municipalities.csv is compiled in, and a test reads it"))
        .filter(|row: &Numbered| row.country == Country::No.text())
        .map(|row| (row.code, row.name))
        .collect()
});

/// Whether a row is about a municipality under a number that none has any more: most got another one in 2020 or 2024, and
/// kept their name. Where two have the same name, it does not tell them apart.
fn is_of_old(organisation: &Organisation, code: &str, name: &str) -> bool {
    // `Ålesund (2020–2023)`
    let name = name.split('(').next().unwrap_or_default();
    let same = || TODAY.values().filter(|known| **known == organisation.name).count();
    !TODAY.contains_key(code) && same_municipality(organisation, name) && same() == 1
}

const SECTOR: &[&str] = &["sektor", "sector"];
const YEAR: &[&str] = &["år", "year", "årstall", "årstal"];
const EMISSION: &[&str] = &["utslipp", "utslepp", "utsläpp"];
const OWN_TONNES: &[&str] = &["tonco2e", "tonnco2e", "tonnesco2e", "ton", "tonn", "tonnes"];
const SOURCE: &[&str] = &["källa", "kjelde", "kilde", "source"];

/// Whether a text says that figures are in thousands of tonnes.
fn says_thousands(text: &str) -> bool {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(loose)
        .filter(|word| !word.is_empty())
        .collect();
    let is_ton = |word: &String| word == "ton" || word == "tonn";
    let kilo = |word: &String| ["kt", "kton", "ktonn", "kiloton", "kilotonn"].contains(&word.as_str());
    words.iter().any(kilo)
        || words
            .windows(2)
            .any(|pair| ["1000", "tusen"].contains(&pair[0].as_str()) && is_ton(&pair[1]))
        || words
            .windows(3)
            .any(|all| all[0] == "1" && all[1] == "000" && is_ton(&all[2]))
}

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
