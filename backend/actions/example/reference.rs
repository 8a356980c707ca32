//! What can be chosen from: funding schemes (`reference/funding.csv`) and indicators (`reference/indicators.csv`, with the
//! names of what they are measured in in `reference/units.csv`).

use std::sync::LazyLock;

use serde::{Deserialize, de::DeserializeOwned};

use crate::{i18n::Language, inventory::sectors::loose, programmes::indicators::Direction};

/// A scheme that pays for what municipalities do.
#[derive(Debug, Deserialize)]
pub struct Scheme {
    pub id: String,
    pub name: String,
    /// `SE`, `NO`, `EU` or `Nordic`.
    pub country: String,
    pub owner: String,
}

/// Something that is measured everywhere in the same way.
#[derive(Debug, Deserialize)]
pub struct Indicator {
    pub id: String,
    unit: String,
    direction: String,
    kolada_id: String,
    kolada_title: String,
    no_source: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
}

impl Indicator {
    /// Which way is better.
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self.direction.as_str() {
            "higher" => Direction::Higher,
            _ => Direction::Lower,
        }
    }

    /// Where Sweden's figures are: Kolada's number of it.
    #[must_use]
    pub fn kolada(&self) -> Option<&str> {
        Some(self.kolada_id.as_str()).filter(|id| !id.is_empty())
    }

    /// Whether it is called so: by its name in any of the four languages, or by its number or title in Kolada. `wanted` is
    /// loose already.
    #[must_use]
    pub fn is_called(&self, wanted: &str) -> bool {
        let names = [
            &self.sv,
            &self.nn,
            &self.nb,
            &self.en,
            &self.kolada_id,
            &self.kolada_title,
        ];
        !wanted.is_empty() && names.into_iter().any(|name| loose(name) == wanted)
    }

    /// Whether this is what it is measured in, in any of the four languages.
    #[must_use]
    pub fn is_counted_in(&self, unit: &str) -> bool {
        Language::ALL
            .into_iter()
            .any(|language| same_unit(self.unit(language), unit))
    }

    /// Where Norway's figures are.
    #[must_use]
    pub fn norwegian_source(&self) -> Option<&str> {
        Some(self.no_source.as_str()).filter(|source| !source.is_empty())
    }

    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        in_language(language, [&self.sv, &self.nn, &self.nb, &self.en])
    }

    /// In what it is measured.
    #[must_use]
    pub fn unit(&self, language: Language) -> &str {
        let unit = UNITS.iter().find(|unit| unit.unit == self.unit);
        unit.map_or(&self.unit, |unit| {
            in_language(language, [&unit.sv, &unit.nn, &unit.nb, &unit.en])
        })
    }
}

fn in_language(language: Language, [sv, nn, nb, en]: [&str; 4]) -> &str {
    match language {
        Language::Sv => sv,
        Language::Nn => nn,
        Language::Nb => nb,
        Language::En => en,
    }
}

/// What something is measured in.
#[derive(Debug, Deserialize)]
struct Unit {
    unit: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
}

fn read<T: DeserializeOwned>(file: &'static [u8]) -> Vec<T> {
    csv::Reader::from_reader(file)
        .deserialize()
        .map(|row| row.expect("the reference data is compiled in, and a test reads it"))
        .collect()
}

static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| read(include_bytes!("../../../reference/funding.csv")));
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| read(include_bytes!("../../../reference/units.csv")));
static INDICATORS: LazyLock<Vec<Indicator>> =
    LazyLock::new(|| read(include_bytes!("../../../reference/indicators.csv")));

/// In the order of the reference data.
#[must_use]
pub fn schemes() -> &'static [Scheme] {
    &SCHEMES
}

#[must_use]
pub fn scheme(id: &str) -> Option<&'static Scheme> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}

/// In the order of the reference data.
#[must_use]
pub fn indicators() -> &'static [Indicator] {
    &INDICATORS
}

#[must_use]
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}

/// Whether two units are one, however they are written: `ton CO₂-ekv/invånare`, `ton CO2e per invånare`.
#[must_use]
pub fn same_unit(one: &str, other: &str) -> bool {
    let plain = |unit: &str| loose(&unit.replace('/', " per ")).replace("co2ekv", "co2e");
    one.trim() == other.trim() || !plain(one).is_empty() && plain(one) == plain(other)
}

/// By Kolada's number of it.
#[must_use]
pub fn of_kolada(kpi: &str) -> Option<&'static Indicator> {
    let of = |indicator: &&Indicator| indicator.kolada().is_some_and(|id| id.eq_ignore_ascii_case(kpi));
    INDICATORS.iter().find(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_files_can_be_read() {
        assert!(schemes().len() > 20 && indicators().len() > 20);
        for indicator in indicators() {
            assert!(!indicator.id.contains(' '));
            assert!(
                UNITS.iter().any(|unit| unit.unit == indicator.unit),
                "{}",
                indicator.unit
            );
            for language in Language::ALL {
                assert!(!indicator.name(language).is_empty(), "{} {language:?}", indicator.id);
            }
        }
        assert_eq!(scheme("klimatklivet").map(|s| s.country.as_str()), Some("SE"));
    }
}
