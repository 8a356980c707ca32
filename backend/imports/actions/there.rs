//! What a programme has already, as far as the rows of a sheet have to do with it.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::store;
use crate::{
    actions::{
        Action,
        family::revisions::{self, Revision},
    },
    app::App,
    error::Result,
    graphql::Id,
    i18n::fold,
    people::{self, Person},
    programmes::{
        self, Programme, Target,
        outline::{Named, Under, outline},
    },
};

/// What a programme has already.
#[derive(Default)]
pub struct There {
    pub(super) programme: Option<Id<Programme>>,
    titles: HashMap<String, Vec<Id<Action>>>,
    /// Those that some row could change.
    actions: HashMap<Id<Action>, Revision>,
    pub(super) served: HashMap<Uuid, Vec<Target>>,
    parts: HashMap<Under, Vec<Named>>,
    pub(super) contacts: HashMap<Id<Person>, String>,
}

impl There {
    /// # Errors
    /// When the database does not answer.
    pub async fn meet(app: &App, programme: Id<Programme>, titles: impl Iterator<Item = &str>) -> Result<Self> {
        let mut there = Self {
            programme: Some(programme),
            parts: outline(&app.db, programme).await?,
            ..Self::default()
        };
        for row in store::titles(&app.db, programme).await? {
            there.titles.entry(fold(&row.title)).or_default().push(row.id);
        }
        let named = titles.filter_map(|title| match there.titled(&fold(title)) {
            [id] => Some(*id),
            _ => None,
        });
        let ids: Vec<_> = named.collect::<HashSet<_>>().into_iter().collect();
        if ids.is_empty() {
            return Ok(there);
        }
        let found = revisions::newest(&app.db, &ids).await?;
        let contacts: Vec<_> = found.iter().filter_map(|each| each.action.contact_id).collect();
        let contacts = people::persons(&app.db, &contacts).await?;
        there.contacts = contacts.into_iter().map(|person| (person.id, person.name)).collect();
        there.served = programmes::served(&app.db, &ids.iter().map(|id| id.0).collect::<Vec<_>>()).await?;
        there.actions = found.into_iter().map(|each| (each.action.id, each)).collect();
        Ok(there)
    }

    /// The actions of a title, folded.
    #[must_use]
    pub fn titled(&self, title: &str) -> &[Id<Action>] {
        self.titles.get(title).map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn action(&self, id: Id<Action>) -> Option<&Revision> {
        self.actions.get(&id)
    }

    /// The first part of this name there; none where there is none yet.
    #[must_use]
    pub fn part(&self, under: Under, name: &str) -> Option<&Named> {
        let wanted = fold(name);
        let mut parts = self.parts.get(&under)?.iter();
        parts.find(|part| fold(&part.name) == wanted)
    }
}
