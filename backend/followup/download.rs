//! Everything in a round as a file: a workbook with the answers, what changed, and who was asked; or the answers alone as
//! separated values.

use super::{ChangeKind, Entry, Form, Round, compare, own_round, state, store};
use crate::{
    app::App,
    clock::Moment,
    error::Result,
    graphql::{Day, Id},
    i18n::{self, Language},
    people::Me,
    sheets::{self, Column, Table, Value},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Csv,
}

/// # Errors
/// `NOT_FOUND` for no round, and for others'.
pub async fn file(app: &App, me: &Me, id: Id<Round>, format: Format, language: Language) -> Result<Vec<u8>> {
    let (round, _) = own_round(app, me, "id", id).await?;
    let words = Words(language);
    let entries = state::of_round(app, &round).await?;
    let answers = words.answers(&entries);
    if format == Format::Csv {
        return sheets::as_csv(&answers);
    }
    let mut tables = vec![answers];
    if let Some(before) = super::before(app, &round).await? {
        tables.push(words.changes(&state::frozen(app, before.id).await?, &entries));
    }
    tables.push(words.people(&store::forms_of_rounds(&app.db, &[round.id]).await?));
    sheets::as_xlsx(&tables)
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
