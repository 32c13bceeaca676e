//! The work, done by our own scheduler: native coroutines, virtual time, recording off.

use std::rc::Rc;

use super::asyncio::gather::gather;
use super::asyncio::queues::{Fifo, Queue};
use super::asyncio::sleep::{Delay, sleep};
use super::asyncio::tests::host::{Outcomes, TestCx, TestHost, Value, coroutine};
use super::asyncio::{Advance, Awaitable, FutureRef, Run, Runtime, VirtualClock};
use interleave::trace::Recorder;

use super::{Work, ticks};

/// `asyncio.run(main())`, in virtual time.
fn run<F: Future<Output = Outcomes> + 'static>(main: impl FnOnce(TestCx) -> F) {
    let clock = Rc::new(VirtualClock::new());
    let runtime = Runtime::new(TestHost::default(), clock.clone(), Rc::new(Recorder::off()));
    let main = coroutine(&runtime, "main", main);
    let run = Run::new(&runtime, &main, None, None).expect("no loop is running");
    loop {
        match run.advance() {
            Advance::Ran | Advance::Paused | Advance::GivesWay => {}
            Advance::Idle { until } => clock.advance_to(until.expect("something will happen")),
            Advance::Done(outcome) => {
                outcome.expect("nothing fails");
                return;
            }
        }
    }
}

/// `asyncio.create_task(body())`.
fn create_task<F: Future<Output = Outcomes> + 'static>(
    cx: &TestCx,
    body: impl FnOnce(TestCx) -> F,
) -> FutureRef<TestHost> {
    let coroutine = coroutine(cx.runtime(), "body", body);
    cx.event_loop()
        .and_then(|event_loop| event_loop.create_task(&coroutine, None, None))
        .expect("a loop runs")
}

/// So many tasks, gathered.
fn gathered<F: Future<Output = Outcomes> + 'static>(work: Work, body: impl Fn(TestCx, usize) -> F + 'static) {
    run(|cx| async move {
        let tasks: Vec<_> = (0..work.tasks)
            .map(|number| Awaitable::Future(create_task(&cx, |cx| body(cx, number))))
            .collect();
        cx.wait(&gather(cx.runtime(), &tasks, false)?).await
    });
}

pub fn switch(work: Work) {
    gathered(work, move |cx, _| async move {
        for _ in 0..work.times {
            cx.yield_now().await?;
        }
        Ok(Value::None)
    });
}

pub fn spawn(work: Work) {
    gathered(work, |_, number| async move { Ok(Value::Int(number as i64)) });
}

pub fn timer(work: Work) {
    gathered(work, move |cx, number| async move {
        for time in 0..work.times {
            let seconds = ticks(work, number, time) as f64 / 1e3;
            sleep(&cx, Delay { seconds, origin: None }, Value::None).await?;
        }
        Ok(Value::None)
    });
}

/// Pairs of a producer and a consumer, each with a queue of one place.
pub fn queue(work: Work) {
    gathered(Work { tasks: work.tasks * 2, ..work }, {
        let queues: Vec<_> = (0..work.tasks).map(|_| Queue::new(Fifo::default(), 1)).collect();
        move |cx, number| {
            let queue = queues[number / 2].clone();
            async move {
                for time in 0..work.times {
                    if number % 2 == 0 {
                        queue.put(&cx, Value::Int(time as i64)).await?;
                    } else {
                        queue.get(&cx).await?;
                    }
                }
                Ok(Value::None)
            }
        }
    });
}
