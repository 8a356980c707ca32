//! The schema of values that come in from files.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};

use super::{Content, Incoming, Plan, Series, content, preview};
use crate::{
    clock::Moment,
    error::{ErrorCode, Result},
    graphql::{Ask, Day, Id},
    imports::{self, FileImport, ImportKind},
    people::{Person, graphql::People},
    programmes::{Programme, graphql::Programmes, indicators::Indicator},
};

pub struct ValueImport {
    import: FileImport,
    content: Content,
}

impl ValueImport {
    fn of(import: FileImport) -> Result<Self> {
        Ok(Self {
            content: content(&import)?,
            import,
        })
    }
}

/// A file with values of a programme's indicators: a saved answer of Kolada's, or a sheet. Sending one in changes nothing;
/// see `applyValueImport`.
#[Object]
impl ValueImport {
    /// A TypeID.
    async fn id(&self) -> Id<FileImport> {
        self.import.id
    }
    /// Whose indicators; null when it has been deleted.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        match self.import.programme_id {
            Some(id) => ctx.load::<Programmes>(id).await,
            None => Ok(None),
        }
    }
    /// As it was called.
    async fn file_name(&self) -> &str {
        &self.import.file_name
    }
    /// The file's SHA-256, hexadecimal.
    async fn file_hash(&self) -> &str {
        &self.import.file_hash
    }
    /// When it was sent in.
    async fn created_at(&self) -> Moment {
        self.import.created_at
    }
    /// When it was taken over; null while it is only looked at.
    async fn applied_at(&self) -> Option<Moment> {
        self.import.applied_at
    }
    /// Who took it over.
    async fn applied_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.import.applied_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Whether it is a saved answer of Kolada's, whose source and terms have to be said.
    async fn from_kolada(&self) -> bool {
        self.content.kolada
    }
    /// How the source wants to be named; empty where that is for the sheet to say.
    async fn attribution(&self) -> &'static str {
        self.content.attribution()
    }
    /// What the file calls the municipality; null where it names none.
    async fn municipality(&self) -> Option<&str> {
        self.content.municipality.as_deref()
    }
    /// Of how many other municipalities it holds figures, which are left alone.
    async fn others(&self) -> usize {
        self.content.others
    }
    /// Whether the answer has further pages, which are not in the file.
    async fn more_pages(&self) -> bool {
        self.content.more_pages
    }
    /// Kolada's ids of key figures in it that no indicator of the catalogue is, the first twenty; they are left alone.
    async fn passed_over(&self) -> &[String] {
        &self.content.passed_over
    }
    /// How many values it holds.
    async fn figures(&self) -> usize {
        self.content.figures.len()
    }
    /// What taking it over would do, held against what stands there now. `INVALID` where it no longer fits, since
    /// indicators were changed after it was sent in.
    async fn preview(&self, ctx: &Context<'_>) -> Result<ValueImportPreview> {
        Ok(ValueImportPreview(
            preview(ctx.app(), self.import.programme_id, &self.content).await?,
        ))
    }
}

pub struct ValueImportPreview(Plan);

/// A file held against what stands there.
#[Object]
impl ValueImportPreview {
    /// By the programme's indicators, in their order. Values of the days in the file are replaced, all others stay.
    async fn series(&self) -> Vec<ValueImportSeries> {
        self.0.series.iter().cloned().map(ValueImportSeries).collect()
    }
    /// What the file has values of that no indicator of the programme is; they are left alone.
    async fn unmatched(&self, ctx: &Context<'_>) -> Vec<UnmatchedValues> {
        let language = ctx.language();
        let unmatched = self.0.unmatched.iter();
        unmatched
            .map(|(name, values)| {
                let known = crate::actions::example::reference::of_kolada(name);
                UnmatchedValues {
                    name: known.map_or_else(|| name.clone(), |known| format!("{} ({name})", known.name(language))),
                    values: *values,
                }
            })
            .collect()
    }
    /// Indicators that it had values of when it was sent in, and that are no longer there: it has to be sent in anew.
    async fn gone(&self) -> &[String] {
        &self.0.gone
    }
}

pub struct ValueImportSeries(Series);

/// What a file has of one indicator.
#[Object]
impl ValueImportSeries {
    /// Of which.
    async fn indicator(&self) -> Indicator {
        self.0.indicator.clone()
    }
    /// What the file counts in, where the indicator counts in something else; null where they agree, or the file does not
    /// say.
    async fn other_unit(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.other_unit(ctx.language())
    }
    /// The earliest first.
    async fn values(&self) -> Vec<ValueImportValue> {
        self.0.values.iter().map(ValueImportValue::from).collect()
    }
}

/// What happens to a value.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum ValueChangeKind {
    /// There is none of that day.
    Added,
    /// Another one stands there.
    Changed,
    /// It stands there already.
    Same,
}

/// A value before and after.
#[derive(SimpleObject)]
pub struct ValueImportValue {
    /// Of when; of a yearly indicator, 31 December.
    day: Day,
    /// What happens to it.
    kind: ValueChangeKind,
    /// What stands there now, in the indicator's unit.
    before: Option<f64>,
    /// What the file says.
    after: f64,
    /// Where the file says that it comes from.
    source: Option<String>,
    /// On what terms, as the file says.
    licence: Option<String>,
    /// What to know when reading it, as the file says.
    note: Option<String>,
}

impl From<&Incoming> for ValueImportValue {
    fn from(incoming: &Incoming) -> Self {
        let figure = &incoming.figure;
        Self {
            day: incoming.day,
            kind: match (&incoming.before, incoming.same()) {
                (None, _) => ValueChangeKind::Added,
                (_, Some(_)) => ValueChangeKind::Same,
                _ => ValueChangeKind::Changed,
            },
            before: incoming.before.as_ref().map(|before| before.value),
            after: figure.value,
            source: figure.source.clone(),
            licence: figure.licence.clone(),
            note: figure.note.clone(),
        }
    }
}

/// Values in a file that belong to no indicator.
#[derive(SimpleObject)]
pub struct UnmatchedValues {
    /// What the file calls it.
    name: String,
    /// How many.
    values: usize,
}

#[derive(Default)]
pub struct ValueImportQuery;

#[Object]
impl ValueImportQuery {
    /// A file with values that somebody of one's own organisation sent in; null for others.
    async fn value_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<FileImport>,
    ) -> Result<Option<ValueImport>> {
        let Some(me) = ctx.viewer().maybe() else {
            return Ok(None);
        };
        match imports::own(&ctx.app().db, me, ImportKind::Values, id).await {
            Ok((import, _)) => ValueImport::of(import).map(Some),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A file that is to be taken over.
#[derive(InputObject)]
pub struct ApplyValueImportInput {
    /// Which.
    import_id: Id<FileImport>,
    /// Who measured or published the values that do not say it themselves, at most 500 characters; needed for Kolada's.
    source: Option<String>,
    /// On what terms those may be used, at most 500 characters; needed for Kolada's.
    licence: Option<String>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct ApplyValueImportPayload {
    /// As it is now.
    import: ValueImport,
    /// With its new values.
    programme: Programme,
}

#[derive(Default)]
pub struct ValueImportMutation;

#[Object]
impl ValueImportMutation {
    /// Takes a file's values over, all of them or none: each takes the place of the one of the same day.
    async fn apply_value_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ApplyValueImportInput,
    ) -> Result<ApplyValueImportPayload> {
        let (import, programme) =
            super::apply(ctx.app(), ctx.me()?, input.import_id, input.source, input.licence).await?;
        Ok(ApplyValueImportPayload {
            import: ValueImport::of(import)?,
            programme,
        })
    }
}
