//! Saved answers of Kolada's API, of its second version and its third. People keep old files, so both are read: they differ
//! in how a year, a truth and the next page are written.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::reading::{refused, same_municipality, wanted_year};
use crate::{
    error::{Error, Result},
    people::{Country, Organisation, OrganisationKind},
};

/// What an answer holds for one municipality.
#[derive(Debug, Default)]
pub struct Answer {
    pub figures: Vec<Figure>,
    /// Whose figures these are, by its name: an answer has codes. None where there are none.
    pub municipality: Option<String>,
    /// The codes of others, whose figures are left alone.
    pub others: BTreeSet<String>,
    /// There are further pages, which are not in the file.
    pub more_pages: bool,
    /// There are years of the organisation's own that have no value, or none yet.
    pub unpublished: bool,
    /// Key figures that were not asked for, the first twenty.
    pub passed_over: Vec<String>,
}

/// A year's figure, of women and men together.
#[derive(Debug)]
pub struct Figure {
    pub kpi: String,
    pub year: i64,
    /// None where what stands there is no number.
    pub value: Option<f64>,
    /// Where it stands in the answer.
    pub place: String,
    found: String,
}

impl Figure {
    /// What is wrong with its value.
    #[must_use]
    pub fn wrong(&self, message: &'static str) -> Error {
        refused(message)
            .with("place", self.place.as_str())
            .with("found", self.found.as_str())
    }

    /// The file has another figure for the same year.
    #[must_use]
    pub fn twice(&self) -> Error {
        refused("error-statistics-twice")
            .with("place", self.place.as_str())
            .with("found", format!("{} {}", self.kpi, self.year))
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Pages {
    One(Page),
    /// Several, gathered by whoever saved them.
    Many(Vec<Page>),
}

#[derive(Deserialize)]
struct Page {
    values: Vec<Record>,
    #[serde(default, alias = "next_page")]
    next_url: Option<String>,
}

#[derive(Deserialize)]
struct Record {
    kpi: String,
    municipality: String,
    period: Loose,
    values: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    gender: Option<String>,
    #[serde(default)]
    value: Option<Loose>,
    #[serde(default, alias = "is_deleted")]
    isdeleted: Option<Loose>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Loose {
    Truth(bool),
    Number(f64),
    Text(String),
}

impl Loose {
    fn number(&self) -> Option<f64> {
        match self {
            Self::Truth(_) => None,
            Self::Number(number) => Some(*number),
            Self::Text(text) => crate::sheets::number(text),
        }
    }

    fn is_true(&self) -> bool {
        match self {
            Self::Truth(yes) => *yes,
            other => other.number() == Some(1.0),
        }
    }
}

/// The organisation's own figures of the key figures that are wanted.
///
/// # Errors
/// `INVALID` on `file`.
pub fn read(bytes: &[u8], organisation: &Organisation, is_wanted: impl Fn(&str) -> bool) -> Result<Answer> {
    if organisation.country != Country::Se {
        return Err(refused("error-statistics-country"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let pages = match serde_json::from_slice(bytes) {
        Ok(Pages::One(page)) => vec![page],
        Ok(Pages::Many(pages)) => pages,
        Err(_) => return Err(not_ours(bytes)),
    };
    let goes_on = |page: &&Page| page.next_url.as_deref().is_some_and(|url| !url.trim().is_empty());
    let followed = pages.iter().filter(goes_on).count();
    let mut answer = Answer {
        // Of several pages that were put together, only the last has none after it.
        more_pages: followed > 0 && followed == pages.len(),
        ..Answer::default()
    };
    let code = code(organisation);
    let records = pages.into_iter().flat_map(|page| page.values);
    for (at, record) in records.enumerate() {
        if !is_wanted(&record.kpi) {
            pass_over(&mut answer.passed_over, &record.kpi);
            continue;
        }
        let own = record.municipality == code || same_municipality(organisation, &record.municipality);
        if !own {
            answer.others.insert(record.municipality);
            continue;
        }
        let place = format!("values[{at}]");
        let year = record.period.number().and_then(wanted_year).ok_or_else(|| {
            refused("error-statistics-year")
                .with("place", place.as_str())
                .with("found", shown(&record.period))
        })?;
        let whole = record.values.iter().find(|part| {
            part.gender
                .as_deref()
                .is_none_or(|gender| gender.eq_ignore_ascii_case("T"))
        });
        let part = whole.filter(|part| !part.isdeleted.as_ref().is_some_and(Loose::is_true));
        // What is not known, or kept secret, has no value.
        let Some(value) = part.and_then(|part| part.value.as_ref()) else {
            answer.unpublished = true;
            continue;
        };
        answer.municipality = Some(organisation.name.clone());
        answer.figures.push(Figure {
            kpi: record.kpi,
            year,
            value: value.number(),
            place,
            found: shown(value),
        });
    }
    Ok(answer)
}

/// What Kolada calls an organisation: a municipality by its code, the region of the county `01` by `0001`.
fn code(organisation: &Organisation) -> String {
    let code = organisation.code.as_deref().unwrap_or_default();
    match organisation.kind {
        OrganisationKind::County => format!("00{code}"),
        _ => code.to_owned(),
    }
}

fn shown(value: &Loose) -> String {
    match value {
        Loose::Truth(yes) => yes.to_string(),
        Loose::Number(number) => number.to_string(),
        Loose::Text(text) => text.chars().take(60).collect(),
    }
}

fn pass_over(list: &mut Vec<String>, figure: &str) {
    let figure: String = figure.chars().take(20).collect();
    if list.len() < 20 && !list.contains(&figure) {
        list.push(figure);
    }
}

/// JSON that breaks off is told from JSON that is something else.
fn not_ours(bytes: &[u8]) -> Error {
    match serde_json::from_slice::<serde::de::IgnoredAny>(bytes) {
        Ok(_) => refused("error-statistics-not-kolada"),
        Err(why) => refused("error-statistics-json").with("line", why.line()),
    }
}
