//! What stands between the nodes and what they rest on: lines that can be cut and slowed down, and on the bus somebody who
//! loses, repeats, holds back and mixes up what is said.

use std::{path::PathBuf, time::Duration};

use samverk::clock::Random;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream, UnixStream},
    sync::watch,
    task::AbortHandle,
};

use super::pause;

/// Where a line leads.
#[derive(Clone)]
pub enum Behind {
    Tcp(String),
    Unix(PathBuf),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Pass,
    /// Each piece is this late.
    Slow(Duration),
    /// What ends a transaction is this late; everything else is not.
    LateCommits(Duration),
    /// Broken, and nobody gets through.
    Cut,
    /// Lines that are there carry nothing more and do not end, as when a firewall forgot them; new ones do.
    Dead,
}

/// A place to connect to, from which lines lead on.
pub struct Proxy {
    pub port: u16,
    mode: watch::Sender<Mode>,
    task: AbortHandle,
}

impl Proxy {
    /// With `meddler` whatever is published to those who listen passes through hands of which the seed is given.
    pub async fn to(behind: Behind, meddler: Option<u64>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let mode = watch::Sender::new(Mode::Pass);
        let modes = mode.clone();
        let task = tokio::spawn(async move {
            for number in 0.. {
                let Ok((near, _)) = listener.accept().await else {
                    return;
                };
                let (behind, modes) = (behind.clone(), modes.subscribe());
                let meddler = meddler.map(|seed| Meddler::new(seed.wrapping_add(number)));
                tokio::spawn(connect(near, behind, modes, meddler));
            }
        })
        .abort_handle();
        Self { port, mode, task }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn connect(near: TcpStream, behind: Behind, mut modes: watch::Receiver<Mode>, meddler: Option<Meddler>) {
    let _ = near.set_nodelay(true);
    if *modes.borrow() == Mode::Cut {
        return;
    }
    let (near_out, near_in) = near.into_split();
    let cut = async {
        let _ = modes.clone().wait_for(|mode| *mode == Mode::Cut).await;
    };
    let modes_ = modes.clone();
    match behind {
        Behind::Tcp(address) => {
            let Ok(far) = TcpStream::connect(address).await else {
                return;
            };
            let _ = far.set_nodelay(true);
            let (far_out, far_in) = far.into_split();
            tokio::select! {
                () = cut => {}
                () = carry(near_out, far_in, modes_.clone(), None) => {}
                () = carry(far_out, near_in, modes_, meddler) => {}
            }
        }
        Behind::Unix(path) => {
            let Ok(far) = UnixStream::connect(path).await else {
                return;
            };
            let (far_out, far_in) = far.into_split();
            tokio::select! {
                () = cut => {}
                () = carry(near_out, far_in, modes_.clone(), None) => {}
                () = carry(far_out, near_in, modes_, meddler) => {}
            }
        }
    }
    modes.borrow_and_update();
}

async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    modes: watch::Receiver<Mode>,
    mut meddler: Option<Meddler>,
) {
    let new = *modes.borrow() == Mode::Dead;
    let mut piece = vec![0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        let mode = *modes.borrow();
        match mode {
            Mode::Slow(late) => pause(late).await,
            Mode::LateCommits(late) if find(&piece[..length], b"commit\0").is_some() => pause(late).await,
            Mode::Dead if !new => std::future::pending().await,
            _ => {}
        }
        let said = match &mut meddler {
            Some(meddler) => meddler.hand_on(&piece[..length]),
            None => piece[..length].to_vec(),
        };
        if to.write_all(&said).await.is_err() {
            return;
        }
    }
}

/// How a published message begins, in Redis' protocol.
const MESSAGE: &[u8] = b"*3\r\n$7\r\nmessage\r\n";

/// Loses, repeats, holds back and mixes up what is published.
struct Meddler {
    random: Random,
    /// Come, but not whole yet.
    open: Vec<u8>,
    held: Vec<Vec<u8>>,
}

impl Meddler {
    fn new(seed: u64) -> Self {
        Self {
            random: Random::seeded(seed),
            open: Vec::new(),
            held: Vec::new(),
        }
    }

    fn hand_on(&mut self, piece: &[u8]) -> Vec<u8> {
        self.open.extend_from_slice(piece);
        let mut out = Vec::new();
        while !self.open.is_empty() {
            if !self.open.starts_with(MESSAGE) {
                // Answers to commands: handed on as they are, up to the next message.
                let end = find(&self.open, MESSAGE).unwrap_or(self.open.len());
                out.extend(self.open.drain(..end));
                continue;
            }
            let Some(end) = whole(&self.open) else { break };
            let message: Vec<u8> = self.open.drain(..end).collect();
            match self.random.below(10) {
                0..3 => {}
                3 => out.extend([&message[..], &message].concat()),
                4 | 5 => self.held.push(message),
                _ => out.extend(message),
            }
            if !self.held.is_empty() && self.random.below(2) == 0 {
                // Newest first: in another order than they were said.
                out.extend(self.held.pop().expect("it is not empty"));
            }
        }
        out
    }
}

/// Where the message ends that this begins with, if all of it is here: after its channel and its payload.
fn whole(bytes: &[u8]) -> Option<usize> {
    let mut at = MESSAGE.len();
    for _ in 0..2 {
        let line = find(&bytes[at..], b"\r\n")?;
        let length: usize = std::str::from_utf8(&bytes[at + 1..at + line]).ok()?.parse().ok()?;
        at += line + 2 + length + 2;
        if bytes.len() < at {
            return None;
        }
    }
    Some(at)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
