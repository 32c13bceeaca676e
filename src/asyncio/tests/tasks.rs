//! Tasks: their steps, their ends, their cancellation.

use super::super::base_events::TaskFactory;
use super::*;

#[test]
fn a_program_of_one_task() {
    let lines = run(|cx| async move {
        cx.print("hello");
        cx.sleep(1.0).await?;
        cx.print("world");
        Ok(Value::Int(3))
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 hello
         0.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 world
         1.0 done Task-1 result 3
         1.0 exit ok -",
    );
}

#[test]
fn created_tasks_start_later() {
    let lines = run(|cx| async move {
        let task = cx.work("a", 1.0, Value::Int(1));
        cx.print("created");
        cx.wait(&task).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 print Task-1 created
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 result 1
         1.0 step Task-1
         1.0 done Task-1 result 1
         1.0 exit ok -",
    );
}

#[test]
fn bare_yields_take_turns() {
    let lines = run(|cx| async move {
        let spin = |name| {
            cx.spawn("spin", move |cx| async move {
                for _ in 0..2 {
                    cx.print(name);
                    cx.sleep(0.0).await?;
                }
                Ok(Value::None)
            })
        };
        let (a, b) = (spin("a"), spin("b"));
        cx.wait(&a).await?;
        cx.wait(&b).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 spin Task-1
         0.0 create Task-3 spin Task-1
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 print Task-2 a
         0.0 suspend Task-2 yield
         0.0 step Task-3
         0.0 print Task-3 b
         0.0 suspend Task-3 yield
         0.0 step Task-2
         0.0 print Task-2 a
         0.0 suspend Task-2 yield
         0.0 step Task-3
         0.0 print Task-3 b
         0.0 suspend Task-3 yield
         0.0 step Task-2
         0.0 done Task-2 result None
         0.0 step Task-3
         0.0 done Task-3 result None
         0.0 step Task-1
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn an_exception_reaches_who_awaits() {
    let lines = run(|cx| async move {
        let task = cx.spawn("fail", |cx| async move {
            cx.sleep(1.0).await?;
            Err(value_error("no"))
        });
        if let Err(error) = cx.wait(&task).await {
            cx.print(&format!("caught {}", message(&error)));
        }
        cx.wait(&task).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 fail Task-1
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-2
         1.0 done Task-2 exception ValueError: no
         1.0 step Task-1
         1.0 print Task-1 caught no
         1.0 done Task-1 exception ValueError: no
         1.0 exit exception ValueError: no",
    );
}

#[test]
fn cancelling_a_sleeping_task() {
    let lines = run(|cx| async move {
        let task = cx.spawn("nap", |cx| async move {
            let Err(error) = cx.sleep(9.0).await else { return Ok(Value::None) };
            cx.print(&format!("told {}", message(&error)));
            cx.sleep(1.0).await?;
            Err(error)
        });
        cx.sleep(1.0).await?;
        cx.print(&format!("took {}", python(task.cancel(Some(text("enough")))?)));
        if let Err(error) = cx.wait(&task).await {
            cx.print(&format!("cancelled {}", message(&error)));
        }
        cx.print(&format!("took {}", python(task.cancel(None)?)));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 nap Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 print Task-1 took True
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 print Task-2 told enough
         1.0 suspend Task-2 future
         2.0 step Task-2
         2.0 done Task-2 cancelled -
         2.0 step Task-1
         2.0 print Task-1 cancelled enough
         2.0 print Task-1 took False
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn cancelling_before_the_first_step() {
    let lines = run(|cx| async move {
        let task = cx.work("never", 1.0, Value::None);
        task.cancel(None)?;
        if cx.wait(&task).await.is_err() {
            cx.print("gone");
        }
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 work Task-1
         0.0 cancel Task-2 Task-1
         0.0 suspend Task-1 task:Task-2
         0.0 step Task-2
         0.0 done Task-2 cancelled -
         0.0 step Task-1
         0.0 print Task-1 gone
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn cancelled_right_before_it_returns() {
    let lines = run(|cx| async move {
        let task = cx.spawn("last", |cx| async move {
            cx.me().cancel(None)?;
            Ok(Value::Int(1))
        });
        wait(&cx, vec![task.clone()], None, ReturnWhen::AllCompleted).await?;
        cx.print(&format!("cancelled {}", python(task.cancelled())));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 last Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 cancel Task-2 Task-2
         0.0 done Task-2 cancelled -
         0.0 step Task-1
         0.0 print Task-1 cancelled True
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn a_task_may_refuse() {
    let lines = run(|cx| async move {
        let task = cx.spawn("stubborn", |cx| async move {
            while cx.sleep(2.0).await.is_err() {
                let me = cx.me();
                let state = me.task().unwrap();
                cx.print(&format!("{} requests, {} left", state.cancelling(), state.uncancel(cx.runtime())));
            }
            Ok(text("done"))
        });
        cx.sleep(1.0).await?;
        task.cancel(None)?;
        task.cancel(None)?;
        cx.wait(&task).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 stubborn Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         1.0 step Task-1
         1.0 cancel Task-2 Task-1
         1.0 cancel Task-2 Task-1
         1.0 suspend Task-1 task:Task-2
         1.0 step Task-2
         1.0 print Task-2 2 requests, 1 left
         1.0 suspend Task-2 future
         3.0 step Task-2
         3.0 done Task-2 result 'done'
         3.0 step Task-1
         3.0 done Task-1 result 'done'
         3.0 exit ok -",
    );
}

#[test]
fn mistakes_are_thrown_into_the_task() {
    let lines = run(|cx| async move {
        let error = cx.wait(&cx.me()).await.unwrap_err();
        cx.print(&message(&error)[..28]);
        let error = cx.delegate(&three(&cx)).await.unwrap_err();
        cx.print(&message(&error));
        let other = cx.runtime().new_event_loop().create_future();
        let error = cx.wait(&other).await.unwrap_err();
        cx.print(python(message(&error).contains("different loop")));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 task:Task-1
         0.0 step Task-1
         0.0 print Task-1 Task cannot await on itself:
         0.0 suspend Task-1 yield
         0.0 step Task-1
         0.0 print Task-1 Task got bad yield: 3
         0.0 suspend Task-1 future
         0.0 step Task-1
         0.0 print Task-1 True
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn a_keyboard_interrupt_ends_the_loop() {
    let lines = run(|cx| async move {
        cx.spawn("interrupt", |_| async { Err(error(ErrorClass::KeyboardInterrupt, "stop")) });
        let slept = cx.sleep(5.0).await;
        cx.print("main is cancelled");
        slept
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 interrupt Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 done Task-2 exception KeyboardInterrupt: stop
         0.0 cancel Task-1 -
         0.0 step Task-1
         0.0 print Task-1 main is cancelled
         0.0 done Task-1 cancelled -
         0.0 exit exception KeyboardInterrupt: stop",
    );
}

#[test]
fn what_is_left_is_cancelled() {
    let world = World::new();
    let lines = world.run(|cx| async move {
        for name in ["a", "b"] {
            cx.spawn("left", move |cx| async move {
                let Err(error) = cx.sleep(9.0).await else { return Ok(Value::None) };
                cx.print(name);
                Err(if name == "b" { value_error("late") } else { error })
            });
        }
        cx.sleep(1.0).await?;
        Ok(text("over"))
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 left Task-1
         0.0 create Task-3 left Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-3
         0.0 suspend Task-3 future
         1.0 step Task-1
         1.0 done Task-1 result 'over'
         1.0 cancel Task-2 -
         1.0 cancel Task-3 -
         1.0 step Task-2
         1.0 print Task-2 a
         1.0 done Task-2 cancelled -
         1.0 step Task-3
         1.0 print Task-3 b
         1.0 done Task-3 exception ValueError: late
         1.0 exit ok -",
    );
    let reports = world.reports.borrow().clone();
    assert_eq!(reports, ["unhandled exception during asyncio.run() shutdown: ValueError('late')"]);
}

#[test]
fn names() {
    let lines = run(|cx| async move {
        let one = cx.coroutine("work", |cx| work(cx, "one", 1.0, Value::None));
        cx.running().create_task(&one, Some("first".into()), None)?;
        let two = cx.work("two", 2.0, Value::None);
        cx.sleep(0.0).await?;
        two.task().unwrap().set_name(&two, "second".into());
        cx.wait(&two).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create first work Task-1
         0.0 create Task-2 work Task-1
         0.0 suspend Task-1 yield
         0.0 step first
         0.0 suspend first future
         0.0 step Task-2
         0.0 suspend Task-2 future
         0.0 step Task-1
         0.0 suspend Task-1 task:second
         1.0 step first
         1.0 print first one
         1.0 done first result None
         2.0 step second
         2.0 print second two
         2.0 done second result None
         2.0 step Task-1
         2.0 done Task-1 result None
         2.0 exit ok -",
    );
}

#[test]
fn eager_tasks_step_before_they_are_made() {
    let lines = run(|cx| async move {
        cx.running().set_task_factory(TaskFactory::Eager);
        let eager = cx.coroutine("eager", |cx| async move {
            cx.print("a");
            cx.sleep(1.0).await
        });
        let task = cx.running().create_task(&eager, Some("named".into()), None)?;
        let done = cx.spawn("at_once", |cx| async move {
            cx.print("at once");
            Ok(Value::Int(1))
        });
        cx.print(python(done.done()));
        let both = gather(cx.runtime(), &[Awaitable::Future(task), Awaitable::Future(done)], false)?;
        cx.wait(&both).await?;
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 eager Task-1
         0.0 step Task-2
         0.0 print Task-2 a
         0.0 suspend Task-2 future
         0.0 create Task-3 at_once Task-1
         0.0 step Task-3
         0.0 print Task-3 at once
         0.0 done Task-3 result 1
         0.0 print Task-1 True
         0.0 suspend Task-1 gather
         1.0 step named
         1.0 done named result None
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
}

#[test]
fn an_exception_that_nobody_asks_for_is_reported() {
    let world = World::new();
    world.run(|cx| async move {
        drop(cx.spawn("fail", |_| async { Err(value_error("unseen")) }));
        cx.sleep(1.0).await
    });
    let reports = world.reports.borrow().clone();
    assert_eq!(reports, ["Task exception was never retrieved: ValueError('unseen')"]);
}

#[test]
fn a_step_that_is_paused_is_continued() {
    let lines = run(|cx| async move {
        cx.print("before");
        cx.pause().await;
        cx.print("after");
        let inner = cx.coroutine("inner", |cx| async move {
            cx.pause().await;
            Ok(Value::Int(2))
        });
        cx.delegate(&inner).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 before
         0.0 print Task-1 after
         0.0 done Task-1 result 2
         0.0 exit ok -",
    );
}

#[test]
fn tasks_that_wait_for_each_other() {
    let lines = run(|cx| async move {
        let task = cx.spawn("first", |cx| async move {
            let me = cx.me();
            let other = cx.spawn("second", |cx| async move { cx.wait(&me).await });
            cx.wait(&other).await
        });
        cx.sleep(1.0).await?;
        cx.print(&message(&task.cancel(None).unwrap_err()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 create Task-2 first Task-1
         0.0 suspend Task-1 future
         0.0 step Task-2
         0.0 create Task-3 second Task-2
         0.0 suspend Task-2 task:Task-3
         0.0 step Task-3
         0.0 suspend Task-3 task:Task-2
         1.0 step Task-1
         1.0 print Task-1 maximum recursion depth exceeded
         1.0 done Task-1 result None
         1.0 exit exception RecursionError: maximum recursion depth exceeded",
    );
}
