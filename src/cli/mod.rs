//! The command line: the same run, for a terminal and for other programs.
//!
//! `run` a program, `check` many, turn one into a `link` and back into its `source`, and draw its timeline as `svg`.

mod check;
mod links;
mod run;
mod svg;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use crate::python::{Run, Settings, compile, syntax_error_text};
use crate::scenario::notes::Notes;
use crate::scenario::{PythonVersion, Scenario};
use crate::trace::Axis;

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
        /// The program, or a link to one, which has its own seed and interventions; `-` reads the program from standard
        /// input.
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
    /// Run programs within the budgets, and compare what they print with their lines `# expect: …`.
    Check {
        /// The programs; their first comments may say `# seed: 7` and `# exit: 1`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print a program as a link.
    Link {
        /// The program; `-` reads it from standard input.
        file: PathBuf,
        /// The page that opens it: `https://example.org/interleave/`. Without it, the part from `#` on.
        #[arg(long, default_value = "")]
        page: String,
        /// The scenario's title, in place of the comment `# title: …`.
        #[arg(long)]
        title: Option<String>,
        /// The version of Python.
        #[arg(long, default_value = "3.13")]
        python: Version,
        /// What `random` starts from, in place of the comment `# seed: …`.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Print the program of a link, to the byte; its title, seed and interventions on stderr.
    Source {
        /// The link, or its part from `#` on; `-` reads it from standard input.
        url: String,
    },
    /// Draw a program's timeline as an SVG on stdout.
    Svg {
        /// The program; `-` reads it from standard input. Its first comments may say title and seed.
        file: PathBuf,
        /// The colours.
        #[arg(long, default_value = "light")]
        theme: Theme,
        /// What it is drawn along: the time, or the steps, each of which has a column.
        #[arg(long, default_value = Axis::default().name(), value_parser = axis())]
        axis: Axis,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Theme {
    Light,
    Dark,
    /// Black on white.
    Print,
}

#[derive(Clone, Copy, ValueEnum)]
enum Version {
    #[value(name = "3.13")]
    V3_13,
}

impl From<Version> for PythonVersion {
    fn from(version: Version) -> Self {
        match version {
            Version::V3_13 => Self::V3_13,
        }
    }
}

/// Why a command did not begin, told on stderr; the exit status is 2.
type Refusal = String;

/// The names of the axes.
fn axis() -> impl TypedValueParser<Value = Axis> {
    PossibleValuesParser::new(Axis::ALL.map(Axis::name)).try_map(|name| Axis::from_name(&name).ok_or(name))
}

/// Run a program with what its comments say, to its end.
fn run_as_noted(source: &str) -> Result<(Notes, Run), Refusal> {
    let notes = Notes::read(source)?;
    let program = compile(source).map_err(|error| syntax_error_text(source, &error))?;
    let settings = Settings { seed: notes.seed, ..Settings::default() };
    let mut run = Run::new(&program, settings).intervene(&notes.interventions);
    run.finish();
    Ok((notes, run))
}

/// Do what the arguments say. The exit status is the program's own; 2 for wrong arguments.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Run { file, trace, python: Version::V3_13, seed } => {
            scenario(&file).map(|scenario| run::run(&scenario, trace, seed))
        }
        Command::Check { files } => Ok(check::check(&files)),
        Command::Link { file, page, title, python, seed } => {
            read(&file).and_then(|source| links::link(&source, &page, title, python.into(), seed))
        }
        Command::Source { url } => links::source(&url),
        Command::Svg { file, theme, axis } => read(&file).and_then(|source| svg::svg(&source, theme, axis)),
    };
    done.unwrap_or_else(|refusal| {
        eprintln!("interleave: {refusal}");
        ExitCode::from(2)
    })
}

/// The scenario of a link, or a program alone.
fn scenario(file: &Path) -> Result<Scenario, Refusal> {
    match file.to_str().filter(|file| file.contains("#s1.")) {
        Some(link) => links::open(link),
        None => Ok(Scenario { code: read(file)?.into(), title: String::new(), ..Scenario::default() }),
    }
}

fn read(file: &Path) -> Result<String, Refusal> {
    let read = || {
        if file != Path::new("-") {
            return std::fs::read_to_string(file);
        }
        let mut source = String::new();
        std::io::stdin().read_to_string(&mut source)?;
        Ok(source)
    };
    read().map_err(|error| format!("cannot read {}: {error}", file.display()))
}

/// A reader that has gone away is no error.
fn write(to: &mut impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}
