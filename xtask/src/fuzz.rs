//! `cargo xtask fuzz`: programs from random numbers, in processes that may die, hang or eat memory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::progress::spell;
use crate::{root, tools};

/// How long one text may take, and how many kilobytes of memory a worker may use.
const PATIENCE: Duration = Duration::from_secs(20);
const MEMORY: u32 = 2_000_000;
/// How many texts a worker gets at a time.
const BATCH: u64 = 2_000;

/// Try random texts until the time or the number is up: nothing may panic, hang or run out of memory
#[derive(clap::Args)]
pub struct Arguments {
    /// How many texts to try
    #[arg(long, default_value_t = 1_000_000)]
    runs: u64,
    /// How long to go on, in minutes
    #[arg(long, default_value_t = 30.0)]
    minutes: f64,
    /// The number of the first text
    #[arg(long, default_value_t = 0)]
    from: u64,
}

/// What the workers share.
struct Hunt {
    worker: PathBuf,
    next: AtomicU64,
    end: u64,
    tried: AtomicU64,
    until: Instant,
    found: Mutex<BTreeMap<u64, String>>,
}

/// Run the workers; what they die of is kept in target/fuzz.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let worker = build()?;
    let start = Instant::now();
    let hunt = Hunt {
        worker,
        next: AtomicU64::new(arguments.from),
        end: arguments.from.saturating_add(arguments.runs),
        tried: AtomicU64::new(0),
        until: start + Duration::from_secs_f64(arguments.minutes.clamp(0.0, 1e6) * 60.0),
        found: Mutex::default(),
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| hunt.work())).collect();
        while !workers.iter().all(|worker| worker.is_finished()) {
            thread::sleep(Duration::from_secs(1));
            hunt.tell(start);
        }
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker only returns"))
    })?;
    let found = hunt.found();
    for (seed, what) in found.iter() {
        println!("text {seed}: {what}");
    }
    let tried = hunt.tried.load(Ordering::Relaxed);
    println!("{tried} texts tried in {}, {} were too much", spell(start.elapsed()), found.len());
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Hunt {
    fn found(&self) -> MutexGuard<'_, BTreeMap<u64, String>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A line every fifteen seconds.
    fn tell(&self, start: Instant) {
        if start.elapsed().as_secs().is_multiple_of(15) {
            let (tried, found) = (self.tried.load(Ordering::Relaxed), self.found().len());
            eprintln!("  {}: {tried} texts, {found} were too much", spell(start.elapsed()));
        }
    }

    /// Take batches while there are any; go on behind a text that was too much.
    fn work(&self) -> Result<()> {
        loop {
            let mut from = self.next.fetch_add(BATCH, Ordering::Relaxed);
            let end = from.saturating_add(BATCH).min(self.end);
            while from < end {
                if Instant::now() > self.until {
                    return Ok(());
                }
                let Some((seed, what)) = self.batch(from, end - from)? else { break };
                self.keep(seed, what)?;
                from = seed + 1;
            }
            if from >= self.end {
                return Ok(());
            }
        }
    }

    /// One worker's life; the text that ended it too early, and how.
    fn batch(&self, from: u64, count: u64) -> Result<Option<(u64, String)>> {
        let mut child = self.start(from, count)?;
        let numbers = numbers(&mut child)?;
        let mut last = from;
        let what = loop {
            match numbers.recv_timeout(PATIENCE) {
                Ok(seed) => {
                    self.tried.fetch_add(1, Ordering::Relaxed);
                    last = seed;
                }
                Err(RecvTimeoutError::Timeout) => {
                    child.kill()?;
                    break format!("not done after {}", spell(PATIENCE));
                }
                Err(RecvTimeoutError::Disconnected) => break String::new(),
            }
        };
        let status = child.wait()?;
        if status.success() {
            return Ok(None);
        }
        let mut told = String::new();
        child.stderr.take().context("it was asked for")?.read_to_string(&mut told)?;
        let reason = if what.is_empty() { format!("{status}\n{}", told.trim()) } else { what };
        Ok(Some((last, reason)))
    }

    fn start(&self, from: u64, count: u64) -> Result<Child> {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]).arg(&self.worker);
        shell.args([from.to_string(), count.to_string()]);
        shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        shell.spawn().context("the worker does not start")
    }

    /// Write the text down, for a test to be made of it.
    fn keep(&self, seed: u64, what: String) -> Result<()> {
        let folder = root().join("target/fuzz");
        fs::create_dir_all(&folder)?;
        let text = Command::new(&self.worker).arg(seed.to_string()).output()?.stdout;
        fs::write(folder.join(format!("{seed}.py")), text)?;
        self.found().insert(seed, what);
        Ok(())
    }
}

/// The numbers that a worker says, as they come.
fn numbers(child: &mut Child) -> Result<mpsc::Receiver<u64>> {
    let lines = BufReader::new(child.stdout.take().context("it was asked for")?).lines();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for seed in lines.map_while(Result::ok).filter_map(|line| line.parse().ok()) {
            if sender.send(seed).is_err() {
                return;
            }
        }
    });
    Ok(receiver)
}

/// Build the worker; where it is.
fn build() -> Result<PathBuf> {
    eprintln!("→ Building the worker, optimised (a few minutes from nothing)");
    let mut cargo = tools::command("cargo");
    cargo.args(["test", "--release", "--test", "fuzz", "--no-run", "--message-format=json"]);
    let output = cargo.stderr(Stdio::inherit()).output().context("cargo does not start")?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut executables = messages.lines().filter_map(|line| executable(line, "fuzz"));
    match executables.next_back() {
        Some(path) if output.status.success() => Ok(Path::new(&path).to_owned()),
        _ => bail!("the worker is not built"),
    }
}

/// The program that one of cargo's messages tells of, if it is that of this target.
fn executable(message: &str, target: &str) -> Option<String> {
    let message: Value = serde_json::from_str(message).ok()?;
    (message["target"]["name"] == target).then(|| message["executable"].as_str().map(str::to_owned))?
}
