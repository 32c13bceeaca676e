//! `contextvars`: variables that each task has for itself.

use std::cell::RefCell;
use std::rc::Rc;

use crate::python::objects::Value;

/// A `contextvars.Context`: the values of the variables that were set in it.
#[derive(Default)]
pub struct Context {
    values: RefCell<Vec<(Value, Value)>>,
}

impl Context {
    /// `context.copy()`.
    pub fn copy(&self) -> Rc<Self> {
        Rc::new(Self { values: RefCell::new(self.values.borrow().clone()) })
    }
}
