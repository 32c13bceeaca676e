//! Threads, where the oracle's stand-ins do less than CPython's own: what those write, run in real time.

use std::path::Path;

use interleave::python::{Run, Settings, Status, compile};
use interleave::trace::json;

fn output(source: &str) -> String {
    let program = compile(source).expect("it is Python");
    let mut run = Run::new(&program, Settings::default());
    run.finish();
    assert_eq!(run.stderr(), "");
    run.stdout()
}

fn check(source: &str, expected: &[&str]) {
    assert_eq!(output(source).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_subclass_of_thread_has_its_own_run() {
    check(
        "
import threading, time

class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f'worker {n}', daemon=n > 1)
        self.n, self.result = n, None

    def run(self):
        time.sleep(self.n)
        self.result = self.n * self.n
        print(self.name, threading.current_thread() is self)

class Forgetful(threading.Thread):
    def __init__(self):
        pass

workers = [Worker(n) for n in (3, 1, 2)]
for worker in workers:
    worker.start()
print([worker.result for worker in workers], [worker.daemon for worker in workers])
for worker in workers:
    worker.join()
print([worker.result for worker in workers], time.monotonic())
for wrong in (Forgetful(), workers[0]):
    try:
        wrong.start()
    except RuntimeError as error:
        print(error)
",
        &[
            "[None, None, None] [True, False, True]",
            "worker 1 True",
            "worker 2 True",
            "worker 3 True",
            "[9, 1, 4] 3.0",
            "thread.__init__() not called",
            "threads can only be started once",
        ],
    );
}

#[test]
fn an_event_wakes_who_waits_even_if_it_is_cleared_at_once() {
    check(
        "
import threading, time
ready = threading.Event()
threads = [threading.Thread(target=lambda: print('woken', ready.wait())) for _ in range(2)]
for thread in threads:
    thread.start()
time.sleep(1)
ready.set()
ready.clear()
for thread in threads:
    thread.join()
print(ready.is_set())
",
        &["woken True", "woken True", "False"],
    );
}

#[test]
fn a_queue_that_is_shut_down_wakes_who_waits() {
    check(
        "
import queue, threading, time
jobs, full = queue.Queue(), queue.Queue(1)
full.put(0)

def attempt(what):
    try:
        what()
    except Exception as error:
        print(repr(error), time.monotonic())

for what in (jobs.get, lambda: full.put(1)):
    threading.Thread(target=attempt, args=(what,)).start()
time.sleep(1)
jobs.shutdown()
full.shutdown()
time.sleep(1)
attempt(lambda: jobs.get(timeout=-1))
attempt(lambda: queue.Queue().get(timeout=-1))
attempt(lambda: queue.Queue(1).put(1, timeout=-1))
",
        &[
            "ShutDown() 1.0",
            "ShutDown() 1.0",
            "ShutDown() 2.0",
            "ValueError(\"'timeout' must be a non-negative number\") 2.0",
            "ValueError(\"'timeout' must be a non-negative number\") 2.0",
        ],
    );
}

#[test]
fn what_locks_refuse() {
    check(
        "
import threading
for attempt in (
    lambda: threading.Condition().notify(),
    lambda: threading.Condition(threading.Lock()).wait(),
    lambda: threading.Lock().acquire(False, 1),
    lambda: threading.RLock().acquire(True, -3),
    lambda: threading.Semaphore().acquire(False, 1),
    lambda: threading.Semaphore().release(0),
    lambda: threading.Barrier(0),
    lambda: threading.local(1),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
",
        &[
            "RuntimeError cannot notify on un-acquired lock",
            "RuntimeError cannot wait on un-acquired lock",
            "ValueError can't specify a timeout for a non-blocking call",
            "ValueError timeout value must be a non-negative number",
            "ValueError can't specify timeout for non-blocking acquire",
            "ValueError n must be one or more",
            "ValueError parties must be > 0",
            "TypeError Initialization arguments are not supported",
        ],
    );
}

#[test]
fn a_condition_forgets_who_gave_up_and_no_other() {
    check(
        "
import threading, time
condition = threading.Condition()

def wait(name, timeout):
    with condition:
        print(name, condition.wait(timeout), time.monotonic())

threads = [threading.Thread(target=wait, args=args) for args in (('a', None), ('b', 1))]
for thread in threads:
    thread.start()
time.sleep(2)
with condition:
    condition.notify()
for thread in threads:
    thread.join()
",
        &["b False 1.0", "a True 2.0"],
    );
}

#[test]
fn a_barrier_opens_for_all_and_can_break() {
    check(
        "
import threading, time
barrier = threading.Barrier(3, action=lambda: print('all here at', time.monotonic()))

def party(n):
    for _ in range(2):
        time.sleep(n)
        barrier.wait()

threads = [threading.Thread(target=party, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(1.5)
print(barrier.n_waiting, barrier.parties)
for thread in threads:
    thread.join()
print(barrier.n_waiting, barrier.broken)
for timeout in (1, None):
    try:
        barrier.wait(timeout)
    except threading.BrokenBarrierError as error:
        print(repr(error), barrier.broken, time.monotonic())
barrier.reset()
print(barrier.broken)
",
        &[
            "2 3",
            "all here at 2.0",
            "all here at 4.0",
            "0 False",
            "BrokenBarrierError() True 5.0",
            "BrokenBarrierError() True 5.0",
            "False",
        ],
    );
}

#[test]
fn a_program_may_have_its_own_excepthook() {
    check(
        "
import threading
threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=lambda: 1 / 0, name='zero')
thread.start()
thread.join()
",
        &["ZeroDivisionError division by zero zero"],
    );
}

#[test]
fn a_pool_prepares_its_workers_and_map_has_a_timeout() {
    check(
        "
import threading, time
from concurrent.futures import ThreadPoolExecutor
mine = threading.local()

def prepare(value):
    mine.value = value
    print('prepared', threading.current_thread().name)

with ThreadPoolExecutor(1, initializer=prepare, initargs=(7,)) as pool:
    print([pool.submit(lambda: mine.value).result() for _ in range(2)])
with ThreadPoolExecutor(1) as pool:
    try:
        list(pool.map(time.sleep, [5], timeout=1))
    except TimeoutError as error:
        print(repr(error), time.monotonic())
for wrong in ((0,), (1, '', 5)):
    try:
        ThreadPoolExecutor(*wrong)
    except (ValueError, TypeError) as error:
        print(error)
",
        &[
            "prepared ThreadPoolExecutor-0_0",
            "[7, 7]",
            "TimeoutError() 1.0",
            "max_workers must be greater than 0",
            "initializer must be a callable",
        ],
    );
}

/// Whoever paces a run sees what it sees at once, however small the parts in which it is run.
#[test]
fn a_run_with_threads_is_the_same_in_small_parts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let files = std::fs::read_dir(folder).expect("the programs are there");
    let mut count = 0;
    for file in files.map(|file| file.expect("it can be read").path()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if !["threads_", "futures_", "asyncio_executor", "asyncio_thread"].iter().any(|s| name.starts_with(s))
            || !name.ends_with(".py")
        {
            continue;
        }
        let source = std::fs::read_to_string(&file).expect("it is text");
        let program = compile(&source).expect("it is Python");
        let [mut whole, mut parts] = [0, 1].map(|_| Run::new(&program, Settings::default()));
        whole.finish();
        let (mut fuel, mut times) = (0, vec![0.0]);
        loop {
            fuel = fuel % 13 + 1;
            match parts.advance(fuel) {
                Status::Waiting { until } => {
                    assert!(until > times[times.len() - 1], "{name} waits for {until}, after {times:?}");
                    assert_eq!(
                        parts.advance(fuel),
                        Status::Waiting { until },
                        "{name}: nothing has moved the clock"
                    );
                    times.push(until);
                    parts.jump(until);
                }
                Status::Finished => break,
                Status::Stepped | Status::OutOfFuel => {}
            }
        }
        assert_eq!(json::lines(&parts.trace()), json::lines(&whole.trace()), "{name}");
        assert_eq!(parts.stderr(), whole.stderr(), "{name}");
        count += 1;
    }
    assert!(count > 30, "only {count} programs found");
}
