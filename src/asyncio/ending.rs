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
    /// The program has ended, and nothing that is left can be reached: close the coroutines of the tasks that
    /// it left pending, and tell of those and of the exceptions that nobody asked for, in the order in which
    /// the tasks were made.
    pub fn tell_lost(&self) {
        self.let_go_of_exits();
        self.end_interventions();
        for event_loop in self.lost_loops() {
            for task in event_loop.living_tasks() {
                lose(&event_loop, task);
            }
        }
    }

    /// All is told: the loops that are lost forget what they have, and the rest is
    /// [let go](Runtime::abandon).
    pub fn finish(&self) {
        for event_loop in self.lost_loops() {
            event_loop.forget();
        }
        self.abandon();
    }

    /// Nothing is garbage that belongs to the loop which `set_event_loop` was last given (unless it is closed,
    /// and holds nothing any more), or to one that still runs in another thread: of those, CPython says
    /// nothing.
    fn lost_loops(&self) -> Vec<EventLoop<H>> {
        let current = self.policy_loop();
        let mut event_loops = self.event_loops();
        event_loops.retain(|event_loop| {
            (Some(event_loop) != current.as_ref() || event_loop.is_closed()) && !event_loop.is_running()
        });
        event_loops
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

/// `Task.__del__`, and the end of its coroutine where it is pending.
fn lose<H: Host>(event_loop: &EventLoop<H>, task: FutureRef<H>) {
    let Some(state) = task.task() else { return };
    let host = event_loop.host();
    task.tell_exception();
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
        for task in self.living_tasks() {
            drop(task.take_callbacks());
            if let Some(state) = task.task() {
                state.set_log_destroy_pending(false);
                drop((state.waiter.take(), state.coroutine.take()));
            }
        }
    }
}
