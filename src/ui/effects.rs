//! What is done about a change of the state: run the program, pace the live run, keep the text.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::action::Action;
use super::browser;
use super::playhead::LiveCell;
use super::predict::Prediction;
use super::state::{State, Trust};
use crate::player::{Live, Picture, Preview, Progress, Report};
use crate::python::{self, Program, Run};
use crate::scenario::Scenario;
use crate::scenario::link::Fragment;
use crate::trace::Axis;

type Dispatch = UseReducerDispatcher<State>;

/// The program of the newest text that is one.
type ProgramCell = Rc<RefCell<Option<Program>>>;

/// All effects of the page; gives the live run, for the playhead.
#[hook]
pub fn use_effects(state: &State, dispatch: &Dispatch) -> LiveCell {
    let program: ProgramCell = use_mut_ref(|| None);
    use_keep(state);
    use_preview(state, program.clone(), dispatch.clone());
    use_address(state, dispatch);
    let live = use_live(state, program, dispatch.clone());
    use_effect_with(state.look, |&look| browser::apply_look(look));
    use_keys(dispatch.clone());
    use_export(state.shown().cloned());
    live
}

/// After each edit: keep the reader's own program.
#[hook]
fn use_keep(state: &State) {
    use_effect_with(state.keeps().then(|| state.own()), |own| {
        if let Some(own) = own {
            browser::keep(own.as_deref());
        }
    });
}

/// After each edit: run it. While a bar is being dragged, the run of the text before ends before the newest text is
/// run: else a run that is longer than the pause between two moves would never be seen.
#[hook]
fn use_preview(state: &State, program: ProgramCell, dispatch: Dispatch) {
    let running = use_mut_ref(Running::default);
    let settings = state.settings();
    let is_dragged = state.dragged().is_some();
    use_effect_with(
        (state.text().clone(), state.seed, state.trust, state.opened),
        move |(text, _, trust, _)| {
            if !is_dragged {
                running.replace(Running::default());
            }
            let Some(settings) = settings else { return };
            match python::compile(text) {
                Err(problem) => dispatch.dispatch(Action::Refused(problem)),
                Ok(compiled) => {
                    let run = Run::new(&compiled, settings);
                    program.replace(Some(compiled));
                    let job = (run, *trust == Trust::Stranger);
                    let is_busy = running.borrow().is_busy;
                    match is_busy {
                        true => running.borrow_mut().next = Some(job),
                        false => start(&running, job, dispatch),
                    }
                }
            }
        },
    );
}

/// What is being run to be looked at, and what comes then.
#[derive(Default)]
struct Running {
    preview: Option<Preview>,
    is_busy: bool,
    next: Option<Job>,
}

/// A run, and whether it is a trial of a stranger's.
type Job = (Run, bool);

fn start(running: &Rc<RefCell<Running>>, (run, is_trial): Job, dispatch: Dispatch) {
    running.borrow_mut().is_busy = true;
    let then = Rc::downgrade(running);
    let started = Preview::start(run, move |progress| {
        let is_over = matches!(progress, Progress::Done(_));
        dispatch.dispatch(match progress {
            Progress::Busy => Action::Computing,
            Progress::Done(picture) if is_trial && picture.is_over_budget() => Action::Hold,
            Progress::Done(picture) => Action::Computed(picture),
        });
        let Some(running) = then.upgrade().filter(|_| is_over) else { return };
        running.borrow_mut().is_busy = false;
        let next = running.borrow_mut().next.take();
        if let Some(job) = next {
            start(&running, job, dispatch.clone());
        }
    });
    running.borrow_mut().preview.replace(started);
}

/// The address follows the work, a moment later, and the work an address that is put in its place.
#[hook]
fn use_address(state: &State, dispatch: &Dispatch) {
    use_effect_with((), {
        let dispatch = dispatch.clone();
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "hashchange", move |_| {
                    dispatch.dispatch(Action::Open(Box::new(Fragment::read(&browser::fragment()))));
                })
            });
            move || drop(listener)
        }
    });
    let later = use_mut_ref(|| None::<Timeout>);
    let step = (!state.transport.at_end() && !state.transport.is_playing()).then(|| state.transport.step());
    let (is_refused, along) = (state.refused_link.is_some(), state.along);
    let predicts = state.prediction != Prediction::Off;
    let scenario = state.scenario();
    use_effect_with(
        (scenario.code.clone(), (step, along), is_refused, state.seed, state.title.clone(), predicts),
        move |_| {
            later.take();
            let is_first = browser::fragment().is_empty() && scenario.code == Scenario::default().code;
            if !is_refused && !is_first && !browser::is_embed() {
                let write = move || browser::follow(&scenario, step, along, predicts);
                later.replace(Some(Timeout::new(AFTER, write)));
            }
        },
    );
}

/// Milliseconds until the address is written: browsers allow it a few times a second.
const AFTER: u32 = 400;

/// Make the live run what the state says of it.
#[hook]
fn use_live(state: &State, program: ProgramCell, dispatch: Dispatch) -> LiveCell {
    let cell: LiveCell = use_mut_ref(|| None);
    let speed = state.transport.speed();
    let wanted = state.live().map(|live| (live.number, live.from));
    let settings = state.settings().unwrap_or_default();
    use_effect_with(wanted, {
        let cell = cell.clone();
        move |&wanted| {
            let program = program.borrow();
            let live = wanted.zip(program.as_ref()).map(|((number, from), program)| {
                Live::start(Run::new(program, settings), from, speed, move |report| {
                    dispatch.dispatch(match report {
                        Report::Moved(picture) => Action::Moved(number, picture),
                        Report::Finished(picture) => Action::Finished(number, picture),
                    });
                })
            });
            cell.replace(live);
        }
    });
    use_effect_with((wanted.is_some(), state.transport.is_playing()), {
        let cell = cell.clone();
        move |&(_, playing)| {
            if let Some(live) = &*cell.borrow() {
                if playing { live.resume() } else { live.pause() }
            }
        }
    });
    use_effect_with(speed.to_bits(), {
        let cell = cell.clone();
        move |_| {
            if let Some(live) = &*cell.borrow() {
                live.set_speed(speed);
            }
        }
    });
    cell
}

/// The page's keys: of the transport where nothing else wants them, of the history everywhere.
#[hook]
fn use_keys(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some(action) = action_of(event) {
                    event.prevent_default();
                    dispatch.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn action_of(event: &KeyboardEvent) -> Option<Action> {
    // Somebody on the way up has made something of it.
    if event.default_prevented() {
        return None;
    }
    let key = event.key();
    if browser::has_dialog() {
        return None;
    }
    if (event.ctrl_key() || event.meta_key()) && !event.alt_key() {
        return match (key.to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Some(Action::Undo),
            ("z", true) | ("y", false) => Some(Action::Redo),
            _ => None,
        };
    }
    if key == "Escape" {
        return Some(Action::CancelDrag);
    }
    if browser::takes_key(event.target(), &key) || event.alt_key() {
        return None;
    }
    match (key.as_str(), event.shift_key()) {
        ("ArrowRight", true) => return Some(Action::Turn),
        ("ArrowLeft", true) => return Some(Action::BackTurn),
        ("+" | "=", _) => return Some(Action::Faster),
        ("-", _) => return Some(Action::Slower),
        (_, true) => return None,
        _ => {}
    }
    match key.as_str() {
        " " => Some(Action::Toggle),
        "ArrowRight" => Some(Action::Step),
        "ArrowLeft" => Some(Action::Back),
        "Home" => Some(Action::Reset),
        "End" => Some(Action::End),
        "t" => Some(Action::Draw(Axis::Time)),
        "s" => Some(Action::Draw(Axis::Steps)),
        _ => None,
    }
}

/// Tests and embedders may read the trace of what is shown.
#[hook]
fn use_export(shown: Option<Rc<Picture>>) {
    let cell = use_mut_ref(|| None::<Rc<Picture>>);
    use_effect_with((), {
        let cell = cell.clone();
        move |()| browser::export_trace(cell)
    });
    use_effect_with(shown, move |shown| {
        cell.replace(shown.clone());
    });
}
