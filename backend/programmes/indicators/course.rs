//! How something measured stands against what is to be reached: the target line, the status and the trend. Arithmetic and
//! nothing else; docs/indicators.md tells people the same in words, and the web client draws the line by the same rule.

use async_graphql::{Enum, SimpleObject};

use crate::{graphql::Day, programmes::TargetStatus};

/// Which way is better.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The lower the better.
    Lower,
    /// The higher the better.
    Higher,
}
crate::db::text_enum!(Direction { Lower = "LOWER", Higher = "HIGHER" });

/// A value on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub day: Day,
    pub value: f64,
}

/// Which way a series goes.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendDirection {
    /// The better way.
    Better,
    /// Neither.
    Steady,
    /// The worse way.
    Worse,
}

/// Where a series goes: a straight line through its last values, at most five.
#[derive(SimpleObject, Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Which way.
    pub direction: TrendDirection,
    /// By how much a year.
    pub per_year: f64,
    /// What the value would be on the day of the last target value, if it went on like this.
    pub forecast: Option<f64>,
}

/// What is measured, from where, and what is to be reached; each by day, the earliest first.
pub struct Course<'a> {
    pub direction: Direction,
    pub baseline: Option<Point>,
    pub aims: &'a [Point],
    pub values: &'a [Point],
}

/// Within this part of the whole way from the target line, a value is on track.
const ON_TRACK: f64 = 0.10;
/// And within this part it is at risk.
const AT_RISK: f64 = 0.25;
/// The trend is that of so many last values,
const RECENT: usize = 5;
/// of which there have to be so many,
const FEWEST: usize = 3;
/// and is steady when it moves less than this part of their mean.
const STEADY: f64 = 0.02;

impl Course<'_> {
    /// Where the line begins: the baseline, or the first value.
    #[must_use]
    pub fn start(&self) -> Option<Point> {
        self.baseline.or_else(|| self.values.first().copied())
    }

    /// Where it has to be on a day: straight lines from the start over the target values, level after the last.
    #[must_use]
    pub fn line(&self, day: Day) -> Option<f64> {
        let start = self.start()?;
        let mut before = start;
        for aim in self.aims.iter().filter(|aim| aim.day > start.day) {
            if day <= before.day {
                return Some(before.value);
            }
            if day <= aim.day {
                let part = (years(day) - years(before.day)) / (years(aim.day) - years(before.day));
                return Some(before.value + part * (aim.value - before.value));
            }
            before = *aim;
        }
        Some(before.value)
    }

    /// Of the newest value against the line; none where there is nothing to compare: no target value, or nothing measured
    /// since the baseline.
    #[must_use]
    pub fn status(&self) -> Option<TargetStatus> {
        let (start, last, newest) = (self.start()?, self.aims.last()?, self.values.last()?);
        if newest.day <= start.day {
            return None;
        }
        let worse = |value: f64, than: f64| match self.direction {
            Direction::Lower => value - than,
            Direction::Higher => than - value,
        };
        if worse(newest.value, last.value) <= 0.0 {
            return Some(TargetStatus::Reached);
        }
        if newest.day >= last.day {
            return Some(TargetStatus::OffTrack);
        }
        let gap = worse(newest.value, self.line(newest.day)?);
        // Where a level is to be held there is no way to go: the level itself is the measure.
        let way = match (last.value - start.value).abs() {
            0.0 => last.value.abs(),
            way => way,
        };
        Some(match gap {
            gap if gap <= ON_TRACK * way => TargetStatus::OnTrack,
            gap if gap <= AT_RISK * way => TargetStatus::AtRisk,
            _ => TargetStatus::OffTrack,
        })
    }

    /// None with fewer than three values.
    #[must_use]
    pub fn trend(&self) -> Option<Trend> {
        let recent = &self.values[self.values.len().saturating_sub(RECENT)..];
        if recent.len() < FEWEST {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "five at most")]
        let count = recent.len() as f64;
        let mean = |of: &dyn Fn(&Point) -> f64| recent.iter().map(of).sum::<f64>() / count;
        let (middle, height) = (mean(&|p| years(p.day)), mean(&|p| p.value));
        let spread: f64 = recent.iter().map(|p| (years(p.day) - middle).powi(2)).sum();
        let per_year = recent
            .iter()
            .map(|p| (years(p.day) - middle) * (p.value - height))
            .sum::<f64>()
            / spread;
        let moved = per_year * (years(recent[recent.len() - 1].day) - years(recent[0].day));
        let size = mean(&|p| p.value.abs());
        let direction = if moved.abs() <= STEADY * size {
            TrendDirection::Steady
        } else if (moved < 0.0) == (self.direction == Direction::Lower) {
            TrendDirection::Better
        } else {
            TrendDirection::Worse
        };
        Some(Trend {
            direction,
            per_year,
            forecast: self
                .aims
                .last()
                .map(|aim| height + per_year * (years(aim.day) - middle)),
        })
    }
}

/// Of a target with several indicators: the worst, and reached only when all are.
#[must_use]
pub fn together(statuses: impl IntoIterator<Item = TargetStatus>) -> Option<TargetStatus> {
    let rank = |status: &TargetStatus| match status {
        TargetStatus::NotAssessed => 0,
        TargetStatus::Reached => 1,
        TargetStatus::OnTrack => 2,
        TargetStatus::AtRisk => 3,
        TargetStatus::OffTrack => 4,
    };
    statuses.into_iter().max_by_key(rank)
}

/// A day on the line of years: 31 December 2025 is 2026 less a day.
fn years(day: Day) -> f64 {
    let date = day.0;
    f64::from(date.year()) + f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i16, value: f64) -> Point {
        Point {
            day: Day(jiff::civil::date(year, 12, 31)),
            value,
        }
    }

    fn status(direction: Direction, baseline: Point, aims: &[Point], newest: Point) -> Option<TargetStatus> {
        Course {
            direction,
            baseline: Some(baseline),
            aims,
            values: &[newest],
        }
        .status()
    }

    #[test]
    fn the_line_goes_straight_from_one_target_value_to_the_next_and_then_stays() {
        let course = Course {
            direction: Direction::Lower,
            baseline: Some(at(2020, 100.0)),
            aims: &[at(2025, 80.0), at(2030, 20.0)],
            values: &[],
        };
        for (year, value) in [
            (2015, 100.0),
            (2020, 100.0),
            (2025, 80.0),
            (2028, 44.0),
            (2030, 20.0),
            (2040, 20.0),
        ] {
            let line = course.line(at(year, 0.0).day).unwrap();
            assert!((line - value).abs() < 0.1, "{year}: {line}");
        }
    }

    #[test]
    fn the_distance_to_the_line_decides() {
        use TargetStatus::{AtRisk, OffTrack, OnTrack, Reached};
        let (from, to) = (at(2020, 100.0), [at(2030, 0.0)]);
        for (value, expected) in [
            (50.0, OnTrack),
            (59.9, OnTrack),
            (60.2, AtRisk),
            (74.8, AtRisk),
            (75.2, OffTrack),
            (0.0, Reached),
            (-3.0, Reached),
        ] {
            assert_eq!(
                status(Direction::Lower, from, &to, at(2025, value)),
                Some(expected),
                "{value}"
            );
        }
        let (from, to) = (at(2020, 0.0), [at(2030, 100.0)]);
        assert_eq!(status(Direction::Higher, from, &to, at(2025, 45.0)), Some(OnTrack));
        assert_eq!(status(Direction::Higher, from, &to, at(2025, 20.0)), Some(OffTrack));
        assert_eq!(
            status(Direction::Higher, from, &to, at(2030, 99.0)),
            Some(OffTrack),
            "its day has come"
        );
        assert_eq!(status(Direction::Higher, from, &to, at(2031, 100.0)), Some(Reached));
    }

    #[test]
    fn nothing_is_said_without_something_to_compare() {
        let from = at(2020, 100.0);
        assert_eq!(
            status(Direction::Lower, from, &[], at(2025, 50.0)),
            None,
            "no target value"
        );
        assert_eq!(
            status(Direction::Lower, from, &[at(2030, 0.0)], from),
            None,
            "nothing since the baseline"
        );
        let alone = Course {
            direction: Direction::Lower,
            baseline: None,
            aims: &[at(2030, 0.0)],
            values: &[at(2025, 10.0)],
        };
        assert_eq!(alone.status(), None, "the only value is where the line begins");
    }

    #[test]
    fn a_trend_goes_by_the_last_five_values() {
        let values = [
            at(2015, 500.0),
            at(2020, 100.0),
            at(2021, 90.0),
            at(2022, 80.0),
            at(2023, 70.0),
            at(2024, 60.0),
        ];
        let course = Course {
            direction: Direction::Lower,
            baseline: None,
            aims: &[at(2030, 0.0)],
            values: &values,
        };
        let trend = course.trend().unwrap();
        assert_eq!(trend.direction, TrendDirection::Better);
        assert!((trend.per_year + 10.0).abs() < 0.01);
        assert!(trend.forecast.unwrap().abs() < 0.1);
        let steady = Course {
            values: &[at(2022, 100.0), at(2023, 101.0), at(2024, 100.5)],
            ..course
        };
        assert_eq!(steady.trend().unwrap().direction, TrendDirection::Steady);
        let few = Course {
            values: &values[..2],
            ..course
        };
        assert_eq!(few.trend(), None);
    }

    #[test]
    fn of_several_indicators_the_worst_counts() {
        use TargetStatus::{AtRisk, OnTrack, Reached};
        assert_eq!(together([Reached, AtRisk, OnTrack]), Some(AtRisk));
        assert_eq!(together([Reached, Reached]), Some(Reached));
        assert_eq!(together([Reached, OnTrack]), Some(OnTrack));
        assert_eq!(together([]), None);
    }

    use proptest::prelude::*;

    proptest! {
        /// A better value never makes a worse status.
        #[test]
        fn better_is_never_worse(a in -1e6..1e6f64, b in -1e6..1e6f64, to in -1e6..1e6f64, from in -1e6..1e6f64, lower: bool) {
            let direction = if lower { Direction::Lower } else { Direction::Higher };
            let rank = |value| {
                let status = status(direction, at(2020, from), &[at(2030, to)], at(2024, value)).unwrap();
                [TargetStatus::Reached, TargetStatus::OnTrack, TargetStatus::AtRisk, TargetStatus::OffTrack]
                    .iter().position(|each| *each == status).unwrap()
            };
            let (better, worse) = if (a < b) == lower { (a, b) } else { (b, a) };
            prop_assert!(rank(better) <= rank(worse));
        }
    }
}
