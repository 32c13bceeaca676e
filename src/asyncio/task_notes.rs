//! What the trace is told of a task: that it was made, and each step with its end.

use super::futures::{FutureRef, WaitLabel};
use super::host::{ErrorClass, Host};
use super::tasks::Task;
use crate::trace::{self, EventKind, Resumed, Trace, Wait};

impl<H: Host> Task<H> {
    /// Note that the task was made, once. An eager task steps before it is made.
    pub(super) fn announce(&self, task: &FutureRef<H>) {
        if !self.announced.replace(true) && task.event_loop().runtime().is_recording() {
            self.note_created(task);
        }
    }

    fn note_created(&self, task: &FutureRef<H>) {
        let runtime = task.event_loop().runtime();
        let name = self.name();
        let coro = self.qualname(task);
        let (id, by, line) = (self.id, self.by, runtime.host().current_line());
        let call = self.coroutine().and_then(|coroutine| runtime.host().made_at(&coroutine));
        runtime.note(|trace| match self.shown {
            true => {
                let (name, coro) = (trace.intern(&name), trace.intern(&coro));
                EventKind::Create { task: id, name, coro, by, line, call }
            }
            // Not shown, but what it makes is, and names it.
            false => EventKind::Rename { task: id, name: trace.intern(&name) },
        });
    }

    /// Its coroutine's `__qualname__`.
    pub(super) fn qualname(&self, task: &FutureRef<H>) -> String {
        self.coroutine().map_or_else(String::new, |coroutine| task.event_loop().host().qualname(&coroutine))
    }

    pub(super) fn note(&self, task: &FutureRef<H>, kind: impl FnOnce(&mut Trace) -> EventKind) {
        if self.shown {
            task.event_loop().runtime().note(kind);
        }
    }

    pub(super) fn note_step(&self, task: &FutureRef<H>, error: Option<&H::Error>) {
        self.announce(task);
        let with = match error {
            None => Resumed::Value,
            Some(error) if task.host().is(error, ErrorClass::CancelledError) => Resumed::Cancelled,
            Some(_) => Resumed::Exception,
        };
        self.note(task, |_| EventKind::Step { task: self.id, with });
    }

    /// Note that it waits, for that future or for its next turn.
    pub(super) fn note_suspend(
        &self,
        task: &FutureRef<H>,
        coroutine: &H::Coroutine,
        future: Option<&FutureRef<H>>,
    ) {
        let runtime = task.event_loop().runtime();
        if !self.shown || !runtime.is_recording() {
            return;
        }
        let line = runtime.host().line(coroutine);
        runtime.note(|trace| EventKind::Suspend { task: self.id, on: wait_of(future, trace), line });
    }

    pub(super) fn note_done(
        &self,
        task: &FutureRef<H>,
        outcome: trace::Outcome,
        value: impl FnOnce() -> Option<String>,
    ) {
        let runtime = task.event_loop().runtime();
        if !self.shown || !runtime.is_recording() {
            return;
        }
        let value = value();
        runtime.note(|trace| EventKind::Done {
            task: self.id,
            outcome,
            value: value.map(|value| trace.intern(&value)),
        });
    }
}

fn wait_of<H: Host>(future: Option<&FutureRef<H>>, trace: &mut Trace) -> Wait {
    match future.map(|future| future.wait()) {
        None => Wait::Yield,
        Some(WaitLabel::Known(wait)) => wait,
        Some(WaitLabel::Named(name, object)) => Wait::Named { name: trace.intern(name), object },
    }
}
