//! Saved answers of Kolada's API, of its second version and its third. People keep old files, so both are read: they differ
//! in how a year, a truth and the next page are written.

use serde::Deserialize;

use super::{EmissionSource, Statistics, Sums, possible, refused, same_municipality, sectors, wanted_year};
use crate::{
    error::{Error, Result},
    people::{Country, Organisation},
};

#[derive(Deserialize)]
#[serde(untagged)]
enum Answers {
    One(Answer),
    /// Several, gathered by whoever saved them.
    Many(Vec<Answer>),
}

#[derive(Deserialize)]
struct Answer {
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

pub fn read(bytes: &[u8], organisation: &Organisation) -> Result<Statistics> {
    if organisation.country != Country::Se {
        return Err(refused("error-statistics-country"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let answers = match serde_json::from_slice(bytes) {
        Ok(Answers::One(answer)) => vec![answer],
        Ok(Answers::Many(answers)) => answers,
        Err(_) => return Err(not_ours(bytes)),
    };
    let more_pages = answers.iter().filter(|answer| answer.next_url.is_some()).count();
    let mut statistics = Statistics {
        account: EmissionSource::Kolada,
        title: None,
        municipality: None,
        others: 0,
        // Of several pages that were put together, only the last has none after it.
        more_pages: more_pages > 0 && more_pages == answers.len(),
        passed_over: Vec::new(),
        figures: Vec::new(),
    };
    let code = organisation.code.as_deref().unwrap_or_default();
    let (mut sums, mut others) = (Sums::default(), std::collections::BTreeSet::new());
    let records = answers.into_iter().flat_map(|answer| answer.values);
    for (at, record) in records.enumerate() {
        let wrong = |message: &'static str, found: String| {
            refused(message)
                .with("place", format!("values[{at}]"))
                .with("found", found)
        };
        let Some((sector, per_inhabitant)) = sectors::of_kolada(&record.kpi) else {
            pass_over(&mut statistics.passed_over, &record.kpi);
            continue;
        };
        if per_inhabitant {
            pass_over(&mut statistics.passed_over, &record.kpi);
            continue;
        }
        let own = record.municipality == code || same_municipality(organisation, &record.municipality);
        if !own {
            others.insert(record.municipality);
            continue;
        }
        let year = record.period.number().and_then(wanted_year);
        let year = year.ok_or_else(|| wrong("error-statistics-year", shown(&record.period)))?;
        let whole = record.values.iter().find(|part| {
            part.gender
                .as_deref()
                .is_none_or(|gender| gender.eq_ignore_ascii_case("T"))
        });
        let Some(part) = whole.filter(|part| !part.isdeleted.as_ref().is_some_and(Loose::is_true)) else {
            continue;
        };
        // What is not known, or kept secret, has no value.
        let Some(value) = &part.value else { continue };
        let tonnes = value.number().filter(|tonnes| possible(sector, *tonnes));
        let tonnes = tonnes.ok_or_else(|| wrong("error-statistics-number", shown(value)))?;
        statistics.municipality = Some(record.municipality);
        let before = sums.0.len();
        sums.add(sector, year, tonnes);
        if sums.0.len() == before {
            return Err(wrong("error-statistics-twice", format!("{} {year}", record.kpi)));
        }
    }
    if sums.0.is_empty() && !others.is_empty() {
        let found = others.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
        return Err(refused("error-statistics-other-municipality").with("found", found));
    }
    statistics.others = others.len();
    statistics.figures = sums.figures();
    Ok(statistics)
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
