//! All that the page knows, and how each action changes it.
//!
//! A pure reducer: no browser, no clock, no timers. What must be *done* about a change (run the
//! program, pace a live run, keep the text) is the business of the effects in `app`, which read
//! the state and answer with further actions. An action that changes nothing gives the same `Rc`.

use std::ops::Range;
use std::rc::Rc;

use super::action::{Action, Input};
use super::lane_view::Bar;
use super::look::{Dialog, Look, View};
use super::predict::{Guessing, Prediction};
use super::work::Work;
use crate::asyncio::Intervention;
use crate::player::{Picture, Transport};
use crate::python::{Budget, Settings, SyntaxError};
use crate::scenario::history::{Group, History};
use crate::scenario::link::{Fragment, LinkError, Parameters};
use crate::scenario::refusal::Refusal;
use crate::scenario::{PythonVersion, Scenario};
use crate::trace::{Axis, Seconds, Steps};

/// The page.
#[derive(Clone)]
pub struct State {
    pub title: Rc<str>,
    pub python: PythonVersion,
    pub seed: Option<u64>,
    /// Whose the text is.
    pub trust: Trust,
    /// What of it is kept, and what lies beside it.
    pub work: Work,
    /// Nothing changes the text but a link.
    pub readonly: bool,
    /// Why the address could not be opened.
    pub refused_link: Option<LinkError>,
    /// Where to stand once the run of an opened link is there.
    seek: Option<Place>,
    pub dialog: Option<Dialog>,
    /// Shared with the states before, as most actions leave the text alone.
    history: Rc<History>,
    /// Where the caret belongs after a change that the textarea did not make itself.
    pub caret: Caret,
    typing: Option<Typing>,
    /// Why the text is no program.
    pub problem: Option<Rc<SyntaxError>>,
    /// Why the newest edit on the timeline could not be made.
    pub refusal: Option<Rc<Refusal>>,
    /// How many scenarios were opened here: the same one again is run again.
    pub opened: u32,
    /// The program is being run in virtual time, and it takes a while.
    pub computing: bool,
    /// The newest whole run.
    preview: Option<Rc<Picture>>,
    live: Option<LiveRun>,
    runs: u32,
    pub transport: Transport,
    drag: Option<Drag>,
    /// What is made of the output before it is seen.
    pub prediction: Prediction,
    /// The newest change, for those who do not see it.
    pub said: Option<Said>,
    pub look: Look,
    /// The pane that a narrow screen shows.
    pub view: View,
    /// What the timeline is drawn along.
    pub along: Axis,
}

/// Whose the text is, and so how much of it may be run unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The reader's own.
    Own,
    /// It came by a link, and is run as far as a tenth of the budgets.
    Stranger,
    /// That was not enough: it waits to be asked for.
    Held,
    /// It was asked for.
    Asked,
}

/// A place in a run.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Step(usize),
    Time(Seconds),
}

impl Place {
    /// The place that a link names: `step=7`, or `t=1.5`.
    fn read(parameters: &Parameters) -> Option<Self> {
        let step = parameters.get("step").and_then(|step| step.parse().ok()).map(Self::Step);
        step.or_else(|| parameters.number("t").map(Self::Time))
    }
}

/// A caret or a selection to set, in bytes of the text. Each has another number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    pub number: u32,
    pub selection: Range<usize>,
}

/// A live run, playing or paused.
#[derive(Clone, PartialEq)]
pub struct LiveRun {
    /// Another number for each.
    pub number: u32,
    /// The step, and its time, from whose end it plays.
    pub from: (usize, Seconds),
    picture: Option<Rc<Picture>>,
}

/// The end of a bar in somebody's hand.
#[derive(Clone)]
struct Drag {
    /// The text before, whose number at `origin` is being changed.
    text: Rc<str>,
    origin: u32,
    bar: Bar,
    /// The axis stays as it was at first, or the bar would run away from the pointer.
    axis: Seconds,
}

/// What a screen reader is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// A number in the source is so much now.
    Length(Seconds),
    Undone,
    Redone,
    /// A step was written, moved or taken away.
    Changed,
    /// What is done to tasks from outside has changed.
    Intervened,
    /// A line is expected in that place, of so many.
    Place(usize, usize),
    /// So many lines came as they were expected, of so many.
    Score(usize, usize),
}

/// The newest typing, to tell what is undone together.
#[derive(Clone, Copy, PartialEq)]
struct Typing {
    input: Input,
    caret: usize,
    group: Group,
}

/// A state is equal to itself alone, which is enough to tell whether anything has changed.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl State {
    /// The page as it opens.
    pub fn new(scenario: Scenario, look: Look) -> Self {
        Self {
            title: scenario.title.into(),
            python: scenario.python,
            seed: scenario.seed,
            trust: Trust::Own,
            work: Work::default(),
            readonly: false,
            refused_link: None,
            seek: None,
            dialog: None,
            history: Rc::new(History::of(scenario.code, scenario.interventions)),
            caret: Caret::default(),
            typing: None,
            problem: None,
            refusal: None,
            opened: 0,
            computing: false,
            preview: None,
            live: None,
            runs: 0,
            transport: Transport::default(),
            drag: None,
            prediction: Prediction::default(),
            said: None,
            look,
            view: View::default(),
            along: Axis::default(),
        }
    }

    /// The program's source.
    pub fn text(&self) -> &Rc<str> {
        self.history.text()
    }

    /// What is done to its tasks from outside.
    pub fn interventions(&self) -> &Rc<[Intervention]> {
        self.history.interventions()
    }

    /// The document.
    pub fn scenario(&self) -> Scenario {
        let title = self.title.to_string();
        let (python, seed) = (self.python, self.seed);
        let interventions = self.interventions().clone();
        Scenario { code: self.text().clone(), python, seed, title, interventions }
    }

    /// What a run of it depends on beside the text; none while it waits to be asked for.
    pub fn settings(&self) -> Option<Settings> {
        let budget = match self.trust {
            Trust::Own | Trust::Asked => Budget::default(),
            Trust::Stranger => Budget::default().tenth(),
            Trust::Held => return None,
        };
        Some(Settings { seed: self.seed, budget, ..Settings::default() })
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The run that is shown: the live one if there is one, else the newest whole one.
    pub fn shown(&self) -> Option<&Rc<Picture>> {
        self.live.as_ref().and_then(|live| live.picture.as_ref()).or(self.preview.as_ref())
    }

    /// The whole run that a live run is going to be.
    pub fn ahead(&self) -> Option<&Rc<Picture>> {
        self.live.as_ref().and(self.preview.as_ref())
    }

    /// The live run.
    pub fn live(&self) -> Option<&LiveRun> {
        self.live.as_ref()
    }

    /// Whether there is a program that could be run.
    pub fn can_play(&self) -> bool {
        self.problem.is_none() && !self.computing && self.preview.is_some()
    }

    /// Where the axis of the timeline ends: in seconds, or as the number of steps.
    pub fn axis_end(&self) -> f64 {
        match self.along {
            Axis::Time => self.axis(),
            Axis::Steps => self.transport.last() as f64,
        }
    }

    /// Where the time axis ends.
    fn axis(&self) -> Seconds {
        let whole = self.preview.as_ref().map_or(0.0, |picture| picture.end());
        let shown = self.shown().map_or(0.0, |picture| picture.end());
        self.drag.as_ref().map_or(whole.max(shown), |drag| drag.axis)
    }

    /// The number in the source that is being dragged, and the bar in the hand.
    pub fn dragged(&self) -> Option<(u32, Bar)> {
        self.drag.as_ref().map(|drag| (drag.origin, drag.bar))
    }

    /// The virtual time of the position, unless a live run knows better.
    pub fn time(&self) -> Seconds {
        self.shown().map_or(0.0, |picture| picture.steps.time(self.transport.step()))
    }

    /// The state after an action.
    pub fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let action = match action {
            Action::Toggle if self.transport.is_playing() => Action::Pause,
            Action::Toggle => Action::Play,
            // Who asks for the run has nothing more to put in order.
            Action::Play if self.prediction.hides() => Action::Predict(Guessing::Check),
            action => action,
        };
        if !self.changes(&action) {
            return self;
        }
        let mut next = Rc::unwrap_or_clone(self);
        next.act(action);
        Rc::new(next)
    }

    /// Whether the action means anything now.
    fn changes(&self, action: &Action) -> bool {
        let is_edit = matches!(
            action,
            Action::Type { .. }
                | Action::Replace { .. }
                | Action::Rewrite(_)
                | Action::Fix(_)
                | Action::Grab { .. }
                | Action::Nudge { .. }
                | Action::EditStep(_)
                | Action::DeleteStep(_)
                | Action::AddFirstTask
                | Action::Intervene { .. }
                | Action::MoveIntervention { .. }
                | Action::RemoveIntervention(_)
        );
        if self.readonly && is_edit {
            return false;
        }
        if self.prediction.hides() && action.moves() {
            return false;
        }
        let is_live = |number: u32| self.live.as_ref().is_some_and(|live| live.number == number);
        match action {
            Action::Type { text, .. } => **text != **self.text(),
            Action::Undo => self.can_undo(),
            Action::Redo => self.can_redo(),
            Action::Computing => !self.computing,
            Action::Play => self.can_play() && !self.transport.is_playing(),
            Action::Pause => self.transport.is_playing(),
            Action::Moved(number, picture) => is_live(*number) && self.is_news(picture),
            Action::Finished(number, _) => is_live(*number),
            // Else the picture, and with it the place of the number, is that of another text.
            Action::Grab { .. }
            | Action::Nudge { .. }
            | Action::EditStep(_)
            | Action::DeleteStep(_)
            | Action::Fix(_) => self.can_play(),
            Action::Drag { .. } | Action::CancelDrag => self.drag.is_some(),
            Action::Show(view) => *view != self.view,
            Action::Draw(axis) => *axis != self.along,
            Action::Dialog(dialog) => *dialog != self.dialog,
            Action::RunAnyway => self.trust == Trust::Held,
            Action::Work(shift) => self.work.allows(*shift),
            Action::Predict(guessing) => self.may_guess(*guessing),
            _ => true,
        }
    }

    /// A live run that is still being brought to where it begins to play has nothing to show.
    fn is_news(&self, picture: &Rc<Picture>) -> bool {
        let Some(live) = &self.live else { return false };
        picture.steps.last() >= live.from.0 && live.picture.as_ref() != Some(picture)
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Type { text, input, caret } => self.type_text(text, input, caret),
            Action::Replace { text, selection } => {
                self.edit(|history| history.replace(text, None));
                self.set_caret(selection);
            }
            Action::Undo => self.travel(History::undo, Said::Undone),
            Action::Redo => self.travel(History::redo, Said::Redone),
            Action::Rewrite(combinator) => self.rewrite(combinator),
            Action::EditStep(edit) => self.edit_step(&edit),
            Action::DeleteStep(bar) => self.delete_step(bar),
            Action::AddFirstTask => self.add_first_task(),
            Action::Fix(edits) => self.fix(&edits),
            Action::Intervene { act, task, now } => self.intervene(act, task, now),
            Action::MoveIntervention { number, at } => self.move_intervention(number, at),
            Action::RemoveIntervention(number) => self.remove_intervention(number),

            Action::Open(fragment) => self.open(*fragment),
            Action::Work(shift) => self.shift(shift),
            Action::Predict(guessing) => self.guess(guessing),
            Action::Hold => {
                self.trust = Trust::Held;
                self.computing = false;
            }
            Action::RunAnyway => self.trust = Trust::Asked,
            Action::Dismiss => self.refused_link = None,
            Action::Dialog(dialog) => self.dialog = dialog,

            Action::Refused(problem) => {
                self.problem = Some(Rc::new(problem));
                self.computing = false;
            }
            Action::Computing => self.computing = true,
            // Its document changed while it went on: what lies ahead of it is another now.
            Action::Computed(picture) if self.live.is_some() => self.look_ahead(picture),
            Action::Computed(picture) => self.load(picture),

            Action::Play | Action::Toggle => self.play(),
            Action::Pause => self.transport.pause(),
            Action::Step => self.leave_live(Transport::forward),
            Action::Back => self.leave_live(Transport::back),
            Action::Turn => self.seek_by(|steps, step| steps.turn_after(step)),
            Action::BackTurn => self.seek_by(|steps, step| steps.turn_before(step)),
            Action::SeekEvent(event) => self.seek_by(|steps, _| steps.of_event(event)),
            Action::Faster => self.transport.faster(),
            Action::Slower => self.transport.slower(),
            Action::Reset => self.leave_live(Transport::reset),
            Action::End => self.leave_live(Transport::end),
            Action::Seek(step) => self.leave_live(|transport| transport.seek(step)),
            Action::SeekTime(time) => self.seek_time(time),
            Action::Speed(speed) => self.transport.set_speed(speed),
            Action::Moved(_, picture) => {
                self.transport.reached(picture.steps.last());
                if let Some(live) = &mut self.live {
                    live.picture = Some(picture);
                }
            }
            Action::Finished(_, picture) => {
                self.transport.reached(picture.steps.last());
                self.load(picture);
                self.transport.end();
            }

            Action::Grab { origin, bar } => self.grab(origin, bar),
            Action::Drag { seconds, grid } => self.drag_to(seconds, grid),
            Action::Drop => {
                if let Some(drag) = self.drag.take() {
                    self.say_length(drag.origin);
                }
                Rc::make_mut(&mut self.history).commit();
            }
            Action::CancelDrag => {
                self.drag = None;
                self.edit(History::cancel);
            }
            Action::Nudge { origin, seconds, grid } => self.nudge(origin, seconds, grid),

            Action::SwitchLanguage => self.look.language = self.look.language.other(),
            Action::SwitchTheme => self.look.theme = self.look.theme.next(),
            Action::Show(view) => self.view = view,
            Action::Draw(axis) => self.along = axis,
        }
    }

    /// Show what a link holds; one that cannot be opened changes nothing but says why.
    fn open(&mut self, fragment: Fragment) {
        match fragment.scenario {
            Some(Ok(scenario)) => self.arrive(scenario),
            Some(Err(error)) => return self.refused_link = Some(error),
            None => self.refused_link = None,
        }
        self.seek = Place::read(&fragment.parameters);
        if let Some(axis) = fragment.parameters.get("axis").and_then(Axis::from_name) {
            self.along = axis;
        }
        self.ask_for_prediction(fragment.parameters.is_set("predict"));
        if let Some(speed) = fragment.parameters.number("speed") {
            self.transport.set_speed(speed);
        }
    }

    /// Show another scenario, as if the page had been opened with it.
    pub(super) fn show(&mut self, scenario: Scenario, work: Work, trust: Trust) {
        let mut next = Self::new(scenario, self.look);
        (next.work, next.trust) = (work, trust);
        next.opened = self.opened.wrapping_add(1);
        next.caret.number = self.caret.number;
        next.runs = self.runs;
        next.readonly = self.readonly;
        (next.view, next.along) = (self.view, self.along);
        next.transport.set_speed(self.transport.speed());
        *self = next;
    }

    fn load(&mut self, picture: Rc<Picture>) {
        self.transport.load(picture.steps.last());
        self.predict_run(&picture);
        self.preview = Some(picture);
        self.live = None;
        self.problem = None;
        self.computing = false;
        match self.seek.take() {
            Some(Place::Step(step)) => self.transport.seek(step),
            Some(Place::Time(time)) => self.seek_time(time),
            None => {}
        }
    }

    fn look_ahead(&mut self, picture: Rc<Picture>) {
        self.transport.expect(picture.steps.last());
        self.preview = Some(picture);
        self.computing = false;
    }

    fn play(&mut self) {
        if self.live.is_some() {
            return self.transport.resume();
        }
        self.transport.play();
        self.runs = self.runs.wrapping_add(1);
        let from = (self.transport.step(), self.time());
        self.live = Some(LiveRun { number: self.runs, from, picture: None });
    }

    /// Move by steps: what is shown from then on is the whole run.
    pub(super) fn leave_live(&mut self, go: impl FnOnce(&mut Transport)) {
        self.live = None;
        go(&mut self.transport);
    }

    fn seek_by(&mut self, find: impl FnOnce(&Steps, usize) -> usize) {
        let step = self.transport.step();
        let step = self.preview.as_ref().map_or(step, |picture| find(&picture.steps, step));
        self.leave_live(|transport| transport.seek(step));
    }

    fn seek_time(&mut self, time: Seconds) {
        let step = self.preview.as_ref().map_or(0, |picture| picture.steps.at_time(time));
        self.leave_live(|transport| transport.seek(step));
    }
}

mod editing;
mod interventions;
#[cfg(test)]
mod tests;
