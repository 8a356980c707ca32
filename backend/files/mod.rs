//! Files of an action: pictures, PDFs, Office. What one is, its content says ([`kinds`]); where they lie, the settings
//! say ([`place`]). A file is seen by its action's own organisation until the action is published next, then by whoever
//! sees the action.
//!
//! The store and the database are no one transaction. What may have to be removed from the store stands in
//! `file_leftover` first: an upload until it is whole, a file from when it is deleted. [`work`] removes it. The parts of a
//! large upload are no file yet, and a bucket would keep them for good: [`upload`] removes them.

pub mod graphql;
pub mod kinds;
pub mod place;
pub(crate) mod store;
mod upload;

use std::{pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream::BoxStream};
use object_store::ObjectStoreExt;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    actions::{self, Action},
    app::App,
    clock::Moment,
    config::Config,
    db::{Tx, row},
    error::{Error, ErrorCode, Result},
    graphql::{Id, Kind},
    i18n::Language,
    people::{Editor, Me, Person, Viewer},
    text::{self, Change},
};
pub use kinds::FileKind;
use place::{Place, away};
use upload::Upload;

#[derive(Clone, Debug)]
pub struct File {
    pub id: Id<File>,
    pub action_id: Id<Action>,
    pub name: String,
    pub kind: FileKind,
    pub size: i64,
    pub description: Option<String>,
    pub language: Option<Language>,
    pub at: Moment,
    pub by_id: Option<Id<Person>>,
    pub published_at: Option<Moment>,
}
row!(File {
    id,
    action_id,
    name,
    kind,
    size,
    description,
    language,
    at,
    by_id,
    published_at
});

impl Kind for File {
    const PREFIX: &'static str = "file";
}

/// Files of an action at most.
pub const MOST: usize = 30;
const NAME: usize = 200;
const DESCRIPTION: usize = 1_000;
/// How long whoever sends a file may say nothing.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long they may go on when the server stops: shorter than it waits for its requests, so that the store still hears of it.
const LAST: Duration = Duration::from_secs(5);
/// How many files one person may send at once.
const AT_ONCE: usize = 3;
/// An upload that is not whole by then will never be.
const GIVEN_UP: Duration = Duration::from_secs(24 * 60 * 60);
/// What could not be removed is tried again.
const AGAIN: Duration = Duration::from_secs(60 * 60);

/// The place, and a bell for when something is to be removed from it.
pub struct Files {
    pub place: Place,
    bell: Notify,
}

impl Files {
    /// # Errors
    /// What is wrong with the setting.
    pub fn new(config: &Config) -> Result<Self, String> {
        Ok(Self {
            place: Place::of(config).map_err(|why| format!("files: {why}"))?,
            bell: Notify::new(),
        })
    }
}

/// What somebody says of a file that they send.
pub struct Given {
    pub name: String,
    pub description: Option<String>,
    pub language: Option<Language>,
}

// ---- reading --------------------------------------------------------------------------------------------------------

/// A file that the viewer may see: their own organisation's, or a published one of an action that they see.
///
/// # Errors
/// When the database does not answer.
pub async fn file(app: &App, viewer: &Viewer, id: Id<File>) -> Result<Option<File>> {
    let Some(file) = store::files(&app.db, &[id]).await?.into_iter().next() else {
        return Ok(None);
    };
    let Some(action) = actions::action(app, viewer, file.action_id).await? else {
        return Ok(None);
    };
    Ok(Some(file).filter(|file| file.published_at.is_some() || edits(viewer, &action)))
}

fn edits(viewer: &Viewer, action: &Action) -> bool {
    viewer.maybe().is_some_and(|me| me.edits(action.organisation_id))
}

/// What is in a file.
///
/// # Errors
/// `NOT_FOUND` when the store does not have it, `UNAVAILABLE` when it does not answer.
pub async fn content(app: &App, file: &File) -> Result<BoxStream<'static, object_store::Result<Bytes>>> {
    match app.files.place.store()?.get(&app.files.place.key(file.id.0)).await {
        Ok(found) => Ok(found.into_stream()),
        Err(error @ object_store::Error::NotFound { .. }) => {
            tracing::error!(%error, "a file is not where it should be");
            Err(Error::not_found())
        }
        Err(error) => Err(away(&error)),
    }
}

// ---- writing --------------------------------------------------------------------------------------------------------

fn described(description: Change<String>, language: Option<Language>) -> Result<Change<(String, Language)>> {
    let description = description.try_map(|words| text::line("description", &words, DESCRIPTION))?;
    description.try_map(|words| match language {
        Some(language) => Ok(Some((words, language))),
        None => Err(Error::invalid("language", "error-language-missing")),
    })
}

fn name(given: &str) -> Result<String> {
    let name = text::required_line("name", given, NAME)?;
    if name.contains(['/', '\\']) {
        return Err(Error::invalid("name", "error-file-name"));
    }
    Ok(name)
}

/// Takes a file in, piece by piece: nothing of it is kept in memory but its beginning, its end, and the pieces that are on
/// their way.
///
/// # Errors
/// `INVALID` for what is not taken, `TOO_LARGE`, `NOT_FOUND`, `FORBIDDEN`, `UNAVAILABLE`; then nothing is kept.
pub async fn receive<E: std::error::Error>(
    app: &Arc<App>,
    me: &Me,
    action_id: Id<Action>,
    given: Given,
    body: impl Stream<Item = Result<Bytes, E>>,
) -> Result<File> {
    let (action, editor) = actions::own_action(app, me, action_id).await?;
    let name = name(&given.name)?;
    let description = described(given.description.map_or(Change::Keep, Change::Set), given.language)?;
    if store::count(&app.db, action.id).await? >= MOST {
        return Err(Error::invalid("file", "error-too-many-files").with("most", MOST));
    }
    let _stay = app.limits.stay(app, format!("file:{}", me.id.0), AT_ONCE)?;
    let place = &app.files.place;
    let now = app.clock.now();
    let id = app.random.id(now);
    let into = place.store()?;
    let mut tx = app.db.begin().await?;
    store::insert_leftover(&mut tx, &editor, id, now.plus(GIVEN_UP)).await?;
    app.commit(tx).await?;

    let (kind, size) = match take(app, &name, body, Upload::new(app, into, place.key(id))).await {
        Ok(taken) => taken,
        Err(error) => {
            forget(app, &editor, id).await;
            return Err(error);
        }
    };
    let (description, language) = match description {
        Change::Set((words, language)) => (Some(words), Some(language)),
        _ => (None, None),
    };
    let file = File {
        id: Id::of(id),
        action_id,
        name,
        kind,
        size,
        description,
        language,
        at: app.clock.now(),
        by_id: Some(me.id),
        published_at: None,
    };
    let mut tx = app.db.begin().await?;
    if !store::insert(&mut tx, &editor, &file).await? {
        // The action went meanwhile.
        drop(tx);
        forget(app, &editor, id).await;
        return Err(Error::not_found().on("action"));
    }
    store::clear_leftover(&mut tx, id).await?;
    app.commit(tx).await?;
    Ok(file)
}

/// An upload that came to nothing is removed at once.
async fn forget(app: &App, editor: &Editor, id: Uuid) {
    let forgotten = async {
        let mut tx = app.db.begin().await?;
        store::insert_leftover(&mut tx, editor, id, app.clock.now()).await?;
        app.commit(tx).await
    };
    // If that cannot be written, what stands there since before the upload sees to it a day later.
    if forgotten.await.is_ok() {
        app.files.bell.notify_one();
    }
}

/// Hands on what comes, as long as it is not too much, judges it, and then makes it whole.
async fn take<E: std::error::Error>(
    app: &App,
    name: &str,
    body: impl Stream<Item = Result<Bytes, E>>,
    mut upload: Upload,
) -> Result<(FileKind, i64)> {
    let most = app.config.file_megabytes << 20;
    let (mut head, mut tail, mut size) = (Vec::new(), Vec::new(), 0_u64);
    let mut body = pin!(body);
    let mut stopped = pin!(async {
        app.stopping.cancelled().await;
        app.clock.sleep(LAST).await;
    });
    loop {
        let next = tokio::select! {
            next = app.clock.within(PATIENCE, body.next()) => next,
            () = &mut stopped => None,
        };
        let piece = match next {
            Some(Some(Ok(piece))) => piece,
            Some(None) => break,
            Some(Some(Err(_))) | None => return Err(Error::invalid("file", "error-file-broken-off")),
        };
        size += piece.len() as u64;
        if size > most {
            return Err(Error::new(ErrorCode::TooLarge)
                .on("file")
                .saying("error-file-too-large")
                .with("most", app.config.file_megabytes));
        }
        let wanted = kinds::HEAD - head.len();
        head.extend_from_slice(&piece[..piece.len().min(wanted)]);
        tail.extend_from_slice(&piece);
        if tail.len() > 2 * kinds::TAIL {
            tail.drain(..tail.len() - kinds::TAIL);
        }
        upload.put(piece).await?;
    }
    if size == 0 {
        return Err(Error::invalid("file", "error-empty"));
    }
    let kind = kinds::judge(name, &head, &tail, size)?;
    upload.finish().await?;
    Ok((kind, i64::try_from(size).unwrap_or(i64::MAX)))
}

/// A file of an action that the viewer edits.
async fn own_file(app: &App, me: &Me, id: Id<File>) -> Result<(File, Action, Editor)> {
    let missing = || Error::not_found().on("id");
    let file = store::files(&app.db, &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    match actions::own_action(app, me, file.action_id).await {
        Ok((action, editor)) => Ok((file, action, editor)),
        // Who may not see it does not hear that it is there.
        Err(Error::Refused(_)) if file.published_at.is_none() => Err(missing()),
        Err(error) if error.code() == ErrorCode::NotFound => Err(missing()),
        Err(error) => Err(error),
    }
}

/// Another name, or other words about what is in it.
///
/// # Errors
/// `INVALID`, `NOT_FOUND`, `FORBIDDEN`.
pub async fn update(
    app: &App,
    me: &Me,
    id: Id<File>,
    name_: Change<String>,
    description: Change<String>,
    language: Option<Language>,
) -> Result<File> {
    let (mut file, _, editor) = own_file(app, me, id).await?;
    let name = name_.try_map(|given| name(&given).map(Some))?;
    name.apply_required("name", &mut file.name)?;
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    if !ending.is_some_and(|ending| file.kind.endings().contains(&ending.as_str())) {
        return Err(Error::invalid("name", "error-file-name-lies").with("kind", file.kind.endings()[0]));
    }
    match described(description, language)? {
        Change::Keep => {}
        Change::Clear => (file.description, file.language) = (None, None),
        Change::Set((words, language)) => (file.description, file.language) = (Some(words), Some(language)),
    }
    let mut tx = app.db.begin().await?;
    if !store::update(&mut tx, &editor, &file).await? {
        return Err(Error::not_found().on("id"));
    }
    app.commit(tx).await?;
    Ok(file)
}

/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn delete(app: &App, me: &Me, id: Id<File>) -> Result<Action> {
    let (file, action, editor) = own_file(app, me, id).await?;
    let mut tx = app.db.begin().await?;
    store::leave(&mut tx, &editor, &[file.id.0], app.clock.now()).await?;
    app.commit(tx).await?;
    app.files.bell.notify_one();
    Ok(action)
}

/// Shows an action's files to others, with the action.
///
/// # Errors
/// When the database does not answer.
pub async fn publish(tx: &mut Tx, editor: &Editor, action: Id<Action>, now: Moment) -> Result<()> {
    Ok(store::publish(tx, editor, action, now).await?)
}

/// Gives up all files of an action that is being deleted; [`Files::ring`] after the commit has them removed.
///
/// # Errors
/// When the database does not answer.
pub async fn leave(tx: &mut Tx, editor: &Editor, action: Id<Action>, now: Moment) -> Result<()> {
    let ids = store::ids_of(tx, action).await?;
    Ok(store::leave(tx, editor, &ids, now).await?)
}

impl Files {
    /// There is something to be removed.
    pub fn ring(&self) {
        self.bell.notify_one();
    }
}

/// Removes from the store what is to be removed, whenever somebody rings and every hour.
pub async fn work(app: Arc<App>) {
    loop {
        if let Err(error) = sweep(&app).await {
            tracing::warn!(%error, "files could not be removed");
        }
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.files.bell.notified() => {}
            () = app.clock.sleep(AGAIN) => {}
        }
    }
}

async fn sweep(app: &App) -> Result<()> {
    loop {
        let ids = store::leftovers(&app.db, app.clock.now()).await?;
        if ids.is_empty() {
            return Ok(());
        }
        for id in ids {
            let gone = match app.files.place.store() {
                Ok(store) => match store.delete(&app.files.place.key(id)).await {
                    Ok(()) | Err(object_store::Error::NotFound { .. }) => true,
                    Err(error) => {
                        tracing::warn!(%error, "a file could not be removed");
                        false
                    }
                },
                Err(_) => false,
            };
            let mut tx = app.db.begin().await?;
            match gone {
                true => store::clear_leftover(&mut tx, id).await?,
                false => store::postpone_leftover(&mut tx, id, app.clock.now().plus(AGAIN)).await?,
            }
            app.commit(tx).await?;
        }
    }
}
