//! The schema of files. They come in by `POST /files` and go out by `GET /files/{id}` (`http/files.rs`).

use std::collections::HashMap;

use async_graphql::{Context, InputObject, MaybeUndefined, Object, SimpleObject};

use super::{File, FileKind, store};
use crate::{
    actions::{Action, graphql::Text},
    app::App,
    clock::Moment,
    error::Result,
    graphql::{Ask, Id, Source},
    i18n::Language,
    people::{Person, Viewer, graphql::People},
};

struct FilesOf;

impl Source for FilesOf {
    type Key = Id<Action>;
    type Value = Vec<File>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<File>> = HashMap::new();
        for file in store::files_of(&app.db, keys).await? {
            found.entry(file.action_id).or_default().push(file);
        }
        Ok(found)
    }
}

/// Those of an action that the viewer sees.
pub async fn files(ctx: &Context<'_>, action: &Action) -> Result<Vec<File>> {
    let mut files = ctx.load::<FilesOf>(action.id).await?.unwrap_or_default();
    if !files.is_empty() && !super::edits(ctx.viewer(), action) {
        files.retain(|file| file.published_at.is_some());
    }
    Ok(files)
}

/// A file of an action.
#[Object]
impl File {
    /// A TypeID.
    pub async fn id(&self) -> Id<File> {
        self.id
    }
    /// What it is called, with its ending.
    async fn name(&self) -> &str {
        &self.name
    }
    /// What it is.
    async fn kind(&self) -> FileKind {
        self.kind
    }
    /// Whether a page may show it in itself.
    async fn is_image(&self) -> bool {
        self.kind.is_image()
    }
    /// Where it is, on this server.
    async fn path(&self) -> String {
        format!("/files/{}", self.id)
    }
    /// Bytes.
    async fn size(&self) -> i64 {
        self.size
    }
    /// What is in it; of an image, what one sees.
    async fn description(&self) -> Option<Text> {
        let (description, language) = self.description.as_deref().zip(self.language)?;
        Some(Text::written(description, language))
    }
    /// When it came.
    async fn at(&self) -> Moment {
        self.at
    }
    /// Whose it is; null where the person is gone.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.by_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Whether others see it: it is shown to them when its action is published next.
    async fn published(&self) -> bool {
        self.published_at.is_some()
    }
}

/// What files are taken.
#[derive(SimpleObject)]
pub struct FileRules {
    /// Bytes at most.
    most_bytes: u64,
    /// Files of an action at most.
    most_files: usize,
    /// What names may end with.
    endings: Vec<&'static str>,
}

#[derive(Default)]
pub struct FilesQuery;

#[Object]
impl FilesQuery {
    /// What files are taken; null where this installation keeps none.
    async fn file_rules(&self, ctx: &Context<'_>) -> Option<FileRules> {
        ctx.app().files.place.is_there().then(|| FileRules {
            most_bytes: ctx.app().config.file_megabytes << 20,
            most_files: super::MOST,
            endings: FileKind::ALL.iter().flat_map(|kind| kind.endings()).copied().collect(),
        })
    }
}

/// A field left out is unchanged, null clears it.
#[derive(InputObject)]
pub struct UpdateFileInput {
    /// The file.
    id: Id<File>,
    /// What it is called, with an ending that fits; at most 200 characters.
    name: MaybeUndefined<String>,
    /// What is in it; of an image, what one sees. At most 1,000 characters.
    description: MaybeUndefined<String>,
    /// What the description is written in.
    language: Option<Language>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateFilePayload {
    /// As it is now.
    file: File,
}

/// What to delete.
#[derive(InputObject)]
pub struct DeleteFileInput {
    /// The file.
    id: Id<File>,
}

/// What came of deleting.
#[derive(SimpleObject)]
pub struct DeleteFilePayload {
    /// The action that it was of.
    action: Action,
}

#[derive(Default)]
pub struct FilesMutation;

#[Object]
impl FilesMutation {
    /// Gives a file another name, or says what is in it.
    async fn update_file(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateFileInput,
    ) -> Result<UpdateFilePayload> {
        let file = super::update(
            ctx.app(),
            ctx.me()?,
            input.id,
            input.name.into(),
            input.description.into(),
            input.language,
        )
        .await?;
        Ok(UpdateFilePayload { file })
    }

    /// Deletes a file for good.
    async fn delete_file(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteFileInput,
    ) -> Result<DeleteFilePayload> {
        Ok(DeleteFilePayload {
            action: super::delete(ctx.app(), ctx.me()?, input.id).await?,
        })
    }
}
