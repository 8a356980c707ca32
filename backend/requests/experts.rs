//! "Who knows about this?" People of the viewer's networks by what they say that they know, and by what they have done: the
//! actions whose contact they are, or that they have written on. Each comes with the reasons, which anybody can check.

use std::collections::HashMap;

use super::store;
use crate::{
    actions::{Action, ActionFilter, ActionOrder, Themes, library},
    app::App,
    db::Tx,
    error::{Error, Result},
    graphql::Id,
    people::{Me, Person, Viewer},
};

/// Somebody who knows, and why we think so.
#[derive(Clone, Debug)]
pub struct Expert {
    pub person_id: Id<Person>,
    /// Themes that they have named themselves, of those asked for.
    pub named: Vec<&'static str>,
    /// Actions that match, and whose contact they are, the latest first.
    pub contact_of: Vec<Id<Action>>,
    /// Actions that match, and that they have written on without being the contact.
    pub wrote: Vec<Id<Action>>,
}

impl Expert {
    /// Saying so counts as much as three actions: it is what they want to be asked about.
    fn weight(&self) -> usize {
        3 * self.named.len().min(1) + 2 * self.contact_of.len().min(5) + self.wrote.len().min(5)
    }
}

/// Themes that a person may name: more would say nothing.
const MOST_THEMES: usize = 12;
/// Actions that are looked at, the latest.
const ACTIONS: i32 = 100;

/// # Errors
/// `INVALID` for an unknown theme, or when nothing is asked for.
pub async fn experts(
    app: &std::sync::Arc<App>,
    viewer: &Viewer,
    themes: &[String],
    text: Option<&str>,
    network: Option<&str>,
    most: usize,
) -> Result<Vec<Expert>> {
    let known = Themes::parse(themes)?;
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if known.0.is_empty() && text.is_none() {
        return Err(Error::invalid("themes", "error-empty"));
    }
    let Some(me) = viewer.maybe() else {
        return Ok(Vec::new());
    };
    let mut experts: HashMap<Id<Person>, Expert> = HashMap::new();
    let expert = |id: Id<Person>| Expert {
        person_id: id,
        named: Vec::new(),
        contact_of: Vec::new(),
        wrote: Vec::new(),
    };
    if !known.0.is_empty() {
        for row in store::naming(&app.db, me, network, &known.0).await? {
            if let Some(key) = known.0.iter().find(|key| **key == row.theme) {
                let entry = experts.entry(row.person_id).or_insert_with(|| expert(row.person_id));
                entry.named.push(key);
            }
        }
    }
    let filter = ActionFilter {
        themes: (!known.0.is_empty()).then(|| themes.to_vec()),
        text: text.map(str::to_owned),
        ..ActionFilter::default()
    };
    let look = library::look(app, viewer, filter, ActionOrder::Recent, ACTIONS, None).await?;
    let found: Vec<_> = look.ids().collect();
    for deed in store::deeds(&app.db, me, network, &found).await? {
        let entry = experts.entry(deed.person_id).or_insert_with(|| expert(deed.person_id));
        match deed.contact {
            true => entry.contact_of.push(Id::of(deed.action_id)),
            false => entry.wrote.push(Id::of(deed.action_id)),
        }
    }
    let mut experts: Vec<_> = experts
        .into_values()
        .filter(|expert| expert.person_id != me.id)
        .collect();
    experts.sort_by_key(|expert| (std::cmp::Reverse(expert.weight()), expert.person_id.0));
    experts.truncate(most);
    Ok(experts)
}

/// What somebody says that they know about.
///
/// # Errors
/// `INVALID` for an unknown theme or too many.
pub async fn set(app: &App, me: &Me, themes: &[String]) -> Result<()> {
    let known = Themes::parse(themes)?;
    if known.0.len() > MOST_THEMES {
        return Err(Error::invalid("themes", "error-too-many").with("most", MOST_THEMES));
    }
    let mut tx = app.db.begin().await?;
    store::set_expertise(&mut tx, me, &known.0).await?;
    app.commit(tx).await
}

/// Of the demo content.
pub(crate) async fn insert_demo(tx: &mut Tx, person: &Person, themes: &[String]) -> Result<()> {
    let known = Themes::parse(themes)?;
    Ok(store::insert_expertise(tx, person.id, &known.0).await?)
}
