//! A socket's line, on which two write: the socket's own task whatever it has to say, and, while that has nothing, whoever
//! hands out what many wait for. To wake two thousand tasks, each with a place in memory that no processor has at hand,
//! costs half as much again as the writing itself.
//!
//! What goes in are whole frames, and what the line does not take at once is kept: so whoever writes next begins a frame, too.

use std::{
    io,
    net::Shutdown,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering::Relaxed},
    },
    task::{Context, Poll, ready},
};

use socket2::SockRef;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::watch,
};

pub struct Wire {
    stream: TcpStream,
    pen: Mutex<Pen>,
}

/// What it takes to write: held for one write at a time, by one who writes.
#[derive(Default)]
struct Pen {
    /// The socket's task has something to write, or has said goodbye.
    taken: bool,
    /// Accepted, but not by the line yet.
    rest: Vec<u8>,
    /// Changes when the rights of whoever is at the other end may have.
    rights: Option<watch::Receiver<i64>>,
}

/// What became of an offer.
pub enum Taken {
    All,
    /// The line is full; the rest is the task's to see to.
    Part,
    /// All is left to the task.
    Nothing,
}

impl Wire {
    #[must_use]
    pub fn new(stream: TcpStream) -> Self {
        Self {
            stream,
            pen: Mutex::default(),
        }
    }

    fn pen(&self) -> MutexGuard<'_, Pen> {
        self.pen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For the socket's task, before it asks for what there is to write: nobody else writes until it has given back.
    pub fn take(&self) {
        self.pen().taken = true;
    }

    /// All that the task had is on the line. Whether something that others wrote is not, which is the task's to see to.
    pub fn give_back(&self) -> bool {
        let mut pen = self.pen();
        pen.taken = false;
        !pen.rest.is_empty()
    }

    /// The rights of whoever is at the other end were judged; until they change, others may write.
    pub fn judged(&self, rights: Option<watch::Receiver<i64>>) {
        self.pen().rights = rights;
    }

    /// Writes frames for whoever stands at `position`, if `due` says that it is their turn, and moves them on to `head`.
    pub fn offer(&self, frames: &[u8], position: &AtomicI64, due: impl FnOnce(i64) -> bool, head: i64) -> Taken {
        let mut pen = self.pen();
        let in_doubt = |rights: &watch::Receiver<i64>| rights.has_changed().unwrap_or(false);
        if pen.taken
            || !pen.rest.is_empty()
            || pen.rights.as_ref().is_some_and(in_doubt)
            || !due(position.load(Relaxed))
        {
            return Taken::Nothing;
        }
        // A line that is broken is found to be so by the task.
        let Ok(written) = self.stream.try_write(frames) else {
            return Taken::Nothing;
        };
        pen.rest.extend_from_slice(&frames[written..]);
        position.store(head, Relaxed);
        if pen.rest.is_empty() { Taken::All } else { Taken::Part }
    }

    /// Moves a position that others look at in [`Wire::offer`], for one who does not hold the pen.
    pub fn set(&self, position: &AtomicI64, to: i64) {
        let _pen = self.pen();
        position.store(to, Relaxed);
    }

    fn poll_rest(&self, pen: &mut Pen, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !pen.rest.is_empty() {
            let written = ready!(self.poll_try(task, &pen.rest))?;
            pen.rest.drain(..written);
        }
        // Seldom needed, and there are many wires.
        pen.rest.shrink_to_fit();
        Poll::Ready(Ok(()))
    }

    fn poll_try(&self, task: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        loop {
            match self.stream.try_write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => ready!(self.stream.poll_write_ready(task))?,
                done => return Poll::Ready(done),
            }
        }
    }
}

/// The task's end of a wire, for the codec.
pub struct End(pub Arc<Wire>);

impl AsyncRead for End {
    fn poll_read(self: Pin<&mut Self>, task: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        loop {
            match self.0.stream.try_read(into.initialize_unfilled()) {
                Ok(read) => {
                    into.advance(read);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => ready!(self.0.stream.poll_read_ready(task))?,
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

impl AsyncWrite for End {
    /// All of it or nothing, since the codec hands on whole frames.
    fn poll_write(self: Pin<&mut Self>, task: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wire = &*self.0;
        let mut pen = wire.pen();
        ready!(wire.poll_rest(&mut pen, task))?;
        let written = ready!(wire.poll_try(task, bytes))?;
        pen.rest.extend_from_slice(&bytes[written..]);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wire = &*self.0;
        wire.poll_rest(&mut wire.pen(), task)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.as_mut().poll_flush(task))?;
        Poll::Ready(SockRef::from(&self.0.stream).shutdown(Shutdown::Write))
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;

    /// A wire, and the other end of it.
    async fn wire() -> (Arc<Wire>, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let there = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (here, _) = listener.accept().await.unwrap();
        here.writable().await.unwrap();
        (Arc::new(Wire::new(here)), there)
    }

    fn offered(wire: &Wire, frames: &[u8], position: &AtomicI64) -> Taken {
        wire.offer(frames, position, |stands| stands == 0, 1)
    }

    #[tokio::test]
    async fn what_a_full_line_does_not_take_comes_before_what_is_written_next() {
        let (wire, mut there) = wire().await;
        let position = AtomicI64::new(0);
        let frame = [1; 100_000];
        let mut offers = 0;
        let taken = loop {
            position.store(0, Relaxed);
            match offered(&wire, &frame, &position) {
                Taken::All => offers += 1,
                last => break last,
            }
        };
        // Whether the line stops within a frame or between two is the system's affair.
        if matches!(taken, Taken::Part) {
            offers += 1;
            assert_eq!(position.load(Relaxed), 1, "it was accepted");
            assert!(wire.give_back(), "the task is told");
        }
        position.store(0, Relaxed);
        assert!(matches!(offered(&wire, &frame, &position), Taken::Nothing));
        assert_eq!(position.load(Relaxed), 0, "it was not accepted");
        let mut end = End(wire.clone());
        let writing = tokio::spawn(async move {
            end.write_all(&[2; 100_000]).await.unwrap();
            end.flush().await.unwrap();
        });
        let mut read = vec![0; frame.len() * (offers + 1)];
        there.read_exact(&mut read).await.unwrap();
        writing.await.unwrap();
        let (first, second) = read.split_at(frame.len() * offers);
        assert!(first.iter().all(|byte| *byte == 1) && second.iter().all(|byte| *byte == 2));
        assert!(!wire.give_back());
        assert!(matches!(offered(&wire, &frame, &position), Taken::All));
    }

    #[tokio::test]
    async fn nothing_is_taken_while_the_task_writes_or_rights_are_in_doubt_or_it_is_not_their_turn() {
        let (wire, mut there) = wire().await;
        let (rights, changes) = watch::channel(0);
        wire.judged(Some(changes.clone()));
        let position = AtomicI64::new(0);
        wire.take();
        assert!(matches!(offered(&wire, b"taken", &position), Taken::Nothing));
        wire.give_back();
        rights.send_replace(1);
        assert!(matches!(offered(&wire, b"in doubt", &position), Taken::Nothing));
        wire.judged(Some(rights.subscribe()));
        wire.set(&position, 7);
        assert!(matches!(offered(&wire, b"not due", &position), Taken::Nothing));
        wire.set(&position, 0);
        assert!(matches!(offered(&wire, b"now", &position), Taken::All));
        assert_eq!(position.load(Relaxed), 1);
        End(wire).shutdown().await.unwrap();
        let mut heard = String::new();
        there.read_to_string(&mut heard).await.unwrap();
        assert_eq!(heard, "now");
    }
}
