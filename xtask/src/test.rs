//! `cargo xtask test`: everything that must hold, in the order of what is cheapest to know.

use std::fs;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::progress::{self, spell};
use crate::{build, chromium, conformance, root, tools};

/// Test everything: format, lints, native tests, conformance, floors, and the page in a real browser
#[derive(clap::Args)]
pub struct Arguments {
    /// Only these steps; all of them if none is named
    steps: Vec<Step>,
}

/// One thing that is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// `cargo fmt --check`
    Format,
    /// clippy, for this machine
    Clippy,
    /// clippy, for the browser
    ClippyWasm,
    /// Unit tests, doc tests, and the tests of tests/ that are not named below
    Native,
    /// The traces that CPython gave
    Conformance,
    /// Random programs, where a CPython 3.13 is found
    Random,
    /// No floor of the house knows one above it
    Floors,
    /// The page as it is published, in a headless Chromium
    Browser,
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Run the steps, all of them whatever fails, and end with the line that counts.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let steps = if arguments.steps.is_empty() { Step::value_variants() } else { &arguments.steps };
    let start = Instant::now();
    let mut total = Count::default();
    let mut failed = Vec::new();
    for &step in steps {
        let count = timed(step);
        total = total.plus(count);
        if count.failed > 0 {
            failed.push(name(step));
        }
    }
    println!("\nAll of it took {}.", spell(start.elapsed()));
    if !failed.is_empty() {
        println!("Failed: {}.", failed.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Run a step under its heading. What cannot even begin counts as one failure.
fn timed(step: Step) -> Count {
    println!("\n== {}", name(step));
    let start = Instant::now();
    let count = commands(step).and_then(run_all).unwrap_or_else(|error| {
        println!("{error:#}");
        Count { passed: 0, failed: 1 }
    });
    let verdict = if count.failed == 0 { "ok" } else { "FAILED" };
    println!("   {verdict}: {} passed, {} failed in {}", count.passed, count.failed, spell(start.elapsed()));
    count
}

fn name(step: Step) -> String {
    step.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// What a step runs, with all that it needs installed.
fn commands(step: Step) -> Result<Vec<Command>> {
    tools::lints()?;
    match step {
        Step::Format => Ok(vec![cargo(&["fmt", "--all", "--check"])]),
        Step::Clippy => {
            let targets = ["--all-targets", "--test", "browser", "--", "-D", "warnings"];
            Ok(vec![cargo(&[&["clippy", "--workspace"], &targets[..]].concat())])
        }
        Step::ClippyWasm => {
            tools::wasm_target()?;
            let target = ["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
            Ok(vec![cargo(&[&["clippy", "--lib", "--bins"], &target[..]].concat())])
        }
        Step::Native => native(),
        Step::Conformance => Ok(vec![cargo(&["test", "--test", "conformance"])]),
        Step::Random => Ok(random()),
        Step::Floors => Ok(vec![cargo(&["test", "--test", "floors"])]),
        Step::Browser => browser(),
    }
}

fn native() -> Result<Vec<Command>> {
    let mut tests = cargo(&["test", "--workspace", "--no-fail-fast", "--lib", "--bins"]);
    for test in other_tests()? {
        tests.args(["--test", &test]);
    }
    Ok(vec![tests, cargo(&["test", "--doc"])])
}

/// Nothing where there is no CPython to compare with.
fn random() -> Vec<Command> {
    match conformance::python("3.13") {
        Ok(python) => {
            let mut tests = cargo(&["test", "--test", "random"]);
            tests.env(conformance::RANDOM_PYTHON, python);
            vec![tests]
        }
        Err(error) => {
            println!("   skipped: {error:#}");
            Vec::new()
        }
    }
}

/// The files of tests/ that have no step of their own.
fn other_tests() -> Result<Vec<String>> {
    let steps: Vec<_> = Step::value_variants().iter().map(|&step| name(step)).collect();
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("tests"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.retain(|name| !steps.contains(name));
    names.sort();
    Ok(names)
}

fn browser() -> Result<Vec<Command>> {
    let chromium = chromium::ready()?;
    let dist = root().join("target/page");
    build::release(&dist, None)?;
    let mut tests = cargo(&["test", "--test", "browser"]);
    tests.env("INTERLEAVE_DIST", dist);
    tests.env("INTERLEAVE_CHROMIUM", chromium.browser).env("INTERLEAVE_CHROMEDRIVER", chromium.driver);
    Ok(vec![tests])
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = tools::command("cargo");
    command.args(arguments);
    command
}

fn run_all(commands: Vec<Command>) -> Result<Count> {
    commands.into_iter().try_fold(Count::default(), |total, command| Ok(total.plus(one(command)?)))
}

/// Run one command; print what it said if it failed. Its tests are counted, or it counts as one.
fn one(mut command: Command) -> Result<Count> {
    let finished = progress::watch(&mut command)?;
    if !finished.success {
        println!("{}", without_passed(&finished.output));
    }
    let mut count = Count::of(&finished.output);
    if !finished.success && count.failed == 0 {
        count.failed = 1;
    } else if count == Count::default() && !finished.output.contains(RESULT) {
        count.passed = 1;
    }
    Ok(count)
}

fn without_passed(output: &str) -> String {
    output.lines().filter(|line| !line.ends_with("... ok")).collect::<Vec<_>>().join("\n")
}

/// What each test binary says at its end: `test result: ok. 12 passed; 0 failed; …`.
const RESULT: &str = "test result: ";

impl Count {
    fn of(output: &str) -> Count {
        let results = output.lines().filter_map(|line| line.strip_prefix(RESULT));
        results.fold(Count::default(), |total, line| {
            total.plus(Count { passed: number_before(line, "passed"), failed: number_before(line, "failed") })
        })
    }

    fn plus(self, other: Count) -> Count {
        Count { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_all_binaries_are_counted() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                      noise\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Count::of(output), Count { passed: 15, failed: 2 });
    }

    #[test]
    fn a_command_without_tests_counts_as_one() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo fine"]);
        assert_eq!(one(shell).expect("sh starts"), Count { passed: 1, failed: 0 });
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo 'error: could not compile' >&2; exit 101"]);
        assert_eq!(one(shell).expect("sh starts"), Count { passed: 0, failed: 1 });
    }
}
