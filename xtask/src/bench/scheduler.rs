//! The event loop beside others, as criterion measures them.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::{root, tools};

/// The kinds of work of `benches/scheduler`, with how many events one measurement has.
const KINDS: [(&str, f64, &str); 4] = [
    ("switch", 20_000.0, "a task yields once more"),
    ("spawn", 1_000.0, "a task is spawned and gathered"),
    ("timer", 2_000.0, "a task sleeps"),
    ("queue", 5_000.0, "an item goes through a queue"),
];
/// How many events a task has in the measurements of growth.
const GROWTH: [(&str, f64); 4] =
    [("grow-switch", 5.0), ("grow-spawn", 1.0), ("grow-timer", 2.0), ("grow-queue", 2.0)];

/// Run the benchmark, then print the ratios.
pub fn run() -> Result<ExitCode> {
    let mut command = tools::command("cargo");
    command.args(["bench", "--bench", "scheduler"]);
    let status = command.status().context("cargo does not start")?;
    if !status.success() {
        return Ok(ExitCode::FAILURE);
    }
    print(beside_others()?);
    print(growth()?);
    Ok(ExitCode::SUCCESS)
}

fn print(lines: Vec<String>) {
    println!("\n{}", lines.join("\n"));
}

fn beside_others() -> Result<Vec<String>> {
    let mut lines = vec![format!(
        "{:<32}{:>12}{:>16}{:>8}   ours / async-executor, ours / tokio",
        "nanoseconds each", "interleave", "async-executor", "tokio"
    )];
    for (kind, events, what) in KINDS {
        let each = |who| Ok::<_, anyhow::Error>(nanoseconds(kind, who)? / events);
        let (ours, executor, tokio) = (each("interleave")?, each("async-executor")?, each("tokio")?);
        lines.push(format!(
            "{what:<32}{ours:>12.1}{executor:>16.1}{tokio:>8.1}   {:.2}, {:.2}",
            ours / executor,
            ours / tokio
        ));
    }
    Ok(lines)
}

fn growth() -> Result<Vec<String>> {
    let mut lines =
        vec![format!("{:<32}{:>12}{:>16}   ratio", "nanoseconds each", "1,000 tasks", "100,000 tasks")];
    for (kind, times) in GROWTH {
        let few = nanoseconds(kind, "1000")? / (1_000.0 * times);
        let many = nanoseconds(kind, "100000")? / (100_000.0 * times);
        lines.push(format!("{kind:<32}{few:>12.1}{many:>16.1}   {:.2}", many / few));
    }
    Ok(lines)
}

/// The median of a measurement, as criterion has left it.
fn nanoseconds(kind: &str, who: &str) -> Result<f64> {
    let file: PathBuf = ["target", "criterion", kind, who, "new", "estimates.json"].iter().collect();
    let text = fs::read_to_string(root().join(&file)).with_context(|| file.display().to_string())?;
    let estimates: serde_json::Value = serde_json::from_str(&text)?;
    estimates["median"]["point_estimate"].as_f64().context("criterion writes a median")
}
