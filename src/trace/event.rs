//! One thing that happened, small enough that a run may have a hundred thousand of them.

/// Seconds of virtual time.
pub type Seconds = f64;

/// A text that the trace keeps once, see [`super::Trace::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Symbol(pub u32);

/// A task's number in the order of creation, from 0. Names may change or repeat; this never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub u32);

/// A scheduled callback's number (CPython's `Handle`), in the order of scheduling, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HandleId(pub u32);

/// The number of something of asyncio's that tasks wait at: a gathering, a group, a lock, …, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjectId(pub u32);

/// What happened, when, and for which task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// Virtual seconds since the start.
    pub time: Seconds,
    pub kind: EventKind,
}

/// The first group is what the oracle tells, under the same names; the second is what else the
/// loop did, for drawing its state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EventKind {
    /// A Task was made. `coro` is its coroutine's `__qualname__`, `by` the maker, `line` where it was made;
    /// `call` is the byte offset in the source of the call that made the coroutine, if that is the user's own.
    Create {
        task: TaskId,
        name: Symbol,
        coro: Symbol,
        by: Option<TaskId>,
        line: Option<u32>,
        call: Option<u32>,
    },
    /// The loop resumes this task.
    Step { task: TaskId, with: Resumed },
    /// The task gave control back; `line` is where the user's own innermost frame stands.
    Suspend { task: TaskId, on: Wait, line: Option<u32> },
    /// `task.cancel()` took effect as a request.
    Cancel { task: TaskId, by: Option<TaskId> },
    /// The task is over. `value` is the result's repr or the exception's last line.
    Done { task: TaskId, outcome: Outcome, value: Option<Symbol> },
    /// A callback of the user's own runs.
    Callback { name: Symbol },
    /// `time.sleep` holds the thread of the loop, from this event's time on. `origin` is the
    /// place in the source of the number that says how long (see [`Wait::Sleep`]); `written` is
    /// that number's repr (`2` and `2.0` differ).
    Block { task: Option<TaskId>, seconds: Seconds, written: Symbol, line: Option<u32>, origin: Option<u32> },
    /// A line of output, without its newline.
    Print { task: Option<TaskId>, text: Symbol },
    /// The end of the program.
    Exit { outcome: Exit, value: Option<Symbol> },

    /// `gather`, `wait`, `as_completed` was called, or a TaskGroup entered.
    Group { object: ObjectId, kind: GroupKind },
    /// The group has another member: a task, or a future that is none.
    Member { object: ObjectId, task: Option<TaskId> },
    /// This lock is held by the task from now on; by nobody, where it was released.
    Hold { object: ObjectId, by: Option<TaskId> },
    /// `task.uncancel()` took back the last request to cancel it.
    Uncancel { task: TaskId },
    /// The task is gone, and nobody has ever asked for the exception that it ended with.
    NeverRetrieved { task: TaskId },
    /// A coroutine is gone that never ran; `line` is where that was noticed.
    NeverAwaited { coro: Symbol, line: Option<u32> },
    /// `run_forever` is over: what happens next, the program does outside of the loop.
    Stop,

    /// `task.set_name()`. It also names a task that is not shown (nothing made it known before), for
    /// such a task may make others.
    Rename { task: TaskId, name: Symbol },
    /// A pass over the ready queue begins (CPython's `_run_once`).
    Turn,
    /// `call_soon`: appended to the ready queue.
    Ready { handle: HandleId, callback: Callback },
    /// `call_at`, `call_later`: pushed on the timer heap, for the time `when`.
    Timer { handle: HandleId, when: Seconds, callback: Callback },
    /// The timer is due: moved from the heap to the end of the ready queue.
    Due { handle: HandleId },
    /// `handle.cancel()` before it ran: it will be passed over.
    Unschedule { handle: HandleId },
    /// The loop takes this callback from the ready queue and runs it: one step of the player.
    Run { handle: HandleId },

    /// A thread was started. Threads are numbered along with tasks. `target` is the function that it runs.
    ThreadStart { thread: TaskId, name: Symbol, target: Symbol },
    /// The thread has its turn.
    ThreadRun { thread: TaskId },
    /// The thread gives way; `line` is where the user's own code stands.
    ThreadWait { thread: TaskId, on: Wait, line: Option<u32> },
    /// The thread is over; `failed` where an exception ended it.
    ThreadEnd { thread: TaskId, failed: bool },
}

/// What a suspended task waits for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wait {
    /// A bare yield: `sleep(0)`.
    Yield,
    /// Another task.
    Task(TaskId),
    /// The future that `gather` returned.
    Gather(ObjectId),
    /// `asyncio.sleep(seconds)`. `origin` is the byte offset in the source of the number literal
    /// that `seconds` comes from unchanged, if there is one.
    Sleep { seconds: Seconds, origin: Option<u32> },
    /// A future that belongs to something with a name: `wait`, `as_completed`, `Lock.acquire`, …
    Named { name: Symbol, object: Option<ObjectId> },
    /// Any other future.
    Future,
}

/// What a scheduled callback will do. `of` is the task that has ended, where it is a done callback of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Callback {
    /// Resume the task: its first step, or after a bare yield.
    Step(TaskId),
    /// Resume the task, for what it waited for is done.
    Wakeup(TaskId),
    /// A callback of the user's own.
    User { name: Symbol, of: Option<TaskId> },
    /// One of asyncio's own, by the name that CPython gives it; `object` is whose it is.
    Internal { name: Symbol, of: Option<TaskId>, object: Option<ObjectId> },
    /// Somebody who watches the run does this to the task; the number is the intervention's in the scenario.
    Intervention { number: u32, act: Act, task: TaskId },
}

/// What one can do to a task from outside of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// `task.cancel()`.
    Cancel,
    /// `create_task(f(args))`, as it was made.
    Copy,
}

/// What a task's step brings to its coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumed {
    /// Nothing, or the result of what it awaited.
    Value,
    /// CancelledError is thrown into it.
    Cancelled,
    /// Another exception, which what it awaited ended with.
    Exception,
}

/// What waits for several tasks together, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    Gather { return_exceptions: bool },
    AllCompleted,
    FirstCompleted,
    FirstException,
    AsCompleted,
    TaskGroup,
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Result,
    Exception,
    Cancelled,
}

impl Outcome {
    /// The sign for it in pictures.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Result => "✓",
            Self::Exception => "✗",
            Self::Cancelled => "⊘",
        }
    }
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Ok,
    Exception,
    /// Nothing is ready, and nothing will ever wake anything.
    Deadlock,
    /// A budget was spent; the value names it.
    Budget,
}
