//! Where a new statement goes, and how it is fitted in.

use super::super::combinators::layout;
use super::super::edit::TextEdit;
use super::super::refusal::Refusal;
use super::document::Document;
use super::tree::{Function, Node};
use super::{Mark, Place, is_alone};
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;
use std::ops::Range;

/// The bytes that a new statement replaces, and what surrounds it there.
pub struct Spot {
    range: Range<usize>,
    before: String,
    after: String,
    indentation: String,
    site: Site,
}

/// What there is to know for writing a statement.
#[derive(Clone, Copy)]
pub struct Site {
    /// A statement beside it, in the same block.
    pub neighbour: Node,
    /// What starts before this byte has run before.
    pub offset: usize,
}

/// The spot of a place.
pub fn spot(document: &Document<'_>, place: &Place) -> Result<Spot, Refusal> {
    match place {
        Place::Before(at) => before(document, document.node(*at)?),
        Place::After(at) => after(document, document.node(*at)?),
        Place::First(function) => {
            let function = document.function(function)?;
            let first = Node { suite: function.body, index: 0 };
            match document.tree.stmt(first).filter(|stmt| is_docstring(stmt)) {
                Some(_) => after(document, first),
                None => before(document, first),
            }
        }
        Place::Last(function) => after(document, last(document, document.function(function)?)?),
    }
}

fn last(document: &Document<'_>, function: &Function<'_>) -> Result<Node, Refusal> {
    let count = document.tree.stmts(function.body).len();
    let index = count.checked_sub(1).ok_or(Refusal::NoStatement)?;
    Ok(Node { suite: function.body, index })
}

pub fn is_docstring(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Expr(stmt) if stmt.value.is_string_literal_expr())
}

/// Whether nothing after the statement in its block is run.
fn leaves(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Return(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_))
}

/// The spot before a statement, above the comments that belong to it.
pub fn before(document: &Document<'_>, node: Node) -> Result<Spot, Refusal> {
    let range = document.tree.range(node);
    let site = Site { neighbour: node, offset: range.start };
    if let Some(spot) = of_block_in_a_line(document, node, site) {
        return Ok(spot.followed_by(document, document.text(range)));
    }
    if let Some(spot) = of_pass(document, node, site) {
        return Ok(spot);
    }
    let lines = document.with_comments_above(document.lines_of(node)?);
    let indentation = document.indentation(range.start).to_owned();
    let before = indentation.clone();
    Ok(Spot {
        range: lines.start..lines.start,
        before,
        after: document.newline.to_owned(),
        indentation,
        site,
    })
}

/// The spot after a statement.
pub fn after(document: &Document<'_>, node: Node) -> Result<Spot, Refusal> {
    match leaves(document.stmt(node)?) {
        true => before(document, node),
        false => beyond(document, node),
    }
}

/// The spot after a statement, even if it leaves the block.
pub fn beyond(document: &Document<'_>, node: Node) -> Result<Spot, Refusal> {
    let range = document.tree.range(node);
    let site = Site { neighbour: node, offset: range.end };
    if let Some(spot) = of_block_in_a_line(document, node, site) {
        return Ok(spot.preceded_by(document.text(range)));
    }
    if let Some(spot) = of_pass(document, node, site) {
        return Ok(spot);
    }
    let end = document.lines_of(node)?.end;
    let indentation = document.indentation(range.start).to_owned();
    let has_line_end = document.text(0..end).ends_with(['\n', '\r']);
    let (before, after) = match has_line_end {
        true => (indentation.clone(), document.newline.to_owned()),
        false => (format!("{}{indentation}", document.newline), String::new()),
    };
    Ok(Spot { range: end..end, before, after, indentation, site })
}

/// A `pass` that stands alone is only there because nothing else was.
fn of_pass(document: &Document<'_>, node: Node, site: Site) -> Option<Spot> {
    let [stmt @ Stmt::Pass(_)] = document.tree.stmts(node.suite) else { return None };
    let range = Range::<usize>::from(stmt.range());
    if !is_alone(document, &range) {
        return None;
    }
    let indentation = document.indentation(range.start).to_owned();
    Some(Spot { range, before: String::new(), after: String::new(), indentation, site })
}

/// `if x: y`: the block gets lines of its own.
fn of_block_in_a_line(document: &Document<'_>, node: Node, site: Site) -> Option<Spot> {
    let [stmt] = document.tree.stmts(node.suite) else { return None };
    let owner = document.tree.range(document.tree.owner(node)?).start;
    let range = Range::<usize>::from(stmt.range());
    let line = document.text(layout::line_start(document.source, owner)..range.start);
    if line.contains(['\n', '\r']) || !layout::ends_line(document.source, range.end) {
        return None;
    }
    let start = range.start - (line.len() - line.trim_end().len());
    let indentation = format!("{}{}", document.indentation(owner), document.unit());
    let before = format!("{}{indentation}", document.newline);
    Some(Spot { range: start..range.end, before, after: String::new(), indentation, site })
}

impl Spot {
    pub fn site(&self) -> Site {
        self.site
    }

    /// The white space before what is written there.
    pub fn indentation(&self) -> &str {
        &self.indentation
    }

    fn followed_by(mut self, document: &Document<'_>, stmt: &str) -> Self {
        if stmt != "pass" {
            self.after = format!("{}{}{stmt}", document.newline, self.indentation);
        }
        self
    }

    fn preceded_by(mut self, stmt: &str) -> Self {
        if stmt != "pass" {
            self.before = format!("{}{stmt}{}", self.before, self.before);
        }
        self
    }

    /// The edit that writes these lines there, and where their first one is then.
    pub fn edit(&self, document: &Document<'_>, lines: &[String]) -> (TextEdit, Mark) {
        let text = lines.join(&format!("{}{}", document.newline, self.indentation));
        let mark = Mark::new(self.range.start, self.before.len());
        (TextEdit::replace(self.range.clone(), format!("{}{text}{}", self.before, self.after)), mark)
    }
}
