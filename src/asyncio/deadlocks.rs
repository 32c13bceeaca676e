//! Why nothing can go on: which task waits for what.
//!
//! When no callback is ready and no timer is set, nothing will ever happen any more in a program of one
//! thread: whoever could set a result is waiting, too. CPython would sleep in `select` for ever. The
//! reason is in the tasks: each that is not done waits for a future, and the future knows what it
//! belongs to. Following that from task to task finds the circles.

use std::fmt;

use super::futures::{Future, FutureRef, Kind, Label};
use super::host::Host;
use super::runtime::Runtime;
use crate::trace::TaskId;

/// A task that waits, and what for.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its name.
    pub task: String,
    /// The line of the user's own code where it stands.
    pub line: Option<u32>,
    /// What it waits for, as the object of "waits for".
    pub on: String,
}

/// `Task-2 (line 7) waits for a lock that Task-1 holds`.
impl fmt::Display for Waiting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.task)?;
        if let Some(line) = self.line {
            write!(formatter, " (line {line})")?;
        }
        write!(formatter, " waits for {}", self.on)
    }
}

/// The tasks that wait, loop by loop, in the order in which they were made.
pub fn explain<H: Host>(runtime: &Runtime<H>) -> Vec<Waiting> {
    let tasks: Vec<_> = runtime.event_loops().iter().flat_map(|event_loop| event_loop.all_tasks()).collect();
    tasks.iter().filter_map(|task| waiting(&tasks, task)).collect()
}

fn waiting<H: Host>(tasks: &[FutureRef<H>], task: &FutureRef<H>) -> Option<Waiting> {
    let state = task.task().filter(|state| state.is_shown())?;
    let waiter = state.waiter()?;
    let line = state.coroutine().and_then(|coroutine| task.host().line(&coroutine));
    let mut on = reason(tasks, state.id(), &waiter);
    if is_circle(tasks, state.id(), &waiter) {
        on.push_str(", in a circle");
    }
    Some(Waiting { task: state.name(), line, on })
}

/// What a future is that a task waits for.
fn reason<H: Host>(tasks: &[FutureRef<H>], task: TaskId, waiter: &Future<H>) -> String {
    match waiter.kind() {
        Kind::Task(_) => name(waiter),
        Kind::Gathering(gathering) => {
            let children: Vec<String> = gathering.pending().map(|child| name(child)).collect();
            format!("gather() of {}", children.join(", "))
        }
        Kind::Plain(Label::None) => "a future that nobody resolves".into(),
        Kind::Plain(Label::Sleep { .. }) => "a time that never comes".into(),
        Kind::Plain(Label::Lock(holder)) => lock(tasks, task, holder.get()),
        Kind::Plain(Label::Named(name)) => match NAMED.iter().find(|(known, _)| known == name) {
            Some((_, reason)) => (*reason).to_owned(),
            None => (*name).to_owned(),
        },
    }
}

const NAMED: &[(&str, &str)] = &[
    ("Event.wait", "an event that nobody sets"),
    ("Condition.wait", "a condition that nobody notifies"),
    ("Semaphore.acquire", "a semaphore that nobody releases"),
    ("Barrier.wait", "a barrier that too few tasks come to"),
    ("Queue.get", "an item of a queue that nobody fills"),
    ("Queue.put", "room in a queue that nobody empties"),
    ("Queue.join", "a queue whose items nobody says task_done() for"),
    ("TaskGroup", "the tasks of its TaskGroup"),
    ("wait", "the tasks that it gave to wait()"),
    ("wait_for", "what it gave to wait_for()"),
    ("as_completed", "the next of as_completed()"),
    ("shield", "what it gave to shield()"),
];

fn lock<H: Host>(tasks: &[FutureRef<H>], task: TaskId, holder: Option<TaskId>) -> String {
    if holder == Some(task) {
        return "a lock that it holds itself".into();
    }
    match find(tasks, holder) {
        Some(holder) => format!("a lock that {} holds", name(holder)),
        None => "a lock that nobody releases".into(),
    }
}

fn name<H: Host>(future: &Future<H>) -> String {
    future.task().map_or_else(|| "a future that nobody resolves".into(), |task| task.name())
}

/// Whether following what each task waits for leads back to this one.
fn is_circle<H: Host>(tasks: &[FutureRef<H>], task: TaskId, waiter: &FutureRef<H>) -> bool {
    let mut next = Some(waiter.clone());
    // A circle that this task is not in has no end.
    for _ in 0..1000 {
        let Some(future) = next.and_then(|waiter| task_behind(tasks, &waiter)) else { return false };
        let Some(state) = future.task() else { return false };
        if state.id() == task {
            return true;
        }
        next = state.waiter();
    }
    false
}

/// The task that alone could set the future's result: the future itself, or who holds the lock.
fn task_behind<H: Host>(tasks: &[FutureRef<H>], waiter: &FutureRef<H>) -> Option<FutureRef<H>> {
    match waiter.kind() {
        Kind::Task(_) => Some(waiter.clone()),
        Kind::Plain(Label::Lock(holder)) => find(tasks, holder.get()).cloned(),
        Kind::Plain(_) | Kind::Gathering(_) => None,
    }
}

fn find<H: Host>(tasks: &[FutureRef<H>], id: Option<TaskId>) -> Option<&FutureRef<H>> {
    tasks.iter().find(|task| id.is_some() && task.task().map(|state| state.id()) == id)
}
