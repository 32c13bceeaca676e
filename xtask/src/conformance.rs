//! `cargo xtask conformance`: what CPython itself makes of the conformance programs.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

use anyhow::{Context, Result, bail};

use crate::{root, tools};

#[path = "../../tests/conformance/difference.rs"]
mod difference;
#[path = "../../tests/conformance/program.rs"]
mod program;

use difference::difference;
use program::Program;

/// Where programs stand: those that must hold, and those that wait for more of the language.
const FOLDERS: [&str; 2] = ["tests/conformance", "tests/conformance-next"];

/// The variable that tells `tests/random.rs` which CPython to ask.
pub const RANDOM_PYTHON: &str = "INTERLEAVE_PYTHON";

/// Run the conformance programs on CPython and compare with the traces kept beside them
#[derive(clap::Args)]
pub struct Arguments {
    /// Write what CPython gives instead of comparing
    #[arg(long)]
    bless: bool,
    /// Run so many random programs, on CPython and here, and compare; what differs is made small and shown
    #[arg(long, value_name = "N", conflicts_with_all = ["bless", "name"])]
    random: Option<u64>,
    /// The seed of the first random program
    #[arg(long, value_name = "SEED", default_value_t = 1, requires = "random")]
    from: u64,
    /// Only programs whose names contain this
    name: Option<String>,
}

/// Check or write each program's golden files; tells all that differ.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    if let Some(count) = arguments.random {
        return random(count, arguments.from);
    }
    let mut programs = Vec::new();
    for folder in FOLDERS {
        programs.extend(Program::all(&root().join(folder)).context(folder)?);
    }
    programs.retain(|program| arguments.name.as_ref().is_none_or(|name| program.name().contains(name)));
    let mut wrong = 0;
    for program in &programs {
        let complaints = one(program, arguments.bless).with_context(|| program.name())?;
        wrong += usize::from(!complaints.is_empty());
        for complaint in complaints {
            println!("{}: {complaint}", program.name());
        }
    }
    println!("{} programs run on CPython, {wrong} wrong", programs.len());
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn random(count: u64, from: u64) -> Result<ExitCode> {
    let mut command = tools::command("cargo");
    command.args(["test", "--quiet", "--test", "random", "--"]).env(RANDOM_PYTHON, python("3.13")?);
    command.args(["--programs", &count.to_string(), "--from", &from.to_string()]);
    let status = command.status().context("cargo does not start")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Run one program on CPython; what is wrong with its files.
fn one(program: &Program, bless: bool) -> Result<Vec<String>> {
    let output = oracle(program)?;
    let mut complaints = Vec::new();
    let status = output.status.code();
    if status != Some(program.exit) {
        let says = status.map_or("a signal".into(), |status| status.to_string());
        complaints.push(format!("exits with {says}; its header says {} (`# exit: {says}`)", program.exit));
    }
    for (extension, bytes) in [("trace", output.stdout), ("stderr", output.stderr)] {
        let given = String::from_utf8(bytes)?;
        if bless {
            write(&program.path.with_extension(extension), &given)?;
        }
        complaints.extend(difference(extension, &given, &program.golden(extension)?));
    }
    Ok(complaints)
}

/// An empty text has no file.
fn write(path: &Path, text: &str) -> Result<()> {
    if !text.is_empty() {
        return Ok(fs::write(path, text)?);
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn oracle(program: &Program) -> Result<Output> {
    let mut command = Command::new(python(&program.python)?);
    // Strings hash alike in every run, so that even a set of them has one order.
    command.env("PYTHONHASHSEED", "0").env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command.current_dir(program.path.parent().context("a program stands in a folder")?);
    command.arg("../oracle/oracle.py").arg("--trace");
    if let Some(seed) = &program.seed {
        command.args(["--seed", seed]);
    }
    command.arg(format!("{}.py", program.name())).output().context("CPython does not start")
}

/// A CPython of that version: `$PYTHON313`, on PATH, or pyenv's.
pub fn python(version: &str) -> Result<PathBuf> {
    let name = format!("python{version}");
    let variable = format!("PYTHON{}", version.replace('.', ""));
    let chosen = env::var_os(&variable).map(PathBuf::from);
    let runs = |python: &PathBuf| tools::said(Command::new(python).arg("--version")).is_some();
    let candidates = [chosen, tools::find(&name), pyenv(version, &name)];
    match candidates.into_iter().flatten().find(runs) {
        Some(python) => Ok(python),
        None => {
            bail!("no CPython {version}: it is neither ${variable}, nor {name} on PATH, nor one of pyenv's")
        }
    }
}

/// The newest of pyenv's versions that begins with this one.
fn pyenv(version: &str, name: &str) -> Option<PathBuf> {
    let versions = PathBuf::from(tools::said(Command::new("pyenv").arg("root"))?.trim()).join("versions");
    let mut found: Vec<_> = fs::read_dir(versions).ok()?.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{version}.")))
    });
    found.sort();
    Some(found.pop()?.join("bin").join(name))
}
