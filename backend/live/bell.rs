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

/// The two bells of a task; each hangs on something that it waits for, and is rung by it.
pub(super) struct Bells {
    ring: Arc<Ring>,
    first: Waker,
    second: Waker,
}

/// In one place, since it is seldom where the processor has it.
struct Ring {
    first: AtomicBool,
    second: AtomicBool,
    task: AtomicWaker,
}

/// The one that is rung more often.
impl Wake for Ring {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.first.store(true, SeqCst);
        self.task.wake();
    }
}

struct Second(Arc<Ring>);

impl Wake for Second {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.second.store(true, SeqCst);
        self.0.task.wake();
    }
}

impl Bells {
    /// Rung: nobody has looked yet.
    pub fn new() -> Self {
        let ring = Arc::new(Ring {
            first: AtomicBool::new(true),
            second: AtomicBool::new(true),
            task: AtomicWaker::new(),
        });
        Self {
            first: ring.clone().into(),
            second: Arc::new(Second(ring.clone())).into(),
            ring,
        }
    }

    pub fn first(&self) -> Bell<'_> {
        Bell {
            rung: &self.ring.first,
            task: &self.ring.task,
            waker: &self.first,
        }
    }

    pub fn second(&self) -> Bell<'_> {
        Bell {
            rung: &self.ring.second,
            task: &self.ring.task,
            waker: &self.second,
        }
    }
}

pub(super) struct Bell<'a> {
    rung: &'a AtomicBool,
    task: &'a AtomicWaker,
    waker: &'a Waker,
}

impl Bell<'_> {
    /// What it hangs on is another now, which nobody has looked at.
    pub fn ring(&self) {
        self.rung.store(true, SeqCst);
    }

    /// Looks, with this bell's waker, if it was rung since the last look that found nothing.
    pub fn answer<T>(&self, task: &Context<'_>, look: impl FnOnce(&mut Context<'_>) -> Poll<T>) -> Poll<T> {
        // Before the flag is read: whoever rings after that finds whom to wake.
        self.task.register(task.waker());
        if !self.rung.load(SeqCst) {
            return Poll::Pending;
        }
        self.rung.store(false, SeqCst);
        let found = look(&mut Context::from_waker(self.waker));
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
        let bells = Bells::new();
        let task = Context::from_waker(Waker::noop());
        let looks = |found: Poll<()>| {
            let mut looked = false;
            let answer = bells.first().answer(&task, |_| {
                looked = true;
                found
            });
            (looked, answer)
        };
        assert_eq!(looks(Poll::Ready(())), (true, Poll::Ready(())));
        // There may be more.
        assert_eq!(looks(Poll::Pending), (true, Poll::Pending));
        assert_eq!(looks(Poll::Ready(())), (false, Poll::Pending));
        bells.first().ring();
        assert_eq!(looks(Poll::Pending), (true, Poll::Pending));
        bells.second.wake_by_ref();
        assert_eq!(looks(Poll::Pending), (false, Poll::Pending));
        bells.first.wake_by_ref();
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
        let bells = Bells::new();
        let waker = task.clone().into();
        for bell in [bells.first(), bells.second()] {
            let mut within = None;
            let _ = bell.answer(&Context::from_waker(&waker), |inner| {
                within = Some(inner.waker().clone());
                Poll::<()>::Pending
            });
            assert!(!task.0.swap(false, SeqCst));
            within.unwrap().wake();
            assert!(task.0.swap(false, SeqCst));
        }
    }
}
