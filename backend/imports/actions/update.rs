//! What a row would change in the action that has its title, column by column. A cell that is empty changes nothing, and
//! neither does one that says what the action says already.

use super::{
    check::{Faults, Judge, Plan},
    columns::{self, ImportColumn},
    lists::{self, OBJECTIVES},
};
use crate::{
    actions::{
        Action, Changes, Currency, Money,
        example::{self, Decision, Detail, Funding, NewLink, NewMilestone, TextField, reference},
        family::revisions::Revision,
    },
    graphql::{Day, Id},
    i18n::{self, Language, fold},
    people::Person,
    programmes::{Objectives, objectives::objective, outline::Named},
    text::Change,
};

/// What a cell would change.
pub struct Difference {
    pub column: ImportColumn,
    /// As the reader writes it; None where nothing was said.
    pub before: Option<String>,
    pub after: String,
}

/// What a row would change in an action.
pub struct Update {
    pub before: Action,
    pub faults: Faults,
    /// In the order of the columns.
    pub differences: Vec<Difference>,
    /// What of the action itself is changed, by the language of its texts; nothing where only the programme is.
    pub changes: Vec<Changes>,
}

impl Update {
    /// `plan` as a row stands for it, empty cells keeping what is there.
    pub fn of(judge: &Judge, before: &Revision, mut plan: Plan, faults: Faults) -> Self {
        let changes = plan.action.take().unwrap_or_default();
        let mut compared = Compared {
            judge,
            before,
            differences: Vec::new(),
        };
        compared.parts(&plan);
        let of_parts = compared.differences.len();
        let changes = compared.action(changes);
        let mut differences = compared.differences;
        let touched = differences.len() > of_parts;
        differences.sort_by_key(|difference| difference.column.place());
        Self {
            before: before.action.clone(),
            faults,
            differences,
            changes: if touched { changes } else { Vec::new() },
        }
    }

    /// The row says what the action says.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.differences.is_empty() && self.faults.is_empty()
    }
}

struct Compared<'a> {
    judge: &'a Judge<'a>,
    before: &'a Revision,
    differences: Vec<Difference>,
}

impl Compared<'_> {
    fn note(&mut self, column: ImportColumn, before: Option<String>, after: String) {
        self.differences.push(Difference { column, before, after });
    }

    /// A fact that a cell may give anew: kept where it gives none, noted where it gives another.
    fn fact<T: PartialEq>(
        &mut self,
        column: ImportColumn,
        before: Option<T>,
        given: Option<T>,
        words: impl Fn(&T) -> String,
    ) -> Option<T> {
        let Some(given) = given else { return before };
        if before.as_ref() != Some(&given) {
            self.note(column, before.as_ref().map(&words), words(&given));
        }
        Some(given)
    }

    /// The same for what is changed by itself.
    fn change<T: PartialEq>(
        &mut self,
        column: ImportColumn,
        before: Option<T>,
        change: Change<T>,
        words: impl Fn(&T) -> String,
    ) -> Change<T> {
        match change {
            Change::Set(given) if before.as_ref() != Some(&given) => {
                self.note(column, before.as_ref().map(&words), words(&given));
                Change::Set(given)
            }
            _ => Change::Keep,
        }
    }

    /// Parts of the programme that are missing, a target that the action does not serve yet, and objectives that the row's
    /// target or goal does not have yet.
    fn parts(&mut self, plan: &Plan) {
        let there = &self.judge.there;
        let parts = there.parts(plan);
        for (column, name, found) in &parts {
            if found.is_none() && *column != ImportColumn::Target {
                self.note(*column, None, (*name).to_owned());
            }
        }
        let last = parts.last().and_then(|(_, _, found)| *found);
        self.objectives(last, &plan.objectives);
        if let Some(day) = plan.due {
            let reader = self.judge.reader;
            let before = last.and_then(|target| target.due);
            self.fact(ImportColumn::Due, before, Some(day), |day| i18n::day(reader, *day));
        }
        let served = there
            .served
            .get(&self.before.action.id.0)
            .map_or(&[][..], Vec::as_slice);
        if let Some(name) = plan.target.as_deref()
            && served
                .iter()
                .all(|each| Some(each.id.0) != last.map(|target| target.id))
        {
            let names: Vec<_> = served.iter().map(|each| each.name.as_str()).collect();
            let before = (!names.is_empty()).then(|| names.join("; "));
            let after = names.into_iter().chain([name]).collect::<Vec<_>>().join("; ");
            self.note(ImportColumn::Target, before, after);
        }
    }

    /// Those that a part has stay, since several rows can name it.
    fn objectives(&mut self, part: Option<&Named>, given: &Objectives) {
        let before = part.map(|part| part.objectives.clone()).unwrap_or_default();
        let mut after = before.clone();
        after.add(given);
        for (column, scheme) in OBJECTIVES {
            let of_scheme = |keys: &Objectives| -> Vec<_> {
                let keys = keys.0.iter().copied();
                keys.filter(|key| objective(key).is_some_and(|goal| goal.scheme() == scheme))
                    .collect()
            };
            let (before, after) = (of_scheme(&before), of_scheme(&after));
            let reader = self.judge.reader;
            if before != after {
                let before = (!before.is_empty()).then(|| lists::objective_words(&before, reader));
                self.note(column, before, lists::objective_words(&after, reader));
            }
        }
    }

    /// Only what is different, a piece for each language that texts are written in.
    fn action(&mut self, given: Changes) -> Vec<Changes> {
        let (judge, before) = (self.judge, self.before);
        let (reader, said) = (judge.reader, &before.action);
        let day = |day: &Day| i18n::day(reader, *day);
        let facts = Changes {
            themes: self.change(
                ImportColumn::Themes,
                filled(lists::theme_order(owned(&said.themes.0))),
                mapped(given.themes, lists::theme_order),
                |keys| lists::theme_words(keys, reader),
            ),
            status: self.change(ImportColumn::Status, Some(said.status), given.status, |status| {
                columns::status_name(reader, *status)
            }),
            starts: self.change(ImportColumn::Starts, said.starts, given.starts, day),
            ends: self.change(ImportColumn::Ends, said.ends, given.ends, day),
            cost: self.change(
                ImportColumn::Cost,
                money(said.cost_amount, said.cost_currency),
                given.cost,
                |cost| money_words(reader, *cost),
            ),
            effect_tonnes_co2e: self.change(
                ImportColumn::Effect,
                said.effect_tonnes_co2e,
                given.effect_tonnes_co2e,
                |tonnes| i18n::number(reader, *tonnes),
            ),
            contact_id: self.change(ImportColumn::Contact, said.contact_id, given.contact_id, |id| {
                contact(judge, *id)
            }),
            ..Changes::default()
        };
        let (texts, further) = self.further(given.further);
        let facts = Changes { further, ..facts };
        let mut changes = vec![facts];
        let mut languages = Languages {
            said: given.language,
            before: None,
        };
        let title = Some((said.title.clone(), said.title_language));
        if let Some((text, language)) = self.text(ImportColumn::Title, title, given.title, &mut languages) {
            of_language(&mut changes, language).title = Change::Set(text);
        }
        let description = Some((said.description.clone(), said.description_language));
        if let Some((text, language)) = self.text(
            ImportColumn::Description,
            description,
            given.description,
            &mut languages,
        ) {
            of_language(&mut changes, language).description = Change::Set(text);
        }
        for (field, change) in texts {
            let column = match field {
                TextField::CostHow => ImportColumn::CostHow,
                _ => ImportColumn::EffectHow,
            };
            let found = before.further.texts.iter().find(|text| text.field == field);
            let found = found.map(|text| (text.value.clone(), text.language));
            if let Some((text, language)) = self.text(column, found, change, &mut languages) {
                let further = &mut of_language(&mut changes, language).further;
                further.texts.push((field, Change::Set(text)));
            }
        }
        if let (Some(before), Some(after)) = (languages.before, given.language) {
            self.note(
                ImportColumn::Language,
                Some(before.text().to_owned()),
                after.text().to_owned(),
            );
        }
        changes
    }

    /// A text with what it is to be written in, where one of both is different.
    fn text(
        &mut self,
        column: ImportColumn,
        before: Option<(String, Language)>,
        change: Change<String>,
        languages: &mut Languages,
    ) -> Option<(String, Language)> {
        let Change::Set(given) = change else { return None };
        let was = before.as_ref().map(|(_, language)| *language);
        // What is not said to be of another language is of the one in which it was written.
        let language = languages.said.or(was).unwrap_or(self.before.action.title_language);
        let other_language = was.is_some_and(|was| was != language);
        let other_words = before.as_ref().is_none_or(|(text, _)| *text != given);
        if other_language {
            languages.before = languages.before.or(was);
        }
        if other_words {
            self.note(column, before.map(|(text, _)| text), given.clone());
        }
        (other_words || other_language).then_some((given, language))
    }

    /// The further texts, which have a language, and the further facts, which have none.
    fn further(&mut self, given: example::Changes) -> (Vec<(TextField, Change<String>)>, example::Changes) {
        let (judge, reader) = (self.judge, self.judge.reader);
        let blank = Detail::blank(self.before.action.id, self.before.action.revision);
        let said = self.before.further.detail.clone().unwrap_or(blank);
        let facts = example::Changes {
            purpose: self.change(ImportColumn::Purpose, said.purpose, given.purpose, |purpose| {
                columns::purpose_name(reader, *purpose)
            }),
            unit_id: self.change(ImportColumn::Unit, said.unit_id, given.unit_id, |id| {
                let unit = judge.units.iter().find(|unit| unit.id == *id);
                unit.map_or_else(String::new, |unit| unit.name.clone())
            }),
            partners: self.change(
                ImportColumn::Partners,
                said.partners.clone(),
                given.partners,
                String::clone,
            ),
            funding: self.funding(&said, given.funding),
            decision: self.decision(&said, given.decision),
            indicators: self.change(
                ImportColumn::Indicators,
                filled(lists::indicator_order(owned(&said.indicators.0))),
                mapped(given.indicators, lists::indicator_order),
                |keys| lists::indicator_words(keys, reader),
            ),
            links: self.links(given.links),
            milestones: self.milestones(given.milestones),
            ..example::Changes::default()
        };
        (given.texts, facts)
    }

    /// A link that is given without a name keeps the one that it has.
    fn links(&mut self, given: Change<Vec<NewLink>>) -> Change<Vec<NewLink>> {
        let before = self.before.further.links.iter();
        let before: Vec<_> = before
            .map(|link| NewLink {
                url: link.url.clone(),
                name: link.name.clone(),
            })
            .collect();
        let name = |url: &str| before.iter().find(|link| link.url == url)?.name.clone();
        let given = mapped(given, |mut links: Vec<NewLink>| {
            for link in &mut links {
                link.name = link.name.take().or_else(|| name(&link.url));
            }
            links
        });
        self.change(ImportColumn::Links, filled(before), given, |links| {
            lists::link_words(links.iter().map(|link| (link.name.as_deref(), &*link.url)))
        })
    }

    /// No column says when one was reached, so it stays as it was said.
    fn milestones(&mut self, given: Change<Vec<NewMilestone>>) -> Change<Vec<NewMilestone>> {
        let before = self.before.further.milestones.iter();
        let before: Vec<_> = before
            .map(|milestone| NewMilestone {
                name: milestone.name.clone(),
                due: milestone.due,
                done: milestone.done,
            })
            .collect();
        let done = |name: &str| before.iter().find(|each| fold(&each.name) == fold(name))?.done;
        let given = mapped(given, |mut milestones: Vec<NewMilestone>| {
            for milestone in &mut milestones {
                milestone.done = done(&milestone.name);
            }
            milestones
        });
        let reader = self.judge.reader;
        self.change(ImportColumn::Milestones, filled(before), given, |milestones| {
            let milestones = milestones.iter().map(|each| (each.due, &*each.name));
            lists::milestone_words(milestones, |due| i18n::day(reader, due))
        })
    }

    fn funding(&mut self, said: &Detail, change: Change<Funding>) -> Change<Funding> {
        let Change::Set(given) = change else {
            return Change::Keep;
        };
        let noted = self.differences.len();
        let source = |scheme: Option<String>, name: Option<String>| {
            let source = (scheme, name);
            (source != (None, None)).then_some(source)
        };
        let source = self.fact(
            ImportColumn::Funding,
            source(said.funding_scheme.clone(), said.funding_name.clone()),
            source(given.scheme, given.name),
            |(scheme, name)| {
                let scheme = scheme.as_deref().and_then(reference::scheme);
                let names = scheme.map(|scheme| scheme.name.clone()).into_iter().chain(name.clone());
                names.collect::<Vec<_>>().join(" – ")
            },
        );
        let reader = self.judge.reader;
        let amount = self.fact(
            ImportColumn::FundingAmount,
            money(said.funding_amount, said.funding_currency),
            given.amount,
            |amount| money_words(reader, *amount),
        );
        if self.differences.len() == noted {
            return Change::Keep;
        }
        let (scheme, name) = source.unwrap_or_default();
        Change::Set(Funding { scheme, name, amount })
    }

    fn decision(&mut self, said: &Detail, change: Change<Decision>) -> Change<Decision> {
        let Change::Set(given) = change else {
            return Change::Keep;
        };
        let noted = self.differences.len();
        let reader = self.judge.reader;
        let decision = Decision {
            body: self.fact(
                ImportColumn::DecidedBy,
                said.decision_body.clone(),
                given.body,
                String::clone,
            ),
            date: self.fact(ImportColumn::DecidedOn, said.decided_on, given.date, |day| {
                i18n::day(reader, *day)
            }),
            case_number: self.fact(
                ImportColumn::CaseNumber,
                said.case_number.clone(),
                given.case_number,
                String::clone,
            ),
            // No column has it.
            url: said.decision_url.clone(),
        };
        match self.differences.len() == noted {
            true => Change::Keep,
            false => Change::Set(decision),
        }
    }
}

/// What the row's texts are said to be written in, and what one of them was written in before, where that is another.
struct Languages {
    said: Option<Language>,
    before: Option<Language>,
}

/// The piece that is written in a language.
fn of_language(changes: &mut Vec<Changes>, language: Language) -> &mut Changes {
    let at = changes.iter().position(|each| each.language == Some(language));
    let at = at.unwrap_or_else(|| {
        changes.push(Changes {
            language: Some(language),
            ..Changes::default()
        });
        changes.len() - 1
    });
    &mut changes[at]
}

fn mapped<T>(change: Change<T>, with: impl Fn(T) -> T) -> Change<T> {
    match change {
        Change::Set(value) => Change::Set(with(value)),
        other => other,
    }
}

fn owned(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn contact(judge: &Judge, id: Id<Person>) -> String {
    let named = judge.contacts.values().find(|person| person.id == id);
    let name = named
        .map(|person| &person.name)
        .or_else(|| judge.there.contacts.get(&id));
    name.cloned().unwrap_or_default()
}

fn money(amount: Option<i64>, currency: Option<Currency>) -> Option<Money> {
    let (amount, currency) = amount.zip(currency)?;
    Some(Money { amount, currency })
}

#[expect(clippy::cast_precision_loss, reason = "amounts end at 10^12, far below 2^53")]
fn money_words(reader: Language, money: Money) -> String {
    format!(
        "{}\u{a0}{}",
        i18n::number(reader, money.amount as f64),
        money.currency.text()
    )
}
