//! How the program is run.

use super::prelude::Shared;
use super::statements;
use super::writer::{Kind, Writer};

/// The statements of `main`.
pub fn main_body(w: &mut Writer) {
    if w.chance.one_in(10) {
        w.line("asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)");
    }
    if w.chance.one_in(4) {
        let name = w.name(Kind::Loop, "loop");
        w.line(&format!("{name} = asyncio.get_running_loop()"));
    }
    statements::body(w);
}

/// The end of the program: it runs `main()`.
pub fn write(w: &mut Writer) {
    match w.chance.below(20) {
        0..=10 => w.line("asyncio.run(main())"),
        11 | 12 => w.line("print(asyncio.run(main()))"),
        13 | 14 => {
            w.block("try", |w| w.line("asyncio.run(main())"));
            w.block("except BaseException as e", |w| w.line("print('ended', repr(e))"));
        }
        15 => {
            w.line("asyncio.run(main())");
            w.line("asyncio.run(main('again'))");
        }
        16 => until_complete(w),
        17 => for_ever(w),
        18 => runner(w),
        _ => {
            w.line("loop = asyncio.new_event_loop()");
            w.line("asyncio.set_event_loop(loop)");
            w.line("task = loop.create_task(main())");
            w.block("try", |w| w.line("print(loop.run_until_complete(asyncio.wait_for(task, 1)))"));
            w.block("finally", close);
        }
    }
}

fn until_complete(w: &mut Writer) {
    w.line("loop = asyncio.new_event_loop()");
    w.block("try", |w| {
        w.line("print(loop.run_until_complete(main()))");
        if w.chance.one_in(2) {
            w.line("loop.run_until_complete(main('again'))");
        }
    });
    w.block("finally", close);
}

/// The usual way to leave nothing behind: what is told of tasks that are lost with their loop comes in the
/// order of CPython's collector of garbage.
fn close(w: &mut Writer) {
    w.line("left = asyncio.all_tasks(loop)");
    w.block("for t in left", |w| w.line("t.cancel()"));
    w.block("if left", |w| {
        w.line("print(loop.run_until_complete(asyncio.gather(*left, return_exceptions=True)))");
    });
    if w.chance.one_in(2) {
        w.line("loop.run_until_complete(loop.shutdown_asyncgens())");
    }
    w.line("loop.close()");
}

fn for_ever(w: &mut Writer) {
    w.line("loop = asyncio.new_event_loop()");
    w.line("task = loop.create_task(main())");
    let stop = match w.chance.below(3) {
        0 => "task.add_done_callback(lambda f: loop.stop())",
        1 => "loop.call_later(0.3, loop.stop)",
        _ => "loop.call_soon(loop.stop)",
    };
    w.line(stop);
    w.line("loop.run_forever()");
    w.line("print(task.done(), loop.time())");
    w.block("try", |w| {
        w.line("print(loop.run_until_complete(asyncio.wait_for(task, 1)))");
    });
    w.block("finally", close);
}

fn runner(w: &mut Writer) {
    w.block("with asyncio.Runner() as runner", |w| {
        w.line("print(runner.run(main()))");
        if w.chance.one_in(2) {
            let note = w.shared(Shared::Note);
            w.line(&format!("runner.get_loop().call_soon({note}, 'between')"));
        }
        w.line("print(runner.run(main('again')))");
    });
}
