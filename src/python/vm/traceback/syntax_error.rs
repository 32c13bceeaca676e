//! What CPython prints for a program that it cannot parse.

use crate::python::code::Source;
use crate::python::syntax::{ErrorKind, SyntaxError};

/// The line of the error, the place in it, and the message, ending with a newline.
pub fn syntax_error_text(source: &Source, error: &SyntaxError) -> String {
    let whole = source.line_text(error.line);
    let text = whole.trim_start_matches([' ', '\x0c']);
    let mut lines = format!("  File \"{}\", line {}\n    {text}\n", source.file, error.line);
    let indent = whole.chars().count() - text.chars().count();
    let (start, end) = columns(source, error, whole);
    if let Some(start) = start.checked_sub(indent) {
        let space = text.chars().chain(std::iter::repeat(' ')).take(start);
        lines.push_str("    ");
        lines.extend(space.map(|c| if c.is_whitespace() { c } else { ' ' }));
        lines.push_str(&"^".repeat(end.saturating_sub(indent + start).max(1)));
        lines.push('\n');
    }
    lines + &format!("{}: {}\n", error.kind.name(), error.message)
}

/// Where carets stand in the line: columns in characters from 0. CPython's tokenizer puts errors of
/// indentation elsewhere than the parser does: at the end of the indentation or of the line.
fn columns(source: &Source, error: &SyntaxError, whole: &str) -> (usize, usize) {
    let length = whole.chars().count();
    let start = (error.column as usize).saturating_sub(1).min(length);
    if error.message == "unexpected indent" {
        let indent = length - whole.trim_start().chars().count();
        return (indent.saturating_sub(1), indent);
    }
    if error.message.starts_with("unindent does not match") {
        return (length, length + 1);
    }
    if error.kind == ErrorKind::Tab {
        return (0, 1);
    }
    let on_one_line = source.line(error.range.end().to_u32()) == error.line;
    let characters = source.text.get(error.range.to_std_range()).map_or(0, |text| text.chars().count());
    (start, if on_one_line { start + characters } else { length })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::syntax;

    /// What is printed for a program, as CPython 3.13.0 prints it.
    #[track_caller]
    fn check(program: &str, expected: &str) {
        let printed = match syntax::parse(program) {
            Ok(_) => String::new(),
            Err(error) => syntax_error_text(&Source::new(program, "main.py"), &error),
        };
        assert_eq!(printed, expected, "{program}");
    }

    #[test]
    fn carets_mark_the_place() {
        check(
            "é中 = 1 1\n",
            "  File \"main.py\", line 1\n    é中 = 1 1\n           ^\nSyntaxError: invalid syntax\n",
        );
        check(
            "def f():\n    class X\n",
            "  File \"main.py\", line 2\n    class X\n           ^\nSyntaxError: expected ':'\n",
        );
        check(
            "x = (1 +\n",
            "  File \"main.py\", line 1\n    x = (1 +\n        ^\nSyntaxError: '(' was never closed\n",
        );
    }

    #[test]
    fn of_several_lines_the_first_is_shown() {
        check(
            "f(\n a for a in b\n for b in c,\n  c)",
            "  File \"main.py\", line 2\n    a for a in b\n    ^^^^^^^^^^^^\n\
             SyntaxError: Generator expression must be parenthesized\n",
        );
    }

    #[test]
    fn errors_of_indentation_have_places_of_their_own() {
        check(
            "x = 1\n  y = 2\n",
            "  File \"main.py\", line 2\n    y = 2\nIndentationError: unexpected indent\n",
        );
        check(
            "\tx = 1 +\n",
            "  File \"main.py\", line 1\n    \tx = 1 +\n    ^\nIndentationError: unexpected indent\n",
        );
        check(
            "if 1:\n        x\n    y\n",
            "  File \"main.py\", line 3\n    y\n     ^\n\
             IndentationError: unindent does not match any outer indentation level\n",
        );
        check(
            "if 1:\n\tx\n        y\n",
            "  File \"main.py\", line 3\n    y\nTabError: inconsistent use of tabs and spaces in indentation\n",
        );
        check(
            "def f():\npass\n",
            "  File \"main.py\", line 2\n    pass\n    ^^^^\n\
             IndentationError: expected an indented block after function definition on line 1\n",
        );
    }
}
