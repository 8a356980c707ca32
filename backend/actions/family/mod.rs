//! What copying makes of actions: families. Who descends from whom (this file), what comes along and what stays behind
//! (`preview.rs`, by the list of fields in `fields.rs`), what an origin has published since and its copies may take
//! (`upstream.rs`), what the copies have learned (`gathered.rs`), and what an action said before (`revisions.rs`).
//!
//! A cycle cannot be: an action's origin is given when it is made, is there already, and is never changed.

pub mod fields;
pub mod gathered;
pub mod graphql;
pub mod preview;
pub mod revisions;
pub(crate) mod store;
pub mod upstream;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use uuid::Uuid;

use super::Action;
use crate::{
    app::App,
    clock::Moment,
    db::{Db, Tx, row},
    error::Result,
    graphql::{Id, Kind},
    people::{Country, Editor, OrganisationKind, organisations},
};

/// An action's place in its family, also one that the viewer may not see or that is deleted.
#[derive(Clone, Debug)]
pub struct Kin {
    pub id: Id<Action>,
    pub family_id: Id<Action>,
    pub origin_id: Option<Id<Action>>,
    /// How many copyings lie between the first ancestor and it.
    pub generation: i64,
    pub organisation_id: Uuid,
    pub deleted_at: Option<Moment>,
}
row!(Kin {
    id,
    family_id,
    origin_id,
    generation,
    organisation_id,
    deleted_at
});

impl Kind for Kin {
    const PREFIX: &'static str = "lineage";
}

/// All that descend from one action, itself included, breadth first.
#[derive(Clone, Debug, Default)]
pub struct Family(pub Vec<Kin>);

/// How far something has come.
#[derive(async_graphql::SimpleObject, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Other municipalities.
    municipalities: usize,
    /// The counties that these are in.
    counties: usize,
    /// And the countries.
    countries: usize,
}

impl Family {
    #[must_use]
    pub fn depth(&self) -> i64 {
        self.0.last().map_or(0, |kin| kin.generation)
    }

    /// Those who descend from one of them, deleted ones left out.
    #[must_use]
    pub fn below(&self, ancestor: Id<Action>) -> Vec<&Kin> {
        let mut lines = HashSet::from([ancestor]);
        let mut found = Vec::new();
        // An origin stands before its copies.
        for kin in &self.0 {
            if kin.origin_id.is_some_and(|origin| lines.contains(&origin)) {
                lines.insert(kin.id);
                if kin.deleted_at.is_none() {
                    found.push(kin);
                }
            }
        }
        found
    }

    /// The countries of all of them, Sweden before Norway.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn countries(&self, app: &App) -> Result<Vec<Country>> {
        let mut found = [None; 2];
        for id in self.0.iter().map(|kin| kin.organisation_id).collect::<HashSet<_>>() {
            let country = organisations::organisation(app, id).await?.country;
            found[country as usize] = Some(country);
        }
        Ok(found.into_iter().flatten().collect())
    }

    /// How far one of them has come by being copied, also where the viewer does not see the copies.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reach(&self, app: &App, of: &Action) -> Result<Reach> {
        let (mut counties, mut countries) = (HashSet::new(), HashSet::new());
        let mut reach = Reach::default();
        let there: HashSet<_> = self.below(of.id).iter().map(|kin| kin.organisation_id).collect();
        for id in there.into_iter().filter(|id| *id != of.organisation_id) {
            let organisation = organisations::organisation(app, id).await?;
            if organisation.kind == OrganisationKind::Municipality {
                reach.municipalities += 1;
            }
            countries.insert(organisation.country);
            counties.extend(
                organisation
                    .county_code
                    .clone()
                    .map(|code| (organisation.country, code)),
            );
        }
        reach.counties = counties.len();
        reach.countries = countries.len();
        Ok(reach)
    }
}

/// The families that these actions belong to, by action: one statement, whatever their size.
///
/// # Errors
/// When the database does not answer.
pub async fn families(db: &Db, ids: &[Id<Action>]) -> Result<HashMap<Id<Action>, Arc<Family>>> {
    let mut families: Vec<Family> = Vec::new();
    for kin in store::families(db, ids).await? {
        match families.last_mut() {
            Some(family) if family.0[0].family_id == kin.family_id => family.0.push(kin),
            _ => families.push(Family(vec![kin])),
        }
    }
    let wanted: HashSet<_> = ids.iter().copied().collect();
    let mut found = HashMap::new();
    for family in families.into_iter().map(Arc::new) {
        let asked = family.0.iter().map(|kin| kin.id).filter(|id| wanted.contains(id));
        found.extend(asked.map(|id| (id, family.clone())));
    }
    Ok(found)
}

/// A deleted action's place in its family: it stays, empty, as long as there is a copy of it, or of a copy of it.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &mut Tx, editor: &Editor, id: Id<Action>) -> Result<()> {
    store::forget_upstream(tx, editor, id).await?;
    let mut next = Some(id);
    while let Some(id) = next {
        if !store::leave(tx, editor, id).await? {
            break;
        }
        next = store::origin(tx, id).await?;
    }
    Ok(())
}
