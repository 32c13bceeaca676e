//! Classic mistakes in real programs: each is told with its line and, where there is one, its mend, after which it is
//! gone; a healthy program has none.

use interleave::player::Picture;
use interleave::python::{Run, Settings, compile};
use interleave::ui::explain::advice::{Advice, advice};
use interleave::ui::words::Language;

/// What is said of a program that is written without its imports and its last line.
fn said(body: &str) -> Vec<Advice> {
    said_of(&program(body))
}

fn program(body: &str) -> String {
    format!("import asyncio\nimport time\n\n{body}\nasyncio.run(main())\n")
}

fn said_of(source: &str) -> Vec<Advice> {
    let mut run = Run::new(&compile(source).expect("the program is one"), Settings::default());
    run.finish();
    let picture = Picture::new(run.recorder());
    let trace = picture.trace();
    let chinese = advice(Language::Chinese, &picture, &trace, source);
    let english = advice(Language::English, &picture, &trace, source);
    let kinds = |all: &[Advice]| all.iter().map(|advice| advice.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&chinese), kinds(&english));
    english
}

/// Kind, line and text.
#[track_caller]
fn expect(body: &str, kind: &str, line: u32, text: &str) -> Advice {
    let all = said(body);
    let [one] = all.as_slice() else { panic!("one mistake is expected: {all:#?}") };
    assert_eq!((one.kind, one.line), (kind, Some(line)), "{one:#?}");
    assert_eq!(one.text, text);
    one.clone()
}

/// The mend takes the mistake away.
#[track_caller]
fn mends(body: &str, advice: &Advice) {
    let (_, edits) = advice.fix.as_ref().expect("there is a mend");
    let mended = edits.apply(&program(body)).expect("the edits fit");
    assert!(said_of(&mended).iter().all(|other| other.kind != advice.kind), "{mended}");
}

const WORK: &str = "async def work(n):\n    await asyncio.sleep(n)\n    return n\n";

#[test]
fn a_blocking_call_that_held_up_others() {
    let body = "async def slow():\n    time.sleep(2)\n\nasync def quick():\n    await asyncio.sleep(1)\n\nasync def main():\n    await asyncio.gather(quick(), slow())\n";
    let advice =
        expect(body, "blocks", 5, "`time.sleep` blocks the whole loop for 2 s. Held up meanwhile: `quick`.");
    mends(body, &advice);
}

#[test]
fn an_exception_that_nobody_looked_at() {
    let body = "async def fail():\n    raise ValueError('no')\n\nasync def main():\n    task = asyncio.create_task(fail())\n    await asyncio.sleep(1)\n";
    let text = "`fail` failed with `ValueError: no`, and nobody ever awaited it or asked for its exception.";
    expect(body, "never-retrieved", 8, text);
}

#[test]
fn a_coroutine_never_awaited() {
    let body = format!("{WORK}\nasync def main():\n    work(1)\n    await asyncio.sleep(1)\n");
    let text = "The coroutine `work` was made and never awaited, so its code never ran.";
    let advice = expect(&body, "never-awaited", 9, text);
    mends(&body, &advice);
}

#[test]
fn a_task_that_the_program_ended_before() {
    let body = format!(
        "{WORK}\nasync def main():\n    task = asyncio.create_task(work(9))\n    await asyncio.sleep(1)\n"
    );
    expect(&body, "unfinished", 9, "`work` was not done when the program ended: nobody waited for it.");
}

#[test]
fn awaiting_in_turn_what_could_run_at_once() {
    let body =
        format!("{WORK}\nasync def main():\n    a = await work(1)\n    b = await work(2)\n    print(a, b)\n");
    let advice = expect(
        &body,
        "in-turn",
        9,
        "These are awaited one after the other, though none needs the result of another: they could run at once.",
    );
    mends(&body, &advice);
}

#[test]
fn a_swallowed_cancellation() {
    let body = "async def stubborn():\n    try:\n        await asyncio.sleep(9)\n    except asyncio.CancelledError:\n        print('no')\n\nasync def main():\n    task = asyncio.create_task(stubborn())\n    await asyncio.sleep(1)\n    task.cancel()\n    await asyncio.wait([task])\n";
    let text = "`stubborn` was cancelled, but caught the `CancelledError` and returned a result, so whoever cancelled it cannot tell.";
    let advice = expect(body, "swallowed", 6, text);
    mends(body, &advice);
}

#[test]
fn a_task_that_was_cancelled_but_went_on() {
    let body = "async def stubborn():\n    try:\n        await asyncio.sleep(9)\n    except asyncio.CancelledError:\n        pass\n    await asyncio.sleep(3)\n\nasync def main():\n    task = asyncio.create_task(stubborn())\n    await asyncio.sleep(1)\n    task.cancel()\n    await asyncio.wait([task])\n";
    let text = "`stubborn` was cancelled, but caught the `CancelledError` and went on awaiting other things.";
    let advice = expect(body, "went-on", 6, text);
    mends(body, &advice);
}

#[test]
fn healthy_programs_have_none() {
    let healthy = [
        "async def main():\n    await asyncio.gather(work(1), work(2))\n",
        "async def main():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(work(1))\n        group.create_task(work(2))\n",
        "async def main():\n    try:\n        async with asyncio.timeout(1):\n            await work(5)\n    except TimeoutError:\n        print('late')\n",
        "async def main():\n    try:\n        await asyncio.wait_for(work(5), 1)\n    except TimeoutError:\n        print('late')\n",
        "async def main():\n    task = asyncio.create_task(work(5))\n    await asyncio.sleep(1)\n    task.cancel()\n    try:\n        await task\n    except asyncio.CancelledError:\n        print('cancelled')\n",
        "async def main():\n    done = await asyncio.to_thread(time.sleep, 1)\n",
        "async def main():\n    a = await work(1)\n    b = await work(a)\n",
        "async def main():\n    results = await asyncio.gather(work(1), work('x'), return_exceptions=True)\n",
        "async def main():\n    time.sleep(1)\n",
    ];
    for main in healthy {
        let all = said(&format!("{WORK}\n{main}"));
        assert!(all.is_empty(), "{main}{all:#?}");
    }
}
