//! What joins a programme while a round is open is asked about in it too, and questions follow whoever is responsible.

use uuid::Uuid;

use super::{ITEMS, Item, Responsible, Round, new_form, new_item, questions, remind_at, store};
use crate::{app::App, db::Tx, error::Result, graphql::Id, people::Editor, programmes::Programme};

/// Asks about what has joined a programme, or is no idea any more, in the rounds that are open: of whoever is responsible
/// for it, else of the strategist. In the transaction that it joins in; the mails go with the next round of the post.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn join(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    programme: Id<Programme>,
    subjects: &[Uuid],
) -> Result<()> {
    for round in store::open_rounds(&mut *tx, programme).await? {
        if !store::hold_round(tx, round.id).await? || add(app, tx, editor, &round, subjects).await?.is_empty() {
            continue;
        }
        let mut rows = store::responsible_of_programme(&mut *tx, programme).await?;
        rows.retain(|row| subjects.contains(&row.subject_id));
        rows.sort_by(|a, b| a.email.cmp(&b.email));
        for theirs in rows.chunk_by(|a, b| a.email == b.email) {
            hand_over(app, tx, editor, &round, theirs).await?;
        }
    }
    Ok(())
}

/// The questions about these that a round, which is held, has not asked yet, and would if it were opened now.
pub(super) async fn add(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    round: &Round,
    subjects: &[Uuid],
) -> Result<Vec<Item>> {
    let known = store::items_of_round(&mut *tx, round.id).await?;
    let is_new = |id: &Uuid| subjects.contains(id) && !known.iter().any(|item| item.subject_id == *id);
    if !subjects.iter().any(is_new) {
        return Ok(Vec::new());
    }
    let asked = questions(&mut *tx, round).await?;
    let asked = asked.into_iter().filter(|entry| is_new(&entry.subject_id));
    let items: Vec<_> = (known.len()..ITEMS)
        .zip(asked)
        .map(|(position, entry)| new_item(app, round, position.try_into().unwrap_or(i64::MAX), entry, None))
        .collect();
    if !items.is_empty() {
        store::insert_items(tx, editor, &items).await?;
    }
    Ok(items)
}

/// Gives questions of a round, which is held, to the one who is responsible now; who had answered everything gets a mail.
pub(super) async fn hand_over(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    round: &Round,
    rows: &[Responsible],
) -> Result<()> {
    let mut items = store::items_of_round(&mut *tx, round.id).await?;
    items.retain(|item| rows.iter().any(|row| row.subject_id == item.subject_id));
    let Some(by) = rows.first().filter(|_| !items.is_empty()) else {
        return Ok(());
    };
    let form = match store::form_by_email(&mut *tx, round.id, &by.email).await? {
        Some(form) => {
            let more = items
                .iter()
                .any(|item| item.form_id != Some(form.id) && item.answered_at.is_none());
            if more && form.is_answered() && form.mail_due_at.is_none() {
                store::mail_again(tx, editor, &[form.id], app.clock.now()).await?;
            }
            form.id
        }
        None => {
            let form = new_form(app, round, by, true);
            store::insert_form(tx, editor, &form, remind_at(app, round)).await?;
            form.id
        }
    };
    let items: Vec<_> = items.iter().map(|item| item.id).collect();
    store::move_items(tx, editor, &items, Some(form)).await?;
    store::delete_empty_forms(tx, editor, round.id).await?;
    Ok(())
}
