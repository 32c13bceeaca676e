//! What messages call futures, tasks and handles: CPython's words.

use super::super::events::Callback;
use super::host::function;
use super::*;

#[test]
fn futures_say_their_state() {
    run(|cx| async move {
        let future = cx.running().create_future();
        assert_eq!(future.repr(), "<Future pending>");
        future.add_done_callback(DoneCallback::User(function("told", |_| {}), Some(())))?;
        assert_eq!(future.repr(), "<Future pending cb=[told()]>");
        future.set_result(Value::Int(1))?;
        assert_eq!(future.repr(), "<Future finished result=1>");
        let failed = cx.running().create_future();
        failed.set_exception(value_error("no"))?;
        assert_eq!(failed.repr(), "<Future finished exception=ValueError('no')>");
        failed.exception()?;
        let gathering = gather(cx.runtime(), &[Awaitable::Future(cx.running().create_future())], false)?;
        assert_eq!(gathering.repr(), "<_GatheringFuture pending>");
        Ok(Value::None)
    });
}

#[test]
fn tasks_say_what_they_wait_for() {
    run(|cx| async move {
        let task = cx.work("a", 1.0, Value::None);
        assert_eq!(task.repr(), "<Task pending name='Task-2' coro=<work() running>>");
        cx.sleep(0.0).await?;
        let waits = "wait_for=<Future pending cb=[Task.task_wakeup()]>";
        assert_eq!(task.repr(), format!("<Task pending name='Task-2' coro=<work() running> {waits}>"));
        task.cancel(None)?;
        let waits = "wait_for=<Future cancelled>";
        assert_eq!(task.repr(), format!("<Task cancelling name='Task-2' coro=<work() running> {waits}>"));
        cx.sleep(0.0).await?;
        assert_eq!(task.repr(), "<Task cancelled name='Task-2' coro=<work() done>>");
        let main = cx.me().repr();
        assert!(main.contains("cb=[_run_until_complete_cb() at "), "{main}");
        Ok(Value::None)
    });
}

#[test]
fn a_repr_does_not_go_round_in_circles() {
    run(|cx| async move {
        let first = cx.spawn("first", |cx| async move {
            let me = cx.me();
            let waiting = cx.spawn("second", |cx| async move { cx.wait(&me).await });
            cx.wait(&waiting).await
        });
        cx.sleep(0.0).await?;
        cx.sleep(0.0).await?;
        assert!(first.repr().contains("wait_for=..."), "{}", first.repr());
        first.cancel(None).map(|_| Value::None)
    });
}

#[test]
fn handles_say_what_they_call() {
    run(|cx| async move {
        let event_loop = cx.running();
        let callback = || Callback::User { function: function("greet", |_| {}), future: None };
        let soon = event_loop.call_soon(callback(), None)?;
        assert_eq!(soon.repr(), "<Handle greet()>");
        let later = event_loop.call_later(1.5, callback(), None)?;
        assert_eq!(later.repr(), "<TimerHandle when=1.5 greet()>");
        later.cancel();
        assert_eq!(later.repr(), "<TimerHandle cancelled when=1.5>");
        Ok(Value::None)
    });
}
