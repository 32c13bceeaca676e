//! Turn after turn, until something ends it (CPython's `run_forever` and `run_until_complete`).
//!
//! In CPython these are loops that return when they are over. Here they are objects that are asked
//! to [`advance`](RunForever::advance) again and again, one callback a time, and say when they are done.

use std::cell::Cell;
use std::rc::Rc;

use super::base_events::EventLoop;
use super::done_callbacks::DoneCallback;
use super::events::NativeCallback;
use super::futures::{Awaitable, FutureRef};
use super::host::{ErrorClass, Host};
use super::run_once::Advance;
use crate::trace::EventKind;

/// `loop.run_forever()`: until `stop()` is called.
pub struct RunForever<H: Host> {
    event_loop: EventLoop<H>,
    over: Cell<bool>,
}

impl<H: Host> RunForever<H> {
    /// `_run_forever_setup()`. Raises RuntimeError where the loop is closed, or any loop is running.
    pub fn new(event_loop: &EventLoop<H>) -> Result<Self, H::Error> {
        event_loop.check_closed()?;
        event_loop.check_running()?;
        event_loop.inner().running.set(true);
        Ok(Self { event_loop: event_loop.clone(), over: Cell::new(false) })
    }

    /// The loop that runs.
    pub fn event_loop(&self) -> &EventLoop<H> {
        &self.event_loop
    }

    /// Do at most one callback. Raises a KeyboardInterrupt or SystemExit that came out of one.
    pub fn advance(&self) -> Advance<Result<(), H::Error>> {
        self.event_loop.advance().map(|stopped| {
            self.clean_up();
            stopped
        })
    }

    /// `_run_forever_cleanup()`.
    fn clean_up(&self) {
        if self.over.replace(true) {
            return;
        }
        let inner = self.event_loop.inner();
        if !self.event_loop.runtime().is_over() {
            self.event_loop.runtime().note(|_| EventKind::Stop);
        }
        inner.stopping.set(false);
        inner.running.set(false);
        inner.turn.take();
    }
}

/// A run that is given up leaves its loop as if it had been stopped.
impl<H: Host> Drop for RunForever<H> {
    fn drop(&mut self) {
        self.clean_up();
    }
}

impl<H: Host> EventLoop<H> {
    /// `_check_running()`.
    pub(super) fn check_running(&self) -> Result<(), H::Error> {
        if self.is_running() {
            return Err(self.error(ErrorClass::RuntimeError, "This event loop is already running"));
        }
        if self.runtime().running_loop().is_some() {
            let message = "Cannot run the event loop while another loop is running";
            return Err(self.error(ErrorClass::RuntimeError, message));
        }
        Ok(())
    }
}

/// `loop.run_until_complete(future)`: until that future is done.
pub struct RunUntilComplete<H: Host> {
    future: FutureRef<H>,
    /// Whether the future is a task made here, from a coroutine.
    new_task: bool,
    stop: Rc<StopLoop>,
    run: RunForever<H>,
}

impl<H: Host> RunUntilComplete<H> {
    /// Begin. Raises RuntimeError where the loop is closed, or any loop is running.
    pub fn new(event_loop: &EventLoop<H>, awaitable: &Awaitable<H>) -> Result<Self, H::Error> {
        event_loop.check_closed()?;
        event_loop.check_running()?;
        let new_task = matches!(awaitable, Awaitable::Coroutine(_));
        let future = event_loop.ensure_future(awaitable)?;
        if let (true, Some(task)) = (new_task, future.task()) {
            task.set_log_destroy_pending(false);
        }
        let stop = Rc::new(StopLoop);
        future.add_done_callback(DoneCallback::Native(stop.clone()))?;
        let run = RunForever::new(event_loop)?;
        Ok(Self { future, new_task, stop, run })
    }

    /// The future that is run.
    pub fn future(&self) -> &FutureRef<H> {
        &self.future
    }

    /// Do at most one callback; at the end, the future's result. Raises its exception, what
    /// came out of the loop, or RuntimeError where the loop was stopped before.
    pub fn advance(&self) -> Advance<Result<H::Value, H::Error>> {
        self.run.advance().map(|stopped| self.outcome(stopped))
    }

    fn outcome(&self, stopped: Result<(), H::Error>) -> Result<H::Value, H::Error> {
        if stopped.is_err() && self.new_task && self.future.done() && !self.future.cancelled() {
            // The caller has no task to ask, so its exception counts as retrieved.
            self.future.exception()?;
        }
        self.future.remove_native_callback(&self.stop);
        stopped?;
        if !self.future.done() {
            let message = "Event loop stopped before Future completed.";
            return Err(self.future.event_loop().error(ErrorClass::RuntimeError, message));
        }
        self.future.result().inspect_err(|error| self.future.event_loop().host().chain(error))
    }
}

/// `_run_until_complete_cb`: the future is done, so stop the loop. Not after a KeyboardInterrupt
/// or SystemExit: that has ended the loop already.
struct StopLoop;

impl<H: Host> NativeCallback<H> for StopLoop {
    fn name(&self) -> &'static str {
        "_run_until_complete_cb"
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/base_events.py:182")
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(future) = future else { return Ok(()) };
        if !future.cancelled() {
            let host = future.event_loop().runtime().host();
            let exits = |error| {
                host.is(&error, ErrorClass::SystemExit) || host.is(&error, ErrorClass::KeyboardInterrupt)
            };
            if future.exception()?.is_some_and(exits) {
                return Ok(());
            }
        }
        future.event_loop().stop();
        Ok(())
    }
}
