//! Tasks in another order: among the arguments of the call that awaits them, or of the statements that start them.

use super::written::{Form, Written};
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::document::Document;
use crate::scenario::steps::names::Names;
use crate::scenario::steps::tree::Node;
use crate::scenario::steps::{Change, Mark};
use ruff_text_size::Ranged;

pub fn moved(document: &Document<'_>, call: usize, other: usize) -> Result<Change, Refusal> {
    let (own, goal) = (Written::of(document, call)?, Written::of(document, other)?);
    let around = |written: &Written<'_, '_>| {
        written.made.around.get(usize::from(written.start.is_some())).map(|container| container.range())
    };
    match (&own.form, &goal.form) {
        (Form::Element { list, at, targets }, Form::Element { at: to, .. })
            if around(&own) == around(&goal) =>
        {
            let mut edits = list.moved(*at, *to)?;
            if let Some(targets) = targets {
                edits.extend(targets.moved(*at, *to)?);
            }
            let mark = list.item(*to).map_or(call, |item| item.start);
            document.change(edits, Mark::new(mark, 0))
        }
        (Form::Statement { .. }, Form::Statement { .. }) if own.made.node.suite == goal.made.node.suite => {
            past(document, own.made.node, goal.made.node)
        }
        _ => Err(Refusal::NotSideBySide),
    }
}

/// Moves a statement past those up to another one of its block.
fn past(document: &Document<'_>, node: Node, goal: Node) -> Result<Change, Refusal> {
    if node == goal {
        return document.change(Vec::new(), Mark::new(document.tree.range(node).start, 0));
    }
    let is_up = goal.index < node.index;
    let stmts = document.tree.stmts(node.suite);
    let between = if is_up { goal.index..node.index } else { node.index + 1..goal.index + 1 };
    let own = Names::of(std::slice::from_ref(document.stmt(node)?));
    let passed = Names::of(stmts.get(between).unwrap_or_default());
    let earlier = |from: &Names<'_>, to: &Names<'_>| {
        from.made
            .iter()
            .find(|(name, _)| to.uses(name) || to.makes(name))
            .map(|(name, at)| ((*name).to_owned(), *at))
    };
    if let Some((name, at)) = earlier(&own, &passed).or_else(|| earlier(&passed, &own)) {
        return Err(Refusal::NeedsName { name, line: document.line(at) });
    }
    let lines = document.with_comments_above(document.lines_of(node)?);
    let target = document.with_comments_above(document.lines_of(goal)?);
    let mut text = document.text(lines.clone()).to_owned();
    let ends = |text: &str| text.ends_with(['\n', '\r']);
    let at = if is_up { target.start } else { target.end };
    let mut into = document.tree.range(node).start - lines.start;
    let mut out = lines.clone();
    if !is_up && !ends(document.text(target.clone())) {
        // The last line of the text has no end: that of the line moved comes before it.
        text = format!("{}{}", document.newline, text.trim_end_matches(['\n', '\r']));
        into += document.newline.len();
    } else if is_up && !ends(&text) {
        text.push_str(document.newline);
        out.start = document.text(0..out.start).trim_end_matches(['\n', '\r']).len();
    }
    document.change(vec![TextEdit::insert(at, text), TextEdit::delete(out)], Mark::new(at, into))
}
