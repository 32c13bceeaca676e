//! What the scheduler costs beside two others that do the same work: `async-executor` (with the timers of
//! `async-io`), and tokio's current-thread runtime with its clock paused. And how that grows with the tasks.
//!
//! `cargo xtask bench scheduler` runs this; words after `--` choose among the kinds of work, the
//! runtimes and the sizes.
//!
//! A round does each work once on each side, and the best round counts. What is measured is the time of the
//! processor, not of the clock on the wall: other programs take less of the former.

mod async_executor;
mod asyncio;
mod ours;
mod table;
mod tokio_runtime;

use std::env;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use table::Row;

/// What is measured: so many tasks (or pairs of tasks) that each do something so many times.
#[derive(Clone, Copy)]
struct Work {
    tasks: usize,
    times: usize,
}

impl Work {
    fn events(self) -> usize {
        self.tasks * self.times
    }
}

/// How long a task sleeps the `time`th time, in units that each runtime chooses: no two tasks are as long, and
/// their order is another each time.
fn ticks(work: Work, task: usize, time: usize) -> u64 {
    100 + ((task * 7_919 + time * 104_729) % work.tasks) as u64
}

type Run = fn(Work);

/// How many tasks there are, few and many.
const SIZES: [usize; 2] = [1_000, 100_000];
/// How often each work is done on each side, in turn: often with few tasks, for that takes little time.
const ROUNDS: [usize; 2] = [40, 4];
/// Whose work is measured.
const RUNTIMES: [&str; 3] = ["interleave", "async-executor", "tokio"];

/// A kind of work, done by each of the three.
struct Kind {
    name: &'static str,
    event: &'static str,
    times: usize,
    runs: [Run; 3],
}

const KINDS: [Kind; 4] = [
    Kind {
        name: "switch",
        event: "a task yields once more",
        times: 50,
        runs: [ours::switch, async_executor::switch, tokio_runtime::switch],
    },
    Kind {
        name: "spawn",
        event: "a task is spawned and gathered",
        times: 1,
        runs: [ours::spawn, async_executor::spawn, tokio_runtime::spawn],
    },
    Kind {
        name: "timer",
        event: "a task sleeps",
        times: 30,
        runs: [ours::timer, async_executor::timer, tokio_runtime::timer],
    },
    Kind {
        name: "queue",
        event: "an item goes through a queue",
        times: 30,
        runs: [ours::queue, async_executor::queue, tokio_runtime::queue],
    },
];

fn main() {
    let words: Vec<_> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let chosen = |among: &[&str], name| {
        let mut named = words.iter().filter(|word| among.contains(&word.as_str())).peekable();
        named.peek().is_none() || named.any(|word| word == name)
    };
    let names = KINDS.map(|kind| kind.name);
    let sizes = SIZES.map(|size| size.to_string());
    let mut rows = Vec::new();
    for kind in KINDS.iter().filter(|kind| chosen(&names, kind.name)) {
        eprintln!("  {}", kind.event);
        let is_wanted = RUNTIMES.map(|name| chosen(&RUNTIMES, name));
        let measured = [0, 1].map(|size| match chosen(&sizes.each_ref().map(String::as_str), &sizes[size]) {
            true => measure(kind, size, is_wanted),
            false => [f64::NAN; 3],
        });
        rows.push(Row { event: kind.event, sizes: measured });
    }
    println!("\n{}", table::text(&RUNTIMES, &SIZES, &rows));
}

/// Nanoseconds of one event on each side.
fn measure(kind: &Kind, size: usize, is_wanted: [bool; 3]) -> [f64; 3] {
    let work = Work { tasks: SIZES[size], times: kind.times };
    let mut best = [f64::NAN; 3];
    for _ in 0..ROUNDS[size] {
        for (side, run) in kind.runs.iter().enumerate().filter(|(side, _)| is_wanted[*side]) {
            let start = processor_time();
            run(work);
            let one = (processor_time() - start).as_nanos() as f64 / work.events() as f64;
            best[side] = best[side].min(one);
        }
    }
    best
}

/// What this process, with all its threads, has had of the processor.
fn processor_time() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().expect("that clock never goes back")
}
