//! `cargo xtask bench`: what things cost, and how that compares.

mod python;
mod scheduler;

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

/// Measure what something costs; the machine should have nothing else to do
#[derive(clap::Args)]
pub struct Arguments {
    /// What is measured
    what: Subject,
}

#[derive(Clone, Copy, ValueEnum)]
enum Subject {
    /// The event loop, with native coroutines, beside async-executor and tokio
    Scheduler,
    /// Python programs, beside CPython, and in Chromium beside Pyodide
    Python,
}

/// Run the benchmark.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    match arguments.what {
        Subject::Scheduler => scheduler::run(),
        Subject::Python => python::run(),
    }
}
