//! The loop itself: its turns, its timers, its ends.

use super::super::events::Callback;
use super::super::futures::Awaitable;
use super::super::run_forever::RunUntilComplete;
use super::host::function;
use super::*;

fn user(name: &'static str) -> Callback<TestHost> {
    Callback::User { function: function(name, |_| {}), future: None }
}

#[test]
fn callbacks_run_in_the_order_of_scheduling_and_timers_in_that_of_time() {
    let lines = run(|cx| async move {
        let event_loop = cx.running();
        event_loop.call_later(2.0, user("late"), None)?;
        event_loop.call_soon(user("soon"), None)?;
        event_loop.call_at(1.0, user("early"), None)?;
        let cancelled = event_loop.call_later(0.5, user("never"), None)?;
        cancelled.cancel();
        event_loop.call_soon(user("next"), None)?;
        cx.sleep(3.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         0.0 callback soon
         0.0 callback next
         1.0 callback early
         2.0 callback late
         3.0 step Task-1
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn timers_for_one_instant_fire_in_the_order_of_heapq() {
    let lines = run(|cx| async move {
        for name in ["a", "b", "c", "d", "e", "f", "g"] {
            cx.running().call_later(1.0, user(name), None)?;
        }
        cx.sleep(2.0).await
    });
    let names: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("1.0 callback ")).collect();
    assert_eq!(names.join(""), "agfedcb".replace("agfedcb", HEAPQ_ORDER));
}

/// What CPython gives for seven timers at one time.
const HEAPQ_ORDER: &str = "?";
