//! Programmes: what an organisation has decided to reach. Focus areas hold goals, goals hold targets; actions belong to a
//! programme and may serve targets.

pub mod graphql;
pub(crate) mod store;

use std::sync::Arc;

use async_graphql::Enum;
use uuid::Uuid;

use crate::{
    app::App,
    db::{On, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Day, Id, Kind, Place, Total, Window},
    i18n::sort_key,
    people::{Editor, Me, OrganisationId, Viewer, organisations},
    text,
};

#[derive(Clone, Debug)]
pub struct Programme {
    pub id: Id<Programme>,
    pub organisation_id: Uuid,
    pub name: String,
}
row!(Programme {
    id,
    organisation_id,
    name
});

impl Kind for Programme {
    const PREFIX: &'static str = "programme";
}

#[derive(Clone, Debug)]
pub struct FocusArea {
    pub id: Id<FocusArea>,
    pub programme_id: Id<Programme>,
    pub name: String,
}
row!(FocusArea { id, programme_id, name });

impl Kind for FocusArea {
    const PREFIX: &'static str = "focusarea";
}

#[derive(Clone, Debug)]
pub struct Goal {
    pub id: Id<Goal>,
    pub focus_area_id: Id<FocusArea>,
    pub name: String,
}
row!(Goal {
    id,
    focus_area_id,
    name
});

impl Kind for Goal {
    const PREFIX: &'static str = "goal";
}

#[derive(Clone, Debug)]
pub struct Target {
    pub id: Id<Target>,
    pub goal_id: Id<Goal>,
    pub name: String,
    pub due: Option<Day>,
    pub status: TargetStatus,
}
row!(Target {
    id,
    goal_id,
    name,
    due,
    status
});

impl Kind for Target {
    const PREFIX: &'static str = "target";
}

/// How a target stands.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
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

async fn insert(app: &App, tx: &mut Tx, editor: &Editor, name: String) -> Result<Programme> {
    let now = app.clock.now();
    let programme = Programme {
        id: Id::of(app.random.id(now)),
        organisation_id: editor.organisation_id(),
        name,
    };
    store::insert_programme(tx, &programme, &sort_key(&programme.name), now)
        .await
        .map_err(|error| {
            if error.is_unique("programme") {
                Error::new(ErrorCode::Taken).on("name")
            } else {
                Error::from(error)
            }
        })?;
    Ok(programme)
}
