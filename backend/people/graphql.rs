//! The schema of people and organisations.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, InputObject, Interface, MaybeUndefined, Object, SimpleObject};
use uuid::Uuid;

use super::{
    Country, NoticeFrequency, Organisation as Row, OrganisationId, OrganisationKind, Person, ProfileChange, Session,
    SessionKind, Unit, Viewer,
    organisations::{self, Filter},
    sign_in, store,
};
use crate::{
    actions::graphql::Theme,
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Conn, Id, Source},
    i18n::Language,
    networks::{self, Network, NetworkRole},
    requests::graphql::ExpertiseOf,
};

// ---- organisations ------------------------------------------------------------------------------------------------

/// A body that people work for.
#[derive(Interface)]
#[graphql(
    field(name = "id", ty = "ID", desc = "A TypeID."),
    field(name = "name", ty = "&str", desc = "Its official name."),
    field(name = "country", ty = "Country", desc = "The country that it is in."),
    field(
        name = "units",
        ty = "Vec<Unit>",
        desc = "Its administrations and companies, by name."
    )
)]
pub enum Organisation {
    Municipality(Municipality),
    OtherOrganisation(OtherOrganisation),
}

impl From<Arc<Row>> for Organisation {
    fn from(row: Arc<Row>) -> Self {
        match row.kind {
            OrganisationKind::Municipality => Self::Municipality(Municipality(row)),
            _ => Self::OtherOrganisation(OtherOrganisation(row)),
        }
    }
}

/// The organisation with this id, from memory.
///
/// # Errors
/// When there is none, which the foreign keys rule out.
pub async fn organisation(ctx: &Context<'_>, id: Uuid) -> Result<Organisation> {
    Ok(organisations::organisation(ctx.app(), id).await?.into())
}

#[derive(Clone)]
pub struct Municipality(pub Arc<Row>);

/// A Swedish or Norwegian municipality.
#[Object]
impl Municipality {
    /// A TypeID.
    pub async fn id(&self) -> ID {
        self.0.type_id()
    }
    /// Its official name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// The country that it is in.
    async fn country(&self) -> Country {
        self.0.country
    }
    /// Its administrations and companies, by name.
    async fn units(&self, ctx: &Context<'_>) -> Result<Vec<Unit>> {
        Ok(ctx.load::<UnitsOf>(self.0.id).await?.unwrap_or_default())
    }
    /// Four digits, unique only within the country: 1860 is both Laxå and Vestvågøy.
    async fn code(&self) -> &str {
        self.0.code.as_deref().unwrap_or_default()
    }
    /// The county's name.
    async fn county(&self) -> &str {
        self.0.county.as_deref().unwrap_or_default()
    }
    /// Inhabitants (SE 2023-12-31, SCB; NO 2024-01-01, SSB).
    async fn population(&self) -> Option<i64> {
        self.0.population
    }
    /// Land in km², without lakes and sea (SE 2015, SCB; NO 2021, SSB).
    async fn land_area(&self) -> Option<f64> {
        self.0.land_area
    }
    /// Degrees north of a point inside it.
    async fn latitude(&self) -> Option<f64> {
        self.0.latitude
    }
    /// Degrees east of a point inside it.
    async fn longitude(&self) -> Option<f64> {
        self.0.longitude
    }
}

#[derive(Clone)]
pub struct OtherOrganisation(pub Arc<Row>);

/// A county, a county administration, an agency, an association or another body.
#[Object]
impl OtherOrganisation {
    /// A TypeID.
    pub async fn id(&self) -> ID {
        self.0.type_id()
    }
    /// Its official name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// The country that it is in.
    async fn country(&self) -> Country {
        self.0.country
    }
    /// Its administrations and companies, by name.
    async fn units(&self, ctx: &Context<'_>) -> Result<Vec<Unit>> {
        Ok(ctx.load::<UnitsOf>(self.0.id).await?.unwrap_or_default())
    }
    /// What it is.
    async fn kind(&self) -> OrganisationKind {
        self.0.kind
    }
    /// The county that it is for, if one.
    async fn county(&self) -> Option<&str> {
        self.0.county.as_deref()
    }
}

/// An administration or company of an organisation.
#[Object]
impl Unit {
    /// A TypeID.
    pub async fn id(&self) -> Id<Unit> {
        self.id
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.name
    }
}

/// Units by id.
pub struct Units;

impl Source for Units {
    type Key = Id<Unit>;
    type Value = Unit;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::units(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

struct UnitsOf;

impl Source for UnitsOf {
    type Key = Uuid;
    type Value = Vec<Unit>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<Unit>> = HashMap::new();
        for unit in store::units_of(&app.db, keys).await? {
            found.entry(unit.organisation_id).or_default().push(unit);
        }
        Ok(found)
    }
}

// ---- people -------------------------------------------------------------------------------------------------------

/// People by id; a person is seen wherever something of theirs is.
pub struct People;

impl Source for People {
    type Key = Id<Person>;
    type Value = Person;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::persons(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

/// Those of some people whom the viewer shares a network with.
struct Acquaintances;

impl Source for Acquaintances {
    type Key = Id<Person>;
    type Value = ();
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        Ok(store::acquaintances(&app.db, me.id, keys)
            .await?
            .into_iter()
            .map(|id| (id, ()))
            .collect())
    }
}

impl Person {
    fn is_viewer(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| me.id == self.id)
    }

    /// Whether the viewer may see what this person shares with the members of their networks, or `shares` nothing.
    async fn shows(&self, ctx: &Context<'_>, shares: bool) -> Result<bool> {
        Ok(self.is_viewer(ctx) || (shares && ctx.load::<Acquaintances>(self.id).await?.is_some()))
    }
}

/// Somebody who works with climate and environment.
#[Object]
impl Person {
    /// A TypeID.
    pub async fn id(&self) -> Id<Person> {
        self.id
    }
    /// Given name and surname.
    async fn name(&self) -> &str {
        &self.name
    }
    /// What their work is called.
    async fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
    /// The language that they read and write in.
    async fn language(&self) -> Language {
        self.language
    }
    /// Who they work for.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.organisation_id).await
    }
    /// Whether a coordinator has said that they do; only then may they edit what is the organisation's.
    async fn organisation_confirmed(&self) -> bool {
        self.organisation_confirmed
    }
    /// The administration or company that they work in.
    async fn unit(&self, ctx: &Context<'_>) -> Result<Option<Unit>> {
        match self.unit_id {
            Some(id) => ctx.load::<Units>(id).await,
            None => Ok(None),
        }
    }
    /// Null unless the person shares it with the viewer.
    async fn email(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        Ok(self.shows(ctx, self.shares_email).await?.then_some(&self.email))
    }
    /// Null unless the person shares it with the viewer.
    async fn phone(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        Ok(if self.shows(ctx, self.shares_phone).await? {
            self.phone.as_deref()
        } else {
            None
        })
    }
    /// Whether the viewer, if it is they, shows the address to the members of their networks.
    async fn shares_email(&self, ctx: &Context<'_>) -> bool {
        self.is_viewer(ctx) && self.shares_email
    }
    /// Whether the viewer, if it is they, shows the number to the members of their networks.
    async fn shares_phone(&self, ctx: &Context<'_>) -> bool {
        self.is_viewer(ctx) && self.shares_phone
    }
    /// Whether the viewer, if it is they, is counted but not named where they are.
    async fn hide_presence(&self, ctx: &Context<'_>) -> bool {
        self.is_viewer(ctx) && self.hide_presence
    }
    /// How often the viewer wants mails about what waits for them; null on others.
    async fn notices(&self, ctx: &Context<'_>) -> Option<NoticeFrequency> {
        self.is_viewer(ctx).then_some(self.notices)
    }
    /// What they say that they know about; empty for who is not signed in.
    async fn expertise(&self, ctx: &Context<'_>) -> Result<Vec<Theme>> {
        if ctx.viewer().maybe().is_none() {
            return Ok(Vec::new());
        }
        let keys = ctx.load::<ExpertiseOf>(self.id).await?.unwrap_or_default();
        Ok(keys.iter().filter_map(|key| Theme::by_key(key)).collect())
    }
    /// The viewer's own networks, by name; empty on others.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<OwnMembership>> {
        let Some(me) = ctx.viewer().maybe().filter(|me| me.id == self.id) else {
            return Ok(Vec::new());
        };
        let mut memberships = Vec::new();
        for row in store::memberships_of(&ctx.app().db, me).await? {
            memberships.push(OwnMembership {
                network_id: row.network_id,
                role: row.role,
            });
        }
        Ok(memberships)
    }
}

pub struct OwnMembership {
    network_id: Uuid,
    role: NetworkRole,
}

/// One of the viewer's own networks.
#[Object]
impl OwnMembership {
    /// The network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Network> {
        ctx.load::<networks::graphql::Networks>(Id::of(self.network_id))
            .await?
            .ok_or_else(Error::not_found)
    }
    /// What the viewer is in it.
    async fn role(&self) -> NetworkRole {
        self.role
    }
}

/// A browser where the viewer is signed in, or an API token of theirs.
#[Object]
impl Session {
    /// A TypeID.
    pub async fn id(&self) -> Id<Session> {
        self.id
    }
    /// Browser or program.
    async fn kind(&self) -> SessionKind {
        self.kind
    }
    /// What the browser calls itself, or the token's name.
    async fn name(&self) -> &str {
        &self.name
    }
    /// When it began.
    async fn created_at(&self) -> Moment {
        self.created_at
    }
    /// When it was last used, to within ten minutes.
    async fn used_at(&self) -> Moment {
        self.used_at
    }
    /// When it ends at the latest; null for a token, which lasts until it is revoked.
    async fn expires_at(&self) -> Option<Moment> {
        self.expires_at
    }
    /// Whether it is the one that asks.
    async fn current(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| me.session_id == self.id)
    }
}

// ---- roots --------------------------------------------------------------------------------------------------------

#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// Who is signed in; null when nobody is.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match ctx.viewer().maybe() {
            Some(me) => super::person(&ctx.app().db, me.id).await,
            None => Ok(None),
        }
    }

    /// Municipalities by name, of one country or both, whose name contains `text` or whose code begins with it.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn municipalities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this country.")] country: Option<Country>,
        #[graphql(desc = "A part of the name, or the beginning of the code.")] text: Option<String>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Municipality>> {
        let filter = Filter {
            country,
            kind: Some(OrganisationKind::Municipality),
            text,
        };
        let page = organisations::list(ctx.app(), filter, first, after).await?;
        Ok(page.narrowed(|node| match node {
            Organisation::Municipality(node) => Some(node),
            Organisation::OtherOrganisation(_) => None,
        }))
    }

    /// Organisations of every kind by name; also for somebody who is about to make an account.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A part of the name, or the beginning of the code.")] text: Option<String>,
        #[graphql(desc = "Only those of this kind.")] kind: Option<OrganisationKind>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Organisation>> {
        organisations::list(
            ctx.app(),
            Filter {
                country: None,
                kind,
                text,
            },
            first,
            after,
        )
        .await
    }

    /// An administration or company; null when there is none with this id.
    async fn unit(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: Id<Unit>) -> Result<Option<Unit>> {
        ctx.load::<Units>(id).await
    }

    /// Where the viewer is signed in, and their API tokens, newest first.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        sign_in::sessions(ctx.app(), ctx.me()?).await
    }
}

/// A field left out is unchanged; null clears `title`, `phone` and `unitId`.
#[derive(InputObject)]
pub struct UpdateViewerInput {
    /// Given name and surname, at most 100 characters.
    name: MaybeUndefined<String>,
    /// What their work is called, at most 100 characters.
    title: MaybeUndefined<String>,
    /// The language of interface and mails, on every device.
    language: MaybeUndefined<Language>,
    /// A unit of their own organisation.
    unit_id: MaybeUndefined<Id<Unit>>,
    /// At most 40 characters.
    phone: MaybeUndefined<String>,
    /// Show the address to the members of the same networks.
    shares_email: MaybeUndefined<bool>,
    /// Show the number to the members of the same networks.
    shares_phone: MaybeUndefined<bool>,
    /// Be counted, but not named, where they are.
    hide_presence: MaybeUndefined<bool>,
    /// How often to mail what waits for them.
    notices: MaybeUndefined<NoticeFrequency>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateViewerPayload {
    /// As they are now.
    viewer: Person,
}

/// Adds a body that the reference data lacks.
#[derive(InputObject)]
pub struct CreateOrganisationInput {
    /// At most 120 characters.
    name: String,
    /// The country that it is in.
    country: Country,
    /// Neither a municipality nor a county: those are given.
    kind: OrganisationKind,
}

/// What came of adding an organisation.
#[derive(SimpleObject)]
pub struct CreateOrganisationPayload {
    /// The new organisation.
    organisation: Organisation,
}

/// Adds an administration or company to one's own organisation.
#[derive(InputObject)]
pub struct CreateUnitInput {
    /// The viewer's own organisation.
    organisation_id: ID,
    /// At most 120 characters, unique within the organisation.
    name: String,
}

/// What came of adding a unit.
#[derive(SimpleObject)]
pub struct CreateUnitPayload {
    /// The new unit.
    unit: Unit,
}

/// Makes a token for a program that acts as the viewer.
#[derive(InputObject)]
pub struct CreateApiTokenInput {
    /// What it is for, at most 100 characters.
    name: String,
}

/// What came of making a token.
#[derive(SimpleObject)]
pub struct CreateApiTokenPayload {
    /// The secret, shown this once.
    token: String,
    /// The token as it is listed.
    session: Session,
}

/// Signs out one browser, or revokes one token.
#[derive(InputObject)]
pub struct EndSessionInput {
    /// One of the viewer's own.
    id: Id<Session>,
}

/// What came of ending a session.
#[derive(SimpleObject)]
pub struct EndSessionPayload {
    /// Those that are left.
    sessions: Vec<Session>,
}

#[derive(Default)]
pub struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Changes what the viewer tells about themselves, and the language that they are spoken to in.
    async fn update_viewer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateViewerInput,
    ) -> Result<UpdateViewerPayload> {
        let change = ProfileChange {
            name: input.name.into(),
            title: input.title.into(),
            phone: input.phone.into(),
            language: input.language.into(),
            unit_id: input.unit_id.into(),
            shares_email: input.shares_email.into(),
            shares_phone: input.shares_phone.into(),
            hide_presence: input.hide_presence.into(),
            notices: input.notices.into(),
        };
        Ok(UpdateViewerPayload {
            viewer: super::update_viewer(ctx.app(), ctx.me()?, change).await?,
        })
    }

    /// Adds an organisation of another kind than municipality and county. Coordinators of a network may.
    async fn create_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateOrganisationInput,
    ) -> Result<CreateOrganisationPayload> {
        if !networks::may_create(ctx.app(), ctx.me()?).await? {
            return Err(Error::forbidden());
        }
        let organisation = organisations::create(ctx.app(), &input.name, input.country, input.kind).await?;
        Ok(CreateOrganisationPayload {
            organisation: organisation.into(),
        })
    }

    /// Adds an administration or company to the viewer's own organisation.
    async fn create_unit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateUnitInput,
    ) -> Result<CreateUnitPayload> {
        let me = ctx.me()?;
        let OrganisationId(id) = OrganisationId::parse("organisationId", &input.organisation_id)?;
        Ok(CreateUnitPayload {
            unit: organisations::create_unit(ctx.app(), me, id, &input.name).await?,
        })
    }

    /// Makes an API token, for `Authorization: Bearer`.
    async fn create_api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateApiTokenInput,
    ) -> Result<CreateApiTokenPayload> {
        let (token, session) = sign_in::create_api_token(ctx.app(), ctx.me()?.id, &input.name).await?;
        Ok(CreateApiTokenPayload { token, session })
    }

    /// Signs out one of the viewer's browsers, or revokes one of their tokens.
    async fn end_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: EndSessionInput,
    ) -> Result<EndSessionPayload> {
        let me = ctx.me()?;
        sign_in::end_session(ctx.app(), me, input.id).await?;
        Ok(EndSessionPayload {
            sessions: sign_in::sessions(ctx.app(), me).await?,
        })
    }
}
