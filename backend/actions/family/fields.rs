//! The fields of an action, in one list: which of them a copy brings along, which the copies are told of when the origin
//! publishes them anew, and which every municipality fills in for itself. Preview, upstream changes and the history of
//! revisions go through this list; a new field is added here and in [`Revision`], and is then known to all of them.

use super::revisions::Revision;
use crate::i18n::Language;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Title,
    Description,
    Themes,
    Status,
    Starts,
    Ends,
    Cost,
    Effect,
    Contact,
    Lessons,
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

impl Field {
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Description,
        Self::Themes,
        Self::Status,
        Self::Starts,
        Self::Ends,
        Self::Cost,
        Self::Effect,
        Self::Contact,
        Self::Lessons,
    ];

    /// Its name in the API, which clients put into words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Themes => "themes",
            Self::Status => "status",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Cost => "cost",
            Self::Effect => "effectTonnesCo2e",
            Self::Contact => "contact",
            Self::Lessons => "lessons",
        }
    }

    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    #[must_use]
    pub fn copying(self) -> Copying {
        match self {
            Self::Title | Self::Description | Self::Themes => Copying::Brings,
            Self::Status | Self::Lessons => Copying::Leaves,
            Self::Starts | Self::Ends | Self::Cost | Self::Effect | Self::Contact => Copying::FillIn,
        }
    }

    /// Whether the copies are told when an origin publishes it anew: the texts that came along, and the lessons, which
    /// stay behind but are what a colleague learns from.
    #[must_use]
    pub fn is_followed(self) -> bool {
        matches!(self, Self::Title | Self::Description | Self::Lessons)
    }

    /// What a text field says, and in which language.
    #[must_use]
    pub fn text(self, of: &Revision) -> Option<(&str, Language)> {
        match self {
            Self::Title => Some((&of.title, of.title_language)),
            Self::Description => Some((&of.description, of.description_language)),
            Self::Lessons => of.lessons.as_deref().zip(of.lessons_language),
            _ => None,
        }
    }

    /// Whether it says anything.
    #[must_use]
    pub fn is_set(self, of: &Revision) -> bool {
        match self {
            Self::Title | Self::Description | Self::Lessons => self.text(of).is_some(),
            Self::Themes => !of.themes.0.is_empty(),
            Self::Status => true,
            Self::Starts => of.starts.is_some(),
            Self::Ends => of.ends.is_some(),
            Self::Cost => of.cost_amount.is_some(),
            Self::Effect => of.effect_tonnes_co2e.is_some(),
            Self::Contact => of.contact_id.is_some(),
        }
    }

    /// Whether it says the same in two revisions.
    #[must_use]
    pub fn is_same(self, a: &Revision, b: &Revision) -> bool {
        match self {
            Self::Title | Self::Description | Self::Lessons => self.text(a) == self.text(b),
            Self::Themes => a.themes == b.themes,
            Self::Status => a.status == b.status,
            Self::Starts => a.starts == b.starts,
            Self::Ends => a.ends == b.ends,
            Self::Cost => (a.cost_amount, a.cost_currency) == (b.cost_amount, b.cost_currency),
            Self::Effect => a.effect_tonnes_co2e == b.effect_tonnes_co2e,
            Self::Contact => a.contact_id == b.contact_id,
        }
    }
}
