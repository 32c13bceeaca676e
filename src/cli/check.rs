//! `interleave check FILES…`: what a course's build runs over its scenarios.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{read, run_as_noted, write};
use crate::trace::{EventKind, Exit};

/// Run each; a line for each on stdout, and what is wrong with it below. The exit status is 1 if
/// anything is.
pub fn check(files: &[PathBuf]) -> ExitCode {
    let mut failed = 0;
    for file in files {
        let told = match check_one(file) {
            Ok(()) => format!("ok      {}\n", file.display()),
            Err(wrong) => {
                failed += 1;
                format!("FAILED  {}\n{}", file.display(), indented(&wrong))
            }
        };
        write(&mut std::io::stdout(), &told);
    }
    write(&mut std::io::stdout(), &format!("{} passed, {failed} failed\n", files.len() - failed));
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check_one(file: &Path) -> Result<(), String> {
    let (notes, run) = run_as_noted(&read(file)?)?;
    let last = run.trace().events().last().map(|event| event.kind);
    let is_over_budget = matches!(last, Some(EventKind::Exit { outcome: Exit::Budget, .. }));
    if is_over_budget || run.exit_code() != notes.exit.unwrap_or(0) {
        return Err(format!("exit status {}\n{}", run.exit_code(), run.stderr_explained()));
    }
    match notes.expected {
        Some(expected) => compare(&expected, &run.stdout()),
        None => Ok(()),
    }
}

/// The first line that differs, if any does.
fn compare(expected: &[String], output: &str) -> Result<(), String> {
    let lines: Vec<&str> = output.lines().collect();
    for place in 0..expected.len().max(lines.len()) {
        let wanted = expected.get(place).map(String::as_str);
        let found = lines.get(place).copied();
        if wanted != found {
            let told = |line: Option<&str>| line.map_or("nothing".to_owned(), |line| format!("{line:?}"));
            return Err(format!("line {}: expected {}, printed {}", place + 1, told(wanted), told(found)));
        }
    }
    Ok(())
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("        {line}\n")).collect()
}
