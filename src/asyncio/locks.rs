//! Locks, events and semaphores (CPython's `locks.py`; conditions and barriers have files of
//! their own).
//!
//! All of them are the same idea: who has to wait makes a future, appends it to a queue of
//! waiters, and awaits it; who has something to give takes the first waiter that is not done and
//! sets its result. That wakes nobody at once: the waiter's task runs when its wakeup comes to
//! its turn, and may find that it was cancelled meanwhile. Most of the care below is for that
//! moment, so that what was given to a cancelled waiter goes to the next.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::base_events::EventLoop;
use super::coroutines::Cx;
use super::futures::{FutureRef, Label};
use super::host::{ErrorClass, Host};
use super::runtime::Runtime;
use super::wait::release_with;
use crate::trace::{EventKind, ObjectId, TaskId};

/// `mixins._LoopBoundMixin`: it belongs to the loop in which somebody first had to wait for it.
pub(super) struct LoopBound<H: Host> {
    class: &'static str,
    event_loop: RefCell<Option<EventLoop<H>>>,
}

impl<H: Host> LoopBound<H> {
    pub(super) fn new(class: &'static str) -> Self {
        Self { class, event_loop: RefCell::new(None) }
    }

    /// `_get_loop()`. Raises RuntimeError where another loop is running than the first time.
    pub(super) fn get(&self, cx: &Cx<H>, status: impl FnOnce() -> String) -> Result<EventLoop<H>, H::Error> {
        self.get_shown(cx, || format!("{} object at 0x1 [{}]", self.class, status()))
    }

    /// The same for an object that has a repr of its own.
    pub(super) fn get_shown(
        &self,
        cx: &Cx<H>,
        repr: impl FnOnce() -> String,
    ) -> Result<EventLoop<H>, H::Error> {
        let running = cx.event_loop()?;
        if *self.event_loop.borrow_mut().get_or_insert_with(|| running.clone()) == running {
            return Ok(running);
        }
        let message = format!("<{}> is bound to a different event loop", repr());
        Err(cx.host().error(ErrorClass::RuntimeError, &message))
    }
}

/// The futures of those who wait, in the order in which they came.
pub(super) struct Waiters<H: Host>(RefCell<VecDeque<FutureRef<H>>>);

impl<H: Host> Waiters<H> {
    pub(super) fn new() -> Self {
        Self(RefCell::default())
    }

    pub(super) fn len(&self) -> usize {
        self.0.borrow().len()
    }

    pub(super) fn push(&self, waiter: FutureRef<H>) {
        self.0.borrow_mut().push_back(waiter);
    }

    pub(super) fn pop(&self) -> Option<FutureRef<H>> {
        self.0.borrow_mut().pop_front()
    }

    pub(super) fn first(&self) -> Option<FutureRef<H>> {
        self.0.borrow().front().cloned()
    }

    pub(super) fn remove(&self, waiter: &FutureRef<H>) {
        let mut waiters = self.0.borrow_mut();
        if let Some(place) = waiters.iter().position(|other| Rc::ptr_eq(other, waiter)) {
            waiters.remove(place);
        }
    }

    /// Up to `count` of those that are not done, in order.
    pub(super) fn pending(&self, count: usize) -> Vec<FutureRef<H>> {
        self.0.borrow().iter().filter(|waiter| !waiter.done()).take(count).cloned().collect()
    }

    fn first_pending(&self) -> Option<FutureRef<H>> {
        self.0.borrow().iter().find(|waiter| !waiter.done()).cloned()
    }

    fn all_cancelled(&self) -> bool {
        self.0.borrow().iter().all(|waiter| waiter.cancelled())
    }

    /// Queue up, await, and leave the queue again.
    async fn wait(
        &self,
        cx: &Cx<H>,
        event_loop: &EventLoop<H>,
        label: Label,
    ) -> (FutureRef<H>, Result<H::Value, H::Error>) {
        let waiter = event_loop.create_labelled(label);
        self.push(waiter.clone());
        let outcome = cx.wait(&waiter).await;
        self.remove(&waiter);
        (waiter, outcome)
    }

    /// `, waiters:2`, where there are any.
    pub(super) fn status(&self) -> String {
        match self.len() {
            0 => String::new(),
            count => format!(", waiters:{count}"),
        }
    }
}

/// `asyncio.Lock`: held by one at a time; whoever waits longest is next.
pub struct Lock<H: Host> {
    bound: LoopBound<H>,
    waiters: Waiters<H>,
    locked: Cell<bool>,
    /// The task that holds it: only to say so where all of them wait.
    holder: Rc<Cell<Option<TaskId>>>,
    object: Cell<Option<ObjectId>>,
}

impl<H: Host> Lock<H> {
    /// An unlocked lock.
    pub fn new() -> Rc<Self> {
        Rc::new(Self {
            bound: LoopBound::new("asyncio.locks.Lock"),
            waiters: Waiters::new(),
            locked: Cell::new(false),
            holder: Rc::default(),
            object: Cell::new(None),
        })
    }

    /// `lock.locked()`.
    pub fn locked(&self) -> bool {
        self.locked.get()
    }

    /// What its repr says in brackets: `locked, waiters:1`.
    pub fn status(&self) -> String {
        format!("{}{}", locked_word(self.locked()), self.waiters.status())
    }

    /// `lock.acquire()`.
    pub async fn acquire(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        if !self.locked.get() && self.waiters.all_cancelled() {
            self.hold(cx);
            return Ok(());
        }
        let event_loop = self.bound.get(cx, || self.status())?;
        let label = Label::Lock(self.object(cx.runtime()), self.holder.clone());
        let (_, outcome) = self.waiters.wait(cx, &event_loop, label).await;
        match outcome {
            Ok(_) => {
                self.hold(cx);
                Ok(())
            }
            Err(error) => {
                if cx.host().is(&error, ErrorClass::CancelledError) && !self.locked.get() {
                    // Perhaps the lock was meant for us: then for the next.
                    self.wake_up_first()?;
                }
                Err(error)
            }
        }
    }

    fn hold(&self, cx: &Cx<H>) {
        self.locked.set(true);
        self.holder.set(cx.runtime().current_task_id());
        self.note_holder(cx.runtime(), self.holder.get());
    }

    fn note_holder(&self, runtime: &Runtime<H>, by: Option<TaskId>) {
        let object = self.object(runtime);
        runtime.note(|_| EventKind::Hold { object, by });
    }

    /// Its number, as the trace has it.
    fn object(&self, runtime: &Runtime<H>) -> ObjectId {
        let object = self.object.get().unwrap_or_else(|| runtime.next_object());
        self.object.set(Some(object));
        object
    }

    /// `lock.release()`. Raises RuntimeError where nobody holds it.
    pub fn release(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        if !self.locked.replace(false) {
            return Err(runtime.error(ErrorClass::RuntimeError, "Lock is not acquired."));
        }
        self.note_holder(runtime, None);
        self.wake_up_first()
    }

    fn wake_up_first(&self) -> Result<(), H::Error> {
        self.waiters.first().map_or(Ok(()), |waiter| release_with(&waiter, true))
    }
}

pub(super) fn locked_word(locked: bool) -> &'static str {
    if locked { "locked" } else { "unlocked" }
}

/// `asyncio.Event`: a flag to wait for; setting it wakes all who wait.
pub struct Event<H: Host> {
    bound: LoopBound<H>,
    waiters: Waiters<H>,
    value: Cell<bool>,
    label: &'static str,
}

impl<H: Host> Event<H> {
    /// An event that is not set.
    pub fn new() -> Rc<Self> {
        Rc::new(Self::labelled("Event.wait"))
    }

    pub(super) fn labelled(label: &'static str) -> Self {
        Self {
            bound: LoopBound::new("asyncio.locks.Event"),
            waiters: Waiters::new(),
            value: Cell::new(false),
            label,
        }
    }

    /// `event.is_set()`.
    pub fn is_set(&self) -> bool {
        self.value.get()
    }

    /// What its repr says in brackets: `unset, waiters:1`.
    pub fn status(&self) -> String {
        format!("{}{}", if self.is_set() { "set" } else { "unset" }, self.waiters.status())
    }

    /// `event.set()`.
    pub fn set(&self) -> Result<(), H::Error> {
        if self.value.replace(true) {
            return Ok(());
        }
        self.waiters.pending(usize::MAX).iter().try_for_each(|waiter| release_with(waiter, true))
    }

    /// `event.set()` where nobody waits yet.
    pub(super) fn set_quietly(&self) {
        self.value.set(true);
    }

    /// `event.clear()`.
    pub fn clear(&self) {
        self.value.set(false);
    }

    /// `event.wait()`.
    pub async fn wait(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        if self.value.get() {
            return Ok(());
        }
        let event_loop = self.bound.get(cx, || self.status())?;
        let (_, outcome) = self.waiters.wait(cx, &event_loop, Label::Named(self.label)).await;
        outcome.map(drop)
    }
}

/// `asyncio.Semaphore` and `asyncio.BoundedSemaphore`: a lock that so many may hold at once.
pub struct Semaphore<H: Host> {
    bound: LoopBound<H>,
    waiters: Waiters<H>,
    value: Cell<i64>,
    /// What a BoundedSemaphore began with.
    limit: Option<i64>,
}

impl<H: Host> Semaphore<H> {
    /// `Semaphore(value)`, or `BoundedSemaphore(value)`. Raises ValueError where the value is negative.
    pub fn new(runtime: &Runtime<H>, value: i64, bounded: bool) -> Result<Rc<Self>, H::Error> {
        if value < 0 {
            return Err(runtime.error(ErrorClass::ValueError, "Semaphore initial value must be >= 0"));
        }
        let class = if bounded { "asyncio.locks.BoundedSemaphore" } else { "asyncio.locks.Semaphore" };
        Ok(Rc::new(Self {
            bound: LoopBound::new(class),
            waiters: Waiters::new(),
            value: Cell::new(value),
            limit: bounded.then_some(value),
        }))
    }

    /// `semaphore.locked()`: whether acquiring it would have to wait.
    pub fn locked(&self) -> bool {
        self.value.get() == 0 || !self.waiters.all_cancelled()
    }

    /// `semaphore._value`.
    pub fn value(&self) -> i64 {
        self.value.get()
    }

    /// What its repr says in brackets: `unlocked, value:2`.
    pub fn status(&self) -> String {
        let waiters = self.waiters.status();
        match self.locked() {
            true => format!("locked{waiters}"),
            false => format!("unlocked, value:{}{waiters}", self.value.get()),
        }
    }

    /// `semaphore.acquire()`.
    pub async fn acquire(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        if !self.locked() {
            self.value.set(self.value.get() - 1);
            return Ok(());
        }
        let event_loop = self.bound.get(cx, || self.status())?;
        let (waiter, outcome) = self.waiters.wait(cx, &event_loop, Label::Named("Semaphore.acquire")).await;
        if let Err(error) = &outcome
            && cx.host().is(error, ErrorClass::CancelledError)
            && waiter.done()
            && !waiter.cancelled()
        {
            // It was given to us, but we cannot take it.
            self.value.set(self.value.get() + 1);
        }
        while self.value.get() > 0 && self.wake_up_next()? {}
        outcome.map(drop)
    }

    /// `semaphore.release()`. Raises ValueError where a BoundedSemaphore is released too often.
    pub fn release(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        if self.limit.is_some_and(|limit| self.value.get() >= limit) {
            let message = "BoundedSemaphore released too many times";
            return Err(runtime.error(ErrorClass::ValueError, message));
        }
        self.value.set(self.value.get().saturating_add(1));
        self.wake_up_next().map(drop)
    }

    /// Give to the first who waits; false where nobody does.
    fn wake_up_next(&self) -> Result<bool, H::Error> {
        let Some(waiter) = self.waiters.first_pending() else { return Ok(false) };
        self.value.set(self.value.get() - 1);
        release_with(&waiter, true)?;
        Ok(true)
    }
}
