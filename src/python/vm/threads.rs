//! Threads: stacks of frames that take turns.
//!
//! One runs at a time, until it gives way: it parks, with a time or a condition at which it may go on, or
//! is over. Of those that may go on, the one that gave way first does; where none may, somebody must move
//! the clock to the first time that one of them waits for. No thread is ever interrupted, so a run with
//! threads is as much a pure function of its program as any.
//!
//! A thread's stack goes on from where it parked. Where built-in functions that cannot be paused are in
//! between, the others run on top of it meanwhile ([`Vm::wait_in_place`]), and the clock is moved at once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::frame::{Activation, Body, NativeStep, Stop};
use super::interpreter::Signal;
use super::{Pause, Vm};
use crate::asyncio::base_events::EventLoop;
use crate::asyncio::runtime::ThreadState;
use crate::python::host::Python;
use crate::python::modules::contextvars::Context;
use crate::python::objects::{Args, PyResult, Raised, Value};
use crate::trace::{EventKind, Seconds, TaskId, Wait};

/// What [`Vm::over`] says where threads wait for each other in the middle of built-in functions.
pub const DEADLOCK: &str = "deadlock";

/// How many threads a run may have at a time.
const MAX_THREADS: usize = 10_000;

/// One thread of a run.
pub struct Thread {
    /// Its stack; None while it runs.
    pub activation: RefCell<Option<Activation>>,
    has_begun: Cell<bool>,
    /// The picture shows it as running.
    shown: Cell<bool>,
    /// Its place in the picture; the main thread has none.
    lane: Option<TaskId>,
    /// An exception has ended it.
    pub failed: Cell<bool>,
    /// The `threading.Thread` that it is, once that module is there.
    pub object: RefCell<Value>,
    kept: RefCell<Kept>,
}

/// What each thread has for itself, kept here while others run.
#[derive(Default)]
struct Kept {
    handled: Vec<Raised>,
    frames: usize,
    context: Rc<Context>,
    asyncio: ThreadState<Python>,
}

/// When a thread that has parked may go on.
#[derive(Clone)]
pub enum Condition {
    /// Only when its time has come.
    Never,
    /// Something was scheduled in that loop.
    Ready(EventLoop<Python>),
    /// This callable says so.
    Call(Value),
}

#[derive(Clone)]
struct Parked {
    thread: Rc<Thread>,
    wake: Option<Seconds>,
    condition: Condition,
}

/// Who may go on.
pub enum Turn {
    Thread(Rc<Thread>),
    /// Nobody before this time.
    Wait(Seconds),
    /// Nobody ever.
    Never,
}

/// The threads of a run.
pub struct Threads {
    current: RefCell<Rc<Thread>>,
    /// The current one has not given way.
    running: Cell<bool>,
    /// In the order in which they gave way.
    parked: RefCell<Vec<Parked>>,
    alive: Cell<usize>,
}

impl Default for Threads {
    /// The main thread, which runs.
    fn default() -> Self {
        let main = Thread::new(None, Value::None, None);
        Self {
            current: RefCell::new(Rc::new(main)),
            running: Cell::new(true),
            parked: RefCell::default(),
            alive: Cell::new(1),
        }
    }
}

impl Thread {
    fn new(activation: Option<Activation>, object: Value, lane: Option<TaskId>) -> Self {
        Self {
            activation: RefCell::new(activation),
            has_begun: Cell::new(false),
            shown: Cell::new(false),
            lane,
            failed: Cell::new(false),
            object: RefCell::new(object),
            kept: RefCell::default(),
        }
    }

    /// Whether it is the one that the program began in.
    pub fn is_main(&self) -> bool {
        self.lane.is_none()
    }

    /// Give it a stack to run from the beginning.
    pub fn begin(&self, activation: Activation) {
        self.activation.replace(Some(activation));
        self.has_begun.set(false);
    }
}

impl Threads {
    /// The thread that runs, or ran last.
    pub fn current(&self) -> Rc<Thread> {
        self.current.borrow().clone()
    }

    /// Let go of all stacks.
    pub fn clear(&self) {
        let parked = self.parked.take();
        for Parked { thread, .. } in &parked {
            drop((thread.activation.take(), thread.object.replace(Value::None), thread.kept.take()));
        }
        let current = self.current();
        drop((current.activation.take(), current.object.replace(Value::None)));
    }
}

impl Vm {
    /// Whether the main thread runs.
    pub fn is_main_thread(&self) -> bool {
        self.threads.current.borrow().is_main()
    }

    /// Begin a thread; it runs when the others have given way.
    ///
    /// # Errors
    /// RuntimeError where there are too many.
    pub fn start_thread(&self, mut body: Body, object: Value, name: &str, of: &str) -> PyResult<()> {
        let alive = self.threads.alive.get() + 1;
        if alive > MAX_THREADS {
            return Err(self.runtime_error("can't start new thread"));
        }
        self.threads.alive.set(alive);
        self.runtime().set_threaded(true);
        let lane = self.runtime().next_task();
        self.recorder.note(self.now(), |trace| EventKind::ThreadStart {
            thread: lane,
            name: trace.intern(name),
            target: trace.intern(of),
        });
        if let Body::Python(frame) = &mut body {
            frame.handled_below = 0;
        }
        let thread = Rc::new(Thread::new(Some(Activation::new(body)), object, Some(lane)));
        let parked = Parked { thread, wake: Some(self.now()), condition: Condition::Never };
        self.threads.parked.borrow_mut().push(parked);
        Ok(())
    }

    /// The current thread gives way until that time or condition; `on` is what the picture says.
    pub fn park(&self, wake: Option<Seconds>, condition: Condition, on: Option<Wait>) -> NativeStep {
        let thread = self.threads.current();
        if let (Some(lane), Some(on)) = (thread.lane, on) {
            let line = Some(self.current_line());
            thread.shown.set(false);
            self.recorder.note(self.now(), |_| EventKind::ThreadWait { thread: lane, on, line });
        }
        let wake = wake.filter(|wake| wake.is_finite());
        self.threads.parked.borrow_mut().push(Parked { thread, wake, condition });
        self.threads.running.set(false);
        self.pause.set(Some(Pause::Parked));
        NativeStep::Pause
    }

    /// Whose turn it is. Stacks that stand still below the running one (`below` is at their top) cannot go on
    /// before it.
    pub fn next_turn(&self, below: Option<&Rc<Thread>>) -> Turn {
        if self.threads.running.get() {
            return Turn::Thread(self.threads.current());
        }
        let (now, mut first): (Seconds, Option<Seconds>) = (self.now(), None);
        let mut place = 0;
        loop {
            let parked = self.threads.parked.borrow().get(place).cloned();
            let Some(Parked { thread, wake, condition }) = parked else { break };
            let can_run =
                thread.activation.borrow().is_some() || below.is_some_and(|me| Rc::ptr_eq(me, &thread));
            if can_run && (wake.is_some_and(|wake| wake <= now) || self.holds(&condition)) {
                self.threads.parked.borrow_mut().remove(place);
                self.switch(&thread);
                self.threads.running.set(true);
                return Turn::Thread(thread);
            }
            if can_run && let Some(wake) = wake {
                first = Some(first.map_or(wake, |first| first.min(wake)));
            }
            place += 1;
        }
        first.map_or(Turn::Never, Turn::Wait)
    }

    /// One that fails lets the thread go on, to fail there.
    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Never => false,
            Condition::Ready(event_loop) => event_loop.has_ready(),
            Condition::Call(callable) => {
                let answer = self.call(callable, Args::none()).and_then(|value| self.truth(&value));
                answer.unwrap_or(true)
            }
        }
    }

    /// Put away what the current thread has for itself, and take out what that one has.
    fn switch(&self, thread: &Rc<Thread>) {
        let from = self.threads.current.replace(thread.clone());
        if Rc::ptr_eq(&from, thread) {
            return;
        }
        let Kept { handled, frames, context, asyncio } = thread.kept.take();
        from.kept.replace(Kept {
            handled: self.handled.replace(handled),
            frames: self.frames.replace(frames),
            context: self.state.context.replace(context),
            asyncio: self.runtime().swap_thread(asyncio),
        });
    }

    /// Run the current thread until it pauses or is over.
    pub fn run_thread(&self, thread: &Rc<Thread>) -> Stop {
        let Some(mut activation) = thread.activation.take() else { return Stop::Return(Value::None) };
        let signal = if thread.has_begun.replace(true) { Signal::Continue } else { Signal::Start };
        if let (Some(lane), false) = (thread.lane, thread.shown.replace(true)) {
            self.recorder.note(self.now(), |_| EventKind::ThreadRun { thread: lane });
        }
        let stop = self.run(&mut activation, signal);
        thread.activation.replace(Some(activation));
        stop
    }

    /// The current thread is over.
    pub fn end_thread(&self, thread: &Thread) {
        drop((thread.activation.take(), thread.object.replace(Value::None)));
        self.threads.running.set(false);
        self.threads.alive.set(self.threads.alive.get() - 1);
        self.runtime().set_threaded(self.threads.alive.get() > 1);
        if let Some(lane) = thread.lane {
            self.recorder
                .note(self.now(), |_| EventKind::ThreadEnd { thread: lane, failed: thread.failed.get() });
        }
    }

    /// The current thread has parked where its stack cannot be left: run the others on top of it until it
    /// may go on.
    ///
    /// # Errors
    /// When a budget is spent, or nothing can ever go on.
    pub(super) fn wait_in_place(&self) -> PyResult<()> {
        let me = self.threads.current();
        loop {
            match self.next_turn(Some(&me)) {
                Turn::Thread(thread) if Rc::ptr_eq(&thread, &me) => return Ok(()),
                Turn::Thread(thread) => self.run_on_top(&thread)?,
                Turn::Wait(until) => self.clock.advance_to(until),
                Turn::Never => return Err(self.spend(DEADLOCK)),
            }
        }
    }

    fn run_on_top(&self, thread: &Rc<Thread>) -> PyResult<()> {
        self.enter_native()?;
        let stop = self.run_thread(thread);
        self.leave_native();
        match stop {
            Stop::Paused if self.pause.get() == Some(Pause::Parked) => self.pause.set(None),
            Stop::Paused => self.keep_going()?,
            Stop::Return(_) | Stop::Yield(_) | Stop::Raise(_) => self.end_thread(thread),
        }
        match self.is_over() {
            true => Err(self.error(&self.exceptions.budget_spent, "")),
            false => Ok(()),
        }
    }
}
