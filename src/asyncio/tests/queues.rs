//! Queues.

use super::super::queues::{Fifo, Lifo, Priority, Queue};
use super::*;

fn queue(maxsize: i64) -> Rc<Queue<TestHost>> {
    Queue::new(Fifo::default(), maxsize)
}

/// Get an item and print it, or that the queue is shut down.
async fn get(cx: TestCx, queue: Rc<Queue<TestHost>>, name: &'static str) -> Outcomes {
    match queue.get(&cx).await {
        Ok(item) => cx.print(&format!("{name} {}", plain(&item))),
        Err(error) if error.class == ErrorClass::QueueShutDown => cx.print(&format!("{name} ends")),
        Err(error) => return Err(error),
    }
    Ok(Value::None)
}

#[test]
fn items_go_from_task_to_task() {
    let lines = run(|cx| async move {
        let queue = queue(1);
        let consumed = queue.clone();
        let consumer = cx.spawn("consume", |cx| async move {
            loop {
                let item = consumed.get(&cx).await?;
                cx.print(&format!("got {}", plain(&item)));
                cx.sleep(1.0).await?;
                consumed.task_done(cx.runtime())?;
            }
        });
        for number in 0..3 {
            queue.put(&cx, Value::Int(number)).await?;
            cx.print(&format!("put {number}"));
        }
        queue.join(&cx).await?;
        consumer.cancel(None)?;
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 consume Task-1
         0.0 print Task-1 put 0
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 print Task-2 got 0
         0.0 suspend Task-2 future
         0.0 step Task-1
         0.0 print Task-1 put 1
         0.0 suspend Task-1 future
         1.0 step Task-2
         1.0 print Task-2 got 1
         1.0 suspend Task-2 future
         1.0 step Task-1
         1.0 print Task-1 put 2
         1.0 suspend Task-1 future
         2.0 step Task-2
         2.0 print Task-2 got 2
         2.0 suspend Task-2 future
         3.0 step Task-2
         3.0 suspend Task-2 future
         3.0 step Task-1
         3.0 cancel Task-2 Task-1
         3.0 done Task-1 result None
         3.0 step Task-2
         3.0 done Task-2 cancelled -
         3.0 exit ok -",
    );
}

#[test]
fn queues_that_do_not_wait() {
    let lines = run(|cx| async move {
        let runtime = cx.runtime();
        let small = queue(1);
        if small.get_nowait(runtime).is_err_and(|error| error.class == ErrorClass::QueueEmpty) {
            cx.print("empty");
        }
        small.put_nowait(runtime, Value::Int(1))?;
        if small.put_nowait(runtime, Value::Int(2)).is_err_and(|error| error.class == ErrorClass::QueueFull) {
            cx.print("full");
        }
        small.task_done(runtime)?;
        cx.print(&message(&small.task_done(runtime).unwrap_err()));
        let lifo = Queue::new(Lifo::default(), 0);
        let priority = Queue::new(Priority::new(cx.host()), 0);
        for number in [2, 3, 1] {
            lifo.put_nowait(runtime, Value::Int(number))?;
            priority.put_nowait(runtime, Value::Int(number))?;
        }
        let drain = |queue: Rc<Queue<TestHost>>| {
            let items = std::iter::from_fn(|| queue.get_nowait(runtime).ok());
            super::super::Host::repr(cx.host(), &Value::List(Rc::new(items.collect())))
        };
        cx.print(&format!("{} {}", drain(lifo), drain(priority)));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 empty
         0.0 print Task-1 full
         0.0 print Task-1 task_done() called too many times
         0.0 print Task-1 [1, 3, 2] [1, 2, 3]
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn a_cancelled_getter_wakes_the_next() {
    let lines = run(|cx| async move {
        let queue = queue(0);
        let [a, b] = ["a", "b"].map(|name| {
            let queue = queue.clone();
            cx.spawn("get", move |cx| get(cx, queue, name))
        });
        cx.sleep(1.0).await?;
        queue.put_nowait(cx.runtime(), Value::Int(1))?;
        a.cancel(None)?;
        cx.wait(&b).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 get Task-1
         0.0 create Task-3 get Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 task:Task-3
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-3
         1.0 print Task-3 b 1
         1.0 done Task-3 result None
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_queue_is_shut_down() {
    let lines = run(|cx| async move {
        let first = queue(0);
        first.put_nowait(cx.runtime(), Value::Int(1))?;
        first.shutdown(false)?;
        get(cx.clone(), first.clone(), "a").await?;
        get(cx.clone(), first, "b").await?;
        let other = queue(0);
        let awaited = other.clone();
        let c = cx.spawn("get", |cx| get(cx, awaited, "c"));
        cx.sleep(1.0).await?;
        other.shutdown(true)?;
        cx.wait(&c).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 a 1
         0.0 print Task-1 b ends
         0.0 create Task-2 get Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 print Task-2 c ends
         1.0 done Task-2 result None
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}
