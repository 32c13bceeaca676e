//! The event loop (CPython's `base_events.BaseEventLoop`).
//!
//! An event loop is a queue of callbacks that are *ready* and a heap of *timers*, callbacks that
//! will be ready at some time. Whatever happens in an asyncio program is one of these callbacks
//! running: a task's step, a wakeup, the end of a sleep. The loop takes the ready ones in the
//! order in which they were scheduled, and each runs until it returns; nothing ever interrupts
//! it. That is all the concurrency there is, and why the order is always the same.
//!
//! This file has what is scheduled and how; [`run_once`](super::run_once) has how it is run.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::{Rc, Weak};

use super::events::{Callback, Entry, Handle, HandleRef, NativeCallback, Timer};
use super::futures::{Awaitable, Future, FutureRef, Kind, Label};
use super::heapq;
use super::host::{ErrorClass, Host, Report};
use super::run_once::Turn;
use super::runtime::Runtime;
use super::scheduled_tasks::{Place, ScheduledTasks};
use super::tasks::{Task, TaskOptions};
use crate::trace::{Seconds, TaskId};

/// The event loop. A handle: clones are the same loop.
pub struct EventLoop<H: Host>(Rc<BaseEventLoop<H>>);

/// An event loop that lives only as long as somebody has it.
pub(super) struct WeakEventLoop<H: Host>(Weak<BaseEventLoop<H>>);

impl<H: Host> WeakEventLoop<H> {
    pub(super) fn upgrade(&self) -> Option<EventLoop<H>> {
        self.0.upgrade().map(EventLoop)
    }
}

pub(super) struct BaseEventLoop<H: Host> {
    runtime: Runtime<H>,
    pub(super) ready: RefCell<VecDeque<Entry<H>>>,
    /// A heap by time, see [`heapq`].
    pub(super) timers: RefCell<Vec<Timer<H>>>,
    pub(super) cancelled_timers: Cell<usize>,
    pub(super) turn: Cell<Turn<H>>,
    pub(super) stopping: Cell<bool>,
    pub(super) running: Cell<bool>,
    closed: Cell<bool>,
    debug: Cell<bool>,
    pub(super) slow_callback_duration: Cell<Seconds>,
    /// The task whose step is running.
    current: RefCell<Option<FutureRef<H>>>,
    tasks: RefCell<ScheduledTasks<H>>,
    task_factory: RefCell<TaskFactory<H>>,
    exception_handler: RefCell<Option<H::Function>>,
}

/// What `loop.create_task` makes tasks with.
pub enum TaskFactory<H: Host> {
    /// `Task(coro, loop=loop)`.
    Default,
    /// `asyncio.eager_task_factory`.
    Eager,
    /// A callable of the language, given to `loop.set_task_factory`.
    User(H::Function),
}

impl<H: Host> Clone for TaskFactory<H> {
    fn clone(&self) -> Self {
        match self {
            Self::Default => Self::Default,
            Self::Eager => Self::Eager,
            Self::User(factory) => Self::User(factory.clone()),
        }
    }
}

impl<H: Host> Clone for EventLoop<H> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<H: Host> PartialEq for EventLoop<H> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<H: Host> Eq for EventLoop<H> {}

impl<H: Host> EventLoop<H> {
    pub(super) fn new(runtime: &Runtime<H>) -> Self {
        Self(Rc::new(BaseEventLoop {
            runtime: runtime.clone(),
            ready: RefCell::default(),
            timers: RefCell::default(),
            cancelled_timers: Cell::new(0),
            turn: Cell::default(),
            stopping: Cell::new(false),
            running: Cell::new(false),
            closed: Cell::new(false),
            debug: Cell::new(false),
            slow_callback_duration: Cell::new(0.1),
            current: RefCell::new(None),
            tasks: RefCell::default(),
            task_factory: RefCell::new(TaskFactory::Default),
            exception_handler: RefCell::new(None),
        }))
    }

    pub(super) fn downgrade(&self) -> WeakEventLoop<H> {
        WeakEventLoop(Rc::downgrade(&self.0))
    }

    pub(super) fn inner(&self) -> &BaseEventLoop<H> {
        &self.0
    }

    /// The run that it belongs to.
    pub fn runtime(&self) -> &Runtime<H> {
        &self.0.runtime
    }

    pub(super) fn host(&self) -> &H {
        self.0.runtime.host()
    }

    /// `loop.time()`: seconds of virtual time since the start of the run.
    pub fn time(&self) -> Seconds {
        self.0.runtime.time()
    }

    /// `loop.call_soon(callback)`: run it in the next turn, after what is ready already. The
    /// context defaults to a copy of the current one. Raises RuntimeError where the loop is closed.
    pub fn call_soon(
        &self,
        callback: Callback<H>,
        context: Option<H::Context>,
    ) -> Result<HandleRef<H>, H::Error> {
        self.check_closed()?;
        let context = context.unwrap_or_else(|| self.host().copy_context());
        let handle = Handle::new(self, callback.clone(), context, None);
        self.note_ready(handle.id(), &callback);
        self.0.ready.borrow_mut().push_back(Entry::Handle(handle.clone()));
        Ok(handle)
    }

    /// `call_soon(task.__step)`, or `task.__wakeup`, whose handle nobody keeps.
    #[inline]
    pub(super) fn schedule_step(
        &self,
        task: FutureRef<H>,
        entry: fn(FutureRef<H>) -> Entry<H>,
    ) -> Result<(), H::Error> {
        if self.0.runtime.is_recording()
            && let Some(state) = task.task()
        {
            state.scheduled.set(self.0.runtime.next_handle());
        }
        self.schedule(entry(task))
    }

    /// `call_soon` for another callback whose handle nobody keeps.
    pub(super) fn schedule_bare(&self, callback: Callback<H>) -> Result<(), H::Error> {
        self.schedule(Entry::bare(self.0.runtime.next_handle(), callback))
    }

    #[inline]
    fn schedule(&self, entry: Entry<H>) -> Result<(), H::Error> {
        self.check_closed()?;
        self.0.ready.borrow_mut().push_back(entry);
        if self.0.runtime.is_recording() {
            self.note_last();
        }
        Ok(())
    }

    /// `loop.call_soon(callback)` for one of asyncio's own.
    pub fn call_soon_native(&self, callback: Rc<dyn NativeCallback<H>>) -> Result<HandleRef<H>, H::Error> {
        self.call_soon(Callback::Native { callback, future: None }, None)
    }

    /// `loop.call_later(delay, callback)`, with the delay in seconds.
    #[inline]
    pub fn call_later(
        &self,
        delay: Seconds,
        callback: Callback<H>,
        context: Option<H::Context>,
    ) -> Result<HandleRef<H>, H::Error> {
        self.call_at(self.time() + delay, callback, context)
    }

    /// `loop.call_at(when, callback)`, with the time in seconds of the loop's clock. Raises
    /// RuntimeError where the loop is closed.
    #[inline]
    pub fn call_at(
        &self,
        when: Seconds,
        callback: Callback<H>,
        context: Option<H::Context>,
    ) -> Result<HandleRef<H>, H::Error> {
        self.check_closed()?;
        let context = context.unwrap_or_else(|| self.host().copy_context());
        let handle = Handle::new(self, callback.clone(), context, Some(when));
        self.note_timer(handle.id(), when, &callback);
        let timer = Timer { when, handle: handle.clone() };
        let Ok(()) = heapq::push(&mut self.0.timers.borrow_mut(), timer, &mut Timer::is_earlier);
        handle.set_scheduled(true);
        Ok(handle)
    }

    /// A timer in the heap was cancelled.
    pub(super) fn timer_handle_cancelled(&self) {
        self.0.cancelled_timers.set(self.0.cancelled_timers.get() + 1);
    }

    /// `loop.create_future()`.
    pub fn create_future(&self) -> FutureRef<H> {
        self.create_labelled(Label::None)
    }

    /// A future that belongs to something with a name.
    #[inline]
    pub fn create_labelled(&self, label: Label) -> FutureRef<H> {
        Future::new(self, Kind::Plain(label))
    }

    /// `loop.create_task(coro, name=…, context=…)`, by the loop's task factory. Raises RuntimeError
    /// where the loop is closed, and what the factory raises.
    pub fn create_task(
        &self,
        coroutine: &H::Coroutine,
        name: Option<String>,
        context: Option<H::Context>,
    ) -> Result<FutureRef<H>, H::Error> {
        self.check_closed()?;
        let factory = self.0.task_factory.borrow().clone();
        let task = match factory {
            TaskFactory::Default => {
                let options = TaskOptions { name, context, eager_start: false };
                return Task::create(self, coroutine, options);
            }
            TaskFactory::Eager => {
                Task::create(self, coroutine, TaskOptions { name: None, context, eager_start: true })?
            }
            TaskFactory::User(factory) => {
                self.host().call_task_factory(&factory, self, coroutine, context.as_ref())?
            }
        };
        if let (Some(state), Some(name)) = (task.task(), name) {
            state.set_name(&task, name);
        }
        Ok(task)
    }

    /// `loop.get_task_factory()`.
    pub fn task_factory(&self) -> TaskFactory<H> {
        self.0.task_factory.borrow().clone()
    }

    /// `loop.set_task_factory(factory)`.
    pub fn set_task_factory(&self, factory: TaskFactory<H>) {
        self.0.task_factory.replace(factory);
    }

    /// `asyncio.ensure_future(awaitable, loop=loop)`: a coroutine becomes a task.
    pub fn ensure_future(&self, awaitable: &Awaitable<H>) -> Result<FutureRef<H>, H::Error> {
        match awaitable {
            Awaitable::Future(future) if future.event_loop() == self => Ok(future.clone()),
            Awaitable::Future(_) => Err(self.error(
                ErrorClass::ValueError,
                "The future belongs to a different loop than the one specified as the loop argument",
            )),
            Awaitable::Coroutine(coroutine) => match self.create_task(coroutine, None, None) {
                Err(error) if self.host().is(&error, ErrorClass::RuntimeError) => {
                    self.host().close(coroutine);
                    Err(error)
                }
                outcome => outcome,
            },
        }
    }

    /// `asyncio.current_task(loop)`.
    pub fn current_task(&self) -> Option<FutureRef<H>> {
        self.0.current.borrow().clone()
    }

    pub(super) fn current_task_id(&self) -> Option<TaskId> {
        self.0.current.borrow().as_ref()?.task().map(Task::id)
    }

    pub(super) fn swap_current_task(&self, task: Option<FutureRef<H>>) -> Option<FutureRef<H>> {
        self.0.current.replace(task)
    }

    /// `asyncio.all_tasks(loop)`: the tasks that are not done, in the order of their creation.
    pub fn all_tasks(&self) -> Vec<FutureRef<H>> {
        let mut tasks = self.living_tasks();
        tasks.retain(|task| !task.done());
        tasks
    }

    /// The tasks that somebody has, in the order of their creation; of those that are done, those with an
    /// exception that nobody has asked for, and some others.
    pub(super) fn living_tasks(&self) -> Vec<FutureRef<H>> {
        let mut tasks = self.0.tasks.borrow().all();
        tasks.sort_by_key(|task| task.task().map(Task::id));
        tasks
    }

    /// `asyncio._register_task(task)`.
    pub(super) fn register_task(&self, task: &FutureRef<H>) -> Place {
        self.0.tasks.borrow_mut().add(task)
    }

    /// `asyncio._unregister_task(task)`.
    pub(super) fn unregister_task(&self, task: &Task<H>) {
        self.0.tasks.borrow_mut().remove(task.place.take());
    }

    /// `loop.stop()`: stop looping at the end of the turn.
    pub fn stop(&self) {
        self.0.stopping.set(true);
    }

    /// `loop.is_running()`.
    pub fn is_running(&self) -> bool {
        self.0.running.get()
    }

    /// `loop.is_closed()`.
    pub fn is_closed(&self) -> bool {
        self.0.closed.get()
    }

    /// `loop.close()`: forget all that is scheduled. Raises RuntimeError where the loop is running.
    pub fn close(&self) -> Result<(), H::Error> {
        if self.is_running() {
            return Err(self.error(ErrorClass::RuntimeError, "Cannot close a running event loop"));
        }
        if self.is_closed() {
            return Ok(());
        }
        if self.debug() {
            self.host().note_close(self);
        }
        if !self.0.closed.replace(true) {
            self.forget_scheduled();
        }
        Ok(())
    }

    pub(super) fn forget_scheduled(&self) {
        drop(self.0.ready.take());
        drop(self.0.timers.take());
        drop(self.0.turn.take());
    }

    pub(super) fn check_closed(&self) -> Result<(), H::Error> {
        if self.is_closed() {
            return Err(self.error(ErrorClass::RuntimeError, "Event loop is closed"));
        }
        Ok(())
    }

    /// `loop.get_debug()`.
    pub fn debug(&self) -> bool {
        self.0.debug.get()
    }

    /// `loop.set_debug(enabled)`.
    pub fn set_debug(&self, enabled: bool) {
        self.0.debug.set(enabled);
    }

    /// `loop.slow_callback_duration = seconds`: in debug mode, what takes as long is warned about.
    pub fn set_slow_callback_duration(&self, seconds: Seconds) {
        self.0.slow_callback_duration.set(seconds);
    }

    /// `loop.slow_callback_duration`, in seconds.
    pub fn slow_callback_duration(&self) -> Seconds {
        self.0.slow_callback_duration.get()
    }

    /// `loop.get_exception_handler()`.
    pub fn exception_handler(&self) -> Option<H::Function> {
        self.0.exception_handler.borrow().clone()
    }

    /// `loop.set_exception_handler(handler)`.
    pub fn set_exception_handler(&self, handler: Option<H::Function>) {
        self.0.exception_handler.replace(handler);
    }

    /// `loop.call_exception_handler(context)`; see [`Host::report`].
    pub(super) fn report(&self, report: Report<H>) -> Result<(), H::Error> {
        self.host().report(self, report)
    }

    pub(super) fn error(&self, class: ErrorClass, message: &str) -> H::Error {
        self.host().error(class, message)
    }
}

impl<H: Host> fmt::Debug for EventLoop<H> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventLoop")
            .field("running", &self.is_running())
            .field("closed", &self.is_closed())
            .finish_non_exhaustive()
    }
}
