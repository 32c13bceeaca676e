//! A run made by hand, for the tests of the folds: `main` gathers `work(1)` and `work(2)`, and the
//! second blocks the loop for half a second when it wakes.

use super::{
    Callback, EventKind, Exit, HandleId, ObjectId, Outcome, Resumed, Seconds, Symbol, TaskId, Trace, Wait,
};

/// The tasks of [`gather_of_two`].
pub const MAIN: TaskId = TaskId(0);
pub const ONE: TaskId = TaskId(1);
pub const TWO: TaskId = TaskId(2);

/// Writes a trace as the loop would, handle numbers included.
#[derive(Default)]
pub struct Script {
    pub trace: Trace,
    time: Seconds,
    handles: u32,
}

impl Script {
    pub fn text(&mut self, text: &str) -> Symbol {
        self.trace.intern(text)
    }

    pub fn event(&mut self, kind: EventKind) {
        self.trace.push(self.time, kind);
    }

    pub fn create(&mut self, task: TaskId, coro: &str, by: Option<TaskId>) -> HandleId {
        let name = self.text(&format!("Task-{}", task.0 + 1));
        let coro = self.text(coro);
        self.event(EventKind::Create { task, name, coro, by, line: None, call: None });
        self.ready(Callback::Step(task))
    }

    pub fn ready(&mut self, callback: Callback) -> HandleId {
        let handle = self.handle();
        self.event(EventKind::Ready { handle, callback });
        handle
    }

    pub fn timer(&mut self, when: Seconds) -> HandleId {
        let name = self.text("futures._set_result_unless_cancelled");
        let handle = self.handle();
        self.event(EventKind::Timer {
            handle,
            when,
            callback: Callback::Internal { name, of: None, object: None },
        });
        handle
    }

    /// A turn of the loop at `time`, with this timer due.
    pub fn turn(&mut self, time: Seconds, due: Option<HandleId>) {
        self.event(EventKind::Turn);
        self.time = time;
        if let Some(handle) = due {
            self.event(EventKind::Due { handle });
        }
    }

    pub fn step(&mut self, handle: HandleId, task: TaskId) {
        self.event(EventKind::Run { handle });
        self.event(EventKind::Step { task, with: Resumed::Value });
    }

    pub fn suspend(&mut self, task: TaskId, on: Wait, line: u32) {
        self.event(EventKind::Suspend { task, on, line: Some(line) });
    }

    pub fn sleep(&mut self, task: TaskId, seconds: Seconds, line: u32) -> HandleId {
        let timer = self.timer(self.time + seconds);
        self.suspend(task, Wait::Sleep { seconds, origin: Some(100 + task.0) }, line);
        timer
    }

    pub fn block(&mut self, task: Option<TaskId>, seconds: Seconds) {
        let written = self.text("0.5");
        self.event(EventKind::Block { task, seconds, written, line: Some(3), origin: None });
        self.time += seconds;
    }

    pub fn print(&mut self, task: TaskId, text: &str) {
        let text = self.text(text);
        self.event(EventKind::Print { task: Some(task), text });
    }

    pub fn done(&mut self, task: TaskId, outcome: Outcome, value: &str) {
        let value = Some(self.text(value));
        self.event(EventKind::Done { task, outcome, value });
    }

    fn handle(&mut self) -> HandleId {
        self.handles += 1;
        HandleId(self.handles - 1)
    }
}

/// The whole run.
pub fn gather_of_two() -> Trace {
    let mut script = Script::default();
    let main = script.create(MAIN, "main", None);
    script.turn(0.0, None);
    script.step(main, MAIN);
    let one = script.create(ONE, "work", Some(MAIN));
    let two = script.create(TWO, "work", Some(MAIN));
    script.suspend(MAIN, Wait::Gather(ObjectId(0)), 9);
    script.turn(0.0, None);
    script.step(one, ONE);
    let first = script.sleep(ONE, 1.0, 4);
    script.step(two, TWO);
    let second = script.sleep(TWO, 2.0, 4);

    script.turn(1.0, Some(first));
    script.event(EventKind::Run { handle: first });
    let wake = script.ready(Callback::Wakeup(ONE));
    script.turn(1.0, None);
    script.step(wake, ONE);
    script.print(ONE, "one");
    script.done(ONE, Outcome::Result, "'one'");

    script.turn(2.0, Some(second));
    script.event(EventKind::Run { handle: second });
    let wake = script.ready(Callback::Wakeup(TWO));
    script.turn(2.0, None);
    script.step(wake, TWO);
    script.block(Some(TWO), 0.5);
    script.done(TWO, Outcome::Exception, "ValueError: two");
    let wake = script.ready(Callback::Wakeup(MAIN));
    script.turn(2.5, None);
    script.step(wake, MAIN);
    script.done(MAIN, Outcome::Exception, "ValueError: two");
    let value = Some(script.text("ValueError: two"));
    script.event(EventKind::Exit { outcome: Exit::Exception, value });
    script.trace
}
