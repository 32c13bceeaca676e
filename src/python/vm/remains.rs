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
use crate::python::objects::{Raised, Remains, Value};

/// The machine's part in it.
#[derive(Default)]
pub struct Keeping {
    /// What is left of frames, as long as somebody knows it.
    holders: RefCell<Vec<Weak<Remains>>>,
    /// The bottom frames of inner runs that have ended: whoever runs on has called them.
    orphans: RefCell<Vec<Weak<Remains>>>,
    has_orphans: Cell<bool>,
    keeps_thrown: Cell<bool>,
    /// The frame of the oracle's wrapper of the coroutine that runs right now.
    wrapper: RefCell<Option<Rc<Remains>>>,
}

impl Vm {
    /// An exception leaves a function of the library: as long as it lives, so does what had a name there. The same
    /// goes for the frames that this function called.
    pub fn hold(&self, error: &Raised, values: impl Iterator<Item = Value>) {
        let values = values.collect::<Vec<_>>();
        if values.is_empty() {
            return;
        }
        let function = Rc::<Remains>::default();
        for orphan in self.take_orphans().iter().filter_map(Weak::upgrade) {
            orphan.set_back(function.clone());
        }
        function.settle(values.into_iter().map(Some).collect());
        self.note_holder(&function);
        self.leave_orphan(&function);
        error.state().frames.borrow_mut().push(function);
    }

    /// Whether what is thrown into a task lives as long as it does under the oracle.
    pub fn keep_thrown(&self, keeps: bool) {
        self.keeping.keeps_thrown.set(keeps);
    }

    /// Whether it does.
    pub fn keeps_thrown(&self) -> bool {
        self.keeping.keeps_thrown.get()
    }

    /// The oracle's wrapper is about to resume a task's coroutine: its frame has that as a variable, and what it throws.
    /// Gives the frame of the wrapper further out.
    pub fn begin_step(&self, thrown: Option<Value>, coroutine: &Value) -> Option<Rc<Remains>> {
        let wrapper = Rc::<Remains>::default();
        wrapper.settle(vec![thrown, Some(coroutine.clone())]);
        self.keeping.wrapper.replace(Some(wrapper))
    }

    /// The step is over. Who knows the wrapper's frame keeps what was thrown: the frames that ended in this step and
    /// that some exception passed, for it called them, and the exception that leaves it.
    pub fn end_step(&self, outer: Option<Rc<Remains>>, is_over: bool, raised: Option<&Raised>) {
        let Some(wrapper) = self.keeping.wrapper.replace(outer) else { return };
        if is_over {
            for orphan in self.take_orphans().iter().filter_map(Weak::upgrade) {
                orphan.set_back(wrapper.clone());
            }
        }
        if let Some(error) = raised {
            error.state().frames.borrow_mut().push(wrapper.clone());
        }
        if Rc::strong_count(&wrapper) > 1 {
            self.note_holder(&wrapper);
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

    fn note_holder(&self, holder: &Rc<Remains>) {
        let mut holders = self.keeping.holders.borrow_mut();
        if holders.len() == holders.capacity() {
            holders.retain(|holder| holder.strong_count() > 0);
            let alive = holders.len();
            holders.reserve(alive.max(16));
        }
        holders.push(Rc::downgrade(holder));
    }

    /// A frame has ended: where a traceback knows it, its variables live on, and who called it is known, too.
    pub fn leave_remains(&self, frame: &mut Frame, activation: &mut Activation) {
        let Some(remains) = frame.remains.take() else { return };
        if Rc::strong_count(&remains) == 1 {
            return;
        }
        remains.settle(mem::take(&mut frame.locals));
        self.note_holder(&remains);
        // What throws into an async generator's awaitable is no frame for CPython, but who began to throw is.
        let is_reached_by_throw = frame.hidden.is_some() && frame.code.kind == CodeKind::AsyncGenerator;
        if is_reached_by_throw && let Some(wrapper) = &*self.keeping.wrapper.borrow() {
            return remains.set_back(wrapper.clone());
        }
        let below = activation.frames.iter_mut().rev().find_map(|active| match &mut active.body {
            Body::Python(below) => Some(below),
            Body::Native(_) => None,
        });
        match below {
            Some(below) => remains.set_back(below.remains.get_or_insert_default().clone()),
            None => self.leave_orphan(&remains),
        }
    }

    /// It is not known yet who called this frame, which has ended.
    fn leave_orphan(&self, remains: &Rc<Remains>) {
        self.keeping.orphans.borrow_mut().push(Rc::downgrade(remains));
        self.keeping.has_orphans.set(true);
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
        holders.iter().filter_map(Weak::upgrade).for_each(|remains| remains.let_go());
    }
}
