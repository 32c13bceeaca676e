//! Task groups.

use super::super::taskgroups::TaskGroup;
use super::*;

type Group = Rc<TaskGroup<TestHost>>;

/// `async with group: …`.
async fn within(cx: &TestCx, group: &Group, body: impl RustFuture<Output = Outcomes>) -> Outcomes {
    group.enter(cx.runtime())?;
    let outcome = body.await;
    group.exit(cx, outcome.as_ref().err().cloned()).await?;
    outcome
}

fn add(cx: &TestCx, group: &Group, awaitable: &Awaitable<TestHost>) -> Result<Task, Error> {
    let Awaitable::Coroutine(coroutine) = awaitable else { panic!("a coroutine") };
    group.create_task(cx.runtime(), coroutine, None, None)
}

fn add_work(cx: &TestCx, group: &Group, name: &'static str, seconds: f64) -> Result<Task, Error> {
    let [work] = works(cx, [(name, seconds, Value::Int(1))]);
    add(cx, group, &work)
}

#[test]
fn a_group_waits_for_its_tasks() {
    let lines = run(|cx| async move {
        let group = TaskGroup::new();
        let body = async {
            let a = add_work(&cx, &group, "a", 2.0)?;
            add_work(&cx, &group, "b", 1.0)?;
            cx.print("body");
            Ok(text(&a.task().unwrap().name()))
        };
        let first = within(&cx, &group, body).await?;
        cx.print(&plain(&first));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 print Task-1 body
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 result 1
         2.0 step Task-2
         2.0 print Task-2 a
         2.0 done Task-2 result 1
         2.0 step Task-1
         2.0 print Task-1 Task-2
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_failing_task_ends_its_group() {
    let lines = run(|cx| async move {
        let group = TaskGroup::new();
        let body = async {
            add_work(&cx, &group, "a", 2.0)?;
            add(&cx, &group, &fail(&cx, Some(1.0)))?;
            cx.sleep(5.0).await
        };
        if let Err(error) = within(&cx, &group, body).await {
            cx.print(&format!("{} {}", message(&error), cx.me().task().unwrap().cancelling()));
        }
        cx.sleep(1.0).await
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
         0.0 suspend Task-3 future
         1.0 step Task-3
         1.0 done Task-3 exception ValueError: no
         1.0 cancel Task-2 -
         1.0 cancel Task-1 -
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 unhandled errors in a TaskGroup (1 sub-exception) 0
         1.0 suspend Task-1 future
         2.0 step Task-1
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn a_failing_body_ends_its_group() {
    let lines = run(|cx| async move {
        let group = TaskGroup::new();
        let body = async {
            add_work(&cx, &group, "a", 2.0)?;
            cx.sleep(1.0).await?;
            Err(value_error("body"))
        };
        if let Err(error) = within(&cx, &group, body).await {
            cx.print(&message(&error));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 future
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 unhandled errors in a TaskGroup (1 sub-exception)
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn a_group_is_cancelled_from_outside() {
    let lines = run(|cx| async move {
        let task = cx.spawn("grouped", |cx| async move {
            let group = TaskGroup::new();
            let body = async {
                add_work(&cx, &group, "a", 2.0)?;
                add_work(&cx, &group, "b", 2.0)?;
                Ok(Value::None)
            };
            within(&cx, &group, body).await
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
         0.0 create Task-2 grouped Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 create Task-3 work Task-2
         0.0 create Task-4 work Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 cancel Task-3 Task-2
         1.0 cancel Task-4 Task-2
         1.0 suspend Task-2 future
         1.0 step Task-3
         1.0 done Task-3 cancelled -
         1.0 step Task-4
         1.0 done Task-4 cancelled -
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 cancelled
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn groups_in_groups() {
    let lines = run(|cx| async move {
        let (outer, inner) = (TaskGroup::new(), TaskGroup::new());
        let body = async {
            add_work(&cx, &outer, "a", 5.0)?;
            let body = async {
                add_work(&cx, &inner, "b", 5.0)?;
                add(&cx, &inner, &fail(&cx, Some(1.0)))?;
                Ok(Value::None)
            };
            within(&cx, &inner, body).await
        };
        if let Err(error) = within(&cx, &outer, body).await {
            cx.print(&message(&error));
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 create Task-3 work Task-1
         0.0 create Task-4 fail Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         0.0 step Task-4
         0.0 suspend Task-4 future
         1.0 step Task-4
         1.0 done Task-4 exception ValueError: no
         1.0 cancel Task-3 -
         1.0 cancel Task-1 -
         1.0 step Task-3
         1.0 done Task-3 cancelled -
         1.0 step Task-1
         1.0 suspend Task-1 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 future
         1.0 step Task-2
         1.0 done Task-2 cancelled -
         1.0 step Task-1
         1.0 print Task-1 unhandled errors in a TaskGroup (1 sub-exception)
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn groups_that_take_no_tasks() {
    let lines = run(|cx| async move {
        let group = TaskGroup::new();
        cx.print(&message(&add_work(&cx, &group, "a", 1.0).err().unwrap()));
        within(&cx, &group, async { Ok(Value::None) }).await?;
        cx.print(&message(&add_work(&cx, &group, "b", 1.0).err().unwrap()));
        let error = within(&cx, &group, async { Ok(Value::None) }).await.unwrap_err();
        cx.print(&message(&error));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 TaskGroup <TaskGroup> has not been entered
         0.0 print Task-1 TaskGroup <TaskGroup entered> is finished
         0.0 print Task-1 TaskGroup <TaskGroup entered> has already been entered
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}
