//! Programmes: what an organisation has decided to reach. Focus areas hold goals, goals hold targets; actions belong to a
//! programme and may serve targets. Reading is here, changing the tree in `editing.rs`, what a sheet adds to it in
//! `outline.rs`, deleting the whole in `deleting.rs`, what targets are measured by in `indicators/`, and the goals of the
//! nation and the world in `objectives.rs`.

pub mod deleting;
pub mod editing;
pub mod graphql;
pub mod history;
pub mod indicators;
pub mod objectives;
pub mod outline;
pub(crate) mod store;

use std::{collections::HashMap, sync::Arc};

use async_graphql::Enum;
use uuid::Uuid;

pub use crate::actions::example::Purpose;
use crate::{
    app::App,
    clock::Moment,
    db::{Db, On, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Day, Id, Kind, Place, Total, Window},
    i18n::sort_key,
    people::{Editor, Me, OrganisationId, Person, Viewer, organisations},
    text,
};
pub use objectives::Objectives;

#[derive(Clone, Debug)]
pub struct Programme {
    pub id: Id<Programme>,
    pub organisation_id: Uuid,
    pub name: String,
    pub revision: i64,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    /// The decision that it rests on: whose, when, under which case number and where to read it.
    pub decided_by: Option<String>,
    pub decided_on: Option<Day>,
    pub decision_number: Option<String>,
    pub decision_url: Option<String>,
    /// When it is next looked at whether it still holds.
    pub review_on: Option<Day>,
}
row!(Programme {
    id,
    organisation_id,
    name,
    revision,
    starts,
    ends,
    decided_by,
    decided_on,
    decision_number,
    decision_url,
    review_on
});

impl Kind for Programme {
    const PREFIX: &'static str = "programme";
}

impl Programme {
    /// As it begins: a name, and nothing decided.
    #[must_use]
    pub fn named(id: Id<Self>, organisation_id: Uuid, name: String) -> Self {
        Self {
            id,
            organisation_id,
            name,
            revision: 1,
            starts: None,
            ends: None,
            decided_by: None,
            decided_on: None,
            decision_number: None,
            decision_url: None,
            review_on: None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct FocusArea {
    pub id: Id<FocusArea>,
    pub programme_id: Id<Programme>,
    pub name: String,
    pub revision: i64,
}
row!(FocusArea {
    id,
    programme_id,
    name,
    revision
});

impl Kind for FocusArea {
    const PREFIX: &'static str = "focusarea";
}

#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub id: Id<Goal>,
    pub focus_area_id: Id<FocusArea>,
    pub name: String,
    pub revision: i64,
    pub purpose: Purpose,
    pub risk: Option<String>,
    pub effect: Option<String>,
    pub objectives: Objectives,
}
row!(Goal {
    id,
    focus_area_id,
    name,
    revision,
    purpose,
    risk,
    effect,
    objectives
});

impl Kind for Goal {
    const PREFIX: &'static str = "goal";
}

#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub id: Id<Target>,
    pub goal_id: Id<Goal>,
    pub name: String,
    pub due: Option<Day>,
    pub revision: i64,
    pub objectives: Objectives,
    /// What somebody has said of it; `NotAssessed` when nobody has, or when what is measured is to speak for itself.
    pub said: TargetStatus,
    pub reason: Option<String>,
    pub assessed_by: Option<Id<Person>>,
    /// Of one who is no member, and answered a follow-up.
    pub assessed_name: Option<String>,
    pub assessed_at: Option<Moment>,
}
row!(Target {
    id,
    goal_id,
    name,
    due,
    revision,
    objectives,
    said,
    reason,
    assessed_by,
    assessed_name,
    assessed_at
});

impl Kind for Target {
    const PREFIX: &'static str = "target";
}

impl Target {
    /// How it stands: what somebody said goes before what the indicators say.
    #[must_use]
    pub fn standing(&self, measured: Option<TargetStatus>) -> TargetStatus {
        match self.said {
            TargetStatus::NotAssessed => measured.unwrap_or(TargetStatus::NotAssessed),
            said => said,
        }
    }
}

/// Those of some targets that are there.
///
/// # Errors
/// When the database does not answer.
pub async fn targets(db: &Db, ids: &[Id<Target>]) -> Result<Vec<Target>> {
    Ok(store::targets_by_id(db, ids).await?)
}

/// The targets that some actions serve, by action.
///
/// # Errors
/// When the database does not answer.
pub async fn served(db: &Db, actions: &[Uuid]) -> Result<HashMap<Uuid, Vec<Target>>> {
    let mut found: HashMap<_, Vec<Target>> = HashMap::new();
    for row in store::targets_of_actions(db, actions).await? {
        found.entry(row.action_id).or_default().push(row.target);
    }
    Ok(found)
}

/// How a target stands.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetStatus {
    /// Nobody has said yet.
    NotAssessed,
    /// It will be reached in time.
    OnTrack,
    /// It may not be reached in time.
    AtRisk,
    /// It will not be reached in time.
    OffTrack,
    /// It is reached.
    Reached,
}
text_enum!(TargetStatus {
    NotAssessed = "not_assessed",
    OnTrack = "on_track",
    AtRisk = "at_risk",
    OffTrack = "off_track",
    Reached = "reached",
});

/// # Errors
/// When the database does not answer.
pub async fn programme<'a>(on: impl Into<On<'a>>, id: Id<Programme>) -> Result<Option<Programme>> {
    Ok(store::programmes(on, &[id]).await?.into_iter().next())
}

/// How many targets of some programmes stand how, the best first.
///
/// # Errors
/// When the database does not answer.
pub async fn standings(
    db: &Db,
    programmes: &[Id<Programme>],
) -> Result<HashMap<Id<Programme>, Vec<(TargetStatus, i64)>>> {
    let placed = store::targets_of_programmes(db, programmes).await?;
    let ids: Vec<_> = placed.iter().map(|each| each.target.id).collect();
    let measured = indicators::measured(db, &ids).await?;
    let mut found: HashMap<_, Vec<(TargetStatus, i64)>> = programmes.iter().map(|id| (*id, Vec::new())).collect();
    for status in [
        TargetStatus::Reached,
        TargetStatus::OnTrack,
        TargetStatus::AtRisk,
        TargetStatus::OffTrack,
        TargetStatus::NotAssessed,
    ] {
        for each in &placed {
            if each.target.standing(measured.get(&each.target.id).copied()) != status {
                continue;
            }
            let counts = found.entry(each.programme_id).or_default();
            match counts.last_mut() {
                Some((last, count)) if *last == status => *count += 1,
                _ => counts.push((status, 1)),
            }
        }
    }
    Ok(found)
}

/// Programmes by name, for everybody who is signed in: what a municipality has decided is public.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &Arc<App>,
    viewer: &Viewer,
    organisation: Option<OrganisationId>,
    editable: Option<bool>,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Programme>> {
    let window = Window::<String>::ascending(first, after.as_deref())?;
    let Some(me) = viewer.maybe() else {
        return Ok(Conn::nothing());
    };
    let filter = store::Filter {
        organisation_id: organisation.map(|id| id.0),
        editable,
        own: me.organisation_confirmed.then_some(me.organisation_id),
    };
    let rows = store::list_programmes(&app.db, &filter, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let (app, filter) = (app.clone(), filter.clone());
        async move { Ok(store::count_programmes(&app.db, &filter).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: sort_key(&row.name),
            id: row.id.0,
        },
        |row| row,
    ))
}

/// # Errors
/// `FORBIDDEN` for others than the organisation's own; `TAKEN` when it has a programme of this name.
pub async fn create(app: &App, me: &Me, organisation: OrganisationId, name: &str) -> Result<Programme> {
    organisations::organisation(app, organisation.0)
        .await
        .map_err(|_| Error::not_found().on("organisationId"))?;
    let editor = me.editor(organisation.0)?;
    let name = text::required_line("name", name, 200)?;
    let mut tx = app.db.begin().await?;
    let programme = insert(app, &mut tx, &editor, name).await?;
    app.commit(tx).await?;
    Ok(programme)
}

pub(crate) async fn insert(app: &App, tx: &mut Tx, editor: &Editor, name: String) -> Result<Programme> {
    let now = app.clock.now();
    let programme = Programme::named(Id::of(app.random.id(now)), editor.organisation_id(), name);
    store::insert_programme(tx, &programme, &sort_key(&programme.name), now)
        .await
        .map_err(taken)?;
    Ok(programme)
}

fn taken(error: crate::db::DbError) -> Error {
    if error.is_unique("programme") {
        Error::new(ErrorCode::Taken).on("name")
    } else {
        Error::from(error)
    }
}
