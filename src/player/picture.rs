//! A run as far as it has got, folded for drawing.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use crate::python::RuntimeError;
use crate::trace::{Checkpoints, Exit, Lanes, LoopState, Output, Recorder, Seconds, Steps, Trace};

/// The first events of a trace and their folds. The trace itself is shared with the run that
/// writes it and only ever grows, so a picture never changes; [`Picture::grow`] makes the next one.
#[derive(Clone)]
pub struct Picture {
    trace: Rc<Recorder>,
    events: usize,
    pub lanes: Lanes,
    pub steps: Steps,
    pub output: Output,
    /// Shared with all pictures of this run.
    states: Rc<RefCell<Checkpoints>>,
    /// What was written to standard error so far.
    pub stderr: Rc<str>,
    /// What ended the program, if it did not end well.
    pub error: Option<Rc<RuntimeError>>,
    /// It ends at the horizon; the program does not.
    pub goes_on: bool,
    /// A live run has nothing to do until then.
    pub idle_until: Option<Seconds>,
}

/// Pictures of the same events of the same run.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.trace, &other.trace)
            && self.events == other.events
            && self.stderr == other.stderr
            && self.idle_until == other.idle_until
    }
}

impl Picture {
    /// A picture of all that the recorder has.
    pub fn new(trace: Rc<Recorder>) -> Self {
        let empty = Self {
            trace,
            events: 0,
            lanes: Lanes::default(),
            steps: Steps::default(),
            output: Output::default(),
            states: Rc::default(),
            stderr: Rc::from(""),
            error: None,
            goes_on: false,
            idle_until: None,
        };
        empty.grow()
    }

    /// The picture with what has happened since.
    pub fn grow(&self) -> Self {
        let mut next = self.clone();
        let trace = self.trace.trace();
        next.events = trace.events().len();
        next.lanes.extend(trace.events());
        next.steps.extend(trace.events());
        next.output.extend(trace.events());
        drop(trace);
        next
    }

    /// The trace, for its texts. It may hold more events than the picture shows.
    pub fn trace(&self) -> Ref<'_, Trace> {
        self.trace.trace()
    }

    /// How many events it shows at the end of step `step`; at the last one, all there are.
    pub fn events_until(&self, step: usize) -> usize {
        if step < self.steps.last() { self.steps.events_until(step) } else { self.events }
    }

    /// The loop at the end of step `step`.
    pub fn state(&self, step: usize) -> LoopState {
        self.states.borrow_mut().after(self.trace().events(), self.events_until(step))
    }

    /// Whether a budget ended it.
    pub fn is_over_budget(&self) -> bool {
        self.output.end_by(self.events).is_some_and(|end| end.outcome == Exit::Budget)
    }

    /// When the last thing in it happened.
    pub fn end(&self) -> Seconds {
        self.lanes.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::sample::gather_of_two;

    #[test]
    fn a_picture_grows_with_its_trace_and_the_old_one_stays() {
        let whole = gather_of_two();
        let recorder = Rc::new(Recorder::new());
        let mut pictures = vec![Picture::new(recorder.clone())];
        for event in whole.events() {
            recorder.note(event.time, |_| event.kind);
            pictures.push(pictures[pictures.len() - 1].grow());
        }
        assert_eq!(pictures[0].steps.last(), 0);
        let last = &pictures[whole.events().len()];
        assert_eq!((last.lanes.lanes().len(), last.end(), last.steps.last()), (3, 2.5, 10));
        assert!(last.state(last.steps.last()).over);
        assert!(pictures[0] != pictures[1]);
        assert!(*last == last.grow());
    }
}
