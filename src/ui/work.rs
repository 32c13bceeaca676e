//! Whose program is shown, and which other lies beside it.
//!
//! What came by a link never takes the place of the reader's kept program, however much it is
//! changed, until the reader says so. Each way leads back, and none loses a text:
//!
//! ```text
//!            keep                 swap
//!   Kept  ◀──────▶  Visit  ◀──────────────▶  Back
//!            undo
//! ```

use std::rc::Rc;

use super::state::{State, Trust};
use crate::scenario::Scenario;

/// What is shown, as far as keeping goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Work {
    /// The reader's own, or from a link while there is nothing of the reader's that could be lost.
    #[default]
    Own,
    /// From a link; the reader's own lies beside it, and stays the one that is kept.
    Visit { own: Rc<Scenario> },
    /// From a link, and kept as the reader's own in the place of `before`.
    Kept { before: Rc<Scenario> },
    /// The reader's own again; what was left for it lies beside it.
    Back { from: Rc<Scenario> },
    /// In a player in another page, which keeps nothing.
    Loose,
}

/// A move between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// What came by a link shall be the reader's own; and back.
    Keep,
    /// What lies beside it, in its place.
    Swap,
    /// What lies beside it is of no use any more.
    Settle,
}

impl Work {
    /// Whether it means anything now.
    pub fn allows(&self, shift: Shift) -> bool {
        match shift {
            Shift::Keep => matches!(self, Self::Visit { .. } | Self::Kept { .. }),
            Shift::Swap => matches!(self, Self::Visit { .. } | Self::Back { .. }),
            Shift::Settle => matches!(self, Self::Kept { .. } | Self::Back { .. }),
        }
    }
}

impl State {
    /// The reader's own program, if there is one that is more than the first example.
    pub fn own(&self) -> Option<Rc<Scenario>> {
        let own = match &self.work {
            Work::Loose => return None,
            Work::Visit { own } => own.clone(),
            Work::Own if self.trust != Trust::Own => return None,
            Work::Own | Work::Kept { .. } | Work::Back { .. } => Rc::new(self.scenario()),
        };
        (*own != Scenario::default()).then_some(own)
    }

    /// Whether the browser has something to keep, be it that there is nothing of the reader's.
    pub fn keeps(&self) -> bool {
        !matches!(self.work, Work::Loose) && (self.work != Work::Own || self.trust == Trust::Own)
    }

    /// Open what came by a link. The reader's own is put beside it, unless it is the same.
    pub(super) fn arrive(&mut self, scenario: Scenario) {
        let own = self.own();
        let is_own = match &own {
            Some(own) => own.code == scenario.code,
            None => self.trust == Trust::Own && *self.text() == scenario.code,
        };
        let work = match own {
            _ if self.work == Work::Loose => Work::Loose,
            Some(own) if !is_own => Work::Visit { own },
            _ => Work::Own,
        };
        // A reader who loads the page anew has asked for their own work before.
        self.show(scenario, work, if is_own { Trust::Own } else { Trust::Stranger });
    }

    pub(super) fn shift(&mut self, shift: Shift) {
        let shown = Rc::new(self.scenario());
        match (shift, std::mem::take(&mut self.work)) {
            (Shift::Keep, Work::Visit { own }) => self.work = Work::Kept { before: own },
            (Shift::Keep, Work::Kept { before }) => self.work = Work::Visit { own: before },
            (Shift::Swap, Work::Visit { own }) => {
                self.show(Rc::unwrap_or_clone(own), Work::Back { from: shown }, Trust::Own);
            }
            (Shift::Swap, Work::Back { from }) => {
                self.show(Rc::unwrap_or_clone(from), Work::Visit { own: shown }, Trust::Stranger);
            }
            (Shift::Settle, Work::Kept { .. } | Work::Back { .. }) => {}
            (_, work) => self.work = work,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::{Fragment, Parameters};
    use crate::ui::action::{Action, Input};
    use crate::ui::look::Look;

    fn named(code: &str) -> Scenario {
        Scenario { code: code.into(), title: code.to_owned(), seed: Some(7), ..Scenario::default() }
    }

    /// A page whose reader works on `mine`, opened at a link to `theirs`.
    fn visit() -> Rc<State> {
        let state = Rc::new(State::new(named("mine"), Look::default()));
        arriving(state, "theirs")
    }

    fn arriving(state: Rc<State>, code: &str) -> Rc<State> {
        let scenario = Some(Ok(named(code)));
        state.reduce(Action::Open(Box::new(Fragment { scenario, parameters: Parameters::default() })))
    }

    fn typed(state: Rc<State>, text: &str) -> Rc<State> {
        state.reduce(Action::Type { text: text.into(), input: Input::Other, caret: 0 })
    }

    fn own(state: &State) -> Option<String> {
        assert!(state.keeps());
        state.own().map(|own| own.title.clone() + "/" + &own.code)
    }

    #[test]
    fn what_came_by_a_link_is_not_kept_however_it_is_changed() {
        let state = typed(visit(), "theirs, changed");
        assert_eq!(&**state.text(), "theirs, changed");
        assert_eq!(own(&state).as_deref(), Some("mine/mine"));
        let state = arriving(state, "a third");
        assert_eq!(own(&state).as_deref(), Some("mine/mine"));
    }

    #[test]
    fn it_is_kept_on_request_and_that_can_be_undone() {
        let state = typed(visit().reduce(Action::Work(Shift::Keep)), "theirs, changed");
        assert_eq!(own(&state).as_deref(), Some("theirs/theirs, changed"));
        let state = state.reduce(Action::Work(Shift::Keep));
        assert_eq!((&**state.text(), own(&state).as_deref()), ("theirs, changed", Some("mine/mine")));
        let settled = state.reduce(Action::Work(Shift::Keep)).reduce(Action::Work(Shift::Settle));
        assert_eq!((own(&settled).as_deref(), &settled.work), (Some("theirs/theirs, changed"), &Work::Own));
    }

    #[test]
    fn there_and_back_again_nothing_is_lost() {
        let state = typed(visit(), "theirs, changed").reduce(Action::Work(Shift::Swap));
        assert_eq!((&**state.text(), state.seed, &*state.title), ("mine", Some(7), "mine"));
        let state = typed(state, "mine, too").reduce(Action::Work(Shift::Swap));
        assert_eq!((&**state.text(), own(&state).as_deref()), ("theirs, changed", Some("mine/mine, too")));
        assert_eq!(state.trust, Trust::Stranger);
    }

    #[test]
    fn where_nothing_is_kept_the_first_change_makes_it_the_readers_own() {
        let state = arriving(Rc::new(State::new(Scenario::default(), Look::default())), "theirs");
        assert!(state.work == Work::Own && !state.keeps());
        let state = typed(state, "theirs, changed");
        assert_eq!(own(&state).as_deref(), Some("theirs/theirs, changed"));
    }

    #[test]
    fn the_readers_own_by_its_link_stays_the_readers_own() {
        let state = arriving(visit(), "mine");
        assert!(state.work == Work::Own && state.trust == Trust::Own);
    }

    #[test]
    fn a_player_in_a_page_keeps_nothing() {
        let mut state = State::new(named("mine"), Look::default());
        state.work = Work::Loose;
        let state = typed(arriving(Rc::new(state), "theirs"), "changed");
        assert!(state.work == Work::Loose && !state.keeps() && state.own().is_none());
    }
}
