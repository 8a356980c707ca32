//! What the copies of an action have come to, gathered where they came from: how many are done, what they cost and what they
//! gave for each inhabitant, and what was learned. Only of what the viewer may see: a copy that is nobody else's to read is
//! counted in the family, but what it says is in no figure.

use std::{collections::HashSet, sync::Arc};

use async_graphql::SimpleObject;
use uuid::Uuid;

use super::{
    super::{Action, ActionStatus, Currency, Money, Sight, store as actions},
    Family, store,
};
use crate::{
    app::App,
    clock::Moment,
    db::row,
    error::Result,
    graphql::{Conn, Id, Place, Total, Window},
    people::organisations,
};

/// What one copy came to.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub id: Id<Action>,
    pub organisation_id: Uuid,
    pub status: ActionStatus,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<Currency>,
    pub effect_tonnes_co2e: Option<f64>,
    pub recent_at: Moment,
    pub has_lessons: i64,
}
row!(Outcome {
    id,
    organisation_id,
    status,
    cost_amount,
    cost_currency,
    effect_tonnes_co2e,
    recent_at,
    has_lessons
});

/// How many there are of one status.
#[derive(SimpleObject, Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusCount {
    /// The status.
    status: ActionStatus,
    /// How many.
    count: usize,
}

/// How some figures are spread.
#[derive(SimpleObject, Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many figures there are.
    count: usize,
    /// The least of them.
    least: f64,
    /// The one in the middle.
    median: f64,
    /// The most.
    most: f64,
}

impl Spread {
    fn of(mut figures: Vec<f64>) -> Option<Self> {
        figures.sort_by(f64::total_cmp);
        let middle = figures.len() / 2;
        let (least, most) = (*figures.first()?, *figures.last()?);
        let median = match figures.len() % 2 {
            0 => f64::midpoint(figures[middle - 1], figures[middle]),
            _ => figures[middle],
        };
        Some(Self {
            count: figures.len(),
            least,
            median,
            most,
        })
    }
}

/// What the viewer may know of an action's copies, of all generations.
pub struct Gathered {
    sight: Sight,
    outcomes: Vec<Outcome>,
}

impl Gathered {
    /// # Errors
    /// When the database does not answer.
    pub async fn of(app: &App, sight: Sight, family: &Family, action: &Action) -> Result<Self> {
        let below: HashSet<_> = family.below(action.id).iter().map(|kin| kin.id).collect();
        let mut outcomes = match family.0.first() {
            Some(first) if !below.is_empty() => store::outcomes(&app.db, sight, first.family_id).await?,
            _ => Vec::new(),
        };
        outcomes.retain(|outcome| below.contains(&outcome.id));
        Ok(Self { sight, outcomes })
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.outcomes.len()
    }

    /// Only those statuses that there are.
    #[must_use]
    pub fn statuses(&self) -> Vec<StatusCount> {
        use ActionStatus::{Cancelled, Done, Idea, Ongoing, Paused, Planned};
        [Idea, Planned, Ongoing, Done, Paused, Cancelled]
            .into_iter()
            .map(|status| StatusCount {
                status,
                count: self.outcomes.iter().filter(|outcome| outcome.status == status).count(),
            })
            .filter(|status| status.count > 0)
            .collect()
    }

    /// Cost for each inhabitant of the municipality, in one currency.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn costs(&self, app: &App, currency: Currency) -> Result<Option<Spread>> {
        let cost = |outcome: &Outcome| {
            let (amount, written_in) = outcome.cost_amount.zip(outcome.cost_currency)?;
            let cost = Money {
                amount,
                currency: written_in,
            };
            Some(figure(cost.converted(currency)?.amount))
        };
        self.per_inhabitant(app, cost).await
    }

    /// Kilograms of CO2 equivalents a year for each inhabitant.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn effects(&self, app: &App) -> Result<Option<Spread>> {
        let kilograms = |outcome: &Outcome| outcome.effect_tonnes_co2e.map(|tonnes| tonnes * 1000.0);
        self.per_inhabitant(app, kilograms).await
    }

    async fn per_inhabitant(&self, app: &App, figure_of: impl Fn(&Outcome) -> Option<f64>) -> Result<Option<Spread>> {
        let mut figures = Vec::new();
        for outcome in &self.outcomes {
            let Some(whole) = figure_of(outcome) else { continue };
            let organisation = organisations::organisation(app, outcome.organisation_id).await?;
            if let Some(population) = organisation.population.filter(|population| *population > 0) {
                figures.push(whole / figure(population));
            }
        }
        Ok(Spread::of(figures))
    }

    /// The copies that say what they have learned, the latest published first.
    ///
    /// # Errors
    /// `INVALID` for a wrong page or cursor.
    pub async fn lessons(&self, app: &Arc<App>, first: i32, after: Option<String>) -> Result<Conn<Action>> {
        let window = Window::<i64>::descending(first, after.as_deref())?;
        let mut with: Vec<_> = self
            .outcomes
            .iter()
            .filter(|outcome| outcome.has_lessons == 1)
            .collect();
        with.sort_by_key(|outcome| std::cmp::Reverse((outcome.recent_at.0, outcome.id.0)));
        let total = Total::known(with.len());
        with.retain(|outcome| (outcome.recent_at.0, outcome.id.0) < (window.after.key, window.after.id));
        with.truncate(usize::try_from(window.limit).unwrap_or_default());
        let ids: Vec<_> = with.iter().map(|outcome| outcome.id).collect();
        let mut rows = actions::actions(&app.db, self.sight, &ids).await?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
        let place = |row: &Action| Place {
            key: row.recent_at.0,
            id: row.id.0,
        };
        Ok(window.page(rows, total, place, |row| row))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "amounts end at 10^12 and inhabitants far below, both under 2^53"
)]
fn figure(whole: i64) -> f64 {
    whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle_or_half_way_between_two() {
        let spread = |figures: &[f64]| Spread::of(figures.to_vec()).map(|s| (s.count, s.least, s.median, s.most));
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[3.0]), Some((1, 3.0, 3.0, 3.0)));
        assert_eq!(spread(&[9.0, 1.0, 2.0]), Some((3, 1.0, 2.0, 9.0)));
        assert_eq!(spread(&[4.0, 1.0, 2.0, 9.0]), Some((4, 1.0, 3.0, 9.0)));
    }
}
