//! `cargo xtask bench python`: finds who is compared with, builds the wasm, and lets `benches/python` measure.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::chromium::{self, Chromium};
use crate::{build, conformance, root, tools};

/// The newest that is Python 3.13.
const PYODIDE: &str = "0.29.5";

/// Run the benchmark; whoever is missing is named and left out.
pub fn run() -> Result<ExitCode> {
    let mut command = tools::command("cargo");
    command.args(["bench", "--quiet", "--bench", "python"]);
    if let Some(python) = found("CPython", conformance::python("3.13")) {
        command.env("INTERLEAVE_PYTHON", python);
    }
    if let Some(Chromium { browser, driver }) = found("Chromium", chromium::ready()) {
        command.env("INTERLEAVE_DIST", site()?);
        command.env("INTERLEAVE_CHROMIUM", browser).env("INTERLEAVE_CHROMEDRIVER", driver);
    }
    eprintln!("→ Compiling and running benches/python (a minute or two, and as much to compile)");
    let status = command.status().context("cargo does not start")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn found<T>(who: &str, what: Result<T>) -> Option<T> {
    what.inspect_err(|error| eprintln!("The table will be without {who}: {error:#}")).ok()
}

/// The page that measures in the browser.
fn site() -> Result<PathBuf> {
    let site = root().join("target/bench-python/site");
    fs::create_dir_all(&site)?;
    for name in ["index.html", "measure.js"] {
        fs::copy(root().join("benches/python/page").join(name), site.join(name)).context(name)?;
    }
    build::example("python_bench", &site.join("interleave"))?;
    let pyodide = site.join("pyodide");
    if pyodide.exists() {
        fs::remove_dir_all(&pyodide)?;
    }
    if let Some(package) = found("Pyodide", install_pyodide()) {
        copy(&package, &pyodide)?;
    }
    Ok(site)
}

/// npm's package, installed beside the site once.
fn install_pyodide() -> Result<PathBuf> {
    let folder = root().join("target/bench-python").join(format!("pyodide-{PYODIDE}"));
    let package = folder.join("node_modules/pyodide");
    if !package.exists() {
        let what = "Installing Pyodide from npm into target/ (seconds)";
        tools::npm_install(what, &format!("pyodide@{PYODIDE}"), &folder)?;
    }
    Ok(package)
}

/// The files of a folder; what is below is not needed.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
