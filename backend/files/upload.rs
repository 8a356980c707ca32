//! A file on its way into the store. A large one goes there in parts, which no list of files shows and which a bucket keeps,
//! and has paid for, until it is told that nothing will come of them.

use std::sync::Arc;

use bytes::Bytes;
use object_store::{ObjectStore, buffered::BufWriter, path::Path as Key};
use tokio::io::AsyncWriteExt;
use tracing::Instrument;

use super::place::away;
use crate::{
    app::App,
    error::{Error, Result},
};

/// What is sent is handed on in pieces of this size, the smallest that S3 takes; a smaller file goes at once.
const PIECE: usize = 5 << 20;
/// How many pieces may be on their way.
const AHEAD: usize = 2;

/// Dropped before it is finished, for whatever reason, it is given up, and the store removes what it has of it.
pub struct Upload {
    app: Arc<App>,
    /// Until it is finished.
    writer: Option<BufWriter>,
}

impl Upload {
    pub fn new(app: &Arc<App>, store: Arc<dyn ObjectStore>, key: Key) -> Self {
        let writer = BufWriter::with_capacity(store, key, PIECE).with_max_concurrency(AHEAD);
        Self {
            app: app.clone(),
            writer: Some(writer),
        }
    }

    pub async fn put(&mut self, piece: Bytes) -> Result<()> {
        match &mut self.writer {
            Some(writer) => writer.put(piece).await.map_err(|error| away(&error)),
            None => Ok(()),
        }
    }

    /// Makes it whole: from now on it is in the store. If that fails, the store has removed its parts.
    pub async fn finish(mut self) -> Result<()> {
        let Some(mut writer) = self.writer.take() else {
            return Ok(());
        };
        // In a task of its own: whoever leaves now must not leave it half finished, since then it cannot be given up either.
        let finished = async move { writer.shutdown().await }.in_current_span();
        match self.app.tasks.spawn(finished).await {
            Ok(finished) => finished.map_err(|error| away(&error)),
            Err(panic) => Err(Error::internal(panic)),
        }
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let Some(writer) = self.writer.take() else {
            return;
        };
        let given_up = async move {
            // First whatever is on its way: a part that comes after the rest has been removed stays. Each failure is of one part.
            let mut writer = writer.with_max_concurrency(0);
            while writer.put(Bytes::new()).await.is_err() {}
            if let Err(error) = writer.abort().await {
                tracing::warn!(%error, "an upload that was broken off may have left parts in the store");
            }
        };
        self.app.tasks.spawn(given_up.in_current_span());
    }
}
