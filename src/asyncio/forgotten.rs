//! What is said of a future that nobody asked (CPython's `Future.__del__` and `Task.__del__`).
//!
//! An exception that a task ended with is told to whoever awaits the task. Where nobody does, it
//! would be lost in silence; so a future that is dropped with an exception which nobody ever looked at
//! says "… exception was never retrieved", and a task that is dropped before it is done says so, too.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::futures::{Future, FutureRef, Kind, Label, State, class_name};
use super::host::{Host, Report, Subject};
use super::trash::bury;
use crate::trace::EventKind;

/// `Future.__del__` and `Task.__del__`: say what nobody asked about. The report gets the future
/// itself, so what is being dropped moves into a new one, which is reported and has nothing left to say.
impl<H: Host> Drop for Future<H> {
    fn drop(&mut self) {
        if let Kind::Task(task) = &self.kind {
            self.event_loop.unregister_task(task);
        }
        self.tell_what_nobody_asked();
        let state = self.state.replace(State::Cancelled);
        match &self.kind {
            Kind::Plain(_) => bury(state),
            Kind::Task(_) | Kind::Gathering(_) => {
                bury((state, std::mem::replace(&mut self.kind, Kind::Plain(Label::None))));
            }
        }
    }
}

impl<H: Host> Future<H> {
    fn tell_what_nobody_asked(&mut self) {
        if self.event_loop.runtime().is_over() {
            return;
        }
        let message = match &self.kind {
            Kind::Task(task) if task.logs_destroy_pending() && !self.done() => {
                "Task was destroyed but it is pending!".into()
            }
            kind if self.log_traceback.get() => {
                format!("{} exception was never retrieved", class_name(kind))
            }
            Kind::Plain(_) | Kind::Task(_) | Kind::Gathering(_) => return,
        };
        self.resurrect().tell(message);
    }

    /// `__del__` of a future that nobody but itself has: tell of its exception, if nobody has asked for it.
    pub(super) fn tell_exception(self: &Rc<Self>) {
        if self.log_traceback.replace(false) {
            self.tell(format!("{} exception was never retrieved", class_name(&self.kind)));
        }
    }

    fn tell(self: &Rc<Self>, message: String) {
        let event_loop = &self.event_loop;
        let error = self.peek_exception();
        if let (Some(task), true) = (self.task_id(), error.is_some()) {
            event_loop.runtime().note(|_| EventKind::NeverRetrieved { task });
        }
        let subject = match &self.kind {
            Kind::Task(task) => {
                task.set_log_destroy_pending(false);
                if error.is_some() { Subject::Future(self.clone()) } else { Subject::Task(self.clone()) }
            }
            Kind::Plain(_) | Kind::Gathering(_) => Subject::Future(self.clone()),
        };
        // A destructor has nobody to raise to.
        let _ = event_loop.report(Report { message, error, subject });
    }

    fn resurrect(&mut self) -> FutureRef<H> {
        self.log_traceback.set(false);
        Rc::new(Self {
            event_loop: self.event_loop.clone(),
            state: RefCell::new(self.state.replace(State::Cancelled)),
            cancellation: Cell::new(self.cancellation.take()),
            log_traceback: Cell::new(false),
            blocking: Cell::new(false),
            kind: std::mem::replace(&mut self.kind, Kind::Plain(Label::None)),
            in_repr: Cell::new(false),
        })
    }
}
