//! Themes: the handbook's chapters and the sectors, from `reference/themes.csv`; and the dated rates at which costs are
//! shown in another currency, from `reference/rates.csv`.

use std::sync::LazyLock;

use super::{Currency, Money};
use crate::i18n::Language;

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

#[derive(Debug, serde::Deserialize)]
struct Rate {
    currency: String,
    per_eur: f64,
}

static RATES: LazyLock<Vec<(Currency, f64)>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../reference/rates.csv")[..])
        .deserialize::<Rate>()
        .filter_map(|row| {
            let row = row.expect("reference/rates.csv is compiled in, and a test reads it");
            Some((Currency::from_text(&row.currency)?, row.per_eur))
        })
        .collect()
});

impl Money {
    /// The same in another currency, to whole units, by the table's rates; `None` when it has none.
    #[must_use]
    pub fn converted(self, to: Currency) -> Option<Self> {
        if to == self.currency {
            return Some(self);
        }
        let per_eur = |currency| {
            RATES
                .iter()
                .find(|(known, _)| *known == currency)
                .map(|(_, rate)| *rate)
        };
        #[expect(clippy::cast_precision_loss, reason = "amounts end at 10^12, far below 2^53")]
        let amount = (self.amount as f64 / per_eur(self.currency)? * per_eur(to)?).round();
        #[expect(clippy::cast_possible_truncation, reason = "as above")]
        Some(Self {
            amount: amount as i64,
            currency: to,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_files_can_be_read_and_every_theme_has_four_names() {
        assert!(all().len() > 30);
        for theme in all() {
            for language in Language::ALL {
                assert!(!theme.name(language).is_empty(), "{} {language:?}", theme.key);
            }
            assert!(!theme.key.contains(' '));
        }
    }

    #[test]
    fn money_is_converted_through_the_euro() {
        let cost = Money {
            amount: 1_000_000,
            currency: Currency::Sek,
        };
        let there = cost.converted(Currency::Nok).unwrap();
        assert!((1_000_000..1_100_000).contains(&there.amount));
        assert_eq!(cost.converted(Currency::Sek).unwrap().amount, 1_000_000);
        let back = there.converted(Currency::Sek).unwrap();
        assert!((back.amount - cost.amount).abs() <= 1);
    }
}
