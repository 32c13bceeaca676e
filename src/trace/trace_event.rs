//! The Trace Event format, which Perfetto and Chrome's tracing page open: a thread for each task,
//! a slice for each thing that it did, times in microseconds.

use super::json::{number, outcome_name, quoted};
use super::lanes::{Doing, Lane};
use super::{EventKind, Lanes, Seconds, TaskId, Trace, Wait};

/// The process that all lanes belong to, and the thread of the loop itself; tasks come after it.
const LOOP: u32 = 0;

/// The run as one JSON document.
pub fn document(trace: &Trace, lanes: &Lanes) -> String {
    let mut out = Vec::new();
    out.push(meta("process_name", LOOP, "asyncio"));
    out.push(meta("thread_name", LOOP, "event loop"));
    for lane in lanes.lanes() {
        let thread = lane.task.0 + 1;
        out.push(meta(
            "thread_name",
            thread,
            &format!("{} {}", trace.text(lane.coro), trace.text(lane.name)),
        ));
        slices(trace, lanes, lane, thread, &mut out);
    }
    // What a task does that has no lane is the loop's.
    let thread = |task: TaskId| lanes.lane(task).map_or(LOOP, |lane| lane.task.0 + 1);
    for event in trace.events() {
        match event.kind {
            EventKind::Print { task, text } => {
                let name = format!("print {}", trace.text(text));
                out.push(instant(&name, event.time, task.map_or(LOOP, thread)));
            }
            EventKind::Cancel { task, .. } => out.push(instant("cancel", event.time, thread(task))),
            EventKind::Run { .. } => out.push(instant("run", event.time, LOOP)),
            _ => {}
        }
    }
    format!("{{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{}\n]}}\n", out.join(",\n"))
}

fn slices(trace: &Trace, lanes: &Lanes, lane: &Lane, thread: u32, out: &mut Vec<String>) {
    for segment in &lane.segments {
        let to = segment.to.unwrap_or_else(|| lanes.end());
        let line = segment.line.map_or_else(String::new, |line| format!(",\"args\":{{\"line\":{line}}}"));
        out.push(format!(
            "{{\"ph\":\"X\",\"pid\":1,\"tid\":{thread},\"cat\":\"asyncio\",\"name\":{},\"ts\":{},\"dur\":{}{line}}}",
            quoted(&name(trace, lanes, segment.doing)),
            microseconds(nanoseconds(segment.from)),
            // Of the rounded ends: what follows must not begin before.
            microseconds((nanoseconds(to) - nanoseconds(segment.from)).max(0.0)),
        ));
    }
    if let Some(end) = lane.end {
        let value = end.value.map_or("", |value| trace.text(value));
        out.push(instant(&format!("{} {value}", outcome_name(end.outcome)), end.time, thread));
    }
}

fn name(trace: &Trace, lanes: &Lanes, doing: Doing) -> String {
    match doing {
        Doing::Ready => "ready".into(),
        Doing::Running => "running".into(),
        Doing::Block { seconds, .. } => format!("time.sleep({})", number(seconds)),
        Doing::Waiting(Wait::Yield) => "sleep(0)".into(),
        Doing::Waiting(Wait::Sleep { seconds, .. }) => format!("sleep({})", number(seconds)),
        Doing::Waiting(Wait::Gather(_)) => "gather".into(),
        Doing::Waiting(Wait::Named { name, .. }) => trace.text(name).into(),
        Doing::Waiting(Wait::Future) => "future".into(),
        Doing::Waiting(Wait::Task(task)) => {
            lanes.lane(task).map_or_else(String::new, |lane| trace.text(lane.name).into())
        }
    }
}

fn meta(what: &str, thread: u32, name: &str) -> String {
    format!(
        "{{\"ph\":\"M\",\"pid\":1,\"tid\":{thread},\"name\":\"{what}\",\"args\":{{\"name\":{}}}}}",
        quoted(name)
    )
}

/// Something that took no time, drawn on its own thread.
fn instant(name: &str, time: Seconds, thread: u32) -> String {
    let ts = microseconds(nanoseconds(time));
    format!(
        "{{\"ph\":\"i\",\"s\":\"t\",\"pid\":1,\"tid\":{thread},\"cat\":\"asyncio\",\"name\":{},\"ts\":{ts}}}",
        quoted(name)
    )
}

/// The finest that is written.
fn nanoseconds(time: Seconds) -> f64 {
    (time * 1e9).round_ties_even()
}

fn microseconds(nanoseconds: f64) -> String {
    number(nanoseconds / 1e3)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::sample::gather_of_two;
    use super::*;

    /// What the format's description asks of each kind of event.
    #[test]
    fn every_event_has_what_its_kind_needs() {
        let trace = gather_of_two();
        let mut lanes = Lanes::default();
        lanes.extend(trace.events());
        let document: Value = serde_json::from_str(&document(&trace, &lanes)).expect("it is JSON");
        let events = document["traceEvents"].as_array().expect("a list");
        for event in events {
            assert!(event["pid"].is_u64() && event["tid"].is_u64() && event["name"].is_string(), "{event}");
            match event["ph"].as_str() {
                Some("M") => assert!(event["args"]["name"].is_string(), "{event}"),
                Some("X") => assert!(event["ts"].is_f64() && event["dur"].as_f64() >= Some(0.0), "{event}"),
                Some("i") => assert!(event["ts"].is_f64() && event["s"] == "t", "{event}"),
                _ => panic!("{event}"),
            }
        }
        let sleeps: Vec<_> = events.iter().filter(|event| event["name"] == "sleep(1.0)").collect();
        assert!(sleeps.iter().all(|event| event["dur"] == 1e6) && !sleeps.is_empty(), "{events:?}");
    }
}
