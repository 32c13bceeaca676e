//! `asyncio.Condition`: wait, under a lock, until somebody says that something has changed
//! (CPython's `locks.Condition`).
//!
//! Whoever waits has looked at some state under the lock and found it wanting. `wait()` lets the lock go, so that
//! another can change that state, waits to be told, and takes the lock again before it returns: hence
//! the loop in `wait_for`, since a third may have been there first. `notify()` wakes; it hands nothing over.
//!
//! The hard part is being cancelled. The lock must be held again when `wait()` raises, or the `async with` around
//! it would release what it does not hold; so a request to cancel that comes while the lock is being taken back waits,
//! and the notification that the cancelled one may have got goes to the next.

use std::rc::Rc;

use super::coroutines::Cx;
use super::futures::Label;
use super::host::{ErrorClass, Host};
use super::locks::{Lock, LoopBound, Waiters, locked_word};
use super::runtime::Runtime;
use super::wait::release_with;

/// A condition variable and its lock.
pub struct Condition<H: Host> {
    bound: LoopBound<H>,
    lock: Rc<Lock<H>>,
    waiters: Waiters<H>,
    label: &'static str,
}

impl<H: Host> Condition<H> {
    /// `Condition(lock)`.
    pub fn new(lock: Rc<Lock<H>>) -> Rc<Self> {
        Rc::new(Self::labelled(lock, "Condition.wait"))
    }

    pub(super) fn labelled(lock: Rc<Lock<H>>, label: &'static str) -> Self {
        Self { bound: LoopBound::new("asyncio.locks.Condition"), lock, waiters: Waiters::new(), label }
    }

    /// Its lock: `acquire`, `release` and `locked` of a condition are those of the lock.
    pub fn lock(&self) -> &Rc<Lock<H>> {
        &self.lock
    }

    /// What its repr says in brackets: `locked, waiters:1`.
    pub fn status(&self) -> String {
        format!("{}{}", locked_word(self.lock.locked()), self.waiters.status())
    }

    /// `condition.wait()`: let the lock go, wait to be notified, take the lock again. Raises
    /// RuntimeError where the lock is not held.
    pub async fn wait(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        if !self.lock.locked() {
            return Err(cx.host().error(ErrorClass::RuntimeError, "cannot wait on un-acquired lock"));
        }
        let event_loop = self.bound.get(cx, || self.status())?;
        let waiter = event_loop.create_labelled(Label::Named(self.label));
        self.lock.release(cx.runtime())?;
        self.waiters.push(waiter.clone());
        let waited = cx.wait(&waiter).await;
        self.waiters.remove(&waiter);
        let outcome = match (self.reacquire(cx).await, waited) {
            (Ok(()), waited) => waited.map(drop),
            (Err(error), Err(context)) if !cx.host().same_error(&error, &context) => {
                cx.host().set_context(&error, &context);
                Err(error)
            }
            (Err(error), _) => Err(error),
        };
        if outcome.is_err() {
            // We may have been notified, but cannot act on it: another should.
            self.notify_some(1)?;
        }
        outcome
    }

    /// The lock must be held again whatever happens: requests to cancel wait until it is. The last
    /// of them is raised then.
    async fn reacquire(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        let mut cancelled = Ok(());
        loop {
            match self.lock.acquire(cx).await {
                Ok(()) => return cancelled,
                Err(error) if cx.host().is(&error, ErrorClass::CancelledError) => cancelled = Err(error),
                Err(error) => return Err(error),
            }
        }
    }

    /// `condition.wait_for(predicate)`: wait until the predicate gives something, which is returned.
    pub async fn wait_for<T>(
        &self,
        cx: &Cx<H>,
        mut predicate: impl AsyncFnMut() -> Result<Option<T>, H::Error>,
    ) -> Result<T, H::Error> {
        loop {
            if let Some(result) = predicate().await? {
                return Ok(result);
            }
            self.wait(cx).await?;
        }
    }

    /// `condition.notify(count)`. Raises RuntimeError where the lock is not held.
    pub fn notify(&self, runtime: &Runtime<H>, count: usize) -> Result<(), H::Error> {
        if !self.lock.locked() {
            return Err(runtime.error(ErrorClass::RuntimeError, "cannot notify on un-acquired lock"));
        }
        self.notify_some(count)
    }

    /// `condition.notify_all()`. Raises RuntimeError where the lock is not held.
    pub fn notify_all(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        self.notify(runtime, self.waiters.len())
    }

    fn notify_some(&self, count: usize) -> Result<(), H::Error> {
        self.waiters.pending(count).iter().try_for_each(|waiter| release_with(waiter, false))
    }
}
