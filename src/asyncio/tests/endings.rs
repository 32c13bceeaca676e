//! What is left when a run is over.

use super::super::run_forever::RunForever;
use super::*;

/// A loop that was stopped while a task waits for what nobody will bring; the token lives as long as the
/// task's coroutine.
fn unfinished(world: &World, token: &Rc<()>) -> EventLoop<TestHost> {
    let event_loop = world.runtime.new_event_loop();
    let token = token.clone();
    let waiting = coroutine(&world.runtime, "waiting", move |cx| async move {
        let waited = cx.wait(&cx.running().create_future()).await;
        drop(token);
        waited
    });
    event_loop.create_task(&waiting, None, None).unwrap();
    event_loop.stop();
    let forever = RunForever::new(&event_loop).unwrap();
    world.drive(|| forever.advance()).unwrap().unwrap();
    event_loop
}

#[test]
fn the_end_reports_what_is_pending_and_lets_it_go() {
    let (world, token) = (World::new(), Rc::new(()));
    drop(unfinished(&world, &token));
    assert_eq!(Rc::strong_count(&token), 2);
    world.runtime.tell_lost();
    world.runtime.finish();
    assert_eq!(Rc::strong_count(&token), 1);
    assert_eq!(*world.reports.borrow(), ["Task was destroyed but it is pending!"]);
}

#[test]
fn nothing_of_the_current_loop_is_lost_at_the_end() {
    let (world, token) = (World::new(), Rc::new(()));
    world.runtime.set_event_loop(Some(unfinished(&world, &token)));
    world.runtime.tell_lost();
    world.runtime.finish();
    assert_eq!(Rc::strong_count(&token), 1);
    assert!(world.reports.borrow().is_empty());
}

#[test]
fn a_run_that_is_given_up_says_nothing() {
    let (world, token) = (World::new(), Rc::new(()));
    let inner = token.clone();
    let main = coroutine(&world.runtime, "main", |cx| async move {
        let failed = cx.spawn("fail", |_| async { Err(value_error("unseen")) });
        cx.sleep(5.0).await?;
        drop((failed, inner));
        Ok(Value::None)
    });
    let run = Run::new(&world.runtime, &main, None, None).unwrap();
    drop(main);
    for _ in 0..2 {
        assert!(matches!(run.advance(), Advance::Ran));
    }
    assert!(matches!(run.advance(), Advance::Idle { until: Some(5.0) }));
    world.runtime.abandon();
    drop(run);
    assert_eq!(Rc::strong_count(&token), 1);
    assert!(world.reports.borrow().is_empty());
}
