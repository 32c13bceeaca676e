//! One turn of the loop (CPython's `BaseEventLoop._run_once`).
//!
//! A turn goes like this:
//!
//! 1. Cancelled timers at the head of the heap are thrown away (all of them, where they are many).
//! 2. Where nothing is ready, CPython now sleeps in `select` until the first timer is due. This loop
//!    never sleeps: it says [`Advance::Idle`] and is asked again. Where something is ready, other threads
//!    get their turn here all the same ([`Advance::GivesWay`]).
//! 3. Timers that are due are moved from the heap to the end of the ready queue.
//! 4. The callbacks that are ready *now* are run, in order. What they schedule runs in the next
//!    turn, so that no callback can keep the others, or the timers, from their turn.
//!
//! [`EventLoop::advance`] does at most one callback and returns, so that whoever drives the loop can
//! draw, wait, or stop after each.

use std::mem;

use super::base_events::EventLoop;
use super::events::{Callback, Entry, Handle, HandleRef, Timer};
use super::futures::FutureRef;
use super::heapq;
use super::host::{Called, ErrorClass, Host, Report, Subject};
use super::tasks::Task;
use crate::trace::{EventKind, Seconds};

/// Two instants closer than this are one: CPython's `loop._clock_resolution`, in seconds.
const CLOCK_RESOLUTION: Seconds = 1e-9;
/// `_MIN_SCHEDULED_TIMER_HANDLES`: up to so many timers, cancelled ones may stay in the heap.
const MIN_SCHEDULED_TIMER_HANDLES: usize = 100;
/// `_MIN_CANCELLED_TIMER_HANDLES_FRACTION`, which is a half: past that, one of so many may.
const ONE_CANCELLED_TIMER_HANDLE_OF: usize = 2;

/// What happened in one call of `advance()`.
#[derive(Clone, Debug, PartialEq)]
pub enum Advance<T> {
    /// One callback was run.
    Ran,
    /// Nothing is ready before `until`, in seconds of the loop's clock; where that is None, nothing
    /// ever will be, unless a thread brings it. Move the clock and ask again.
    Idle { until: Option<Seconds> },
    /// Something is ready, but where there are other threads, they come first. Ask again after that.
    GivesWay,
    /// The callback that is running was paused by the host. Ask again to continue it.
    Paused,
    /// It is over.
    Done(T),
}

impl<T> Advance<T> {
    /// What is not the end yet stays as it is.
    pub fn map<U>(self, end: impl FnOnce(T) -> U) -> Advance<U> {
        match self {
            Self::Ran => Advance::Ran,
            Self::Idle { until } => Advance::Idle { until },
            Self::GivesWay => Advance::GivesWay,
            Self::Paused => Advance::Paused,
            Self::Done(outcome) => Advance::Done(end(outcome)),
        }
    }
}

/// Where in its turn the loop is.
#[derive(Default)]
pub(super) enum Turn<H: Host> {
    /// Before `select`.
    #[default]
    Between,
    /// In `select`.
    Selecting,
    /// So many of the callbacks that were ready when the turn began have not had their turn yet.
    Running { left: usize },
    /// This one has begun, and the host paused it.
    Paused { left: usize, current: Box<Current<H>> },
}

/// The callback that is running, or was paused. It is never moved while it runs.
pub(super) struct Current<H: Host> {
    entry: Option<Entry<H>>,
    /// What a handle calls; it may be cancelled meanwhile.
    callback: Option<Callback<H>>,
    /// What a task is woken by; the task has it no more.
    future: Option<FutureRef<H>>,
    /// When it began; debug mode asks for it.
    since: Option<Seconds>,
}

impl<H: Host> Default for Current<H> {
    fn default() -> Self {
        Self { entry: None, callback: None, future: None, since: None }
    }
}

impl<H: Host> Current<H> {
    /// Its turn has come; false where it is a handle that is cancelled.
    fn begin(&mut self, entry: Entry<H>) -> bool {
        let mut is_wanted = true;
        if let Entry::Handle(handle) = &entry {
            self.callback = handle.begin();
            is_wanted = self.callback.is_some();
        }
        self.entry = Some(entry);
        is_wanted
    }

    fn callback(&self) -> Option<Callback<H>> {
        match (&self.entry, &self.future) {
            (Some(Entry::Wakeup(task)), Some(future)) => {
                Some(Callback::Wakeup { task: task.clone(), future: future.clone() })
            }
            (Some(entry), _) => self.callback.clone().or_else(|| entry.callback()),
            (None, _) => None,
        }
    }

    /// Let go of all that it held.
    fn end(&mut self) {
        self.entry.take();
        self.callback.take();
        self.future.take();
    }
}

impl<H: Host> EventLoop<H> {
    /// Whether a callback is waiting for the next turn.
    pub fn has_ready(&self) -> bool {
        !self.inner().ready.borrow().is_empty()
    }

    /// Do at most one callback. The end is `Ok` where [`EventLoop::stop`] took effect, and `Err` where
    /// a KeyboardInterrupt or SystemExit came out of a callback.
    pub fn advance(&self) -> Advance<Result<(), H::Error>> {
        loop {
            match self.inner().turn.take() {
                Turn::Running { left: 0 } if self.inner().stopping.get() => return Advance::Done(Ok(())),
                Turn::Running { left: 0 } => {}
                Turn::Running { left } => {
                    let next = self.inner().ready.borrow_mut().pop_front();
                    self.set_running(left - 1);
                    let Some(entry) = next else { continue };
                    let handle = self.runtime().is_recording().then(|| entry.id());
                    let mut current = Current::default();
                    if !current.begin(entry) {
                        continue;
                    }
                    if let Some(handle) = handle {
                        self.runtime().note(|_| EventKind::Run { handle });
                    }
                    if self.debug() {
                        current.since = Some(self.time());
                    }
                    return self.run(&mut current, left - 1, false);
                }
                Turn::Paused { left, mut current } => {
                    self.set_running(left);
                    return self.run(&mut current, left, true);
                }
                Turn::Between => {
                    self.drop_cancelled_timers();
                    self.inner().turn.set(Turn::Selecting);
                    if self.runtime().is_threaded() && self.is_busy().is_ok() {
                        return Advance::GivesWay;
                    }
                }
                Turn::Selecting => match self.is_busy() {
                    Ok(()) => self.begin_turn(),
                    Err(until) => {
                        self.inner().turn.set(Turn::Selecting);
                        return Advance::Idle { until };
                    }
                },
            }
        }
    }

    fn set_running(&self, left: usize) {
        self.inner().turn.set(Turn::Running { left });
    }

    /// Whether `select` need not wait; `Err` says until when it does.
    fn is_busy(&self) -> Result<(), Option<Seconds>> {
        if self.has_ready() || self.inner().stopping.get() {
            return Ok(());
        }
        let first = self.inner().timers.borrow().first().map(|timer| timer.when);
        match first.is_some_and(|when| when <= self.time()) {
            true => Ok(()),
            false => Err(first.filter(|when| when.is_finite())),
        }
    }

    /// Step 3 of a turn.
    fn begin_turn(&self) {
        self.runtime().note(|_| EventKind::Turn);
        self.move_due_timers();
        self.set_running(self.inner().ready.borrow().len());
    }

    fn drop_cancelled_timers(&self) {
        let count = self.inner().timers.borrow().len();
        let cancelled = self.inner().cancelled_timers.get();
        if count > MIN_SCHEDULED_TIMER_HANDLES && cancelled * ONE_CANCELLED_TIMER_HANDLE_OF > count {
            let (gone, mut kept): (Vec<_>, Vec<_>) =
                self.inner().timers.take().into_iter().partition(|timer| timer.handle.cancelled());
            gone.iter().for_each(|timer: &Timer<H>| timer.handle.set_scheduled(false));
            let Ok(()) = heapq::heapify(&mut kept, &mut Timer::is_earlier);
            self.inner().timers.replace(kept);
            self.inner().cancelled_timers.set(0);
        } else {
            while self.pop_timer(|timer| timer.handle.cancelled()).is_some() {
                self.inner().cancelled_timers.set(self.inner().cancelled_timers.get().saturating_sub(1));
            }
        }
    }

    fn move_due_timers(&self) {
        let end_time = self.time() + CLOCK_RESOLUTION;
        while let Some(handle) = self.pop_timer(|timer| timer.when < end_time) {
            if !handle.cancelled() {
                self.runtime().note(|_| EventKind::Due { handle: handle.id() });
            }
            self.inner().ready.borrow_mut().push_back(Entry::Handle(handle));
        }
    }

    /// Pop the first timer of the heap if it is `wanted`.
    fn pop_timer(&self, wanted: impl Fn(&Timer<H>) -> bool) -> Option<HandleRef<H>> {
        let mut timers = self.inner().timers.borrow_mut();
        if !timers.first().is_some_and(wanted) {
            return None;
        }
        let Ok(timer) = heapq::pop(&mut timers, &mut Timer::is_earlier);
        let handle = timer?.handle;
        handle.set_scheduled(false);
        Some(handle)
    }

    /// Run one callback, or go on with it where it was paused.
    fn run(&self, current: &mut Current<H>, left: usize, again: bool) -> Advance<Result<(), H::Error>> {
        // Until all that the callback held is gone: what dies with it finds its loop running.
        let outer = self.runtime().swap_running(Some(self.clone()));
        let called = self.run_in_loop(current, left, again);
        self.runtime().swap_running(outer);
        match called {
            Called::Returned => Advance::Ran,
            Called::Paused => Advance::Paused,
            Called::Raised(error) => Advance::Done(Err(error)),
        }
    }

    /// Raises what ends the loop.
    #[inline]
    fn run_in_loop(&self, current: &mut Current<H>, left: usize, again: bool) -> Called<H> {
        match self.call(current, again) {
            Called::Returned => {}
            Called::Paused => {
                self.inner().turn.set(Turn::Paused { left, current: Box::new(mem::take(current)) });
                return Called::Paused;
            }
            Called::Raised(error) => {
                if let Err(error) = self.report_callback(current, error) {
                    self.inner().turn.take();
                    self.runtime().keep(current.callback());
                    current.end();
                    return Called::Raised(error);
                }
            }
        }
        self.warn_if_slow(current);
        current.end();
        self.host().after_callback();
        Called::Returned
    }

    /// Those two are never only reported: they end the loop.
    fn is_exit(&self, error: &H::Error) -> bool {
        let host = self.host();
        host.is(error, ErrorClass::SystemExit) || host.is(error, ErrorClass::KeyboardInterrupt)
    }

    /// `Handle._run`: call the callback in its context.
    #[inline]
    fn call(&self, current: &mut Current<H>, again: bool) -> Called<H> {
        let Some(entry) = &current.entry else { return Called::Returned };
        match entry {
            Entry::Step(task) | Entry::Wakeup(task) if again => Task::go_on(task),
            Entry::Step(task) => Task::step(task, None),
            Entry::Wakeup(task) => {
                current.future = task.task().and_then(|task| task.waiter.take());
                match &current.future {
                    Some(future) => self.wake_up(task, future),
                    None => Task::step(task, None),
                }
            }
            Entry::Bare(bare) => self.call_callback(bare.callback(), again),
            Entry::Handle(handle) => {
                let Some(callback) = &current.callback else { return Called::Returned };
                let outer = self.host().enter(handle.context());
                let called = self.call_callback(callback, again);
                self.host().enter(&outer);
                called
            }
        }
    }

    /// `task.__wakeup(future)`.
    fn wake_up(&self, task: &FutureRef<H>, future: &FutureRef<H>) -> Called<H> {
        let error = future.error();
        error.iter().for_each(|error| self.host().chain(error));
        Task::step(task, error)
    }

    fn call_callback(&self, callback: &Callback<H>, again: bool) -> Called<H> {
        match callback {
            Callback::Step { task, .. } | Callback::Wakeup { task, .. } if again => Task::go_on(task),
            Callback::Step { task, error } => Task::step(task, error.clone()),
            Callback::Wakeup { task, future } => self.wake_up(task, future),
            Callback::SetResult { future, value } if !future.cancelled() => {
                returned(future.set_result(value.clone()))
            }
            Callback::SetResult { .. } => Called::Returned,
            Callback::Native { callback, future } => returned(callback.clone().call(future.as_ref())),
            Callback::User { function, future } => {
                if !again && self.runtime().is_recording() {
                    self.note_user_callback(function);
                }
                self.host().call(function, future.as_ref())
            }
        }
    }

    fn note_user_callback(&self, function: &H::Function) {
        if let Some(name) = self.host().user_name(function) {
            self.runtime().note(|trace| EventKind::Callback { name: trace.intern(&name) });
        }
    }

    /// What comes out of a callback is reported. Raises what ends the loop, and what [`Host::report`] raises.
    fn report_callback(&self, current: &Current<H>, error: H::Error) -> Result<(), H::Error> {
        if self.is_exit(&error) {
            return Err(error);
        }
        let Some(callback) = current.callback() else { return Err(error) };
        // `Handle._run` has it in what it tells the exception handler, and the traceback knows that frame.
        self.host().hold(&error, self.host().error_value(&error));
        let message = format!("Exception in callback {}", self.format_callback(&callback));
        let handle = match &current.entry {
            Some(Entry::Handle(handle)) => handle.clone(),
            _ => Handle::new(self, callback, self.host().copy_context(), None),
        };
        self.report(Report { message, error: Some(error), subject: Subject::Handle(handle) })
    }

    /// Debug mode's "Executing … took … seconds".
    fn warn_if_slow(&self, current: &Current<H>) {
        let Some(since) = current.since else { return };
        let took = self.time() - since;
        if took >= self.slow_callback_duration() {
            let what = match (&current.entry, current.callback()) {
                (Some(Entry::Handle(handle)), _) => handle.repr(),
                (_, Some(callback)) => self.format_bare(&callback),
                (_, None) => return,
            };
            self.host().warn(&format!("Executing {what} took {took:.3} seconds"));
        }
    }
}

fn returned<H: Host>(outcome: Result<(), H::Error>) -> Called<H> {
    match outcome {
        Ok(()) => Called::Returned,
        Err(error) => Called::Raised(error),
    }
}
