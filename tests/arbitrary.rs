//! No text whatever may panic, hang or run out of memory: what strangers write is compiled, and run
//! within a small budget, as the page does it.

#![cfg(not(target_arch = "wasm32"))]

use interleave::python::{Budget, Run, Settings, Status, compile};
use interleave::trace::json;
use proptest::prelude::*;

/// Pieces that programs are made of: soup of these gets past the parser now and then.
const PIECES: &[&str] = &[
    "import asyncio\n",
    "async def main():\n",
    "def f(x, y=1, *args, **kw):\n",
    "    ",
    "        ",
    "\n",
    "await ",
    "asyncio.sleep(1)",
    "asyncio.gather(",
    "asyncio.run(main())\n",
    "return ",
    "yield ",
    "yield from ",
    "raise ",
    "try:\n",
    "except ValueError as e:\n",
    "finally:\n",
    "else:\n",
    "while True:\n",
    "for i in range(3):\n",
    "if x:\n",
    "with open():\n",
    "async with a:\n",
    "async for i in a:\n",
    "class A(B):\n",
    "lambda x: ",
    "x = ",
    "y += ",
    "print(",
    "f'{x!r:>{y}}'",
    "'a' * 10",
    "10 ** 100",
    "1 / 0",
    "[x for x in y]",
    "{**a, 'b': 2}",
    "{1, 2}",
    "(*a, b)",
    "x[1:2]",
    "x.y",
    ")",
    "]",
    "}",
    ",",
    ":",
    "=",
    "==",
    " in ",
    " is not ",
    " and ",
    "not ",
    "-",
    "~",
    "*",
    "global x\n",
    "nonlocal y\n",
    "del x\n",
    "assert x, y\n",
    "pass\n",
    "break\n",
    "continue\n",
    "match x:\n",
    "case [a, *b]:\n",
    "case {'k': v, **r}:\n",
    "case A(x=1) | None:\n",
    "@f\n",
    "super().__init__()",
    "__class__",
    "'\\N{BULLET}'",
    "0x_1",
    "1_000.5e3",
    "b'\\xff'",
    "中文",
    "\u{0}",
    "\t",
    "\r\n",
    "\\\n",
    "# c\n",
    "\"\"\"",
    "asyncio.wait([",
    "range(10**9)",
    "'%s %d' % (1,)",
    "sorted(x, key=f)",
    "type('T', (), {})",
    "e.__traceback__",
    "asyncio.create_task(main())",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn survives(source: &str) {
    let Ok(program) = compile(source) else { return };
    let budget = Budget { instructions: 20_000, events: 2_000, output: 1 << 16, object: 1 << 20 };
    let mut run = Run::new(&program, Settings { seed: Some(1), budget });
    loop {
        match run.advance(1_000) {
            Status::Waiting { until } => run.jump(until),
            Status::Finished => break,
            Status::Stepped | Status::OutOfFuel => {}
        }
    }
    let told = json::lines(&run.trace());
    assert!(told.ends_with("}\n"), "a run ends by saying so");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text(source in "\\PC{0,80}") {
        survives(&source);
    }

    #[test]
    fn any_soup_of_python(source in soup()) {
        survives(&source);
    }
}

#[test]
fn a_built_in_loop_without_end_is_stopped() {
    for source in
        ["5.5 in range(10**15)", "sum(range(10**15))", "all(iter(int, 1))", "max(map(abs, iter(bool, 1)))"]
    {
        survives(source);
    }
}
