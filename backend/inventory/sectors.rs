//! The sectors that emissions are counted in: those of both countries side by side, from `reference/sectors.csv`.

use std::sync::LazyLock;

use crate::i18n::{Language, fold};

#[derive(Debug, PartialEq, serde::Deserialize)]
pub struct Sector {
    kind: String,
    #[serde(rename = "id")]
    pub key: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
    se_ned_name: String,
    no_miljodir_name: String,
    kolada_kpi_tonnes: String,
    kolada_kpi_per_capita: String,
}

/// What all transport is together: the level at which the two countries can be compared.
pub const TRANSPORT: &str = "transport-total";
pub const TOTAL: &str = "total";
const KINDS_OF_TRANSPORT: [&str; 4] = ["road-transport", "rail-other-transport", "shipping", "aviation"];
/// Counted beside the account, not in it.
const BESIDE: [&str; 3] = [TOTAL, "lulucf", "international-transport"];

static SECTORS: LazyLock<Vec<Sector>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../reference/sectors.csv")[..])
        .deserialize()
        .map(|row| row.expect("reference/sectors.csv is compiled in, and a test reads it"))
        .filter(|row: &Sector| row.kind == "emission")
        .collect()
});

impl Sector {
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }

    /// The sector that this one is a part of.
    #[must_use]
    pub fn parent(&self) -> Option<&'static Sector> {
        KINDS_OF_TRANSPORT
            .contains(&self.key.as_str())
            .then(|| sector(TRANSPORT))
            .flatten()
    }

    /// Whether the whole is the sum of this one and its like.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        !BESIDE.contains(&self.key.as_str()) && self.parent().is_none()
    }

    /// Where it stands among the others: a part follows its whole.
    #[must_use]
    pub fn place(&self) -> usize {
        let at = |key: &str| SECTORS.iter().position(|row| row.key == key).unwrap_or_default();
        // Each has a place of its own: figures are gathered by it.
        let room = SECTORS.len() + 1;
        match self.parent() {
            Some(parent) => room * at(&parent.key) + 1 + at(&self.key),
            None => room * at(&self.key),
        }
    }
}

/// All sectors, in the order of the reference data.
#[must_use]
pub fn all() -> &'static [Sector] {
    &SECTORS
}

#[must_use]
pub fn sector(key: &str) -> Option<&'static Sector> {
    SECTORS.iter().find(|row| row.key == key)
}

/// By its key, or by its name in any of the four languages or in one of the national accounts.
#[must_use]
pub fn named(name: &str) -> Option<&'static Sector> {
    let wanted = loose(name);
    if matches!(
        wanted.as_str(),
        "totalt" | "sum" | "alla" | "alle" | "sumsektorer" | "total"
    ) {
        return sector(TOTAL);
    }
    sector(name.trim()).or_else(|| {
        SECTORS.iter().find(|row| {
            // Kolada and the emission database write the same names in a few ways.
            let names = [
                &row.sv,
                &row.nn,
                &row.nb,
                &row.en,
                &row.se_ned_name,
                &row.no_miljodir_name,
            ];
            !wanted.is_empty() && names.iter().any(|name| loose(name) == wanted)
        })
    })
}

/// By the id of a key figure of Kolada's; whether it is per inhabitant.
#[must_use]
pub fn of_kolada(figure: &str) -> Option<(&'static Sector, bool)> {
    let of = |id: &str| !id.is_empty() && id.eq_ignore_ascii_case(figure);
    SECTORS.iter().find_map(|row| {
        (of(&row.kolada_kpi_tonnes) || of(&row.kolada_kpi_per_capita)).then(|| (row, of(&row.kolada_kpi_per_capita)))
    })
}

/// A heading or a name without what people write differently: case, spaces, signs, lowered digits.
#[must_use]
pub fn loose(text: &str) -> String {
    fold(text)
        .chars()
        .map(|c| match c {
            '₂' => '2',
            '₄' => '4',
            other => other,
        })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sector_is_found_however_its_account_writes_it() {
        for (name, key) in [
            ("Veitrafikk", "road-transport"),
            ("Avfall og avløp", "waste"),
            ("Avfall (inkl. avlopp)", "waste"),
            ("Avfall (inklusive avlopp)", "waste"),
            ("Industri, olje og gass", "industry"),
            ("Industri (energi och processer)", "industry"),
            ("Annen mobil forbrenning", "machinery"),
            ("Anna mobil forbrenning", "machinery"),
            ("Transporter", "transport-total"),
            ("El och fjärrvärme", "energy-supply"),
            ("shipping", "shipping"),
            ("Totalt", "total"),
        ] {
            assert_eq!(named(name).map(|row| row.key.as_str()), Some(key), "{name}");
        }
        assert!(named("").is_none() && named("Skogsbruk").is_none());
        assert_eq!(
            of_kolada("N85533").map(|(row, each)| (row.key.as_str(), each)),
            Some((TRANSPORT, false))
        );
        assert_eq!(
            of_kolada("N00401").map(|(row, each)| (row.key.as_str(), each)),
            Some((TOTAL, true))
        );
        assert!(of_kolada("").is_none());
    }
}
