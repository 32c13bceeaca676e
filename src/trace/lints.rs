//! Classic mistakes that a run shows: told once for each line, where they first happened.
//!
//! Nothing here guesses what a program means. Each of these has happened in this very run, and the event says when.

use super::state::{By, LoopState};
use super::{Callback, Event, EventKind, Exit, Outcome, Resumed, Seconds, Symbol, TaskId};

/// More mistakes than these are not told.
const MOST: usize = 50;

/// A mistake, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Lint {
    pub kind: LintKind,
    /// The number of the event at which it showed.
    pub event: usize,
    /// The task that it is about, if it is about one.
    pub task: Option<TaskId>,
    /// The line of the user's code to look at.
    pub line: Option<u32>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum LintKind {
    /// `time.sleep` held up the others: these could have run meanwhile.
    Blocks { seconds: Seconds, held: Vec<TaskId> },
    /// The task failed, and nobody ever asked.
    NeverRetrieved,
    /// A coroutine was made and never awaited.
    NeverAwaited { coro: Symbol },
    /// The program was over before the task was.
    Unfinished,
    /// The task was cancelled, caught the CancelledError, and returned as if nothing had been asked.
    Swallowed,
    /// The task was cancelled, and went on awaiting other things before it returned.
    WentOn,
}

/// All mistakes of a run, in the order in which they showed.
pub fn lints(events: &[Event]) -> Vec<Lint> {
    let mut search = Search::default();
    for (place, event) in events.iter().enumerate() {
        search.event(place, event);
        search.state.advance(events, place + 1);
    }
    search.found
}

#[derive(Default)]
struct Search {
    state: LoopState,
    found: Vec<Lint>,
    /// Where each task was made.
    made: Vec<(TaskId, Option<u32>)>,
    /// Tasks that got a CancelledError that was asked for: where, and how often they have waited since.
    told: Vec<(TaskId, Option<u32>, usize)>,
    /// Tasks that the program cancelled when it was over.
    left: Vec<(TaskId, usize)>,
}

impl Search {
    fn event(&mut self, place: usize, event: &Event) {
        match event.kind {
            EventKind::Create { task, line, .. } => self.made.push((task, line)),
            EventKind::Block { task, seconds, line, .. } => {
                self.block(place, event.time, task, seconds, line)
            }
            EventKind::NeverRetrieved { task } => {
                self.find(place, LintKind::NeverRetrieved, Some(task), self.made_at(task));
            }
            EventKind::NeverAwaited { coro, line } => {
                self.find(place, LintKind::NeverAwaited { coro }, None, line);
            }
            EventKind::Step { task, with: Resumed::Cancelled } => self.tell(task),
            EventKind::Uncancel { task } => self.told.retain(|(told, ..)| *told != task),
            EventKind::Suspend { task, .. } => {
                self.told.iter_mut().filter(|(told, ..)| *told == task).for_each(|(.., waits)| *waits += 1);
            }
            EventKind::Done { task, outcome, .. } => self.done(place, task, outcome),
            EventKind::Cancel { task, .. } => {
                let is_new = self.state.task(task).is_some_and(|task| task.request.is_none());
                if is_new && self.state.actor() == By::Program {
                    self.left.push((task, place));
                }
            }
            EventKind::Exit { outcome: Exit::Ok, .. } => self.end(place),
            _ => {}
        }
    }

    /// Whoever is ready, or would have been before it is over, is held up.
    fn block(
        &mut self,
        place: usize,
        time: Seconds,
        task: Option<TaskId>,
        seconds: Seconds,
        line: Option<u32>,
    ) {
        let ready = self.state.ready.iter().filter_map(|scheduled| match scheduled.callback {
            Callback::Step(task) | Callback::Wakeup(task) => Some(task),
            _ => scheduled.set_by(),
        });
        let due = self.state.timers.iter().take_while(|timer| timer.when < time + seconds - 1e-9);
        let mut held = Vec::new();
        for other in ready.chain(due.filter_map(|timer| timer.scheduled.set_by())) {
            if Some(other) != task && !held.contains(&other) {
                held.push(other);
            }
        }
        if seconds > 0.0 && !held.is_empty() {
            self.find(place, LintKind::Blocks { seconds, held }, task, line);
        }
    }

    fn tell(&mut self, id: TaskId) {
        let Some(task) = self.state.task(id).filter(|task| task.request.is_some()) else { return };
        let line = task.awaited.and_then(|awaited| awaited.line);
        self.told.retain(|(told, ..)| *told != id);
        self.told.push((id, line, 0));
    }

    fn done(&mut self, place: usize, task: TaskId, outcome: Outcome) {
        let told = self.told.iter().position(|(told, ..)| *told == task).map(|told| self.told.remove(told));
        let (Some((_, line, waits)), Outcome::Result) = (told, outcome) else { return };
        let kind = if waits > 0 { LintKind::WentOn } else { LintKind::Swallowed };
        self.find(place, kind, Some(task), line);
    }

    fn end(&mut self, place: usize) {
        let never_done: Vec<TaskId> = self.state.tasks.iter().map(|task| task.id).collect();
        for task in never_done.into_iter().filter(|&task| self.state.outcome(task).is_none()) {
            if !self.left.iter().any(|(left, _)| *left == task) {
                self.left.push((task, place));
            }
        }
        for (task, place) in std::mem::take(&mut self.left) {
            self.find(place, LintKind::Unfinished, Some(task), self.made_at(task));
        }
        self.found.sort_by_key(|lint| lint.event);
    }

    fn made_at(&self, task: TaskId) -> Option<u32> {
        self.made.iter().find(|(made, _)| *made == task).and_then(|(_, line)| *line)
    }

    /// Once for each line.
    fn find(&mut self, event: usize, kind: LintKind, task: Option<TaskId>, line: Option<u32>) {
        let same = |lint: &Lint| {
            lint.line == line && std::mem::discriminant(&lint.kind) == std::mem::discriminant(&kind)
        };
        if self.found.len() < MOST && !self.found.iter().any(same) {
            self.found.push(Lint { kind, event, task, line });
        }
    }
}
