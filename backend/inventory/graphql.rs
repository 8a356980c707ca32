//! The schema of the inventory.

use async_graphql::{Context, Enum, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use uuid::Uuid;

use super::{
    Account, ClimateRisk, Emission, EmissionSource, FigureChange, RiskChange, RiskSeverity, RiskText, Series, sectors,
    statistics::{self, Statistics},
    store,
};
use crate::{
    actions::graphql::Text,
    clock::Moment,
    error::{ErrorCode, Result},
    graphql::{Ask, Conn, Id},
    i18n::Language,
    imports::{self, FileImport, ImportKind},
    people::{
        OrganisationId, Person,
        graphql::{Organisation, People, organisation},
        organisations,
    },
};

/// A municipality's inventory: what threatens it, and what is emitted in it.
pub struct Inventory(Uuid);

/// What threatens an organisation's area, and what is emitted in it.
#[Object]
impl Inventory {
    /// Whose it is.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.0).await
    }
    /// Whether the viewer may edit it.
    async fn viewer_may_edit(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| me.edits(self.0))
    }
    /// Climate risks in their order, at most 100.
    async fn risks(&self, ctx: &Context<'_>) -> Result<Vec<ClimateRisk>> {
        Ok(store::risks(&ctx.app().db, self.0).await?)
    }
    /// Emissions by sector and year, an account for each source, the one with the latest figures first.
    async fn accounts(&self, ctx: &Context<'_>) -> Result<Vec<EmissionAccount>> {
        Ok(super::accounts(ctx.app(), self.0)
            .await?
            .into_iter()
            .map(EmissionAccount)
            .collect())
    }
    /// Files that were taken over, the latest first; empty for those who may not edit.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<EmissionImport>> {
        if !ctx.viewer().maybe().is_some_and(|me| me.edits(self.0)) {
            return Ok(Conn::nothing());
        }
        Box::pin(super::journal(ctx.app(), self.0, first, after)).await
    }
}

/// What a changing climate threatens.
#[Object]
impl ClimateRisk {
    /// A TypeID.
    async fn id(&self) -> Id<ClimateRisk> {
        self.id
    }
    /// What is at risk, in a few words.
    async fn title(&self) -> Text {
        Text::written(&self.title, self.language)
    }
    /// More about it.
    async fn description(&self) -> Option<Text> {
        self.description
            .as_deref()
            .map(|text| Text::written(text, self.language))
    }
    /// How bad it would be.
    async fn severity(&self) -> RiskSeverity {
        self.severity
    }
    /// An update has to name it.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// When it was last changed.
    async fn updated_at(&self) -> Moment {
        self.updated_at
    }
}

#[derive(Clone, Copy)]
pub struct EmissionSector(&'static sectors::Sector);

/// A sector that emissions are counted in; those of both countries side by side.
#[Object]
impl EmissionSector {
    /// Stays the same in all languages.
    async fn key(&self) -> &str {
        &self.0.key
    }
    /// In the reader's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        self.0.name(ctx.language())
    }
    /// The key of the sector that it is a part of.
    async fn parent_key(&self) -> Option<&str> {
        self.0.parent().map(|parent| parent.key.as_str())
    }
    /// Whether the whole is the sum of this one and its like.
    async fn adds_up(&self) -> bool {
        self.0.adds_up()
    }
}

pub struct EmissionAccount(Account);

/// Emissions by sector and year as one source counts them.
#[Object]
impl EmissionAccount {
    /// Who counts.
    async fn source(&self) -> EmissionSource {
        self.0.source
    }
    /// When the latest of its figures were imported.
    async fn imported_at(&self) -> Moment {
        self.0.imported_at
    }
    /// By sector; a part follows its whole, and the total comes last.
    async fn series(&self) -> Vec<EmissionSeries> {
        self.0.series.iter().cloned().map(EmissionSeries).collect()
    }
}

pub struct EmissionSeries(Series);

/// A sector's emissions by year.
#[Object]
impl EmissionSeries {
    /// Of what.
    async fn sector(&self) -> EmissionSector {
        EmissionSector(self.0.sector)
    }
    /// By year, the earliest first.
    async fn values(&self) -> Vec<EmissionValue> {
        self.0.values.iter().cloned().map(EmissionValue).collect()
    }
    /// Added up here from its parts, and not in the source.
    async fn computed(&self) -> bool {
        self.0.computed
    }
}

pub struct EmissionValue(Emission);

/// What was emitted in a year.
#[Object]
impl EmissionValue {
    /// In which.
    async fn year(&self) -> i64 {
        self.0.year
    }
    /// Of CO2 equivalents.
    async fn tonnes(&self) -> f64 {
        self.0.tonnes
    }
    /// Where the figure comes from.
    async fn source(&self) -> &str {
        &self.0.source
    }
    /// On what terms.
    async fn licence(&self) -> &str {
        &self.0.licence
    }
    /// When it was imported.
    async fn imported_at(&self) -> Moment {
        self.0.imported_at
    }
}

pub struct EmissionImport(pub FileImport);

impl EmissionImport {
    fn content(&self) -> Result<Statistics> {
        super::content(&self.0)
    }
}

/// A file with emissions, and what it holds for one municipality. Sending one in changes nothing; see `applyEmissionImport`.
#[Object]
impl EmissionImport {
    /// A TypeID.
    async fn id(&self) -> Id<FileImport> {
        self.0.id
    }
    /// Whose figures.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.0.organisation_id).await
    }
    /// As it was called.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }
    /// The file's SHA-256, hexadecimal.
    async fn file_hash(&self) -> &str {
        &self.0.file_hash
    }
    /// When it was sent in.
    async fn created_at(&self) -> Moment {
        self.0.created_at
    }
    /// When it was taken over; null while it is only looked at.
    async fn applied_at(&self) -> Option<Moment> {
        self.0.applied_at
    }
    /// Who took it over.
    async fn applied_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.applied_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Who counts.
    async fn source(&self) -> Result<EmissionSource> {
        Ok(self.content()?.account)
    }
    /// How the source wants to be named; empty where it has to be said.
    async fn attribution(&self) -> Result<&'static str> {
        Ok(self.content()?.account.attribution())
    }
    /// What the file says of itself above its table.
    async fn title(&self) -> Result<Option<String>> {
        Ok(self.content()?.title)
    }
    /// What the file calls the municipality; null where it names none.
    async fn municipality(&self) -> Result<Option<String>> {
        Ok(self.content()?.municipality)
    }
    /// Of how many other municipalities it holds figures, which are left alone.
    async fn others(&self) -> Result<usize> {
        Ok(self.content()?.others)
    }
    /// Whether the answer has further pages, which are not in the file.
    async fn more_pages(&self) -> Result<bool> {
        Ok(self.content()?.more_pages)
    }
    /// Ids of key figures in it that are not emissions in tonnes, which are left alone.
    async fn passed_over(&self) -> Result<Vec<String>> {
        Ok(self.content()?.passed_over)
    }
    /// How many figures it holds.
    async fn figures(&self) -> Result<usize> {
        Ok(self.content()?.figures.len())
    }
    /// The sectors whose series it replaces as a whole.
    async fn replaces(&self) -> Result<Vec<EmissionSector>> {
        let content = self.content()?;
        Ok(statistics::series(&content.figures)
            .into_iter()
            .map(EmissionSector)
            .collect())
    }
    /// What taking it over would change in what stands there now.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<EmissionChange>> {
        let changes = super::changes(ctx.app(), &self.0).await?;
        Ok(changes.into_iter().map(EmissionChange::from).collect())
    }
}

/// What happens to a figure.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmissionChangeKind {
    /// There was none.
    Added,
    /// Another one stands there.
    Changed,
    /// The file has none any more.
    Gone,
}

/// A figure before and after.
#[derive(SimpleObject)]
pub struct EmissionChange {
    /// Of what.
    sector: EmissionSector,
    /// Of when.
    year: i64,
    /// What happens to it.
    kind: EmissionChangeKind,
    /// Tonnes of CO2 equivalents now.
    before: Option<f64>,
    /// Tonnes of CO2 equivalents in the file.
    after: Option<f64>,
}

impl From<FigureChange> for EmissionChange {
    fn from(change: FigureChange) -> Self {
        Self {
            sector: EmissionSector(change.sector),
            year: change.year,
            kind: match (change.before, change.after) {
                (None, _) => EmissionChangeKind::Added,
                (_, None) => EmissionChangeKind::Gone,
                _ => EmissionChangeKind::Changed,
            },
            before: change.before,
            after: change.after,
        }
    }
}

#[derive(Default)]
pub struct InventoryQuery;

#[Object]
impl InventoryQuery {
    /// An organisation's inventory; null when there is no such organisation, or nobody is signed in.
    async fn inventory(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] organisation_id: ID,
    ) -> Result<Option<Inventory>> {
        let (Some(_), Ok(id)) = (
            ctx.viewer().maybe(),
            OrganisationId::parse("organisationId", &organisation_id),
        ) else {
            return Ok(None);
        };
        match organisations::organisation(ctx.app(), id.0).await {
            Ok(found) => Ok(Some(Inventory(found.id))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A file with emissions that somebody of one's own organisation sent in; null for others.
    async fn emission_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<FileImport>,
    ) -> Result<Option<EmissionImport>> {
        let Some(me) = ctx.viewer().maybe() else {
            return Ok(None);
        };
        match imports::own(&ctx.app().db, me, ImportKind::Emissions, id).await {
            Ok((import, _)) => Ok(Some(EmissionImport(import))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The sectors that emissions are counted in.
    async fn emission_sectors(&self) -> Vec<EmissionSector> {
        sectors::all().iter().map(EmissionSector).collect()
    }
}

/// A new climate risk, last in the list.
#[derive(InputObject)]
pub struct CreateClimateRiskInput {
    /// The viewer's own organisation.
    organisation_id: ID,
    /// At most 200 characters.
    title: String,
    /// At most 4,000 characters.
    description: Option<String>,
    /// How bad it would be.
    severity: RiskSeverity,
    /// What it is written in; the viewer's own when left out.
    language: Option<Language>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct CreateClimateRiskPayload {
    /// The new risk.
    risk: ClimateRisk,
}

/// A change of a climate risk; what is left out stays.
#[derive(InputObject)]
pub struct UpdateClimateRiskInput {
    /// Which.
    id: Id<ClimateRisk>,
    /// The revision that was read.
    revision: i64,
    /// At most 200 characters.
    title: MaybeUndefined<String>,
    /// At most 4,000 characters; null clears it.
    description: MaybeUndefined<String>,
    /// How bad it would be.
    severity: MaybeUndefined<RiskSeverity>,
    /// What it is written in.
    language: MaybeUndefined<Language>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct UpdateClimateRiskPayload {
    /// The risk as it is now.
    risk: ClimateRisk,
}

/// Another place for a risk.
#[derive(InputObject)]
pub struct MoveClimateRiskInput {
    /// Which.
    id: Id<ClimateRisk>,
    /// Where in the list; the first is 0.
    position: i32,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct MoveClimateRiskPayload {
    /// All risks in their new order.
    risks: Vec<ClimateRisk>,
}

/// A risk that is to go.
#[derive(InputObject)]
pub struct DeleteClimateRiskInput {
    /// Which.
    id: Id<ClimateRisk>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct DeleteClimateRiskPayload {
    /// Which is gone.
    id: Id<ClimateRisk>,
}

/// A file that is to be taken over.
#[derive(InputObject)]
pub struct ApplyEmissionImportInput {
    /// Which. One that was taken over before is taken over again: its figures come back.
    import_id: Id<FileImport>,
    /// How the source is named beside the figures, at most 200 characters.
    source: String,
    /// On what terms they may be used, at most 200 characters.
    licence: String,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct ApplyEmissionImportPayload {
    /// The line in the journal.
    import: EmissionImport,
}

/// An account of which all figures are to go.
#[derive(InputObject)]
pub struct DeleteEmissionAccountInput {
    /// The viewer's own organisation.
    organisation_id: ID,
    /// Which account.
    source: EmissionSource,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct DeleteEmissionAccountPayload {
    /// Which is gone.
    source: EmissionSource,
}

#[derive(Default)]
pub struct InventoryMutation;

#[Object]
impl InventoryMutation {
    /// Adds a climate risk to the viewer's own organisation's inventory.
    async fn create_climate_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateClimateRiskInput,
    ) -> Result<CreateClimateRiskPayload> {
        let me = ctx.me()?;
        let organisation = OrganisationId::parse("organisationId", &input.organisation_id)?;
        let given = RiskText {
            title: input.title,
            description: input.description,
            severity: input.severity,
            language: input.language,
        };
        let risk = super::create_risk(ctx.app(), me, organisation, given).await?;
        Ok(CreateClimateRiskPayload { risk })
    }

    /// Changes a climate risk.
    async fn update_climate_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateClimateRiskInput,
    ) -> Result<UpdateClimateRiskPayload> {
        let change = RiskChange {
            title: input.title.into(),
            description: input.description.into(),
            severity: input.severity.into(),
            language: input.language.into(),
        };
        let risk = super::update_risk(ctx.app(), ctx.me()?, input.id, input.revision, change).await?;
        Ok(UpdateClimateRiskPayload { risk })
    }

    /// Moves a climate risk up or down.
    async fn move_climate_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: MoveClimateRiskInput,
    ) -> Result<MoveClimateRiskPayload> {
        let risks = super::move_risk(ctx.app(), ctx.me()?, input.id, input.position).await?;
        Ok(MoveClimateRiskPayload { risks })
    }

    /// Removes a climate risk.
    async fn delete_climate_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteClimateRiskInput,
    ) -> Result<DeleteClimateRiskPayload> {
        super::delete_risk(ctx.app(), ctx.me()?, input.id).await?;
        Ok(DeleteClimateRiskPayload { id: input.id })
    }

    /// Takes a file's figures over: each series that it has is replaced as a whole.
    async fn apply_emission_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ApplyEmissionImportInput,
    ) -> Result<ApplyEmissionImportPayload> {
        let import = super::apply(ctx.app(), ctx.me()?, input.import_id, &input.source, &input.licence).await?;
        Ok(ApplyEmissionImportPayload {
            import: EmissionImport(import),
        })
    }

    /// Takes all figures of one source away. Its imports stay in the journal and can be taken over again.
    async fn delete_emission_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteEmissionAccountInput,
    ) -> Result<DeleteEmissionAccountPayload> {
        let me = ctx.me()?;
        let organisation = OrganisationId::parse("organisationId", &input.organisation_id)?;
        super::delete_account(ctx.app(), me, organisation, input.source).await?;
        Ok(DeleteEmissionAccountPayload { source: input.source })
    }
}
