//! What is said where nothing can go on.

use super::super::deadlocks;
use super::super::locks::{Event, Lock};
use super::super::queues::{Fifo, Queue};
use super::*;

/// Run until nothing is ready any more; what is said then.
fn explain<F: RustFuture<Output = Outcomes> + 'static>(main: impl FnOnce(TestCx) -> F) -> Vec<String> {
    let world = World::new();
    let main = coroutine(&world.runtime, "main", main);
    let run = Run::new(&world.runtime, &main, None, None).expect("no loop is running");
    assert!(world.drive(|| run.advance()).is_none());
    deadlocks::explain(&world.runtime).sentences
}

#[test]
fn locks_taken_in_two_orders() {
    let told = explain(|cx| async move {
        let locks = [Lock::new(), Lock::new()];
        let both = [(0, 1), (1, 0)].map(|(first, second)| {
            let (first, second) = (locks[first].clone(), locks[second].clone());
            Awaitable::Coroutine(cx.coroutine("greedy", move |cx| async move {
                first.acquire(&cx).await?;
                cx.sleep(1.0).await?;
                second.acquire(&cx).await?;
                Ok(Value::None)
            }))
        });
        cx.wait(&gather(cx.runtime(), &both, false)?).await
    });
    assert_eq!(
        told,
        [
            "Task-1 waits for gather() of Task-2, Task-3",
            "Task-2 waits for a lock that Task-3 holds, in a circle",
            "Task-3 waits for a lock that Task-2 holds, in a circle",
        ]
    );
}

#[test]
fn nobody_sets_and_nobody_fills() {
    let told = explain(|cx| async move {
        let event = Event::<TestHost>::new();
        let waiter = cx.coroutine("waiter", move |cx| async move {
            event.wait(&cx).await?;
            Ok(Value::None)
        });
        cx.event_loop()?.create_task(&waiter, Some("waiter".into()), None)?;
        let queue = Queue::<TestHost>::new(Fifo::default(), 0);
        queue.get(&cx).await
    });
    assert_eq!(
        told,
        [
            "Task-1 waits for an item of a queue that nobody fills",
            "waiter waits for an event that nobody sets",
        ]
    );
}
