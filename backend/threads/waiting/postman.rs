//! Mails people what waits for them and they have not come to read. What is to be sent stands in the database, so nothing
//! is lost when a mail server is away or a node dies; what has been read, or removed, or belongs to a network that the
//! person has left, stands there no more.
//!
//! The mails of one person are claimed together and by one node. A node that dies between the mail server's answer and
//! noting it would make the next one send the same mail again: that has the same `Message-ID`, by which mail systems know
//! it for the same.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;

use super::{PATIENCE, WaitingKind, mail_at, store, token, zone};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::Id,
    i18n::{self, Language},
    mail::{self, Letter},
    people::{self, NoticeFrequency, Person, organisations},
    threads::{Message, Thread},
};

/// How often to look for what is due, at least: what is not known yet is never due sooner than [`PATIENCE`] says.
const ROUND: Duration = Duration::from_secs(60);
const SECOND: Duration = Duration::from_secs(1);
/// Of each message, in characters: enough to know whether it can wait.
const EXCERPT: usize = 200;
/// Messages shown of one thread.
const SHOWN: usize = 10;

/// Runs until the server stops.
pub async fn work(app: Arc<App>) {
    loop {
        let pause = round(&app).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "what waits could not be mailed this time");
            ROUND
        });
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.clock.sleep(pause) => {}
        }
    }
}

/// Sends what is due, and says how long nothing will be.
async fn round(app: &App) -> Result<Duration> {
    loop {
        let mut sent = false;
        for due in store::due(&app.db, app.clock.now()).await? {
            if app.stopping.is_cancelled() {
                return Ok(ROUND);
            }
            match serve(app, &due).await {
                Ok(done) => sent |= done,
                Err(error) => tracing::warn!(%error, "what waits for somebody could not be mailed"),
            }
        }
        // Nothing due, or all of it in another node's hands.
        if !sent {
            break;
        }
    }
    let next = store::next_due(&app.db).await?;
    Ok(next.map_or(ROUND, |at| at.since(app.clock.now())).clamp(SECOND, ROUND))
}

/// Sends a person what is due to them; false when another node does.
async fn serve(app: &App, due: &store::Due) -> Result<bool> {
    let now = app.clock.now();
    let retry_at = now.plus(mail::retry_after(due.attempts));
    let mut tx = app.db.begin().await?;
    if !store::claim(&mut tx, due.person_id, now, retry_at).await? {
        return Ok(false);
    }
    app.commit(tx).await?;
    let Some(person) = people::person(&app.db, due.person_id).await? else {
        return Ok(true);
    };
    let threads = store::claimed(&app.db, person.id, retry_at).await?;
    let waiting = store::untold(&app.db, person.id, &threads).await?;
    let of = |thread: &Id<Thread>| -> Vec<store::Untold> {
        let those = waiting.iter().filter(|item| item.thread_id == *thread);
        those.cloned().collect()
    };
    // Each mail is of these threads; threads with nothing left to tell make none.
    let mails: Vec<Vec<Id<Thread>>> = match person.notices {
        NoticeFrequency::Daily => vec![threads],
        _ => threads.into_iter().map(|thread| vec![thread]).collect(),
    };
    for threads in mails {
        let parts: Vec<_> = threads.iter().map(&of).filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() && person.notices != NoticeFrequency::Never {
            let sent = mail::send(app, &letter(app, &person, &parts).await?).await;
            if let Err(error) = sent {
                tracing::warn!(%error, attempt = due.attempts + 1, "what waits for somebody could not be mailed");
                if due.attempts + 1 < mail::MOST_ATTEMPTS {
                    continue;
                }
            }
        }
        let told: Vec<_> = parts.iter().flatten().map(|item| item.message_id).collect();
        settle(app, &person, &threads, &told).await?;
    }
    Ok(true)
}

async fn settle(app: &App, person: &Person, threads: &[Id<Thread>], told: &[Id<Message>]) -> Result<()> {
    let now = app.clock.now();
    let due = |oldest: Moment| match person.notices {
        NoticeFrequency::AtOnce => Some(oldest.plus(PATIENCE)),
        other => mail_at(now, other),
    };
    let mut tx = app.db.begin().await?;
    store::mark_told(&mut tx, person.id, told).await?;
    for thread in threads {
        store::settle(&mut tx, person.id, *thread, due).await?;
    }
    app.commit(tx).await
}

/// One mail of one or several threads, each with something in it.
async fn letter(app: &App, person: &Person, parts: &[Vec<store::Untold>]) -> Result<Letter> {
    let all = || parts.iter().flatten();
    let (Some(first), Some(last)) = (all().next(), all().last()) else {
        return Err(Error::internal("a mail is about something"));
    };
    let language = person.language;
    let origin = app.config.origin();
    let off = format!("{origin}/notices/off?token={}", token(app, person.id).await?);
    let mut sections = Vec::new();
    for part in parts {
        sections.push(section(app, language, part, parts.len() > 1).await?);
    }
    let count = all().count();
    let kind = match (count, person.notices) {
        (_, NoticeFrequency::Daily) => "daily",
        (1, _) => match first.kind {
            WaitingKind::Mentioned => "mentioned",
            WaitingKind::Answered => "answered",
            WaitingKind::AboutMyAction => "action",
            WaitingKind::MunicipalityMentioned => "organisation",
            WaitingKind::EverybodyMentioned => "everybody",
        },
        _ => "several",
    };
    let letter = Letter::new(language, &person.email, &person.name, "waiting")
        .with("kind", kind.to_owned())
        .with("count", u64::try_from(count).unwrap_or(u64::MAX))
        .with("name", person.name.clone())
        .with("author", author(language, first))
        .with("thread", first.subject.clone())
        .with("network", first.network.clone())
        .with("items", sections.join("\n\n"))
        .with("settings", format!("{origin}/me"))
        .with("off", off.clone());
    let id = format!("{}.{}.{count}.{}", first.message_id.0, last.message_id.0, person.id.0);
    Ok(letter.to_be_turned_off_at(off).called(id))
}

/// What waits in one thread, and where.
async fn section(app: &App, language: Language, part: &[store::Untold], titled: bool) -> Result<String> {
    let Some(first) = part.first() else {
        return Ok(String::new());
    };
    let mut lines = Vec::new();
    if titled {
        lines.push(format!("{} · {}", first.subject, first.network));
    }
    for item in part.iter().take(SHOWN) {
        let organisation = match item.organisation_id {
            Some(id) => organisations::organisation(app, id).await?.name.clone(),
            None => String::new(),
        };
        let args = [
            ("author", author(language, item).into()),
            ("organisation", organisation.into()),
            ("moment", moment(language, item.at).into()),
            ("text", excerpt(&item.body).into()),
        ];
        lines.push(i18n::text(language, "mail-waiting-item", &args));
    }
    if part.len() > SHOWN {
        let more = [("count", (part.len() - SHOWN).into())];
        lines.push(i18n::text(language, "mail-waiting-more", &more));
    }
    lines.push(format!(
        "{}/threads/{}#{}",
        app.config.origin(),
        first.thread_id,
        first.seq
    ));
    Ok(lines.join("\n\n"))
}

fn author(language: Language, item: &store::Untold) -> String {
    match &item.author {
        Some(name) => name.clone(),
        None => i18n::text(language, "mail-somebody", &[]),
    }
}

fn moment(language: Language, at: Moment) -> String {
    let at = Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone());
    let args = [
        ("day", at.day().into()),
        ("month", at.month().into()),
        ("hour", format!("{:02}", at.hour()).into()),
        ("minute", format!("{:02}", at.minute()).into()),
    ];
    i18n::text(language, "mail-moment", &args)
}

/// The beginning of a text, in one line, whole words.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(EXCERPT) else {
        return line;
    };
    let cut = &line[..end];
    let whole = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
    format!("{} …", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_line_of_whole_words() {
        assert_eq!(excerpt("  Hej\n\nalla  "), "Hej alla");
        let long = excerpt(&"vinterväghållning ".repeat(20));
        assert!(long.ends_with("vinterväghållning …"), "{long}");
        assert!(long.chars().count() <= EXCERPT + 2);
        assert_eq!(excerpt(&"å".repeat(300)).chars().count(), EXCERPT + 2);
    }

    #[test]
    fn a_moment_is_told_as_its_reader_tells_it() {
        let at = Moment(1_795_334_400_000);
        assert_eq!(moment(Language::Sv, at), "22 november kl. 09.00");
        assert_eq!(moment(Language::Nn, at), "22. november kl. 09.00");
        assert_eq!(moment(Language::Nb, at), "22. november kl. 09.00");
        assert_eq!(moment(Language::En, at), "22 November at 09:00");
    }
}
