//! What the trace is told of a callback that is scheduled: one of its own names, or the user's.

use super::base_events::EventLoop;
use super::events::Callback;
use super::futures::FutureRef;
use super::host::Host;
use crate::trace::{self, EventKind, HandleId, ObjectId, Seconds, TaskId, Trace};

impl<H: Host> EventLoop<H> {
    pub(super) fn note_ready(&self, handle: HandleId, callback: &Callback<H>) {
        if self.runtime().is_recording() {
            let described = self.describe(callback);
            self.runtime().note(|trace| EventKind::Ready { handle, callback: described.intern(trace) });
        }
    }

    /// What stands last in the ready queue has just been scheduled.
    pub(super) fn note_last(&self) {
        let last = self.inner().ready.borrow().back().and_then(|entry| Some((entry.id(), entry.callback()?)));
        if let Some((handle, callback)) = last {
            self.note_ready(handle, &callback);
        }
    }

    pub(super) fn note_timer(&self, handle: HandleId, when: Seconds, callback: &Callback<H>) {
        if self.runtime().is_recording() {
            let described = self.describe(callback);
            self.runtime().note(|trace| EventKind::Timer { handle, when, callback: described.intern(trace) });
        }
    }

    fn describe(&self, callback: &Callback<H>) -> Described {
        match callback {
            Callback::Step { task, .. } => describe_step(task, trace::Callback::Step),
            Callback::Wakeup { task, .. } => describe_step(task, trace::Callback::Wakeup),
            Callback::SetResult { .. } => {
                Described::Internal("_set_result_unless_cancelled".into(), None, None)
            }
            Callback::Native { callback, future } => {
                Described::Internal(callback.name().into(), task_of(future), callback.object())
            }
            Callback::User { function, future } => match self.host().user_name(function) {
                Some(name) => Described::User(name, task_of(future)),
                None => Described::Internal(
                    self.host().format_callback(function, None, false),
                    task_of(future),
                    None,
                ),
            },
        }
    }
}

fn task_of<H: Host>(future: &Option<FutureRef<H>>) -> Option<TaskId> {
    future.as_ref().and_then(|future| future.task_id())
}

/// A [`trace::Callback`] whose name is not interned yet.
enum Described {
    Known(trace::Callback),
    User(String, Option<TaskId>),
    Internal(String, Option<TaskId>, Option<ObjectId>),
}

impl Described {
    fn intern(self, trace: &mut Trace) -> trace::Callback {
        match self {
            Self::Known(callback) => callback,
            Self::User(name, of) => trace::Callback::User { name: trace.intern(&name), of },
            Self::Internal(name, of, object) => {
                trace::Callback::Internal { name: trace.intern(&name), of, object }
            }
        }
    }
}

fn describe_step<H: Host>(task: &FutureRef<H>, known: fn(TaskId) -> trace::Callback) -> Described {
    match task.task() {
        Some(state) if state.is_shown() => Described::Known(known(state.id())),
        Some(state) => Described::Internal(state.qualname(task), None, None),
        None => Described::Internal("Task.__step".into(), None, None),
    }
}
