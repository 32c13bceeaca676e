//! What the program wrote, and how it ended.

use super::{Event, EventKind, Exit, Seconds, Symbol, TaskId};

/// A line of standard output, without its newline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub time: Seconds,
    /// Who printed it; none outside of tasks.
    pub task: Option<TaskId>,
    pub text: Symbol,
    /// The number of the event.
    pub event: usize,
}

/// The end of the program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    pub time: Seconds,
    pub outcome: Exit,
    /// The exception's last line, or the budget that was spent.
    pub value: Option<Symbol>,
}

/// The lines so far. Grows with the trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    lines: Vec<Line>,
    end: Option<End>,
    seen: usize,
}

impl Output {
    /// Take in the events from where the last call ended.
    pub fn extend(&mut self, events: &[Event]) {
        for (place, &Event { time, kind }) in events.iter().enumerate().skip(self.seen) {
            match kind {
                EventKind::Print { task, text } => self.lines.push(Line { time, task, text, event: place }),
                EventKind::Exit { outcome, value } => self.end = Some(End { time, outcome, value }),
                _ => {}
            }
        }
        self.seen = self.seen.max(events.len());
    }

    /// The lines written by the first `events` events.
    pub fn lines_until(&self, events: usize) -> &[Line] {
        let count = self.lines.partition_point(|line| line.event < events);
        self.lines.get(..count).unwrap_or_default()
    }

    /// How the program ended, if it has.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// How the program ended, once the first `events` events hold its end.
    pub fn end_by(&self, events: usize) -> Option<End> {
        self.end.filter(|_| events >= self.seen)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::gather_of_two;
    use super::*;

    #[test]
    fn lines_appear_with_the_event_that_wrote_them() {
        let trace = gather_of_two();
        let mut output = Output::default();
        output.extend(trace.events());
        let all = trace.events().len();
        let [line] = output.lines_until(all) else { panic!("one line was printed") };
        assert_eq!((line.time, trace.text(line.text)), (1.0, "one"));
        assert!(output.lines_until(line.event).is_empty());
        assert_eq!(output.lines_until(line.event + 1).len(), 1);
    }

    #[test]
    fn the_end_shows_only_at_the_end() {
        let trace = gather_of_two();
        let mut output = Output::default();
        output.extend(trace.events());
        let all = trace.events().len();
        assert_eq!(output.end_by(all - 1), None);
        let end = output.end_by(all).expect("the program has ended");
        assert_eq!((end.time, end.outcome), (2.5, Exit::Exception));
    }
}
