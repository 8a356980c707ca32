//! The bus tells other nodes what happened here. It may lose, repeat and reorder: whoever listens sees a gap in the
//! numbers and reads the journal.

use std::sync::Arc;

use tokio::sync::Notify;

use super::{presence::Crowd, redis::Redis};
use crate::{app::App, graphql::Id};

/// Alone, or with other nodes over Redis.
pub enum Bus {
    Alone,
    Redis(Box<Redis>),
}

/// What is said between nodes.
#[derive(Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Word {
    /// A topic's journal has come to this number.
    #[serde(rename = "h")]
    Hint(String, i64),
    /// Who is at a place on one node, and who types there. Replaces what that node said before.
    #[serde(rename = "p")]
    Present {
        place: uuid::Uuid,
        node: uuid::Uuid,
        #[serde(flatten)]
        crowd: Crowd,
    },
    /// Somebody has just begun to watch a place: whoever has people there says so.
    #[serde(rename = "q")]
    WhoIsAt(uuid::Uuid),
    /// Somebody types no more at a place, says a node that did not know that they did.
    #[serde(rename = "t")]
    Stopped { place: uuid::Uuid, person: uuid::Uuid },
    /// The node's own pulse, by which it knows that it still hears.
    #[serde(rename = "k")]
    Pulse(uuid::Uuid),
}

impl Bus {
    pub fn tell(&self, topic: &str, seq: i64) {
        self.say(|| Word::Hint(topic.to_owned(), seq));
    }

    pub(super) fn say(&self, word: impl FnOnce() -> Word) {
        match self {
            Self::Alone => {}
            Self::Redis(redis) => redis.say(word()),
        }
    }

    /// Resolves when the bus has come back after having been away.
    pub async fn came_back(&self) {
        match self {
            Self::Alone => std::future::pending().await,
            Self::Redis(redis) => redis.came_back().await,
        }
    }

    /// `None` when there is none; else whether it is there.
    #[must_use]
    pub fn is_well(&self) -> Option<bool> {
        match self {
            Self::Alone => None,
            Self::Redis(redis) => Some(redis.is_well()),
        }
    }
}

/// What to do with a word from another node.
pub(super) fn hear(app: &Arc<App>, word: Word) {
    match word {
        Word::Hint(topic, seq) => app.live.heard(&topic, seq),
        Word::Present { place, node, crowd } => app.live.presence.heard(app, place, node, crowd),
        Word::WhoIsAt(place) => app.live.presence.answer(app, place),
        Word::Stopped { place, person } => {
            app.live.presence.stopped_here(app, place, Id::of(person));
        }
        Word::Pulse(_) => {}
    }
}

/// Something happened that others wait for; remembered until one of them has seen it.
pub(super) type Bell = Arc<Notify>;
