//! What a resolver may ask of its request: the app, the viewer, the language, and rows by id in batches.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    fmt::Debug,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::Context;
use dataloader::{BatchFn, non_cached};

use crate::{
    app::App,
    error::{Error, Result},
    i18n::Language,
    people::{Me, Viewer},
};

/// Short names for what every resolver asks.
pub trait Ask<'a> {
    fn app(&self) -> &'a Arc<App>;
    /// Who asks. In a shared execution there is nobody, and asking marks the answer as personal.
    fn viewer(&self) -> &'a Viewer;
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn me(&self) -> Result<&'a Arc<Me>>;
    fn language(&self) -> Language;
    /// A related row, fetched together with all others of its kind that this step of the execution asks for.
    fn load<S: Source>(&self, key: S::Key) -> impl Future<Output = Result<Option<S::Value>>> + Send;
}

impl<'a> Ask<'a> for Context<'a> {
    fn app(&self) -> &'a Arc<App> {
        self.data_unchecked()
    }

    fn viewer(&self) -> &'a Viewer {
        self.data_unchecked()
    }

    fn me(&self) -> Result<&'a Arc<Me>> {
        self.viewer().me()
    }

    fn language(&self) -> Language {
        *self.data_unchecked()
    }

    async fn load<S: Source>(&self, key: S::Key) -> Result<Option<S::Value>> {
        let loader = self.data_unchecked::<Loaders>().of::<S>(self.app(), self.viewer());
        // In a box: each field of an object takes the room of the largest future among them.
        Box::pin(async move { loader.load(key).await }).await
    }
}

/// Rows by key: one statement for any number of keys. A room has one of these for each kind of thing that others refer to.
pub trait Source: Sized + Send + Sync + 'static {
    type Key: Eq + Hash + Clone + Debug + Send + Sync;
    type Value: Clone + Send + Sync;
    /// Those that exist and that the viewer may see.
    fn fetch(
        app: &App,
        viewer: &Viewer,
        keys: &[Self::Key],
    ) -> impl Future<Output = Result<HashMap<Self::Key, Self::Value>>> + Send;
}

/// The loaders of one request, made when first asked for. They batch but do not cache, so that a shared execution, which
/// lives for many events, always shows its objects as they are now.
#[derive(Default)]
pub struct Loaders(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Loaders {
    fn of<S: Source>(&self, app: &Arc<App>, viewer: &Viewer) -> Arc<Loader<S>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(TypeId::of::<S>())
            .or_insert_with(|| Arc::new(Loader::<S>::new(app.clone(), viewer.clone())))
            .clone()
            .downcast()
            .expect("the entry is keyed by its own type")
    }
}

type Answer<S> = Result<Option<<S as Source>::Value>>;

struct Loader<S: Source>(non_cached::Loader<S::Key, Answer<S>, Batch<S>>);

impl<S: Source> Loader<S> {
    fn new(app: Arc<App>, viewer: Viewer) -> Self {
        let batch = Batch {
            app,
            viewer,
            source: std::marker::PhantomData,
        };
        // async-graphql polls all siblings in one go, so yielding once is enough for all of them to have asked.
        Self(non_cached::Loader::new(batch).with_yield_count(1))
    }

    async fn load(&self, key: S::Key) -> Answer<S> {
        self.0.try_load(key).await.map_err(Error::internal)?
    }
}

struct Batch<S> {
    app: Arc<App>,
    viewer: Viewer,
    source: std::marker::PhantomData<fn() -> S>,
}

impl<S: Source> BatchFn<S::Key, Answer<S>> for Batch<S> {
    async fn load(&mut self, keys: &[S::Key]) -> HashMap<S::Key, Answer<S>> {
        match S::fetch(&self.app, &self.viewer, keys).await {
            Ok(mut found) => keys.iter().map(|key| (key.clone(), Ok(found.remove(key)))).collect(),
            Err(error) => keys.iter().map(|key| (key.clone(), Err(error.clone()))).collect(),
        }
    }
}
