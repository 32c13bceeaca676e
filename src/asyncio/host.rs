//! The small seam between the loop and the language whose coroutines it runs.
//!
//! The scheduler never looks into a value, an error or a coroutine. It asks its [`Host`] to
//! resume coroutines and to make the few values and exceptions that asyncio itself makes.
//! Python is one host; the unit tests and the benchmarks are another, with native coroutines.
//!
//! The floor never holds a borrow of its own while it calls a host, so a host may call any
//! asyncio function from within any of these methods.

use super::base_events::EventLoop;
use super::coroutines::NativeCoroutine;
use super::events::HandleRef;
use super::futures::FutureRef;

/// What the loop needs of a language. A handle: cloning it is cheap.
pub trait Host: Clone + 'static {
    /// What coroutines return and futures hold.
    type Value: Clone + 'static;
    /// What coroutines raise: a reference to an exception object.
    type Error: Clone + 'static;
    /// A coroutine object; clones are the same coroutine.
    type Coroutine: Clone + 'static;
    /// A callable of the language, with the arguments bound to it.
    type Function: Clone + 'static;
    /// A `contextvars.Context`; clones are the same context.
    type Context: Clone + 'static;
    /// `error.__traceback__`; hosts without tracebacks say `()`.
    type Traceback: Clone + 'static;

    /// Run the coroutine until it yields, returns or raises: CPython's `coro.send` and `coro.throw`.
    /// [`Outcome::Paused`] means that it is not done with that: resume it with [`Resume::Continue`].
    fn resume(&self, coroutine: &Self::Coroutine, input: Resume<Self>) -> Outcome<Self>;
    /// The same for a step of a task.
    fn step(&self, coroutine: &Self::Coroutine, input: Resume<Self>) -> Outcome<Self> {
        self.resume(coroutine, input)
    }
    /// One of asyncio's own coroutines as a coroutine object; [`Host::resume`] passes on to
    /// [`NativeCoroutine::resume`], and the other methods here likewise.
    fn native(&self, coroutine: NativeCoroutine<Self>) -> Self::Coroutine;
    /// A number that no other coroutine object has while this one lives: `gather(c, c)` runs it once.
    /// It is only ever compared for being equal.
    fn coroutine_id(&self, coroutine: &Self::Coroutine) -> usize;
    /// The coroutine's `__qualname__`.
    fn qualname(&self, coroutine: &Self::Coroutine) -> String;
    /// Where in the source the call stands that made the coroutine, as a byte offset, if it is the user's.
    fn made_at(&self, _coroutine: &Self::Coroutine) -> Option<u32> {
        None
    }
    /// The line where the innermost frame of the user's own code stands, down the await chain
    /// (through [`NativeCoroutine::awaiting`] where one of asyncio's own is in between).
    fn line(&self, coroutine: &Self::Coroutine) -> Option<u32>;
    /// The line of the user's own code that runs now.
    fn current_line(&self) -> Option<u32> {
        None
    }
    /// Another coroutine like this one, which has not begun: of the same function with the same arguments. None
    /// for one that the program did not make by calling a function of its own.
    fn again(&self, _coroutine: &Self::Coroutine) -> Option<Self::Coroutine> {
        None
    }
    /// `coro.close()`, for a coroutine that will never be run.
    fn close(&self, coroutine: &Self::Coroutine);
    /// Whether the coroutine was resumed at least once.
    fn has_begun(&self, coroutine: &Self::Coroutine) -> bool;
    /// From now on that exception is being handled, as in an `except` block; None ends that.
    fn handling(&self, _error: Option<&Self::Error>) {}
    /// The exception is raised here: what is being handled becomes its context.
    fn chain(&self, _error: &Self::Error) {}
    /// As long as the exception lives, so does this: it was in a frame that the exception left.
    fn hold(&self, _error: &Self::Error, _value: Self::Value) {}
    /// The same for a future.
    fn hold_future(&self, _error: &Self::Error, _future: &FutureRef<Self>) {}
    /// A callback of a loop has ended, and all that it alone held is dropped.
    fn after_callback(&self) {}

    /// Call a callback; a done callback gets its future. After [`Called::Paused`] the same call is
    /// continued by calling this again with the same arguments.
    fn call(&self, function: &Self::Function, future: Option<&FutureRef<Self>>) -> Called<Self>;
    /// Whether two callables are equal, for `remove_done_callback`.
    fn same_function(&self, one: &Self::Function, other: &Self::Function) -> bool;
    /// The `__qualname__` of a callable, where the user's own code defines it (or it is `print`).
    fn user_name(&self, function: &Self::Function) -> Option<String>;
    /// How `Exception in callback …` and a future's repr write a callable with its arguments (a done
    /// callback's last is its future): `greet('you') at main.py:3`. Without arguments where `arguments` is false: `greet() at …`.
    fn format_callback(
        &self,
        function: &Self::Function,
        future: Option<&FutureRef<Self>>,
        arguments: bool,
    ) -> String;
    /// What `loop.set_task_factory(factory)` was given makes a task. The call cannot pause.
    fn call_task_factory(
        &self,
        factory: &Self::Function,
        event_loop: &EventLoop<Self>,
        coroutine: &Self::Coroutine,
        context: Option<&Self::Context>,
    ) -> Result<FutureRef<Self>, Self::Error>;

    /// `contextvars.copy_context()`.
    fn copy_context(&self) -> Self::Context;
    /// Make this the current context, and say which one was: the two ends of `context.run(…)`.
    fn enter(&self, context: &Self::Context) -> Self::Context;

    /// `None`.
    fn none(&self) -> Self::Value;
    /// `True` or `False`.
    fn boolean(&self, value: bool) -> Self::Value;
    /// A `str`.
    fn text(&self, text: &str) -> Self::Value;
    /// The list of results that `gather` gives.
    fn list(&self, values: Vec<Self::Value>) -> Self::Value;
    /// An exception as a value, for `return_exceptions`.
    fn error_value(&self, error: &Self::Error) -> Self::Value;
    /// `repr(value)`, as the trace shows results.
    fn repr(&self, value: &Self::Value) -> String;
    /// `reprlib.repr(value)`, cut short, as a future's repr shows its result.
    fn short_repr(&self, value: &Self::Value) -> String;
    /// `logger.debug("Close %r", loop)`, in debug mode.
    fn note_close(&self, _event_loop: &EventLoop<Self>) {}
    /// `repr(future)`, where the language has classes that are derived from it.
    fn future_repr(&self, future: &FutureRef<Self>) -> String {
        future.repr()
    }
    /// The `__qualname__` of a task's class.
    fn task_class(&self, _task: &FutureRef<Self>) -> String {
        "Task".into()
    }
    /// `coroutines._format_coroutine`: `work() running at main.py:4`.
    fn format_coroutine(&self, coroutine: &Self::Coroutine) -> String;
    /// `one < other`, for the heap of a PriorityQueue.
    fn less(&self, one: &Self::Value, other: &Self::Value) -> Result<bool, Self::Error>;

    /// A new exception of that class with `str(message)`; no arguments where the message is empty.
    fn error(&self, class: ErrorClass, message: &str) -> Self::Error;
    /// A new CancelledError, with the message given to `cancel(msg)`.
    fn cancelled_error(&self, message: Option<Self::Value>) -> Self::Error;
    /// A `BaseExceptionGroup` (an `ExceptionGroup` where all are `Exception`s).
    fn error_group(&self, message: &str, errors: Vec<Self::Error>) -> Self::Error;
    /// The exceptions of an `ExceptionGroup` (not of a `BaseExceptionGroup`), for `timeout()`.
    fn grouped_errors(&self, error: &Self::Error) -> Vec<Self::Error>;
    /// `isinstance(error, class)`.
    fn is(&self, error: &Self::Error, class: ErrorClass) -> bool;
    /// Whether both are the same exception object.
    fn same_error(&self, one: &Self::Error, other: &Self::Error) -> bool;
    /// `error.__cause__ = cause`, as `raise error from cause` does (`from None` where it is None):
    /// `__suppress_context__` becomes true.
    fn set_cause(&self, error: &Self::Error, cause: Option<&Self::Error>);
    /// `error.__context__`.
    fn context(&self, error: &Self::Error) -> Option<Self::Error>;
    /// `error.__context__ = context`, as a `raise` inside an `except` block does.
    fn set_context(&self, error: &Self::Error, context: &Self::Error);
    /// `error.__traceback__`, kept by a future when its exception is set, …
    fn traceback(&self, error: &Self::Error) -> Self::Traceback;
    /// … and put back when its result is first asked for (`error.with_traceback(traceback)`); cleared
    /// each further time, as the Future in C does.
    fn set_traceback(&self, error: &Self::Error, traceback: Option<&Self::Traceback>);
    /// The line that ends a traceback: `ValueError: text`.
    fn describe(&self, error: &Self::Error) -> String;
    /// `repr(error)`: `ValueError('text')`.
    fn error_repr(&self, error: &Self::Error) -> String;

    /// A coroutine or callback has paused where there is nobody who could be asked to come back: let others
    /// have the thread, and then go on with it. Raises what ends the run.
    fn pass_pause(&self) -> Result<(), Self::Error> {
        Ok(())
    }

    /// A running coroutine makes a task whose first step is run at once: remember where it stands meanwhile. False
    /// where that is known already.
    fn interrupt(&self, _coroutine: &Self::Coroutine) -> bool {
        false
    }

    /// The eager step is over; the coroutine goes on.
    fn go_on(&self, _coroutine: &Self::Coroutine) {}

    /// `threading.current_thread().name`.
    fn thread_name(&self) -> String {
        "MainThread".into()
    }

    /// `loop.call_exception_handler(context)`: the loop's own handler
    /// ([`EventLoop::exception_handler`]) if it has one, else a message on stderr.
    /// Raises the SystemExit or KeyboardInterrupt that the handler raises.
    fn report(&self, event_loop: &EventLoop<Self>, report: Report<Self>) -> Result<(), Self::Error>;
    /// A warning of asyncio's logger (debug mode's "Executing … took … seconds").
    fn warn(&self, message: &str);
    /// `RuntimeWarning: coroutine 'sleep' was never awaited`, of one of asyncio's own.
    fn warn_never_awaited(&self, _qualname: &'static str) {}
    /// `warnings.warn(message, DeprecationWarning)`, told with the line of the user's code that is to blame.
    fn warn_deprecated(&self, message: &str);
    /// The loop's async generators that were begun and are not over, in the order they were begun,
    /// each with a new `aclose()`; the loop's list of them is empty afterwards.
    fn take_asyncgens(&self, event_loop: &EventLoop<Self>) -> Vec<(Self::Value, Self::Coroutine)>;
    /// Begin to shut down the loop's default executor, if it has one: the future is done when all
    /// its threads are.
    fn shutdown_executor(&self, event_loop: &EventLoop<Self>) -> Option<FutureRef<Self>>;
}

/// What a coroutine is resumed with.
pub enum Resume<H: Host> {
    /// `coro.send(None)`: all that a task ever sends.
    Next,
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
    /// Anything else is a mistake.
    Other(H::Value),
    /// So is a generator, with a message of its own.
    Generator(H::Value),
}

/// How a callback of the user's own ended.
pub enum Called<H: Host> {
    Returned,
    Raised(H::Error),
    Paused,
}

/// What went wrong where nobody can be told by an exception: the `context` of
/// `loop.call_exception_handler`.
pub struct Report<H: Host> {
    pub message: String,
    pub error: Option<H::Error>,
    pub subject: Subject<H>,
}

/// What a [`Report`] is about: which key the `context` has beside `message` and `exception`.
pub enum Subject<H: Host> {
    Future(FutureRef<H>),
    Task(FutureRef<H>),
    Handle(HandleRef<H>),
    AsyncGenerator(H::Value),
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
    StopAsyncIteration,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    CancelledError,
    InvalidStateError,
    AssertionError,
    TimeoutError,
    QueueEmpty,
    QueueFull,
    QueueShutDown,
    BrokenBarrierError,
}
