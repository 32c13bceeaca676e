//! Undo and redo, without limit.
//!
//! A step is one difference between two texts, so what is kept is what was typed and not the
//! program over and over. Changes that belong together become one step: all that come between
//! [`History::begin`] and [`History::commit`] (a drag), and neighbours that carry the same group
//! (a word being typed; who calls decides what a group is, for there is no clock here).

use super::edit::{EditError, Edits};
use crate::asyncio::Intervention;
use std::rc::Rc;

/// What changes may be undone together: any number, told by whoever makes the changes.
pub type Group = u64;

type Interventions = Rc<[Intervention]>;

/// A text, its interventions, and how they came to be.
#[derive(Clone, Debug)]
pub struct History {
    text: Rc<str>,
    interventions: Interventions,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The newest step, while it may still grow.
    open: Option<Open>,
}

#[derive(Clone, Debug)]
struct Step {
    forth: Edits,
    back: Edits,
    /// The interventions before and after, where they are others.
    interventions: Option<(Interventions, Interventions)>,
}

#[derive(Clone, Debug)]
struct Open {
    /// The text before the first change of the step.
    before: Rc<str>,
    interventions: Interventions,
    growth: Growth,
}

/// Which further changes join an open step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Growth {
    /// All, until it is committed.
    Gesture,
    /// Those of the same group.
    Group(Group),
    /// None.
    Single,
}

impl History {
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Self::of(text, Rc::default())
    }

    /// The history of a text with interventions begins.
    pub fn of(text: impl Into<Rc<str>>, interventions: Interventions) -> Self {
        Self { text: text.into(), interventions, done: Vec::new(), undone: Vec::new(), open: None }
    }

    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    pub fn interventions(&self) -> &Interventions {
        &self.interventions
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty() || self.open_step_changes()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty() && !self.open_step_changes()
    }

    /// Changes the text. With a group, the change joins the step before if that has the same.
    ///
    /// # Errors
    /// When the edits are not of this text; then nothing has changed.
    pub fn apply(&mut self, edits: &Edits, group: Option<Group>) -> Result<(), EditError> {
        let after = edits.apply(&self.text)?;
        self.replace(after, group);
        Ok(())
    }

    /// Changes the whole text, as a textarea reports it.
    pub fn replace(&mut self, after: impl Into<Rc<str>>, group: Option<Group>) {
        let after = after.into();
        if after == self.text {
            return;
        }
        self.grow(group);
        self.text = after;
    }

    /// Changes the interventions.
    pub fn intervene(&mut self, after: Vec<Intervention>, group: Option<Group>) {
        if *after != *self.interventions {
            self.grow(group);
            self.interventions = after.into();
        }
    }

    /// A change comes: does it join the open step, or begin another?
    fn grow(&mut self, group: Option<Group>) {
        if !self.open_step_takes(group) {
            self.close();
            self.open_step(group.map_or(Growth::Single, Growth::Group));
        }
    }

    fn open_step(&mut self, growth: Growth) {
        let (before, interventions) = (self.text.clone(), self.interventions.clone());
        self.open = Some(Open { before, interventions, growth });
    }

    /// All changes until [`History::commit`] will be one step.
    pub fn begin(&mut self) {
        self.close();
        self.open_step(Growth::Gesture);
    }

    /// Ends the gesture. One that changed nothing leaves no step.
    pub fn commit(&mut self) {
        self.close();
    }

    /// Ends the gesture as if it had never begun.
    pub fn cancel(&mut self) {
        if let Some(Open { before, interventions, growth: Growth::Gesture }) = &self.open {
            self.text = before.clone();
            self.interventions = interventions.clone();
            self.open = None;
        }
    }

    /// Goes back a step, and tells the edits that did it (to move the caret along).
    pub fn undo(&mut self) -> Option<Edits> {
        self.close();
        let step = self.done.pop()?;
        self.text = step.back.apply(&self.text).ok()?.into();
        if let Some((before, _)) = &step.interventions {
            self.interventions = before.clone();
        }
        let back = step.back.clone();
        self.undone.push(step);
        Some(back)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Option<Edits> {
        self.close();
        let step = self.undone.pop()?;
        self.text = step.forth.apply(&self.text).ok()?.into();
        if let Some((_, after)) = &step.interventions {
            self.interventions = after.clone();
        }
        let forth = step.forth.clone();
        self.done.push(step);
        Some(forth)
    }

    fn open_step_takes(&self, group: Option<Group>) -> bool {
        self.open.as_ref().is_some_and(|open| match open.growth {
            Growth::Gesture => true,
            Growth::Group(of_step) => group == Some(of_step),
            Growth::Single => false,
        })
    }

    fn open_step_changes(&self) -> bool {
        let changes = |open: &Open| open.before != self.text || open.interventions != self.interventions;
        self.open.as_ref().is_some_and(changes)
    }

    /// Turns the open step into one of the past; what was undone before it is gone then.
    fn close(&mut self) {
        let Some(Open { before, interventions, .. }) = self.open.take() else { return };
        let after = self.interventions.clone();
        let interventions = (interventions != after).then_some((interventions, after));
        let forth = Edits::between(&before, &self.text);
        if let Ok(back) = forth.inverse(&before)
            && !(forth.is_empty() && interventions.is_none())
        {
            self.done.push(Step { forth, back, interventions });
            self.undone.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(history: &mut History, texts: &[&str], group: Option<Group>) {
        for text in texts {
            history.replace(*text, group);
        }
    }

    #[test]
    fn a_group_is_one_step_and_two_groups_are_two() {
        let mut history = History::new("");
        typed(&mut history, &["a", "ab"], Some(1));
        typed(&mut history, &["abc"], Some(2));
        typed(&mut history, &["abcd", "abcde"], None);
        let mut seen = Vec::new();
        while history.undo().is_some() {
            seen.push(history.text().to_string());
        }
        assert_eq!(seen, ["abcd", "abc", "ab", ""]);
        while history.redo().is_some() {}
        assert_eq!(&**history.text(), "abcde");
        assert!(!history.can_redo());
    }

    #[test]
    fn a_drag_is_one_step_and_can_be_taken_back_midway() {
        let mut history = History::new("sleep(1)");
        history.begin();
        typed(&mut history, &["sleep(2)", "sleep(3)"], None);
        assert!(history.can_undo());
        history.commit();
        history.undo();
        assert_eq!(&**history.text(), "sleep(1)");

        history.begin();
        typed(&mut history, &["sleep(9)"], None);
        history.cancel();
        assert_eq!(&**history.text(), "sleep(1)");
        assert!(!history.can_undo());
    }

    #[test]
    fn a_gesture_that_changes_nothing_leaves_no_step() {
        let mut history = History::new("x");
        history.begin();
        typed(&mut history, &["y", "x"], None);
        history.commit();
        assert!(!history.can_undo());
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut history = History::new("x");
        typed(&mut history, &["y"], None);
        history.undo();
        typed(&mut history, &["z"], None);
        assert!(history.redo().is_none());
    }

    #[test]
    fn edits_of_another_text_change_nothing() {
        let mut history = History::new("x");
        let edits = Edits::between("long text", "long");
        assert_eq!(history.apply(&edits, None), Err(EditError::Misfit));
        assert_eq!(&**history.text(), "x");
    }

    proptest! {
        #[test]
        fn undo_leads_to_the_first_text_and_redo_to_the_last(
            texts in prop::collection::vec("[aé😀\n]{0,8}", 1..12),
            groups in prop::collection::vec(prop::option::of(0_u64..3), 12),
        ) {
            let mut history = History::new("start");
            for (text, group) in texts.iter().zip(groups) {
                history.replace(text.as_str(), group);
            }
            let last = history.text().clone();
            while history.undo().is_some() {}
            prop_assert_eq!(&**history.text(), "start");
            while history.redo().is_some() {}
            prop_assert_eq!(history.text(), &last);
        }
    }
}
