//! `asyncio.shield`: await something without passing a cancellation on to it (CPython's `tasks.shield`).
//!
//! The *outer* future follows the *inner* one: its result, its exception, its cancellation. But
//! cancelling the outer one leaves the inner alone; it runs on, and nobody waits for it any more.

use std::rc::Rc;

use super::done_callbacks::DoneCallback;
use super::events::NativeCallback;
use super::futures::{Awaitable, FutureRef, Label};
use super::host::Host;
use super::runtime::Runtime;

/// `asyncio.shield(awaitable)`. Raises what making a task of a coroutine raises.
pub fn shield<H: Host>(runtime: &Runtime<H>, awaitable: &Awaitable<H>) -> Result<FutureRef<H>, H::Error> {
    let inner = match awaitable {
        Awaitable::Future(future) => future.clone(),
        Awaitable::Coroutine(_) => runtime.get_event_loop()?.ensure_future(awaitable)?,
    };
    if inner.done() {
        return Ok(inner);
    }
    let outer = inner.event_loop().create_labelled(Label::Named("shield"));
    let inner_done = Rc::new(InnerDone { outer: outer.clone() });
    inner.add_done_callback(DoneCallback::Native(inner_done.clone()))?;
    outer.add_done_callback(DoneCallback::Native(Rc::new(OuterDone { inner, inner_done })))?;
    Ok(outer)
}

struct InnerDone<H: Host> {
    outer: FutureRef<H>,
}

impl<H: Host> NativeCallback<H> for InnerDone<H> {
    fn name(&self) -> &'static str {
        "shield.<locals>._inner_done_callback"
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/tasks.py:958")
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(inner) = future else { return Ok(()) };
        if self.outer.cancelled() {
            if !inner.cancelled() {
                // Nobody waits for it: its exception counts as retrieved.
                inner.exception()?;
            }
            return Ok(());
        }
        if inner.cancelled() {
            return self.outer.cancel(None).map(drop);
        }
        match inner.exception()? {
            Some(error) => self.outer.set_exception(error),
            None => self.outer.set_result(inner.result()?),
        }
    }
}

struct OuterDone<H: Host> {
    inner: FutureRef<H>,
    inner_done: Rc<InnerDone<H>>,
}

impl<H: Host> NativeCallback<H> for OuterDone<H> {
    fn name(&self) -> &'static str {
        "shield.<locals>._outer_done_callback"
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/tasks.py:975")
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        if !self.inner.done() {
            self.inner.remove_native_callback(&self.inner_done);
        }
        Ok(())
    }
}
