//! The whole program, run in virtual time as soon as it is written.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::wall::{self, FUEL, SLICE};
use super::{Picture, horizon};
use crate::python::{Run, Status};

/// What a preview has to tell.
pub enum Progress {
    /// It takes longer than a frame.
    Busy,
    /// The program has ended, or goes on past the horizon.
    Done(Rc<Picture>),
}

/// A run in progress. Most end before [`Preview::start`] returns; dropping it gives up the others.
pub struct Preview {
    job: Rc<Job>,
}

struct Job {
    run: RefCell<Run>,
    tell: Box<dyn Fn(Progress)>,
    next: RefCell<Option<Timeout>>,
}

impl Preview {
    /// Run to the end, a slice at a time, the first one at once.
    pub fn start(run: Run, tell: impl Fn(Progress) + 'static) -> Self {
        let job = Job { run: RefCell::new(run), tell: Box::new(tell), next: RefCell::new(None) };
        let job = Rc::new(job);
        job.slice();
        Self { job }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.job.next.take();
    }
}

impl Job {
    fn slice(self: &Rc<Self>) {
        let end = end_within(&mut self.run.borrow_mut(), SLICE);
        if let Some(end) = end {
            let mut picture = picture_of(&self.run.borrow(), None);
            picture.goes_on = matches!(end, End::Horizon);
            return (self.tell)(Progress::Done(Rc::new(picture)));
        }
        (self.tell)(Progress::Busy);
        let job = self.clone();
        self.next.replace(Some(Timeout::new(0, move || job.slice())));
    }
}

/// Why a preview is at its end.
enum End {
    Program,
    Horizon,
}

/// Run for at most so many milliseconds, jumping over every wait.
fn end_within(run: &mut Run, milliseconds: f64) -> Option<End> {
    let deadline = wall::now() + milliseconds;
    let mut burnt = 0;
    loop {
        match run.advance(FUEL) {
            Status::Finished => return Some(End::Program),
            Status::Waiting { .. } if horizon::is_past(run) => return Some(End::Horizon),
            Status::Waiting { until } => run.jump(until),
            Status::Stepped => burnt += 1,
            Status::OutOfFuel => burnt += CALLBACKS,
        }
        if burnt >= CALLBACKS {
            burnt = 0;
            if horizon::is_past(run) {
                return Some(End::Horizon);
            }
            if wall::now() >= deadline {
                return None;
            }
        }
    }
}

/// Callbacks between two looks at the clock; most are short.
const CALLBACKS: u32 = 32;

/// The picture of a run, grown from an earlier one of the same run.
pub(super) fn picture_of(run: &Run, earlier: Option<&Picture>) -> Picture {
    let mut picture = earlier.map_or_else(|| Picture::new(run.recorder()), Picture::grow);
    let stderr = run.stderr_explained();
    if *picture.stderr != *stderr {
        picture.stderr = stderr.into();
    }
    if picture.error.is_none() {
        picture.error = run.error().map(Rc::new);
    }
    picture
}
