//! Runs the benches in rounds and says what came out: one table per bench, then the targets, each with its figure.

use std::{fmt::Write as _, fs, process::Command, time::Duration};

use crate::{
    Outcome, Run, crowd,
    data::{ACTIONS, Engine, PEOPLE},
    family, library, list,
    numbers::median,
    setting::{Kind, Setting},
    start, thread,
};

const BEGIN: &str = "<!-- figures: begin (written by bench/run) -->";
const END: &str = "<!-- figures: end -->";

pub async fn run(run: &Run) -> Outcome<()> {
    say("filling the databases");
    let setting = Setting::prepare(run).await?;
    let rounds = if run.quick { 1 } else { 3 };
    let wanted = |bench: &str| run.only.iter().any(|only| only == bench);
    let mut report = heading(&setting, run, rounds).await?;
    let mut targets = Vec::new();
    if wanted("start") {
        start_bench(&setting, run, &mut report, &mut targets).await?;
    }
    if wanted("list") {
        list_bench(&setting, run, rounds, &mut report, &mut targets).await?;
    }
    if wanted("thread") {
        thread_bench(&setting, run, rounds, &mut report, &mut targets).await?;
    }
    if wanted("crowd") {
        crowd_bench(&setting, run, &mut report, &mut targets).await?;
    }
    if wanted("library") {
        library_bench(run, &mut report, &mut targets).await?;
    }
    // Last: what it makes stands in the list.
    if wanted("family") {
        family_bench(&setting, run, &mut report, &mut targets).await?;
    }
    report += "### Targets\n\n| target | figure | |\n| --- | ---: | --- |\n";
    for target in &targets {
        let verdict = if target.met { "reached" } else { "**missed**" };
        writeln!(report, "| {} | {} | {verdict} |", target.promise, target.figure)?;
    }
    println!("{report}");
    if let Some(readme) = &run.readme {
        let text = fs::read_to_string(readme)?;
        let (before, rest) = text.split_once(BEGIN).ok_or("the readme has no place for figures")?;
        let (_, after) = rest
            .split_once(END)
            .ok_or("the readme's place for figures has no end")?;
        fs::write(readme, format!("{before}{BEGIN}\n\n{report}\n{END}{after}"))?;
    }
    Ok(())
}

struct Target {
    promise: &'static str,
    figure: String,
    met: bool,
}

async fn start_bench(setting: &Setting, run: &Run, report: &mut String, targets: &mut Vec<Target>) -> Outcome<()> {
    let mut rounds = Vec::new();
    for _ in 0..if run.quick { 3 } else { 7 } {
        rounds.push(start::measure(setting, Duration::from_secs(if run.quick { 1 } else { 3 })).await?);
    }
    let first_answer = median(rounds.iter().map(|round| round.first_answer_ms).collect());
    let idle = median(rounds.iter().map(|round| round.idle_mb).collect());
    writeln!(
        report,
        "### Start\n\n`samverk serve --demo` on an empty SQLite file: first answer after {first_answer:.0} ms, then idle in {idle:.1} MB.\n"
    )?;
    targets.push(Target {
        promise: "start with demo data: under 300 ms",
        figure: format!("{first_answer:.0} ms"),
        met: first_answer < 300.0,
    });
    targets.push(Target {
        promise: "idle memory: under 40 MB",
        figure: format!("{idle:.1} MB"),
        met: idle < 40.0,
    });
    Ok(())
}

async fn list_bench(
    setting: &Setting,
    run: &Run,
    rounds: usize,
    report: &mut String,
    targets: &mut Vec<Target>,
) -> Outcome<()> {
    let seconds = |quick, long| Duration::from_secs(if run.quick { quick } else { long });
    let length = list::Length {
        warm: seconds(1, 3),
        measured: seconds(2, 6),
    };
    let mut all = vec![Vec::new(); list::SERVERS.len()];
    let mut agreed = None;
    for round in 1..=rounds {
        for (&(kind, engine), figures) in list::SERVERS.iter().zip(&mut all) {
            let (figure, said) = list::measure(setting, kind, engine, &length)
                .await
                .map_err(|error| at(setting, kind, engine, &error))?;
            say(&format!(
                "list {round}/{rounds}: {}: {:.0} requests/s",
                title(kind, engine),
                figure.requests_per_second
            ));
            if let Some(difference) = agreed
                .get_or_insert_with(|| said.clone())
                .iter()
                .zip(&said)
                .find(|(one, other)| one != other)
            {
                return Err(format!(
                    "{} does not say what the others say:\n{difference:#?}",
                    title(kind, engine)
                )
                .into());
            }
            figures.push(figure);
        }
    }
    let figures: Vec<list::Figures> = all.iter().map(|rounds| list_median(rounds)).collect();
    let of = |kind, engine| {
        &figures[list::SERVERS
            .iter()
            .position(|server| *server == (kind, engine))
            .unwrap_or(0)]
    };
    let best_peer = best(
        list::SERVERS
            .iter()
            .zip(&figures)
            .filter(|((kind, _), _)| kind.is_peer())
            .map(|(_, f)| f.requests_per_second),
    );

    report.push_str(
        "### (a) A list of 20 actions\n\n\
         | server | database | requests/s | of the floor | of the best peer | p50 ms | p99 ms | server CPU ms | database CPU ms | \
         SQL statements | KB |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (&(kind, engine), f) in list::SERVERS.iter().zip(&figures) {
        let floor = f.requests_per_second / of(Kind::Floor, engine).requests_per_second;
        let peer = (engine == Engine::Postgres).then_some(f.requests_per_second / best_peer);
        writeln!(
            report,
            "| {} | {} | {:.0} | {:.0} % | {} | {:.1} | {:.1} | {:.2} | {} | {} | {:.1} |",
            kind.name(),
            engine.name(),
            f.requests_per_second,
            floor * 100.0,
            some(peer, |peer| format!("{peer:.2}")),
            f.p50_ms,
            f.p99_ms,
            f.server_cpu_ms,
            some(f.database_cpu_ms, |cpu| format!("{cpu:.2}")),
            some(f.statements, |statements| format!("{statements:.2}")),
            f.kilobytes,
        )?;
    }
    report.push('\n');

    let (postgres, sqlite) = (of(Kind::Samverk, Engine::Postgres), of(Kind::Samverk, Engine::Sqlite));
    let floor = of(Kind::Floor, Engine::Postgres);
    let statements = postgres
        .statements
        .unwrap_or_default()
        .max(sqlite.statements.unwrap_or_default());
    let (of_peer, of_floor) = (
        postgres.requests_per_second / best_peer,
        postgres.requests_per_second / floor.requests_per_second,
    );
    targets.extend([
        // What runs in the background now and then is not the list's: hence not exactly 6.
        Target {
            promise: "(a) SQL statements: at most 6",
            figure: format!("{statements:.2}"),
            met: statements < 6.05,
        },
        Target {
            promise: "(a) requests/s on PostgreSQL: at least 2 times the best peer's",
            figure: format!("{of_peer:.2} times"),
            met: of_peer >= 2.0,
        },
        Target {
            promise: "(a) requests/s on PostgreSQL: at least 70 % of the floor's",
            figure: format!("{:.0} %", of_floor * 100.0),
            met: of_floor >= 0.7,
        },
        Target {
            promise: "(a) server CPU on SQLite: at most 0.6 ms",
            figure: format!("{:.2} ms", sqlite.server_cpu_ms),
            met: sqlite.server_cpu_ms <= 0.6,
        },
    ]);
    Ok(())
}

async fn library_bench(run: &Run, report: &mut String, targets: &mut Vec<Target>) -> Outcome<()> {
    say("filling the library's databases");
    let setting = Setting::prepare_library(run, library::ACTIONS).await?;
    let seconds = |quick, long| Duration::from_secs(if run.quick { quick } else { long });
    let length = list::Length {
        warm: seconds(1, 3),
        measured: seconds(3, 10),
    };
    let mut all = Vec::new();
    for engine in [Engine::Postgres, Engine::Sqlite] {
        all.push(
            library::measure(&setting, engine, &length)
                .await
                .map_err(|error| at(&setting, Kind::Samverk, engine, &error))?,
        );
    }
    all.push(library::plain(&setting, &length).await?);
    writeln!(
        report,
        "### (d) The library's first page with facets, {} actions\n\n\
         | what | requests/s | p50 ms | p99 ms | server CPU ms | SQL statements | KB |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        library::ACTIONS
    )?;
    for f in &all {
        writeln!(
            report,
            "| {} | {:.0} | {:.1} | {:.1} | {} | {} | {:.1} |",
            f.name,
            f.requests_per_second,
            f.p50_ms,
            f.p99_ms,
            some(f.server_cpu_ms, |cpu| format!("{cpu:.2}")),
            some(f.statements, |statements| format!("{statements:.2}")),
            f.kilobytes,
        )?;
    }
    report.push('\n');
    let (postgres, sqlite) = (&all[0], &all[1]);
    let statements = postgres
        .statements
        .unwrap_or_default()
        .max(sqlite.statements.unwrap_or_default());
    targets.extend([
        Target {
            promise: "(d) the library's first page with facets on PostgreSQL: p99 under 50 ms",
            figure: format!("{:.1} ms", postgres.p99_ms),
            met: postgres.p99_ms < 50.0,
        },
        Target {
            promise: "(d) the same on SQLite: p99 under 50 ms",
            figure: format!("{:.1} ms", sqlite.p99_ms),
            met: sqlite.p99_ms < 50.0,
        },
        // What runs in the background now and then is not the library's.
        Target {
            promise: "(d) SQL statements: at most 8",
            figure: format!("{statements:.2}"),
            met: statements < 8.05,
        },
    ]);
    Ok(())
}

async fn family_bench(setting: &Setting, run: &Run, report: &mut String, targets: &mut Vec<Target>) -> Outcome<()> {
    let members = if run.quick {
        family::MEMBERS / 5
    } else {
        family::MEMBERS
    };
    writeln!(
        report,
        "### (e) A family of {members}\n\n\
         | database | copy p50 ms | p99 ms | lineage p50 ms | p99 ms | SQL statements for a lineage |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |"
    )?;
    let (mut copy, mut lineage) = (0.0_f64, 0.0_f64);
    for engine in [Engine::Postgres, Engine::Sqlite] {
        let f = family::measure(setting, engine, members)
            .await
            .map_err(|error| at(setting, Kind::Samverk, engine, &error))?;
        writeln!(
            report,
            "| {} | {:.1} | {:.1} | {:.1} | {:.1} | {} |",
            engine.name(),
            f.copy_p50_ms,
            f.copy_p99_ms,
            f.lineage_p50_ms,
            f.lineage_p99_ms,
            some(f.statements, |statements| format!("{statements:.2}")),
        )?;
        copy = copy.max(f.copy_p99_ms);
        lineage = lineage.max(f.lineage_p99_ms);
    }
    report.push('\n');
    targets.extend([
        Target {
            promise: "(e) a copy, as one transaction: p99 under 10 ms",
            figure: format!("{copy:.1} ms"),
            met: copy < 10.0,
        },
        Target {
            promise: "(e) a lineage of 5,000: p99 under 60 ms",
            figure: format!("{lineage:.1} ms"),
            met: lineage < 60.0,
        },
    ]);
    Ok(())
}

async fn thread_bench(
    setting: &Setting,
    run: &Run,
    rounds: usize,
    report: &mut String,
    targets: &mut Vec<Target>,
) -> Outcome<()> {
    let length = if run.quick {
        thread::Length { paced: 30, bursts: 2 }
    } else {
        thread::Length { paced: 80, bursts: 5 }
    };
    let mut all = vec![Vec::new(); thread::SERVERS.len()];
    for round in 1..=rounds {
        for (&(kind, engine), figures) in thread::SERVERS.iter().zip(&mut all) {
            let figure = thread::measure(setting, kind, engine, &length)
                .await
                .map_err(|error| at(setting, kind, engine, &error))?;
            say(&format!(
                "thread {round}/{rounds}: {}: {} deliveries, all once",
                title(kind, engine),
                figure.deliveries
            ));
            figures.push(figure);
        }
    }
    let figures: Vec<thread::Figures> = all.iter().map(|rounds| thread_median(rounds)).collect();
    let of = |kind| &figures[thread::SERVERS.iter().position(|server| server.0 == kind).unwrap_or(0)];
    let (floor, peer, samverk) = (of(Kind::Floor), of(Kind::GraphqlWs), of(Kind::Samverk));
    // Of the three peers the one that does best, in each of the two.
    let least = |figure: fn(&thread::Figures) -> f64| {
        thread::SERVERS
            .iter()
            .zip(&figures)
            .filter(|((kind, _), _)| kind.is_peer())
            .map(|(_, f)| figure(f))
            .fold(f64::INFINITY, f64::min)
    };

    write!(
        report,
        "### (b) A thread with {} subscribers\n\n\
         | server | database | paced: CPU µs | of graphql-ws | of the floor | p50 ms | p99 ms | last ms | burst: CPU µs | \
         of graphql-ws | of the floor | p50 ms | p99 ms | last ms | KB per socket |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
        thread::SUBSCRIBERS,
    )?;
    for (&(kind, engine), f) in thread::SERVERS.iter().zip(&figures) {
        let phase = |f: &thread::Phase, peer: &thread::Phase, floor: &thread::Phase| {
            let (peer, floor) = (f.cpu_us / peer.cpu_us, f.cpu_us / floor.cpu_us);
            format!(
                "{:.1} | {peer:.2} | {floor:.2} | {:.1} | {:.1} | {:.1}",
                f.cpu_us, f.p50_ms, f.p99_ms, f.last_ms
            )
        };
        let database = if kind == Kind::Samverk { engine.name() } else { "none" };
        let (paced, burst) = (
            phase(&f.paced, &peer.paced, &floor.paced),
            phase(&f.burst, &peer.burst, &floor.burst),
        );
        writeln!(
            report,
            "| {} | {database} | {paced} | {burst} | {:.1} |",
            kind.name(),
            f.kb_per_socket
        )?;
    }
    report.push('\n');

    let (paced, last) = (
        samverk.paced.cpu_us / floor.paced.cpu_us,
        samverk.paced.last_ms / floor.paced.last_ms,
    );
    let (peers_paced, peers_burst) = (
        least(|f| f.paced.cpu_us) / samverk.paced.cpu_us,
        least(|f| f.burst.cpu_us) / samverk.burst.cpu_us,
    );
    targets.extend([
        Target {
            promise: "(b) CPU per delivery, paced: at most 1.3 times the floor's",
            figure: format!("{paced:.2} times"),
            met: paced <= 1.3,
        },
        Target {
            promise: "(b) CPU per delivery, in bursts: at most 6 µs",
            figure: format!("{:.1} µs", samverk.burst.cpu_us),
            met: samverk.burst.cpu_us <= 6.0,
        },
        Target {
            promise: "(b) CPU per delivery, paced: a third of the best peer's or less",
            figure: format!("{peers_paced:.1} times less"),
            met: peers_paced >= 3.0,
        },
        Target {
            promise: "(b) CPU per delivery, in bursts: a third of the best peer's or less",
            figure: format!("{peers_burst:.1} times less"),
            met: peers_burst >= 3.0,
        },
        Target {
            promise: "(b) the last delivery, paced: at most 1.2 times as late as the floor's",
            figure: format!("{last:.2} times"),
            met: last <= 1.2,
        },
        Target {
            promise: "(b) memory per subscribed socket: under 20 KB",
            figure: format!("{:.1} KB", samverk.kb_per_socket),
            met: samverk.kb_per_socket < 20.0,
        },
    ]);
    Ok(())
}

async fn crowd_bench(setting: &Setting, run: &Run, report: &mut String, targets: &mut Vec<Target>) -> Outcome<()> {
    let (length, seconds) = if run.quick {
        (thread::Length { paced: 20, bursts: 2 }, 5)
    } else {
        (thread::Length { paced: 60, bursts: 4 }, 20)
    };
    say("crowd");
    let f = crowd::measure(setting, &length, seconds)
        .await
        .map_err(|error| format!("crowd: {error}\n{}", setting.last_words()))?;
    let (paced, burst) = (f.ten.0.cpu_us / f.one.0.cpu_us, f.ten.1.cpu_us / f.one.1.cpu_us);
    let bystander = f.returned.bystander_during_ms / f.returned.bystander_before_ms;
    write!(
        report,
        "### (c) A crowd\n\n\
         | what | figure |\n| --- | ---: |\n\
         | one selection among {} subscribers: CPU µs per delivery, paced and in bursts | {:.1}, {:.1} |\n\
         | ten selections | {:.1}, {:.1} |\n\
         | {} idle subscribed sockets: KB for each | {:.1} |\n\
         | {} clients come back at once, having missed {} messages: all have them after | {:.1} s |\n\
         | a bystander's p99 before and meanwhile | {:.1} ms, {:.1} ms |\n\
         | posting, {} messages a second: p99 on SQLite and on PostgreSQL | {:.1} ms, {:.1} ms |\n\n",
        thread::SUBSCRIBERS,
        f.one.0.cpu_us,
        f.one.1.cpu_us,
        f.ten.0.cpu_us,
        f.ten.1.cpu_us,
        crowd::IDLE,
        f.idle_kb,
        crowd::RETURNING,
        crowd::MISSED,
        f.returned.within_s,
        f.returned.bystander_before_ms,
        f.returned.bystander_during_ms,
        crowd::POSTS_PER_SECOND,
        f.posts[0],
        f.posts[1],
    )?;
    targets.extend([
        Target {
            promise: "(c) ten selections: at most twice the CPU of one",
            figure: format!("{paced:.2} and {burst:.2} times"),
            met: paced <= 2.0 && burst <= 2.0,
        },
        Target {
            promise: "(c) memory per idle subscribed socket: at most 8 KB",
            figure: format!("{:.1} KB", f.idle_kb),
            met: f.idle_kb <= 8.0,
        },
        Target {
            promise: "(c) everybody back within 10 s",
            figure: format!("{:.1} s", f.returned.within_s),
            met: f.returned.within_s <= 10.0,
        },
        Target {
            promise: "(c) a bystander's p99 meanwhile: at most twice what it was",
            figure: format!("{bystander:.1} times"),
            met: bystander <= 2.0,
        },
        Target {
            promise: "(c) posting on SQLite: p99 under 15 ms",
            figure: format!("{:.1} ms", f.posts[0]),
            met: f.posts[0] < 15.0,
        },
        Target {
            promise: "(c) posting on PostgreSQL: p99 under 10 ms",
            figure: format!("{:.1} ms", f.posts[1]),
            met: f.posts[1] < 10.0,
        },
    ]);
    Ok(())
}

fn list_median(rounds: &[list::Figures]) -> list::Figures {
    let middle = |figure: fn(&list::Figures) -> Option<f64>| {
        let figures: Vec<f64> = rounds.iter().filter_map(figure).collect();
        (!figures.is_empty()).then(|| median(figures))
    };
    let always = |figure: fn(&list::Figures) -> f64| median(rounds.iter().map(figure).collect());
    list::Figures {
        requests_per_second: always(|f| f.requests_per_second),
        p50_ms: always(|f| f.p50_ms),
        p99_ms: always(|f| f.p99_ms),
        server_cpu_ms: always(|f| f.server_cpu_ms),
        database_cpu_ms: middle(|f| f.database_cpu_ms),
        statements: middle(|f| f.statements),
        kilobytes: always(|f| f.kilobytes),
    }
}

fn thread_median(rounds: &[thread::Figures]) -> thread::Figures {
    let phase = |phase: fn(&thread::Figures) -> &thread::Phase| {
        let always =
            |figure: fn(&thread::Phase) -> f64| median(rounds.iter().map(|round| figure(phase(round))).collect());
        thread::Phase {
            cpu_us: always(|p| p.cpu_us),
            p50_ms: always(|p| p.p50_ms),
            p99_ms: always(|p| p.p99_ms),
            last_ms: always(|p| p.last_ms),
        }
    };
    thread::Figures {
        paced: phase(|f| &f.paced),
        burst: phase(|f| &f.burst),
        kb_per_socket: median(rounds.iter().map(|round| round.kb_per_socket).collect()),
        deliveries: rounds.iter().map(|round| round.deliveries).sum(),
    }
}

/// When, on what machine, with which versions.
async fn heading(setting: &Setting, run: &Run, rounds: usize) -> Outcome<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo")?;
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    let cores = std::thread::available_parallelism()?;
    let (date, postgres) = setting.date_and_version().await?;
    let package: serde_json::Value = serde_json::from_str(&fs::read_to_string(run.peers.join("package.json"))?)?;
    let version = |name: &str| package["dependencies"][name].as_str().unwrap_or("?").to_owned();
    let says = |program: &std::ffi::OsStr| -> Outcome<String> {
        let output = Command::new(program).arg("--version").output()?;
        Ok(String::from_utf8(output.stdout)?
            .trim()
            .trim_start_matches(['v', 's', 'a', 'm', 'e', 'r', 'k', ' '])
            .to_owned())
    };
    Ok(format!(
        "{date}, {cores} cores ({model}), {}. Samverk {}, PostgreSQL {postgres}, Node {}, Mercurius {}, PostGraphile {}, graphql-ws {} on ws {}. \
         {ACTIONS} actions of {PEOPLE} people; the median of {rounds} {}.\n\n",
        if run.quick {
            "a quick run: rough figures"
        } else {
            "a full run"
        },
        says(run.samverk.as_os_str())?,
        says("node".as_ref())?,
        version("mercurius"),
        version("postgraphile"),
        version("graphql-ws"),
        version("ws"),
        if rounds == 1 { "round" } else { "rounds" },
    ))
}

fn title(kind: Kind, engine: Engine) -> String {
    format!("{} ({})", kind.name(), engine.name())
}

fn at(setting: &Setting, kind: Kind, engine: Engine, error: &crate::Failure) -> String {
    format!("{}: {error}\n{}", title(kind, engine), setting.last_words())
}

fn some(figure: Option<f64>, write: impl Fn(f64) -> String) -> String {
    figure.map_or_else(|| "–".to_owned(), write)
}

fn best(figures: impl Iterator<Item = f64>) -> f64 {
    figures.fold(0.0, f64::max)
}

fn say(progress: &str) {
    eprintln!("bench: {progress}");
}
