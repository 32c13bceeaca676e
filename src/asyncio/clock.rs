//! What the loop asks for the time (CPython's `loop.time()`, a monotonic clock). It never waits and never moves the clock itself: whoever
//! drives the loop does, at once or paced by real timers.

use std::cell::Cell;

use crate::trace::Seconds;

/// Where the time comes from: CPython's `loop.time()`.
pub trait Clock {
    /// Seconds of virtual time since the start of the run.
    fn time(&self) -> Seconds;
}

/// A clock that stands still until it is set.
#[derive(Debug, Default)]
pub struct VirtualClock {
    now: Cell<Seconds>,
}

impl VirtualClock {
    /// A clock that shows 0.
    pub fn new() -> Self {
        Self::default()
    }

    /// Move the clock to `time`. It never goes back: an earlier time, or one that is no number,
    /// leaves it alone.
    pub fn advance_to(&self, time: Seconds) {
        if time > self.now.get() {
            self.now.set(time);
        }
    }
}

impl Clock for VirtualClock {
    fn time(&self) -> Seconds {
        self.now.get()
    }
}
