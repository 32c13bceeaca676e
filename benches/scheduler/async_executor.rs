//! The same work, done by `async-executor`, with `async-io`'s timers and `async-channel`.

use std::rc::Rc;
use std::time::Duration;

use async_executor::LocalExecutor;
use async_io::Timer;
use futures_lite::future;
use futures_util::future::join_all;

use super::{Work, ticks};

fn gathered<F: Future<Output = usize> + 'static>(work: Work, body: impl Fn(usize) -> F) {
    let executor = LocalExecutor::new();
    async_io::block_on(executor.run(async {
        let tasks: Vec<_> = (0..work.tasks).map(|number| executor.spawn(body(number))).collect();
        std::hint::black_box(join_all(tasks).await);
    }));
}

pub fn switch(work: Work) {
    gathered(work, |number| async move {
        for _ in 0..work.times {
            future::yield_now().await;
        }
        number
    });
}

pub fn spawn(work: Work) {
    gathered(work, |number| async move { number });
}

/// Its clock is the machine's. In microseconds every timer is still to come when it is first looked at, and
/// while one waits, others keep the thread busy.
pub fn timer(work: Work) {
    gathered(work, |number| async move {
        for time in 0..work.times {
            Timer::after(Duration::from_micros(ticks(work, number, time))).await;
        }
        number
    });
}

pub fn queue(work: Work) {
    let queues: Rc<Vec<_>> = Rc::new((0..work.tasks).map(|_| async_channel::bounded(1)).collect());
    gathered(Work { tasks: work.tasks * 2, ..work }, |number| {
        let (sender, receiver) = queues[number / 2].clone();
        async move {
            for time in 0..work.times {
                if number % 2 == 0 {
                    sender.send(time).await.expect("somebody receives");
                } else {
                    receiver.recv().await.expect("somebody sends");
                }
            }
            number
        }
    });
}
