//! Where in an expression the carets stand and where the tildes.
//!
//! `~~~^^~~` tells an operator from its operands, `~~~~^^^` a call's parentheses from what is
//! called. CPython finds out by parsing the piece of source once more
//! (`traceback._extract_caret_anchors_from_line_segment`), and so do we.

use ruff_python_ast::{Expr, ExprBinOp, Stmt};
use ruff_text_size::{Ranged, TextSize};

use crate::python::syntax;

/// A place in a piece of source: its line and its column in characters, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
}

/// What gets carets: from `left` up to `right`, exclusive. All around it gets tildes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchors {
    pub left: Place,
    pub right: Place,
}

/// What is put before the piece so that it is an expression on however many lines.
const OPENING: &str = "(\n";

impl Anchors {
    /// The anchors in a piece of source, where it is an operation, a subscript or a call.
    pub(super) fn of(segment: &str) -> Option<Self> {
        let parsed = syntax::parse_recovering(&format!("{OPENING}{segment}\n)")).ok()?;
        if !parsed.errors().is_empty() {
            return None;
        }
        let [Stmt::Expr(statement)] = parsed.syntax().body.as_slice() else { return None };
        let expr = &*statement.value;
        let (left, right) = match expr {
            Expr::BinOp(operation) => operator(segment, operation)?,
            Expr::Subscript(subscript) => (find(segment, end(&*subscript.value), |c| c == '[')?, end(expr)),
            Expr::Call(call) => (find(segment, end(&*call.func), |c| c == '(')?, end(expr)),
            _ => return None,
        };
        Some(Self { left: place(segment, left), right: place(segment, right) })
    }
}

/// The operator between the operands: one or two characters.
fn operator(segment: &str, operation: &ExprBinOp) -> Option<(usize, usize)> {
    let left = find(segment, end(&*operation.left), |c| !c.is_whitespace() && c != ')')?;
    let mut rest = segment.get(left..)?.chars();
    let second = left + rest.next()?.len_utf8();
    let belongs = |c: &char| !c.is_whitespace() && !['\\', '#'].contains(c);
    let right = match rest.next().filter(belongs) {
        Some(c) if second < offset(operation.right.start()) => second + c.len_utf8(),
        _ => second,
    };
    Some((left, right))
}

/// The first character from there on that is looked for, past comments and joined lines.
fn find(segment: &str, from: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut in_comment = false;
    let rest = segment.get(from..)?;
    let found = rest.char_indices().find(|&(_, c)| {
        in_comment = match c {
            '\n' => false,
            '\\' | '#' => true,
            _ => in_comment,
        };
        !in_comment && c != '\n' && wanted(c)
    })?;
    Some(from + found.0)
}

fn end(expr: &impl Ranged) -> usize {
    offset(expr.end())
}

/// From an offset in what was parsed to one in the piece.
fn offset(parsed: TextSize) -> usize {
    parsed.to_usize().saturating_sub(OPENING.len())
}

fn place(segment: &str, offset: usize) -> Place {
    let before = segment.get(..offset).unwrap_or(segment);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place { line: before.matches('\n').count(), column: line.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `«` and `»` stand around what gets carets.
    #[track_caller]
    fn check(marked: &str) {
        let segment = marked.replace(['«', '»'], "");
        let expected = marked.find('«').zip(marked.replace('«', "").find('»'));
        let expected = expected
            .map(|(left, right)| Anchors { left: place(&segment, left), right: place(&segment, right) });
        assert_eq!(Anchors::of(&segment), expected, "{marked}");
    }

    #[test]
    fn an_operator_has_one_or_two_characters() {
        check("a «+» b");
        check("a «**» b");
        check("a«//»b");
        check("a «@» (b)");
        check("(a) «+» (b)");
        check("'中' «/» 2");
    }

    #[test]
    fn a_bracket_that_touches_the_operator_is_taken_for_a_part_of_it() {
        check("(1)«/(»0)");
    }

    #[test]
    fn comments_and_joined_lines_stand_between_operands() {
        check("a # + no\n«*» b");
        check("a \\\n «-» b");
        check("((a)\n)\n\n«+» b");
        check("a«+»\\\nb");
    }

    #[test]
    fn calls_and_subscripts_are_marked_by_their_brackets() {
        check("f«(x)»");
        check("f(1)«(2)»");
        check("a.b«(\n  c,\n)»");
        check("a«[1:2]»");
        check("(a # [\n)«[b]»");
    }

    #[test]
    fn other_pieces_have_no_anchors() {
        check("a");
        check("a < b");
        check("await f(x)");
        check("raise ValueError(1)");
        check("a; b");
        check("");
        check(&"(".repeat(100_000));
    }
}
