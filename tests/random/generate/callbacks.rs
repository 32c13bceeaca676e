//! Futures by hand, and what the loop calls.

use super::expressions::{delay, error, event_loop, value};
use super::prelude::Shared;
use super::writer::{Kind, Writer};

pub fn future(w: &mut Writer) {
    let event_loop = event_loop(w);
    if w.chance.one_in(6) {
        let (blocking, tag, seconds) = (w.shared(Shared::Blocking), w.tag(), w.chance.pick(&["0.1", "0.2"]));
        let name = w.name(Kind::Future, "job");
        return w.line(&format!("{name} = {event_loop}.run_in_executor(None, {blocking}, {tag}, {seconds})"));
    }
    let name = w.name(Kind::Future, "future");
    if w.chance.one_in(4) {
        return w.line(&format!("{name} = asyncio.Future()"));
    }
    w.line(&format!("{name} = {event_loop}.create_future()"));
}

/// Give a future its outcome, now or later.
pub fn settle(w: &mut Writer) {
    let Some(name) = w.some(Kind::Future) else { return future(w) };
    if w.chance.one_in(2) {
        let (event_loop, delay) = (event_loop(w), delay(w));
        let what = match w.chance.below(4) {
            0 => format!("{name}.cancel"),
            1 => format!("{name}.set_exception, {}", error(w)),
            _ => format!("{name}.set_result, {}", value(w)),
        };
        return w.line(&format!("{event_loop}.call_later({delay}, {what})"));
    }
    let what = match w.chance.below(4) {
        0 => format!("{name}.cancel()"),
        1 => format!("{name}.set_exception({})", error(w)),
        _ => format!("{name}.set_result({})", value(w)),
    };
    if w.chance.one_in(6) {
        return w.line(&what);
    }
    w.block(&format!("if not {name}.done()"), |w| w.line(&what));
}

/// A callable with its arguments, as `call_soon` takes them.
fn called(w: &mut Writer) -> String {
    let tag = w.tag();
    match (w.chance.below(10), w.some(Kind::Callback), w.some(Kind::Task)) {
        (0, ..) => format!("print, {tag}"),
        (1, _, Some(task)) => format!("{task}.cancel"),
        (2, _, Some(task)) => format!("{task}.cancel, {tag}"),
        (3, ..) => format!("{}.set", w.shared(Shared::Event)),
        (4..=7, Some(callback), _) => format!("{callback}, {tag}"),
        (8, Some(callback), _) => format!("lambda: {callback}({tag})"),
        _ => format!("{}, {tag}", w.shared(Shared::Note)),
    }
}

/// `call_soon` and its like.
pub fn call(w: &mut Writer) {
    let (event_loop, called, delay) = (event_loop(w), called(w), delay(w));
    let text = match w.chance.below(6) {
        0 | 1 => format!("{event_loop}.call_soon({called})"),
        2 => format!("{event_loop}.call_at({event_loop}.time() + {delay}, {called})"),
        3 if w.chance.one_in(3) => format!("{event_loop}.call_soon_threadsafe({called})"),
        _ => format!("{event_loop}.call_later({delay}, {called})"),
    };
    if w.chance.one_in(2) {
        let name = w.name(Kind::Handle, "h");
        return w.line(&format!("{name} = {text}"));
    }
    w.line(&text);
}

/// Cancel a handle, or look at it.
pub fn handle(w: &mut Writer) {
    let Some(name) = w.some(Kind::Handle) else { return call(w) };
    let tag = w.tag();
    match w.chance.below(4) {
        0 => w.line(&format!("print({tag}, {name}.cancelled())")),
        1 => w.line(&format!("print({tag}, getattr({name}, 'when', float)())")),
        _ => w.line(&format!("{name}.cancel()")),
    }
}

fn done_callback(w: &mut Writer) -> String {
    match w.some(Kind::Callback) {
        Some(name) if !w.chance.one_in(4) => name,
        _ => w.shared(Shared::Note).into(),
    }
}

pub fn when_done(w: &mut Writer) {
    let Some(name) = some_future(w) else { return future(w) };
    if w.chance.one_in(5) {
        let tag = w.tag();
        return w.line(&format!("{name}.add_done_callback(lambda f: print({tag}, f.done(), f.cancelled()))"));
    }
    let callback = done_callback(w);
    w.line(&format!("{name}.add_done_callback({callback})"));
}

pub fn not_when_done(w: &mut Writer) {
    let Some(name) = some_future(w) else { return future(w) };
    let (callback, tag) = (done_callback(w), w.tag());
    w.line(&format!("print({tag}, {name}.remove_done_callback({callback}))"));
}

fn some_future(w: &mut Writer) -> Option<String> {
    let kind = if w.chance.one_in(3) { Kind::Future } else { Kind::Task };
    w.some(kind)
}

/// What a loop can be asked.
pub fn loop_matters(w: &mut Writer) {
    let (event_loop, tag) = (event_loop(w), w.tag());
    match w.chance.below(6) {
        0 => {
            let handler = w.shared(Shared::Handler);
            w.line(&format!("{event_loop}.set_exception_handler({handler})"));
        }
        1 => {
            w.line(&format!(
                "{event_loop}.call_exception_handler({{'message': {tag}, 'exception': ValueError(1)}})"
            ));
        }
        2 => w.line(&format!("print({tag}, {event_loop}.is_running(), {event_loop}.is_closed())")),
        3 => w.line(&format!("print({tag}, asyncio.get_event_loop() is {event_loop})")),
        4 => w.line(&format!("{event_loop}.set_exception_handler(None)")),
        _ => {
            let name = w.name(Kind::Loop, "loop");
            w.line(&format!("{name} = asyncio.get_running_loop()"));
        }
    }
}

/// A callback that is made on the spot.
pub fn lambda(w: &mut Writer) {
    let (tag, name) = (w.tag(), w.name(Kind::Callback, "g"));
    let what = match w.some(Kind::Task) {
        Some(task) if w.chance.one_in(2) => format!("{task}.cancel({tag})"),
        _ => format!("print({tag}, len(n))"),
    };
    w.line(&format!("{name} = lambda *n: {what}"));
}
