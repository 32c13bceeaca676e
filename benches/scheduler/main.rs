//! What the scheduler costs beside two others that do the same work: `async-executor` (with the timers of
//! `async-io`), and tokio's current-thread runtime with its clock paused.
//!
//! `cargo xtask bench scheduler` runs this and prints the ratios.

mod async_executor;
mod asyncio;
mod ours;
mod tokio_runtime;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// What is measured: so many tasks that each do something so many times.
#[derive(Clone, Copy)]
struct Work {
    tasks: usize,
    times: usize,
}

impl Work {
    fn events(self) -> u64 {
        (self.tasks * self.times) as u64
    }
}

/// How long a task sleeps the `time`th time, in milliseconds: a different order in every round.
fn milliseconds(task: usize, time: usize) -> u64 {
    1 + ((task * 31 + time * 17) % 97) as u64
}

type Run = fn(Work);

/// A kind of work, done by each of the three.
struct Kind {
    name: &'static str,
    work: Work,
    ours: Run,
    async_executor: Run,
    tokio: Run,
}

const KINDS: [Kind; 4] = [
    // A task yields once more.
    Kind {
        name: "switch",
        work: Work { tasks: 100, times: 200 },
        ours: ours::switch,
        async_executor: async_executor::switch,
        tokio: tokio_runtime::switch,
    },
    // A task is spawned and its result gathered.
    Kind {
        name: "spawn",
        work: Work { tasks: 1_000, times: 1 },
        ours: ours::spawn,
        async_executor: async_executor::spawn,
        tokio: tokio_runtime::spawn,
    },
    // A task sleeps.
    Kind {
        name: "timer",
        work: Work { tasks: 100, times: 20 },
        ours: ours::timer,
        async_executor: async_executor::timer,
        tokio: tokio_runtime::timer,
    },
    // An item goes through a queue of one place.
    Kind {
        name: "queue",
        work: Work { tasks: 1, times: 5_000 },
        ours: ours::queue,
        async_executor: async_executor::queue,
        tokio: tokio_runtime::queue,
    },
];

fn beside_others(criterion: &mut Criterion) {
    for kind in KINDS {
        let mut group = criterion.benchmark_group(kind.name);
        group.throughput(Throughput::Elements(kind.work.events()));
        for (name, run) in
            [("interleave", kind.ours), ("async-executor", kind.async_executor), ("tokio", kind.tokio)]
        {
            group.bench_function(name, |bencher| bencher.iter(|| run(kind.work)));
        }
        group.finish();
    }
}

/// The same per event, whether a thousand tasks are there or a hundred thousand.
fn growth(criterion: &mut Criterion) {
    for (name, times, run) in [
        ("grow-switch", 5, ours::switch as Run),
        ("grow-spawn", 1, ours::spawn),
        ("grow-timer", 2, ours::timer),
        ("grow-queue", 2, ours::queue),
    ] {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        for tasks in [1_000, 100_000] {
            let work = Work { tasks, times };
            group.throughput(Throughput::Elements(work.events()));
            group.bench_with_input(BenchmarkId::from_parameter(tasks), &work, |bencher, work| {
                bencher.iter(|| run(*work));
            });
        }
        group.finish();
    }
}

criterion_group! {
    name = all;
    config = Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    targets = beside_others, growth
}
criterion_main!(all);
