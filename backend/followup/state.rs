//! How a programme stands, item by item: now, in a round that is open, and as it was frozen when a round was closed. All
//! three have one shape, so that forms, comparisons, reports and files read the same thing.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Form, Item, ReviewDecision, Round, SubjectKind, store};
use crate::{
    app::App,
    clock::Moment,
    db::On,
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::Language,
    programmes::{Programme, indicators},
};

/// A goal, target or action, and what was answered about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: SubjectKind,
    pub subject_id: Uuid,
    pub area: Option<String>,
    pub goal: Option<String>,
    pub title: String,
    /// Of the title, where it is known.
    pub language: Option<Language>,
    /// By when a target is to be reached, or an action to end.
    pub due: Option<String>,
    /// The status that it has by itself, whatever was answered; none where it is there no more.
    pub status: Option<String>,
    /// Of an action: when it begins, what it costs and saves.
    pub starts: Option<String>,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<String>,
    pub effect_tonnes_co2e: Option<f64>,
    /// It was deleted while the round was open.
    pub gone: bool,
    pub item_id: Option<Uuid>,
    pub form_id: Option<Uuid>,
    /// Who was asked.
    pub respondent: Option<String>,
    pub revision: i64,
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub status: Option<String>,
    pub decision: Option<ReviewDecision>,
    pub comment: Option<String>,
    pub grade: Option<i64>,
    /// Milliseconds; none when only something was begun.
    pub at: Option<i64>,
    pub by: Option<String>,
    pub by_strategist: bool,
}

impl Entry {
    /// The status that counts: what was answered, else its own.
    #[must_use]
    pub fn effective(&self) -> Option<&str> {
        let answered = self.answer.as_ref().and_then(|answer| answer.status.as_deref());
        answered.or(self.status.as_deref())
    }

    #[must_use]
    pub fn due_day(&self) -> Option<Day> {
        self.due.as_deref()?.parse().map(Day).ok()
    }

    #[must_use]
    pub fn starts_day(&self) -> Option<Day> {
        self.starts.as_deref()?.parse().map(Day).ok()
    }

    #[must_use]
    pub fn comment(&self) -> Option<&str> {
        self.answer.as_ref()?.comment.as_deref()
    }

    #[must_use]
    pub fn decision(&self) -> Option<ReviewDecision> {
        self.answer.as_ref()?.decision
    }

    /// What was answered, of a status and a decision the one that there is.
    #[must_use]
    pub fn said(&self) -> Option<&str> {
        let answer = self.answer.as_ref()?;
        answer.decision.map(ReviewDecision::text).or(answer.status.as_deref())
    }

    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.at.is_some())
    }

    fn bare(kind: SubjectKind, subject_id: Uuid, title: String) -> Self {
        Self {
            kind,
            subject_id,
            area: None,
            goal: None,
            title,
            language: None,
            due: None,
            status: None,
            starts: None,
            cost_amount: None,
            cost_currency: None,
            effect_tonnes_co2e: None,
            gone: false,
            item_id: None,
            form_id: None,
            respondent: None,
            revision: 0,
            answer: None,
        }
    }

    /// With the question about it and the answer.
    #[must_use]
    fn asked(mut self, item: &Item, forms: &[Form]) -> Self {
        self.item_id = Some(item.id.0);
        self.form_id = item.form_id.map(|id| id.0);
        self.respondent = item
            .form_id
            .and_then(|id| forms.iter().find(|form| form.id == id))
            .map(|form| form.name.clone());
        self.revision = item.revision;
        self.answer = item.answer();
        self
    }
}

impl Item {
    /// None before anything was said.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        let said = self.status.is_some() || self.decision.is_some() || self.comment.is_some() || self.grade.is_some();
        said.then(|| Answer {
            status: self.status.clone(),
            decision: self.decision,
            comment: self.comment.clone(),
            grade: self.grade,
            at: self.answered_at.map(|at| at.0),
            by: self.answered_by.clone(),
            by_strategist: self.by_strategist,
        })
    }
}

/// The programme as it stands: goals and their targets in order, then the actions.
///
/// # Errors
/// When the database does not answer.
pub async fn live<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<Entry>> {
    let mut on = on.into();
    let goals = store::goals_of_programme(again(&mut on), programme).await?;
    let mut targets: HashMap<Uuid, Vec<store::LiveTarget>> = HashMap::new();
    for row in store::targets_of_programme(again(&mut on), programme).await? {
        targets.entry(row.goal_id).or_default().push(row);
    }
    let mut served: HashMap<Uuid, Uuid> = HashMap::new();
    for row in store::served_goals(again(&mut on), programme).await? {
        served.entry(row.action_id).or_insert(row.goal_id);
    }
    let places: HashMap<Uuid, (String, String)> = goals
        .iter()
        .map(|goal| (goal.id, (goal.area.clone(), goal.name.clone())))
        .collect();
    let mut entries = Vec::new();
    for goal in goals {
        let (area, name) = (goal.area, goal.name);
        entries.push(Entry {
            area: Some(area.clone()),
            ..Entry::bare(SubjectKind::Goal, goal.id, name.clone())
        });
        for target in targets.remove(&goal.id).unwrap_or_default() {
            entries.push(Entry {
                area: Some(area.clone()),
                goal: Some(name.clone()),
                due: target.due,
                status: Some(target.status.to_uppercase()),
                ..Entry::bare(SubjectKind::Target, target.id, target.name)
            });
        }
    }
    speak_for_themselves(&on, &mut entries).await?;
    for action in store::actions_of_programme(again(&mut on), programme).await? {
        let place = served.get(&action.id).and_then(|goal| places.get(goal)).cloned();
        entries.push(Entry {
            area: place.as_ref().map(|(area, _)| area.clone()),
            goal: place.map(|(_, goal)| goal),
            language: Some(action.title_language),
            due: action.ends,
            status: Some(action.status),
            starts: action.starts,
            cost_amount: action.cost_amount,
            cost_currency: action.cost_currency,
            effect_tonnes_co2e: action.effect_tonnes_co2e,
            ..Entry::bare(SubjectKind::Action, action.id, action.title)
        });
    }
    Ok(entries)
}

/// Of targets that nobody has said anything of, the indicators speak. Inside a transaction only what was said is read.
async fn speak_for_themselves(on: &On<'_>, entries: &mut [Entry]) -> Result<()> {
    let On::Db(db) = on else { return Ok(()) };
    let silent = |entry: &Entry| entry.status.as_deref() == Some("NOT_ASSESSED");
    let ids: Vec<_> = entries
        .iter()
        .filter(|entry| silent(entry))
        .map(|entry| Id::of(entry.subject_id))
        .collect();
    let measured = indicators::measured(db, &ids).await?;
    for entry in entries.iter_mut().filter(|entry| silent(entry)) {
        if let Some(status) = measured.get(&Id::of(entry.subject_id)) {
            entry.status = Some(status.text().to_uppercase());
        }
    }
    Ok(())
}

/// The same place to read from once more.
pub(super) fn again<'a>(on: &'a mut On<'_>) -> On<'a> {
    match on {
        On::Db(db) => On::Db(db),
        On::Tx(tx) => On::Tx(tx),
    }
}

/// How a round stands: frozen when it is closed, else the programme now with what has been answered so far.
///
/// # Errors
/// When the database does not answer.
pub async fn of_round(app: &App, round: &Round) -> Result<Vec<Entry>> {
    match round.closed_at {
        Some(_) => frozen(&app.db, round.id).await,
        None => current(app, round).await,
    }
}

/// The programme now, with what has been answered in a round that is open. What was deleted meanwhile stands last.
///
/// # Errors
/// When the database does not answer.
pub async fn current(app: &App, round: &Round) -> Result<Vec<Entry>> {
    let items = store::items_of_round(&app.db, round.id).await?;
    let forms = store::forms_of_rounds(&app.db, &[round.id]).await?;
    Ok(joined(live(&app.db, round.programme_id).await?, &items, &forms))
}

#[must_use]
pub fn joined(live: Vec<Entry>, items: &[Item], forms: &[Form]) -> Vec<Entry> {
    let mut asked: HashMap<Uuid, &Item> = items.iter().map(|item| (item.subject_id, item)).collect();
    let mut entries: Vec<_> = live
        .into_iter()
        .map(|entry| match asked.remove(&entry.subject_id) {
            Some(item) => entry.asked(item, forms),
            None => entry,
        })
        .collect();
    for item in items.iter().filter(|item| asked.contains_key(&item.subject_id)) {
        let gone = Entry {
            area: item.area.clone(),
            goal: item.goal.clone(),
            language: item.language,
            gone: true,
            ..Entry::bare(item.kind, item.subject_id, item.title.clone())
        };
        entries.push(gone.asked(item, forms));
    }
    entries
}

/// As it was when the round was closed.
///
/// # Errors
/// When the database does not answer.
pub async fn frozen<'a>(on: impl Into<On<'a>>, round: Id<Round>) -> Result<Vec<Entry>> {
    match store::snapshot(on, round).await? {
        Some(body) => serde_json::from_str(&body).map_err(Error::internal),
        None => Ok(Vec::new()),
    }
}

/// What is kept of a state.
///
/// # Errors
/// Never in practice: every entry can be written.
pub fn body(entries: &[Entry]) -> Result<String> {
    serde_json::to_string(entries).map_err(Error::internal)
}

/// Instants in answers are kept as numbers.
#[must_use]
pub fn moment(at: Option<i64>) -> Option<Moment> {
    at.map(Moment)
}
