//! What somebody who watches a run does to its tasks: cancel one, start another copy of one.
//!
//! An intervention belongs to the scenario, so it replays exactly: it has a time, and it enters the ready queue
//! at the beginning of a turn, behind the timers that are due then, as a timer would that was set for that time
//! and comes after all others. What it does, it does as a callback of the loop: `task.cancel()`, or
//! `create_task(f(args))` with the arguments that the task was made with.
//!
//! At one instant there may be many turns. `turns` says how many of them come before; where the program has
//! fewer, it enters when nothing else is ready. A loop that waits wakes for an intervention; but while
//! `time.sleep` holds the thread it has to wait, as everything else.
//!
//! An intervention whose task is not there, or done, does nothing, as `cancel()` of a task that is done.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::base_events::WeakEventLoop;
use super::events::NativeCallback;
use super::futures::{Future, FutureRef};
use super::host::Host;
use super::runtime::Runtime;
use super::tasks::Task;
use crate::trace::{self, Act, Seconds, TaskId};

/// One thing that is done to one task.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervention {
    /// Seconds of virtual time since the start; not negative, and finite.
    pub at: Seconds,
    /// So many turns of the loop at just that time come before.
    pub turns: u32,
    pub act: Act,
    /// The name that the task was made with.
    pub task: Box<str>,
    /// So many tasks with that name were made before it.
    pub nth: u32,
}

/// Those of a run that have not been carried out.
pub(super) struct Interventions<H: Host> {
    /// By their time.
    planned: RefCell<VecDeque<Planned<H>>>,
    /// The time of the newest turn, and how many have begun at it.
    instant: Cell<(Seconds, u32)>,
}

struct Planned<H: Host> {
    number: u32,
    what: Intervention,
    /// So many tasks with the name have been made.
    seen: u32,
    target: Option<Target<H>>,
}

struct Target<H: Host> {
    id: TaskId,
    event_loop: WeakEventLoop<H>,
    task: Weak<Future<H>>,
    /// The coroutine of the copy.
    copy: Option<H::Coroutine>,
}

impl<H: Host> Default for Interventions<H> {
    fn default() -> Self {
        Self { planned: RefCell::default(), instant: Cell::new((-1.0, 0)) }
    }
}

impl<H: Host> Interventions<H> {
    /// A task is being made: it may be the one that is meant.
    pub(super) fn meet(&self, state: &Task<H>, task: &FutureRef<H>, coroutine: &H::Coroutine) {
        if self.planned.borrow().is_empty() {
            return;
        }
        let name = state.name();
        for planned in self.planned.borrow_mut().iter_mut().filter(|planned| *planned.what.task == *name) {
            if planned.seen == planned.what.nth {
                let event_loop = task.event_loop();
                let is_copy = planned.what.act == Act::Copy;
                planned.target = Some(Target {
                    id: state.id(),
                    event_loop: event_loop.downgrade(),
                    task: Rc::downgrade(task),
                    copy: is_copy.then(|| event_loop.host().again(coroutine)).flatten(),
                });
            }
            planned.seen = planned.seen.saturating_add(1);
        }
    }

    /// A turn begins: how many have begun at the same time before.
    fn turn(&self, time: Seconds) -> u32 {
        let (instant, turns) = self.instant.get();
        let before = if instant == time { turns } else { 0 };
        self.instant.set((time, before.saturating_add(1)));
        before
    }
}

impl<H: Host> Runtime<H> {
    /// Carry these out, each at its time. To be called before the run begins.
    pub fn plan(&self, interventions: &[Intervention]) {
        let numbered = interventions.iter().cloned().zip(0..);
        let mut planned: Vec<Planned<H>> =
            numbered.map(|(what, number)| Planned { number, what, seen: 0, target: None }).collect();
        planned.sort_by(|one, other| {
            one.what.at.total_cmp(&other.what.at).then(one.what.turns.cmp(&other.what.turns))
        });
        self.interventions().planned.replace(planned.into());
    }

    /// When the loop must wake for the next one.
    pub(super) fn next_intervention(&self) -> Option<Seconds> {
        self.interventions().planned.borrow().front().map(|planned| planned.what.at)
    }

    /// A turn begins that goes on to timers before `end_time`: schedule what is due; in a turn that is busy
    /// without, not what other turns of this instant come before.
    pub(super) fn intervene(&self, end_time: Seconds, is_busy: bool) {
        if self.interventions().planned.borrow().is_empty() {
            return;
        }
        let time = self.time();
        let turns = self.interventions().turn(time);
        let is_due = |Intervention { at, turns: before, .. }: &Intervention| {
            *at < end_time && (*at + (end_time - time) <= time || *before <= turns || !is_busy)
        };
        loop {
            let mut planned = self.interventions().planned.borrow_mut();
            let Some(next) = planned.pop_front_if(|next| is_due(&next.what)) else { return };
            drop(planned);
            next.schedule();
        }
    }

    /// The run is over: the coroutines of copies that were never made are nobody's mistake.
    pub(super) fn end_interventions(&self) {
        for Planned { target, .. } in self.interventions().planned.take() {
            if let Some(copy) = target.and_then(|target| target.copy) {
                self.host().close(&copy);
            }
        }
    }
}

impl<H: Host> Planned<H> {
    fn schedule(self) {
        let Some(Target { id: task, event_loop, task: future, copy }) = self.target else { return };
        let Some(event_loop) = event_loop.upgrade() else { return };
        let known = trace::Callback::Intervention { number: self.number, act: self.what.act, task };
        // Fails only where that loop is closed, and there nothing can be done any more.
        let _ = event_loop.call_soon_native(Rc::new(Carried {
            known,
            event_loop: event_loop.downgrade(),
            future,
            copy,
        }));
    }
}

/// The callback that does it.
struct Carried<H: Host> {
    known: trace::Callback,
    event_loop: WeakEventLoop<H>,
    future: Weak<Future<H>>,
    copy: Option<H::Coroutine>,
}

impl<H: Host> NativeCallback<H> for Carried<H> {
    fn name(&self) -> &'static str {
        "intervention"
    }

    fn known(&self) -> Option<trace::Callback> {
        Some(self.known)
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        match (&self.copy, self.event_loop.upgrade()) {
            (Some(copy), Some(event_loop)) => event_loop.create_task(copy, None, None).map(drop),
            (None, _) if matches!(self.known, trace::Callback::Intervention { act: Act::Cancel, .. }) => {
                self.future.upgrade().map_or(Ok(()), |task| task.cancel(None).map(drop))
            }
            _ => Ok(()),
        }
    }
}
