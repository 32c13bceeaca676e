//! The scheduler itself, paced by the browser's timers.
//!
//! Nothing here is played back. A fresh run is moved on callback by callback; where its loop has
//! nothing to do until some virtual time, a gloo timer waits for as long as the speed says, and
//! then the run's clock is moved there. So what one sees is the loop at work, and since the run
//! cannot tell who moves its clock, it leaves the trace that it leaves in virtual time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::Picture;
use super::pace::Pace;
use super::preview::picture_of;
use super::wall::{self, FUEL, SLICE};
use crate::python::{Run, Status};
use crate::trace::Seconds;

/// The browser's timers hold at most 31 bits of milliseconds; longer waits are taken in parts.
const LONGEST_WAIT: f64 = 86_400_000.0;
/// A timer this late, in milliseconds, means that the page slept: do not catch up.
const ASLEEP: f64 = 250.0;

/// What a live run has to tell.
pub enum Report {
    /// It has got on, and now waits or gives the page a frame.
    Moved(Rc<Picture>),
    /// The program has ended.
    Finished(Rc<Picture>),
}

/// A run that is playing or paused. Dropping it ends it.
pub struct Live {
    player: Rc<Player>,
}

struct Player {
    state: RefCell<State>,
    report: Box<dyn Fn(Report)>,
}

struct State {
    run: Run,
    picture: Rc<Picture>,
    /// Up to the end of this step, and this time, it is not live: the run is brought to where the
    /// player stood.
    from: Option<(usize, Seconds)>,
    pace: Pace,
    /// The virtual time that the loop waits for.
    waiting: Option<Seconds>,
    playing: bool,
    timer: Option<Timeout>,
}

/// What came of one slice of running.
enum Slice {
    Busy,
    Waiting(Seconds),
    Finished,
}

impl Live {
    /// Play a fresh run, from the end of a step (its number and its time) on, at `speed` virtual
    /// seconds a second.
    pub fn start(run: Run, from: (usize, Seconds), speed: f64, report: impl Fn(Report) + 'static) -> Self {
        let picture = Rc::new(picture_of(&run, None));
        let pace = Pace::new(from.1, speed);
        let state = State { run, picture, from: Some(from), pace, waiting: None, playing: true, timer: None };
        let player = Rc::new(Player { state: RefCell::new(state), report: Box::new(report) });
        player.soon();
        Self { player }
    }

    /// The virtual time at this moment: it moves on while the loop waits.
    pub fn now(&self) -> Seconds {
        let state = self.player.state.borrow();
        match state.waiting {
            Some(until) => state.pace.now(wall::now()).min(until),
            None => state.run.time(),
        }
    }

    /// Stand still, in the middle of a wait if need be.
    pub fn pause(&self) {
        let now = self.now();
        let mut state = self.player.state.borrow_mut();
        state.playing = false;
        state.timer = None;
        state.pace.stop(now);
    }

    /// Go on.
    pub fn resume(&self) {
        let waiting = {
            let mut state = self.player.state.borrow_mut();
            if state.playing {
                return;
            }
            state.playing = true;
            state.pace.start(wall::now());
            state.waiting
        };
        match waiting {
            Some(until) => self.player.wait(until),
            None => self.player.soon(),
        }
    }

    /// Change the speed, also in the middle of a wait.
    pub fn set_speed(&self, speed: f64) {
        let waiting = {
            let mut state = self.player.state.borrow_mut();
            state.pace.set_speed(speed, wall::now());
            state.waiting.filter(|_| state.playing)
        };
        if let Some(until) = waiting {
            self.player.wait(until);
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.player.state.borrow_mut().timer = None;
    }
}

impl Player {
    /// Run on when the browser has drawn and heard its events.
    fn soon(self: &Rc<Self>) {
        self.set_timer(0.0, Self::go);
    }

    fn go(self: &Rc<Self>) {
        let slice = self.state.borrow_mut().slice();
        let picture = self.state.borrow().picture.clone();
        match slice {
            Slice::Finished => return (self.report)(Report::Finished(picture)),
            Slice::Busy => self.soon(),
            Slice::Waiting(until) => self.wait(until),
        }
        (self.report)(Report::Moved(picture));
    }

    fn wait(self: &Rc<Self>, until: Seconds) {
        let wait = self.state.borrow().pace.until(until, wall::now());
        if let Some(wait) = wait {
            self.set_timer(wait.min(LONGEST_WAIT), Self::wake);
        }
    }

    fn wake(self: &Rc<Self>) {
        let due = self.state.borrow_mut().wake();
        match due {
            Some(until) => self.wait(until),
            None => self.go(),
        }
    }

    fn set_timer(self: &Rc<Self>, milliseconds: f64, then: fn(&Rc<Self>)) {
        let player = self.clone();
        let timer = Timeout::new(milliseconds.ceil() as u32, move || then(&player));
        self.state.borrow_mut().timer = Some(timer);
    }
}

impl State {
    /// Run callbacks until the loop waits, the program ends, or the page wants a frame.
    fn slice(&mut self) -> Slice {
        let deadline = wall::now() + SLICE;
        let slice = loop {
            match self.run.advance(FUEL) {
                Status::Finished => break Slice::Finished,
                Status::Waiting { until } if self.is_skipping(until) => self.run.jump(until),
                Status::Waiting { until } => break Slice::Waiting(until),
                Status::Stepped | Status::OutOfFuel => {}
            }
            if wall::now() >= deadline {
                break Slice::Busy;
            }
        };
        let mut picture = picture_of(&self.run, Some(&self.picture));
        picture.idle_until = match slice {
            Slice::Waiting(until) if !is_blocked(&picture, until) => Some(until),
            _ => None,
        };
        self.picture = Rc::new(picture);
        self.keep_pace(&slice);
        slice
    }

    /// Whether a wait until then ends before it is live.
    fn is_skipping(&mut self, until: Seconds) -> bool {
        let Some((step, time)) = self.from else { return false };
        self.picture = Rc::new(self.picture.grow());
        let skipping = self.picture.steps.last() < step || until <= time;
        if !skipping {
            self.from = None;
        }
        skipping
    }

    /// While callbacks run, virtual time stands still.
    fn keep_pace(&mut self, slice: &Slice) {
        let wall = wall::now();
        match *slice {
            Slice::Waiting(until) => {
                self.waiting = Some(until);
                if self.pace.is_still() {
                    self.pace.stop(self.run.time().max(self.pace.now(wall)));
                }
                self.pace.start(wall);
            }
            Slice::Busy | Slice::Finished => self.pace.stop(self.run.time()),
        }
    }

    /// The wait is over, unless the timer came early or covered only a part: then, until when.
    fn wake(&mut self) -> Option<Seconds> {
        let until = self.waiting?;
        let wall = wall::now();
        let left = self.pace.until(until, wall)?;
        if left > 1.0 {
            return Some(until);
        }
        self.waiting = None;
        self.run.jump(until);
        let late = (self.pace.now(wall) - until) * 1000.0;
        if late > ASLEEP {
            self.pace.move_to(until, wall);
        }
        None
    }
}

/// Whether it is `time.sleep` that lasts until then, and not the loop that waits.
fn is_blocked(picture: &Picture, until: Seconds) -> bool {
    picture.lanes.blocks().last().is_some_and(|block| block.to >= until)
}
