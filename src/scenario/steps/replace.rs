//! Another statement in place of one.

use super::delete::gone;
use super::document::Document;
use super::place::Site;
use super::tree::Node;
use super::write::{self, Clause};
use super::{Change, Mark, NewStep};
use crate::scenario::combinators::layout;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use ruff_python_ast::Stmt;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;
use std::ops::Range;

pub fn replaced(document: &Document<'_>, node: Node, new: &NewStep) -> Result<Change, Refusal> {
    let range = document.tree.range(node);
    let site = Site { neighbour: node, offset: range.start };
    let header = header(document, node);
    let own = header.clone().filter(|_| is_plain_block(document, node)).unwrap_or_else(|| range.clone());
    let target = kept_target(document, node, &own, new)?;
    if own != range
        && let Ok((line, Clause::Nothing, mut edits)) = write::block(document, site, new)
    {
        edits.push(TextEdit::replace(own, line));
        return document.change(edits, Mark::new(range.start, 0));
    }
    let written = write::written(document, site, new)?;
    let starts = layout::starts_line(document.source, range.start);
    if (written.lines.len() > 1 && !starts) || !layout::ends_line(document.source, range.end) {
        return Err(Refusal::SharesLine);
    }
    let indentation = document.indentation(range.start);
    let text = written.lines.join(&format!("{}{indentation}", document.newline));
    let mut edits = written.edits;
    edits.push(TextEdit::replace(range.clone(), format!("{target}{text}")));
    document.change(edits, Mark::new(range.start, 0))
}

/// `name = ` where others need the name of the old statement, and the new one has a value.
fn kept_target(
    document: &Document<'_>,
    node: Node,
    range: &Range<usize>,
    new: &NewStep,
) -> Result<String, Refusal> {
    let Some((name, at)) = document.needed_elsewhere(node, range) else { return Ok(String::new()) };
    let has_value = matches!(
        new,
        NewStep::Sleep { .. }
            | NewStep::Yield
            | NewStep::Block { .. }
            | NewStep::Print { .. }
            | NewStep::AwaitTask { .. }
            | NewStep::CancelTask { .. }
            | NewStep::Put { .. }
            | NewStep::SetEvent
            | NewStep::WaitEvent
    );
    let is_plain = matches!(document.stmt(node)?, Stmt::Assign(stmt) if matches!(stmt.targets.as_slice(), [target] if target.is_name_expr()));
    match has_value && is_plain {
        true => Ok(format!("{name} = ")),
        false => Err(Refusal::NeededElsewhere { name: name.to_owned(), line: document.line(at) }),
    }
}

/// A `with` or a `for` without an `else`: one block under one header.
pub fn is_plain_block(document: &Document<'_>, node: Node) -> bool {
    match document.tree.stmt(node) {
        Some(Stmt::With(_)) => true,
        Some(Stmt::For(stmt)) => stmt.orelse.is_empty(),
        Some(Stmt::While(stmt)) => stmt.orelse.is_empty(),
        _ => false,
    }
}

/// The bytes of a compound statement up to the colon before its first block.
pub fn header(document: &Document<'_>, node: Node) -> Option<Range<usize>> {
    let range = document.tree.range(node);
    let body = document.tree.stmts(document.tree.blocks_of(node).next()?).first()?.start();
    let before = document.tokens.iter().take_while(|token| token.start() < body);
    let colon = before.filter(|token| token.kind() == TokenKind::Colon).last()?;
    Some(range.start..colon.end().to_usize())
}

/// The edit that takes a statement out with the comments above it.
pub fn taken_out(document: &Document<'_>, node: Node) -> Result<(TextEdit, Range<usize>), Refusal> {
    let lines = document.with_comments_above(document.lines_of(node)?);
    let (edit, _) = gone(document, node, Some(lines.clone()))?;
    Ok((edit, lines))
}
