//! A run can be paused often enough for a page to answer: between two pauses goes little work, whatever the
//! program does. Work is counted in instructions, built-in operations by what they go through.

use interleave::python::{Run, Settings, Status, compile};

/// What the page runs between two looks at the clock.
const FUEL: u32 = 20_000;
/// The most that one operation may do at once.
const AT_ONCE: u64 = 1_500_000;

/// The most work between two pauses of a program, which ends by itself or by its budget.
fn longest_stretch(source: &str) -> u64 {
    let program = compile(source).expect("it is a program");
    let mut run = Run::new(&program, Settings::default());
    let mut longest = 0;
    loop {
        let before = run.spent();
        let status = run.advance(FUEL);
        longest = longest.max(run.spent() - before);
        match status {
            Status::Finished => break,
            Status::Waiting { until } => run.jump(until),
            Status::Stepped | Status::OutOfFuel => {}
        }
    }
    longest
}

fn pauses(source: &str) {
    let longest = longest_stretch(source);
    assert!(longest <= AT_ONCE, "{longest} instructions at once: {source}");
}

#[test]
fn built_in_loops_pause_between_items() {
    pauses("sum(range(10**9))");
    pauses("list(map(abs, range(10**6)))");
    pauses("max(filter(None, range(3 * 10**6)))");
    pauses("all(zip(range(10**7)))");
    pauses("sum(sum(x for x in range(2000)) for y in range(1000))");
}

#[test]
fn long_numbers_pause_between_bits() {
    pauses("pow(3, 10**2000, 10**2000 + 7)");
    pauses("n = 3**50000\nfor _ in range(100000):\n    n * n % 7");
    pauses("n = 3**50000\nfor _ in range(100000):\n    str(n)");
}

#[test]
fn what_goes_through_all_of_something_large_is_charged() {
    for line in [
        "999999 in big",
        "big.count(-1)",
        "big.insert(0, 1)",
        "big.pop(0)",
        "big == other",
        "big + other",
        "big[1:]",
        "sorted(big)",
        "set(big)",
        "repr(big)",
        "text.replace('a', 'b')",
        "'b' in text",
        "text + 'a'",
        "text.upper()",
        "f'{text:>2000000}'",
    ] {
        let setup = "big = list(range(100_000))\nother = list(range(100_000))\ntext = 'a' * 1_000_000\n";
        let program = |line: &str| format!("{setup}for _ in range(20):\n    {line}\n");
        pauses(&program(line));
        let more = spent(&program(line)) - spent(&program("pass"));
        assert!(more > 20 * 1_000, "{} instructions each: {line}", more / 20);
    }
}

/// What a program costs.
fn spent(source: &str) -> u64 {
    let mut run = Run::new(&compile(source).expect("it is a program"), Settings::default());
    run.finish();
    run.spent()
}

#[test]
fn a_regular_expression_that_never_ends_is_given_up() {
    let program = compile("import re\nre.match('(a+)+$', 'a' * 60 + 'b')").expect("it is a program");
    let mut run = Run::new(&program, Settings::default());
    run.finish();
    let error = run.error().expect("it does not end well");
    assert!(error.message.contains("steps for one regular expression"), "{}", error.message);
    assert_eq!(error.line, Some(2));
}
