//! What one responsible person sees and says: by a link without an account, or signed in; and what the strategist says
//! for them.

use uuid::Uuid;

use super::{
    COMMENT, Entry, Form, Item, ReviewDecision, Round, RoundKind, Standing, SubjectKind, before, hash, state, store,
};
use crate::{
    actions::ActionStatus,
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    people::{Me, Person, organisations},
    programmes::{self, TargetStatus, indicators},
    text,
};

/// A form with all that its page shows.
pub struct Sheet {
    pub form: Form,
    pub round: Round,
    pub programme: String,
    pub organisation: String,
    pub entries: Vec<Entry>,
    /// What was said about the same things last round.
    pub last: Vec<Entry>,
}

/// Who opens a form.
pub enum Key<'a> {
    /// Whoever has a mail's link.
    Token(&'a str),
    /// The member whose form it is.
    Own(&'a Me, Id<Form>),
}

/// # Errors
/// `NOT_FOUND` for a link that opens nothing.
pub async fn open(app: &App, key: Key<'_>) -> Result<Sheet> {
    let (form, round) = find(app, &key).await?;
    if form.seen_at.is_none() && round.closed_at.is_none() {
        let mut tx = app.db.begin().await?;
        store::see_form(&mut tx, form.id, app.clock.now()).await?;
        app.commit(tx).await?;
    }
    let programme = programmes::programme(&app.db, round.programme_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let organisation = organisations::organisation(app, round.organisation_id).await?;
    let mut entries = state::of_round(app, &round).await?;
    entries.retain(|entry| entry.form_id == Some(form.id.0));
    let mut last = match before(app, &round).await? {
        Some(before) => state::frozen(&app.db, before.id).await?,
        None => Vec::new(),
    };
    last.retain(|old| entries.iter().any(|entry| entry.subject_id == old.subject_id));
    Ok(Sheet {
        form,
        round,
        programme: programme.name,
        organisation: organisation.name.clone(),
        entries,
        last,
    })
}

async fn find(app: &App, key: &Key<'_>) -> Result<(Form, Round)> {
    let none = || Error::not_found().saying("error-followup-link");
    let form = match key {
        Key::Token(token) => store::form_of_token(&app.db, hash(token)).await?,
        Key::Own(me, id) => store::form(&app.db, *id)
            .await?
            .filter(|form| form.person_id == Some(me.id)),
    };
    let form = form.ok_or_else(none)?;
    let round = store::rounds_by_id(&app.db, &[form.round_id]).await?.into_iter().next();
    Ok((form, round.ok_or_else(none)?))
}

/// An answer as it comes in, whole: what is not given is not said.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// A status, or in a review the decision.
    pub status: Option<String>,
    pub comment: Option<String>,
    pub grade: Option<i64>,
}

/// Answers a question of one's own form.
///
/// # Errors
/// `NOT_FOUND` for a link that opens nothing and for questions of others, `CONFLICT` when it was answered otherwise
/// meanwhile or the round is closed, `INVALID` for what is no answer to it.
pub async fn answer(app: &App, key: Key<'_>, item: Id<Item>, revision: i64, said: Said) -> Result<Item> {
    let (form, round) = find(app, &key).await?;
    let item = store::item(&app.db, item)
        .await?
        .filter(|item| item.form_id == Some(form.id))
        .ok_or_else(|| Error::not_found().on("itemId"))?;
    let by = By {
        name: &form.name,
        person_id: form.person_id,
        is_strategist: false,
    };
    keep(app, &round, item, revision, said, by).await
}

/// Answers as whoever is signed in: a question of one's own, or, as one of the organisation's own, anybody's, which is
/// marked.
///
/// # Errors
/// As [`answer`].
pub async fn answer_signed_in(app: &App, me: &Me, item: Id<Item>, revision: i64, said: Said) -> Result<Item> {
    let none = || Error::not_found().on("itemId");
    let item = store::item(&app.db, item).await?.ok_or_else(none)?;
    let round = store::rounds_by_id(&app.db, &[item.round_id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(none)?;
    let form = match item.form_id {
        Some(id) => store::form(&app.db, id).await?,
        None => None,
    };
    let own = form.is_some_and(|form| form.person_id == Some(me.id));
    if !own && !me.edits(round.organisation_id) {
        return Err(none());
    }
    let by = By {
        name: &me.name,
        person_id: Some(me.id),
        is_strategist: !own,
    };
    keep(app, &round, item, revision, said, by).await
}

/// Who answers; for somebody else where it is the strategist.
struct By<'a> {
    name: &'a str,
    person_id: Option<Id<Person>>,
    is_strategist: bool,
}

async fn keep(app: &App, round: &Round, mut item: Item, revision: i64, said: Said, by: By<'_>) -> Result<Item> {
    super::still_open(round)?;
    check(round.kind, item.kind, &said)?;
    item.decision = said.status.as_deref().and_then(ReviewDecision::from_text);
    item.status = said.status.filter(|_| item.decision.is_none());
    item.comment = match said.comment {
        Some(comment) => text::paragraphs("comment", &comment, COMMENT)?,
        None => None,
    };
    item.grade = said.grade;
    if item.comment.is_none()
        && let Some(measured) = otherwise_measured(app, &item).await?
    {
        return Err(Error::invalid("comment", "error-answer-reason").with("measured", measured.text().to_uppercase()));
    }
    item.answered_at = complete(&item).then(|| app.clock.now());
    item.answered_by = Some(by.name.to_owned());
    item.answered_person_id = by.person_id;
    item.by_strategist = by.is_strategist;
    let mut tx = app.db.begin().await?;
    if !store::hold_round(&mut tx, round.id).await? {
        return Err(Error::new(ErrorCode::Conflict).saying("error-round-closed"));
    }
    if !store::answer_item(&mut tx, &item, revision).await? {
        return Err(Error::new(ErrorCode::Conflict)
            .with("revision", item.revision)
            .saying("error-answer-conflict"));
    }
    app.commit(tx).await?;
    item.revision = revision + 1;
    Ok(item)
}

/// What is measured of a target, where the answer says something else. Both stay to be seen, so the answer needs its reason.
async fn otherwise_measured(app: &App, item: &Item) -> Result<Option<TargetStatus>> {
    let Some(said) = item.target_status().filter(|said| *said != TargetStatus::NotAssessed) else {
        return Ok(None);
    };
    let target = Id::of(item.subject_id);
    let measured = indicators::measured(&app.db, &[target]).await?.remove(&target);
    Ok(measured.filter(|measured| *measured != said))
}

/// Whether the question is answered: with a status, or with a decision, which needs its reason unless all stays as it is.
fn complete(item: &Item) -> bool {
    match item.decision {
        Some(ReviewDecision::Keep) => true,
        Some(_) => item.comment.is_some(),
        None => item.status.is_some(),
    }
}

fn check(round: RoundKind, kind: SubjectKind, said: &Said) -> Result<()> {
    if said.grade.is_some_and(|grade| !(1..=5).contains(&grade)) {
        return Err(Error::invalid("grade", "error-grade"));
    }
    if let Some(status) = &said.status {
        let known = Standing::from_text(status).is_some()
            && match kind {
                _ if round == RoundKind::Review => ReviewDecision::from_text(status).is_some(),
                SubjectKind::Goal => false,
                SubjectKind::Target => TargetStatus::from_text(&status.to_lowercase()).is_some(),
                SubjectKind::Action => ActionStatus::from_text(status).is_some(),
            };
        if !known {
            return Err(Error::invalid("status", "error-answer-kind"));
        }
    }
    Ok(())
}

/// A question's id as clients send it.
///
/// # Errors
/// `NOT_FOUND` for the id of anything else.
pub fn item_id(text: &str) -> Result<Id<Item>> {
    match crate::graphql::decode(text) {
        Some((prefix, id)) if prefix == <Item as crate::graphql::Kind>::PREFIX => Ok(Id::of(id)),
        _ => Err(Error::not_found().on("itemId")),
    }
}

/// As [`item_id`], of a form.
///
/// # Errors
/// `NOT_FOUND` for the id of anything else.
pub fn form_id(text: &str) -> Result<Id<Form>> {
    match crate::graphql::decode(text) {
        Some((prefix, id)) if prefix == <Form as crate::graphql::Kind>::PREFIX => Ok(Id::of(id)),
        _ => Err(Error::not_found().saying("error-followup-link")),
    }
}

/// The entry about this thing, if it was asked about before.
#[must_use]
pub fn said_last(last: &[Entry], subject: Uuid) -> Option<&Entry> {
    last.iter()
        .find(|entry| entry.subject_id == subject && entry.answer.is_some())
}
