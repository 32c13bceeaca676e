//! What is left when a run is over.
//!
//! CPython collects its garbage once more when a program ends, and says then what was lost: "Task was
//! destroyed but it is pending!", "… exception was never retrieved". Its collector finds tasks that
//! only hold each other; reference counts do not. So the end of a run takes them apart here.

use super::base_events::EventLoop;
use super::futures::FutureRef;
use super::host::{Host, Report, Subject};
use super::runtime::Runtime;

impl<H: Host> Runtime<H> {
    /// The program has ended: close the coroutines of the tasks that it left pending, report them, and
    /// [let go](Runtime::abandon) of all. Nothing is garbage that belongs to the loop which
    /// `set_event_loop` was last given, or to one that still runs in another thread: of those, CPython says
    /// nothing.
    pub fn finish(&self) {
        self.let_go_of_exits();
        let current = self.policy_loop();
        let is_garbage =
            |event_loop: &EventLoop<H>| Some(event_loop) != current.as_ref() && !event_loop.is_running();
        for event_loop in self.event_loops().into_iter().filter(is_garbage) {
            for task in event_loop.all_tasks() {
                lose(&event_loop, task);
            }
            event_loop.forget();
        }
        self.abandon();
    }

    /// Give up a run, finished or not: its loops forget what is scheduled, its tasks let go of their
    /// coroutines, and nothing is reported any more.
    pub fn abandon(&self) {
        self.set_over();
        self.let_go_of_exits();
        for event_loop in self.event_loops() {
            event_loop.forget();
        }
        self.set_event_loop(None);
    }
}

/// `Task.__del__` of a pending task, and the end of its coroutine.
fn lose<H: Host>(event_loop: &EventLoop<H>, task: FutureRef<H>) {
    let Some(state) = task.task() else { return };
    let host = event_loop.host();
    if let Some(coroutine) = state.coroutine().filter(|coroutine| host.has_begun(coroutine)) {
        host.close(&coroutine);
    }
    if state.logs_destroy_pending() && !task.done() {
        state.set_log_destroy_pending(false);
        let message = "Task was destroyed but it is pending!".into();
        // There is nothing left for it to end.
        let _ = event_loop.report(Report { message, error: None, subject: Subject::Task(task.clone()) });
    }
    drop(state.coroutine.take());
}

impl<H: Host> EventLoop<H> {
    /// Take apart whatever may hold itself: what is scheduled, and each task that is alive.
    fn forget(&self) {
        self.forget_scheduled();
        for task in self.all_tasks() {
            drop(task.take_callbacks());
            if let Some(state) = task.task() {
                state.set_log_destroy_pending(false);
                drop((state.waiter.take(), state.coroutine.take()));
            }
        }
    }
}
