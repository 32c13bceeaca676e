//! The same work, done by tokio's current-thread runtime. Its clock is paused, so it jumps as ours does.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::runtime::Builder;
use tokio::sync::mpsc;

use super::{Work, ticks};

fn gathered<F: Future<Output = usize> + Send + 'static>(work: Work, mut body: impl FnMut(usize) -> F) {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime can be made");
    runtime.block_on(async {
        let tasks: Vec<_> = (0..work.tasks).map(|number| tokio::spawn(body(number))).collect();
        std::hint::black_box(join_all(tasks).await);
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

/// In milliseconds, the finest that its timers tell apart.
pub fn timer(work: Work) {
    gathered(work, |number| async move {
        for time in 0..work.times {
            tokio::time::sleep(Duration::from_millis(ticks(work, number, time))).await;
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
            if let Some(receiving) = &mut receiving {
                for _ in 0..work.times {
                    receiving.recv().await.expect("somebody sends");
                }
            }
            number
        }
    });
}
