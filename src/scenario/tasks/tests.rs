use super::*;
use crate::scenario::steps::tests::{after, at};

const GATHER: &str = r#"import asyncio


async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    return drink


async def toast():
    await asyncio.sleep(0.5)


# the whole
async def main():
    coffee = await asyncio.gather(
        # black
        brew("coffee", 2),  # hot
        brew("tea", 1),
        toast(),
    )
    print(coffee)


asyncio.run(main())
"#;

const NAMED: &str = r#"import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    first = asyncio.create_task(work(1), name="worker-1")
    second = asyncio.create_task(work(2))
    await first
    done = await second
    print("over")


asyncio.run(main())
"#;

/// The body of `main` after a change of a program whose `main` has this body.
#[track_caller]
fn main_after(body: &str, change: impl Fn(&str) -> Result<Change, Refusal>) -> String {
    let head = "import asyncio\nasync def a(): pass\nasync def b(): pass\nasync def c(): pass\nasync def main():\n    ";
    let source = format!("{head}{body}\nasyncio.run(main())\n");
    let text = after(&source, change(&source));
    let start = at(&text, "main():\n    ") + "main():\n    ".len();
    text[start..].trim_end_matches("\nasyncio.run(main())\n").to_owned()
}

#[test]
fn a_task_is_added_with_a_function_of_its_own() {
    let text = after(GATHER, add(GATHER, None));
    assert!(text.contains("async def task():\n    await asyncio.sleep(1)\n\n\n# the whole\nasync def main"));
    assert!(text.contains("        toast(),\n        task(),\n    )\n"));
    let below = after(GATHER, add(GATHER, Some(at(GATHER, "brew(\"coffee\", 2)"))));
    assert!(below.contains("brew(\"coffee\", 2),  # hot\n        task(),\n        brew(\"tea\", 1),\n"));
    let named = after(NAMED, add(NAMED, None));
    assert!(named.contains("work(2))\n    task_task = asyncio.create_task(task())\n    await first\n"));
    assert!(named.contains("    done = await second\n    await task_task\n"));
}

#[test]
fn a_task_is_added_where_there_was_none() {
    let add = |source: &str| add(source, None);
    assert_eq!(main_after("await a()", add), "await asyncio.gather(a(), task())");
    assert_eq!(main_after("print(1)", add), "print(1)\n    await asyncio.gather(\n        task(),\n    )");
    assert_eq!(main_after("pass", add), "await asyncio.gather(\n        task(),\n    )");
    assert_eq!(main_after("await asyncio.gather()", add), "await asyncio.gather(task())");
    assert_eq!(main_after("await a()\n    await b()", add), "await a()\n    await b()\n    await task()");
    assert_eq!(add("print(1)\n"), Err(Refusal::NoEntry));
    assert_eq!(add("print(\n"), Err(Refusal::Syntax { line: 1 }));
}

#[test]
fn a_task_is_duplicated_where_it_stands_and_where_it_is_awaited() {
    let text = after(GATHER, duplicate(GATHER, at(GATHER, "brew(\"coffee\", 2)")));
    assert!(
        text.contains(
            "brew(\"coffee\", 2),  # hot\n        brew(\"coffee\", 2),\n        brew(\"tea\", 1),\n"
        )
    );
    let named = after(NAMED, duplicate(NAMED, at(NAMED, "work(1)")));
    assert!(named.contains("    first_2 = asyncio.create_task(work(1), name=\"worker-2\")\n    second ="));
    assert!(named.contains("    await first\n    await first_2\n"));
    let dup = |source: &str| duplicate(source, source.rfind("b()").unwrap_or(0));
    assert_eq!(
        main_after("x, y = await asyncio.gather(a(), b())", dup),
        "x, y, b_result = await asyncio.gather(a(), b(), b())"
    );
    assert_eq!(
        main_after("async with asyncio.TaskGroup() as tg:\n        tg.create_task(b())", dup),
        "async with asyncio.TaskGroup() as tg:\n        tg.create_task(b())\n        tg.create_task(b())"
    );
    let many = "tasks = [asyncio.create_task(a()), asyncio.create_task(b())]\n    await asyncio.wait(tasks)";
    assert!(main_after(many, dup).contains("asyncio.create_task(b()), asyncio.create_task(b())]"));
}

#[test]
fn a_task_is_taken_away_with_what_awaits_it() {
    let text = after(GATHER, remove(GATHER, at(GATHER, "brew(\"coffee\", 2)")));
    assert!(text.contains("gather(\n        brew(\"tea\", 1),\n        toast(),\n"));
    let named = after(NAMED, remove(NAMED, at(NAMED, "work(1)")));
    assert!(named.contains("main():\n    second = asyncio.create_task(work(2))\n    done = await second\n"));
    let both = after(&named, remove(&named, at(&named, "work(2)")));
    assert!(both.contains("main():\n    print(\"over\")\n"));
    let used = NAMED.replace("\"over\"", "first.result()");
    assert_eq!(
        remove(&used, at(&used, "work(1)")),
        Err(Refusal::NeededElsewhere { name: "first".into(), line: 14 })
    );
}

#[test]
fn commas_and_names_follow() {
    let last = |source: &str| source.rfind("b()").expect("it is there");
    let gone = |source: &str| remove(source, last(source));
    assert_eq!(main_after("await asyncio.gather(a(), b())", gone), "await asyncio.gather(a())");
    assert_eq!(main_after("await asyncio.gather(b())", gone), "await asyncio.gather()");
    assert_eq!(main_after("await asyncio.gather(b(), c())", gone), "await asyncio.gather(c())");
    assert_eq!(
        main_after("await asyncio.gather(b(), return_exceptions=True)", gone),
        "await asyncio.gather(return_exceptions=True)"
    );
    assert_eq!(main_after("x, y = await asyncio.gather(a(), b())", gone), "x, = await asyncio.gather(a())");
    assert_eq!(main_after("x, y = await asyncio.gather(b(), c())", gone), "y, = await asyncio.gather(c())");
    assert_eq!(
        main_after("async with asyncio.TaskGroup() as tg:\n        tg.create_task(b())", gone),
        "async with asyncio.TaskGroup() as tg:\n        pass"
    );
    let two =
        "t = asyncio.create_task(a())\n    u = asyncio.create_task(b())\n    await asyncio.wait([t, u])";
    assert_eq!(main_after(two, gone), "t = asyncio.create_task(a())\n    await asyncio.wait([t])");
}

#[test]
fn a_task_is_named_and_the_order_stays() {
    let text = after(NAMED, rename(NAMED, at(NAMED, "work(1)"), "quick \"one\""));
    assert!(text.contains("work(1), name=\"quick \\\"one\\\"\")"));
    let second = after(NAMED, rename(NAMED, at(NAMED, "work(2)"), " slow "));
    assert!(second.contains("create_task(work(2), name=\"slow\")"));
    let name = |source: &str| rename(source, source.rfind("b()").expect("it is there"), "B");
    assert_eq!(
        main_after("await asyncio.gather(a(), b(), c())", name),
        "await asyncio.gather(asyncio.create_task(a()), asyncio.create_task(b(), name=\"B\"), c())"
    );
    assert_eq!(
        main_after("await asyncio.ensure_future(b())", name),
        "await asyncio.create_task(b(), name=\"B\")"
    );
    assert_eq!(rename(NAMED, at(NAMED, "work(1)"), " "), Err(Refusal::NotAName { name: String::new() }));
    assert_eq!(rename(NAMED, at(NAMED, "main())"), "x"), Err(Refusal::TheEntry));
}

#[test]
fn tasks_change_places_with_their_comments() {
    let tea = at(GATHER, "brew(\"tea\", 1)");
    let coffee = at(GATHER, "brew(\"coffee\", 2)");
    let text = after(GATHER, move_to(GATHER, tea, coffee));
    assert!(text.contains("gather(\n        brew(\"tea\", 1),\n        # black\n        brew(\"coffee\", 2),  # hot\n        toast(),\n"));
    let back = after(&text, move_to(&text, at(&text, "brew(\"tea\", 1)"), at(&text, "brew(\"coffee\", 2)")));
    assert_eq!(back, GATHER);
    let down = after(GATHER, move_to(GATHER, coffee, at(GATHER, "toast(),")));
    assert!(down.contains(
        "brew(\"tea\", 1),\n        toast(),\n        # black\n        brew(\"coffee\", 2),  # hot\n    )"
    ));
    let swap =
        |source: &str| move_to(source, source.rfind("b()").unwrap_or(0), source.rfind("a()").unwrap_or(0));
    assert_eq!(
        main_after("x, y = await asyncio.gather(a(), b())", swap),
        "y, x = await asyncio.gather(b(), a())"
    );
    let named = after(NAMED, move_to(NAMED, at(NAMED, "work(2)"), at(NAMED, "work(1)")));
    assert!(named.contains("main():\n    second = asyncio.create_task(work(2))\n    first ="));
    assert_eq!(move_to(NAMED, at(NAMED, "work(1)"), at(NAMED, "main())")), Err(Refusal::TheEntry));
    let needs = "t = asyncio.create_task(a())\n    u = asyncio.create_task(b(t))";
    let source = format!(
        "import asyncio\nasync def a(): pass\nasync def b(t): pass\nasync def main():\n    {needs}\n"
    );
    assert!(matches!(
        move_to(&source, at(&source, "b(t))"), at(&source, "a())")),
        Err(Refusal::NeedsName { .. })
    ));
}

#[test]
fn a_task_is_cancelled_after_a_while() {
    let cancel = |source: &str| cancel_after(source, source.rfind("a()").unwrap_or(0), 1.0);
    assert_eq!(
        main_after("await asyncio.gather(a(), b())", cancel),
        "a_task = asyncio.create_task(a())\n    b_task = asyncio.create_task(b())\n    \
         await asyncio.sleep(1)\n    a_task.cancel()\n    await asyncio.gather(a_task, b_task)"
    );
    let named = after(NAMED, cancel_after(NAMED, at(NAMED, "work(1)"), 0.5));
    assert!(named.contains("work(2))\n    await asyncio.sleep(0.5)\n    first.cancel()\n    await first\n"));
}

#[test]
fn what_is_made_in_a_loop_or_never_started_is_refused() {
    let looped = |source: &str| duplicate(source, source.rfind("a()").unwrap_or(0)).err();
    let program =
        |body: &str| format!("import asyncio\nasync def a(): pass\nasync def main():\n    {body}\n");
    assert_eq!(
        looped(&program("await asyncio.gather(*[a() for _ in range(3)])")),
        Some(Refusal::MadeInLoop { line: 4 })
    );
    assert_eq!(looped(&program("work = a()")), Some(Refusal::NotATask));
    assert_eq!(looped(&program("helper(a())")), Some(Refusal::NotATask));
}
