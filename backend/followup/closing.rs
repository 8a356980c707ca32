//! Closing a round: what it found is frozen, and may become the targets' own status.

use super::{Round, SubjectKind, own_round, state, still_open, store};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    people::Me,
    programmes::{
        self, TargetStatus,
        editing::{Assessed, set_assessment},
        indicators,
    },
};

/// Closes a round for good. Its links still show what was answered, and take no more. With `take_statuses` what was
/// answered about targets becomes their status, in the name of whoever answered; where it is what is measured, the numbers
/// speak for themselves.
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
    let measured = indicators::measured(&app.db, &targets).await?;
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
        let item = items
            .iter()
            .find(|item| item.subject_id == target.id.0 && item.answered_at.is_some());
        let Some((item, status)) = item.and_then(|item| Some((item, item.target_status()?))) else {
            continue;
        };
        // An answer that says what is measured leaves it to the numbers, which go on from here.
        let status = match measured.get(&target.id) {
            Some(measured) if *measured == status => TargetStatus::NotAssessed,
            _ => status,
        };
        if status == TargetStatus::NotAssessed && target.said == TargetStatus::NotAssessed {
            continue;
        }
        let said = Assessed {
            status,
            reason: item.comment.clone(),
            by: item.answered_person_id,
            name: item.answered_by.clone().filter(|_| item.answered_person_id.is_none()),
        };
        set_assessment(app, &mut tx, &editor, round.programme_id, &mut target, said).await?;
    }
    app.commit(tx).await?;
    round.closed_at = Some(now);
    Ok(round)
}
