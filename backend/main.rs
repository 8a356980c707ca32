//! The command line.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use samverk::{
    app::App,
    clock::{Clock, Random},
    config::{Config, LogFormat},
    demo,
    doctor::{self, Outcome},
    graphql, http,
    imports::actions::{ImportDecision, command},
    people::{self, sign_in},
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Gives memory back after many sockets have closed, which the system's own does not.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where the people who run climate and environment work in Swedish and Norwegian municipalities learn from each other.
#[derive(Parser)]
#[command(version)]
struct Line {
    /// Settings, as TOML; the environment and the command line go before it.
    #[arg(long, global = true, env = "SAMVERK_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve people.
    Serve {
        /// With demo content, and demo people who sign in by name.
        #[arg(long)]
        demo: bool,
        /// Where to listen.
        #[arg(long)]
        listen: Option<SocketAddr>,
    },
    /// Fill an empty database with the demo networks.
    Demo,
    /// Take a sheet with a programme and its actions over (xlsx or csv), as a whole or not at all.
    Import {
        /// The file.
        file: PathBuf,
        /// Whose: a municipality's country and code (`SE 0136`), or a name.
        #[arg(long)]
        organisation: String,
        /// Into which programme; made when there is none of this name.
        #[arg(long)]
        programme: Option<String>,
        /// What becomes of rows whose title the programme has already.
        #[arg(long, value_enum)]
        existing: Option<Existing>,
        /// Only look, and say what is wrong.
        #[arg(long)]
        dry_run: bool,
    },
    /// Make an API token for a person; the last line printed is the token.
    Token {
        /// The person's address.
        #[arg(long)]
        email: String,
        /// What the token is for.
        #[arg(long, default_value = "command line")]
        name: String,
    },
    /// Bring the database to this version.
    Migrate,
    /// Look at everything that is needed, and say what is wrong.
    Doctor,
    /// Print the API's schema.
    Schema,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Existing {
    /// They are left out.
    Skip,
    /// One more of the same title.
    Add,
    /// The action of the same title says what the row says; empty cells leave it as it is.
    Update,
}

#[tokio::main]
async fn main() -> ExitCode {
    let line = Line::parse();
    if let Command::Schema = line.command {
        print!("{}", graphql::sdl());
        return ExitCode::SUCCESS;
    }
    match run(line).await {
        Ok(code) => code,
        Err(why) => {
            eprintln!("samverk: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(line: Line) -> Result<ExitCode, String> {
    let mut config = Config::read(line.config.as_deref())?;
    if let Command::Serve { demo, listen } = &line.command {
        config.demo |= demo;
        config.listen = listen.unwrap_or(config.listen);
    }
    let clock = Clock::System;
    // What only looks at or fills the database need not be able to serve.
    let config = match line.command {
        Command::Serve { .. } | Command::Doctor => config.checked()?,
        _ => config,
    };
    let log = Log::open(&config)?;
    let code = match line.command {
        Command::Serve { .. } => serve(config, clock).await?,
        Command::Demo => {
            let app = App::open(config, clock, Random::system()).await?;
            match demo::fill(&app).await.map_err(in_words)? {
                true => println!("The demo networks are in the database."),
                false => return Err("the database is not empty; demo content goes into an empty one".to_owned()),
            }
            ExitCode::SUCCESS
        }
        Command::Import {
            file,
            organisation,
            programme,
            existing,
            dry_run,
        } => {
            let app = App::open(config, clock, Random::system()).await?;
            let command = command::Command {
                file_name: &file.file_name().unwrap_or_default().to_string_lossy(),
                bytes: read(&file, &app.config)?.into(),
                organisation: &organisation,
                programme: programme.as_deref(),
                existing: existing.map(|existing| match existing {
                    Existing::Skip => ImportDecision::Skip,
                    Existing::Add => ImportDecision::Add,
                    Existing::Update => ImportDecision::Update,
                }),
                dry_run,
            };
            let outcome = command::run(&app, command).await?;
            for line in &outcome.unread {
                println!("{line}");
            }
            match outcome.taken {
                None => {
                    for change in &outcome.changes {
                        println!("{change}");
                    }
                    println!("{} rows can be taken over into {}.", outcome.rows, outcome.programme);
                }
                Some(taken) => println!(
                    "{}: {} actions and {} parts of the programme are in it now; {} actions were changed, {} rows were \
                     left out.",
                    outcome.programme, taken.actions, taken.parts, taken.updated, taken.left_out
                ),
            }
            ExitCode::SUCCESS
        }
        Command::Token { email, name } => {
            let app = App::open(config, clock, Random::system()).await?;
            let email = email.trim().to_lowercase();
            let person = people::person_by_email(&app.db, &email).await.map_err(in_words)?;
            let person = person.ok_or_else(|| format!("--email: there is nobody with the address {email}"))?;
            let (token, _) = sign_in::create_api_token(&app, person.id, &name)
                .await
                .map_err(in_words)?;
            println!("{token}");
            ExitCode::SUCCESS
        }
        Command::Migrate => {
            let app = App::open(config, clock, Random::system()).await?;
            println!(
                "The {} database is of version {}.",
                app.db.engine(),
                env!("CARGO_PKG_VERSION")
            );
            ExitCode::SUCCESS
        }
        Command::Doctor => examine(&config, &clock).await,
        Command::Schema => ExitCode::SUCCESS,
    };
    drop(log);
    Ok(code)
}

/// A file as large as one may be that comes in by the browser.
fn read(file: &Path, config: &Config) -> Result<Vec<u8>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    let length = std::fs::metadata(file).map_err(told)?.len();
    if length > config.import_megabytes * 1024 * 1024 {
        return Err(format!(
            "{}: is larger than {} megabytes",
            file.display(),
            config.import_megabytes
        ));
    }
    std::fs::read(file).map_err(told)
}

fn in_words(error: samverk::error::Error) -> String {
    match error {
        samverk::error::Error::Internal(why) => why.to_string(),
        refused => graphql::sentence(samverk::i18n::Language::En, &refused),
    }
}

async fn serve(config: Config, clock: Clock) -> Result<ExitCode, String> {
    let listen = config.listen;
    // First of all: a port that is taken is told before anything is touched.
    let listener = TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("listen: {listen} is taken by another program; choose another with --listen")
        }
        std::io::ErrorKind::PermissionDenied => {
            format!("listen: this user may not listen at {listen}; choose a port above 1023")
        }
        _ => format!("listen: {listen}: {error}"),
    })?;
    // Before anything is printed: who starts us may stop us as soon as they have read it.
    let told_to_stop = Signals::new().map_err(|error| format!("signals: {error}"))?;
    let app = App::open(config, clock, Random::system()).await?;
    if app.config.demo {
        demo::fill(&app).await.map_err(in_words)?;
    } else if let Some(link) = sign_in::founder_link(&app).await.map_err(in_words)? {
        println!(
            "Nobody is here yet. The first coordinator comes in by this link, once, within a day:\n\n    {link}\n"
        );
    }
    let app_ = app.clone();
    app.tasks.spawn(async move {
        told_to_stop.wait().await;
        tracing::info!("stopping");
        app_.drain().await;
    });
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("Samverk is at http://{address}");
    tracing::info!(%address, engine = app.db.engine(), operations = app.operations.count(), "serving");
    http::serve(app, listener).await.map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, and what a supervisor sends.
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn wait(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

async fn examine(config: &Config, clock: &Clock) -> ExitCode {
    let mut well = true;
    for finding in doctor::examine(config, clock).await {
        let (mark, text) = match finding.outcome {
            Outcome::Well(text) => ("ok    ", text),
            Outcome::Notice(text) => ("notice", text),
            Outcome::Wrong(text) => {
                well = false;
                ("WRONG ", text)
            }
        };
        println!("{mark}  {:<10}  {text}", finding.what);
    }
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Keeps what has to be closed at the end, so that the last traces go out.
struct Log {
    #[cfg(feature = "otel")]
    provider: Option<opentelemetry_sdk::trace::SdkTracerProvider>,
}

impl Log {
    /// To standard error: standard output is for answers. `SAMVERK_LOG` says how much (`info`, `samverk=debug`).
    fn open(config: &Config) -> Result<Self, String> {
        use tracing_subscriber::{Layer, layer::SubscriberExt, util::SubscriberInitExt};
        let filter = EnvFilter::builder()
            .with_default_directive(tracing::Level::INFO.into())
            .with_env_var("SAMVERK_LOG")
            .from_env()
            .map_err(|error| format!("SAMVERK_LOG: {error}"))?;
        let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
        let lines = match config.log_format {
            LogFormat::Text => lines.boxed(),
            LogFormat::Json => lines.json().boxed(),
        };
        let registry = tracing_subscriber::registry().with(lines.with_filter(filter));
        #[cfg(feature = "otel")]
        {
            let provider = config.otlp_endpoint.as_deref().map(traces).transpose()?;
            let layer = provider.as_ref().map(|provider| {
                use opentelemetry::trace::TracerProvider;
                tracing_opentelemetry::layer().with_tracer(provider.tracer("samverk"))
            });
            registry.with(layer).init();
            Ok(Self { provider })
        }
        #[cfg(not(feature = "otel"))]
        {
            registry.init();
            Ok(Self {})
        }
    }
}

#[cfg(feature = "otel")]
fn traces(endpoint: &str) -> Result<opentelemetry_sdk::trace::SdkTracerProvider, String> {
    use opentelemetry_otlp::WithExportConfig;
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_endpoint(endpoint)
        .build()
        .map_err(|error| format!("otlp_endpoint: {error}"))?;
    let resource = opentelemetry_sdk::Resource::builder()
        .with_service_name("samverk")
        .build();
    Ok(opentelemetry_sdk::trace::SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(resource)
        .build())
}

impl Drop for Log {
    fn drop(&mut self) {
        #[cfg(feature = "otel")]
        if let Some(provider) = &self.provider {
            let _ = provider.shutdown();
        }
    }
}
