//! What Python programs cost here, beside CPython on this machine and beside Pyodide in a browser.
//!
//! `cargo xtask bench python` finds those two, builds the wasm, and runs this. Each program prints how long its
//! work took by its own clock; here that clock is virtual, so one outside of the interpreter measures the run
//! from the program's text to its end.

mod browser;
mod native;
mod ours;
mod table;

use std::path::Path;

use anyhow::{Context, Result};
use futures_lite::future::block_on;

use table::{Column, Row};

/// The programs: what one of their events is, and how many they have.
const PROGRAMS: [(&str, &str, f64); 6] = [
    ("switch", "a switch", 50_000.0),
    ("queue", "a queue item", 50_000.0),
    ("spawn", "a task made and gathered", 20_000.0),
    ("calls", "a call", 292_735.0),
    ("arithmetic", "a turn of arithmetic", 200_000.0),
    ("strings", "a piece of text", 100_000.0),
];

/// How often each is run on each side, in turn; the best time counts.
const ROUNDS: usize = 7;

/// One of the programs.
struct Program {
    source: String,
    event: &'static str,
    events: f64,
}

/// Who runs a program.
#[derive(Clone, Copy)]
enum Side {
    Ours,
    /// Ours, with every event recorded.
    Recorded,
    /// The other interpreter.
    Peer,
}

fn main() -> Result<()> {
    let programs = PROGRAMS.into_iter().map(Program::read).collect::<Result<Vec<_>>>()?;
    let native = block_on(measure("native", native::has_peer(), &programs, native::seconds))?;
    let mut columns = vec![Column { place: "native", peer: "CPython", rows: native }];
    if let Some(rows) = browser::measure(&programs)? {
        columns.push(Column { place: "in Chromium", peer: "Pyodide", rows });
    }
    let events: Vec<_> = programs.iter().map(|program| program.event).collect();
    println!("\n{}", table::text(&events, &columns));
    Ok(())
}

impl Program {
    fn read((name, event, events): (&str, &'static str, f64)) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/python/programs");
        let path = folder.join(name).with_extension("py");
        let source = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(Self { source, event, events })
    }
}

/// Each program's best times in one place. `seconds` runs one once.
async fn measure(
    place: &str,
    has_peer: bool,
    programs: &[Program],
    seconds: impl AsyncFn(&Program, Side) -> Result<f64>,
) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (number, program) in programs.iter().enumerate() {
        eprintln!("  {place}: {} ({} of {})", program.event, number + 1, programs.len());
        let mut row = Row::default();
        for _ in 0..ROUNDS {
            row.ours.add(seconds(program, Side::Ours).await?);
            row.recorded.add(seconds(program, Side::Recorded).await?);
            if has_peer {
                row.peer.add(seconds(program, Side::Peer).await?);
            }
        }
        rows.push(row.of_one(program.events));
    }
    Ok(rows)
}
