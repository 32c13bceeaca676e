//! Programs as people write them, for the tests: what stands in `main`.

/// The functions that every sample has, and the end.
const HEAD: &str = "import asyncio


async def work(name, seconds):
    print(name, \"starts\")
    await asyncio.sleep(seconds)
    print(name, \"ends\")
    return name


async def fail(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(name)


async def main():
";
const TAIL: &str = "

asyncio.run(main())
";

/// A whole program with this body of `main`.
pub fn program(body: &str) -> String {
    format!("{HEAD}{body}{TAIL}")
}

/// The body of `main` in a program that [`program`] made, or that was made of one.
pub fn body(program: &str) -> &str {
    let start = program.find("async def main():\n").map_or(0, |at| at + "async def main():\n".len());
    program.get(start..).and_then(|rest| rest.strip_suffix(TAIL)).unwrap_or("")
}

/// Name, the way it awaits, the body of `main`. All can be rewritten in every way.
pub const REWRITABLE: &[(&str, &str, &str)] = &[
    (
        "append_tasks",
        "gather",
        r#"    tasks = []
    for i in range(3):
        tasks.append(asyncio.create_task(work(f"w{i}", i)))
    results = await asyncio.gather(*tasks)
    print(results)
"#,
    ),
    (
        "attr",
        "gather",
        r#"    class Box: pass
    box = Box()
    box.items = await asyncio.gather(work("A", 1), work("B", 2))
    print(box.items)
"#,
    ),
    (
        "await_list",
        "create_task",
        r#"    tasks = [asyncio.create_task(work(str(i), i)) for i in range(3)]
    for task in tasks:
        await task
    print("end")
"#,
    ),
    (
        "background",
        "gather",
        r#"    t = asyncio.create_task(work("bg", 3))
    r = await asyncio.gather(work("t", 1), work("B", 2))
    print(r)
"#,
    ),
    (
        "clash",
        "gather",
        r#"    tasks, done = "tasks", "done"
    results = await asyncio.gather(work(tasks, 1), work(done, 2))
    print(tasks, done, results)
"#,
    ),
    (
        "comments",
        "gather",
        r#"    # before
    results = await asyncio.gather(
        work("A", 2),  # the slow one
        # and now
        work("B", 1),
        # at the end
    )  # after
    print(results)
"#,
    ),
    (
        "completed",
        "as_completed",
        r#"    for c in asyncio.as_completed([work("A", 2), work("B", 1)]):
        result = await c
        print("got", result)
    print("end")
"#,
    ),
    (
        "completed_fail",
        "as_completed",
        r#"    results = []
    for c in asyncio.as_completed([work("A", 2), fail("B", 1)]):
        try:
            results.append(await c)
        except Exception as error:
            results.append(error)
    print(results)
"#,
    ),
    (
        "completed_print",
        "as_completed",
        r#"    tasks = [asyncio.ensure_future(work(f"w{x}", x)) for x in (4, 1, 2)]
    for task in asyncio.as_completed(tasks):
        print("got", await task)
"#,
    ),
    (
        "group",
        "task_group",
        r#"    async with asyncio.TaskGroup() as tg:
        tg.create_task(work("A", 2))
        tg.create_task(work("B", 1))
    print("end")
"#,
    ),
    (
        "group_loop",
        "task_group",
        r#"    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(work(f"w{i}", i))
"#,
    ),
    (
        "in_if",
        "gather",
        r#"    if True:
        results = await asyncio.gather(work("A", 2), work("B", 1))
        print(results)
    else:
        results = None
"#,
    ),
    (
        "list_fail",
        "gather_return_exceptions",
        r#"    results = await asyncio.gather(work("A", 2), fail("B", 1), work("C", 3), return_exceptions=True)
    for result in results:
        print(repr(result))
"#,
    ),
    (
        "loop_over",
        "gather",
        r#"    for result in await asyncio.gather(work("A", 2), work("B", 1)):
        print("got", result)
"#,
    ),
    (
        "mixed_await",
        "create_task",
        r#"    t1 = asyncio.create_task(work("A", 2))
    t2 = asyncio.create_task(work("B", 1))
    x = await t1
    await t2
    print(x)
"#,
    ),
    (
        "named_tasks",
        "create_task",
        r#"    t1 = asyncio.create_task(work("A", 2), name="alpha")
    t2 = asyncio.create_task(work("B", 1), name="beta")
    await t1
    await t2
    print("end")
"#,
    ),
    (
        "one_child",
        "gather",
        r#"    x, = await asyncio.gather(work("A", 1))
    print(x)
"#,
    ),
    (
        "plain",
        "gather",
        r#"    await asyncio.gather(work("A", 2), work("B", 1))
    print("after")
"#,
    ),
    (
        "printed",
        "gather",
        r#"    print(await asyncio.gather(work("A", 2), work("B", 1)), "done")
"#,
    ),
    (
        "returned",
        "gather",
        r#"    return await asyncio.gather(work("A", 2), work("B", 1))
"#,
    ),
    (
        "sleeps",
        "gather",
        r#"    await asyncio.gather(asyncio.sleep(1, "x"), asyncio.sleep(2, "y"))
"#,
    ),
    (
        "star_comp",
        "gather",
        r#"    results = await asyncio.gather(*[work(f"w{i}", i) for i in range(3)])
    print(results)
"#,
    ),
    (
        "star_coros",
        "gather",
        r#"    coros = [work("A", 2), work("B", 1)]
    results = await asyncio.gather(*coros)
    print(results)
"#,
    ),
    (
        "star_gen",
        "gather",
        r#"    await asyncio.gather(*(work(f"w{i}", 3 - i) for i in range(3)))
"#,
    ),
    (
        "star_tasks",
        "gather",
        r#"    tasks = [asyncio.create_task(work("A", 2)), asyncio.create_task(work("B", 1))]
    print("created")
    results = await asyncio.gather(*tasks)
    print(results)
"#,
    ),
    (
        "taskless_wait",
        "wait_all_completed",
        r#"    await asyncio.wait([asyncio.create_task(work("A", 1)), asyncio.create_task(work("B", 2))])
"#,
    ),
    (
        "tasks_apart",
        "create_task",
        r#"    t1 = asyncio.create_task(work("A", 2))
    t2 = asyncio.create_task(work("B", 1))
    print("created")
    x = await t1
    y = await t2
    print(x, y)
"#,
    ),
    (
        "turn",
        "in_turn",
        r#"    await work("A", 2)
    await work("B", 1)
"#,
    ),
    (
        "turn_loop",
        "in_turn",
        r#"    for i in range(3):
        await work(f"w{i}", 1)
    print("end")
"#,
    ),
    (
        "turn_names",
        "in_turn",
        r#"    a = await work("A", 2)
    b = await work("B", 1)
    print(a, b)
"#,
    ),
    (
        "turn_single",
        "in_turn",
        r#"    result = await work("A", 1)
    print(result)
"#,
    ),
    (
        "unpack",
        "gather",
        r#"    a, b = await asyncio.gather(work("A", 2), work("B", 1))
    print(a, b)
"#,
    ),
    (
        "unpack_fail",
        "gather",
        r#"    try:
        a, b = await asyncio.gather(work("A", 2), fail("B", 1))
        print(a, b)
    except* ValueError as e:
        print("failed", e)
"#,
    ),
];

/// Name, the way it awaits, the ways that are refused, the body of `main`.
pub const PARTLY_REWRITABLE: &[(&str, &str, &[&str], &str)] = &[
    (
        "group_list",
        "task_group",
        &["wait_first_completed", "in_turn"],
        r#"    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(work(f"w{i}", i)) for i in range(3)]
    for task in tasks:
        print(task.result())
"#,
    ),
    (
        "group_named",
        "task_group",
        &["wait_first_completed", "in_turn"],
        r#"    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(work("A", 2))
        t2 = tg.create_task(work("B", 1))
    print(t1.result(), t2.result())
"#,
    ),
    (
        "mixed_star",
        "gather",
        &["task_group"],
        r#"    rest = [work("B", 2), work("C", 1)]
    print(await asyncio.gather(work("A", 1), *rest))
"#,
    ),
    (
        "same_line",
        "gather",
        &[
            "wait_all_completed",
            "wait_first_completed",
            "wait_first_exception",
            "as_completed",
            "task_group",
            "create_task",
            "in_turn",
        ],
        r#"    print("x"); await asyncio.gather(work("A", 1), work("B", 2)); print("y")
"#,
    ),
    (
        "tasks_used",
        "gather",
        &["wait_first_completed", "in_turn"],
        r#"    t1 = asyncio.create_task(work("A", 2))
    t2 = asyncio.create_task(work("B", 1))
    await asyncio.gather(t1, t2)
    print(t1.result(), t2.result())
"#,
    ),
    (
        "wait_fail",
        "wait_first_exception",
        &["in_turn"],
        r#"    tasks = {asyncio.create_task(work("A", 2)), asyncio.create_task(fail("B", 1))}
    done, _ = await asyncio.wait(tasks, return_when="FIRST_EXCEPTION")
    for task in done:
        print(task.exception())
"#,
    ),
    (
        "wait_first",
        "wait_first_completed",
        &["in_turn"],
        r#"    tasks = [asyncio.create_task(work("A", 2)), asyncio.create_task(work("B", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print("done:", task.result())
    for task in pending:
        task.cancel()
    print(len(pending))
"#,
    ),
    (
        "wait_timeout",
        "wait_all_completed",
        &["gather", "gather_return_exceptions", "task_group", "create_task", "in_turn"],
        r#"    tasks = [asyncio.create_task(work("A", 2)), asyncio.create_task(work("B", 1))]
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(len(done), len(pending))
"#,
    ),
];
