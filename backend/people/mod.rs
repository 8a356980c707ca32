//! People and the organisations they work for: municipalities and the other public bodies around them. Also who is
//! asking ([`Viewer`]), which every room judges by. How somebody comes in is in `sign_in.rs`.

pub mod graphql;
pub mod organisations;
pub mod sign_in;
mod store;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use uuid::Uuid;

use crate::{
    app::App,
    clock::Moment,
    db::{On, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::Id,
    i18n::{self, Language},
    live,
    text::{self, Change},
    threads::waiting,
};

pub use organisations::{Country, Organisation, OrganisationId, OrganisationKind, Unit};

/// Somebody who works with climate and environment in an organisation.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Id<Person>,
    pub email: String,
    pub name: String,
    pub title: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    pub organisation_id: Uuid,
    pub organisation_confirmed: bool,
    pub unit_id: Option<Id<Unit>>,
    pub shares_email: bool,
    pub shares_phone: bool,
    pub founder: bool,
    pub hide_presence: bool,
    pub notices: NoticeFrequency,
}
row!(Person {
    id,
    email,
    name,
    title,
    phone,
    language,
    organisation_id,
    organisation_confirmed,
    unit_id,
    shares_email,
    shares_phone,
    founder,
    hide_presence,
    notices
});

/// How often somebody wants mails about what waits for them.
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeFrequency {
    /// Two minutes after it was said, unless it has been read by then.
    AtOnce,
    /// Once a day, at seven in the morning.
    Daily,
    /// No mails.
    Never,
}
text_enum!(NoticeFrequency { AtOnce = "AT_ONCE", Daily = "DAILY", Never = "NEVER" });

/// The one who is signed in, as of this request.
#[derive(Clone, Debug)]
pub struct Me {
    pub id: Id<Person>,
    pub name: String,
    pub language: Language,
    pub organisation_id: Uuid,
    pub organisation_confirmed: bool,
    pub founder: bool,
    pub hide_presence: bool,
    pub session_id: Id<Session>,
}

/// Who asks.
#[derive(Clone, Debug)]
pub enum Viewer {
    SignedOut,
    Person(Arc<Me>),
    /// Nobody in particular: an execution whose answer goes to many. Whoever asks it for a person marks the answer as
    /// personal, and it is thrown away (see `live/group.rs`).
    Shared(Personal),
}

#[derive(Clone, Debug, Default)]
pub struct Personal(Arc<AtomicBool>);

impl Personal {
    fn mark(&self) {
        self.0.store(true, Relaxed);
    }

    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.0.load(Relaxed)
    }
}

impl Viewer {
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    pub fn me(&self) -> Result<&Arc<Me>> {
        self.maybe().ok_or_else(|| Error::new(ErrorCode::Unauthenticated))
    }

    #[must_use]
    pub fn maybe(&self) -> Option<&Arc<Me>> {
        match self {
            Self::Person(me) => Some(me),
            Self::SignedOut => None,
            Self::Shared(personal) => {
                personal.mark();
                None
            }
        }
    }
}

/// Proof that its holder may edit what belongs to an organisation.
#[derive(Clone, Copy, Debug)]
pub struct Editor {
    organisation_id: Uuid,
    person_id: Id<Person>,
}

impl Editor {
    #[must_use]
    pub fn organisation_id(&self) -> Uuid {
        self.organisation_id
    }

    #[must_use]
    pub fn person_id(&self) -> Id<Person> {
        self.person_id
    }
}

impl Editor {
    /// Whoever runs commands on the server writes in the name of somebody whose organisation it is.
    pub(crate) fn of_colleague(person: &Person) -> Self {
        Self {
            organisation_id: person.organisation_id,
            person_id: person.id,
        }
    }

    /// The demo content is written by its people.
    pub(crate) fn for_demo(person: &Person) -> Self {
        Self {
            organisation_id: person.organisation_id,
            person_id: person.id,
        }
    }
}

impl Me {
    /// Only an organisation's own confirmed members edit what is its.
    #[must_use]
    pub fn edits(&self, organisation_id: Uuid) -> bool {
        self.organisation_confirmed && self.organisation_id == organisation_id
    }

    /// # Errors
    /// `FORBIDDEN` for everybody but the organisation's confirmed members.
    pub fn editor(&self, organisation_id: Uuid) -> Result<Editor> {
        if self.edits(organisation_id) {
            Ok(Editor {
                organisation_id,
                person_id: self.id,
            })
        } else if self.organisation_id == organisation_id {
            Err(Error::forbidden().saying("error-organisation-not-confirmed"))
        } else {
            Err(Error::forbidden())
        }
    }
}

/// A browser's sign-in, or an API token.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: Id<Session>,
    pub kind: SessionKind,
    pub name: String,
    pub created_at: Moment,
    pub used_at: Moment,
    pub expires_at: Option<Moment>,
}
row!(Session {
    id,
    kind,
    name,
    created_at,
    used_at,
    expires_at
});

/// How somebody is signed in.
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A browser, by cookie.
    Browser,
    /// A program, by `Authorization: Bearer`.
    ApiToken,
}
text_enum!(SessionKind { Browser = "browser", ApiToken = "api" });

/// The live topic that tells a person's open connections to look again at what they may.
#[must_use]
pub fn rights_topic(person_id: Id<Person>) -> String {
    format!("person:{}", person_id.0)
}

/// Journals that somebody's rights have changed: on every node, their connections are judged anew.
///
/// # Errors
/// When the database does not answer.
pub async fn rights_changed(app: &App, tx: &mut crate::db::Tx, person_id: Id<Person>) -> Result<()> {
    live::journal::append(tx, &rights_topic(person_id), "rights", person_id.0, app.clock.now()).await?;
    Ok(())
}

/// # Errors
/// When the database does not answer.
pub async fn person<'a>(on: impl Into<On<'a>>, id: Id<Person>) -> Result<Option<Person>> {
    Ok(store::persons(on, &[id]).await?.into_iter().next())
}

/// The first of an organisation's confirmed people.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn first_colleague<'a>(on: impl Into<On<'a>>, organisation_id: Uuid) -> Result<Option<Person>> {
    Ok(store::first_colleague(on, organisation_id).await?)
}

/// Those of some people who are there.
///
/// # Errors
/// When the database does not answer.
pub async fn persons<'a>(on: impl Into<On<'a>>, ids: &[Id<Person>]) -> Result<Vec<Person>> {
    Ok(store::persons(on, ids).await?)
}

/// # Errors
/// When the database does not answer.
pub async fn person_by_email<'a>(on: impl Into<On<'a>>, email: &str) -> Result<Option<Person>> {
    Ok(store::person_by_email(on, email).await?)
}

/// Whether there is anybody at all.
///
/// # Errors
/// When the database does not answer.
pub async fn anybody(app: &App) -> Result<bool> {
    Ok(store::count_people(&app.db).await? > 0)
}

/// Whether the two are in one network, or one organisation.
///
/// # Errors
/// When the database does not answer.
pub async fn know_each_other(app: &App, me: &Me, other: &Person) -> Result<bool> {
    Ok(me.id == other.id
        || me.edits(other.organisation_id)
        || !store::acquaintances(&app.db, me.id, &[other.id]).await?.is_empty())
}

/// What a viewer may change about themselves; [`Change::Keep`] leaves it as it is.
#[derive(Default)]
pub struct ProfileChange {
    pub name: Change<String>,
    pub title: Change<String>,
    pub phone: Change<String>,
    pub language: Change<Language>,
    pub unit_id: Change<Id<Unit>>,
    pub shares_email: Change<bool>,
    pub shares_phone: Change<bool>,
    pub hide_presence: Change<bool>,
    pub notices: Change<NoticeFrequency>,
}

/// # Errors
/// `INVALID` with the field at fault.
pub async fn update_viewer(app: &App, me: &Me, change: ProfileChange) -> Result<Person> {
    let name = match change.name {
        Change::Keep => None,
        Change::Clear => return Err(Error::invalid("name", "error-empty")),
        Change::Set(name) => Some(person_name("name", &name)?),
    };
    let title = change.title.try_map(|title| text::line("title", &title, 100))?;
    let phone = change.phone.try_map(|phone| text::line("phone", &phone, 40))?;
    if let Change::Set(unit_id) = change.unit_id {
        let unit = organisations::unit(&app.db, unit_id).await?;
        if unit.is_none_or(|unit| unit.organisation_id != me.organisation_id) {
            return Err(Error::not_found().on("unitId"));
        }
    }
    let mut tx = app.db.begin().await?;
    let mut person = person(&mut tx, me.id).await?.ok_or_else(Error::not_found)?;
    if let Some(name) = name {
        person.name = name;
    }
    title.apply(&mut person.title);
    phone.apply(&mut person.phone);
    change.unit_id.apply(&mut person.unit_id);
    change.language.apply_required("language", &mut person.language)?;
    change
        .shares_email
        .apply_required("sharesEmail", &mut person.shares_email)?;
    change
        .shares_phone
        .apply_required("sharesPhone", &mut person.shares_phone)?;
    let before = (person.hide_presence, person.notices);
    change
        .hide_presence
        .apply_required("hidePresence", &mut person.hide_presence)?;
    change.notices.apply_required("notices", &mut person.notices)?;
    store::update_person(&mut tx, me, &person, &i18n::sort_key(&person.name)).await?;
    if person.notices != before.1 {
        waiting::frequency_changed(app, &mut tx, &person).await?;
    }
    if person.hide_presence != before.0 {
        // Wherever they have something open, they are shown anew.
        rights_changed(app, &mut tx, me.id).await?;
    }
    app.commit(tx).await?;
    Ok(person)
}

/// No more mails about what waits. Whoever calls this holds the person's right to say so.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn turn_notices_off(tx: &mut crate::db::Tx, person_id: Id<Person>) -> Result<()> {
    Ok(store::turn_notices_off(tx, person_id).await?)
}

/// A person's name as it may stand in lists and mails.
///
/// # Errors
/// `INVALID` on `field`.
pub fn person_name(field: &'static str, name: &str) -> Result<String> {
    text::required_line(field, name, 100)
}

/// An e-mail address, in lower case, as it is kept.
///
/// # Errors
/// `INVALID` on `field`.
pub fn email(field: &'static str, address: &str) -> Result<String> {
    let address = address.trim().to_lowercase();
    // Addresses with other letters than ASCII need SMTPUTF8, which few municipal servers speak.
    let well_formed = address.is_ascii() && address.len() <= 254 && address.parse::<lettre::Address>().is_ok();
    if well_formed && address.split_once('@').is_some_and(|(_, domain)| domain.contains('.')) {
        Ok(address)
    } else {
        Err(Error::invalid(field, "error-email"))
    }
}

/// A new person. Who may make one is decided in `sign_in.rs`; the demo content makes its own.
pub struct NewPerson {
    pub email: String,
    pub name: String,
    pub title: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    pub organisation_id: Uuid,
    pub organisation_confirmed: bool,
    pub unit_id: Option<Id<Unit>>,
    pub shares_email: bool,
    pub shares_phone: bool,
    pub founder: bool,
}

/// Says that a person belongs to the organisation they named. Whoever calls this holds the right to say so.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn set_organisation_confirmed(tx: &mut crate::db::Tx, person_id: Id<Person>) -> Result<()> {
    Ok(store::confirm_organisation(tx, person_id).await?)
}

pub(crate) async fn insert(app: &App, tx: &mut crate::db::Tx, new: NewPerson) -> Result<Person> {
    let now = app.clock.now();
    let person = Person {
        id: Id::of(app.random.id(now)),
        email: new.email,
        name: new.name,
        title: new.title,
        phone: new.phone,
        language: new.language,
        organisation_id: new.organisation_id,
        organisation_confirmed: new.organisation_confirmed,
        unit_id: new.unit_id,
        shares_email: new.shares_email,
        shares_phone: new.shares_phone,
        founder: new.founder,
        hide_presence: false,
        notices: NoticeFrequency::AtOnce,
    };
    store::insert_person(tx, &person, &i18n::sort_key(&person.name), now).await?;
    Ok(person)
}
