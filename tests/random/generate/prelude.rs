//! What stands at the head of a program: imports, and what all its functions share.

use std::collections::BTreeSet;

/// A thing of the module that functions may use; it is written only into programs that do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    Time,
    ContextVars,
    Oops,
    Made,
    Pick,
    Note,
    Lock,
    Event,
    Semaphore,
    BoundedSemaphore,
    Condition,
    Barrier,
    Queue,
    SmallQueue,
    LifoQueue,
    PriorityQueue,
    Var,
    Guard,
    AsyncGuard,
    Awaitable,
    Countdown,
    Handler,
    Blocking,
}

use Shared::*;

impl Shared {
    /// What the program calls it.
    pub fn name(self) -> &'static str {
        match self {
            Time => "time",
            ContextVars => "contextvars",
            Oops => "Oops",
            Made => "made",
            Pick => "pick",
            Note => "note",
            Lock => "lock",
            Event => "event",
            Semaphore => "semaphore",
            BoundedSemaphore => "bounded",
            Condition => "condition",
            Barrier => "barrier",
            Queue => "queue",
            SmallQueue => "small",
            LifoQueue => "lifo",
            PriorityQueue => "priority",
            Var => "var",
            Guard => "Guard",
            AsyncGuard => "AsyncGuard",
            Awaitable => "Later",
            Countdown => "Countdown",
            Handler => "handler",
            Blocking => "blocking",
        }
    }

    /// What it is made of, and what it needs itself.
    fn source(self) -> (&'static str, &'static [Shared]) {
        match self {
            Time => ("import time\n", &[]),
            ContextVars => ("import contextvars\n", &[]),
            Oops => ("class Oops(Exception):\n    pass\n", &[]),
            Made => ("made = []\n", &[]),
            Pick => (PICK, &[Made]),
            Note => ("def note(*what):\n    print('note', *what)\n", &[]),
            Lock => ("lock = asyncio.Lock()\n", &[]),
            Event => ("event = asyncio.Event()\n", &[]),
            Semaphore => ("semaphore = asyncio.Semaphore(2)\n", &[]),
            BoundedSemaphore => ("bounded = asyncio.BoundedSemaphore(1)\n", &[]),
            Condition => ("condition = asyncio.Condition()\n", &[]),
            Barrier => ("barrier = asyncio.Barrier(2)\n", &[]),
            Queue => ("queue = asyncio.Queue()\n", &[]),
            SmallQueue => ("small = asyncio.Queue(1)\n", &[]),
            LifoQueue => ("lifo = asyncio.LifoQueue()\n", &[]),
            PriorityQueue => ("priority = asyncio.PriorityQueue(2)\n", &[]),
            Var => ("var = contextvars.ContextVar('var', default='default')\n", &[ContextVars]),
            Guard => (GUARD, &[]),
            AsyncGuard => (ASYNC_GUARD, &[]),
            Awaitable => (LATER, &[]),
            Countdown => (COUNTDOWN, &[]),
            Handler => (HANDLER, &[]),
            Blocking => (BLOCKING, &[Time]),
        }
    }
}

const PICK: &str = "\
def pick(place):
    return made[place % len(made)] if made else asyncio.current_task()
";

const GUARD: &str = "\
class Guard:
    def __init__(self, name, swallows):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, repr(error))
        return self.swallows
";

const ASYNC_GUARD: &str = "\
class AsyncGuard:
    def __init__(self, name, before, after, swallows):
        self.name, self.before, self.after, self.swallows = name, before, after, swallows

    async def __aenter__(self):
        await asyncio.sleep(self.before)
        print('enter', self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print('exit', self.name, repr(error))
        await asyncio.sleep(self.after)
        return self.swallows
";

const LATER: &str = "\
class Later:
    def __init__(self, inner, times):
        self.inner, self.times = inner, times

    def __await__(self):
        for _ in range(self.times):
            yield
        result = yield from self.inner.__await__()
        return 'later', result
";

const COUNTDOWN: &str = "\
class Countdown:
    def __init__(self, count, delay):
        self.count, self.delay = count, delay

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        await asyncio.sleep(self.delay)
        self.count -= 1
        return self.count
";

const HANDLER: &str = "\
def handler(loop, context):
    print('handler', context['message'], repr(context.get('exception')))
";

const BLOCKING: &str = "\
def blocking(name, seconds):
    time.sleep(seconds)
    print('blocking', name)
    return name
";

/// The head of a program that uses these.
pub fn text(used: &BTreeSet<Shared>) -> String {
    let mut all = used.clone();
    for shared in used {
        all.extend(shared.source().1);
    }
    let mut text = "import asyncio\n".to_owned();
    let mut imports = true;
    for shared in all {
        let source = shared.source().0;
        if imports && !source.starts_with("import") {
            text += "\n";
            imports = false;
        }
        text += source;
    }
    text + "\n"
}
