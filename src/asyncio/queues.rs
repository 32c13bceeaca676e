//! Queues between tasks (CPython's `queues.py`).
//!
//! Whoever wants an item from an empty queue, or to put one into a full queue, waits with a
//! future, as for a lock. But an item is not handed to the one that is woken: it lies in the queue
//! until the woken task runs, and another may take it first. So a getter looks again, in a loop.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::coroutines::Cx;
use super::futures::{FutureRef, Label};
use super::heapq;
use super::host::{ErrorClass, Host};
use super::locks::{Event, LoopBound, Waiters};
use super::runtime::Runtime;
use super::wait::release;

/// How a queue keeps its items: what a subclass of `asyncio.Queue` overrides.
pub trait Store<H: Host, T> {
    /// The name of the queue's class.
    fn class(&self) -> &'static str {
        "Queue"
    }
    /// How many items there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// `queue._put(item)`. Raises what comparing items raises.
    fn put(&self, item: T) -> Result<(), H::Error>;
    /// `queue._get()`; None where there is none. Raises what comparing items raises.
    fn get(&self) -> Result<Option<T>, H::Error>;
    /// `list(queue._queue)`.
    fn items(&self) -> Vec<T>;
}

/// First in, first out: `asyncio.Queue`.
pub struct Fifo<T>(RefCell<VecDeque<T>>);

impl<T> Default for Fifo<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<H: Host, T: Clone> Store<H, T> for Fifo<T> {
    fn len(&self) -> usize {
        self.0.borrow().len()
    }

    fn put(&self, item: T) -> Result<(), H::Error> {
        self.0.borrow_mut().push_back(item);
        Ok(())
    }

    fn get(&self) -> Result<Option<T>, H::Error> {
        Ok(self.0.borrow_mut().pop_front())
    }

    fn items(&self) -> Vec<T> {
        self.0.borrow().iter().cloned().collect()
    }
}

/// Last in, first out: `asyncio.LifoQueue`.
pub struct Lifo<T>(RefCell<Vec<T>>);

impl<T> Default for Lifo<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<H: Host, T: Clone> Store<H, T> for Lifo<T> {
    fn class(&self) -> &'static str {
        "LifoQueue"
    }

    fn len(&self) -> usize {
        self.0.borrow().len()
    }

    fn put(&self, item: T) -> Result<(), H::Error> {
        self.0.borrow_mut().push(item);
        Ok(())
    }

    fn get(&self) -> Result<Option<T>, H::Error> {
        Ok(self.0.borrow_mut().pop())
    }

    fn items(&self) -> Vec<T> {
        self.0.borrow().clone()
    }
}

/// The smallest first: `asyncio.PriorityQueue`.
pub struct Priority<H: Host> {
    host: H,
    heap: RefCell<Vec<H::Value>>,
}

impl<H: Host> Priority<H> {
    /// No items; the host compares them.
    pub fn new(host: &H) -> Self {
        Self { host: host.clone(), heap: RefCell::default() }
    }

    /// Comparing may run the user's own code, so the heap is not borrowed meanwhile.
    fn with_heap<R>(&self, change: impl FnOnce(&mut Vec<H::Value>) -> R) -> R {
        let mut heap = self.heap.take();
        let changed = change(&mut heap);
        let added = self.heap.replace(heap);
        self.heap.borrow_mut().extend(added);
        changed
    }
}

impl<H: Host> Store<H, H::Value> for Priority<H> {
    fn class(&self) -> &'static str {
        "PriorityQueue"
    }

    fn len(&self) -> usize {
        self.heap.borrow().len()
    }

    fn put(&self, item: H::Value) -> Result<(), H::Error> {
        self.with_heap(|heap| heapq::push(heap, item, &mut |one, other| self.host.less(one, other)))
    }

    fn get(&self) -> Result<Option<H::Value>, H::Error> {
        self.with_heap(|heap| heapq::pop(heap, &mut |one, other| self.host.less(one, other)))
    }

    fn items(&self) -> Vec<H::Value> {
        self.heap.borrow().clone()
    }
}

/// `asyncio.Queue` and its kinds.
pub struct Queue<H: Host, T = <H as Host>::Value> {
    bound: LoopBound<H>,
    store: Box<dyn Store<H, T>>,
    /// How an item is shown.
    repr: fn(&H, &T) -> String,
    /// No limit where it is 0 or less.
    maxsize: i64,
    getters: Waiters<H>,
    putters: Waiters<H>,
    unfinished: Cell<usize>,
    finished: Event<H>,
    shut_down: Cell<bool>,
    get_label: &'static str,
}

impl<H: Host> Queue<H> {
    /// An empty queue that keeps at most `maxsize` items, any number where that is 0 or less.
    pub fn new(store: impl Store<H, H::Value> + 'static, maxsize: i64) -> Rc<Self> {
        Rc::new(Self::labelled(store, maxsize, "Queue.get", H::repr))
    }
}

impl<H: Host, T: 'static> Queue<H, T> {
    pub(super) fn labelled(
        store: impl Store<H, T> + 'static,
        maxsize: i64,
        get_label: &'static str,
        repr: fn(&H, &T) -> String,
    ) -> Self {
        let finished = Event::labelled("Queue.join");
        finished.set_quietly();
        Self {
            bound: LoopBound::new("Queue"),
            store: Box::new(store),
            repr,
            maxsize,
            getters: Waiters::new(),
            putters: Waiters::new(),
            unfinished: Cell::new(0),
            finished,
            shut_down: Cell::new(false),
            get_label,
        }
    }

    /// How it keeps its items.
    pub fn store(&self) -> &dyn Store<H, T> {
        self.store.as_ref()
    }

    /// `queue.qsize()`.
    pub fn qsize(&self) -> usize {
        self.store.len()
    }

    /// `queue.maxsize`.
    pub fn maxsize(&self) -> i64 {
        self.maxsize
    }

    /// `queue.empty()`.
    pub fn empty(&self) -> bool {
        self.store.is_empty()
    }

    /// `queue.full()`.
    pub fn full(&self) -> bool {
        usize::try_from(self.maxsize).is_ok_and(|maxsize| maxsize > 0 && self.qsize() >= maxsize)
    }

    /// `queue._unfinished_tasks`.
    pub fn unfinished(&self) -> usize {
        self.unfinished.get()
    }

    /// What its repr has between `<` and `>`: `Queue at 0x1 maxsize=2 _queue=[1] tasks=1`.
    fn shown(&self, host: &H) -> String {
        let items: Vec<_> = self.store.items().iter().map(|item| (self.repr)(host, item)).collect();
        let items = if items.is_empty() { String::new() } else { format!(" _queue=[{}]", items.join(", ")) };
        format!("{} at 0x1 maxsize={}{items}{}", self.store.class(), self.maxsize, self.status())
    }

    /// What its repr says after `maxsize=…` and the items: ` _getters[1] tasks=2`.
    pub fn status(&self) -> String {
        let mut status = String::new();
        for (name, waiters) in [("_getters", &self.getters), ("_putters", &self.putters)] {
            if waiters.len() > 0 {
                status += &format!(" {name}[{}]", waiters.len());
            }
        }
        if self.unfinished.get() > 0 {
            status += &format!(" tasks={}", self.unfinished.get());
        }
        if self.shut_down.get() {
            status += " shutdown";
        }
        status
    }

    /// `queue.put(item)`: wait for a free place. Raises QueueShutDown.
    pub async fn put(&self, cx: &Cx<H>, item: T) -> Result<(), H::Error> {
        self.wait_for_place(cx).await?;
        self.put_nowait(cx.runtime(), item)
    }

    /// The first half of [`Queue::put`].
    pub async fn wait_for_place(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        while self.full() {
            if self.shut_down.get() {
                return Err(cx.host().error(ErrorClass::QueueShutDown, ""));
            }
            self.wait(cx, &self.putters, "Queue.put", || !self.full()).await?;
        }
        Ok(())
    }

    /// `queue.put_nowait(item)`. Raises QueueFull or QueueShutDown.
    pub fn put_nowait(&self, runtime: &Runtime<H>, item: T) -> Result<(), H::Error> {
        if self.shut_down.get() {
            return Err(runtime.error(ErrorClass::QueueShutDown, ""));
        }
        if self.full() {
            return Err(runtime.error(ErrorClass::QueueFull, ""));
        }
        self.store.put(item)?;
        self.unfinished.set(self.unfinished.get() + 1);
        self.finished.clear();
        wake_up_next(&self.getters)
    }

    /// `queue.get()`: wait for an item. Raises QueueShutDown.
    pub async fn get(&self, cx: &Cx<H>) -> Result<T, H::Error> {
        self.wait_for_item(cx).await?;
        self.get_nowait(cx.runtime())
    }

    /// The first half of [`Queue::get`].
    pub async fn wait_for_item(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        while self.empty() {
            if self.shut_down.get() {
                return Err(cx.host().error(ErrorClass::QueueShutDown, ""));
            }
            self.wait(cx, &self.getters, self.get_label, || !self.empty()).await?;
        }
        Ok(())
    }

    /// `queue.get_nowait()`. Raises QueueEmpty or QueueShutDown.
    pub fn get_nowait(&self, runtime: &Runtime<H>) -> Result<T, H::Error> {
        let none = if self.shut_down.get() { ErrorClass::QueueShutDown } else { ErrorClass::QueueEmpty };
        if self.empty() {
            return Err(runtime.error(none, ""));
        }
        let item = self.store.get()?.ok_or_else(|| runtime.error(none, ""))?;
        wake_up_next(&self.putters)?;
        Ok(item)
    }

    /// Wait to be woken, once. Who is woken and cannot act on it wakes the next.
    async fn wait(
        &self,
        cx: &Cx<H>,
        waiters: &Waiters<H>,
        label: &'static str,
        can_act: impl Fn() -> bool,
    ) -> Result<(), H::Error> {
        let waiter = self.bound.get_shown(cx, || self.shown(cx.host()))?.create_labelled(Label::Named(label));
        waiters.push(waiter.clone());
        let Err(error) = cx.wait(&waiter).await else { return Ok(()) };
        waiter.cancel(None)?;
        waiters.remove(&waiter);
        if can_act() && !waiter.cancelled() {
            wake_up_next(waiters)?;
        }
        Err(error)
    }

    /// `queue.task_done()`. Raises ValueError where it is called more often than items were put.
    pub fn task_done(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        let Some(left) = self.unfinished.get().checked_sub(1) else {
            return Err(runtime.error(ErrorClass::ValueError, "task_done() called too many times"));
        };
        self.unfinished.set(left);
        if left == 0 { self.finished.set() } else { Ok(()) }
    }

    /// `queue.join()`: wait until `task_done()` was called for every item.
    pub async fn join(&self, cx: &Cx<H>) -> Result<(), H::Error> {
        if self.unfinished.get() > 0 {
            self.finished.wait(cx).await?;
        }
        Ok(())
    }

    /// `queue.shutdown(immediate)`: no more items; who waits gets QueueShutDown. What lies in the
    /// queue can still be had, unless `immediate`.
    pub fn shutdown(&self, immediate: bool) -> Result<(), H::Error> {
        self.shut_down.set(true);
        if immediate {
            while self.store.get()?.is_some() {
                self.unfinished.set(self.unfinished.get().saturating_sub(1));
            }
            if self.unfinished.get() == 0 {
                self.finished.set()?;
            }
        }
        while let Some(waiter) = self.getters.pop().or_else(|| self.putters.pop()) {
            release(&waiter)?;
        }
        Ok(())
    }
}

/// `_wakeup_next(waiters)`: wake the first that still waits.
fn wake_up_next<H: Host>(waiters: &Waiters<H>) -> Result<(), H::Error> {
    while let Some(waiter) = waiters.pop() {
        if !waiter.done() {
            return release(&waiter);
        }
    }
    Ok(())
}

/// A queue's items may be futures: `as_completed` has one of those that are done.
pub(super) type FutureQueue<H> = Queue<H, Option<FutureRef<H>>>;
