//! What origins have published since they were copied.

use serde::Deserialize;

use super::{Demo, missing};
use crate::{actions, error::Result, people::Editor};

#[derive(Deserialize)]
pub(super) struct News {
    news: Vec<NewsRow>,
}

#[derive(Deserialize)]
struct NewsRow {
    action: String,
    author: String,
    days_ago: u64,
    learned: String,
    change: Vec<ChangeRow>,
}

#[derive(Deserialize)]
struct ChangeRow {
    field: String,
    was: Option<String>,
    now: String,
}

impl Demo<'_> {
    pub(super) async fn news(&mut self, rows: News) -> Result<()> {
        for row in rows.news {
            let before = self
                .actions
                .get(&row.action)
                .cloned()
                .ok_or_else(|| missing("action", &row.action))?;
            let author = self.person(&row.author)?;
            let editor = Editor::for_demo(&author);
            let at = self.days_ago(row.days_ago);
            let mut action = before.clone();
            for change in &row.change {
                match change.field.as_str() {
                    "description" => action.description = changed(&action.description, change)?,
                    "lessons" => {
                        let lessons = changed(action.lessons.as_deref().unwrap_or_default(), change)?;
                        action.lessons = Some(lessons);
                        action.lessons_language = action.lessons_language.or(Some(action.description_language));
                    }
                    other => return Err(missing("text", other)),
                }
            }
            action.revision += 1;
            (action.author_id, action.at, action.recent_at) = (Some(author.id), at, at);
            action.published_revision = Some(action.revision);
            let (id, from, to) = (action.id, before.revision, action.revision);
            let tx = &mut self.tx;
            actions::store::set_revision(tx, &editor, id, from, to, at).await?;
            actions::store::insert_revision(tx, &editor, &action).await?;
            actions::example::carry(tx, &editor, id, from, to).await?;
            actions::store::set_published(tx, &editor, id, to, action.visibility, at).await?;
            actions::store::set_learned(tx, &editor, id, to, Some(&row.learned), at).await?;
            self.actions.insert(row.action, action);
        }
        Ok(())
    }
}

fn changed(text: &str, change: &ChangeRow) -> Result<String> {
    match &change.was {
        None => Ok(format!("{text}\n\n{}", change.now).trim().to_owned()),
        Some(was) if text.contains(was.as_str()) => Ok(text.replace(was.as_str(), &change.now)),
        Some(was) => Err(missing("words", was)),
    }
}
