//! Generators, coroutines and async generators: frames that live on between resumptions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Vm;
use super::frame::{Activation, Body, Frame, Sent, Stop};
use crate::python::code::CodeKind;
use crate::python::objects::{PyResult, Raised, Str, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Suspended,
    Running,
    Closed,
}

/// A generator, coroutine or async generator.
pub struct Generator {
    pub kind: CodeKind,
    pub name: RefCell<Str>,
    pub qualname: RefCell<Str>,
    pub state: Cell<State>,
    /// The frame, while it does not run.
    pub frame: RefCell<Option<Box<Frame>>>,
    /// The stack that was paused in the middle of a step that an event loop asked for.
    pub paused: RefCell<Option<Activation>>,
    /// Where in the source its function is defined.
    pub start: u32,
    /// Of an async generator: one of its awaitables is under way.
    pub is_stepping: Cell<bool>,
}

impl Generator {
    /// The word for its kind in error messages.
    pub fn noun(&self) -> &'static str {
        match self.kind {
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async generator",
            _ => "generator",
        }
    }

    pub fn is_coroutine(&self) -> bool {
        self.kind == CodeKind::Coroutine
    }
}

/// What one awaitable of an async generator asks it to do.
pub enum AsyncAction {
    /// `__anext__()`, `asend(value)`.
    Send(Value),
    /// `athrow(error)`.
    Throw(Raised),
    /// `aclose()`.
    Close,
}

/// The awaitable that `__anext__`, `asend`, `athrow` and `aclose` return.
pub struct AsyncStep {
    pub generator: Rc<Generator>,
    pub action: AsyncAction,
    pub state: Cell<State>,
}

impl Vm {
    /// Resume a generator and wait for its next value; None where it is over.
    ///
    /// # Errors
    /// What it raises.
    pub fn generator_next(&self, generator: &Rc<Generator>) -> PyResult<Option<Value>> {
        match self.resume_now(generator, Sent::Value(Value::None)) {
            Stop::Yield(value) => Ok(Some(value)),
            Stop::Raise(error) => Err(error),
            Stop::Return(_) | Stop::Paused => Ok(None),
        }
    }

    /// Resume a generator on a stack of its own, until it yields, returns or raises.
    pub fn resume_now(&self, generator: &Rc<Generator>, sent: Sent) -> Stop {
        match self.wake(generator, sent) {
            Ok((frame, signal)) => self.run_to_end(&mut Activation::new(Body::Python(frame)), signal),
            Err(stop) => stop,
        }
    }

    /// Drive a generator for the event loop: may stop as [`Stop::Paused`], and goes on with `None`.
    pub fn resume_pausable(&self, generator: &Rc<Generator>, sent: Option<Sent>) -> Stop {
        let (mut activation, signal) = match sent {
            None => {
                let Some(activation) = generator.paused.take() else { return Stop::Paused };
                (activation, super::interpreter::Signal::Continue)
            }
            Some(sent) => match self.wake(generator, sent) {
                Ok((frame, signal)) => (Activation::new(Body::Python(frame)), signal),
                Err(stop) => return stop,
            },
        };
        let stop = self.run(&mut activation, signal);
        if matches!(stop, Stop::Paused) {
            generator.paused.replace(Some(activation));
        }
        stop
    }

    /// `generator.close()`: throw GeneratorExit into it.
    ///
    /// # Errors
    /// What it raises but GeneratorExit; RuntimeError where it yields.
    pub fn close_generator(&self, generator: &Rc<Generator>) -> PyResult<()> {
        match generator.state.get() {
            State::Created | State::Closed => {
                generator.state.set(State::Closed);
                generator.frame.take();
                return Ok(());
            }
            _ => {}
        }
        let exit = self.error(&self.exceptions.generator_exit, "");
        match self.resume_now(generator, Sent::Throw(exit)) {
            Stop::Yield(_) => Err(self.runtime_error(&format!("{} ignored GeneratorExit", generator.noun()))),
            Stop::Raise(error) if error.is(&self.exceptions.generator_exit) => Ok(()),
            Stop::Raise(error) if error.is(&self.exceptions.stop_iteration) => Ok(()),
            Stop::Raise(error) => Err(error),
            Stop::Return(_) | Stop::Paused => Ok(()),
        }
    }
}
