//! A task is cancelled after a while, by the function that makes it.

use super::written::Written;
use crate::scenario::combinators::layout;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::document::Document;
use crate::scenario::steps::place::beyond;
use crate::scenario::steps::task_name::{own_name, starts_task};
use crate::scenario::steps::tree::Node;
use crate::scenario::steps::write::number;
use crate::scenario::steps::{Change, Mark};
use ruff_python_ast::{Expr, Stmt};

pub fn cancelled(document: &Document<'_>, call: usize, seconds: f64) -> Result<Change, Refusal> {
    let written = Written::of(document, call)?;
    let mut missing = Vec::new();
    let (name, mut edits) = own_name(document, &written.made, true, &mut missing)?;
    let sleep = document.program.imports.spell("sleep", &mut missing);
    let mut lines = vec![format!("{name}.cancel()")];
    if seconds > 0.0 {
        lines.insert(0, format!("await {sleep}({})", number(seconds)));
    }
    let node = written.made.node;
    let start = document.tree.range(node).start;
    let mark = match edits.iter().any(|edit| edit.range == (start..start) && edit.replacement.contains('\n'))
    {
        true => {
            if !layout::starts_line(document.source, start) {
                return Err(Refusal::SharesLine);
            }
            let end = format!("{}{}", document.newline, document.indentation(start));
            let into = edits
                .iter()
                .filter(|edit| edit.range.start == start)
                .map(|edit| edit.replacement.len())
                .sum();
            edits.push(TextEdit::insert(
                start,
                lines.into_iter().flat_map(|line| [line, end.clone()]).collect::<String>(),
            ));
            Mark::new(start, into)
        }
        false => {
            let (edit, mark) = beyond(document, last_start(document, node))?.edit(document, &lines);
            edits.push(edit);
            mark
        }
    };
    edits.extend(document.program.imports.add(&missing, document.newline));
    document.change(edits, mark)
}

/// The last of the statements that start tasks one after the other.
fn last_start(document: &Document<'_>, node: Node) -> Node {
    let starts = |stmt: &Stmt| {
        let value = match stmt {
            Stmt::Assign(stmt) => &*stmt.value,
            Stmt::Expr(stmt) => &*stmt.value,
            _ => return false,
        };
        let appended =
            |call: &Expr| call.as_call_expr().and_then(|call| call.arguments.args.first().cloned());
        starts_task(document, value)
            || appended(value).is_some_and(|argument| starts_task(document, &argument))
    };
    let rest = document.tree.stmts(node.suite).get(node.index + 1..).unwrap_or_default();
    Node { index: node.index + rest.iter().take_while(|stmt| starts(stmt)).count(), ..node }
}
