//! `interleave svg FILE`.

use std::process::ExitCode;

use super::{AlongAxis, Refusal, Theme, write};
use crate::python::{Run, Settings, compile, syntax_error_text};
use crate::scenario::notes::Notes;
use crate::trace::{Along, Lanes, Steps, svg};

/// Run it and print its timeline. What ends badly is drawn like what ends well.
pub fn svg(source: &str, theme: Theme, axis: AlongAxis) -> Result<ExitCode, Refusal> {
    let notes = Notes::read(source)?;
    let program = compile(source).map_err(|error| syntax_error_text(source, &error))?;
    let mut run = Run::new(&program, Settings { seed: notes.seed, ..Settings::default() });
    run.finish();
    let theme = match theme {
        Theme::Light => svg::Theme::Light,
        Theme::Dark => svg::Theme::Dark,
        Theme::Print => svg::Theme::Print,
    };
    let (mut lanes, mut steps) = (Lanes::default(), Steps::default());
    lanes.extend(run.trace().events());
    steps.extend(run.trace().events());
    let along = match axis {
        AlongAxis::Time => Along::Time,
        AlongAxis::Steps => Along::Steps(&steps),
    };
    let title = notes.title.unwrap_or_default();
    let drawing = svg::draw(&run.trace(), &lanes, along, &title, theme, &svg::Labels::ENGLISH);
    write(&mut std::io::stdout(), &drawing);
    Ok(ExitCode::SUCCESS)
}
