//! gather.

use super::*;

#[test]
fn gather_gives_results_in_the_order_of_the_arguments() {
    let lines = run(|cx| async move {
        let all = works(&cx, [("a", 2.0, text("A")), ("b", 1.0, text("B")), ("c", 1.0, text("C"))]);
        let results = cx.wait(&gather(cx.runtime(), &all, false)?).await?;
        print_value(&cx, &results);
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result 'B'
         1.0 step Task-4
         1.0 print Task-4 c
         1.0 done Task-4 result 'C'
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result 'A'
         2.0 step Task-1
         2.0 print Task-1 ['A', 'B', 'C']
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn gather_raises_the_first_exception_and_stops_nobody() {
    let lines = run(|cx| async move {
        let [a] = works(&cx, [("a", 2.0, Value::None)]);
        if cx.wait(&gather(cx.runtime(), &[a, fail(&cx, Some(1.0))], false)?).await.is_err() {
            cx.print("failed");
        }
        cx.sleep(2.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 fail Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-3
         1.0 done Task-3 exception ValueError: no
         1.0 step Task-1
         1.0 print Task-1 failed
         1.0 suspend Task-1 future
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result None
         3.0 step Task-1
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn gather_can_return_exceptions() {
    let lines = run(|cx| async move {
        let cancelled = cx.work("x", 5.0, Value::None);
        let [a] = works(&cx, [("a", 1.0, Value::Int(1))]);
        let all = [a, fail(&cx, None), Awaitable::Future(cancelled.clone())];
        let gathering = gather(cx.runtime(), &all, true)?;
        cx.sleep(0.0).await?;
        cancelled.cancel(None)?;
        print_value(&cx, &cx.wait(&gathering).await?);
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 fail Task-1
         0.0 suspend Task-1 yield
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 done Task-4 exception ValueError: no
         0.0 step Task-1
         0.0 cancel Task-2 Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 done Task-2 cancelled -
         1.0 step Task-3
         1.0 print Task-3 a
         1.0 done Task-3 result 1
         1.0 step Task-1
         1.0 print Task-1 [1, ValueError('no'), CancelledError('')]
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn cancelling_a_gathering_cancels_its_children() {
    let lines = run(|cx| async move {
        let task = cx.spawn("outer", |cx| async move {
            let both = works(&cx, [("a", 2.0, Value::None), ("b", 3.0, Value::None)]);
            cx.wait(&gather(cx.runtime(), &both, true)?).await
        });
        cx.sleep(1.0).await?;
        task.cancel(Some(text("stop")))?;
        if let Err(error) = cx.wait(&task).await {
            cx.print(&format!("cancelled {}", message(&error)));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 outer Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 create Task-3 work Task-2
         0.0 create Task-4 work Task-2
         0.0 suspend Task-2 gather
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-1
         1.0 cancel Task-3 Task-1
         1.0 cancel Task-4 Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-3
         1.0 done Task-3 cancelled -
         1.0 step Task-4
         1.0 done Task-4 cancelled -
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 cancelled stop
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn gather_of_nothing_and_of_the_same() {
    let lines = run(|cx| async move {
        print_value(&cx, &cx.wait(&gather(cx.runtime(), &[], false)?).await?);
        let task = cx.work("once", 1.0, Value::Int(7));
        let [twice] = works(&cx, [("twice", 1.0, Value::Int(8))]);
        let Awaitable::Coroutine(again) = &twice else { return Ok(Value::None) };
        let again = Awaitable::Coroutine(again.clone());
        let all = [Awaitable::Future(task.clone()), twice, Awaitable::Future(task.clone()), again];
        print_value(&cx, &cx.wait(&gather(cx.runtime(), &all, false)?).await?);
        print_value(&cx, &cx.wait(&gather(cx.runtime(), &[Awaitable::Future(task)], false)?).await?);
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 []
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-2
         1.0 print Task-2 once
         1.0 done Task-2 result 7
         1.0 step Task-3
         1.0 print Task-3 twice
         1.0 done Task-3 result 8
         1.0 step Task-1
         1.0 print Task-1 [7, 8, 7, 8]
         1.0 print Task-1 [7]
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_cancelled_child_fails_the_gathering() {
    let lines = run(|cx| async move {
        let child = cx.work("child", 2.0, Value::None);
        let [other] = works(&cx, [("other", 1.0, Value::None)]);
        let gathering = gather(cx.runtime(), &[Awaitable::Future(child.clone()), other], false)?;
        cx.sleep(0.5).await?;
        child.cancel(None)?;
        if cx.wait(&gathering).await.is_err() {
            cx.print(python(gathering.cancelled()));
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
         0.5 step Task-1
         0.5 cancel Task-2 Task-1
         0.5 suspend Task-1 gather
         0.5 step Task-2
         0.5 done Task-2 cancelled -
         0.5 step Task-1
         0.5 print Task-1 False
         0.5 done Task-1 result None
         0.5 cancel Task-3 -
         0.5 step Task-3
         0.5 done Task-3 cancelled -
         0.5 exit ok -",
    );
}

#[test]
fn gatherings_in_gatherings() {
    let lines = run(|cx| async move {
        let inner = works(&cx, [("a", 1.0, Value::Int(1)), ("b", 2.0, Value::Int(2))]);
        let inner = Awaitable::Future(gather(cx.runtime(), &inner, false)?);
        let [c] = works(&cx, [("c", 1.0, Value::Int(3))]);
        print_value(&cx, &cx.wait(&gather(cx.runtime(), &[inner, c], false)?).await?);
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 work Task-1
         0.0 suspend Task-1 gather
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result 1
         1.0 step Task-4
         1.0 print Task-4 c
         1.0 done Task-4 result 3
         2.0 step Task-3
         2.0 print Task-3 b
         2.0 done Task-3 result 2
         2.0 step Task-1
         2.0 print Task-1 [[1, 2], 3]
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}
