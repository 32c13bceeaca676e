//! `asyncio.gather`: one future for the results of many (CPython's `tasks.gather`).
//!
//! Every argument becomes a future (a coroutine becomes a task), and each of these *children* gets
//! the same done callback, which counts. When the last child is done the *outer* future gets the
//! list of results, in the order of the arguments. When a child fails before that, the outer future
//! gets its exception at once, and the other children *run on*: gather stops nobody. With
//! `return_exceptions` there are no failures, only results.
//!
//! Cancelling the outer future cancels the children, and the outer future only ends when they
//! have: with CancelledError then, whatever they made of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;

use super::base_events::EventLoop;
use super::done_callbacks::DoneCallback;
use super::events::NativeCallback;
use super::futures::{Awaitable, Future, FutureRef, Kind};
use super::group_notes::note_group;
use super::host::Host;
use super::runtime::Runtime;
use crate::trace::{GroupKind, ObjectId};

/// What the future that `gather` returns has more than others: `tasks._GatheringFuture`.
pub struct GatheringFuture<H: Host> {
    object: ObjectId,
    children: Vec<FutureRef<H>>,
    cancel_requested: Cell<bool>,
}

impl<H: Host> GatheringFuture<H> {
    /// Its number, as the trace has it.
    pub(super) fn object(&self) -> ObjectId {
        self.object
    }

    /// Those that it still waits for.
    pub(super) fn pending(&self) -> impl Iterator<Item = &FutureRef<H>> {
        self.children.iter().filter(|child| !child.done())
    }

    /// `_GatheringFuture.cancel(msg)`: ask the children; whether any took the request.
    pub(super) fn cancel(&self, outer: &FutureRef<H>, message: Option<H::Value>) -> Result<bool, H::Error> {
        if outer.done() {
            return Ok(false);
        }
        let mut any = false;
        for child in &self.children {
            any |= child.cancel(message.clone())?;
        }
        if any {
            self.cancel_requested.set(true);
        }
        Ok(any)
    }
}

/// `asyncio.gather(*awaitables, return_exceptions=…)`. Raises what making the tasks raises, and
/// ValueError where the futures belong to different loops.
pub fn gather<H: Host>(
    runtime: &Runtime<H>,
    awaitables: &[Awaitable<H>],
    return_exceptions: bool,
) -> Result<FutureRef<H>, H::Error> {
    gather_before(runtime, awaitables, return_exceptions, None)
}

/// The same, where the argument after these cannot be awaited, with the error that says so: the tasks before
/// it are made, and nobody gathers them.
pub fn gather_before<H: Host>(
    runtime: &Runtime<H>,
    awaitables: &[Awaitable<H>],
    return_exceptions: bool,
    refusal: Option<H::Error>,
) -> Result<FutureRef<H>, H::Error> {
    if awaitables.is_empty() && refusal.is_none() {
        let outer = runtime.get_event_loop()?.create_future();
        outer.set_result(runtime.host().list(Vec::new()))?;
        return Ok(outer);
    }
    let counter = Rc::new(Counter {
        object: runtime.next_object(),
        return_exceptions,
        expected: Cell::new(0),
        finished: Cell::new(0),
        outer: RefCell::new(None),
    });
    let mut event_loop = None;
    let mut children: Vec<FutureRef<H>> = Vec::with_capacity(awaitables.len());
    let mut done = Vec::new();
    let mut failed = Vec::new();
    let mut known = HashMap::with_capacity(awaitables.len());
    for awaitable in awaitables {
        let again = known.entry(awaitable.id(runtime.host()));
        if let Entry::Occupied(child) = &again {
            children.push(FutureRef::clone(child.get()));
            continue;
        }
        let child = ensure_child(runtime, event_loop.as_ref(), awaitable)?;
        again.insert(child.clone());
        event_loop.get_or_insert_with(|| child.event_loop().clone());
        counter.expected.set(counter.expected.get() + 1);
        if child.done() {
            if matches!(awaitable, Awaitable::Coroutine(_)) {
                failed.extend(child.peek_exception());
            }
            done.push(child.clone());
        } else {
            child.add_done_callback(DoneCallback::Native(counter.clone()))?;
        }
        children.push(child);
    }
    if let Some(error) = refusal {
        return Err(error);
    }
    let Some(event_loop) = event_loop else { return Ok(runtime.get_event_loop()?.create_future()) };
    note_group(runtime, counter.object, GroupKind::Gather { return_exceptions }, children.iter());
    let gathering = GatheringFuture { object: counter.object, children, cancel_requested: Cell::new(false) };
    let outer = Future::new(&event_loop, Kind::Gathering(gathering));
    counter.outer.replace(Some(outer.clone()));
    // An eager task failed in the middle of this: its traceback knows this frame.
    failed.iter().for_each(|error| runtime.host().hold_future(error, &outer));
    for child in done {
        counter.clone().child_done(&child)?;
    }
    Ok(outer)
}

fn ensure_child<H: Host>(
    runtime: &Runtime<H>,
    event_loop: Option<&EventLoop<H>>,
    awaitable: &Awaitable<H>,
) -> Result<FutureRef<H>, H::Error> {
    match (event_loop, awaitable) {
        (Some(event_loop), awaitable) => event_loop.ensure_future(awaitable),
        (None, Awaitable::Future(future)) => Ok(future.clone()),
        (None, Awaitable::Coroutine(_)) => runtime.get_event_loop()?.ensure_future(awaitable),
    }
    .inspect(|child| {
        if let (Awaitable::Coroutine(_), Some(task)) = (awaitable, child.task()) {
            // Nobody but the gathering has this task, so nobody could have awaited it.
            task.set_log_destroy_pending(false);
        }
    })
}

/// What the done callback of the children shares: it counts, and finishes the outer future.
struct Counter<H: Host> {
    object: ObjectId,
    return_exceptions: bool,
    expected: Cell<usize>,
    finished: Cell<usize>,
    outer: RefCell<Option<FutureRef<H>>>,
}

impl<H: Host> NativeCallback<H> for Counter<H> {
    fn name(&self) -> &'static str {
        "gather.<locals>._done_callback"
    }

    fn source(&self) -> Option<&'static str> {
        Some("asyncio/tasks.py:820")
    }

    fn object(&self) -> Option<ObjectId> {
        Some(self.object)
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(child) = future else { return Ok(()) };
        self.child_done(child)
    }
}

impl<H: Host> Counter<H> {
    fn child_done(&self, child: &FutureRef<H>) -> Result<(), H::Error> {
        self.finished.set(self.finished.get() + 1);
        let last = self.finished.get() == self.expected.get();
        let outer = if last { self.outer.take() } else { self.outer.borrow().clone() };
        match outer {
            Some(outer) if !outer.done() => self.finish(&outer, child, last),
            _ if child.cancelled() => Ok(()),
            // Too late to tell anybody: its exception counts as retrieved.
            _ => child.exception().map(drop),
        }
    }

    fn finish(&self, outer: &FutureRef<H>, child: &FutureRef<H>, last: bool) -> Result<(), H::Error> {
        if !self.return_exceptions {
            if child.cancelled() {
                return outer.set_exception(child.make_cancelled_error());
            }
            if let Some(error) = child.exception()? {
                return outer.set_exception(error);
            }
        }
        let Kind::Gathering(gathering) = outer.kind() else { return Ok(()) };
        if !last {
            return Ok(());
        }
        let results = gathering.children.iter().map(result_of).collect::<Result<Vec<_>, _>>()?;
        if gathering.cancel_requested.get() {
            // Cancelled from outside: so it ends, even with return_exceptions.
            let last = gathering.children.last().unwrap_or(child);
            return outer.set_exception(last.make_cancelled_error());
        }
        let host = outer.event_loop().runtime().host();
        outer.set_result(host.list(results))
    }
}

/// What a child adds to the list of results: an exception, too, where those are returned.
fn result_of<H: Host>(child: &FutureRef<H>) -> Result<H::Value, H::Error> {
    let host = child.event_loop().runtime().host();
    if child.cancelled() {
        let message = child.cancel_message().unwrap_or_else(|| host.text(""));
        return Ok(host.error_value(&host.cancelled_error(Some(message))));
    }
    match child.exception()? {
        Some(error) => Ok(host.error_value(&error)),
        None => child.result(),
    }
}
