//! The page, as trunk builds it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{progress, tools};

/// trunk with one of its commands; it is not asked for news of itself, nor for its stack.
pub fn trunk(command: &str) -> Command {
    let mut trunk = tools::command("trunk");
    trunk.env("RUST_BACKTRACE", "0").args([command, "--skip-version-check"]);
    trunk
}

/// Build the page into a folder, optimised by the compiler alone. Installs what that needs.
pub fn build(into: &Path) -> Result<()> {
    tools::for_the_page()?;
    let what = "Building the page: about 2 minutes from nothing, seconds after a small change";
    progress::run(what, trunk("build").arg("--dist").arg(into))
}
