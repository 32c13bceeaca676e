//! A program run here, from its text to its end: natively and in the browser alike.

use std::rc::Rc;

use interleave::python::{Budget, Run, Settings, compile};
use interleave::trace::Recorder;

/// Run a program in virtual time, as fast as it goes.
///
/// # Errors
/// What is wrong with it, in words: a syntax error, or what it wrote to stderr.
pub fn run(source: &str, recording: bool) -> Result<(), String> {
    let program = compile(source).map_err(|error| error.message.to_string())?;
    let budget = Budget { instructions: u64::MAX, events: usize::MAX, ..Budget::default() };
    let recorder = if recording { Recorder::new() } else { Recorder::off() };
    let settings = Settings { budget, ..Settings::default() };
    let mut run = Run::with_recorder(&program, settings, Rc::new(recorder));
    run.finish();
    match run.exit_code() {
        0 => Ok(()),
        _ => Err(run.stderr()),
    }
}
