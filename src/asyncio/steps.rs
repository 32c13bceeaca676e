//! One step of a task (CPython's `Task.__step` and what it calls).
//!
//! A step resumes the coroutine, and acts on what comes back: a yielded future is waited for, a
//! bare yield means the next turn, a return or an exception ends the task.

use std::rc::Rc;

use super::events::{Callback, Entry};
use super::futures::FutureRef;
use super::host::{Called, ErrorClass, Host, Outcome, Resume, Yielded};
use super::tasks::Task;
use crate::trace;

impl<H: Host> Task<H> {
    /// `Task.__step(exc)`: run the coroutine until it yields again.
    pub(super) fn step(task: &FutureRef<H>, error: Option<H::Error>) -> Called<H> {
        let Some(state) = task.task() else { return Called::Returned };
        match state.prepare(task, error) {
            Ok(error) => state.enter(task, |state| state.begin_step(task, error)),
            Err(error) => Called::Raised(error),
        }
    }

    /// Go on with a step that the host has paused.
    pub(super) fn go_on(task: &FutureRef<H>) -> Called<H> {
        let Some(state) = task.task() else { return Called::Returned };
        state.enter(task, |state| state.continue_step(task))
    }

    /// The task is the current one meanwhile, and its context is, too.
    fn enter(&self, task: &FutureRef<H>, run: impl FnOnce(&Self) -> Called<H>) -> Called<H> {
        let event_loop = task.event_loop();
        if let Some(current) = event_loop.swap_current_task(Some(task.clone())) {
            event_loop.swap_current_task(Some(current.clone()));
            return Called::Raised(cannot_enter(task, &current));
        }
        let host = event_loop.host();
        let outer = host.enter(&self.context);
        let called = run(self);
        host.enter(&outer);
        event_loop.swap_current_task(None);
        called
    }

    /// What to throw into the coroutine: the CancelledError of a request that waits for this step.
    fn prepare(&self, task: &FutureRef<H>, error: Option<H::Error>) -> Result<Option<H::Error>, H::Error> {
        if task.done() {
            return Err(already_done(task, error));
        }
        self.waiter.take();
        if !self.must_cancel.replace(false) {
            return Ok(error);
        }
        let host = task.event_loop().host();
        let error = error.filter(|error| host.is(error, ErrorClass::CancelledError));
        Ok(Some(error.unwrap_or_else(|| task.make_cancelled_error())))
    }

    /// `Task.__eager_start()`: the first step, in the middle of the step of whoever makes the task.
    pub(super) fn eager_start(&self, task: &FutureRef<H>) -> Result<(), H::Error> {
        let event_loop = task.event_loop();
        let host = event_loop.host();
        let outer_task = event_loop.swap_current_task(Some(task.clone()));
        let interrupted = outer_task.as_ref().and_then(|outer| outer.task()?.coroutine());
        let interrupted = interrupted.filter(|coroutine| host.interrupt(coroutine));
        let outer = host.enter(&self.context);
        let mut called = self.begin_step(task, None);
        while matches!(called, Called::Paused) {
            // Whoever makes the task cannot be paused here.
            called = match host.pass_pause() {
                Ok(()) => self.continue_step(task),
                Err(error) => Called::Raised(error),
            };
        }
        host.enter(&outer);
        if let Some(coroutine) = interrupted {
            host.go_on(&coroutine);
        }
        event_loop.swap_current_task(outer_task);
        if task.done() {
            self.coroutine.take();
            // Those who make the task have it in variables, and the traceback knows their frames.
            if let Some(error) = task.peek_exception() {
                host.hold_future(&error, task);
            }
        }
        match called {
            Called::Raised(error) => Err(error),
            Called::Returned | Called::Paused => Ok(()),
        }
    }

    fn begin_step(&self, task: &FutureRef<H>, error: Option<H::Error>) -> Called<H> {
        self.note_step(task, error.as_ref());
        let Some(coroutine) = self.coroutine() else { return Called::Returned };
        let host = task.host();
        let outcome = match error {
            None => host.step(&coroutine, Resume::Next),
            Some(error) => host.step(&coroutine, Resume::Throw(error)),
        };
        self.handle_result(task, &coroutine, outcome)
    }

    fn continue_step(&self, task: &FutureRef<H>) -> Called<H> {
        let Some(coroutine) = self.coroutine() else { return Called::Returned };
        let outcome = task.host().resume(&coroutine, Resume::Continue);
        self.handle_result(task, &coroutine, outcome)
    }

    /// The second half of `Task.__step_run_and_handle_result(exc)`.
    fn handle_result(&self, task: &FutureRef<H>, coroutine: &H::Coroutine, outcome: Outcome<H>) -> Called<H> {
        let handled = match outcome {
            Outcome::Paused => return Called::Paused,
            Outcome::Return(value) => self.handle_return(task, value),
            Outcome::Raise(error) => self.handle_error(task, error),
            Outcome::Yield(Yielded::Future(future)) => {
                self.note_suspend(task, coroutine, Some(&future));
                self.wait_for(task, future)
            }
            Outcome::Yield(Yielded::Bare) => {
                self.note_suspend(task, coroutine, None);
                Self::step_soon(task)
            }
            Outcome::Yield(Yielded::Other(value)) => {
                self.note_suspend(task, coroutine, None);
                let repr = task.host().repr(&value);
                self.fail_soon(task, &format!("Task got bad yield: {repr}"))
            }
            Outcome::Yield(Yielded::Generator(value)) => {
                self.note_suspend(task, coroutine, None);
                let repr = task.host().repr(&value);
                let message = "yield was used instead of yield from for generator in task";
                self.fail_soon(task, &format!("{message} {} with {repr}", task.shown()))
            }
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

    /// What comes after `await future`: wait for it.
    fn wait_for(&self, task: &FutureRef<H>, future: FutureRef<H>) -> Result<(), H::Error> {
        if let Some(message) = refusal(task, &future) {
            return self.fail_soon(task, &message);
        }
        future.set_blocking(false);
        self.waiter.set(Some(future.clone()));
        future.add_waiter(task.clone())?;
        if self.must_cancel.get()
            && let Some(waiter) = self.waiter()
            && waiter.cancel(task.cancel_message())?
        {
            self.must_cancel.set(false);
        }
        Ok(())
    }

    /// `call_soon(task.__step)`.
    #[inline]
    pub(super) fn step_soon(task: &FutureRef<H>) -> Result<(), H::Error> {
        task.event_loop().schedule_step(task.clone(), Entry::Step)
    }

    /// A mistake of the coroutine is thrown into it, in a step of its own.
    fn fail_soon(&self, task: &FutureRef<H>, message: &str) -> Result<(), H::Error> {
        let error = task.event_loop().error(ErrorClass::RuntimeError, message);
        task.event_loop().schedule_bare(Callback::Step { task: task.clone(), error: Some(error) })
    }
}

/// Why a task cannot wait for that future.
fn refusal<H: Host>(task: &FutureRef<H>, future: &FutureRef<H>) -> Option<String> {
    if Rc::ptr_eq(task, future) {
        return Some(format!("Task cannot await on itself: {}", task.shown()));
    }
    if future.event_loop() != task.event_loop() {
        return Some(format!(
            "Task {} got Future {} attached to a different loop",
            task.shown(),
            future.shown()
        ));
    }
    if !future.blocking() {
        let message = "yield was used instead of yield from in task";
        return Some(format!("{message} {} with {}", task.shown(), future.shown()));
    }
    None
}

fn already_done<H: Host>(task: &FutureRef<H>, error: Option<H::Error>) -> H::Error {
    let host = task.host();
    let error = error.map_or_else(|| "None".into(), |error| host.error_repr(&error));
    let message = format!("__step(): already done: {} {error}", task.shown());
    host.error(ErrorClass::InvalidStateError, &message)
}

fn cannot_enter<H: Host>(task: &FutureRef<H>, current: &FutureRef<H>) -> H::Error {
    let message = format!(
        "Cannot enter into task {} while another task {} is being executed.",
        task.shown(),
        current.shown()
    );
    task.event_loop().error(ErrorClass::RuntimeError, &message)
}
