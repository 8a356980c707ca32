//! Which of the things that a task waits for it was woken for: so that a socket that is woken to write one message need not
//! look at its line, its clocks and its rights too, which cost more than the writing.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    task::{Context, Poll, Wake, Waker},
};

use futures_util::task::AtomicWaker;

/// Hangs on what is waited for, and is rung by it.
pub(super) struct Bell {
    ring: Arc<Ring>,
    waker: Waker,
}

struct Ring {
    rung: AtomicBool,
    task: AtomicWaker,
}

impl Wake for Ring {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rung.store(true, SeqCst);
        self.task.wake();
    }
}

impl Bell {
    /// Rung: nobody has looked yet.
    pub fn new() -> Self {
        let ring = Arc::new(Ring {
            rung: AtomicBool::new(true),
            task: AtomicWaker::new(),
        });
        Self {
            waker: ring.clone().into(),
            ring,
        }
    }

    /// What it hangs on is another now, which nobody has looked at.
    pub fn ring(&self) {
        self.ring.rung.store(true, SeqCst);
    }

    /// Looks, with this bell's waker, if it was rung since the last look that found nothing.
    pub fn answer<T>(&self, task: &Context<'_>, look: impl FnOnce(&mut Context<'_>) -> Poll<T>) -> Poll<T> {
        // Before the flag is read: whoever rings after that finds whom to wake.
        self.ring.task.register(task.waker());
        if !self.ring.rung.swap(false, SeqCst) {
            return Poll::Pending;
        }
        let found = look(&mut Context::from_waker(&self.waker));
        if found.is_ready() {
            // There may be more.
            self.ring();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_answered_once_for_each_ring() {
        let bell = Bell::new();
        let task = Context::from_waker(Waker::noop());
        let looks = |found: Poll<()>| {
            let mut looked = false;
            let answer = bell.answer(&task, |_| {
                looked = true;
                found
            });
            (looked, answer)
        };
        assert_eq!(looks(Poll::Ready(())), (true, Poll::Ready(())));
        // There may be more.
        assert_eq!(looks(Poll::Pending), (true, Poll::Pending));
        assert_eq!(looks(Poll::Ready(())), (false, Poll::Pending));
        bell.ring();
        assert_eq!(looks(Poll::Pending), (true, Poll::Pending));
        bell.waker.wake_by_ref();
        assert_eq!(looks(Poll::Pending), (true, Poll::Pending));
    }

    #[test]
    fn it_wakes_the_task_that_answered_last() {
        struct Task(AtomicBool);
        impl Wake for Task {
            fn wake(self: Arc<Self>) {
                self.0.store(true, SeqCst);
            }
        }
        let task = Arc::new(Task(AtomicBool::new(false)));
        let bell = Bell::new();
        let waker = task.clone().into();
        let mut within = None;
        let _ = bell.answer(&Context::from_waker(&waker), |inner| {
            within = Some(inner.waker().clone());
            Poll::<()>::Pending
        });
        assert!(!task.0.load(SeqCst));
        within.unwrap().wake();
        assert!(task.0.load(SeqCst));
    }
}
