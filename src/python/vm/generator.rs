//! Generators, coroutines and async generators: frames that live on between resumptions.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::Vm;
use super::frame::{Activation, Body, Frame, Sent, Stop};
use crate::asyncio::EventLoop;
use crate::python::code::CodeKind;
use crate::python::host::Python;
use crate::python::objects::{PyResult, Raised, Str, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Suspended,
    Running,
    Closed,
}

/// Where a library's function is defined.
pub const IN_LIBRARY: u32 = u32::MAX;

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
    /// Where in the source its function is defined, or [`IN_LIBRARY`].
    pub start: u32,
    /// Of an async generator: one of its awaitables is under way.
    pub is_stepping: Cell<bool>,
    /// Of an async generator: the loop that runs it knows it, and will close it.
    pub is_known: Cell<bool>,
    /// Where its frame stands in the source while what it called or awaits runs.
    pub stands_at: Cell<Option<u32>>,
    pub vm: Weak<Vm>,
}

/// Nobody holds it any more: what is suspended in it is closed, what never began is told of.
impl Drop for Generator {
    fn drop(&mut self) {
        let (Some(frame), Some(vm)) = (self.frame.take(), self.vm.upgrade()) else { return };
        let name = self.qualname.borrow().clone();
        match (self.kind, self.state.get()) {
            (CodeKind::Coroutine, State::Created) => {
                vm.bury(Dying::Unawaited(format!("coroutine '{name}'")));
            }
            (CodeKind::AsyncGenerator, state) => {
                if let Some(event_loop) = vm.forget_async_generator(self) {
                    vm.bury(Dying::AsyncGenerator { name, state, frame, event_loop });
                }
            }
            (_, State::Created) => {}
            (kind, _) => vm.bury(Dying::Suspended { kind, name, frame }),
        }
    }
}

/// An awaitable of an async generator that nobody awaited.
impl Drop for AsyncStep {
    fn drop(&mut self) {
        if let (State::Created, Some(vm)) = (self.state.get(), self.generator.vm.upgrade()) {
            let method = match self.action {
                AsyncAction::Send(_) => "asend",
                AsyncAction::Throw(_) => "athrow",
                AsyncAction::Close => "aclose",
            };
            let name = self.generator.qualname.borrow();
            vm.bury(Dying::Unawaited(format!("coroutine method '{method}' of '{name}'")));
        }
    }
}

/// What nobody holds any more, and what CPython would do about it at once.
pub enum Dying {
    /// Of what was never awaited: `coroutine 'work'`.
    Unawaited(String),
    /// A generator or coroutine is suspended: it will be closed.
    Suspended { kind: CodeKind, name: Str, frame: Box<Frame> },
    /// An async generator is not over, and closing it takes a task.
    AsyncGenerator { name: Str, state: State, frame: Box<Frame>, event_loop: EventLoop<Python> },
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

    /// Close what nobody holds any more, as CPython does the moment the last reference goes. It is
    /// done between two instructions, when no object is being changed; `line` is where, if that is in
    /// the user's code.
    pub fn close_dying(&self, line: Option<u32>) {
        while self.has_dying.get() {
            let next = self.dying.borrow_mut().pop_front();
            match next {
                None => self.has_dying.set(false),
                Some(Dying::Unawaited(name)) => self.warn_never_awaited(&name, line),
                Some(Dying::AsyncGenerator { name, state, frame, event_loop }) => {
                    let generator = self.revive(CodeKind::AsyncGenerator, name, state, frame);
                    let close = self.async_step(&generator, AsyncAction::Close);
                    self.create_task_soon(&event_loop, close);
                }
                Some(Dying::Suspended { kind, name, frame }) => {
                    let generator = self.revive(kind, name, State::Suspended, frame);
                    if let Err(error) = self.close_generator(&generator) {
                        let text = format!("Exception ignored in: {}\n", generator.qualname.borrow());
                        self.write_stderr(&text);
                        self.write_stderr(&self.format_exception(&error));
                    }
                }
            }
        }
    }

    fn revive(&self, kind: CodeKind, name: Str, state: State, frame: Box<Frame>) -> Rc<Generator> {
        Rc::new(Generator {
            kind,
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(name),
            state: Cell::new(state),
            start: frame.code.start,
            frame: RefCell::new(Some(frame)),
            paused: RefCell::new(None),
            is_stepping: Cell::new(false),
            is_known: Cell::new(true),
            stands_at: Cell::new(None),
            vm: Weak::new(),
        })
    }

    pub fn bury(&self, dying: Dying) {
        if !self.is_closing() && !self.runtime().is_over() {
            self.dying.borrow_mut().push_back(dying);
            self.has_dying.set(true);
        }
    }

    /// `RuntimeWarning: coroutine 'x' was never awaited`, once for each line.
    fn warn_never_awaited(&self, what: &str, line: Option<u32>) {
        let mut warned = self.warned.borrow_mut();
        let warning = (line.unwrap_or_default(), what.to_owned());
        if warned.contains(&warning) {
            return;
        }
        warned.push(warning);
        let (place, text) = match line {
            Some(line) => (format!("main.py:{line}"), format!("  {}\n", self.source.line_text(line).trim())),
            None => ("sys:1".into(), String::new()),
        };
        self.write_stderr(&format!(
            "{place}: RuntimeWarning: {what} was never awaited\n{text}\
             RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
        ));
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
