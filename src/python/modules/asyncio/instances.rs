//! Futures as values, where they are more than that: instances of a class that a program derived from
//! `Future` or `Task`, and futures that a program gave attributes to.
//!
//! The scheduler knows nothing of either. An instance of a derived class is an object that holds its
//! future; here is the way back, from what the scheduler hands out to the object that the program knows.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use hashbrown::HashMap;

use crate::asyncio::futures::{Future, FutureRef};
use crate::python::host::Python;
use crate::python::objects::{Dict, Object, Value};
use crate::python::vm::Vm;

/// What is known of futures, by their addresses.
#[derive(Default)]
pub struct Instances {
    known: RefCell<HashMap<usize, Instance>>,
    /// How many may be known before it is looked which of them are gone.
    limit: Cell<usize>,
}

struct Instance {
    /// Keeps the address from being used again.
    future: Weak<Future<Python>>,
    is: Is,
}

enum Is {
    /// A plain one, with these attributes.
    Plain(Rc<Dict>),
    /// An instance of a derived class; kept alive while its task is pending, as the loop would.
    Derived(Weak<Object>, Option<Rc<Object>>),
}

impl Instances {
    fn add(&self, future: &FutureRef<Python>, is: Is) {
        let mut known = self.known.borrow_mut();
        let mut gone = Vec::new();
        if known.len() >= self.limit.get() {
            known.retain(|_, instance| {
                let alive = instance.future.upgrade();
                let is_over = alive.as_ref().is_none_or(|future| future.done());
                if let (Is::Derived(_, kept), true) = (&mut instance.is, is_over) {
                    gone.extend(kept.take());
                }
                alive.is_some()
            });
            // Looking is paid for by those that were added since.
            self.limit.set(2 * known.len() + 16);
        }
        known.insert(Rc::as_ptr(future).addr(), Instance { future: Rc::downgrade(future), is });
        drop(known);
        drop(gone);
    }

    pub(super) fn clear(&self) {
        let known = self.known.take();
        drop(known);
    }
}

impl Vm {
    /// The future that a value is, be it of a derived class.
    pub fn future_of(&self, value: &Value) -> Option<FutureRef<Python>> {
        match value {
            Value::Future(future) => Some(future.clone()),
            Value::Object(object) => object.native::<FutureRef<Python>>().cloned(),
            _ => None,
        }
    }

    /// A future as the value that the program knows.
    pub fn future_value(&self, future: &FutureRef<Python>) -> Value {
        let known = self.state.asyncio.instances.known.borrow();
        match known.get(&Rc::as_ptr(future).addr()).map(|instance| &instance.is) {
            Some(Is::Derived(object, _)) => object.upgrade().map(Value::Object),
            Some(Is::Plain(_)) | None => None,
        }
        .unwrap_or_else(|| Value::Future(future.clone()))
    }

    /// Let an object of a derived class be that future.
    pub(super) fn derive_future(&self, object: &Value, future: &FutureRef<Python>) {
        let Value::Object(object) = object else { return };
        self.set_native(&Value::Object(object.clone()), future.clone());
        let kept = future.task().map(|_| object.clone());
        self.state.asyncio.instances.add(future, Is::Derived(Rc::downgrade(object), kept));
    }

    /// The attributes that a program gave to a future; made where there are none and `make` says so.
    pub fn future_attributes(&self, future: &FutureRef<Python>, make: bool) -> Option<Rc<Dict>> {
        let known = self.state.asyncio.instances.known.borrow();
        if let Some(Instance { is: Is::Plain(dict), .. }) = known.get(&Rc::as_ptr(future).addr()) {
            return Some(dict.clone());
        }
        drop(known);
        make.then(|| {
            let dict = Rc::new(Dict::new());
            self.heap.note(&dict);
            self.state.asyncio.instances.add(future, Is::Plain(dict.clone()));
            dict
        })
    }
}
