//! Follow-up of the demo: who is responsible, rounds of the past and one that is open.

use std::collections::HashMap;

use jiff::ToSpan;
use serde::Deserialize;
use uuid::Uuid;

use super::{Demo, missing, word};
use crate::{
    clock::Moment,
    error::{Error, Result},
    followup::{self, Form, Item, Report, Responsible, ReviewDecision, Round, RoundKind, SubjectKind, state, store},
    graphql::{Day, Id},
    i18n::Language,
    people::{Editor, Person},
};

#[derive(Deserialize)]
pub(super) struct FollowUp {
    responsible: Vec<ResponsibleRow>,
    round: Vec<RoundRow>,
}

#[derive(Deserialize)]
struct ResponsibleRow {
    programme: String,
    email: String,
    name: Option<String>,
    language: Option<Language>,
    #[serde(default)]
    goals: Vec<String>,
    #[serde(default)]
    targets: Vec<String>,
    #[serde(default)]
    actions: Vec<String>,
}

#[derive(Deserialize)]
struct RoundRow {
    programme: String,
    kind: String,
    name: String,
    message: Option<String>,
    by: String,
    opened_days_ago: u64,
    due_in_days: i64,
    closed_days_ago: Option<u64>,
    #[serde(default)]
    answer: Vec<AnswerRow>,
    report: Option<ReportRow>,
}

#[derive(Deserialize)]
struct AnswerRow {
    about: String,
    status: Option<String>,
    comment: Option<String>,
    grade: Option<i64>,
    #[serde(default)]
    by_strategist: bool,
}

#[derive(Deserialize)]
struct ReportRow {
    language: Language,
    title: String,
    done: String,
    drivers: String,
    decision: String,
}

impl Demo<'_> {
    pub(super) async fn follow_up(&mut self, rows: FollowUp) -> Result<()> {
        let mut responsible: HashMap<Uuid, Vec<Responsible>> = HashMap::new();
        for row in rows.responsible {
            let programme = self.programme(&row.programme)?;
            let named = self.responsible(&row, programme).await?;
            responsible.entry(programme).or_default().extend(named);
        }
        for row in rows.round {
            let programme = self.programme(&row.programme)?;
            let responsible = responsible.get(&programme).map_or(&[][..], Vec::as_slice);
            self.round(row, programme, responsible).await?;
        }
        Ok(())
    }

    fn programme(&self, key: &str) -> Result<Uuid> {
        self.programmes
            .get(key)
            .map(|programme| programme.id.0)
            .ok_or_else(|| missing("programme", key))
    }

    /// What the files call something: a target or goal by its name, an action by its key.
    fn subject(&self, live: &[followup::Entry], words: &str) -> Result<Uuid> {
        if let Some(action) = self.actions.get(words) {
            return Ok(action.id.0);
        }
        live.iter()
            .find(|entry| entry.title == words)
            .map(|entry| entry.subject_id)
            .ok_or_else(|| missing("goal, target or action", words))
    }

    async fn responsible(&mut self, row: &ResponsibleRow, programme: Uuid) -> Result<Vec<Responsible>> {
        let live = state::live(&mut self.tx, Id::of(programme)).await?;
        let person = self.people.get(&row.email);
        let organisation = self.programmes[&row.programme].organisation_id;
        let mut rows = Vec::new();
        let kinds = [
            (SubjectKind::Goal, &row.goals),
            (SubjectKind::Target, &row.targets),
            (SubjectKind::Action, &row.actions),
        ];
        for (kind, named) in kinds {
            for words in named {
                rows.push(Responsible {
                    subject_id: self.subject(&live, words)?,
                    programme_id: Id::of(programme),
                    kind,
                    person_id: person.map(|person| person.id),
                    name: match (person, &row.name) {
                        (Some(person), _) => person.name.clone(),
                        (None, Some(name)) => name.clone(),
                        (None, None) => return Err(missing("name of", &row.email)),
                    },
                    email: row.email.clone(),
                    language: person
                        .map(|person| person.language)
                        .or(row.language)
                        .unwrap_or(Language::Sv),
                });
            }
        }
        let somebody = self
            .people
            .values()
            .find(|person| person.organisation_id == organisation);
        let editor = Editor::for_demo(somebody.ok_or_else(|| missing("person of", &row.programme))?);
        store::set_responsible(&mut self.tx, &editor, &rows).await?;
        Ok(rows)
    }

    async fn round(&mut self, row: RoundRow, programme: Uuid, responsible: &[Responsible]) -> Result<()> {
        let strategist = self.person(&row.by)?;
        let editor = Editor::for_demo(&strategist);
        let opened_at = self.days_ago(row.opened_days_ago);
        let due = self.now.wall_clock().date().saturating_add(row.due_in_days.days());
        let round = Round {
            id: Id::of(self.app.random.id(opened_at)),
            programme_id: Id::of(programme),
            organisation_id: strategist.organisation_id,
            kind: word("kind", &row.kind, RoundKind::from_text(&row.kind.to_uppercase()))?,
            name: row.name,
            message: row.message,
            due: Day(due),
            revision: 1,
            opened_at,
            closed_at: None,
        };
        store::insert_round(&mut self.tx, &editor, &round).await?;
        let live = state::live(&mut self.tx, round.programme_id).await?;
        let asked = live
            .iter()
            .filter(|entry| match round.kind {
                RoundKind::Review => entry.kind != SubjectKind::Action,
                _ => entry.kind != SubjectKind::Goal && entry.status.as_deref() != Some("IDEA"),
            })
            .cloned()
            .collect();
        let mut items = followup::ask(self.app, &mut self.tx, &editor, &round, asked, responsible, false).await?;
        let forms = store::forms_of_round(&mut self.tx, round.id).await?;
        for form in &forms {
            store::mailed_form(&mut self.tx, form, false, opened_at).await?;
        }
        for answer in &row.answer {
            let subject = self.subject(&live, &answer.about)?;
            let item = items.iter_mut().find(|item| item.subject_id == subject);
            let item = item.ok_or_else(|| missing("question about", &answer.about))?;
            let at = opened_at
                .plus(std::time::Duration::from_secs(3 * 24 * 60 * 60))
                .min(self.now);
            fill(item, answer, &forms, &strategist, at);
            if !store::answer_item(&mut self.tx, item, 1).await? {
                return Err(missing("question about", &answer.about));
            }
            item.revision += 1;
        }
        if let Some(days) = row.closed_days_ago {
            let at = self.days_ago(days);
            store::close_round(&mut self.tx, &editor, round.id, at).await?;
            let body = state::body(&state::joined(live, &items, &forms))?;
            store::insert_snapshot(&mut self.tx, &editor, round.id, body).await?;
        }
        if let Some(report) = row.report {
            let at = row.closed_days_ago.map_or(self.now, |days| self.days_ago(days));
            let report = Report {
                id: Id::of(self.app.random.id(at)),
                round_id: round.id,
                language: report.language,
                title: report.title,
                done: report.done.trim().to_owned(),
                drivers: report.drivers.trim().to_owned(),
                decision: report.decision.trim().to_owned(),
                revision: 1,
                edited_at: at,
            };
            if report.too_long_by() > 0 {
                return Err(Error::internal("a report of the demo is longer than two pages"));
            }
            store::insert_report(&mut self.tx, &editor, &report).await?;
        }
        Ok(())
    }
}

fn fill(item: &mut Item, answer: &AnswerRow, forms: &[Form], strategist: &Person, at: Moment) {
    let status = answer.status.as_ref().map(|status| status.to_uppercase());
    item.decision = status.as_deref().and_then(ReviewDecision::from_text);
    item.status = status.filter(|_| item.decision.is_none());
    item.comment = answer.comment.as_ref().map(|comment| comment.trim().to_owned());
    item.grade = answer.grade;
    item.answered_at = Some(at);
    let own = forms.iter().find(|form| Some(form.id) == item.form_id);
    item.by_strategist = answer.by_strategist || own.is_none();
    let (name, person_id) = match own {
        Some(form) if !answer.by_strategist => (&form.name, form.person_id),
        _ => (&strategist.name, Some(strategist.id)),
    };
    item.answered_by = Some(name.clone());
    item.answered_person_id = person_id;
}
