//! How one comes into a network: invited by those who coordinate it, or by asking them.

use uuid::Uuid;

use super::{Network, NetworkRole, Seat, add_member, by_slug, coordinates, coordinator, network, seat, store};
use crate::{
    app::App,
    clock::Moment,
    db::{On, Tx, row},
    error::{Error, ErrorCode, Result},
    graphql::{Id, Kind},
    i18n::Language,
    people::{self, Me, OrganisationId, Person, organisations, rights_changed},
    text,
};

// ---- inviting -------------------------------------------------------------------------------------------------------

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

/// # Errors
/// When the database does not answer.
pub async fn invitation<'a>(on: impl Into<On<'a>>, id: Id<Invitation>) -> Result<Option<Invitation>> {
    Ok(store::invitation(on, id).await?)
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

// ---- asking to join -------------------------------------------------------------------------------------------------

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

pub(crate) async fn insert_request(tx: &mut Tx, row: &MembershipRequest) -> Result<()> {
    Ok(store::put_request(tx, row).await?)
}
