//! `cargo xtask bench scheduler`: the event loop beside others, as `benches/scheduler` measures them.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::tools;

/// The allocator keeps what it once had: else the kernel gives and takes a hundred thousand tasks' memory page by
/// page, and that would be measured.
const KEEP_MEMORY: [(&str, &str); 2] =
    [("MALLOC_TRIM_THRESHOLD_", "4000000000"), ("MALLOC_MMAP_THRESHOLD_", "4000000000")];

/// Run the benchmark.
pub fn run() -> Result<ExitCode> {
    let mut command = tools::command("cargo");
    command.args(["bench", "--quiet", "--bench", "scheduler"]).envs(KEEP_MEMORY);
    eprintln!("→ Compiling and running benches/scheduler (a minute, and several to compile)");
    let status = command.status().context("cargo does not start")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
