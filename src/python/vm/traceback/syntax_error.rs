//! What CPython prints for a program that it cannot parse.

use crate::python::code::Source;
use crate::python::syntax::SyntaxError;

/// The line of the error, the place in it, and the message, ending with a newline.
pub fn syntax_error_text(source: &Source, error: &SyntaxError) -> String {
    let class = class_of(&error.message);
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
    lines + &format!("{class}: {}\n", error.message)
}

/// The class of the error that CPython says in these words.
fn class_of(message: &str) -> &'static str {
    let about_indentation = ["unexpected indent", "expected an indented block", "unindent does not match"];
    match message {
        "inconsistent use of tabs and spaces in indentation" => "TabError",
        _ if about_indentation.iter().any(|start| message.starts_with(start)) => "IndentationError",
        "unexpected unindent" | "too many levels of indentation" => "IndentationError",
        _ => "SyntaxError",
    }
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
    if class_of(&error.message) == "TabError" {
        return (0, 1);
    }
    let on_one_line = source.line(error.range.end().to_u32()) == error.line;
    let characters = source.text.get(error.range.to_std_range()).map_or(0, |text| text.chars().count());
    (start, if on_one_line { start + characters } else { length })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruff_text_size::{TextRange, TextSize};

    /// The text for an error between `«` and `»`, as CPython 3.13.0 prints it.
    #[track_caller]
    fn check(marked: &str, message: &str, expected: &str) {
        let start = marked.find('«').unwrap_or_default();
        let end = marked.replace('«', "").find('»').unwrap_or_default();
        let text = marked.replace(['«', '»'], "");
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
        let error = SyntaxError::new(&text, range, message);
        let printed = syntax_error_text(&Source::new(&text, "main.py"), &error);
        assert_eq!(printed, expected);
    }

    #[test]
    fn carets_mark_the_place() {
        check(
            "«print \"a\"»\n",
            "Missing parentheses in call to 'print'. Did you mean print(...)?",
            "  File \"main.py\", line 1\n    print \"a\"\n    ^^^^^^^^^\n\
             SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?\n",
        );
        check(
            "é中 = 1 «1»\n",
            "invalid syntax",
            "  File \"main.py\", line 1\n    é中 = 1 1\n           ^\nSyntaxError: invalid syntax\n",
        );
        check(
            "def f():\n    class X«»\n",
            "expected ':'",
            "  File \"main.py\", line 2\n    class X\n           ^\nSyntaxError: expected ':'\n",
        );
    }

    #[test]
    fn of_several_lines_the_first_is_shown() {
        check(
            "f(\n «a for a in b\n for b in c»,\n  c)",
            "Generator expression must be parenthesized",
            "  File \"main.py\", line 2\n    a for a in b\n    ^^^^^^^^^^^^\n\
             SyntaxError: Generator expression must be parenthesized\n",
        );
    }

    #[test]
    fn errors_of_indentation_have_classes_and_places_of_their_own() {
        check(
            "x = 1\n  «»y = 2\n",
            "unexpected indent",
            "  File \"main.py\", line 2\n    y = 2\nIndentationError: unexpected indent\n",
        );
        check(
            "«\t»x = 1 +\n",
            "unexpected indent",
            "  File \"main.py\", line 1\n    \tx = 1 +\n    ^\nIndentationError: unexpected indent\n",
        );
        check(
            "if 1:\n        x\n    «»y\n",
            "unindent does not match any outer indentation level",
            "  File \"main.py\", line 3\n    y\n     ^\n\
             IndentationError: unindent does not match any outer indentation level\n",
        );
        check(
            "if 1:\n\tx\n        «»y\n",
            "inconsistent use of tabs and spaces in indentation",
            "  File \"main.py\", line 3\n    y\nTabError: inconsistent use of tabs and spaces in indentation\n",
        );
        check(
            "def f():\n«pass»\n",
            "expected an indented block after function definition on line 1",
            "  File \"main.py\", line 2\n    pass\n    ^^^^\n\
             IndentationError: expected an indented block after function definition on line 1\n",
        );
    }
}
