//! From source text to a syntax tree, or to one [`SyntaxError`] in the words of CPython.
//!
//! The parser is ruff's. Three things are ours: [`nesting`] refuses what would nest too deeply
//! for anything that walks a tree by recursion, [`messages`] says ruff's errors as CPython says
//! them, and [`semantics`](super::semantics) adds what only CPython's compiler refuses.

pub mod lines;
mod nesting;

use lines::{Lines, Position};
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};

/// Why a source is no program: CPython's message and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub message: String,
    /// The offending text, as byte offsets on character boundaries.
    pub range: TextRange,
    /// The line of the start of `range`, from 1.
    pub line: u32,
    /// The column of the start of `range` in characters, from 1.
    pub column: u32,
}

impl SyntaxError {
    pub(super) fn new(source: &str, range: TextRange, message: impl Into<String>) -> Self {
        let range = clip(source, range);
        let Position { line, column } = Lines::new(source).position(range.start().to_usize());
        Self { message: message.into(), range, line, column }
    }
}

/// Parses a whole file as Python 3.13.
///
/// # Errors
/// The first thing that CPython 3.13 would refuse in it.
pub fn parse(source: &str) -> Result<Parsed<ModModule>, SyntaxError> {
    let parsed = parse_recovering(source)?;
    match parsed.errors().first() {
        None => Ok(parsed),
        Some(error) => Err(SyntaxError::new(source, error.location, error.error.to_string())),
    }
}

/// Parses whatever can be parsed of a text that may be no valid program: its tokens are all
/// there, its tree has gaps.
///
/// # Errors
/// Only where the text nests too deeply to be parsed at all.
pub fn parse_recovering(source: &str) -> Result<Parsed<ModModule>, SyntaxError> {
    nesting::check(source)?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    parse_unchecked(source, options)
        .try_into_module()
        .ok_or_else(|| SyntaxError::new(source, TextRange::empty(TextSize::new(0)), "invalid syntax"))
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
