//! What is said of a classic mistake, and the edit that mends it.

use super::Explanation;
use super::sentences::{Sentences, fill};
use crate::player::Picture;
use crate::scenario::edit::Edits;
use crate::scenario::fixes;
use crate::trace::lints::{Lint, LintKind, lints};
use crate::trace::{Exit, LoopState, Trace};
use crate::ui::words::{Language, seconds};

/// A mistake in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// A steady name of what it is, for tests and embedders.
    pub kind: &'static str,
    pub text: String,
    pub line: Option<u32>,
    /// The number of the event at which it showed.
    pub event: usize,
    /// What the mend is called, and the edit of the text.
    pub fix: Option<(&'static str, Edits)>,
}

/// Everything that is worth a look in a run of this text.
pub fn advice(language: Language, picture: &Picture, trace: &Trace, source: &str) -> Vec<Advice> {
    let words = Sentences::of(language);
    let events = picture.events_until(picture.steps.last());
    let events = trace.events().get(..events).unwrap_or_default();
    let state = LoopState::default();
    let explanation = Explanation::new(language, picture, trace, &state);
    let mut all: Vec<Advice> =
        lints(events).iter().map(|lint| of_lint(words, &explanation, lint, source)).collect();
    let took_time = picture.output.end().is_some_and(|end| end.outcome == Exit::Ok && end.time > 0.0);
    if let Some((line, edits)) = took_time.then(|| fixes::await_together(source)).flatten() {
        all.push(Advice {
            kind: "in-turn",
            text: words.in_turn.to_owned(),
            line: Some(line),
            event: events.len(),
            fix: Some((words.fix_gather, edits)),
        });
    }
    all
}

/// The heading over them.
pub fn heading(language: Language) -> &'static str {
    Sentences::of(language).to_look_at
}

fn of_lint(words: &Sentences, explanation: &Explanation<'_>, lint: &Lint, source: &str) -> Advice {
    let who = lint.task.map_or_else(String::new, |task| explanation.task(task));
    let mend = |name: &'static str, fix: fn(&str, u32) -> Option<Edits>| {
        let edits = lint.line.and_then(|line| fix(source, line))?;
        Some((name, edits))
    };
    let (kind, text, fix) = match &lint.kind {
        LintKind::Blocks { seconds: length, held } => (
            "blocks",
            fill(words.blocks, &[&explanation.list(held), &seconds(*length)]),
            mend(words.fix_sleep, fixes::sleep_without_blocking),
        ),
        LintKind::NeverRetrieved => {
            let error = lint.task.map_or_else(String::new, |task| explanation.value(task));
            ("never-retrieved", fill(words.never_retrieved, &[&who, &error]), None)
        }
        LintKind::NeverAwaited { coro } => (
            "never-awaited",
            fill(words.never_awaited, &[&explanation.code(*coro)]),
            mend(words.fix_await, fixes::await_call),
        ),
        LintKind::Unfinished => ("unfinished", fill(words.unfinished, &[&who]), None),
        LintKind::Swallowed => {
            ("swallowed", fill(words.swallowed, &[&who]), mend(words.fix_raise, fixes::raise_again))
        }
        LintKind::WentOn => {
            ("went-on", fill(words.went_on, &[&who]), mend(words.fix_raise, fixes::raise_again))
        }
    };
    Advice { kind, text, line: lint.line, event: lint.event, fix }
}
