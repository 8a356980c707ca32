//! The schema of changing programmes. Each payload holds the programme, so that a client can show the whole tree anew.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use super::Programmes;
use crate::{
    actions::Action,
    error::{Error, Result},
    graphql::{Ask, Day, Id},
    people::graphql::{Organisation, organisation},
    programmes::{
        FocusArea, Goal, Programme, Purpose, Target, TargetStatus, deleting,
        editing::{self, GoalChanges, ProgrammeChanges, Step, TargetChanges},
    },
    text::Change,
};

/// A field left out is unchanged, null clears it.
#[derive(InputObject)]
pub struct UpdateProgrammeInput {
    /// The programme.
    id: Id<Programme>,
    /// The revision that the change is of.
    revision: i64,
    /// At most 200 characters, unique within the organisation.
    name: MaybeUndefined<String>,
    /// Its first day.
    starts: MaybeUndefined<Day>,
    /// Its last day, not before the first.
    ends: MaybeUndefined<Day>,
    /// Who adopted it, at most 200 characters.
    decided_by: MaybeUndefined<String>,
    /// When it was adopted.
    decided_on: MaybeUndefined<Day>,
    /// The decision's case number, at most 200 characters.
    decision_number: MaybeUndefined<String>,
    /// Where to read the decision: https:// or http://.
    decision_url: MaybeUndefined<String>,
    /// When it is next looked at whether it still holds.
    review_on: MaybeUndefined<Day>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateProgrammePayload {
    /// As it is now.
    programme: Programme,
}

/// A programme that was made by mistake.
#[derive(InputObject)]
pub struct DeleteProgrammeInput {
    /// Of the viewer's own organisation; without follow-up rounds, and without published or copied actions.
    id: Id<Programme>,
}

/// What came of deleting it.
#[derive(SimpleObject)]
pub struct DeleteProgrammePayload {
    /// Whose it was.
    organisation: Organisation,
}

/// A new focus area, the last of its programme.
#[derive(InputObject)]
pub struct AddFocusAreaInput {
    /// Of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// At most 400 characters.
    name: String,
}

/// What came of adding it.
#[derive(SimpleObject)]
pub struct AddFocusAreaPayload {
    /// The new focus area.
    focus_area: FocusArea,
}

/// A focus area's new name.
#[derive(InputObject)]
pub struct UpdateFocusAreaInput {
    /// The focus area.
    id: Id<FocusArea>,
    /// The revision that the change is of.
    revision: i64,
    /// At most 400 characters.
    name: String,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateFocusAreaPayload {
    /// As it is now.
    focus_area: FocusArea,
}

/// A new goal, the last of its focus area.
#[derive(InputObject)]
pub struct AddGoalInput {
    /// Of the viewer's own organisation.
    focus_area_id: Id<FocusArea>,
    /// At most 400 characters.
    name: String,
    /// OTHER when left out.
    purpose: Option<Purpose>,
    /// The risk that adaptation meets, at most 2,000 characters.
    risk: Option<String>,
    /// What it gives, in words, at most 2,000 characters.
    effect: Option<String>,
    /// Keys of objectives.
    objectives: Option<Vec<String>>,
}

/// What came of adding it.
#[derive(SimpleObject)]
pub struct AddGoalPayload {
    /// The new goal.
    goal: Goal,
}

/// A field left out is unchanged, null clears it.
#[derive(InputObject)]
pub struct UpdateGoalInput {
    /// The goal.
    id: Id<Goal>,
    /// The revision that the change is of.
    revision: i64,
    /// Another focus area of the same programme, of which it becomes the last goal.
    focus_area_id: Option<Id<FocusArea>>,
    /// At most 400 characters.
    name: MaybeUndefined<String>,
    /// What it is for.
    purpose: Option<Purpose>,
    /// The risk that adaptation meets, at most 2,000 characters.
    risk: MaybeUndefined<String>,
    /// What it gives, in words, at most 2,000 characters.
    effect: MaybeUndefined<String>,
    /// Keys of objectives, all of them anew.
    objectives: Option<Vec<String>>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateGoalPayload {
    /// As it is now.
    goal: Goal,
}

/// A new interim target, the last of its goal.
#[derive(InputObject)]
pub struct AddTargetInput {
    /// Of the viewer's own organisation.
    goal_id: Id<Goal>,
    /// At most 400 characters.
    name: String,
    /// By when.
    due: Option<Day>,
    /// Keys of objectives.
    objectives: Option<Vec<String>>,
}

/// What came of adding it.
#[derive(SimpleObject)]
pub struct AddTargetPayload {
    /// The new target.
    target: Target,
}

/// A field left out is unchanged, null clears it.
#[derive(InputObject)]
pub struct UpdateTargetInput {
    /// The target.
    id: Id<Target>,
    /// The revision that the change is of.
    revision: i64,
    /// Another goal of the same programme, of which it becomes the last target.
    goal_id: Option<Id<Goal>>,
    /// At most 400 characters.
    name: MaybeUndefined<String>,
    /// By when.
    due: MaybeUndefined<Day>,
    /// Keys of objectives, all of them anew.
    objectives: Option<Vec<String>>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateTargetPayload {
    /// As it is now.
    target: Target,
}

/// How a target stands, in somebody's own judgement.
#[derive(InputObject)]
pub struct AssessTargetInput {
    /// The target.
    id: Id<Target>,
    /// How it stands; NOT_ASSESSED takes back what was said.
    status: TargetStatus,
    /// Why, at most 2,000 characters; asked for where an indicator says something too.
    reason: Option<String>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct AssessTargetPayload {
    /// As it is now.
    target: Target,
}

/// A part of a programme, one step among its like.
#[derive(InputObject)]
pub struct MoveProgrammePartInput {
    /// A focus area, a goal or a target.
    id: ID,
    /// Which way.
    step: Step,
}

/// What came of moving it.
#[derive(SimpleObject)]
pub struct MoveProgrammePartPayload {
    /// The programme, in its new order.
    programme: Programme,
}

/// A part of a programme, with all that hangs on it.
#[derive(InputObject)]
pub struct DeleteProgrammePartInput {
    /// A focus area, a goal or a target.
    id: ID,
}

/// What came of deleting it.
#[derive(SimpleObject)]
pub struct DeleteProgrammePartPayload {
    /// The programme without it.
    programme: Programme,
}

/// Which targets an action serves.
#[derive(InputObject)]
pub struct SetActionTargetsInput {
    /// Of the viewer's own organisation.
    action_id: Id<Action>,
    /// Targets of its programme: these and no others, 100 at most; none when left out.
    target_ids: Option<Vec<Id<Target>>>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct SetActionTargetsPayload {
    /// As it is now.
    action: Action,
}

fn given<T>(value: Option<T>) -> Change<T> {
    value.map_or(Change::Keep, Change::Set)
}

async fn whole(ctx: &Context<'_>, id: Id<Programme>) -> Result<Programme> {
    ctx.load::<Programmes>(id).await?.ok_or_else(Error::not_found)
}

#[derive(Default)]
pub struct EditingMutation;

#[Object]
impl EditingMutation {
    /// Changes a programme's name, period and decision.
    async fn update_programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateProgrammeInput,
    ) -> Result<UpdateProgrammePayload> {
        let changes = ProgrammeChanges {
            name: input.name.into(),
            starts: input.starts.into(),
            ends: input.ends.into(),
            decided_by: input.decided_by.into(),
            decided_on: input.decided_on.into(),
            decision_number: input.decision_number.into(),
            decision_url: input.decision_url.into(),
            review_on: input.review_on.into(),
        };
        let programme = editing::update_programme(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateProgrammePayload { programme })
    }

    /// Deletes a programme with its parts, their history, indicators and drafts of actions. `INVALID` when it has to stay: a
    /// follow-up is a record, and what is published or copied is others' too.
    async fn delete_programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteProgrammeInput,
    ) -> Result<DeleteProgrammePayload> {
        let organisation_id = deleting::delete(ctx.app(), ctx.me()?, input.id).await?;
        Ok(DeleteProgrammePayload {
            organisation: organisation(ctx, organisation_id).await?,
        })
    }

    /// Adds a focus area to a programme.
    async fn add_focus_area(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AddFocusAreaInput,
    ) -> Result<AddFocusAreaPayload> {
        let focus_area = editing::add_focus_area(ctx.app(), ctx.me()?, input.programme_id, &input.name).await?;
        Ok(AddFocusAreaPayload { focus_area })
    }

    /// Gives a focus area another name.
    async fn update_focus_area(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateFocusAreaInput,
    ) -> Result<UpdateFocusAreaPayload> {
        let focus_area =
            editing::update_focus_area(ctx.app(), ctx.me()?, input.id, input.revision, &input.name).await?;
        Ok(UpdateFocusAreaPayload { focus_area })
    }

    /// Adds an overall goal to a focus area.
    async fn add_goal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AddGoalInput,
    ) -> Result<AddGoalPayload> {
        let changes = GoalChanges {
            focus_area_id: None,
            name: Change::Set(input.name),
            purpose: input.purpose,
            risk: given(input.risk),
            effect: given(input.effect),
            objectives: input.objectives,
        };
        let goal = editing::add_goal(ctx.app(), ctx.me()?, input.focus_area_id, changes).await?;
        Ok(AddGoalPayload { goal })
    }

    /// Changes an overall goal, or moves it to another focus area.
    async fn update_goal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateGoalInput,
    ) -> Result<UpdateGoalPayload> {
        let changes = GoalChanges {
            focus_area_id: input.focus_area_id,
            name: input.name.into(),
            purpose: input.purpose,
            risk: input.risk.into(),
            effect: input.effect.into(),
            objectives: input.objectives,
        };
        let goal = editing::update_goal(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateGoalPayload { goal })
    }

    /// Adds an interim target to a goal.
    async fn add_target(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AddTargetInput,
    ) -> Result<AddTargetPayload> {
        let changes = TargetChanges {
            goal_id: None,
            name: Change::Set(input.name),
            due: given(input.due),
            objectives: input.objectives,
        };
        let target = editing::add_target(ctx.app(), ctx.me()?, input.goal_id, changes).await?;
        Ok(AddTargetPayload { target })
    }

    /// Changes an interim target, or moves it to another goal.
    async fn update_target(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateTargetInput,
    ) -> Result<UpdateTargetPayload> {
        let changes = TargetChanges {
            goal_id: input.goal_id,
            name: input.name.into(),
            due: input.due.into(),
            objectives: input.objectives,
        };
        let target = editing::update_target(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateTargetPayload { target })
    }

    /// Says how a target stands, whatever its indicators say.
    async fn assess_target(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AssessTargetInput,
    ) -> Result<AssessTargetPayload> {
        let target = editing::assess(ctx.app(), ctx.me()?, input.id, input.status, input.reason).await?;
        Ok(AssessTargetPayload { target })
    }

    /// Moves a focus area, goal or target one step among its like; the first stays first, the last last.
    async fn move_programme_part(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: MoveProgrammePartInput,
    ) -> Result<MoveProgrammePartPayload> {
        let id = editing::move_part(ctx.app(), ctx.me()?, &input.id, input.step).await?;
        Ok(MoveProgrammePartPayload {
            programme: whole(ctx, id).await?,
        })
    }

    /// Deletes a focus area, goal or target with all that hangs on it. Actions stay.
    async fn delete_programme_part(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteProgrammePartInput,
    ) -> Result<DeleteProgrammePartPayload> {
        let id = editing::delete_part(ctx.app(), ctx.me()?, &input.id).await?;
        Ok(DeleteProgrammePartPayload {
            programme: whole(ctx, id).await?,
        })
    }

    /// Says which targets of its programme an action serves.
    async fn set_action_targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetActionTargetsInput,
    ) -> Result<SetActionTargetsPayload> {
        let targets = input.target_ids.unwrap_or_default();
        let action = editing::set_action_targets(ctx.app(), ctx.me()?, input.action_id, &targets).await?;
        Ok(SetActionTargetsPayload { action })
    }
}
