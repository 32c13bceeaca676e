//! What the editor shows beneath and beside the text: colours, underlines, and who stands where.

use std::ops::Range;

use crate::python::SyntaxError;
use crate::scenario::highlight::{Class, highlight};
use crate::trace::state::{Awaited, Standing};
use crate::trace::{LoopState, Symbol};

/// A piece of a line that is all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub class: Option<Class>,
    /// It belongs to the place of a syntax error.
    pub wrong: bool,
}

/// The text as lines of pieces.
pub fn lines<'a>(text: &'a str, problem: Option<&SyntaxError>) -> Vec<Vec<Piece<'a>>> {
    let spans = highlight(text);
    let wrong = problem.map(|problem| place(text, problem)).unwrap_or_default();
    let mut cuts: Vec<usize> = spans.iter().flat_map(|span| [span.range.start, span.range.end]).collect();
    cuts.extend(text.match_indices('\n').flat_map(|(at, _)| [at, at + 1]));
    cuts.extend([0, wrong.start, wrong.end, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut lines = vec![Vec::new()];
    let mut spans = spans.iter().peekable();
    for cut in cuts.windows(2) {
        let &[from, to] = cut else { continue };
        let Some(text) = text.get(from..to) else { continue };
        if text == "\n" {
            lines.push(Vec::new());
            continue;
        }
        while spans.next_if(|span| span.range.end <= from).is_some() {}
        let class = spans.peek().filter(|span| span.range.start <= from).map(|span| span.class);
        if let Some(line) = lines.last_mut() {
            line.push(Piece { text, class, wrong: wrong.contains(&from) });
        }
    }
    lines
}

/// The place of a problem; one that nothing is to be seen of gets the character at it, or the one
/// before.
fn place(text: &str, problem: &SyntaxError) -> Range<usize> {
    let range = Range::<usize>::from(problem.range);
    if text.get(range.clone()).is_some_and(|wrong| !wrong.trim_matches('\n').is_empty()) {
        return range;
    }
    let start = text.floor_char_boundary(range.start);
    let after = text.get(start..).and_then(|rest| rest.chars().next()).filter(|&next| next != '\n');
    match after {
        Some(character) => start..start + character.len_utf8(),
        None => text.floor_char_boundary(start.saturating_sub(1))..start,
    }
}

/// Tasks that stand at a line, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub line: u32,
    pub names: Vec<String>,
}

/// Where the suspended tasks stand, in the order of the tasks.
pub fn marks(state: &LoopState, name: impl Fn(Symbol) -> String) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for task in &state.tasks {
        let Standing::Waiting(Awaited { line: Some(line), .. }) = task.standing else { continue };
        match marks.iter_mut().find(|mark| mark.line == line) {
            Some(mark) => mark.names.push(name(task.name)),
            None => marks.push(Mark { line, names: vec![name(task.name)] }),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::python::syntax;
    use crate::trace::sample::gather_of_two;

    fn wrong(text: &str) -> String {
        let problem = syntax::parse(text).expect_err("the text is no program");
        let pieces = lines(text, Some(&problem)).into_iter().flatten();
        pieces.filter(|piece| piece.wrong).map(|piece| piece.text).collect()
    }

    #[test]
    fn each_piece_has_its_class() {
        let lines = lines("x = 1  # one\n\nawait x", None);
        let kinds: Vec<Vec<(&str, Option<Class>)>> =
            lines.iter().map(|line| line.iter().map(|piece| (piece.text, piece.class)).collect()).collect();
        assert_eq!(kinds[0].first(), Some(&("x", Some(Class::Name))));
        assert_eq!(kinds[0].last(), Some(&("# one", Some(Class::Comment))));
        assert!(kinds[1].is_empty());
        assert_eq!(kinds[2].first(), Some(&("await", Some(Class::Keyword))));
    }

    #[test]
    fn a_problem_is_underlined_even_at_the_end_of_a_line() {
        for text in ["x = )", "x = (", "def f(:\n", "x =\ny", "x = 'é"] {
            assert!(!wrong(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn parked_tasks_are_marked_at_their_lines() {
        let trace = gather_of_two();
        let parked = trace.events().iter().position(|event| event.time > 0.0).expect("time goes on");
        let state = LoopState::after(trace.events(), parked);
        let marks = marks(&state, |name| trace.text(name).to_owned());
        let expected = [(9, vec!["Task-1"]), (4, vec!["Task-2", "Task-3"])];
        let found: Vec<(u32, Vec<&str>)> =
            marks.iter().map(|mark| (mark.line, mark.names.iter().map(String::as_str).collect())).collect();
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "[a-z0-9 \\n\"'#:()é中😀\\\\{}]{0,60}") {
            let problem = syntax::parse(&text).err();
            let joined: Vec<String> = lines(&text, problem.as_ref())
                .into_iter()
                .map(|line| line.into_iter().map(|piece| piece.text).collect())
                .collect();
            prop_assert_eq!(joined.join("\n"), text);
        }
    }
}
