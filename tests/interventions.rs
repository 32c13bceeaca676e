//! What is done to tasks from outside is what the program itself would do at that time, and replays exactly.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use interleave::asyncio::Intervention;
use interleave::python::{Run, Settings, Status, compile};
use interleave::scenario::{Scenario, link};
use interleave::trace::{Act, json};

const PROGRAM: &str = "\
import asyncio

async def work(name, seconds, notes):
    notes.append(name)
    try:
        for lap in range(3):
            await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, 'cancelled', notes)
        raise
    return name

async def main():
    notes = []
    tasks = [asyncio.create_task(work(name, len(name) / 4, notes)) for name in ('a', 'bb')]
    pass
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), notes)
    await asyncio.sleep(1)

asyncio.run(main())
";

fn cancel(task: &str, at: f64) -> Intervention {
    Intervention { at, turns: 0, act: Act::Cancel, task: task.into(), nth: 0 }
}

fn copy(task: &str, at: f64) -> Intervention {
    Intervention { act: Act::Copy, ..cancel(task, at) }
}

/// The trace of a run that is moved on by `jump`, which gives the next time from now and the time waited for.
fn trace(source: &str, interventions: &[Intervention], jump: impl Fn(f64, f64) -> f64) -> Result<String> {
    let program = compile(source).map_err(|error| anyhow::anyhow!(error.message))?;
    let mut run = Run::new(&program, Settings::default()).intervene(interventions);
    loop {
        match run.advance(500) {
            Status::Finished => return Ok(json::lines(&run.trace())),
            Status::Waiting { until } => run.jump(jump(run.time(), until)),
            Status::Stepped | Status::OutOfFuel => {}
        }
    }
}

fn at_once(_: f64, until: f64) -> f64 {
    until
}

/// The trace of the program when it has this statement before it waits.
fn by_itself(statement: &str) -> Result<String> {
    let trace = trace(&PROGRAM.replace("    pass\n", &format!("    {statement}\n")), &[], at_once)?;
    // The callback of the program is named in its trace.
    Ok(trace
        .lines()
        .filter(|line| !line.contains("\"callback\""))
        .map(|line| line.to_owned() + "\n")
        .collect())
}

#[test]
fn cancelling_is_what_a_timer_would_do() -> Result<()> {
    for (task, place, at) in [("Task-2", 0, 0.1), ("Task-3", 1, 0.6), ("Task-3", 1, 0.5), ("Task-2", 0, 9.0)]
    {
        let itself = by_itself(&format!("asyncio.get_running_loop().call_at({at}, tasks[{place}].cancel)"))?;
        ensure!(trace(PROGRAM, &[cancel(task, at)], at_once)? == itself, "{task} at {at}: {itself}");
    }
    ensure!(trace(PROGRAM, &[cancel("Task-3", 0.6)], at_once)?.contains("bb cancelled"));
    Ok(())
}

#[test]
fn a_copy_is_made_with_the_same_arguments() -> Result<()> {
    let itself = by_itself(
        "asyncio.get_running_loop().call_at(0.3, lambda: asyncio.create_task(work('a', 0.25, notes)))",
    )?;
    let copied = trace(PROGRAM, &[copy("Task-2", 0.3)], at_once)?;
    // The line where a task is made stands in no line of the trace, and all else is the same.
    ensure!(copied == itself, "{copied}\n{itself}");
    ensure!(copied.contains("['a', 'bb', 'a']") && copied.contains("Task-4"));
    // A task that is done can be copied, too, and a copy that never comes to be says nothing.
    ensure!(trace(PROGRAM, &[copy("Task-2", 1.2)], at_once)?.contains("Task-4"));
    ensure!(trace(PROGRAM, &[copy("Task-2", 99.0)], at_once)? == trace(PROGRAM, &[], at_once)?);
    Ok(())
}

#[test]
fn the_order_within_an_instant_is_kept() -> Result<()> {
    let program = "import asyncio\n\nasync def work():\n    for lap in range(5):\n        print(lap)\n        await asyncio.sleep(0)\n\n\
                   asyncio.run(work())\n";
    let laps = |turns| {
        let told = trace(program, &[Intervention { turns, ..cancel("Task-1", 0.0) }], at_once)?;
        Ok::<_, anyhow::Error>(told.matches("\"print\"").count())
    };
    // It enters behind what is ready in its turn; where there are fewer turns, when nothing else is ready.
    ensure!([laps(0)?, laps(2)?, laps(3)?, laps(99)?] == [1, 3, 4, 5]);
    Ok(())
}

#[test]
fn whoever_moves_the_clock_the_run_is_the_same() -> Result<()> {
    let interventions = [
        cancel("Task-3", 0.6),
        copy("Task-2", 0.6),
        copy("Task-3", 0.25),
        cancel("Task-4", 0.9),
        cancel("no one", 0.1),
    ];
    let whole = trace(PROGRAM, &interventions, at_once)?;
    for frame in [0.0016, 0.016, 0.16] {
        let live = trace(PROGRAM, &interventions, |now, until| (now + frame).min(until))?;
        ensure!(live == whole, "frames of {frame} s");
    }
    Ok(())
}

#[test]
fn it_waits_while_the_thread_is_held_and_wakes_who_waits_for_ever() -> Result<()> {
    let blocked = PROGRAM.replace("    pass\n", "    import time; time.sleep(1)\n");
    let told = trace(&blocked, &[cancel("Task-2", 0.5)], at_once)?;
    ensure!(
        told.contains("{\"t\": 1.0, \"event\": \"cancel\", \"task\": \"Task-2\", \"by\": null}"),
        "{told}"
    );
    let for_ever = "import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())\n";
    let told = trace(for_ever, &[cancel("Task-1", 2.0)], at_once)?;
    ensure!(
        told.contains("{\"t\": 2.0, \"event\": \"done\", \"task\": \"Task-1\", \"outcome\": \"cancelled\""),
        "{told}"
    );
    Ok(())
}

#[test]
fn tasks_of_one_name_are_told_apart() -> Result<()> {
    let program = PROGRAM.replace("notes))", "notes), name='w')");
    let told = trace(&program, &[Intervention { nth: 1, ..cancel("w", 0.1) }], at_once)?;
    ensure!(told.contains("bb cancelled") && !told.contains("a cancelled"), "{told}");
    Ok(())
}

#[test]
fn variables_that_inner_functions_share_are_the_copys_own() -> Result<()> {
    let program = "\
import asyncio

async def work(count):
    def more():
        nonlocal count
        count += 1
    for _ in range(2):
        more()
        await asyncio.sleep(1)
    print(count)

async def main():
    await asyncio.gather(work(1), asyncio.sleep(9))

asyncio.run(main())
";
    let told = trace(program, &[copy("Task-2", 1.5), copy("Task-3", 1.5)], at_once)?;
    ensure!(told.matches("\"text\": \"3\"").count() == 2, "{told}");
    Ok(())
}

/// A link carries them, and the command line runs it.
#[test]
fn a_link_replays_them() -> Result<()> {
    let interventions = vec![cancel("Task-3", 0.6), copy("Task-2", 0.3)];
    let scenario = Scenario {
        code: PROGRAM.into(),
        title: String::new(),
        interventions: interventions.clone().into(),
        ..Scenario::default()
    };
    let link = link::encode(&scenario).map_err(|error| anyhow::anyhow!("{error}"))?;
    ensure!(link::decode(&link) == Ok(scenario));
    let link = format!("https://example.org/#{link}&t=1");
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_interleave")).args(arguments).output().context("it runs")
    };
    let out = run(&["run", &link, "--trace"])?;
    ensure!(String::from_utf8(out.stdout)? == trace(PROGRAM, &interventions, at_once)?);
    let told = run(&["source", &link])?;
    ensure!(told.stdout == PROGRAM.as_bytes());
    let told = String::from_utf8(told.stderr)?;
    ensure!(
        told.lines().count() == 2 && told.starts_with("intervention: {\"at\":0.6,\"do\":\"cancel\""),
        "{told}"
    );
    Ok(())
}
