//! Networks: who belongs together, and who coordinates. A network spans many organisations, or is one organisation's own.

pub mod audit;
pub mod graphql;
pub mod joining;
pub mod postman;
pub mod silence;
mod store;

use std::{collections::HashSet, sync::Arc};

use async_graphql::Enum;
use uuid::Uuid;

use crate::{
    app::App,
    clock::Moment,
    db::{On, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window},
    i18n::{Language, sort_key},
    people::{self, Me, OrganisationId, Person, Viewer, organisations, rights_changed},
    text,
    threads::waiting,
};
use audit::{AuditKind, Entry};
pub use joining::{Invitation, MembershipRequest};
use silence::Silence;

#[derive(Clone, Debug)]
pub struct Network {
    pub id: Id<Network>,
    pub slug: String,
    pub name: String,
    pub languages: Languages,
    pub organisation_id: Option<Uuid>,
}
row!(Network {
    id,
    slug,
    name,
    languages,
    organisation_id
});

impl Kind for Network {
    const PREFIX: &'static str = "network";
}

/// What somebody is in a network.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkRole {
    /// Reads and writes.
    Member,
    /// Also invites, changes roles and removes.
    Coordinator,
}
text_enum!(NetworkRole { Member = "MEMBER", Coordinator = "COORDINATOR" });

/// The languages of a network, the first its own. Kept as a JSON list.
#[derive(Clone, Debug)]
pub struct Languages(pub Vec<Language>);

impl crate::db::FromCell for Languages {
    fn from_cell(cell: crate::db::Cell) -> Result<Self, crate::db::Cell> {
        match &cell {
            crate::db::Cell::Text(text) => serde_json::from_str(text).map(Self).map_err(|_| cell),
            _ => Err(cell),
        }
    }
}

impl From<&Languages> for crate::db::Value {
    fn from(languages: &Languages) -> Self {
        serde_json::to_string(&languages.0).unwrap_or_default().into()
    }
}

#[derive(Clone, Debug)]
pub struct Membership {
    pub network_id: Id<Network>,
    pub person_id: Id<Person>,
    pub role: NetworkRole,
    pub joined_at: Moment,
    pub sort_key: String,
    pub silenced_until: Option<Moment>,
    pub silence_reason: Option<String>,
}
row!(Membership {
    network_id,
    person_id,
    role,
    joined_at,
    sort_key,
    silenced_until,
    silence_reason
});

impl Membership {
    fn seat(self) -> Seat {
        let silence = self.silenced_until.map(|until| Silence {
            until,
            reason: self.silence_reason.unwrap_or_default(),
        });
        Seat {
            network_id: self.network_id,
            person_id: self.person_id,
            role: self.role,
            silence,
        }
    }
}

// ---- permission -----------------------------------------------------------------------------------------------------

/// Proof that its holder sits in a network, and as what.
#[derive(Clone, Debug)]
pub struct Seat {
    network_id: Id<Network>,
    person_id: Id<Person>,
    role: NetworkRole,
    silence: Option<Silence>,
}

impl Seat {
    #[must_use]
    pub fn network_id(&self) -> Id<Network> {
        self.network_id
    }

    #[must_use]
    pub fn person_id(&self) -> Id<Person> {
        self.person_id
    }

    #[must_use]
    pub fn role(&self) -> NetworkRole {
        self.role
    }

    #[must_use]
    pub fn is_coordinator(&self) -> bool {
        self.role == NetworkRole::Coordinator
    }
}

impl Seat {
    /// The demo content is written by its people.
    pub(crate) fn for_demo(network_id: Id<Network>, person: &Person) -> Self {
        Self {
            network_id,
            person_id: person.id,
            role: NetworkRole::Member,
            silence: None,
        }
    }
}

/// The viewer's seat in a network, if they have one.
///
/// # Errors
/// When the database does not answer.
pub async fn seat<'a>(on: impl Into<On<'a>>, me: &Me, network_id: Id<Network>) -> Result<Option<Seat>> {
    Ok(store::membership(on, network_id, me.id).await?.map(Membership::seat))
}

/// The viewer's seat as coordinator of the network with this slug.
///
/// # Errors
/// `NOT_FOUND` for a network that the viewer may not know of, `FORBIDDEN` for one that they do not coordinate.
async fn coordinator(app: &App, me: &Me, slug: &str) -> Result<(Network, Seat)> {
    let network = by_slug(app, me, slug)
        .await?
        .ok_or_else(|| Error::not_found().on("networkSlug"))?;
    let seat = coordinates(app, me, network.id).await?;
    Ok((network, seat))
}

async fn coordinates(app: &App, me: &Me, network_id: Id<Network>) -> Result<Seat> {
    seat(&app.db, me, network_id)
        .await?
        .filter(Seat::is_coordinator)
        .ok_or_else(Error::forbidden)
}

/// Networks can be found by everybody who is signed in, so that one can ask to join; an organisation's own only by its
/// people.
fn may_find(me: &Me, network: &Network) -> bool {
    network.organisation_id.is_none_or(|own| me.edits(own))
}

/// Who may make a network of many organisations: the founder, and whoever coordinates one.
///
/// # Errors
/// When the database does not answer.
pub async fn may_create(app: &App, me: &Me) -> Result<bool> {
    Ok(me.founder || store::coordinates_any(&app.db, me.id).await?)
}

// ---- reading --------------------------------------------------------------------------------------------------------

/// # Errors
/// When the database does not answer.
pub async fn by_slug(app: &App, me: &Me, slug: &str) -> Result<Option<Network>> {
    let Some(network) = store::network_by_slug(&app.db, slug).await? else {
        return Ok(None);
    };
    let visible = may_find(me, &network) || seat(&app.db, me, network.id).await?.is_some();
    Ok(visible.then_some(network))
}

/// # Errors
/// When the database does not answer.
pub async fn network<'a>(on: impl Into<On<'a>>, id: Id<Network>) -> Result<Option<Network>> {
    Ok(store::networks(on, &[id]).await?.into_iter().next())
}

/// A network of many organisations with those that take part in it, for its feed of public actions. An organisation's
/// own network has none.
///
/// # Errors
/// When the database does not answer.
pub async fn public(app: &App, slug: &str) -> Result<Option<(Network, HashSet<Uuid>)>> {
    let found = store::network_by_slug(&app.db, slug).await?;
    let Some(network) = found.filter(|network| network.organisation_id.is_none()) else {
        return Ok(None);
    };
    let organisations = store::organisations_of(&app.db, network.id).await?;
    Ok(Some((network, organisations.into_iter().collect())))
}

/// As [`by_slug`], by id.
///
/// # Errors
/// When the database does not answer.
pub async fn visible(app: &App, me: &Me, id: Id<Network>) -> Result<Option<Network>> {
    let Some(network) = network(&app.db, id).await? else {
        return Ok(None);
    };
    let visible = may_find(me, &network) || seat(&app.db, me, id).await?.is_some();
    Ok(visible.then_some(network))
}

/// The networks that the viewer can find, by name.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(app: &Arc<App>, viewer: &Viewer, first: i32, after: Option<String>) -> Result<Conn<Network>> {
    let window = Window::<String>::ascending(first, after.as_deref())?;
    let Some(me) = viewer.maybe().cloned() else {
        return Ok(Conn::nothing());
    };
    let rows = store::list_networks(&app.db, &me, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let (app, me) = (app.clone(), me.clone());
        async move { Ok(store::count_networks(&app.db, &me).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: sort_key(&row.name),
            id: row.id.0,
        },
        |row| row,
    ))
}

/// Those of some people who are members.
///
/// # Errors
/// When the database does not answer.
pub async fn members_among(app: &App, network_id: Id<Network>, people: &[Id<Person>]) -> Result<Vec<Id<Person>>> {
    Ok(store::members_among(&app.db, network_id, people).await?)
}

/// Those of some organisations that take part.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations_among(app: &App, network_id: Id<Network>, organisations: &[Uuid]) -> Result<Vec<Uuid>> {
    Ok(store::organisations_among(&app.db, network_id, organisations).await?)
}

/// How many people are in a network.
///
/// # Errors
/// When the database does not answer.
pub async fn count_members(app: &App, network_id: Id<Network>) -> Result<i64> {
    let counts = store::count_members(&app.db, &[network_id]).await?;
    Ok(counts.first().map_or(0, |(_, n)| *n))
}

// ---- founding -------------------------------------------------------------------------------------------------------

pub struct NewNetwork {
    pub slug: String,
    pub name: String,
    pub languages: Vec<Language>,
    pub organisation: Option<OrganisationId>,
}

/// # Errors
/// `INVALID`, `TAKEN` for a slug in use, `FORBIDDEN` for who may not.
pub async fn create(app: &App, me: &Me, new: NewNetwork) -> Result<Network> {
    let slug = slug(&new.slug)?;
    let name = text::required_line("name", &new.name, 120)?;
    let mut languages = new.languages;
    let mut seen = Vec::new();
    languages.retain(|language| {
        !seen.contains(language) && {
            seen.push(*language);
            true
        }
    });
    if languages.is_empty() {
        return Err(Error::invalid("languages", "error-empty"));
    }
    let allowed = match new.organisation {
        None => may_create(app, me).await?,
        Some(OrganisationId(own)) => {
            organisations::organisation(app, own)
                .await
                .map_err(|_| Error::not_found().on("organisationId"))?;
            me.edits(own)
        }
    };
    if !allowed {
        return Err(Error::forbidden());
    }
    let mut tx = app.db.begin().await?;
    let organisation_id = new.organisation.map(|own| own.0);
    let network = insert(app, &mut tx, slug, name, languages, organisation_id).await?;
    let person = people::person(&mut tx, me.id).await?.ok_or_else(Error::not_found)?;
    add_member(app, &mut tx, network.id, &person, NetworkRole::Coordinator).await?;
    app.commit(tx).await?;
    Ok(network)
}

pub(crate) async fn insert(
    app: &App,
    tx: &mut Tx,
    slug: String,
    name: String,
    languages: Vec<Language>,
    organisation_id: Option<Uuid>,
) -> Result<Network> {
    let now = app.clock.now();
    let network = Network {
        id: Id::of(app.random.id(now)),
        slug,
        name,
        languages: Languages(languages),
        organisation_id,
    };
    store::insert_network(tx, &network, &sort_key(&network.name), now)
        .await
        .map_err(|error| {
            if error.is_unique("network") {
                Error::new(ErrorCode::Taken).on("slug")
            } else {
                Error::from(error)
            }
        })?;
    Ok(network)
}

/// Small letters, digits and hyphens: it stands in addresses.
fn slug(text: &str) -> Result<String> {
    let text = text::required_line("slug", text, 60)?;
    let fits = text.len() >= 2
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text != "new";
    if fits {
        Ok(text)
    } else {
        Err(Error::invalid("slug", "error-slug"))
    }
}

/// Makes somebody a member, or does nothing when they are one. Their request, if any, is thereby answered.
pub(crate) async fn add_member(
    app: &App,
    tx: &mut Tx,
    network_id: Id<Network>,
    person: &Person,
    role: NetworkRole,
) -> Result<()> {
    let now = app.clock.now();
    let membership = Membership {
        network_id,
        person_id: person.id,
        role,
        joined_at: now,
        sort_key: sort_key(&person.name),
        silenced_until: None,
        silence_reason: None,
    };
    store::insert_membership(tx, &membership, person.organisation_id).await?;
    store::delete_request_of(tx, network_id, person.id).await?;
    Ok(())
}

// ---- members --------------------------------------------------------------------------------------------------------

/// # Errors
/// `NOT_FOUND` for who is no member; `INVALID` when it would leave the network without a coordinator.
pub async fn set_role(app: &App, me: &Me, slug: &str, person_id: Id<Person>, role: NetworkRole) -> Result<Membership> {
    let (network, seat) = coordinator(app, me, slug).await?;
    let mut tx = app.db.begin().await?;
    let mut membership = store::membership(&mut tx, network.id, person_id)
        .await?
        .ok_or_else(|| Error::not_found().on("personId"))?;
    store::set_role(&mut tx, &seat, person_id, role).await?;
    keep_a_coordinator(&mut tx, network.id).await?;
    let entry = Entry::of(AuditKind::RoleChanged).about(person_id).because(role.text());
    audit::record(app, &mut tx, &seat, entry).await?;
    rights_changed(app, &mut tx, person_id).await?;
    app.commit(tx).await?;
    membership.role = role;
    Ok(membership)
}

/// # Errors
/// As [`set_role`].
pub async fn remove(app: &App, me: &Me, slug: &str, person_id: Id<Person>) -> Result<Network> {
    let (network, seat) = coordinator(app, me, slug).await?;
    end_membership(app, &seat, person_id)
        .await
        .map_err(|error| match error.code() {
            ErrorCode::NotFound => error.on("personId"),
            _ => error,
        })?;
    Ok(network)
}

/// # Errors
/// `NOT_FOUND` for who is no member; `INVALID` for the last coordinator.
pub async fn leave(app: &App, me: &Me, slug: &str) -> Result<Network> {
    let missing = || Error::not_found().on("networkSlug");
    let network = by_slug(app, me, slug).await?.ok_or_else(missing)?;
    let seat = seat(&app.db, me, network.id).await?.ok_or_else(missing)?;
    end_membership(app, &seat, me.id).await?;
    Ok(network)
}

async fn end_membership(app: &App, seat: &Seat, person_id: Id<Person>) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if store::delete_membership(&mut tx, seat, person_id).await? == 0 {
        return Err(Error::not_found());
    }
    keep_a_coordinator(&mut tx, seat.network_id).await?;
    if person_id != seat.person_id {
        let entry = Entry::of(AuditKind::MemberRemoved).about(person_id);
        audit::record(app, &mut tx, seat, entry).await?;
    }
    rights_changed(app, &mut tx, person_id).await?;
    waiting::left(app, &mut tx, seat, person_id).await?;
    app.commit(tx).await
}

async fn keep_a_coordinator(tx: &mut Tx, network_id: Id<Network>) -> Result<()> {
    if store::count_coordinators(tx, network_id).await? == 0 {
        return Err(Error::new(ErrorCode::Invalid).saying("error-last-coordinator"));
    }
    Ok(())
}

/// A coordinator of a network of many organisations says that a member works where they say.
///
/// # Errors
/// `FORBIDDEN` in an organisation's own network for somebody from elsewhere.
pub async fn confirm_organisation(app: &App, me: &Me, slug: &str, person_id: Id<Person>) -> Result<Person> {
    let missing = || Error::not_found().on("personId");
    let (network, _) = coordinator(app, me, slug).await?;
    store::membership(&app.db, network.id, person_id)
        .await?
        .ok_or_else(missing)?;
    let mut tx = app.db.begin().await?;
    let mut person = people::person(&mut tx, person_id).await?.ok_or_else(missing)?;
    if network.organisation_id.is_some_and(|own| own != person.organisation_id) {
        return Err(Error::forbidden());
    }
    people::set_organisation_confirmed(&mut tx, person_id).await?;
    rights_changed(app, &mut tx, person_id).await?;
    app.commit(tx).await?;
    person.organisation_confirmed = true;
    Ok(person)
}
