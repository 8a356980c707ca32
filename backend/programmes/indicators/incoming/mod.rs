//! Values that come in from files: saved answers of Kolada's, and sheets of one's own. A file is kept as what was read in
//! it, by the names that it uses; whose values they are is found out anew whenever it is looked at, so that an indicator
//! that is added meanwhile gets its own.

pub mod graphql;
pub mod sheet;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{Indicator, LARGEST, Measured, Programme, SOURCE, replace, store, whole_year};
use crate::{
    actions::example::reference,
    app::App,
    db::Tx,
    error::{Error, ErrorCode, Result},
    graphql::{Day, Id},
    i18n::Language,
    imports::{
        self, FileImport, ImportKind, Sent, kolada,
        reading::{is_json, only_others, refused},
    },
    inventory::sectors::loose,
    people::{Editor, Me, Organisation, organisations},
    programmes, sheets, text,
};

/// Values in a file at most: a hundred indicators, fifty years.
const FIGURES: usize = 5000;

/// What a file holds, as it was read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// A saved answer of Kolada's; else a sheet.
    pub kolada: bool,
    /// What the file calls the municipality; null where it names none.
    pub municipality: Option<String>,
    /// Of how many other municipalities it holds figures, which are left alone.
    pub others: usize,
    /// The answer has further pages, which are not in this file.
    pub more_pages: bool,
    /// Key figures that no indicator of the catalogue is.
    pub passed_over: Vec<String>,
    pub figures: Vec<Figure>,
    /// The indicators that it had values of when it was read, with their names: what is shown is what is taken over.
    pub met: Vec<(String, String)>,
}

impl Content {
    /// How the source wants to be named; empty where it has to be said.
    #[must_use]
    pub fn attribution(&self) -> &'static str {
        if self.kolada { "Kolada (RKA)" } else { "" }
    }
}

/// A value as the file gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Kolada's number, or what the sheet calls the indicator.
    pub of: String,
    pub day: Day,
    pub value: f64,
    /// What the sheet says that it is counted in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it stands, as whoever has to correct it finds it.
    pub place: String,
}

/// What is held against what stands there now.
#[derive(Debug, Default)]
pub struct Plan {
    pub series: Vec<Series>,
    /// What the file calls what no indicator of the programme is, and how many values it has of it.
    pub unmatched: Vec<(String, usize)>,
    /// Indicators that it had values of when it was read, and that are no longer there.
    pub gone: Vec<String>,
}

/// What a file has of one indicator, the earliest first.
#[derive(Clone, Debug)]
pub struct Series {
    pub indicator: Indicator,
    pub values: Vec<Incoming>,
    /// Kolada's figures, which are counted as the catalogue says.
    pub kolada: bool,
}

impl Series {
    /// What the file counts in, where the indicator counts in something else: then its values may be a thousand times too
    /// large.
    #[must_use]
    pub fn other_unit(&self, reader: Language) -> Option<String> {
        let own = self.indicator.unit.as_str();
        let known = self.indicator.key.as_deref().and_then(reference::indicator);
        if self.kolada {
            let known = known.filter(|known| !known.is_counted_in(own))?;
            return Some(known.unit(reader).to_owned());
        }
        let the_same = |unit: &str| {
            reference::same_unit(unit, own)
                || known.is_some_and(|known| known.is_counted_in(unit) && known.is_counted_in(own))
        };
        let mut units = self.values.iter().filter_map(|each| each.figure.unit.as_deref());
        units.find(|unit| !the_same(unit)).map(str::to_owned)
    }
}

#[derive(Clone, Debug)]
pub struct Incoming {
    pub day: Day,
    pub figure: Figure,
    /// What stands there now.
    pub before: Option<Measured>,
}

impl Incoming {
    /// What stands there now, if it says the same.
    fn same(&self) -> Option<&Measured> {
        let before = self.before.as_ref();
        before.filter(|before| before.value == self.figure.value)
    }

    /// The row that takes the place of the one that stands there. Source and terms that the file does not say are those that
    /// are said of all of it; a note stays with its value as long as the value does.
    fn row(&self, indicator: Id<Indicator>, said: &Terms) -> Measured {
        let figure = self.figure.clone();
        let kept = self.same();
        let or_kept = |new: Option<String>, of: fn(&Measured) -> &Option<String>| {
            new.or_else(|| kept.and_then(|kept| of(kept).clone()))
        };
        Measured {
            indicator_id: indicator,
            day: self.day,
            value: figure.value,
            source: or_kept(figure.source.or_else(|| said.source.clone()), |kept| &kept.source),
            licence: or_kept(figure.licence.or_else(|| said.licence.clone()), |kept| &kept.licence),
            note: or_kept(figure.note, |kept| &kept.note),
        }
    }
}

/// What is said of all values that do not say it themselves.
#[derive(Default)]
pub struct Terms {
    pub source: Option<String>,
    pub licence: Option<String>,
}

// ---- a file is read ---------------------------------------------------------------------------------------------------

/// Reads a file and keeps what is in it, without changing any value.
///
/// # Errors
/// `INVALID` or `TOO_LARGE` on `file`, with the cell at fault.
pub async fn send(app: &App, editor: &Editor, programme: &Programme, name: &str, bytes: Bytes) -> Result<FileImport> {
    let organisation = organisations::organisation(app, editor.organisation_id()).await?;
    let mut content = read(app, &organisation, bytes.clone()).await?;
    let indicators = store::of_programmes(&app.db, &[programme.id]).await?;
    // Tells of a value that stands there twice, too, and of a name that means several.
    let plan = plan(&content, indicators, Vec::new())?;
    let named = |series: &Series| (series.indicator.id.to_string(), series.indicator.name.clone());
    content.met = plan.series.iter().map(named).collect();
    let content = serde_json::to_string(&content).map_err(Error::internal)?;
    let sent = Sent { name, bytes: &bytes };
    let mut tx = app.db.begin().await?;
    let import = imports::keep(
        app,
        &mut tx,
        editor,
        ImportKind::Values,
        Some(programme.id),
        &sent,
        content,
    )
    .await?;
    app.commit(tx).await?;
    Ok(import)
}

async fn read(app: &App, organisation: &Organisation, bytes: Bytes) -> Result<Content> {
    let content = if is_json(&bytes) {
        let named = |code: &String| {
            let id = app.organisations.named(&format!("SE {code}"));
            let found = id.and_then(|id| app.organisations.find(id));
            found.map_or_else(|| code.clone(), |found| found.name.clone())
        };
        of_kolada(&bytes, organisation, named)?
    } else {
        sheet::read(&sheets::read(bytes).await?, organisation)?
    };
    if content.figures.is_empty() {
        return Err(match content.passed_over.join(", ") {
            list if list.is_empty() => refused("error-values-nothing"),
            list => refused("error-values-unknown").with("found", list),
        });
    }
    if content.figures.len() > FIGURES {
        return Err(Error::new(ErrorCode::TooLarge)
            .on("file")
            .saying("error-values-too-many")
            .with("most", FIGURES));
    }
    Ok(content)
}

/// A saved answer, of which the key figures of the catalogue are taken.
fn of_kolada(bytes: &[u8], organisation: &Organisation, named: impl Fn(&String) -> String) -> Result<Content> {
    let answer = kolada::read(bytes, organisation, |kpi| reference::of_kolada(kpi).is_some())?;
    if answer.figures.is_empty() && answer.unpublished {
        return Err(refused("error-statistics-unpublished"));
    }
    if answer.figures.is_empty() && !answer.others.is_empty() {
        return Err(only_others(&answer.others.iter().take(3).map(named).collect()));
    }
    let mut figures = Vec::new();
    for figure in &answer.figures {
        let value = figure.value.filter(|value| value.abs() <= LARGEST);
        figures.push(Figure {
            of: figure.kpi.to_uppercase(),
            day: last_of(figure.year),
            value: value.ok_or_else(|| figure.wrong("error-values-number"))?,
            unit: None,
            source: None,
            licence: None,
            note: None,
            place: figure.place.clone(),
        });
    }
    Ok(Content {
        kolada: true,
        municipality: answer.municipality,
        others: answer.others.len(),
        more_pages: answer.more_pages,
        passed_over: answer.passed_over,
        figures,
        met: Vec::new(),
    })
}

/// The day that stands for a year.
fn last_of(year: i64) -> Day {
    Day(jiff::civil::date(i16::try_from(year).unwrap_or_default(), 12, 31))
}

// ---- and held against what is there -----------------------------------------------------------------------------------

/// What an import says, read from what was kept of it.
///
/// # Errors
/// Never, but when somebody else has written into the database.
pub fn content(import: &FileImport) -> Result<Content> {
    serde_json::from_str(&import.content).map_err(Error::internal)
}

/// What taking an import over would change in what stands there now.
///
/// # Errors
/// `INVALID` on `file` where it no longer fits, since indicators were changed after it was read.
pub async fn preview(app: &App, programme: Option<Id<Programme>>, content: &Content) -> Result<Plan> {
    let indicators = match programme {
        Some(programme) => store::of_programmes(&app.db, &[programme]).await?,
        None => Vec::new(),
    };
    let ids: Vec<_> = indicators.iter().map(|each| each.id).collect();
    let standing = store::values(&app.db, &ids).await?;
    plan(content, indicators, standing)
}

/// The indicators that a name in a file means, by their places. All that measure the same thing of the catalogue get its
/// figures: a target's own and the whole programme's.
fn meant(indicators: &[Indicator], figure: &Figure, kolada: bool) -> Result<Vec<usize>> {
    let all = |is: &dyn Fn(&Indicator) -> bool| -> Vec<usize> {
        (0..indicators.len()).filter(|at| is(&indicators[*at])).collect()
    };
    let known = |each: &Indicator| each.key.as_deref().and_then(reference::indicator);
    if kolada {
        let is = |id: &str| id.eq_ignore_ascii_case(&figure.of);
        return Ok(all(&|each| {
            known(each).and_then(reference::Indicator::kolada).is_some_and(is)
        }));
    }
    let wanted = loose(&figure.of);
    let own = all(&|each| each.name == figure.of || !wanted.is_empty() && loose(&each.name) == wanted);
    let first = own.first().map(|at| &indicators[*at].key);
    let one_thing = own.iter().all(|at| Some(&indicators[*at].key) == first);
    match own.len() {
        0 => Ok(all(&|each| known(each).is_some_and(|known| known.is_called(&wanted)))),
        1 => Ok(own),
        _ if one_thing && first.is_some_and(Option::is_some) => Ok(own),
        _ => Err(at_fault("error-values-several", figure)),
    }
}

fn at_fault(message: &'static str, figure: &Figure) -> Error {
    refused(message)
        .with("place", figure.place.as_str())
        .with("found", figure.of.as_str())
}

fn plan(content: &Content, indicators: Vec<Indicator>, standing: Vec<Measured>) -> Result<Plan> {
    let mut standing: HashMap<_, _> = standing
        .into_iter()
        .map(|row| ((row.indicator_id, row.day), row))
        .collect();
    let mut found: BTreeMap<usize, BTreeMap<Day, Incoming>> = BTreeMap::new();
    let mut unmatched: Vec<(String, usize)> = Vec::new();
    let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
    for figure in &content.figures {
        let of = match names.get(figure.of.as_str()) {
            Some(of) => of.clone(),
            None => meant(&indicators, figure, content.kolada)?,
        };
        if of.is_empty() {
            match unmatched.iter_mut().find(|(name, _)| *name == figure.of) {
                Some((_, count)) => *count += 1,
                None => unmatched.push((figure.of.clone(), 1)),
            }
        }
        for at in &of {
            let indicator = &indicators[*at];
            let day = whole_year(indicator.yearly, figure.day);
            let incoming = Incoming {
                day,
                figure: figure.clone(),
                before: standing.remove(&(indicator.id, day)),
            };
            if found.entry(*at).or_default().insert(day, incoming).is_some() {
                return Err(at_fault("error-values-twice", figure));
            }
        }
        names.insert(&figure.of, of);
    }
    let there: HashSet<_> = indicators.iter().map(|each| each.id.to_string()).collect();
    let gone = content.met.iter().filter(|(id, _)| !there.contains(id));
    let gone = gone.map(|(_, name)| name.clone()).collect();
    let mut indicators: Vec<_> = indicators.into_iter().map(Some).collect();
    let series = found.into_iter().filter_map(|(at, values)| {
        let indicator = indicators[at].take()?;
        Some(Series {
            indicator,
            values: values.into_values().collect(),
            kolada: content.kolada,
        })
    });
    Ok(Plan {
        series: series.collect(),
        unmatched,
        gone,
    })
}

// ---- and taken over ---------------------------------------------------------------------------------------------------

/// Puts an import's values in the place of those of the same days, all of them or none.
///
/// # Errors
/// `NOT_FOUND` for another organisation's import, or when the programme is gone; `CONFLICT` when it has been taken over;
/// `INVALID` on `importId` when an indicator was deleted meanwhile or nothing is the programme's, and on `source` or
/// `licence` where an agency's figures come without them.
pub async fn apply(
    app: &App,
    me: &Me,
    id: Id<FileImport>,
    source: Option<String>,
    licence: Option<String>,
) -> Result<(FileImport, Programme)> {
    let (import, editor) = imports::own(&app.db, me, ImportKind::Values, id).await?;
    if import.applied_at.is_some() {
        return Err(Error::new(ErrorCode::Conflict).saying("error-import-applied"));
    }
    let missing = || Error::not_found().on("importId");
    let programme = import.programme_id.ok_or_else(missing)?;
    let content = content(&import)?;
    let said = Terms {
        source: said("source", source, content.kolada)?,
        licence: said("licence", licence, content.kolada)?,
    };
    let mut tx = app.db.begin().await?;
    let programme = programmes::programme(&mut tx, programme).await?.ok_or_else(missing)?;
    store::hold(&mut tx, &editor, programme.id).await?;
    let plan = plan_in(&mut tx, programme.id, &content).await?;
    if let Some(name) = plan.gone.first() {
        return Err(Error::invalid("importId", "error-values-gone").with("name", name.as_str()));
    }
    if plan.series.is_empty() {
        return Err(Error::invalid("importId", "error-values-nobodys"));
    }
    let import = imports::applied(app, &mut tx, &editor, import).await?;
    for series in &plan.series {
        let id = series.indicator.id;
        let rows = series.values.iter().map(|each| (each, each.row(id, &said)));
        // What stands there word for word is not written again, nor noted as a change.
        let new = rows.filter(|(each, row)| each.before.as_ref() != Some(row));
        let new: Vec<_> = new.map(|(_, row)| row).collect();
        if !new.is_empty() {
            replace(app, &mut tx, &editor, &series.indicator, &new, Vec::new()).await?;
        }
    }
    app.commit(tx).await?;
    Ok((import, programme))
}

async fn plan_in(tx: &mut Tx, programme: Id<Programme>, content: &Content) -> Result<Plan> {
    let indicators = store::of_programmes(&mut *tx, &[programme]).await?;
    let ids: Vec<_> = indicators.iter().map(|each| each.id).collect();
    let standing = store::values(&mut *tx, &ids).await?;
    plan(content, indicators, standing)
}

fn said(field: &'static str, given: Option<String>, required: bool) -> Result<Option<String>> {
    let given = given.unwrap_or_default();
    if required {
        return text::required_line(field, &given, SOURCE).map(Some);
    }
    text::line(field, &given, SOURCE)
}
