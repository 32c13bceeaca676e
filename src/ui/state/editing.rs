//! The edits: what is typed, chosen, dragged and taken back, each as a step of the history.

use std::ops::Range;
use std::rc::Rc;

use super::{Caret, Drag, Said, State, Trust, Typing};
use crate::scenario::combinators::{self, Combinator};
use crate::scenario::edit::Edits;
use crate::scenario::history::{Group, History};
use crate::scenario::numbers;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps;
use crate::trace::Seconds;
use crate::ui::action::{Input, StepEdit};
use crate::ui::lane_view::Bar;

/// The program that an empty page begins with.
const STARTER: &str = include_str!("../starter.py");

/// Nudges of one number are undone together; these groups are apart from those of typing.
const NUDGES: Group = 1 << 32;

impl State {
    /// Change the text in some way. A live run is of the text before: it ends.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut History)) {
        self.typing = None;
        self.refusal = None;
        let before = (self.text().clone(), self.interventions().clone());
        change(Rc::make_mut(&mut self.history));
        if before.0 != *self.text() || before.1 != *self.interventions() {
            self.live = None;
            self.transport.pause();
            self.trust = Trust::Own;
            self.refused_link = None;
        }
    }

    pub(super) fn set_caret(&mut self, selection: Range<usize>) {
        self.caret = Caret { number: self.caret.number.wrapping_add(1), selection };
    }

    /// What is typed on, in one word, at one place, is undone together.
    pub(super) fn type_text(&mut self, text: Rc<str>, input: Input, caret: usize) {
        let joins = |before: &Typing| {
            input != Input::Other && before.input == input && before.caret.abs_diff(caret) <= 4
        };
        let before = self.typing;
        let group = match before.filter(joins) {
            Some(typing) => typing.group,
            None => before.map_or(0, |typing| typing.group).wrapping_add(1),
        };
        self.edit(|history| history.replace(text, Some(group)));
        self.typing = Some(Typing { input, caret, group });
    }

    pub(super) fn travel(&mut self, way: fn(&mut History) -> Option<Edits>, said: Said) {
        self.drag = None;
        self.said = Some(said);
        let mut edits = None;
        self.edit(|history| edits = way(history));
        if let Some(edit) = edits.as_ref().and_then(|edits| edits.iter().next()) {
            let caret = edit.range.start + edit.replacement.len();
            self.set_caret(caret..caret);
        }
    }

    /// The first task of an empty page.
    pub(super) fn add_first_task(&mut self) {
        self.edit(|history| history.replace(STARTER, None));
    }

    pub(super) fn rewrite(&mut self, combinator: Combinator) {
        match combinators::rewrite(self.text(), combinator) {
            Ok(edits) => self.edit(|history| {
                let applied = history.apply(&edits, None);
                debug_assert!(applied.is_ok(), "the edits are of this very text");
            }),
            Err(reason) => self.refusal = Some(Rc::new(Refusal::Combinator(reason))),
        }
    }

    pub(super) fn delete_step(&mut self, bar: Bar) {
        let segment =
            self.shown().and_then(|picture| picture.lanes.lane(bar.task)?.segments.get(bar.at).copied());
        let Some(line) = segment.and_then(|segment| segment.line) else { return };
        match steps::step_at(self.text(), line) {
            Ok(step) => self.edit_step(&StepEdit::Delete(step.range.start)),
            Err(refusal) => self.refusal = Some(Rc::new(refusal)),
        }
    }

    pub(super) fn edit_step(&mut self, edit: &StepEdit) {
        match edit.carry_out(self.text()) {
            Ok(change) => {
                self.edit(|history| {
                    let applied = history.apply(&change.edits, None);
                    debug_assert!(applied.is_ok(), "the edits are of this very text");
                });
                self.set_caret(change.at..change.at);
                self.said = Some(Said::Changed);
            }
            Err(refusal) => self.refusal = Some(Rc::new(refusal)),
        }
    }

    /// Edits of a text that is no more the text do nothing.
    pub(super) fn fix(&mut self, edits: &Edits) {
        self.edit(|history| {
            let _ = history.apply(edits, None);
        });
    }

    pub(super) fn grab(&mut self, origin: u32, bar: Bar) {
        let axis = self.axis();
        Rc::make_mut(&mut self.history).begin();
        self.drag = Some(Drag { text: self.text().clone(), origin, bar, axis });
    }

    pub(super) fn drag_to(&mut self, seconds: Seconds, grid: Option<Seconds>) {
        let Some(Drag { text, origin, .. }) = self.drag.clone() else { return };
        if let Some(text) = with_number(&text, origin, seconds, grid) {
            self.edit(|history| history.replace(text, None));
        }
    }

    pub(super) fn nudge(&mut self, origin: u32, seconds: Seconds, grid: Seconds) {
        if let Some(text) = with_number(self.text(), origin, seconds, Some(grid)) {
            self.edit(|history| history.replace(text, Some(NUDGES + Group::from(origin))));
            self.say_length(origin);
        }
    }

    pub(super) fn say_length(&mut self, origin: u32) {
        let number = usize::try_from(origin).ok().and_then(|at| numbers::number_at(self.text(), at));
        self.said = number.map(|number| Said::Length(number.value));
    }
}

/// The text with another number at `origin`.
fn with_number(text: &str, origin: u32, seconds: Seconds, grid: Option<Seconds>) -> Option<String> {
    let edit = numbers::set_number(text, usize::try_from(origin).ok()?, seconds, grid)?;
    Edits::new(vec![edit]).ok()?.apply(text).ok()
}
