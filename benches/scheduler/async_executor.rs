//! The same work, done by `async-executor`, with `async-io`'s timers and `async-channel`.

use std::rc::Rc;
use std::time::Duration;

use async_executor::LocalExecutor;
use async_io::Timer;
use futures_lite::future;

use super::{Work, milliseconds};

fn gathered<F: Future<Output = usize> + 'static>(work: Work, body: impl Fn(usize) -> F) {
    let executor = LocalExecutor::new();
    future::block_on(executor.run(async {
        let tasks: Vec<_> = (0..work.tasks).map(|number| executor.spawn(body(number))).collect();
        let mut results = Vec::with_capacity(tasks.len());
        for task in tasks {
            results.push(task.await);
        }
        std::hint::black_box(results);
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

/// Its clock is the machine's, so the sleeps are a millionth as long, and none of them really waits.
pub fn timer(work: Work) {
    gathered(work, |number| async move {
        for time in 0..work.times {
            Timer::after(Duration::from_nanos(milliseconds(number, time))).await;
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
