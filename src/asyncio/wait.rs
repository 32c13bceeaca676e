//! `asyncio.wait` and `asyncio.wait_for`: wait for some futures, or for one with a limit (CPython's `tasks._wait`
//! and `tasks.wait_for`).
//!
//! `wait` adds a done callback to each future; when enough of them are done (all, the first, or the first
//! that failed), or the time is up, it tells which are done and which are pending. It cancels
//! nothing, and raises nothing of what the futures raised.
//!
//! `wait_for` is a `timeout` around an `await`: what takes too long is cancelled.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::coroutines::Cx;
use super::done_callbacks::DoneCallback;
use super::events::{Callback, HandleRef, NativeCallback};
use super::future_set::FutureSet;
use super::futures::{Awaitable, FutureRef, Label};
use super::group_notes::note_group;
use super::host::{ErrorClass, Host};
use super::timeouts::{Timeout, timeout_error};
use crate::trace::{GroupKind, ObjectId, Seconds};

/// The `return_when` of `asyncio.wait`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnWhen {
    FirstCompleted,
    FirstException,
    AllCompleted,
}

impl ReturnWhen {
    /// What `asyncio.FIRST_COMPLETED` and its like stand for.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "FIRST_COMPLETED" => Some(Self::FirstCompleted),
            "FIRST_EXCEPTION" => Some(Self::FirstException),
            "ALL_COMPLETED" => Some(Self::AllCompleted),
            _ => None,
        }
    }

    fn kind(self) -> GroupKind {
        match self {
            Self::FirstCompleted => GroupKind::FirstCompleted,
            Self::FirstException => GroupKind::FirstException,
            Self::AllCompleted => GroupKind::AllCompleted,
        }
    }
}

/// The futures that are done, and those that are not, both in the order in which they were given.
pub type DoneAndPending<H> = (Vec<FutureRef<H>>, Vec<FutureRef<H>>);

/// `asyncio.wait(futures, timeout=…, return_when=…)`, with the timeout in seconds. Raises ValueError
/// where there are no futures.
pub async fn wait<H: Host>(
    cx: &Cx<H>,
    futures: Vec<FutureRef<H>>,
    timeout: Option<Seconds>,
    return_when: ReturnWhen,
) -> Result<DoneAndPending<H>, H::Error> {
    wait_before(cx, futures, timeout, return_when, None).await
}

/// The same, where what comes after the futures takes no callbacks, which is found out when they have theirs and
/// the timer runs.
pub async fn wait_before<H: Host>(
    cx: &Cx<H>,
    futures: Vec<FutureRef<H>>,
    timeout: Option<Seconds>,
    return_when: ReturnWhen,
    refusal: Option<H::Error>,
) -> Result<DoneAndPending<H>, H::Error> {
    let futures: FutureSet<H> = futures.into_iter().collect();
    let count = futures.len() + usize::from(refusal.is_some());
    if count == 0 {
        return Err(cx.host().error(ErrorClass::ValueError, "Set of Tasks/Futures is empty."));
    }
    let event_loop = cx.event_loop()?;
    let object = cx.runtime().next_object();
    note_group(cx.runtime(), object, return_when.kind(), futures.iter());
    let waiter = event_loop.create_labelled(Label::Group("wait", object));
    let timer = match timeout {
        Some(timeout) => {
            let callback = Rc::new(ReleaseWaiter { waiter: waiter.clone(), is_partial: false });
            Some(event_loop.call_later(timeout, Callback::Native { callback, future: None }, None)?)
        }
        None => None,
    };
    let completion = Rc::new(OnCompletion {
        object,
        left: Cell::new(count),
        return_when,
        waiter: waiter.clone(),
        timer: RefCell::new(timer),
    });
    for future in futures.iter() {
        future.add_done_callback(DoneCallback::Native(completion.clone()))?;
    }
    if let Some(refusal) = refusal {
        return Err(refusal);
    }
    let waited = cx.wait(&waiter).await;
    completion.cancel_timer();
    for future in futures.iter() {
        future.remove_native_callback(&completion);
    }
    waited?;
    Ok(futures.into_iter().partition(|future| future.done()))
}

/// `_wait.<locals>._on_completion`.
struct OnCompletion<H: Host> {
    object: ObjectId,
    left: Cell<usize>,
    return_when: ReturnWhen,
    waiter: FutureRef<H>,
    timer: RefCell<Option<HandleRef<H>>>,
}

impl<H: Host> OnCompletion<H> {
    fn enough(&self, future: &FutureRef<H>) -> Result<bool, H::Error> {
        Ok(self.left.get() == 0
            || match self.return_when {
                ReturnWhen::FirstCompleted => true,
                ReturnWhen::FirstException => !future.cancelled() && future.exception()?.is_some(),
                ReturnWhen::AllCompleted => false,
            })
    }

    fn cancel_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.cancel();
        }
    }
}

impl<H: Host> NativeCallback<H> for OnCompletion<H> {
    fn name(&self) -> &'static str {
        "_wait.<locals>._on_completion"
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/tasks.py:521")
    }

    fn object(&self) -> Option<ObjectId> {
        Some(self.object)
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(future) = future else { return Ok(()) };
        self.left.set(self.left.get().saturating_sub(1));
        if self.enough(future)? {
            self.cancel_timer();
            release(&self.waiter)?;
        }
        Ok(())
    }
}

/// `tasks._release_waiter(waiter)`, as a timer or a done callback.
struct ReleaseWaiter<H: Host> {
    waiter: FutureRef<H>,
    /// A `functools.partial`, which a repr tells by a second pair of brackets.
    is_partial: bool,
}

impl<H: Host> NativeCallback<H> for ReleaseWaiter<H> {
    fn name(&self) -> &'static str {
        if self.is_partial { "_release_waiter()" } else { "_release_waiter" }
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/tasks.py:454")
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        release(&self.waiter)
    }
}

/// Set the result of a future that only says *now*, unless it is done.
pub(super) fn release<H: Host>(waiter: &FutureRef<H>) -> Result<(), H::Error> {
    set_result_unless_done(waiter, waiter.host().none())
}

/// The same with a result, which nobody asks for, but a repr shows.
pub(super) fn release_with<H: Host>(waiter: &FutureRef<H>, result: bool) -> Result<(), H::Error> {
    set_result_unless_done(waiter, waiter.host().boolean(result))
}

fn set_result_unless_done<H: Host>(future: &FutureRef<H>, value: H::Value) -> Result<(), H::Error> {
    if future.done() { Ok(()) } else { future.set_result(value) }
}

/// `asyncio.wait_for(awaitable, timeout)`, with the timeout in seconds; none, where that is None.
/// Raises TimeoutError when the time is up and what was awaited has been cancelled.
pub async fn wait_for<H: Host>(
    cx: &Cx<H>,
    awaitable: Awaitable<H>,
    timeout: Option<Seconds>,
) -> Result<H::Value, H::Error> {
    if timeout.is_some_and(|timeout| timeout <= 0.0) {
        return without_waiting(cx, &awaitable).await;
    }
    let limit = Timeout::after(cx.runtime(), timeout)?;
    limit.enter(cx.runtime())?;
    let outcome = cx.wait_on(&awaitable).await;
    if let (Err(error), Awaitable::Future(future)) = (&outcome, &awaitable) {
        // It has passed this frame, which has the future in a variable.
        cx.host().hold_future(error, future);
    }
    limit.exit(cx.runtime(), outcome.as_ref().err())?;
    outcome
}

/// The same for what cannot be awaited: the timer is there for as long as it takes to notice.
pub fn wait_for_nothing<H: Host>(
    cx: &Cx<H>,
    timeout: Option<Seconds>,
    error: H::Error,
) -> Result<H::Value, H::Error> {
    let limit = Timeout::after(cx.runtime(), timeout)?;
    limit.enter(cx.runtime())?;
    limit.exit(cx.runtime(), Some(&error))?;
    Err(error)
}

/// No time at all: a result that is there, or none. A coroutine does not even begin.
async fn without_waiting<H: Host>(cx: &Cx<H>, awaitable: &Awaitable<H>) -> Result<H::Value, H::Error> {
    let future = match awaitable {
        Awaitable::Future(future) => future.clone(),
        Awaitable::Coroutine(_) => cx.event_loop()?.ensure_future(awaitable)?,
    };
    if future.done() {
        return future.result();
    }
    cancel_and_wait(cx, &future).await?;
    future.result().map_err(|error| {
        cx.host().hold_future(&error, &future);
        cx.host().chain(&error);
        if cx.host().is(&error, ErrorClass::CancelledError) {
            timeout_error(cx.host(), &error)
        } else {
            error
        }
    })
}

/// `tasks._cancel_and_wait(future)`. It does not wait on the future itself, so that whoever waits can be
/// cancelled, too.
async fn cancel_and_wait<H: Host>(cx: &Cx<H>, future: &FutureRef<H>) -> Result<(), H::Error> {
    let waiter = cx.event_loop()?.create_labelled(Label::Named("wait_for"));
    let callback = Rc::new(ReleaseWaiter { waiter: waiter.clone(), is_partial: true });
    future.add_done_callback(DoneCallback::Native(callback.clone()))?;
    let waited = match future.cancel(None) {
        Ok(_) => cx.wait(&waiter).await.map(drop),
        Err(error) => Err(error),
    };
    future.remove_native_callback(&callback);
    waited
}
