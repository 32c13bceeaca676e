//! Generators, coroutines and async generators: frames that live on between resumptions.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::Vm;
use super::frame::{Activation, Body, Frame, Sent, Stop};
use crate::python::code::{Code, CodeKind};
use crate::python::objects::{Args, Object, PyResult, Raised, Str, Value};
use crate::trace::EventKind;

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
    pub code: Rc<Code>,
    /// Where the call stands that made it, if that is in the user's own code.
    pub made_at: Cell<Option<u32>>,
    /// Of an async generator: one of its awaitables is under way.
    pub is_stepping: Cell<bool>,
    /// Of an async generator: `aclose()` has begun, even if the generator goes on (CPython's `ag_closed`).
    pub is_closing: Cell<bool>,
    /// Of a plain generator: its function is decorated with `types.coroutine`.
    pub is_awaitable: Cell<bool>,
    /// Where its frame stands in the source while what it called or awaits runs.
    pub stands_at: Cell<Option<u32>>,
    pub vm: Weak<Vm>,
}

/// Nobody holds it any more: what is suspended in it is closed, what never began is told of.
impl Drop for Generator {
    fn drop(&mut self) {
        let Some(frame) = self.frame.take() else { return };
        let address = std::ptr::from_ref(self).addr();
        if let Some(vm) = self.vm.upgrade() {
            vm.bury(Dying::Frame(DyingFrame {
                kind: self.kind,
                state: self.state.get(),
                name: self.qualname.borrow().clone(),
                frame: Some(frame),
                address,
            }));
        }
    }
}

/// What nobody holds any more, but has something to do yet.
pub enum Dying {
    Frame(DyingFrame),
    /// An instance whose class has a `__del__`.
    Object(Rc<Object>),
    /// The callbacks of weak references to an object that is gone.
    Watched(Vec<Value>),
}

/// The frame of a generator or coroutine that nobody holds any more.
pub struct DyingFrame {
    kind: CodeKind,
    state: State,
    name: Str,
    /// None for one of asyncio's own, and for an awaitable of an async generator.
    frame: Option<Box<Frame>>,
    /// Where it was.
    address: usize,
}

impl Dying {
    /// One of asyncio's own coroutines, which has not begun.
    pub fn native(vm: &Vm, qualname: &str) -> Self {
        let name = vm.intern(qualname);
        let kind = CodeKind::Coroutine;
        Self::Frame(DyingFrame { kind, state: State::Created, name, frame: None, address: 0 })
    }
}

/// It was never awaited, which is told as of coroutines.
impl Drop for AsyncStep {
    fn drop(&mut self) {
        if self.state.get() != State::Created {
            return;
        }
        if let Some(vm) = self.generator.vm.upgrade() {
            let method = match self.action {
                AsyncAction::Send(_) | AsyncAction::Next(_) => "asend",
                AsyncAction::Throw(_) => "athrow",
                AsyncAction::Close => "aclose",
            };
            let name = Str::from(format!("{method}' of '{}", self.generator.qualname.borrow()));
            let kind = CodeKind::AsyncGenerator;
            vm.bury(Dying::Frame(DyingFrame { kind, state: State::Created, name, frame: None, address: 0 }));
        }
    }
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

    /// Another one that has not begun, as this one has not: the same function, called with the same arguments.
    pub fn again(&self) -> Option<Rc<Self>> {
        if self.state.get() != State::Created {
            return None;
        }
        let frame = self.frame.borrow().as_ref()?.again();
        Some(Rc::new(Self {
            kind: self.kind,
            name: self.name.clone(),
            qualname: self.qualname.clone(),
            state: Cell::new(State::Created),
            frame: RefCell::new(Some(Box::new(frame))),
            paused: RefCell::new(None),
            code: self.code.clone(),
            made_at: Cell::new(None),
            is_stepping: Cell::new(false),
            is_closing: Cell::new(false),
            is_awaitable: self.is_awaitable.clone(),
            stands_at: Cell::new(None),
            vm: self.vm.clone(),
        }))
    }

    pub fn is_coroutine(&self) -> bool {
        self.kind == CodeKind::Coroutine
    }
}

/// What one awaitable of an async generator asks it to do.
pub enum AsyncAction {
    /// `__anext__()`, `asend(value)`.
    Send(Value),
    /// `anext(generator, default)`.
    Next(Value),
    /// `athrow(error)`.
    Throw(Raised),
    /// `aclose()`.
    Close,
}

/// The awaitable that `__anext__`, `asend`, `athrow` and `aclose` return, and `anext` with a default.
pub struct AsyncStep {
    pub generator: Rc<Generator>,
    pub action: AsyncAction,
    pub state: Cell<State>,
}

impl AsyncStep {
    /// What awaiting it gives where the generator is over, and that is no error.
    pub fn at_the_end(&self) -> Option<Value> {
        match &self.action {
            AsyncAction::Send(_) => None,
            AsyncAction::Next(default) => Some(default.clone()),
            AsyncAction::Throw(_) | AsyncAction::Close => Some(Value::None),
        }
    }
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
    /// done between two instructions, when no object is being changed.
    pub fn close_dying(&self) {
        if !self.has_dying.get() {
            return;
        }
        loop {
            let next = self.dying.borrow_mut().pop_front();
            let DyingFrame { kind, state, name, frame, address } = match next {
                Some(Dying::Frame(frame)) => frame,
                Some(Dying::Object(object)) => {
                    self.finalize(Value::Object(object));
                    continue;
                }
                Some(Dying::Watched(functions)) => {
                    for function in functions.iter().rev() {
                        if let Err(error) = self.call(function, Args::none()) {
                            self.write_ignored("", &error);
                        }
                    }
                    continue;
                }
                None => break,
            };
            if kind == CodeKind::Coroutine && state == State::Created {
                self.warn_never_awaited("", &name);
                continue;
            }
            let Some(frame) = frame else {
                self.warn_never_awaited("method ", &name);
                continue;
            };
            if state == State::Created && kind != CodeKind::AsyncGenerator {
                continue;
            }
            let code = frame.code.clone();
            let generator = Rc::new(Generator {
                kind,
                name: RefCell::new(name.clone()),
                qualname: RefCell::new(name),
                state: Cell::new(state),
                frame: RefCell::new(Some(frame)),
                paused: RefCell::new(None),
                code,
                made_at: Cell::new(None),
                is_stepping: Cell::new(false),
                is_closing: Cell::new(false),
                is_awaitable: Cell::new(false),
                stands_at: Cell::new(None),
                vm: match kind {
                    CodeKind::AsyncGenerator => self.weak(),
                    _ => Weak::new(),
                },
            });
            if kind == CodeKind::AsyncGenerator {
                self.finalize_async_generator(address, generator);
                continue;
            }
            self.close_forgotten(&generator);
        }
    }

    /// Close a generator for which nobody waits: what it raises is only told.
    pub fn close_forgotten(&self, generator: &Rc<Generator>) {
        if let Err(error) = self.close_generator(generator) {
            let value = Value::Generator(generator.clone());
            let place = self.repr(&value).map_or_else(|_| String::new(), |text| text.to_string());
            self.write_ignored(&place, &error);
        }
    }

    /// Call an object's `__del__`.
    fn finalize(&self, object: Value) {
        let Some(method) = self.class_of(&object).lookup(&self.intern("__del__")) else { return };
        if let Err(error) = self.call(&method, Args::one(object)) {
            let name = self.repr(&method).map_or_else(|_| String::new(), |text| text.to_string());
            self.write_ignored(&name, &error);
        }
    }

    fn write_ignored(&self, place: &str, error: &Raised) {
        self.tell_stderr(&format!("Exception ignored in: {place}\n{}", self.format_unraisable(error)));
    }

    /// Remember what must be done before it can go.
    pub fn bury(&self, dying: Dying) {
        if !self.is_closing() && !self.runtime().is_over() {
            self.dying.borrow_mut().push_back(dying);
            self.has_dying.set(true);
        }
    }

    /// `RuntimeWarning: coroutine 'x' was never awaited`.
    fn warn_never_awaited(&self, method: &str, name: &Str) {
        let line = self.current_line();
        self.recorder.note(self.now(), |trace| EventKind::NeverAwaited {
            coro: trace.intern(name.as_str()),
            line: Some(line),
        });
        let more = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
        self.warn_here("RuntimeWarning", &format!("coroutine {method}'{name}' was never awaited"), more);
    }

    /// `warnings.warn(message, category)`, told with the line that runs; the same at the same line only once.
    pub fn warn_here(&self, category: &str, message: &str, more: &str) {
        let line = self.current_line();
        let head = format!("main.py:{line}: {category}: {message}\n");
        if self.stderr.borrow().len() < self.budget.output && self.warned.borrow_mut().insert(head.clone()) {
            let text = self.source.line_text(line).trim();
            self.tell_stderr(&format!("{head}  {text}\n{more}"));
        }
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
