//! Measures Samverk beside its peers and beside floors, one server at a time, back to back; see README.md in this folder.
//! `bench/run` sets everything up and calls `samverk-bench run`; the floors are started from here by the bench itself.

mod crowd;
mod data;
mod family;
mod floor;
mod http;
mod library;
mod list;
mod numbers;
mod report;
mod server;
mod setting;
mod start;
mod stock;
mod thread;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use tokio::{
    runtime,
    signal::unix::{SignalKind, signal},
};
use uuid::Uuid;

pub type Failure = Box<dyn std::error::Error + Send + Sync>;
pub type Outcome<T> = Result<T, Failure>;

/// The same as Samverk's, so that a floor is not slower by its allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the benches and prints one table for each
    Run(Run),
    /// The list as one SQL statement
    FloorList {
        #[arg(long)]
        listen: SocketAddr,
        #[arg(long)]
        database_url: String,
        /// Whose list it is
        #[arg(long)]
        viewer: Uuid,
    },
    /// The thread with async-graphql's own subscription service
    StockThread {
        #[arg(long)]
        listen: SocketAddr,
    },
    /// The thread as frames made once
    FloorThread {
        /// Where messages are posted
        #[arg(long)]
        listen: SocketAddr,
        /// Where subscribers connect
        #[arg(long)]
        sockets: SocketAddr,
    },
}

#[derive(clap::Args)]
pub struct Run {
    /// The program under test
    #[arg(long)]
    samverk: PathBuf,
    /// The folder of the peers, with their packages installed
    #[arg(long)]
    peers: PathBuf,
    /// An empty folder for databases and logs
    #[arg(long)]
    work: PathBuf,
    /// A throw-away PostgreSQL server with `pg_stat_statements` loaded, as postgres://user:password@host:port
    #[arg(long)]
    postgres: String,
    /// That server's process, whose CPU time is the database's
    #[arg(long)]
    postgres_pid: u32,
    /// Where the figures are kept, between two markers
    #[arg(long)]
    readme: Option<PathBuf>,
    /// One short round of everything
    #[arg(long)]
    quick: bool,
    /// Only these benches
    #[arg(long, value_delimiter = ',', default_values = ["start", "list", "thread", "crowd", "library", "family"])]
    only: Vec<String>,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        // One thread makes the load: it leaves the machine to the server and needs no locks to count.
        Command::Run(run) => on(
            &mut runtime::Builder::new_current_thread(),
            until_stopped(report::run(&run)),
        ),
        Command::FloorList {
            listen,
            database_url,
            viewer,
        } => on(
            &mut runtime::Builder::new_multi_thread(),
            floor::list::serve(listen, &database_url, viewer),
        ),
        Command::FloorThread { listen, sockets } => on(
            &mut runtime::Builder::new_multi_thread(),
            floor::thread::serve(listen, sockets),
        ),
        Command::StockThread { listen } => on(&mut runtime::Builder::new_multi_thread(), stock::serve(listen)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("samverk-bench: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

/// Being told to stop ends the work in order: the servers under test are killed and waited for when it is dropped.
async fn until_stopped(work: impl Future<Output = Outcome<()>>) -> Outcome<()> {
    let mut stop = signal(SignalKind::terminate())?;
    tokio::select! {
        outcome = work => outcome,
        _ = stop.recv() => Err("stopped".into()),
    }
}

fn on(builder: &mut runtime::Builder, work: impl Future<Output = Outcome<()>>) -> Outcome<()> {
    builder.enable_all().build()?.block_on(work)
}
