//! Times, and how they compare.

use std::fmt::Write;

/// The best of several times, in seconds.
#[derive(Clone, Copy, Default)]
pub struct Best(Option<f64>);

impl Best {
    /// One more.
    pub fn add(&mut self, seconds: f64) {
        self.0 = Some(self.0.map_or(seconds, |best| best.min(seconds)));
    }
}

/// The times of one program in one place.
#[derive(Clone, Copy, Default)]
pub struct Row {
    pub ours: Best,
    pub recorded: Best,
    pub peer: Best,
}

impl Row {
    /// Of one of so many events.
    pub fn of_one(self, events: f64) -> Self {
        let one = |best: Best| Best(best.0.map(|seconds| seconds / events));
        Self { ours: one(self.ours), recorded: one(self.recorded), peer: one(self.peer) }
    }
}

/// The times in one place.
pub struct Column {
    pub place: &'static str,
    pub peer: &'static str,
    pub rows: Vec<Row>,
}

/// The table: nanoseconds of an event, how many times as fast as the peer that is, and what recording makes of it.
pub fn text(events: &[&str], columns: &[Column]) -> String {
    let mut text = format!("{:<26}", "");
    for column in columns {
        let _ = write!(text, "│ {:<40}", column.place);
    }
    let _ = write!(text, "\n{:<26}", "nanoseconds each");
    for column in columns {
        let _ = write!(text, "│ {:>8}{:>9}{:>11}{:>12}", "ours", column.peer, "speed", "recording ");
    }
    for (place, event) in events.iter().enumerate() {
        let _ = write!(text, "\n{event:<26}");
        for row in columns.iter().filter_map(|column| column.rows.get(place)) {
            let (ours, peer) = (nanoseconds(row.ours), nanoseconds(row.peer));
            let (speed, cost) = (ratio(row.peer, row.ours), ratio(row.recorded, row.ours));
            let _ = write!(text, "│ {ours:>8}{peer:>9}{speed:>11}{cost:>11} ");
        }
    }
    text += "\n\nspeed: how many times as fast as the other. recording: how many times the time when every event is kept.";
    text
}

fn nanoseconds(best: Best) -> String {
    best.0.map_or_else(|| "-".into(), |seconds| format!("{:.0}", seconds * 1e9))
}

fn ratio(one: Best, other: Best) -> String {
    match (one.0, other.0) {
        (Some(one), Some(other)) => format!("{:.2}×", one / other),
        _ => "-".into(),
    }
}
