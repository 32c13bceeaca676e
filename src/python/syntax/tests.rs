use super::mistakes::MISTAKES;
use super::*;
use proptest::prelude::*;

#[test]
fn mistakes_are_told_as_cpython_tells_them() {
    for (source, line, class, message) in MISTAKES {
        let error = parse(source).expect_err(source);
        let told = (error.line, error.kind.name(), error.message.as_str());
        assert_eq!(told, (*line, *class, *message), "{source}");
    }
}

#[test]
fn what_python_takes_is_taken() {
    let programs = [
        "async def f():\n    return [await x async for x in y if await z]\n",
        "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n",
        "def f():\n    return (await x for x in y)\n",
        "class A:\n    x = [y for y in range(3)]\n    def f(self): return lambda: (yield)\n",
        "for x in y:\n    while z:\n        break\n    else:\n        continue\n",
        "match x:\n    case [a, *_] | {'a': a}: pass\n    case _: pass\n",
        "print(f'{x!r:>{width}} {y=}' 'a' \"b\")\n",
        "try:\n    pass\nexcept* (A, B) as e:\n    pass\n",
        "if 1:\n\tif 2:\n\t    x\n",
        "def f(a, /, b=1, *, c, **k): global d; d = 1\n",
        "x = 1if y else 2\n",
    ];
    for program in programs {
        assert_eq!(parse(program).err(), None, "{program}");
    }
}

#[test]
fn a_place_is_told_in_lines_and_characters() {
    let error = parse("é = 1\r\nü = (1 +\r\n").unwrap_err();
    assert_eq!((error.line, error.column, error.message.as_str()), (2, 5, "'(' was never closed"));
}

#[test]
fn a_null_byte_is_refused_wherever_it_is() {
    assert_eq!(parse("# \0").unwrap_err().message, "source code cannot contain null bytes");
}

/// Parsing, checking and dropping what just passes the guard must fit into a small stack.
#[test]
fn what_the_guard_lets_through_needs_little_stack() {
    let links = [
        "(",
        "[",
        "{1: ",
        "-",
        "not ",
        "lambda: ",
        "f(",
        "a.",
        "a + ",
        "2 ** ",
        "x if y else ",
        "f'{",
        "a[0][",
    ];
    let longest = |link: &str| {
        let program = |count: usize| link.repeat(count);
        (1..600).rev().map(program).find(|source| nesting::check(source).is_ok()).unwrap_or_default()
    };
    let programs: Vec<String> = links.iter().map(|link| longest(link)).collect();
    let parse_all = move || programs.iter().filter(|program| parse(program).is_ok()).count();
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(parse_all).unwrap();
    assert_eq!(thread.join().unwrap(), 0, "they all break off");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_a_program_or_has_an_error_in_it(
        source in prop_oneof![
            any::<String>(),
            "[ \t\r\n'\"f{}()\\[\\]#@é😀a1.:=,\\\\!]{0,40}",
            prop::collection::vec(prop::sample::select(PIECES), 0..20).prop_map(|pieces| pieces.concat()),
        ],
    ) {
        if let Err(error) = parse(&source) {
            prop_assert!(source.get(std::ops::Range::from(error.range)).is_some());
            prop_assert!(!error.message.is_empty() && error.line > 0 && error.column > 0);
        }
    }
}

const PIECES: &[&str] = &[
    "def f(",
    "a",
    ", ",
    "*",
    "**",
    "=",
    ")",
    ":",
    "\n    ",
    "\n",
    "if ",
    "else",
    "try:",
    "except",
    "class A",
    "(",
    "[",
    "]",
    "{",
    "}",
    "f'",
    "'",
    "\"\"\"",
    "{x",
    "!r",
    "lambda ",
    "await ",
    "async ",
    "for ",
    " in ",
    "yield ",
    "global ",
    "nonlocal ",
    "return ",
    "break",
    "match x:",
    "case ",
    "import ",
    "from ",
    "1",
    "0x",
    "1e",
    "\\",
    "\t",
    "é",
    "print ",
    "with ",
    " as ",
    "del ",
    ":=",
    "->",
    "@",
    "# c\n",
    "not ",
    "\\x",
    "raise ",
    "None",
    "True",
    "x.y",
    "...",
];
