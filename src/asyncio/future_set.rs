//! A set of futures in the order in which they were added.
//!
//! asyncio keeps futures in sets, whose order is an accident of memory addresses. Ours is the order of
//! insertion, so that a run is the same every time.

use std::rc::Rc;

use hashbrown::HashMap;

use super::futures::FutureRef;
use super::host::Host;

/// Futures, each once.
pub(super) struct FutureSet<H: Host> {
    /// In order; a future that is removed leaves a hole.
    slots: Vec<Option<FutureRef<H>>>,
    /// Where each future is, by its address.
    places: HashMap<usize, usize>,
}

impl<H: Host> Default for FutureSet<H> {
    fn default() -> Self {
        Self { slots: Vec::new(), places: HashMap::new() }
    }
}

impl<H: Host> FutureSet<H> {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Add a future at the end; false where it is in already.
    pub(super) fn add(&mut self, future: FutureRef<H>) -> bool {
        let place = self.slots.len();
        let added = *self.places.entry(address(&future)).or_insert(place) == place;
        if added {
            self.slots.push(Some(future));
        }
        added
    }

    /// Take a future out, if it is in.
    pub(super) fn discard(&mut self, future: &FutureRef<H>) {
        if let Some(place) = self.places.remove(&address(future)) {
            self.slots[place] = None;
        }
        if self.slots.len() > 2 * self.places.len() + 16 {
            self.close_holes();
        }
    }

    /// The futures, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &FutureRef<H>> {
        self.slots.iter().flatten()
    }

    fn close_holes(&mut self) {
        self.slots.retain(Option::is_some);
        for (place, future) in self.slots.iter().enumerate() {
            if let Some(future) = future {
                self.places.insert(address(future), place);
            }
        }
    }
}

impl<H: Host> FromIterator<FutureRef<H>> for FutureSet<H> {
    fn from_iter<I: IntoIterator<Item = FutureRef<H>>>(futures: I) -> Self {
        let mut set = Self::default();
        for future in futures {
            set.add(future);
        }
        set
    }
}

impl<H: Host> IntoIterator for FutureSet<H> {
    type Item = FutureRef<H>;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Option<FutureRef<H>>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.slots.into_iter().flatten()
    }
}

fn address<H: Host>(future: &FutureRef<H>) -> usize {
    Rc::as_ptr(future).addr()
}
