//! `first(); second()`: statements that share a line get lines of their own before one of them is edited.

use super::document::{Document, with_document};
use super::tree::Node;
use super::{Change, Mark};
use crate::scenario::combinators::layout;
use crate::scenario::edit::{Edits, Side, TextEdit};
use crate::scenario::refusal::Refusal;
use ruff_text_size::Ranged;

/// Edits the statement at `at`; where it shares its line, of the text in which it does not.
///
/// # Errors
/// Those of the edit.
pub fn alone(
    source: &str,
    at: usize,
    edit: impl Fn(&str, usize) -> Result<Change, Refusal>,
) -> Result<Change, Refusal> {
    match edit(source, at) {
        Err(Refusal::SharesLine) => {}
        done => return done,
    }
    let apart = with_document(source, |document| taken_apart(document, document.node(at)?))?;
    let unwritable = |_| Refusal::Unwritable;
    let text = apart.edits.apply(source).map_err(unwritable)?;
    let change = edit(&text, apart.edits.moved(at, Side::After))?;
    let after = change.edits.apply(&text).map_err(unwritable)?;
    Ok(Change { edits: Edits::between(source, &after), at: change.at })
}

/// A line for each statement of the block that the line has.
fn taken_apart(document: &Document<'_>, node: Node) -> Result<Change, Refusal> {
    let stmts = document.tree.stmts(node.suite);
    let owner = document.tree.owner(node).map(|owner| document.tree.range(owner).start);
    let first = document.tree.range(Node { index: 0, ..node }).start;
    // `if x: first(); second()`
    let in_a_line = owner.filter(|_| !layout::starts_line(document.source, first));
    let indentation = match in_a_line {
        Some(owner) => format!("{}{}", document.indentation(owner), document.unit()),
        None => document.indentation(document.tree.range(node).start).to_owned(),
    };
    let line = format!("{}{indentation}", document.newline);
    let mut edits = Vec::new();
    if in_a_line.is_some() {
        let before = document.text(layout::line_start(document.source, first)..first);
        edits.push(TextEdit::replace(first - (before.len() - before.trim_end().len())..first, line.clone()));
    }
    for pair in stmts.windows(2) {
        let [one, next] = pair else { continue };
        let between = one.end().to_usize()..next.start().to_usize();
        let text = document.text(between.clone());
        if text.trim() == ";" && !text.contains(['\n', '\r']) {
            edits.push(TextEdit::replace(between, line.clone()));
        }
    }
    if edits.is_empty() {
        return Err(Refusal::SharesLine);
    }
    document.change(edits, Mark::new(first, 0))
}
