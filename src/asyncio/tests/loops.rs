//! The loop itself: its turns, its timers, its ends.

use super::super::events::Callback;
use super::super::run_forever::{RunForever, RunUntilComplete};
use super::super::{Called, HandleRef, Runner};
use super::host::{Function, function};
use super::*;
use std::cell::Cell;

fn user(name: &'static str) -> Callback<TestHost> {
    Callback::User { function: function(name, |_| {}), future: None }
}

#[test]
fn callbacks_run_in_the_order_of_scheduling_and_timers_in_that_of_time() {
    let lines = run(|cx| async move {
        let event_loop = cx.running();
        event_loop.call_later(2.0, user("late"), None)?;
        event_loop.call_soon(user("soon"), None)?;
        event_loop.call_at(1.0, user("early"), None)?;
        let cancelled = event_loop.call_later(0.5, user("never"), None)?;
        cancelled.cancel();
        event_loop.call_soon(user("next"), None)?;
        cx.sleep(3.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         0.0 callback soon
         0.0 callback next
         1.0 callback early
         2.0 callback late
         3.0 step Task-1
         3.0 done Task-1 result None
         3.0 exit ok -",
    );
}

#[test]
fn timers_for_one_instant_fire_in_the_order_of_heapq() {
    let lines = run(|cx| async move {
        for name in ["a", "b", "c", "d", "e", "f", "g"] {
            cx.running().call_later(1.0, user(name), None)?;
        }
        cx.sleep(2.0).await
    });
    let names: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("1.0 callback ")).collect();
    assert_eq!(names.join(""), "acgfbde");
}

#[test]
fn a_loop_by_hand() {
    let world = World::new();
    let event_loop = world.runtime.new_event_loop();
    let stop = {
        let event_loop = event_loop.clone();
        Callback::User { function: function("stop", move |_| event_loop.stop()), future: None }
    };
    for callback in [user("first"), stop.clone(), user("second")] {
        event_loop.call_soon(callback, None).unwrap();
    }
    let forever = RunForever::new(&event_loop).unwrap();
    world.drive(|| forever.advance()).unwrap().unwrap();
    world.print("stopped");
    event_loop.call_later(1.0, user("second"), None).unwrap();
    let coroutine = coroutine(&world.runtime, "work", |cx| work(cx, "a", 2.0, text("A")));
    let run = RunUntilComplete::new(&event_loop, &Awaitable::Coroutine(coroutine)).unwrap();
    world.print(&plain(&world.drive(|| run.advance()).unwrap().unwrap()));
    event_loop.call_soon(stop, None).unwrap();
    let run = RunUntilComplete::new(&event_loop, &Awaitable::Future(event_loop.create_future())).unwrap();
    world.print(&message(&world.drive(|| run.advance()).unwrap().unwrap_err()));
    event_loop.close().unwrap();
    world.print(&message(&event_loop.call_soon(user("first"), None).err().unwrap()));
    world.print(&message(&RunForever::new(&event_loop).err().unwrap()));
    world.note_exit(Some(Ok(Value::None)));
    expect(
        &world.lines(),
        "0.0 callback first
         0.0 callback stop
         0.0 callback second
         0.0 print - stopped
         0.0 create Task-1 work -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 callback second
         2.0 step Task-1
         2.0 print Task-1 a
         2.0 done Task-1 result 'A'
         2.0 print - A
         2.0 callback stop
         2.0 print - Event loop stopped before Future completed.
         2.0 print - Event loop is closed
         2.0 print - Event loop is closed
         2.0 exit ok -",
    );
}

#[test]
fn loops_do_not_nest() {
    let lines = run(|cx| async move {
        let runtime = cx.runtime();
        for event_loop in [runtime.new_event_loop(), cx.running()] {
            let future = Awaitable::Future(event_loop.create_future());
            cx.print(&message(&RunUntilComplete::new(&event_loop, &future).err().unwrap()));
        }
        let main = cx.coroutine("work", |cx| work(cx, "a", 1.0, Value::None));
        cx.print(&message(&Run::new(runtime, &main, None, None).err().unwrap()));
        cx.print(&message(&cx.running().close().unwrap_err()));
        Ok(Value::None)
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 Cannot run the event loop while another loop is running
         0.0 print Task-1 This event loop is already running
         0.0 print Task-1 asyncio.run() cannot be called from a running event loop
         0.0 print Task-1 Cannot close a running event loop
         0.0 done Task-1 result None
         0.0 exit ok -",
    );
}

#[test]
fn callbacks_that_fail_are_reported() {
    let world = World::new();
    let lines = world.run(|cx| async move {
        let fail = Function::new("fail", |_| Called::Raised(value_error("oops")));
        cx.running().call_soon(Callback::User { function: fail, future: None }, None)?;
        cx.running().call_soon(user("after"), None)?;
        cx.sleep(1.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         0.0 callback fail
         0.0 callback after
         1.0 step Task-1
         1.0 done Task-1 result None
         1.0 exit ok -",
    );
    assert_eq!(*world.reports.borrow(), ["Exception in callback fail(): ValueError('oops')"]);
}

#[test]
fn a_callback_that_is_paused_is_continued() {
    let world = World::new();
    let lines = world.run(|cx| async move {
        let calls = Cell::new(0);
        let body = move |_: Option<&Task>| {
            calls.set(calls.get() + 1);
            if calls.get() < 3 { Called::Paused } else { Called::Returned }
        };
        let slow = Function::new("slow", body);
        cx.running().call_soon(Callback::User { function: slow, future: None }, None)?;
        cx.running().call_soon(user("next"), None)?;
        cx.sleep(1.0).await
    });
    assert_eq!(lines[3..5], ["0.0 callback slow", "0.0 callback next"]);
}

#[test]
fn a_runner_runs_again_and_again() {
    let world = World::new();
    let runner = Runner::new(&world.runtime, None, None);
    for (name, result) in [("a", "A"), ("b", "B")] {
        let coroutine = coroutine(&world.runtime, "work", |cx| work(cx, name, 1.0, text(result)));
        let run = runner.run(&coroutine, None).unwrap();
        world.print(&plain(&world.drive(|| run.advance()).unwrap().unwrap()));
    }
    let closing = runner.close().unwrap();
    world.drive(|| closing.advance()).unwrap().unwrap();
    world.print(&message(&runner.event_loop().unwrap_err()));
    world.note_exit(Some(Ok(Value::None)));
    expect(
        &world.lines(),
        "0.0 create Task-1 work -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 a
         1.0 done Task-1 result 'A'
         1.0 print - A
         1.0 create Task-2 work -
         1.0 step Task-2
         1.0 suspend Task-2 future
         2.0 step Task-2
         2.0 print Task-2 b
         2.0 done Task-2 result 'B'
         2.0 print - B
         2.0 print - Runner is closed
         2.0 exit ok -",
    );
    assert!(world.runtime.policy_loop().is_none());
}

#[test]
fn many_cancelled_timers_are_thrown_away() {
    let lines = run(|cx| async move {
        let event_loop = cx.running();
        for number in 0..150 {
            let printer = cx.clone();
            let kept = function("kept", move |_| printer.print(&number.to_string()));
            let seconds = 1.0 + f64::from(number % 3);
            let handle =
                event_loop.call_later(seconds, Callback::User { function: kept, future: None }, None)?;
            if number % 5 != 0 {
                handle.cancel();
            }
        }
        cx.sleep(4.0).await
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 suspend Task-1 future
         1.0 callback kept
         1.0 print - 120
         1.0 callback kept
         1.0 print - 60
         1.0 callback kept
         1.0 print - 30
         1.0 callback kept
         1.0 print - 0
         1.0 callback kept
         1.0 print - 105
         1.0 callback kept
         1.0 print - 90
         1.0 callback kept
         1.0 print - 45
         1.0 callback kept
         1.0 print - 15
         1.0 callback kept
         1.0 print - 135
         1.0 callback kept
         1.0 print - 75
         2.0 callback kept
         2.0 print - 145
         2.0 callback kept
         2.0 print - 70
         2.0 callback kept
         2.0 print - 130
         2.0 callback kept
         2.0 print - 55
         2.0 callback kept
         2.0 print - 115
         2.0 callback kept
         2.0 print - 100
         2.0 callback kept
         2.0 print - 10
         2.0 callback kept
         2.0 print - 85
         2.0 callback kept
         2.0 print - 25
         2.0 callback kept
         2.0 print - 40
         3.0 callback kept
         3.0 print - 35
         3.0 callback kept
         3.0 print - 5
         3.0 callback kept
         3.0 print - 65
         3.0 callback kept
         3.0 print - 95
         3.0 callback kept
         3.0 print - 50
         3.0 callback kept
         3.0 print - 140
         3.0 callback kept
         3.0 print - 20
         3.0 callback kept
         3.0 print - 110
         3.0 callback kept
         3.0 print - 80
         3.0 callback kept
         3.0 print - 125
         4.0 step Task-1
         4.0 done Task-1 result None
         4.0 exit ok -",
    );
}

#[test]
fn the_names_of_a_second_run_go_on() {
    let world = World::new();
    world.run(|cx| async move { cx.sleep(0.0).await });
    let lines = world.run(|cx| async move { cx.sleep(0.0).await });
    assert_eq!(lines[lines.len() - 6], "0.0 create Task-4 main -");
}

#[test]
fn who_waits_for_nothing_waits_for_ever() {
    let lines = run(|cx| async move { cx.wait(&cx.running().create_future()).await });
    assert_eq!(lines.last().map(String::as_str), Some("0.0 exit deadlock -"));
}

/// Everything that the loop does itself, for a program of one sleep.
#[test]
fn each_callback_is_scheduled_and_run_once() {
    let world = World::new();
    world.run(|cx| async move { cx.sleep(1.0).await });
    let trace = world.runtime.recorder().trace();
    let (mut ready, mut run) = (Vec::new(), Vec::new());
    for event in trace.events() {
        match event.kind {
            EventKind::Ready { handle, .. } | EventKind::Timer { handle, .. } => ready.push(handle),
            EventKind::Run { handle } => run.push(handle),
            _ => {}
        }
    }
    assert_eq!(ready, run);
    let turns: Vec<_> =
        trace.events().iter().filter(|event| event.kind == EventKind::Turn).map(|event| event.time).collect();
    assert_eq!(turns, [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn a_paused_callback_may_have_cancelled_its_handle() {
    let lines = run(|cx| async move {
        let handle = Rc::new(std::cell::OnceCell::<HandleRef<TestHost>>::new());
        let (mine, printer) = (handle.clone(), cx.clone());
        let body = move |_: Option<&Task>| match mine.get() {
            Some(handle) if !handle.cancelled() => {
                handle.cancel();
                Called::Paused
            }
            _ => {
                printer.print("went on");
                Called::Returned
            }
        };
        let function = Function::new("fickle", body);
        let scheduled = cx.running().call_soon(Callback::User { function, future: None }, None)?;
        assert!(handle.set(scheduled).is_ok());
        cx.sleep(1.0).await
    });
    assert_eq!(lines[3..5], ["0.0 callback fickle", "0.0 print - went on"]);
}

#[test]
fn the_first_loop_is_made_with_a_warning() {
    let world = World::new();
    let event_loop = world.runtime.get_event_loop().unwrap();
    assert!(world.runtime.get_event_loop().unwrap() == event_loop);
    assert_eq!(*world.reports.borrow(), ["There is no current event loop"]);
    world.runtime.set_event_loop(None);
    let error = world.runtime.get_event_loop().unwrap_err();
    assert_eq!(message(&error), "There is no current event loop in thread 'MainThread'.");
}

#[test]
fn with_other_threads_a_loop_gives_way_before_each_turn_in_which_something_is_ready() {
    let world = World::new();
    world.runtime.set_threaded(true);
    let main = coroutine(&world.runtime, "main", |cx: TestCx| async move { cx.sleep(1.0).await });
    let event_loop = world.runtime.new_event_loop();
    let run = RunUntilComplete::new(&event_loop, &Awaitable::Coroutine(main)).expect("no loop is running");
    let mut told = String::new();
    let outcome = world.drive(|| {
        let advance = run.advance();
        told.push_str(match &advance {
            Advance::Ran => "ran ",
            Advance::Idle { .. } => "idle ",
            Advance::GivesWay => "gives way ",
            Advance::Paused | Advance::Done(_) => "",
        });
        advance
    });
    assert!(outcome.is_some_and(|outcome| outcome.is_ok()));
    assert_eq!(told, "gives way ran idle ran gives way ran gives way ran ");
}
