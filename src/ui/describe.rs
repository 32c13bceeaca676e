//! What a bar, a waiting task or a callback is called.

use super::words::{Words, seconds};
use crate::player::Picture;
use crate::trace::lanes::{Doing, Segment};
use crate::trace::{Outcome, TaskId, Trace, Wait};

/// The word for `data-segment`.
pub fn kind(doing: Doing) -> &'static str {
    match doing {
        Doing::Ready => "ready",
        Doing::Running => "running",
        Doing::Block { .. } => "block",
        Doing::Waiting(Wait::Sleep { .. }) => "sleep",
        Doing::Waiting(Wait::Yield) => "yield",
        Doing::Waiting(Wait::Task(_)) => "task",
        Doing::Waiting(Wait::Gather) => "gather",
        Doing::Waiting(Wait::Future | Wait::Named(_)) => "future",
    }
}

/// What stands on a bar.
pub fn bar(words: &Words, picture: &Picture, trace: &Trace, doing: Doing) -> String {
    match doing {
        Doing::Ready => words.ready.to_owned(),
        Doing::Running => words.running.to_owned(),
        Doing::Block { seconds: length, .. } => (words.blocks)(&seconds(length)),
        Doing::Waiting(on) => wait(words, picture, trace, on),
    }
}

/// What is waited for.
pub fn wait(words: &Words, picture: &Picture, trace: &Trace, on: Wait) -> String {
    match on {
        Wait::Yield => words.sleep_zero.to_owned(),
        Wait::Sleep { seconds: length, .. } => (words.sleep)(&seconds(length)),
        Wait::Task(task) => task_name(picture, trace, task).to_owned(),
        Wait::Gather => "gather".to_owned(),
        Wait::Named(name) => trace.text(name).to_owned(),
        Wait::Future => words.future.to_owned(),
    }
}

/// The whole story of a bar, to be read when one points at it.
pub fn story(words: &Words, picture: &Picture, trace: &Trace, segment: &Segment) -> String {
    let mut story = bar(words, picture, trace, segment.doing);
    if let Some(to) = segment.to {
        story = format!("{story}: {} – {}", seconds(segment.from), seconds(to));
    }
    if let Some(line) = segment.line {
        story = format!("{story}, {}", (words.line)(line));
    }
    story
}

/// The newest name of a task.
pub fn task_name<'a>(picture: &Picture, trace: &'a Trace, task: TaskId) -> &'a str {
    picture.lanes.lane(task).map_or("", |lane| trace.text(lane.name))
}

/// How a task ended.
pub fn outcome(words: &Words, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Result => words.done,
        Outcome::Exception => words.raised,
        Outcome::Cancelled => words.cancelled,
    }
}
