//! Lists of actions, with what they point at fetched for the whole page.

use std::{collections::HashMap, sync::Arc};

use super::{Action, ActionFilter, ActionOrder, Sight, library, store};
use crate::{
    app::App,
    error::Result,
    graphql::{Conn, Id, Place, Total, Window},
    people::{self, Person, Viewer},
};

/// What the actions of one page point at, fetched before they are shown. A loader would find the same in as many
/// statements, but only after every action of the page has been asked and has waited.
#[derive(Clone, Debug, Default)]
pub struct Near(Option<Arc<Around>>);

#[derive(Debug, Default)]
struct Around {
    people: HashMap<Id<Person>, Arc<Person>>,
    origins: HashMap<Id<Action>, Arc<Action>>,
}

impl Near {
    #[must_use]
    pub fn person(&self, id: Id<Person>) -> Option<Arc<Person>> {
        self.0.as_ref()?.people.get(&id).cloned()
    }

    #[must_use]
    pub fn origin(&self, id: Id<Action>) -> Option<Arc<Action>> {
        self.0.as_ref()?.origins.get(&id).cloned()
    }
}

/// What a list is asked to show of what its actions point at.
#[derive(Clone, Copy, Default)]
pub struct Wanted {
    pub contacts: bool,
    pub origins: bool,
    /// The long texts of the actions themselves, and of their origins.
    pub texts: bool,
    pub origin_texts: bool,
}

pub(in crate::actions) async fn look_around(
    app: &App,
    sight: Sight,
    wanted: Wanted,
    rows: &mut [Action],
) -> Result<()> {
    let contacts: Vec<_> = rows
        .iter()
        .filter_map(|row| row.contact_id)
        .filter(|_| wanted.contacts)
        .collect();
    let origins: Vec<_> = rows
        .iter()
        .filter_map(|row| row.origin_id)
        .filter(|_| wanted.origins)
        .collect();
    let mut around = Around::default();
    if !contacts.is_empty() {
        around.people = people::persons(&app.db, &contacts)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
    }
    if !origins.is_empty() {
        let found = store::actions(&app.db, sight, &origins, wanted.origin_texts).await?;
        around.origins = found.into_iter().map(|row| (row.id, Arc::new(row))).collect();
    }
    let near = Near(Some(Arc::new(around)));
    for row in rows {
        row.near = near.clone();
    }
    Ok(())
}

/// Actions that the viewer may see.
///
/// # Errors
/// `INVALID` for a wrong page, cursor or theme.
pub async fn list(
    app: &Arc<App>,
    viewer: &Viewer,
    filter: ActionFilter,
    order: ActionOrder,
    wanted: Wanted,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Action>> {
    if library::serves(&filter, order) {
        return library::list(app, viewer, filter, order, wanted, first, after.as_deref()).await;
    }
    let sight = Sight::of(viewer);
    let filter = Arc::new(store::Filter::from_input(filter)?);
    let total = {
        let (app, filter) = (app.clone(), filter.clone());
        Total::by(move || {
            let (app, filter) = (app.clone(), filter.clone());
            async move { Ok(store::count_actions(&app.db, sight, &filter).await?) }
        })
    };
    let after = after.as_deref();
    Ok(match order {
        ActionOrder::Recent => {
            let window = Window::<i64>::descending(first, after)?;
            let mut rows = store::recent_actions(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.recent_at.0,
                    id: row.id.0,
                },
                |row| row,
            )
        }
        ActionOrder::MostCopied => {
            let window = Window::<i64>::descending(first, after)?;
            let mut rows = store::most_copied_actions(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.copy_count,
                    id: row.id.0,
                },
                |row| row,
            )
        }
        ActionOrder::Title | ActionOrder::Similar => {
            let window = Window::<String>::ascending(first, after)?;
            let mut rows = store::actions_by_title(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.sort_key.clone(),
                    id: row.id.0,
                },
                |row| row,
            )
        }
    })
}
