//! The steps of a run: the places where a player may stand.
//!
//! A step is one callback of the loop, with the bookkeeping that led to it (the turn that began,
//! the timers that came due) before it and all that it did. Step 0 is before anything happened;
//! code that runs before the loop is a step of its own; the last step is the end of the program.
//!
//! ```text
//! events   create ready | turn run step suspend | turn due run | run step done | exit
//! steps  0              1                       2              3               4      5
//! ```

use super::{Event, EventKind, Seconds};

/// Where each step begins and when it ended. Grows with the trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    steps: Vec<Step>,
    /// The first event of bookkeeping after the newest step, if there is any.
    pending: Option<usize>,
    seen: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Step {
    first: usize,
    time: Seconds,
    /// It is the first of its turn of the loop.
    begins_turn: bool,
}

impl Steps {
    /// Take in the events from where the last call ended.
    pub fn extend(&mut self, events: &[Event]) {
        for (place, event) in events.iter().enumerate().skip(self.seen) {
            self.event(place, event);
        }
        self.seen = self.seen.max(events.len());
    }

    /// The number of the last step.
    pub fn last(&self) -> usize {
        self.steps.len()
    }

    /// How many events have happened when step `step` has ended.
    pub fn events_until(&self, step: usize) -> usize {
        let next = self.steps.get(step).map(|step| step.first);
        next.or(self.pending).unwrap_or(self.seen)
    }

    /// When step `step` ended, in seconds of virtual time.
    pub fn time(&self, step: usize) -> Seconds {
        let ended = step.min(self.steps.len()).checked_sub(1);
        ended.and_then(|place| self.steps.get(place)).map_or(0.0, |step| step.time)
    }

    /// The last step that had ended by `time`.
    pub fn at_time(&self, time: Seconds) -> usize {
        self.steps.partition_point(|step| step.time <= time)
    }

    /// The step in which the event with this number happened.
    pub fn of_event(&self, event: usize) -> usize {
        self.steps.partition_point(|step| step.first <= event)
    }

    /// The last of the steps that end at the same instant as `step`, and when that is.
    pub fn instant(&self, step: usize) -> (usize, Seconds) {
        let time = self.time(step);
        (self.at_time(time).max(step), time)
    }

    /// How many steps end before the instant at which `step` ends.
    pub fn before_instant(&self, step: usize) -> usize {
        let time = self.time(step);
        self.steps.partition_point(|step| step.time < time)
    }

    /// Whether the step is the first of its turn of the loop.
    pub fn begins_turn(&self, step: usize) -> bool {
        step.checked_sub(1).and_then(|place| self.steps.get(place)).is_some_and(|step| step.begins_turn)
    }

    /// The last step of the turn after the one that `step` ends, or of its own where it is within.
    pub fn turn_after(&self, step: usize) -> usize {
        (step + 1..self.last()).find(|&step| self.ends_turn(step)).unwrap_or(self.last())
    }

    /// The last step of the turn before the one that `step` belongs to; 0 where there is none.
    pub fn turn_before(&self, step: usize) -> usize {
        (1..step.min(self.last())).rev().find(|&step| self.ends_turn(step)).unwrap_or(0)
    }

    fn ends_turn(&self, step: usize) -> bool {
        self.steps.get(step).is_none_or(|next| next.begins_turn)
    }

    fn event(&mut self, place: usize, event: &Event) {
        match event.kind {
            EventKind::Turn => {
                self.pending.get_or_insert(place);
            }
            EventKind::Run { .. } | EventKind::Exit { .. } => self.open(place, event.time),
            _ if self.pending.is_some() => {}
            _ => match self.steps.last_mut() {
                Some(step) => step.time = event.time,
                None => self.open(place, event.time),
            },
        }
    }

    fn open(&mut self, place: usize, time: Seconds) {
        let pending = self.pending.take();
        let (first, begins_turn) = (pending.unwrap_or(place), pending.is_some());
        self.steps.push(Step { first, time, begins_turn });
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::gather_of_two;
    use super::*;
    use crate::trace::{Exit, HandleId, Resumed, TaskId};

    fn steps_of(kinds: &[(Seconds, EventKind)]) -> Steps {
        let events: Vec<Event> = kinds.iter().map(|&(time, kind)| Event { time, kind }).collect();
        let mut steps = Steps::default();
        steps.extend(&events);
        steps
    }

    const RUN: EventKind = EventKind::Run { handle: HandleId(0) };
    const STEP: EventKind = EventKind::Step { task: TaskId(0), with: Resumed::Value };
    const EXIT: EventKind = EventKind::Exit { outcome: Exit::Ok, value: None };

    #[test]
    fn nothing_has_step_zero_alone() {
        let steps = Steps::default();
        assert_eq!((steps.last(), steps.events_until(0), steps.time(7)), (0, 0, 0.0));
    }

    #[test]
    fn a_turn_and_its_due_timers_belong_to_the_callback_that_follows() {
        let due = EventKind::Due { handle: HandleId(0) };
        let steps = steps_of(&[
            (0.0, EventKind::Turn),
            (0.0, RUN),
            (0.0, STEP),
            (0.0, EventKind::Turn),
            (0.0, EventKind::Turn),
            (1.0, due),
            (1.0, RUN),
            (1.0, RUN),
            (1.0, EXIT),
        ]);
        assert_eq!(steps.last(), 4);
        let ends: Vec<usize> = (0..=4).map(|step| steps.events_until(step)).collect();
        assert_eq!(ends, [0, 3, 7, 8, 9]);
        let times: Vec<Seconds> = (0..=4).map(|step| steps.time(step)).collect();
        assert_eq!(times, [0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!([steps.at_time(0.5), steps.at_time(1.0)], [1, 4]);
        assert_eq!([steps.instant(1), steps.instant(2)], [(1, 0.0), (4, 1.0)]);
        assert_eq!([1, 2, 3].map(|step| steps.begins_turn(step)), [true, true, false]);
    }

    #[test]
    fn a_turn_has_all_its_callbacks() {
        let trace = gather_of_two();
        let mut steps = Steps::default();
        steps.extend(trace.events());
        let forth: Vec<usize> =
            std::iter::successors(Some(0), |&step| Some(steps.turn_after(step))).take(9).collect();
        assert_eq!(forth, [0, 1, 2, 4, 5, 6, 7, 8, 10]);
        assert_eq!(steps.turn_before(4), 2);
        assert_eq!(steps.turn_before(1), 0);
        assert_eq!(steps.of_event(0), 1);
    }

    #[test]
    fn a_step_ends_when_its_blocking_call_has_ended() {
        let steps = steps_of(&[(0.0, EventKind::Turn), (0.0, RUN), (2.0, STEP), (2.0, EventKind::Turn)]);
        assert_eq!((steps.last(), steps.time(1), steps.events_until(1)), (1, 2.0, 3));
    }

    #[test]
    fn a_trace_taken_in_piece_by_piece_gives_the_same_steps() {
        let trace = gather_of_two();
        let mut whole = Steps::default();
        whole.extend(trace.events());
        let mut pieces = Steps::default();
        for end in 0..=trace.events().len() {
            pieces.extend(&trace.events()[..end]);
        }
        assert_eq!(whole, pieces);
    }
}
