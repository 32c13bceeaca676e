//! Futures: results, callbacks, states.

use super::host::function;
use super::*;

#[test]
fn done_callbacks_come_in_order() {
    let lines = run(|cx| async move {
        let [first, second, third] = ["first", "second", "third"].map(|name| function(name, |_| {}));
        let task = cx.work("a", 1.0, Value::None);
        for callback in [&first, &second, &first] {
            task.add_done_callback(DoneCallback::User(callback.clone(), Some(())))?;
        }
        cx.print(&task.remove_done_callback(&second).to_string());
        cx.wait(&task).await?;
        task.add_done_callback(DoneCallback::User(third, Some(())))?;
        cx.print("added");
        cx.sleep(0.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 print Task-1 1
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result None
         1.0 callback first
         1.0 callback first
         1.0 step Task-1
         1.0 print Task-1 added
         1.0 suspend Task-1 yield
         1.0 callback third
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_future_wakes_all_who_await_it() {
    let lines = run(|cx| async move {
        let future = cx.running().create_future();
        let waiter = |name| {
            let future = future.clone();
            cx.spawn("waiter", move |cx| async move {
                let value = cx.wait(&future).await?;
                cx.print(&format!("{name} {}", plain(&value)));
                Ok(Value::None)
            })
        };
        let (_a, b) = (waiter("a"), waiter("b"));
        cx.sleep(1.0).await?;
        future.set_result(text("now"))?;
        cx.print("set");
        cx.wait(&b).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 waiter Task-1
         0.0 create Task-3 waiter Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 print Task-1 set
         1.0 suspend Task-1 task:Task-3
         1.0 step Task-2
         1.0 print Task-2 a now
         1.0 done Task-2 result None
         1.0 step Task-3
         1.0 print Task-3 b now
         1.0 done Task-3 result None
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_cancelled_future_cancels_who_awaits_it() {
    let lines = run(|cx| async move {
        let future = cx.running().create_future();
        let awaited = future.clone();
        let task = cx.spawn("waiter", |cx| async move { cx.wait(&awaited).await });
        cx.sleep(1.0).await?;
        future.cancel(Some(text("why")))?;
        if let Err(error) = cx.wait(&task).await {
            cx.print(&message(&error));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 waiter Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 why
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn states_that_are_invalid() {
    let lines = run(|cx| async move {
        let future = cx.running().create_future();
        cx.print(&message(&future.result().unwrap_err()));
        cx.print(&message(&future.exception().unwrap_err()));
        future.set_result(Value::Int(1))?;
        cx.print(&message(&future.set_result(Value::Int(2)).unwrap_err()));
        cx.print(&message(&future.set_exception(value_error("")).unwrap_err()));
        cx.print(&format!("{} {}", python(future.cancel(None)?), plain(&future.result()?)));
        cx.print(&message(&cx.me().set_result(Value::None).unwrap_err()));
        let wrapped = cx.running().create_future();
        wrapped.set_exception(error(ErrorClass::StopIteration, ""))?;
        cx.print(&message(&wrapped.exception()?.unwrap()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 Result is not set.
         0.0 print Task-1 Exception is not set.
         0.0 print Task-1 invalid state
         0.0 print Task-1 invalid state
         0.0 print Task-1 False 1
         0.0 print Task-1 Task does not support set_result operation
         0.0 print Task-1 StopIteration interacts badly with generators and cannot be raised into a Future
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}
