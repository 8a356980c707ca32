//! A server under test is a child process: started, waited for, read in /proc, killed when dropped.

use std::{
    collections::HashMap,
    fs::{self, File},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    Outcome,
    http::{Connection, Post},
};

const PATIENCE: Duration = Duration::from_secs(30);

pub struct Server {
    child: Child,
    started: Instant,
}

impl Server {
    /// `setpriv` makes the kernel end the server with us, however we end.
    pub fn start(program: &Path, arguments: &[&str], environment: &[(&str, String)], log: &Path) -> Outcome<Self> {
        let output = File::create(log)?;
        let mut command = Command::new("setpriv");
        command
            .args(["--pdeathsig", "KILL", "--"])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        let started = Instant::now();
        Ok(Self {
            child: command.spawn()?,
            started,
        })
    }

    /// Asks until the first answer with status 200; how long that took since the process was started.
    pub async fn first_answer(&mut self, address: SocketAddr, question: &Post) -> Outcome<Duration> {
        loop {
            if let Ok(mut connection) = Connection::open(address).await
                && let Ok((200, _)) = connection.post(question).await
            {
                return Ok(self.started.elapsed());
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the server ended ({status}) before it answered").into());
            }
            if self.started.elapsed() > PATIENCE {
                return Err(format!("no answer within {PATIENCE:?}").into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    pub fn cpu(&self) -> Outcome<Duration> {
        tree_cpu(self.child.id())
    }

    /// Resident memory of the process and its children, in bytes.
    pub fn resident(&self) -> Outcome<u64> {
        let mut bytes = 0;
        for process in tree(self.child.id())? {
            let status = fs::read_to_string(format!("/proc/{process}/status"))?;
            let kilobytes = status.lines().find_map(|line| {
                line.strip_prefix("VmRSS:")?
                    .strip_suffix("kB")?
                    .trim()
                    .parse::<u64>()
                    .ok()
            });
            bytes += kilobytes.unwrap_or(0) * 1024;
        }
        Ok(bytes)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Either fails only when the process is already gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// User and system time of a process and everything below it. What ended counts too, since its parent has waited for it.
pub fn tree_cpu(root: u32) -> Outcome<Duration> {
    let mut ticks = 0;
    for process in tree(root)? {
        // A child that ends while we look is in its parent's sum the next time.
        let Ok(stat) = stat(process) else { continue };
        ticks += stat.own + if process == root { stat.ended_children } else { 0 };
    }
    // /proc counts in hundredths of a second on every Linux, whatever the kernel's own tick.
    Ok(Duration::from_millis(ticks * 10))
}

struct Stat {
    parent: u32,
    own: u64,
    ended_children: u64,
}

fn stat(process: u32) -> Outcome<Stat> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The second field is the program's name in brackets and may hold spaces: count from behind it.
    let (_, rest) = text.rsplit_once(") ").ok_or("unreadable /proc stat")?;
    let fields: Vec<&str> = rest.split(' ').collect();
    let ticks = |n: usize| fields[n].parse::<u64>();
    Ok(Stat {
        parent: fields[1].parse()?,
        own: ticks(11)? + ticks(12)?,
        ended_children: ticks(13)? + ticks(14)?,
    })
}

fn tree(root: u32) -> Outcome<Vec<u32>> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc")? {
        let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        if let Ok(stat) = stat(process) {
            children.entry(stat.parent).or_default().push(process);
        }
    }
    let mut found = vec![root];
    let mut next = 0;
    while next < found.len() {
        found.extend(children.remove(&found[next]).unwrap_or_default());
        next += 1;
    }
    Ok(found)
}
