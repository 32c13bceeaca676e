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
use crate::trace::{Along, Axis, Outcome, Seconds, TaskId, Trace, Wait};

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

/// Bars narrower than this many pixels are drawn so wide, and those that begin within it are drawn as one.
pub const NARROWEST: f64 = 3.0;

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
    /// So many are drawn here as one.
    pub count: usize,
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
    /// The axis, for the steps of this picture.
    pub along: Along<'a>,
    /// From where to where it is in sight.
    pub sight: (f64, f64),
    /// The number in the source whose bars are shown to belong together.
    pub linked: Option<u32>,
}

/// A bar that is drawn: a segment, or several that are too narrow to be told apart.
#[derive(Clone, Copy)]
struct Drawn<'l> {
    /// The first segment, and its number.
    segment: &'l Segment,
    at: usize,
    kind: &'static str,
    from: f64,
    to: f64,
    /// The length of the longest, whose kind it shows.
    longest: f64,
    count: usize,
}

impl Drawn<'_> {
    fn take(&mut self, other: &Self) {
        self.to = self.to.max(other.to);
        self.count = other.at + other.count - self.at;
        if other.longest > self.longest {
            (self.kind, self.longest) = (other.kind, other.longest);
        }
    }
}

impl Viewer<'_> {
    /// The view of a lane, and of the same lane ahead.
    pub fn lane(&self, lane: &Lane, ahead: Option<&Lane>) -> LaneView {
        LaneView {
            bars: self.drawn(lane).iter().map(|drawn| self.bar(lane, drawn)).collect(),
            ahead: ahead.map(|ahead| self.shadow(ahead)).unwrap_or_default(),
            ..self.bare(lane)
        }
    }

    /// A lane without its bars: how it is called, and how it ends.
    fn bare(&self, lane: &Lane) -> LaneView {
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
        self.drawn(lane).iter().map(|drawn| self.stretch(drawn)).collect()
    }

    /// What can be seen: what takes no time is a mark, and narrow bars that begin within a few pixels are drawn as one, of
    /// the kind that is the longest. A wait for one's turn that took no time is not drawn at all.
    fn drawn<'l>(&self, lane: &'l Lane) -> Vec<Drawn<'l>> {
        let mut all: Vec<Drawn<'l>> = Vec::new();
        for at in self.along.between(lane, self.sight.0, self.sight.1) {
            let Some(segment) = lane.segments.get(at) else { continue };
            let Some((from, to)) = self.along.span(lane, at) else { continue };
            let to = to.unwrap_or_else(|| self.scale.end().max(from));
            let is_open = segment.to.is_none();
            if to < self.sight.0 || from > self.sight.1 {
                continue;
            }
            let width = self.scale.pixels(to - from);
            if width < 1.0 && !is_open && segment.doing == Doing::Ready {
                continue;
            }
            let new = Drawn {
                segment,
                at,
                kind: describe::kind(segment.doing),
                from,
                to,
                longest: to - from,
                count: 1,
            };
            let near = all.last_mut().filter(|last| {
                let is_narrow = |drawn: &Drawn| self.scale.pixels(drawn.longest) < NARROWEST;
                !is_open
                    && is_narrow(last)
                    && is_narrow(&new)
                    && self.scale.pixels(from - last.to) < NARROWEST
            });
            // Bars that are wide enough to be told apart stay apart: only a crowd melts together.
            match near {
                Some(last)
                    if width < 1.0 || last.count > 1 || self.scale.pixels(last.to - last.from) < 1.0 =>
                {
                    last.take(&new);
                }
                _ => all.push(new),
            }
        }
        all
    }

    fn stretch(&self, drawn: &Drawn) -> Stretch {
        let left = self.scale.percent(drawn.from);
        Stretch { kind: drawn.kind, left, width: self.scale.percent(drawn.to) - left }
    }

    fn bar(&self, lane: &Lane, drawn: &Drawn) -> BarView {
        let segment = drawn.segment;
        let length = segment.to.map(|to| to - segment.from);
        let is_on_time = self.scale.axis() == Axis::Time;
        let has_room = segment.to.is_none() || self.scale.pixels(drawn.to - drawn.from) >= ROOM_FOR_TEXT;
        let text = || describe::bar(self.words, self.picture, self.trace, segment.doing);
        let last =
            lane.segments.get(drawn.at + drawn.count - 1).filter(|_| drawn.count > 1).unwrap_or(segment);
        BarView {
            at: drawn.at,
            stretch: self.stretch(drawn),
            text: if has_room && drawn.count == 1 { text() } else { String::new() },
            from: segment.from,
            to: last.to,
            line: segment.line,
            length: segment.origin().filter(|_| is_on_time && drawn.count == 1).and(length),
            is_linked: self.linked.is_some() && number(segment.doing) == self.linked,
            is_step: segment.line.is_some() && !matches!(segment.doing, Doing::Ready | Doing::Running),
            count: drawn.count,
        }
    }

    fn end(&self, lane: &Lane) -> EndView {
        let Some(end) = lane.end else {
            let last = lane.segments.len().checked_sub(1).and_then(|last| self.along.span(lane, last)?.1);
            return last.map_or(EndView::Open, |to| EndView::Unfinished(self.scale.percent(to)));
        };
        let (place, End { outcome, value, .. }) = (self.along.of(&end), end);
        let value = match (value, outcome) {
            (Some(value), _) => self.trace.text(value),
            (None, Outcome::Cancelled) => self.words.cancelled,
            (None, _) => "",
        };
        EndView::Done { left: self.scale.percent(place), outcome, value: value.to_owned() }
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

/// The call that made the coroutine of a lane: the byte where it starts.
pub fn call(lane: &Lane) -> Option<usize> {
    usize::try_from(lane.call?).ok()
}

/// The same of the lane before or after another one.
pub fn neighbour(picture: &Picture, task: TaskId, by: isize) -> Option<usize> {
    let lanes = picture.lanes.lanes();
    let here = lanes.iter().position(|lane| lane.task == task)?;
    call(lanes.get(here.checked_add_signed(by)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Recorder;
    use crate::trace::sample::{ONE, TWO, gather_of_two};
    use crate::ui::words::Language;
    use std::rc::Rc;

    /// Of a run, with all of its axis in sight.
    fn viewer<'a>(picture: &'a Picture, trace: &'a Trace, scale: Scale) -> Viewer<'a> {
        let along = scale.axis().along(&picture.steps);
        let (words, sight) = (Language::English.words(), (0.0, scale.end()));
        Viewer { words, picture, trace, scale, along, sight, linked: None }
    }

    fn views(linked: Option<u32>) -> Vec<LaneView> {
        let picture = Picture::new(Rc::new(Recorder::of(gather_of_two())));
        let trace = picture.trace();
        let viewer = Viewer { linked, ..viewer(&picture, &trace, Scale::new(2.5, 500.0)) };
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
    fn along_the_steps_there_are_no_lengths_to_drag_and_columns_are_as_wide_as_each_other() {
        let picture = Picture::new(Rc::new(Recorder::of(gather_of_two())));
        let trace = picture.trace();
        let last = picture.steps.last() as f64;
        let viewer = viewer(&picture, &trace, Scale::of(Axis::Steps, last, last * 20.0));
        let views: Vec<LaneView> = picture.lanes.lanes().iter().map(|lane| viewer.lane(lane, None)).collect();
        let running = views.iter().flat_map(|view| &view.bars).filter(|bar| bar.stretch.kind == "running");
        let widths: Vec<f64> =
            running.map(|bar| (bar.stretch.width * last / 100.0 * 1e6).round() / 1e6).collect();
        assert!(widths.len() > 3 && widths.iter().all(|width| *width == 1.0), "{widths:?}");
        assert!(views.iter().flat_map(|view| &view.bars).all(|bar| bar.length.is_none()));
        let few = Viewer { sight: (last - 1.0, last), ..viewer };
        assert!(few.lane(&picture.lanes.lanes()[0], None).bars.len() < views[0].bars.len());
    }

    #[test]
    fn a_crowd_of_narrow_bars_is_one() {
        use crate::trace::sample::{MAIN, Script};
        let mut script = Script::default();
        let first = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(first, MAIN);
        for lap in 1..=1000 {
            let timer = script.sleep(MAIN, 0.001, 2);
            script.turn(f64::from(lap) * 0.001, Some(timer));
            let wakeup = script.ready(crate::trace::Callback::Wakeup(MAIN));
            script.step(wakeup, MAIN);
        }
        let picture = Picture::new(Rc::new(Recorder::of(script.trace)));
        let trace = picture.trace();
        let viewer = viewer(&picture, &trace, Scale::new(10.0, 1000.0));
        let view = viewer.lane(&picture.lanes.lanes()[0], None);
        let crowd = view.bars.iter().find(|bar| bar.count > 1000).expect("they are one");
        assert_eq!((crowd.stretch.kind, crowd.stretch.left), ("sleep", 0.0));
        assert!((crowd.stretch.width - 10.0).abs() < 0.1, "{}", crowd.stretch.width);
        assert!(view.bars.len() < 4, "{}", view.bars.len());
        let near = Viewer { scale: Scale::new(10.0, 1e6), sight: (0.5, 0.51), ..viewer };
        let view = near.lane(&picture.lanes.lanes()[0], None);
        assert!((20..60).contains(&view.bars.len()), "{}", view.bars.len());
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
