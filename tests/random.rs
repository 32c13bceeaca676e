//! Random asyncio programs, run by CPython and by us: what they tell must be the same.
//!
//! `cargo xtask conformance --random 20000 --from 1` runs as many as one likes; this test alone runs a few
//! hundred, and none where no CPython is found (`$INTERLEAVE_PYTHON`, set by `cargo xtask`).

#![cfg(not(target_arch = "wasm32"))]
// The ban on clocks is for runs of programs; here one tells how long it takes.
#![allow(clippy::disallowed_types)]

#[path = "random/chance.rs"]
mod chance;
#[path = "random/cpython.rs"]
mod cpython;
#[path = "conformance/difference.rs"]
mod difference;
#[path = "random/generate/mod.rs"]
mod generate;
#[path = "random/hunt.rs"]
mod hunt;
#[path = "random/shrink.rs"]
mod shrink;
#[path = "random/told.rs"]
mod told;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use hunt::Hunt;

/// How many programs are run where nobody says it.
const PROGRAMS: u64 = 300;
/// The first of them.
const FROM: u64 = 1;

fn main() -> ExitCode {
    let done = arguments().and_then(|asked| match asked {
        Asked::Show(seed) => {
            print!("{}", generate::program(seed));
            Ok(true)
        }
        Asked::Hunt { from, count } => hunt(from, count),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

enum Asked {
    /// Print the program of that seed.
    Show(u64),
    Hunt {
        from: u64,
        count: u64,
    },
}

/// `--programs N`, `--from SEED`, `--show SEED`.
fn arguments() -> Result<Asked> {
    let (mut from, mut count) = (FROM, PROGRAMS);
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || words.next().context("a number is missing")?.parse::<u64>().context("no number");
        match word.as_str() {
            "--programs" => count = number()?,
            "--from" => from = number()?,
            "--show" => return Ok(Asked::Show(number()?)),
            other => bail!("what is {other}?"),
        }
    }
    Ok(Asked::Hunt { from, count })
}

fn hunt(from: u64, count: u64) -> Result<bool> {
    let Some(python) = env::var_os("INTERLEAVE_PYTHON").map(PathBuf::from) else {
        println!("no CPython 3.13: random programs are skipped ($INTERLEAVE_PYTHON names one)");
        return Ok(true);
    };
    let found = Hunt::new(python, from, count).run()?;
    println!(
        "{count} random programs, {} trace events, {} differences; {} differ only in when objects die; \
         {} cannot be compared",
        found.events, found.differences, found.garbage, found.left_out
    );
    let verdict = if found.differences == 0 { "ok" } else { "FAILED" };
    println!("test result: {verdict}. {} passed; {} failed", count - found.differences, found.differences);
    Ok(found.differences == 0)
}
