//! Actions: what municipalities do, and how one's work becomes another's head start. An action is a row and its
//! revisions: its own organisation's editors see the newest, everybody else the published one, and only publishing tells
//! the copies.
//!
//! What an action is and who sees it stands here; how it is written in `editing.rs`, how others come to see it and to have
//! one like it in `sharing.rs`, how many are listed in `listing.rs`.

pub mod editing;
pub mod example;
pub mod family;
pub mod graphql;
pub mod library;
pub mod listing;
pub mod money;
pub mod sharing;
pub(crate) mod store;
pub mod themes;

use async_graphql::Enum;
use uuid::Uuid;

use crate::{
    app::App,
    clock::Moment,
    db::{Db, row, text_enum},
    error::{Error, Result},
    graphql::{Day, Id, Kind},
    i18n::Language,
    people::{Editor, Me, Person, Viewer},
    programmes::Programme,
};

pub use editing::Changes;
pub use graphql::{ActionFilter, ActionOrder};
pub use listing::{Near, Wanted, list};
pub use money::{Currency, Money};
pub use themes::Themes;

/// An action as one viewer sees it: in its newest revision, or in the published one.
#[derive(Clone, Debug)]
pub struct Action {
    pub id: Id<Action>,
    pub organisation_id: Uuid,
    pub programme_id: Option<Id<Programme>>,
    pub published_revision: Option<i64>,
    pub visibility: Visibility,
    pub origin_id: Option<Id<Action>>,
    pub origin_revision: Option<i64>,
    pub copied_at: Option<Moment>,
    pub copied_by: Option<Id<Person>>,
    pub copy_count: i64,
    pub created_at: Moment,
    pub recent_at: Moment,
    /// Since when its owner shows it as a good example.
    pub example_since: Option<Moment>,
    // of the revision
    pub revision: i64,
    pub title: String,
    pub title_language: Language,
    pub description: String,
    pub description_language: Language,
    pub lessons: Option<String>,
    pub lessons_language: Option<Language>,
    pub status: ActionStatus,
    pub themes: Themes,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<Currency>,
    pub effect_tonnes_co2e: Option<f64>,
    pub contact_id: Option<Id<Person>>,
    pub author_id: Option<Id<Person>>,
    pub at: Moment,
    pub sort_key: String,
    /// What was fetched for the whole page that it stands on.
    pub near: Near,
}
row!(Action {
    id,
    organisation_id,
    programme_id,
    published_revision,
    visibility,
    origin_id,
    origin_revision,
    copied_at,
    copied_by,
    copy_count,
    created_at,
    recent_at,
    example_since,
    revision,
    title,
    title_language,
    description,
    description_language,
    lessons,
    lessons_language,
    status,
    themes,
    starts,
    ends,
    cost_amount,
    cost_currency,
    effect_tonnes_co2e,
    contact_id,
    author_id,
    at,
    sort_key
} beside near);

impl Kind for Action {
    const PREFIX: &'static str = "action";
}

/// How far an action has come.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionStatus {
    /// Somebody has thought of it.
    Idea,
    /// Decided, not begun.
    Planned,
    /// Being done.
    Ongoing,
    /// Done.
    Done,
    /// Stopped for a while.
    Paused,
    /// Given up.
    Cancelled,
}
text_enum!(ActionStatus {
    Idea = "IDEA",
    Planned = "PLANNED",
    Ongoing = "ONGOING",
    Done = "DONE",
    Paused = "PAUSED",
    Cancelled = "CANCELLED",
});

/// Who sees what is published.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The organisation itself.
    Organisation,
    /// The members of the networks that the organisation takes part in.
    Network,
    /// Everybody, also signed out.
    Public,
}
text_enum!(Visibility { Organisation = "ORGANISATION", Network = "NETWORK", Public = "PUBLIC" });

/// What of the actions a viewer sees: all of the organisation that they edit for, and what is published to them.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    own: Uuid,
    person: Uuid,
}

impl Sight {
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.maybe() {
            Some(me) => Self::mine(me),
            None => Self {
                own: Uuid::nil(),
                person: Uuid::nil(),
            },
        }
    }

    fn mine(me: &Me) -> Self {
        Self {
            own: if me.organisation_confirmed {
                me.organisation_id
            } else {
                Uuid::nil()
            },
            person: me.id.0,
        }
    }
}

/// # Errors
/// When the database does not answer.
pub async fn action(app: &App, viewer: &Viewer, id: Id<Action>) -> Result<Option<Action>> {
    Ok(store::actions(&app.db, Sight::of(viewer), &[id])
        .await?
        .into_iter()
        .next())
}

/// Whom a word about one of these actions concerns: its contact, and those of its organisation who have written on it.
///
/// # Errors
/// When the database does not answer.
pub async fn keepers(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Id<Person>>> {
    Ok(store::keepers(db, ids).await?)
}

/// The newest revision of an action that the viewer edits.
pub(crate) async fn own_action(app: &App, me: &Me, id: Id<Action>) -> Result<(Action, Editor)> {
    let action = store::actions(&app.db, Sight::mine(me), &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(|| Error::not_found().on("id"))?;
    let editor = me.editor(action.organisation_id)?;
    Ok((action, editor))
}

/// The same, for a room that changes what belongs to an action.
///
/// # Errors
/// `NOT_FOUND` on `field`, `FORBIDDEN`.
pub async fn own(app: &App, me: &Me, field: &'static str, id: Id<Action>) -> Result<(Action, Editor)> {
    own_action(app, me, id).await.map_err(|error| error.on(field))
}
