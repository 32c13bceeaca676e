//! Locks, semaphores, events, conditions and barriers.

use super::super::barriers::Barrier;
use super::super::conditions::Condition;
use super::super::locks::{Event, Lock, Semaphore};
use super::*;

type Name = &'static str;

/// Take the lock, print the name, keep the lock for a second.
fn hold_lock(cx: &TestCx, lock: &Rc<Lock<TestHost>>, name: Name) -> NativeCoroutine<TestHost> {
    let lock = lock.clone();
    cx.coroutine("hold", move |cx| async move {
        lock.acquire(&cx).await?;
        cx.print(name);
        let slept = cx.sleep(1.0).await;
        lock.release(cx.runtime())?;
        slept
    })
}

#[test]
fn a_lock_is_held_by_one_at_a_time() {
    let lines = run(|cx| async move {
        let lock = Lock::new();
        let all = ["a", "b", "c"].map(|name| Awaitable::Coroutine(hold_lock(&cx, &lock, name)));
        cx.wait(&gather(cx.runtime(), &all, false)?).await?;
        cx.print(&message(&lock.release(cx.runtime()).unwrap_err()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 hold Task-1
         0.0 create Task-3 hold Task-1
         0.0 create Task-4 hold Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 print Task-2 a
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-2
         1.0 done Task-2 result None
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 suspend Task-3 future
         2.0 step Task-3
         2.0 done Task-3 result None
         2.0 step Task-4
         2.0 print Task-4 c
         2.0 suspend Task-4 future
         3.0 step Task-4
         3.0 done Task-4 result None
         3.0 step Task-1
         3.0 print Task-1 Lock is not acquired.
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn a_cancelled_waiter_passes_the_lock_on() {
    let lines = run(|cx| async move {
        let lock = Lock::new();
        lock.acquire(&cx).await?;
        let [b, c] = ["b", "c"]
            .map(|name| cx.running().create_task(&hold_lock(&cx, &lock, name), None, None).unwrap());
        cx.sleep(1.0).await?;
        lock.release(cx.runtime())?;
        b.cancel(None)?;
        cx.wait(&c).await?;
        cx.print(python(lock.locked()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 hold Task-1
         0.0 create Task-3 hold Task-1
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
         1.0 print Task-3 c
         1.0 suspend Task-3 future
         2.0 step Task-3
         2.0 done Task-3 result None
         2.0 step Task-1
         2.0 print Task-1 False
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_semaphore_is_held_by_some() {
    let lines = run(|cx| async move {
        let semaphore = Semaphore::new(cx.runtime(), 2, false)?;
        let tasks = ["a", "b", "c", "d"].map(|name| {
            let semaphore = semaphore.clone();
            cx.spawn("hold", move |cx| async move {
                semaphore.acquire(&cx).await?;
                cx.print(name);
                let slept = cx.sleep(1.0).await;
                semaphore.release(cx.runtime())?;
                slept
            })
        });
        cx.sleep(0.5).await?;
        cx.print(python(semaphore.locked()));
        tasks[2].cancel(None)?;
        cx.wait(&tasks[3]).await?;
        let bounded = Semaphore::new(cx.runtime(), 1, true)?;
        cx.print(&message(&bounded.release(cx.runtime()).unwrap_err()));
        cx.print(&message(&Semaphore::new(cx.runtime(), -1, false).err().unwrap()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 hold Task-1
         0.0 create Task-3 hold Task-1
         0.0 create Task-4 hold Task-1
         0.0 create Task-5 hold Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 print Task-2 a
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 print Task-3 b
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         0.0 step Task-5
         0.0 suspend Task-5 future
         0.5 step Task-1
         0.5 print Task-1 True
         0.5 cancel Task-4 Task-1
         0.5 suspend Task-1 task:Task-5
         0.5 step Task-4
         0.5 done Task-4 cancelled -
         1.0 step Task-2
         1.0 done Task-2 result None
         1.0 step Task-3
         1.0 done Task-3 result None
         1.0 step Task-5
         1.0 print Task-5 d
         1.0 suspend Task-5 future
         2.0 step Task-5
         2.0 done Task-5 result None
         2.0 step Task-1
         2.0 print Task-1 BoundedSemaphore released too many times
         2.0 print Task-1 Semaphore initial value must be >= 0
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_semaphore_that_was_given_to_a_cancelled_waiter() {
    let lines = run(|cx| async move {
        let semaphore = Semaphore::new(cx.runtime(), 0, false)?;
        let [a, b] = ["a", "b"].map(|name| {
            let semaphore = semaphore.clone();
            cx.spawn("take", move |cx| async move {
                semaphore.acquire(&cx).await?;
                cx.print(name);
                Ok(Value::None)
            })
        });
        cx.sleep(0.0).await?;
        semaphore.release(cx.runtime())?;
        a.cancel(None)?;
        cx.wait(&b).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 take Task-1
         0.0 create Task-3 take Task-1
         0.0 suspend Task-1 yield
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-1
         0.0 cancel Task-2 Task-1
         0.0 suspend Task-1 task:Task-3
         0.0 step Task-2
         0.0 done Task-2 cancelled -
         0.0 step Task-3
         0.0 print Task-3 b
         0.0 done Task-3 result None
         0.0 step Task-1
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn an_event_wakes_all() {
    let lines = run(|cx| async move {
        let event = Event::new();
        let [_a, b] = ["a", "b"].map(|name| {
            let event = event.clone();
            cx.spawn("wait", move |cx| async move {
                event.wait(&cx).await?;
                cx.print(name);
                Ok(Value::None)
            })
        });
        cx.sleep(1.0).await?;
        event.set()?;
        cx.print(python(event.is_set()));
        cx.wait(&b).await?;
        event.wait(&cx).await?;
        event.clear();
        cx.print(python(event.is_set()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 wait Task-1
         0.0 create Task-3 wait Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 print Task-1 True
         1.0 suspend Task-1 task:Task-3
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result None
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result None
         1.0 step Task-1
         1.0 print Task-1 False
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_condition_is_waited_for() {
    let lines = run(|cx| async move {
        let condition = Condition::new(Lock::new());
        let items = Rc::new(std::cell::RefCell::new(Vec::new()));
        let [_a, b] = ["a", "b"].map(|name| {
            let (condition, items) = (condition.clone(), items.clone());
            cx.spawn("consume", move |cx| async move {
                condition.lock().acquire(&cx).await?;
                let waited = condition.wait_for(&cx, async || Ok(items.borrow_mut().pop())).await;
                if let Ok(item) = &waited {
                    cx.print(&format!("{name} {item}"));
                }
                condition.lock().release(cx.runtime())?;
                waited.map(|_| Value::None)
            })
        });
        cx.sleep(1.0).await?;
        condition.lock().acquire(&cx).await?;
        items.borrow_mut().push("x");
        condition.notify_all(cx.runtime())?;
        condition.lock().release(cx.runtime())?;
        cx.sleep(1.0).await?;
        b.cancel(None)?;
        cx.print(&message(&condition.notify(cx.runtime(), 1).unwrap_err()));
        if cx.wait(&b).await.is_err() {
            cx.print(python(condition.lock().locked()));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 consume Task-1
         0.0 create Task-3 consume Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 suspend Task-1 future
         1.0 step Task-2
         1.0 print Task-2 a x
         1.0 done Task-2 result None
         1.0 step Task-3
         1.0 suspend Task-3 future
         2.0 step Task-1
         2.0 cancel Task-3 Task-1
         2.0 print Task-1 cannot notify on un-acquired lock
         2.0 suspend Task-1 task:Task-3
         2.0 step Task-3
         2.0 done Task-3 cancelled -
         2.0 step Task-1
         2.0 print Task-1 False
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_barrier_lets_all_through_together() {
    let lines = run(|cx| async move {
        let barrier = Barrier::new(cx.runtime(), 3)?;
        let all = [("a", 1.0), ("b", 2.0), ("c", 2.0)].map(|(name, seconds)| {
            let barrier = barrier.clone();
            Awaitable::Coroutine(cx.coroutine("meet", move |cx| async move {
                cx.sleep(seconds).await?;
                cx.print(&format!("{name} {}", barrier.wait(&cx).await?));
                Ok(Value::None)
            }))
        });
        cx.wait(&gather(cx.runtime(), &all, false)?).await?;
        cx.print(&format!("{} {}", barrier.waiting(), python(barrier.broken())));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 meet Task-1
         0.0 create Task-3 meet Task-1
         0.0 create Task-4 meet Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-2
         1.0 suspend Task-2 future
         2.0 step Task-3
         2.0 suspend Task-3 future
         2.0 step Task-4
         2.0 print Task-4 c 2
         2.0 done Task-4 result None
         2.0 step Task-2
         2.0 print Task-2 a 0
         2.0 done Task-2 result None
         2.0 step Task-3
         2.0 print Task-3 b 1
         2.0 done Task-3 result None
         2.0 step Task-1
         2.0 print Task-1 0 False
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

async fn meet(cx: TestCx, barrier: Rc<Barrier<TestHost>>, name: Name) -> Outcomes {
    if let Err(error) = barrier.wait(&cx).await {
        cx.print(&format!("{name} {}", message(&error)));
    }
    Ok(Value::None)
}

#[test]
fn a_broken_barrier() {
    let lines = run(|cx| async move {
        let barrier = Barrier::new(cx.runtime(), 2)?;
        let spawn = |name| {
            let barrier = barrier.clone();
            cx.spawn("meet", move |cx| meet(cx, barrier, name))
        };
        let a = spawn("a");
        cx.sleep(1.0).await?;
        barrier.reset(&cx).await?;
        cx.wait(&a).await?;
        let b = spawn("b");
        cx.sleep(1.0).await?;
        barrier.abort(&cx).await?;
        cx.wait(&b).await?;
        meet(cx.clone(), barrier.clone(), "c").await?;
        cx.print(python(barrier.broken()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 meet Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 print Task-2 a Abort or reset of barrier
         1.0 done Task-2 result None
         1.0 step Task-1
         1.0 create Task-3 meet Task-1
         1.0 suspend Task-1 future
         1.0 step Task-3
         1.0 suspend Task-3 future
         2.0 step Task-1
         2.0 suspend Task-1 task:Task-3
         2.0 step Task-3
         2.0 print Task-3 b Abort or reset of barrier
         2.0 done Task-3 result None
         2.0 step Task-1
         2.0 print Task-1 c Barrier aborted
         2.0 print Task-1 True
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}
