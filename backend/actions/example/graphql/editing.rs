//! The schema of what else can be given with an action.

use async_graphql::{InputObject, MaybeUndefined};

use crate::{
    actions::{
        example::{Changes, Decision, Funding, NewLink, NewMilestone, Purpose, TextField},
        graphql::MoneyInput,
    },
    graphql::{Day, Id},
    people::Unit,
};

/// Where the money comes from. With nothing in it, it clears.
#[derive(InputObject)]
pub struct FundingInput {
    /// The key of a known scheme.
    scheme: Option<String>,
    /// What else it is called, at most 200 characters.
    name: Option<String>,
    /// How much comes from there.
    amount: Option<MoneyInput>,
}

/// A decision, and where it can be read. With nothing in it, it clears.
#[derive(InputObject)]
pub struct DecisionInput {
    /// Who decided, at most 200 characters.
    body: Option<String>,
    /// When.
    date: Option<Day>,
    /// Under which number it is filed, at most 200 characters.
    case_number: Option<String>,
    /// The page where it can be read.
    url: Option<String>,
}

/// A page elsewhere.
#[derive(InputObject)]
pub struct LinkInput {
    /// Its address: https or http.
    url: String,
    /// What it is called, at most 200 characters.
    name: Option<String>,
}

/// Something to be reached on the way.
#[derive(InputObject)]
pub struct MilestoneInput {
    /// What, at most 200 characters.
    name: String,
    /// By when.
    due: Option<Day>,
    /// The day on which it was reached.
    done: Option<Day>,
}

/// What else may be given with a new action, or changed later; part of `CreateActionInput` and `UpdateActionInput`.
#[derive(InputObject, Default)]
pub struct FurtherInput {
    /// What was wrong, or missing. Plain paragraphs, at most 20,000 characters.
    problem: MaybeUndefined<String>,
    /// What came of it. Plain paragraphs, at most 20,000 characters.
    result: MaybeUndefined<String>,
    /// What they would do again. Plain paragraphs, at most 20,000 characters.
    again: MaybeUndefined<String>,
    /// What must be in place for others to do the same. Plain paragraphs, at most 20,000 characters.
    transferability: MaybeUndefined<String>,
    /// What adaptation is to protect from. Plain paragraphs, at most 20,000 characters.
    risk: MaybeUndefined<String>,
    /// What it gives where tonnes say nothing. Plain paragraphs, at most 20,000 characters.
    effect_in_words: MaybeUndefined<String>,
    /// How the cost was estimated. Plain paragraphs, at most 2,000 characters.
    cost_how: MaybeUndefined<String>,
    /// How the effect was estimated. Plain paragraphs, at most 2,000 characters.
    effect_how: MaybeUndefined<String>,
    /// What it is for.
    purpose: MaybeUndefined<Purpose>,
    /// An administration or company of the same organisation.
    unit_id: MaybeUndefined<Id<Unit>>,
    /// Who else takes part. Plain paragraphs, at most 2,000 characters.
    partners: MaybeUndefined<String>,
    /// Keys of common indicators.
    indicators: MaybeUndefined<Vec<String>>,
    /// Where the money comes from.
    funding: MaybeUndefined<FundingInput>,
    /// Who decided it.
    decision: MaybeUndefined<DecisionInput>,
    /// All links, 50 at most.
    links: MaybeUndefined<Vec<LinkInput>>,
    /// All milestones, 50 at most.
    milestones: MaybeUndefined<Vec<MilestoneInput>>,
    /// Why the status is as it is: kept with its latest change, or beside it where others have seen that already. Plain
    /// paragraphs, at most 2,000 characters.
    status_reason: MaybeUndefined<String>,
}

impl From<FurtherInput> for Changes {
    fn from(input: FurtherInput) -> Self {
        Self {
            texts: vec![
                (TextField::Problem, input.problem.into()),
                (TextField::Result, input.result.into()),
                (TextField::Again, input.again.into()),
                (TextField::Transferability, input.transferability.into()),
                (TextField::Risk, input.risk.into()),
                (TextField::EffectInWords, input.effect_in_words.into()),
                (TextField::CostHow, input.cost_how.into()),
                (TextField::EffectHow, input.effect_how.into()),
            ],
            purpose: input.purpose.into(),
            unit_id: input.unit_id.into(),
            partners: input.partners.into(),
            indicators: input.indicators.into(),
            funding: input
                .funding
                .map_value(|given| Funding {
                    scheme: given.scheme,
                    name: given.name,
                    amount: given.amount.map(Into::into),
                })
                .into(),
            decision: input
                .decision
                .map_value(|given| Decision {
                    body: given.body,
                    date: given.date,
                    case_number: given.case_number,
                    url: given.url,
                })
                .into(),
            links: input
                .links
                .map_value(|links| {
                    let each = |link: LinkInput| NewLink {
                        url: link.url,
                        name: link.name,
                    };
                    links.into_iter().map(each).collect()
                })
                .into(),
            milestones: input
                .milestones
                .map_value(|milestones| {
                    let each = |milestone: MilestoneInput| NewMilestone {
                        name: milestone.name,
                        due: milestone.due,
                        done: milestone.done,
                    };
                    milestones.into_iter().map(each).collect()
                })
                .into(),
            status_reason: input.status_reason.into(),
        }
    }
}
