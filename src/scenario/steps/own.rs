//! A function of its own for one task: the others that run the same function are not changed by what is done
//! to it then.

use super::calls::{self, callee, made};
use super::document::{Document, with_document};
use super::tree::{Function, Node};
use super::{Change, Mark};
use crate::python::syntax::lines::Lines;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::trace::{Lanes, TaskId, Trace};
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;
use std::ops::Range;

/// Copies the function that the call at this byte calls, under a new name, and lets the call call the copy.
/// The change's place is that of the copy.
///
/// # Errors
/// [`Refusal::NoCall`], [`Refusal::MadeInLoop`], and whatever stands in the way of the copy.
pub fn own_function(source: &str, call: usize) -> Result<Change, Refusal> {
    with_document(source, |document| {
        let made = made(document, call)?;
        let function = callee(document, &made).ok_or(Refusal::NoCall)?;
        let old = function.def.name.as_str();
        let name = match calls::label(made.call) {
            Some(label) => document.fresh(&format!("{old}_{label}")),
            None => document.fresh(&format!("{old}_2")),
        };
        let called = match &*made.call.func {
            Expr::Attribute(attribute) => Range::<usize>::from(attribute.attr.range()),
            func => Range::from(func.range()),
        };
        let (copy, mark) = copied(document, function, &name)?;
        document.change(vec![TextEdit::replace(called, name), copy], mark)
    })
}

/// The edit that writes the function once more below itself.
fn copied(document: &Document<'_>, function: &Function<'_>, name: &str) -> Result<(TextEdit, Mark), Refusal> {
    let node = document.tree.suites.get(function.body).and_then(|suite| suite.owner);
    let node: Node = node.ok_or(Refusal::NoStatement)?;
    let lines = document.with_comments_above(document.lines_of(node)?);
    let old = Range::<usize>::from(function.def.name.range());
    let (before, after) = (document.text(lines.start..old.start), document.text(old.end..lines.end));
    let newline = document.newline;
    let line_end = if after.ends_with(['\n', '\r']) { "" } else { newline };
    let gap = if document.tree.owner(node).is_none() { newline.repeat(2) } else { newline.to_owned() };
    let into = line_end.len() + gap.len() + (document.tree.range(node).start - lines.start);
    let text = format!("{line_end}{gap}{before}{name}{after}");
    Ok((TextEdit::insert(lines.end, text), Mark::new(lines.end, into)))
}

/// The tasks that run a function (named by its `__qualname__`), or something in it, in the order of creation.
pub fn served(source: &str, function: &str, lanes: &Lanes, trace: &Trace) -> Vec<TaskId> {
    let lines = with_document(source, |document| {
        let range = Range::<usize>::from(document.function(function)?.def.range());
        let lines = Lines::new(source);
        Ok(lines.position(range.start).line..lines.position(range.end).line + 1)
    });
    let lines = lines.unwrap_or(0..0);
    let runs = |lane: &crate::trace::lanes::Lane| {
        let stands_in_it =
            lane.segments.iter().filter_map(|segment| segment.line).any(|line| lines.contains(&line));
        trace.text(lane.coro) == function || stands_in_it
    };
    lanes.lanes().iter().filter(|lane| runs(lane)).map(|lane| lane.task).collect()
}
