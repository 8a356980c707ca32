//! What else an action says besides its title, text and plain facts, and what makes it a good example.
//!
//! All of it belongs to one **revision** (`action_detail`, `action_text`, `action_link`, `action_milestone`,
//! `action_status`; keyed by action and revision, and gone with them): others see that of the published revision. Saves of
//! one sitting renumber their revision, and the rows follow it by themselves (`on update cascade`). Whoever makes a new
//! revision in another way calls [`carry`] to have what the one before it said, then [`write`], then [`note_status`].
//! A copy takes along what [`bring`] says. What is acceptable, and how it is written, is in `editing.rs`.
//!
//! A list of actions reads none of this: it comes by loaders ([`graphql`]), and only when it is asked for.
//! Being a good example (`action.example_since`) is no part of a revision: it is said when publishing.

mod editing;
pub mod graphql;
pub mod reference;
pub(crate) mod store;

use std::collections::HashMap;

use async_graphql::Enum;

use super::{Action, ActionStatus, Currency};
use crate::{
    clock::Moment,
    db::{Db, Tx, row, text_enum},
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::Language,
    people::{Editor, Person, Unit},
    text,
};

pub use editing::{
    Changes, Checked, Decision, Funding, NewLink, NewMilestone, check, links, milestones, note_status, write,
};

/// What something is for. Whether it has to do with tonnes at all follows from it.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Lower emissions of greenhouse gases.
    Emissions,
    /// Adaptation to a changing climate: it has a risk and an effect in words, not in tonnes.
    Adaptation,
    /// Another environmental goal.
    Other,
}
text_enum!(Purpose { Emissions = "EMISSIONS", Adaptation = "ADAPTATION", Other = "OTHER" });

/// The further texts of an action. Kept under the name that the API's input has for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextField {
    /// What was wrong, or missing.
    Problem,
    /// What came of it.
    Result,
    /// What they would do again.
    Again,
    /// What must be in place elsewhere.
    Transferability,
    /// What adaptation is to protect from.
    Risk,
    /// What it gives where tonnes say nothing.
    EffectInWords,
    /// How the cost was estimated.
    CostHow,
    /// How the effect was estimated.
    EffectHow,
}
text_enum!(TextField {
    Problem = "problem",
    Result = "result",
    Again = "again",
    Transferability = "transferability",
    Risk = "risk",
    EffectInWords = "effectInWords",
    CostHow = "costHow",
    EffectHow = "effectHow",
});

impl TextField {
    pub const ALL: [Self; 8] = [
        Self::Problem,
        Self::Result,
        Self::Again,
        Self::Transferability,
        Self::Risk,
        Self::EffectInWords,
        Self::CostHow,
        Self::EffectHow,
    ];
}

/// One of the further texts, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub field: TextField,
    pub value: String,
    pub language: Language,
}
row!(Wording {
    action_id,
    revision,
    field,
    value,
    language
});

/// How what came of an action begins: its result, or else its lessons.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub value: String,
    pub language: Language,
}
row!(Outcome {
    action_id,
    revision,
    value,
    language
});

impl Outcome {
    /// Characters that stand in a list.
    const MOST: usize = 200;

    /// The first words of its first paragraph.
    #[must_use]
    pub fn first_words(&self) -> String {
        text::first_words(self.value.split("\n\n").next().unwrap_or_default(), Self::MOST)
    }
}

/// The further facts of a revision.
#[derive(Clone, Debug)]
pub struct Detail {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub purpose: Option<Purpose>,
    pub unit_id: Option<Id<Unit>>,
    pub partners: Option<String>,
    pub indicators: Indicators,
    pub funding_scheme: Option<String>,
    pub funding_name: Option<String>,
    pub funding_amount: Option<i64>,
    pub funding_currency: Option<Currency>,
    pub decision_body: Option<String>,
    pub decided_on: Option<Day>,
    pub case_number: Option<String>,
    pub decision_url: Option<String>,
}
row!(Detail {
    action_id,
    revision,
    purpose,
    unit_id,
    partners,
    indicators,
    funding_scheme,
    funding_name,
    funding_amount,
    funding_currency,
    decision_body,
    decided_on,
    case_number,
    decision_url
});

impl Detail {
    /// None of the facts is known.
    #[must_use]
    pub fn blank(action_id: Id<Action>, revision: i64) -> Self {
        Self {
            action_id,
            revision,
            purpose: None,
            unit_id: None,
            partners: None,
            indicators: Indicators::default(),
            funding_scheme: None,
            funding_name: None,
            funding_amount: None,
            funding_currency: None,
            decision_body: None,
            decided_on: None,
            case_number: None,
            decision_url: None,
        }
    }
}

/// Ids of `reference/indicators.csv`, kept as ` a b `.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicators(pub Vec<&'static str>);

impl crate::db::FromCell for Indicators {
    fn from_cell(cell: crate::db::Cell) -> Result<Self, crate::db::Cell> {
        match &cell {
            // An id that has left the reference data is no longer shown.
            crate::db::Cell::Text(text) => Ok(Self(
                text.split_whitespace()
                    .filter_map(|id| Some(reference::indicator(id)?.id.as_str()))
                    .collect(),
            )),
            _ => Err(cell),
        }
    }
}

impl From<&Indicators> for crate::db::Value {
    fn from(indicators: &Indicators) -> Self {
        format!(" {} ", indicators.0.join(" ")).into()
    }
}

impl Indicators {
    /// # Errors
    /// `INVALID` for an unknown id.
    pub fn parse(ids: &[String]) -> Result<Self> {
        let mut known = Vec::new();
        for id in ids {
            let indicator = reference::indicator(id)
                .ok_or_else(|| Error::invalid("indicators", "error-unknown-indicator").with("key", id.as_str()))?;
            if !known.contains(&indicator.id.as_str()) {
                known.push(&indicator.id);
            }
        }
        Ok(Self(known))
    }
}

/// A page elsewhere.
#[derive(Clone, Debug)]
pub struct Link {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub url: String,
    pub name: Option<String>,
}
row!(Link {
    action_id,
    revision,
    url,
    name
});

/// Something to be reached on the way.
#[derive(Clone, Debug)]
pub struct Milestone {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub name: String,
    pub due: Option<Day>,
    pub done: Option<Day>,
}
row!(Milestone {
    action_id,
    revision,
    name,
    due,
    done
});

impl Milestone {
    /// Whether its day has passed without it.
    #[must_use]
    pub fn late(&self, now: Moment) -> bool {
        self.done.is_none() && self.due.is_some_and(|due| due.0 < now.wall_clock().date())
    }
}

/// What became of the status, and why.
#[derive(Clone, Debug)]
pub struct StatusEntry {
    pub action_id: Id<Action>,
    pub revision: i64,
    /// `None`: it stayed, and somebody said a word about it.
    pub before: Option<ActionStatus>,
    pub status: ActionStatus,
    pub reason: Option<String>,
    pub language: Option<Language>,
    pub at: Moment,
    pub by_id: Option<Id<Person>>,
}
row!(StatusEntry {
    action_id,
    revision,
    before,
    status,
    reason,
    language,
    at,
    by_id
});

/// All that stands beside the row of one revision.
#[derive(Clone, Debug, Default)]
pub struct Further {
    pub detail: Option<Detail>,
    pub texts: Vec<Wording>,
    pub links: Vec<Link>,
    pub milestones: Vec<Milestone>,
}

/// What stands beside the rows of some revisions, in a statement for each table; nothing for a revision that has nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn further(db: &Db, keys: &[store::Key]) -> Result<HashMap<store::Key, Further>> {
    let mut found: HashMap<store::Key, Further> = HashMap::new();
    if keys.is_empty() {
        return Ok(found);
    }
    for row in store::details(db, keys).await? {
        let key = (row.action_id, row.revision);
        found.entry(key).or_default().detail = Some(row);
    }
    for row in store::texts(db, keys).await? {
        found.entry((row.action_id, row.revision)).or_default().texts.push(row);
    }
    for row in store::links(db, keys).await? {
        found.entry((row.action_id, row.revision)).or_default().links.push(row);
    }
    for row in store::milestones(db, keys).await? {
        found
            .entry((row.action_id, row.revision))
            .or_default()
            .milestones
            .push(row);
    }
    Ok(found)
}

/// What an action was for in one of its revisions.
///
/// # Errors
/// When the database does not answer.
pub async fn purpose(tx: &mut Tx, (id, revision): store::Key) -> Result<Option<Purpose>> {
    let detail = store::detail(tx, id, revision).await?;
    Ok(detail.and_then(|detail| detail.purpose))
}

/// A new revision begins with what another one of the same action said: further facts, texts, links and milestones.
///
/// # Errors
/// When the database does not answer.
pub async fn carry(tx: &mut Tx, editor: &Editor, id: Id<Action>, from: i64, to: i64) -> Result<()> {
    Ok(store::carry(tx, editor, id, from, to).await?)
}

/// What comes along into a copy: what it is for, the indicators that it moves, and the links. The rest is the origin's own.
///
/// # Errors
/// When the database does not answer.
pub async fn bring(tx: &mut Tx, editor: &Editor, origin: store::Key, copy: store::Key) -> Result<()> {
    Ok(store::bring(tx, editor, origin, copy).await?)
}

/// Says that an action is a good example, or that it is none any more.
///
/// # Errors
/// When the database does not answer.
pub async fn set(tx: &mut Tx, editor: &Editor, id: Id<Action>, example: bool, now: Moment) -> Result<()> {
    Ok(store::set_example(tx, editor, id, example, now).await?)
}
