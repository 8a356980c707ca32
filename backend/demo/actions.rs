//! Actions of the demo, and the copies among them.

use serde::Deserialize;

use super::{Demo, day, missing, word};
use crate::{
    actions::{self, Action, ActionStatus, Currency, Themes, Visibility},
    error::Result,
    graphql::Id,
    i18n::{self, Language},
    people::Editor,
};

#[derive(Deserialize)]
pub(super) struct Actions {
    action: Vec<ActionRow>,
}

#[derive(Deserialize)]
struct ActionRow {
    key: String,
    programme: String,
    author: String,
    language: Language,
    title_language: Option<Language>,
    description_language: Option<Language>,
    lessons_language: Option<Language>,
    title: Option<String>,
    description: Option<String>,
    lessons: Option<String>,
    status: String,
    visibility: String,
    themes: Option<Vec<String>>,
    #[serde(default)]
    targets: Vec<String>,
    starts: Option<String>,
    ends: Option<String>,
    cost: Option<CostRow>,
    effect: Option<f64>,
    contact: Option<String>,
    created_days_ago: u64,
    published_days_ago: Option<u64>,
    copied_from: Option<String>,
}

#[derive(Deserialize)]
struct CostRow {
    amount: i64,
    currency: String,
}

impl Demo<'_> {
    pub(super) async fn actions(&mut self, rows: Actions) -> Result<()> {
        for row in rows.action {
            let programme = self
                .programmes
                .get(&row.programme)
                .cloned()
                .ok_or_else(|| missing("programme", &row.programme))?;
            let author = self.person(&row.author)?;
            let editor = Editor::for_demo(&author);
            let origin = match &row.copied_from {
                Some(key) => Some(self.actions.get(key).cloned().ok_or_else(|| missing("action", key))?),
                None => None,
            };
            let created_at = self.days_ago(row.created_days_ago);
            let published_at = row.published_days_ago.map(|days| self.days_ago(days));
            let (status, visibility) = (row.status.to_uppercase(), row.visibility.to_uppercase());
            let from_origin = |text: fn(&Action) -> (String, Language)| origin.as_ref().map(text);
            let (title, title_language) = match row.title {
                Some(title) => (title, row.title_language.unwrap_or(row.language)),
                None => {
                    from_origin(|o| (o.title.clone(), o.title_language)).ok_or_else(|| missing("title of", &row.key))?
                }
            };
            let (description, description_language) = match row.description {
                Some(text) => (text.trim().to_owned(), row.description_language.unwrap_or(row.language)),
                None => from_origin(|o| (o.description.clone(), o.description_language))
                    .ok_or_else(|| missing("description of", &row.key))?,
            };
            let lessons = row.lessons.map(|text| text.trim().to_owned());
            let themes = match (&row.themes, &origin) {
                (Some(keys), _) => Themes::parse(keys)?,
                (None, Some(origin)) => origin.themes.clone(),
                (None, None) => Themes::default(),
            };
            let action = Action {
                id: Id::of(self.app.random.id(created_at)),
                organisation_id: programme.organisation_id,
                programme_id: Some(programme.id),
                published_revision: published_at.map(|_| 1),
                visibility: word("visibility", &row.visibility, Visibility::from_text(&visibility))?,
                origin_id: origin.as_ref().map(|origin| origin.id),
                origin_revision: origin.as_ref().map(|origin| origin.revision),
                copied_at: origin.as_ref().map(|_| created_at),
                copied_by: origin.as_ref().map(|_| author.id),
                copy_count: 0,
                created_at,
                example_since: None,
                recent_at: published_at.unwrap_or(created_at),
                revision: 1,
                sort_key: i18n::sort_key(&title),
                title,
                title_language,
                description,
                description_language,
                lessons_language: lessons.as_ref().map(|_| row.lessons_language.unwrap_or(row.language)),
                lessons,
                status: word("status", &row.status, ActionStatus::from_text(&status))?,
                themes,
                starts: row.starts.as_deref().map(day).transpose()?,
                ends: row.ends.as_deref().map(day).transpose()?,
                cost_amount: row.cost.as_ref().map(|cost| cost.amount),
                cost_currency: match &row.cost {
                    Some(cost) => Some(word("currency", &cost.currency, Currency::from_text(&cost.currency))?),
                    None => None,
                },
                effect_tonnes_co2e: row.effect,
                contact_id: row
                    .contact
                    .as_deref()
                    .map(|email| self.person(email))
                    .transpose()?
                    .map(|person| person.id),
                author_id: Some(author.id),
                at: published_at.unwrap_or(created_at),
                near: actions::Near::default(),
            };
            actions::store::insert_action(&mut self.tx, &editor, &action, action.at).await?;
            actions::store::insert_revision(&mut self.tx, &editor, &action).await?;
            if let Some(at) = published_at {
                actions::store::set_learned(&mut self.tx, &editor, action.id, action.revision, None, at).await?;
            }
            for target in &row.targets {
                let key = (programme.id.0, target.clone());
                let id = *self.targets.get(&key).ok_or_else(|| missing("target", target))?;
                actions::store::insert_target(&mut self.tx, &editor, action.id, id).await?;
            }
            if let Some(origin) = &origin {
                actions::store::count_copy(&mut self.tx, origin.id, 1).await?;
            }
            self.actions.insert(row.key, action);
        }
        Ok(())
    }
}
