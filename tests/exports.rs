//! What is exported: the trace as Perfetto's documentation wants it, and the program as CPython runs it.

#![cfg(not(target_arch = "wasm32"))]

#[path = "conformance/program.rs"]
#[allow(dead_code, reason = "the conformance tests need more of it")]
mod program;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use interleave::python::{Run, Settings, compile};
use interleave::scenario::notes::Notes;
use interleave::trace::{Lanes, trace_event};
use program::Program;
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The run of a program, to its end.
fn run(source: &str, seed: Option<u64>) -> Option<Run> {
    let compiled = compile(source).ok()?;
    let mut run = Run::new(&compiled, Settings { seed, ..Settings::default() });
    run.finish();
    Some(run)
}

/// The rules are those of the format's description, and of Perfetto's page on what it reads of it: each event has what
/// its kind needs, each thread a name, and what is done on a thread is nested, for else it is dropped.
#[test]
fn every_trace_event_file_is_as_the_format_is_described() {
    let programs = Program::all(&folder("tests/conformance")).expect("the folder of programs can be read");
    let mut slices = 0;
    for program in &programs {
        let source = fs::read_to_string(&program.path).expect("a program can be read");
        let seed = program.seed.as_ref().and_then(|seed| seed.parse().ok());
        let Some(run) = run(&source, seed) else { continue };
        let mut lanes = Lanes::default();
        lanes.extend(run.trace().events());
        let document = trace_event::document(&run.trace(), &lanes);
        slices += check(&document).unwrap_or_else(|wrong| panic!("{}: {wrong}", program.name()));
    }
    assert!(slices > 1_000, "only {slices} slices were looked at");
}

/// How many slices there are, or what is wrong.
fn check(document: &str) -> Result<usize, String> {
    let document: Value = serde_json::from_str(document).map_err(|error| error.to_string())?;
    if !matches!(document["displayTimeUnit"].as_str(), Some("ms" | "ns")) {
        return Err("the unit is neither ms nor ns".into());
    }
    let events = document["traceEvents"].as_array().ok_or("there is no list of events")?;
    let mut names = BTreeMap::new();
    let mut slices: BTreeMap<u64, Vec<(f64, f64)>> = BTreeMap::new();
    for event in events {
        let wrong = |what: &str| format!("{what}: {event}");
        let thread = event["tid"].as_u64().ok_or(wrong("no tid"))?;
        event["pid"].as_u64().ok_or(wrong("no pid"))?;
        let name = event["name"].as_str().ok_or(wrong("no name"))?;
        let time = || event["ts"].as_f64().filter(|time| *time >= 0.0).ok_or(wrong("no time"));
        match event["ph"].as_str() {
            Some("M") if matches!(name, "process_name" | "thread_name") => {
                event["args"]["name"].as_str().ok_or(wrong("no name in its arguments"))?;
                if name == "thread_name" && names.insert(thread, event).is_some() {
                    return Err(wrong("a second name of a thread"));
                }
            }
            Some("X") => {
                let length =
                    event["dur"].as_f64().filter(|length| *length >= 0.0).ok_or(wrong("no length"))?;
                slices.entry(thread).or_default().push((time()?, time()? + length));
            }
            Some("i") if matches!(event["s"].as_str(), Some("t" | "p" | "g")) => {
                time()?;
            }
            _ => return Err(wrong("no kind that is known")),
        }
        if event["ph"] != "M" && !names.contains_key(&thread) {
            return Err(wrong("a thread without a name"));
        }
    }
    for (thread, slices) in &mut slices {
        slices.sort_by(|one, other| one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1)));
        let mut open: Vec<f64> = Vec::new();
        for &(from, to) in &*slices {
            // Nanoseconds are the finest that is written; sums of them in microseconds are not exact.
            open.retain(|end| from < end - 5e-4);
            if open.last().is_some_and(|end| to > end + 5e-4) {
                return Err(format!(
                    "on thread {thread} what lasts from {from} to {to} is not within what goes on, until {open:?}"
                ));
            }
            open.push(to);
        }
    }
    Ok(slices.values().map(Vec::len).sum())
}

/// A program is exported as it is. CPython, with its own clock, prints the same as the playground did.
#[test]
fn an_exported_program_prints_the_same_in_cpython() {
    let Some(python) = cpython() else {
        eprintln!("There is no CPython 3.13 here; nothing was compared.");
        return;
    };
    let files =
        ["www/course/gather.py", "www/course/group.py", "www/course/group-zh.py", "tests/links/breakfast.py"];
    let exported = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exported");
    fs::create_dir_all(&exported).expect("a folder can be made");
    let started = files.map(|file| {
        let source = fs::read_to_string(folder(file)).expect("a program can be read");
        let path = exported.join(file.replace('/', "-"));
        fs::write(&path, &source).expect("a program can be written");
        let mut command = Command::new(&python);
        command.arg(&path).env("PYTHONUTF8", "1").stdout(Stdio::piped()).stderr(Stdio::null());
        (file, source, command.spawn().expect("CPython starts"))
    });
    for (file, source, child) in started {
        let printed = child.wait_with_output().expect("CPython ends").stdout;
        let seed = Notes::read(&source).ok().and_then(|notes| notes.seed);
        let run = run(&source, seed).expect("it is a program");
        assert_eq!(String::from_utf8_lossy(&printed), run.stdout(), "{file}");
        assert!(!printed.is_empty(), "{file} prints nothing");
    }
}

/// CPython 3.13: `$PYTHON313`, on PATH, or pyenv's.
fn cpython() -> Option<PathBuf> {
    let named = env::var_os("PYTHON313").map(PathBuf::from);
    let works = |python: &PathBuf| {
        let asked =
            Command::new(python).args(["-c", "import sys; print(sys.version_info[:2] == (3, 13))"]).output();
        asked.is_ok_and(|asked| asked.stdout.starts_with(b"True"))
    };
    let pyenv = || {
        let root = Command::new("pyenv").arg("root").output().ok()?;
        let versions = PathBuf::from(String::from_utf8(root.stdout).ok()?.trim()).join("versions");
        let mut found: Vec<PathBuf> =
            fs::read_dir(versions).ok()?.flatten().map(|entry| entry.path()).collect();
        found.sort();
        found.into_iter().rev().map(|version| version.join("bin/python3.13")).find(|python| python.is_file())
    };
    named.into_iter().chain([PathBuf::from("python3.13")]).find(works).or_else(|| pyenv().filter(works))
}
