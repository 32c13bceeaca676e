//! What the event loops of one run share.
//!
//! CPython keeps these in globals of its modules: the counter behind the names `Task-1`,
//! `Task-2`, …, the loop that is running in this thread, the event loop policy's current loop. A
//! run of ours is a pure function of its scenario, so they belong to the run.

use std::cell::{Cell, Ref, RefCell};
use std::fmt;
use std::rc::Rc;

use super::base_events::{EventLoop, WeakEventLoop};
use super::clock::Clock;
use super::coroutines::Channel;
use super::events::Callback;
use super::host::{ErrorClass, Host};
use super::interventions::Interventions;
use crate::trace::{EventKind, HandleId, ObjectId, Recorder, Seconds, TaskId, Trace};

/// The language, the clock and the recorder of a run, and its counters. A handle: cloning it is cheap.
pub struct Runtime<H: Host>(Rc<Shared<H>>);

struct Shared<H: Host> {
    host: H,
    clock: Rc<dyn Clock>,
    recorder: Rc<Recorder>,
    /// Whether it keeps anything: asked so often that it is kept at hand.
    recording: bool,
    handles: Cell<u32>,
    tasks: Cell<u32>,
    objects: Cell<u32>,
    task_names: Cell<u64>,
    running: RefCell<Option<EventLoop<H>>>,
    channel: Channel<H>,
    policy: RefCell<Policy<H>>,
    /// Other threads than the main one are alive.
    threaded: Cell<bool>,
    depth: Cell<u32>,
    event_loops: RefCell<Vec<WeakEventLoop<H>>>,
    over: Cell<bool>,
    /// The callbacks that a KeyboardInterrupt or SystemExit came out of.
    exits: RefCell<Vec<Callback<H>>>,
    interventions: Interventions<H>,
}

/// The default event loop policy, for one thread.
struct Policy<H: Host> {
    event_loop: Option<EventLoop<H>>,
    /// Whether `set_event_loop` was ever called, or this is not the main thread: then no loop is made unasked.
    set_called: bool,
}

/// What each thread has for itself: the loop that runs in it, and the one that was set. That of a new thread
/// is the default.
pub struct ThreadState<H: Host> {
    running: Option<EventLoop<H>>,
    policy: Policy<H>,
}

impl<H: Host> Default for ThreadState<H> {
    fn default() -> Self {
        Self { running: None, policy: Policy { event_loop: None, set_called: true } }
    }
}

impl<H: Host> Clone for Runtime<H> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<H: Host> Runtime<H> {
    /// A run that has not begun.
    pub fn new(host: H, clock: Rc<dyn Clock>, recorder: Rc<Recorder>) -> Self {
        Self(Rc::new(Shared {
            host,
            clock,
            recording: recorder.is_recording(),
            recorder,
            handles: Cell::new(0),
            tasks: Cell::new(0),
            objects: Cell::new(0),
            task_names: Cell::new(0),
            running: RefCell::new(None),
            channel: Channel::default(),
            policy: RefCell::new(Policy { event_loop: None, set_called: false }),
            threaded: Cell::new(false),
            depth: Cell::new(0),
            event_loops: RefCell::default(),
            over: Cell::new(false),
            exits: RefCell::default(),
            interventions: Interventions::default(),
        }))
    }

    /// The language whose coroutines are run.
    pub fn host(&self) -> &H {
        &self.0.host
    }

    /// Seconds of virtual time since the start of the run.
    pub fn time(&self) -> Seconds {
        self.0.clock.time()
    }

    /// Where the events go.
    pub fn recorder(&self) -> &Rc<Recorder> {
        &self.0.recorder
    }

    /// Whether events are kept.
    pub fn is_recording(&self) -> bool {
        self.0.recording
    }

    /// Note what happens now. The closure must not call the host: the trace is borrowed.
    pub fn note(&self, kind: impl FnOnce(&mut Trace) -> EventKind) {
        if self.0.recording {
            self.0.recorder.note(self.time(), kind);
        }
    }

    /// `asyncio.new_event_loop()`.
    pub fn new_event_loop(&self) -> EventLoop<H> {
        let event_loop = EventLoop::new(self);
        let mut event_loops = self.0.event_loops.borrow_mut();
        event_loops.retain(|known| known.upgrade().is_some());
        event_loops.push(event_loop.downgrade());
        event_loop
    }

    /// The loops that are alive, in the order in which they were made.
    pub(super) fn event_loops(&self) -> Vec<EventLoop<H>> {
        self.0.event_loops.borrow().iter().filter_map(WeakEventLoop::upgrade).collect()
    }

    /// Whether the run has ended, so that there is nobody to report to.
    pub fn is_over(&self) -> bool {
        self.0.over.get()
    }

    pub(super) fn set_over(&self) {
        self.0.over.set(true);
    }

    /// Another thread goes on: what the one before had for itself, for what this one has.
    pub fn swap_thread(&self, thread: ThreadState<H>) -> ThreadState<H> {
        ThreadState {
            running: self.swap_running(thread.running),
            policy: self.0.policy.replace(thread.policy),
        }
    }

    /// Whether there are other threads, which get their turn whenever a loop would look for what is ready.
    pub(super) fn is_threaded(&self) -> bool {
        self.0.threaded.get()
    }

    /// Say whether there are other threads.
    pub fn set_threaded(&self, threaded: bool) {
        self.0.threaded.set(threaded);
    }

    /// `asyncio.set_event_loop(loop)`.
    pub fn set_event_loop(&self, event_loop: Option<EventLoop<H>>) {
        self.0.policy.replace(Policy { event_loop, set_called: true });
    }

    /// The loop that `asyncio.set_event_loop()` was last given.
    pub fn policy_loop(&self) -> Option<EventLoop<H>> {
        self.0.policy.borrow().event_loop.clone()
    }

    /// `asyncio._get_running_loop()`: the loop whose callback is running.
    pub fn running_loop(&self) -> Option<EventLoop<H>> {
        self.0.running.borrow().clone()
    }

    /// `asyncio.get_running_loop()`. Raises RuntimeError where no loop runs.
    pub fn get_running_loop(&self) -> Result<EventLoop<H>, H::Error> {
        self.running_loop().ok_or_else(|| self.error(ErrorClass::RuntimeError, "no running event loop"))
    }

    /// `asyncio.get_event_loop()`: the running loop, else the one that was set; a new one, with a
    /// warning, where none ever was. Raises RuntimeError where none is set any more.
    pub fn get_event_loop(&self) -> Result<EventLoop<H>, H::Error> {
        self.running_loop().map_or_else(|| self.get_policy_loop(), Ok)
    }

    /// `policy.get_event_loop()`: the same, whether a loop is running or not.
    pub fn get_policy_loop(&self) -> Result<EventLoop<H>, H::Error> {
        if let Some(event_loop) = self.policy_loop() {
            return Ok(event_loop);
        }
        if self.0.policy.borrow().set_called {
            let name = self.host().repr(&self.host().text(&self.host().thread_name()));
            let message = format!("There is no current event loop in thread {name}.");
            return Err(self.error(ErrorClass::RuntimeError, &message));
        }
        self.host().warn_deprecated("There is no current event loop");
        let event_loop = self.new_event_loop();
        self.set_event_loop(Some(event_loop.clone()));
        Ok(event_loop)
    }

    /// The number of the task that is running, if one is.
    pub fn current_task_id(&self) -> Option<TaskId> {
        let running: Ref<'_, Option<EventLoop<H>>> = self.0.running.borrow();
        running.as_ref()?.current_task_id()
    }

    /// Do what goes from future to future, unless that is too deep already; None then.
    pub(super) fn nested<R>(&self, limit: u32, go: impl FnOnce() -> R) -> Option<R> {
        let depth = self.0.depth.get();
        if depth >= limit {
            return None;
        }
        self.0.depth.set(depth + 1);
        let done = go();
        self.0.depth.set(depth);
        Some(done)
    }

    pub(super) fn interventions(&self) -> &Interventions<H> {
        &self.0.interventions
    }

    pub(super) fn channel(&self) -> &Channel<H> {
        &self.0.channel
    }

    pub(super) fn swap_running(&self, event_loop: Option<EventLoop<H>>) -> Option<EventLoop<H>> {
        self.0.running.replace(event_loop)
    }

    /// In CPython the traceback of what ends a loop holds the callback that it came out of, and so its
    /// task, until the end.
    pub(super) fn keep(&self, callback: Option<Callback<H>>) {
        self.0.exits.borrow_mut().extend(callback);
    }

    pub(super) fn let_go_of_exits(&self) {
        let exits = self.0.exits.take();
        drop(exits);
    }

    pub(super) fn error(&self, class: ErrorClass, message: &str) -> H::Error {
        self.host().error(class, message)
    }

    pub(super) fn next_handle(&self) -> HandleId {
        HandleId(self.0.handles.replace(self.0.handles.get().wrapping_add(1)))
    }

    /// The number of the next thing that tasks wait at.
    pub(super) fn next_object(&self) -> ObjectId {
        ObjectId(self.0.objects.replace(self.0.objects.get().wrapping_add(1)))
    }

    /// The number of the next task, or of a thread, which the trace numbers along with them.
    pub fn next_task(&self) -> TaskId {
        TaskId(self.0.tasks.replace(self.0.tasks.get().wrapping_add(1)))
    }

    /// The number in the next name `Task-N`, from 1.
    pub(super) fn next_task_name(&self) -> u64 {
        let number = self.0.task_names.get() + 1;
        self.0.task_names.set(number);
        number
    }
}

impl<H: Host> fmt::Debug for Runtime<H> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Runtime").field("time", &self.time()).finish_non_exhaustive()
    }
}
