use proptest::prelude::*;

use super::*;
use crate::python::{self, Run, Settings};
use crate::scenario::Scenario;
use crate::scenario::link::{Fragment, Parameters};
use crate::ui::action::{Action, Input};
use crate::ui::look::Look;

fn texts(lines: &[&str]) -> Vec<Rc<str>> {
    lines.iter().map(|line| Rc::from(*line)).collect()
}

/// A guess of that order, told by the lines themselves.
fn guess(printed: &[&str], order: Vec<usize>) -> Guess {
    Guess { printed: texts(printed).into(), all: printed.len(), order }
}

#[test]
fn the_right_order_is_all_right() {
    let guess = guess(&["a", "b", "c"], vec![0, 1, 2]);
    assert_eq!((guess.misplaced(), guess.score()), (vec![None; 3], 3));
}

#[test]
fn one_line_too_early_leaves_the_others_right() {
    let guess = guess(&["a", "b", "c", "d"], vec![3, 0, 1, 2]);
    assert_eq!(guess.misplaced(), [None, None, None, Some(0)]);
}

#[test]
fn equal_lines_stand_for_each_other() {
    let same = guess(&["tick", "tock", "tick"], vec![2, 1, 0]);
    assert_eq!(same.score(), 3);
    let late = guess(&["tick", "tick", "tock"], vec![2, 1, 0]);
    assert_eq!(late.misplaced(), [None, None, Some(0)]);
}

#[test]
fn a_line_is_put_where_it_is_wanted_and_no_further_than_the_end() {
    let mut guess = guess(&["a", "b", "c"], vec![0, 1, 2]);
    assert_eq!((guess.put(0, 9), guess.order.clone()), (Some(2), vec![1, 2, 0]));
    assert_eq!((guess.put(0, 0), guess.order.clone()), (Some(0), vec![0, 1, 2]));
    assert_eq!((guess.put(0, 0), guess.put(7, 0)), (None, None));
}

#[test]
fn where_there_is_one_order_there_is_no_choice() {
    let choices =
        [&[][..], &["a"], &["a", "a"], &["a", "b"]].map(|lines| guess(lines, Vec::new()).has_choice());
    assert_eq!(choices, [false, false, false, true]);
}

/// The picture of a whole run.
fn run(code: &str) -> Rc<Picture> {
    let program = python::compile(code).expect("it is a program");
    let mut run = Run::new(&program, Settings::default());
    run.finish();
    Rc::new(Picture::new(run.recorder()))
}

/// A page that was opened to predict this program, once it has been run.
fn asked(code: &str) -> Rc<State> {
    let fragment = Fragment {
        scenario: Some(Ok(Scenario { code: code.into(), ..Scenario::default() })),
        parameters: Parameters::read("predict&step=1"),
    };
    let state = Rc::new(State::new(Scenario::default(), Look::default()));
    let state = state.reduce(Action::Open(Box::new(fragment)));
    assert!(state.prediction == Prediction::Asked && state.view == View::Output);
    state.reduce(Action::Computed(run(code)))
}

const THREE: &str = "print('one')\nprint('two')\nprint('three')\n";

#[test]
fn nothing_moves_until_the_run_is_asked_for() {
    let state = asked(THREE);
    for action in [Action::Toggle, Action::Step, Action::Reset, Action::SeekTime(0.0), Action::SeekEvent(0)] {
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(action)));
    }
    let state = state.reduce(Action::Play);
    assert!(matches!(state.prediction, Prediction::Compared(_)) && state.transport.at_end());
    assert!(!state.transport.is_playing());
    assert!(state.reduce(Action::Play).transport.is_playing(), "then it runs as ever");
}

#[test]
fn a_line_is_put_in_its_place_and_that_is_told() {
    let state = asked(THREE).reduce(Action::Predict(Guessing::Move { line: 2, to: 0 }));
    let state = state.reduce(Action::Predict(Guessing::Move { line: 2, to: 2 }));
    let order = match &state.prediction {
        Prediction::Ordering(guess) => guess.order.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((order.last(), state.said), (Some(&2), Some(Said::Place(3, 3))));
    let score = if order == [0, 1, 2] { 3 } else { 2 };
    let state = state.reduce(Action::Predict(Guessing::Check));
    assert_eq!(state.said, Some(Said::Score(score, 3)));
}

#[test]
fn another_run_of_the_same_lines_changes_nothing_and_another_program_all() {
    let state = asked(THREE).reduce(Action::Predict(Guessing::Move { line: 2, to: 0 }));
    let again = state.clone().reduce(Action::Computed(run(THREE)));
    assert!(state.prediction == again.prediction);
    let other = again.clone().reduce(Action::Computed(run("print(1)\nprint(2)\n")));
    assert!(other.prediction.hides() && other.prediction != again.prediction);

    let seen = again.reduce(Action::Predict(Guessing::Check));
    let more = seen.clone().reduce(Action::Computed(run(&format!("{THREE}print('four')\n"))));
    assert!(more.prediction == seen.prediction, "it only went on");
    let state = more.reduce(Action::Computed(run("print(1)\nprint(2)\n")));
    assert!(state.prediction == Prediction::Told);
    let state = state.reduce(Action::Predict(Guessing::Again));
    assert!(matches!(&state.prediction, Prediction::Ordering(guess) if guess.all == 2));
}

#[test]
fn of_many_lines_the_first_are_asked_for() {
    let state = asked("for i in range(500):\n    print(i)\n");
    assert!(
        matches!(&state.prediction, Prediction::Ordering(guess) if guess.all == 500 && guess.printed().len() == MOST)
    );
    let state = asked("pass\n").reduce(Action::Play);
    assert!(matches!(&state.prediction, Prediction::Compared(guess) if guess.all == 0 && guess.score() == 0));
}

#[test]
fn an_edit_keeps_the_question() {
    let state = asked(THREE).reduce(Action::Type { text: "x".into(), input: Input::Other, caret: 1 });
    assert!(state.prediction.hides());
}

proptest! {
    #[test]
    fn every_output_begins_in_a_wrong_order_where_there_is_one(lines in prop::collection::vec("[ab]{0,2}", 0..MOST)) {
        let printed: Vec<Rc<str>> = lines.iter().map(|line| Rc::from(line.as_str())).collect();
        let guess = Guess::new(printed, lines.len());
        let mut order = guess.order.clone();
        order.sort_unstable();
        prop_assert!(order.into_iter().eq(0..lines.len()));
        let is_right = guess.expected().map(|(_, text)| &**text).eq(lines.iter().map(String::as_str));
        prop_assert_eq!(is_right, !guess.has_choice());
        prop_assert_eq!(guess.score() == lines.len(), is_right);
    }

    #[test]
    fn all_right_is_the_right_order_and_each_line_has_one_place(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let guess = guess(&["a", "b", "a", "c", "b", "a"], order);
        let is_right = guess.expected().map(|(_, text)| text).eq(guess.printed());
        prop_assert_eq!(guess.score() == 6, is_right);
        let mut places: Vec<usize> = guess.misplaced().into_iter().flatten().collect();
        let count = places.len();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), count);
        prop_assert!(guess.score() >= 2, "of six lines of three kinds some two are always in order");
    }
}
