//! The schema of networks: reading them. Changing them is in `graphql/editing.rs`.

pub mod editing;

use std::collections::HashMap;

use async_graphql::{Context, Object};

use super::{
    Invitation, Membership, MembershipRequest, Network, NetworkRole, Seat,
    audit::{self, AuditEntry, AuditKind},
    silence::Silence,
    store,
};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Conn, Id, Place, Source, Total, Window},
    i18n::Language,
    people::{
        Person, Viewer,
        graphql::{Organisation, People, organisation},
    },
    threads::{self, Thread, graphql::Threads},
};

/// Networks by id, for what belongs to one: whoever sees that, sees its network's name.
pub struct Networks;

impl Source for Networks {
    type Key = Id<Network>;
    type Value = Network;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::networks(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

/// The viewer's seats in networks.
pub struct Seats;

impl Source for Seats {
    type Key = Id<Network>;
    type Value = Seat;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        let rows = store::memberships_in(&app.db, me.id, keys).await?;
        Ok(rows.into_iter().map(|row| (row.network_id, row.seat())).collect())
    }
}

struct MemberCounts;

impl Source for MemberCounts {
    type Key = Id<Network>;
    type Value = i64;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::count_members(&app.db, keys).await?.into_iter().collect())
    }
}

/// The viewer's requests to networks.
struct Requests;

impl Source for Requests {
    type Key = Id<Network>;
    type Value = MembershipRequest;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        let rows = store::requests_of(&app.db, me.id, keys).await?;
        Ok(rows.into_iter().map(|row| (row.network_id, row)).collect())
    }
}

impl Network {
    async fn seat(&self, ctx: &Context<'_>) -> Result<Option<Seat>> {
        ctx.load::<Seats>(self.id).await
    }

    async fn coordinator(&self, ctx: &Context<'_>) -> Result<Option<Seat>> {
        Ok(self.seat(ctx).await?.filter(Seat::is_coordinator))
    }
}

/// People who belong together: of many organisations, or of one. What is said and who says it only its members see.
#[Object]
impl Network {
    /// A TypeID.
    pub async fn id(&self) -> Id<Network> {
        self.id
    }
    /// Its name in addresses.
    async fn slug(&self) -> &str {
        &self.slug
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.name
    }
    /// The languages that are written in it, its own first.
    async fn languages(&self) -> &[Language] {
        &self.languages.0
    }
    /// Whose own network it is; null for one of many organisations.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.organisation_id {
            Some(id) => Ok(Some(organisation(ctx, id).await?)),
            None => Ok(None),
        }
    }
    /// What the viewer is in it; null for who is no member.
    async fn viewer_role(&self, ctx: &Context<'_>) -> Result<Option<NetworkRole>> {
        Ok(self.seat(ctx).await?.map(|seat| seat.role()))
    }
    /// When the viewer asked to join, as long as nobody has answered.
    async fn viewer_requested_at(&self, ctx: &Context<'_>) -> Result<Option<Moment>> {
        Ok(ctx.load::<Requests>(self.id).await?.map(|request| request.asked_at))
    }
    /// How many people are in it; 0 for who is no member.
    async fn member_count(&self, ctx: &Context<'_>) -> Result<i64> {
        match self.seat(ctx).await? {
            Some(_) => Ok(ctx.load::<MemberCounts>(self.id).await?.unwrap_or(0)),
            None => Ok(0),
        }
    }
    /// Its people by name; empty for who is no member.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Membership>> {
        let window = Window::<String>::ascending(first, after.as_deref())?;
        let Some(seat) = self.seat(ctx).await? else {
            return Ok(Conn::nothing());
        };
        let rows = store::list_members(&ctx.app().db, &seat, &window).await?;
        let app = ctx.app().clone();
        let total = Total::by(move || {
            let (app, id) = (app.clone(), seat.network_id());
            async move {
                Ok(store::count_members(&app.db, &[id])
                    .await?
                    .first()
                    .map_or(0, |(_, n)| *n))
            }
        });
        Ok(window.page(
            rows,
            total,
            |row| Place {
                key: row.sort_key.clone(),
                id: row.person_id.0,
            },
            |row| row,
        ))
    }
    /// The organisations that take part, by name; empty for who is no member.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<NetworkOrganisation>> {
        let window = Window::<String>::ascending(first, after.as_deref())?;
        let Some(seat) = self.seat(ctx).await? else {
            return Ok(Conn::nothing());
        };
        let rows = store::list_participants(&ctx.app().db, &seat, &window).await?;
        let app = ctx.app().clone();
        let total = Total::by(move || {
            let (app, seat) = (app.clone(), seat.clone());
            async move { Ok(store::count_participants(&app.db, &seat).await?) }
        });
        Ok(window.page(
            rows,
            total,
            |row| Place {
                key: row.sort_key.clone(),
                id: row.organisation_id,
            },
            |row| NetworkOrganisation { row },
        ))
    }
    /// Its conversations, the latest first; empty for who is no member.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn threads(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Thread>> {
        let seat = self.seat(ctx).await?;
        threads::of_network(ctx.app(), seat.as_ref(), first, after).await
    }
    /// Invitations that nobody has accepted yet, by address; empty for who does not coordinate.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Invitation>> {
        let window = Window::<String>::ascending(first, after.as_deref())?;
        let Some(seat) = self.coordinator(ctx).await? else {
            return Ok(Conn::nothing());
        };
        let rows = store::list_invitations(&ctx.app().db, &seat, &window).await?;
        let app = ctx.app().clone();
        let total = Total::by(move || {
            let (app, seat) = (app.clone(), seat.clone());
            async move { Ok(store::count_invitations(&app.db, &seat).await?) }
        });
        Ok(window.page(
            rows,
            total,
            |row| Place {
                key: row.email.clone(),
                id: row.id.0,
            },
            |row| row,
        ))
    }
    /// What was done to keep order, the newest first; empty for who does not coordinate.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn audit(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<AuditEntry>> {
        let seat = self.coordinator(ctx).await?;
        audit::list(ctx.app(), seat.as_ref(), first, after.as_deref()).await
    }
    /// People who ask to join, the longest waiting first; empty for who does not coordinate.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn membership_requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<MembershipRequest>> {
        let window = Window::<i64>::ascending(first, after.as_deref())?;
        let Some(seat) = self.coordinator(ctx).await? else {
            return Ok(Conn::nothing());
        };
        let rows = store::list_requests(&ctx.app().db, &seat, &window).await?;
        let app = ctx.app().clone();
        let total = Total::by(move || {
            let (app, seat) = (app.clone(), seat.clone());
            async move { Ok(store::count_requests(&app.db, &seat).await?) }
        });
        Ok(window.page(
            rows,
            total,
            |row| Place {
                key: row.asked_at.0,
                id: row.id.0,
            },
            |row| row,
        ))
    }
}

/// Somebody's place in a network.
#[Object]
impl Membership {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        ctx.load::<People>(self.person_id).await?.ok_or_else(Error::not_found)
    }
    /// As what.
    async fn role(&self) -> NetworkRole {
        self.role
    }
    /// Since when.
    async fn joined_at(&self) -> Moment {
        self.joined_at
    }
    /// Until when they may not speak; null when they may, and for who is neither a coordinator nor the person.
    async fn silenced_until(&self, ctx: &Context<'_>) -> Result<Option<Moment>> {
        Ok(self.silence(ctx).await?.map(|silence| silence.until))
    }
    /// Why they may not speak.
    async fn silence_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.silence(ctx).await?.map(|silence| silence.reason))
    }
}

impl Membership {
    /// The silence that holds, as far as the viewer may know of it.
    async fn silence(&self, ctx: &Context<'_>) -> Result<Option<Silence>> {
        let Some(viewer) = ctx.load::<Seats>(self.network_id).await? else {
            return Ok(None);
        };
        let may_know = viewer.is_coordinator() || viewer.person_id() == self.person_id;
        let seat = self.clone().seat();
        Ok(seat.silence(ctx.app().clock.now()).filter(|_| may_know).cloned())
    }
}

/// Something that was done to keep order.
#[Object]
impl AuditEntry {
    /// A TypeID.
    async fn id(&self) -> Id<AuditEntry> {
        self.id
    }
    /// When.
    async fn at(&self) -> Moment {
        self.at
    }
    /// By whom; null where the person is gone.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.by_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// What.
    async fn what(&self) -> AuditKind {
        self.what
    }
    /// To whom, if to anybody who is still there.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// In which thread, if in one.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<Thread>> {
        match self.thread_id {
            Some(id) => ctx.load::<Threads>(id).await,
            None => Ok(None),
        }
    }
    /// The reason that was given; of a changed role, the role.
    async fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

pub struct NetworkOrganisation {
    row: store::Participant,
}

/// An organisation that takes part in a network.
#[Object]
impl NetworkOrganisation {
    /// Which.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.row.organisation_id).await
    }
    /// With how many people.
    async fn member_count(&self) -> i64 {
        self.row.members
    }
}

/// Somebody who was asked to come and has not yet.
#[Object]
impl Invitation {
    /// A TypeID.
    pub async fn id(&self) -> Id<Invitation> {
        self.id
    }
    /// Where it was sent.
    async fn email(&self) -> &str {
        &self.email
    }
    /// Who is meant, if the coordinator said.
    async fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    /// Who they work for, if the coordinator said.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.organisation_id {
            Some(id) => Ok(Some(organisation(ctx, id).await?)),
            None => Ok(None),
        }
    }
    /// What they will be.
    async fn role(&self) -> NetworkRole {
        self.role
    }
    /// When it was made.
    async fn invited_at(&self) -> Moment {
        self.invited_at
    }
    /// When a mail last went out; null before the first.
    async fn mailed_at(&self) -> Option<Moment> {
        self.mailed_at
    }
    /// Whether the mail server has refused it so far, or for good.
    async fn mail_failing(&self) -> bool {
        self.mail_due_at.is_some() && self.mail_attempts > 0
    }
}

/// Somebody who asks to join a network.
#[Object]
impl MembershipRequest {
    /// A TypeID.
    pub async fn id(&self) -> Id<MembershipRequest> {
        self.id
    }
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        ctx.load::<People>(self.person_id).await?.ok_or_else(Error::not_found)
    }
    /// What they say.
    async fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
    /// When.
    async fn asked_at(&self) -> Moment {
        self.asked_at
    }
}

// ---- roots --------------------------------------------------------------------------------------------------------

#[derive(Default)]
pub struct NetworksQuery;

#[Object]
impl NetworksQuery {
    /// The networks that the viewer can find, by name; empty when nobody is signed in.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn networks(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Network>> {
        super::list(ctx.app(), ctx.viewer(), first, after).await
    }

    /// A network by its name in addresses; null when there is none that the viewer can find.
    async fn network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its name in addresses.")] slug: String,
    ) -> Result<Option<Network>> {
        match ctx.viewer().maybe() {
            Some(me) => super::by_slug(ctx.app(), me, &slug).await,
            None => Ok(None),
        }
    }

    /// Whether the viewer may make a network of many organisations.
    async fn may_create_network(&self, ctx: &Context<'_>) -> Result<bool> {
        match ctx.viewer().maybe() {
            Some(me) => super::may_create(ctx.app(), me).await,
            None => Ok(false),
        }
    }
}
