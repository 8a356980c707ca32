//! The inventory, a programme's first cornerstone: what threatens a municipality, and what is emitted in it. Figures come
//! from files of the agencies that publish them (`statistics/`) and are never edited here; each keeps its source and terms.

pub mod graphql;
pub mod sectors;
pub mod sheet;
pub mod statistics;
pub(crate) mod store;

use std::{collections::BTreeMap, sync::Arc};

use async_graphql::Enum;
use bytes::Bytes;
use uuid::Uuid;

pub use statistics::EmissionSource;

use crate::{
    app::App,
    clock::Moment,
    db::{Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window},
    i18n::Language,
    imports::{self, FileImport, ImportKind, Sent},
    people::{Editor, Me, OrganisationId, Person, organisations},
    text::{self, Change},
};
use statistics::{Figure, Statistics};

// ---- risks ----------------------------------------------------------------------------------------------------------

/// What a changing climate threatens in a municipality, in its own words.
#[derive(Clone, Debug)]
pub struct ClimateRisk {
    pub id: Id<ClimateRisk>,
    pub organisation_id: Uuid,
    pub position: i64,
    pub revision: i64,
    pub title: String,
    pub description: Option<String>,
    pub language: Language,
    pub severity: RiskSeverity,
    pub updated_at: Moment,
    pub updated_by: Option<Id<Person>>,
}
row!(ClimateRisk {
    id,
    organisation_id,
    position,
    revision,
    title,
    description,
    language,
    severity,
    updated_at,
    updated_by
});

impl Kind for ClimateRisk {
    const PREFIX: &'static str = "risk";
}

/// How bad it would be.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskSeverity {
    /// Can be lived with.
    Low,
    /// Costs money and disturbs.
    Medium,
    /// Damages what people depend on.
    High,
    /// Endangers life, or what cannot be replaced.
    VeryHigh,
}
text_enum!(RiskSeverity { Low = "LOW", Medium = "MEDIUM", High = "HIGH", VeryHigh = "VERY_HIGH" });

/// Risks of an organisation at most: a longer list ranks nothing.
pub(crate) const RISKS: i64 = 100;
const TITLE: usize = 200;
const DESCRIPTION: usize = 4000;

/// The organisation, if the viewer may edit what is its.
async fn editor(app: &App, me: &Me, organisation: OrganisationId) -> Result<Editor> {
    organisations::organisation(app, organisation.0)
        .await
        .map_err(|_| Error::not_found().on("organisationId"))?;
    me.editor(organisation.0)
}

/// What is written about a risk.
pub struct RiskText {
    pub title: String,
    pub description: Option<String>,
    pub severity: RiskSeverity,
    pub language: Option<Language>,
}

/// # Errors
/// `FORBIDDEN` for others than the organisation's own, `INVALID` with the field at fault.
pub async fn create_risk(app: &App, me: &Me, organisation: OrganisationId, given: RiskText) -> Result<ClimateRisk> {
    let editor = editor(app, me, organisation).await?;
    let now = app.clock.now();
    let mut risk = ClimateRisk {
        id: Id::of(app.random.id(now)),
        organisation_id: organisation.0,
        position: 0,
        revision: 1,
        title: text::required_line("title", &given.title, TITLE)?,
        description: description(given.description.as_deref())?,
        language: given.language.unwrap_or(me.language),
        severity: given.severity,
        updated_at: now,
        updated_by: Some(me.id),
    };
    let mut tx = app.db.begin().await?;
    let (last, count) = store::last_risk(&mut tx, &editor).await?;
    if count >= RISKS {
        return Err(Error::invalid("organisationId", "error-too-many").with("most", RISKS));
    }
    risk.position = last + 1;
    store::insert_risk(&mut tx, &editor, &risk).await?;
    app.commit(tx).await?;
    Ok(risk)
}

fn description(given: Option<&str>) -> Result<Option<String>> {
    text::paragraphs("description", given.unwrap_or_default(), DESCRIPTION)
}

async fn own_risk(app: &App, me: &Me, id: Id<ClimateRisk>) -> Result<(ClimateRisk, Editor)> {
    let risk = store::risk(&app.db, id)
        .await?
        .ok_or_else(|| Error::not_found().on("id"))?;
    let editor = me.editor(risk.organisation_id)?;
    Ok((risk, editor))
}

/// A change of a risk; [`Change::Keep`] leaves it as it is.
#[derive(Default)]
pub struct RiskChange {
    pub title: Change<String>,
    pub description: Change<String>,
    pub severity: Change<RiskSeverity>,
    pub language: Change<Language>,
}

/// # Errors
/// `CONFLICT` when it was changed meanwhile, `INVALID` with the field at fault.
pub async fn update_risk(
    app: &App,
    me: &Me,
    id: Id<ClimateRisk>,
    revision: i64,
    change: RiskChange,
) -> Result<ClimateRisk> {
    let (mut risk, editor) = own_risk(app, me, id).await?;
    let title = change.title.try_map(|title| text::line("title", &title, TITLE))?;
    title.apply_required("title", &mut risk.title)?;
    let words = change.description.try_map(|words| description(Some(&words)))?;
    words.apply(&mut risk.description);
    change.severity.apply_required("severity", &mut risk.severity)?;
    change.language.apply_required("language", &mut risk.language)?;
    let newest = risk.revision;
    risk.revision = revision + 1;
    risk.updated_at = app.clock.now();
    risk.updated_by = Some(me.id);
    let mut tx = app.db.begin().await?;
    if newest != revision || !store::update_risk(&mut tx, &editor, &risk, revision).await? {
        return Err(Error::new(ErrorCode::Conflict).on("revision").with("revision", newest));
    }
    app.commit(tx).await?;
    Ok(risk)
}

/// Moves a risk to a place in the list, the first of which is 0; what comes after it moves on.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub async fn move_risk(app: &App, me: &Me, id: Id<ClimateRisk>, to: i32) -> Result<Vec<ClimateRisk>> {
    let (risk, editor) = own_risk(app, me, id).await?;
    let to = usize::try_from(to).map_err(|_| Error::invalid("position", "error-negative"))?;
    let mut tx = app.db.begin().await?;
    let mut risks = store::risks(&mut tx, risk.organisation_id).await?;
    let from = risks.iter().position(|row| row.id == id);
    let moved = risks.remove(from.ok_or_else(|| Error::not_found().on("id"))?);
    risks.insert(to.min(risks.len()), moved);
    let ids: Vec<_> = risks.iter().map(|row| row.id).collect();
    store::set_positions(&mut tx, &editor, &ids).await?;
    app.commit(tx).await?;
    Ok(risks)
}

/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub async fn delete_risk(app: &App, me: &Me, id: Id<ClimateRisk>) -> Result<()> {
    let (_, editor) = own_risk(app, me, id).await?;
    let mut tx = app.db.begin().await?;
    if !store::delete_risk(&mut tx, &editor, id).await? {
        return Err(Error::not_found().on("id"));
    }
    app.commit(tx).await
}

// ---- emissions ------------------------------------------------------------------------------------------------------

/// What was emitted in a sector in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Emission {
    pub account: EmissionSource,
    pub sector: String,
    pub year: i64,
    pub tonnes: f64,
    pub source: String,
    pub licence: String,
    pub import_id: Id<FileImport>,
    pub imported_at: Moment,
}
row!(Emission {
    account,
    sector,
    year,
    tonnes,
    source,
    licence,
    import_id,
    imported_at
});

/// All figures of one source.
#[derive(Clone, Debug)]
pub struct Account {
    pub source: EmissionSource,
    pub series: Vec<Series>,
    /// The latest of its figures.
    pub imported_at: Moment,
}

/// A sector's figures by year.
#[derive(Clone, Debug)]
pub struct Series {
    pub sector: &'static sectors::Sector,
    pub values: Vec<Emission>,
    /// Added up here from its parts, and not in the source.
    pub computed: bool,
}

/// The accounts of an organisation, the one with the latest figures first.
///
/// # Errors
/// When the database does not answer.
pub async fn accounts(app: &App, organisation: Uuid) -> Result<Vec<Account>> {
    let mut by_source: BTreeMap<EmissionSource, Vec<Emission>> = BTreeMap::new();
    for row in store::emissions(&app.db, organisation).await? {
        by_source.entry(row.account).or_default().push(row);
    }
    let mut accounts: Vec<_> = by_source
        .into_iter()
        .map(|(source, rows)| Account {
            source,
            imported_at: rows.iter().map(|row| row.imported_at).max().unwrap_or(Moment(0)),
            series: series(rows),
        })
        .collect();
    accounts.sort_by_key(|account| std::cmp::Reverse(account.imported_at));
    Ok(accounts)
}

/// The series of one account in their order, with what its source leaves to be added up: all transport, and everything.
fn series(rows: Vec<Emission>) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for row in rows {
        // A sector that has left the reference data is no longer shown.
        let Some(sector) = sectors::sector(&row.sector) else {
            continue;
        };
        match found.iter_mut().find(|series| series.sector.key == sector.key) {
            Some(series) => series.values.push(row),
            None => found.push(Series {
                sector,
                values: vec![row],
                computed: false,
            }),
        }
    }
    let is_part = |series: &Series| series.sector.parent().is_some();
    add_up(&mut found, sectors::TRANSPORT, is_part);
    add_up(&mut found, sectors::TOTAL, |series| series.sector.adds_up());
    found.sort_by_key(|series| series.sector.place());
    found
}

fn add_up(found: &mut Vec<Series>, key: &str, part: impl Fn(&Series) -> bool) {
    let Some(sector) = sectors::sector(key).filter(|_| found.iter().all(|series| series.sector.key != key)) else {
        return;
    };
    let mut sums: BTreeMap<i64, Emission> = BTreeMap::new();
    for value in found
        .iter()
        .filter(|series| part(series))
        .flat_map(|series| &series.values)
    {
        sums.entry(value.year)
            .and_modify(|sum| sum.tonnes += value.tonnes)
            .or_insert_with(|| Emission {
                sector: key.to_owned(),
                ..value.clone()
            });
    }
    if !sums.is_empty() {
        found.push(Series {
            sector,
            values: sums.into_values().collect(),
            computed: true,
        });
    }
}

/// Reads a file with emissions and keeps what is in it for one's own organisation, without changing any figure.
///
/// # Errors
/// `INVALID` on `file`, with the cell at fault; `FORBIDDEN` for others than the organisation's own.
pub async fn send_emissions(app: &App, editor: &Editor, name: &str, bytes: Bytes) -> Result<FileImport> {
    let organisation = organisations::organisation(app, editor.organisation_id()).await?;
    let read = statistics::read(bytes.clone(), &organisation).await?;
    let content = serde_json::to_string(&read).map_err(Error::internal)?;
    let sent = Sent { name, bytes: &bytes };
    let mut tx = app.db.begin().await?;
    let import = imports::keep(app, &mut tx, editor, ImportKind::Emissions, None, &sent, content).await?;
    app.commit(tx).await?;
    Ok(import)
}

/// What may be edited for an organisation's inventory, before anything is read.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub async fn may_send(app: &App, me: &Me, organisation: OrganisationId) -> Result<Editor> {
    editor(app, me, organisation).await
}

/// What an import says, read from what was kept of it.
///
/// # Errors
/// Never, but when somebody else has written into the database.
pub fn content(import: &FileImport) -> Result<Statistics> {
    serde_json::from_str(&import.content).map_err(Error::internal)
}

/// One figure before and after an import.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    pub sector: &'static sectors::Sector,
    pub year: i64,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

/// What an import would change in what stands there now; figures that stay as they are are not among it.
///
/// # Errors
/// When the database does not answer.
pub async fn changes(app: &App, import: &FileImport) -> Result<Vec<FigureChange>> {
    let new = content(import)?;
    let now = store::emissions(&app.db, import.organisation_id).await?;
    Ok(compare(&now, &new))
}

fn compare(now: &[Emission], new: &Statistics) -> Vec<FigureChange> {
    let mut changes: BTreeMap<(usize, i64), FigureChange> = BTreeMap::new();
    let replaced = statistics::series(&new.figures);
    let of = |key: &str| replaced.iter().copied().find(|sector| sector.key == key);
    let change = |sector, year| FigureChange {
        sector,
        year,
        before: None,
        after: None,
    };
    for row in now.iter().filter(|row| row.account == new.account) {
        if let Some(sector) = of(&row.sector) {
            let at = (sector.place(), row.year);
            changes.entry(at).or_insert_with(|| change(sector, row.year)).before = Some(row.tonnes);
        }
    }
    for figure in &new.figures {
        if let Some(sector) = of(&figure.sector) {
            let at = (sector.place(), figure.year);
            changes.entry(at).or_insert_with(|| change(sector, figure.year)).after = Some(figure.tonnes);
        }
    }
    changes
        .into_values()
        .filter(|change| change.before != change.after)
        .collect()
}

/// Puts an import's figures in the place of those of the same series, all of them or none.
///
/// # Errors
/// `NOT_FOUND` for another organisation's import, `INVALID` where source or terms are missing.
pub async fn apply(app: &App, me: &Me, id: Id<FileImport>, source: &str, licence: &str) -> Result<FileImport> {
    let (import, editor) = imports::own(&app.db, me, ImportKind::Emissions, id).await?;
    let source = text::required_line("source", source, 200)?;
    let licence = text::required_line("licence", licence, 200)?;
    let new = content(&import)?;
    let mut tx = app.db.begin().await?;
    let import = imports::applied(app, &mut tx, &editor, import).await?;
    write(&mut tx, &editor, &import, &new, &source, &licence).await?;
    app.commit(tx).await?;
    Ok(import)
}

pub(crate) async fn write(
    tx: &mut Tx,
    editor: &Editor,
    import: &FileImport,
    new: &Statistics,
    source: &str,
    licence: &str,
) -> Result<()> {
    let rows: Vec<_> = new
        .figures
        .iter()
        .map(|figure| emission(import, new.account, figure, source, licence))
        .collect();
    let replaced: Vec<_> = statistics::series(&new.figures)
        .iter()
        .map(|sector| sector.key.as_str())
        .collect();
    store::delete_series(tx, editor, new.account, &replaced).await?;
    store::insert_emissions(tx, editor, &rows).await.map_err(|error| {
        // Two imports of the same series at once: the other one has won.
        if error.is_unique("emission") {
            Error::new(ErrorCode::Conflict).saying("error-import-applied")
        } else {
            Error::from(error)
        }
    })
}

fn emission(import: &FileImport, account: EmissionSource, figure: &Figure, source: &str, licence: &str) -> Emission {
    Emission {
        account,
        sector: figure.sector.clone(),
        year: figure.year,
        tonnes: figure.tonnes,
        source: figure.source.clone().unwrap_or_else(|| source.to_owned()),
        licence: figure.licence.clone().unwrap_or_else(|| licence.to_owned()),
        import_id: import.id,
        imported_at: import.applied_at.unwrap_or(import.created_at),
    }
}

/// Takes all figures of one source away; the journal stays, and an import of it can be taken over again.
///
/// # Errors
/// `NOT_FOUND` when there are none, `FORBIDDEN` for others than the organisation's own.
pub async fn delete_account(app: &App, me: &Me, organisation: OrganisationId, source: EmissionSource) -> Result<()> {
    let editor = editor(app, me, organisation).await?;
    let mut tx = app.db.begin().await?;
    if store::delete_account(&mut tx, &editor, source).await? == 0 {
        return Err(Error::not_found().on("source"));
    }
    app.commit(tx).await
}

/// The imports that were taken over, the latest first.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn journal(
    app: &Arc<App>,
    organisation: Uuid,
    first: i32,
    after: Option<String>,
) -> Result<Conn<graphql::EmissionImport>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let rows = imports::store::journal(&app.db, organisation, ImportKind::Emissions, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let app = app.clone();
        async move { Ok(imports::store::count_journal(&app.db, organisation, ImportKind::Emissions).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.applied_at.unwrap_or(Moment(0)).0,
            id: row.id.0,
        },
        graphql::EmissionImport,
    ))
}
