//! Runs many programs both ways, and shows where they part.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::cpython::Oracle;
use super::difference::difference;
use super::generate;
use super::shrink::shrink;
use super::told::{Told, differ_in_garbage, ours, without_unplaced};

/// So many differences are made small and shown; more are only counted.
const SHOWN: u64 = 10;
/// How often a program is tried while it is made small.
const TRIES: usize = 600;
const WORKERS: usize = 2;
/// Programs call each other deeply now and then.
const STACK: usize = 64 << 20;

/// A range of programs.
pub struct Hunt {
    python: PathBuf,
    from: u64,
    count: u64,
    next: AtomicU64,
    done: AtomicU64,
    events: AtomicU64,
    differences: AtomicU64,
    garbage: AtomicU64,
    left_out: AtomicU64,
}

/// What came of it.
pub struct Found {
    pub events: u64,
    pub differences: u64,
    /// Those that differ in nothing but what is told of objects that died.
    pub garbage: u64,
    /// Those that cannot be compared.
    pub left_out: u64,
}

impl Hunt {
    pub fn new(python: PathBuf, from: u64, count: u64) -> Self {
        let zero = || AtomicU64::new(0);
        let (next, done, events, differences) = (zero(), zero(), zero(), zero());
        Self { python, from, count, next, done, events, differences, garbage: zero(), left_out: zero() }
    }

    /// Run them all.
    pub fn run(&self) -> Result<Found> {
        thread::scope(|scope| {
            let work = || thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || self.work());
            let workers = (0..WORKERS).map(|_| work()).collect::<std::io::Result<Vec<_>>>()?;
            self.watch(|| workers.iter().all(|worker| worker.is_finished()));
            workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
        })?;
        Ok(Found {
            events: load(&self.events),
            differences: load(&self.differences),
            garbage: load(&self.garbage),
            left_out: load(&self.left_out),
        })
    }

    /// Say from time to time how far it is.
    fn watch(&self, over: impl Fn() -> bool) {
        let start = Instant::now();
        let mut last = start;
        while !over() {
            thread::sleep(Duration::from_millis(20));
            if last.elapsed() > Duration::from_secs(10) {
                last = Instant::now();
                let (done, count, found) = (load(&self.done), self.count, load(&self.differences));
                let rate = done as f64 / start.elapsed().as_secs_f64();
                eprintln!("  {done} of {count} programs, {found} differences, {rate:.0} a second");
            }
        }
    }

    fn work(&self) -> Result<()> {
        let mut oracle = Oracle::start(&self.python)?;
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.count {
                return Ok(());
            }
            self.one(&mut oracle, self.from + number)?;
            self.done.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn one(&self, oracle: &mut Oracle, seed: u64) -> Result<()> {
        let source = generate::program(seed);
        let (theirs, ours) = both(oracle, &source).with_context(|| format!("program {seed}"))?;
        self.events.fetch_add(theirs.events() as u64, Ordering::Relaxed);
        if theirs == ours {
            return Ok(());
        }
        if differ_in_garbage(&theirs, &ours) {
            self.garbage.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        if is_the_oracles(&theirs) || missing(&ours) {
            self.left_out.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        if load(&self.differences) >= SHOWN {
            self.differences.fetch_add(1, Ordering::Relaxed);
            println!("program {seed} differs");
            return Ok(());
        }
        let what = kind(&theirs, &ours);
        let small = shrink(&source, TRIES, |source| {
            both(oracle, source).is_ok_and(|(theirs, ours)| is_sound(&theirs) && kind(&theirs, &ours) == what)
        });
        let told = both(oracle, &small)?;
        // Only the small program may show what the large one has caught.
        if is_the_oracles(&told.0) {
            self.left_out.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        self.differences.fetch_add(1, Ordering::Relaxed);
        show(seed, &small, &told)
    }
}

fn load(number: &AtomicU64) -> u64 {
    number.load(Ordering::Relaxed)
}

/// What CPython tells, and what we tell.
fn both(oracle: &mut Oracle, source: &str) -> Result<(Told, Told)> {
    oracle.send(source)?;
    let mut ours = ours(source);
    let mut theirs = oracle.receive()?;
    without_unplaced(&mut theirs, &mut ours);
    Ok((theirs, ours))
}

/// How they differ, roughly: the kinds of the first events that do; else what else does.
fn kind(theirs: &Told, ours: &Told) -> String {
    let mut pairs = theirs.trace.lines().zip(ours.trace.lines());
    if let Some((one, other)) = pairs.find(|(one, other)| one != other) {
        return format!("{} {}", event(one), event(other));
    }
    format!("{} {}", theirs.stderr != ours.stderr, theirs.status != ours.status)
}

/// What a line of the trace says after `"event": `.
fn event(line: &str) -> &str {
    line.split("\"event\": ").nth(1).and_then(|rest| rest.split(['"', ',']).nth(1)).unwrap_or_default()
}

/// Whether a smaller program still means something.
fn is_sound(told: &Told) -> bool {
    !["SyntaxError", "NameError", "UnboundLocalError", "IndentationError", "missing", "takes "]
        .iter()
        .any(|error| told.stderr.contains(error))
        && told.status >= 0
}

/// Print a small program and how it differs; keep it where one can run it.
fn show(seed: u64, source: &str, (theirs, ours): &(Told, Told)) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/random");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{seed}.py"));
    fs::write(&file, source)?;
    let mut told = format!("program {seed} differs; made small ({}):\n{source}", file.display());
    told.extend(difference("trace", &theirs.trace, &ours.trace));
    told.extend(difference("stderr", &theirs.stderr, &ours.stderr));
    if theirs.status != ours.status {
        told += &format!("exit: expected {}, got {}\n", theirs.status, ours.status);
    }
    println!("{told}");
    Ok(())
}

/// The oracle's own task has a hash in Python, which stumbles over a SystemExit in an eager first step; and
/// a line of its wrapper is shown where something dies in there.
fn is_the_oracles(told: &Told) -> bool {
    let own = ["SystemError: <function TracedTask", "  waiter = resume(*what)"];
    [&told.trace, &told.stderr].iter().any(|text| own.iter().any(|own| text.contains(own)))
}

/// What asyncio has and we have not yet.
fn missing(told: &Told) -> bool {
    let texts = [
        "module 'asyncio' has no attribute",
        "No module named",
        "object has no attribute 'set_task_factory'",
        "object has no attribute 'shutdown_asyncgens'",
        "object has no attribute 'call_exception_handler'",
    ];
    texts.iter().any(|text| told.trace.contains(text) || told.stderr.contains(text))
}
