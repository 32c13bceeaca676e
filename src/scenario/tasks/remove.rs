//! One task less.

use super::written::{Form, Use, Written};
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::document::Document;
use crate::scenario::steps::tree::Node;
use crate::scenario::steps::{Change, Mark};
use ruff_python_ast::{ExprCall, Keyword};
use ruff_text_size::Ranged;
use std::ops::Range;

pub fn removed(document: &Document<'_>, call: usize) -> Result<Change, Refusal> {
    let written = Written::of(document, call)?;
    let own = written.made.node;
    let mut nodes = Vec::new();
    let mut edits = Vec::new();
    match &written.form {
        Form::Element { list, at, targets } => {
            edits.extend(list.remove(*at)?);
            if let Some(targets) = targets {
                free(document, own, targets.item(*at).ok_or(Refusal::NoTask)?)?;
                edits.extend(targets.remove(*at)?);
            }
        }
        Form::Statement { .. } => {
            nodes.push(own);
            if written.variable().is_none() {
                free(document, own, document.tree.range(own))?;
            }
        }
    }
    for used in written.uses(document) {
        match used {
            Use::Await(node) | Use::Method(node) => nodes.push(node),
            Use::Element(list, at, targets) => {
                edits.extend(list.remove(at)?);
                if let Some(targets) = targets {
                    let target = targets.item(at).ok_or(Refusal::NoTask)?;
                    let node = document.tree.around(target.start).ok_or(Refusal::NoTask)?;
                    free(document, node, target)?;
                    edits.extend(targets.remove(at)?);
                }
            }
            Use::Other(line) => {
                let name = written.variable().unwrap_or_default().to_owned();
                return Err(Refusal::NeededElsewhere { name, line });
            }
        }
    }
    edits.extend(gone(document, &nodes)?);
    document.change(edits, Mark::new(document.tree.range(own).start, 0))
}

/// Nothing else needs the names that these bytes of a statement make.
fn free(document: &Document<'_>, node: Node, range: Range<usize>) -> Result<(), Refusal> {
    match document.needed_elsewhere(node, &range) {
        Some((name, at)) => Err(Refusal::NeededElsewhere { name: name.to_owned(), line: document.line(at) }),
        None => Ok(()),
    }
}

/// The edits that take whole statements out; no block is left empty.
fn gone(document: &Document<'_>, nodes: &[Node]) -> Result<Vec<TextEdit>, Refusal> {
    let mut edits = Vec::new();
    for (place, node) in nodes.iter().enumerate() {
        let in_block = nodes.iter().filter(|other| other.suite == node.suite).count();
        let is_first = !nodes.iter().take(place).any(|other| other.suite == node.suite);
        let empties =
            document.tree.stmts(node.suite).len() == in_block && document.tree.owner(*node).is_some();
        edits.push(match empties && is_first {
            true => TextEdit::replace(document.tree.range(*node), "pass"),
            false => TextEdit::delete(document.with_comments_above(document.lines_of(*node)?)),
        });
    }
    Ok(edits)
}

/// The bytes of a keyword argument that is not the first, with the comma before it.
pub fn keyword_and_comma(call: &ExprCall, keyword: &Keyword) -> Range<usize> {
    let arguments = &call.arguments;
    let ends = arguments.args.iter().map(Ranged::end).chain(arguments.keywords.iter().map(Ranged::end));
    let before = ends.filter(|before| *before < keyword.start()).max();
    before.unwrap_or(keyword.start()).to_usize()..keyword.end().to_usize()
}
