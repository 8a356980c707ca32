//! Mails the forms of rounds, and reminds. What is due stands in the database, so nothing is lost when a mail server is away
//! or a node dies. Each mail gets a link of its own, whose secret stands nowhere but in it.

use std::{sync::Arc, time::Duration};

use super::{Form, Round, RoundKind, hash, new_token, store};
use crate::{
    app::App,
    error::Result,
    i18n,
    mail::{self, Letter},
    people::{self, organisations},
    programmes,
};

/// How often to look for what is due although nobody has said that something is.
const ROUND: Duration = Duration::from_secs(60);

/// Runs until the server stops.
pub async fn work(app: Arc<App>) {
    loop {
        if let Err(error) = round(&app).await {
            tracing::warn!(%error, "follow-up forms could not be mailed this time");
        }
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.follow_ups.notified() => {}
            () = app.clock.sleep(ROUND) => {}
        }
    }
}

async fn round(app: &Arc<App>) -> Result<()> {
    if store::anybody_to_remind(&app.db, app.clock.now()).await? {
        let mut tx = app.db.begin().await?;
        store::remind_due(&mut tx, app.clock.now()).await?;
        app.commit(tx).await?;
    }
    loop {
        let mut sent = false;
        for form in store::due_forms(&app.db, app.clock.now()).await? {
            if app.stopping.is_cancelled() {
                return Ok(());
            }
            sent |= send(app, &form).await?;
        }
        // Nothing due, or all of it in another node's hands.
        if !sent {
            return Ok(());
        }
    }
}

/// Sends one that is due; false when another node does.
async fn send(app: &App, form: &Form) -> Result<bool> {
    let now = app.clock.now();
    let attempt = u32::try_from(form.mail_attempts).unwrap_or_default();
    let retry_at = now.plus(mail::retry_after(form.mail_attempts));
    let token = new_token(app);
    let mut tx = app.db.begin().await?;
    if !store::claim_form(&mut tx, form, retry_at).await? {
        return Ok(false);
    }
    store::insert_token(&mut tx, hash(&token), form.id, now).await?;
    app.commit(tx).await?;
    let reminder = form.mailed_at.is_some();
    // Who has answered meanwhile need not be reminded.
    let outcome = match reminder && form.is_answered() {
        true => Ok(()),
        false => match letter(app, form, reminder, &token).await? {
            Some(letter) => mail::send(app, &letter).await,
            None => Ok(()),
        },
    };
    let mut tx = app.db.begin().await?;
    match outcome {
        Ok(()) => store::mailed_form(&mut tx, form, reminder, app.clock.now()).await?,
        Err(error) => {
            tracing::warn!(%error, attempt = attempt + 1, "a follow-up form could not be mailed");
            if form.mail_attempts + 1 >= mail::MOST_ATTEMPTS {
                store::failed_form(&mut tx, form.id).await?;
            }
        }
    }
    app.commit(tx).await?;
    Ok(true)
}

/// None when the round is gone.
async fn letter(app: &App, form: &Form, reminder: bool, token: &str) -> Result<Option<Letter>> {
    let Some(round) = store::rounds_by_id(&app.db, &[form.round_id]).await?.into_iter().next() else {
        return Ok(None);
    };
    let Some(programme) = programmes::programme(&app.db, round.programme_id).await? else {
        return Ok(None);
    };
    let organisation = organisations::organisation(app, round.organisation_id).await?;
    let asker = match store::opened_by(&app.db, round.id).await? {
        Some(id) => people::person(&app.db, id).await?.map(|person| person.name),
        None => None,
    };
    let (kind, left) = match reminder {
        true => ("follow-up-reminder", form.asked - form.answered),
        false => ("follow-up", form.asked),
    };
    let url = format!("{}/follow-up#{token}", app.config.origin());
    let letter = Letter::new(form.language, &form.email, &form.name, kind)
        .with("round", round.name.clone())
        .with("review", u64::from(round.kind == RoundKind::Review))
        .with("programme", programme.name)
        .with("organisation", organisation.name.clone())
        .with("name", form.name.clone())
        .with("asker", asker.unwrap_or_else(|| organisation.name.clone()))
        .with("count", u64::try_from(left).unwrap_or_default())
        .with("due", i18n::day(form.language, round.due))
        .with("message", message(&round))
        .with("url", url);
    Ok(Some(letter.called(format!(
        "{}.{}",
        form.id.0,
        form.reminders + form.mail_attempts
    ))))
}

fn message(round: &Round) -> String {
    match &round.message {
        Some(message) => format!("{message}\n\n"),
        None => String::new(),
    }
}
