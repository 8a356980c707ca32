//! Mails people what waits for them and they have not come to read. What is to be sent stands in the database, so nothing
//! is lost when a mail server is away or a node dies; what has been read, or removed, or belongs to a network that the
//! person has left, stands there no more.
//!
//! Each mail is claimed by one node, for longer than sending can take. A node that dies between the mail server's answer
//! and noting it would make another send the same mail again: that has the same `Message-ID`, by which mail systems know
//! it for the same.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use uuid::Uuid;

use super::{PATIENCE, WaitingKind, mail_at, store, token, zone};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::Id,
    i18n::{self, Language},
    mail::{self, Letter},
    people::{self, NoticeFrequency, Person, organisations},
    threads::markdown,
};

/// How often to look for what is due, at least: what is not known yet is never due sooner than [`PATIENCE`] says.
const ROUND: Duration = Duration::from_secs(60);
/// Who has claimed a mail has this long to send it, half of it for talking to the mail server.
const LEASE: Duration = Duration::from_secs(10 * 60);
const SECOND: Duration = Duration::from_secs(1);
/// Of each message, in characters: enough to know whether it can wait.
const EXCERPT: usize = 200;
/// Messages shown of one thread.
const SHOWN: usize = 10;

/// Runs until the server stops.
pub async fn work(app: Arc<App>) {
    loop {
        let begun = app.clock.now();
        let next = round(&app).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "what waits could not be mailed this time");
            None
        });
        let next = next.unwrap_or(begun.plus(ROUND));
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.clock.sleep_until(next.max(begun.plus(SECOND)).min(begun.plus(ROUND))) => {}
        }
    }
}

/// Sends what is due, and says when the next will be.
async fn round(app: &App) -> Result<Option<Moment>> {
    loop {
        let mut sent = false;
        for person in store::due(&app.db, app.clock.now()).await? {
            if app.stopping.is_cancelled() {
                return Ok(None);
            }
            match serve(app, person).await {
                Ok(done) => sent |= done,
                Err(error) => tracing::warn!(%error, "what waits for somebody could not be mailed"),
            }
        }
        // Nothing due, or all of it in another node's hands.
        if !sent {
            return Ok(store::next_due(&app.db).await?);
        }
    }
}

/// Sends a person what is due to them; false when another node does.
async fn serve(app: &App, person: Id<Person>) -> Result<bool> {
    let Some(person) = people::person(&app.db, person).await? else {
        return Ok(false);
    };
    let due = store::due_about(&app.db, person.id, app.clock.now()).await?;
    // One mail a day for all of it, or one for each thread and request.
    let mails: Vec<_> = match person.notices {
        NoticeFrequency::Daily => vec![&due[..]],
        NoticeFrequency::AtOnce | NoticeFrequency::Never => due.chunks(1).collect(),
    };
    let mut sent = false;
    for about in mails {
        sent |= send(app, &person, about).await?;
    }
    Ok(sent)
}

/// A message, or an answer to a request, to tell somebody of.
struct News {
    id: Uuid,
    /// Its thread, or the request.
    about: Uuid,
    /// None for an answer to a request.
    kind: Option<WaitingKind>,
    subject: String,
    network: String,
    author: Option<String>,
    organisation_id: Option<Uuid>,
    at: Moment,
    text: String,
    /// Where it is to be read, under our address.
    path: String,
}

impl News {
    fn of_message(item: store::Untold) -> Self {
        Self {
            id: item.message_id.0,
            about: item.thread_id.0,
            kind: Some(item.kind),
            subject: item.subject,
            network: item.network,
            author: item.author,
            organisation_id: item.organisation_id,
            at: item.at,
            text: excerpt(&markdown::plain(&item.body)),
            path: format!("/threads/{}#{}", item.thread_id, item.seq),
        }
    }

    fn of_answer(item: store::UntoldAnswer, language: Language) -> Self {
        let points_at = [("action", item.action), ("person", item.knows)];
        let points_at = points_at.into_iter().filter_map(|(kind, name)| {
            let args = [("kind", kind.into()), ("name", name?.into())];
            Some(i18n::text(language, "mail-answer", &args))
        });
        let text: Vec<_> = item
            .words
            .as_deref()
            .map(excerpt)
            .into_iter()
            .chain(points_at)
            .collect();
        Self {
            id: item.answer_id.0,
            about: item.request_id.0,
            kind: None,
            subject: item.subject,
            network: item.network,
            author: item.author,
            organisation_id: item.organisation_id,
            at: item.at,
            text: text.join("\n"),
            path: format!("/requests/{}", item.request_id),
        }
    }

    /// All that waits for somebody in these threads and requests.
    async fn all(app: &App, person: &Person, about: &[Uuid]) -> Result<Vec<Self>> {
        if person.notices == NoticeFrequency::Never {
            return Ok(Vec::new());
        }
        let messages = store::untold(&app.db, person.id, about).await?;
        let answers = store::untold_answers(&app.db, person.id, about).await?;
        let messages = messages.into_iter().map(Self::of_message);
        let answers = answers.into_iter().map(|item| Self::of_answer(item, person.language));
        Ok(messages.chain(answers).collect())
    }
}

/// Sends one mail of what waits in these threads and requests; false when another node does.
async fn send(app: &App, person: &Person, about: &[Uuid]) -> Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let claimed = store::claim(&mut tx, person.id, about, now, now.plus(LEASE)).await?;
    app.commit(tx).await?;
    let about: Vec<_> = claimed.iter().map(|claim| claim.about_id).collect();
    let Some(attempts) = claimed.iter().map(|claim| claim.attempts).max() else {
        return Ok(false);
    };
    let news = News::all(app, person, &about).await?;
    if let ([first, ..], Some(last)) = (&news[..], news.last()) {
        let letter = letter(app, person, &news, first, last).await?;
        let sent = match app.clock.within(LEASE / 2, mail::send(app, &letter)).await {
            Some(sent) => sent,
            None => Err(Error::internal("the mail server takes too long")),
        };
        if let Err(error) = sent {
            tracing::warn!(%error, attempts, "what waits for somebody could not be mailed");
            if attempts < mail::MOST_ATTEMPTS {
                let again = app.clock.now().plus(mail::retry_after(attempts - 1));
                let mut tx = app.db.begin().await?;
                store::retry(&mut tx, person.id, &about, again).await?;
                app.commit(tx).await?;
                return Ok(true);
            }
        }
    }
    settle(app, person, &about, &news).await?;
    Ok(true)
}

async fn settle(app: &App, person: &Person, about: &[Uuid], told: &[News]) -> Result<()> {
    let now = app.clock.now();
    let due = |oldest: Moment| match person.notices {
        NoticeFrequency::AtOnce => Some(oldest.plus(PATIENCE)),
        other => mail_at(now, other),
    };
    let told: Vec<_> = told.iter().map(|item| item.id).collect();
    let mut tx = app.db.begin().await?;
    store::mark_told(&mut tx, person.id, &told).await?;
    for about in about {
        store::settle(&mut tx, person.id, *about, due).await?;
    }
    app.commit(tx).await
}

/// One mail of what waits in one or several threads and requests.
async fn letter(app: &App, person: &Person, news: &[News], first: &News, last: &News) -> Result<Letter> {
    let language = person.language;
    let mut parts: Vec<Vec<&News>> = Vec::new();
    for item in news {
        match parts.iter_mut().find(|part| part[0].about == item.about) {
            Some(part) => part.push(item),
            None => parts.push(vec![item]),
        }
    }
    let mut sections = Vec::new();
    for part in &parts {
        sections.push(section(app, language, part, parts.len() > 1).await?);
    }
    let count = news.len();
    let kind = match (count, person.notices, first.kind) {
        (_, NoticeFrequency::Daily, _) => "daily",
        (1, _, None) => "request",
        (1, _, Some(kind)) => match kind {
            WaitingKind::Mentioned => "mentioned",
            WaitingKind::Answered => "answered",
            WaitingKind::AboutMyAction => "action",
            WaitingKind::MunicipalityMentioned => "organisation",
            WaitingKind::EverybodyMentioned => "everybody",
        },
        (_, _, None) => "answers",
        (_, _, Some(_)) => "several",
    };
    let origin = app.config.origin();
    let off = format!("{origin}/notices/off?token={}", token(app, person.id).await?);
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
    let id = format!("{}.{}.{count}.{}", first.id, last.id, person.id.0);
    Ok(letter.to_be_turned_off_at(off).called(id))
}

/// What waits in one thread or request, and where.
async fn section(app: &App, language: Language, part: &[&News], titled: bool) -> Result<String> {
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
            ("text", item.text.clone().into()),
        ];
        lines.push(i18n::text(language, "mail-waiting-item", &args));
    }
    if part.len() > SHOWN {
        let more = [("count", (part.len() - SHOWN).into())];
        lines.push(i18n::text(language, "mail-waiting-more", &more));
    }
    lines.push(format!("{}{}", app.config.origin(), first.path));
    Ok(lines.join("\n\n"))
}

fn author(language: Language, item: &News) -> String {
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
