//! What else the demo's actions say: good examples, further facts, milestones, the history of the status.

use std::time::Duration;

use serde::Deserialize;

use super::{Demo, missing, word};
use crate::{
    actions::{
        ActionStatus, Currency, Money,
        example::{self, Changes, Decision, Funding, NewLink, NewMilestone, Purpose, StatusEntry, TextField},
    },
    error::Result,
    graphql::Day,
    i18n::Language,
    people::Editor,
    text::Change,
};

#[derive(Deserialize)]
pub(super) struct Examples {
    example: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    action: String,
    language: Language,
    #[serde(default)]
    good: bool,
    problem: Option<String>,
    result: Option<String>,
    again: Option<String>,
    transferability: Option<String>,
    risk: Option<String>,
    #[serde(rename = "effectInWords")]
    effect_in_words: Option<String>,
    #[serde(rename = "costHow")]
    cost_how: Option<String>,
    #[serde(rename = "effectHow")]
    effect_how: Option<String>,
    purpose: Option<String>,
    unit: Option<String>,
    partners: Option<String>,
    #[serde(default)]
    indicators: Vec<String>,
    funding: Option<FundingRow>,
    decision: Option<DecisionRow>,
    #[serde(default)]
    links: Vec<LinkRow>,
    #[serde(default)]
    milestones: Vec<MilestoneRow>,
    status: Option<StatusRow>,
}

#[derive(Deserialize)]
struct FundingRow {
    scheme: Option<String>,
    name: Option<String>,
    amount: Option<i64>,
    currency: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DecisionRow {
    body: Option<String>,
    date: Option<String>,
    case_number: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
struct LinkRow {
    url: String,
    name: Option<String>,
}

#[derive(Deserialize)]
struct MilestoneRow {
    name: String,
    due: Option<i64>,
    done: Option<i64>,
}

#[derive(Deserialize)]
struct StatusRow {
    days_ago: u64,
    before: String,
    reason: Option<String>,
}

fn given<T>(value: Option<T>) -> Change<T> {
    value.map_or(Change::Keep, Change::Set)
}

impl Demo<'_> {
    pub(super) async fn examples(&mut self, rows: Examples) -> Result<()> {
        for row in rows.example {
            let action = self
                .actions
                .get(&row.action)
                .cloned()
                .ok_or_else(|| missing("action", &row.action))?;
            let author = action.author_id;
            let author = self.people.values().find(|person| Some(person.id) == author).cloned();
            let author = author.ok_or_else(|| missing("author of", &row.action))?;
            let editor = Editor::for_demo(&author);
            let unit = match row.unit {
                Some(name) => {
                    let key = (action.organisation_id, name);
                    Some(*self.units.get(&key).ok_or_else(|| missing("unit", &key.1))?)
                }
                None => None,
            };
            let texts = [
                (TextField::Problem, row.problem),
                (TextField::Result, row.result),
                (TextField::Again, row.again),
                (TextField::Transferability, row.transferability),
                (TextField::Risk, row.risk),
                (TextField::EffectInWords, row.effect_in_words),
                (TextField::CostHow, row.cost_how),
                (TextField::EffectHow, row.effect_how),
            ];
            let changes = Changes {
                texts: texts.into_iter().map(|(field, text)| (field, given(text))).collect(),
                purpose: match &row.purpose {
                    Some(text) => Change::Set(word("purpose", text, Purpose::from_text(&text.to_uppercase()))?),
                    None => Change::Keep,
                },
                // Not read again by the check, which would not see what this transaction has written.
                unit_id: Change::Keep,
                partners: given(row.partners),
                indicators: Change::Set(row.indicators),
                funding: match row.funding {
                    Some(row) => Change::Set(Funding {
                        amount: match (row.amount, row.currency) {
                            (Some(amount), Some(currency)) => Some(Money {
                                amount,
                                currency: word("currency", &currency, Currency::from_text(&currency))?,
                            }),
                            _ => None,
                        },
                        scheme: row.scheme,
                        name: row.name,
                    }),
                    None => Change::Keep,
                },
                decision: match row.decision {
                    Some(row) => Change::Set(Decision {
                        body: row.body,
                        date: row.date.as_deref().map(super::day).transpose()?,
                        case_number: row.case_number,
                        url: row.url,
                    }),
                    None => Change::Keep,
                },
                links: Change::Set(
                    row.links
                        .into_iter()
                        .map(|row| NewLink {
                            url: row.url,
                            name: row.name,
                        })
                        .collect(),
                ),
                milestones: Change::Set(
                    row.milestones
                        .into_iter()
                        .map(|row| NewMilestone {
                            name: row.name,
                            due: row.due.map(|days| self.day_in(days)),
                            done: row.done.map(|days| self.day_in(days)),
                        })
                        .collect(),
                ),
                status_reason: Change::Keep,
            };
            let checked = example::check(self.app, &action, changes, Some(row.language)).await?;
            example::write(&mut self.tx, &editor, &action, checked).await?;
            if unit.is_some() {
                let detail = example::store::detail(&mut self.tx, action.id, action.revision).await?;
                let mut detail = detail.unwrap_or_else(|| example::Detail::blank(action.id, action.revision));
                detail.unit_id = unit;
                example::store::set_detail(&mut self.tx, &editor, &detail).await?;
            }
            if row.good {
                example::set(&mut self.tx, &editor, action.id, true, action.recent_at).await?;
            }
            if let Some(row) = row.status {
                let before = ActionStatus::from_text(&row.before.to_uppercase());
                let entry = StatusEntry {
                    action_id: action.id,
                    revision: action.revision,
                    before: Some(word("status", &row.before, before)?),
                    status: action.status,
                    language: row.reason.as_ref().map(|_| author.language),
                    reason: row.reason,
                    at: self.days_ago(row.days_ago),
                    by_id: Some(author.id),
                };
                example::store::set_status_entry(&mut self.tx, &editor, &entry).await?;
            }
        }
        Ok(())
    }

    /// A day so many days from now.
    fn day_in(&self, days: i64) -> Day {
        let span = Duration::from_secs(days.unsigned_abs() * 24 * 60 * 60);
        let at = if days < 0 {
            self.now.minus(span)
        } else {
            self.now.plus(span)
        };
        Day(at.wall_clock().date())
    }
}
