//! The lines of source that a traceback shows for one frame, with carets below what was being
//! evaluated there.
//!
//! Long expressions are cut: only the first and the last line are shown, and the lines around
//! what the [`Anchors`] mark. Columns are counted in characters, but drawn as wide as a terminal
//! draws them. CPython does this in `traceback.StackSummary.format_frame_summary`.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};
use unicode_width::UnicodeWidthChar;

use super::anchors::{Anchors, Place};
use crate::python::code::Source;
use crate::python::syntax;

/// The lines to show for a range of a source, carets among them; none where the line is empty.
/// An empty range stands for a line whose columns are not known: no carets.
pub(super) fn excerpt(source: &Source, range: TextRange) -> Vec<String> {
    let first = source.line_text(source.line(range.start().to_u32())).trim();
    match (first, range.is_empty()) {
        ("", _) => Vec::new(),
        (text, true) => vec![text.to_owned()],
        _ => Segment::of(source, range).draw(),
    }
}

/// What was being evaluated: whole lines without their common indentation, and the columns where it
/// starts in the first and ends in the last of them.
struct Segment<'a> {
    lines: Vec<&'a str>,
    start: usize,
    end: usize,
}

/// What is drawn of a segment.
#[derive(Debug, PartialEq, Eq)]
enum Row {
    Line(usize),
    /// So many lines are left out.
    Elided(usize),
}

impl<'a> Segment<'a> {
    fn of(source: &'a Source, range: TextRange) -> Self {
        let (start, end) = (range.start().to_u32(), range.end().to_u32());
        let (first, last) = (source.line(start), source.line(end));
        let whole: Vec<&str> = (first..=last).map(|line| source.line_text(line).trim_end()).collect();
        let lines = dedent(&whole);
        let dedented =
            whole.first().map_or(0, |line| line.len()) - lines.first().map_or(0, |line| line.len());
        let column = |text: Option<&&str>, offset: u32, line: u32| {
            let text = text.copied().unwrap_or_default();
            let bytes = text.floor_char_boundary((offset - source.line_start(line)) as usize);
            text.get(..bytes).unwrap_or(text).chars().count().saturating_sub(dedented)
        };
        let (start, end) = (column(whole.first(), start, first), column(whole.last(), end, last));
        Self { lines, start, end }
    }

    fn draw(&self) -> Vec<String> {
        let anchors = Anchors::of(&self.text()).map(|anchors| self.on_screen(anchors));
        let carets = self.shows_carets(anchors.is_some());
        let mut drawn = Vec::new();
        for row in self.rows(anchors.as_ref()) {
            match row {
                Row::Line(number) => {
                    drawn.push(self.line(number).to_owned());
                    if carets {
                        drawn.push(self.carets(number, anchors.as_ref()));
                    }
                }
                Row::Elided(count) => drawn.push(format!("...<{count} lines>...")),
            }
        }
        let drawn: Vec<&str> = drawn.iter().map(String::as_str).collect();
        dedent(&drawn).into_iter().map(str::to_owned).collect()
    }

    fn line(&self, number: usize) -> &'a str {
        self.lines.get(number).copied().unwrap_or_default()
    }

    fn last(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }

    /// Exactly what was being evaluated.
    fn text(&self) -> String {
        let byte =
            |line: &str, column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        let joined = self.lines.join("\n");
        let last = self.line(self.last());
        let end = joined.len() - last.len() + byte(last, self.end);
        joined.get(byte(self.line(0), self.start)..end).unwrap_or_default().to_owned()
    }

    /// From columns of the segment's text to those of a terminal.
    fn on_screen(&self, anchors: Anchors) -> Anchors {
        let drawn = |place: Place| {
            let column = if place.line == 0 { place.column + self.start } else { place.column };
            Place { line: place.line, column: width(self.line(place.line), column) }
        };
        Anchors { left: drawn(anchors.left), right: drawn(anchors.right) }
    }

    /// Carets say nothing below what fills its lines, unless they tell its parts from each other;
    /// nor below `return f(…)` and `x = f(…)` (CPython's `_should_show_carets`).
    fn shows_carets(&self, has_anchors: bool) -> bool {
        if let Ok(parsed) = syntax::parse_recovering(&self.lines.join("\n"))
            && parsed.errors().is_empty()
        {
            match parsed.syntax().body.first() {
                None => return false,
                Some(statement) if called_plainly(statement).is_some_and(|call| self.is_all(call)) => {
                    return false;
                }
                Some(_) => {}
            }
        }
        let before = self.line(0).chars().take(self.start);
        let after = self.line(self.last()).chars().skip(self.end);
        has_anchors || before.chain(after).any(|c| !c.is_whitespace())
    }

    /// Whether the range of the parsed lines is what was being evaluated.
    fn is_all(&self, range: TextRange) -> bool {
        let before_last: usize = self.lines.iter().take(self.last()).map(|line| line.len() + 1).sum();
        range.start().to_usize() == self.start && range.end().to_usize() == before_last + self.end
    }

    fn rows(&self, anchors: Option<&Anchors>) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut next = 0;
        for number in self.significant(anchors) {
            match number - next {
                0 => {}
                1 => rows.push(Row::Line(next)),
                skipped => rows.push(Row::Elided(skipped)),
            }
            rows.push(Row::Line(number));
            next = number + 1;
        }
        rows
    }

    /// The first line, the last, and those around the anchors.
    fn significant(&self, anchors: Option<&Anchors>) -> BTreeSet<usize> {
        let around = |place: Place| place.line.saturating_sub(1)..=place.line + 1;
        let mut numbers = BTreeSet::from([0, self.last()]);
        if let Some(Anchors { left, right }) = anchors {
            numbers.extend(around(*left).chain(around(*right)));
        }
        numbers.retain(|&number| number < self.lines.len());
        numbers
    }

    /// What stands below a line: carets, or tildes around the anchors and carets between them.
    fn carets(&self, number: usize, anchors: Option<&Anchors>) -> String {
        let line = self.line(number);
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let start = if number == 0 { width(line, self.start).max(indent) } else { indent };
        let end = if number == self.last() { width(line, self.end) } else { width(line, usize::MAX) };
        let sign = |column| match anchors {
            _ if column < start => ' ',
            Some(anchors) if !(anchors.left..anchors.right).contains(&Place { line: number, column }) => '~',
            _ => '^',
        };
        (0..end).map(sign).collect()
    }
}

/// The call of a plain name whose result a statement returns or assigns to one name.
fn called_plainly(statement: &Stmt) -> Option<TextRange> {
    let (value, needs_name) = match statement {
        Stmt::Return(inner) => (inner.value.as_deref()?, true),
        Stmt::Assign(inner) if matches!(inner.targets.as_slice(), [Expr::Name(_)]) => (&*inner.value, false),
        _ => return None,
    };
    let call = value.as_call_expr()?;
    (!needs_name || call.func.is_name_expr()).then(|| call.range())
}

/// How wide the first characters of a line are on a terminal: East Asian ones twice as wide.
fn width(line: &str, characters: usize) -> usize {
    line.chars().take(characters).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// The lines without the spaces and tabs that they all start with: `textwrap.dedent`.
fn dedent<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let indent = |line: &&'a str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let is_blank = |line: &&'a str| indent(line) == line.len();
    let margin =
        lines.iter().filter(|line| !is_blank(line)).map(|line| &line[..indent(line)]).reduce(common_start);
    let margin = margin.unwrap_or_default();
    lines
        .iter()
        .map(|line| if is_blank(line) { "" } else { line.strip_prefix(margin).unwrap_or(line) })
        .collect()
}

fn common_start<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    one.get(..same).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruff_text_size::TextSize;

    /// The excerpt for what stands between `«` and `»` in a program, as CPython 3.13.0 shows it.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let start = marked.find('«').unwrap_or_default();
        let end = marked.replace('«', "").find('»').unwrap_or_default();
        let source = Source::new(&marked.replace(['«', '»'], ""), "main.py");
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
        assert_eq!(excerpt(&source, range).join("\n"), expected);
    }

    #[test]
    fn what_fills_its_line_has_no_carets() {
        check("if x:\n    «raise ValueError»\n", "raise ValueError");
        check("    «import nothing»  # comment\n", "import nothing  # comment\n^^^^^^^^^^^^^^");
        check("«n += 4»", "n += 4");
    }

    #[test]
    fn operators_calls_and_subscripts_have_anchors() {
        check("    y = «1 / 0»\n", "y = 1 / 0\n    ~~^~~");
        check("\t«o.foo(1)»; x", "o.foo(1); x\n~~~~~^^^");
        check("del «m[1]»", "del m[1]\n    ~^^^");
        check("return [«m[x]» for x in (1, 2)]", "return [m[x] for x in (1, 2)]\n        ~^^^");
    }

    #[test]
    fn a_result_that_is_returned_or_assigned_as_it_is_needs_no_carets() {
        check("x = «int('x')»", "x = int('x')");
        check("x = «o.foo(1)»", "x = o.foo(1)");
        check("return «int('x')»", "return int('x')");
        check("return «o.foo('x')»", "return o.foo('x')\n       ~~~~~^^^^^");
        check("x = y = «int('x')»", "x = y = int('x')\n        ~~~^^^^^");
        check("  return «max(\n    1, 2, 'x')»\n", "return max(\n  1, 2, 'x')");
    }

    #[test]
    fn lines_far_from_the_anchors_are_left_out() {
        check(
            "x = «o.foo(\n   a,\n   b,\n   c,\n   d,\n)» + 1",
            "x = o.foo(\n    ~~~~~^\n   a,\n   ^^\n...<2 lines>...\n   d,\n   ^^\n) + 1\n^",
        );
        check("«raise ValueError(\n  1,\n  2,\n  3,\n)»", "raise ValueError(\n...<3 lines>...\n)");
        check("x = «o[\n  1,\n  2,\n  3]»", "x = o[\n    ~^\n  1,\n  ^^\n  2,\n  ^^\n  3]\n  ^^");
    }

    #[test]
    fn what_starts_in_the_midst_of_a_line() {
        check(
            "x = [\n    4 /\n     0,\n]".replacen("4 /\n     0", "«4 /\n     0»", 1).as_str(),
            "4 /\n~~^\n 0,\n ~",
        );
        check("f(g(\n1,\n   «2 + x», 3))", "   2 + x, 3))\n~~^~~".trim_start());
    }

    #[test]
    fn wide_characters_count_twice() {
        check("中文 = «\"中\" / 2» ; x", "中文 = \"中\" / 2 ; x\n       ~~~~~^~~");
        check("print(«'é中' + 1», '字')", "print('é中' + 1, '字')\n      ~~~~~~^~~");
    }

    #[test]
    fn an_empty_range_is_a_line_without_columns() {
        check("@deco\n  «»def f(): pass", "def f(): pass");
        check("«»", "");
        check("\n«»\n", "");
    }

    #[test]
    fn margins_are_what_all_lines_share() {
        assert_eq!(dedent(&["  a", "\t b", "", "   "]), ["  a", "\t b", "", ""]);
        assert_eq!(dedent(&["    a", "      b"]), ["a", "  b"]);
    }
}
