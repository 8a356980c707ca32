//! The goals that are not a municipality's own: Sweden's and Norway's national environmental goals and the UN's, from
//! `reference/goals.csv`. Goals and targets point at them by key.

use std::sync::LazyLock;

use async_graphql::Enum;

use crate::{
    error::{Error, Result},
    i18n::Language,
    people::Country,
};

#[derive(Debug, serde::Deserialize)]
pub struct Objective {
    #[serde(rename = "id")]
    pub key: String,
    scheme: String,
    pub number: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
    names_status: String,
}

/// Whose goal it is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectiveScheme {
    /// A country's environmental goals.
    National,
    /// The UN's goals for sustainable development.
    Sdg,
}

impl Objective {
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }

    #[must_use]
    pub fn scheme(&self) -> ObjectiveScheme {
        match self.scheme.as_str() {
            "sdg" => ObjectiveScheme::Sdg,
            _ => ObjectiveScheme::National,
        }
    }

    /// Whose; none for the UN's.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        match self.scheme.as_str() {
            "sdg" => None,
            "nasjonalt_miljomal" => Some(Country::No),
            _ => Some(Country::Se),
        }
    }

    /// Whether the name in this language is the goal's own, not our translation of it.
    #[must_use]
    pub fn is_official(&self, language: Language) -> bool {
        self.names_status
            .split(';')
            .next()
            .is_some_and(|official| official.contains("all four") || official.contains(language.text()))
    }
}

static OBJECTIVES: LazyLock<Vec<Objective>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../reference/goals.csv")[..])
        .deserialize()
        .map(|row| row.expect("reference/goals.csv is compiled in, and a test reads it"))
        .collect()
});

/// All of them, in the order of the reference data.
#[must_use]
pub fn all() -> &'static [Objective] {
    &OBJECTIVES
}

#[must_use]
pub fn objective(key: &str) -> Option<&'static Objective> {
    OBJECTIVES.iter().find(|objective| objective.key == key)
}

/// Keys of objectives, kept as ` a b `, so that ` a ` finds one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objectives(pub Vec<&'static str>);

impl crate::db::FromCell for Objectives {
    fn from_cell(cell: crate::db::Cell) -> Result<Self, crate::db::Cell> {
        match &cell {
            // A key that has left the reference data is no longer shown.
            crate::db::Cell::Text(text) => Ok(Self(
                text.split_whitespace()
                    .filter_map(|key| objective(key).map(|known| known.key.as_str()))
                    .collect(),
            )),
            _ => Err(cell),
        }
    }
}

impl From<&Objectives> for crate::db::Value {
    fn from(objectives: &Objectives) -> Self {
        format!(" {} ", objectives.0.join(" ")).into()
    }
}

impl Objectives {
    /// # Errors
    /// `INVALID` for an unknown key.
    pub fn parse(keys: &[String]) -> Result<Self> {
        let mut known = Vec::new();
        for key in keys {
            let key = objective(key)
                .map(|objective| objective.key.as_str())
                .ok_or_else(|| Error::invalid("objectives", "error-unknown-objective"))?;
            if !known.contains(&key) {
                known.push(key);
            }
        }
        Ok(Self(known))
    }

    /// Adds those of others that are not among them; false when all of them are.
    pub fn add(&mut self, others: &Self) -> bool {
        let before = self.0.len();
        for key in &others.0 {
            if !self.0.contains(key) {
                self.0.push(key);
            }
        }
        self.0.len() > before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_objective_has_a_name_in_four_languages_and_both_countries_have_theirs() {
        for objective in all() {
            for language in Language::ALL {
                assert!(!objective.name(language).is_empty(), "{} {language:?}", objective.key);
            }
            assert!(!objective.key.contains(' '));
        }
        let of = |country| all().iter().filter(|o| o.country() == country).count();
        assert_eq!((of(Some(Country::Se)), of(None)), (17, 17));
        assert_eq!(of(Some(Country::No)), 17);
    }

    #[test]
    fn a_translation_of_ours_is_told_from_the_official_name() {
        let clean_air = objective("mkm-02").unwrap();
        assert!(clean_air.is_official(Language::Sv) && !clean_air.is_official(Language::Nn));
        assert!(objective("sdg-13").unwrap().is_official(Language::Nn));
    }
}
