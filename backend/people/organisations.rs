//! Municipalities, counties, agencies, associations. They change seldom and are asked for in every list, so each node
//! keeps them in memory and asks the database only for one that it has not met.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use async_graphql::{Enum, ID};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Me, store};
use crate::{
    app::App,
    clock::Moment,
    db::{Db, On, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window, decode, encode},
    i18n::{fold, sort_key},
    text,
};

/// The two countries.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Country {
    /// Sweden
    Se,
    /// Norway
    No,
}
text_enum!(Country { Se = "SE", No = "NO" });

/// What an organisation is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrganisationKind {
    /// A municipality (kommun, kommune)
    Municipality,
    /// A region or county authority (region, fylkeskommune)
    County,
    /// The state's representative in a county (länsstyrelse, statsforvaltar)
    CountyAdministration,
    /// A national agency
    Agency,
    /// An association of municipalities
    Association,
    /// Anything else, such as a company
    Other,
}
text_enum!(OrganisationKind {
    Municipality = "municipality",
    County = "county",
    CountyAdministration = "county_administration",
    Agency = "agency",
    Association = "association",
    Other = "other",
});

#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    pub id: Uuid,
    pub kind: OrganisationKind,
    pub country: Country,
    pub code: Option<String>,
    pub name: String,
    pub county_code: Option<String>,
    pub county: Option<String>,
    pub population: Option<i64>,
    /// In km², without lakes and sea.
    pub land_area: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}
row!(Organisation {
    id,
    kind,
    country,
    code,
    name,
    county_code,
    county,
    population,
    land_area,
    latitude,
    longitude
});

impl Organisation {
    /// Inhabitants per km² of land.
    #[must_use]
    pub fn density(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "inhabitants are far below 2^53")]
        let inhabitants = self.population.filter(|population| *population > 0)? as f64;
        Some(inhabitants / self.land_area.filter(|area| *area > 0.0)?)
    }

    /// `municipality_…` or `organisation_…`.
    #[must_use]
    pub fn type_id(&self) -> ID {
        ID(encode(
            if self.kind == OrganisationKind::Municipality {
                MUNICIPALITY
            } else {
                OTHER
            },
            self.id,
        ))
    }
}

pub const MUNICIPALITY: &str = "municipality";
pub const OTHER: &str = "organisation";

/// An organisation's id as clients send it: of either type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganisationId(pub Uuid);

impl OrganisationId {
    /// # Errors
    /// `NOT_FOUND` on `field`: an id of another type names no organisation.
    pub fn parse(field: &'static str, id: &ID) -> Result<Self> {
        match decode(id) {
            Some((MUNICIPALITY | OTHER, id)) => Ok(Self(id)),
            _ => Err(Error::not_found().on(field)),
        }
    }
}

/// An administration or company of an organisation.
#[derive(Clone, Debug)]
pub struct Unit {
    pub id: Id<Unit>,
    pub organisation_id: Uuid,
    pub name: String,
}
row!(Unit {
    id,
    organisation_id,
    name
});

impl Kind for Unit {
    const PREFIX: &'static str = "unit";
}

/// What this node knows of organisations.
#[derive(Default)]
pub struct Known(RwLock<HashMap<Uuid, Arc<Organisation>>>);

impl Known {
    /// Whatever has been met: all of the reference data, and what was asked for since.
    #[must_use]
    pub fn find(&self, id: Uuid) -> Option<Arc<Organisation>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// By `SE 0136` (a municipality's country and code) or by name, as the demo content and pasted lists write it; the
    /// municipality where several bodies share a name.
    #[must_use]
    pub fn named(&self, words: &str) -> Option<Uuid> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let municipality = |row: &Organisation| row.kind == OrganisationKind::Municipality;
        if let Some((country, code)) = words.split_once(' ')
            && let Some(country) = Country::from_text(country)
        {
            let is =
                |row: &Organisation| municipality(row) && row.country == country && row.code.as_deref() == Some(code);
            return known.values().find(|row| is(row)).map(|row| row.id);
        }
        let wanted = sort_key(words);
        known
            .values()
            .filter(|row| sort_key(&row.name) == wanted)
            .max_by_key(|row| municipality(row))
            .map(|row| row.id)
    }

    /// The name of a county by country and code, `SE-01`.
    #[must_use]
    pub fn county(&self, value: &str) -> Option<String> {
        let (country, code) = value.split_once('-')?;
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known
            .values()
            .find(|row| {
                row.country.text() == country && row.county_code.as_deref() == Some(code) && row.county.is_some()
            })
            .and_then(|row| row.county.clone())
    }

    fn learn(&self, found: Vec<Organisation>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.extend(
            found
                .into_iter()
                .map(|organisation| (organisation.id, Arc::new(organisation))),
        );
    }
}

/// # Errors
/// `NOT_FOUND` when there is none with this id.
pub async fn organisation(app: &App, id: Uuid) -> Result<Arc<Organisation>> {
    if let Some(known) = app.organisations.find(id) {
        return Ok(known);
    }
    app.organisations.learn(store::organisations(&app.db, &[id]).await?);
    app.organisations.find(id).ok_or_else(Error::not_found)
}

/// # Errors
/// When the database does not answer.
pub async fn unit<'a>(on: impl Into<On<'a>>, id: Id<Unit>) -> Result<Option<Unit>> {
    Ok(store::units(on, &[id]).await?.into_iter().next())
}

/// An organisation's administrations and companies, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn units(db: &Db, organisation: Uuid) -> Result<Vec<Unit>> {
    Ok(store::units_of(db, &[organisation]).await?)
}

/// Which organisations a list is to show.
#[derive(Clone, Default)]
pub struct Filter {
    pub country: Option<Country>,
    pub kind: Option<OrganisationKind>,
    pub text: Option<String>,
}

/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &Arc<App>,
    filter: Filter,
    first: i32,
    after: Option<String>,
) -> Result<Conn<super::graphql::Organisation>> {
    let window = Window::<String>::ascending(first, after.as_deref())?;
    // A part of the name, however it is spelt, or the beginning of the code.
    let filter = Filter {
        text: filter.text.map(|text| fold(text.trim())),
        ..filter
    };
    let rows = store::list_organisations(&app.db, &filter, &window).await?;
    let total = {
        let app = app.clone();
        Total::by(move || {
            let (app, filter) = (app.clone(), filter.clone());
            async move { Ok(store::count_organisations(&app.db, &filter).await?) }
        })
    };
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: sort_key(&row.name),
            id: row.id,
        },
        |row| super::graphql::Organisation::from(Arc::new(row)),
    ))
}

/// Adds a body that the reference data does not have. Coordinators may.
///
/// # Errors
/// `INVALID`, or `TAKEN` when there is one of this name.
pub(crate) async fn create(
    app: &App,
    name: &str,
    country: Country,
    kind: OrganisationKind,
) -> Result<Arc<Organisation>> {
    if matches!(kind, OrganisationKind::Municipality | OrganisationKind::County) {
        // These are facts, not somebody's to add: they come from reference/.
        return Err(Error::invalid("kind", "error-kind-from-reference"));
    }
    let name = text::required_line("name", name, 120)?;
    let now = app.clock.now();
    let organisation = Organisation {
        id: app.random.id(now),
        kind,
        country,
        code: Some(sort_key(&name)),
        name,
        county_code: None,
        county: None,
        population: None,
        land_area: None,
        latitude: None,
        longitude: None,
    };
    let mut tx = app.db.begin().await?;
    store::insert_organisation(&mut tx, &organisation, now)
        .await
        .map_err(|error| {
            if error.is_unique("organisation") {
                Error::new(ErrorCode::Taken).on("name")
            } else {
                error.into()
            }
        })?;
    app.commit(tx).await?;
    app.organisations.learn(vec![organisation.clone()]);
    Ok(Arc::new(organisation))
}

/// # Errors
/// `FORBIDDEN` for others than the organisation's confirmed members; `TAKEN` when it has a unit of this name.
pub async fn create_unit(app: &App, me: &Me, organisation_id: Uuid, name: &str) -> Result<Unit> {
    organisation(app, organisation_id)
        .await
        .map_err(|_| Error::not_found().on("organisationId"))?;
    let editor = me.editor(organisation_id)?;
    let name = text::required_line("name", name, 120)?;
    let mut tx = app.db.begin().await?;
    let unit = insert_unit(app, &mut tx, editor.organisation_id(), name).await?;
    app.commit(tx).await?;
    Ok(unit)
}

pub(crate) async fn insert_unit(
    app: &App,
    tx: &mut crate::db::Tx,
    organisation_id: Uuid,
    name: String,
) -> Result<Unit> {
    let unit = Unit {
        id: Id::of(app.random.id(app.clock.now())),
        organisation_id,
        name,
    };
    store::insert_unit(tx, &unit, &sort_key(&unit.name))
        .await
        .map_err(|error| {
            if error.is_unique("unit") {
                Error::new(ErrorCode::Taken).on("name")
            } else {
                Error::from(error)
            }
        })?;
    Ok(unit)
}

/// Brings the table in line with `reference/`, and learns everything that is in it.
///
/// # Errors
/// When the database does not answer, or a reference file cannot be read.
pub async fn refresh(app: &App) -> Result<()> {
    let stored: HashMap<Uuid, Organisation> = store::all_organisations(&app.db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let fresh: Vec<Organisation> = reference()?
        .into_iter()
        .filter(|row| stored.get(&row.id) != Some(row))
        .collect();
    if !fresh.is_empty() {
        let mut tx = app.db.begin().await?;
        store::put_organisations(&mut tx, &fresh, app.clock.now()).await?;
        app.commit(tx).await?;
    }
    app.organisations.learn(stored.into_values().collect());
    app.organisations.learn(fresh);
    Ok(())
}

pub(crate) fn reference() -> Result<Vec<Organisation>> {
    #[derive(serde::Deserialize)]
    struct Municipality {
        code: String,
        name: String,
        county_code: String,
        county_name: String,
        country: String,
        population: Option<i64>,
        land_km2: Option<f64>,
        lat: Option<f64>,
        lon: Option<f64>,
    }
    #[derive(serde::Deserialize)]
    struct Body {
        kind: String,
        country: String,
        code: Option<String>,
        name: String,
        county_code: Option<String>,
    }
    let country = |text: &str| Country::from_text(text).ok_or_else(|| Error::internal(format!("no country {text}")));
    let mut rows = Vec::new();
    let mut counties = HashMap::new();
    for row in csv::Reader::from_reader(&include_bytes!("../../reference/municipalities.csv")[..]).deserialize() {
        let row: Municipality = row.map_err(Error::internal)?;
        let country = country(&row.country)?;
        counties.insert((country, row.county_code.clone()), row.county_name.clone());
        rows.push(Organisation {
            id: reference_id(OrganisationKind::Municipality, country, &row.code),
            kind: OrganisationKind::Municipality,
            country,
            code: Some(row.code),
            name: row.name,
            county_code: Some(row.county_code),
            county: Some(row.county_name),
            population: row.population,
            land_area: row.land_km2,
            latitude: row.lat,
            longitude: row.lon,
        });
    }
    for row in csv::Reader::from_reader(&include_bytes!("../../reference/organisations.csv")[..]).deserialize() {
        let row: Body = row.map_err(Error::internal)?;
        let country = country(&row.country)?;
        let kind = OrganisationKind::from_text(&row.kind.to_lowercase())
            .ok_or_else(|| Error::internal(format!("no kind of organisation {}", row.kind)))?;
        let code = row
            .code
            .filter(|code| !code.is_empty())
            .unwrap_or_else(|| sort_key(&row.name));
        let county_code = row.county_code.filter(|code| !code.is_empty());
        rows.push(Organisation {
            id: reference_id(kind, country, &code),
            kind,
            country,
            code: Some(code),
            name: row.name,
            county: county_code
                .clone()
                .and_then(|code| counties.get(&(country, code)).cloned()),
            county_code,
            population: None,
            land_area: None,
            latitude: None,
            longitude: None,
        });
    }
    Ok(rows)
}

/// The same id on every machine, so that nodes that start together write the same rows: a UUIDv7 of a fixed moment whose
/// random part is a hash of the key.
fn reference_id(kind: OrganisationKind, country: Country, code: &str) -> Uuid {
    const MADE: Moment = Moment(1_735_689_600_000); // 2025-01-01
    let hash = Sha256::digest(format!("{} {} {code}", kind.text(), country.text()));
    let mut random = [0; 10];
    random.copy_from_slice(&hash[..10]);
    uuid::Builder::from_unix_timestamp_millis(MADE.0.unsigned_abs(), &random).into_uuid()
}
