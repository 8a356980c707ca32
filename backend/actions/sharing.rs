//! How others come to see an action, and to have one like it.

use super::{
    Action, Sight, Visibility,
    editing::{blank, conflict, own_programme},
    example, own_action, store,
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    files,
    graphql::Id,
    people::Me,
    programmes::Programme,
    text,
};

/// Longest word about what is new, in characters.
const LEARNED: usize = 500;

/// Shows the newest revision to others. `learned` says in one sentence what is new, for those who copied.
///
/// # Errors
/// `CONFLICT` when `revision` is no longer the newest.
pub async fn publish(
    app: &App,
    me: &Me,
    id: Id<Action>,
    revision: i64,
    visibility: Visibility,
    learned: Option<String>,
    as_example: Option<bool>,
) -> Result<Action> {
    let (mut action, editor) = own_action(app, me, id).await?;
    if action.revision != revision {
        return Err(conflict(action.revision));
    }
    let learned = match learned {
        Some(learned) => text::line("learned", &learned, LEARNED)?,
        None => None,
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::set_published(&mut tx, &editor, id, revision, visibility, now).await? {
        let newest = store::newest_revision(&mut tx, id)
            .await?
            .ok_or_else(|| Error::not_found().on("id"))?;
        return Err(conflict(newest));
    }
    store::set_learned(&mut tx, &editor, id, revision, learned.as_deref(), now).await?;
    if let Some(as_example) = as_example {
        example::set(&mut tx, &editor, id, as_example, now).await?;
        action.example_since = as_example.then_some(action.example_since.unwrap_or(now));
    }
    files::publish(&mut tx, &editor, id, now).await?;
    app.commit(tx).await?;
    action.published_revision = Some(revision);
    action.visibility = visibility;
    action.recent_at = now;
    action.at = now;
    Ok(action)
}

/// Copies what the viewer sees of an action into a programme of theirs. Title, description and themes come along, each
/// text in its language, and what [`example::bring`] says; status, dates, money, people and what the origin learned stay behind.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `ALREADY_COPIED` when the programme holds a copy and `even_if_copied` is not set.
pub async fn copy(
    app: &App,
    me: &Me,
    id: Id<Action>,
    programme_id: Id<Programme>,
    even_if_copied: bool,
) -> Result<Action> {
    let missing = || Error::not_found().on("actionId");
    let origin = store::actions(&app.db, Sight::mine(me), &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    let (programme, editor) = own_programme(app, me, programme_id).await?;
    let now = app.clock.now();
    let origin_revision = origin.revision;
    let copy = Action {
        origin_id: Some(origin.id),
        origin_revision: Some(origin_revision),
        copied_at: Some(now),
        copied_by: Some(me.id),
        title: origin.title,
        title_language: origin.title_language,
        description: origin.description,
        description_language: origin.description_language,
        themes: origin.themes,
        sort_key: origin.sort_key,
        ..blank(app, &programme, &editor, me.language)
    };
    let mut tx = app.db.begin().await?;
    // Counting first takes the origin's row, so that two who copy at once into one programme take turns.
    if !store::count_copy(&mut tx, id, 1).await? {
        return Err(missing());
    }
    if !even_if_copied && let Some(existing) = store::copy_in_programme(&mut tx, id, programme_id).await? {
        return Err(Error::new(ErrorCode::AlreadyCopied)
            .on("actionId")
            .with("actionId", existing.to_string()));
    }
    store::insert_action(&mut tx, &editor, &copy, now).await?;
    store::insert_revision(&mut tx, &editor, &copy).await?;
    example::bring(&mut tx, &editor, (id, origin_revision), (copy.id, copy.revision)).await?;
    app.commit(tx).await?;
    Ok(copy)
}
