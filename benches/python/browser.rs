//! The programs in Chromium: as wasm, and on Pyodide.

use std::env;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::json;

use super::table::Row;
use super::{Program, Side};

// The browser tests have more gestures than this.
#[allow(dead_code, unused_imports)]
#[path = "../../tests/browser/harness/mod.rs"]
mod harness;

/// The best times; None where xtask has built nothing to open.
///
/// # Errors
/// A browser that does not start; a program that fails.
pub fn measure(programs: &[Program]) -> Result<Option<Vec<Row>>> {
    let Some(folder) = env::var_os("INTERLEAVE_DIST").map(PathBuf::from) else { return Ok(None) };
    let has_pyodide = folder.join("pyodide").is_dir();
    let rows = harness::Browser::start()?.run(async |page| {
        let seconds = async |program: &Program, side| {
            let arguments = [json!(name(side)), json!(program.source)];
            page.ask("return window.measure(...arguments)", &arguments).await
        };
        super::measure("in Chromium", has_pyodide, programs, seconds).await
    })?;
    Ok(Some(rows))
}

/// What `page/measure.js` calls it.
fn name(side: Side) -> &'static str {
    match side {
        Side::Ours => "ours",
        Side::Recorded => "recorded",
        Side::Peer => "peer",
    }
}
