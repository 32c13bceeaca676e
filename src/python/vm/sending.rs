//! `send()`, `throw()` and `await`: passing on to what a frame delegates to, and what comes back
//! (`SEND` and `_gen_throw` in CPython).

use super::Vm;
use super::dispatch::{Flow, pop, top};
use super::frame::{Frame, OnExit, Sent};
use super::interpreter::Step;
use crate::asyncio::coroutines::NativeCoroutine;
use crate::asyncio::host::{Outcome, Resume, Yielded};
use crate::python::builtins::iterators::Iter;
use crate::python::host::Python;
use crate::python::objects::{Args, PyResult, Raised, Str, Value};

/// What sending to an awaitable gave.
enum Sending {
    Yielded(Value),
    Returned(Value),
    Raised(Raised),
    Paused,
}

impl Vm {
    /// Something is thrown into a frame that awaits: what it awaits gets it first.
    pub(super) fn throw_into_delegate(&self, frame: &mut Frame, error: Raised) -> Option<Step> {
        let delegate = frame.stack.last().cloned().unwrap_or(Value::None);
        let is_exit = error.is(&self.exceptions.generator_exit);
        let thrown = error.clone();
        let result = match &delegate {
            Value::Generator(generator) => {
                // It is closed with a GeneratorExit of its own.
                let (error, on_exit) = match is_exit {
                    true => (self.error(&self.exceptions.generator_exit, ""), OnExit::Closed(error)),
                    false => (error, OnExit::Send),
                };
                let sent = Sent::PassedOn(error, frame.handled_below);
                return Some(Step::Resume(generator.clone(), sent, on_exit));
            }
            Value::Coroutine(native) => self.resume_native_in(frame, native, Resume::Throw(error)),
            Value::AsyncStep(step) => match self.begin_async_step(step, Sent::Throw(error)) {
                Ok(Some((generator, sent))) => {
                    let sent = match sent {
                        Sent::Throw(error) => Sent::PassedOn(error, frame.handled_below),
                        other => other,
                    };
                    return Some(Step::Resume(generator, sent, OnExit::AsyncGenerator(step.clone())));
                }
                Ok(None) => Sending::Returned(step.at_the_end().unwrap_or(Value::None)),
                Err(error) => Sending::Raised(error),
            },
            Value::Object(_) => self.throw_into_object(&delegate, error, is_exit),
            _ => Sending::Raised(error),
        };
        match self.sent(frame, result) {
            Ok(Flow::Next) => None,
            Ok(Flow::Leave(step)) => Some(step),
            Err(error) => {
                match error.same(&thrown) {
                    true => self.chain_thrown(frame, &error),
                    false => self.chain(&error),
                }
                self.handle(frame, error, true).err().map(Step::Raise)
            }
        }
    }

    fn throw_into_object(&self, delegate: &Value, error: Raised, is_exit: bool) -> Sending {
        let name = if is_exit { "close" } else { "throw" };
        match self.get_attr_opt(delegate, name) {
            Ok(Some(method)) => {
                let args = if is_exit { Args::none() } else { Args::one(error.value()) };
                match self.call(&method, args) {
                    Ok(_) if is_exit => Sending::Raised(error),
                    other => self.yielded(other),
                }
            }
            _ => Sending::Raised(error),
        }
    }

    /// Send to what is awaited; see [`Op::Send`].
    pub(super) fn send(&self, frame: &mut Frame, fuel: &mut u32) -> PyResult<Flow> {
        let paused = std::mem::take(&mut frame.is_paused);
        let resumed = std::mem::take(&mut frame.is_sending);
        let value = if paused { Value::None } else { pop(frame) };
        let delegate = top(frame);
        self.fuel.set(*fuel);
        let result = match &delegate {
            Value::Generator(generator) => {
                return Ok(Flow::Leave(Step::Resume(generator.clone(), Sent::Value(value), OnExit::Send)));
            }
            Value::Coroutine(native) => {
                let input = if paused { Resume::Continue } else { Resume::Send(value) };
                self.resume_native_in(frame, native, input)
            }
            Value::Future(future) if !resumed && !future.done() && !future.blocking() => {
                future.set_blocking(true);
                Sending::Yielded(delegate.clone())
            }
            Value::Future(future) if !future.done() => {
                Sending::Raised(self.runtime_error("await wasn't used with future"))
            }
            Value::Future(future) => match future.result() {
                Ok(value) => Sending::Returned(value),
                Err(error) => Sending::Raised(error),
            },
            Value::AsyncStep(step) => match self.begin_async_step(step, Sent::Value(value)) {
                Ok(Some((generator, sent))) => {
                    return Ok(Flow::Leave(Step::Resume(
                        generator,
                        sent,
                        OnExit::AsyncGenerator(step.clone()),
                    )));
                }
                Ok(None) => Sending::Returned(step.at_the_end().unwrap_or(Value::None)),
                Err(error) => Sending::Raised(error),
            },
            other => self.send_to_object(other, value),
        };
        *fuel = self.fuel.get();
        self.sent(frame, result)
    }

    /// Resume one of asyncio's own coroutines, which may await one of the user's.
    fn resume_native_in(
        &self,
        frame: &Frame,
        native: &NativeCoroutine<Python>,
        input: Resume<Python>,
    ) -> Sending {
        let stands_at = |at| frame.generator.iter().for_each(|generator| generator.stands_at.set(at));
        stands_at(Some(frame.range().start().to_u32()));
        let outcome = native.resume(input);
        stands_at(None);
        self.outcome(outcome)
    }

    fn send_to_object(&self, object: &Value, value: Value) -> Sending {
        if matches!(value, Value::None) {
            if let Value::Iterator(iterator) = object {
                return match Iter::next(iterator, self) {
                    Ok(Some(value)) => Sending::Yielded(value),
                    Ok(None) => Sending::Returned(Value::None),
                    Err(error) => Sending::Raised(error),
                };
            }
            return match self.call_special(object, "__next__", Args::none()) {
                Ok(Some(value)) => Sending::Yielded(value),
                Ok(None) => Sending::Raised(self.not_an_iterator(object)),
                Err(error) => self.yielded(Err(error)),
            };
        }
        let sent =
            self.get_attr(object, &Str::new("send")).and_then(|send| self.call(&send, Args::one(value)));
        self.yielded(sent)
    }

    /// What calling an iterator's method means to who awaits it: StopIteration is its end.
    fn yielded(&self, result: PyResult) -> Sending {
        match result {
            Ok(value) => Sending::Yielded(value),
            Err(error) if error.is(&self.exceptions.stop_iteration) => {
                Sending::Returned(error.first_arg().unwrap_or(Value::None))
            }
            Err(error) => Sending::Raised(error),
        }
    }

    fn outcome(&self, outcome: Outcome<crate::python::host::Python>) -> Sending {
        match outcome {
            Outcome::Yield(Yielded::Bare) => Sending::Yielded(Value::None),
            Outcome::Yield(Yielded::Future(future)) => Sending::Yielded(Value::Future(future)),
            Outcome::Yield(Yielded::Other(value) | Yielded::Generator(value)) => Sending::Yielded(value),
            Outcome::Return(value) => Sending::Returned(value),
            Outcome::Raise(error) => Sending::Raised(error),
            Outcome::Paused => Sending::Paused,
        }
    }

    /// Go on with what the awaited thing gave; it is still at the top of the stack.
    fn sent(&self, frame: &mut Frame, result: Sending) -> PyResult<Flow> {
        frame.is_sending = false;
        match result {
            Sending::Yielded(value) => {
                frame.is_sending = true;
                Ok(Flow::Leave(Step::Yield(value)))
            }
            Sending::Returned(value) => {
                frame.stack.pop();
                frame.stack.push(value);
                Ok(Flow::Next)
            }
            Sending::Raised(error) => {
                frame.stack.pop();
                Err(error)
            }
            Sending::Paused => {
                frame.is_paused = true;
                frame.ip -= 1;
                Ok(Flow::Leave(Step::Pause))
            }
        }
    }
}
