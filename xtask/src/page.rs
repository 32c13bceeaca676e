//! The page, as trunk builds it.

use std::path::Path;

use anyhow::Result;

use crate::{progress, tools};

/// Build the page into a folder, optimised by the compiler alone. Installs what that needs.
pub fn build(into: &Path) -> Result<()> {
    tools::for_the_page()?;
    let mut trunk = tools::command("trunk");
    trunk.args(["build", "--skip-version-check", "--dist"]).arg(into);
    progress::run("Building the page: about 2 minutes from nothing, seconds after a small change", &mut trunk)
}
