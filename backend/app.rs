//! The app: everything that a request or a background task may need, made once at the start.

use std::{path::Path, sync::Arc, time::Duration};

use tokio::sync::Notify;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use uuid::Uuid;

use crate::{
    actions::library,
    clock::{Clock, Random},
    config::Config,
    db::{self, Db, Tx},
    error::Result,
    files::{self, Files},
    followup,
    graphql::{self, Api, Operations},
    http::client,
    live::{self, Live, bus::Bus, limits::Limits},
    mail,
    networks::postman,
    people::{organisations, sign_in},
    threads::waiting,
};

pub struct App {
    pub config: Config,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub api: Api,
    pub operations: Operations,
    pub live: Live,
    pub limits: Limits,
    pub mail: mail::Post,
    pub organisations: organisations::Known,
    pub files: Files,
    pub library: library::Known,
    /// Tells nodes apart on the bus.
    pub node: Uuid,
    /// Cancelled when nobody new is to be sent here: `/readyz` says so.
    pub draining: CancellationToken,
    /// Cancelled when those who are connected are to go, one after the other ([`App::time_to_leave`]).
    pub leaving: CancellationToken,
    /// Cancelled when the server is to stop; what runs for long watches it. Each of the three takes those before along.
    pub stopping: CancellationToken,
    /// What runs beside the requests; the server waits for it before it ends.
    pub tasks: TaskTracker,
    /// Rung when an invitation is to be mailed.
    pub post_office: Arc<Notify>,
    /// Rung when a follow-up form is to be mailed.
    pub follow_ups: Arc<Notify>,
    pub figures: crate::http::metrics::Figures,
}

/// Expired sessions and links are forgotten this often.
const TIDY: Duration = Duration::from_secs(60 * 60);

impl App {
    /// Opens the database, brings it to this version, and assembles the app. Nothing runs yet.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub async fn open(config: Config, clock: Clock, random: Random) -> Result<Arc<Self>, String> {
        let options = db::Options {
            url: config.database_url.expose(),
            connections: config.database_connections,
            create: true,
        };
        let db = Db::open(&options)
            .await
            .map_err(|error| format!("database_url: {error}"))?;
        let ran = db
            .migrate(&clock)
            .await
            .map_err(|error| format!("database_url: {error}"))?;
        if !ran.is_empty() {
            tracing::info!(migrations = ran.join(", "), "the database was brought to this version");
        }
        Self::assemble(config, clock, random, db).await
    }

    /// As [`App::open`], on a database that is there and of this version.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub async fn assemble(config: Config, clock: Clock, random: Random, db: Db) -> Result<Arc<Self>, String> {
        let bus = match &config.redis_url {
            Some(url) => Bus::Redis(Box::new(live::redis(url.expose(), config.database_url.expose())?)),
            None => Bus::Alone,
        };
        let operations = match client::operations() {
            Some(json) => Operations::registered(&json).map_err(|why| {
                format!("the web client's operations.json does not fit: {why}; build the web client anew (make web)")
            })?,
            None => Operations::default(),
        };
        let mail = mail::Post::new(&config)?;
        let files = Files::new(&config)?;
        let live = Live::new(bus, config.database_connections);
        let node = random.id(clock.now());
        let stopping = CancellationToken::new();
        let leaving = stopping.child_token();
        let app = Arc::new(Self {
            config,
            db,
            clock,
            random,
            api: graphql::schema().finish(),
            operations,
            live,
            limits: Limits::default(),
            mail,
            organisations: organisations::Known::default(),
            files,
            library: library::Known::default(),
            node,
            draining: leaving.child_token(),
            leaving,
            stopping,
            tasks: TaskTracker::new(),
            post_office: Arc::new(Notify::new()),
            follow_ups: Arc::new(Notify::new()),
            figures: crate::http::metrics::Figures::default(),
        });
        organisations::refresh(&app).await.map_err(|error| match error {
            crate::error::Error::Internal(why) => format!("the reference data could not be written: {why}"),
            other => format!("the reference data could not be written: {other}"),
        })?;
        Ok(app)
    }

    /// Starts what runs beside the requests.
    pub fn start(self: &Arc<Self>) {
        self.tasks.spawn(live::keep(self.clone()));
        self.tasks.spawn(live::work(self.clone()));
        self.tasks.spawn(postman::work(self.clone()));
        self.tasks.spawn(waiting::postman::work(self.clone()));
        self.tasks.spawn(files::work(self.clone()));
        self.tasks.spawn(followup::postman::work(self.clone()));
        let app = self.clone();
        self.tasks.spawn(async move {
            loop {
                tokio::select! {
                    () = app.stopping.cancelled() => return,
                    () = app.clock.sleep(TIDY) => {}
                }
                if let Err(error) = sign_in::sweep(&app).await {
                    tracing::warn!(%error, "what has expired could not be forgotten");
                }
            }
        });
    }

    /// Sends everybody elsewhere, and then stops: first the load balancer is told, then connections end, spread over some
    /// seconds so that they do not all come to the next node at once.
    pub async fn drain(&self) {
        self.draining.cancel();
        self.clock.sleep(self.config.linger()).await;
        self.leaving.cancel();
        self.clock.sleep(self.live.spread()).await;
        self.stopping.cancel();
    }

    /// Resolves when a connection is to end because the server does: at a moment of its own.
    pub async fn time_to_leave(self: Arc<Self>) {
        self.leaving.cancelled().await;
        let spread = u64::try_from(self.live.spread().as_millis()).unwrap_or_default();
        tokio::select! {
            () = self.stopping.cancelled() => {}
            () = self.clock.sleep(Duration::from_millis(self.random.below(spread))) => {}
        }
    }

    /// Ends a unit of work: makes it durable, and only then tells what it journaled.
    ///
    /// # Errors
    /// When the database could not make it durable: then nothing happened, and nothing is told.
    pub async fn commit(&self, mut tx: Tx) -> Result<()> {
        library::journal_changes(self, &mut tx).await?;
        let journaled = tx.commit().await?;
        self.live.tell(&journaled);
        Ok(())
    }

    /// Where an SQLite database lies; `None` for PostgreSQL.
    #[must_use]
    pub fn database_file(config: &Config) -> Option<&Path> {
        let path = config.database_url.expose().strip_prefix("sqlite:")?;
        Some(Path::new(path.strip_prefix("//").unwrap_or(path)))
    }
}
