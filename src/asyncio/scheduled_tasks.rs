//! The tasks of a loop that are not done yet (CPython's `_scheduled_tasks`, behind `asyncio.all_tasks`).
//!
//! Nobody keeps a task alive by being asked which there are, so these are weak references. A task takes itself
//! out when it is done (where it has failed, only when it is dropped: should nobody have asked for its exception,
//! the end of the run tells of it). It knows its [`Place`], so that costs the same however many there are.

use std::rc::{Rc, Weak};

use super::futures::{Future, FutureRef};
use super::host::Host;

/// Weak references in places, of which the free ones are used again.
pub(super) struct ScheduledTasks<H: Host> {
    places: Vec<Weak<Future<H>>>,
    free: Vec<u32>,
}

/// Where a task is; nowhere, by default.
#[derive(Clone, Copy, Default)]
pub(super) struct Place(Option<u32>);

impl<H: Host> Default for ScheduledTasks<H> {
    fn default() -> Self {
        Self { places: Vec::new(), free: Vec::new() }
    }
}

impl<H: Host> ScheduledTasks<H> {
    pub(super) fn add(&mut self, task: &FutureRef<H>) -> Place {
        let task = Rc::downgrade(task);
        if let Some(place) = self.free.pop()
            && let Some(free) = self.places.get_mut(place as usize)
        {
            *free = task;
            return Place(Some(place));
        }
        let place = u32::try_from(self.places.len()).ok();
        self.places.push(task);
        Place(place)
    }

    /// Forget the task in that place.
    pub(super) fn remove(&mut self, place: Place) {
        if let Some(place) = place.0
            && let Some(task) = self.places.get_mut(place as usize)
        {
            *task = Weak::new();
            self.free.push(place);
        }
    }

    /// Those that somebody has, in no order that means anything.
    pub(super) fn all(&self) -> Vec<FutureRef<H>> {
        self.places.iter().filter_map(Weak::upgrade).collect()
    }
}
