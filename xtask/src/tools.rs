//! The tools that turn the crate into a page: found, or installed where the next clone finds them.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{progress, root};

pub const TARGET: &str = "wasm32-unknown-unknown";
/// The newest that today's stable Rust builds.
const TRUNK: &str = "0.21.14";
const STD_TRIED_WITH: &str = "1.95.";

/// rustfmt and clippy, which a minimal Rust lacks.
pub fn lints() -> Result<()> {
    for (component, tool) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if version(tool).is_none() {
            let what = format!("Installing {component} through rustup (seconds)");
            progress::run(&what, rustup()?.args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The standard library for wasm.
pub fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    let what = format!("Installing Rust's {TARGET} target through rustup (seconds)");
    progress::run(&what, rustup()?.args(["target", "add", TARGET]))
}

/// Whether the standard library can be compiled anew: its source is there, or rustup brings it, and the
/// compiler is the one that this was tried with.
pub fn std_source() -> Result<bool> {
    if version("rustc").is_none_or(|found| !found.starts_with(STD_TRIED_WITH)) || find("rustup").is_none() {
        eprintln!(
            "The standard library stays as it is: the page will be about a sixth larger than it could be"
        );
        return Ok(false);
    }
    if !sysroot()?.join("lib/rustlib/src/rust/library").exists() {
        let what = "Installing Rust's own source through rustup (seconds)";
        progress::run(what, rustup()?.args(["component", "add", "rust-src"]))?;
    }
    Ok(true)
}

/// All that a build of the page needs.
pub fn for_the_page() -> Result<()> {
    wasm_target()?;
    from_source("wasm-bindgen-cli", "wasm-bindgen", &locked_version("wasm-bindgen")?, 2)?;
    from_source("trunk", "trunk", TRUNK, 5)
}

/// A command that finds the installed tools, whatever the shell's PATH says.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path(&[]));
    command
}

/// These folders, then cargo's own, then those of PATH.
pub fn path(first: &[&Path]) -> OsString {
    let before = env::var_os("PATH").unwrap_or_default();
    let folders =
        first.iter().map(|folder| folder.to_path_buf()).chain(cargo_bin()).chain(env::split_paths(&before));
    env::join_paths(folders).unwrap_or_else(|_| before.clone())
}

/// Install a package of npm's below a folder.
pub fn npm_install(what: &str, package: &str, folder: &Path) -> Result<()> {
    find("npm").context("npm, which would bring it, is not on PATH")?;
    let mut npm = command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(folder).arg(package);
    progress::run(what, &mut npm)
}

/// The program of that name on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&path(&[])).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// What a command prints, if it succeeds.
pub fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Install a crate's program with cargo, in exactly that version, unless it is there.
fn from_source(name: &str, program: &str, wanted: &str, minutes: u32) -> Result<()> {
    let found = version(program);
    if found.as_deref() == Some(wanted) {
        return Ok(());
    }
    let instead = found.map_or(String::new(), |found| format!(" (found {found})"));
    let what = format!(
        "Installing {name} {wanted}{instead} with cargo: about {minutes} minutes on two cores, once for all clones"
    );
    progress::run(&what, command("cargo").args(["install", "--locked", "--force", name, "--version", wanted]))
}

/// `trunk --version` says `trunk 0.21.14`.
fn version(program: &str) -> Option<String> {
    let answer = said(command(program).arg("--version"))?;
    answer.split_whitespace().nth(1).map(str::to_owned)
}

fn sysroot() -> Result<PathBuf> {
    let sysroot = said(Command::new("rustc").args(["--print", "sysroot"])).context("rustc does not start")?;
    Ok(PathBuf::from(sysroot.trim()))
}

fn rustup() -> Result<Command> {
    if find("rustup").is_none() {
        bail!(
            "this needs a part of Rust that is not installed, and rustup is not there to install it: see https://rustup.rs"
        );
    }
    Ok(command("rustup"))
}

/// Where `cargo install` puts programs.
fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_INSTALL_ROOT").or_else(|| env::var_os("CARGO_HOME")).map(PathBuf::from);
    Some(home.or_else(|| Some(env::home_dir()?.join(".cargo")))?.join("bin"))
}

/// The version that Cargo.lock has of a crate.
fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock does not name {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let package = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != package).skip(1);
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_lock_file_knows_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-x\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.121\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.121"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
