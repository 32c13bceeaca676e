//! Python's objects are reference-counted here, and may point at each other in circles. A run is
//! short, so circles are not looked for: when it ends, every namespace it ever made is emptied.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::python::objects::Dict;

/// The namespaces of a run.
#[derive(Default)]
pub struct Heap {
    dicts: RefCell<Vec<Weak<Dict>>>,
}

impl Heap {
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
