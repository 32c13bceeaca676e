//! The loop at any moment of a run, soon: some states are kept, and each other is a fold of the events since one of them.

use super::{Event, LoopState};

/// So many states are kept; with more, every other is let go, and the next are kept half as often.
const MOST: usize = 8;
/// Events between two states at first.
const EVERY: usize = 1024;

/// States of one trace, as far as somebody has asked.
#[derive(Debug)]
pub struct Checkpoints {
    /// After each so many events one.
    kept: Vec<LoopState>,
    every: usize,
    /// The one that was asked for last: most often the next is wanted.
    last: LoopState,
}

impl Default for Checkpoints {
    fn default() -> Self {
        Self { kept: Vec::new(), every: EVERY, last: LoopState::default() }
    }
}

impl Checkpoints {
    /// The loop after the first `count` of these events; always of the same trace, which may have grown.
    pub fn after(&mut self, events: &[Event], count: usize) -> LoopState {
        let count = count.min(events.len());
        let kept = self.kept.partition_point(|state| state.seen() <= count);
        let before = kept.checked_sub(1).and_then(|place| self.kept.get(place));
        let nearest = before.map_or(0, LoopState::seen);
        let mut state = match before {
            _ if self.last.seen() <= count && self.last.seen() >= nearest => std::mem::take(&mut self.last),
            Some(state) => state.clone(),
            None => LoopState::default(),
        };
        loop {
            let next = (state.seen() / self.every + 1) * self.every;
            state.advance(events, next.min(count));
            if next > count {
                break;
            }
            self.keep(&state);
        }
        self.last = state.clone();
        state
    }

    fn keep(&mut self, state: &LoopState) {
        if self.kept.last().is_some_and(|last| last.seen() >= state.seen()) {
            return;
        }
        self.kept.push(state.clone());
        if self.kept.len() > MOST {
            self.every *= 2;
            let every = self.every;
            self.kept.retain(|state| state.seen().is_multiple_of(every));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, Script, gather_of_two};
    use super::*;
    use crate::trace::{Callback, Trace};

    fn long(laps: u32) -> Trace {
        let mut script = Script::default();
        let first = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(first, MAIN);
        for lap in 1..=laps {
            let timer = script.sleep(MAIN, 1.0, 2);
            script.turn(f64::from(lap), Some(timer));
            let wakeup = script.ready(Callback::Wakeup(MAIN));
            script.step(wakeup, MAIN);
        }
        script.trace
    }

    #[test]
    fn any_order_of_questions_gives_the_same_states_as_a_fold_from_the_start() {
        for trace in [gather_of_two(), long(6_000)] {
            let events = trace.events();
            let mut checkpoints = Checkpoints::default();
            let places =
                (0..60).map(|place| place * 7919 % (events.len() + 1)).chain([events.len(), 0, usize::MAX]);
            for count in places {
                assert_eq!(
                    checkpoints.after(events, count),
                    LoopState::after(events, count),
                    "after {count}"
                );
            }
        }
    }

    #[test]
    fn few_are_kept_however_long_the_run() {
        let trace = long(12_000);
        let events = trace.events();
        let mut checkpoints = Checkpoints::default();
        checkpoints.after(events, events.len());
        assert!((MOST / 2..=MOST).contains(&checkpoints.kept.len()), "{}", checkpoints.kept.len());
        assert!(checkpoints.every * (MOST + 1) > events.len());
    }
}
