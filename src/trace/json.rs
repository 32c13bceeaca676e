//! The oracle's JSON lines, byte for byte: key order and spacing of Python's `json.dumps` with
//! `ensure_ascii=False`, times rounded to nanoseconds.

use std::fmt::Write;

use super::{EventKind, Exit, Outcome, Seconds, Symbol, TaskId, Trace, Wait};

/// The events that the oracle tells, one JSON object a line, each line ended by a newline.
pub fn lines(trace: &Trace) -> String {
    let mut writer = Writer { trace, names: Vec::new(), out: String::new() };
    for event in trace.events() {
        writer.event(event.time, event.kind);
    }
    writer.out
}

struct Writer<'a> {
    trace: &'a Trace,
    /// Each task's name at this point of the trace, by its number.
    names: Vec<Symbol>,
    out: String,
}

impl Writer<'_> {
    fn event(&mut self, time: Seconds, kind: EventKind) {
        match kind {
            EventKind::Create { task, name, coro, by, .. } => {
                self.rename(task, name);
                self.open(time, "create");
                self.task("task", Some(task));
                self.text("coro", Some(self.trace.text(coro)));
                self.task("by", by);
            }
            EventKind::Step { task, .. } => {
                self.open(time, "step");
                self.task("task", Some(task));
            }
            EventKind::Suspend { task, on, line } => {
                self.open(time, "suspend");
                self.task("task", Some(task));
                self.wait(on);
                self.raw("line", &line.map_or("null".into(), |line| line.to_string()));
            }
            EventKind::Cancel { task, by } => {
                self.open(time, "cancel");
                self.task("task", Some(task));
                self.task("by", by);
            }
            EventKind::Done { task, outcome, value } => {
                self.open(time, "done");
                self.task("task", Some(task));
                self.text("outcome", Some(outcome_name(outcome)));
                self.text("value", value.map(|value| self.trace.text(value)));
            }
            EventKind::Callback { name } => {
                self.open(time, "callback");
                self.text("name", Some(self.trace.text(name)));
            }
            EventKind::Block { task, written, .. } => {
                self.open(time, "block");
                self.task("task", task);
                self.raw("seconds", self.trace.text(written));
            }
            EventKind::Print { task, text } => {
                self.open(time, "print");
                self.task("task", task);
                self.text("text", Some(self.trace.text(text)));
            }
            EventKind::Exit { outcome, value } => {
                self.open(time, "exit");
                self.text("outcome", Some(exit_name(outcome)));
                self.text("value", value.map(|value| self.trace.text(value)));
            }
            EventKind::Rename { task, name } => return self.rename(task, name),
            EventKind::Turn
            | EventKind::Ready { .. }
            | EventKind::Timer { .. }
            | EventKind::Due { .. }
            | EventKind::Unschedule { .. }
            | EventKind::Run { .. }
            | EventKind::Group { .. }
            | EventKind::Member { .. }
            | EventKind::Hold { .. }
            | EventKind::Uncancel { .. }
            | EventKind::NeverRetrieved { .. }
            | EventKind::NeverAwaited { .. }
            | EventKind::Stop
            | EventKind::ThreadStart { .. }
            | EventKind::ThreadRun { .. }
            | EventKind::ThreadWait { .. }
            | EventKind::ThreadEnd { .. } => return,
        }
        self.out.push_str("}\n");
    }

    fn rename(&mut self, task: TaskId, name: Symbol) {
        let place = task.0 as usize;
        if self.names.len() <= place {
            self.names.resize(place + 1, name);
        }
        self.names[place] = name;
    }

    fn name_of(&self, task: TaskId) -> &str {
        self.names.get(task.0 as usize).map_or("", |&name| self.trace.text(name))
    }

    fn open(&mut self, time: Seconds, event: &str) {
        let _ = write!(self.out, "{{\"t\": {}, \"event\": \"{event}\"", number(rounded(time)));
    }

    fn raw(&mut self, key: &str, value: &str) {
        let _ = write!(self.out, ", \"{key}\": {value}");
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.raw(key, &quoted(value)),
            None => self.raw(key, "null"),
        }
    }

    fn task(&mut self, key: &str, task: Option<TaskId>) {
        let name = task.map(|task| self.name_of(task).to_owned());
        self.text(key, name.as_deref());
    }

    fn wait(&mut self, on: Wait) {
        match on {
            Wait::Yield => self.text("on", Some("yield")),
            Wait::Task(task) => self.text("on", Some(&format!("task:{}", self.name_of(task)))),
            Wait::Gather(_) => self.text("on", Some("gather")),
            Wait::Sleep { .. } | Wait::Named { .. } | Wait::Future => self.text("on", Some("future")),
        }
    }
}

/// The word that the oracle and the page have for an outcome.
pub fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Result => "result",
        Outcome::Exception => "exception",
        Outcome::Cancelled => "cancelled",
    }
}

/// The word that the oracle and the page have for the end of a program.
pub fn exit_name(outcome: Exit) -> &'static str {
    match outcome {
        Exit::Ok => "ok",
        Exit::Exception => "exception",
        Exit::Deadlock => "deadlock",
        Exit::Budget => "budget",
    }
}

/// A float as `json.dumps` writes it, which is Python's `repr`: the shortest digits that read
/// back the same, an exponent below 1e-4 and from 1e16 on.
pub fn number(value: f64) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.into();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(("+", exponent), |exponent| ("-", exponent));
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    format!("{value:?}")
}

/// `round(seconds, 9)`, of the number that is really there.
fn rounded(time: Seconds) -> Seconds {
    format!("{time:.9}").parse().unwrap_or(time)
}

/// A JSON string with Python's escapes: only the quote, the backslash and control characters.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", control as u32);
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
