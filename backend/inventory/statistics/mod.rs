//! Files with emissions, as the agencies of both countries publish them: what is in one for one municipality. Nothing here
//! writes anything. A file that does not hold what it should is refused with the cell at fault.

mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use async_graphql::Enum;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::sectors::{self, Sector};
use crate::{
    db::text_enum,
    error::Result,
    imports::{
        kolada,
        reading::{is_json, only_others, refused},
    },
    people::Organisation,
    sheets,
};

/// Who keeps the account of emissions that figures come from.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EmissionSource {
    /// Kolada: key figures of Swedish municipalities
    Kolada,
    /// The Swedish national emission database
    Ned,
    /// The Norwegian Environment Agency's account for municipalities
    Miljodirektoratet,
    /// The municipality's own figures, by our template
    Own,
}
text_enum!(EmissionSource {
    Kolada = "KOLADA",
    Ned = "NED",
    Miljodirektoratet = "MILJODIREKTORATET",
    Own = "OWN",
});

impl EmissionSource {
    /// How the source wants to be named; empty where whoever imports has to say.
    #[must_use]
    pub fn attribution(self) -> &'static str {
        match self {
            Self::Kolada => "Kolada (RKA); Nationella emissionsdatabasen, SCB",
            Self::Ned => "Nationella emissionsdatabasen, SMHI och Naturvårdsverket",
            Self::Miljodirektoratet => "Miljødirektoratet, klimagassregnskap for kommuner og fylker",
            Self::Own => "",
        }
    }
}

/// A figure as a file gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub sector: String,
    pub year: i64,
    /// Of CO2 equivalents.
    pub tonnes: f64,
    /// Where each figure has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// What a file holds for one municipality.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Statistics {
    pub account: EmissionSource,
    /// What the file says of itself above its table.
    pub title: Option<String>,
    /// What it calls the municipality; null where it names none.
    pub municipality: Option<String>,
    /// Of how many other municipalities it holds figures, which are left alone.
    pub others: usize,
    /// The answer has further pages, which are not in this file.
    pub more_pages: bool,
    /// Key figures that are not emissions in tonnes.
    pub passed_over: Vec<String>,
    pub figures: Vec<Figure>,
}

/// Figures of one municipality at most: twenty sectors, a hundred years.
const FIGURES: usize = 2000;
/// More than the world emits is a mistake.
const TONNES: f64 = 1e11;

/// # Errors
/// `INVALID` on `file`, with the cell at fault.
pub async fn read(bytes: Bytes, organisation: &Organisation) -> Result<Statistics> {
    let statistics = if is_json(&bytes) {
        of_kolada(&bytes, organisation)?
    } else {
        tables::read(&sheets::read(bytes).await?, organisation)?
    };
    if statistics.figures.is_empty() {
        return Err(refused("error-statistics-nothing"));
    }
    if statistics.figures.len() > FIGURES {
        return Err(refused("error-statistics-too-many").with("most", FIGURES));
    }
    Ok(statistics)
}

/// A saved answer of Kolada's, of which the key figures in tonnes are taken.
fn of_kolada(bytes: &[u8], organisation: &Organisation) -> Result<Statistics> {
    let in_tonnes = |kpi: &str| matches!(sectors::of_kolada(kpi), Some((_, false)));
    let answer = kolada::read(bytes, organisation, in_tonnes)?;
    let mut sums = Sums::default();
    for figure in &answer.figures {
        let Some((sector, _)) = sectors::of_kolada(&figure.kpi) else {
            continue;
        };
        let tonnes = figure.value.filter(|tonnes| possible(sector, *tonnes));
        let before = sums.0.len();
        sums.add(
            sector,
            figure.year,
            tonnes.ok_or_else(|| figure.wrong("error-statistics-number"))?,
        );
        if sums.0.len() == before {
            return Err(figure.twice());
        }
    }
    if sums.0.is_empty() && answer.unpublished {
        return Err(refused("error-statistics-unpublished"));
    }
    if sums.0.is_empty() && !answer.others.is_empty() {
        return Err(only_others(&answer.others));
    }
    Ok(Statistics {
        account: EmissionSource::Kolada,
        title: None,
        municipality: answer.municipality,
        others: answer.others.len(),
        more_pages: answer.more_pages,
        passed_over: answer.passed_over,
        figures: sums.figures(),
    })
}

/// Gathers figures, of which several may belong together: sources and gases of one sector.
#[derive(Default)]
struct Sums(BTreeMap<(usize, i64), Figure>);

impl Sums {
    fn add(&mut self, sector: &'static Sector, year: i64, tonnes: f64) -> &mut Figure {
        let figure = self.0.entry((sector.place(), year)).or_insert_with(|| Figure {
            sector: sector.key.clone(),
            year,
            tonnes: 0.0,
            source: None,
            licence: None,
        });
        figure.tonnes += tonnes;
        figure
    }

    fn figures(self) -> Vec<Figure> {
        let mut figures: Vec<_> = self.0.into_values().collect();
        for figure in &mut figures {
            // Sums of decimal fractions: what is beyond a gram is the computer's.
            figure.tonnes = (figure.tonnes * 1e6).round() / 1e6;
        }
        figures
    }
}

/// Only land use takes up more than it gives.
fn possible(sector: &Sector, tonnes: f64) -> bool {
    tonnes.abs() < TONNES && (tonnes >= 0.0 || sector.key == "lulucf")
}

/// The sectors that a file has figures of: those whose series it replaces.
#[must_use]
pub fn series(figures: &[Figure]) -> Vec<&'static Sector> {
    let mut found: Vec<_> = figures
        .iter()
        .filter_map(|figure| sectors::sector(&figure.sector))
        .collect();
    found.sort_by_key(|sector| (sector.place(), &sector.key));
    found.dedup_by_key(|sector| &sector.key);
    found
}
