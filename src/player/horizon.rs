//! How far ahead a program is run to be looked at, when it may never end.

use crate::python::Run;
use crate::trace::Seconds;

/// A run that is longer than this, in virtual seconds, and has more to tell than [`MANY`] is not run to its end:
/// a server's loop goes on for ever. What is long alone, or full alone, is.
const FAR: Seconds = 60.0;
/// More events than one looks at.
const MANY: usize = 4_000;
/// Events after which a run is not run on, however short it is.
const MOST: usize = 150_000;

/// Whether the run has got as far as one looks ahead. A live run does not ask: it goes on.
pub fn is_past(run: &Run) -> bool {
    is_past_events(run.time(), run.trace().events().len())
}

fn is_past_events(time: Seconds, events: usize) -> bool {
    events > MOST || (events > MANY && time > FAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::{Settings, Status, compile};

    /// Where a program is when it ends, or is not looked at any further, and whether it has ended.
    fn seen(source: &str) -> (Seconds, bool) {
        let program = compile(source).expect("the program is one");
        let mut run = Run::new(&program, Settings::default());
        while !is_past(&run) {
            match run.advance(1_000) {
                Status::Finished => return (run.time(), true),
                Status::Waiting { until } => run.jump(until),
                Status::Stepped | Status::OutOfFuel => {}
            }
        }
        (run.time(), false)
    }

    #[test]
    fn a_server_is_seen_for_a_while() {
        let server = "import asyncio\nasync def main():\n while True:\n  await asyncio.sleep(1)\nasyncio.run(main())\n";
        let (time, ended) = seen(server);
        assert!(!ended && (300.0..600.0).contains(&time), "{time}");
        let (time, ended) = seen(&server.replace("(1)", "(0)"));
        assert_eq!((time, ended), (0.0, false));
    }

    #[test]
    fn what_is_long_or_full_alone_is_seen_to_its_end() {
        let program = |laps: usize, seconds: f64| {
            format!(
                "import asyncio\nasync def main():\n for _ in range({laps}):\n  await asyncio.sleep({seconds})\n\
                 asyncio.run(main())\n"
            )
        };
        assert_eq!(seen(&program(24, 3600.0)), (86_400.0, true));
        assert_eq!(seen(&program(4_000, 0.0078125)), (31.25, true));
    }
}
