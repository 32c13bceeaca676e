//! A parsed program, with all that editing its statements asks for.

use super::super::combinators::layout;
use super::super::combinators::program::Program;
use super::super::edit::{Edits, TextEdit};
use super::super::refusal::Refusal;
use super::tree::{Function, Node, Tree};
use super::{Change, Mark};
use crate::python::syntax;
use crate::python::syntax::lines::Lines;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{ModModule, Stmt};
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;
use std::ops::Range;

/// A program and its blocks.
pub struct Document<'a> {
    pub source: &'a str,
    pub program: Program<'a>,
    pub tree: Tree<'a>,
    pub tokens: &'a Tokens,
    pub newline: &'static str,
}

/// Parses the source and hands it over.
///
/// # Errors
/// [`Refusal::Syntax`], and those of `then`.
pub fn with_document<T>(
    source: &str,
    then: impl FnOnce(&Document<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let parsed = parsed(source)?;
    then(&Document::new(source, &parsed))
}

fn parsed(source: &str) -> Result<Parsed<ModModule>, Refusal> {
    syntax::parse(source).map_err(|error| Refusal::Syntax { line: error.line })
}

impl<'a> Document<'a> {
    pub fn new(source: &'a str, parsed: &'a Parsed<ModModule>) -> Self {
        Self {
            source,
            program: Program::new(source, parsed),
            tree: Tree::new(parsed.suite()),
            tokens: parsed.tokens(),
            newline: if source.contains("\r\n") { "\r\n" } else { "\n" },
        }
    }

    pub fn text(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or("")
    }

    pub fn line(&self, offset: usize) -> u32 {
        Lines::new(self.source).position(offset).line
    }

    /// The statement that starts at this byte.
    pub fn node(&self, at: usize) -> Result<Node, Refusal> {
        self.tree.starting_at(at).ok_or(Refusal::NoStatement)
    }

    pub fn stmt(&self, node: Node) -> Result<&'a Stmt, Refusal> {
        self.tree.stmt(node).ok_or(Refusal::NoStatement)
    }

    pub fn function(&self, qualname: &str) -> Result<&Function<'a>, Refusal> {
        self.tree.function(qualname).ok_or_else(|| Refusal::NoFunction { name: qualname.to_owned() })
    }

    /// One step of indentation, as the program has it.
    pub fn unit(&self) -> &'a str {
        let inner = self.tree.suites.iter().find_map(|suite| {
            let outer = self.indentation(self.tree.range(suite.owner?).start);
            let first = suite.stmts.first()?.start().to_usize();
            let starts = layout::starts_line(self.source, first);
            self.indentation(first).strip_prefix(outer).filter(|unit| starts && !unit.is_empty())
        });
        inner.unwrap_or("    ")
    }

    /// The white space at the start of the line.
    pub fn indentation(&self, offset: usize) -> &'a str {
        let line = self.text(layout::line_start(self.source, offset)..self.source.len());
        let code = line.trim_start_matches([' ', '\t', '\x0c']);
        line.split_at(line.len() - code.len()).0
    }

    /// Right after the line that this byte is on, with its line end.
    pub fn next_line(&self, offset: usize) -> usize {
        let rest = self.text(offset..self.source.len());
        let Some(end) = rest.find(['\n', '\r']) else { return self.source.len() };
        let is_pair = rest.get(end..).is_some_and(|rest| rest.starts_with("\r\n"));
        offset + end + if is_pair { 2 } else { 1 }
    }

    /// The whole lines of a statement that shares them with nothing.
    pub fn lines_of(&self, node: Node) -> Result<Range<usize>, Refusal> {
        let range = self.tree.range(node);
        let alone =
            layout::starts_line(self.source, range.start) && layout::ends_line(self.source, range.end);
        match alone {
            true => Ok(layout::line_start(self.source, range.start)..self.next_line(range.end)),
            false => Err(Refusal::SharesLine),
        }
    }

    /// These lines, and the comments of the same indentation right above them.
    pub fn with_comments_above(&self, lines: Range<usize>) -> Range<usize> {
        let indentation = self.indentation(lines.start);
        let mut start = lines.start;
        while start > 0 {
            let above = layout::line_start(self.source, start.saturating_sub(1 + self.is_crlf(start)));
            let is_comment = self.indentation(above) == indentation
                && self.text(above + indentation.len()..start).starts_with('#');
            if !is_comment {
                break;
            }
            start = above;
        }
        start..lines.end
    }

    fn is_crlf(&self, line_start: usize) -> usize {
        usize::from(self.text(0..line_start).ends_with("\r\n"))
    }

    /// The text with another indentation; lines that begin inside a string stay as they are.
    pub fn reindented(&self, lines: Range<usize>, from: &str, to: &str) -> String {
        let mut text = String::new();
        let mut at = lines.start;
        while at < lines.end {
            let next = self.next_line(at).min(lines.end);
            let line = self.text(at..next);
            match line.strip_prefix(from) {
                Some(rest) if !rest.trim().is_empty() && !self.is_in_string(at) => {
                    text.push_str(to);
                    text.push_str(rest);
                }
                _ => text.push_str(line),
            }
            at = next;
        }
        text
    }

    fn is_in_string(&self, offset: usize) -> bool {
        let index = self.tokens.partition_point(|token| token.start().to_usize() < offset);
        let before = index.checked_sub(1).and_then(|index| self.tokens.get(index));
        before.is_some_and(|token| {
            token.end().to_usize() > offset
                || (token.end().to_usize() == offset && token.kind() == TokenKind::FStringMiddle)
        })
    }

    /// The name, or the name with a number, such that the program does not use it yet.
    pub fn fresh(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
        candidates.find(|candidate| !self.has_name(candidate)).unwrap_or_default()
    }

    /// Whether the name is written anywhere in the program.
    pub fn has_name(&self, name: &str) -> bool {
        let is_it = |range: Range<usize>| self.text(range) == name;
        self.tokens.iter().any(|token| token.kind() == TokenKind::Name && is_it(Range::from(token.range())))
    }

    /// The edits as a change; `at` tells where in the text before the statement is that matters, or which
    /// of the edits brings it.
    ///
    /// # Errors
    /// [`Refusal::Unwritable`] where the program would not be valid afterwards.
    pub fn change(&self, edits: Vec<TextEdit>, mark: Mark) -> Result<Change, Refusal> {
        let unwritable = |_| Refusal::Unwritable;
        let edits = Edits::new(edits).map_err(unwritable)?;
        let after = edits.apply(self.source).map_err(unwritable)?;
        syntax::parse(&after).map_err(|_| Refusal::Unwritable)?;
        let at = mark.in_new_text(&edits);
        Ok(Change { edits, at: at.min(after.len()) })
    }
}
