//! Themes: the handbook's chapters and the sectors, from `reference/themes.csv`.

use std::sync::LazyLock;

use crate::{
    db::{Cell, FromCell, Value},
    error::{Error, Result},
    i18n::Language,
};

#[derive(Debug, serde::Deserialize)]
pub struct Theme {
    pub key: String,
    /// `emission`, `handbook_part1`, `handbook_part2` or `no_field`.
    kind: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
}

impl Theme {
    /// Whether it is a sector of emissions; the others are the handbook's chapters and fields of work.
    #[must_use]
    pub fn is_sector(&self) -> bool {
        self.kind == "emission"
    }

    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../reference/themes.csv")[..])
        .deserialize()
        .map(|row| row.expect("reference/themes.csv is compiled in, and a test reads it"))
        .collect()
});

/// All themes, in the order of the reference data.
#[must_use]
pub fn all() -> &'static [Theme] {
    &THEMES
}

#[must_use]
pub fn theme(key: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.key == key)
}

/// The key itself, if there is such a theme.
#[must_use]
pub fn key(key: &str) -> Option<&'static str> {
    theme(key).map(|theme| theme.key.as_str())
}

/// Keys of `reference/themes.csv`, kept as ` a b `, so that ` a ` finds one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes(pub Vec<&'static str>);

impl FromCell for Themes {
    fn from_cell(cell: Cell) -> Result<Self, Cell> {
        match &cell {
            // A key that has left the reference data is no longer shown.
            Cell::Text(text) => Ok(Self(text.split_whitespace().filter_map(key).collect())),
            _ => Err(cell),
        }
    }
}

impl From<&Themes> for Value {
    fn from(themes: &Themes) -> Self {
        format!(" {} ", themes.0.join(" ")).into()
    }
}

impl Themes {
    /// # Errors
    /// `INVALID` for an unknown key.
    pub fn parse(keys: &[String]) -> Result<Self> {
        let mut known = Vec::new();
        for key in keys {
            let key = self::key(key)
                .ok_or_else(|| Error::invalid("themes", "error-unknown-theme").with("key", key.as_str()))?;
            if !known.contains(&key) {
                known.push(key);
            }
        }
        Ok(Self(known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_files_can_be_read_and_every_theme_has_four_names_of_its_own() {
        assert!(all().len() > 30);
        for theme in all() {
            for language in Language::ALL {
                let name = theme.name(language);
                let like = all().iter().filter(|other| other.name(language) == name).count();
                assert!(!name.is_empty() && like == 1, "{} {language:?}", theme.key);
            }
            assert!(!theme.key.contains(' '));
        }
    }
}
