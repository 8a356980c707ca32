//! The fields of an action, in one list: which of them a copy brings along, which the copies are told of when the origin
//! publishes them anew, and which every municipality fills in for itself. Preview, upstream changes and the history of
//! revisions go through this list; a new field is added here, and is then known to all of them.

use super::{
    super::{
        ActionStatus, Currency, Themes,
        example::{Detail, Indicators, Purpose, TextField, reference},
        themes,
    },
    revisions::Revision,
};
use crate::{
    graphql::{Day, Id},
    i18n::{self, Language},
    people::{Person, Unit},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Title,
    Description,
    Themes,
    Purpose,
    Indicators,
    Links,
    Status,
    Starts,
    Ends,
    Cost,
    Effect,
    Contact,
    Lessons,
    Unit,
    Partners,
    Funding,
    Decision,
    Milestones,
    /// One of the texts that stand beside the row.
    Further(TextField),
}

/// What copying does with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// It comes along.
    Brings,
    /// It stays with the origin, and says nothing of what a copy should have.
    Leaves,
    /// It stays with the origin, and the copy needs its own.
    FillIn,
}

/// What a field says in a revision. The order of a list says nothing, so lists stand in an order of their own here.
#[derive(Clone, Debug, PartialEq)]
pub enum Says<'a> {
    Text(&'a str, Language),
    Purpose(Purpose),
    /// Keys, as the reference data orders them.
    Themes(Vec<&'static str>),
    Indicators(Vec<&'static str>),
    /// Addresses and names.
    Links(Vec<(&'a str, Option<&'a str>)>),
    /// What each municipality has of its own: it is compared from one revision to the next, and copies are told nothing of it.
    Own(Own<'a>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Own<'a> {
    Status(ActionStatus),
    Day(Day),
    Cost(i64, Option<Currency>),
    Tonnes(f64),
    Person(Id<Person>),
    Unit(Id<Unit>),
    Partners(&'a str),
    /// Scheme, name, amount and currency.
    Funding(Option<&'a str>, Option<&'a str>, Option<i64>, Option<Currency>),
    /// Who, when, the number and the address.
    Decision(Option<&'a str>, Option<Day>, Option<&'a str>, Option<&'a str>),
    /// What, by when, and when it was reached.
    Milestones(Vec<(&'a str, Option<Day>, Option<Day>)>),
}

impl Field {
    pub const ALL: [Self; 26] = [
        Self::Title,
        Self::Description,
        Self::Themes,
        Self::Purpose,
        Self::Indicators,
        Self::Links,
        Self::Status,
        Self::Starts,
        Self::Ends,
        Self::Cost,
        Self::Effect,
        Self::Contact,
        Self::Lessons,
        Self::Unit,
        Self::Partners,
        Self::Funding,
        Self::Decision,
        Self::Milestones,
        Self::Further(TextField::Problem),
        Self::Further(TextField::Result),
        Self::Further(TextField::Again),
        Self::Further(TextField::Transferability),
        Self::Further(TextField::Risk),
        Self::Further(TextField::EffectInWords),
        Self::Further(TextField::CostHow),
        Self::Further(TextField::EffectHow),
    ];

    /// Its name in the API, which clients put into words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Themes => "themes",
            Self::Purpose => "purpose",
            Self::Indicators => "indicators",
            Self::Links => "links",
            Self::Status => "status",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Cost => "cost",
            Self::Effect => "effectTonnesCo2e",
            Self::Contact => "contact",
            Self::Lessons => "lessons",
            Self::Unit => "unit",
            Self::Partners => "partners",
            Self::Funding => "funding",
            Self::Decision => "decision",
            Self::Milestones => "milestones",
            Self::Further(text) => text.text(),
        }
    }

    /// What `copy` and [`super::super::example::bring`] do with it, and what a copy for this purpose has to say itself: only
    /// lower emissions are told in tonnes, and only adaptation has a risk.
    #[must_use]
    pub fn copying(self, purpose: Option<Purpose>) -> Copying {
        let tonnes = matches!(purpose, None | Some(Purpose::Emissions));
        let asked = match self {
            Self::Effect => tonnes,
            Self::Further(TextField::EffectInWords) => !tonnes,
            Self::Further(TextField::Risk) => purpose == Some(Purpose::Adaptation),
            _ => false,
        };
        if asked {
            return Copying::FillIn;
        }
        match self {
            Self::Title | Self::Description | Self::Themes | Self::Purpose | Self::Indicators | Self::Links => {
                Copying::Brings
            }
            Self::Starts | Self::Ends | Self::Cost | Self::Contact => Copying::FillIn,
            Self::Status
            | Self::Effect
            | Self::Lessons
            | Self::Unit
            | Self::Partners
            | Self::Funding
            | Self::Decision
            | Self::Milestones
            | Self::Further(_) => Copying::Leaves,
        }
    }

    /// Whether the copies are told when an origin publishes it anew: whatever came along, and what stays behind but is what
    /// a colleague learns from.
    #[must_use]
    pub fn is_followed(self) -> bool {
        let teaches = matches!(
            self,
            Self::Lessons
                | Self::Further(TextField::Problem | TextField::Result | TextField::Again | TextField::Transferability)
        );
        teaches || self.copying(None) == Copying::Brings
    }

    /// Whether it is a text, which somebody can write in their own words. Anything else is taken as it is.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Description | Self::Lessons | Self::Further(_))
    }

    /// What it says; `None` where it says nothing.
    #[must_use]
    pub fn says(self, of: &Revision) -> Option<Says<'_>> {
        let action = &of.action;
        let detail = of.further.detail.as_ref();
        match self {
            Self::Title => Some(Says::Text(&action.title, action.title_language)),
            Self::Description => Some(Says::Text(&action.description, action.description_language)),
            Self::Lessons => {
                let (text, language) = action.lessons.as_deref().zip(action.lessons_language)?;
                Some(Says::Text(text, language))
            }
            Self::Further(field) => {
                let found = of.further.texts.iter().find(|text| text.field == field)?;
                Some(Says::Text(&found.value, found.language))
            }
            Self::Themes => themes_of(&action.themes),
            Self::Purpose => detail?.purpose.map(Says::Purpose),
            Self::Indicators => indicators_of(&detail?.indicators),
            Self::Links => {
                let mut links: Vec<_> = of.further.links.iter().map(|l| (&*l.url, l.name.as_deref())).collect();
                links.sort_unstable();
                (!links.is_empty()).then_some(Says::Links(links))
            }
            Self::Status => Some(Says::Own(Own::Status(action.status))),
            Self::Starts => action.starts.map(Own::Day).map(Says::Own),
            Self::Ends => action.ends.map(Own::Day).map(Says::Own),
            Self::Cost => {
                let amount = action.cost_amount?;
                Some(Says::Own(Own::Cost(amount, action.cost_currency)))
            }
            Self::Effect => action.effect_tonnes_co2e.map(Own::Tonnes).map(Says::Own),
            Self::Contact => action.contact_id.map(Own::Person).map(Says::Own),
            Self::Unit => detail?.unit_id.map(Own::Unit).map(Says::Own),
            Self::Partners => detail?.partners.as_deref().map(Own::Partners).map(Says::Own),
            Self::Funding => funding_of(detail?),
            Self::Decision => decision_of(detail?),
            Self::Milestones => {
                let all = of.further.milestones.iter();
                let mut all: Vec<_> = all.map(|each| (&*each.name, each.due, each.done)).collect();
                all.sort_unstable();
                (!all.is_empty()).then_some(Says::Own(Own::Milestones(all)))
            }
        }
    }
}

fn themes_of(themes: &Themes) -> Option<Says<'static>> {
    let keys = themes::all().iter().map(|theme| theme.key.as_str());
    let keys: Vec<_> = keys.filter(|key| themes.0.contains(key)).collect();
    (!keys.is_empty()).then_some(Says::Themes(keys))
}

fn indicators_of(indicators: &Indicators) -> Option<Says<'static>> {
    let ids = reference::indicators().iter().map(|indicator| indicator.id.as_str());
    let ids: Vec<_> = ids.filter(|id| indicators.0.contains(id)).collect();
    (!ids.is_empty()).then_some(Says::Indicators(ids))
}

fn funding_of(of: &Detail) -> Option<Says<'_>> {
    let (scheme, name) = (of.funding_scheme.as_deref(), of.funding_name.as_deref());
    let said = scheme.is_some() || name.is_some() || of.funding_amount.is_some();
    said.then_some(Says::Own(Own::Funding(
        scheme,
        name,
        of.funding_amount,
        of.funding_currency,
    )))
}

fn decision_of(of: &Detail) -> Option<Says<'_>> {
    let (body, number, url) = (
        of.decision_body.as_deref(),
        of.case_number.as_deref(),
        of.decision_url.as_deref(),
    );
    let said = body.is_some() || number.is_some() || url.is_some() || of.decided_on.is_some();
    said.then_some(Says::Own(Own::Decision(body, of.decided_on, number, url)))
}

impl Says<'_> {
    /// What it is written in.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        match self {
            Self::Text(_, language) => Some(*language),
            _ => None,
        }
    }

    /// The text itself, or a list as somebody would read it, each of it on a line. What is a municipality's own is not told.
    #[must_use]
    pub fn in_words(&self, reader: Language) -> Option<String> {
        let lines: Vec<String> = match self {
            Self::Text(text, _) => return Some((*text).to_owned()),
            Self::Purpose(purpose) => {
                let said = [("purpose", purpose.text().into())];
                return Some(i18n::text(reader, "upstream-purpose", &said));
            }
            Self::Themes(keys) => {
                let known = keys.iter().filter_map(|key| themes::theme(key));
                known.map(|theme| theme.name(reader).to_owned()).collect()
            }
            Self::Indicators(ids) => {
                let known = ids.iter().filter_map(|id| reference::indicator(id));
                known.map(|indicator| indicator.name(reader).to_owned()).collect()
            }
            Self::Links(links) => {
                let line = |(url, name): &(&str, Option<&str>)| match name {
                    Some(name) => format!("{name} – {url}"),
                    None => (*url).to_owned(),
                };
                links.iter().map(line).collect()
            }
            Self::Own(_) => return None,
        };
        Some(lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_of_its_own_and_all_texts_are_among_them() {
        let keys: std::collections::HashSet<_> = Field::ALL.iter().map(|field| field.key()).collect();
        assert_eq!(keys.len(), Field::ALL.len());
        for text in TextField::ALL {
            assert!(Field::ALL.contains(&Field::Further(text)));
        }
    }

    #[test]
    fn a_list_reads_a_line_for_each_of_it() {
        let links = Says::Links(vec![("https://a.example", None), ("https://b.example", Some("Kalkyl"))]);
        assert_eq!(
            links.in_words(Language::Sv).as_deref(),
            Some("https://a.example\nKalkyl – https://b.example")
        );
        let purpose = Says::Purpose(Purpose::Adaptation);
        assert_eq!(purpose.in_words(Language::Sv).as_deref(), Some("Klimatanpassning"));
        assert_eq!(Says::Own(Own::Tonnes(1.0)).in_words(Language::Sv), None);
    }
}
