//! How asyncio's own coroutines are written here, which in CPython are `async def`s of `Lib/asyncio`.
//!
//! `asyncio.sleep`, `Lock.acquire` and their like are coroutines that the library itself defines.
//! Rust has coroutines, too, so they are `async fn`s that read like CPython's source, and a
//! [`NativeCoroutine`] makes of such a Rust future what a task can drive: it turns `send` and
//! `throw` into polls, and what the function awaits into yields.
//!
//! The two sides talk through a [`Channel`] of one place, which all coroutines of a run share, for only one of
//! them is being resumed: before it polls, [`NativeCoroutine::resume`] puts in what is sent or thrown; before it
//! suspends, the function puts in what it yields ([`Suspend`]). Rust's own way to be woken, the waker, has nothing
//! to do: waking is the event loop's business.
//!
//! An exception is an `Err`, so a `finally` is what comes between an `await` and its `?`. That holds for
//! `close()`, too, which throws GeneratorExit into a coroutine like any other exception.

use std::cell::{Cell, RefCell, RefMut};
use std::mem;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use super::base_events::EventLoop;
use super::futures::{Awaitable, FutureRef};
use super::host::{ErrorClass, Host, Outcome, Resume, Yielded};
use super::runtime::Runtime;
use super::trash::bury;

type Body<H> = Pin<Box<dyn Future<Output = Result<<H as Host>::Value, <H as Host>::Error>>>>;

/// A coroutine object whose body is a Rust future. Clones are the same coroutine.
pub struct NativeCoroutine<H: Host>(Rc<Native<H>>);

struct Native<H: Host> {
    qualname: &'static str,
    runtime: Runtime<H>,
    state: RefCell<State<H>>,
    /// The coroutine that it awaits.
    awaiting: RefCell<Option<H::Coroutine>>,
    /// What its frame has a name for, and a traceback would keep.
    local: Cell<Option<Box<H::Value>>>,
}

/// Borrowed while it is running.
enum State<H: Host> {
    Created(Body<H>),
    Suspended(Body<H>),
    Closed,
}

/// What an `async fn` of asyncio's has in place of Python's `await`. A handle: cloning it is cheap.
pub struct Cx<H: Host> {
    runtime: Runtime<H>,
    /// Whose it is; its body owns the `Cx`, so not the other way round.
    native: Weak<Native<H>>,
}

/// What passes between a coroutine and whoever resumes it: one of these at a time.
pub(super) struct Channel<H: Host> {
    sent: Cell<Option<H::Value>>,
    thrown: Cell<Option<H::Error>>,
    /// The future that it awaits.
    future: Cell<Option<FutureRef<H>>>,
    /// Whatever else it hands out; nothing at all, where that is a bare yield.
    output: Cell<Option<Outcome<H>>>,
}

impl<H: Host> Default for Channel<H> {
    fn default() -> Self {
        Self {
            sent: Cell::new(None),
            thrown: Cell::new(None),
            future: Cell::new(None),
            output: Cell::new(None),
        }
    }
}

impl<H: Host> Channel<H> {
    fn put_input(&self, input: Resume<H>) {
        let (sent, thrown) = match input {
            Resume::Next | Resume::Continue => (None, None),
            Resume::Send(value) => (Some(value), None),
            Resume::Throw(error) => (None, Some(error)),
        };
        self.sent.set(sent);
        self.thrown.set(thrown);
    }

    /// A body that awaits something else than its Cx would never be woken; as a bare yield it is.
    fn take_output(&self) -> Outcome<H> {
        match self.future.take() {
            Some(future) => Outcome::Yield(Yielded::Future(future)),
            None => self.output.take().unwrap_or(Outcome::Yield(Yielded::Bare)),
        }
    }
}

impl<H: Host> Clone for NativeCoroutine<H> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<H: Host> Clone for Cx<H> {
    fn clone(&self) -> Self {
        Self { runtime: self.runtime.clone(), native: self.native.clone() }
    }
}

impl<H: Host> NativeCoroutine<H> {
    /// A coroutine that has not begun: `qualname` is the `__qualname__` that it has in CPython,
    /// `body` makes its Rust future.
    pub fn new<F>(runtime: &Runtime<H>, qualname: &'static str, body: impl FnOnce(Cx<H>) -> F) -> Self
    where
        F: Future<Output = Result<H::Value, H::Error>> + 'static,
    {
        Self(Rc::new_cyclic(|native| {
            let body = Box::pin(body(Cx { runtime: runtime.clone(), native: native.clone() }));
            Native {
                qualname,
                runtime: runtime.clone(),
                state: RefCell::new(State::Created(body)),
                awaiting: RefCell::new(None),
                local: Cell::new(None),
            }
        }))
    }

    /// The same, with what its traceback keeps alive where it fails.
    pub fn with_local(self, value: H::Value) -> Self {
        self.0.local.set(Some(Box::new(value)));
        self
    }

    /// Its `__qualname__`.
    pub fn qualname(&self) -> &'static str {
        self.0.qualname
    }

    /// Whether both are the same coroutine object.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// A number that no other native coroutine has while this one lives.
    pub fn id(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// The coroutine that it awaits: `cr_await`.
    pub fn awaiting(&self) -> Option<H::Coroutine> {
        self.0.awaiting.borrow().clone()
    }

    /// Whether it has returned, raised, or been closed.
    pub fn is_closed(&self) -> bool {
        self.0.state.try_borrow().is_ok_and(|state| matches!(*state, State::Closed))
    }

    /// Whether it awaits something now.
    pub fn is_suspended(&self) -> bool {
        self.0.state.try_borrow().is_ok_and(|state| matches!(*state, State::Suspended(_)))
    }

    /// Whether it runs now.
    pub fn is_running(&self) -> bool {
        self.0.state.try_borrow().is_err()
    }

    /// Whether it was resumed at least once.
    pub fn has_begun(&self) -> bool {
        self.0.state.try_borrow().map_or(true, |state| !matches!(*state, State::Created(_)))
    }

    /// `coro.send(value)`, `coro.throw(error)`, or go on after a pause. Raises RuntimeError where
    /// it is over, ValueError where it is running already.
    pub fn resume(&self, input: Resume<H>) -> Outcome<H> {
        let Ok(mut state) = self.0.state.try_borrow_mut() else {
            return self.refuse(ErrorClass::ValueError, "coroutine already executing");
        };
        let body = match &mut *state {
            State::Suspended(body) => body,
            State::Created(_) => return self.begin(state, input),
            State::Closed => {
                return self.refuse(ErrorClass::RuntimeError, "cannot reuse already awaited coroutine");
            }
        };
        self.0.runtime.channel().put_input(input);
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => self.0.runtime.channel().take_output(),
            Poll::Ready(outcome) => self.end(state, outcome),
        }
    }

    /// The first time. An exception that is thrown before the first line ends it there.
    fn begin(&self, mut state: RefMut<'_, State<H>>, input: Resume<H>) -> Outcome<H> {
        if let Resume::Throw(error) = input {
            return self.end(state, Err(error));
        }
        if let State::Created(body) = mem::replace(&mut *state, State::Closed) {
            *state = State::Suspended(body);
        }
        drop(state);
        self.resume(input)
    }

    fn end(&self, mut state: RefMut<'_, State<H>>, outcome: Result<H::Value, H::Error>) -> Outcome<H> {
        let body = mem::replace(&mut *state, State::Closed);
        drop(state);
        drop(body);
        match outcome {
            Ok(value) => {
                // Its frame is gone.
                drop(self.0.local.take());
                Outcome::Return(value)
            }
            Err(error) => self.raise(error),
        }
    }

    fn raise(&self, error: H::Error) -> Outcome<H> {
        if let Some(local) = self.0.local.take() {
            self.0.runtime.host().hold(&error, *local);
        }
        Outcome::Raise(error)
    }

    fn refuse(&self, class: ErrorClass, message: &str) -> Outcome<H> {
        Outcome::Raise(self.0.runtime.error(class, message))
    }

    /// `coro.close()` where it has not begun: it never will. Where it is suspended, throw
    /// GeneratorExit with [`NativeCoroutine::resume`].
    pub fn forget(&self) {
        if !self.has_begun() {
            self.0.state.replace(State::Closed);
        }
    }
}

/// A coroutine that is forgotten before it has begun says so, as CPython's coroutine objects do.
impl<H: Host> Drop for Native<H> {
    fn drop(&mut self) {
        if matches!(self.state.get_mut(), State::Created(_)) && !self.runtime.is_over() {
            self.runtime.host().warn_never_awaited(self.qualname);
        }
        bury(self.state.replace(State::Closed));
    }
}

impl<H: Host> Cx<H> {
    /// The run that the coroutine belongs to.
    pub fn runtime(&self) -> &Runtime<H> {
        &self.runtime
    }

    /// The language.
    pub fn host(&self) -> &H {
        self.runtime.host()
    }

    /// `asyncio.get_running_loop()`. Raises RuntimeError where no loop runs.
    pub fn event_loop(&self) -> Result<EventLoop<H>, H::Error> {
        self.runtime.get_running_loop()
    }

    /// `await future`: wait until it is done, then its result or its exception.
    pub fn wait<'a>(&'a self, future: &'a FutureRef<H>) -> Wait<'a, H> {
        Wait { runtime: &self.runtime, future, yielded: false }
    }

    /// A bare `yield`: let the others run, once.
    pub fn yield_now(&self) -> Suspend<'_, H> {
        Suspend { runtime: &self.runtime, yielded: false, output: None }
    }

    /// `yield`, as it is written in an `__await__`: hand that to the task, and come back with what is
    /// sent or thrown.
    pub fn yield_(&self, yielded: Yielded<H>) -> Suspend<'_, H> {
        self.suspend(Outcome::Yield(yielded))
    }

    /// Give the thread back in the middle of a step, which goes on afterwards: for what calls
    /// the host and is [paused](Outcome::Paused) by it.
    pub async fn pause(&self) {
        // Nothing can be thrown into a step that is not over.
        drop(self.suspend(Outcome::Paused).await);
    }

    /// `await coroutine`: resume it with all that this coroutine is resumed with.
    pub async fn delegate(&self, coroutine: &H::Coroutine) -> Result<H::Value, H::Error> {
        self.set_awaiting(Some(coroutine.clone()));
        let outcome = self.drive(coroutine).await;
        self.set_awaiting(None);
        outcome
    }

    async fn drive(&self, coroutine: &H::Coroutine) -> Result<H::Value, H::Error> {
        let mut input = Resume::Next;
        loop {
            input = match self.host().resume(coroutine, input) {
                Outcome::Return(value) => return Ok(value),
                Outcome::Raise(error) => return Err(error),
                Outcome::Paused => {
                    self.pause().await;
                    Resume::Continue
                }
                Outcome::Yield(yielded) => match self.yield_(yielded).await {
                    Ok(value) => Resume::Send(value),
                    Err(error) => Resume::Throw(error),
                },
            };
        }
    }

    /// `await awaitable`.
    pub async fn wait_on(&self, awaitable: &Awaitable<H>) -> Result<H::Value, H::Error> {
        match awaitable {
            Awaitable::Future(future) => self.wait(future).await,
            Awaitable::Coroutine(coroutine) => self.delegate(coroutine).await,
        }
    }

    fn set_awaiting(&self, coroutine: Option<H::Coroutine>) {
        if let Some(native) = self.native.upgrade() {
            native.awaiting.replace(coroutine);
        }
    }

    fn suspend(&self, output: Outcome<H>) -> Suspend<'_, H> {
        Suspend { runtime: &self.runtime, yielded: false, output: Some(output) }
    }
}

/// `future.__await__()`: yields the future itself, marked as blocking, until that is done.
pub struct Wait<'a, H: Host> {
    runtime: &'a Runtime<H>,
    future: &'a FutureRef<H>,
    yielded: bool,
}

impl<H: Host> Future for Wait<'_, H> {
    type Output = Result<H::Value, H::Error>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let channel = self.runtime.channel();
        if self.yielded
            && let Some(error) = channel.thrown.take()
        {
            return Poll::Ready(Err(error));
        }
        if self.future.done() {
            return Poll::Ready(self.future.result());
        }
        if self.future.blocking() {
            let message = "await wasn't used with future";
            return Poll::Ready(Err(self.runtime.error(ErrorClass::RuntimeError, message)));
        }
        self.future.set_blocking(true);
        self.yielded = true;
        channel.future.set(Some(self.future.clone()));
        Poll::Pending
    }
}

/// Hands out what a coroutine yields, and comes back with what it is resumed with next.
pub struct Suspend<'a, H: Host> {
    runtime: &'a Runtime<H>,
    yielded: bool,
    output: Option<Outcome<H>>,
}

/// Nothing points into it.
impl<H: Host> Unpin for Suspend<'_, H> {}

impl<H: Host> Future for Suspend<'_, H> {
    type Output = Result<H::Value, H::Error>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let channel = self.runtime.channel();
        if !mem::replace(&mut self.yielded, true) {
            if let Some(output) = self.output.take() {
                channel.output.set(Some(output));
            }
            return Poll::Pending;
        }
        match channel.thrown.take() {
            Some(error) => Poll::Ready(Err(error)),
            None => Poll::Ready(Ok(channel.sent.take().unwrap_or_else(|| self.runtime.host().none()))),
        }
    }
}
