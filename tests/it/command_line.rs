//! The program as it is started: what it prints, and how it refuses to start.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use crate::harness::{Bucket, Services, fresh_folder};

const PROGRAM: &str = env!("CARGO_BIN_EXE_samverk");

#[derive(Debug)]
pub struct Run {
    pub ok: bool,
    pub out: String,
    pub err: String,
}

fn command(args: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SAMVERK_") || name.ends_with("_URL")) {
        command.env_remove(name);
    }
    command.envs(settings.iter().copied());
    command
}

/// Runs the program to its end.
pub fn samverk(args: &[&str], settings: &[(&str, &str)]) -> Run {
    finish(command(args, settings))
}

/// A program that should end and does not is killed: a test says so instead of hanging.
fn finish(mut command: Command) -> Run {
    let process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (id, (ended, has_ended)) = (process.id().to_string(), std::sync::mpsc::channel::<()>());
    let guard = std::thread::spawn(move || {
        if has_ended.recv_timeout(Duration::from_secs(60)).is_err() {
            let _ = Command::new("kill").args(["-KILL", &id]).status();
        }
    });
    let output = process.wait_with_output().expect("the program runs");
    // The guard may have given up waiting just now.
    let _ = ended.send(());
    guard.join().expect("the guard only waits");
    Run {
        ok: output.status.success(),
        out: String::from_utf8(output.stdout).expect("it speaks text"),
        err: String::from_utf8(output.stderr).expect("it speaks text"),
    }
}

/// A program that refuses to go on says why in one sentence, and in nothing else: no panic, no trace, no secret.
#[track_caller]
fn refuses(run: &Run, wanted: &[&str]) {
    assert!(!run.ok, "{run:?}");
    let said = run.err.trim();
    let last = said.lines().last().unwrap_or_default();
    for word in wanted {
        assert!(last.contains(word), "«{word}» is not in: {said}");
    }
    for noise in ["panicked", "RUST_BACKTRACE", "Error {", "Os {", "hunter2"] {
        assert!(!said.contains(noise), "{said}");
    }
}

pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        Self(fresh_folder())
    }

    pub fn url(&self) -> String {
        format!("sqlite://{}/samverk.db", self.0.display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_taken_port_is_told_in_one_sentence() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it is bound").to_string();
    refuses(
        &samverk(&["serve", "--listen", &address], &[("DATABASE_URL", &folder.url())]),
        &[&address],
    );
}

#[test]
fn a_database_that_cannot_be_used_is_told_in_one_sentence() {
    let serve = |url: &str| samverk(&["serve", "--listen", "127.0.0.1:0"], &[("DATABASE_URL", url)]);
    refuses(
        &serve("postgres://samverk:hunter2@127.0.0.1:1/samverk"),
        &["database_url", "PostgreSQL"],
    );
    refuses(&serve("postgres://samverk:hunter2@no-such-host.invalid/samverk"), &[]);
    refuses(
        &serve(&Services::get().postgres_url("no_such_database")),
        &["no_such_database"],
    );
    refuses(&serve("mysql://samverk:hunter2@localhost/samverk"), &["database_url"]);
    refuses(&serve("sqlite:///no/such/folder/samverk.db"), &["/no/such/folder"]);
    let folder = Folder::new();
    refuses(
        &serve(&format!("sqlite://{}", folder.0.display())),
        &[folder.0.to_str().expect("a plain name")],
    );
    let file = folder.0.join("letter.db");
    fs::write(&file, "Dear database, ".repeat(100)).expect("it can be written");
    refuses(&serve(&format!("sqlite://{}", file.display())), &["letter.db"]);
}

#[test]
fn a_database_that_may_not_be_written_is_told_in_one_sentence() {
    let folder = Folder::new();
    let url = folder.url();
    assert!(samverk(&["migrate"], &[("DATABASE_URL", &url)]).ok);
    let file = folder.0.join("samverk.db");
    for side in ["samverk.db-wal", "samverk.db-shm"] {
        let _ = fs::remove_file(folder.0.join(side));
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("it is ours");
    // Root may write anything, so the program runs as nobody, from where nobody can reach it.
    let program = folder.0.join("samverk");
    fs::copy(PROGRAM, &program).expect("there is room");
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).expect("it is ours");
    let mut command = Command::new(program);
    command
        .args(["serve", "--listen", "127.0.0.1:0"])
        .env("DATABASE_URL", &url)
        .stdin(Stdio::null());
    if fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0) {
        command.uid(65534).gid(65534);
    }
    refuses(&finish(command), &["samverk.db"]);
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).expect("it is ours");
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    let folder = Folder::new();
    let url = folder.url();
    assert!(samverk(&["migrate"], &[("DATABASE_URL", &url)]).ok);
    let database = rusqlite::Connection::open(folder.0.join("samverk.db")).expect("it is there");
    database
        .execute("insert into migration (name, applied_at) values ('9999_future', 0)", [])
        .expect("it is a table");
    for args in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["migrate"],
        &["token", "--email", "a@b.example"],
        &["demo"],
    ] {
        refuses(&samverk(args, &[("DATABASE_URL", &url)]), &["newer", "9999_future"]);
    }
}

#[test]
fn each_wrong_setting_is_named() {
    let folder = Folder::new();
    let url = folder.url();
    let serve = |name: &str, value: &str| {
        samverk(
            &["serve", "--listen", "127.0.0.1:0"],
            &[("DATABASE_URL", &url), (name, value)],
        )
    };
    refuses(&serve("SAMVERK_PUBLIC_URL", "samverk.example.org"), &["public_url"]);
    refuses(
        &serve("SAMVERK_SMTP_URL", "http://u:hunter2@mail.example"),
        &["smtp_url"],
    );
    refuses(&serve("SAMVERK_MAIL_FROM", "nobody"), &["mail_from"]);
    refuses(
        &serve("SAMVERK_DATABASE_CONNECTIONS", "many"),
        &["database_connections"],
    );
    refuses(&serve("REDIS_URL", "redis://:hunter2@localhost"), &["redis_url"]);
    refuses(
        &samverk(&["serve", "--listen", "0.0.0.0:0"], &[("DATABASE_URL", &url)]),
        &["public_url"],
    );
    refuses(
        &samverk(&["serve", "--config", "/no/such/file.toml"], &[("DATABASE_URL", &url)]),
        &["/no/such/file.toml"],
    );
    let file = folder.0.join("samverk.toml");
    fs::write(&file, "no_such_thing = 1\n").expect("it can be written");
    let file = file.to_str().expect("a plain name");
    refuses(
        &samverk(&["serve", "--config", file], &[("DATABASE_URL", &url)]),
        &["no_such_thing"],
    );
}

#[test]
fn the_token_is_the_last_line_and_works() {
    let folder = Folder::new();
    let url = folder.url();
    let settings = [("DATABASE_URL", url.as_str())];
    assert!(samverk(&["demo"], &settings).ok);
    refuses(&samverk(&["demo"], &settings), &[]);
    let run = samverk(&["token", "--email", "karin@demo.example", "--name", "prov"], &settings);
    assert!(run.ok, "{run:?}");
    let token = run.out.lines().last().expect("something is printed");
    assert!(token.starts_with("samverk_"), "{run:?}");
    refuses(
        &samverk(&["token", "--email", "ingen@demo.example"], &settings),
        &["ingen@demo.example"],
    );

    let mut server = Server::start(&["serve", "--listen", "127.0.0.1:0"], &settings);
    let answer = server.ask(
        &format!("Authorization: Bearer {token}\r\n"),
        r#"{"query":"{ viewer { name } }"}"#,
    );
    assert!(answer.contains("Karin"), "{answer}");
    server.ends_well();
}

#[test]
fn the_first_start_prints_where_it_is_and_how_to_come_in_and_a_signal_ends_it() {
    let folder = Folder::new();
    let mut server = Server::start(
        &["serve", "--listen", "127.0.0.1:0"],
        &[("DATABASE_URL", &folder.url())],
    );
    assert!(server.said.contains("/welcome#"), "the founder's link: {}", server.said);
    server.ends_well();
    // The second start has the same to say: nobody has come in yet.
    let mut again = Server::start(
        &["serve", "--listen", "127.0.0.1:0"],
        &[("DATABASE_URL", &folder.url())],
    );
    assert!(again.said.contains("/welcome#"), "{}", again.said);
    again.ends_well();
}

#[test]
fn the_doctor_says_what_is_well_and_what_is_not() {
    let folder = Folder::new();
    let url = folder.url();
    assert!(samverk(&["migrate"], &[("DATABASE_URL", &url)]).ok);
    let well = samverk(&["doctor"], &[("DATABASE_URL", &url)]);
    assert!(well.out.to_lowercase().contains("sqlite"), "{well:?}");
    let ill = samverk(
        &["doctor"],
        &[("DATABASE_URL", "postgres://samverk:hunter2@127.0.0.1:1/samverk")],
    );
    assert!(!ill.ok, "{ill:?}");
    let said = format!("{}{}", ill.out, ill.err);
    assert!(
        said.contains("127.0.0.1") || said.to_lowercase().contains("postgresql"),
        "{said}"
    );
    assert!(!said.contains("hunter2") && !said.contains("panicked"), "{said}");
    let mail = samverk(
        &["doctor"],
        &[
            ("DATABASE_URL", &url),
            ("SAMVERK_SMTP_URL", "smtp://u:hunter2@127.0.0.1:1"),
        ],
    );
    assert!(
        !mail.ok && !format!("{}{}", mail.out, mail.err).contains("hunter2"),
        "{mail:?}"
    );
}

#[test]
fn the_doctor_tries_what_the_key_of_a_bucket_may() {
    let folder = Folder::new();
    let mut bucket = Bucket::start();
    let examine = |files: &str| {
        let run = samverk(
            &["doctor"],
            &[("DATABASE_URL", &folder.url()), ("SAMVERK_FILES", files)],
        );
        let said = format!("{}{}", run.out, run.err);
        assert!(!said.contains("hunter"), "{said}");
        (run.ok, said)
    };
    let (_, well) = examine(&bucket.url());
    assert!(well.contains("takes, gives and removes them"), "{well}");
    assert_eq!(bucket.files(), 0);
    let (ok, said) = examine(&bucket.url().replace("hunter2", "hunter3"));
    assert!(!ok && said.contains("Check the key"), "{said}");
    bucket.go_away();
    let (ok, said) = examine(&bucket.url());
    assert!(!ok && said.contains("does not answer"), "{said}");
}

#[test]
fn migrating_twice_is_migrating_once() {
    let folder = Folder::new();
    let url = folder.url();
    for _ in 0..2 {
        let run = samverk(&["migrate"], &[("DATABASE_URL", &url)]);
        assert!(run.ok, "{run:?}");
    }
    assert!(Path::new(&folder.0.join("samverk.db")).exists());
}

/// A server in a process of its own, killed when the test goes.
pub struct Server {
    process: Child,
    /// Held open: a program may print more, and one that cannot would stop.
    _out: BufReader<ChildStdout>,
    pub address: String,
    /// What it said until it answered.
    said: String,
}

impl Server {
    pub fn start(args: &[&str], settings: &[(&str, &str)]) -> Self {
        let mut command = command(args, settings);
        command.stderr(Stdio::null());
        let mut process = command.spawn().expect("the program starts");
        let mut out = BufReader::new(process.stdout.take().expect("it is piped"));
        let (mut said, mut address) = (String::new(), String::new());
        while address.is_empty() {
            let mut line = String::new();
            assert!(
                out.read_line(&mut line).expect("it speaks text") > 0,
                "the server ended; it said: {said}"
            );
            said += &line;
            // The founder's link comes first, and names the port as it was asked for: 0.
            if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
                let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
                if port != "0" {
                    address = format!("127.0.0.1:{port}");
                }
            }
        }
        Self {
            process,
            _out: out,
            address,
            said,
        }
    }

    fn ask(&self, headers: &str, body: &str) -> String {
        use std::io::Write;
        let mut stream = std::net::TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "POST /graphql HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    /// `TERM`, `STOP`, `CONT`.
    pub fn signal(&self, name: &str) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status();
        assert!(sent.expect("kill is there").success());
    }

    pub fn ends_well(&mut self) {
        self.signal("TERM");
        assert!(self.process.wait().expect("it ends").success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
