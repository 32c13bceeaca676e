//! Taking a statement away, such that what is left is a program.

use super::document::Document;
use super::tree::Node;
use super::{Change, Mark};
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;
use std::ops::Range;

pub fn deleted(document: &Document<'_>, node: Node) -> Result<Change, Refusal> {
    let range = document.tree.range(node);
    if let Some((name, at)) = document.needed_elsewhere(node, &range) {
        let value = awaited_value(document.stmt(node)?, name);
        return match value {
            Some(value) => document.change(vec![TextEdit::replace(value, "None")], Mark::new(range.start, 0)),
            None => Err(Refusal::NeededElsewhere { name: name.to_owned(), line: document.line(at) }),
        };
    }
    let (edit, mark) = gone(document, node, None)?;
    document.change(vec![edit], mark)
}

/// The bytes of the value in `name = await …`: the name stays, as others ask for it.
fn awaited_value(stmt: &Stmt, name: &str) -> Option<Range<usize>> {
    let assign = stmt.as_assign_stmt()?;
    let [Expr::Name(target)] = assign.targets.as_slice() else { return None };
    let is_it = target.id.as_str() == name && assign.value.is_await_expr();
    is_it.then(|| Range::from(assign.value.range()))
}

/// The edit that takes these lines out (or those of the statement), and where what comes then is. A block is
/// never left empty.
pub fn gone(
    document: &Document<'_>,
    node: Node,
    lines: Option<Range<usize>>,
) -> Result<(TextEdit, Mark), Refusal> {
    let range = document.tree.range(node);
    let stmts = document.tree.stmts(node.suite);
    if stmts.len() == 1 && document.tree.owner(node).is_some() {
        if stmts.iter().any(Stmt::is_pass_stmt) {
            return Err(Refusal::AtTheEdge);
        }
        let start =
            lines.as_ref().map_or(range.start, |lines| lines.start + document.indentation(range.start).len());
        return Ok((TextEdit::replace(start..range.end, "pass"), Mark::new(start, 0)));
    }
    let lines = match lines {
        Some(lines) => lines,
        None => document.lines_of(node)?,
    };
    let next = stmts.get(node.index + 1).or_else(|| stmts.get(node.index.checked_sub(1)?));
    let mark = next.map_or(lines.start, |stmt| stmt.start().to_usize());
    let into = mark.saturating_sub(lines.end);
    let mark = if mark < lines.end { Mark::new(mark, 0) } else { Mark::new(lines.start, into) };
    Ok((TextEdit::delete(lines), mark))
}
