//! `interleave svg FILE`.

use std::process::ExitCode;

use super::{Refusal, Theme, run_as_noted, write};
use crate::trace::{Axis, Lanes, Steps, svg};

/// Run it and print its timeline. What ends badly is drawn like what ends well.
pub fn svg(source: &str, theme: Theme, axis: Axis) -> Result<ExitCode, Refusal> {
    let (notes, run) = run_as_noted(source)?;
    let theme = match theme {
        Theme::Light => svg::Theme::Light,
        Theme::Dark => svg::Theme::Dark,
        Theme::Print => svg::Theme::Print,
    };
    let (mut lanes, mut steps) = (Lanes::default(), Steps::default());
    lanes.extend(run.trace().events());
    steps.extend(run.trace().events());
    let title = notes.title.unwrap_or_default();
    let drawing = svg::draw(&run.trace(), &lanes, axis.along(&steps), &title, theme, &svg::Labels::ENGLISH);
    write(&mut std::io::stdout(), &drawing);
    Ok(ExitCode::SUCCESS)
}
