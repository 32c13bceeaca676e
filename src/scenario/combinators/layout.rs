//! Lines, indentation and brackets: how new statements are set so that they look like the rest.

use super::Reason;
use super::program::{Function, Program};
use super::site::Comments;
use ruff_text_size::Ranged;
use std::ops::Range;

/// What fits on a line, as PEP 8 has it.
const WIDTH: usize = 79;

/// How the lines around a place are set.
pub struct Style {
    pub newline: &'static str,
    /// One step of indentation.
    pub unit: String,
    /// The white space before the statements at the place.
    pub indentation: String,
}

/// An element of a list or an argument of a call.
pub struct Item {
    pub text: String,
    pub comments: Comments,
}

impl Style {
    pub fn at(program: &Program<'_>, function: &Function<'_>, offset: usize) -> Self {
        let source = program.source;
        let outer = indentation(source, function.def.start().to_usize());
        let inner = function.def.body.first().map_or("", |stmt| indentation(source, stmt.start().to_usize()));
        let unit = inner.strip_prefix(outer).filter(|unit| !unit.is_empty()).unwrap_or("    ");
        Self {
            newline: if source.contains("\r\n") { "\r\n" } else { "\n" },
            unit: unit.to_owned(),
            indentation: indentation(source, offset).to_owned(),
        }
    }

    /// The style of a block of these statements.
    pub fn deeper(&self) -> Self {
        let indentation = format!("{}{}", self.indentation, self.unit);
        Self { newline: self.newline, unit: self.unit.clone(), indentation }
    }

    /// The lines one step further in.
    pub fn block(&self, lines: Vec<String>) -> Vec<String> {
        lines.into_iter().map(|line| format!("{}{line}", self.unit)).collect()
    }

    /// `before(items)after` on one line if it fits, else an item a line.
    pub fn bracketed(&self, before: &str, brackets: [&str; 2], items: Vec<Item>, after: &str) -> Vec<String> {
        let [open, close] = brackets;
        let texts: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
        let line = format!("{before}{open}{}{close}{after}", texts.join(", "));
        let is_plain = items.iter().all(|item| item.comments.is_empty());
        if is_plain && self.fits(&line) {
            return vec![line];
        }
        let mut lines = vec![format!("{before}{open}")];
        lines.extend(self.block(items.into_iter().flat_map(|item| item.lines(",")).collect()));
        lines.push(format!("{close}{after}"));
        lines
    }

    fn fits(&self, line: &str) -> bool {
        let own = line.rsplit('\n').next().unwrap_or(line);
        !line.contains('\n') && self.indentation.chars().count() + own.chars().count() <= WIDTH
    }

    /// The lines as text to stand where indentation is written already.
    pub fn join(&self, lines: &[String]) -> String {
        lines.join(&format!("{}{}", self.newline, self.indentation))
    }
}

impl Comments {
    pub fn is_empty(&self) -> bool {
        self.above.is_empty() && self.beside.is_none()
    }
}

impl Item {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), comments: Comments::default() }
    }

    /// The item on lines of its own, with its comments.
    pub fn lines(self, end: &str) -> Vec<String> {
        let beside = self.comments.beside.map_or(String::new(), |comment| format!("  {comment}"));
        let mut lines = self.comments.above;
        lines.push(format!("{}{end}{beside}", self.text));
        lines
    }
}

/// The white space at the start of the line of `offset`.
pub fn indentation(source: &str, offset: usize) -> &str {
    let line = source.get(line_start(source, offset)..offset).unwrap_or("");
    line.split_at(line.len() - line.trim_start().len()).0
}

/// Whether nothing but white space stands before `offset` on its line.
pub fn starts_line(source: &str, offset: usize) -> bool {
    source.get(line_start(source, offset)..offset).is_some_and(|before| before.trim().is_empty())
}

/// Whether nothing but white space and a comment stands after `offset` on its line.
pub fn ends_line(source: &str, offset: usize) -> bool {
    let rest = source.get(offset..).and_then(|rest| rest.split(['\n', '\r']).next()).unwrap_or("");
    rest.trim().is_empty() || rest.trim_start().starts_with('#')
}

/// The statement's lines with their line end, if nothing else stands on them.
pub fn whole_lines(source: &str, statement: Range<usize>) -> Result<Range<usize>, Reason> {
    if !starts_line(source, statement.start) || !ends_line(source, statement.end) {
        return Err(Reason::SharesLine);
    }
    let rest = source.get(statement.end..).unwrap_or("");
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    Ok(line_start(source, statement.start)..statement.end + length)
}

/// Where the line of the byte starts.
pub fn line_start(source: &str, offset: usize) -> usize {
    source.get(..offset).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |at| at + 1)
}
