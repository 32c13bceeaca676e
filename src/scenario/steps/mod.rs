//! Steps: the statements that a task runs one after the other, added, changed, moved and taken away.
//!
//! A lane of the timeline tells its coroutine's `__qualname__` and, for each segment, a line. From these
//! [`step_at`] and [`outline`] find the statements, and each edit names a statement by the byte where it
//! starts. All edits are splices of text; what is around them stays as it is, byte for byte.
//!
//! - [`tree`]: which statement stands in which block; [`document`]: that, with the text around it.
//! - [`kind`]: what a statement is; [`write`]: a new one as text; [`shared`]: the locks, queues and events
//!   that it needs; [`task_name`]: a name for a task that others await or cancel.
//! - [`place`]: where a new one goes; [`delete`], [`shift`], [`wrap`]: what can be done with one that is there.
//! - [`apart`]: statements that share a line get lines of their own first.
//! - [`own`]: a task gets a function of its own.

mod apart;
pub(super) mod calls;
pub(super) mod delete;
pub(super) mod document;
mod kind;
pub(super) mod names;
mod own;
pub(super) mod place;
mod replace;
mod shared;
mod shift;
pub(super) mod task_name;
#[cfg(test)]
pub(super) mod tests;
pub(super) mod tree;
mod wrap;
pub(super) mod write;

use super::combinators::layout;
use super::edit::{Edits, TextEdit};
use super::refusal::Refusal;
use document::{Document, with_document};
use std::ops::Range;
use tree::Node;

pub use kind::Kind;
pub use own::{own_function, served};

/// A statement of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: Kind,
    /// Its bytes; the start is what edits name it by.
    pub range: Range<usize>,
    /// The line where it starts.
    pub line: u32,
    /// The `__qualname__` of the function that it is in; None for the module's own statements.
    pub function: Option<String>,
    /// How many blocks of the function it is in.
    pub depth: usize,
    /// Its first line, without indentation and comment.
    pub text: String,
}

/// A statement to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum NewStep {
    /// `await asyncio.sleep(seconds)`
    Sleep { seconds: f64 },
    /// `await asyncio.sleep(0)`
    Yield,
    /// `time.sleep(seconds)`
    Block { seconds: f64 },
    /// `print(text)`
    Print { text: String },
    /// `await` the task whose coroutine the call at this byte makes ([`crate::trace::lanes::Lane::call`]).
    AwaitTask { call: usize },
    /// `cancel()` it.
    CancelTask { call: usize },
    /// `raise RuntimeError(message)`
    Raise { message: String },
    /// `return text`, or nothing.
    Return { text: Option<String> },
    /// `async with lock:`
    Lock,
    /// `async with semaphore:`; the limit is for a semaphore that has to be made.
    Semaphore { limit: u32 },
    /// `await queue.put(text)`
    Put { text: String },
    /// `item = await queue.get()`
    Get,
    /// `event.set()`
    SetEvent,
    /// `await event.wait()`
    WaitEvent,
    /// `async with asyncio.timeout(seconds):`
    Timeout { seconds: f64 },
    /// `try:`, with an `except` that prints the exception.
    Try,
    /// `for` so many turns.
    Repeat { times: u32 },
}

/// Where a new statement goes. Statements are named by the byte where they start, functions by their
/// `__qualname__`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Before(usize),
    /// Before a statement that leaves the block (`return`, `raise`, …), after any other.
    After(usize),
    /// As the first of a function.
    First(String),
    /// As the last of a function.
    Last(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// What an edit does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub edits: Edits,
    /// In the text afterwards: where the statement starts that was written, or moved, or is there now.
    pub at: usize,
}

/// A place that is known when the edits are.
#[derive(Clone, Copy)]
pub struct Mark {
    /// Where in the text before the edit begins.
    edit: usize,
    /// So far into what the edit writes.
    into: usize,
}

impl Mark {
    pub fn new(edit: usize, into: usize) -> Self {
        Self { edit, into }
    }

    /// So much further into what the edit writes.
    pub fn further(self, bytes: usize) -> Self {
        Self { into: self.into + bytes, ..self }
    }

    fn in_new_text(self, edits: &Edits) -> usize {
        let before = edits.iter().take_while(|edit| edit.range.start < self.edit);
        let (added, removed) = before.fold((0, 0), |(added, removed), edit: &TextEdit| {
            (added + edit.replacement.len(), removed + edit.range.len())
        });
        (self.edit + added).saturating_sub(removed) + self.into
    }
}

/// The innermost statement on a line.
///
/// # Errors
/// [`Refusal::Syntax`], [`Refusal::NoStatement`].
pub fn step_at(source: &str, line: u32) -> Result<Step, Refusal> {
    with_document(source, |document| {
        let node = document.tree.on_line(source, line).ok_or(Refusal::NoStatement)?;
        Ok(step(document, node))
    })
}

/// All statements of a function, in order, those of its blocks after the statement that the block belongs to.
///
/// # Errors
/// [`Refusal::Syntax`], [`Refusal::NoFunction`].
pub fn outline(source: &str, function: &str) -> Result<Vec<Step>, Refusal> {
    with_document(source, |document| {
        let body = Some(document.function(function)?.body);
        let mut found: Vec<Step> = document
            .tree
            .nodes()
            .filter(|node| document.tree.function_of(*node).map(|function| function.body) == body)
            .map(|node| step(document, node))
            .collect();
        found.sort_by_key(|step| step.range.start);
        Ok(found)
    })
}

/// Writes a new statement.
///
/// # Errors
/// Why that cannot be done there.
pub fn insert(source: &str, place: &Place, new: &NewStep) -> Result<Change, Refusal> {
    let at = match place {
        Place::Before(at) | Place::After(at) => *at,
        Place::First(_) | Place::Last(_) => return inserted(source, place, new),
    };
    let place = |at| match place {
        Place::After(_) => Place::After(at),
        _ => Place::Before(at),
    };
    apart::alone(source, at, |source, at| inserted(source, &place(at), new))
}

fn inserted(source: &str, place: &Place, new: &NewStep) -> Result<Change, Refusal> {
    with_document(source, |document| {
        let spot = place::spot(document, place)?;
        let written = write::written(document, spot.site(), new)?;
        let (edit, mark) = spot.edit(document, &written.lines);
        let mut edits = written.edits;
        edits.push(edit);
        document.change(edits, mark)
    })
}

/// Writes a new statement in place of the one that starts at `at`; of two blocks, the new one gets what is in
/// the old one.
///
/// # Errors
/// Why that cannot be done.
pub fn replace(source: &str, at: usize, new: &NewStep) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| {
        with_document(source, |document| replace::replaced(document, document.node(at)?, new))
    })
}

/// Puts the statement at `at` into a new block: a lock, a semaphore, a timeout, a `try` or a repetition.
///
/// # Errors
/// Why that cannot be done; [`Refusal::NoOption`] where `block` is no block.
pub fn wrap(source: &str, at: usize, block: &NewStep) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| {
        with_document(source, |document| wrap::wrapped(document, document.node(at)?, block))
    })
}

/// Takes the statement away, with all that is in it.
///
/// # Errors
/// Why that cannot be done.
pub fn delete(source: &str, at: usize) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| {
        with_document(source, |document| delete::deleted(document, document.node(at)?))
    })
}

/// Takes the block at `at` away, and leaves what is in it.
///
/// # Errors
/// Why that cannot be done; [`Refusal::NoStatement`] where it is no block.
pub fn unwrap(source: &str, at: usize) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| {
        with_document(source, |document| wrap::unwrapped(document, document.node(at)?))
    })
}

/// Writes the statement once more, after itself.
///
/// # Errors
/// Why that cannot be done.
pub fn duplicate(source: &str, at: usize) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| with_document(source, |document| duplicated(document, at)))
}

fn duplicated(document: &Document<'_>, at: usize) -> Result<Change, Refusal> {
    let node = document.node(at)?;
    let lines = document.with_comments_above(document.lines_of(node)?);
    let mut text = document.text(lines.clone()).to_owned();
    if !text.ends_with(['\n', '\r']) {
        text.insert_str(0, document.newline);
    }
    let into = text.len() - document.text(document.tree.range(node).start..lines.end).len();
    document.change(vec![TextEdit::insert(lines.end, text)], Mark::new(lines.end, into))
}

/// Moves the statement by one: past its neighbour, into the block that the neighbour is, or out of its own.
///
/// # Errors
/// Why that cannot be done.
pub fn shift(source: &str, at: usize, direction: Direction) -> Result<Change, Refusal> {
    apart::alone(source, at, |source, at| {
        with_document(source, |document| shift::shifted(document, document.node(at)?, direction))
    })
}

fn step(document: &Document<'_>, node: Node) -> Step {
    let range = document.tree.range(node);
    let line = document.text(range.start..range.end).lines().next().unwrap_or("");
    Step {
        kind: kind::of(document, node),
        line: document.line(range.start),
        function: document.tree.function_of(node).map(|function| function.qualname.clone()),
        depth: document.tree.depth(node),
        text: line.trim_end().to_owned(),
        range,
    }
}

/// Whether nothing but the statement is on its lines.
fn is_alone(document: &Document<'_>, range: &Range<usize>) -> bool {
    layout::starts_line(document.source, range.start) && layout::ends_line(document.source, range.end)
}
