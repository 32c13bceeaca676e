//! The reducer, told what happens and asked what is.

use super::*;
use crate::trace::sample::gather_of_two;
use crate::trace::{Recorder, Trace};

const CODE: &str = "work(1)\nwork(20)\n";
const ORIGIN: u32 = 13;
const BAR: Bar = Bar { task: crate::trace::TaskId(1), at: 2 };

fn scenario() -> Scenario {
    Scenario { code: CODE.into(), ..Scenario::default() }
}

/// A picture of the first `count` events of the sample.
fn picture(count: usize) -> Rc<Picture> {
    let trace: Trace = gather_of_two();
    let recorder = Rc::new(Recorder::new());
    for event in trace.events().iter().take(count) {
        recorder.note(event.time, |_| event.kind);
    }
    Rc::new(Picture::new(recorder))
}

struct Page(Rc<State>);

impl Page {
    /// A page that shows the whole run.
    fn open() -> Self {
        Self(Rc::new(State::new(scenario(), Look::default()))).with(Action::Computed(picture(usize::MAX)))
    }

    fn with(self, action: Action) -> Self {
        Self(self.0.reduce(action))
    }

    fn typed(self, text: &str, input: Input) -> Self {
        self.with(Action::Type { text: text.into(), input, caret: text.len() })
    }

    fn step(&self) -> (usize, usize) {
        (self.0.transport.step(), self.0.transport.last())
    }
}

#[test]
fn an_action_without_effect_gives_the_same_state() {
    let page = Page::open();
    let same = page.0.clone().reduce(Action::Pause);
    assert!(Rc::ptr_eq(&page.0, &same));
    let same = same.reduce(Action::Type { text: CODE.into(), input: Input::Other, caret: 0 });
    assert!(Rc::ptr_eq(&page.0, &same));
}

#[test]
fn a_drag_writes_the_number_and_is_one_step_to_undo() {
    let mut page = Page::open().with(Action::Grab { origin: ORIGIN, bar: BAR });
    for seconds in [19.0, 18.04, 2.5] {
        page = page.with(Action::Drag { seconds, grid: Some(0.1) });
    }
    assert_eq!(&**page.0.text(), "work(1)\nwork(2.5)\n");
    assert_eq!(page.0.dragged(), Some((ORIGIN, BAR)));
    let page = page.with(Action::Drop);
    assert_eq!(page.0.said, Some(Said::Length(2.5)));
    let page = page.with(Action::Undo);
    assert_eq!(page.0.said, Some(Said::Undone));
    assert_eq!((&**page.0.text(), page.0.can_undo()), (CODE, false));
}

#[test]
fn a_drag_that_is_given_up_leaves_no_trace() {
    let page = Page::open().with(Action::Grab { origin: ORIGIN, bar: BAR });
    let page = page.with(Action::Drag { seconds: 3.0, grid: None }).with(Action::CancelDrag);
    assert_eq!((&**page.0.text(), page.0.can_undo(), page.0.dragged()), (CODE, false, None));
}

#[test]
fn the_axis_stands_still_while_one_drags() {
    let page = Page::open().with(Action::Grab { origin: ORIGIN, bar: BAR });
    let page = page.with(Action::Computed(picture(20)));
    assert_eq!(page.0.axis(), 2.5);
    assert!(page.with(Action::Drop).0.axis() < 2.5);
}

#[test]
fn a_word_is_undone_at_once_and_words_one_by_one() {
    let mut page = Page::open();
    for (text, input) in
        [("a", Input::Word), ("ab", Input::Word), ("ab ", Input::Other), ("ab c", Input::Word)]
    {
        page = page.typed(text, input);
    }
    let mut seen = Vec::new();
    while page.0.can_undo() {
        page = page.with(Action::Undo);
        seen.push(page.0.text().to_string());
    }
    assert_eq!(seen, ["ab ", "ab", CODE]);
    assert_eq!(&**page.with(Action::Redo).0.text(), "ab");
}

#[test]
fn undo_puts_the_caret_where_the_text_changed() {
    let page = Page::open().typed("work(1)\nwork(2)\n", Input::Delete);
    let number = page.0.caret.number;
    let page = page.with(Action::Undo);
    assert_eq!((page.0.caret.number != number, page.0.caret.selection.clone()), (true, 15..15));
}

#[test]
fn a_problem_keeps_the_last_picture_and_stops_nobody_from_stepping() {
    let error = crate::python::syntax::parse("x = (").expect_err("a bracket is open");
    let page = Page::open().typed("x = (", Input::Other).with(Action::Refused(error));
    assert!(page.0.problem.is_some() && page.0.shown().is_some() && !page.0.can_play());
    let page = page.with(Action::Play).with(Action::Back);
    assert_eq!(page.step(), (9, 10));
    let page = page.typed("x = 1", Input::Other).with(Action::Computed(picture(3)));
    assert!(page.0.problem.is_none() && page.0.can_play());
}

#[test]
fn a_live_run_shows_what_has_happened_and_takes_the_end_over() {
    let page = Page::open().with(Action::Play);
    let number = page.0.live().expect("it plays").number;
    assert_eq!(page.step(), (0, 10));
    let half = picture(14);
    let page = page.with(Action::Moved(number, half.clone()));
    assert!(page.0.shown() == Some(&half) && page.0.ahead().is_some());
    assert_eq!(page.step(), (half.steps.last(), 10));
    let page = page.with(Action::Finished(number, picture(usize::MAX)));
    assert_eq!((page.step(), page.0.transport.is_playing()), ((10, 10), false));
    assert!(page.0.live().is_none());
}

#[test]
fn a_paused_run_goes_on_unless_one_has_stepped_away() {
    let page = Page::open().with(Action::Play).with(Action::Moved(1, picture(14))).with(Action::Pause);
    let page = page.with(Action::Play);
    assert_eq!(page.0.live().map(|live| live.number), Some(1));
    let page = page.with(Action::Back).with(Action::Play);
    let live = page.0.live().expect("it plays");
    assert_eq!((live.number, live.from.0), (2, page.step().0));
}

#[test]
fn an_edit_ends_the_live_run_and_late_news_of_it_are_ignored() {
    let page = Page::open().with(Action::Play).typed("x = 1", Input::Other);
    assert!(page.0.live().is_none() && !page.0.transport.is_playing());
    let before = page.0.clone();
    assert!(Rc::ptr_eq(&before, &page.0.reduce(Action::Moved(1, picture(14)))));
}

#[test]
fn a_link_says_what_the_timeline_is_drawn_along_and_what_says_nothing_leaves_it() {
    let open = |text: &str| Action::Open(Box::new(Fragment::read(text)));
    let page = Page::open().with(open("axis=steps&step=3"));
    assert_eq!((page.0.along, page.0.axis_end()), (Axis::Steps, 10.0));
    let page = page.with(open("axis=sideways"));
    assert_eq!(page.0.along, Axis::Steps);
    let page = page.with(Action::Draw(Axis::Time));
    assert_eq!(page.0.axis_end(), 2.5);
}
