//! The command line: the same run, for a terminal and for other programs.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::python::{Run, Settings, SyntaxError, compile, syntax_error_text};
use crate::trace::{EventKind, Exit, Recorder, json};

/// Run asyncio programs in virtual time, as CPython would.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a program: its output on stdout, its traceback on stderr, its exit status.
    Run {
        /// The program; `-` reads it from standard input.
        file: PathBuf,
        /// Print what the event loop did, one JSON object a line, in place of the output.
        #[arg(long)]
        trace: bool,
        /// The version of Python.
        #[arg(long, default_value = "3.13")]
        python: Version,
        /// What `random` starts from.
        #[arg(long)]
        seed: Option<u64>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Version {
    #[value(name = "3.13")]
    V3_13,
}

/// Do what the arguments say. The exit status is the program's own; 2 for wrong arguments.
pub fn main() -> ExitCode {
    let Arguments { command: Command::Run { file, trace, python: Version::V3_13, seed } } =
        Arguments::parse();
    match read(&file) {
        Ok(source) => run(&source, trace, Settings { seed, ..Settings::default() }),
        Err(error) => {
            eprintln!("interleave: cannot read {}: {error}", file.display());
            ExitCode::from(2)
        }
    }
}

fn read(file: &Path) -> std::io::Result<String> {
    if file != Path::new("-") {
        return std::fs::read_to_string(file);
    }
    let mut source = String::new();
    std::io::stdin().read_to_string(&mut source)?;
    Ok(source)
}

fn run(source: &str, trace: bool, settings: Settings) -> ExitCode {
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
    let mut run = Run::new(&program, settings);
    run.finish();
    let out = if trace { json::lines(&run.trace()) } else { run.stdout() };
    write(&mut std::io::stdout(), &out);
    // With the trace goes CPython's own stderr, to the byte.
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

/// A reader that has gone away is no error.
fn write(to: &mut impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}
