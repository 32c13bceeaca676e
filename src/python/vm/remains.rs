//! What exceptions keep alive: the variables of the frames that they passed, and of those that called them.
//!
//! A traceback refers to frame objects; a frame whose object somebody has gives it the variables when it
//! ends, and the frame that called it gets an object, too (`take_ownership` in CPython's `frame.c`).

use std::cell::{Cell, RefCell};
use std::mem;
use std::rc::{Rc, Weak};

use super::Vm;
use super::frame::{Activation, Body, Frame};
use crate::python::code::CodeKind;
use crate::python::objects::{Object, Raised, Remains, Value};

/// The machine's part in it.
#[derive(Default)]
pub struct Keeping {
    /// The exceptions that hold what the library had, and what is left of frames.
    holders: RefCell<Vec<Holder>>,
    /// The bottom frames of inner runs that have ended: whoever runs on has called them.
    orphans: RefCell<Vec<Weak<Remains>>>,
    has_orphans: Cell<bool>,
    keeps_thrown: Cell<bool>,
    /// The frame of the oracle's wrapper that throws into a task's coroutine right now.
    thrower: RefCell<Option<Rc<Remains>>>,
}

enum Holder {
    Exception(Weak<Object>),
    Frame(Weak<Remains>),
}

impl Holder {
    fn is_alive(&self) -> bool {
        match self {
            Self::Exception(error) => error.strong_count() > 0,
            Self::Frame(remains) => remains.strong_count() > 0,
        }
    }

    fn let_go(&self) {
        match self {
            Self::Exception(error) => {
                if let Some(error) = error.upgrade().and_then(|object| Raised::from_object(&object)) {
                    let held = error.state().held.take();
                    drop(held);
                }
            }
            Self::Frame(remains) => {
                if let Some(remains) = remains.upgrade() {
                    remains.let_go();
                }
            }
        }
    }
}

impl Vm {
    /// An exception leaves a function of the library: as long as it lives, so does what had a name there.
    pub fn hold(&self, error: &Raised, values: impl Iterator<Item = Value>) {
        let mut held = error.state().held.borrow_mut();
        let was_empty = held.is_empty();
        held.extend(values);
        if was_empty && !held.is_empty() {
            self.note_holder(Holder::Exception(error.downgrade()));
        }
    }

    /// Whether what is thrown into a task lives as long as it does under the oracle.
    pub fn keep_thrown(&self, keeps: bool) {
        self.keeping.keeps_thrown.set(keeps);
    }

    /// Whether it does.
    pub fn keeps_thrown(&self) -> bool {
        self.keeping.keeps_thrown.get()
    }

    /// The oracle's wrapper is about to throw the exception into a task's coroutine: its frame has both as variables.
    /// Gives what was thrown further out.
    pub fn begin_throw(&self, error: &Raised, coroutine: &Value) -> Option<Rc<Remains>> {
        let thrower = Rc::<Remains>::default();
        thrower.settle(vec![Some(error.value()), Some(coroutine.clone())]);
        self.keeping.thrower.replace(Some(thrower))
    }

    /// The step is over. Who knows the wrapper's frame keeps what was thrown: the frames that ended in this step and
    /// that some exception passed, for it called them, and the exception that leaves it.
    pub fn end_throw(&self, outer: Option<Rc<Remains>>, is_over: bool, raised: Option<&Raised>) {
        let Some(thrower) = self.keeping.thrower.replace(outer) else { return };
        if is_over {
            for orphan in self.take_orphans().iter().filter_map(Weak::upgrade) {
                orphan.set_back(thrower.clone());
            }
        }
        if let Some(error) = raised {
            error.state().frames.borrow_mut().push(thrower.clone());
        }
        if Rc::strong_count(&thrower) > 1 {
            self.note_holder(Holder::Frame(Rc::downgrade(&thrower)));
        }
    }

    /// An exception passes a frame, or ends there.
    pub fn hold_frame(&self, error: &Raised, frame: &mut Frame) {
        let remains = frame.remains.get_or_insert_default();
        let mut frames = error.state().frames.borrow_mut();
        if !frames.last().is_some_and(|last| Rc::ptr_eq(last, remains)) {
            frames.push(remains.clone());
        }
    }

    fn note_holder(&self, holder: Holder) {
        let mut holders = self.keeping.holders.borrow_mut();
        if holders.len() == holders.capacity() {
            holders.retain(Holder::is_alive);
            let alive = holders.len();
            holders.reserve(alive.max(16));
        }
        holders.push(holder);
    }

    /// A frame has ended: where a traceback knows it, its variables live on, and who called it is known, too.
    pub fn leave_remains(&self, frame: &mut Frame, activation: &mut Activation) {
        let Some(remains) = frame.remains.take() else { return };
        if Rc::strong_count(&remains) == 1 {
            return;
        }
        remains.settle(mem::take(&mut frame.locals));
        self.note_holder(Holder::Frame(Rc::downgrade(&remains)));
        // What throws into an async generator's awaitable is no frame for CPython, but who began to throw is.
        let is_reached_by_throw = frame.hidden.is_some() && frame.code.kind == CodeKind::AsyncGenerator;
        if is_reached_by_throw && let Some(thrower) = &*self.keeping.thrower.borrow() {
            remains.set_back(thrower.clone());
            return;
        }
        let below = activation.frames.iter_mut().rev().find_map(|active| match &mut active.body {
            Body::Python(below) => Some(below),
            Body::Native(_) => None,
        });
        match below {
            Some(below) => remains.set_back(below.remains.get_or_insert_default().clone()),
            None => {
                self.keeping.orphans.borrow_mut().push(Rc::downgrade(&remains));
                self.keeping.has_orphans.set(true);
            }
        }
    }

    /// This frame has called those whose caller was not known.
    pub fn adopt_orphans(&self, frame: &mut Frame) {
        if self.keeping.has_orphans.get() {
            for orphan in self.take_orphans().iter().filter_map(Weak::upgrade) {
                orphan.set_back(frame.remains.get_or_insert_default().clone());
            }
        }
    }

    /// Those whose caller is not known yet; it is none of those that run next.
    pub fn take_orphans(&self) -> Vec<Weak<Remains>> {
        self.keeping.has_orphans.set(false);
        self.keeping.orphans.take()
    }

    /// Their caller runs again.
    pub fn give_back_orphans(&self, orphans: Vec<Weak<Remains>>) {
        if !orphans.is_empty() {
            self.keeping.orphans.borrow_mut().extend(orphans);
            self.keeping.has_orphans.set(true);
        }
    }

    /// The end of the run: whatever holds itself through an exception is let go, as by CPython's
    /// collector of garbage.
    pub fn let_go_of_held(&self) {
        let holders = self.keeping.holders.take();
        holders.iter().for_each(Holder::let_go);
    }
}
