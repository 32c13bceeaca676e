//! The same work, done by tokio's current-thread runtime. Its clock is paused, so it jumps as ours does.

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::mpsc;

use super::{Work, milliseconds};

fn gathered<F: Future<Output = usize> + Send + 'static>(work: Work, mut body: impl FnMut(usize) -> F) {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime can be made");
    runtime.block_on(async {
        let tasks: Vec<_> = (0..work.tasks).map(|number| tokio::spawn(body(number))).collect();
        let mut results = Vec::with_capacity(tasks.len());
        for task in tasks {
            results.push(task.await.expect("nothing fails"));
        }
        std::hint::black_box(results);
    });
}

pub fn switch(work: Work) {
    gathered(work, |number| async move {
        for _ in 0..work.times {
            tokio::task::yield_now().await;
        }
        number
    });
}

pub fn spawn(work: Work) {
    gathered(work, |number| async move { number });
}

pub fn timer(work: Work) {
    gathered(work, |number| async move {
        for time in 0..work.times {
            tokio::time::sleep(Duration::from_millis(milliseconds(number, time))).await;
        }
        number
    });
}

pub fn queue(work: Work) {
    let mut receiver = None;
    gathered(Work { tasks: work.tasks * 2, ..work }, |number| {
        // The producer is made first, and leaves the other end for the consumer.
        let taken = receiver.take();
        let (sender, receiving) = match taken {
            Some(receiving) => (None, Some(receiving)),
            None => {
                let (sender, receiving) = mpsc::channel(1);
                receiver = Some(receiving);
                (Some(sender), None)
            }
        };
        async move {
            for time in 0..work.times {
                if let Some(sender) = &sender {
                    sender.send(time).await.expect("somebody receives");
                }
            }
            let mut receiving = receiving;
            while let Some(receiving) = &mut receiving {
                if receiving.recv().await.is_none() {
                    break;
                }
            }
            number
        }
    });
}
