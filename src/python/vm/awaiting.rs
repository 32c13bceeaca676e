//! What `await`, `async for` and `with` ask of objects.

use std::cell::Cell;
use std::rc::Rc;

use super::Vm;
use super::dispatch::pop;
use super::frame::Frame;
use super::generator::{AsyncAction, AsyncStep, Generator, State};
use crate::python::builtins::generators::wrapped;
use crate::python::code::{AwaitIn, CodeKind};
use crate::python::objects::{Args, PyResult, Raised, Value};

impl Vm {
    /// The thing that a Send drives for `await value`: CPython's `_PyCoro_GetAwaitableIter`.
    ///
    /// # Errors
    /// TypeError where it cannot be awaited; what `__await__` raises.
    pub fn awaitable(&self, value: &Value, place: AwaitIn) -> PyResult {
        match value {
            Value::Generator(generator) if generator.is_coroutine() => {
                let is_awaited = generator.state.get() == State::Running
                    || generator.frame.borrow().as_ref().is_some_and(|frame| frame.awaiting().is_some());
                self.unless_awaited(value, is_awaited)
            }
            Value::Coroutine(native) => self.unless_awaited(value, native.is_suspended()),
            Value::Generator(generator) if generator.is_awaitable.get() => Ok(value.clone()),
            Value::Future(_) | Value::AsyncStep(_) => Ok(value.clone()),
            _ => match self.call_special(value, "__await__", Args::none())? {
                Some(iterator) => self.check_await_result(iterator),
                None => Err(self.not_awaitable(value, place)),
            },
        }
    }

    fn unless_awaited(&self, coroutine: &Value, is_awaited: bool) -> PyResult {
        match is_awaited {
            true => Err(self.runtime_error("coroutine is being awaited already")),
            false => Ok(coroutine.clone()),
        }
    }

    fn check_await_result(&self, iterator: Value) -> PyResult {
        match &iterator {
            Value::Generator(generator) if generator.is_coroutine() => {
                Err(self.type_error("__await__() returned a coroutine"))
            }
            Value::Coroutine(_) => Err(self.type_error("__await__() returned a coroutine")),
            Value::Generator(_) | Value::Iterator(_) | Value::Future(_) | Value::AsyncStep(_) => Ok(iterator),
            wrapper if let Some(coroutine) = wrapped(wrapper) => Ok(coroutine.clone()),
            other if self.special(other, "__next__").is_some() => Ok(iterator),
            other => {
                let name = self.class_of(other).name.borrow().to_string();
                Err(self.type_error(&format!("__await__() returned non-iterator of type '{name}'")))
            }
        }
    }

    fn not_awaitable(&self, value: &Value, place: AwaitIn) -> Raised {
        let name = self.type_name(value);
        let message = match place {
            AwaitIn::Await => format!("object {name} can't be used in 'await' expression"),
            AwaitIn::AsyncEnter => {
                format!(
                    "'async with' received an object from __aenter__ that does not implement __await__: {name}"
                )
            }
            AwaitIn::AsyncExit => {
                format!(
                    "'async with' received an object from __aexit__ that does not implement __await__: {name}"
                )
            }
        };
        self.type_error(&message)
    }

    /// `aiter(value)`.
    ///
    /// # Errors
    /// TypeError where it is no async iterable.
    pub fn async_iter(&self, value: &Value) -> PyResult {
        if matches!(value, Value::Generator(generator) if generator.kind == CodeKind::AsyncGenerator) {
            return Ok(value.clone());
        }
        let name = self.class_of(value).name.borrow().to_string();
        let Some(iterator) = self.call_special(value, "__aiter__", Args::none())? else {
            let message = format!("'async for' requires an object with __aiter__ method, got {name}");
            return Err(self.type_error(&message));
        };
        let is_generator =
            matches!(&iterator, Value::Generator(inner) if inner.kind == CodeKind::AsyncGenerator);
        if !is_generator && self.special(&iterator, "__anext__").is_none() {
            let name = self.class_of(&iterator).name.borrow().to_string();
            let message = format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
            );
            return Err(self.type_error(&message));
        }
        Ok(iterator)
    }

    /// What a Send drives for the next value of an async iterator.
    ///
    /// # Errors
    /// TypeError where `__anext__` is not there or gives nothing that can be awaited.
    pub fn async_next(&self, iterator: &Value) -> PyResult {
        if let Value::Generator(generator) = iterator {
            return Ok(self.async_step(generator, AsyncAction::Send(Value::None)));
        }
        let name = self.class_of(iterator).name.borrow().to_string();
        let Some(next) = self.call_special(iterator, "__anext__", Args::none())? else {
            let message = format!("'async for' requires an iterator with __anext__ method, got {name}");
            return Err(self.type_error(&message));
        };
        self.awaitable(&next, AwaitIn::Await).map_err(|cause| {
            let name = self.class_of(&next).name.borrow().to_string();
            let message = format!("'async for' received an invalid object from __anext__: {name}");
            let error = self.type_error(&message);
            error.state().cause.replace(Some(cause));
            error.state().suppress_context.set(true);
            error
        })
    }

    /// `generator.asend(value)` and its like. The loop that is running when the first is made will close the generator.
    pub fn async_step(&self, generator: &Rc<Generator>, action: AsyncAction) -> Value {
        self.note_async_generator(generator);
        self.own_async_step(generator, action)
    }

    /// The same for a generator that its loop closes.
    pub fn own_async_step(&self, generator: &Rc<Generator>, action: AsyncAction) -> Value {
        Value::AsyncStep(Rc::new(AsyncStep {
            generator: generator.clone(),
            action,
            state: Cell::new(State::Created),
        }))
    }

    /// See [`Op::BeforeWith`](crate::python::code::Op::BeforeWith): push the manager's way out, and say what is
    /// to be called to enter it.
    pub(super) fn before_with(&self, frame: &mut Frame, enter: &str, exit: &str) -> PyResult {
        let manager = pop(frame);
        let name = self.class_of(&manager).name.borrow().to_string();
        let protocol = if enter == "__enter__" { "context manager" } else { "asynchronous context manager" };
        let missing = |method: &str| {
            let hint = match method == exit {
                true => format!(" (missed {exit} method)"),
                false => String::new(),
            };
            self.type_error(&format!("'{name}' object does not support the {protocol} protocol{hint}"))
        };
        let enter = self.special(&manager, enter).ok_or_else(|| missing(enter))?;
        let exit_method = self.special(&manager, exit).ok_or_else(|| missing(exit))?;
        frame.stack.push(exit_method);
        Ok(enter)
    }

    /// Where the innermost frame of the user's own code stands, down the await chain.
    pub fn awaited_line(&self, coroutine: &Value) -> Option<u32> {
        let mut line = None;
        let mut at = Some(coroutine.clone());
        for _ in 0..1000 {
            let generator = match at? {
                Value::Generator(generator) => generator,
                // It has no frame to look into.
                Value::AsyncStep(step) if matches!(step.action, AsyncAction::Next(_)) => return line,
                Value::AsyncStep(step) => step.generator.clone(),
                Value::Coroutine(native) => match native.awaiting() {
                    Some(inner) => {
                        at = Some(inner);
                        continue;
                    }
                    None => return line,
                },
                _ => return line,
            };
            let frame = generator.frame.borrow();
            let Some(frame) = frame.as_ref() else { return line };
            if !frame.is_library() {
                line = Some(frame.line());
            }
            at = frame.awaiting().cloned();
            if at.is_none() {
                return line;
            }
        }
        line
    }
}
