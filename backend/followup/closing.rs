//! Closing a round: what it found is frozen, and may become the targets' own status.

use super::{Round, SubjectKind, own_round, state, still_open, store};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    people::Me,
    programmes::{self, TargetStatus, editing::set_assessment},
};

/// Closes a round for good. Its links still show what was answered, and take no more. With `take_statuses` what was
/// answered about targets becomes their status.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT` when it is closed already.
pub async fn close(app: &App, me: &Me, id: Id<Round>, take_statuses: bool) -> Result<Round> {
    let (mut round, editor) = own_round(app, me, "roundId", id).await?;
    still_open(&round)?;
    // As the programme stands now. The answers are read again once nobody can change them any more.
    let live = state::live(&app.db, round.programme_id).await?;
    let forms = store::forms_of_rounds(&app.db, &[round.id]).await?;
    let targets: Vec<_> = live
        .iter()
        .filter(|entry| take_statuses && entry.kind == SubjectKind::Target)
        .map(|entry| Id::of(entry.subject_id))
        .collect();
    let targets = programmes::targets(&app.db, &targets).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::close_round(&mut tx, &editor, round.id, now).await? {
        return Err(Error::new(ErrorCode::Conflict).saying("error-round-closed"));
    }
    let items = store::items_of_round(&mut tx, round.id).await?;
    let entries = state::joined(live, &items, &forms);
    store::insert_snapshot(&mut tx, &editor, round.id, state::body(&entries)?).await?;
    for mut target in targets {
        let answer = entries.iter().find(|entry| entry.subject_id == target.id.0);
        let Some(answer) = answer.and_then(|entry| entry.answer.as_ref()) else {
            continue;
        };
        let status = answer
            .status
            .as_ref()
            .and_then(|status| TargetStatus::from_text(&status.to_lowercase()));
        if let Some(status) = status {
            // The round's name stands for a reason where none was given: both stay to be seen beside what is measured.
            let reason = answer.comment.clone().unwrap_or_else(|| round.name.clone());
            set_assessment(
                app,
                &mut tx,
                &editor,
                round.programme_id,
                &mut target,
                status,
                Some(reason),
            )
            .await?;
        }
    }
    app.commit(tx).await?;
    round.closed_at = Some(now);
    Ok(round)
}
