//! What every transport shares: who is at the other end ([`Guest`]), and what one operation of theirs has to say
//! ([`Outs`]). How that is framed is the transport's own: [`super::websocket`], [`super::sse`].

use std::{
    pin::Pin,
    sync::{Arc, atomic::AtomicU64, atomic::Ordering::Relaxed},
};

use async_graphql::Response;
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::{
    Channel, Figures, Opened, Source, Topic,
    group::{Joined, Member, Shared, Step},
    journal,
    operation::Operation,
    seats::Outlet,
    wire::Wire,
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::{self, ClientRequest, Prepared},
    i18n::Language,
    people::{self, Me, Viewer, sign_in},
};

/// Who came with the request that opened a connection.
pub struct Caller {
    /// The secret of the session cookie or the `Authorization` header, if any.
    pub token: Option<String>,
    pub accept_language: Option<Language>,
    /// The network address, for limits.
    pub address: String,
}

/// What one operation has to say.
pub(super) enum Out {
    /// A response, as JSON.
    Next(Utf8Bytes),
    /// It ends with these errors: a JSON list.
    Error(Utf8Bytes),
    Complete,
    /// The database could not be asked; the client resumes later.
    Lost,
}

pub(super) type Outs = Pin<Box<dyn Stream<Item = Out> + Send>>;

/// Why a connection cannot go on.
pub(super) enum End {
    SignedOut,
    /// The database could not be asked; the client resumes later.
    Lost,
}

/// Whoever is at the other end of a connection, and what each of their subscriptions rests on.
pub(super) struct Guest {
    pub app: Arc<App>,
    pub viewer: Viewer,
    pub language: Language,
    address: Arc<str>,
    token: Option<String>,
    /// The line, where it is one that is written to without the connection's task.
    wire: Option<Arc<Wire>>,
    /// What each running subscription was let in to, to be judged again when rights change.
    rests: Vec<(Arc<str>, &'static dyn Channel, Arc<Operation>)>,
    /// The topic of the viewer's rights, and how far it has been looked at.
    rights: Option<(Arc<Topic>, watch::Receiver<i64>)>,
}

impl Guest {
    /// Nobody yet.
    pub fn unknown(app: Arc<App>, language: Language, address: &str) -> Self {
        Self {
            app,
            viewer: Viewer::SignedOut,
            language,
            address: address.into(),
            token: None,
            wire: None,
            rests: Vec::new(),
            rights: None,
        }
    }

    /// At the end of this line.
    pub fn on(mut self, wire: Arc<Wire>) -> Self {
        self.wire = Some(wire);
        self
    }

    /// Says who it is, by the secret of a session or an API token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sign_in(&mut self, token: Option<String>) -> Result<()> {
        self.token = token;
        let Some(token) = self.token.as_deref() else {
            return Ok(());
        };
        let app = self.app.clone();
        let _turn = app.live.desk.turn(&app).await;
        self.viewer = sign_in::authenticate(&app, token).await?;
        if let Some(me) = self.viewer.maybe() {
            self.language = me.language;
            let topic = app.live.serve(&app, &people::rights_topic(me.id)).await?;
            let changes = topic.head.subscribe();
            self.rights = Some((topic, changes));
            // What changed between the look at the session and the line above is not heard of: so it is looked at again.
            self.viewer = sign_in::authenticate(&app, token).await?;
            self.judged();
        }
        Ok(())
    }

    /// Resolves when the viewer's rights may have changed since they were last judged: then [`Guest::judge`].
    pub fn rights_changed(&self) -> impl Future<Output = ()> + Send + use<> {
        let changes = self.rights.as_ref().map(|(_, changes)| changes.clone());
        async move {
            if let Some(mut changes) = changes
                && changes.changed().await.is_ok()
            {
                return;
            }
            std::future::pending().await
        }
    }

    /// Whether the viewer's rights may have changed since they were last judged.
    pub fn in_doubt(&self) -> bool {
        let changes = self.rights.as_ref().map(|(_, changes)| changes);
        changes.is_some_and(|changes| changes.has_changed().unwrap_or(false))
    }

    /// Whatever is running may go on, until the rights change again.
    pub fn judged(&self) {
        if let Some(wire) = &self.wire {
            wire.judged(self.rights.as_ref().map(|(_, changes)| changes.clone()));
        }
    }

    /// The operations that rested on a right that is gone, each with the errors it ends with. When they have ended: [`Guest::judged`].
    pub async fn judge(&mut self) -> Result<Vec<(Arc<str>, Utf8Bytes)>, End> {
        if let Some((_, changes)) = &mut self.rights {
            changes.mark_unchanged();
        }
        let before = self.viewer.maybe().map(|me| me.id);
        if let Some(token) = self.token.as_deref() {
            self.viewer = sign_in::authenticate(&self.app, token).await.map_err(|_| End::Lost)?;
        }
        if self.viewer.maybe().map(|me| me.id) != before {
            return Err(End::SignedOut);
        }
        let Some(me) = self.viewer.maybe().cloned() else {
            return Ok(Vec::new());
        };
        let mut over = Vec::new();
        for (id, channel, operation) in &self.rests {
            match channel.open(&self.app, &me, &operation.arguments).await {
                Ok(_) => {}
                Err(Error::Internal(_)) => return Err(End::Lost),
                Err(error) if error.code() == ErrorCode::Unavailable => return Err(End::Lost),
                Err(error) => over.push((id.clone(), self.refusal(&error))),
            }
        }
        for (id, _) in &over {
            self.done(id);
        }
        Ok(over)
    }

    /// An operation has ended.
    pub fn done(&mut self, id: &str) {
        self.rests.retain(|(known, ..)| **known != *id);
    }

    /// Starts an operation: a subscription, or a query or mutation with its one answer.
    ///
    /// # Errors
    /// Why it does not start.
    pub async fn start(&mut self, id: &Arc<str>, request: ClientRequest) -> Result<Outs> {
        let prepared = self.app.operations.prepare(&request)?;
        let name = request.operation_name.as_deref();
        if !prepared.is_subscription(name)? {
            return Ok(self.once(prepared, request));
        }
        let (operation, after) = Operation::read(&prepared, name, request.variables.clone())?;
        let channel = graphql::CHANNELS
            .iter()
            .find(|channel| channel.field() == operation.field)
            // An unknown field is refused by the schema itself, with its own words.
            .copied();
        let Some(channel) = channel else {
            return Ok(self.once(prepared, request));
        };
        let me = self.viewer.me()?.clone();
        let listener = Listener {
            app: self.app.clone(),
            channel,
            operation: Arc::new(operation),
            after,
            language: self.language,
            viewer: self.viewer.clone(),
            outlet: self.wire.clone().map(|wire| Outlet { wire, id: id.clone() }),
            alone: false,
            _counted: Gauge::up(self.app.clone(), |figures| &figures.subscriptions),
        };
        let (operation, outs) = listener.listen(&me).await?;
        // Most sockets have one or two, and there are many sockets.
        self.rests.reserve_exact(1);
        self.rests.push((id.clone(), channel, operation));
        Ok(outs)
    }

    /// A query or mutation: one answer. It runs to its end even when the connection closes.
    fn once(&self, prepared: Arc<Prepared>, request: ClientRequest) -> Outs {
        let (app, viewer, language, address) = (
            self.app.clone(),
            self.viewer.clone(),
            self.language,
            self.address.clone(),
        );
        let answer = async move {
            let asker = graphql::Asker {
                viewer: &viewer,
                language,
                address: &address,
            };
            graphql::run(&app, asker, &prepared, request).await
        };
        Box::pin(
            stream::once(answer)
                .map(|response| match serde_json::to_string(&response) {
                    // Refused before it ran: the protocols have a way of their own to say that.
                    Ok(_)
                        if response.data == async_graphql::Value::Null
                            && !response.errors.is_empty()
                            && !ran(&response) =>
                    {
                        stream::iter(vec![Out::Error(errors(&response))])
                    }
                    Ok(text) => stream::iter(vec![Out::Next(text.into()), Out::Complete]),
                    Err(_) => stream::iter(vec![Out::Complete]),
                })
                .flatten(),
        )
    }

    /// The errors that an operation ends with, in the guest's language.
    pub fn refusal(&self, error: &Error) -> Utf8Bytes {
        errors(&graphql::refusal(self.language, error))
    }
}

/// Whether a response is of an execution: its errors have paths.
fn ran(response: &Response) -> bool {
    response.errors.iter().any(|error| !error.path.is_empty())
}

/// The list of a response's errors, as JSON.
fn errors(response: &Response) -> Utf8Bytes {
    serde_json::to_string(&response.errors)
        .unwrap_or_else(|_| "[]".to_owned())
        .into()
}

/// Counts something for as long as it lives.
pub(super) struct Gauge {
    app: Arc<App>,
    of: fn(&Figures) -> &AtomicU64,
}

impl Gauge {
    pub fn up(app: Arc<App>, of: fn(&Figures) -> &AtomicU64) -> Self {
        of(&app.live.figures).fetch_add(1, Relaxed);
        Self { app, of }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        (self.of)(&self.app.live.figures).fetch_sub(1, Relaxed);
    }
}

/// One subscription of one connection.
struct Listener {
    app: Arc<App>,
    channel: &'static dyn Channel,
    operation: Arc<Operation>,
    after: Option<i64>,
    language: Language,
    viewer: Viewer,
    outlet: Option<Outlet>,
    /// Whether its group is its person's own, since the responses depend on who asks.
    alone: bool,
    _counted: Gauge,
}

impl Listener {
    /// Lets the listener in and begins to listen.
    async fn listen(self, me: &Me) -> Result<(Arc<Operation>, Outs)> {
        let app = self.app.clone();
        let _turn = app.live.desk.turn(&app).await;
        let opened = self.channel.open(&self.app, me, &self.operation.arguments).await?;
        if let (Some(after), Source::Journal(topic)) = (self.after, &opened.source) {
            // Beyond the journal's last number there is nothing that the client could have: it is of another world.
            if after > journal::last(&self.app.db, topic).await? {
                return Err(Error::new(ErrorCode::Resync).on("after"));
            }
        }
        let mut listener = self;
        let joined = listener.join(&opened).await?;
        let operation = listener.operation.clone();
        let outs: Outs = match joined {
            Ok(member) => Box::pin(listener.outs(opened, member)),
            Err(refusal) => Box::pin(stream::iter([Out::Error(refusal)])),
        };
        Ok((operation, outs))
    }

    async fn join(&mut self, opened: &Opened) -> Result<Result<Member, Utf8Bytes>> {
        let shared = Shared {
            channel: self.channel,
            operation: &self.operation,
            class: opened.class,
            language: self.language,
        };
        let viewer = self.alone.then_some(&self.viewer);
        let groups = &self.app.live.groups;
        let outlet = self.outlet.clone();
        Ok(
            match groups
                .join(&self.app, &shared, &opened.source, viewer, outlet, self.after)
                .await?
            {
                Joined::Member(member) => {
                    self.operation = member.operation().clone();
                    Ok(member)
                }
                Joined::Refused(refusal) => Err(errors(&refusal)),
            },
        )
    }

    /// What the member gets, in its group and in whichever it has to move to.
    fn outs(mut self, opened: Opened, mut member: Member) -> impl Stream<Item = Out> + Send {
        async_stream::stream! {
            loop {
                match member.next().await {
                    Ok(Step::Next(response)) => {
                        yield Out::Next(response);
                        continue;
                    }
                    Ok(Step::Over) => {
                        yield Out::Complete;
                        return;
                    }
                    Ok(Step::Personal(position)) if !self.alone => {
                        self.alone = true;
                        self.after = Some(position);
                    }
                    Ok(Step::Personal(position) | Step::Again(position)) => self.after = Some(position),
                    Err(error) => {
                        tracing::warn!(%error, "a subscription could not go on");
                        yield Out::Lost;
                        return;
                    }
                }
                // In a box, since every listener has the room of it for as long as it listens.
                member = match Box::pin(self.join_anew(&opened)).await {
                    Ok(Ok(member)) => member,
                    Ok(Err(refusal)) => {
                        yield Out::Error(refusal);
                        return;
                    }
                    Err(_) => {
                        yield Out::Lost;
                        return;
                    }
                };
            }
        }
    }

    async fn join_anew(&mut self, opened: &Opened) -> Result<Result<Member, Utf8Bytes>> {
        let app = self.app.clone();
        let _turn = app.live.desk.turn(&app).await;
        self.join(opened).await
    }
}
