//! The event loop at one moment: what runs, what is ready, which timers are set, who waits on what.
//!
//! It is a fold of the first events of a trace, so every moment of a run can be asked for. Going
//! on from a moment costs only what happened since; going back begins anew.

use std::collections::VecDeque;

use super::{Callback, Event, EventKind, HandleId, Outcome, Seconds, Symbol, TaskId, Wait};

/// A callback in the ready queue, or the one that runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scheduled {
    pub handle: HandleId,
    pub callback: Callback,
    /// The task that set the timer which led here.
    pub set_by: Option<TaskId>,
}

/// A timer on the heap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timer {
    /// The loop's time at which it is due.
    pub when: Seconds,
    pub scheduled: Scheduled,
}

/// What a task is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// In the ready queue; never run yet if `new`.
    Ready {
        new: bool,
    },
    Running,
    Waiting {
        on: Wait,
        since: Seconds,
        line: Option<u32>,
    },
    Done(Outcome),
}

/// A task at this moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub name: Symbol,
    pub coro: Symbol,
    pub standing: Standing,
    /// What it is about to wait for is done already.
    woken: bool,
}

/// The whole loop at this moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoopState {
    /// Seconds of virtual time at the last event.
    pub time: Seconds,
    /// How many turns of the loop have begun.
    pub turn: usize,
    /// The callback that runs, or that ran last in this turn.
    pub running: Option<Scheduled>,
    /// In the order in which they will run.
    pub ready: VecDeque<Scheduled>,
    /// The next one due first; of two due together, the one set first.
    pub timers: Vec<Timer>,
    /// In the order of creation.
    pub tasks: Vec<Task>,
    /// The program is over.
    pub over: bool,
    current: Option<TaskId>,
    seen: usize,
}

impl LoopState {
    /// The loop after the first `count` events.
    pub fn after(events: &[Event], count: usize) -> Self {
        let mut state = Self::default();
        state.advance(events, count);
        state
    }

    /// Go on until `count` events have been taken in. Never goes back.
    pub fn advance(&mut self, events: &[Event], count: usize) {
        let count = count.min(events.len());
        for event in events.iter().take(count).skip(self.seen) {
            self.time = event.time;
            self.event(event.time, event.kind);
        }
        self.seen = self.seen.max(count);
    }

    /// The task with this number.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        let place = self.tasks.binary_search_by_key(&id, |task| task.id).ok()?;
        self.tasks.get(place)
    }

    fn event(&mut self, time: Seconds, kind: EventKind) {
        match kind {
            EventKind::Create { task, name, coro, .. } => {
                let standing = Standing::Ready { new: true };
                self.tasks.push(Task { id: task, name, coro, standing, woken: false });
            }
            EventKind::Rename { task, name } => self.change(task, |task| task.name = name),
            EventKind::Turn => {
                self.turn += 1;
                self.rest();
            }
            EventKind::Ready { handle, callback } => self.ready(Scheduled { handle, callback, set_by: None }),
            EventKind::Timer { handle, when, callback } => self.set_timer(handle, when, callback),
            EventKind::Due { handle } => self.due(handle),
            EventKind::Unschedule { handle } => self.unschedule(handle),
            EventKind::Run { handle } => self.run(handle),
            EventKind::Step { task } => {
                self.current = Some(task);
                self.change(task, |task| {
                    task.standing = Standing::Running;
                    task.woken = false;
                });
            }
            EventKind::Suspend { task, on, line } => self.suspend(task, on, time, line),
            EventKind::Done { task, outcome, .. } => {
                self.change(task, |task| task.standing = Standing::Done(outcome));
            }
            EventKind::Exit { .. } => {
                self.rest();
                self.over = true;
            }
            EventKind::Cancel { .. }
            | EventKind::Callback { .. }
            | EventKind::Block { .. }
            | EventKind::Print { .. }
            | EventKind::ThreadStart { .. }
            | EventKind::ThreadRun { .. }
            | EventKind::ThreadWait { .. }
            | EventKind::ThreadEnd { .. } => {}
        }
    }

    fn change(&mut self, id: TaskId, change: impl FnOnce(&mut Task)) {
        let place = self.tasks.binary_search_by_key(&id, |task| task.id).ok();
        if let Some(task) = place.and_then(|place| self.tasks.get_mut(place)) {
            change(task);
        }
    }

    fn rest(&mut self) {
        self.running = None;
        self.current = None;
    }

    fn ready(&mut self, scheduled: Scheduled) {
        self.ready.push_back(scheduled);
        if let Callback::Wakeup(task) = scheduled.callback {
            self.change(task, |task| match task.standing {
                Standing::Waiting { .. } => task.standing = Standing::Ready { new: false },
                _ => task.woken = true,
            });
        }
    }

    fn set_timer(&mut self, handle: HandleId, when: Seconds, callback: Callback) {
        let scheduled = Scheduled { handle, callback, set_by: self.current };
        let place = self.timers.partition_point(|timer| timer.when <= when);
        self.timers.insert(place, Timer { when, scheduled });
    }

    fn due(&mut self, handle: HandleId) {
        let place = self.timers.iter().position(|timer| timer.scheduled.handle == handle);
        if let Some(place) = place {
            let timer = self.timers.remove(place);
            self.ready(timer.scheduled);
        }
    }

    fn unschedule(&mut self, handle: HandleId) {
        self.timers.retain(|timer| timer.scheduled.handle != handle);
        self.ready.retain(|scheduled| scheduled.handle != handle);
    }

    fn run(&mut self, handle: HandleId) {
        self.current = None;
        let place = self.ready.iter().position(|scheduled| scheduled.handle == handle);
        self.running = place.and_then(|place| self.ready.remove(place));
    }

    /// A task that has yielded, or whose future was done already, is in the queue by now or soon.
    fn suspend(&mut self, task: TaskId, on: Wait, since: Seconds, line: Option<u32>) {
        self.change(task, |task| {
            task.standing = match on {
                Wait::Yield => Standing::Ready { new: false },
                _ if task.woken => Standing::Ready { new: false },
                on => Standing::Waiting { on, since, line },
            };
        });
        self.current = None;
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, TWO, gather_of_two};
    use super::*;
    use crate::trace::{Steps, Trace};

    fn after_step(trace: &Trace, step: usize) -> LoopState {
        let mut steps = Steps::default();
        steps.extend(trace.events());
        LoopState::after(trace.events(), steps.events_until(step))
    }

    fn standings(state: &LoopState) -> Vec<Standing> {
        state.tasks.iter().map(|task| task.standing).collect()
    }

    #[test]
    fn the_children_queue_behind_the_task_that_made_them() {
        let state = after_step(&gather_of_two(), 2);
        assert_eq!(state.running.map(|running| running.callback), Some(Callback::Step(MAIN)));
        let ready: Vec<Callback> = state.ready.iter().map(|scheduled| scheduled.callback).collect();
        assert_eq!(ready, [Callback::Step(ONE), Callback::Step(TWO)]);
        let new = Standing::Ready { new: true };
        let waiting = Standing::Waiting { on: Wait::Gather, since: 0.0, line: Some(9) };
        assert_eq!(standings(&state), [waiting, new, new]);
    }

    #[test]
    fn timers_stand_in_the_order_they_are_due_and_know_who_set_them() {
        let state = after_step(&gather_of_two(), 4);
        let timers: Vec<(Seconds, Option<TaskId>)> =
            state.timers.iter().map(|timer| (timer.when, timer.scheduled.set_by)).collect();
        assert_eq!(timers, [(1.0, Some(ONE)), (2.0, Some(TWO))]);
        assert!(state.ready.is_empty());
    }

    #[test]
    fn a_timer_that_fires_makes_its_sleeper_ready() {
        let state = after_step(&gather_of_two(), 5);
        assert_eq!(state.time, 1.0);
        assert_eq!(state.timers.len(), 1);
        let ready: Vec<Callback> = state.ready.iter().map(|scheduled| scheduled.callback).collect();
        assert_eq!(ready, [Callback::Wakeup(ONE)]);
        assert_eq!(state.task(ONE).map(|task| task.standing), Some(Standing::Ready { new: false }));
    }

    #[test]
    fn at_the_end_nothing_is_left() {
        let trace = gather_of_two();
        let state = LoopState::after(trace.events(), trace.events().len());
        assert!(state.over && state.ready.is_empty() && state.timers.is_empty());
        assert_eq!(state.running, None);
        let failed = Standing::Done(Outcome::Exception);
        assert_eq!(standings(&state), [failed, Standing::Done(Outcome::Result), failed]);
    }

    #[test]
    fn going_on_gives_what_beginning_anew_gives() {
        let trace = gather_of_two();
        let mut going = LoopState::default();
        for count in 0..=trace.events().len() {
            going.advance(trace.events(), count);
            assert_eq!(going, LoopState::after(trace.events(), count));
        }
    }
}
