//! Why nothing can go on: which task waits for what.
//!
//! When no callback is ready and no timer is set, nothing will ever happen any more in a program of one
//! thread: whoever could set a result is waiting, too. CPython would sleep in `select` for ever. The
//! reason is in the tasks: each that is not done waits for a future, and the future knows what it
//! belongs to. Following that from task to task finds the circles.

use hashbrown::HashMap;

use super::futures::{Future, FutureRef, Kind, Label};
use super::host::Host;
use super::runtime::Runtime;
use crate::trace::TaskId;

/// So many tasks are told of, and of so many children of a `gather`.
const MOST_TASKS: usize = 20;
const MOST_CHILDREN: usize = 5;

/// Who waits for what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// The line of the user's own code where the first of them stands.
    pub line: Option<u32>,
    /// A sentence for each: `Task-2 (line 7) waits for a lock that Task-1 holds`.
    pub sentences: Vec<String>,
}

/// The tasks that are not done, by their numbers.
type Tasks<H> = HashMap<TaskId, FutureRef<H>>;

/// Why the tasks wait, loop by loop, in the order in which they were made.
pub fn explain<H: Host>(runtime: &Runtime<H>) -> Explanation {
    let tasks: Vec<_> = runtime.event_loops().iter().flat_map(|event_loop| event_loop.all_tasks()).collect();
    let by_id: Tasks<H> = tasks.iter().filter_map(|task| Some((task.task()?.id(), task.clone()))).collect();
    let mut explanation = Explanation::default();
    for task in tasks.iter().take(MOST_TASKS) {
        explanation.add(&by_id, task);
    }
    if let Some(more) = tasks.len().checked_sub(MOST_TASKS).filter(|more| *more > 0) {
        explanation.sentences.push(format!("and {more} more tasks wait"));
    }
    explanation
}

impl Explanation {
    fn add<H: Host>(&mut self, tasks: &Tasks<H>, task: &FutureRef<H>) {
        let Some(state) = task.task().filter(|state| state.is_shown()) else { return };
        let Some(waiter) = state.waiter() else { return };
        let line = state.coroutine().and_then(|coroutine| task.host().line(&coroutine));
        self.line = self.line.or(line);
        let mut sentence = state.name();
        if let Some(line) = line {
            sentence += &format!(" (line {line})");
        }
        sentence += " waits for ";
        sentence += &reason(tasks, state.id(), &waiter);
        if is_circle(tasks, state.id(), &waiter) {
            sentence += ", in a circle";
        }
        self.sentences.push(sentence);
    }
}

/// What a future is that a task waits for.
fn reason<H: Host>(tasks: &Tasks<H>, task: TaskId, waiter: &Future<H>) -> String {
    match waiter.kind() {
        Kind::Task(_) => name(waiter),
        Kind::Gathering(gathering) => {
            let children: Vec<String> =
                gathering.pending().take(MOST_CHILDREN).map(|child| name(child)).collect();
            let more = gathering.pending().count().saturating_sub(children.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("gather() of {}{more}", children.join(", "))
        }
        Kind::Plain(Label::None) => "a future that nobody resolves".into(),
        Kind::Plain(Label::Sleep { .. }) => "a time that never comes".into(),
        Kind::Plain(Label::Lock(_, holder)) => lock(tasks, task, holder.get()),
        Kind::Plain(Label::Named(name) | Label::Group(name, _)) => {
            match NAMED.iter().find(|(known, _)| known == name) {
                Some((_, reason)) => (*reason).to_owned(),
                None => (*name).to_owned(),
            }
        }
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

fn lock<H: Host>(tasks: &Tasks<H>, task: TaskId, holder: Option<TaskId>) -> String {
    if holder == Some(task) {
        return "a lock that it holds itself".into();
    }
    match holder.and_then(|holder| tasks.get(&holder)) {
        Some(holder) => format!("a lock that {} holds", name(holder)),
        None => "a lock that nobody releases".into(),
    }
}

fn name<H: Host>(future: &Future<H>) -> String {
    future.task().map_or_else(|| "a future that nobody resolves".into(), |task| task.name())
}

/// Whether following what each task waits for leads back to this one.
fn is_circle<H: Host>(tasks: &Tasks<H>, task: TaskId, waiter: &FutureRef<H>) -> bool {
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
fn task_behind<H: Host>(tasks: &Tasks<H>, waiter: &FutureRef<H>) -> Option<FutureRef<H>> {
    match waiter.kind() {
        Kind::Task(_) => Some(waiter.clone()),
        Kind::Plain(Label::Lock(_, holder)) => tasks.get(&holder.get()?).cloned(),
        Kind::Plain(_) | Kind::Gathering(_) => None,
    }
}
