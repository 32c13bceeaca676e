//! What stands in the holes of statements: times, coroutines, futures, exceptions.

use super::prelude::Shared;
use super::writer::{Kind, Writer};

/// Seconds; often the same, so that things meet.
pub fn delay(w: &mut Writer) -> &'static str {
    w.chance.weighted(&[
        (6, "0"),
        (6, "0.1"),
        (4, "0.2"),
        (3, "0.3"),
        (2, "0.05"),
        (1, "0.1 + 0.2"),
        (1, "1"),
        (1, "1.5"),
        (1, "-1"),
        (1, "1e-10"),
    ])
}

/// A `timeout=`, which may be None.
pub fn timeout(w: &mut Writer) -> &'static str {
    if w.chance.one_in(6) { "None" } else { delay(w) }
}

/// A value.
pub fn value(w: &mut Writer) -> String {
    match w.chance.below(6) {
        0 => "n".into(),
        1 => "None".into(),
        2 => w.chance.below(10).to_string(),
        3 => "(1, 'two')".into(),
        _ => w.tag(),
    }
}

/// What a coroutine function is called with: a text that says where it comes from.
fn label(w: &mut Writer) -> String {
    let tag = w.tag();
    if w.chance.one_in(3) && w.label == "n" { format!("f'{{n}}.{}'", tag.trim_matches('\'')) } else { tag }
}

/// A new coroutine object.
pub fn coroutine(w: &mut Writer) -> String {
    let below = w.functions.saturating_sub(w.callable);
    if below > 0 && !w.chance.one_in(4) {
        let number = w.callable + w.chance.below(below);
        let label = label(w);
        return format!("f{number}({label})");
    }
    match w.chance.below(12) {
        0 => format!("{}.wait()", w.shared(Shared::Event)),
        1 => format!("{}.get()", w.shared(Shared::Queue)),
        2 => format!("{}.acquire()", w.shared(Shared::Lock)),
        3 => format!("{}.acquire()", w.shared(Shared::Semaphore)),
        4 => format!("{}.put({})", w.shared(Shared::SmallQueue), value(w)),
        5 => format!("asyncio.wait_for({}, {})", leaf(w), timeout(w)),
        6 => {
            let (blocking, tag) = (w.shared(Shared::Blocking), w.tag());
            format!("asyncio.to_thread({blocking}, {tag}, {})", w.chance.pick(&["0", "0.1", "0.2"]))
        }
        _ => leaf(w),
    }
}

fn leaf(w: &mut Writer) -> String {
    match (w.chance.below(4), w.chance.one_in(2)) {
        (0, _) => format!("asyncio.sleep({})", delay(w)),
        _ => format!("asyncio.sleep({}, {})", delay(w), value(w)),
    }
}

/// Something that can be awaited: a task, a future, a coroutine, or a combination.
pub fn awaitable(w: &mut Writer) -> String {
    match w.chance.below(20) {
        0..=5 => task(w),
        6 => some_or_coroutine(w, Kind::Future),
        7 => some_or_coroutine(w, Kind::Coroutine),
        8 => {
            let inner = task(w);
            format!("asyncio.shield({inner})")
        }
        9 => {
            let inner = coroutine(w);
            format!("asyncio.shield({inner})")
        }
        10 => {
            let inner = coroutine(w);
            format!("asyncio.ensure_future({inner})")
        }
        11 => gather(w),
        12 => {
            let (name, inner) = (w.shared(Shared::Awaitable), coroutine(w));
            format!("{name}({inner}, {})", w.chance.below(3))
        }
        13 => {
            let inner = coroutine(w);
            format!("asyncio.create_task({inner})")
        }
        _ => coroutine(w),
    }
}

/// A task that is there, or else a new coroutine.
pub fn task(w: &mut Writer) -> String {
    some_or_coroutine(w, Kind::Task)
}

fn some_or_coroutine(w: &mut Writer, kind: Kind) -> String {
    match w.some(kind) {
        Some(name) => name,
        None => coroutine(w),
    }
}

/// Some awaitables, with commas between; the same one may come twice.
pub fn awaitables(w: &mut Writer, least: usize) -> String {
    let count = least + w.chance.weighted(&[(1, 0), (3, 1), (4, 2), (2, 3)]);
    let mut all: Vec<_> = (0..count).map(|_| awaitable(w)).collect();
    if w.chance.one_in(8) && !all.is_empty() {
        all.push(all[0].clone());
    }
    all.join(", ")
}

/// Something that is a task when `wait` gets it.
pub fn tasks(w: &mut Writer) -> String {
    let count = w.chance.within(1..=3);
    let one = |w: &mut Writer| match (w.some(Kind::Task), w.chance.below(8)) {
        (Some(task), 0..=4) => task,
        (_, 5) => w.some(Kind::Future).unwrap_or_else(|| "asyncio.Future()".into()),
        (_, 6) if w.chance.one_in(4) => coroutine(w),
        _ => format!("asyncio.create_task({})", coroutine(w)),
    };
    (0..count).map(|_| one(w)).collect::<Vec<_>>().join(", ")
}

/// A call of `asyncio.gather`.
pub fn gather(w: &mut Writer) -> String {
    let arguments = match w.chance.below(10) {
        0 => String::new(),
        1 => {
            let (inner, count) = (coroutine(w), w.chance.within(1..=3));
            format!("*[{inner} for _ in range({count})]")
        }
        2 => format!("*{}", w.shared(Shared::Made)),
        _ => awaitables(w, 0),
    };
    let end = match (w.chance.below(5), arguments.is_empty()) {
        (0 | 1, false) => ", return_exceptions=True",
        (0 | 1, true) => "return_exceptions=True",
        (2, false) => ", return_exceptions=False",
        _ => "",
    };
    format!("asyncio.gather({arguments}{end})")
}

/// An exception to raise or to set.
pub fn error(w: &mut Writer) -> String {
    let tag = w.tag();
    match w.chance.below(24) {
        0 => "asyncio.CancelledError()".into(),
        1 => format!("asyncio.CancelledError({tag})"),
        2 => "asyncio.TimeoutError()".into(),
        3 => format!("ExceptionGroup({tag}, [ValueError(1), KeyError('k')])"),
        4 => format!("RuntimeError({tag})"),
        5 => format!("StopIteration({tag})"),
        6 => "StopAsyncIteration".into(),
        7 => format!("BaseExceptionGroup({tag}, [asyncio.CancelledError(), TypeError(1)])"),
        8 if w.chance.one_in(4) => format!("KeyboardInterrupt({tag})"),
        9 if w.chance.one_in(4) => "SystemExit(3)".into(),
        10..=12 => format!("{}({tag})", w.shared(Shared::Oops)),
        13 | 14 => format!("KeyError({tag})"),
        15 => "ValueError".into(),
        _ => format!("ValueError({tag})"),
    }
}

/// What an `except` names.
pub fn caught(w: &mut Writer) -> &'static str {
    w.chance.weighted(&[
        (4, "ValueError"),
        (5, "Exception"),
        (6, "asyncio.CancelledError"),
        (3, "BaseException"),
        (3, "TimeoutError"),
        (2, "(ValueError, asyncio.CancelledError)"),
        (1, "(KeyError, RuntimeError)"),
        (1, "asyncio.InvalidStateError"),
        (2, "ExceptionGroup"),
    ])
}

/// The loop that runs.
pub fn event_loop(w: &mut Writer) -> String {
    match w.some(Kind::Loop) {
        Some(name) => name,
        None => "asyncio.get_running_loop()".into(),
    }
}
