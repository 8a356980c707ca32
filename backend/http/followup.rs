//! What whoever has a link may do without an account: read and answer a follow-up form, read a report. JSON in, JSON out,
//! same origin only, as signing in is; members use the same routes for forms of their own.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State, rejection::JsonRejection},
    response::Response,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    auth::{answer as answered, told},
    files,
    visitor::Visitor,
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    followup::{
        self, Entry, Round,
        download::{self, Part, Take},
        forms::{self, Key, Said, Sheet},
        report,
    },
    graphql::{Id, Kind, decode, encode},
    live::limits::{Counted, Limit},
    people::{Viewer, sign_in},
};

type Given<T> = Result<Json<T>, JsonRejection>;

fn given<T>(body: Given<T>) -> Result<T> {
    body.map(|Json(given)| given)
        .map_err(|_| Error::new(ErrorCode::BadRequest).saying("error-body"))
}

/// A form's link, or the id of a form of one's own.
#[derive(Deserialize)]
pub struct Opened {
    token: Option<String>,
    form: Option<String>,
}

impl Opened {
    fn key<'a>(&'a self, viewer: &'a Viewer) -> Result<Key<'a>> {
        match (&self.token, &self.form) {
            (Some(token), _) => Ok(Key::Token(token)),
            (None, Some(form)) => Ok(Key::Own(viewer.me()?, forms::form_id(form)?)),
            (None, None) => Err(Error::not_found().saying("error-followup-link")),
        }
    }
}

/// What a form asks, and what has been answered.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, body: Given<Opened>) -> Response {
    told(&app, &visitor, async {
        let opened = given(body)?;
        sign_in::arriving(&app, &visitor.address).await?;
        let (viewer, _) = visitor.viewer(&app).await?;
        Ok(answered(shown(&forms::open(&app, opened.key(&viewer)?).await?)))
    })
    .await
}

fn shown(sheet: &Sheet) -> Value {
    let entries: Vec<_> = sheet
        .entries
        .iter()
        .map(|entry| {
            let mut shown = question(entry);
            shown["last"] = json!(forms::said_last(&sheet.last, entry.subject_id).map(said));
            shown
        })
        .collect();
    json!({
        "name": sheet.form.name,
        "language": sheet.form.language,
        "organisation": sheet.organisation,
        "programme": sheet.programme,
        "round": sheet.round.name,
        "kind": sheet.round.kind.text(),
        "message": sheet.round.message,
        "due": sheet.round.due.0.to_string(),
        "closed": sheet.round.closed_at.is_some(),
        "entries": entries,
    })
}

fn question(entry: &Entry) -> Value {
    json!({
        "itemId": entry.item_id.map(|id| encode(followup::Item::PREFIX, id)),
        "kind": entry.kind.text().to_uppercase(),
        "focusArea": entry.area,
        "goal": entry.goal,
        "title": entry.title,
        "due": entry.due,
        "status": entry.status,
        "gone": entry.gone,
        "revision": entry.revision,
        "answer": entry.answer.as_ref().map(|_| said(entry)),
    })
}

fn said(entry: &Entry) -> Value {
    let answer = entry.answer.as_ref();
    json!({
        "status": entry.said(),
        "comment": entry.comment(),
        "grade": answer.and_then(|answer| answer.grade),
        "by": answer.and_then(|answer| answer.by.clone()),
        "byStrategist": answer.is_some_and(|answer| answer.by_strategist),
        "answered": entry.is_answered(),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answered {
    #[serde(flatten)]
    opened: Opened,
    item_id: String,
    revision: i64,
    status: Option<String>,
    comment: Option<String>,
    grade: Option<i64>,
}

/// Keeps an answer.
pub async fn answer(State(app): State<Arc<App>>, visitor: Visitor, body: Given<Answered>) -> Response {
    told(&app, &visitor, async {
        let given = given(body)?;
        let (viewer, _) = visitor.viewer(&app).await?;
        let counted = Counted {
            person: viewer.maybe().map(|me| me.id),
            address: &visitor.address,
        };
        app.limits.take(&app, Limit::Changes, counted).await?;
        let item = forms::item_id(&given.item_id)?;
        let words = Said {
            status: given.status,
            comment: given.comment,
            grade: given.grade,
        };
        let item = forms::answer(&app, given.opened.key(&viewer)?, item, given.revision, words).await?;
        Ok(answered(
            json!({ "revision": item.revision, "answered": item.answered_at.is_some() }),
        ))
    })
    .await
}

#[derive(Deserialize)]
pub struct Link {
    token: String,
}

/// A report, for whoever has a link to it.
pub async fn report(State(app): State<Arc<App>>, visitor: Visitor, body: Given<Link>) -> Response {
    told(&app, &visitor, async {
        let link = given(body)?;
        sign_in::arriving(&app, &visitor.address).await?;
        let shared = report::shared(&app, &link.token).await?;
        Ok(answered(json!({
            "organisation": shared.organisation,
            "programme": shared.programme,
            "round": shared.round.name,
            "closed": shared.round.closed_at.is_some(),
            "language": shared.report.language,
            "title": shared.report.title,
            "done": shared.report.done,
            "drivers": shared.report.drivers,
            "decision": shared.report.decision,
            "editedAt": shared.report.edited_at.to_string(),
        })))
    })
    .await
}

/// Everything in a round, for its organisation: as a workbook, or a sheet of it as separated values.
pub async fn file(State(app): State<Arc<App>>, Path((id, file)): Path<(String, String)>, visitor: Visitor) -> Response {
    told(&app, &visitor, async {
        let (viewer, language) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let round = match decode(&id) {
            Some((Round::PREFIX, id)) => Id::of(id),
            _ => return Err(Error::not_found()),
        };
        let (take, kind) = match file.as_str() {
            "export.xlsx" => (Take::Workbook, files::XLSX),
            "export.csv" => (Take::Csv(Part::Entries), files::CSV),
            "round.csv" => (Take::Csv(Part::Round), files::CSV),
            "changes.csv" => (Take::Csv(Part::Changes), files::CSV),
            "people.csv" => (Take::Csv(Part::People), files::CSV),
            _ => return Err(Error::not_found()),
        };
        let taken = download::file(&app, me, round, take, language).await?;
        Ok(files::download(&taken.name, kind, taken.bytes))
    })
    .await
}
