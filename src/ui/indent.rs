//! What Tab, Shift+Tab and Enter do in the editor. Offsets are bytes.

use std::ops::Range;

const INDENT: &str = "    ";

/// A text and what is selected in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    pub text: String,
    pub selection: Range<usize>,
}

/// Tab: spaces up to the next stop, or the selected lines moved to the right.
pub fn indent(text: &str, selection: Range<usize>) -> Selected {
    let (start, end) = bounds(text, &selection);
    if !text[start..end].contains('\n') {
        let column = text[line_start(text, start)..start].chars().count();
        return replace(text, start..end, &INDENT[column % INDENT.len()..]);
    }
    change_lines(text, start, end, |line| {
        if line.trim().is_empty() { line.to_owned() } else { format!("{INDENT}{line}") }
    })
}

/// Shift+Tab: the selected lines moved to the left.
pub fn dedent(text: &str, selection: Range<usize>) -> Selected {
    let (start, end) = bounds(text, &selection);
    change_lines(text, start, end, |line| {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let gone = if line.starts_with('\t') { 1 } else { spaces.min(INDENT.len()) };
        line[gone..].to_owned()
    })
}

/// Enter: a new line, indented like this one, and further after a colon.
pub fn new_line(text: &str, selection: Range<usize>) -> Selected {
    let (start, end) = bounds(text, &selection);
    let before = &text[line_start(text, start)..start];
    let indent = &before[..before.len() - before.trim_start_matches([' ', '\t']).len()];
    let deeper = if before.trim_end().ends_with(':') { INDENT } else { "" };
    replace(text, start..end, &format!("\n{indent}{deeper}"))
}

/// The selection, within the text and between characters.
fn bounds(text: &str, selection: &Range<usize>) -> (usize, usize) {
    let start = text.floor_char_boundary(selection.start);
    (start, text.floor_char_boundary(selection.end).max(start))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn replace(text: &str, range: Range<usize>, by: &str) -> Selected {
    let caret = range.start + by.len();
    let text = [&text[..range.start], by, &text[range.end..]].concat();
    Selected { text, selection: caret..caret }
}

/// Change whole lines; what was selected stays selected. A selection that ends at the start of a
/// line does not take that line in.
fn change_lines(text: &str, start: usize, end: usize, change: impl Fn(&str) -> String) -> Selected {
    let first = line_start(text, start);
    let end = if end > start && text[..end].ends_with('\n') { end - 1 } else { end };
    let last = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
    let lines: Vec<String> = text[first..last].split('\n').map(change).collect();
    let lines = lines.join("\n");
    let grown = |at: usize| (at + lines.len()).saturating_sub(last - first);
    let selection = if start == end {
        let caret = grown(start).max(first);
        caret..caret
    } else {
        first..first + lines.len()
    };
    Selected { text: [&text[..first], &lines, &text[last..]].concat(), selection }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the selection: one of them a caret, two its ends.
    fn check(edit: fn(&str, Range<usize>) -> Selected, before: &str, after: &str) {
        let places: Vec<usize> = before.match_indices('|').map(|(at, _)| at).collect();
        let start = places[0];
        let end = places.get(1).map_or(start, |end| end - 1);
        let edited = edit(&before.replace('|', ""), start..end);
        let mut marked = edited.text.clone();
        marked.insert(edited.selection.end, '|');
        if !edited.selection.is_empty() {
            marked.insert(edited.selection.start, '|');
        }
        assert_eq!(marked, after);
    }

    #[test]
    fn tab_goes_to_the_next_stop() {
        check(indent, "|x", "    |x");
        check(indent, "ab|c", "ab  |c");
        check(indent, "a\nab|cd|e", "a\nab  |e");
    }

    #[test]
    fn tab_moves_selected_lines_but_not_empty_ones() {
        check(indent, "a\n|b\n\nc|\nd", "a\n|    b\n\n    c|\nd");
        check(indent, "|a\n|b", "|    a|\nb");
    }

    #[test]
    fn shift_tab_moves_lines_back() {
        check(dedent, "    |x", "|x");
        check(dedent, "      x|", "  x|");
        check(dedent, "|    a\n  b\nc|", "|a\nb\nc|");
        check(dedent, "\t|x", "|x");
        check(dedent, "y\n  |  x", "y\n|x");
    }

    #[test]
    fn enter_keeps_the_indentation_and_deepens_it_after_a_colon() {
        check(new_line, "    a|b", "    a\n    |b");
        check(new_line, "if x:|", "if x:\n    |");
        check(new_line, "  é = '|x|'", "  é = '\n  |'");
    }

    #[test]
    fn places_within_a_character_or_past_the_end_do_no_harm() {
        for edit in [indent, dedent, new_line] {
            for at in 0..9 {
                assert!(edit("é中\n", at..9).selection.end <= 20);
            }
        }
    }
}
