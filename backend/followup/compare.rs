//! What changed between two states of a programme: a round and the one before it, or a closed round and now.

use async_graphql::Enum;
use uuid::Uuid;

use super::{Entry, SubjectKind};

/// How something changed.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "RoundChange")]
pub enum ChangeKind {
    /// It stands better than before.
    Improved,
    /// It stands worse than before.
    Worse,
    /// It was not there before.
    New,
    /// It is there no more.
    Gone,
    /// It is another than before, neither better nor worse: its words, or a status that was not assessed.
    Changed,
    /// It stands as before.
    Same,
}

crate::db::text_enum!(ChangeKind {
    Improved = "IMPROVED",
    Worse = "WORSE",
    New = "NEW",
    Gone = "GONE",
    Changed = "CHANGED",
    Same = "SAME",
});

/// Something before and after; at least one of the two is there.
#[derive(Clone, Debug)]
pub struct Difference {
    pub change: ChangeKind,
    pub before: Option<Entry>,
    pub after: Option<Entry>,
}

/// In the order of `after`; what is gone stands last.
#[must_use]
pub fn compare(before: &[Entry], after: &[Entry]) -> Vec<Difference> {
    let there = |entry: &&Entry| !entry.gone;
    let find = |all: &[Entry], id: Uuid| all.iter().filter(there).find(|entry| entry.subject_id == id).cloned();
    let mut found: Vec<_> = after
        .iter()
        .filter(there)
        .map(|now| {
            let then = find(before, now.subject_id);
            Difference {
                change: then.as_ref().map_or(ChangeKind::New, |then| judge(then, now)),
                before: then,
                after: Some(now.clone()),
            }
        })
        .collect();
    found.extend(
        before
            .iter()
            .filter(there)
            .filter(|then| find(after, then.subject_id).is_none())
            .map(|then| Difference {
                change: ChangeKind::Gone,
                before: Some(then.clone()),
                after: None,
            }),
    );
    found
}

fn judge(then: &Entry, now: &Entry) -> ChangeKind {
    let (before, after) = (then.effective(), now.effective());
    match (rank(now.kind, before), rank(now.kind, after)) {
        (Some(before), Some(after)) if after > before => ChangeKind::Improved,
        (Some(before), Some(after)) if after < before => ChangeKind::Worse,
        _ if before != after || then.title != now.title || then.due != now.due => ChangeKind::Changed,
        _ => ChangeKind::Same,
    }
}

/// How good a status is; none for one that says nothing of that.
fn rank(kind: SubjectKind, status: Option<&str>) -> Option<u8> {
    Some(match (kind, status?) {
        (SubjectKind::Target, "OFF_TRACK") | (SubjectKind::Action, "CANCELLED") => 0,
        (SubjectKind::Target, "AT_RISK") | (SubjectKind::Action, "PAUSED") => 1,
        (SubjectKind::Target, "ON_TRACK") | (SubjectKind::Action, "IDEA") => 2,
        (SubjectKind::Target, "REACHED") | (SubjectKind::Action, "PLANNED") => 3,
        (SubjectKind::Action, "ONGOING") => 4,
        (SubjectKind::Action, "DONE") => 5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(id: u128, status: &str) -> Entry {
        let json = serde_json::json!({
            "kind": "target", "subject_id": Uuid::from_u128(id), "area": null, "goal": null, "title": "T",
            "language": null, "due": null, "status": status, "starts": null, "cost_amount": null, "cost_currency": null,
            "effect_tonnes_co2e": null, "gone": false, "item_id": null, "form_id": null, "respondent": null, "revision": 0,
            "answer": null,
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_changed_is_told_in_one_word_for_each_thing() {
        let before = [
            target(1, "AT_RISK"),
            target(2, "REACHED"),
            target(3, "ON_TRACK"),
            target(4, "NOT_ASSESSED"),
            target(5, "ON_TRACK"),
        ];
        let after = [
            target(1, "ON_TRACK"),
            target(2, "OFF_TRACK"),
            target(4, "OFF_TRACK"),
            target(5, "ON_TRACK"),
            target(6, "ON_TRACK"),
        ];
        let found: Vec<_> = compare(&before, &after).into_iter().map(|d| d.change).collect();
        use ChangeKind::*;
        assert_eq!(found, [Improved, Worse, Changed, Same, New, Gone]);
    }
}
