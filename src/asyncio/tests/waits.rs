//! wait, as_completed and shield.

use super::super::as_completed::AsCompleted;
use super::super::shield::shield;
use super::*;

async fn print_wait(
    cx: &TestCx,
    tasks: &[Task],
    timeout: Option<f64>,
    return_when: ReturnWhen,
) -> Result<Vec<Task>, Error> {
    let (done, pending) = wait(cx, tasks.to_vec(), timeout, return_when).await?;
    cx.print(&format!("{} done {} pending", done.len(), pending.len()));
    Ok(pending)
}

fn spawn(cx: &TestCx, awaitable: &Awaitable<TestHost>) -> Task {
    cx.running().ensure_future(awaitable).unwrap()
}

#[test]
fn wait_for_all() {
    let lines = run(|cx| async move {
        let tasks = [cx.work("a", 2.0, Value::None), spawn(&cx, &fail(&cx, None))];
        print_wait(&cx, &tasks, None, ReturnWhen::AllCompleted).await?;
        tasks[1].exception()?;
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 fail Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 done Task-3 exception ValueError: no
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result None
         2.0 step Task-1
         2.0 print Task-1 2 done 0 pending
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn wait_for_the_first() {
    let lines = run(|cx| async move {
        let tasks =
            [("a", 2.0), ("b", 1.0), ("c", 1.0)].map(|(name, seconds)| cx.work(name, seconds, Value::None));
        let pending = print_wait(&cx, &tasks, None, ReturnWhen::FirstCompleted).await?;
        wait(&cx, pending, None, ReturnWhen::AllCompleted).await?;
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result None
         1.0 step Task-4
         1.0 print Task-4 c
         1.0 done Task-4 result None
         1.0 step Task-1
         1.0 print Task-1 2 done 1 pending
         1.0 suspend Task-1 future
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result None
         2.0 step Task-1
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn wait_for_the_first_exception() {
    let lines = run(|cx| async move {
        let tasks = [
            cx.work("a", 1.0, Value::None),
            spawn(&cx, &fail(&cx, Some(2.0))),
            cx.work("b", 3.0, Value::None),
        ];
        print_wait(&cx, &tasks, None, ReturnWhen::FirstException).await?;
        tasks[1].exception()?;
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 fail Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result None
         2.0 step Task-3
         2.0 done Task-3 exception ValueError: no
         2.0 step Task-1
         2.0 print Task-1 2 done 1 pending
         2.0 done Task-1 result None
         2.0 cancel Task-4 -
         2.0 step Task-4
         2.0 done Task-4 cancelled -
         2.0 exit ok -",
    );
}

#[test]
fn wait_with_a_limit_cancels_nothing() {
    let lines = run(|cx| async move {
        let tasks = [cx.work("a", 1.0, Value::None), cx.work("b", 3.0, Value::None)];
        let pending = print_wait(&cx, &tasks, Some(2.0), ReturnWhen::AllCompleted).await?;
        wait(&cx, pending, Some(0.0), ReturnWhen::AllCompleted).await?;
        cx.wait(&tasks[1]).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result None
         2.0 step Task-1
         2.0 print Task-1 1 done 1 pending
         2.0 suspend Task-1 future
         2.0 step Task-1
         2.0 suspend Task-1 task:Task-3
         3.0 step Task-3
         3.0 print Task-3 b
         3.0 done Task-3 result None
         3.0 step Task-1
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn wait_for_what_is_done_and_for_nothing() {
    let lines = run(|cx| async move {
        let task = cx.work("a", 1.0, Value::None);
        cx.wait(&task).await?;
        print_wait(&cx, &[task.clone(), task], None, ReturnWhen::AllCompleted).await?;
        let error = wait(&cx, Vec::new(), None, ReturnWhen::AllCompleted).await.err().unwrap();
        cx.print(&message(&error));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result None
         1.0 step Task-1
         1.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 1 done 0 pending
         1.0 print Task-1 Set of Tasks/Futures is empty.
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn results_as_they_come() {
    let lines = run(|cx| async move {
        let all = works(&cx, [("a", 2.0, text("A")), ("b", 1.0, text("B")), ("c", 2.0, text("C"))]);
        let iterator = AsCompleted::new(cx.runtime(), &all, None)?;
        while let Some(next) = iterator.next() {
            cx.print(&plain(&cx.delegate(&next).await?));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result 'B'
         1.0 step Task-1
         1.0 print Task-1 B
         1.0 suspend Task-1 future
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result 'A'
         2.0 step Task-4
         2.0 print Task-4 c
         2.0 done Task-4 result 'C'
         2.0 step Task-1
         2.0 print Task-1 A
         2.0 print Task-1 C
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn futures_as_they_are_done() {
    let lines = run(|cx| async move {
        let tasks = [cx.work("a", 2.0, text("A")), cx.work("b", 1.0, text("B"))];
        let all = tasks.clone().map(Awaitable::Future);
        let iterator = AsCompleted::new(cx.runtime(), &all, None)?;
        while let Some(task) = iterator.anext(&cx).await? {
            cx.print(&format!("{} {}", python(Rc::ptr_eq(&task, &tasks[0])), plain(&task.result()?)));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result 'B'
         1.0 step Task-1
         1.0 print Task-1 False B
         1.0 suspend Task-1 future
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result 'A'
         2.0 step Task-1
         2.0 print Task-1 True A
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn results_that_come_too_late() {
    let lines = run(|cx| async move {
        let all = works(&cx, [("a", 1.0, text("A")), ("b", 3.0, text("B")), ("c", 3.0, text("C"))]);
        let iterator = AsCompleted::new(cx.runtime(), &all, Some(2.0))?;
        while let Some(next) = iterator.next() {
            match cx.delegate(&next).await {
                Ok(value) => cx.print(&plain(&value)),
                Err(error) if error.class == ErrorClass::TimeoutError => cx.print("too late"),
                Err(error) => return Err(error),
            }
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result 'A'
         1.0 step Task-1
         1.0 print Task-1 A
         1.0 suspend Task-1 future
         2.0 step Task-1
         2.0 print Task-1 too late
         2.0 print Task-1 too late
         2.0 done Task-1 result None
         2.0 cancel Task-3 -
         2.0 cancel Task-4 -
         2.0 step Task-3
         2.0 done Task-3 cancelled -
         2.0 step Task-4
         2.0 done Task-4 cancelled -
         2.0 exit ok -",
    );
}

#[test]
fn a_shield_keeps_a_cancellation_off() {
    let lines = run(|cx| async move {
        let inner = cx.work("inner", 2.0, Value::None);
        let shielded = Awaitable::Future(inner.clone());
        let task = cx.spawn("shielding", |cx| async move {
            let outer = shield(cx.runtime(), &shielded)?;
            cx.wait(&outer).await
        });
        cx.sleep(1.0).await?;
        task.cancel(None)?;
        if cx.wait(&task).await.is_err() {
            cx.print(python(inner.done()));
        }
        cx.wait(&inner).await?;
        let outer = shield(cx.runtime(), &Awaitable::Future(inner))?;
        cx.print(&plain(&cx.wait(&outer).await?));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 shielding Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 cancel Task-3 Task-1
         1.0 suspend Task-1 task:Task-3
         1.0 step Task-3
         1.0 done Task-3 cancelled -
         1.0 step Task-1
         1.0 print Task-1 False
         1.0 suspend Task-1 task:Task-2
         2.0 step Task-2
         2.0 print Task-2 inner
         2.0 done Task-2 result None
         2.0 step Task-1
         2.0 print Task-1 None
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}
