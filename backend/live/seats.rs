//! Where the members of a group stand, and how they hear of something new. To whoever stands right before it, on a wire
//! that nobody else writes on, it is written at once; all others are woken, and look for themselves.

use std::{
    ops::Range,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering::Relaxed},
    },
};

use slab::Slab;
use tokio::{
    sync::Notify,
    task::{JoinSet, yield_now},
};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::{
    websocket,
    wire::{Taken, Wire},
};

/// Seats that one task goes round. It takes a millisecond or two.
const ROUND: usize = 256;
/// Seats that are told before others may run.
const AT_ONCE: usize = 32;

/// The seats of a group.
#[derive(Default)]
pub struct Seats(Mutex<Slab<Arc<Seat>>>);

/// Where one member stands.
pub struct Seat {
    /// The number of the last event or picture handed out. The member moves it; on a wire, only who has its pen.
    position: AtomicI64,
    bell: Notify,
    outlet: Option<Outlet>,
}

/// Where a member's responses can be written without its task, and under which id.
#[derive(Clone)]
pub struct Outlet {
    pub wire: Arc<Wire>,
    pub id: Arc<str>,
}

/// What there is to tell.
pub struct News {
    /// Whose turn it is: those who have had everything up to here. `None`: all who have not had `head`.
    pub after: Option<i64>,
    /// The number of the last of them.
    pub head: i64,
    pub responses: Vec<Utf8Bytes>,
    /// Whether everybody is to look for themselves: there is more to it than the responses.
    pub look: bool,
}

impl Seats {
    fn lock(&self) -> MutexGuard<'_, Slab<Arc<Seat>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A seat, and its number.
    pub fn take(&self, position: i64, outlet: Option<Outlet>) -> (usize, Arc<Seat>) {
        let seat = Arc::new(Seat {
            position: AtomicI64::new(position),
            bell: Notify::new(),
            outlet,
        });
        (self.lock().insert(seat.clone()), seat)
    }

    pub fn leave(&self, number: usize) {
        // Not under the lock: the seat may be the last to know its wire.
        let seat = self.lock().try_remove(number);
        // Who goes round may have it in hand.
        if let Some(seat) = seat {
            seat.stand_at(i64::MAX);
        }
    }

    pub fn count(&self) -> usize {
        self.lock().len()
    }

    /// Wakes everybody, whatever they wait for.
    pub fn ring(&self) {
        for (_, seat) in self.lock().iter() {
            seat.bell.notify_one();
        }
    }

    /// Tells everybody, and says how often something was written.
    pub async fn tell(self: &Arc<Self>, news: News) -> u64 {
        let (news, end) = (Arc::new(news), self.lock().capacity());
        if end <= ROUND {
            return self.go_round(&news, 0..end).await;
        }
        let mut rounds = JoinSet::new();
        for start in (0..end).step_by(ROUND) {
            let (seats, news) = (self.clone(), news.clone());
            rounds.spawn(async move { seats.go_round(&news, start..start + ROUND).await });
        }
        rounds.join_all().await.into_iter().sum()
    }

    async fn go_round(&self, news: &News, numbers: Range<usize>) -> u64 {
        let mut frames = Frames::default();
        let mut written = 0;
        for start in numbers.clone().step_by(AT_ONCE) {
            let some: Vec<Arc<Seat>> = {
                let seats = self.lock();
                let numbers = start..numbers.end.min(start + AT_ONCE);
                numbers.filter_map(|number| seats.get(number).cloned()).collect()
            };
            if some.is_empty() {
                continue;
            }
            for seat in some {
                if seat.tell(news, &mut frames) {
                    written += news.responses.len() as u64;
                }
            }
            yield_now().await;
        }
        written
    }
}

impl Seat {
    pub fn position(&self) -> i64 {
        self.position.load(Relaxed)
    }

    /// For the member, which holds the pen when it asks for what comes next.
    pub fn move_to(&self, position: i64) {
        self.position.store(position, Relaxed);
    }

    /// For one who does not hold the pen.
    fn stand_at(&self, position: i64) {
        match &self.outlet {
            Some(outlet) => outlet.wire.set(&self.position, position),
            None => self.move_to(position),
        }
    }

    /// Resolves when there was something that was not written, since the last time.
    pub async fn rung(&self) {
        self.bell.notified().await;
    }

    /// Whether it was written.
    fn tell(&self, news: &News, frames: &mut Frames) -> bool {
        let due = |position: i64| news.after.map_or(position < news.head, |after| position == after);
        let taken = match &self.outlet {
            Some(outlet) if !news.look => {
                let frames = frames.of(news, &outlet.id);
                outlet.wire.offer(frames, &self.position, due, news.head)
            }
            _ => Taken::Nothing,
        };
        let told = match taken {
            Taken::All => true,
            Taken::Part => false,
            Taken::Nothing => !news.look && self.position() >= news.head,
        };
        if !told {
            self.bell.notify_one();
        }
        !matches!(taken, Taken::Nothing)
    }
}

/// What is written, made once for all who listen under the same id, as most do.
#[derive(Default)]
struct Frames {
    id: String,
    bytes: Vec<u8>,
}

impl Frames {
    fn of(&mut self, news: &News, id: &str) -> &[u8] {
        if self.bytes.is_empty() || self.id != id {
            id.clone_into(&mut self.id);
            self.bytes.clear();
            for response in &news.responses {
                websocket::next(id, response, &mut self.bytes);
            }
        }
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::AsyncReadExt,
        net::{TcpListener, TcpStream},
    };

    use super::*;

    fn news(after: Option<i64>, head: i64) -> News {
        News {
            after,
            head,
            responses: vec!["{}".into()],
            look: false,
        }
    }

    async fn outlet(id: &str) -> (Outlet, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let there = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (here, _) = listener.accept().await.unwrap();
        here.writable().await.unwrap();
        let (wire, id) = (Arc::new(Wire::new(here)), id.into());
        (Outlet { wire, id }, there)
    }

    /// Whether somebody would be woken.
    fn is_rung(seat: &Seat) -> bool {
        let mut rung = std::pin::pin!(seat.rung());
        let mut task = std::task::Context::from_waker(std::task::Waker::noop());
        rung.as_mut().poll(&mut task).is_ready()
    }

    #[tokio::test]
    async fn only_who_stands_right_before_the_news_is_written_to() {
        let seats = Arc::new(Seats::default());
        let (outlet, mut there) = outlet("x").await;
        let (_, right) = seats.take(4, Some(outlet.clone()));
        let (_, behind) = seats.take(3, Some(outlet.clone()));
        let (_, ahead) = seats.take(5, Some(outlet.clone()));
        let (_, without) = seats.take(4, None);
        let (number, gone) = seats.take(4, Some(outlet.clone()));
        seats.leave(number);
        assert_eq!(seats.count(), 4);
        assert_eq!(seats.tell(news(Some(4), 5)).await, 1);
        assert_eq!((right.position(), is_rung(&right)), (5, false));
        assert_eq!((behind.position(), is_rung(&behind)), (3, true));
        assert_eq!((ahead.position(), is_rung(&ahead)), (5, false));
        assert_eq!((without.position(), is_rung(&without)), (4, true));
        assert!(!is_rung(&gone));
        // Of pictures only the newest counts.
        assert_eq!(seats.tell(news(None, 6)).await, 3);
        assert_eq!((behind.position(), gone.position()), (6, i64::MAX));
        // There is more to it than what can be written: everybody looks for themselves.
        let end = News {
            look: true,
            ..news(Some(6), 7)
        };
        assert_eq!(seats.tell(end).await, 0);
        assert!(
            [&right, &behind, &ahead, &without]
                .into_iter()
                .all(|seat| is_rung(seat))
        );
        drop((seats, right, behind, ahead, gone, outlet));
        let mut written = Vec::new();
        there.read_to_end(&mut written).await.unwrap();
        let frame = b"\x81\x25{\"id\":\"x\",\"type\":\"next\",\"payload\":{}}";
        assert_eq!(written, frame.repeat(4));
    }

    #[tokio::test]
    async fn a_crowd_is_told_by_several_and_each_under_their_own_id() {
        let seats = Arc::new(Seats::default());
        let (outlet, mut there) = outlet("0").await;
        for number in 0..ROUND + 2 {
            let id = number.to_string().into();
            let wire = outlet.wire.clone();
            seats.take(0, Some(Outlet { wire, id }));
        }
        assert_eq!(seats.tell(news(Some(0), 1)).await, ROUND as u64 + 2);
        drop((seats, outlet));
        let mut bytes = Vec::new();
        there.read_to_end(&mut bytes).await.unwrap();
        let written = String::from_utf8_lossy(&bytes);
        for number in 0..ROUND + 2 {
            assert!(written.contains(&format!("{{\"id\":\"{number}\",")), "{number}");
        }
    }
}
