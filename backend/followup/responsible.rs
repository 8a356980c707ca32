//! Who answers for what in a programme. It need not be a member of Samverk: a name and an e-mail address are enough.

use async_graphql::ID;
use uuid::Uuid;

use super::{ITEMS, SubjectKind, joining, own_programme, state, store};
use crate::{
    app::App,
    db::row,
    error::{Error, Result},
    graphql::{Id, decode},
    i18n::Language,
    people::{self, Me, Person},
    programmes::Programme,
};

#[derive(Clone, Debug)]
pub struct Responsible {
    pub subject_id: Uuid,
    pub programme_id: Id<Programme>,
    pub kind: SubjectKind,
    pub person_id: Option<Id<Person>>,
    pub name: String,
    pub email: String,
    pub language: Language,
}
row!(Responsible {
    subject_id,
    programme_id,
    kind,
    person_id,
    name,
    email,
    language
});

/// Somebody as they are named: a member, or a name with an address.
pub struct Somebody {
    pub person_id: Option<Id<Person>>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub language: Option<Language>,
}

/// A programme's responsible people; nothing for others than its organisation.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` for another organisation's programme.
pub async fn list(app: &App, me: &Me, programme: Id<Programme>) -> Result<Vec<Responsible>> {
    own_programme(app, me, programme).await?;
    Ok(store::responsible_of_programme(&app.db, programme).await?)
}

/// Makes somebody responsible for some of a programme's goals, targets and actions. In a round that is open they get the
/// questions about these too, also about what came after it was opened, and a mail if they had none left to answer.
///
/// # Errors
/// `NOT_FOUND` for what is not in the programme, `INVALID`, `FORBIDDEN`.
pub async fn set(
    app: &App,
    me: &Me,
    programme: Id<Programme>,
    subjects: &[ID],
    who: Somebody,
) -> Result<Vec<Responsible>> {
    let (programme, editor) = own_programme(app, me, programme).await?;
    let subjects = in_programme(app, &programme, subjects).await?;
    let found = somebody(app, me, who).await?;
    let rows: Vec<_> = subjects
        .into_iter()
        .map(|(kind, subject_id)| Responsible {
            subject_id,
            programme_id: programme.id,
            kind,
            ..found.clone()
        })
        .collect();
    let rounds = store::open_rounds(&app.db, programme.id).await?;
    let mut tx = app.db.begin().await?;
    store::set_responsible(&mut tx, &editor, &rows).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.subject_id).collect();
    for round in &rounds {
        if store::hold_round(&mut tx, round.id).await? {
            joining::add(app, &mut tx, &editor, round, &ids).await?;
            joining::hand_over(app, &mut tx, &editor, round, &rows).await?;
        }
    }
    app.commit(tx).await?;
    app.follow_ups.notify_one();
    Ok(rows)
}

/// Leaves some of a programme's goals, targets and actions without anybody responsible. Questions that were asked stay
/// with whoever got them.
///
/// # Errors
/// As [`set`].
pub async fn clear(app: &App, me: &Me, programme: Id<Programme>, subjects: &[ID]) -> Result<()> {
    let (programme, editor) = own_programme(app, me, programme).await?;
    let subjects = in_programme(app, &programme, subjects).await?;
    let ids: Vec<_> = subjects.into_iter().map(|(_, id)| id).collect();
    let mut tx = app.db.begin().await?;
    store::clear_responsible(&mut tx, &editor, &ids).await?;
    app.commit(tx).await
}

async fn in_programme(app: &App, programme: &Programme, ids: &[ID]) -> Result<Vec<(SubjectKind, Uuid)>> {
    if ids.is_empty() {
        return Err(Error::invalid("subjectIds", "error-empty"));
    }
    if ids.len() > ITEMS {
        return Err(Error::invalid("subjectIds", "error-too-many").with("most", ITEMS));
    }
    let live = state::live(&app.db, programme.id).await?;
    let mut found = Vec::new();
    for id in ids {
        let subject = decode(id)
            .and_then(|(prefix, id)| Some((SubjectKind::from_text(prefix)?, id)))
            .filter(|(kind, id)| live.iter().any(|entry| entry.kind == *kind && entry.subject_id == *id))
            .ok_or_else(|| Error::not_found().on("subjectIds"))?;
        if !found.contains(&subject) {
            found.push(subject);
        }
    }
    Ok(found)
}

async fn somebody(app: &App, me: &Me, who: Somebody) -> Result<Responsible> {
    // What is given is checked even where a member's own takes its place.
    let name = who.name.map(|name| people::person_name("name", &name)).transpose()?;
    let email = who.email.map(|email| people::email("email", &email)).transpose()?;
    let person = match (who.person_id, &email) {
        (Some(id), _) => {
            let person = people::person(&app.db, id).await?;
            let person = known(app, me, person).await?;
            Some(person.ok_or_else(|| Error::not_found().on("personId"))?)
        }
        // Of strangers it is not told here that they are members.
        (None, Some(email)) => known(app, me, people::person_by_email(&app.db, email).await?).await?,
        (None, None) => None,
    };
    let missing = |field| Error::invalid(field, "error-empty");
    let (person_id, name, email, language) = match person {
        Some(person) => (Some(person.id), person.name, person.email, person.language),
        None => (
            None,
            name.ok_or_else(|| missing("name"))?,
            email.ok_or_else(|| missing("email"))?,
            who.language.unwrap_or(me.language),
        ),
    };
    Ok(Responsible {
        subject_id: Uuid::nil(),
        programme_id: Id::of(Uuid::nil()),
        kind: SubjectKind::Target,
        person_id,
        name,
        email,
        language,
    })
}

async fn known(app: &App, me: &Me, person: Option<Person>) -> Result<Option<Person>> {
    match person {
        Some(person) if person.id == me.id || people::know_each_other(app, me, &person).await? => Ok(Some(person)),
        _ => Ok(None),
    }
}
