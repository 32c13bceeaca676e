//! Times, and how they compare.

use std::fmt::Write;

/// The times of one kind of work: nanoseconds of one event, for each size and each runtime. NaN where it was not
/// measured.
pub struct Row {
    pub event: &'static str,
    pub sizes: [[f64; 3]; 2],
}

/// Two tables: ours beside the others, and how each grows with the tasks.
pub fn text(runtimes: &[&str; 3], sizes: &[usize; 2], rows: &[Row]) -> String {
    let few = format!("nanoseconds each, {} tasks", sizes[0]);
    let mut text = heading(&few, runtimes);
    text += &format!("   ours / {}, ours / {}", runtimes[1], runtimes[2]);
    for Row { event, sizes: [few, _] } in rows {
        text += &line(event, few, 1);
        let _ = write!(text, "   {:.2}, {:.2}", few[0] / few[1], few[0] / few[2]);
    }
    text += "\n\n";
    text += &heading(&format!("nanoseconds each, {} tasks", sizes[1]), runtimes);
    for Row { event, sizes: [_, many] } in rows {
        text += &line(event, many, 1);
    }
    text += "\n\n";
    text += &heading("growth between them", runtimes);
    for Row { event, sizes: [few, many] } in rows {
        text += &line(event, &[0, 1, 2].map(|side| many[side] / few[side]), 2);
    }
    text
}

fn heading(what: &str, runtimes: &[&str; 3]) -> String {
    runtimes.iter().fold(format!("{what:<34}"), |line, name| format!("{line}{name:>16}"))
}

fn line(event: &str, numbers: &[f64; 3], digits: usize) -> String {
    numbers.iter().fold(format!("\n{event:<34}"), |line, number| format!("{line}{number:>16.digits$}"))
}
