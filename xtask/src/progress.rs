//! Runs a command and shows that it lives: how long it has taken, and the last thing it said.
//!
//! On a terminal that is one line that rewrites itself; elsewhere a line every fifteen seconds.
//! What the command said is kept, and printed only if it fails.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What came of a command.
pub struct Finished {
    pub success: bool,
    /// Both its streams, in the order in which the lines came.
    pub output: String,
}

/// Say what begins, run it, and fail with its output if it fails.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    eprintln!("→ {what}");
    let start = Instant::now();
    let finished = watch(command)?;
    if !finished.success {
        eprintln!("{}", finished.output);
        bail!("that failed after {}: {}", spell(start.elapsed()), shown(command));
    }
    eprintln!("  done in {}", spell(start.elapsed()));
    Ok(())
}

/// Run it to its end, showing progress meanwhile.
pub fn watch(command: &mut Command) -> Result<Finished> {
    // A bar that cargo draws for itself says how many crates are done of how many.
    command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
    command.env("CARGO_TERM_COLOR", "never");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", shown(command)))?;
    let (sender, receiver) = mpsc::channel();
    for stream in [child.stdout.take().map(boxed), child.stderr.take().map(boxed)].into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || pieces(stream, &sender));
    }
    drop(sender);
    let output = show(&receiver);
    Ok(Finished { success: child.wait()?.success(), output })
}

/// `73` seconds are `1 min 13 s`.
pub fn spell(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn boxed(stream: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(stream)
}

fn shown(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Send the stream on, cut where a terminal would begin to write anew: at each `\n` and `\r`.
fn pieces(stream: impl Read, to: &Sender<String>) {
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    while matches!(stream.read_until(b'\n', &mut line), Ok(1..)) {
        for piece in String::from_utf8_lossy(&line).split_inclusive(['\r', '\n']) {
            if to.send(piece.to_owned()).is_err() {
                return;
            }
        }
        line.clear();
    }
}

/// Draw what comes until nothing more can come; give all of it back, without the bars.
fn show(receiver: &Receiver<String>) -> String {
    let mut output = String::new();
    let mut ticker = Ticker::new();
    loop {
        match receiver.recv_timeout(Duration::from_millis(200)) {
            Ok(piece) => {
                let bar = bar(&piece);
                if bar.is_none() {
                    output.push_str(piece.trim_start_matches("\x1b[K"));
                }
                ticker.say(bar.as_deref().unwrap_or(&piece));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        ticker.tick();
    }
    ticker.clear();
    output
}

/// `Building [===>   ] 12/301: serde` is `12/301: serde`.
fn bar(piece: &str) -> Option<String> {
    let (kind, rest) = piece.trim().trim_start_matches("\x1b[K").split_once('[')?;
    let (_, rest) = rest.split_once("] ")?;
    matches!(kind.trim(), "Building" | "Downloading" | "Updating" | "Fetch").then(|| rest.trim().to_owned())
}

/// The line that tells how long it has taken.
struct Ticker {
    start: Instant,
    last: Instant,
    every: Duration,
    terminal: bool,
    saying: String,
}

impl Ticker {
    fn new() -> Self {
        let terminal = io::stderr().is_terminal();
        let every = if terminal { Duration::from_millis(200) } else { Duration::from_secs(15) };
        Self { start: Instant::now(), last: Instant::now(), every, terminal, saying: String::new() }
    }

    fn say(&mut self, piece: &str) {
        let piece = piece.trim();
        // The arrows and frames of a diagnostic say nothing alone.
        if piece.starts_with(|first: char| first.is_alphanumeric()) {
            self.saying = piece.chars().filter(|character| !character.is_control()).take(64).collect();
        }
    }

    fn tick(&mut self) {
        if self.last.elapsed() < self.every {
            return;
        }
        self.last = Instant::now();
        let line =
            format!("  {}  {}", spell(Duration::from_secs(self.start.elapsed().as_secs())), self.saying);
        if self.terminal {
            eprint!("\r\x1b[K{line}");
            let _ = io::stderr().flush();
        } else {
            eprintln!("{line}");
        }
    }

    fn clear(&self) {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_of_cargo_is_told_by_its_counter() {
        assert_eq!(
            bar("    Building [=====>    ] 12/301: serde, syn\r").as_deref(),
            Some("12/301: serde, syn")
        );
        assert_eq!(bar("   Compiling serde v1.0.0 [a] b\n"), None);
    }

    #[test]
    fn times_are_spelled_for_people() {
        assert_eq!(spell(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(spell(Duration::from_secs(42)), "42 s");
        assert_eq!(spell(Duration::from_secs(133)), "2 min 13 s");
    }

    #[test]
    fn what_a_command_says_is_kept() {
        let finished =
            watch(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"])).expect("sh starts");
        assert!(!finished.success);
        assert!(finished.output.contains("one\n") && finished.output.contains("two\n"));
    }
}
