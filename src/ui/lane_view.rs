//! What is drawn of a lane: places, words and handles, settled without a browser.
//!
//! A [`LaneView`] holds all that its row shows and nothing else, so that a row whose view is equal to
//! the one before need not be drawn anew: while one bar is dragged, most rows stay as they are.

use super::describe;
use super::scale::Scale;
use super::words::Words;
use crate::player::Picture;
use crate::trace::json::outcome_name;
use crate::trace::lanes::{Doing, End, Lane, Segment};
use crate::trace::{Outcome, Seconds, TaskId, Trace, Wait};

/// Bars narrower than this many pixels have no text on them.
const ROOM_FOR_TEXT: f64 = 72.0;

/// A bar, by its lane and its place among the lane's segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub task: TaskId,
    pub at: usize,
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    pub task: TaskId,
    pub name: String,
    pub coro: String,
    pub bars: Vec<BarView>,
    /// The same lane of the whole run, while this one is live.
    pub ahead: Vec<Stretch>,
    pub end: EndView,
}

/// A place on the axis, in percent of its length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub kind: &'static str,
    pub left: f64,
    pub width: f64,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarView {
    pub at: usize,
    pub stretch: Stretch,
    /// Empty where there is no room for it.
    pub text: String,
    pub from: Seconds,
    pub to: Option<Seconds>,
    pub line: Option<u32>,
    /// How long it is, where that can be dragged.
    pub length: Option<Seconds>,
    /// It comes from the number that one holds or points at.
    pub is_linked: bool,
    /// It is a statement's, and has a menu.
    pub is_step: bool,
}

/// How a lane ends.
#[derive(Clone, Debug, PartialEq)]
pub enum EndView {
    /// It has not ended yet.
    Open,
    /// It was left alone by the end of the program; the place.
    Unfinished(f64),
    Done {
        left: f64,
        outcome: Outcome,
        value: String,
    },
}

/// What the rows of one picture have in common.
pub struct Viewer<'a> {
    pub words: &'static Words,
    pub picture: &'a Picture,
    pub trace: &'a Trace,
    pub scale: Scale,
    /// The number in the source whose bars are shown to belong together.
    pub linked: Option<u32>,
}

impl Viewer<'_> {
    /// The view of a lane, and of the same lane ahead.
    pub fn lane(&self, lane: &Lane, ahead: Option<&Lane>) -> LaneView {
        LaneView {
            bars: self.drawn(lane).map(|(at, segment)| self.bar(at, segment)).collect(),
            ahead: ahead.map(|ahead| self.shadow(ahead)).unwrap_or_default(),
            ..self.bare(lane)
        }
    }

    /// A lane out of sight: how it is called, and how it ends.
    pub fn bare(&self, lane: &Lane) -> LaneView {
        LaneView {
            task: lane.task,
            name: self.trace.text(lane.name).to_owned(),
            coro: self.trace.text(lane.coro).to_owned(),
            bars: Vec::new(),
            ahead: Vec::new(),
            end: self.end(lane),
        }
    }

    /// The lane of a task that the live run has not made yet.
    pub fn future(&self, ahead: &Lane) -> LaneView {
        LaneView { ahead: self.shadow(ahead), end: EndView::Open, ..self.bare(ahead) }
    }

    fn shadow(&self, lane: &Lane) -> Vec<Stretch> {
        self.drawn(lane).map(|(_, segment)| self.stretch(segment)).collect()
    }

    /// The segments that can be seen: what takes no time is a mark, and of marks at one pixel
    /// only the first is drawn. A wait for one's turn that took no time is not drawn at all.
    fn drawn<'l>(&self, lane: &'l Lane) -> impl Iterator<Item = (usize, &'l Segment)> {
        let mut taken = f64::NEG_INFINITY;
        let scale = self.scale;
        lane.segments.iter().enumerate().filter(move |(_, segment)| {
            let from = scale.pixels(segment.from);
            let narrow = segment.to.is_some_and(|to| scale.pixels(to) - from < 1.0);
            if narrow && (segment.doing == Doing::Ready || from < taken + 1.0) {
                return false;
            }
            if narrow {
                taken = from;
            }
            true
        })
    }

    fn stretch(&self, segment: &Segment) -> Stretch {
        let left = self.scale.percent(segment.from);
        let to = segment.to.unwrap_or_else(|| self.scale.end().max(segment.from));
        Stretch { kind: describe::kind(segment.doing), left, width: self.scale.percent(to) - left }
    }

    fn bar(&self, at: usize, segment: &Segment) -> BarView {
        let origin = segment.origin();
        let length = segment.to.map(|to| to - segment.from);
        let has_room = length.is_none_or(|length| self.scale.pixels(length) >= ROOM_FOR_TEXT);
        let text = || describe::bar(self.words, self.picture, self.trace, segment.doing);
        BarView {
            at,
            stretch: self.stretch(segment),
            text: if has_room { text() } else { String::new() },
            from: segment.from,
            to: segment.to,
            line: segment.line,
            length: origin.and(length),
            is_linked: self.linked.is_some() && number(segment.doing) == self.linked,
            is_step: segment.line.is_some() && !matches!(segment.doing, Doing::Ready | Doing::Running),
        }
    }

    fn end(&self, lane: &Lane) -> EndView {
        let Some(End { time, outcome, value }) = lane.end else {
            let last = lane.segments.last().and_then(|segment| segment.to);
            return last.map_or(EndView::Open, |to| EndView::Unfinished(self.scale.percent(to)));
        };
        let value = match (value, outcome) {
            (Some(value), _) => self.trace.text(value),
            (None, Outcome::Cancelled) => self.words.cancelled,
            (None, _) => "",
        };
        EndView::Done { left: self.scale.percent(time), outcome, value: value.to_owned() }
    }
}

impl LaneView {
    /// For `data-outcome`.
    pub fn outcome(&self) -> Option<&'static str> {
        match self.end {
            EndView::Done { outcome, .. } => Some(outcome_name(outcome)),
            EndView::Open | EndView::Unfinished(_) => None,
        }
    }
}

/// The offset of the number that says how long this was meant to last.
pub fn number(doing: Doing) -> Option<u32> {
    match doing {
        Doing::Block { origin, .. } | Doing::Waiting(Wait::Sleep { origin, .. }) => origin,
        _ => None,
    }
}

/// How many bars have their length from the number at this offset.
pub fn sharers(picture: &Picture, origin: u32) -> usize {
    let segments = picture.lanes.lanes().iter().flat_map(|lane| &lane.segments);
    segments.filter(|segment| number(segment.doing) == Some(origin)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Recorder;
    use crate::trace::sample::{ONE, TWO, gather_of_two};
    use crate::ui::words::Language;
    use std::rc::Rc;

    fn views(linked: Option<u32>) -> Vec<LaneView> {
        let picture = Picture::new(Rc::new(Recorder::of(gather_of_two())));
        let trace = picture.trace();
        let words = Language::English.words();
        let viewer =
            Viewer { words, picture: &picture, trace: &trace, scale: Scale::new(2.5, 500.0), linked };
        picture.lanes.lanes().iter().map(|lane| viewer.lane(lane, None)).collect()
    }

    fn sleep(view: &LaneView) -> &BarView {
        view.bars.iter().find(|bar| bar.stretch.kind == "sleep").expect("it sleeps")
    }

    #[test]
    fn a_bar_is_placed_in_percent_and_says_what_it_is_where_there_is_room() {
        let views = views(None);
        let bar = sleep(&views[1]);
        assert_eq!((bar.stretch.left, bar.stretch.width, bar.text.as_str()), (0.0, 40.0, "sleep 1 s"));
        assert_eq!((bar.length, bar.is_step, bar.line), (Some(1.0), true, Some(4)));
        let running = views[1].bars.iter().find(|bar| bar.stretch.kind == "running").expect("it runs");
        assert_eq!((running.text.as_str(), running.is_step), ("", false));
    }

    #[test]
    fn bars_of_one_number_are_linked() {
        let linked = |origin| {
            views(origin).iter().map(|view| view.bars.iter().any(|bar| bar.is_linked)).collect::<Vec<_>>()
        };
        assert_eq!(linked(None), [false, false, false]);
        assert_eq!(linked(Some(100 + TWO.0)), [false, false, true]);
        let picture = Picture::new(Rc::new(Recorder::of(gather_of_two())));
        assert_eq!([sharers(&picture, 100 + ONE.0), sharers(&picture, 7)], [1, 0]);
    }

    #[test]
    fn a_row_whose_lane_is_the_same_is_equal() {
        let (before, after) = (views(None), views(Some(100 + TWO.0)));
        assert_eq!(before[1], after[1]);
        assert_ne!(before[2], after[2]);
    }

    #[test]
    fn a_lane_ends_as_its_task_did() {
        let views = views(None);
        assert_eq!(
            views.iter().map(LaneView::outcome).collect::<Vec<_>>(),
            [Some("exception"), Some("result"), Some("exception")]
        );
        assert_eq!(
            views[1].end,
            EndView::Done { left: 40.0, outcome: Outcome::Result, value: "'one'".into() }
        );
    }
}
