//! The schema of what can be done with actions.

use async_graphql::{Context, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::{
    actions::{
        self, Action, ActionStatus, Changes, Currency, Visibility, editing, example::graphql::FurtherInput, sharing,
    },
    error::Result,
    graphql::{Amount, Ask, Day, Id},
    i18n::Language,
    people::Person,
    programmes::Programme,
    text::Change,
};

/// An amount of money.
#[derive(InputObject)]
pub struct MoneyInput {
    /// Whole units, 10^12 at most.
    amount: Amount,
    /// Of what.
    currency: Currency,
}

impl From<MoneyInput> for actions::Money {
    fn from(input: MoneyInput) -> Self {
        Self {
            amount: input.amount.0,
            currency: input.currency,
        }
    }
}

/// A new action, seen by its own organisation until it is published. Only title and description have to be given.
#[derive(InputObject)]
pub struct CreateActionInput {
    /// A programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// What the texts are written in.
    language: Language,
    /// At most 200 characters.
    title: String,
    /// Plain paragraphs, at most 20,000 characters.
    description: String,
    /// Keys of themes.
    themes: Option<Vec<String>>,
    /// IDEA when left out.
    status: Option<ActionStatus>,
    /// The first day.
    starts: Option<Day>,
    /// The last day, not before the first.
    ends: Option<Day>,
    /// What it costs.
    cost: Option<MoneyInput>,
    /// Tonnes of CO2 equivalents per year at full effect.
    #[graphql(name = "effectTonnesCo2e")]
    effect_tonnes_co2e: Option<f64>,
    /// Somebody of the same organisation.
    contact_id: Option<Id<Person>>,
    /// Plain paragraphs, at most 20,000 characters.
    lessons: Option<String>,
    #[graphql(flatten)]
    further: FurtherInput,
}

/// What came of making an action.
#[derive(SimpleObject)]
pub struct CreateActionPayload {
    /// The new action.
    action: Action,
}

/// A field left out is unchanged, null clears it. `language` is required with any text and says what that text is
/// written in: only what is given changes its language.
#[derive(InputObject)]
pub struct UpdateActionInput {
    /// The action.
    id: Id<Action>,
    /// The revision that the change is of.
    revision: i64,
    /// What the given texts are written in.
    language: Option<Language>,
    /// At most 200 characters.
    title: MaybeUndefined<String>,
    /// Plain paragraphs, at most 20,000 characters.
    description: MaybeUndefined<String>,
    /// Plain paragraphs, at most 20,000 characters.
    lessons: MaybeUndefined<String>,
    /// Keys of themes.
    themes: MaybeUndefined<Vec<String>>,
    /// How far it has come.
    status: MaybeUndefined<ActionStatus>,
    /// The first day.
    starts: MaybeUndefined<Day>,
    /// The last day, not before the first.
    ends: MaybeUndefined<Day>,
    /// What it costs.
    cost: MaybeUndefined<MoneyInput>,
    /// Tonnes of CO2 equivalents per year at full effect.
    #[graphql(name = "effectTonnesCo2e")]
    effect_tonnes_co2e: MaybeUndefined<f64>,
    /// Somebody of the same organisation.
    contact_id: MaybeUndefined<Id<Person>>,
    #[graphql(flatten)]
    further: FurtherInput,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateActionPayload {
    /// As it is now.
    action: Action,
}

/// What to publish, and to whom.
#[derive(InputObject)]
pub struct PublishActionInput {
    /// The action.
    id: Id<Action>,
    /// The revision to publish: the newest.
    revision: i64,
    /// Who is to see it.
    visibility: Visibility,
    /// What is new, one sentence for those who copied it, at most 500 characters.
    learned: Option<String>,
    /// Show it as a good example, or no longer; left out: as before.
    as_example: Option<bool>,
}

/// What came of publishing.
#[derive(SimpleObject)]
pub struct PublishActionPayload {
    /// As it is now.
    action: Action,
}

/// What to copy, and where to.
#[derive(InputObject)]
pub struct CopyActionInput {
    /// What to copy.
    action_id: Id<Action>,
    /// Into which programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// Make a second copy in the same programme instead of answering ALREADY_COPIED.
    #[graphql(default = false)]
    even_if_copied: bool,
}

/// What came of copying.
#[derive(SimpleObject)]
pub struct CopyActionPayload {
    /// The copy.
    action: Action,
}

/// What to delete.
#[derive(InputObject)]
pub struct DeleteActionInput {
    /// The action.
    id: Id<Action>,
}

/// What came of deleting.
#[derive(SimpleObject)]
pub struct DeleteActionPayload {
    /// The programme that it was in.
    programme: Programme,
}

#[derive(Default)]
pub struct ActionsMutation;

#[Object]
impl ActionsMutation {
    /// Makes an action in a programme of the viewer's own organisation.
    async fn create_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateActionInput,
    ) -> Result<CreateActionPayload> {
        fn given<T>(value: Option<T>) -> Change<T> {
            value.map_or(Change::Keep, Change::Set)
        }
        let changes = Changes {
            language: Some(input.language),
            title: Change::Set(input.title),
            description: Change::Set(input.description),
            lessons: given(input.lessons),
            themes: given(input.themes),
            status: given(input.status),
            starts: given(input.starts),
            ends: given(input.ends),
            cost: given(input.cost.map(Into::into)),
            effect_tonnes_co2e: given(input.effect_tonnes_co2e),
            contact_id: given(input.contact_id),
            further: input.further.into(),
        };
        let action = editing::create(ctx.app(), ctx.me()?, input.programme_id, changes).await?;
        Ok(CreateActionPayload { action })
    }

    /// Changes an action's newest revision; others see nothing of it before it is published.
    async fn update_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateActionInput,
    ) -> Result<UpdateActionPayload> {
        let changes = Changes {
            language: input.language,
            title: input.title.into(),
            description: input.description.into(),
            lessons: input.lessons.into(),
            themes: input.themes.into(),
            status: input.status.into(),
            starts: input.starts.into(),
            ends: input.ends.into(),
            cost: input.cost.map_value(Into::into).into(),
            effect_tonnes_co2e: input.effect_tonnes_co2e.into(),
            contact_id: input.contact_id.into(),
            further: input.further.into(),
        };
        let action = editing::update(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateActionPayload { action })
    }

    /// Shows the newest revision to others.
    async fn publish_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: PublishActionInput,
    ) -> Result<PublishActionPayload> {
        let action = sharing::publish(
            ctx.app(),
            ctx.me()?,
            input.id,
            input.revision,
            input.visibility,
            input.learned,
            input.as_example,
        )
        .await?;
        Ok(PublishActionPayload { action })
    }

    /// Copies an action into a programme of the viewer's own organisation, where it starts as a draft and an idea.
    async fn copy_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CopyActionInput,
    ) -> Result<CopyActionPayload> {
        let action = sharing::copy(
            ctx.app(),
            ctx.me()?,
            input.action_id,
            input.programme_id,
            input.even_if_copied,
        )
        .await?;
        Ok(CopyActionPayload { action })
    }

    /// Deletes an action. Its copies stay whole.
    async fn delete_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteActionInput,
    ) -> Result<DeleteActionPayload> {
        Ok(DeleteActionPayload {
            programme: editing::delete(ctx.app(), ctx.me()?, input.id).await?,
        })
    }
}
