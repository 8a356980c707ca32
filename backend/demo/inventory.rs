//! Inventories of the demo: figures that are made up, and say so.

use serde::Deserialize;

use super::{Demo, word};
use crate::{
    error::{Error, Result},
    graphql::Id,
    i18n::Language,
    imports::{self, ImportKind, Sent},
    inventory::{
        self, ClimateRisk, EmissionSource, RiskSeverity,
        statistics::{Figure, Statistics},
    },
    people::Editor,
};

#[derive(Deserialize)]
pub(super) struct Inventories {
    account: Vec<AccountRow>,
    risk: Vec<RiskRow>,
}

#[derive(Deserialize)]
struct AccountRow {
    organisation: String,
    by: String,
    days_ago: u64,
    source: String,
    named: String,
    licence: String,
    file: String,
    years: Vec<i64>,
    series: Vec<SeriesRow>,
}

#[derive(Deserialize)]
struct SeriesRow {
    sector: String,
    tonnes: Vec<f64>,
}

#[derive(Deserialize)]
struct RiskRow {
    organisation: String,
    by: String,
    language: String,
    title: String,
    description: String,
    severity: String,
}

impl Demo<'_> {
    pub(super) async fn inventories(&mut self, rows: Inventories) -> Result<()> {
        for row in rows.account {
            let editor = Editor::for_demo(&self.person(&row.by)?);
            if editor.organisation_id() != self.organisation(&row.organisation)? {
                return Err(super::missing("account", &row.organisation));
            }
            let mut figures = Vec::new();
            for series in &row.series {
                word("sector", &series.sector, inventory::sectors::sector(&series.sector))?;
                figures.extend(row.years.iter().zip(&series.tonnes).map(|(year, tonnes)| Figure {
                    sector: series.sector.clone(),
                    year: *year,
                    tonnes: *tonnes,
                    source: None,
                    licence: None,
                }));
            }
            let content = Statistics {
                account: word("source", &row.source, EmissionSource::from_text(&row.source))?,
                title: None,
                municipality: None,
                others: 0,
                more_pages: false,
                passed_over: Vec::new(),
                figures,
            };
            let kept = serde_json::to_string(&content).map_err(Error::internal)?;
            let sent = Sent {
                name: &row.file,
                bytes: &kept.clone().into(),
            };
            let kind = ImportKind::Emissions;
            let mut import = imports::read(self.app, &editor, kind, None, &sent, kept)?;
            let at = self.days_ago(row.days_ago);
            (import.created_at, import.applied_at) = (at, Some(at));
            import.applied_by = Some(editor.person_id());
            imports::store::insert_import(&mut self.tx, &editor, &import).await?;
            inventory::write(&mut self.tx, &editor, &import, &content, &row.named, &row.licence).await?;
        }
        for (position, row) in (0..).zip(rows.risk) {
            let person = self.person(&row.by)?;
            let risk = ClimateRisk {
                id: Id::of(self.app.random.id(self.now)),
                organisation_id: self.organisation(&row.organisation)?,
                position,
                revision: 1,
                title: row.title,
                description: Some(row.description),
                language: word("language", &row.language, Language::from_text(&row.language))?,
                severity: word("severity", &row.severity, RiskSeverity::from_text(&row.severity))?,
                updated_at: self.days_ago(90),
                updated_by: Some(person.id),
            };
            inventory::store::insert_risk(&mut self.tx, &Editor::for_demo(&person), &risk).await?;
        }
        Ok(())
    }
}
