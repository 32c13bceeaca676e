//! wait_for and timeout.

use super::super::shield::shield;
use super::super::timeouts::Timeout;
use super::super::wait::wait_for;
use super::*;

fn coroutine_of(cx: &TestCx, name: &'static str, seconds: f64, result: Value) -> Awaitable<TestHost> {
    Awaitable::Coroutine(cx.coroutine("work", move |cx| work(cx, name, seconds, result)))
}

/// `async with timeout: …`.
async fn within(
    cx: &TestCx,
    timeout: &Rc<Timeout<TestHost>>,
    body: impl RustFuture<Output = Outcomes>,
) -> Outcomes {
    timeout.enter(cx.runtime())?;
    let outcome = body.await;
    timeout.exit(cx.runtime(), outcome.as_ref().err())?;
    outcome
}

fn is_late(outcome: &Outcomes) -> bool {
    outcome.as_ref().is_err_and(|error| error.class == ErrorClass::TimeoutError)
}

#[test]
fn wait_for_what_is_in_time() {
    let lines = run(|cx| async move {
        let a = coroutine_of(&cx, "a", 1.0, text("A"));
        cx.print(&plain(&wait_for(&cx, a, Some(2.0)).await?));
        let b = coroutine_of(&cx, "b", 1.0, text("B"));
        cx.print(&plain(&wait_for(&cx, b, None).await?));
        let c = Awaitable::Future(cx.work("c", 1.0, text("C")));
        cx.print(&plain(&wait_for(&cx, c, Some(2.0)).await?));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 a
         1.0 print Task-1 A
         1.0 suspend Task-1 future
         2.0 step Task-1
         2.0 print Task-1 b
         2.0 print Task-1 B
         2.0 create Task-2 work Task-1
         2.0 suspend Task-1 task:Task-2
         2.0 step Task-2
         2.0 suspend Task-2 future
         3.0 step Task-2
         3.0 print Task-2 c
         3.0 done Task-2 result 'C'
         3.0 step Task-1
         3.0 print Task-1 C
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn wait_for_what_takes_too_long() {
    let lines = run(|cx| async move {
        let a = coroutine_of(&cx, "a", 3.0, Value::None);
        let error = wait_for(&cx, a, Some(1.0)).await.unwrap_err();
        cx.print(&format!("late {}", python(error.cause.borrow().is_some())));
        let b = cx.work("b", 3.0, Value::None);
        if is_late(&wait_for(&cx, Awaitable::Future(b.clone()), Some(1.0)).await) {
            cx.print(&format!("late {}", python(b.cancelled())));
        }
        let c = Awaitable::Future(cx.work("c", 2.0, Value::None));
        let shielded = Awaitable::Future(shield(cx.runtime(), &c)?);
        if is_late(&wait_for(&cx, shielded, Some(1.0)).await) {
            cx.print("late");
        }
        cx.sleep(2.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 cancel Task-1 -
         1.0 step Task-1
         1.0 print Task-1 late True
         1.0 create Task-2 work Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 suspend Task-2 future
         2.0 cancel Task-2 -
         2.0 cancel Task-1 -
         2.0 step Task-2
         2.0 done Task-2 cancelled -
         2.0 step Task-1
         2.0 print Task-1 late True
         2.0 create Task-3 work Task-1
         2.0 suspend Task-1 future
         2.0 step Task-3
         2.0 suspend Task-3 future
         3.0 cancel Task-1 -
         3.0 step Task-1
         3.0 print Task-1 late
         3.0 suspend Task-1 future
         4.0 step Task-3
         4.0 print Task-3 c
         4.0 done Task-3 result None
         5.0 step Task-1
         5.0 done Task-1 result None
         5.0 exit ok -",
    );
}

#[test]
fn wait_for_without_time() {
    let lines = run(|cx| async move {
        let never = coroutine_of(&cx, "never", 1.0, Value::None);
        if is_late(&wait_for(&cx, never, Some(0.0)).await) {
            cx.print("late");
        }
        let future = cx.running().create_future();
        future.set_result(text("there"))?;
        cx.print(&plain(&wait_for(&cx, Awaitable::Future(future), Some(0.0)).await?));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 cancel Task-2 Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 done Task-2 cancelled -
         0.0 step Task-1
         0.0 print Task-1 late
         0.0 print Task-1 there
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn nested_timeouts() {
    let lines = run(|cx| async move {
        let outer = Timeout::after(cx.runtime(), Some(2.0))?;
        let body = async {
            let inner = Timeout::after(cx.runtime(), Some(1.0))?;
            if is_late(&within(&cx, &inner, cx.sleep(5.0)).await) {
                cx.print(&format!("inner {} {}", python(inner.expired()), python(outer.expired())));
            }
            cx.sleep(5.0).await
        };
        if is_late(&within(&cx, &outer, body).await) {
            cx.print(&format!("outer {}", python(outer.expired())));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 cancel Task-1 -
         1.0 step Task-1
         1.0 print Task-1 inner True False
         1.0 suspend Task-1 future
         2.0 cancel Task-1 -
         2.0 step Task-1
         2.0 print Task-1 outer True
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_timeout_can_be_moved() {
    let lines = run(|cx| async move {
        let limit = Timeout::after(cx.runtime(), Some(1.0))?;
        cx.print(&message(&limit.reschedule(cx.runtime(), Some(3.0)).unwrap_err()));
        let body = async {
            limit.reschedule(cx.runtime(), Some(3.0))?;
            cx.sleep(2.0).await
        };
        within(&cx, &limit, body).await?;
        cx.print(&format!("{}", limit.when().unwrap()));
        cx.print(&message(&limit.reschedule(cx.runtime(), Some(3.0)).unwrap_err()));
        if is_late(&within(&cx, &Timeout::at(Some(0.0)), cx.sleep(1.0)).await) {
            cx.print("past");
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 Timeout has not been entered
         0.0 suspend Task-1 future
         2.0 step Task-1
         2.0 print Task-1 3
         2.0 print Task-1 Cannot change state of finished Timeout
         2.0 suspend Task-1 future
         2.0 cancel Task-1 -
         2.0 step Task-1
         2.0 print Task-1 past
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_timeout_lets_other_cancellations_through() {
    let lines = run(|cx| async move {
        let task = cx.spawn("patient", |cx| async move {
            within(&cx, &Timeout::after(cx.runtime(), Some(5.0))?, cx.sleep(9.0)).await
        });
        cx.sleep(1.0).await?;
        task.cancel(None)?;
        if cx.wait(&task).await.is_err() {
            cx.print("cancelled");
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 patient Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 cancelled
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}
