//! What people look for in the demo, and what they say that they know about.

use std::time::Duration;

use serde::Deserialize;

use super::{Demo, missing};
use crate::{
    actions::Themes,
    error::Result,
    graphql::Id,
    i18n::Language,
    networks::Seat,
    requests::{self, Answer, Request, experts},
};

#[derive(Deserialize)]
pub(super) struct Requests {
    request: Vec<RequestRow>,
    expertise: Vec<ExpertiseRow>,
}

#[derive(Deserialize)]
struct RequestRow {
    network: String,
    asked_by: String,
    subject: String,
    body: Option<String>,
    language: Option<Language>,
    #[serde(default)]
    themes: Vec<String>,
    days_ago: u64,
    closed_days_ago: Option<u64>,
    #[serde(default)]
    answer: Vec<AnswerRow>,
}

#[derive(Deserialize)]
struct AnswerRow {
    by: String,
    action: Option<String>,
    person: Option<String>,
    words: Option<String>,
    language: Option<Language>,
    hours: u64,
    #[serde(default)]
    new: bool,
}

#[derive(Deserialize)]
struct ExpertiseRow {
    person: String,
    themes: Vec<String>,
}

impl Demo<'_> {
    pub(super) async fn requests(&mut self, rows: Requests) -> Result<()> {
        for row in rows.request {
            let network = self
                .networks
                .get(&row.network)
                .ok_or_else(|| missing("network", &row.network))?
                .id;
            let asker = self.person(&row.asked_by)?;
            let asked_at = self.days_ago(row.days_ago);
            let request = Request {
                id: Id::of(self.app.random.id(asked_at)),
                network_id: network,
                asked_by: Some(asker.id),
                organisation_id: asker.organisation_id,
                subject: row.subject,
                body: row.body.map(|body| body.trim().to_owned()),
                language: row.language.unwrap_or(asker.language),
                themes: Themes::parse(&row.themes)?,
                asked_at,
                closed_at: row.closed_days_ago.map(|days| self.days_ago(days)),
            };
            let mut answers = Vec::new();
            for row in row.answer {
                let by = self.person(&row.by)?;
                let at = asked_at.plus(Duration::from_secs(row.hours * 3600)).min(self.now);
                let action = match &row.action {
                    Some(key) => Some(self.actions.get(key).ok_or_else(|| missing("action", key))?.id),
                    None => None,
                };
                let person = match &row.person {
                    Some(email) => Some(self.person(email)?.id),
                    None => None,
                };
                let answer = Answer {
                    id: Id::of(self.app.random.id(at)),
                    request_id: request.id,
                    by_id: Some(by.id),
                    action_id: action,
                    person_id: person,
                    words: row.words,
                    language: row.language.unwrap_or(by.language),
                    at,
                    seen: !row.new,
                };
                answers.push((Seat::for_demo(network, &by), answer));
            }
            requests::insert_demo(&mut self.tx, &Seat::for_demo(network, &asker), &request, &answers).await?;
        }
        for row in rows.expertise {
            let person = self.person(&row.person)?;
            experts::insert_demo(&mut self.tx, &person, &row.themes).await?;
        }
        Ok(())
    }
}
