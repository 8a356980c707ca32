//! Sends invitations. What is due stands in the database, so nothing is lost when a mail server is away or a node
//! dies; a mail that could not be sent is tried again, ever more seldom, for about two days.

use std::{sync::Arc, time::Duration};

use super::{Invitation, network, store};
use crate::{
    app::App,
    error::Result,
    mail::{self, Letter},
    people::{self, organisations, sign_in},
};

/// How often to look for what is due although nobody has said that something is.
const ROUND: Duration = Duration::from_secs(60);

/// Runs until the server stops.
pub async fn work(app: Arc<App>) {
    loop {
        if let Err(error) = round(&app).await {
            tracing::warn!(%error, "invitations could not be sent this time");
        }
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.post_office.notified() => {}
            () = app.clock.sleep(ROUND) => {}
        }
    }
}

async fn round(app: &Arc<App>) -> Result<()> {
    loop {
        let mut sent = false;
        for invitation in store::due_invitations(&app.db, app.clock.now()).await? {
            if app.stopping.is_cancelled() {
                return Ok(());
            }
            sent |= send(app, &invitation).await?;
        }
        // Nothing due, or all of it in another node's hands.
        if !sent {
            return Ok(());
        }
    }
}

/// Sends one that is due; false when another node does.
async fn send(app: &App, invitation: &Invitation) -> Result<bool> {
    let now = app.clock.now();
    // After the last attempt a coordinator has to remind by hand.
    let last = invitation.mail_attempts + 1 >= mail::MOST_ATTEMPTS;
    let retry_at = now.plus(if last {
        Duration::from_secs(u64::from(u32::MAX))
    } else {
        mail::retry_after(invitation.mail_attempts)
    });
    let mut tx = app.db.begin().await?;
    if !store::claim_invitation(&mut tx, invitation, retry_at).await? {
        return Ok(false);
    }
    app.commit(tx).await?;
    match mail::send(app, &letter(app, invitation).await?).await {
        Ok(()) => {
            let mut tx = app.db.begin().await?;
            store::mailed_invitation(&mut tx, invitation.id, app.clock.now()).await?;
            app.commit(tx).await?;
        }
        Err(error) => {
            tracing::warn!(%error, attempt = invitation.mail_attempts + 1, "an invitation could not be mailed");
        }
    }
    Ok(true)
}

async fn letter(app: &App, invitation: &Invitation) -> Result<Letter> {
    let network = network(&app.db, invitation.network_id)
        .await?
        .ok_or_else(crate::error::Error::not_found)?;
    let inviter = match invitation.invited_by {
        Some(id) => people::person(&app.db, id).await?,
        None => None,
    };
    let (name, organisation) = match inviter {
        Some(person) => {
            let organisation = organisations::organisation(app, person.organisation_id)
                .await?
                .name
                .clone();
            (person.name, organisation)
        }
        None => (network.name.clone(), network.name.clone()),
    };
    let url = sign_in::invitation_link(app, invitation.id.0, &invitation.email).await?;
    Ok(Letter::new(
        invitation.language,
        &invitation.email,
        invitation.name.as_deref().unwrap_or_default(),
        if invitation.mailed_at.is_some() {
            "reminder"
        } else {
            "invitation"
        },
    )
    .with("network", network.name)
    .with("inviter", name)
    .with("organisation", organisation)
    .with("days", sign_in::INVITATION_LIFE.as_secs() / (24 * 60 * 60))
    .with("url", url))
}
