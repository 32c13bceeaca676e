//! Tasks: added, duplicated, named, put in another order, cancelled and taken away.
//!
//! A lane of the timeline tells the byte of the call that made its coroutine ([`crate::trace::lanes::Lane::call`]);
//! edits name a task by it. From there [`written`] finds how the task is written: as one of several between the
//! brackets of a gather or a list ([`list`]), or as a statement of its own. Statements and brackets that use
//! the task's variable follow.
//!
//! All edits are splices of text; what is around them stays as it is, byte for byte.

mod add;
mod cancel;
mod list;
mod order;
mod remove;
mod rename;
#[cfg(test)]
mod tests;
mod written;

use super::refusal::Refusal;
use super::steps::Change;
use super::steps::document::with_document;

/// Adds a task that sleeps for a second, in a function of its own: after the one whose call is told, or after
/// the last that the program starts.
///
/// # Errors
/// Why that cannot be done there.
pub fn add(source: &str, after: Option<usize>) -> Result<Change, Refusal> {
    add::added(source, after)
}

/// Starts the same once more, right after the task, and awaits it where that one is awaited.
///
/// # Errors
/// Why that cannot be done.
pub fn duplicate(source: &str, call: usize) -> Result<Change, Refusal> {
    with_document(source, |document| add::duplicated(document, call))
}

/// Gives the task a name, such that `get_name()` tells it.
///
/// # Errors
/// Why that cannot be done; [`Refusal::NotAName`] where there are no letters.
pub fn rename(source: &str, call: usize, name: &str) -> Result<Change, Refusal> {
    with_document(source, |document| rename::renamed(document, call, name.trim()))
}

/// Takes the task away, and with it what only awaits it.
///
/// # Errors
/// Why that cannot be done; [`Refusal::NeededElsewhere`] where its result is used.
pub fn remove(source: &str, call: usize) -> Result<Change, Refusal> {
    with_document(source, |document| remove::removed(document, call))
}

/// Starts the task right before `other`, or right after it where it was started earlier.
///
/// # Errors
/// Why that cannot be done; [`Refusal::NotSideBySide`] where the two are started in different places.
pub fn move_to(source: &str, call: usize, other: usize) -> Result<Change, Refusal> {
    with_document(source, |document| order::moved(document, call, other))
}

/// Cancels the task after so many seconds, where it is made.
///
/// # Errors
/// Why that cannot be done.
pub fn cancel_after(source: &str, call: usize, seconds: f64) -> Result<Change, Refusal> {
    with_document(source, |document| cancel::cancelled(document, call, seconds))
}
