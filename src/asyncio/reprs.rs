//! How futures, tasks and handles look in messages (CPython's `base_futures`, `base_tasks`,
//! `format_helpers`): `<Task pending name='Task-1' coro=<main() running at main.py:3>>`.

use std::rc::Rc;

use super::base_events::EventLoop;
use super::done_callbacks::DoneCallback;
use super::events::{Callback, Handle, NativeCallback};
use super::futures::{Future, FutureRef, class_name};
use super::host::Host;
use super::tasks::Task;
use crate::trace::json::number;

/// Where reprs say that CPython's library is; the true place differs from machine to machine.
pub const LIBRARY: &str = "/usr/lib/python3.13";

/// How many futures deep a repr goes: a task may wait for a task that waits for a task …
const MAX_DEPTH: u32 = 200;

impl<H: Host> Future<H> {
    /// `repr(future)`: `...` for a future that its own repr comes to again, or one too deep in others.
    pub fn repr(&self) -> String {
        if self.in_repr.replace(true) {
            return "...".into();
        }
        let repr = self.event_loop().runtime().nested(MAX_DEPTH, || self.whole_repr());
        self.in_repr.set(false);
        repr.unwrap_or_else(|| "...".into())
    }

    /// The same, or what the class that the program derived from it says.
    pub(super) fn shown(self: &Rc<Self>) -> String {
        self.event_loop().runtime().host().future_repr(self)
    }

    fn whole_repr(&self) -> String {
        let mut info = vec![self.state_word()];
        if let Some(task) = self.task() {
            self.task_info(task, &mut info);
        }
        if self.done() {
            info.extend(self.outcome_info());
        }
        info.extend(self.callbacks_info());
        format!("<{} {}>", class_name(self.kind()), info.join(" "))
    }

    /// `future._state`: `PENDING`, `CANCELLED` or `FINISHED`.
    pub fn state_name(&self) -> &'static str {
        match (self.done(), self.cancelled()) {
            (false, _) => "PENDING",
            (true, true) => "CANCELLED",
            (true, false) => "FINISHED",
        }
    }

    fn state_word(&self) -> String {
        match self.task() {
            Some(task) if task.cancelling() > 0 && !self.done() => "cancelling".into(),
            _ => self.state_name().to_lowercase(),
        }
    }

    fn outcome_info(&self) -> Option<String> {
        let host = self.event_loop().runtime().host();
        if let Some(error) = self.peek_exception() {
            return Some(format!("exception={}", host.error_repr(&error)));
        }
        self.peek_result().map(|value| format!("result={}", host.short_repr(&value)))
    }

    fn task_info(&self, task: &Task<H>, info: &mut Vec<String>) {
        let host = self.event_loop().runtime().host();
        info.push(format!("name={}", host.repr(&host.text(&task.name()))));
        if let Some(coroutine) = task.coroutine() {
            info.push(format!("coro=<{}>", host.format_coroutine(&coroutine)));
        }
        if let Some(waiter) = task.waiter() {
            info.push(format!("wait_for={}", waiter.shown()));
        }
    }

    fn callbacks_info(&self) -> Option<String> {
        let host = self.event_loop().runtime().host();
        let names = self.callback_names(|callback| match callback {
            DoneCallback::Wakeup(task) => wakeup(host, task),
            DoneCallback::User(function, _) => host.format_callback(function, None, false),
            DoneCallback::Native(callback) => native_name(callback.as_ref()),
        });
        match names.as_slice() {
            [] => None,
            [one] => Some(format!("cb=[{one}]")),
            [one, other] => Some(format!("cb=[{one}, {other}]")),
            [first, .., last] => Some(format!("cb=[{first}, <{} more>, {last}]", names.len() - 2)),
        }
    }
}

fn wakeup<H: Host>(host: &H, task: &FutureRef<H>) -> String {
    format!("{}.task_wakeup()", host.task_class(task))
}

fn native_name<H: Host>(callback: &dyn NativeCallback<H>) -> String {
    match callback.source() {
        Some(source) => format!("{}() at {LIBRARY}/{source}", callback.name()),
        None => format!("{}()", callback.name()),
    }
}

impl<H: Host> Handle<H> {
    /// `repr(handle)`: `<TimerHandle when=1.0 greet() at main.py:3>`.
    pub fn repr(&self) -> String {
        let kept = self.kept_repr.get().map(|repr| String::from(&**repr));
        kept.unwrap_or_else(|| self.repr_of(self.callback().as_ref()))
    }

    pub(super) fn repr_of(&self, callback: Option<&Callback<H>>) -> String {
        let mut info = vec![if self.when().is_some() { "TimerHandle" } else { "Handle" }.to_owned()];
        if self.cancelled() {
            info.push("cancelled".into());
        }
        info.extend(self.when().map(|when| format!("when={}", number(when))));
        info.extend(callback.map(|callback| self.event_loop().format_callback(callback)));
        format!("<{}>", info.join(" "))
    }
}

impl<H: Host> EventLoop<H> {
    /// `format_helpers._format_callback_source(callback, args)`.
    pub(super) fn format_callback(&self, callback: &Callback<H>) -> String {
        match callback {
            Callback::Step { .. } => "<_asyncio.TaskStepMethWrapper object at 0x1>()".into(),
            Callback::Wakeup { task, .. } => wakeup(self.host(), task),
            Callback::SetResult { .. } => {
                format!("_set_result_unless_cancelled() at {LIBRARY}/asyncio/futures.py:312")
            }
            Callback::Native { callback, .. } => native_name(callback.as_ref()),
            Callback::User { function, future } => {
                self.host().format_callback(function, future.as_ref(), self.debug())
            }
        }
    }

    /// `base_events._format_handle(handle)` of a callback whose handle nobody has: a task's step is
    /// told by its task.
    pub(super) fn format_bare(&self, callback: &Callback<H>) -> String {
        match callback {
            Callback::Step { task, .. } | Callback::Wakeup { task, .. } => task.shown(),
            Callback::SetResult { .. } | Callback::User { .. } | Callback::Native { .. } => {
                format!("<Handle {}>", self.format_callback(callback))
            }
        }
    }
}
