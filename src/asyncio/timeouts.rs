//! `asyncio.timeout`: cancel what takes too long (CPython's `timeouts.py`).
//!
//! A timeout is nothing but a timer that cancels the task which entered it. When the CancelledError
//! comes by on its way out of the block, the timeout knows it as its own, takes the request to
//! cancel back (`uncancel`), and raises TimeoutError in its place. Where somebody else has asked the
//! task to cancel meanwhile, the count of requests says so, and the CancelledError goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::events::{Callback, HandleRef, NativeCallback};
use super::futures::FutureRef;
use super::host::{ErrorClass, Host};
use super::runtime::Runtime;
use super::tasks::Task;
use crate::trace::Seconds;
use crate::trace::json::number;

/// `asyncio.Timeout`: an async context manager.
pub struct Timeout<H: Host> {
    when: Cell<Option<Seconds>>,
    state: Cell<State>,
    timer: RefCell<Option<HandleRef<H>>>,
    task: RefCell<Option<FutureRef<H>>>,
    /// How often the task had been asked to cancel when it entered.
    cancelling: Cell<u32>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Entered => "active",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Exited => "finished",
        }
    }
}

impl<H: Host> Timeout<H> {
    /// `asyncio.timeout_at(when)`, in seconds of the loop's clock; never, where that is None.
    pub fn at(when: Option<Seconds>) -> Rc<Self> {
        Rc::new(Self {
            when: Cell::new(when),
            state: Cell::new(State::Created),
            timer: RefCell::new(None),
            task: RefCell::new(None),
            cancelling: Cell::new(0),
        })
    }

    /// `asyncio.timeout(delay)`, in seconds from now. Raises RuntimeError where no loop runs.
    pub fn after(runtime: &Runtime<H>, delay: Option<Seconds>) -> Result<Rc<Self>, H::Error> {
        let now = runtime.get_running_loop()?.time();
        Ok(Self::at(delay.map(|delay| now + delay)))
    }

    /// `timeout.when()`.
    pub fn when(&self) -> Option<Seconds> {
        self.when.get()
    }

    /// `timeout.expired()`.
    pub fn expired(&self) -> bool {
        matches!(self.state.get(), State::Expiring | State::Expired)
    }

    /// `timeout.reschedule(when)`. Raises RuntimeError unless the timeout is entered.
    pub fn reschedule(self: &Rc<Self>, runtime: &Runtime<H>, when: Option<Seconds>) -> Result<(), H::Error> {
        match self.state.get() {
            State::Entered => {}
            State::Created => {
                return Err(runtime.error(ErrorClass::RuntimeError, "Timeout has not been entered"));
            }
            state => {
                let message = format!("Cannot change state of {} Timeout", state.word());
                return Err(runtime.error(ErrorClass::RuntimeError, &message));
            }
        }
        self.when.set(when);
        self.cancel_timer();
        let Some(when) = when else { return Ok(()) };
        let event_loop = runtime.get_running_loop()?;
        let callback = Callback::Native { callback: self.clone(), future: None };
        let timer = if when <= event_loop.time() {
            event_loop.call_soon(callback, None)?
        } else {
            event_loop.call_at(when, callback, None)?
        };
        self.timer.replace(Some(timer));
        Ok(())
    }

    fn cancel_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.cancel();
        }
    }

    /// `timeout.__aenter__()`. Raises RuntimeError where it was entered before, or outside of a task.
    pub fn enter(self: &Rc<Self>, runtime: &Runtime<H>) -> Result<(), H::Error> {
        if self.state.get() != State::Created {
            return Err(runtime.error(ErrorClass::RuntimeError, "Timeout has already been entered"));
        }
        let Some(task) = runtime.get_running_loop()?.current_task() else {
            return Err(runtime.error(ErrorClass::RuntimeError, "Timeout should be used inside a task"));
        };
        self.state.set(State::Entered);
        self.cancelling.set(task.task().map_or(0, Task::cancelling));
        self.task.replace(Some(task));
        self.reschedule(runtime, self.when.get())
    }

    /// `timeout.__aexit__(error)`: TimeoutError, where that CancelledError is of its making.
    pub fn exit(&self, runtime: &Runtime<H>, error: Option<&H::Error>) -> Result<(), H::Error> {
        self.cancel_timer();
        match self.state.get() {
            State::Expiring => {
                self.state.set(State::Expired);
                let requests = self
                    .task
                    .borrow()
                    .as_ref()
                    .and_then(|task| task.task().map(|task| task.uncancel(runtime)));
                match error {
                    Some(error) if requests <= Some(self.cancelling.get()) => self.convert(runtime, error),
                    _ => Ok(()),
                }
            }
            State::Entered => {
                self.state.set(State::Exited);
                Ok(())
            }
            // An assertion of CPython's.
            State::Created | State::Expired | State::Exited => {
                Err(runtime.error(ErrorClass::AssertionError, ""))
            }
        }
    }

    fn convert(&self, runtime: &Runtime<H>, error: &H::Error) -> Result<(), H::Error> {
        let host = runtime.host();
        if host.is(error, ErrorClass::CancelledError) {
            let timeout = timeout_error(host, error);
            // It is raised in a method of its own, so the traceback knows the task.
            if let Some(task) = &*self.task.borrow() {
                host.hold_future(&timeout, task);
            }
            return Err(timeout);
        }
        insert_timeout_error(host, error);
        for inner in host.grouped_errors(error) {
            insert_timeout_error(host, &inner);
        }
        Ok(())
    }

    /// `repr(timeout)`.
    pub fn repr(&self) -> String {
        let when = match (self.state.get(), self.when.get()) {
            (State::Entered, Some(when)) => format!(" when={}", number((when * 1e3).round_ties_even() / 1e3)),
            (State::Entered, None) => " when=None".into(),
            _ => String::new(),
        };
        format!("<Timeout [{}]{when}>", self.state.get().word())
    }
}

/// `raise TimeoutError from error`.
pub(super) fn timeout_error<H: Host>(host: &H, error: &H::Error) -> H::Error {
    let timeout = host.error(ErrorClass::TimeoutError, "");
    host.set_context(&timeout, error);
    host.set_cause(&timeout, Some(error));
    timeout
}

/// `Timeout._insert_timeout_error`: the CancelledError became something else on its way; where it is that
/// one's context, a TimeoutError comes between.
fn insert_timeout_error<H: Host>(host: &H, error: &H::Error) {
    let mut error = error.clone();
    while let Some(context) = host.context(&error) {
        if host.is(&context, ErrorClass::CancelledError) {
            host.set_context(&error, &timeout_error(host, &context));
            return;
        }
        error = context;
    }
}

impl<H: Host> NativeCallback<H> for Timeout<H> {
    fn name(&self) -> &'static str {
        "Timeout._on_timeout"
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let task = self.task.borrow().clone();
        if let Some(task) = task {
            task.cancel(None)?;
        }
        self.state.set(State::Expiring);
        self.timer.take();
        Ok(())
    }
}
