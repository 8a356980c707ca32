//! What a programme has already, as far as the rows of a sheet have to do with it.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{check::Plan, columns::ImportColumn, store};
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

    /// The parts that a row names, from the focus area down, each with the first of that name there; none where there is none
    /// yet.
    pub(super) fn parts<'a>(&'a self, plan: &'a Plan) -> Vec<(ImportColumn, &'a str, Option<&'a Named>)> {
        let named = [
            (ImportColumn::FocusArea, &plan.focus_area),
            (ImportColumn::Goal, &plan.goal),
            (ImportColumn::Target, &plan.target),
        ];
        let mut under = self.programme.map(Under::Programme);
        let parts = named.into_iter().map_while(|(column, name)| {
            let name = name.as_deref()?;
            let found = under.and_then(|under| self.part(under, name));
            under = match (under, found) {
                (Some(Under::Programme(_)), Some(part)) => Some(Under::FocusArea(Id::of(part.id))),
                (Some(Under::FocusArea(_)), Some(part)) => Some(Under::Goal(Id::of(part.id))),
                _ => None,
            };
            Some((column, name, found))
        });
        parts.collect()
    }

    /// Whether the programme says already what a row says of its parts.
    pub(super) fn says(&self, plan: &Plan) -> bool {
        let parts = self.parts(plan);
        let Some((_, _, Some(last))) = parts.last() else {
            return false;
        };
        let says_day = plan.due.is_none() || plan.due == last.due;
        says_day && !last.objectives.clone().add(&plan.objectives)
    }

    fn part(&self, under: Under, name: &str) -> Option<&Named> {
        let wanted = fold(name);
        let mut parts = self.parts.get(&under)?.iter();
        parts.find(|part| fold(&part.name) == wanted)
    }
}
