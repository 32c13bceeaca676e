//! The programs on this machine.

// The ban on clocks is for runs of programs.
#![allow(clippy::disallowed_types)]

use std::env;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, ensure};

use super::{Program, Side, ours};

/// The variable that names the CPython to compare with.
const PYTHON: &str = "INTERLEAVE_PYTHON";

/// Whether there is a CPython.
pub fn has_peer() -> bool {
    env::var_os(PYTHON).is_some()
}

/// Seconds that a program takes.
pub async fn seconds(program: &Program, side: Side) -> Result<f64> {
    match side {
        Side::Ours => here(program, false),
        Side::Recorded => here(program, true),
        Side::Peer => on_cpython(program),
    }
}

fn here(program: &Program, recording: bool) -> Result<f64> {
    let start = Instant::now();
    ours::run(&program.source, recording).map_err(|error| anyhow!(error))?;
    Ok(start.elapsed().as_secs_f64())
}

fn on_cpython(program: &Program) -> Result<f64> {
    let python = env::var_os(PYTHON).context(PYTHON)?;
    let output =
        Command::new(python).args(["-c", &program.source]).output().context("CPython does not start")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout)?.trim().parse().context("the program prints its seconds")
}
