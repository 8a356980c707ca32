//! Deleting a programme that was made by mistake. One that has been followed up is a record, which the law has a municipality
//! keep, and an action that is published or copied is others' too: a programme with either stays, until its people have
//! deleted such actions one by one, where they see what becomes of the copies. The inventory is the organisation's own.

use uuid::Uuid;

use super::{Programme, indicators, store};
use crate::{
    actions,
    app::App,
    error::{Error, Result},
    followup,
    graphql::Id,
    imports,
    people::Me,
};

/// Deletes a programme with its parts, their history, indicators, drafts of actions with their files, and what was sent in
/// for it and not taken over; gives the organisation whose it was.
///
/// # Errors
/// `INVALID` on `id` when it has to stay, with the reason; `NOT_FOUND`, `FORBIDDEN`.
pub async fn delete(app: &App, me: &Me, id: Id<Programme>) -> Result<Uuid> {
    let missing = || Error::not_found().on("id");
    let programme = super::programme(&app.db, id).await?.ok_or_else(missing)?;
    let editor = me.editor(programme.organisation_id)?;
    let mut tx = app.db.begin().await?;
    if !store::hold_programme(&mut tx, &editor, id).await? {
        return Err(missing());
    }
    if followup::is_followed_up(&mut tx, id).await? {
        return Err(Error::invalid("id", "error-programme-followed-up"));
    }
    actions::editing::delete_drafts(app, &mut tx, &editor, id).await?;
    imports::forget_of(&mut tx, &editor, id).await?;
    indicators::delete_of_programme(&mut tx, &editor, id).await?;
    store::delete_programme(&mut tx, &editor, id).await?;
    app.commit(tx).await?;
    app.files.ring();
    Ok(programme.organisation_id)
}
