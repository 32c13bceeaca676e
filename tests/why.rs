//! Why each step happens, over all programs of `tests/conformance`: every step has a sentence, in both languages, and
//! what it is made of agrees with the trace.
//!
//! `INTERLEAVE_WHY=NAME cargo test --test why -- --nocapture` prints the sentences of the programs whose name begins so.

#[path = "conformance/program.rs"]
#[allow(dead_code, reason = "the conformance tests need more of it")]
mod program;

use std::collections::BTreeMap;
use std::path::Path;

use interleave::player::Picture;
use interleave::python::{Run, Settings, compile};
use interleave::trace::state::By;
use interleave::trace::{Callback, Event, EventKind, HandleId, LoopState, Seconds, TaskId, Wait, Why};
use interleave::ui::explain::Explanation;
use interleave::ui::words::Language;
use program::Program;

#[test]
fn each_step_of_each_program_has_a_true_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let shown = std::env::var("INTERLEAVE_WHY").ok();
    let programs = Program::all(&folder).expect("the folder of programs can be read");
    let mut steps = 0;
    for program in &programs {
        let source = std::fs::read_to_string(&program.path).expect("a program can be read");
        let Ok(compiled) = compile(&source) else { continue };
        let seed = program.seed.as_ref().and_then(|seed| seed.parse().ok());
        let mut run = Run::new(&compiled, Settings { seed, ..Settings::default() });
        run.finish();
        let is_shown = shown.as_ref().is_some_and(|prefix| program.name().starts_with(prefix.as_str()));
        steps += check(&program.name(), &Picture::new(run.recorder()), is_shown);
    }
    assert!(steps > 10_000, "only {steps} steps were looked at");
}

/// Check each step of a run; how many there are.
fn check(name: &str, picture: &Picture, is_shown: bool) -> usize {
    let trace = picture.trace();
    let told = Told::of(trace.events());
    let mut state = LoopState::default();
    for step in 1..=picture.steps.last() {
        let until = picture.events_until(step);
        state.advance(trace.events(), until);
        let place = format!("{name}, step {step}");
        let start = picture.steps.events_until(step - 1);
        told.check(&place, start, &trace.events()[start..until], &state);
        for language in [Language::English, Language::Chinese] {
            let explanation = Explanation::new(language, picture, &trace, &state);
            let sentence = explanation.sentence();
            assert!(sentence.chars().count() > 4, "{place}: {sentence:?}");
            assert!(!sentence.contains("``") && !sentence.contains("  "), "{place}: {sentence}");
            if is_shown {
                println!("{place}, {:.3} s: {sentence}", state.time);
                let next = explanation.next(&trace.events()[until..]);
                println!("    {}: {}", explanation.next_word(), next.unwrap_or_default());
            }
        }
    }
    picture.steps.last()
}

/// What the trace says of each callback, gathered in another way than the fold does it.
#[derive(Default)]
struct Told {
    /// What was scheduled, when, and, of a timer, for when.
    scheduled: BTreeMap<HandleId, (Callback, Seconds, Option<Seconds>)>,
    /// Who made each task.
    made: BTreeMap<TaskId, (Seconds, Option<TaskId>)>,
    /// What each task waited for, with the place of the event.
    waits: BTreeMap<TaskId, Vec<(usize, Wait, Seconds)>>,
    /// Which task's step scheduled a callback, where it was one that is not eager.
    by: BTreeMap<HandleId, TaskId>,
}

impl Told {
    fn of(events: &[Event]) -> Self {
        let mut told = Self::default();
        let mut runs = None;
        let mut has_threads = false;
        for (place, &Event { time, kind }) in events.iter().enumerate() {
            match kind {
                EventKind::Ready { handle, callback } => {
                    told.scheduled.insert(handle, (callback, time, None));
                    if let (Some(runs), false) = (runs, has_threads) {
                        told.by.insert(handle, runs);
                    }
                }
                EventKind::Timer { handle, when, callback } => {
                    told.scheduled.insert(handle, (callback, time, Some(when)));
                }
                EventKind::Create { task, by, .. } => drop(told.made.insert(task, (time, by))),
                EventKind::Suspend { task, on, .. } => {
                    told.waits.entry(task).or_default().push((place, on, time));
                }
                EventKind::Run { handle } => {
                    runs = match told.scheduled.get(&handle) {
                        Some(&(Callback::Step(task) | Callback::Wakeup(task), ..)) => Some(task),
                        _ => None,
                    };
                }
                // An eager task steps in the middle of another's step.
                EventKind::Step { task, .. } if Some(task) != runs => runs = None,
                EventKind::Turn | EventKind::Stop => runs = None,
                EventKind::ThreadStart { .. } => has_threads = true,
                _ => {}
            }
        }
        told
    }

    fn check(&self, place: &str, start: usize, own: &[Event], state: &LoopState) {
        let why = Why::of(state);
        let run = own.iter().find_map(|event| match event.kind {
            EventKind::Run { handle } => Some((handle, event.time)),
            _ => None,
        });
        let Some((handle, time)) = run else {
            assert!(matches!(why, Why::Begins | Why::Ends), "{place}: {why:?}");
            return;
        };
        if matches!(why, Why::Ends) {
            return;
        }
        let (callback, at, when) = self.scheduled[&handle];
        let began = state.began.expect("a callback runs");
        assert_eq!((began.time, began.scheduled.at, began.scheduled.when), (time, at, when), "{place}: when");
        assert_eq!(began.scheduled.callback, callback, "{place}: who");
        if let Some(&task) = self.by.get(&handle) {
            assert_eq!(began.scheduled.by, By::Task(task), "{place}: who scheduled it");
        }
        let step = own.iter().find_map(|event| match event.kind {
            EventKind::Step { task, with } => Some((task, with)),
            _ => None,
        });
        match why {
            Why::Starts { task, at, .. } => {
                assert_eq!(callback, Callback::Step(task), "{place}");
                assert_eq!(self.made[&task].0, at, "{place}: made when");
            }
            Why::Woken { task, awaited, with, .. } | Why::Yielded { task, awaited, with } => {
                let before = self.waits[&task].iter().rev().find(|(place, ..)| *place < start);
                let &(_, on, since) = before.expect("it waited for something");
                assert_eq!((awaited.on, awaited.since), (on, since), "{place}: what it waited for");
                assert_eq!(step, Some((task, with)), "{place}: its step");
            }
            Why::Cancelled { task, request, .. } => {
                assert_eq!(step.map(|(task, _)| task), Some(task), "{place}: its step");
                assert!(request.at <= time, "{place}: asked for before");
            }
            Why::Fires { when, .. } => assert!(when <= time + 1e-9, "{place}: due"),
            Why::Called { .. } | Why::Begins | Why::Ends => {}
        }
    }
}
