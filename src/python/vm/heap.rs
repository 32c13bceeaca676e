//! Python's objects are reference-counted here, and may point at each other in circles. A run is
//! short, so circles are not looked for: when it ends, every namespace it ever made is emptied.

use std::alloc::System;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use cap::Cap;

use crate::python::objects::Dict;

/// Counts what is held, so that a program that holds more and more can be stopped.
#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// The namespaces of a run.
pub struct Heap {
    dicts: RefCell<Vec<Weak<Dict>>>,
    /// Bytes that were held when the run began.
    before: usize,
}

impl Default for Heap {
    fn default() -> Self {
        Self { dicts: RefCell::default(), before: ALLOCATOR.allocated() }
    }
}

impl Heap {
    /// Bytes that the run holds now, with all that draws it.
    pub fn held(&self) -> usize {
        ALLOCATOR.allocated().saturating_sub(self.before)
    }

    /// Remember a namespace: an instance's, a class's, a module's.
    pub fn note(&self, dict: &Rc<Dict>) {
        let mut dicts = self.dicts.borrow_mut();
        if dicts.len() == dicts.capacity() {
            dicts.retain(|dict| dict.strong_count() > 0);
        }
        dicts.push(Rc::downgrade(dict));
    }

    /// Empty all that are left.
    pub fn clear(&self) {
        for dict in self.dicts.take() {
            if let Some(dict) = dict.upgrade() {
                dict.clear();
            }
        }
    }
}
