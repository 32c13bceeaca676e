//! A block around a statement, and the same taken away.

use super::document::Document;
use super::place::Site;
use super::replace::{header, is_plain_block};
use super::tree::Node;
use super::{Change, Mark, NewStep, write};
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use ruff_python_ast::{ExceptHandler, Stmt};
use std::ops::Range;

pub fn wrapped(document: &Document<'_>, node: Node, block: &NewStep) -> Result<Change, Refusal> {
    let range = document.tree.range(node);
    let site = Site { neighbour: node, offset: range.start };
    let (line, clause, mut edits) = write::block(document, site, block)?;
    let lines = document.with_comments_above(document.lines_of(node)?);
    let (indentation, unit) = (document.indentation(range.start), document.unit());
    let newline = document.newline;
    let deeper = document.reindented(lines.clone(), indentation, &format!("{indentation}{unit}"));
    let mut text = format!("{indentation}{line}{newline}{deeper}");
    for line in clause.lines(unit) {
        if !text.ends_with(['\n', '\r']) {
            text.push_str(newline);
        }
        text = format!("{text}{indentation}{line}{newline}");
    }
    edits.push(TextEdit::replace(lines.clone(), text));
    document.change(edits, Mark::new(lines.start, indentation.len()))
}

pub fn unwrapped(document: &Document<'_>, node: Node) -> Result<Change, Refusal> {
    let range = document.tree.range(node);
    let own = header(document, node).filter(|_| is_plain_block(document, node) || is_try(document, node));
    let own = own.ok_or(Refusal::NoStatement)?;
    let lines = document.lines_of(node)?;
    let body = document.tree.blocks_of(node).next().ok_or(Refusal::NoStatement)?;
    let (Some(first), count) = (document.tree.stmts(body).first(), document.tree.stmts(body).len()) else {
        return Err(Refusal::NoStatement);
    };
    let inner = Range::<usize>::from(ruff_text_size::Ranged::range(first));
    let last = document.tree.range(Node { suite: body, index: count.saturating_sub(1) });
    let start = document.next_line(own.end);
    if start > inner.start {
        return Err(Refusal::SharesLine);
    }
    if let Some((name, at)) = document.needed_elsewhere(node, &own) {
        return Err(Refusal::NeededElsewhere { name: name.to_owned(), line: document.line(at) });
    }
    let (from, to) = (document.indentation(inner.start), document.indentation(range.start));
    let text = document.reindented(start..document.next_line(last.end), from, to);
    let into = inner.start - start - (from.len() - to.len().min(from.len()));
    document.change(vec![TextEdit::replace(lines.clone(), text)], Mark::new(lines.start, into))
}

/// A `try` with nothing but one handler.
fn is_try(document: &Document<'_>, node: Node) -> bool {
    match document.tree.stmt(node) {
        Some(Stmt::Try(stmt)) => {
            let [ExceptHandler::ExceptHandler(_)] = stmt.handlers.as_slice() else { return false };
            stmt.orelse.is_empty() && stmt.finalbody.is_empty()
        }
        _ => false,
    }
}
