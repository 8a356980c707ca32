//! `samverk doctor`: looks at everything that Samverk needs and says in plain words what is wrong and what to do.

use std::time::Duration;

use crate::{
    app::App,
    clock::{Clock, Moment},
    config::Config,
    db::{self, Db},
    files::place::Place,
    http::client,
    live, mail,
};

/// What was looked at, and how it stands.
pub struct Finding {
    pub what: &'static str,
    pub outcome: Outcome,
}

pub enum Outcome {
    Well(String),
    /// It will run, but not as well as it could.
    Notice(String),
    Wrong(String),
}

use Outcome::{Notice, Well, Wrong};

/// Looks at everything, and leaves it as it was.
pub async fn examine(config: &Config, clock: &Clock) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = |what, outcome| findings.push(Finding { what, outcome });
    found("database", database(config).await);
    found("redis", redis(config, clock).await);
    found("mail", mail(config, clock).await);
    found("files", files(config, clock).await);
    found("clock", time(clock));
    found("disk", disk(config));
    found(
        "web client",
        match client::is_built() {
            true => Well("is built in".to_owned()),
            false => {
                Wrong("is not built in: pages cannot be shown. Run `make web` and build samverk again.".to_owned())
            }
        },
    );
    findings
}

async fn database(config: &Config) -> Outcome {
    if let Some(file) = App::database_file(config)
        && !file.exists()
    {
        return Notice(format!(
            "{} is not there yet; `samverk migrate` or `samverk serve` makes it.",
            file.display()
        ));
    }
    let options = db::Options {
        url: config.database_url.expose(),
        connections: 1,
        create: false,
    };
    let db = match Db::open(&options).await {
        Ok(db) => db,
        Err(error) => {
            return Wrong(format!(
                "{error}. Check DATABASE_URL, and that the database is started."
            ));
        }
    };
    match db::pending(&db).await {
        Err(error) => Wrong(format!("{error}.")),
        Ok(pending) if pending.is_empty() => match db.answers().await {
            Ok(()) => Well(format!("{} answers and is of this version", db.engine())),
            Err(error) => Wrong(format!("{error}.")),
        },
        Ok(pending) => Notice(format!(
            "{} answers; migrations to run: {}. `samverk migrate` or `samverk serve` runs them.",
            db.engine(),
            pending.join(", ")
        )),
    }
}

async fn redis(config: &Config, clock: &Clock) -> Outcome {
    let Some(url) = &config.redis_url else {
        return Well("is not used: this node is alone".to_owned());
    };
    let pinged = async {
        let redis = live::redis(url.expose(), config.database_url.expose())?;
        redis.ping().await
    };
    match clock.within(Duration::from_secs(5), pinged).await {
        Some(Ok(())) => Well("answers".to_owned()),
        Some(Err(why)) => Wrong(format!("{why}. Check REDIS_URL, and that Redis is started.")),
        None => Wrong("does not answer. Check REDIS_URL, and that Redis is started.".to_owned()),
    }
}

async fn mail(config: &Config, clock: &Clock) -> Outcome {
    let post = match mail::Post::new(config) {
        Ok(post) => post,
        Err(why) => return Wrong(why),
    };
    match clock.within(Duration::from_secs(25), post.test()).await {
        None => Wrong("the mail server does not answer. Check SAMVERK_SMTP_URL.".to_owned()),
        Some(None) => Notice(
            "no mail server is set: sign-in links are printed here. Set SAMVERK_SMTP_URL before others are to sign in."
                .to_owned(),
        ),
        Some(Some(Ok(()))) => Well("the mail server answers".to_owned()),
        Some(Some(Err(why))) => Wrong(format!("the mail server: {why}. Check SAMVERK_SMTP_URL.")),
    }
}

async fn files(config: &Config, clock: &Clock) -> Outcome {
    let place = match Place::of(config) {
        Ok(place) => place,
        Err(why) => return Wrong(format!("{why}. Check SAMVERK_FILES.")),
    };
    match clock.within(Duration::from_secs(25), place.examine()).await {
        None => Wrong("the place for files does not answer. Check SAMVERK_FILES.".to_owned()),
        Some(Err(why)) => Wrong(why),
        Some(Ok(how)) if place.is_there() => Well(how),
        Some(Ok(how)) => Notice(how),
    }
}

fn time(clock: &Clock) -> Outcome {
    // Before this program was made, or a human life after: links would be spent at once, or never.
    const EARLIEST: Moment = Moment(1_763_000_000_000);
    const LATEST: Moment = Moment(4_102_444_800_000);
    let now = clock.now();
    if now < EARLIEST || now > LATEST {
        Wrong(format!("shows {now}. Set it: links and sessions expire by it."))
    } else {
        Well(format!("shows {now}"))
    }
}

fn disk(config: &Config) -> Outcome {
    let Some(file) = App::database_file(config) else {
        return Well("is the database server's own concern".to_owned());
    };
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => std::path::Path::new("."),
    };
    if !folder.is_dir() {
        return Wrong(format!(
            "the folder {} is not there. Make it, or change DATABASE_URL.",
            folder.display()
        ));
    }
    match fs4::available_space(folder) {
        Ok(free) if free < 100 * 1024 * 1024 => Wrong(format!(
            "only {} MiB are free in {}. Make room.",
            free >> 20,
            folder.display()
        )),
        Ok(free) if free < 1024 * 1024 * 1024 => Notice(format!(
            "{} MiB are free in {}; that will not last long.",
            free >> 20,
            folder.display()
        )),
        Ok(free) => Well(format!("{} GiB are free in {}", free >> 30, folder.display())),
        Err(error) => Wrong(format!("{}: {error}.", folder.display())),
    }
}
