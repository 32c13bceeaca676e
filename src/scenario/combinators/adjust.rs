//! Small changes in place: from one `gather` to the other, from one `wait` to another. All that
//! is around the one argument stays as it is.

use super::super::edit::TextEdit;
use super::layout;
use super::program::Program;
use super::site::{Call, Failures, Results, Site};
use super::write::collected;
use super::{Combinator, Reason};

/// The edits, if a small change will do.
pub fn adjusted(
    program: &Program<'_>,
    site: &Site,
    from: Combinator,
    to: Combinator,
) -> Option<Result<Vec<TextEdit>, Reason>> {
    let call = site.call.as_ref()?;
    if from.is_gather() && to.is_gather() {
        let value = (to == Combinator::GatherReturnExceptions).then(|| "return_exceptions=True".to_owned());
        return Some(Ok(vec![set_keyword(program, call, value)?]));
    }
    if !(from.is_wait() && to.is_wait()) {
        return None;
    }
    let mut missing = Vec::new();
    let when = to.return_when().filter(|_| to != Combinator::WaitAllCompleted);
    let value = when.map(|when| format!("return_when={}", program.imports.spell(when, &mut missing)));
    let mut edits = vec![set_keyword(program, call, value)?];
    if let Some(range) = &call.collected {
        let (tasks, done) = call.lists.as_ref()?;
        let is_partial = to != Combinator::WaitAllCompleted || site.timeout.is_some();
        let done = is_partial.then_some(done.as_str());
        let is_unpacked = matches!(site.results, Results::Names(_));
        let as_values = site.failures == Failures::AsValues;
        edits.push(TextEdit::replace(range.clone(), collected(tasks, done, is_unpacked, as_values)));
    }
    edits.extend(program.imports.add(&missing, "\n"));
    Some(Ok(edits))
}

/// The edit that gives the call this keyword argument, or none. None if a comment is in the way.
fn set_keyword(program: &Program<'_>, call: &Call, value: Option<String>) -> Option<TextEdit> {
    match (&call.keyword, value) {
        (Some(old), Some(value)) => Some(TextEdit::replace(old.clone(), value)),
        (None, Some(value)) => Some(added(program, call, &value)),
        (Some(old), None) => {
            let index = call.arguments.iter().position(|argument| argument == old)?;
            let before = index.checked_sub(1).and_then(|before| call.arguments.get(before));
            let range = match (before, call.arguments.get(index + 1)) {
                (Some(before), _) => before.end..old.end,
                (None, Some(after)) => old.start..after.start,
                (None, None) => old.clone(),
            };
            let has_comment = program.comments.iter().any(|comment| range.contains(&comment.start));
            (!has_comment).then(|| TextEdit::delete(range))
        }
        (None, None) => Some(TextEdit::insert(call.start, "")),
    }
}

/// The argument after all others, on a line of its own if the last one is on its own.
fn added(program: &Program<'_>, call: &Call, value: &str) -> TextEdit {
    let Some(last) = call.arguments.last() else { return TextEdit::insert(call.start, value) };
    let newline = if program.source.contains("\r\n") { "\r\n" } else { "\n" };
    let separator = match layout::starts_line(program.source, last.start) {
        true => format!(",{newline}{}", layout::indentation(program.source, last.start)),
        false => ", ".to_owned(),
    };
    TextEdit::insert(last.end, format!("{separator}{value}"))
}
