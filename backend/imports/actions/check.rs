//! What is wrong with a row, and what is to be written for one in which nothing is.

use std::collections::{HashMap, HashSet};

use super::{
    columns::{self, Cells, ImportColumn},
    lists::{self, OBJECTIVES, Read},
    there::There,
    update::Update,
};
use crate::{
    actions::{
        ActionStatus, Changes, Currency, Money,
        example::{self, Decision, Funding, TextField},
        family::revisions::Revision,
    },
    app::App,
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::{Language, fold},
    people::{self, Country, Organisation, Person, Unit},
    programmes::Objectives,
    sheets,
    text::{self, Change},
};

pub type Faults = Vec<(ImportColumn, Error)>;

/// A row whose cells have been looked at.
pub struct Checked {
    pub number: i64,
    pub cells: Cells,
    /// Of a row that is to be a new action.
    pub faults: Faults,
    /// The programme, or an earlier row, has an action of this title.
    pub exists: bool,
    /// It is only a part of the programme, which says that already.
    pub is_there: bool,
    /// What it would change in the one action that has its title, or the sentence that says why there is no such one.
    pub update: Result<Update, &'static str>,
}

/// What a row stands for.
pub struct Plan {
    pub focus_area: Option<String>,
    pub goal: Option<String>,
    pub target: Option<String>,
    pub due: Option<Day>,
    /// Of the target where there is one, else of the goal.
    pub objectives: Objectives,
    /// None where the row is only a part of the programme.
    pub action: Option<Changes>,
}

/// What rows are judged by.
pub struct Judge<'a> {
    pub organisation: &'a Organisation,
    /// What is not said to be of a language is of this one.
    pub language: Language,
    /// Whoever reads what is different does so in this one.
    pub reader: Language,
    /// Who can be a contact, by address.
    pub contacts: HashMap<String, Person>,
    /// The organisation's administrations and companies.
    pub units: Vec<Unit>,
    /// What the programme has already.
    pub there: There,
}

impl Judge<'_> {
    /// The people whom some rows name.
    pub async fn meet(&mut self, app: &App, rows: &[(i64, Cells)]) -> Result<()> {
        let named: HashSet<_> = rows
            .iter()
            .map(|(_, cells)| cells.get(ImportColumn::Contact).to_lowercase())
            .filter(|address| address.contains('@') && !self.contacts.contains_key(address))
            .collect();
        for address in named {
            let person = people::person_by_email(&app.db, &address).await?;
            if let Some(person) = person.filter(|person| person.organisation_id == self.organisation.id) {
                self.contacts.insert(address, person);
            }
        }
        Ok(())
    }

    /// Judges rows one after the other.
    pub fn rows(&self, rows: &[(i64, Cells)]) -> Vec<(Checked, Plan)> {
        let mut seen = HashSet::new();
        rows.iter()
            .map(|(number, cells)| {
                let mut faults = Vec::new();
                let plan = self.plan(cells, None, &mut faults);
                let title = fold(cells.get(ImportColumn::Title));
                let there = self.there.titled(&title);
                let again = !title.is_empty() && !seen.insert(title);
                let update = match there {
                    _ if again => Err("error-import-update-again"),
                    [] => Err("error-import-update-none"),
                    [id] => self.there.action(*id).ok_or("error-import-update-none"),
                    _ => Err("error-import-update-several"),
                };
                let checked = Checked {
                    number: *number,
                    cells: cells.clone(),
                    is_there: plan.action.is_none() && faults.is_empty() && self.there.says(&plan),
                    faults,
                    exists: again || !there.is_empty(),
                    update: update.map(|before| {
                        let mut faults = Vec::new();
                        let plan = self.plan(cells, Some(before), &mut faults);
                        Update::of(self, before, plan, faults)
                    }),
                };
                (checked, plan)
            })
            .collect()
    }

    /// What a row stands for: something new, or other words for what an action says. Then an empty cell says nothing, and
    /// what is missing is not amiss.
    fn plan(&self, cells: &Cells, before: Option<&Revision>, faults: &mut Faults) -> Plan {
        let mut fault = |column, error: Error| faults.push((column, error));
        for column in ImportColumn::ALL {
            // What a formula came to that came to nothing.
            if matches!(
                cells.get(column),
                "#N/A" | "#REF!" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!"
            ) {
                fault(column, says("error-row-broken"));
            }
            if cells.get(column) == sheets::UNCOMPUTED {
                fault(column, says("error-row-formula"));
            }
        }
        let mut line = |column, field| match text::line(field, cells.get(column), 200) {
            Ok(text) => text,
            Err(error) => {
                fault(column, error);
                None
            }
        };
        let focus_area = line(ImportColumn::FocusArea, "focusArea");
        let goal = line(ImportColumn::Goal, "goal");
        let target = line(ImportColumn::Target, "target");
        if goal.is_some() && focus_area.is_none() {
            fault(ImportColumn::FocusArea, says("error-row-focus-area"));
        }
        if target.is_some() && goal.is_none() {
            fault(ImportColumn::Goal, says("error-row-goal"));
        }
        let due = day(cells, ImportColumn::Due, false, &mut fault);
        if due.is_some() && target.is_none() {
            fault(ImportColumn::Target, says("error-row-target"));
        }
        let mut objectives = Objectives::default();
        for (column, scheme) in OBJECTIVES {
            let read = |name: &str| lists::objective(scheme, self.organisation.country, name);
            objectives.add(&Objectives(several(cells, column, read, &mut fault)));
        }
        let says_objectives = OBJECTIVES.iter().any(|(column, _)| !cells.get(*column).is_empty());
        if says_objectives && goal.is_none() && target.is_none() {
            fault(ImportColumn::Goal, says("error-row-objectives"));
        }
        let mut of_action = ImportColumn::ALL.into_iter().filter(|column| column.is_of_action());
        let action = if of_action.any(|column| !cells.get(column).is_empty()) {
            Some(self.action(cells, before, &mut fault))
        } else {
            None
        };
        if action.is_none() && focus_area.is_none() {
            fault(ImportColumn::Title, says("error-empty"));
        }
        Plan {
            focus_area,
            goal,
            target,
            due,
            objectives,
            action,
        }
    }

    fn action(&self, cells: &Cells, before: Option<&Revision>, fault: &mut impl FnMut(ImportColumn, Error)) -> Changes {
        let mut changes = Changes::default();
        let get = |column| cells.get(column);
        let title = text::required_line("title", get(ImportColumn::Title), 200).map(Some);
        let description = get(ImportColumn::Description);
        let description = match before {
            Some(_) => text::paragraphs("description", description, 20_000),
            None => text::required_paragraphs("description", description, 20_000).map(Some),
        };
        for (column, text, change) in [
            (ImportColumn::Title, title, &mut changes.title),
            (ImportColumn::Description, description, &mut changes.description),
        ] {
            match text {
                Ok(text) => *change = set(text),
                Err(error) => fault(column, error),
            }
        }
        changes.language = before.is_none().then_some(self.language);
        let written = get(ImportColumn::Language);
        match columns::language(written) {
            Some(language) => changes.language = Some(language),
            None if written.is_empty() => {}
            None => fault(ImportColumn::Language, says("error-row-language")),
        }
        changes.themes = filled(several(cells, ImportColumn::Themes, lists::theme, fault));
        let status = get(ImportColumn::Status);
        match columns::status(status) {
            Some(status) => changes.status = Change::Set(status),
            None if status.is_empty() && before.is_some() => {}
            None if status.is_empty() => changes.status = Change::Set(ActionStatus::Idea),
            None => fault(ImportColumn::Status, says("error-row-status").with("found", status)),
        }
        let starts = day(cells, ImportColumn::Starts, true, fault);
        let ends = day(cells, ImportColumn::Ends, false, fault);
        let said = before.map(|before| &before.action);
        let from = starts.or(said.and_then(|said| said.starts));
        let until = ends.or(said.and_then(|said| said.ends));
        if let (Some(from), Some(until)) = (from, until)
            && (starts.is_some() || ends.is_some())
            && until < from
        {
            let column = ends.map_or(ImportColumn::Starts, |_| ImportColumn::Ends);
            fault(column, says("error-ends-before-start"));
        }
        (changes.starts, changes.ends) = (set(starts), set(ends));
        let currency = self.currency(cells, said.and_then(|said| said.cost_currency));
        let amounts = [ImportColumn::Cost, ImportColumn::FundingAmount];
        if currency.is_none() && amounts.iter().any(|amount| !get(*amount).is_empty()) {
            fault(ImportColumn::Currency, says("error-row-currency"));
        }
        changes.cost = set(money(cells, ImportColumn::Cost, currency, fault));
        changes.effect_tonnes_co2e = set(tonnes(cells, fault));
        let contact = get(ImportColumn::Contact).to_lowercase();
        if !contact.is_empty() {
            match self.contacts.get(&contact) {
                Some(person) => changes.contact_id = Change::Set(Id::of(person.id.0)),
                None => fault(ImportColumn::Contact, says("error-row-contact").with("found", contact)),
            }
        }
        let detail = before.and_then(|before| before.further.detail.as_ref());
        let currency = self.currency(cells, detail.and_then(|detail| detail.funding_currency).or(currency));
        changes.further = example::Changes {
            indicators: filled(several(cells, ImportColumn::Indicators, lists::indicator, fault)),
            links: list(cells, ImportColumn::Links, lists::link, example::links, fault),
            milestones: list(
                cells,
                ImportColumn::Milestones,
                lists::milestone,
                example::milestones,
                fault,
            ),
            ..self.further(cells, currency, fault)
        };
        changes
    }

    /// Of the sheet's amounts; where it says nothing, that of what it is to replace, or the country's. None when it is none
    /// that we know.
    fn currency(&self, cells: &Cells, before: Option<Currency>) -> Option<Currency> {
        let own = match self.organisation.country {
            Country::Se => Currency::Sek,
            Country::No => Currency::Nok,
        };
        match cells.get(ImportColumn::Currency).to_uppercase().as_str() {
            "" => before.or(Some(own)),
            "KR" => Some(own),
            "€" => Some(Currency::Eur),
            text => Currency::from_text(text),
        }
    }

    fn further(
        &self,
        cells: &Cells,
        currency: Option<Currency>,
        fault: &mut impl FnMut(ImportColumn, Error),
    ) -> example::Changes {
        let mut changes = example::Changes::default();
        let get = |column| cells.get(column);
        let purpose = get(ImportColumn::Purpose);
        match columns::purpose(purpose) {
            Some(purpose) => changes.purpose = Change::Set(purpose),
            None if purpose.is_empty() => {}
            None => fault(ImportColumn::Purpose, says("error-row-purpose").with("found", purpose)),
        }
        let unit = get(ImportColumn::Unit);
        if !unit.is_empty() {
            match self.units.iter().find(|known| fold(&known.name) == fold(unit)) {
                Some(unit) => changes.unit_id = Change::Set(unit.id),
                None => fault(ImportColumn::Unit, says("error-row-unit").with("found", unit)),
            }
        }
        let mut paragraphs = |column, field| match text::paragraphs(field, get(column), 2_000) {
            Ok(text) => set(text),
            Err(error) => {
                fault(column, error);
                Change::Keep
            }
        };
        changes.partners = paragraphs(ImportColumn::Partners, "partners");
        changes.texts = vec![
            (TextField::CostHow, paragraphs(ImportColumn::CostHow, "costHow")),
            (TextField::EffectHow, paragraphs(ImportColumn::EffectHow, "effectHow")),
        ];
        let mut line = |column, field| match text::line(field, get(column), 200) {
            Ok(text) => text,
            Err(error) => {
                fault(column, error);
                None
            }
        };
        let name = line(ImportColumn::Funding, "funding");
        let body = line(ImportColumn::DecidedBy, "decision");
        let case_number = line(ImportColumn::CaseNumber, "decision");
        let scheme = name.as_deref().and_then(columns::scheme);
        let amount = money(cells, ImportColumn::FundingAmount, currency, fault);
        if name.is_some() || amount.is_some() {
            changes.funding = Change::Set(Funding {
                name: name.filter(|_| scheme.is_none()),
                scheme,
                amount,
            });
        }
        let date = day(cells, ImportColumn::DecidedOn, true, fault);
        if body.is_some() || case_number.is_some() || date.is_some() {
            changes.decision = Change::Set(Decision {
                body,
                date,
                case_number,
                url: None,
            });
        }
        changes
    }
}

fn set<T>(value: Option<T>) -> Change<T> {
    value.map_or(Change::Keep, Change::Set)
}

/// What each piece of a cell stands for, as far as it stands for something.
fn several<T>(
    cells: &Cells,
    column: ImportColumn,
    read: impl Fn(&str) -> Read<T>,
    fault: &mut impl FnMut(ImportColumn, Error),
) -> Vec<T> {
    let mut found = Vec::new();
    for piece in lists::pieces(cells.get(column)) {
        match read(piece) {
            Ok(each) => found.push(each),
            Err(why) => fault(column, says(why).with("found", piece)),
        }
    }
    found
}

/// The same, of which all together is to be acceptable, too.
fn list<T>(
    cells: &Cells,
    column: ImportColumn,
    read: impl Fn(&str) -> Read<T>,
    check: impl Fn(Vec<T>) -> Result<Vec<T>>,
    fault: &mut impl FnMut(ImportColumn, Error),
) -> Change<Vec<T>> {
    match check(several(cells, column, read, fault)) {
        Ok(list) => filled(list),
        Err(error) => {
            fault(column, error);
            Change::Keep
        }
    }
}

fn filled<T>(list: Vec<T>) -> Change<Vec<T>> {
    set((!list.is_empty()).then_some(list))
}

/// Tonnes have decimals: whether a lone sign before three digits is theirs, only somebody can say who knows.
fn tonnes(cells: &Cells, fault: &mut impl FnMut(ImportColumn, Error)) -> Option<f64> {
    let text = cells.get(ImportColumn::Effect);
    if sheets::is_doubtful(text) {
        let read = |sign| sheets::number_by(text, sign).map(sheets::written).unwrap_or_default();
        let (large, small) = (read(None), read(text.chars().find(|c| matches!(c, '.' | ','))));
        let error = says("error-row-number-doubt").with("found", text);
        fault(ImportColumn::Effect, error.with("large", large).with("small", small));
        return None;
    }
    number(cells, ImportColumn::Effect, -1e9..=1e9, fault)
}

/// An amount in whole units, in which a lone sign before three digits groups thousands.
fn money(
    cells: &Cells,
    column: ImportColumn,
    currency: Option<Currency>,
    fault: &mut impl FnMut(ImportColumn, Error),
) -> Option<Money> {
    let amount = number(cells, column, 0.0..=1e12, fault)?;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be small")]
    let amount = amount.round() as i64;
    currency.map(|currency| Money { amount, currency })
}

fn says(message: &'static str) -> Error {
    Error::invalid("cells", message)
}

/// A day, or a year: of which the first day or the last is meant.
fn day(cells: &Cells, column: ImportColumn, first: bool, fault: &mut impl FnMut(ImportColumn, Error)) -> Option<Day> {
    let text = cells.get(column);
    if text.is_empty() {
        return None;
    }
    let found = day_of(text, first);
    if found.is_none() {
        fault(column, says("error-row-day").with("found", text));
    }
    found
}

pub(super) fn day_of(text: &str, first: bool) -> Option<Day> {
    let of_year = |year: i16| {
        let (month, day) = if first { (1, 1) } else { (12, 31) };
        jiff::civil::Date::new(year, month, day).ok().map(Day)
    };
    let year = text.parse().ok().filter(|year| (1900..=2200).contains(year));
    year.and_then(of_year).or_else(|| sheets::day(text))
}

fn number(
    cells: &Cells,
    column: ImportColumn,
    range: std::ops::RangeInclusive<f64>,
    fault: &mut impl FnMut(ImportColumn, Error),
) -> Option<f64> {
    let text = cells.get(column);
    if text.is_empty() {
        return None;
    }
    let found = sheets::number_by(text, None).filter(|number| range.contains(number));
    if found.is_none() {
        fault(column, says("error-row-number").with("found", text));
    }
    found
}
