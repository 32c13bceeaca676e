//! `asyncio.Barrier`: wait until so many have come, then all go on (CPython's `locks.Barrier`).
//!
//! A barrier *fills* until the last party has come; then it *drains*, and is ready to be filled again
//! when the last has left. Who comes while it drains waits outside.
//!
//! It is a condition and a count: those who wait are on the condition, the last who comes notifies them all, and
//! each leaves with the number in which it came. `reset()` sends those who wait home with BrokenBarrierError and
//! begins anew; `abort()` breaks the barrier for good. One who is cancelled while waiting has never come.

use std::cell::Cell;
use std::rc::Rc;

use super::conditions::Condition;
use super::coroutines::Cx;
use super::host::{ErrorClass, Host};
use super::locks::Lock;
use super::runtime::Runtime;

/// A meeting point of a fixed number of tasks.
pub struct Barrier<H: Host> {
    condition: Condition<H>,
    parties: usize,
    count: Cell<usize>,
    state: Cell<State>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Filling,
    Draining,
    Resetting,
    Broken,
}

impl<H: Host> Barrier<H> {
    /// `Barrier(parties)`. Raises ValueError where that is none.
    pub fn new(runtime: &Runtime<H>, parties: usize) -> Result<Rc<Self>, H::Error> {
        if parties < 1 {
            return Err(runtime.error(ErrorClass::ValueError, "parties must be > 0"));
        }
        Ok(Rc::new(Self {
            condition: Condition::labelled(Lock::new(), "Barrier.wait"),
            parties,
            count: Cell::new(0),
            state: Cell::new(State::Filling),
        }))
    }

    /// `barrier.parties`.
    pub fn parties(&self) -> usize {
        self.parties
    }

    /// `barrier.n_waiting`: how many have come.
    pub fn waiting(&self) -> usize {
        if self.state.get() == State::Filling { self.count.get() } else { 0 }
    }

    /// `barrier.broken`.
    pub fn broken(&self) -> bool {
        self.state.get() == State::Broken
    }

    /// What its repr says in brackets: `filling, waiters:1/3`.
    pub fn status(&self) -> String {
        let word = match self.state.get() {
            State::Filling => "filling",
            State::Draining => "draining",
            State::Resetting => "resetting",
            State::Broken => return "broken".into(),
        };
        format!("{word}, waiters:{}/{}", self.waiting(), self.parties)
    }

    /// `barrier.wait()`: a number from 0 to `parties - 1`, in the order in which they came. Raises
    /// BrokenBarrierError where the barrier is broken or reset.
    pub async fn wait(&self, cx: &Cx<H>) -> Result<usize, H::Error> {
        self.condition.lock().acquire(cx).await?;
        let outcome = self.wait_locked(cx).await;
        self.condition.lock().release(cx.runtime())?;
        outcome
    }

    async fn wait_locked(&self, cx: &Cx<H>) -> Result<usize, H::Error> {
        self.block(cx).await?;
        let index = self.count.get();
        self.count.set(index + 1);
        let outcome =
            if index + 1 == self.parties { self.drain(cx.runtime()) } else { self.wait_filled(cx).await };
        self.count.set(self.count.get() - 1);
        self.leave(cx.runtime())?;
        outcome.map(|()| index)
    }

    /// `_block()`: wait outside while the others leave.
    async fn block(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        self.wait_while(cx, &[State::Draining, State::Resetting]).await?;
        if self.broken() {
            return Err(cx.host().error(ErrorClass::BrokenBarrierError, "Barrier aborted"));
        }
        Ok(())
    }

    /// `_release()`: the last has come.
    fn drain(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        self.state.set(State::Draining);
        self.condition.notify_all(runtime)
    }

    /// `_wait()`: wait for the others.
    async fn wait_filled(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        self.wait_while(cx, &[State::Filling]).await?;
        if matches!(self.state.get(), State::Broken | State::Resetting) {
            return Err(cx.host().error(ErrorClass::BrokenBarrierError, "Abort or reset of barrier"));
        }
        Ok(())
    }

    async fn wait_while(&self, cx: &Cx<H>, states: &[State]) -> Result<(), H::Error> {
        self.condition.wait_for(cx, async || Ok((!states.contains(&self.state.get())).then_some(()))).await
    }

    /// `_exit()`: the last who leaves opens the barrier again.
    fn leave(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        if self.count.get() > 0 {
            return Ok(());
        }
        if matches!(self.state.get(), State::Resetting | State::Draining) {
            self.state.set(State::Filling);
        }
        self.condition.notify_all(runtime)
    }

    /// `barrier.reset()`: who waits gets BrokenBarrierError; then it is as new.
    pub async fn reset(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        self.condition.lock().acquire(cx).await?;
        self.state.set(if self.count.get() > 0 { State::Resetting } else { State::Filling });
        let notified = self.condition.notify_all(cx.runtime());
        self.condition.lock().release(cx.runtime())?;
        notified
    }

    /// `barrier.abort()`: who waits, and who comes, gets BrokenBarrierError.
    pub async fn abort(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        self.condition.lock().acquire(cx).await?;
        self.state.set(State::Broken);
        let notified = self.condition.notify_all(cx.runtime());
        self.condition.lock().release(cx.runtime())?;
        notified
    }
}
