//! The inventory as files: an account to take along, and the template for figures of one's own.

use uuid::Uuid;

use super::{EmissionSource, sectors};
use crate::{
    app::App,
    error::{Error, Result},
    i18n::{self, Language},
    people::organisations,
    sheets::{Column, Table, Value},
};

/// The columns of both, so that what is taken along can come back.
fn columns(language: Language) -> Vec<Column> {
    [
        ("sheet-column-sector", 38),
        ("sheet-column-year", 8),
        ("sheet-column-tonnes", 16),
        ("sheet-column-source", 40),
        ("sheet-column-licence", 30),
    ]
    .map(|(id, width)| Column::new(i18n::text(language, id, &[]), width))
    .to_vec()
}

/// Every sector, waiting for figures.
#[must_use]
pub fn template(language: Language) -> Table {
    let own = sectors::all().iter().filter(|sector| sector.adds_up());
    Table {
        name: i18n::text(language, "sheet-emissions", &[]),
        columns: columns(language),
        rows: own.map(|sector| vec![sector.name(language).into()]).collect(),
    }
}

/// One account of an organisation; also what the file is to be called.
///
/// # Errors
/// `NOT_FOUND` when there is none.
pub async fn account(
    app: &App,
    organisation: Uuid,
    source: EmissionSource,
    language: Language,
) -> Result<(String, Table)> {
    let organisation = organisations::organisation(app, organisation).await?;
    let accounts = super::accounts(app, organisation.id).await?;
    let account = accounts.into_iter().find(|account| account.source == source);
    let account = account.ok_or_else(Error::not_found)?;
    let mut rows = Vec::new();
    for series in &account.series {
        for value in series.values.iter().filter(|_| !series.computed) {
            rows.push(vec![
                series.sector.name(language).into(),
                Value::Whole(value.year),
                Value::Number(value.tonnes),
                value.source.as_str().into(),
                value.licence.as_str().into(),
            ]);
        }
    }
    let name = i18n::text(language, "sheet-emissions", &[]);
    let table = Table {
        name: name.clone(),
        columns: columns(language),
        rows,
    };
    Ok((format!("{name} {}", organisation.name), table))
}
