//! Lists of actions, with what they point at fetched for the whole page.

use std::sync::Arc;

use super::{Action, ActionFilter, ActionOrder, Sight, library, store};
use crate::{
    app::App,
    error::Result,
    graphql::{Conn, Place, Total, Window},
    people::{Person, Viewer},
};

/// What an action of a list points at, fetched together with it.
#[derive(Clone, Debug, Default)]
pub struct Near(Option<Around>);

#[derive(Clone, Debug)]
struct Around {
    contact: Option<Arc<Person>>,
    origin: Option<Arc<Action>>,
}

impl Near {
    pub(in crate::actions) fn of(contact: Option<Person>, origin: Option<Action>) -> Self {
        Self(Some(Around {
            contact: contact.map(Arc::new),
            origin: origin.map(Arc::new),
        }))
    }

    /// Whom to ask, or that there is nobody; `None` when that was not looked for.
    #[must_use]
    pub fn contact(&self) -> Option<&Option<Arc<Person>>> {
        self.0.as_ref().map(|around| &around.contact)
    }

    /// The origin, or that the viewer sees none; `None` when that was not looked for.
    #[must_use]
    pub fn origin(&self) -> Option<&Option<Arc<Action>>> {
        self.0.as_ref().map(|around| &around.origin)
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

impl Wanted {
    pub(in crate::actions) const fn near(self) -> bool {
        self.contacts || self.origins
    }
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
            let rows = store::recent_actions(&app.db, sight, &filter, &window, wanted).await?;
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
            let rows = store::most_copied_actions(&app.db, sight, &filter, &window, wanted).await?;
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
            let rows = store::actions_by_title(&app.db, sight, &filter, &window, wanted).await?;
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
