//! A programme with its actions as the sheet that it could have come in, to be written in and sent in again: as it is, it
//! changes nothing. A cell that could not say what the programme says, as the title of a link with a semicolon, is empty.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{
    Place,
    columns::{self, Cells, ImportColumn},
    judge,
    lists::{self, OBJECTIVES},
    store,
};
use crate::{
    actions::{
        Action,
        example::{TextField, reference},
        family::revisions::{self, Revision},
    },
    app::App,
    error::Result,
    graphql::{Day, Id},
    i18n::{Language, fold},
    people::{self, Me, Person, Unit, organisations},
    programmes::{
        self, Objectives, Programme,
        objectives::objective,
        outline::{Named, Under, outline},
    },
    sheets::{Table, Value},
};

/// For who may edit the programme; actions as they are written, published or not.
///
/// # Errors
/// When the database does not answer.
pub async fn sheet(app: &App, me: &Me, programme: &Programme, language: Language) -> Result<Table> {
    let titles = store::titles(&app.db, programme.id).await?;
    let ids: Vec<_> = titles.iter().map(|row| row.id).collect();
    let mut actions = revisions::newest(&app.db, &ids).await?;
    actions.sort_by_cached_key(|each| (fold(&each.action.title), each.action.id.0));
    let contacts: Vec<_> = actions.iter().filter_map(|each| each.action.contact_id).collect();
    let served = programmes::served(&app.db, &ids.iter().map(|id| id.0).collect::<Vec<_>>()).await?;
    let served = served.into_iter().map(|(action, targets)| {
        let targets = targets.into_iter().map(|target| target.id.0);
        (Id::of(action), targets.collect())
    });
    let written = Written {
        language,
        programme,
        parts: outline(&app.db, programme.id).await?,
        served: served.collect(),
        contacts: people::persons(&app.db, &contacts).await?,
        units: organisations::units(&app.db, programme.organisation_id).await?,
        me,
    };
    let mut rows = written.rows(&actions);
    leave_out_what_would_change(app, programme, language, &mut rows).await?;
    let mut columns = ImportColumn::ALL;
    columns.sort_by_key(|column| column.place());
    let in_place = |row: &mut Row| columns.map(|column| std::mem::take(&mut row[column as usize])).to_vec();
    Ok(Table {
        rows: rows.iter_mut().map(in_place).collect(),
        ..columns::template(language)
    })
}

/// A value for each of [`ImportColumn::ALL`].
type Row = Vec<Value>;

/// Reads the rows as if they had been sent in, and empties each cell that would change something.
async fn leave_out_what_would_change(
    app: &App,
    programme: &Programme,
    language: Language,
    rows: &mut [Row],
) -> Result<()> {
    loop {
        let place = Place {
            organisation: programme.organisation_id,
            programme: Some(programme.id),
            language,
            reader: language,
        };
        let cells = |row: &Row| Cells(row.iter().map(Value::text).collect());
        let sent: Vec<_> = (2..).zip(rows.iter().map(cells)).collect();
        let mut all_is_well = true;
        for (row, judged) in rows.iter_mut().zip(judge(app, place, &sent, |_| None).await?) {
            // A title that the programme has twice is asked about, and has nothing to differ from.
            let differences = judged.checked.update.iter().flat_map(|update| &update.differences);
            let differing = differences.map(|difference| difference.column);
            for column in differing.chain(judged.faults().iter().map(|(column, _)| *column)) {
                all_is_well &= row[column as usize] == Value::Empty;
                row[column as usize] = Value::Empty;
            }
        }
        if all_is_well {
            return Ok(());
        }
    }
}

/// What a programme says, as cells have it.
struct Written<'a> {
    language: Language,
    programme: &'a Programme,
    parts: HashMap<Under, Vec<Named>>,
    /// The targets that each action serves.
    served: HashMap<Id<Action>, HashSet<Uuid>>,
    contacts: Vec<Person>,
    units: Vec<Unit>,
    me: &'a Me,
}

impl Written<'_> {
    /// Part by part in the programme's order, with the actions that serve it; a part without is a row of its own.
    fn rows(&self, actions: &[Revision]) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut left: Vec<_> = actions.iter().collect();
        for area in self.below(Under::Programme(self.programme.id)) {
            let mut said = blank();
            said[ImportColumn::FocusArea as usize] = area.name.as_str().into();
            let goals = self.below(Under::FocusArea(Id::of(area.id)));
            if goals.is_empty() {
                rows.push(said.clone());
            }
            for goal in goals {
                let mut said = said.clone();
                said[ImportColumn::Goal as usize] = goal.name.as_str().into();
                let targets = self.below(Under::Goal(Id::of(goal.id)));
                // What a row says of objectives is its target's, if it names one.
                if targets.is_empty() || goal.objectives != Objectives::default() {
                    let mut said = said.clone();
                    self.say_objectives(&mut said, &goal.objectives);
                    rows.push(said);
                }
                for target in targets {
                    let mut said = said.clone();
                    said[ImportColumn::Target as usize] = target.name.as_str().into();
                    said[ImportColumn::Due as usize] = target.due.into();
                    self.say_objectives(&mut said, &target.objectives);
                    let serves = |each: &&Revision| {
                        let served = self.served.get(&each.action.id);
                        served.is_some_and(|served| served.contains(&target.id))
                    };
                    // An action has one row: with the first of its targets.
                    let (here, elsewhere): (Vec<_>, Vec<_>) = left.into_iter().partition(serves);
                    left = elsewhere;
                    if here.is_empty() {
                        rows.push(said.clone());
                    }
                    rows.extend(here.iter().map(|action| self.action(said.clone(), action)));
                }
            }
        }
        rows.extend(left.iter().map(|action| self.action(blank(), action)));
        rows
    }

    /// What hangs on a part, as far as it can be told by its name: the first of each.
    fn below(&self, under: Under) -> Vec<&Named> {
        let mut seen = HashSet::new();
        let parts = self.parts.get(&under).map_or(&[][..], Vec::as_slice).iter();
        parts.filter(|part| seen.insert(fold(&part.name))).collect()
    }

    fn say_objectives(&self, row: &mut Row, objectives: &Objectives) {
        for (column, scheme) in OBJECTIVES {
            let of_scheme = |key: &&str| objective(key).is_some_and(|goal| goal.scheme() == scheme);
            let keys: Vec<_> = objectives.0.iter().copied().filter(of_scheme).collect();
            row[column as usize] = filled(lists::objective_words(&keys, self.language));
        }
    }

    /// A row of a part with what an action says.
    #[expect(clippy::cast_precision_loss, reason = "amounts end at 10^12, far below 2^53")]
    fn action(&self, mut row: Row, revision: &Revision) -> Row {
        let (action, further) = (&revision.action, &revision.further);
        let mut say = |column: ImportColumn, value: Value| row[column as usize] = value;
        say(ImportColumn::Title, action.title.as_str().into());
        say(ImportColumn::Description, filled(action.description.clone()));
        say(ImportColumn::Language, action.title_language.text().into());
        let themes: Vec<_> = action.themes.0.iter().map(|key| (*key).to_owned()).collect();
        say(ImportColumn::Themes, filled(lists::theme_words(&themes, self.language)));
        say(
            ImportColumn::Status,
            columns::status_name(self.language, action.status).into(),
        );
        say(ImportColumn::Starts, action.starts.into());
        say(ImportColumn::Ends, action.ends.into());
        say(
            ImportColumn::Cost,
            number(action.cost_amount.map(|amount| amount as f64)),
        );
        say(ImportColumn::Effect, number(action.effect_tonnes_co2e));
        let contact = action.contact_id.and_then(|id| self.address(id));
        say(ImportColumn::Contact, text(contact));
        let how = |field| {
            let found = further.texts.iter().find(|text| text.field == field);
            text(found.map(|text| text.value.as_str()))
        };
        say(ImportColumn::CostHow, how(TextField::CostHow));
        say(ImportColumn::EffectHow, how(TextField::EffectHow));
        let links = further.links.iter();
        say(
            ImportColumn::Links,
            filled(lists::link_words(links.map(|link| (link.name.as_deref(), &*link.url)))),
        );
        let milestones = further.milestones.iter();
        let day = |day: Day| day.0.to_string();
        let milestones = milestones.map(|milestone| (milestone.due, &*milestone.name));
        say(
            ImportColumn::Milestones,
            filled(lists::milestone_words(milestones, day)),
        );
        let mut currency = action.cost_currency;
        if let Some(detail) = &further.detail {
            currency = currency.or(detail.funding_currency);
            let purpose = detail.purpose;
            let purpose = purpose.map(|purpose| columns::purpose_name(self.language, purpose));
            say(ImportColumn::Purpose, text(purpose.as_deref()));
            let unit = self.units.iter().find(|unit| Some(unit.id) == detail.unit_id);
            say(ImportColumn::Unit, text(unit.map(|unit| unit.name.as_str())));
            say(ImportColumn::Partners, text(detail.partners.as_deref()));
            let scheme = detail.funding_scheme.as_deref().and_then(reference::scheme);
            let scheme = scheme.map(|scheme| scheme.name.as_str());
            say(ImportColumn::Funding, text(scheme.or(detail.funding_name.as_deref())));
            let amount = detail.funding_amount.map(|amount| amount as f64);
            say(ImportColumn::FundingAmount, number(amount));
            say(ImportColumn::DecidedBy, text(detail.decision_body.as_deref()));
            say(ImportColumn::DecidedOn, detail.decided_on.into());
            say(ImportColumn::CaseNumber, text(detail.case_number.as_deref()));
            let indicators: Vec<_> = detail.indicators.0.iter().map(|key| (*key).to_owned()).collect();
            say(
                ImportColumn::Indicators,
                filled(lists::indicator_words(&indicators, self.language)),
            );
        }
        say(ImportColumn::Currency, text(currency.map(|currency| currency.text())));
        row
    }

    /// Of somebody who shows it, or of the reader.
    fn address(&self, id: Id<Person>) -> Option<&str> {
        let person = self.contacts.iter().find(|person| person.id == id)?;
        (person.shares_email || person.id == self.me.id).then_some(person.email.as_str())
    }
}

fn blank() -> Row {
    vec![Value::Empty; ImportColumn::ALL.len()]
}

fn filled(text: String) -> Value {
    if text.is_empty() { Value::Empty } else { text.into() }
}

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Empty, Value::from)
}

fn number(number: Option<f64>) -> Value {
    number.map_or(Value::Empty, Value::Number)
}
