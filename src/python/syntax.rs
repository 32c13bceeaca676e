//! From source text to a syntax tree, or to one [`SyntaxError`] in the words of CPython.
//!
//! The parser is ruff's. What is ours: [`nesting`] refuses what would nest too deeply for anything
//! that walks a tree by recursion; [`tokenizer`] and [`messages`] say ruff's errors as CPython
//! says them; and [`semantics`](super::semantics) adds what only CPython's compiler refuses.

mod indentation;
pub mod lines;
mod messages;
#[cfg(test)]
mod mistakes;
mod nesting;
mod stream;
mod targets;
mod tokenizer;

use super::semantics;
use lines::{Lines, Position};
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{LexicalErrorType, Mode, ParseErrorType, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};
use stream::Stream;

/// Why a source is no program: CPython's message and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub message: String,
    /// The offending text, as byte offsets on character boundaries.
    pub range: TextRange,
    /// The line of the start of `range`, from 1.
    pub line: u32,
    /// The column of the start of `range` in characters, from 1.
    pub column: u32,
}

/// The exception that CPython raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Syntax,
    Indentation,
    Tab,
}

impl ErrorKind {
    /// The name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
        }
    }
}

/// A [`SyntaxError`] before its line is counted.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    kind: ErrorKind,
    pub(super) range: TextRange,
    message: String,
}

impl Problem {
    pub(super) fn new(range: TextRange, message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Syntax, range, message: message.into() }
    }

    fn at(self, source: &str) -> SyntaxError {
        let range = clip(source, self.range);
        let Position { line, column } = Lines::new(source).position(range.start().to_usize());
        SyntaxError { kind: self.kind, message: self.message, range, line, column }
    }
}

/// Parses a whole file as Python 3.13.
///
/// # Errors
/// What CPython 3.13 would refuse in it, in CPython's words for the mistakes that are common.
pub fn parse(source: &str) -> Result<Parsed<ModModule>, SyntaxError> {
    if let Some(at) = source.find('\0') {
        let range = TextRange::at(offset(at), TextSize::new(1));
        return Err(Problem::new(range, "source code cannot contain null bytes").at(source));
    }
    let parsed = parse_recovering(source)?;
    match problem(source, &parsed) {
        Some(problem) => Err(problem.at(source)),
        None => Ok(parsed),
    }
}

/// Parses whatever can be parsed of a text that may be no valid program: its tokens are all
/// there, its tree has gaps.
///
/// # Errors
/// Only where the text nests too deeply to be parsed at all.
pub fn parse_recovering(source: &str) -> Result<Parsed<ModModule>, SyntaxError> {
    nesting::check(source).map_err(|problem| problem.at(source))?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    parse_unchecked(source, options)
        .try_into_module()
        .ok_or_else(|| Problem::new(TextRange::default(), "invalid syntax").at(source))
}

fn problem(source: &str, parsed: &Parsed<ModModule>) -> Option<Problem> {
    if parsed.has_no_syntax_errors() {
        return semantics::first_problem(source, parsed.suite());
    }
    let stream = Stream::new(source, parsed);
    if let Some(problem) = tokenizer::first_problem(&stream, parsed.errors()) {
        return Some(problem);
    }
    let problem = messages::first_problem(&stream, parsed)?;
    let unclosed = tokenizer::unclosed(&stream).filter(|open| is_misread(&stream, parsed, open.range));
    Some(unclosed.unwrap_or(problem))
}

/// Whether the first error is on a later line than a bracket that is never closed: then what it is
/// about was only read as part of the bracket's contents.
fn is_misread(stream: &Stream<'_>, parsed: &Parsed<ModModule>, open: TextRange) -> bool {
    let Some(error) = parsed.errors().first() else { return false };
    let runs_out = matches!(error.error, ParseErrorType::Lexical(LexicalErrorType::Eof));
    let at_line_end = stream.kind(stream.index_at(error.location.start())) == TokenKind::Newline;
    runs_out || at_line_end || stream.line(error.location.start()) > stream.line(open.start())
}

/// The range within the text and on character boundaries, whatever it was before.
fn clip(source: &str, range: TextRange) -> TextRange {
    let start = source.floor_char_boundary(range.start().to_usize());
    let end = source.ceil_char_boundary(range.end().to_usize());
    TextRange::new(offset(start), offset(end))
}

fn offset(bytes: usize) -> TextSize {
    TextSize::new(u32::try_from(bytes).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests;
