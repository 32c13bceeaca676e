//! What a timeline is drawn along: the time, or the steps.
//!
//! Along the time, what happens at one instant stands at one place. Along the steps each step of the run has
//! a column of its own, so that the order within an instant is seen: whoever runs in a step fills its column, and what
//! follows from it begins at the column's right edge. Edge `k` is to the right of column `k`; edge 0 is the beginning.
//!
//! ```text
//! edge      0      1      2      3      4
//! main      │ runs │········ gather ······
//! A         │      │      │ runs │ sleep ·
//! B         │      │      │ready │ runs │
//! ```

use std::ops::Range;

use super::lanes::{Doing, End, Lane, Segment};
use super::{Lanes, Steps};

/// The two axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    #[default]
    Time,
    Steps,
}

impl Axis {
    pub const ALL: [Self; 2] = [Self::Time, Self::Steps];

    /// For links, and for the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Steps => "steps",
        }
    }

    /// The axis of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.name() == name)
    }

    /// This axis, for a run with these steps.
    pub fn along(self, steps: &Steps) -> Along<'_> {
        match self {
            Self::Time => Along::Time,
            Self::Steps => Along::Steps(steps),
        }
    }
}

/// An axis of one run: places are seconds, or edges of columns.
#[derive(Clone, Copy)]
pub enum Along<'a> {
    Time,
    Steps(&'a Steps),
}

impl Along<'_> {
    /// Where the axis ends.
    pub fn end(self, lanes: &Lanes) -> f64 {
        match self {
            Self::Time => lanes.end(),
            Self::Steps(steps) => steps.last() as f64,
        }
    }

    /// From where to where the lane's segment of that number is drawn; no end where it lasts. What has no place of its
    /// own among the columns is not drawn at all.
    pub fn span(self, lane: &Lane, at: usize) -> Option<(f64, Option<f64>)> {
        match self {
            Self::Time => lane.segments.get(at).map(|segment| (segment.from, segment.to)),
            Self::Steps(steps) => {
                let (left, right) = columns(steps, lane, at)?;
                (right.is_none_or(|right| right > left))
                    .then_some((left as f64, right.map(|right| right as f64)))
            }
        }
    }

    /// Where a lane ends.
    pub fn of(self, end: &End) -> f64 {
        match self {
            Self::Time => end.time,
            Self::Steps(steps) => steps.of_event(end.event as usize) as f64,
        }
    }

    /// Those of the lane's segments that lie between two places, and perhaps their neighbours.
    pub fn between(self, lane: &Lane, from: f64, to: f64) -> Range<usize> {
        let (first, last) = match self {
            Self::Time => (
                lane.segments.partition_point(|segment| segment.from < from),
                lane.segments.partition_point(|segment| segment.from <= to),
            ),
            Self::Steps(steps) => {
                let before = |edge: f64| {
                    let events = steps.events_until(edge.max(0.0) as usize);
                    lane.segments.partition_point(|segment| (segment.first as usize) < events)
                };
                (before(from - 1.0), before(to + 1.0))
            }
        };
        first.saturating_sub(1)..last
    }
}

/// The edges between which a segment lies.
fn columns(steps: &Steps, lane: &Lane, at: usize) -> Option<(usize, Option<usize>)> {
    let segment = lane.segments.get(at)?;
    let column = |event: u32| steps.of_event(event as usize);
    let begun = column(segment.first);
    let next = lane.segments.get(at + 1);
    let after = match next {
        Some(next) if runs(next.doing) => Some(column(next.first).saturating_sub(1)),
        Some(next) => Some(column(next.first)),
        None => lane.end.map(|end| column(end.event)).or(segment.to.map(|_| steps.last())),
    };
    if !runs(segment.doing) {
        return Some((begun, after.map(|after| after.max(begun))));
    }
    // A column in which a task runs and blocks is one bar, and says that it blocks.
    let shares = |other: Option<&Segment>| {
        other.is_some_and(|other| matches!(other.doing, Doing::Block { .. }) && column(other.first) == begun)
    };
    let before = at.checked_sub(1).and_then(|before| lane.segments.get(before));
    if segment.doing == Doing::Running && (shares(next) || shares(before)) {
        return None;
    }
    Some((begun.saturating_sub(1), after.map(|after| after.max(begun))))
}

fn runs(doing: Doing) -> bool {
    matches!(doing, Doing::Running | Doing::Block { .. })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, TWO, gather_of_two};
    use super::*;
    use crate::trace::{TaskId, Wait};

    fn folds() -> (Lanes, Steps) {
        let trace = gather_of_two();
        let (mut lanes, mut steps) = (Lanes::default(), Steps::default());
        lanes.extend(trace.events());
        steps.extend(trace.events());
        (lanes, steps)
    }

    /// What is drawn of a task.
    fn bars(task: TaskId) -> Vec<(Doing, f64, Option<f64>)> {
        let (lanes, steps) = folds();
        let lane = lanes.lane(task).expect("the task has a lane");
        let along = Along::Steps(&steps);
        (0..lane.segments.len())
            .filter_map(|at| along.span(lane, at).map(|(from, to)| (lane.segments[at].doing, from, to)))
            .collect()
    }

    #[test]
    fn who_runs_fills_the_column_of_the_step() {
        let runs: Vec<Vec<f64>> = [MAIN, ONE, TWO]
            .map(|task| {
                let bars = bars(task);
                bars.iter().filter(|(doing, ..)| runs(*doing)).map(|(_, from, _)| *from).collect()
            })
            .to_vec();
        let (_, steps) = folds();
        for columns in &runs {
            assert!(columns.iter().all(|column| *column < steps.last() as f64));
        }
        let mut all = runs.concat();
        all.sort_by(f64::total_cmp);
        all.dedup();
        assert_eq!(all.len(), runs.concat().len(), "no two run in one step: {runs:?}");
    }

    #[test]
    fn bars_of_a_lane_follow_each_other_without_gap() {
        for task in [MAIN, ONE, TWO] {
            for pair in bars(task).windows(2) {
                assert_eq!(pair[0].2, Some(pair[1].1), "{task:?}");
            }
        }
    }

    #[test]
    fn a_step_that_blocks_is_one_bar() {
        let bars = bars(TWO);
        let blocks: Vec<_> = bars.iter().filter(|(doing, ..)| matches!(doing, Doing::Block { .. })).collect();
        let [(_, from, Some(to))] = blocks[..] else { panic!("it blocks once") };
        assert_eq!(to - from, 1.0);
        assert!(bars.iter().all(|(doing, left, _)| *doing != Doing::Running || left != from));
    }

    #[test]
    fn an_axis_ends_where_the_run_does() {
        let (lanes, steps) = folds();
        assert_eq!([Along::Time.end(&lanes), Along::Steps(&steps).end(&lanes)], [2.5, steps.last() as f64]);
        let end = lanes.lane(ONE).and_then(|lane| lane.end).expect("it ends");
        assert!(Along::Steps(&steps).of(&end) > 1.0);
        assert_eq!(Axis::from_name("steps"), Some(Axis::Steps));
        assert_eq!(Axis::from_name("x"), None);
    }

    #[test]
    fn what_lies_between_two_places_is_found() {
        let (lanes, steps) = folds();
        for along in [Along::Time, Along::Steps(&steps)] {
            for lane in lanes.lanes() {
                for (from, to) in [(0.0, 0.5), (1.0, 2.0), (2.0, 99.0), (50.0, 60.0)] {
                    let found = along.between(lane, from, to);
                    for at in 0..lane.segments.len() {
                        let Some((left, right)) = along.span(lane, at) else { continue };
                        let touches = left <= to && right.unwrap_or(f64::INFINITY) >= from;
                        assert!(!touches || found.contains(&at), "{from}..{to}: {at} of {:?}", lane.task);
                    }
                }
            }
        }
    }

    #[test]
    fn a_wait_ends_where_its_task_runs_again() {
        let sleep =
            bars(ONE).into_iter().find(|(doing, ..)| matches!(doing, Doing::Waiting(Wait::Sleep { .. })));
        let (_, from, to) = sleep.expect("it sleeps");
        assert!(to.is_some_and(|to| to > from));
    }
}
