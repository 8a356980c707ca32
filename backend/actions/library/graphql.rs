//! The schema of the library.

use async_graphql::{Context, Object};

use super::{Choice, Facet, FacetKind, Look};
use crate::{
    actions::{
        Action, ActionFilter, ActionOrder, Wanted,
        graphql::{Text, wanted_of},
        themes,
    },
    error::Result,
    graphql::{Ask, Conn},
    i18n::Language,
    programmes::objectives,
};

/// What was found in the library.
pub struct Library {
    look: Look,
    wanted: Wanted,
}

/// A look into the library: a page of actions, and how many there are of each value of each facet.
#[Object]
impl Library {
    /// The page.
    #[graphql(complexity = "100 * child_complexity + 1")]
    async fn actions(&self, ctx: &Context<'_>) -> Result<Conn<Action>> {
        Box::pin(self.look.page(ctx.app(), self.wanted)).await
    }
    /// What the words of the search are called in the neighbours' languages, where that is looked for as well.
    async fn also_looked_for(&self) -> Vec<Text> {
        let names = self.look.other_names.iter();
        names.map(|(language, name)| Text::written(name, *language)).collect()
    }
    /// The facets in which something was found or chosen. A value counts those actions that choosing it would show: all
    /// that is chosen in the other facets narrows it, what is chosen in its own does not.
    #[graphql(complexity = "100 * child_complexity + 1")]
    async fn facets(&self, ctx: &Context<'_>) -> Vec<Facet> {
        self.look.facets(ctx.app())
    }
}

/// By what actions can be chosen.
#[Object]
impl Facet {
    /// By what.
    async fn kind(&self) -> FacetKind {
        self.kind
    }
    /// The values that occur or are chosen.
    async fn values(&self) -> Vec<FacetValue> {
        let kind = self.kind;
        let of = |choice: &Choice| FacetValue {
            kind,
            choice: choice.clone(),
        };
        self.values.iter().map(of).collect()
    }
}

pub struct FacetValue {
    kind: FacetKind,
    choice: Choice,
}

/// A value of a facet.
#[Object]
impl FacetValue {
    /// As the filter takes it.
    async fn value(&self) -> &str {
        &self.choice.value
    }
    /// What it is called, where that stands in reference data; null where the value is one of an enumeration.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "The language to show it in.")] language: Option<Language>,
    ) -> Option<&str> {
        let language = language.unwrap_or_else(|| ctx.language());
        match self.kind {
            FacetKind::Theme | FacetKind::Sector => themes::theme(&self.choice.value).map(|theme| theme.name(language)),
            FacetKind::Goal | FacetKind::Sdg => {
                objectives::objective(&self.choice.value).map(|objective| objective.name(language))
            }
            _ => self.choice.name.as_deref(),
        }
    }
    /// How many actions choosing it would show.
    async fn count(&self) -> u32 {
        self.choice.count
    }
    /// Whether it is chosen.
    async fn chosen(&self) -> bool {
        self.choice.chosen
    }
}

#[derive(Default)]
pub struct LibraryQuery;

#[Object]
impl LibraryQuery {
    /// A look into the library, signed in or out: the actions that the viewer may see, by facets.
    #[graphql(complexity = "child_complexity + 1")]
    async fn library(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] filter: Option<ActionFilter>,
        #[graphql(default_with = "ActionOrder::Recent", desc = "In what order.")] order: ActionOrder,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Library> {
        let wanted = wanted_of(ctx.look_ahead().field("actions"));
        let look = super::look(
            ctx.app(),
            ctx.viewer(),
            filter.unwrap_or_default(),
            order,
            first,
            after.as_deref(),
        );
        Ok(Library {
            look: Box::pin(look).await?,
            wanted,
        })
    }
}
