//! Why a step happens: who runs, when, and what brought it to its turn.
//!
//! A callback runs because somebody scheduled it: a task made another, a timer was due, what a task awaited is
//! done. [`LoopState`] remembers who that was; here it is put together for the step that has just ended. Only facts:
//! the words are made elsewhere.

use super::state::{Awaited, Began, By, Request};
use super::{Callback, LoopState, Outcome, Resumed, Seconds, TaskId, Wait};

/// Who runs, and why now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// The program's own code, before any callback of a loop.
    Begins,
    /// The first step of a task.
    Starts { task: TaskId, by: By, at: Seconds },
    /// The task had let the others go first.
    Yielded { task: TaskId, awaited: Awaited, with: Resumed },
    /// What the task awaited is done: `by` did it, at `at`.
    Woken { task: TaskId, awaited: Awaited, with: Resumed, by: By, at: Seconds },
    /// The step brings CancelledError, as was asked for; `awaited` is none before the first step.
    Cancelled { task: TaskId, awaited: Option<Awaited>, request: Request },
    /// A timer is due that `by` set at `at` for the time `when`.
    Fires { callback: Callback, by: By, at: Seconds, when: Seconds },
    /// A callback that was scheduled to run soon.
    Called { callback: Callback, by: By, at: Seconds },
    /// The program is over.
    Ends,
}

impl Why {
    /// Why the step happened that `state` is the end of.
    pub fn of(state: &LoopState) -> Self {
        match state.began {
            _ if state.over => Self::Ends,
            None => Self::Begins,
            Some(began) => Self::of_callback(began),
        }
    }

    fn of_callback(began: Began) -> Self {
        let Began { scheduled, awaited, resumed: with, request, .. } = began;
        let (callback, by, at) = (scheduled.callback, scheduled.by, scheduled.at);
        match (callback, awaited, scheduled.when) {
            (Callback::Step(task) | Callback::Wakeup(task), ..) if request.is_some() => {
                let request = request.unwrap_or(Request { by, at });
                Self::Cancelled { task, awaited, request }
            }
            (Callback::Step(task), None, _) => Self::Starts { task, by, at },
            (Callback::Step(task), Some(awaited), _) => Self::Yielded { task, awaited, with },
            (Callback::Wakeup(task), Some(awaited), _) => Self::Woken { task, awaited, with, by, at },
            (callback, _, Some(when)) => Self::Fires { callback, by, at, when },
            (callback, ..) => Self::Called { callback, by, at },
        }
    }

    /// The task that runs, if it is one.
    pub fn task(&self) -> Option<TaskId> {
        match *self {
            Self::Starts { task, .. }
            | Self::Yielded { task, .. }
            | Self::Woken { task, .. }
            | Self::Cancelled { task, .. } => Some(task),
            Self::Begins | Self::Fires { .. } | Self::Called { .. } | Self::Ends => None,
        }
    }
}

/// Where the tasks of a group stand that somebody waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    pub done: usize,
    /// Those that are not done.
    pub pending: Vec<TaskId>,
    /// How many there are.
    pub count: usize,
}

impl LoopState {
    /// How far the members of the group are that is waited for, if it is a group.
    pub fn tally(&self, on: Wait) -> Option<Tally> {
        let object = match on {
            Wait::Gather(object) => object,
            Wait::Named { object, .. } => object?,
            _ => return None,
        };
        self.tally_of(object)
    }

    /// The same for a group's number.
    pub fn tally_of(&self, object: super::ObjectId) -> Option<Tally> {
        let group = self.group(object)?;
        let (mut tally, count) = (Tally::default(), group.members.len());
        for &member in &group.members {
            match self.outcome(member) {
                Some(_) => tally.done += 1,
                None => tally.pending.push(member),
            }
        }
        Some(Tally { count: count + group.others, ..tally })
    }

    /// Whether the task ended badly, with an exception or cancelled.
    pub fn has_failed(&self, task: TaskId) -> bool {
        matches!(self.outcome(task), Some(Outcome::Exception | Outcome::Cancelled))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, TWO, gather_of_two};
    use super::*;
    use crate::trace::{ObjectId, Steps};

    fn whys() -> Vec<Why> {
        let trace = gather_of_two();
        let mut steps = Steps::default();
        steps.extend(trace.events());
        let at = |step| Why::of(&LoopState::after(trace.events(), steps.events_until(step)));
        (1..=steps.last()).map(at).collect()
    }

    #[test]
    fn each_step_has_its_reason() {
        let whys = whys();
        assert_eq!(whys[0], Why::Begins);
        assert_eq!(whys[1], Why::Starts { task: MAIN, by: By::Program, at: 0.0 });
        assert_eq!(whys[2], Why::Starts { task: ONE, by: By::Task(MAIN), at: 0.0 });
        assert!(matches!(whys[4], Why::Fires { by: By::Task(ONE), at: 0.0, when: 1.0, .. }));
        assert_eq!(whys.last(), Some(&Why::Ends));
    }

    #[test]
    fn who_is_woken_knows_what_it_waited_for_and_who_woke_it() {
        let whys = whys();
        let on = Wait::Sleep { seconds: 1.0, origin: Some(101) };
        let Why::Woken { task, awaited, with, by, at } = whys[5] else { panic!("{:?}", whys[5]) };
        assert_eq!((task, awaited), (ONE, Awaited { on, since: 0.0, line: Some(4) }));
        assert!(matches!(by, By::Callback(Callback::Internal { .. })), "{by:?}");
        assert_eq!((with, at), (Resumed::Value, 1.0));
        let Why::Woken { task, awaited, by, .. } = whys[8] else { panic!("{:?}", whys[8]) };
        assert_eq!((task, awaited.on, by), (MAIN, Wait::Gather(ObjectId(0)), By::Task(TWO)));
    }
}
