//! Tasks: coroutines that run by themselves (CPython's `tasks.Task`, the one in C).
//!
//! A coroutine does nothing until somebody resumes it. A task is that somebody: a future that
//! drives a coroutine, one *step* at a time, each step a callback of the loop.
//!
//! ```text
//!            create_task                  await fut                       fut is done
//!  coroutine ──────────▶ step scheduled ──────────▶ waits for fut ──────────────────┐
//!                          ▲        │                     │                         │
//!                          │        │ yield (sleep(0))    │ cancel() cancels fut    │
//!                          ├────────┘                     ▼                         │
//!                          └──────── wakeup scheduled ◀─────────────────────────────┘
//!                          │
//!                          ▼ return, raise
//!                        done: result, exception or cancelled
//! ```
//!
//! A step runs the coroutine until it yields. What it yields says what the task waits for: a
//! future (then the task's wakeup becomes a done callback of that future), or nothing at all (then
//! the next step is scheduled at once). Everything between two yields is one callback, and
//! nothing else can happen meanwhile: that is why asyncio programs need so few locks.
//!
//! `cancel()` does not end a task; it asks. The CancelledError is thrown into the coroutine where it
//! stands, in a later turn: what the task waits for is cancelled, and its wakeup brings the error;
//! or, where the task waits for nothing, `must_cancel` makes the next step bring it.

use std::cell::{Cell, RefCell};

use super::base_events::EventLoop;
use super::futures::{Future, FutureRef, Kind};
use super::host::Host;
use super::runtime::Runtime;
use super::scheduled_tasks::Place;
use crate::trace::{EventKind, HandleId, TaskId};

/// What a future has more if it is a task.
pub struct Task<H: Host> {
    pub(super) id: TaskId,
    pub(super) name: RefCell<Name>,
    pub(super) coroutine: Cell<Option<H::Coroutine>>,
    pub(super) context: H::Context,
    /// The future that it waits for: CPython's `_fut_waiter`.
    pub(super) waiter: Cell<Option<FutureRef<H>>>,
    /// The number of the handle of its next step, while that is in the ready queue and recorded.
    pub(super) scheduled: Cell<HandleId>,
    pub(super) must_cancel: Cell<bool>,
    pub(super) cancels_requested: Cell<u32>,
    pub(super) log_destroy_pending: Cell<bool>,
    /// Where it is among the tasks of its loop.
    pub(super) place: Cell<Place>,
    /// The task that made it.
    pub(super) by: Option<TaskId>,
    pub(super) shown: bool,
    pub(super) announced: Cell<bool>,
}

/// A name that need not be spelled out before somebody asks.
pub(super) enum Name {
    Number(u64),
    Given(Box<str>),
}

impl Name {
    fn given(name: String) -> Self {
        Self::Given(name.into())
    }
}

/// `Task(coro, name=…, context=…, eager_start=…)`.
pub struct TaskOptions<H: Host> {
    /// Defaults to the next `Task-N`.
    pub name: Option<String>,
    /// Defaults to a copy of the current context.
    pub context: Option<H::Context>,
    /// Run the first step at once, if the loop is running.
    pub eager_start: bool,
}

impl<H: Host> Task<H> {
    /// `Task(coro, loop=loop, …)`: schedule its first step. With `eager_start` that step is run
    /// here and now; a KeyboardInterrupt or SystemExit then comes out of here.
    pub fn create(
        event_loop: &EventLoop<H>,
        coroutine: &H::Coroutine,
        options: TaskOptions<H>,
    ) -> Result<FutureRef<H>, H::Error> {
        let host = event_loop.host();
        let runtime = event_loop.runtime();
        let name = options.name.map_or_else(|| Name::Number(runtime.next_task_name()), Name::given);
        let state = Self {
            id: runtime.next_task(),
            name: RefCell::new(name),
            context: options.context.unwrap_or_else(|| host.copy_context()),
            coroutine: Cell::new(Some(coroutine.clone())),
            waiter: Cell::new(None),
            scheduled: Cell::new(HandleId(0)),
            must_cancel: Cell::new(false),
            cancels_requested: Cell::new(0),
            log_destroy_pending: Cell::new(true),
            place: Cell::default(),
            by: runtime.current_task_id(),
            shown: !runtime.is_recording() || !is_internal(&host.qualname(coroutine)),
            announced: Cell::new(false),
        };
        let task = Future::new(event_loop, Kind::Task(state));
        if let Kind::Task(state) = task.kind() {
            state.place.set(event_loop.register_task(&task));
            if options.eager_start && event_loop.is_running() {
                state.eager_start(&task)?;
            } else {
                state.announce(&task);
                Self::step_soon(&task)?;
            }
            state.announce(&task);
        }
        Ok(task)
    }

    /// Its number, as the trace has it.
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// `task.get_name()`.
    pub fn name(&self) -> String {
        match &*self.name.borrow() {
            Name::Number(number) => format!("Task-{number}"),
            Name::Given(name) => name.to_string(),
        }
    }

    /// `task.set_name(name)`; `task` is the future that this task is.
    pub fn set_name(&self, task: &FutureRef<H>, name: String) {
        self.name.replace(Name::given(name.clone()));
        let id = self.id;
        if self.announced.get() {
            task.event_loop()
                .runtime()
                .note(|trace| EventKind::Rename { task: id, name: trace.intern(&name) });
        }
    }

    /// `task.get_coro()`; None after a coroutine that was over in its eager first step.
    pub fn coroutine(&self) -> Option<H::Coroutine> {
        copy_of(&self.coroutine)
    }

    /// `task.get_context()`.
    pub fn context(&self) -> &H::Context {
        &self.context
    }

    /// `task._fut_waiter`: the future that it waits for.
    pub fn waiter(&self) -> Option<FutureRef<H>> {
        copy_of(&self.waiter)
    }

    /// Whether the trace shows it: not the two tasks that `asyncio.run` makes to close its loop.
    pub(super) fn is_shown(&self) -> bool {
        self.shown
    }

    /// Whether it reports itself when it is dropped while pending: `_log_destroy_pending`.
    pub(super) fn logs_destroy_pending(&self) -> bool {
        self.log_destroy_pending.get()
    }

    /// `task._log_destroy_pending = log`.
    pub(super) fn set_log_destroy_pending(&self, log: bool) {
        self.log_destroy_pending.set(log);
    }

    /// `task.cancelling()`: how many requests to cancel were not taken back.
    pub fn cancelling(&self) -> u32 {
        self.cancels_requested.get()
    }

    /// `task.uncancel()`: take one request back; how many are left.
    pub fn uncancel(&self, runtime: &Runtime<H>) -> u32 {
        let left = self.cancels_requested.get().saturating_sub(1);
        if left == 0 && self.cancels_requested.get() > 0 {
            self.must_cancel.set(false);
            runtime.note(|_| EventKind::Uncancel { task: self.id });
        }
        self.cancels_requested.set(left);
        left
    }

    /// `Task.cancel(msg)`; see [`Future::cancel`].
    pub(super) fn cancel(&self, task: &FutureRef<H>, message: Option<H::Value>) -> Result<bool, H::Error> {
        let took = self.request_cancel(task, message)?;
        if took {
            let runtime = task.event_loop().runtime();
            let (id, by) = (self.id, runtime.current_task_id());
            runtime.note(|_| EventKind::Cancel { task: id, by });
        }
        Ok(took)
    }

    fn request_cancel(&self, task: &FutureRef<H>, message: Option<H::Value>) -> Result<bool, H::Error> {
        task.forget_exception();
        if task.done() {
            return Ok(false);
        }
        self.cancels_requested.set(self.cancels_requested.get().saturating_add(1));
        if let Some(waiter) = self.waiter()
            && waiter.cancel(message.clone())?
        {
            // The waiter stays: a task may refuse to be cancelled, and may be asked again.
            return Ok(true);
        }
        self.must_cancel.set(true);
        task.set_cancel_message(message);
        Ok(true)
    }
}

fn copy_of<T: Clone>(cell: &Cell<Option<T>>) -> Option<T> {
    let value = cell.take();
    cell.set(value.clone());
    value
}

/// The two coroutines with which `asyncio.run` closes its loop are its own business.
fn is_internal(qualname: &str) -> bool {
    qualname.ends_with(".shutdown_asyncgens") || qualname.ends_with(".shutdown_default_executor")
}
