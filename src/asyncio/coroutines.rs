//! How asyncio's own coroutines are written here, which in CPython are `async def`s of `Lib/asyncio`.
//!
//! `asyncio.sleep`, `Lock.acquire` and their like are coroutines that the library itself defines.
//! Rust has coroutines, too, so they are `async fn`s that read like CPython's source, and a
//! [`NativeCoroutine`] makes of such a Rust future what a task can drive: it turns `send` and
//! `throw` into polls, and what the function awaits into yields.
//!
//! The two sides talk through a channel of one place: before it polls, [`NativeCoroutine::resume`]
//! puts in what is sent or thrown; before it suspends, the function puts in what it yields. The
//! function's end of the channel is its [`Cx`]. Rust's own way to be woken, the waker, has
//! nothing to do: waking is the event loop's business.
//!
//! An exception is an `Err`, so a `finally` is what comes between an `await` and its `?`. That holds for
//! `close()`, too, which throws GeneratorExit into a coroutine like any other exception.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
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
    cx: Cx<H>,
    state: RefCell<State<H>>,
    /// What its frame has a name for, and a traceback would keep.
    local: RefCell<Option<H::Value>>,
}

enum State<H: Host> {
    Created(Body<H>),
    Suspended(Body<H>),
    Running,
    Closed,
}

/// What an `async fn` of asyncio's has in place of Python's `await`. A handle: cloning it is cheap.
pub struct Cx<H: Host> {
    runtime: Runtime<H>,
    channel: Rc<Channel<H>>,
}

struct Channel<H: Host> {
    input: Cell<Option<Resume<H>>>,
    output: Cell<Option<Outcome<H>>>,
    awaiting: RefCell<Option<H::Coroutine>>,
}

impl<H: Host> Clone for NativeCoroutine<H> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<H: Host> Clone for Cx<H> {
    fn clone(&self) -> Self {
        Self { runtime: self.runtime.clone(), channel: self.channel.clone() }
    }
}

impl<H: Host> NativeCoroutine<H> {
    /// A coroutine that has not begun: `qualname` is the `__qualname__` that it has in CPython,
    /// `body` makes its Rust future.
    pub fn new<F>(runtime: &Runtime<H>, qualname: &'static str, body: impl FnOnce(Cx<H>) -> F) -> Self
    where
        F: Future<Output = Result<H::Value, H::Error>> + 'static,
    {
        let channel =
            Channel { input: Cell::new(None), output: Cell::new(None), awaiting: RefCell::new(None) };
        let cx = Cx { runtime: runtime.clone(), channel: Rc::new(channel) };
        let body = Box::pin(body(cx.clone()));
        let state = RefCell::new(State::Created(body));
        Self(Rc::new(Native { qualname, cx, state, local: RefCell::new(None) }))
    }

    /// The same, with what its traceback keeps alive where it fails.
    pub fn with_local(self, value: H::Value) -> Self {
        self.0.local.replace(Some(value));
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
        self.0.cx.channel.awaiting.borrow().clone()
    }

    /// Whether it has returned, raised, or been closed.
    pub fn is_closed(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Closed)
    }

    /// Whether it was resumed at least once.
    pub fn has_begun(&self) -> bool {
        !matches!(*self.0.state.borrow(), State::Created(_))
    }

    /// `coro.send(value)`, `coro.throw(error)`, or go on after a pause. Raises RuntimeError where
    /// it is over, ValueError where it is running already.
    pub fn resume(&self, input: Resume<H>) -> Outcome<H> {
        let mut body = match (self.0.state.replace(State::Running), input) {
            // An exception that is thrown before the first line ends it there.
            (State::Created(_), Resume::Throw(error)) => {
                self.0.state.replace(State::Closed);
                return self.raise(error);
            }
            (State::Created(body) | State::Suspended(body), input) => {
                self.0.cx.channel.input.set(Some(input));
                body
            }
            (State::Running, _) => return self.refuse(ErrorClass::ValueError, "coroutine already executing"),
            (State::Closed, _) => {
                self.0.state.replace(State::Closed);
                return self.refuse(ErrorClass::RuntimeError, "cannot reuse already awaited coroutine");
            }
        };
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => {
                self.0.state.replace(State::Suspended(body));
                // A body that awaits something else than its Cx would never be woken; as a bare yield it is.
                self.0.cx.channel.output.take().unwrap_or(Outcome::Yield(Yielded::Bare))
            }
            Poll::Ready(outcome) => {
                self.0.state.replace(State::Closed);
                match outcome {
                    Ok(value) => {
                        // Its frame is gone.
                        drop(self.0.local.take());
                        Outcome::Return(value)
                    }
                    Err(error) => self.raise(error),
                }
            }
        }
    }

    fn raise(&self, error: H::Error) -> Outcome<H> {
        if let Some(local) = self.0.local.take() {
            self.0.cx.host().hold(&error, local);
        }
        Outcome::Raise(error)
    }

    fn refuse(&self, class: ErrorClass, message: &str) -> Outcome<H> {
        Outcome::Raise(self.0.cx.runtime.error(class, message))
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
        if matches!(self.state.get_mut(), State::Created(_)) && !self.cx.runtime.is_over() {
            self.cx.host().warn_never_awaited(self.qualname);
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
    pub async fn wait(&self, future: &FutureRef<H>) -> Result<H::Value, H::Error> {
        while !future.done() {
            if future.blocking() {
                let message = "await wasn't used with future";
                return Err(self.runtime.error(ErrorClass::RuntimeError, message));
            }
            future.set_blocking(true);
            self.yield_(Yielded::Future(future.clone())).await?;
        }
        future.result()
    }

    /// A bare `yield`: let the others run, once.
    pub async fn yield_now(&self) -> Result<(), H::Error> {
        self.yield_(Yielded::Bare).await.map(drop)
    }

    /// `yield`, as it is written in an `__await__`: hand that to the task, and come back with what is
    /// sent or thrown.
    pub async fn yield_(&self, yielded: Yielded<H>) -> Result<H::Value, H::Error> {
        self.suspend(Outcome::Yield(yielded)).await
    }

    /// Give the thread back in the middle of a step, which goes on afterwards: for what calls
    /// the host and is [paused](Outcome::Paused) by it.
    pub async fn pause(&self) {
        // Nothing can be thrown into a step that is not over.
        drop(self.suspend(Outcome::Paused).await);
    }

    /// `await coroutine`: resume it with all that this coroutine is resumed with.
    pub async fn delegate(&self, coroutine: &H::Coroutine) -> Result<H::Value, H::Error> {
        self.channel.awaiting.replace(Some(coroutine.clone()));
        let outcome = self.drive(coroutine).await;
        self.channel.awaiting.take();
        outcome
    }

    async fn drive(&self, coroutine: &H::Coroutine) -> Result<H::Value, H::Error> {
        let mut input = Resume::Send(self.host().none());
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

    /// Hand out `output`, and come back with what the coroutine is resumed with next.
    async fn suspend(&self, output: Outcome<H>) -> Result<H::Value, H::Error> {
        // The input that brought us here has been used.
        self.channel.input.take();
        let mut output = Some(output);
        poll_fn(|_| {
            if let Some(output) = output.take() {
                self.channel.output.set(Some(output));
                return Poll::Pending;
            }
            match self.channel.input.take() {
                Some(Resume::Throw(error)) => Poll::Ready(Err(error)),
                Some(Resume::Send(value)) => Poll::Ready(Ok(value)),
                Some(Resume::Continue) | None => Poll::Ready(Ok(self.host().none())),
            }
        })
        .await
    }
}
