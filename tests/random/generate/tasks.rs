//! Tasks: made, asked to cancel, looked at.

use super::expressions::{coroutine, event_loop};
use super::prelude::Shared;
use super::writer::{Kind, Writer};

/// A task that somebody holds.
pub fn create(w: &mut Writer) {
    let inner = coroutine(w);
    let made = match w.chance.below(10) {
        0 | 1 => {
            let tag = w.tag();
            format!("asyncio.create_task({inner}, name={tag})")
        }
        2 => format!("{}.create_task({inner})", event_loop(w)),
        3 => format!("asyncio.ensure_future({inner})"),
        4 => format!("asyncio.Task({inner})"),
        _ => format!("asyncio.create_task({inner})"),
    };
    if w.chance.one_in(3) {
        let list = w.shared(Shared::Made);
        return w.line(&format!("{list}.append({made})"));
    }
    let name = w.name(Kind::Task, "t");
    w.line(&format!("{name} = {made}"));
}

/// A task that nobody holds.
pub fn create_unnamed(w: &mut Writer) {
    let inner = coroutine(w);
    w.line(&format!("asyncio.create_task({inner})"));
}

/// A task whose first step runs at once.
pub fn create_eagerly(w: &mut Writer) {
    let (inner, event_loop) = (coroutine(w), event_loop(w));
    let name = w.name(Kind::Task, "t");
    w.line(&format!("{name} = asyncio.Task({inner}, loop={event_loop}, eager_start=True)"));
}

fn message(w: &mut Writer) -> String {
    if w.chance.one_in(3) { w.tag() } else { String::new() }
}

pub fn cancel(w: &mut Writer) {
    let kind = if w.chance.one_in(4) { Kind::Future } else { Kind::Task };
    let Some(task) = w.some(kind) else { return create(w) };
    let message = message(w);
    if w.chance.one_in(3) {
        let tag = w.tag();
        return w.line(&format!("print({tag}, {task}.cancel({message}))"));
    }
    w.line(&format!("{task}.cancel({message})"));
}

/// Cancel a task that another function made.
pub fn cancel_some(w: &mut Writer) {
    let (pick, place, message) = (w.shared(Shared::Pick), w.chance.below(6), message(w));
    w.line(&format!("{pick}({place}).cancel({message})"));
}

pub fn cancel_itself(w: &mut Writer) {
    let message = message(w);
    w.line(&format!("asyncio.current_task().cancel({message})"));
}

pub fn cancel_all(w: &mut Writer) {
    let (made, message) = (w.shared(Shared::Made), message(w));
    w.block(&format!("for t in {made}"), |w| w.line(&format!("t.cancel({message})")));
}

/// Print the state of a task.
pub fn look(w: &mut Writer) {
    let Some(task) = some(w) else { return create(w) };
    let tag = w.tag();
    let what = match w.chance.below(7) {
        0 => format!("{task}.done(), {task}.cancelled()"),
        1 => format!("{task}.get_name(), {task}.cancelling()"),
        2 => format!("repr({task})"),
        3 => format!("{task}.get_coro().__name__"),
        4 => format!("{task} in asyncio.all_tasks(), {task} is asyncio.current_task()"),
        5 => format!("asyncio.isfuture({task}), asyncio.iscoroutine({task})"),
        _ => format!("{task}.done()"),
    };
    w.line(&format!("print({tag}, {what})"));
}

/// Ask for the result or the exception, whether there is one or not.
pub fn ask(w: &mut Writer) {
    let kind = if w.chance.one_in(3) { Kind::Future } else { Kind::Task };
    let Some(task) = w.some(kind) else { return create(w) };
    let (tag, other, error) = (w.tag(), w.tag(), w.fresh("e"));
    let what = w.chance.pick(&["result()", "exception()"]);
    w.block("try", |w| w.line(&format!("print({tag}, repr({task}.{what}))")));
    let kind = w.chance.pick(&["BaseException", "Exception", "asyncio.InvalidStateError"]);
    w.block(&format!("except {kind} as {error}"), |w| w.line(&format!("print({other}, repr({error}))")));
}

pub fn uncancel(w: &mut Writer) {
    let (tag, task) = (w.tag(), some(w).unwrap_or_else(|| "asyncio.current_task()".into()));
    w.line(&format!("print({tag}, {task}.uncancel())"));
}

pub fn rename(w: &mut Writer) {
    let (tag, task) = (w.tag(), some(w).unwrap_or_else(|| "asyncio.current_task()".into()));
    w.line(&format!("{task}.set_name({tag})"));
}

/// A task by its name, or by its place among all that were made.
fn some(w: &mut Writer) -> Option<String> {
    if w.chance.one_in(4) {
        let (pick, place) = (w.shared(Shared::Pick), w.chance.below(6));
        return Some(format!("{pick}({place})"));
    }
    w.some(Kind::Task)
}
