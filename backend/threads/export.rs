//! A whole thread to take along: as Markdown for people, as JSON for programs. Written page by page, so that a long one
//! costs no more memory than a short one, and up to where it stood when it was asked for. Of what was removed only the
//! trace is in it.

use std::{collections::HashMap, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, stream};
use serde_json::{Value, json};

use super::{Chair, Message, Thread, chair, keeping::ReactionKind, markdown, store};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::Id,
    i18n::{self, Language},
    networks::{self, Network},
    people::{self, Me, Person, organisations},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Json,
}

/// Messages written at once.
const PAGE: i64 = 200;

/// The thread, piece by piece.
///
/// # Errors
/// `NOT_FOUND` for who takes no part in it.
pub async fn export(
    app: &Arc<App>,
    me: &Me,
    id: Id<Thread>,
    format: Format,
    language: Language,
) -> Result<impl Stream<Item = Result<Bytes>> + Send + use<>> {
    let chair = chair(app, me, id).await?;
    let network = networks::network(&app.db, chair.thread.network_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let mut writer = Writer {
        app: app.clone(),
        format,
        language,
        chair,
        known: HashMap::new(),
    };
    let head = writer.head(&network).await?;
    let begin = Some((writer, Some(head), 0));
    Ok(stream::try_unfold(begin, |state| async move {
        let Some((mut writer, head, after)) = state else {
            return Ok(None);
        };
        if let Some(head) = head {
            return Ok(Some((Bytes::from(head), Some((writer, None, after)))));
        }
        let (page, last) = writer.page(after).await?;
        Ok(Some((Bytes::from(page), last.map(|last| (writer, None, last)))))
    }))
}

struct Writer {
    app: Arc<App>,
    format: Format,
    language: Language,
    chair: Chair,
    /// Who has been met so far, by name and organisation.
    known: HashMap<Id<Person>, (String, String)>,
}

impl Writer {
    fn say(&self, id: &str, args: &[i18n::Arg<'_>]) -> String {
        i18n::text(self.language, id, args)
    }

    fn time(&self, id: &str, at: Moment) -> String {
        let clock = at.wall_clock();
        let part = |format| clock.strftime(format).to_string();
        let args = [("year", "%Y"), ("month", "%m"), ("day", "%d"), ("time", "%H.%M")];
        self.say(id, &args.map(|(name, format)| (name, part(format).into())))
    }

    /// What stands before the messages.
    async fn head(&mut self, network: &Network) -> Result<String> {
        let thread = self.chair.thread().clone();
        self.meet(thread.started_by.into_iter()).await?;
        Ok(match self.format {
            Format::Markdown => {
                let mut lines = vec![
                    format!("# {}", markdown::literal(&thread.subject)),
                    self.say(
                        "export-network",
                        &[("network", markdown::literal(&network.name).into())],
                    ),
                    self.time("export-written", self.app.clock.now()),
                ];
                if thread.closed_at.is_some() {
                    lines.push(match &thread.close_reason {
                        Some(reason) => {
                            self.say("export-closed-because", &[("reason", markdown::literal(reason).into())])
                        }
                        None => self.say("export-closed", &[]),
                    });
                }
                lines.join("\n\n") + "\n"
            }
            Format::Json => {
                let head = json!({
                    "id": thread.id.to_string(),
                    "subject": thread.subject,
                    "network": { "slug": network.slug, "name": network.name },
                    "startedBy": self.person(thread.started_by),
                    "startedAt": thread.started_at.to_string(),
                    "closedAt": thread.closed_at.map(|at| at.to_string()),
                    "closeReason": thread.close_reason,
                });
                let open = head.to_string();
                // The messages follow one by one, inside the same object.
                format!("{},\"messages\":[", open.strip_suffix('}').unwrap_or(&open))
            }
        })
    }

    /// The messages after a number, and the number of the last of them if there may be more.
    async fn page(&mut self, after: i64) -> Result<(String, Option<i64>)> {
        let span = store::Span {
            after,
            before: self.chair.thread().last_seq.saturating_add(1),
            limit: PAGE,
            from_end: false,
        };
        let app = self.app.clone();
        let rows = store::list_messages(&app.db, self.chair.thread().id, &span).await?;
        self.meet(rows.iter().filter_map(|row| row.author_id)).await?;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let answered: Vec<_> = rows.iter().filter_map(|row| row.reply_to_id).collect();
        let numbers: HashMap<Id<Message>, i64> = match answered.is_empty() {
            true => HashMap::new(),
            false => store::messages(&app.db, &answered)
                .await?
                .into_iter()
                .map(|row| (row.id, row.seq))
                .collect(),
        };
        let mut reactions: HashMap<Id<Message>, HashMap<ReactionKind, i64>> = HashMap::new();
        if self.format == Format::Json {
            for row in store::reactors(&app.db, &ids).await? {
                reactions.entry(row.message_id).or_default().insert(row.kind, row.n);
            }
        }
        let mut out = String::new();
        for row in &rows {
            let answers = row.reply_to_id.and_then(|id| numbers.get(&id).copied());
            match self.format {
                Format::Markdown => out.push_str(&self.as_markdown(row, answers)),
                Format::Json => {
                    if after > 0 || !out.is_empty() {
                        out.push(',');
                    }
                    let felt = reactions.remove(&row.id).unwrap_or_default();
                    out.push_str(&self.as_json(row, answers, &felt).to_string());
                }
            }
        }
        let full = i64::try_from(rows.len()).unwrap_or(i64::MAX) == PAGE;
        let last = rows.last().filter(|_| full).map(|row| row.seq);
        if last.is_none() && self.format == Format::Json {
            out.push_str("]}\n");
        }
        Ok((out, last))
    }

    fn as_markdown(&self, row: &Message, answers: Option<i64>) -> String {
        let who = match row.author_id.and_then(|id| self.known.get(&id)) {
            Some((name, organisation)) => {
                format!("**{}**, {}", markdown::literal(name), markdown::literal(organisation))
            }
            None => self.say("export-gone", &[]),
        };
        let mut marks = vec![format!("{}", row.seq), who, self.time("export-at", row.posted_at)];
        if let Some(seq) = answers {
            marks.push(self.say("export-answers", &[("seq", seq.into())]));
        }
        if row.edited_at.is_some() && row.removed_at.is_none() {
            marks.push(self.say("export-edited", &[]));
        }
        if row.pinned_at.is_some() {
            marks.push(self.say("export-pinned", &[]));
        }
        let text = match row.removed_at {
            Some(_) => format!("*{}*", self.say("export-removed", &[])),
            None => markdown::carried(&row.body),
        };
        format!("\n---\n\n{}\n\n{text}\n", marks.join(" · "))
    }

    fn as_json(&self, row: &Message, answers: Option<i64>, felt: &HashMap<ReactionKind, i64>) -> Value {
        let reactions: serde_json::Map<_, _> = felt
            .iter()
            .map(|(kind, n)| (kind.text().to_owned(), (*n).into()))
            .collect();
        json!({
            "id": row.id.to_string(),
            "seq": row.seq,
            "author": self.person(row.author_id),
            "body": row.body,
            "text": markdown::plain(&row.body),
            "language": row.language,
            "postedAt": row.posted_at.to_string(),
            "editedAt": row.edited_at.map(|at| at.to_string()),
            "removed": row.removed_at.is_some(),
            "pinned": row.pinned_at.is_some(),
            "answers": answers,
            "reactions": reactions,
        })
    }

    fn person(&self, id: Option<Id<Person>>) -> Value {
        match id.and_then(|id| Some((id, self.known.get(&id)?))) {
            Some((id, (name, organisation))) => {
                json!({ "id": id.to_string(), "name": name, "organisation": organisation })
            }
            None => Value::Null,
        }
    }

    async fn meet(&mut self, ids: impl Iterator<Item = Id<Person>>) -> Result<()> {
        let new: Vec<_> = ids.filter(|id| !self.known.contains_key(id)).collect();
        if new.is_empty() {
            return Ok(());
        }
        for person in people::persons(&self.app.db, &new).await? {
            let organisation = organisations::organisation(&self.app, person.organisation_id).await?;
            self.known.insert(person.id, (person.name, organisation.name.clone()));
        }
        Ok(())
    }
}
