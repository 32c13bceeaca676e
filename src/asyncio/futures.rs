//! Futures: results that are not there yet (CPython's `futures.Future`).
//!
//! A future is *pending* until somebody sets its result, sets its exception, or cancels it; from
//! then on it is *done*, and stays as it is. Those who want to know add a *done callback*. Done
//! callbacks are never called at once: when the future becomes done, each is handed to the loop
//! with `call_soon`, in the order in which they were added. That one rule decides most of the order in which
//! an asyncio program runs.
//!
//! `await future` is a small protocol between three parties. The future yields *itself*, marked as
//! *blocking* to show that this is an `await` and no stray `yield`; the coroutines on the way pass
//! it on; the task at the bottom takes the mark away, adds its own wakeup as a done callback, and
//! returns to the loop. When the future is done the loop calls the wakeup, the task resumes its
//! coroutine, and the `await` gives the result or raises the exception ([`Cx::wait`]).
//!
//! A task is a future, too, and so is what `gather` returns: they only cancel differently. So
//! here is one type for all, and its [`Kind`] tells them apart.
//!
//! The exact behaviour, and each error's text, is that of the Future which CPython has in C.
//!
//! [`Cx::wait`]: super::coroutines::Cx::wait

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base_events::EventLoop;
use super::done_callbacks::DoneCallbacks;
use super::gather::GatheringFuture;
use super::host::{ErrorClass, Host};
use super::tasks::Task;
use crate::trace::{ObjectId, Seconds, TaskId, Wait};

/// How many tasks that wait for each other one `cancel()` goes through: CPython's limit of recursion.
const MAX_DEPTH: u32 = 988;

/// A shared future; clones are the same future.
pub type FutureRef<H> = Rc<Future<H>>;

/// A result that is not there yet.
pub struct Future<H: Host> {
    pub(super) event_loop: EventLoop<H>,
    pub(super) state: RefCell<State<H>>,
    /// Kept aside, for few futures have it.
    pub(super) cancellation: Cell<Option<Box<Cancellation<H>>>>,
    /// Whether an exception was set that nobody has looked at.
    pub(super) log_traceback: Cell<bool>,
    /// CPython's `_asyncio_future_blocking`: it was yielded by an `await`.
    pub(super) blocking: Cell<bool>,
    pub(super) kind: Kind<H>,
    /// Whether its repr is being made.
    pub(super) in_repr: Cell<bool>,
}

/// What a future belongs to.
pub enum Kind<H: Host> {
    Plain(Label),
    Task(Task<H>),
    Gathering(GatheringFuture<H>),
}

/// What a plain future is waited for, so that the trace can say it.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// A future of the user's own.
    None,
    /// `asyncio.sleep(seconds)`; see [`Wait::Sleep`].
    Sleep { seconds: Seconds, origin: Option<u32> },
    /// `Lock.acquire`, which lock, and which task holds it.
    Lock(ObjectId, Rc<Cell<Option<TaskId>>>),
    /// `Event.wait`, `Queue.get`, …
    Named(&'static str),
    /// `wait`, `TaskGroup`: a future for a group.
    Group(&'static str, ObjectId),
}

pub(super) enum State<H: Host> {
    /// With those who will be told.
    Pending(DoneCallbacks<H>),
    Cancelled,
    Result(H::Value),
    /// The exception, and the traceback it had when it was set, until it is first raised.
    Exception(H::Error, Option<H::Traceback>),
}

/// What a cancelled future's CancelledError is made of.
#[derive(Clone)]
pub(super) enum Cancellation<H: Host> {
    /// What `cancel(msg)` was given: `_cancel_message`.
    Message(H::Value),
    /// The one that ended the task (`_cancelled_exc`): the first who asks gets that very object.
    Error(H::Error),
}

/// What can be awaited: a future, or a coroutine that is not a task yet.
pub enum Awaitable<H: Host> {
    Future(FutureRef<H>),
    Coroutine(H::Coroutine),
}

impl<H: Host> Awaitable<H> {
    /// A number that no other awaitable has while this one lives; equal for the same object.
    pub(super) fn id(&self, host: &H) -> usize {
        match self {
            Self::Future(future) => Rc::as_ptr(future).addr(),
            Self::Coroutine(coroutine) => host.coroutine_id(coroutine),
        }
    }
}

impl<H: Host> Future<H> {
    #[inline]
    pub(super) fn new(event_loop: &EventLoop<H>, kind: Kind<H>) -> FutureRef<H> {
        Rc::new(Self {
            event_loop: event_loop.clone(),
            state: RefCell::new(State::Pending(DoneCallbacks::None)),
            cancellation: Cell::new(None),
            log_traceback: Cell::new(false),
            blocking: Cell::new(false),
            kind,
            in_repr: Cell::new(false),
        })
    }

    /// `future.get_loop()`.
    pub fn event_loop(&self) -> &EventLoop<H> {
        &self.event_loop
    }

    /// What it belongs to.
    pub fn kind(&self) -> &Kind<H> {
        &self.kind
    }

    /// The task that this future is, if it is one.
    pub fn task(&self) -> Option<&Task<H>> {
        match &self.kind {
            Kind::Task(task) => Some(task),
            Kind::Plain(_) | Kind::Gathering(_) => None,
        }
    }

    /// `future.done()`: it has a result or an exception, or is cancelled.
    pub fn done(&self) -> bool {
        !matches!(*self.state.borrow(), State::Pending(_))
    }

    /// `future.cancelled()`.
    pub fn cancelled(&self) -> bool {
        matches!(*self.state.borrow(), State::Cancelled)
    }

    /// `future.result()`. Raises the future's exception, CancelledError where it is cancelled,
    /// InvalidStateError where it is pending.
    pub fn result(&self) -> Result<H::Value, H::Error> {
        let outcome = match &mut *self.state.borrow_mut() {
            State::Result(value) => Some(Ok(value.clone())),
            State::Exception(error, traceback) => Some(Err((error.clone(), traceback.take()))),
            State::Cancelled | State::Pending(_) => None,
        };
        match outcome {
            Some(Ok(value)) => Ok(value),
            Some(Err((error, traceback))) => {
                self.log_traceback.set(false);
                self.host().set_traceback(&error, traceback.as_ref());
                Err(error)
            }
            None => Err(self.no_outcome("Result is not set.")),
        }
    }

    /// What [`Future::result`] raises, if it raises, where nobody asks for the value.
    pub(super) fn error(&self) -> Option<H::Error> {
        let has_value = matches!(*self.state.borrow(), State::Result(_));
        if has_value { None } else { self.result().err() }
    }

    /// `future.exception()`: the exception that was set, or None where it has a result. Raises
    /// CancelledError where it is cancelled, InvalidStateError where it is pending.
    pub fn exception(&self) -> Result<Option<H::Error>, H::Error> {
        let outcome = match &*self.state.borrow() {
            State::Result(_) => Some(None),
            State::Exception(error, _) => Some(Some(error.clone())),
            State::Cancelled | State::Pending(_) => None,
        };
        self.log_traceback.set(false);
        outcome.ok_or_else(|| self.no_outcome("Exception is not set."))
    }

    /// Why there is neither a result nor an exception.
    fn no_outcome(&self, not_set: &str) -> H::Error {
        if self.cancelled() {
            self.make_cancelled_error()
        } else {
            self.host().error(ErrorClass::InvalidStateError, not_set)
        }
    }

    /// The exception that ended it, be it a CancelledError for which nobody has asked yet.
    pub(super) fn ended_by(&self) -> Option<H::Error> {
        let cancellation = self.cancellation.take();
        let error = match cancellation.as_deref() {
            Some(Cancellation::Error(error)) => Some(error.clone()),
            Some(Cancellation::Message(_)) | None => self.peek_exception(),
        };
        self.cancellation.set(cancellation);
        error
    }

    /// `future._make_cancelled_error()`: the error that ended it, for the first who asks; else a
    /// new one with the message of `cancel(msg)`.
    pub fn make_cancelled_error(&self) -> H::Error {
        match self.cancellation.take().map(|cancellation| *cancellation) {
            Some(Cancellation::Error(error)) => error,
            Some(Cancellation::Message(message)) => {
                self.set_cancel_message(Some(message.clone()));
                self.host().cancelled_error(Some(message))
            }
            None => self.host().cancelled_error(None),
        }
    }

    /// `future._cancel_message`.
    pub fn cancel_message(&self) -> Option<H::Value> {
        let cancellation = self.cancellation.take();
        let message = match cancellation.as_deref() {
            Some(Cancellation::Message(message)) => Some(message.clone()),
            Some(Cancellation::Error(_)) | None => None,
        };
        self.cancellation.set(cancellation);
        message
    }

    /// `future.set_result(value)`. Raises InvalidStateError where it is done, RuntimeError for a task.
    pub fn set_result(self: &Rc<Self>, value: H::Value) -> Result<(), H::Error> {
        self.refuse_for_tasks("Task does not support set_result operation")?;
        self.finish_with_result(value)
    }

    /// `future.set_exception(error)`. Raises InvalidStateError where it is done, RuntimeError for a
    /// task. A StopIteration is wrapped in a RuntimeError.
    pub fn set_exception(self: &Rc<Self>, error: H::Error) -> Result<(), H::Error> {
        self.refuse_for_tasks("Task does not support set_exception operation")?;
        self.finish_with_exception(error)
    }

    fn refuse_for_tasks(&self, message: &str) -> Result<(), H::Error> {
        match self.task() {
            Some(_) => Err(self.host().error(ErrorClass::RuntimeError, message)),
            None => Ok(()),
        }
    }

    pub(super) fn finish_with_result(self: &Rc<Self>, value: H::Value) -> Result<(), H::Error> {
        self.require_pending()?;
        self.finish(State::Result(value))
    }

    pub(super) fn finish_with_exception(self: &Rc<Self>, error: H::Error) -> Result<(), H::Error> {
        self.require_pending()?;
        let error = self.no_stop_iteration(error);
        let traceback = self.host().traceback(&error);
        self.finish(State::Exception(error, Some(traceback)))?;
        self.log_traceback.set(true);
        Ok(())
    }

    /// It is done now, and stays so.
    #[inline]
    fn finish(self: &Rc<Self>, state: State<H>) -> Result<(), H::Error> {
        if let Some(task) = self.task()
            && !matches!(state, State::Exception(..))
        {
            // Who has failed may have to say so at the end.
            self.event_loop.unregister_task(task);
        }
        let before = self.state.replace(state);
        match before {
            State::Pending(callbacks) => self.schedule_callbacks(callbacks),
            State::Cancelled | State::Result(_) | State::Exception(..) => Ok(()),
        }
    }

    /// Raises InvalidStateError where it is done.
    pub fn require_pending(&self) -> Result<(), H::Error> {
        if self.done() {
            return Err(self.host().error(ErrorClass::InvalidStateError, "invalid state"));
        }
        Ok(())
    }

    /// Raising a StopIteration where the future is awaited would end the coroutine as if it returned.
    fn no_stop_iteration(&self, error: H::Error) -> H::Error {
        let host = self.host();
        if !host.is(&error, ErrorClass::StopIteration) {
            return error;
        }
        let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let wrapper = host.error(ErrorClass::RuntimeError, message);
        host.set_cause(&wrapper, Some(&error));
        host.set_context(&wrapper, &error);
        wrapper
    }

    /// `future.cancel(msg)`: whether the request took effect. What it does depends on what the
    /// future is: a task is asked to cancel itself, a gathering asks its children, any other is
    /// cancelled at once. Raises RecursionError for tasks that wait for each other in a circle.
    pub fn cancel(self: &Rc<Self>, message: Option<H::Value>) -> Result<bool, H::Error> {
        let cancel = || match &self.kind {
            Kind::Plain(_) => self.cancel_now(message),
            Kind::Task(task) => task.cancel(self, message),
            Kind::Gathering(gathering) => gathering.cancel(self, message),
        };
        self.event_loop.runtime().nested(MAX_DEPTH, cancel).unwrap_or_else(|| {
            Err(self.host().error(ErrorClass::RecursionError, "maximum recursion depth exceeded"))
        })
    }

    /// `Future.cancel`: cancelled from now on. False where it was done.
    pub(super) fn cancel_now(self: &Rc<Self>, message: Option<H::Value>) -> Result<bool, H::Error> {
        self.log_traceback.set(false);
        if self.done() {
            return Ok(false);
        }
        self.set_cancel_message(message);
        self.finish(State::Cancelled)?;
        Ok(true)
    }

    /// The end of a task whose coroutine raised this CancelledError.
    pub(super) fn cancel_with(self: &Rc<Self>, error: H::Error) -> Result<(), H::Error> {
        self.log_traceback.set(false);
        self.cancellation.set(Some(Box::new(Cancellation::Error(error))));
        self.finish(State::Cancelled)
    }

    /// Nobody need be told of its exception any more.
    pub(super) fn forget_exception(&self) {
        self.log_traceback.set(false);
    }

    pub(super) fn set_cancel_message(&self, message: Option<H::Value>) {
        self.cancellation.set(message.map(|message| Box::new(Cancellation::Message(message))));
    }

    /// The exception that was set, without counting as having looked at it.
    pub fn peek_exception(&self) -> Option<H::Error> {
        match &*self.state.borrow() {
            State::Exception(error, _) => Some(error.clone()),
            State::Pending(_) | State::Cancelled | State::Result(_) => None,
        }
    }

    /// The result that was set.
    pub(super) fn peek_result(&self) -> Option<H::Value> {
        match &*self.state.borrow() {
            State::Result(value) => Some(value.clone()),
            State::Pending(_) | State::Cancelled | State::Exception(..) => None,
        }
    }

    /// `future._asyncio_future_blocking`.
    pub fn blocking(&self) -> bool {
        self.blocking.get()
    }

    /// Set by whoever yields the future to await it, unset by the task that it is yielded to.
    pub fn set_blocking(&self, blocking: bool) {
        self.blocking.set(blocking);
    }

    /// What the trace says of a task that waits for this future.
    pub(super) fn wait(&self) -> WaitLabel {
        match &self.kind {
            Kind::Task(task) => WaitLabel::Known(Wait::Task(task.id())),
            Kind::Gathering(gathering) => WaitLabel::Known(Wait::Gather(gathering.object())),
            Kind::Plain(Label::None) => WaitLabel::Known(Wait::Future),
            &Kind::Plain(Label::Sleep { seconds, origin }) => {
                WaitLabel::Known(Wait::Sleep { seconds, origin })
            }
            Kind::Plain(Label::Lock(object, _)) => WaitLabel::Named("Lock.acquire", Some(*object)),
            Kind::Plain(Label::Named(name)) => WaitLabel::Named(name, None),
            Kind::Plain(Label::Group(name, object)) => WaitLabel::Named(name, Some(*object)),
        }
    }

    pub(super) fn host(&self) -> &H {
        self.event_loop.runtime().host()
    }
}

/// A [`Wait`] whose name is not interned yet.
pub(super) enum WaitLabel {
    Known(Wait),
    Named(&'static str, Option<ObjectId>),
}

/// The class that `type(future).__name__` says.
pub(super) fn class_name<H: Host>(kind: &Kind<H>) -> &'static str {
    match kind {
        Kind::Plain(_) => "Future",
        Kind::Task(_) => "Task",
        Kind::Gathering(_) => "_GatheringFuture",
    }
}
