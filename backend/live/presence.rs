//! Who is here and who types. Nothing of it is kept: it is what each node's sockets say, told to the other nodes when it
//! changes and every ten seconds, and forgotten after twenty-five when a node falls silent.

use std::{
    collections::{HashMap, HashSet},
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
    /// In the order in which they came.
    here: Vec<Guest>,
    typing: HashMap<Id<Person>, Moment>,
    /// At other nodes, with the end of their lease.
    elsewhere: HashMap<Uuid, (Crowd, Moment)>,
    told_at: Moment,
    changes: watch::Sender<i64>,
}

struct Guest {
    person: Id<Person>,
    /// How many times they have it open.
    times: usize,
    /// Counted, but not named.
    hides: bool,
}

/// Who is at a place on one node, and who types there.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Crowd {
    people: Vec<Uuid>,
    /// Those who are only counted.
    #[serde(default)]
    hidden: Vec<Uuid>,
    typing: Vec<Uuid>,
}

/// Who is at a place, on all nodes.
#[derive(Default)]
pub struct Picture {
    /// In the order in which they came.
    pub people: Vec<Id<Person>>,
    /// How many are there besides, and want to be counted only.
    pub hidden: usize,
    pub typing: Vec<Id<Person>>,
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
            crowd: self.crowd(),
        }
    }

    /// Those who are here on this node. A map's order is nobody's business: the same crowd is the same words.
    fn crowd(&self) -> Crowd {
        let some = |hides| {
            let guests = self.here.iter().filter(move |guest| guest.hides == hides);
            guests.map(|guest| guest.person.0).collect()
        };
        let mut typing: Vec<Uuid> = self.typing.keys().map(|id| id.0).collect();
        typing.sort();
        Crowd {
            people: some(false),
            hidden: some(true),
            typing,
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
    /// Comes to a place: how to hear of changes there, and what to hold for as long as one stays. Who comes once more is
    /// from now on named or not as they say now.
    pub fn enter(
        &self,
        app: &Arc<App>,
        place: Uuid,
        person: Id<Person>,
        hides: bool,
    ) -> (watch::Receiver<i64>, impl std::any::Any + Send + Sync + use<>) {
        let changes = self.change(app, place, |found| {
            if hides {
                found.typing.remove(&person);
            }
            match found.here.iter_mut().find(|guest| guest.person == person) {
                Some(guest) => {
                    guest.times += 1;
                    std::mem::replace(&mut guest.hides, hides) != hides
                }
                None => {
                    found.here.push(Guest {
                        person,
                        times: 1,
                        hides,
                    });
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
            let Some(at) = found.here.iter().position(|guest| guest.person == person) else {
                return false;
            };
            found.here[at].times -= 1;
            if found.here[at].times > 0 {
                return false;
            }
            found.here.remove(at);
            found.typing.remove(&person);
            true
        });
    }

    pub fn set_typing(&self, app: &Arc<App>, place: Uuid, person: Id<Person>, typing: bool) {
        if !typing {
            return self.stopped_typing(app, place, person);
        }
        let until = app.clock.now().plus(TYPING);
        self.change(app, place, |found| found.typing.insert(person, until).is_none());
        // The picture changes by itself when nothing more is typed.
        let app_ = app.clone();
        app.tasks.spawn(async move {
            app_.clock.sleep(TYPING).await;
            app_.live.presence.forget_typing(&app_, place);
        });
    }

    /// What was being typed has been said, or given up; perhaps it was typed by way of another node.
    pub fn stopped_typing(&self, app: &App, place: Uuid, person: Id<Person>) {
        if !self.stopped_here(app, place, person) {
            app.live.bus.say(|| Word::Stopped {
                place,
                person: person.0,
            });
        }
    }

    /// Whether this node knew that they type there.
    pub(super) fn stopped_here(&self, app: &App, place: Uuid, person: Id<Person>) -> bool {
        let knows = |found: &Place| found.typing.contains_key(&person);
        if !self.places().get(&place).is_some_and(knows) {
            return false;
        }
        self.change(app, place, |found| found.typing.remove(&person).is_some());
        true
    }

    fn forget_typing(&self, app: &App, place: Uuid) {
        let now = app.clock.now();
        self.change(app, place, |found| {
            let before = found.typing.len();
            found.typing.retain(|_, until| *until > now);
            found.typing.len() != before
        });
    }

    /// Who is at a place and who types there, on all nodes.
    #[must_use]
    pub fn picture(&self, app: &App, place: Uuid) -> Picture {
        let now = app.clock.now();
        let places = self.places();
        let Some(found) = places.get(&place) else {
            return Picture::default();
        };
        let mut here = found.crowd();
        here.typing
            .retain(|id| found.typing.get(&Id::of(*id)).is_some_and(|until| *until > now));
        let elsewhere = found.elsewhere.values().filter(|(_, ends)| *ends > now);
        let crowds: Vec<&Crowd> = std::iter::once(&here)
            .chain(elsewhere.map(|(crowd, _)| crowd))
            .collect();
        // Whoever hides at one node is not named for having it open at another.
        let hidden: HashSet<Uuid> = crowds.iter().flat_map(|crowd| crowd.hidden.iter().copied()).collect();
        let mut seen = hidden.clone();
        let named = crowds.iter().flat_map(|crowd| &crowd.people);
        let people = named.copied().filter(|id| seen.insert(*id)).map(Id::of).collect();
        let mut typing: Vec<Uuid> = crowds.iter().flat_map(|crowd| crowd.typing.iter().copied()).collect();
        typing.sort();
        typing.dedup();
        typing.retain(|id| !hidden.contains(id));
        Picture {
            people,
            hidden: hidden.len(),
            typing: typing.into_iter().map(Id::of).collect(),
        }
    }

    /// What another node says.
    pub(super) fn heard(&self, app: &App, place: Uuid, node: Uuid, crowd: Crowd) {
        let mut places = self.places();
        // Nobody here watches that place.
        let Some(found) = places.get_mut(&place).filter(|_| node != app.node) else {
            return;
        };
        let ends = app.clock.now().plus(LEASE);
        let before = match crowd == Crowd::default() {
            true => found.elsewhere.remove(&node),
            false => found.elsewhere.insert(node, (crowd.clone(), ends)),
        };
        if before.map(|(crowd, _)| crowd).unwrap_or_default() != crowd {
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
            found.elsewhere.retain(|_, (_, ends)| *ends > now);
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
    fn change(&self, app: &App, place: Uuid, change: impl FnOnce(&mut Place) -> bool) -> watch::Receiver<i64> {
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
