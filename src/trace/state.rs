//! The event loop at one moment: what runs, what is ready, which timers are set, who waits on what.
//!
//! It is a fold of the first events of a trace, so every moment of a run can be asked for. Going
//! on from a moment costs only what happened since; going back begins anew, or at one of [`super::Checkpoints`].
//!
//! Whatever is scheduled knows who scheduled it, and when: from that, [`super::why`] tells why a callback runs.

use std::collections::VecDeque;

use super::{
    Callback, Event, EventKind, GroupKind, HandleId, ObjectId, Outcome, Resumed, Seconds, Symbol, TaskId,
    Wait,
};

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By {
    /// The program, outside of the loop.
    Program,
    Task(TaskId),
    /// A callback that is no task's step.
    Callback(Callback),
    Thread(TaskId),
}

/// A callback in the ready queue, or the one that runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scheduled {
    pub handle: HandleId,
    pub callback: Callback,
    /// Who scheduled it, and when; of a timer, who set it.
    pub by: By,
    pub at: Seconds,
    /// The time that its timer was set for, if it had one.
    pub when: Option<Seconds>,
}

impl Scheduled {
    /// The task that set the timer which led here.
    pub fn set_by(&self) -> Option<TaskId> {
        match (self.when, self.by) {
            (Some(_), By::Task(task)) => Some(task),
            _ => None,
        }
    }
}

/// A timer on the heap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timer {
    /// The loop's time at which it is due.
    pub when: Seconds,
    pub scheduled: Scheduled,
}

/// What a task gave up control for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Awaited {
    pub on: Wait,
    pub since: Seconds,
    pub line: Option<u32>,
}

/// What a task is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// In the ready queue; never run yet if `new`.
    Ready {
        new: bool,
    },
    Running,
    Waiting(Awaited),
    Done(Outcome),
}

/// Somebody asked to cancel a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    pub by: By,
    pub at: Seconds,
}

/// A task at this moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub name: Symbol,
    pub coro: Symbol,
    pub standing: Standing,
    /// What it waits for, or waited for last.
    pub awaited: Option<Awaited>,
    /// The request to cancel it that its coroutine has not been told of.
    pub request: Option<Request>,
    /// What it is about to wait for is done already.
    woken: bool,
}

/// Several tasks that are waited for together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub object: ObjectId,
    pub kind: GroupKind,
    pub members: Vec<TaskId>,
    /// Futures that are no tasks.
    pub others: usize,
}

/// How the callback that runs came to its turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Began {
    pub time: Seconds,
    pub scheduled: Scheduled,
    /// Of a task's step: what the task had given up control for; none before its first step.
    pub awaited: Option<Awaited>,
    pub resumed: Resumed,
    /// The request to cancel the task that this step brings to its coroutine.
    pub request: Option<Request>,
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
    /// How it came to run; kept when the turn is over.
    pub began: Option<Began>,
    /// In the order in which they will run.
    pub ready: VecDeque<Scheduled>,
    /// So many of them run in this turn, the others in the next.
    pub in_turn: usize,
    /// The next one due first; of two due together, the one set first.
    pub timers: VecDeque<Timer>,
    /// In the order of creation.
    pub tasks: Vec<Task>,
    /// Those that wait for several tasks, in the order of their numbers.
    pub groups: Vec<Group>,
    /// The locks that are held, and by whom.
    pub holders: Vec<(ObjectId, TaskId)>,
    /// The program is over.
    pub over: bool,
    /// Who acts: the callback, and the eager tasks that it steps, the newest last.
    actors: Vec<By>,
    thread: Option<TaskId>,
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

    /// How many events it has taken in.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// The task with this number.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        let place = self.tasks.binary_search_by_key(&id, |task| task.id).ok()?;
        self.tasks.get(place)
    }

    /// The group with this number.
    pub fn group(&self, object: ObjectId) -> Option<&Group> {
        let place = self.groups.binary_search_by_key(&object, |group| group.object).ok()?;
        self.groups.get(place)
    }

    /// Who holds this lock.
    pub fn holder(&self, lock: ObjectId) -> Option<TaskId> {
        self.holders.iter().find(|(object, _)| *object == lock).map(|(_, task)| *task)
    }

    /// How a task ended, once it has.
    pub fn outcome(&self, task: TaskId) -> Option<Outcome> {
        match self.task(task)?.standing {
            Standing::Done(outcome) => Some(outcome),
            _ => None,
        }
    }

    fn event(&mut self, time: Seconds, kind: EventKind) {
        match kind {
            EventKind::Create { task: id, name, coro, .. } => {
                let standing = Standing::Ready { new: true };
                self.tasks.push(Task {
                    id,
                    name,
                    coro,
                    standing,
                    awaited: None,
                    request: None,
                    woken: false,
                });
            }
            EventKind::Rename { task, name } => self.change(task, |task| task.name = name),
            EventKind::Turn => {
                self.turn += 1;
                self.rest();
                self.in_turn = self.ready.len();
            }
            EventKind::Ready { handle, callback } => {
                let by = self.actor();
                self.ready(Scheduled { handle, callback, by, at: time, when: None });
            }
            EventKind::Timer { handle, when, callback } => self.set_timer(handle, when, callback),
            EventKind::Due { handle } => self.due(handle),
            EventKind::Unschedule { handle } => self.unschedule(handle),
            EventKind::Run { handle } => self.run(handle),
            EventKind::Step { task, with } => self.step(task, with),
            EventKind::Suspend { task, on, line } => self.suspend(task, Awaited { on, since: time, line }),
            EventKind::Done { task, outcome, .. } => {
                self.change(task, |task| task.standing = Standing::Done(outcome));
                self.leave(task);
            }
            EventKind::Cancel { task, .. } => {
                let by = self.actor();
                self.change(task, |task| task.request = Some(Request { by, at: time }));
            }
            EventKind::Uncancel { task } => self.change(task, |task| task.request = None),
            EventKind::Group { object, kind } => self.add_group(object, kind),
            EventKind::Member { object, task } => self.add_member(object, task),
            EventKind::Hold { object, by } => {
                self.holders.retain(|(held, _)| *held != object);
                self.holders.extend(by.map(|by| (object, by)));
            }
            EventKind::Stop => self.rest(),
            EventKind::Exit { .. } => {
                self.rest();
                self.in_turn = 0;
                self.over = true;
            }
            EventKind::ThreadRun { thread } => self.thread = Some(thread),
            EventKind::ThreadWait { .. } | EventKind::ThreadEnd { .. } => self.thread = None,
            EventKind::Callback { .. }
            | EventKind::Block { .. }
            | EventKind::Print { .. }
            | EventKind::NeverRetrieved { .. }
            | EventKind::NeverAwaited { .. }
            | EventKind::ThreadStart { .. } => {}
        }
    }

    /// Who does what happens now.
    pub(super) fn actor(&self) -> By {
        let actor = self.actors.last().copied().unwrap_or(By::Program);
        self.thread.map_or(actor, By::Thread)
    }

    fn change(&mut self, id: TaskId, change: impl FnOnce(&mut Task)) {
        let place = self.tasks.binary_search_by_key(&id, |task| task.id).ok();
        if let Some(task) = place.and_then(|place| self.tasks.get_mut(place)) {
            change(task);
        }
    }

    fn rest(&mut self) {
        self.running = None;
        self.actors.clear();
    }

    fn ready(&mut self, scheduled: Scheduled) {
        self.ready.push_back(scheduled);
        if let Callback::Wakeup(task) = scheduled.callback {
            self.change(task, |task| match task.standing {
                Standing::Waiting(_) => task.standing = Standing::Ready { new: false },
                _ => task.woken = true,
            });
        }
    }

    fn set_timer(&mut self, handle: HandleId, when: Seconds, callback: Callback) {
        let scheduled = Scheduled { handle, callback, by: self.actor(), at: self.time, when: Some(when) };
        let place = self.timers.partition_point(|timer| timer.when <= when);
        self.timers.insert(place, Timer { when, scheduled });
    }

    fn due(&mut self, handle: HandleId) {
        let place = self.timers.iter().position(|timer| timer.scheduled.handle == handle);
        if let Some(timer) = place.and_then(|place| self.timers.remove(place)) {
            self.ready(timer.scheduled);
            self.in_turn = self.ready.len();
        }
    }

    fn unschedule(&mut self, handle: HandleId) {
        self.timers.retain(|timer| timer.scheduled.handle != handle);
        if let Some(place) = self.ready.iter().position(|scheduled| scheduled.handle == handle) {
            self.ready.remove(place);
            self.in_turn -= usize::from(place < self.in_turn);
        }
    }

    fn run(&mut self, handle: HandleId) {
        self.rest();
        let place = self.ready.iter().position(|scheduled| scheduled.handle == handle);
        self.running = place.and_then(|place| self.ready.remove(place));
        let Some(scheduled) = self.running else { return };
        self.in_turn = self.in_turn.saturating_sub(1);
        self.thread = None;
        self.actors.push(match scheduled.callback {
            Callback::Step(task) | Callback::Wakeup(task) => By::Task(task),
            callback => By::Callback(callback),
        });
        self.began =
            Some(Began { time: self.time, scheduled, awaited: None, resumed: Resumed::Value, request: None });
    }

    fn step(&mut self, id: TaskId, with: Resumed) {
        if self.actors.last() != Some(&By::Task(id)) {
            self.actors.push(By::Task(id));
        }
        let mut before = None;
        self.change(id, |task| {
            before = Some((task.awaited, task.request));
            if with == Resumed::Cancelled {
                task.request = None;
            }
            task.standing = Standing::Running;
            task.woken = false;
        });
        let is_its_own = |began: &&mut Began| matches!(began.scheduled.callback, Callback::Step(task) | Callback::Wakeup(task) if task == id);
        if let (Some(began), Some((awaited, request))) = (self.began.as_mut().filter(is_its_own), before) {
            began.awaited = awaited;
            began.resumed = with;
            began.request = request.filter(|_| with == Resumed::Cancelled);
        }
    }

    /// A task that has yielded, or whose future was done already, is in the queue by now or soon.
    fn suspend(&mut self, id: TaskId, awaited: Awaited) {
        self.change(id, |task| {
            task.awaited = Some(awaited);
            task.standing = match awaited.on {
                Wait::Yield => Standing::Ready { new: false },
                _ if task.woken => Standing::Ready { new: false },
                _ => Standing::Waiting(awaited),
            };
        });
        self.leave(id);
    }

    /// An eager task's step is over: whoever made it goes on.
    fn leave(&mut self, task: TaskId) {
        if self.actors.len() > 1 && self.actors.last() == Some(&By::Task(task)) {
            self.actors.pop();
        }
    }

    fn add_group(&mut self, object: ObjectId, kind: GroupKind) {
        let place = self.groups.partition_point(|group| group.object < object);
        self.groups.insert(place, Group { object, kind, members: Vec::new(), others: 0 });
    }

    fn add_member(&mut self, object: ObjectId, task: Option<TaskId>) {
        let place = self.groups.binary_search_by_key(&object, |group| group.object).ok();
        let Some(group) = place.and_then(|place| self.groups.get_mut(place)) else { return };
        match task {
            None => group.others += 1,
            Some(task) if group.members.contains(&task) => {}
            Some(task) => group.members.push(task),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, TWO, gather_of_two};
    use super::*;
    use crate::trace::{ObjectId, Steps, Trace};

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
        assert_eq!(state.in_turn, 0, "they were made in this turn, and run in the next");
        assert_eq!(after_step(&gather_of_two(), 3).in_turn, 1);
        let new = Standing::Ready { new: true };
        let waiting = Standing::Waiting(Awaited { on: Wait::Gather(ObjectId(0)), since: 0.0, line: Some(9) });
        assert_eq!(standings(&state), [waiting, new, new]);
    }

    #[test]
    fn timers_stand_in_the_order_they_are_due_and_know_who_set_them() {
        let state = after_step(&gather_of_two(), 4);
        let timers: Vec<(Seconds, Option<TaskId>)> =
            state.timers.iter().map(|timer| (timer.when, timer.scheduled.set_by())).collect();
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
