//! What one does to tasks from outside, as edits of the scenario.

use super::{LiveRun, Said, State};
use crate::asyncio::Intervention;
use crate::scenario::history::Group;
use crate::scenario::interventions::MOST;
use crate::trace::{Act, EventKind, Seconds, TaskId};
use crate::ui::interventions::made_as;

/// Moves of one mark are undone together; these groups are apart from those of other edits.
const MOVES: Group = 1 << 33;

impl State {
    /// Do this to a task, at the time `now` of a live run, or at the position; where the run is over there, in the
    /// middle of the task's life. A live run that plays goes on from there, with it.
    pub(super) fn intervene(&mut self, act: Act, task: TaskId, now: Option<Seconds>) {
        let mut interventions = self.interventions().to_vec();
        let Some((at, turns)) = self.moment(task, now).filter(|_| interventions.len() < MOST) else { return };
        let Some((name, nth)) = self.shown().and_then(|picture| made_as(picture, task)) else { return };
        interventions.push(Intervention { at, turns, act, task: name, nth });
        let playing = self.live.take().filter(|_| self.transport.is_playing());
        let step = self.transport.step();
        self.edit(|history| history.intervene(interventions, None));
        self.said = Some(Said::Intervened);
        if let Some(LiveRun { picture, .. }) = playing {
            self.runs = self.runs.wrapping_add(1);
            self.live = Some(LiveRun { number: self.runs, from: (step, at), picture });
            self.transport.resume();
        }
    }

    /// When that is: the time, and how many turns of the loop at that time come before.
    fn moment(&self, task: TaskId, now: Option<Seconds>) -> Option<(Seconds, u32)> {
        let picture = self.shown()?;
        if self.live.is_none() && self.transport.at_end() {
            let lane = picture.lanes.lane(task)?;
            let (from, to) = (lane.segments.first()?.from, lane.segments.last()?.to.unwrap_or(picture.end()));
            return Some((rounded((from + to) / 2.0).clamp(from, to), 0));
        }
        let time = self.time();
        let at = now.filter(|_| self.live.is_some()).map_or(time, rounded).max(time);
        let seen = picture.events_until(self.transport.step());
        let trace = picture.trace();
        let instant = trace.events().iter().take(seen).rev().take_while(|event| event.time == at);
        let turns = instant.filter(|event| matches!(event.kind, EventKind::Turn)).count();
        Some((at, u32::try_from(turns).ok()?))
    }

    pub(super) fn move_intervention(&mut self, number: usize, at: Seconds) {
        let mut interventions = self.interventions().to_vec();
        let Some(moved) = interventions.get_mut(number).filter(|moved| moved.at != at && at.is_finite())
        else {
            return;
        };
        (moved.at, moved.turns) = (at.max(0.0), 0);
        self.edit(|history| history.intervene(interventions, Some(MOVES + number as Group)));
        self.said = Some(Said::Intervened);
    }

    pub(super) fn remove_intervention(&mut self, number: usize) {
        let mut interventions = self.interventions().to_vec();
        if number < interventions.len() {
            interventions.remove(number);
            self.edit(|history| history.intervene(interventions, None));
            self.said = Some(Said::Intervened);
        }
    }
}

/// To the millisecond, which is as fine as a hand is; not into the past.
fn rounded(time: Seconds) -> Seconds {
    (time * 1000.0 - 1e-6).ceil() / 1000.0
}
