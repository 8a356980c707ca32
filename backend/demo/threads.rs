//! What was said in the demo.

use std::{collections::HashMap, time::Duration};

use serde::Deserialize;

use super::{Demo, missing, word};
use crate::{
    error::Result,
    graphql::Id,
    i18n::Language,
    live::journal,
    networks,
    threads::{
        self,
        keeping::ReactionKind,
        waiting::{self, WaitingKind},
    },
};

#[derive(Deserialize)]
pub(super) struct Threads {
    thread: Vec<ThreadRow>,
}

#[derive(Deserialize)]
struct ThreadRow {
    network: String,
    subject: String,
    about: Option<String>,
    started_by: String,
    days_ago: u64,
    closed: Option<ClosedRow>,
    #[serde(default)]
    message: Vec<MessageRow>,
}

#[derive(Deserialize)]
struct ClosedRow {
    by: String,
    minutes: u64,
    reason: String,
}

#[derive(Deserialize)]
struct MessageRow {
    author: String,
    minutes: u64,
    body: String,
    language: Option<Language>,
    reply_to: Option<usize>,
    before: Option<String>,
    #[serde(default)]
    pinned: bool,
    #[serde(default)]
    reactions: HashMap<String, Vec<String>>,
    #[serde(default)]
    waits_for: HashMap<String, String>,
}

impl Demo<'_> {
    pub(super) async fn threads(&mut self, rows: Threads) -> Result<()> {
        for row in rows.thread {
            let network = self
                .networks
                .get(&row.network)
                .ok_or_else(|| missing("network", &row.network))?;
            let about_id = match &row.about {
                Some(key) => Some(self.actions.get(key).ok_or_else(|| missing("action", key))?.id.0),
                None => None,
            };
            let started_at = self.days_ago(row.days_ago);
            let id = self.app.random.id(started_at);
            let thread = threads::Thread {
                id: Id::of(id),
                network_id: network.id,
                topic: threads::topic(id),
                subject: row.subject,
                about_id,
                started_by: Some(self.person(&row.started_by)?.id),
                started_at,
                last_seq: 0,
                last_at: started_at,
                closed_at: None,
                closed_by: None,
                close_reason: None,
            };
            let starter = networks::Seat::for_demo(network.id, &self.person(&row.started_by)?);
            threads::store::insert_thread(&mut self.tx, &starter, &thread).await?;
            let mut at = started_at;
            let mut said: Vec<Id<threads::Message>> = Vec::new();
            let closed = row.closed;
            for row in row.message {
                // The demo is never of the future, however long its conversations are.
                at = at.plus(Duration::from_secs(row.minutes * 60)).min(self.now);
                let author = self.person(&row.author)?;
                let chair = threads::Chair::for_demo(&thread, networks::Seat::for_demo(network.id, &author));
                let id = Id::of(self.app.random.id(at));
                let seq = journal::append(&mut self.tx, &thread.topic, threads::POSTED, id.0, at).await?;
                let mut message = threads::Message {
                    id,
                    thread_id: thread.id,
                    seq,
                    author_id: Some(author.id),
                    body: self.with_ids(row.before.as_deref().unwrap_or(&row.body))?,
                    language: row.language.unwrap_or(author.language),
                    posted_at: at,
                    edited_at: None,
                    removed_at: None,
                    reply_to_id: row.reply_to.and_then(|number| said.get(number - 1).copied()),
                    pinned_at: None,
                };
                threads::store::insert_message(&mut self.tx, &chair, &message, self.app.random.id(at)).await?;
                if row.before.is_some() {
                    message.body = self.with_ids(&row.body)?;
                    message.edited_at = Some(at);
                    journal::append(&mut self.tx, &thread.topic, threads::EDITED, id.0, at).await?;
                    threads::store::keep_version(&mut self.tx, &chair, id).await?;
                    threads::store::edit_message(&mut self.tx, &chair, &message).await?;
                }
                let mentions = threads::mentions::as_written(id, &message.body);
                threads::store::insert_mentions(&mut self.tx, &chair, mentions).await?;
                for (kind, people) in row.reactions {
                    let kind = word("reaction", &kind, ReactionKind::from_text(&kind))?;
                    for email in people {
                        let chair = threads::Chair::for_demo(
                            &thread,
                            networks::Seat::for_demo(network.id, &self.person(&email)?),
                        );
                        journal::append(&mut self.tx, &thread.topic, threads::REACTED, id.0, at).await?;
                        threads::store::insert_reaction(&mut self.tx, &chair, id, kind, at).await?;
                    }
                }
                if row.pinned {
                    journal::append(&mut self.tx, &thread.topic, threads::PINNED, id.0, at).await?;
                    threads::store::set_pinned(&mut self.tx, &chair, id, Some(at)).await?;
                }
                for (email, why) in row.waits_for {
                    let kind = word("reason to wait", &why, WaitingKind::from_text(&why))?;
                    let person = self.person(&email)?;
                    waiting::insert_told(&mut self.tx, &chair, &message, &person, kind).await?;
                }
                // Whoever says something has read what was said before.
                threads::store::mark_read(&mut self.tx, &chair, seq).await?;
                said.push(id);
            }
            if let Some(row) = closed {
                let at = at.plus(Duration::from_secs(row.minutes * 60)).min(self.now);
                let by = self.person(&row.by)?;
                let chair = threads::Chair::for_demo(&thread, networks::Seat::for_demo(network.id, &by));
                let shut = threads::Thread {
                    closed_at: Some(at),
                    closed_by: Some(by.id),
                    close_reason: Some(row.reason),
                    ..thread.clone()
                };
                journal::end(&mut self.tx, &thread.topic, threads::CLOSED, thread.id.0, at).await?;
                threads::store::set_closed(&mut self.tx, &chair, &shut).await?;
            }
        }
        Ok(())
    }

    /// A body with ids for what it names: `@[e-mail address]` and `action:key`.
    fn with_ids(&self, body: &str) -> Result<String> {
        let mut out = String::new();
        let mut rest = body.trim();
        while let Some((before, after)) = rest.split_once("@[") {
            let (email, after) = after
                .split_once(']')
                .ok_or_else(|| missing("end of the mention in", body))?;
            let person = self.person(email)?;
            out.push_str(&format!("{before}@[{}]({})", person.name, person.id));
            rest = after;
        }
        out.push_str(rest);
        let (mut rest, mut linked) = (out.as_str(), String::new());
        while let Some((before, after)) = rest.split_once("action:") {
            let end = after
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
                .unwrap_or(after.len());
            let action = self
                .actions
                .get(&after[..end])
                .ok_or_else(|| missing("action", &after[..end]))?;
            linked.push_str(&format!("{before}{}", action.id));
            rest = &after[end..];
        }
        linked.push_str(rest);
        Ok(linked)
    }
}
