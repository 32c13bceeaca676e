//! `interleave run FILE`.

use std::process::ExitCode;

use super::write;
use crate::python::{Run, Settings, SyntaxError, compile, syntax_error_text};
use crate::scenario::Scenario;
use crate::trace::{EventKind, Exit, Recorder, json};

/// Run it and print its output, or its trace.
pub fn run(scenario: &Scenario, trace: bool, seed: Option<u64>) -> ExitCode {
    let source = &*scenario.code;
    let program = match compile(source) {
        Ok(program) => program,
        Err(error) => {
            if trace {
                write(&mut std::io::stdout(), &json::lines(&refused(&error).trace()));
            }
            write(&mut std::io::stderr(), &syntax_error_text(source, &error));
            return ExitCode::FAILURE;
        }
    };
    let settings = Settings { seed: seed.or(scenario.seed), keeps_thrown: trace, ..Settings::default() };
    let mut run = Run::new(&program, settings).intervene(&scenario.interventions);
    run.finish();
    let out = if trace { json::lines(&run.trace()) } else { run.stdout() };
    write(&mut std::io::stdout(), &out);
    // With the trace goes the oracle's stderr, to the byte.
    write(&mut std::io::stderr(), &if trace { run.stderr() } else { run.stderr_explained() });
    ExitCode::from(run.exit_code() as u8)
}

/// The trace of a program that does not start.
fn refused(error: &SyntaxError) -> Recorder {
    let recorder = Recorder::new();
    let value = format!("{}: {} (main.py, line {})", error.kind.name(), error.message, error.line);
    recorder
        .note(0.0, |trace| EventKind::Exit { outcome: Exit::Exception, value: Some(trace.intern(&value)) });
    recorder
}
