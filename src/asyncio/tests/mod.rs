//! Exact event vectors of small programs with native coroutines. Each vector is what CPython's own
//! loop gave for the same program written in Python.

mod deadlocks;
mod endings;
mod futures;
mod gathering;
mod host;
mod locks;
mod loops;
mod queues;
mod reprs;
mod taskgroups;
mod tasks;
mod timeouts;
mod waits;

use std::future::Future as RustFuture;
use std::rc::Rc;

use self::host::{Error, Outcomes, TestCx, TestHost, Value, coroutine, error};
use super::done_callbacks::DoneCallback;
use super::futures::Awaitable;
use super::gather::gather;
use super::run_once::Advance;
use super::sleep::{Delay, sleep};
use super::wait::{ReturnWhen, wait};
use super::{ErrorClass, EventLoop, FutureRef, NativeCoroutine, Run, Runtime, VirtualClock, Yielded};
use crate::trace::{Event, EventKind, Exit, Recorder, Symbol, TaskId, Trace, Wait, json};

type TestRuntime = Runtime<TestHost>;
type Task = FutureRef<TestHost>;

/// A run with its clock.
struct World {
    runtime: TestRuntime,
    clock: Rc<VirtualClock>,
    reports: Rc<std::cell::RefCell<Vec<String>>>,
}

impl World {
    fn new() -> Self {
        let clock = Rc::new(VirtualClock::new());
        let host = TestHost::default();
        let reports = host.reports.clone();
        let runtime = Runtime::new(host, clock.clone(), Rc::new(Recorder::new()));
        Self { runtime, clock, reports }
    }

    /// Advance to the end, moving the clock at once; None where nothing will ever happen again.
    fn drive<T>(&self, mut advance: impl FnMut() -> Advance<T>) -> Option<T> {
        loop {
            match advance() {
                Advance::Ran | Advance::GivesWay | Advance::Paused => {}
                Advance::Idle { until: Some(until) } => self.clock.advance_to(until),
                Advance::Idle { until: None } => return None,
                Advance::Done(outcome) => return Some(outcome),
            }
        }
    }

    /// `asyncio.run(main())`, and how the program ended.
    fn run<F: RustFuture<Output = Outcomes> + 'static>(&self, main: impl FnOnce(TestCx) -> F) -> Vec<String> {
        let main = coroutine(&self.runtime, "main", main);
        let run = Run::new(&self.runtime, &main, None, None).expect("no loop is running");
        let outcome = self.drive(|| run.advance());
        self.note_exit(outcome);
        self.lines()
    }

    /// `print(text)`, outside of a task.
    fn print(&self, text: &str) {
        self.runtime.note(|trace| EventKind::Print { task: None, text: trace.intern(text) });
    }

    fn note_exit(&self, outcome: Option<Outcomes>) {
        let (outcome, value) = match outcome {
            None => (Exit::Deadlock, None),
            Some(Ok(_)) => (Exit::Ok, None),
            Some(Err(error)) => (Exit::Exception, Some(super::Host::describe(self.runtime.host(), &error))),
        };
        self.runtime
            .note(|trace| EventKind::Exit { outcome, value: value.map(|value| trace.intern(&value)) });
    }

    /// What the oracle tells, a line for each event: `1.0 suspend Task-1 future`.
    fn lines(&self) -> Vec<String> {
        let trace = self.runtime.recorder().trace();
        let mut names = Vec::new();
        trace
            .events()
            .iter()
            .filter_map(|event| Line { trace: &trace, names: &mut names }.of(event))
            .collect()
    }
}

struct Line<'a> {
    trace: &'a Trace,
    names: &'a mut Vec<(TaskId, Symbol)>,
}

impl Line<'_> {
    fn of(&mut self, event: &Event) -> Option<String> {
        let what = match event.kind {
            EventKind::Create { task, name, coro, by, .. } => {
                self.names.push((task, name));
                let by = self.task(by);
                format!("create {} {} {by}", self.trace.text(name), self.trace.text(coro))
            }
            EventKind::Rename { task, name } => {
                self.names.push((task, name));
                return None;
            }
            EventKind::Step { task, .. } => format!("step {}", self.task(Some(task))),
            EventKind::Suspend { task, on, .. } => {
                format!("suspend {} {}", self.task(Some(task)), self.wait(on))
            }
            EventKind::Cancel { task, by } => format!("cancel {} {}", self.task(Some(task)), self.task(by)),
            EventKind::Done { task, outcome, value } => {
                format!("done {} {} {}", self.task(Some(task)), json::outcome_name(outcome), self.text(value))
            }
            EventKind::Callback { name } => format!("callback {}", self.trace.text(name)),
            EventKind::Print { task, text } => format!("print {} {}", self.task(task), self.trace.text(text)),
            EventKind::Exit { outcome, value } => {
                format!("exit {} {}", json::exit_name(outcome), self.text(value))
            }
            _ => return None,
        };
        Some(format!("{} {what}", json::number((event.time * 1e9).round() / 1e9)))
    }

    fn text(&self, symbol: Option<Symbol>) -> &str {
        symbol.map_or("-", |symbol| self.trace.text(symbol))
    }

    fn task(&self, task: Option<TaskId>) -> &str {
        let name = self.names.iter().rev().find(|(id, _)| Some(*id) == task);
        self.text(name.map(|(_, name)| *name))
    }

    fn wait(&self, on: Wait) -> String {
        match on {
            Wait::Yield => "yield".into(),
            Wait::Gather(_) => "gather".into(),
            Wait::Task(task) => format!("task:{}", self.task(Some(task))),
            Wait::Sleep { .. } | Wait::Named { .. } | Wait::Future => "future".into(),
        }
    }
}

/// The whole program: `asyncio.run(main())`.
fn run<F: RustFuture<Output = Outcomes> + 'static>(main: impl FnOnce(TestCx) -> F) -> Vec<String> {
    World::new().run(main)
}

/// Compare with the expected lines, given as one text.
#[track_caller]
fn expect(lines: &[String], expected: &str) {
    let expected: Vec<_> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.join("\n"), expected.join("\n"));
}

/// What the programs of the tests call.
trait Program: Sized {
    /// `asyncio.sleep(seconds)`.
    async fn sleep(&self, seconds: f64) -> Outcomes;
    /// `print(text)`.
    fn print(&self, text: &str);
    fn coroutine<F: RustFuture<Output = Outcomes> + 'static>(
        &self,
        name: &'static str,
        body: impl FnOnce(TestCx) -> F,
    ) -> NativeCoroutine<TestHost>;
    /// `asyncio.create_task(name())`.
    fn spawn<F: RustFuture<Output = Outcomes> + 'static>(
        &self,
        name: &'static str,
        body: impl FnOnce(TestCx) -> F,
    ) -> Task;
    /// `asyncio.create_task(work(…))`.
    fn work(&self, name: &'static str, seconds: f64, result: Value) -> Task;
    fn running(&self) -> EventLoop<TestHost>;
    /// `asyncio.current_task()`.
    fn me(&self) -> Task;
}

impl Program for TestCx {
    async fn sleep(&self, seconds: f64) -> Outcomes {
        sleep(self, Delay { seconds, origin: None }, Value::None).await
    }

    fn print(&self, text: &str) {
        let task = self.runtime().current_task_id();
        self.runtime().note(|trace| EventKind::Print { task, text: trace.intern(text) });
    }

    fn coroutine<F: RustFuture<Output = Outcomes> + 'static>(
        &self,
        name: &'static str,
        body: impl FnOnce(TestCx) -> F,
    ) -> NativeCoroutine<TestHost> {
        coroutine(self.runtime(), name, body)
    }

    fn spawn<F: RustFuture<Output = Outcomes> + 'static>(
        &self,
        name: &'static str,
        body: impl FnOnce(TestCx) -> F,
    ) -> Task {
        let coroutine = self.coroutine(name, body);
        self.running().create_task(&coroutine, None, None).expect("the loop is open")
    }

    fn work(&self, name: &'static str, seconds: f64, result: Value) -> Task {
        self.spawn("work", move |cx| work(cx, name, seconds, result))
    }

    fn running(&self) -> EventLoop<TestHost> {
        self.event_loop().expect("a loop is running")
    }

    fn me(&self) -> Task {
        self.running().current_task().expect("a task is running")
    }
}

/// Sleep, print the name, return the result.
async fn work(cx: TestCx, name: &'static str, seconds: f64, result: Value) -> Outcomes {
    cx.sleep(seconds).await?;
    cx.print(name);
    Ok(result)
}

/// A coroutine that yields what no task understands.
fn three(cx: &TestCx) -> NativeCoroutine<TestHost> {
    cx.coroutine("three", |cx| async move { cx.yield_(Yielded::Other(Value::Int(3))).await })
}

fn value_error(message: &str) -> Error {
    error(ErrorClass::ValueError, message)
}

fn text(text: &str) -> Value {
    Value::Text(Rc::new(text.into()))
}

/// `str(error)`.
fn message(error: &Error) -> String {
    error.message.clone().unwrap_or_default()
}

/// `str(value)` of a text or number.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        other => super::Host::repr(&TestHost::default(), other),
    }
}

/// `str(truth)`.
fn python(truth: bool) -> &'static str {
    if truth { "True" } else { "False" }
}

/// Coroutines that fail, after some time where that is given.
fn fail(cx: &TestCx, seconds: Option<f64>) -> Awaitable<TestHost> {
    Awaitable::Coroutine(cx.coroutine("fail", move |cx| async move {
        if let Some(seconds) = seconds {
            cx.sleep(seconds).await?;
        }
        Err(value_error("no"))
    }))
}

/// Coroutines that [`work`].
fn works<const N: usize>(cx: &TestCx, works: [(&'static str, f64, Value); N]) -> [Awaitable<TestHost>; N] {
    works.map(|(name, seconds, result)| {
        Awaitable::Coroutine(cx.coroutine("work", move |cx| work(cx, name, seconds, result)))
    })
}

/// `print(value)`.
fn print_value(cx: &TestCx, value: &Value) {
    cx.print(&super::Host::repr(cx.host(), value));
}
