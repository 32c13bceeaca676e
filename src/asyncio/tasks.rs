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
use std::rc::Rc;

use super::base_events::EventLoop;
use super::events::Callback;
use super::futures::{DoneCallback, Future, FutureRef, Kind, WaitLabel};
use super::host::{Called, ErrorClass, Host, Outcome, Resume, Yielded};
use crate::trace::{self, EventKind, TaskId, Trace, Wait};

/// What CPython's C code calls a step in a repr.
pub(super) const STEP_NAME: &str = "TaskStepMethWrapper";

/// What a future has more if it is a task.
pub struct Task<H: Host> {
    id: TaskId,
    name: RefCell<Name>,
    coroutine: RefCell<Option<H::Coroutine>>,
    context: H::Context,
    /// The future that it waits for: CPython's `_fut_waiter`.
    waiter: RefCell<Option<FutureRef<H>>>,
    must_cancel: Cell<bool>,
    cancels_requested: Cell<usize>,
    log_destroy_pending: Cell<bool>,
    /// The task that made it.
    by: Option<TaskId>,
    shown: bool,
    announced: Cell<bool>,
}

/// A name that need not be spelled out before somebody asks.
enum Name {
    Number(u64),
    Given(String),
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

/// What a step brings to the coroutine.
pub(super) enum Input<H: Host> {
    Nothing,
    Error(H::Error),
    /// The step was paused by the host; go on with it.
    Continue,
}

impl<H: Host> From<Option<H::Error>> for Input<H> {
    fn from(error: Option<H::Error>) -> Self {
        error.map_or(Self::Nothing, Self::Error)
    }
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
        let name = options.name.map_or_else(|| Name::Number(runtime.next_task_name()), Name::Given);
        let state = Self {
            id: runtime.next_task(),
            name: RefCell::new(name),
            context: options.context.unwrap_or_else(|| host.copy_context()),
            coroutine: RefCell::new(Some(coroutine.clone())),
            waiter: RefCell::new(None),
            must_cancel: Cell::new(false),
            cancels_requested: Cell::new(0),
            log_destroy_pending: Cell::new(true),
            by: runtime.current_task_id(),
            shown: !runtime.recorder().is_recording() || !is_internal(&host.qualname(coroutine)),
            announced: Cell::new(false),
        };
        let task = Future::new(event_loop, Kind::Task(Box::new(state)));
        event_loop.register_task(&task);
        if let Kind::Task(state) = task.kind() {
            if options.eager_start && event_loop.is_running() {
                state.eager_start(&task)?;
            } else {
                state.announce(&task);
                event_loop.schedule(Callback::Step { task: task.clone(), error: None })?;
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
            Name::Given(name) => name.clone(),
        }
    }

    /// `task.set_name(name)`; `task` is the future that this task is.
    pub fn set_name(&self, task: &FutureRef<H>, name: String) {
        self.name.replace(Name::Given(name.clone()));
        let id = self.id;
        if self.announced.get() {
            task.event_loop()
                .runtime()
                .note(|trace| EventKind::Rename { task: id, name: trace.intern(&name) });
        }
    }

    /// `task.get_coro()`; None after a coroutine that was over in its eager first step.
    pub fn coroutine(&self) -> Option<H::Coroutine> {
        self.coroutine.borrow().clone()
    }

    /// `task.get_context()`.
    pub fn context(&self) -> &H::Context {
        &self.context
    }

    /// `task._fut_waiter`: the future that it waits for.
    pub fn waiter(&self) -> Option<FutureRef<H>> {
        self.waiter.borrow().clone()
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
    pub fn cancelling(&self) -> usize {
        self.cancels_requested.get()
    }

    /// `task.uncancel()`: take one request back; how many are left.
    pub fn uncancel(&self) -> usize {
        let left = self.cancels_requested.get().saturating_sub(1);
        if left == 0 && self.cancels_requested.get() > 0 {
            self.must_cancel.set(false);
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
        self.cancels_requested.set(self.cancels_requested.get() + 1);
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

    /// `Task.__step(exc)`: run the coroutine until it yields again.
    pub(super) fn step(task: &FutureRef<H>, input: Input<H>) -> Called<H> {
        let Some(state) = task.task() else { return Called::Returned };
        let input = match state.prepare(task, input) {
            Ok(input) => input,
            Err(error) => return Called::Raised(error),
        };
        let event_loop = task.event_loop();
        if let Some(current) = event_loop.current_task() {
            return Called::Raised(cannot_enter(task, &current));
        }
        let host = event_loop.host();
        event_loop.swap_current_task(Some(task.clone()));
        let outer = host.enter(&state.context);
        let called = state.run_and_handle_result(task, input);
        host.enter(&outer);
        event_loop.swap_current_task(None);
        called
    }

    /// What to resume the coroutine with: the CancelledError of a request that waits for this step.
    fn prepare(&self, task: &FutureRef<H>, input: Input<H>) -> Result<Input<H>, H::Error> {
        if matches!(input, Input::Continue) {
            return Ok(input);
        }
        let host = task.event_loop().host();
        if task.done() {
            let error = if let Input::Error(error) = &input { host.error_repr(error) } else { "None".into() };
            let message = format!("__step(): already done: {} {error}", task.repr());
            return Err(host.error(ErrorClass::InvalidStateError, &message));
        }
        self.waiter.take();
        if !self.must_cancel.replace(false) {
            return Ok(input);
        }
        match input {
            Input::Error(error) if host.is(&error, ErrorClass::CancelledError) => Ok(Input::Error(error)),
            Input::Error(_) | Input::Nothing | Input::Continue => {
                Ok(Input::Error(task.make_cancelled_error()))
            }
        }
    }

    /// `Task.__eager_start()`: the first step, in the middle of the step of whoever makes the task.
    fn eager_start(&self, task: &FutureRef<H>) -> Result<(), H::Error> {
        let event_loop = task.event_loop();
        let host = event_loop.host();
        let outer_task = event_loop.swap_current_task(Some(task.clone()));
        let outer = host.enter(&self.context);
        let mut called = self.run_and_handle_result(task, Input::Nothing);
        while matches!(called, Called::Paused) {
            // Whoever makes the task cannot be paused here, so there is no one to give way to.
            called = self.run_and_handle_result(task, Input::Continue);
        }
        host.enter(&outer);
        event_loop.swap_current_task(outer_task);
        if task.done() {
            self.coroutine.take();
        }
        match called {
            Called::Raised(error) => Err(error),
            Called::Returned | Called::Paused => Ok(()),
        }
    }

    /// `Task.__step_run_and_handle_result(exc)`.
    fn run_and_handle_result(&self, task: &FutureRef<H>, input: Input<H>) -> Called<H> {
        let Some(coroutine) = self.coroutine() else { return Called::Returned };
        let host = task.event_loop().host();
        let input = match input {
            Input::Continue => Resume::Continue,
            Input::Nothing => {
                self.note_step(task);
                Resume::Send(host.none())
            }
            Input::Error(error) => {
                self.note_step(task);
                Resume::Throw(error)
            }
        };
        let handled = match host.resume(&coroutine, input) {
            Outcome::Paused => return Called::Paused,
            Outcome::Yield(yielded) => {
                self.note_suspend(task, &coroutine, &yielded);
                self.wait_for(task, yielded)
            }
            Outcome::Return(value) => self.handle_return(task, value),
            Outcome::Raise(error) => self.handle_error(task, error),
        };
        match handled {
            Ok(()) => Called::Returned,
            Err(error) => Called::Raised(error),
        }
    }

    fn handle_return(&self, task: &FutureRef<H>, value: H::Value) -> Result<(), H::Error> {
        if self.must_cancel.replace(false) {
            // Cancelled right before the coroutine returned.
            self.note_done(task, trace::Outcome::Cancelled, || None);
            return task.cancel_now(task.cancel_message()).map(drop);
        }
        self.note_done(task, trace::Outcome::Result, || Some(task.event_loop().host().repr(&value)));
        task.finish_with_result(value)
    }

    fn handle_error(&self, task: &FutureRef<H>, error: H::Error) -> Result<(), H::Error> {
        let host = task.event_loop().host();
        if host.is(&error, ErrorClass::CancelledError) {
            self.note_done(task, trace::Outcome::Cancelled, || None);
            return task.cancel_with(error);
        }
        self.note_done(task, trace::Outcome::Exception, || Some(host.describe(&error)));
        task.finish_with_exception(error.clone())?;
        if host.is(&error, ErrorClass::SystemExit) || host.is(&error, ErrorClass::KeyboardInterrupt) {
            return Err(error);
        }
        Ok(())
    }

    /// What comes after a yield: wait for the future, or schedule the next step.
    fn wait_for(&self, task: &FutureRef<H>, yielded: Yielded<H>) -> Result<(), H::Error> {
        match yielded {
            Yielded::Bare => self.step_soon(task, None),
            Yielded::Future(future) => match refusal(task, &future) {
                Some(message) => self.fail_soon(task, &message),
                None => self.wait_for_future(task, future),
            },
            Yielded::Other(repr) => self.fail_soon(task, &format!("Task got bad yield: {repr}")),
            Yielded::Generator(repr) => {
                let message = "yield was used instead of yield from for generator in task";
                self.fail_soon(task, &format!("{message} {} with {repr}", task.repr()))
            }
        }
    }

    fn wait_for_future(&self, task: &FutureRef<H>, future: FutureRef<H>) -> Result<(), H::Error> {
        future.set_blocking(false);
        future.add_done_callback(DoneCallback::Wakeup(task.clone()))?;
        self.waiter.replace(Some(future.clone()));
        if self.must_cancel.get() && future.cancel(task.cancel_message())? {
            self.must_cancel.set(false);
        }
        Ok(())
    }

    fn step_soon(&self, task: &FutureRef<H>, error: Option<H::Error>) -> Result<(), H::Error> {
        task.event_loop().schedule(Callback::Step { task: task.clone(), error })
    }

    /// A mistake of the coroutine is thrown into it, in a step of its own.
    fn fail_soon(&self, task: &FutureRef<H>, message: &str) -> Result<(), H::Error> {
        let error = task.event_loop().error(ErrorClass::RuntimeError, message);
        self.step_soon(task, Some(error))
    }

    // What the trace is told. ------------------------------------------------------------------

    /// Note that the task was made, once. An eager task steps before it is made.
    fn announce(&self, task: &FutureRef<H>) {
        if self.announced.replace(true) {
            return;
        }
        let runtime = task.event_loop().runtime();
        if !runtime.recorder().is_recording() {
            return;
        }
        let name = self.name();
        let coro = self.qualname(task);
        let (id, by) = (self.id, self.by);
        runtime.note(|trace| match self.shown {
            true => EventKind::Create { task: id, name: trace.intern(&name), coro: trace.intern(&coro), by },
            // Not shown, but what it makes is, and names it.
            false => EventKind::Rename { task: id, name: trace.intern(&name) },
        });
    }

    /// Its coroutine's `__qualname__`.
    pub(super) fn qualname(&self, task: &FutureRef<H>) -> String {
        self.coroutine().map_or_else(String::new, |coroutine| task.event_loop().host().qualname(&coroutine))
    }

    fn note(&self, task: &FutureRef<H>, kind: impl FnOnce(&mut Trace) -> EventKind) {
        if self.shown {
            task.event_loop().runtime().note(kind);
        }
    }

    fn note_step(&self, task: &FutureRef<H>) {
        self.announce(task);
        self.note(task, |_| EventKind::Step { task: self.id });
    }

    fn note_suspend(&self, task: &FutureRef<H>, coroutine: &H::Coroutine, yielded: &Yielded<H>) {
        let runtime = task.event_loop().runtime();
        if !self.shown || !runtime.recorder().is_recording() {
            return;
        }
        let line = runtime.host().line(coroutine);
        runtime.note(|trace| EventKind::Suspend { task: self.id, on: wait_of(yielded, trace), line });
    }

    fn note_done(
        &self,
        task: &FutureRef<H>,
        outcome: trace::Outcome,
        value: impl FnOnce() -> Option<String>,
    ) {
        let runtime = task.event_loop().runtime();
        if !self.shown || !runtime.recorder().is_recording() {
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

/// Why a task cannot wait for that future.
fn refusal<H: Host>(task: &FutureRef<H>, future: &FutureRef<H>) -> Option<String> {
    if Rc::ptr_eq(task, future) {
        return Some(format!("Task cannot await on itself: {}", task.repr()));
    }
    if future.event_loop() != task.event_loop() {
        return Some(format!(
            "Task {} got Future {} attached to a different loop",
            task.repr(),
            future.repr()
        ));
    }
    if !future.blocking() {
        let message = "yield was used instead of yield from in task";
        return Some(format!("{message} {} with {}", task.repr(), future.repr()));
    }
    None
}

fn cannot_enter<H: Host>(task: &FutureRef<H>, current: &FutureRef<H>) -> H::Error {
    let message = format!(
        "Cannot enter into task {} while another task {} is being executed.",
        task.repr(),
        current.repr()
    );
    task.event_loop().error(ErrorClass::RuntimeError, &message)
}

fn wait_of<H: Host>(yielded: &Yielded<H>, trace: &mut Trace) -> Wait {
    match yielded {
        Yielded::Bare | Yielded::Other(_) | Yielded::Generator(_) => Wait::Yield,
        Yielded::Future(future) => match future.wait() {
            WaitLabel::Known(wait) => wait,
            WaitLabel::Named(name) => Wait::Named(trace.intern(name)),
        },
    }
}

/// The two coroutines with which `asyncio.run` closes its loop are its own business.
fn is_internal(qualname: &str) -> bool {
    qualname.ends_with(".shutdown_asyncgens") || qualname.ends_with(".shutdown_default_executor")
}
