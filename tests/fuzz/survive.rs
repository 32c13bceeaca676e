//! What the page does with a text from a stranger.

use interleave::python::{Budget, Run, Settings, Status, compile};
use interleave::scenario::combinators::{Combinator, rewrite};
use interleave::scenario::highlight::highlight;
use interleave::trace::json;

/// Draw the text, rewrite it in every way, compile it, run it within a small budget, and tell what happened.
///
/// # Panics
/// Where something is wrong with us, whatever the text is.
pub fn survives(source: &str) {
    highlight(source);
    for combinator in Combinator::ALL {
        let Ok(edits) = rewrite(source, combinator) else { continue };
        edits.apply(source).expect("edits fit the text that they were made for");
    }
    let Ok(program) = compile(source) else { return };
    let budget =
        Budget { instructions: 20_000, events: 2_000, output: 1 << 16, object: 1 << 20, memory: 256 << 20 };
    let mut run = Run::new(&program, Settings { seed: Some(1), budget, ..Settings::default() });
    loop {
        match run.advance(1_000) {
            Status::Waiting { until } => run.jump(until),
            Status::Finished => break,
            Status::Stepped | Status::OutOfFuel => {}
        }
    }
    let told = json::lines(&run.trace());
    assert!(told.ends_with("}\n"), "a run ends by saying so");
}
