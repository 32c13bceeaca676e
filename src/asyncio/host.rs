//! The small seam between the loop and the language whose coroutines it runs.
//!
//! The scheduler never looks into a value, an error or a coroutine. It asks its [`Host`] to
//! resume coroutines and to make the few values and exceptions that asyncio itself makes.
//! Python is one host; the unit tests and the benchmarks are another, with native coroutines.

use super::future::FutureRef;

/// What the loop needs of a language. A handle: cloning it is cheap.
pub trait Host: Clone + 'static {
    /// What coroutines return and futures hold.
    type Value: Clone + 'static;
    /// What coroutines raise.
    type Error: Clone + 'static;
    /// A coroutine object; clones are the same coroutine.
    type Coroutine: Clone + 'static;
    /// A callable of the user's own, with the arguments bound to it.
    type Function: Clone + 'static;

    /// Run the coroutine until it yields, returns or raises: CPython's `coro.send` and `coro.throw`.
    /// [`Outcome::Paused`] means that it is not done with that: resume it with [`Resume::Continue`].
    fn resume(&self, coroutine: &Self::Coroutine, input: Resume<Self>) -> Outcome<Self>;
    /// Call a user's callback; a done callback gets its future. After [`Called::Paused`] the same call is
    /// continued by calling this again with the same arguments.
    fn call(&self, function: &Self::Function, future: Option<&FutureRef<Self>>) -> Called<Self>;
    /// Whether two callables are equal, for `remove_done_callback`.
    fn same_function(&self, one: &Self::Function, other: &Self::Function) -> bool;
    /// The `__qualname__` of a callable, where the user's own code defines it (or it is `print`).
    fn user_name(&self, function: &Self::Function) -> Option<String>;
    /// The coroutine's `__qualname__`.
    fn qualname(&self, coroutine: &Self::Coroutine) -> String;
    /// The line where the innermost frame of the user's own code stands, down the await chain.
    fn line(&self, coroutine: &Self::Coroutine) -> Option<u32>;
    /// `coro.close()`, for a coroutine that will never be run.
    fn close(&self, coroutine: &Self::Coroutine);

    /// `None`.
    fn none(&self) -> Self::Value;
    /// The list of results that `gather` gives.
    fn list(&self, values: Vec<Self::Value>) -> Self::Value;
    /// An exception as a value, for `return_exceptions`.
    fn error_value(&self, error: &Self::Error) -> Self::Value;
    /// `repr(value)`, as the trace shows results.
    fn repr(&self, value: &Self::Value) -> String;

    /// A new exception of that class with `str(message)`; no arguments where the message is empty.
    fn error(&self, class: ErrorClass, message: &str) -> Self::Error;
    /// A new CancelledError, with the message given to `cancel(msg)`.
    fn cancelled_error(&self, message: Option<Self::Value>) -> Self::Error;
    /// A `BaseExceptionGroup` (an `ExceptionGroup` where all are `Exception`s).
    fn error_group(&self, message: &str, errors: Vec<Self::Error>) -> Self::Error;
    /// `isinstance(error, class)`.
    fn is(&self, error: &Self::Error, class: ErrorClass) -> bool;
    /// Whether both are the same exception object.
    fn same_error(&self, one: &Self::Error, other: &Self::Error) -> bool;
    /// `error.__cause__ = cause`, as `raise error from cause` does.
    fn set_cause(&self, error: &Self::Error, cause: &Self::Error);
    /// `error.__context__ = context`, as a `raise` inside an `except` block does.
    fn set_context(&self, error: &Self::Error, context: &Self::Error);
    /// The line that ends a traceback: `ValueError: text`.
    fn describe(&self, error: &Self::Error) -> String;
    /// `loop.call_exception_handler({'message': message, 'exception': error})`.
    fn report(&self, message: &str, error: Option<&Self::Error>);
}

/// What a coroutine is resumed with.
pub enum Resume<H: Host> {
    Send(H::Value),
    Throw(H::Error),
    /// Go on after [`Outcome::Paused`].
    Continue,
}

/// What a coroutine does next.
pub enum Outcome<H: Host> {
    Yield(Yielded<H>),
    Return(H::Value),
    Raise(H::Error),
    /// It has used up the time it was given, or its thread is blocked: the step is not over.
    Paused,
}

/// What a coroutine yields to the task that drives it.
pub enum Yielded<H: Host> {
    /// `yield` without a value: run the others, then me.
    Bare,
    /// `await future`: wake me when it is done.
    Future(FutureRef<H>),
    /// Anything else is a mistake; the text is its repr.
    Other(String),
}

/// How a callback of the user's own ended.
pub enum Called<H: Host> {
    Returned,
    Raised(H::Error),
    Paused,
}

/// The exception classes that asyncio raises or tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    BaseException,
    Exception,
    GeneratorExit,
    KeyboardInterrupt,
    SystemExit,
    StopIteration,
    RuntimeError,
    TypeError,
    ValueError,
    CancelledError,
    InvalidStateError,
    TimeoutError,
    QueueEmpty,
    QueueFull,
    QueueShutDown,
    BrokenBarrierError,
}
