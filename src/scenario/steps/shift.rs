//! Moving a statement up and down, one place at a time, in and out of blocks, as the lines go.

use super::document::Document;
use super::names::Names;
use super::place::{self, is_docstring};
use super::replace::taken_out;
use super::tree::{Node, blocks};
use super::{Change, Direction};
use crate::scenario::refusal::Refusal;
use ruff_python_ast::Stmt;
use std::ops::Range;

/// Where the statement comes to stand.
enum Goal {
    Before(Node),
    After(Node),
}

pub fn shifted(document: &Document<'_>, node: Node, direction: Direction) -> Result<Change, Refusal> {
    let goal = match direction {
        Direction::Up => above(document, node),
        Direction::Down => below(document, node),
    }
    .ok_or(Refusal::AtTheEdge)?;
    check_names(document, node, &goal)?;
    let (out, lines) = taken_out(document, node)?;
    let range = document.tree.range(node);
    let from = document.indentation(range.start);
    let text = |to: &str| {
        let text = document.reindented(lines.clone(), from, to);
        text.trim_end_matches(['\n', '\r']).trim_start_matches([' ', '\t']).to_owned()
    };
    let spot = match goal {
        Goal::Before(node) => place::before(document, node)?,
        Goal::After(node) => place::beyond(document, node)?,
    };
    let text = text(spot.indentation());
    let into = own_start(&text);
    let (edit, mark) = spot.edit(document, &[text]);
    document.change(vec![edit, out], mark.further(into))
}

/// How far into the text the statement itself starts, below its comments.
fn own_start(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        if !code.starts_with('#') {
            return at + line.len() - code.len();
        }
        at += line.len();
    }
    0
}

/// Whether a statement can be moved into this one's blocks: it runs them itself.
fn is_open(stmt: &Stmt) -> bool {
    !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) && !blocks(stmt).is_empty()
}

fn above(document: &Document<'_>, node: Node) -> Option<Goal> {
    let tree = &document.tree;
    if let Some(index) = node.index.checked_sub(1) {
        let before = Node { index, ..node };
        let stmt = tree.stmt(before)?;
        if is_docstring(stmt) && index == 0 && tree.suites.get(node.suite)?.function.is_some() {
            return None;
        }
        return Some(match tree.blocks_of(before).next_back().filter(|_| is_open(stmt)) {
            Some(suite) => Goal::After(Node { suite, index: tree.stmts(suite).len().checked_sub(1)? }),
            None => Goal::Before(before),
        });
    }
    let owner = tree.owner(node)?;
    if !is_open(tree.stmt(owner)?) {
        return None;
    }
    let earlier = tree.blocks_of(owner).rfind(|suite| *suite < node.suite);
    Some(match earlier {
        Some(suite) => Goal::After(Node { suite, index: tree.stmts(suite).len().checked_sub(1)? }),
        None => Goal::Before(owner),
    })
}

fn below(document: &Document<'_>, node: Node) -> Option<Goal> {
    let tree = &document.tree;
    let after = Node { index: node.index + 1, ..node };
    if let Some(stmt) = tree.stmt(after) {
        return Some(match tree.blocks_of(after).next().filter(|_| is_open(stmt)) {
            Some(suite) => Goal::Before(Node { suite, index: 0 }),
            None => Goal::After(after),
        });
    }
    let owner = tree.owner(node)?;
    if !is_open(tree.stmt(owner)?) {
        return None;
    }
    Some(match tree.blocks_of(owner).find(|suite| *suite > node.suite) {
        Some(suite) => Goal::Before(Node { suite, index: 0 }),
        None => Goal::After(owner),
    })
}

/// No statement comes before the one that makes a name which it uses.
fn check_names(document: &Document<'_>, node: Node, goal: &Goal) -> Result<(), Refusal> {
    let own = document.tree.range(node);
    let passed = match *goal {
        Goal::Before(other) | Goal::After(other) => document.tree.range(other),
    };
    let up = passed.start < own.start;
    let between = if up { passed.start..own.start } else { own.end..passed.end };
    let stmt = document.stmt(node)?;
    let own_names = Names::of(std::slice::from_ref(stmt));
    let all = Names::of(document.scope(node));
    let is_there_before = |name: &str, at: usize| {
        document.is_parameter(node, name) || all.made.iter().any(|(made, place)| *made == name && *place < at)
    };
    let inside = |range: &Range<usize>, at: usize| range.contains(&at);
    let first = |name: &&str| !is_there_before(name, between.start.min(own.start));
    let name = match up {
        true => {
            let made = all.made.iter().filter(|(_, at)| inside(&between, *at)).map(|(name, _)| *name);
            made.filter(|name| own_names.uses(name)).find(first)
        }
        false => {
            let used = all.used.iter().filter(|(_, at)| inside(&between, *at)).map(|(name, _)| *name);
            used.filter(|name| own_names.makes(name)).find(first)
        }
    };
    match name {
        Some(name) => Err(Refusal::NeedsName { name: name.to_owned(), line: document.line(passed.start) }),
        None => Ok(()),
    }
}
