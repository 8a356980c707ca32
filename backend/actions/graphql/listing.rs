//! The schema of lists of actions: by what they are filtered, in what order they stand, and what of them is looked up.

use async_graphql::{Context, Enum, ID, InputObject, Lookahead, Object, SelectionField};

use super::Theme;
use crate::{
    actions::{
        self, Action, ActionStatus, Wanted,
        example::Purpose,
        library::{CostBracket, SizeClass},
        themes,
    },
    error::Result,
    graphql::{Ask, Conn, Id},
    i18n::Language,
    people::Country,
    programmes::Programme,
};

/// In what order to list actions.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionOrder {
    /// The latest published first.
    Recent,
    /// Those with the most direct copies first.
    MostCopied,
    /// By title.
    Title,
    /// Those of municipalities like the viewer's first: about as many inhabitants, the same county, the same country.
    /// Signed out it is as RECENT.
    Similar,
}

/// Which actions to list; what is left out does not narrow.
#[derive(InputObject, Clone, Default)]
pub struct ActionFilter {
    /// Words that title or description have to contain, in whichever form and spelling, or under the neighbours' name: `elbiler`
    /// finds `elbilar`, and `overvann` finds `dagvatten`, too.
    pub text: Option<String>,
    /// Of this country.
    pub country: Option<Country>,
    /// Of these organisations.
    pub organisation_ids: Option<Vec<ID>>,
    /// Of the organisations that take part in this network, which the viewer is in.
    pub network_slug: Option<String>,
    /// Of this programme.
    pub programme_id: Option<Id<Programme>>,
    /// About any of these themes.
    pub themes: Option<Vec<String>>,
    /// With any of these statuses.
    pub statuses: Option<Vec<ActionStatus>>,
    /// Only those that somebody has copied.
    pub copied_only: Option<bool>,
    /// Only the direct copies of this one.
    #[graphql(name = "copiesOfId")]
    pub origin_id: Option<Id<Action>>,
    /// In any of these sectors of emissions: keys of themes. Beside `themes`, both narrow.
    pub sectors: Option<Vec<String>>,
    /// Of municipalities in any of these counties: country and code, as SE-01.
    pub counties: Option<Vec<String>>,
    /// Of municipalities of any of these sizes.
    pub sizes: Option<Vec<SizeClass>>,
    /// That cost about so much.
    pub costs: Option<Vec<CostBracket>>,
    /// Serving targets about any of these national goals: keys of objectives.
    pub goals: Option<Vec<String>>,
    /// Serving targets about any of these goals of the UN's: keys of objectives.
    pub sdgs: Option<Vec<String>>,
    /// For any of these purposes.
    pub purposes: Option<Vec<Purpose>>,
    /// Only those that their owners show as good examples.
    pub examples_only: Option<bool>,
    /// Written in any of these languages.
    pub languages: Option<Vec<Language>>,
    /// That any of these organisations has copied, as far as the viewer sees the copies.
    pub copied_by_ids: Option<Vec<ID>>,
}

impl ActionFilter {
    /// Whether it asks for what only the library can answer.
    #[must_use]
    pub fn is_faceted(&self) -> bool {
        self.sectors.is_some()
            || self.counties.is_some()
            || self.sizes.is_some()
            || self.costs.is_some()
            || self.goals.is_some()
            || self.sdgs.is_some()
            || self.purposes.is_some()
            || self.examples_only.is_some()
            || self.languages.is_some()
            || self.copied_by_ids.is_some()
    }
}

/// The fields that need no long text. Whatever else is asked for gets them, so that a new field cannot find them missing.
const BRIEF: [&str; 22] = [
    "__typename",
    "contact",
    "copyCount",
    "cost",
    "createdAt",
    "effectTonnesCo2e",
    "ends",
    "id",
    "isExample",
    "origin",
    "organisation",
    "outcome",
    "publishedAt",
    "publishedRevision",
    "revision",
    "starts",
    "status",
    "targets",
    "themes",
    "title",
    "updatedAt",
    "visibility",
];

/// What the query asks of a list's actions and of what they point at.
pub fn wanted(ctx: &Context<'_>) -> Wanted {
    wanted_of(ctx.look_ahead())
}

/// The same, of a list that is somewhere inside what is asked for.
pub fn wanted_of(list: Lookahead<'_>) -> Wanted {
    let node = list.field("edges").field("node");
    let origin = node.field("origin").field("action");
    let texts = |of: Lookahead<'_>| {
        of.selection_fields()
            .iter()
            .flat_map(SelectionField::selection_set)
            .any(|field| !BRIEF.contains(&field.name()))
    };
    Wanted {
        contacts: node.field("contact").exists(),
        origins: origin.exists(),
        texts: texts(node),
        origin_texts: texts(origin),
    }
}

#[derive(Default)]
pub struct ActionsQuery;

#[Object]
impl ActionsQuery {
    /// All themes.
    async fn themes(&self) -> Vec<Theme> {
        themes::all().iter().map(Theme::from).collect()
    }

    /// An action by id; null when there is none that the viewer may see.
    async fn action(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: Id<Action>) -> Result<Option<Action>> {
        actions::action(ctx.app(), ctx.viewer(), id).await
    }

    /// Actions that the viewer may see.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] filter: Option<ActionFilter>,
        #[graphql(default_with = "ActionOrder::Recent", desc = "In what order.")] order: ActionOrder,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Action>> {
        actions::list(
            ctx.app(),
            ctx.viewer(),
            filter.unwrap_or_default(),
            order,
            wanted(ctx),
            first,
            after,
        )
        .await
    }
}
