//! One step of a task (CPython's `Task.__step` and what it calls).
//!
//! A step resumes the coroutine, and acts on what comes back: a yielded future is waited for, a
//! bare yield means the next turn, a return or an exception ends the task.

use std::rc::Rc;

use super::done_callbacks::DoneCallback;
use super::events::Callback;
use super::futures::FutureRef;
use super::host::{Called, ErrorClass, Host, Outcome, Resume, Yielded};
use super::tasks::Task;
use crate::trace;

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
            let message = format!("__step(): already done: {} {error}", task.shown());
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
    pub(super) fn eager_start(&self, task: &FutureRef<H>) -> Result<(), H::Error> {
        let event_loop = task.event_loop();
        let host = event_loop.host();
        let outer_task = event_loop.swap_current_task(Some(task.clone()));
        let interrupted = outer_task.as_ref().and_then(|outer| outer.task()?.coroutine());
        let interrupted = interrupted.filter(|coroutine| host.interrupt(coroutine));
        let outer = host.enter(&self.context);
        let mut called = self.run_and_handle_result(task, Input::Nothing);
        while matches!(called, Called::Paused) {
            // Whoever makes the task cannot be paused here.
            called = match host.pass_pause() {
                Ok(()) => self.run_and_handle_result(task, Input::Continue),
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

    /// `Task.__step_run_and_handle_result(exc)`.
    fn run_and_handle_result(&self, task: &FutureRef<H>, input: Input<H>) -> Called<H> {
        let Some(coroutine) = self.coroutine() else { return Called::Returned };
        let host = task.event_loop().host();
        let input = match input {
            Input::Continue => Resume::Continue,
            Input::Nothing => {
                self.note_step(task, None);
                Resume::Send(host.none())
            }
            Input::Error(error) => {
                self.note_step(task, Some(&error));
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
            Yielded::Other(value) => {
                let repr = task.event_loop().host().repr(&value);
                self.fail_soon(task, &format!("Task got bad yield: {repr}"))
            }
            Yielded::Generator(value) => {
                let repr = task.event_loop().host().repr(&value);
                let message = "yield was used instead of yield from for generator in task";
                self.fail_soon(task, &format!("{message} {} with {repr}", task.shown()))
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

fn cannot_enter<H: Host>(task: &FutureRef<H>, current: &FutureRef<H>) -> H::Error {
    let message = format!(
        "Cannot enter into task {} while another task {} is being executed.",
        task.shown(),
        current.shown()
    );
    task.event_loop().error(ErrorClass::RuntimeError, &message)
}
