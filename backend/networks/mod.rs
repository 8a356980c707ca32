//! Networks: who belongs together, who coordinates, and how one comes in: invited, or by asking. A network spans many
//! organisations, or is one organisation's own.

pub mod audit;
pub mod graphql;
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

#[derive(Clone, Debug)]
pub struct Invitation {
    pub id: Id<Invitation>,
    pub network_id: Id<Network>,
    pub email: String,
    pub name: Option<String>,
    pub organisation_id: Option<Uuid>,
    pub role: NetworkRole,
    pub language: Language,
    pub invited_by: Option<Id<Person>>,
    pub invited_at: Moment,
    pub mail_due_at: Option<Moment>,
    pub mail_attempts: i64,
    pub mailed_at: Option<Moment>,
}
row!(Invitation {
    id,
    network_id,
    email,
    name,
    organisation_id,
    role,
    language,
    invited_by,
    invited_at,
    mail_due_at,
    mail_attempts,
    mailed_at
});

impl Kind for Invitation {
    const PREFIX: &'static str = "invitation";
}

#[derive(Clone, Debug)]
pub struct MembershipRequest {
    pub id: Id<MembershipRequest>,
    pub network_id: Id<Network>,
    pub person_id: Id<Person>,
    pub message: Option<String>,
    pub asked_at: Moment,
}
row!(MembershipRequest {
    id,
    network_id,
    person_id,
    message,
    asked_at
});

impl Kind for MembershipRequest {
    const PREFIX: &'static str = "request";
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

/// An invitation of the demo content, mailed some time ago.
pub(crate) async fn insert_mailed(tx: &mut Tx, inviter: &Person, row: &Invitation) -> Result<()> {
    let seat = Seat {
        network_id: row.network_id,
        person_id: inviter.id,
        role: NetworkRole::Coordinator,
        silence: None,
    };
    store::insert_invitation(tx, &seat, row).await?;
    Ok(store::mailed_invitation(tx, row.id, row.invited_at).await?)
}

pub(crate) async fn insert_request(tx: &mut Tx, row: &MembershipRequest) -> Result<()> {
    Ok(store::put_request(tx, row).await?)
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

/// # Errors
/// When the database does not answer.
pub async fn invitation<'a>(on: impl Into<On<'a>>, id: Id<Invitation>) -> Result<Option<Invitation>> {
    Ok(store::invitation(on, id).await?)
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

// ---- inviting -------------------------------------------------------------------------------------------------------

pub struct NewInvitation {
    pub email: String,
    pub name: Option<String>,
    pub organisation: Option<async_graphql::ID>,
    pub role: NetworkRole,
}

/// Why one of several invitations was not made. The others were.
pub struct Problem {
    pub email: String,
    pub error: Error,
}

/// Most invitations per call.
pub const MOST_INVITATIONS: usize = 500;

/// # Errors
/// As [`coordinator`]; `INVALID` for none or too many. What is wrong with single addresses comes as problems.
pub async fn invite(app: &App, me: &Me, slug: &str, new: Vec<NewInvitation>) -> Result<(Network, i64, Vec<Problem>)> {
    let (network, seat) = coordinator(app, me, slug).await?;
    if new.is_empty() {
        return Err(Error::invalid("invitations", "error-empty"));
    }
    if new.len() > MOST_INVITATIONS {
        return Err(Error::invalid("invitations", "error-too-many").with("most", MOST_INVITATIONS));
    }
    let mut tx = app.db.begin().await?;
    let (mut invited, mut problems) = (0, Vec::new());
    for invitation in new {
        let address = invitation.email.clone();
        match invite_one(app, &mut tx, &network, &seat, invitation).await {
            Ok(()) => invited += 1,
            Err(error @ Error::Refused(_)) => problems.push(Problem { email: address, error }),
            Err(error) => return Err(error),
        }
    }
    app.commit(tx).await?;
    app.post_office.notify_one();
    Ok((network, invited, problems))
}

async fn invite_one(app: &App, tx: &mut Tx, network: &Network, seat: &Seat, new: NewInvitation) -> Result<()> {
    let email = people::email("email", &new.email)?;
    let name = match &new.name {
        Some(name) => text::line("name", name, 100)?,
        None => None,
    };
    let organisation_id = match &new.organisation {
        Some(id) => {
            let OrganisationId(id) = OrganisationId::parse("organisationId", id)?;
            organisations::organisation(app, id)
                .await
                .map_err(|_| Error::not_found().on("organisationId"))?;
            // The coordinators of an organisation's own network speak for it and for nobody else.
            if network.organisation_id.is_some_and(|own| own != id) {
                return Err(Error::invalid("organisationId", "error-other-organisation"));
            }
            Some(id)
        }
        None => network.organisation_id,
    };
    let known = people::person_by_email(&mut *tx, &email).await?;
    if let Some(person) = &known
        && store::membership(&mut *tx, network.id, person.id).await?.is_some()
    {
        return Err(Error::new(ErrorCode::Taken).on("email").saying("error-already-member"));
    }
    let now = app.clock.now();
    let invitation = Invitation {
        id: Id::of(app.random.id(now)),
        network_id: network.id,
        email,
        name,
        organisation_id,
        role: new.role,
        language: known.map_or(network.languages.0[0], |person| person.language),
        invited_by: Some(seat.person_id),
        invited_at: now,
        mail_due_at: Some(now),
        mail_attempts: 0,
        mailed_at: None,
    };
    if !store::insert_invitation(tx, seat, &invitation).await? {
        return Err(Error::new(ErrorCode::Taken).on("email").saying("error-already-invited"));
    }
    Ok(())
}

/// Mails an invitation again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `RATE_LIMITED` when the last mail went less than ten minutes ago.
pub async fn remind(app: &App, me: &Me, id: Id<Invitation>) -> Result<Invitation> {
    let (mut invitation, seat) = own_invitation(app, me, id).await?;
    let now = app.clock.now();
    let pause = std::time::Duration::from_secs(600);
    if invitation.mailed_at.is_some_and(|at| now.since(at) < pause) || invitation.mail_due_at.is_some() {
        return Err(Error::new(ErrorCode::RateLimited)
            .on("id")
            .saying("error-reminded-just-now"));
    }
    let mut tx = app.db.begin().await?;
    store::mail_again(&mut tx, &seat, id, now).await?;
    app.commit(tx).await?;
    app.post_office.notify_one();
    invitation.mail_due_at = Some(now);
    Ok(invitation)
}

/// Takes an invitation back; its links no longer open anything.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn withdraw(app: &App, me: &Me, id: Id<Invitation>) -> Result<Network> {
    let (invitation, seat) = own_invitation(app, me, id).await?;
    let mut tx = app.db.begin().await?;
    store::delete_invitation(&mut tx, &seat, id).await?;
    app.commit(tx).await?;
    network(&app.db, invitation.network_id)
        .await?
        .ok_or_else(Error::not_found)
}

async fn own_invitation(app: &App, me: &Me, id: Id<Invitation>) -> Result<(Invitation, Seat)> {
    let missing = || Error::not_found().on("id");
    let invitation = invitation(&app.db, id).await?.ok_or_else(missing)?;
    // Members do not see invitations at all, so for them this one does not exist.
    let seat = coordinates(app, me, invitation.network_id)
        .await
        .map_err(|_| missing())?;
    Ok((invitation, seat))
}

/// Somebody has opened the mail and pressed the button: they are a member now. Says where to go.
pub(crate) async fn accept(app: &App, tx: &mut Tx, invitation: &Invitation, person: &Person) -> Result<String> {
    let network = network(&mut *tx, invitation.network_id)
        .await?
        .ok_or_else(Error::not_found)?;
    add_member(app, tx, network.id, person, invitation.role).await?;
    store::accept_invitation(tx, invitation.id, app.clock.now()).await?;
    if invitation.organisation_id == Some(person.organisation_id) && !person.organisation_confirmed {
        people::set_organisation_confirmed(tx, person.id).await?;
    }
    Ok(format!("/networks/{}", network.slug))
}

// ---- asking to join -------------------------------------------------------------------------------------------------

/// # Errors
/// `NOT_FOUND` for a network that one may not know of; `TAKEN` for who is a member.
pub async fn request_membership(app: &App, me: &Me, slug: &str, message: Option<String>) -> Result<Network> {
    let network = by_slug(app, me, slug)
        .await?
        .ok_or_else(|| Error::not_found().on("networkSlug"))?;
    let message = match message {
        Some(message) => text::paragraphs("message", &message, 1000)?,
        None => None,
    };
    if seat(&app.db, me, network.id).await?.is_some() {
        return Err(Error::new(ErrorCode::Taken)
            .on("networkSlug")
            .saying("error-already-member"));
    }
    let now = app.clock.now();
    let request = MembershipRequest {
        id: Id::of(app.random.id(now)),
        network_id: network.id,
        person_id: me.id,
        message,
        asked_at: now,
    };
    let mut tx = app.db.begin().await?;
    store::put_request(&mut tx, &request).await?;
    app.commit(tx).await?;
    Ok(network)
}

/// # Errors
/// `NOT_FOUND` for who does not coordinate the network.
pub async fn answer_request(app: &App, me: &Me, id: Id<MembershipRequest>, accept: bool) -> Result<Network> {
    let missing = || Error::not_found().on("id");
    let request = store::request(&app.db, id).await?.ok_or_else(missing)?;
    let seat = coordinates(app, me, request.network_id).await.map_err(|_| missing())?;
    let person = people::person(&app.db, request.person_id).await?.ok_or_else(missing)?;
    let network = network(&app.db, request.network_id).await?.ok_or_else(missing)?;
    let mut tx = app.db.begin().await?;
    store::delete_request(&mut tx, &seat, id).await?;
    if accept {
        add_member(app, &mut tx, request.network_id, &person, NetworkRole::Member).await?;
        rights_changed(app, &mut tx, person.id).await?;
    }
    app.commit(tx).await?;
    Ok(network)
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

/// An invitation, for those who coordinate its network.
///
/// # Errors
/// When the database does not answer.
pub async fn visible_invitation(app: &App, me: &Me, id: Id<Invitation>) -> Result<Option<Invitation>> {
    let Some(found) = invitation(&app.db, id).await? else {
        return Ok(None);
    };
    let seat = seat(&app.db, me, found.network_id).await?;
    Ok(seat.filter(Seat::is_coordinator).map(|_| found))
}

/// A request to join, for those who coordinate the network and whoever asked.
///
/// # Errors
/// When the database does not answer.
pub async fn visible_request(app: &App, me: &Me, id: Id<MembershipRequest>) -> Result<Option<MembershipRequest>> {
    let Some(found) = store::request(&app.db, id).await? else {
        return Ok(None);
    };
    if found.person_id == me.id {
        return Ok(Some(found));
    }
    let seat = seat(&app.db, me, found.network_id).await?;
    Ok(seat.filter(Seat::is_coordinator).map(|_| found))
}
