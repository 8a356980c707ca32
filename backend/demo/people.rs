//! People of the demo and the units that they work in.

use serde::Deserialize;

use super::{Demo, missing};
use crate::{
    error::Result,
    i18n::Language,
    people::{self, NewPerson, organisations},
};

#[derive(Deserialize)]
pub(super) struct People {
    unit: Vec<UnitRow>,
    person: Vec<PersonRow>,
}

#[derive(Deserialize)]
struct UnitRow {
    organisation: String,
    name: String,
}

#[derive(Deserialize)]
struct PersonRow {
    email: String,
    name: String,
    title: Option<String>,
    language: Language,
    organisation: String,
    unit: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    shares_email: bool,
    #[serde(default)]
    shares_phone: bool,
    #[serde(default = "yes")]
    confirmed: bool,
}

fn yes() -> bool {
    true
}

impl Demo<'_> {
    pub(super) async fn people(&mut self, rows: People) -> Result<()> {
        for row in rows.unit {
            let organisation_id = self.organisation(&row.organisation)?;
            let unit = organisations::insert_unit(self.app, &mut self.tx, organisation_id, row.name).await?;
            self.units.insert((organisation_id, unit.name), unit.id);
        }
        for row in rows.person {
            let organisation_id = self.organisation(&row.organisation)?;
            let unit_id = match row.unit {
                Some(name) => {
                    let key = (organisation_id, name);
                    Some(*self.units.get(&key).ok_or_else(|| missing("unit", &key.1))?)
                }
                None => None,
            };
            let new = NewPerson {
                email: row.email.clone(),
                name: row.name,
                title: row.title,
                phone: row.phone,
                language: row.language,
                organisation_id,
                organisation_confirmed: row.confirmed,
                unit_id,
                shares_email: row.shares_email,
                shares_phone: row.shares_phone,
                founder: false,
            };
            let person = people::insert(self.app, &mut self.tx, new).await?;
            self.people.insert(row.email, person);
        }
        Ok(())
    }
}
