//! The programs of `tests/conformance`, each a test: our run gives the bytes that CPython gave.
//!
//! `cargo xtask conformance --bless` writes those anew where a CPython is found.

#[path = "conformance/difference.rs"]
mod difference;
#[path = "conformance/program.rs"]
mod program;

use std::path::Path;
use std::process::{Command, ExitCode};

use difference::difference;
use libtest_mimic::{Arguments, Failed, Trial};
use program::Program;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let programs = Program::all(&folder).expect("the folder of programs can be read");
    let trials =
        programs.into_iter().map(|program| Trial::test(program.name(), move || same(&program))).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn same(program: &Program) -> Result<(), Failed> {
    let output = run(program)?;
    let mut told = Vec::new();
    told.extend(difference("trace", &program.golden("trace")?, &String::from_utf8_lossy(&output.stdout)));
    told.extend(difference("stderr", &program.golden("stderr")?, &String::from_utf8_lossy(&output.stderr)));
    if output.status.code() != Some(program.exit) {
        told.push(format!("exit: expected {}, got {}\n", program.exit, output.status));
    }
    if told.is_empty() { Ok(()) } else { Err(told.concat().into()) }
}

fn run(program: &Program) -> std::io::Result<std::process::Output> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
    command.arg("run").arg(&program.path).args(["--trace", "--python", &program.python]);
    if let Some(seed) = &program.seed {
        command.args(["--seed", seed]);
    }
    command.output()
}
