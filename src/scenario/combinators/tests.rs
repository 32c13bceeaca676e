use super::samples::{PARTLY_REWRITABLE, REWRITABLE, body, program};
use super::*;
use crate::scenario::Scenario;
use proptest::prelude::*;

fn rewritten(source: &str, to: Combinator) -> Result<String, Reason> {
    rewrite(source, to).map(|edits| edits.apply(source).unwrap())
}

fn way(source: &str) -> Combinator {
    detect(source).unwrap().combinator
}

/// What becomes of a `main` with this body.
fn changed(main: &str, to: Combinator) -> String {
    let after = rewritten(&program(main), to).unwrap();
    body(&after).to_owned()
}

fn refused(main: &str) -> Reason {
    let source = program(main);
    let reasons: Vec<_> = Combinator::ALL.iter().map(|to| rewrite(&source, *to).unwrap_err()).collect();
    assert!(reasons.iter().all(|reason| *reason == reasons[0]), "{reasons:?}");
    reasons[0].clone()
}

#[test]
fn the_default_program_is_a_gather() {
    let found = detect(&Scenario::default().code).unwrap();
    assert_eq!(found.combinator, Combinator::Gather);
    assert_eq!(found.function, "main");
    assert_eq!(found.children, [r#"brew("coffee", 2)"#, r#"brew("tea", 1)"#, "toast(2)"]);
    assert_eq!(found.targets, ["breakfast"]);
    assert_eq!(found.obstacle, None);
}

#[test]
fn every_way_of_the_default_program_leads_to_every_other_and_back() {
    let default = Scenario::default().code;
    for from in Combinator::ALL {
        let first = rewritten(&default, from).unwrap();
        assert_eq!(way(&first), from);
        for to in Combinator::ALL {
            let second = rewritten(&first, to).unwrap();
            assert_eq!(way(&second), to, "from {}", from.name());
            let back = rewritten(&second, Combinator::Gather).unwrap();
            assert_eq!(back, *default, "from {} to {}", from.name(), to.name());
        }
    }
}

#[test]
fn every_sample_can_be_written_in_every_way() {
    for (name, from, main) in REWRITABLE {
        let source = program(main);
        assert_eq!(way(&source).name(), *from, "{name}");
        for to in Combinator::ALL {
            let after =
                rewritten(&source, to).unwrap_or_else(|reason| panic!("{name} to {}: {reason}", to.name()));
            assert_eq!(way(&after), to, "{name}:\n{}", body(&after));
            check_surroundings(&source, &after);
        }
    }
}

#[test]
fn what_cannot_be_said_is_refused_and_the_rest_is_not() {
    for (name, from, refusals, main) in PARTLY_REWRITABLE {
        let source = program(main);
        assert_eq!(way(&source).name(), *from, "{name}");
        for to in Combinator::ALL {
            match rewritten(&source, to) {
                Ok(after) => {
                    assert!(!refusals.contains(&to.name()), "{name} to {}:\n{}", to.name(), body(&after));
                    assert_eq!(way(&after), to, "{name}:\n{}", body(&after));
                    check_surroundings(&source, &after);
                }
                Err(reason) => assert!(refusals.contains(&to.name()), "{name} to {}: {reason}", to.name()),
            }
        }
    }
}

/// All but the body of `main` is as it was.
fn check_surroundings(before: &str, after: &str) {
    assert_eq!(before.replacen(body(before), "", 1), after.replacen(body(after), "", 1));
}

#[test]
fn going_to_another_way_and_back_gives_the_same_text() {
    let names = [
        "plain",
        "unpack",
        "unpack_fail",
        "printed",
        "returned",
        "star_gen",
        "turn",
        "turn_loop",
        "group",
        "clash",
    ];
    for (name, from, main) in REWRITABLE.iter().filter(|(name, ..)| names.contains(name)) {
        let source = program(main);
        for to in Combinator::ALL.into_iter().filter(|to| *to != Combinator::AsCompleted) {
            let there = rewritten(&source, to).unwrap();
            let back = rewritten(&there, Combinator::from_name(from).unwrap()).unwrap();
            assert_eq!(body(&back), *main, "{name} to {} and back", to.name());
        }
    }
}

#[test]
fn results_in_variables_stay_in_variables() {
    let main = "    a, b = await asyncio.gather(work(1), work(2))\n";
    assert_eq!(
        changed(main, Combinator::WaitFirstCompleted),
        "    tasks = [asyncio.create_task(work(1)), asyncio.create_task(work(2))]
    done, pending = await asyncio.wait(
        tasks,
        return_when=asyncio.FIRST_COMPLETED,
    )
    a, b = [task.result() if task in done else None for task in tasks]
"
    );
    assert_eq!(
        changed(main, Combinator::CreateTask),
        "    task_1 = asyncio.create_task(work(1))
    task_2 = asyncio.create_task(work(2))
    a = await task_1
    b = await task_2
"
    );
    assert_eq!(changed(main, Combinator::InTurn), "    a = await work(1)\n    b = await work(2)\n");
}

#[test]
fn exceptions_stay_values_where_they_can() {
    let main = "    rs = await asyncio.gather(work(1), fail(2), return_exceptions=True)\n";
    assert!(
        changed(main, Combinator::WaitAllCompleted)
            .ends_with("    rs = [task.exception() or task.result() for task in tasks]\n")
    );
    assert_eq!(
        changed(main, Combinator::AsCompleted),
        "    rs = []
    for next_done in asyncio.as_completed([work(1), fail(2)]):
        try:
            rs.append(await next_done)
        except Exception as error:
            rs.append(error)
"
    );
}

#[test]
fn comments_go_with_what_they_stand_at() {
    let main = "    r = await asyncio.gather(
        work(1),  # one
        # and
        work(2),
        # end
    )  # all
";
    assert_eq!(
        changed(main, Combinator::TaskGroup),
        "    # end
    async with asyncio.TaskGroup() as tg:
        tasks = [
            tg.create_task(work(1)),  # one
            # and
            tg.create_task(work(2)),
        ]
    r = [task.result() for task in tasks]  # all
"
    );
}

#[test]
fn a_loop_over_the_results_stays_a_loop() {
    let main = "    for c in asyncio.as_completed([work(1), work(2)]):
        r = await c  # now
        print(r)
";
    assert_eq!(
        changed(main, Combinator::Gather),
        "    for r in await asyncio.gather(work(1), work(2)):\n        print(r)\n"
    );
    let main = "    for r in await asyncio.gather(work(1), work(2)):\n        print(r)\n";
    assert_eq!(
        changed(main, Combinator::AsCompleted),
        "    for next_done in asyncio.as_completed([work(1), work(2)]):
        r = await next_done
        print(r)
"
    );
}

#[test]
fn a_task_that_has_a_name_keeps_it() {
    let main = "    a = asyncio.create_task(work(1), name=\"x\")\n    await a\n";
    assert_eq!(
        changed(main, Combinator::Gather),
        "    await asyncio.gather(asyncio.create_task(work(1), name=\"x\"))\n"
    );
}

#[test]
fn a_small_change_is_made_in_place() {
    let main = "    r = await asyncio.gather(\n      work( 1 ),  # one\n      work(2)\n    )\n";
    let there = changed(main, Combinator::GatherReturnExceptions);
    assert_eq!(there, main.replace("work(2)", "work(2),\n      return_exceptions=True"));
    assert_eq!(changed(&there, Combinator::Gather), main);
}

#[test]
fn imports_are_used_as_they_are() {
    let source = "from asyncio import (\n    run,\n    sleep as nap,\n)\n\nasync def a():\n    await nap(1)\n\n\
                  async def main():\n    x = [await a(), await a()]\n\nrun(main())\n";
    let after = rewritten(source, Combinator::Gather).unwrap();
    assert!(after.contains("    sleep as nap, gather,\n") && after.contains("x = await gather(a(), a())"));

    let source = "import asyncio as aio\n\nasync def a():\n    pass\n\nasync def main():\n    await a()\n";
    assert!(rewritten(source, Combinator::TaskGroup).unwrap().contains("async with aio.TaskGroup() as tg:"));

    let source = "\"\"\"Doc.\"\"\"\nasync def a():\n    pass\n\nasync def main():\n    await a()\n";
    assert!(rewritten(source, Combinator::Gather).unwrap().starts_with("\"\"\"Doc.\"\"\"\nimport asyncio\n"));
}

#[test]
fn tabs_and_line_ends_are_kept() {
    let main = "    a, b = await asyncio.gather(work(1), work(2))\n    print(a)\n";
    let source = program(main).replace("    ", "\t").replace('\n', "\r\n");
    for to in Combinator::ALL {
        let after = rewritten(&source, to).unwrap();
        assert!(!after.contains("    "), "{after}");
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
        assert_eq!(rewritten(&after, Combinator::Gather).unwrap(), source);
    }
}

#[test]
fn every_obstacle_is_told() {
    assert_eq!(refused("    print(1)\n"), Reason::NothingAwaited);
    assert_eq!(refused("    await asyncio.gather()\n"), Reason::NothingAwaited);
    assert_eq!(refused("    x = (await asyncio.gather(work(1))) if x else 1\n"), Reason::Conditional);
    let passed_on = "    print(await asyncio.wait_for(asyncio.gather(work(1)), 1))\n";
    assert_eq!(refused(passed_on), Reason::PassedOn { call: "gather".to_owned() });
    let option = "    await asyncio.gather(work(1), return_exceptions=flag)\n";
    assert_eq!(refused(option), Reason::Option { text: "return_exceptions=flag".to_owned() });
    assert_eq!(
        refused("    a = await work(1)\n    b = await work(a)\n"),
        Reason::NeedsEarlierResult { child: "work(a)".to_owned(), name: "a".to_owned() }
    );
    let group =
        "    async with asyncio.TaskGroup() as tg:\n        tg.create_task(work(1))\n        print(1)\n";
    assert_eq!(refused(group), Reason::GroupDoesMore);
    let completed = "    for c in asyncio.as_completed([work(1)]):\n        print(c, await c)\n";
    assert_eq!(refused(completed), Reason::LoopDoesMore);
    assert_eq!(detect("def f(:\n"), Err(Reason::Syntax { line: 1 }));
}

#[test]
fn a_task_that_others_use_stays_started() {
    let main = "    t = asyncio.create_task(work(1))\n    t.cancel()\n    await asyncio.gather(t)\n";
    let source = program(main);
    let started = Reason::AlreadyStarted { text: "t".to_owned() };
    assert_eq!(rewrite(&source, Combinator::InTurn), Err(started.clone()));
    assert_eq!(rewrite(&source, Combinator::TaskGroup), Err(started));
    let background =
        "    t = asyncio.create_task(work(\"a\", 1))\n    r = await asyncio.gather(work(\"t\", 1))\n";
    assert!(
        changed(background, Combinator::TaskGroup)
            .starts_with("    t = asyncio.create_task(work(\"a\", 1))\n")
    );
}

proptest! {
    #[test]
    fn any_text_is_survived(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25),
        to in prop::sample::select(&Combinator::ALL[..]),
    ) {
        let source = format!("import asyncio\nasync def a(): pass\nasync def main():\n    {}", pieces.concat());
        if let Ok(edits) = rewrite(&source, to) {
            prop_assert!(edits.apply(&source).is_ok());
        }
    }

    #[test]
    fn arbitrary_characters_are_survived(source in any::<String>()) {
        prop_assert!(rewrite(&source, Combinator::Gather).is_err() || detect(&source).is_ok());
    }
}

const PIECES: &[&str] = &[
    "await ",
    "asyncio.",
    "gather(",
    "wait(",
    "as_completed(",
    "a()",
    "a(), ",
    "*",
    "tasks",
    "tasks = ",
    "[",
    "]",
    ")",
    "\n    ",
    "\n        ",
    "for t in ",
    ":",
    "async with asyncio.TaskGroup() as tg:",
    "tg.create_task(",
    "t = ",
    "asyncio.create_task(",
    "if 1:",
    "; ",
    "é, ",
    "# c\n    ",
    "return_exceptions=True",
    "\r\n    ",
    "x, y = ",
    "\\\n",
    "done, pending = ",
    "(",
    "\t",
    "pass",
    "t.result()",
    " for t in tasks",
];
