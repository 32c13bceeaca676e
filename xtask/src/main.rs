//! What one does with this project, one file a command.

// The ban on clocks and hashing is for runs of programs; here clocks time our own steps.
#![allow(clippy::disallowed_types)]

mod bench;
mod build;
mod chromium;
mod conformance;
mod fuzz;
mod page;
mod progress;
mod serve;
mod size;
mod test;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Serve, test and build Interleave. Tools that are missing are installed first.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Test(test::Arguments),
    Build(build::Arguments),
    /// Build the page as it is published and print what a visitor downloads; fails above 300 kB of brotli
    Size,
    Conformance(conformance::Arguments),
    Fuzz(fuzz::Arguments),
    Bench(bench::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Size => size::run(),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

/// The folder of the whole project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ stands in the project's folder")
}
