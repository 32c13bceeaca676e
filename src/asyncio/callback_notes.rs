//! What the trace is told of a callback that is scheduled: one of its own names, or the user's.

use super::base_events::EventLoop;
use super::events::Callback;
use super::futures::FutureRef;
use super::host::Host;
use crate::trace::{self, EventKind, HandleId, Seconds, TaskId, Trace};

impl<H: Host> EventLoop<H> {
    pub(super) fn note_ready(&self, handle: HandleId, callback: &Callback<H>) {
        if self.runtime().recorder().is_recording() {
            let described = self.describe(callback);
            self.runtime().note(|trace| EventKind::Ready { handle, callback: described.intern(trace) });
        }
    }

    pub(super) fn note_timer(&self, handle: HandleId, when: Seconds, callback: &Callback<H>) {
        if self.runtime().recorder().is_recording() {
            let described = self.describe(callback);
            self.runtime().note(|trace| EventKind::Timer { handle, when, callback: described.intern(trace) });
        }
    }

    fn describe(&self, callback: &Callback<H>) -> Described {
        match callback {
            Callback::Step { task, .. } => describe_step(task, trace::Callback::Step),
            Callback::Wakeup { task, .. } => describe_step(task, trace::Callback::Wakeup),
            Callback::SetResult { .. } => Described::Internal("_set_result_unless_cancelled".into()),
            Callback::Native { callback, .. } => Described::Internal(callback.name().into()),
            Callback::User { function, .. } => match self.host().user_name(function) {
                Some(name) => Described::User(name),
                None => Described::Internal(self.host().format_callback(function, false)),
            },
        }
    }
}

/// A [`trace::Callback`] whose name is not interned yet.
enum Described {
    Known(trace::Callback),
    User(String),
    Internal(String),
}

impl Described {
    fn intern(self, trace: &mut Trace) -> trace::Callback {
        match self {
            Self::Known(callback) => callback,
            Self::User(name) => trace::Callback::User(trace.intern(&name)),
            Self::Internal(name) => trace::Callback::Internal(trace.intern(&name)),
        }
    }
}

fn describe_step<H: Host>(task: &FutureRef<H>, known: fn(TaskId) -> trace::Callback) -> Described {
    match task.task() {
        Some(state) if state.is_shown() => Described::Known(known(state.id())),
        Some(state) => Described::Internal(state.qualname(task)),
        None => Described::Internal("Task.__step".into()),
    }
}
