//! The timeline: what each task was doing, as bars along the virtual time.
//!
//! A task is always in exactly one segment. From its creation it is ready; the loop runs it; it
//! suspends and waits for something; something wakes it, and until the loop gets round to it, it is
//! ready again. Computing costs no virtual time, so running segments have no width, but for
//! `time.sleep`: that is a blocking segment, and everybody else is held up for as long.
//!
//! ```text
//! create ─▶ ready ─▶ running ─▶ sleep │ task │ gather │ future │ yield ─▶ ready ─▶ running ─▶ done
//!                       └─▶ block
//! ```
//!
//! A thread has a lane of its own, with the same segments: its `time.sleep` blocks nobody but itself.

use std::rc::Rc;

use super::{Callback, Event, EventKind, Outcome, Seconds, Symbol, TaskId, Wait};

/// Two times this close are the same to the loop's timers (CPython's `_clock_resolution`).
const RESOLUTION: Seconds = 1e-9;

/// What a task is doing for a while.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doing {
    /// It could run, and waits for its turn.
    Ready,
    Running,
    /// `time.sleep` holds the thread.
    Block {
        seconds: Seconds,
        origin: Option<u32>,
    },
    /// Suspended; see [`Wait`].
    Waiting(Wait),
}

/// One bar of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    pub doing: Doing,
    pub from: Seconds,
    /// None while it lasts.
    pub to: Option<Seconds>,
    /// The line of the user's code where the task stands.
    pub line: Option<u32>,
    /// The number of the event with which it began.
    pub first: u32,
}

impl Segment {
    /// The offset in the source of the number that says how long this is, if the segment lasted
    /// just that long: then moving its end means changing that number.
    pub fn origin(&self) -> Option<u32> {
        let (seconds, origin) = match self.doing {
            Doing::Block { seconds, origin } | Doing::Waiting(Wait::Sleep { seconds, origin }) => {
                (seconds, origin?)
            }
            _ => return None,
        };
        let lasted = self.to? - self.from;
        ((lasted - seconds).abs() <= 2.0 * RESOLUTION).then_some(origin)
    }
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    pub time: Seconds,
    pub outcome: Outcome,
    /// The result's repr or the exception's last line.
    pub value: Option<Symbol>,
    /// The number of the event.
    pub event: u32,
}

/// One task's or thread's line of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub task: TaskId,
    /// The newest name.
    pub name: Symbol,
    /// The coroutine's `__qualname__`, or the thread's target's.
    pub coro: Symbol,
    /// The byte offset in the source of the call that made the coroutine, if that is the user's own.
    pub call: Option<u32>,
    pub segments: Vec<Segment>,
    /// None while it lives, and for ever where the program ended before the task.
    pub end: Option<End>,
    /// Something has woken it while it was still running.
    woken: bool,
}

/// The loop's thread was held up, by this task if it was one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    pub task: Option<TaskId>,
    pub from: Seconds,
    pub to: Seconds,
}

/// All lanes, in the order of creation. Grows with the trace; lanes that did not change are shared
/// with the clones made before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    lanes: Vec<Rc<Lane>>,
    ticks: Vec<Seconds>,
    blocks: Vec<Block>,
    end: Seconds,
    seen: usize,
}

/// When something happened, and as which event.
#[derive(Clone, Copy)]
struct At {
    time: Seconds,
    event: u32,
}

impl At {
    fn end(self, outcome: Outcome, value: Option<Symbol>) -> End {
        End { time: self.time, outcome, value, event: self.event }
    }
}

impl Lanes {
    /// Take in the events from where the last call ended.
    pub fn extend(&mut self, events: &[Event]) {
        for (place, event) in events.iter().enumerate().skip(self.seen) {
            self.end = self.end.max(event.time);
            self.event(At { time: event.time, event: place as u32 }, event.kind);
        }
        self.seen = self.seen.max(events.len());
    }

    /// One lane a task.
    pub fn lanes(&self) -> &[Rc<Lane>] {
        &self.lanes
    }

    /// The lane of this task.
    pub fn lane(&self, task: TaskId) -> Option<&Rc<Lane>> {
        self.lanes.get(self.place(task)?)
    }

    fn place(&self, task: TaskId) -> Option<usize> {
        self.lanes.binary_search_by_key(&task, |lane| lane.task).ok()
    }

    /// When the loop ran each of its callbacks.
    pub fn ticks(&self) -> &[Seconds] {
        &self.ticks
    }

    /// When the loop's thread was blocked.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The time of the last event.
    pub fn end(&self) -> Seconds {
        self.end
    }

    fn event(&mut self, at: At, kind: EventKind) {
        match kind {
            EventKind::Create { task, name, coro, call, .. } => self.create(at, task, name, coro, call),
            EventKind::Rename { task, name } => self.change(task, |lane| lane.name = name),
            EventKind::Ready { callback: Callback::Step(task) | Callback::Wakeup(task), .. } => {
                self.change(task, |lane| lane.wake(at));
            }
            EventKind::Step { task, .. } => self.change(task, |lane| lane.run(at)),
            EventKind::Suspend { task, on, line } => self.change(task, |lane| lane.suspend(at, on, line)),
            EventKind::Block { task, seconds, line, origin, .. } => {
                self.block(at, task, seconds, Doing::Block { seconds, origin }, line);
            }
            EventKind::Done { task, outcome, value } => {
                self.change(task, |lane| lane.finish(at.end(outcome, value)));
            }
            EventKind::ThreadStart { thread, name, target } => self.create(at, thread, name, target, None),
            EventKind::ThreadRun { thread } => self.change(thread, |lane| lane.run(at)),
            EventKind::ThreadWait { thread, on, line } => self.change(thread, |lane| {
                let doing = match on {
                    Wait::Sleep { seconds, origin } => Doing::Block { seconds, origin },
                    on => Doing::Waiting(on),
                };
                lane.open(at, doing, line);
            }),
            EventKind::ThreadEnd { thread, failed } => {
                let outcome = if failed { Outcome::Exception } else { Outcome::Result };
                self.change(thread, |lane| lane.finish(at.end(outcome, None)));
            }
            EventKind::Run { .. } => self.ticks.push(at.time),
            EventKind::Exit { .. } => self.close_all(at.time),
            _ => {}
        }
    }

    fn create(&mut self, at: At, task: TaskId, name: Symbol, coro: Symbol, call: Option<u32>) {
        let mut lane = Lane { task, name, coro, call, segments: Vec::new(), end: None, woken: false };
        lane.open(at, Doing::Ready, None);
        self.lanes.push(Rc::new(lane));
    }

    fn change(&mut self, task: TaskId, change: impl FnOnce(&mut Lane)) {
        let lane = self.place(task).and_then(|place| self.lanes.get_mut(place));
        if let Some(lane) = lane {
            change(Rc::make_mut(lane));
        }
    }

    fn block(&mut self, at: At, task: Option<TaskId>, seconds: Seconds, doing: Doing, line: Option<u32>) {
        let to = at.time + seconds;
        self.blocks.push(Block { task, from: at.time, to });
        self.end = self.end.max(to);
        if let Some(task) = task {
            self.change(task, |lane| lane.open(at, doing, line));
        }
    }

    /// The program is over: what is still open stays unfinished.
    fn close_all(&mut self, time: Seconds) {
        for lane in self.lanes.iter_mut().filter(|lane| lane.is_open()) {
            Rc::make_mut(lane).close(time);
        }
    }
}

impl Lane {
    /// What it does now or did last.
    pub fn newest(&self) -> Option<&Segment> {
        self.segments.last()
    }

    fn is_open(&self) -> bool {
        self.newest().is_some_and(|segment| segment.to.is_none())
    }

    fn wake(&mut self, at: At) {
        match self.newest().map(|segment| segment.doing) {
            Some(Doing::Running | Doing::Block { .. }) => self.woken = true,
            // It is in the ready queue already, and that is what the bar says.
            Some(Doing::Ready | Doing::Waiting(Wait::Yield)) | None => {}
            Some(Doing::Waiting(on)) => {
                let since = At { time: self.woken_since(at.time, on), ..at };
                self.open(since, Doing::Ready, None);
            }
        }
    }

    /// A sleeper is ready from when its timer was due, even if the loop was held up and saw it late.
    fn woken_since(&self, time: Seconds, on: Wait) -> Seconds {
        match (on, self.newest()) {
            (Wait::Sleep { seconds, .. }, Some(segment)) if time > segment.from + seconds + RESOLUTION => {
                segment.from + seconds
            }
            _ => time,
        }
    }

    fn run(&mut self, at: At) {
        self.woken = false;
        self.open(at, Doing::Running, None);
    }

    fn suspend(&mut self, at: At, on: Wait, line: Option<u32>) {
        let wakes_at_once = self.woken && on != Wait::Yield;
        self.open(at, Doing::Waiting(on), line);
        if wakes_at_once {
            self.open(at, Doing::Ready, line);
        }
        self.woken = false;
    }

    fn finish(&mut self, end: End) {
        self.close(end.time);
        self.end = Some(end);
    }

    fn open(&mut self, at: At, doing: Doing, line: Option<u32>) {
        self.close(at.time);
        self.segments.push(Segment { doing, from: at.time, to: None, line, first: at.event });
    }

    fn close(&mut self, time: Seconds) {
        if let Some(segment) = self.segments.last_mut() {
            segment.to.get_or_insert(time);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, Script, TWO, gather_of_two};
    use super::*;
    use crate::trace::{Exit, ObjectId, Trace};

    fn lanes_of(trace: &Trace) -> Lanes {
        let mut lanes = Lanes::default();
        lanes.extend(trace.events());
        lanes
    }

    /// Kind, from and to of each segment that has a width.
    fn bars(lanes: &Lanes, task: TaskId) -> Vec<(Doing, Seconds, Option<Seconds>)> {
        let lane = lanes.lane(task).expect("the task has a lane");
        let wide = lane.segments.iter().filter(|segment| segment.to != Some(segment.from));
        wide.map(|segment| (segment.doing, segment.from, segment.to)).collect()
    }

    fn sleep(seconds: Seconds, origin: u32) -> Doing {
        Doing::Waiting(Wait::Sleep { seconds, origin: Some(origin) })
    }

    #[test]
    fn a_gather_of_two() {
        let lanes = lanes_of(&gather_of_two());
        let gather = Doing::Waiting(Wait::Gather(ObjectId(0)));
        assert_eq!(bars(&lanes, MAIN), [(gather, 0.0, Some(2.5))]);
        assert_eq!(bars(&lanes, ONE), [(sleep(1.0, 101), 0.0, Some(1.0))]);
        let block = Doing::Block { seconds: 0.5, origin: None };
        assert_eq!(bars(&lanes, TWO), [(sleep(2.0, 102), 0.0, Some(2.0)), (block, 2.0, Some(2.5))]);
        assert_eq!(lanes.blocks(), [Block { task: Some(TWO), from: 2.0, to: 2.5 }]);
        assert_eq!(lanes.ticks(), [0.0, 0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 2.5]);
        assert_eq!(lanes.end(), 2.5);
    }

    #[test]
    fn a_lane_ends_with_its_outcome() {
        let trace = gather_of_two();
        let lanes = lanes_of(&trace);
        let end = lanes.lane(TWO).and_then(|lane| lane.end).expect("it is done");
        assert_eq!((end.time, end.outcome), (2.5, Outcome::Exception));
        assert_eq!(end.value.map(|value| trace.text(value)), Some("ValueError: two"));
    }

    #[test]
    fn a_sleeper_that_the_loop_saw_late_was_ready_meanwhile() {
        let mut script = Script::default();
        let one = script.create(MAIN, "main", None);
        let two = script.create(ONE, "other", None);
        script.turn(0.0, None);
        script.step(one, MAIN);
        let timer = script.sleep(MAIN, 1.0, 2);
        script.step(two, ONE);
        script.block(Some(ONE), 3.0);
        script.suspend(ONE, Wait::Future, 3);
        script.turn(3.0, Some(timer));
        script.event(EventKind::Run { handle: timer });
        script.ready(Callback::Wakeup(MAIN));
        let lanes = lanes_of(&script.trace);
        assert_eq!(bars(&lanes, MAIN), [(sleep(1.0, 100), 0.0, Some(1.0)), (Doing::Ready, 1.0, None)]);
        let sleeping = lanes.lane(MAIN).map(|lane| lane.segments[2]).expect("it slept");
        assert_eq!(sleeping.origin(), Some(100));
    }

    #[test]
    fn a_sleep_cut_short_has_no_length_to_change() {
        let mut script = Script::default();
        let one = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(one, MAIN);
        script.sleep(MAIN, 5.0, 2);
        script.turn(1.0, None);
        script.event(EventKind::Exit { outcome: Exit::Ok, value: None });
        let lanes = lanes_of(&script.trace);
        let sleeping = *lanes.lane(MAIN).and_then(|lane| lane.newest()).expect("it sleeps");
        assert_eq!((sleeping.to, sleeping.origin()), (Some(1.0), None));
        assert_eq!(lanes.lane(MAIN).and_then(|lane| lane.end), None);
    }

    #[test]
    fn a_future_that_is_done_already_leaves_the_task_ready() {
        let mut script = Script::default();
        let first = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(first, MAIN);
        script.ready(Callback::Wakeup(MAIN));
        script.suspend(MAIN, Wait::Future, 2);
        let doing: Vec<Doing> =
            lanes_of(&script.trace).lanes()[0].segments.iter().map(|segment| segment.doing).collect();
        assert_eq!(doing, [Doing::Ready, Doing::Running, Doing::Waiting(Wait::Future), Doing::Ready]);
    }

    #[test]
    fn a_bare_yield_is_a_yield_until_the_task_runs_again() {
        let mut script = Script::default();
        let first = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(first, MAIN);
        let again = script.ready(Callback::Step(MAIN));
        script.suspend(MAIN, Wait::Yield, 2);
        script.turn(0.0, None);
        script.step(again, MAIN);
        let doing: Vec<Doing> =
            lanes_of(&script.trace).lanes()[0].segments.iter().map(|segment| segment.doing).collect();
        assert_eq!(doing, [Doing::Ready, Doing::Running, Doing::Waiting(Wait::Yield), Doing::Running]);
    }

    #[test]
    fn a_thread_has_a_lane_and_holds_up_nobody_else() {
        let (mut script, thread) = (Script::default(), ONE);
        script.create(MAIN, "main", None);
        let [name, target, lock] = ["Thread-1 (work)", "work", "Lock.acquire"].map(|text| script.text(text));
        script.event(EventKind::ThreadStart { thread, name, target });
        script.event(EventKind::ThreadRun { thread });
        let on = Wait::Sleep { seconds: 1.0, origin: Some(7) };
        script.event(EventKind::ThreadWait { thread, on, line: Some(3) });
        script.turn(1.0, None);
        script.event(EventKind::ThreadRun { thread });
        script.event(EventKind::ThreadWait {
            thread,
            on: Wait::Named { name: lock, object: None },
            line: Some(4),
        });
        script.turn(3.0, None);
        script.event(EventKind::ThreadRun { thread });
        script.event(EventKind::ThreadEnd { thread, failed: true });
        let lanes = lanes_of(&script.trace);
        let block = Doing::Block { seconds: 1.0, origin: Some(7) };
        let waits = Doing::Waiting(Wait::Named { name: lock, object: None });
        assert_eq!(bars(&lanes, thread), [(block, 0.0, Some(1.0)), (waits, 1.0, Some(3.0))]);
        let lane = lanes.lane(thread).expect("it was started");
        assert_eq!((lane.name, lane.coro), (name, target));
        assert_eq!(lane.end.map(|end| end.outcome), Some(Outcome::Exception));
        assert_eq!(lane.segments.iter().find_map(Segment::origin), Some(7));
        assert_eq!(lanes.blocks(), []);
    }

    #[test]
    fn growing_shares_the_lanes_that_did_not_change() {
        let trace = gather_of_two();
        let done = trace.events().iter().position(|event| event.time > 1.0).expect("it goes on after 1 s");
        let mut early = Lanes::default();
        early.extend(&trace.events()[..done]);
        let mut late = early.clone();
        late.extend(trace.events());
        assert_eq!(late, lanes_of(&trace));
        assert!(Rc::ptr_eq(&early.lanes()[1], &late.lanes()[1]));
        assert!(!Rc::ptr_eq(&early.lanes()[2], &late.lanes()[2]));
    }
}
