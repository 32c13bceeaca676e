//! What a run of a program tells: by CPython, or by us.

use interleave::python::{Run, Settings, compile, syntax_error_text};
use interleave::trace::json;

/// The trace, what was written to stderr, and the exit status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub trace: String,
    pub stderr: String,
    pub status: i32,
}

impl Told {
    /// Addresses are compared as `0x`, and it does not matter where Python's library stands.
    pub fn new(trace: &str, stderr: &str, status: i32) -> Self {
        let same = |text| without_lines(&without_folder(&without_addresses(text)));
        Self { trace: same(trace), stderr: same(stderr), status }
    }

    /// How many events the trace has.
    pub fn events(&self) -> usize {
        self.trace.lines().count()
    }
}

/// Without the warnings of coroutines that nobody awaited and that died within asyncio, in both: CPython's
/// collector of garbage decides when, and the oracle's own frames are in the way.
pub fn without_unplaced(theirs: &mut Told, ours: &mut Told) {
    let names: Vec<String> =
        [&theirs.stderr, &ours.stderr].into_iter().flat_map(|stderr| unplaced(stderr)).collect();
    for told in [theirs, ours] {
        told.stderr = without(&told.stderr, &names);
    }
}

const NEVER_AWAITED: &str = ": RuntimeWarning: coroutine ";

/// The names in the warnings that do not stand at a line of the user's.
fn unplaced(stderr: &str) -> Vec<String> {
    let warnings = stderr.lines().filter_map(|line| line.split_once(NEVER_AWAITED));
    warnings.filter(|(place, _)| !place.starts_with("main.py")).map(|(_, name)| name.to_owned()).collect()
}

/// Leave out the warnings that name these.
fn without(stderr: &str, names: &[String]) -> String {
    let mut lines = stderr.lines();
    let mut short = String::new();
    while let Some(line) = lines.next() {
        match line.split_once(NEVER_AWAITED) {
            Some((place, name)) if names.iter().any(|known| known == name) => {
                // The line of source, and how to find out more.
                lines.nth(usize::from(!place.starts_with("sys")));
            }
            _ => short += &format!("{line}\n"),
        }
    }
    short
}

/// What is told of objects that die, which is when CPython's collector of garbage finds them.
const OBITUARIES: [&str; 4] =
    ["exception was never retrieved", "Task was destroyed", "was never awaited", "Exception ignored in"];

/// Whether they differ in nothing but what is told of objects that died.
pub fn differ_in_garbage(theirs: &Told, ours: &Told) -> bool {
    let tells = |told: &Told| OBITUARIES.iter().any(|text| told.stderr.contains(text));
    theirs.status == ours.status
        && match theirs.trace == ours.trace {
            true => theirs.stderr != ours.stderr && (tells(theirs) || tells(ours)),
            false => differ_in_last_calls(&theirs.trace, &ours.trace),
        }
}

/// Whether the traces differ in nothing but the order in which the program's own exception handler was
/// told, when all was over, of what the collector found: that is the order of its lists, which depends on
/// when it ran before.
fn differ_in_last_calls(theirs: &str, ours: &str) -> bool {
    let pairs = theirs.lines().zip(ours.lines());
    let same = pairs.take_while(|(one, other)| one == other).count();
    let rest = |trace: &str| {
        let mut rest: Vec<String> = trace.lines().skip(same).map(str::to_owned).collect();
        rest.sort_unstable();
        rest
    };
    let is_outside = |line: &String| line.contains("\"event\": \"exit\"") || line.contains(HANDLER_PRINTS);
    let (theirs, ours) = (rest(theirs), rest(ours));
    theirs == ours && theirs.iter().all(is_outside)
}

const HANDLER_PRINTS: &str = "\"event\": \"print\", \"task\": null";

/// Run it here.
pub fn ours(source: &str) -> Told {
    let program = match compile(source) {
        Ok(program) => program,
        Err(error) => return Told::new("", &syntax_error_text(source, &error), 1),
    };
    let mut run = Run::new(&program, Settings { keeps_thrown: true, ..Settings::default() });
    run.finish();
    Told::new(&json::lines(&run.trace()), &run.stderr(), run.exit_code())
}

fn without_addresses(text: &str) -> String {
    let mut pieces = text.split("0x");
    let mut short = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        short += "0x";
        short += piece.trim_start_matches(|digit: char| digit.is_ascii_hexdigit());
    }
    short
}

fn without_folder(text: &str) -> String {
    const LIBRARY: &str = "/lib/python3.13/";
    let mut pieces = text.split(LIBRARY).peekable();
    let mut short = String::new();
    while let Some(piece) = pieces.next() {
        let in_path = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
        if pieces.peek().is_none() {
            return short + piece;
        }
        short += piece.trim_end_matches(in_path);
        short += LIBRARY;
    }
    short
}

/// Where one of asyncio's own coroutines stands is not told by us.
fn without_lines(text: &str) -> String {
    let mut short = text.to_owned();
    for place in [" running at /lib/python3.13/", " done, defined at /lib/python3.13/"] {
        let mut pieces = short.split(place);
        let first = pieces.next().unwrap_or_default().to_owned();
        short =
            first + &pieces.map(|piece| piece.find('>').map_or("", |end| &piece[end..])).collect::<String>();
    }
    short
}
