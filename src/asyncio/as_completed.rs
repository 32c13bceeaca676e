//! `asyncio.as_completed`: the results in the order in which they come (CPython's
//! `tasks._AsCompletedIterator`).
//!
//! Every future gets a done callback that puts it into a queue; iterating takes from that queue. A
//! plain `for` gives coroutines, each of which awaits *the next* result, whichever that will be; an
//! `async for` gives the futures themselves, when they are done. When the time is up, the queue gets a
//! mark for each future that is still missing, and who takes a mark raises TimeoutError.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use hashbrown::HashSet;

use super::coroutines::{Cx, NativeCoroutine};
use super::done_callbacks::DoneCallback;
use super::events::{Callback, HandleRef, NativeCallback};
use super::future_set::FutureSet;
use super::futures::{Awaitable, FutureRef};
use super::group_notes::note_group;
use super::host::{ErrorClass, Host};
use super::queues::{Fifo, FutureQueue};
use super::runtime::Runtime;
use crate::trace::{GroupKind, ObjectId, Seconds};

/// What `asyncio.as_completed` returns: an iterator and an async iterator.
pub struct AsCompleted<H: Host> {
    runtime: Runtime<H>,
    object: ObjectId,
    done: FutureQueue<H>,
    /// Those that are not done yet.
    todo: RefCell<FutureSet<H>>,
    /// How many were not given out yet.
    left: Cell<usize>,
    timer: RefCell<Option<HandleRef<H>>>,
}

impl<H: Host> AsCompleted<H> {
    /// `asyncio.as_completed(awaitables, timeout=…)`, with the timeout in seconds. Raises what making
    /// tasks of the coroutines raises.
    pub fn new(
        runtime: &Runtime<H>,
        awaitables: &[Awaitable<H>],
        timeout: Option<Seconds>,
    ) -> Result<Rc<Self>, H::Error> {
        let event_loop = runtime.get_event_loop()?;
        let mut seen = HashSet::with_capacity(awaitables.len());
        let todo = awaitables
            .iter()
            .filter(|awaitable| seen.insert(awaitable.id(runtime.host())))
            .map(|awaitable| event_loop.ensure_future(awaitable))
            .collect::<Result<Vec<_>, _>>()?;
        let object = runtime.next_object();
        note_group(runtime, object, GroupKind::AsCompleted, todo.iter());
        let iterator = Rc::new(Self {
            runtime: runtime.clone(),
            object,
            done: FutureQueue::labelled(Fifo::default(), 0, "as_completed", |_, _| String::new()),
            left: Cell::new(todo.len()),
            todo: RefCell::new(todo.iter().cloned().collect()),
            timer: RefCell::new(None),
        });
        for future in &todo {
            future.add_done_callback(DoneCallback::Native(iterator.clone()))?;
        }
        if let (Some(timeout), false) = (timeout, todo.is_empty()) {
            let callback = Callback::Native { callback: Rc::new(TimeIsUp(iterator.clone())), future: None };
            iterator.timer.replace(Some(event_loop.call_later(timeout, callback, None)?));
        }
        Ok(iterator)
    }

    /// `next(iterator)`: a coroutine for the next result; None at the end.
    pub fn next(self: &Rc<Self>) -> Option<NativeCoroutine<H>> {
        self.left.set(self.left.get().checked_sub(1)?);
        let iterator = self.clone();
        let body = |cx: Cx<H>| async move {
            let future = iterator.wait_for_one(&cx).await?;
            // It is in a variable of the frame that its error leaves.
            future.result().inspect_err(|error| {
                cx.host().hold_future(error, &future);
                cx.host().chain(error);
            })
        };
        Some(NativeCoroutine::new(&self.runtime, "_AsCompletedIterator._wait_for_one", body))
    }

    /// `await anext(iterator)`: the next future that is done; None at the end. Raises TimeoutError.
    pub async fn anext(&self, cx: &Cx<H>) -> Result<Option<FutureRef<H>>, H::Error> {
        let Some(left) = self.left.get().checked_sub(1) else { return Ok(None) };
        self.left.set(left);
        self.wait_for_one(cx).await.map(Some)
    }

    /// `_wait_for_one()`.
    async fn wait_for_one(&self, cx: &Cx<H>) -> Result<FutureRef<H>, H::Error> {
        self.done.get(cx).await?.ok_or_else(|| cx.host().error(ErrorClass::TimeoutError, ""))
    }
}

/// `_handle_completion(future)`.
impl<H: Host> NativeCallback<H> for AsCompleted<H> {
    fn name(&self) -> &'static str {
        "_AsCompletedIterator._handle_completion"
    }

    fn object(&self) -> Option<ObjectId> {
        Some(self.object)
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(future) = future else { return Ok(()) };
        let mut todo = self.todo.borrow_mut();
        if todo.is_empty() {
            return Ok(()); // The time was up first.
        }
        todo.discard(future);
        let last = todo.is_empty();
        drop(todo);
        self.done.put_nowait(&self.runtime, Some(future.clone()))?;
        if last && let Some(timer) = self.timer.take() {
            timer.cancel();
        }
        Ok(())
    }
}

/// `_handle_timeout()`.
struct TimeIsUp<H: Host>(Rc<AsCompleted<H>>);

impl<H: Host> NativeCallback<H> for TimeIsUp<H> {
    fn name(&self) -> &'static str {
        "_AsCompletedIterator._handle_timeout"
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let iterator = &self.0;
        for future in iterator.todo.take() {
            future.remove_native_callback(iterator);
            iterator.done.put_nowait(&iterator.runtime, None)?;
        }
        Ok(())
    }
}
