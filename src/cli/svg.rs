//! `interleave svg FILE`.

use std::process::ExitCode;

use super::{Refusal, Theme, write};
use crate::python::{Run, Settings, compile, syntax_error_text};
use crate::scenario::notes::Notes;
use crate::trace::{Lanes, svg};

/// Run it and print its timeline. What ends badly is drawn like what ends well.
pub fn svg(source: &str, theme: Theme) -> Result<ExitCode, Refusal> {
    let notes = Notes::read(source)?;
    let program = compile(source).map_err(|error| syntax_error_text(source, &error))?;
    let mut run = Run::new(&program, Settings { seed: notes.seed, ..Settings::default() })
        .intervene(&notes.interventions);
    run.finish();
    let theme = match theme {
        Theme::Light => svg::Theme::Light,
        Theme::Dark => svg::Theme::Dark,
        Theme::Print => svg::Theme::Print,
    };
    let mut lanes = Lanes::default();
    lanes.extend(run.trace().events());
    let title = notes.title.unwrap_or_default();
    write(&mut std::io::stdout(), &svg::draw(&run.trace(), &lanes, &title, theme, &svg::Labels::ENGLISH));
    Ok(ExitCode::SUCCESS)
}
