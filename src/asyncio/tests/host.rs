//! A language without syntax: coroutines are Rust `async` blocks, exceptions a class and a text.

use std::cell::RefCell;
use std::future::Future as RustFuture;
use std::rc::Rc;

use super::super::coroutines::{Cx, NativeCoroutine};
use super::super::futures::FutureRef;
use super::super::host::{Called, ErrorClass, Host, Outcome, Report, Resume};
use super::super::{EventLoop, Runtime};

/// An object: small, and clones are the same one.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    None,
    Int(i64),
    Text(Rc<String>),
    List(Rc<Vec<Value>>),
    Error(Rc<String>),
}

/// An exception object.
#[derive(Debug)]
pub struct Exception {
    pub class: ErrorClass,
    pub message: Option<String>,
    pub cause: RefCell<Option<Error>>,
    pub context: RefCell<Option<Error>>,
    pub group: Vec<Error>,
}

pub type Error = Rc<Exception>;

type CallbackBody = dyn Fn(Option<&FutureRef<TestHost>>) -> Called<TestHost>;

/// A callable of the user's own. Clones are the same one.
#[derive(Clone)]
pub struct Function(Rc<(&'static str, Box<CallbackBody>)>);

impl Function {
    pub fn new(name: &'static str, body: impl Fn(Option<&TestFuture>) -> Called<TestHost> + 'static) -> Self {
        Self(Rc::new((name, Box::new(body))))
    }

    fn name(&self) -> &'static str {
        self.0.0
    }
}

#[derive(Clone, Default)]
pub struct TestHost {
    pub reports: Rc<RefCell<Vec<String>>>,
}

pub type TestCx = Cx<TestHost>;
pub type TestFuture = FutureRef<TestHost>;
pub type Outcomes = Result<Value, Error>;

pub fn error(class: ErrorClass, message: &str) -> Error {
    let message = (!message.is_empty()).then(|| message.to_owned());
    Rc::new(Exception {
        class,
        message,
        cause: RefCell::default(),
        context: RefCell::default(),
        group: Vec::new(),
    })
}

/// A coroutine with a Rust body.
pub fn coroutine<F: RustFuture<Output = Outcomes> + 'static>(
    runtime: &Runtime<TestHost>,
    name: &'static str,
    body: impl FnOnce(TestCx) -> F,
) -> NativeCoroutine<TestHost> {
    NativeCoroutine::new(runtime, name, body)
}

/// A callback that returns.
pub fn function(name: &'static str, body: impl Fn(Option<&TestFuture>) + 'static) -> Function {
    Function::new(name, move |future| {
        body(future);
        Called::Returned
    })
}

fn class_name(class: ErrorClass) -> String {
    match class {
        ErrorClass::CancelledError => "asyncio.exceptions.CancelledError".into(),
        ErrorClass::InvalidStateError => "asyncio.exceptions.InvalidStateError".into(),
        ErrorClass::BrokenBarrierError => "asyncio.exceptions.BrokenBarrierError".into(),
        ErrorClass::QueueEmpty => "asyncio.queues.QueueEmpty".into(),
        ErrorClass::QueueFull => "asyncio.queues.QueueFull".into(),
        ErrorClass::QueueShutDown => "asyncio.queues.QueueShutDown".into(),
        class => format!("{class:?}"),
    }
}

impl Host for TestHost {
    type Value = Value;
    type Error = Error;
    type Coroutine = NativeCoroutine<Self>;
    type Function = Function;
    type Context = ();
    type Traceback = ();

    fn resume(&self, coroutine: &Self::Coroutine, input: Resume<Self>) -> Outcome<Self> {
        coroutine.resume(input)
    }

    fn native(&self, coroutine: NativeCoroutine<Self>) -> Self::Coroutine {
        coroutine
    }

    fn coroutine_id(&self, coroutine: &Self::Coroutine) -> usize {
        coroutine.id()
    }

    fn qualname(&self, coroutine: &Self::Coroutine) -> String {
        coroutine.qualname().into()
    }

    fn line(&self, _: &Self::Coroutine) -> Option<u32> {
        None
    }

    fn close(&self, coroutine: &Self::Coroutine) {
        coroutine.forget();
    }

    fn has_begun(&self, coroutine: &Self::Coroutine) -> bool {
        coroutine.has_begun()
    }

    fn call(&self, function: &Function, future: Option<&TestFuture>) -> Called<Self> {
        (function.0.1)(future)
    }

    fn same_function(&self, one: &Function, other: &Function) -> bool {
        Rc::ptr_eq(&one.0, &other.0)
    }

    fn user_name(&self, function: &Function) -> Option<String> {
        Some(function.name().into())
    }

    fn format_callback(&self, function: &Function, _: Option<&FutureRef<Self>>, _: bool) -> String {
        format!("{}()", function.name())
    }

    fn call_task_factory(
        &self,
        _: &Function,
        event_loop: &EventLoop<Self>,
        coroutine: &Self::Coroutine,
        _: Option<&()>,
    ) -> Result<TestFuture, Error> {
        event_loop.create_task(coroutine, None, None)
    }

    fn copy_context(&self) {}

    fn enter(&self, (): &()) {}

    fn boolean(&self, value: bool) -> Value {
        self.text(if value { "True" } else { "False" })
    }

    fn none(&self) -> Value {
        Value::None
    }

    fn text(&self, text: &str) -> Value {
        Value::Text(Rc::new(text.into()))
    }

    fn list(&self, values: Vec<Value>) -> Value {
        Value::List(Rc::new(values))
    }

    fn error_value(&self, error: &Error) -> Value {
        Value::Error(Rc::new(self.error_repr(error)))
    }

    fn repr(&self, value: &Value) -> String {
        match value {
            Value::None => "None".into(),
            Value::Int(number) => number.to_string(),
            Value::Text(text) => format!("'{text}'"),
            Value::Error(repr) => repr.to_string(),
            Value::List(values) => {
                let inner: Vec<_> = values.iter().map(|value| self.repr(value)).collect();
                format!("[{}]", inner.join(", "))
            }
        }
    }

    fn short_repr(&self, value: &Value) -> String {
        self.repr(value)
    }

    fn format_coroutine(&self, coroutine: &Self::Coroutine) -> String {
        format!("{}() {}", coroutine.qualname(), if coroutine.is_closed() { "done" } else { "running" })
    }

    fn less(&self, one: &Value, other: &Value) -> Result<bool, Error> {
        match (one, other) {
            (Value::Int(one), Value::Int(other)) => Ok(one < other),
            (Value::Text(one), Value::Text(other)) => Ok(one < other),
            _ => Err(error(ErrorClass::TypeError, "'<' not supported")),
        }
    }

    fn error(&self, class: ErrorClass, message: &str) -> Error {
        error(class, message)
    }

    fn cancelled_error(&self, message: Option<Value>) -> Error {
        let message = message.map(|value| match value {
            Value::Text(text) => text.to_string(),
            other => self.repr(&other),
        });
        Rc::new(Exception { message, ..Rc::into_inner(error(ErrorClass::CancelledError, "")).unwrap() })
    }

    fn error_group(&self, message: &str, errors: Vec<Error>) -> Error {
        let plural = if errors.len() == 1 { "" } else { "s" };
        let message = format!("{message} ({} sub-exception{plural})", errors.len());
        let group = Rc::into_inner(error(ErrorClass::Exception, &message)).unwrap();
        Rc::new(Exception { group: errors, ..group })
    }

    fn grouped_errors(&self, error: &Error) -> Vec<Error> {
        error.group.clone()
    }

    fn is(&self, error: &Error, class: ErrorClass) -> bool {
        let outside = [
            ErrorClass::BaseException,
            ErrorClass::GeneratorExit,
            ErrorClass::KeyboardInterrupt,
            ErrorClass::SystemExit,
            ErrorClass::CancelledError,
        ];
        error.class == class
            || class == ErrorClass::BaseException
            || (class == ErrorClass::Exception && !outside.contains(&error.class))
            || (class == ErrorClass::RuntimeError && error.class == ErrorClass::BrokenBarrierError)
    }

    fn same_error(&self, one: &Error, other: &Error) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn set_cause(&self, error: &Error, cause: Option<&Error>) {
        error.cause.replace(cause.cloned());
    }

    fn context(&self, error: &Error) -> Option<Error> {
        error.context.borrow().clone()
    }

    fn set_context(&self, error: &Error, context: &Error) {
        error.context.replace(Some(context.clone()));
    }

    fn traceback(&self, _: &Error) {}

    fn set_traceback(&self, _: &Error, _: Option<&()>) {}

    fn describe(&self, error: &Error) -> String {
        let class = if error.group.is_empty() { class_name(error.class) } else { "ExceptionGroup".into() };
        match &error.message {
            Some(message) if !message.is_empty() => format!("{class}: {message}"),
            _ => class,
        }
    }

    fn error_repr(&self, error: &Error) -> String {
        let message = error.message.as_ref().map(|message| format!("'{message}'")).unwrap_or_default();
        format!("{:?}({message})", error.class)
    }

    fn report(&self, _: &EventLoop<Self>, report: Report<Self>) -> Result<(), Error> {
        let error = report.error.map(|error| format!(": {}", self.error_repr(&error))).unwrap_or_default();
        self.reports.borrow_mut().push(format!("{}{error}", report.message));
        Ok(())
    }

    fn warn_deprecated(&self, message: &str) {
        self.warn(message);
    }

    fn warn(&self, message: &str) {
        self.reports.borrow_mut().push(message.into());
    }

    fn take_asyncgens(&self, _: &EventLoop<Self>) -> Vec<(Value, Self::Coroutine)> {
        Vec::new()
    }

    fn shutdown_executor(&self, _: &EventLoop<Self>) -> Option<TestFuture> {
        None
    }
}
