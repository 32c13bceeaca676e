//! Handles: callbacks that wait for their turn (CPython's `events.Handle` and `TimerHandle`).
//!
//! Everything that an event loop does is calling callbacks. `call_soon(callback)` wraps the
//! callback in a *handle* and appends it to the loop's ready queue; `call_at(when, callback)`
//! wraps it in a handle with a time and pushes that on the loop's heap of timers. The caller may
//! keep the handle, for one purpose: to cancel it. A cancelled handle stays where it is, and is
//! passed over when its turn comes.
//!
//! A task's steps are callbacks, too, and by far the most frequent; nobody ever gets hold of their
//! handles, so the ready queue keeps those callbacks bare ([`Entry`]).

use std::cell::{Cell, OnceCell, RefCell};
use std::convert::Infallible;
use std::rc::Rc;

use super::base_events::EventLoop;
use super::futures::FutureRef;
use super::host::Host;
use super::tasks::Task;
use crate::trace::{EventKind, HandleId, ObjectId, Seconds};

/// A shared handle; clones are the same handle.
pub type HandleRef<H> = Rc<Handle<H>>;

/// A scheduled callback.
pub struct Handle<H: Host> {
    id: HandleId,
    event_loop: EventLoop<H>,
    /// None once it is cancelled.
    callback: RefCell<Option<Callback<H>>>,
    context: H::Context,
    /// A timer's time.
    when: Option<Seconds>,
    /// Whether it sits in the heap of timers.
    scheduled: Cell<bool>,
    ran: Cell<bool>,
    /// How it looks, where debug mode keeps that of a cancelled one.
    pub(super) kept_repr: OnceCell<Box<str>>,
}

impl<H: Host> Handle<H> {
    pub(super) fn new(
        event_loop: &EventLoop<H>,
        callback: Callback<H>,
        context: H::Context,
        when: Option<Seconds>,
    ) -> HandleRef<H> {
        Rc::new(Self {
            id: event_loop.runtime().next_handle(),
            event_loop: event_loop.clone(),
            callback: RefCell::new(Some(callback)),
            context,
            when,
            scheduled: Cell::new(false),
            ran: Cell::new(false),
            kept_repr: OnceCell::new(),
        })
    }

    /// Its number, as the trace has it.
    pub fn id(&self) -> HandleId {
        self.id
    }

    /// The loop that will run it.
    pub fn event_loop(&self) -> &EventLoop<H> {
        &self.event_loop
    }

    /// `handle.get_context()`.
    pub fn context(&self) -> &H::Context {
        &self.context
    }

    /// `handle.when()`: a timer's time, in seconds of the loop's clock.
    pub fn when(&self) -> Option<Seconds> {
        self.when
    }

    /// `handle.cancelled()`.
    pub fn cancelled(&self) -> bool {
        self.callback.borrow().is_none()
    }

    /// What it will call, unless it is cancelled.
    pub fn callback(&self) -> Option<Callback<H>> {
        self.callback.borrow().clone()
    }

    /// `handle.cancel()`: when its turn comes, it is passed over.
    pub fn cancel(&self) {
        let Some(callback) = self.callback.take() else { return };
        if self.event_loop.debug() {
            self.kept_repr.get_or_init(|| self.repr_of(Some(&callback)).into());
        }
        if self.scheduled.get() {
            self.event_loop.timer_handle_cancelled();
        }
        if !self.ran.get() {
            self.event_loop.runtime().note(|_| EventKind::Unschedule { handle: self.id });
        }
    }

    /// Its turn has come. It may be cancelled while its callback runs, so the caller keeps that; None where it is
    /// cancelled already.
    pub(super) fn begin(&self) -> Option<Callback<H>> {
        self.ran.set(true);
        let mut callback = self.callback.borrow_mut();
        match &*callback {
            // Nobody but the sleeping coroutine has this handle, and it is done with it.
            Some(Callback::SetResult { .. }) if !self.event_loop.debug() => callback.take(),
            callback => callback.clone(),
        }
    }

    pub(super) fn set_scheduled(&self, scheduled: bool) {
        self.scheduled.set(scheduled);
    }
}

/// What a handle calls.
pub enum Callback<H: Host> {
    /// A task's next step, with what to throw into its coroutine: `task.__step(exc)`.
    Step { task: FutureRef<H>, error: Option<H::Error> },
    /// A task's next step, now that what it waited for is done: `task.__wakeup(future)`.
    Wakeup { task: FutureRef<H>, future: FutureRef<H> },
    /// The end of a sleep: `futures._set_result_unless_cancelled(future, value)`.
    SetResult { future: FutureRef<H>, value: H::Value },
    /// A callable of the language; a done callback gets its future.
    User { function: H::Function, future: Option<FutureRef<H>> },
    /// Another of asyncio's own.
    Native { callback: Rc<dyn NativeCallback<H>>, future: Option<FutureRef<H>> },
}

impl<H: Host> Clone for Callback<H> {
    fn clone(&self) -> Self {
        match self {
            Self::Step { task, error } => Self::Step { task: task.clone(), error: error.clone() },
            Self::Wakeup { task, future } => Self::Wakeup { task: task.clone(), future: future.clone() },
            Self::SetResult { future, value } => {
                Self::SetResult { future: future.clone(), value: value.clone() }
            }
            Self::User { function, future } => {
                Self::User { function: function.clone(), future: future.clone() }
            }
            Self::Native { callback, future } => {
                Self::Native { callback: callback.clone(), future: future.clone() }
            }
        }
    }
}

/// A callback of asyncio's own: a function of CPython's with what it closes over.
pub trait NativeCallback<H: Host> {
    /// The `__qualname__` that the function has in CPython.
    fn name(&self) -> &'static str;
    /// Where CPython defines it, as its reprs say: `asyncio/tasks.py:820`. None for what is
    /// written in C.
    fn source(&self) -> Option<&'static str> {
        None
    }
    /// The gathering, group, … that it belongs to.
    fn object(&self) -> Option<ObjectId> {
        None
    }
    /// Call it; a done callback gets its future.
    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error>;
}

/// A place in the ready queue. Two words, so that it passes through registers: it is what the loop spends its time on.
pub(super) enum Entry<H: Host> {
    /// A task's next step. The task knows the number of the handle.
    Step(FutureRef<H>),
    /// The same, now that what it waited for is done; the task has that future, too.
    Wakeup(FutureRef<H>),
    /// Any other callback whose handle nobody can have.
    Bare(Box<Bare<H>>),
    Handle(HandleRef<H>),
}

/// A callback and the number of its handle, which is not there.
pub(super) struct Bare<H: Host> {
    id: HandleId,
    callback: Callback<H>,
}

impl<H: Host> Entry<H> {
    pub(super) fn bare(id: HandleId, callback: Callback<H>) -> Self {
        Self::Bare(Box::new(Bare { id, callback }))
    }

    /// The number of its handle, as the trace has it.
    pub(super) fn id(&self) -> HandleId {
        match self {
            Self::Step(task) | Self::Wakeup(task) => {
                task.task().map_or(HandleId(0), |task| task.scheduled.get())
            }
            Self::Bare(bare) => bare.id,
            Self::Handle(handle) => handle.id,
        }
    }

    /// What it calls; None where it is a handle that is cancelled.
    pub(super) fn callback(&self) -> Option<Callback<H>> {
        match self {
            Self::Step(task) => Some(Callback::Step { task: task.clone(), error: None }),
            Self::Wakeup(task) => {
                let future = task.task().and_then(Task::waiter)?;
                Some(Callback::Wakeup { task: task.clone(), future })
            }
            Self::Bare(bare) => Some(bare.callback.clone()),
            Self::Handle(handle) => handle.callback(),
        }
    }
}

impl<H: Host> Bare<H> {
    pub(super) fn callback(&self) -> &Callback<H> {
        &self.callback
    }
}

/// A place in the heap of timers. The time stands beside the handle, so that comparing looks no further.
pub(super) struct Timer<H: Host> {
    pub(super) when: Seconds,
    pub(super) handle: HandleRef<H>,
}

impl<H: Host> Timer<H> {
    /// `TimerHandle.__lt__`.
    pub(super) fn is_earlier(&self, other: &Self) -> Result<bool, Infallible> {
        Ok(self.when < other.when)
    }
}
