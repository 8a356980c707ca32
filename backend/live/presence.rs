//! Who is here and who types. Nothing of it is kept: it is what each node's sockets say, told to the other nodes when it
//! changes and every ten seconds, and forgotten after twenty-five when a node falls silent.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::watch;
use uuid::Uuid;

use super::bus::Word;
use crate::{app::App, clock::Moment, graphql::Id, people::Person};

/// Whoever said that they type counts as typing for this long.
const TYPING: Duration = Duration::from_secs(6);
const TELL: Duration = Duration::from_secs(10);
const LEASE: Duration = Duration::from_secs(25);

#[derive(Default)]
pub struct Presence(Mutex<HashMap<Uuid, Place>>);

/// A place that people can be at: a thread.
struct Place {
    /// Here: how many times somebody has it open, in the order in which they came.
    here: Vec<(Id<Person>, usize)>,
    typing: HashMap<Id<Person>, Moment>,
    /// At other nodes, with the end of their lease.
    elsewhere: HashMap<Uuid, (Vec<Uuid>, Vec<Uuid>, Moment)>,
    told_at: Moment,
    changes: watch::Sender<u64>,
}

impl Place {
    fn new() -> Self {
        Self {
            here: Vec::new(),
            typing: HashMap::new(),
            elsewhere: HashMap::new(),
            told_at: Moment(0),
            changes: watch::Sender::new(0),
        }
    }

    fn changed(&self) {
        self.changes.send_modify(|number| *number += 1);
    }

    fn word(&mut self, app: &App, place: Uuid) -> Word {
        self.told_at = app.clock.now();
        Word::Present {
            place,
            node: app.node,
            people: self.here.iter().map(|(id, _)| id.0).collect(),
            typing: self.typing.keys().map(|id| id.0).collect(),
        }
    }
}

/// Somebody's being at a place, for as long as it lives.
struct Visit {
    app: Arc<App>,
    place: Uuid,
    person: Id<Person>,
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.app.live.presence.leave(&self.app, self.place, self.person);
    }
}

impl Presence {
    /// Comes to a place: how to hear of changes there, and what to hold for as long as one stays.
    pub fn enter(
        &self,
        app: &Arc<App>,
        place: Uuid,
        person: Id<Person>,
    ) -> (watch::Receiver<u64>, impl std::any::Any + Send + Sync + use<>) {
        let changes = self.change(app, place, |found| {
            match found.here.iter_mut().find(|(id, _)| *id == person) {
                Some((_, times)) => {
                    *times += 1;
                    false
                }
                None => {
                    found.here.push((person, 1));
                    true
                }
            }
        });
        app.live.bus.say(|| Word::WhoIsAt(place));
        (
            changes,
            Visit {
                app: app.clone(),
                place,
                person,
            },
        )
    }

    fn leave(&self, app: &App, place: Uuid, person: Id<Person>) {
        self.change(app, place, |found| {
            let Some(at) = found.here.iter().position(|(id, _)| *id == person) else {
                return false;
            };
            found.here[at].1 -= 1;
            if found.here[at].1 > 0 {
                return false;
            }
            found.here.remove(at);
            found.typing.remove(&person);
            true
        });
    }

    pub fn set_typing(&self, app: &Arc<App>, place: Uuid, person: Id<Person>, typing: bool) {
        let until = app.clock.now().plus(TYPING);
        self.change(app, place, |found| match typing {
            true => found.typing.insert(person, until).is_none(),
            false => found.typing.remove(&person).is_some(),
        });
        if typing {
            // The picture changes by itself when nothing more is typed.
            let app_ = app.clone();
            app.tasks.spawn(async move {
                app_.clock.sleep(TYPING).await;
                app_.live.presence.forget_typing(&app_, place);
            });
        }
    }

    /// What was being typed has been said.
    pub fn stopped_typing(&self, app: &App, place: Uuid, person: Id<Person>) {
        if self.places().contains_key(&place) {
            self.change(app, place, |found| found.typing.remove(&person).is_some());
        }
    }

    fn forget_typing(&self, app: &App, place: Uuid) {
        let now = app.clock.now();
        self.change(app, place, |found| {
            let before = found.typing.len();
            found.typing.retain(|_, until| *until > now);
            found.typing.len() != before
        });
    }

    /// Who is at a place, in the order in which they came, and who types there; on all nodes.
    #[must_use]
    pub fn picture(&self, app: &App, place: Uuid) -> (Vec<Id<Person>>, Vec<Id<Person>>) {
        let now = app.clock.now();
        let places = self.places();
        let Some(found) = places.get(&place) else {
            return (Vec::new(), Vec::new());
        };
        let mut present: Vec<Id<Person>> = found.here.iter().map(|(id, _)| *id).collect();
        let mut typing: Vec<Id<Person>> = found
            .typing
            .iter()
            .filter(|(_, until)| **until > now)
            .map(|(id, _)| *id)
            .collect();
        let add = |list: &mut Vec<Id<Person>>, ids: &[Uuid]| {
            for id in ids.iter().copied().map(Id::of) {
                if !list.contains(&id) {
                    list.push(id);
                }
            }
        };
        for (people, types, ends) in found.elsewhere.values() {
            if *ends > now {
                add(&mut present, people);
                add(&mut typing, types);
            }
        }
        // A map's order is nobody's business: the same picture is the same bytes.
        typing.sort_by_key(|id| id.0);
        (present, typing)
    }

    /// What another node says.
    pub(super) fn heard(&self, app: &App, place: Uuid, node: Uuid, people: Vec<Uuid>, typing: Vec<Uuid>) {
        let mut places = self.places();
        // Nobody here watches that place.
        let Some(found) = places.get_mut(&place).filter(|_| node != app.node) else {
            return;
        };
        let ends = app.clock.now().plus(LEASE);
        let before = match people.is_empty() && typing.is_empty() {
            true => found.elsewhere.remove(&node),
            false => found.elsewhere.insert(node, (people.clone(), typing.clone(), ends)),
        };
        if before.map(|(people, typing, _)| (people, typing)).unwrap_or_default() != (people, typing) {
            found.changed();
        }
    }

    /// Another node has just begun to watch a place.
    pub(super) fn answer(&self, app: &App, place: Uuid) {
        if let Some(found) = self.places().get_mut(&place)
            && !found.here.is_empty()
        {
            let word = found.word(app, place);
            app.live.bus.say(|| word);
        }
    }

    /// Tells what is due, and forgets nodes that have fallen silent.
    pub(super) fn keep(&self, app: &App) {
        let now = app.clock.now();
        for (place, found) in self.places().iter_mut() {
            let before = found.elsewhere.len();
            found.elsewhere.retain(|_, (_, _, ends)| *ends > now);
            if found.elsewhere.len() != before {
                found.changed();
            }
            if now.since(found.told_at) >= TELL {
                let word = found.word(app, *place);
                app.live.bus.say(|| word);
            }
        }
    }

    /// Changes a place, and tells it if `change` says that there is something new.
    fn change(&self, app: &App, place: Uuid, change: impl FnOnce(&mut Place) -> bool) -> watch::Receiver<u64> {
        let mut places = self.places();
        let found = places.entry(place).or_insert_with(Place::new);
        if change(found) {
            found.changed();
            let word = found.word(app, place);
            app.live.bus.say(|| word);
        }
        let changes = found.changes.subscribe();
        if found.here.is_empty() && found.typing.is_empty() {
            places.remove(&place);
        }
        changes
    }

    fn places(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, Place>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
