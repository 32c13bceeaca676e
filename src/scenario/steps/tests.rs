use super::*;

const PROGRAM: &str = r#"import asyncio


async def brew(drink, seconds):
    print(drink)
    # slowly
    await asyncio.sleep(seconds)  # hot
    return drink


async def toast():
    for side in range(2):
        await asyncio.sleep(0.5)
    print("done")


async def main():
    coffee = await asyncio.gather(
        brew("coffee", 2),
        brew("tea", 1),
        toast(),
    )
    print(coffee)


asyncio.run(main())
"#;

pub fn at(source: &str, text: &str) -> usize {
    source.find(text).expect("it is written there")
}

/// The text after a change that can be undone.
#[track_caller]
pub fn after(source: &str, change: Result<Change, Refusal>) -> String {
    let change = change.expect("it can be done");
    let text = change.edits.apply(source).expect("the edits fit");
    let undone = change.edits.inverse(source).expect("they can be undone").apply(&text);
    assert_eq!(undone.as_deref(), Ok(source));
    text
}

/// The lines that only the second text has, each after a `+`, and those that only the first has, after a `-`.
fn difference(before: &str, text: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), text.lines().collect());
    let mut told = String::new();
    let mut at = 0;
    for line in new {
        match old[at..].iter().position(|kept| *kept == line) {
            Some(skipped) if skipped <= 2 => {
                told.extend(old[at..at + skipped].iter().map(|line| format!("-{line}\n")));
                at += skipped + 1;
            }
            _ => told.push_str(&format!("+{line}\n")),
        }
    }
    told.extend(old[at..].iter().map(|line| format!("-{line}\n")));
    told
}

#[track_caller]
fn check(source: &str, change: Result<Change, Refusal>, expected: &str) {
    let text = after(source, change);
    assert_eq!(difference(source, &text), expected);
}

#[test]
fn a_line_is_a_step() {
    let step = step_at(PROGRAM, 7).unwrap();
    assert_eq!((step.kind, step.text.as_str()), (Kind::Sleep, "await asyncio.sleep(seconds)"));
    assert_eq!((step.function.as_deref(), step.depth), (Some("brew"), 0));
    let lines: Vec<_> =
        outline(PROGRAM, "toast").unwrap().iter().map(|step| (step.kind, step.depth)).collect();
    assert_eq!(lines, [(Kind::Repeat, 0), (Kind::Sleep, 1), (Kind::Print, 0)]);
    assert_eq!(step_at(PROGRAM, 2), Err(Refusal::NoStatement));
}

#[test]
fn steps_are_written_where_they_are_wanted() {
    let sleep = at(PROGRAM, "await asyncio.sleep(seconds)");
    let second = NewStep::Sleep { seconds: 0.5 };
    check(PROGRAM, insert(PROGRAM, &Place::Before(sleep), &second), "+    await asyncio.sleep(0.5)\n");
    check(PROGRAM, insert(PROGRAM, &Place::After(sleep), &second), "+    await asyncio.sleep(0.5)\n");
    let last = insert(PROGRAM, &Place::Last("brew".into()), &NewStep::Yield);
    check(PROGRAM, last, "+    await asyncio.sleep(0)\n");
    let blocking =
        after(PROGRAM, insert(PROGRAM, &Place::First("toast".into()), &NewStep::Block { seconds: 1.0 }));
    assert!(blocking.starts_with("import asyncio\nimport time\n\n\n"));
    assert!(blocking.contains("async def toast():\n    time.sleep(1)\n    for side"));
}

#[test]
fn what_is_shared_is_made_once() {
    let text = after(PROGRAM, insert(PROGRAM, &Place::First("toast".into()), &NewStep::SetEvent));
    assert!(text.starts_with("import asyncio\n\nevent = asyncio.Event()\n\n\nasync def brew"));
    let sleep = at(&text, "await asyncio.sleep(seconds)");
    check(&text, insert(&text, &Place::Before(sleep), &NewStep::WaitEvent), "+    await event.wait()\n");
    let lock = insert(&text, &Place::Before(sleep), &NewStep::Lock);
    let there = after(&text, lock);
    assert!(
        there.starts_with(
            "import asyncio\n\nevent = asyncio.Event()\nlock = asyncio.Lock()\n\n\nasync def brew"
        )
    );
    assert!(there.contains("    async with lock:\n        await asyncio.sleep(1)\n    # slowly\n"));
}

#[test]
fn statements_move_as_the_lines_go() {
    let print = at(PROGRAM, "print(\"done\")");
    let inside = after(PROGRAM, shift(PROGRAM, print, Direction::Up));
    assert!(inside.contains("        await asyncio.sleep(0.5)\n        print(\"done\")\n"));
    let back = after(&inside, shift(&inside, at(&inside, "print(\"done\")"), Direction::Down));
    assert_eq!(back, PROGRAM);
    let sleep = at(PROGRAM, "await asyncio.sleep(0.5)");
    let out = after(PROGRAM, shift(PROGRAM, sleep, Direction::Up));
    assert!(out.contains("    await asyncio.sleep(0.5)\n    for side in range(2):\n        pass\n    print"));
    let returned = at(PROGRAM, "return drink");
    assert_eq!(shift(PROGRAM, returned, Direction::Down), Err(Refusal::AtTheEdge));
    let used = at(PROGRAM, "print(coffee)");
    assert!(matches!(shift(PROGRAM, used, Direction::Up), Err(Refusal::NeedsName { .. })));
    let with_comment =
        after(PROGRAM, shift(PROGRAM, at(PROGRAM, "await asyncio.sleep(seconds)"), Direction::Up));
    assert!(
        with_comment.contains("    # slowly\n    await asyncio.sleep(seconds)  # hot\n    print(drink)\n")
    );
}

#[test]
fn statements_are_taken_away_and_blocks_are_never_empty() {
    check(PROGRAM, delete(PROGRAM, at(PROGRAM, "print(drink)")), "-    print(drink)\n");
    let emptied = after(PROGRAM, delete(PROGRAM, at(PROGRAM, "await asyncio.sleep(0.5)")));
    assert!(emptied.contains("range(2):\n        pass\n    print"));
    let filled = insert(&emptied, &Place::Before(at(&emptied, "pass")), &NewStep::Yield);
    assert!(after(&emptied, filled).contains("range(2):\n        await asyncio.sleep(0)\n    print"));
    let kept = after(PROGRAM, delete(PROGRAM, at(PROGRAM, "coffee = await")));
    assert!(kept.contains("    coffee = None\n"));
}

#[test]
fn blocks_go_around_statements_and_off_again() {
    let sleep = at(PROGRAM, "await asyncio.sleep(seconds)");
    let tried = after(PROGRAM, wrap(PROGRAM, sleep, &NewStep::Try));
    assert!(tried.contains("    try:\n        # slowly\n        await asyncio.sleep(seconds)  # hot\n    except Exception as error:\n"));
    let limited = after(PROGRAM, wrap(PROGRAM, sleep, &NewStep::Timeout { seconds: 1.0 }));
    assert_eq!(after(&limited, unwrap(&limited, at(&limited, "async with"))), PROGRAM);
    let changed =
        after(&limited, replace(&limited, at(&limited, "async with"), &NewStep::Repeat { times: 3 }));
    assert!(changed.contains("    for turn in range(3):\n        # slowly\n"));
}

#[test]
fn a_task_that_is_awaited_elsewhere_gets_a_name() {
    let call = at(PROGRAM, "brew(\"tea\", 1)");
    let text = after(PROGRAM, insert(PROGRAM, &Place::First("toast".into()), &NewStep::AwaitTask { call }));
    assert!(text.contains("async def toast():\n    await tea\n"));
    assert!(text.contains(
        "async def main():\n    global tea\n    coffee_2 = asyncio.create_task(brew(\"coffee\", 2))\n    \
         tea = asyncio.create_task(brew(\"tea\", 1))\n    coffee = await asyncio.gather(\n        coffee_2,\n        tea,\n"
    ));
    let itself = insert(PROGRAM, &Place::First("brew".into()), &NewStep::AwaitTask { call });
    assert_eq!(itself, Err(Refusal::AwaitsItself { function: "brew".into() }));
    let early = insert(PROGRAM, &Place::First("main".into()), &NewStep::CancelTask { call });
    assert_eq!(early, Err(Refusal::NotYetMade { line: 20 }));
}

#[test]
fn a_task_gets_a_function_of_its_own() {
    let text = after(PROGRAM, own_function(PROGRAM, at(PROGRAM, "brew(\"tea\", 1)")));
    assert!(text.contains("        brew_tea(\"tea\", 1),\n"));
    assert!(text.contains(
        "    return drink\n\n\nasync def brew_tea(drink, seconds):\n    print(drink)\n    # slowly\n"
    ));
}

#[test]
fn statements_that_share_a_line_are_taken_apart() {
    let source = "import asyncio\nasync def f():\n    a = 1; print(a); await asyncio.sleep(a)  # long\n    if a: print(2); print(3)\n";
    let gone = after(source, delete(source, at(source, "print(a)")));
    assert!(
        gone.contains("f():\n    a = 1\n    await asyncio.sleep(a)  # long\n    if a: print(2); print(3)\n")
    );
    let twice = after(source, duplicate(source, at(source, "print(a)")));
    assert!(twice.contains("    print(a)\n    print(a)\n    await asyncio.sleep(a)  # long\n"));
    let inner = after(source, insert(source, &Place::After(at(source, "print(2)")), &NewStep::Yield));
    assert!(
        inner.contains("    if a:\n        print(2)\n        await asyncio.sleep(0)\n        print(3)\n")
    );
    assert!(inner.contains("    a = 1; print(a); await"));
}
