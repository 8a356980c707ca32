//! A group: all who listen with the same operation, variables, language and class. It executes each event once and keeps
//! the last responses in a ring, which is everybody's queue. A member is a position, nothing more: at the head it waits;
//! in the ring it takes; further back it reads a page of the journal, executed once for all who stand there. So a late
//! joiner, a slow reader and a lost hint are one loop, and "no gap, no repeat" is its invariant: hand out `position + 1`,
//! then `position += 1`. Most of the time nobody needs the loop: whoever waits at the head is written to where they
//! [sit](super::seats), by the same rule.

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use async_graphql::{Response, ServerError};
use futures_util::{StreamExt, stream::BoxStream};
use tokio::sync::{mpsc, watch};
use tokio_tungstenite::tungstenite::Utf8Bytes;
use tokio_util::sync::{CancellationToken, DropGuard};

use super::{
    Channel, Feed, Item, Source, Topic, journal,
    operation::Operation,
    seats::{News, Outlet, Seat, Seats},
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::{self, Loaders},
    i18n::Language,
    people::{Personal, Viewer},
};

/// Responses kept for members who are a little behind.
const RING: usize = 256;
/// Events read from the journal at once.
const PAGE: i64 = 100;
/// Responses of older events kept for those who come back together.
const OLD: usize = 1000;
/// Twice what it takes to write to one member or to wake it, on an ordinary machine: so half of the time is left to others. The
/// first event goes out at once; what comes within this time goes out together afterwards, so that a burst costs each
/// socket a few writes and not one for each event.
const PER_MEMBER: Duration = Duration::from_micros(20);
/// Below this there is nothing to gain.
const SHORTEST_PAUSE: Duration = Duration::from_millis(2);
/// Nobody waits longer, however many they are: a blink.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

/// The groups of a node, by what their members share.
#[derive(Default)]
pub struct Groups(tokio::sync::Mutex<HashMap<String, Weak<Group>>>);

/// What a group is of.
pub struct Shared<'a> {
    pub channel: &'static dyn Channel,
    pub operation: &'a Arc<Operation>,
    pub class: &'static str,
    pub language: Language,
}

/// What comes of asking for a group.
pub enum Joined {
    Member(Member),
    /// The execution was refused (validation, limits): this is what to tell the client.
    Refused(Box<Response>),
}

struct State {
    /// The number of the last event executed, or of the newest picture.
    head: i64,
    /// Responses of `head - ring.len() + 1 ..= head`; of a group that has pictures instead of events only the newest.
    ring: VecDeque<Utf8Bytes>,
    /// Responses of older events, for those who are further behind.
    old: HashMap<i64, Utf8Bytes>,
    /// Raised by a removal: what was executed before must not be kept after.
    epoch: u64,
    /// The event that ended the topic: who has it and all that came after it has had everything.
    end: Option<i64>,
    pictures: bool,
}

impl State {
    /// What the ring has for one who stands at `position`, and where they stand then.
    fn after(&self, position: i64) -> Option<(i64, Utf8Bytes)> {
        let behind = usize::try_from(self.head - position)
            .ok()
            .filter(|behind| *behind > 0)?;
        let (to, place) = if self.pictures {
            (self.head, self.ring.len().checked_sub(1)?)
        } else {
            (position + 1, self.ring.len().checked_sub(behind)?)
        };
        Some((to, self.ring[place].clone()))
    }
}

pub struct Group {
    state: Mutex<State>,
    seats: Arc<Seats>,
    /// A second execution for those who are behind, so that live delivery does not wait for them; begun for the first of
    /// them. Its lock is also what makes a page be read once for all.
    backlog: tokio::sync::Mutex<Option<Execution>>,
    /// Whose group it is, if it is one person's own.
    viewer: Option<Viewer>,
    language: Language,
    app: Arc<App>,
    channel: &'static dyn Channel,
    operation: Arc<Operation>,
    topic: Option<Arc<Topic>>,
    /// Set when a response turned out to depend on its viewer: the members come back, each with their person in the key.
    personal: AtomicBool,
    /// Set when there will be no more pictures.
    over: AtomicBool,
    ended: AtomicBool,
    /// Ends the group's task when the last member is gone.
    _task: DropGuard,
}

impl Groups {
    /// Joins the group that shares this operation, and makes it if it is the first. With `viewer` the group is theirs
    /// alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn join(
        &self,
        app: &Arc<App>,
        shared: &Shared<'_>,
        source: &Source,
        viewer: Option<&Viewer>,
        outlet: Option<Outlet>,
        after: Option<i64>,
    ) -> Result<Joined> {
        let person = viewer.and_then(Viewer::maybe).map(|me| me.id.0);
        let name = match source {
            Source::Journal(topic) => topic,
            Source::Latest(name, ..) => name,
        };
        let (operation, language) = (&shared.operation.key, shared.language.text());
        let key = serde_json::to_string(&(name, shared.class, operation, language, person))
            .map_err(crate::error::Error::internal)?;
        // Held while a group is made, so that a thousand who come at once make one. Making one asks the database once.
        let mut groups = self.0.lock().await;
        if let Some(group) = groups.get(&key).and_then(Weak::upgrade)
            && !group.ended.load(Relaxed)
        {
            return Ok(Joined::Member(group.member(after, outlet)));
        }
        groups.retain(|_, group| group.strong_count() > 0);
        match Group::open(app, shared, source, viewer).await? {
            Ok(group) => {
                groups.insert(key, Arc::downgrade(&group));
                Ok(Joined::Member(group.member(after, outlet)))
            }
            Err(refusal) => Ok(Joined::Refused(refusal)),
        }
    }
}

impl Group {
    async fn open(
        app: &Arc<App>,
        shared: &Shared<'_>,
        source: &Source,
        viewer: Option<&Viewer>,
    ) -> Result<Result<Arc<Self>, Box<Response>>> {
        let (topic, head, end) = match source {
            Source::Journal(name) => {
                let topic = app.live.serve(app, name).await?;
                let head = *topic.head.borrow();
                // Asked after the head is known: an end up to there is seen, a later one comes as an event.
                (Some(topic), head, journal::ended(&app.db, name).await?)
            }
            Source::Latest(..) => (None, 0, None),
        };
        let life = match source {
            Source::Latest(_, _, Some(name)) => Some(app.live.serve(app, name).await?),
            _ => None,
        };
        let live = match Execution::start(app, shared.operation, shared.language, viewer).await {
            Ok(live) => live,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let stop = CancellationToken::new();
        let group = Arc::new(Self {
            state: Mutex::new(State {
                head,
                ring: VecDeque::new(),
                old: HashMap::new(),
                epoch: 0,
                end,
                pictures: topic.is_none(),
            }),
            seats: Arc::default(),
            backlog: None.into(),
            viewer: viewer.cloned(),
            language: shared.language,
            app: app.clone(),
            channel: shared.channel,
            operation: shared.operation.clone(),
            topic,
            personal: AtomicBool::new(false),
            over: AtomicBool::new(false),
            ended: AtomicBool::new(false),
            _task: stop.clone().drop_guard(),
        });
        let weak = Arc::downgrade(&group);
        match source {
            Source::Journal(name) => {
                let heads = group.topic.as_ref().map(|topic| topic.head.subscribe());
                let task = follow(weak, name.clone(), heads, live);
                app.tasks
                    .spawn_on(stop.run_until_cancelled_owned(task), super::sockets());
            }
            Source::Latest(_, changes, _) => {
                let task = look(weak, changes.clone(), Life::of(life), live);
                app.tasks
                    .spawn_on(stop.run_until_cancelled_owned(task), super::sockets());
            }
        }
        Ok(Ok(group))
    }

    fn member(self: Arc<Self>, after: Option<i64>, outlet: Option<Outlet>) -> Member {
        let position = match self.topic {
            Some(_) => after.unwrap_or_else(|| self.state().head),
            // Whoever comes gets the picture that there is.
            None => 0,
        };
        let (number, seat) = self.seats.take(position, outlet);
        Member {
            number,
            seat,
            page: VecDeque::new(),
            epoch: 0,
            group: self,
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self) {
        self.ended.store(true, Relaxed);
        self.seats.ring();
    }

    /// One executed event; [`Self::announce`] tells of it.
    fn push(&self, event: &journal::Event, response: Utf8Bytes) {
        let mut state = self.state();
        if self.channel.takes_away(&event.kind) {
            // A removed text must not be served from memory: whoever is behind reads the journal again.
            state.ring.clear();
            state.old.clear();
            state.epoch += 1;
        }
        if let Some(ends) = self.channel.ends(&event.kind) {
            state.end = ends.then_some(event.seq);
        }
        state.ring.push_back(response);
        state.head = event.seq;
        if state.ring.len() > RING {
            state.ring.pop_front();
        }
    }

    /// Tells the members of all that was pushed after `told`, and says how long to leave them to it.
    async fn announce(&self, told: i64) -> Duration {
        let news = {
            let state = self.state();
            // Fewer when something was removed in between: then there is a gap that each member sees to itself.
            let new = usize::try_from(state.head - told).unwrap_or(0).min(state.ring.len());
            (new > 0).then(|| News {
                after: Some(state.head - i64::try_from(new).unwrap_or(0)),
                head: state.head,
                responses: state.ring.range(state.ring.len() - new..).cloned().collect(),
                look: state.end.is_some(),
            })
        };
        if let Some(news) = news {
            self.tell(news).await;
        }
        let members = u32::try_from(self.seats.count()).unwrap_or(u32::MAX);
        PER_MEMBER.saturating_mul(members).min(LONGEST_PAUSE)
    }

    async fn tell(&self, news: News) {
        let written = self.seats.tell(news).await;
        self.app.live.figures.deliveries.fetch_add(written, Relaxed);
    }

    /// The page after `position`, executed once for all who stand there.
    async fn read_back(&self, position: i64) -> Result<Option<VecDeque<Utf8Bytes>>> {
        let Some(topic) = &self.topic else { return Ok(None) };
        let mut execution = self.backlog.lock().await;
        let (epoch, known) = {
            let state = self.state();
            let known: VecDeque<Utf8Bytes> = (position + 1..)
                .map_while(|seq| state.old.get(&seq).cloned())
                .take(100)
                .collect();
            (state.epoch, known)
        };
        if !known.is_empty() {
            return Ok(Some(known));
        }
        let _turn = self.app.live.desk.turn(&self.app).await;
        if execution.is_none() {
            // The live one was not refused, so neither is this.
            *execution = Execution::start(&self.app, &self.operation, self.language, self.viewer.as_ref())
                .await
                .ok();
        }
        let Some(execution) = execution.as_mut() else {
            self.end();
            return Ok(None);
        };
        let mut page = VecDeque::new();
        for event in journal::after(&self.app.db, &topic.name, position, PAGE).await? {
            let seq = event.seq;
            let bytes = match execution.run(Item::Event(event)).await {
                Ok(Some(bytes)) => bytes,
                Ok(None) => {
                    self.stop(execution);
                    return Ok(None);
                }
                Err(error) if page.is_empty() => return Err(error),
                // What was read stands; the next page begins with this one.
                Err(_) => break,
            };
            let mut state = self.state();
            if state.epoch == epoch {
                if state.old.len() >= OLD {
                    state.old.clear();
                }
                state.old.insert(seq, bytes.clone());
            }
            drop(state);
            page.push_back(bytes);
        }
        Ok(Some(page))
    }

    /// An execution gave no response: it has ended, or its response was somebody's own.
    fn stop(&self, execution: &Execution) {
        if execution.personal.is_marked() {
            self.personal.store(true, Relaxed);
        }
        self.end();
    }
}

/// The task of a group with a journal: executes what comes, in order.
async fn follow(group: Weak<Group>, topic: String, heads: Option<watch::Receiver<i64>>, mut live: Execution) {
    let Some(mut heads) = heads else { return };
    loop {
        let Some(group_) = group.upgrade() else { return };
        let from = group_.state().head;
        let heard = *heads.borrow_and_update();
        if heard <= from {
            // Not held while waiting: the last member's going must end the group.
            drop(group_);
            if heads.changed().await.is_err() {
                return;
            }
            continue;
        }
        let events = match journal::after(&group_.app.db, &topic, from, PAGE).await {
            Ok(events) => events,
            Err(error) => {
                tracing::warn!(%error, "the journal could not be read; trying again");
                group_.app.clock.sleep(super::SWEEP).await;
                continue;
            }
        };
        if events.is_empty() {
            // Told before it can be seen: on PostgreSQL a hint may overtake the visibility of its own commit elsewhere.
            let app = group_.app.clone();
            drop(group_);
            app.clock.sleep(std::time::Duration::from_millis(5)).await;
            continue;
        }
        let mut away = false;
        for event in events {
            match live.run(Item::Event(event.clone())).await {
                Ok(Some(bytes)) => group_.push(&event, bytes),
                Ok(None) => return group_.stop(&live),
                Err(error) => {
                    tracing::warn!(%error, "an event could not be shown; trying again");
                    away = true;
                    break;
                }
            }
        }
        let pause = group_.announce(from).await;
        let pause = if away { super::SWEEP } else { pause };
        if pause >= SHORTEST_PAUSE {
            let app = group_.app.clone();
            drop(group_);
            app.clock.sleep(pause).await;
        }
    }
}

/// The topic that pictures are of: when it ends, so do they.
struct Life(Option<(Arc<Topic>, watch::Receiver<i64>)>);

impl Life {
    fn of(topic: Option<Arc<Topic>>) -> Self {
        // What happened before may have been the end, so that it is looked at once at the beginning.
        Self(topic.map(|topic| {
            let mut heads = topic.head.subscribe();
            heads.mark_changed();
            (topic, heads)
        }))
    }

    /// Waits for the end.
    async fn over(&mut self, app: &App) {
        if let Some((topic, heads)) = &mut self.0 {
            while heads.changed().await.is_ok() {
                match journal::ended(&app.db, &topic.name).await {
                    Ok(None) => {}
                    Ok(Some(_)) => return,
                    Err(error) => {
                        tracing::warn!(%error, "the journal could not be read; trying again");
                        app.clock.sleep(super::SWEEP).await;
                        heads.mark_changed();
                    }
                }
            }
        }
        std::future::pending().await
    }
}

/// The task of a group with pictures: takes a new one whenever there is one, at most every tenth of a second.
async fn look(group: Weak<Group>, mut changes: watch::Receiver<i64>, mut life: Life, mut live: Execution) {
    let app = live.app.clone();
    let pictures = async {
        loop {
            changes.borrow_and_update();
            let bytes = match live.run(Item::Look).await {
                Ok(Some(bytes)) => bytes,
                Ok(None) => {
                    if let Some(group) = group.upgrade() {
                        group.stop(&live);
                    }
                    return;
                }
                Err(error) => {
                    tracing::warn!(%error, "a picture could not be taken; trying again");
                    app.clock.sleep(super::SWEEP).await;
                    continue;
                }
            };
            let Some(group_) = group.upgrade() else { return };
            let new = {
                let mut state = group_.state();
                (state.ring.back() != Some(&bytes)).then(|| {
                    state.head += 1;
                    state.ring = [bytes.clone()].into();
                    state.head
                })
            };
            if let Some(head) = new {
                let news = News {
                    after: None,
                    head,
                    responses: vec![bytes],
                    look: false,
                };
                group_.tell(news).await;
            }
            drop(group_);
            app.clock.sleep(std::time::Duration::from_millis(100)).await;
            if changes.changed().await.is_err() {
                // The place was empty for a moment and is another now: whoever is still here comes again.
                if let Some(group) = group.upgrade() {
                    group.end();
                }
                return;
            }
        }
    };
    tokio::select! {
        () = pictures => {}
        () = life.over(&app) => {
            if let Some(group) = group.upgrade() {
                group.over.store(true, Relaxed);
                group.end();
            }
        }
    }
}

/// One who listens.
pub struct Member {
    group: Arc<Group>,
    number: usize,
    seat: Arc<Seat>,
    /// What was read back and not handed out yet, and at which of the group's epochs.
    page: VecDeque<Utf8Bytes>,
    epoch: u64,
}

impl Drop for Member {
    fn drop(&mut self) {
        self.group.seats.leave(self.number);
    }
}

/// What a member gets.
pub enum Step {
    /// A response, as JSON, without the operation's id.
    Next(Utf8Bytes),
    /// The responses depend on who asks: join again with the viewer, after this number.
    Personal(i64),
    /// The group has ended for a reason of its own; join again.
    Again(i64),
    /// The topic has ended, and everything was handed out.
    Over,
}

impl Member {
    /// What it listens to, once for the whole group: thousands who have it in common need not keep it each.
    #[must_use]
    pub fn operation(&self) -> &Arc<Operation> {
        &self.group.operation
    }

    /// The next response. May be dropped at any await: the member changes only when something is handed out.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn next(&mut self) -> Result<Step> {
        loop {
            if let Some(end) = self.ended() {
                return Ok(end);
            }
            let position = self.seat.position();
            let behind = {
                let state = self.group.state();
                if self.epoch != state.epoch {
                    // Something was removed since this page was read: it may be in there.
                    self.page.clear();
                }
                let read = self.page.pop_front().map(|bytes| (position + 1, bytes));
                if let Some((to, bytes)) = read.or_else(|| state.after(position)) {
                    self.seat.move_to(to);
                    return Ok(Step::Next(bytes));
                }
                if state.end.is_some_and(|end| end <= position && position >= state.head) {
                    return Ok(Step::Over);
                }
                (position < state.head).then_some(state.epoch)
            };
            match behind {
                // In a box: seldom needed, and every member has the room of it for as long as it listens.
                Some(epoch) => {
                    if let Some(page) = Box::pin(self.group.read_back(position)).await? {
                        (self.page, self.epoch) = (page, epoch);
                    }
                }
                None => self.seat.rung().await,
            }
        }
    }

    fn ended(&self) -> Option<Step> {
        if !self.group.ended.load(Relaxed) {
            return None;
        }
        Some(if self.group.over.load(Relaxed) {
            Step::Over
        } else if self.group.personal.load(Relaxed) {
            Step::Personal(self.seat.position())
        } else {
            Step::Again(self.seat.position())
        })
    }
}

/// One running subscription, fed in lockstep.
struct Execution {
    items: mpsc::Sender<Item>,
    responses: BoxStream<'static, Response>,
    /// Whether a response is still to come for an item whose caller did not wait for it.
    owed: bool,
    personal: Personal,
    /// Whether the execution is shared: then an answer that depends on its viewer is thrown away.
    shared: bool,
    language: Language,
    app: Arc<App>,
}

impl Execution {
    async fn start(
        app: &Arc<App>,
        operation: &Operation,
        language: Language,
        viewer: Option<&Viewer>,
    ) -> Result<Self, Box<Response>> {
        let (feed, items, taken) = Feed::new();
        let personal = Personal::default();
        let who = viewer.cloned().unwrap_or_else(|| Viewer::Shared(personal.clone()));
        let request = operation
            .prepared
            .request(operation.name.as_deref(), operation.variables.clone())
            .data(app.clone())
            .data(feed)
            .data(who)
            .data(language)
            .data(Loaders::default());
        let mut responses = app.api.execute_stream(request);
        // An answer before the feed was taken is a refusal.
        tokio::select! {
            biased;
            early = responses.next() => {
                let mut response = early.unwrap_or_default();
                graphql::translate(language, &mut response);
                Err(Box::new(response))
            }
            _ = taken => Ok(Self {
                items,
                responses,
                owed: false,
                personal,
                shared: viewer.is_none(),
                language,
                app: app.clone(),
            }),
        }
    }

    /// `None` when it has ended, or when a shared execution's response turned out to be personal: found out before a byte
    /// of it is handed on.
    ///
    /// # Errors
    /// `UNAVAILABLE` when the response needed something that did not answer. Such a response is nobody's: handed on, it
    /// would stand in the place of the event for good, and kept, for whoever comes later, too.
    async fn run(&mut self, item: Item) -> Result<Option<Utf8Bytes>> {
        let Some(mut response) = self.respond(item).await else {
            return Ok(None);
        };
        if self.shared && self.personal.is_marked() {
            return Ok(None);
        }
        let mut causes = response.errors.iter().filter_map(ServerError::source::<Error>);
        if let Some(away) = causes.find(|error| error.code() == ErrorCode::Unavailable) {
            return Err(away.clone());
        }
        graphql::translate(self.language, &mut response);
        Ok(serde_json::to_string(&response).ok().map(Utf8Bytes::from))
    }

    async fn respond(&mut self, item: Item) -> Option<Response> {
        if self.owed {
            self.responses.next().await?;
            self.owed = false;
        }
        self.app.live.figures.executions.fetch_add(1, Relaxed);
        self.items.send(item).await.ok()?;
        self.owed = true;
        let response = self.responses.next().await?;
        self.owed = false;
        Some(response)
    }
}
