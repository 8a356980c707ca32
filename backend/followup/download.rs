//! Everything in a round as files: a workbook that tells of the round and its report, with the answers, what changed, and who
//! was asked; or each of its sheets as separated values.

use super::{ChangeKind, Entry, Form, Report, Round, compare, own_round, state, store};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::{self, Language},
    people::{Me, organisations},
    programmes::{self, Programme},
    sheets::{self, Column, Table, Value},
};

/// What somebody takes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    Workbook,
    Csv(Part),
}

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Round,
    Entries,
    Changes,
    People,
}

/// A file with its name.
pub struct Taken {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// # Errors
/// `NOT_FOUND` for no round, and for others'; for what changed where there was no round before.
pub async fn file(app: &App, me: &Me, id: Id<Round>, take: Take, language: Language) -> Result<Taken> {
    let (round, _) = own_round(app, me, "id", id).await?;
    let programme = programmes::programme(&app.db, round.programme_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let book = Book {
        app,
        before: super::before(app, &round).await?,
        round: &round,
        programme: &programme,
        words: Words(language),
    };
    let called = format!("{} - {}", round.name, programme.name);
    if let Take::Csv(part) = take {
        let sheet = book.sheet(part).await?;
        return Ok(Taken {
            name: format!("{called} - {}.csv", sheet.name),
            bytes: sheets::as_csv(&sheet)?,
        });
    }
    let mut all = vec![book.sheet(Part::Round).await?, book.sheet(Part::Entries).await?];
    if book.before.is_some() {
        all.push(book.sheet(Part::Changes).await?);
    }
    all.push(book.sheet(Part::People).await?);
    Ok(Taken {
        name: format!("{called}.xlsx"),
        bytes: sheets::as_xlsx(&all)?,
    })
}

/// The workbook, sheet by sheet.
struct Book<'a> {
    app: &'a App,
    round: &'a Round,
    before: Option<Round>,
    programme: &'a Programme,
    words: Words,
}

impl Book<'_> {
    async fn sheet(&self, part: Part) -> Result<Table> {
        let (app, words) = (self.app, &self.words);
        Ok(match part {
            Part::Round => {
                let organisation = organisations::organisation(app, self.round.organisation_id).await?;
                let report = store::reports_of_rounds(&app.db, &[self.round.id]).await?;
                let names = [organisation.name.as_str(), self.programme.name.as_str()];
                words.round(self.round, names, self.before.as_ref(), report.first())
            }
            Part::Entries => words.answers(&state::of_round(app, self.round).await?),
            Part::Changes => {
                let before = self.before.as_ref().ok_or_else(Error::not_found)?;
                let before = state::frozen(&app.db, before.id).await?;
                words.changes(&before, &state::of_round(app, self.round).await?)
            }
            Part::People => words.people(&store::forms_of_rounds(&app.db, &[self.round.id]).await?),
        })
    }
}

struct Words(Language);

impl Words {
    fn say(&self, id: &str) -> String {
        i18n::text(self.0, id, &[])
    }

    fn column(&self, id: &str, width: u8) -> Column {
        Column::new(self.say(&format!("round-file-{id}")), width)
    }

    fn table(&self, name: &str, columns: &[(&str, u8)], rows: Vec<Vec<Value>>) -> Table {
        Table {
            name: self.say(&format!("round-file-{name}")),
            columns: columns.iter().map(|(id, width)| self.column(id, *width)).collect(),
            rows,
        }
    }

    fn status(&self, status: Option<&str>) -> Value {
        match status {
            Some(status) => self.say(&format!("round-status-{status}")).into(),
            None => Value::Empty,
        }
    }

    fn kind(&self, entry: &Entry) -> Value {
        self.say(&format!("round-file-kind-{}", entry.kind.text())).into()
    }

    /// What the round is, and what its report says.
    fn round(
        &self,
        round: &Round,
        [organisation, programme]: [&str; 2],
        before: Option<&Round>,
        report: Option<&Report>,
    ) -> Table {
        let kind = self.say(&format!("round-file-round-{}", round.kind.text()));
        let mut facts: Vec<(&str, Value)> = vec![
            ("organisation", organisation.into()),
            ("programme", programme.into()),
            ("round-name", round.name.as_str().into()),
            ("round-kind", kind.into()),
            ("opened", day(Some(round.opened_at))),
            ("answers-by", Some(round.due).into()),
            ("closed", day(round.closed_at)),
            ("message", text(round.message.as_deref())),
            ("compared", text(before.map(|before| before.name.as_str()))),
        ];
        if let Some(report) = report {
            facts.extend([
                ("report-title", report.title.as_str().into()),
                ("report-done", report.done.as_str().into()),
                ("report-drivers", report.drivers.as_str().into()),
                ("report-decision", report.decision.as_str().into()),
            ]);
        }
        let rows = facts
            .into_iter()
            .map(|(id, value)| vec![self.say(&format!("round-file-{id}")).into(), value])
            .collect();
        self.table("round", &[("fact", 26), ("content", 100)], rows)
    }

    fn answers(&self, entries: &[Entry]) -> Table {
        let columns = [
            ("kind", 12),
            ("area", 24),
            ("goal", 40),
            ("title", 50),
            ("due", 12),
            ("own-status", 16),
            ("status", 16),
            ("decision", 12),
            ("grade", 8),
            ("comment", 60),
            ("respondent", 22),
            ("by", 22),
            ("for", 12),
            ("at", 12),
            ("starts", 12),
            ("cost", 14),
            ("currency", 8),
            ("effect", 14),
        ];
        let rows = entries.iter().map(|entry| self.answer(entry)).collect();
        self.table("entries", &columns, rows)
    }

    fn answer(&self, entry: &Entry) -> Vec<Value> {
        let answer = entry.answer.as_ref();
        let decision = entry
            .decision()
            .map(|decision| format!("round-decision-{}", decision.text()));
        vec![
            self.kind(entry),
            text(entry.area.as_deref()),
            text(entry.goal.as_deref()),
            entry.title.as_str().into(),
            entry.due_day().into(),
            self.status(entry.status.as_deref()),
            self.status(answer.and_then(|answer| answer.status.as_deref())),
            decision.map_or(Value::Empty, |id| self.say(&id).into()),
            answer
                .and_then(|answer| answer.grade)
                .map_or(Value::Empty, Value::Whole),
            text(entry.comment()),
            text(entry.respondent.as_deref()),
            text(answer.and_then(|answer| answer.by.as_deref())),
            match answer.is_some_and(|answer| answer.by_strategist) {
                true => self.say("round-file-yes").into(),
                false => Value::Empty,
            },
            day(answer.and_then(|answer| state::moment(answer.at))),
            entry.starts_day().into(),
            entry.cost_amount.map_or(Value::Empty, Value::Whole),
            text(entry.cost_currency.as_deref()),
            entry.effect_tonnes_co2e.map_or(Value::Empty, Value::Number),
        ]
    }

    fn changes(&self, before: &[Entry], after: &[Entry]) -> Table {
        let columns = [
            ("kind", 12),
            ("title", 60),
            ("change", 12),
            ("before", 16),
            ("after", 16),
        ];
        let rows = compare::compare(before, after)
            .iter()
            .filter(|difference| difference.change != ChangeKind::Same)
            .filter_map(|difference| {
                let entry = difference.after.as_ref().or(difference.before.as_ref())?;
                Some(vec![
                    self.kind(entry),
                    entry.title.as_str().into(),
                    self.say(&format!("round-change-{}", difference.change.text())).into(),
                    self.status(difference.before.as_ref().and_then(Entry::effective)),
                    self.status(difference.after.as_ref().and_then(Entry::effective)),
                ])
            })
            .collect();
        self.table("changes", &columns, rows)
    }

    fn people(&self, forms: &[Form]) -> Table {
        let columns = [
            ("name", 28),
            ("email", 32),
            ("asked", 10),
            ("answered", 10),
            ("reminded", 14),
        ];
        let rows = forms
            .iter()
            .map(|form| {
                vec![
                    form.name.as_str().into(),
                    form.email.as_str().into(),
                    Value::Whole(form.asked),
                    Value::Whole(form.answered),
                    day(form.reminded_at),
                ]
            })
            .collect();
        self.table("people", &columns, rows)
    }
}

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Empty, Value::from)
}

fn day(at: Option<Moment>) -> Value {
    at.map(|at| Day(at.wall_clock().date())).into()
}
