//! Every bar that can be dragged, in every conformance program: its number is changed as a drag changes it, and
//! what CPython tells of the new text must be what we tell.
//!
//! Nothing is asked where no CPython is found (`$INTERLEAVE_PYTHON`, set by `cargo xtask`).

#![cfg(not(target_arch = "wasm32"))]

#[path = "random/cpython.rs"]
mod cpython;
#[path = "conformance/difference.rs"]
mod difference;
#[expect(dead_code, reason = "goldens are of the programs as they are")]
#[path = "conformance/program.rs"]
mod program;
#[expect(dead_code, reason = "events are counted elsewhere")]
#[path = "random/told.rs"]
mod told;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use anyhow::{Context, Result};
use cpython::Oracle;
use difference::difference;
use interleave::python::{Run, Settings, compile};
use interleave::scenario::bars::draggable;
use interleave::scenario::edit::Edits;
use interleave::scenario::numbers::{number_at, set_number};
use interleave::trace::Lanes;
use program::Program;
use told::{differ_in_garbage, ours, without_unplaced};

const WORKERS: usize = 2;
/// Programs that go through a set of tasks, which CPython orders by address (see `docs/divergences.md`): when
/// several of these tasks are left after a drag, their order is an accident.
const ORDERED_BY_ADDRESS: [&str; 1] = ["tutorial_blog_graceful_shutdown"];

fn main() -> ExitCode {
    let Some(python) = env::var_os("INTERLEAVE_PYTHON").map(PathBuf::from) else {
        println!("no CPython 3.13: bars are not dragged ($INTERLEAVE_PYTHON names one)");
        return ExitCode::SUCCESS;
    };
    match drag_all(&python) {
        Ok((bars, different)) => {
            let verdict = if different == 0 && bars > 0 { "ok" } else { "FAILED" };
            println!("test result: {verdict}. {bars} numbers dragged; {different} differ");
            if verdict == "ok" { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// How many numbers were dragged, and after how many of them the traces differ.
fn drag_all(python: &Path) -> Result<(usize, usize)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    // `many.py` runs all programs with the same chance: none is asked for another.
    let is_steady =
        |program: &Program| program.seed.is_none() && !ORDERED_BY_ADDRESS.contains(&program.name().as_str());
    let programs: Vec<_> = Program::all(&folder)?.into_iter().filter(is_steady).collect();
    let (next, bars, different) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || -> Result<()> {
        let mut oracle = Oracle::start(python)?;
        while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let source = fs::read_to_string(&program.path)?;
            for origin in origins(&source) {
                let Some(text) = dragged(&source, origin) else { continue };
                let told = compared(&mut oracle, &text).with_context(|| program.name())?;
                bars.fetch_add(1, Ordering::Relaxed);
                if let Some(told) = told {
                    different.fetch_add(1, Ordering::Relaxed);
                    println!("{}, the number at byte {origin}:\n{told}", program.name());
                }
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let spawn = || thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work);
        let workers = (0..WORKERS).map(|_| spawn()).collect::<std::io::Result<Vec<_>>>()?;
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
    })?;
    Ok((bars.into_inner(), different.into_inner()))
}

/// The places of the numbers whose bars have a handle on the page.
fn origins(source: &str) -> BTreeSet<u32> {
    let Ok(program) = compile(source) else { return BTreeSet::new() };
    let mut run = Run::new(&program, Settings::default());
    run.finish();
    let mut lanes = Lanes::default();
    lanes.extend(run.trace().events());
    draggable(&lanes).map(|(_, origin)| origin).collect()
}

/// The text after a drag to somewhat more than half as long again.
fn dragged(source: &str, origin: u32) -> Option<String> {
    let offset = usize::try_from(origin).ok()?;
    let seconds = number_at(source, offset)?.value.mul_add(1.5, 0.3);
    let edit = set_number(source, offset, seconds, Some(0.1))?;
    Edits::new(vec![edit]).ok()?.apply(source).ok()
}

/// How the two differ, if they do.
fn compared(oracle: &mut Oracle, text: &str) -> Result<Option<String>> {
    oracle.send(text)?;
    let mut ours = ours(text);
    let mut theirs = oracle.receive()?;
    without_unplaced(&mut theirs, &mut ours);
    if theirs == ours || differ_in_garbage(&theirs, &ours) {
        return Ok(None);
    }
    let mut told = String::new();
    told.extend(difference("trace", &theirs.trace, &ours.trace));
    told.extend(difference("stderr", &theirs.stderr, &ours.stderr));
    if theirs.status != ours.status {
        told += &format!("exit: expected {}, got {}\n", theirs.status, ours.status);
    }
    Ok(Some(told))
}
