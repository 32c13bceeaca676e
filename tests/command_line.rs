//! The command line as a course's build uses it: links there and back, and scenarios checked.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a command did.
#[derive(Debug)]
struct Done {
    status: i32,
    out: String,
    err: String,
}

fn interleave(arguments: &[&str], input: &str) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("it has an input").write_all(input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    let status = output.status.code().expect("it is not killed");
    Done { status, out: text(output.stdout), err: text(output.stderr) }
}

/// A program in a file of its own.
fn file(name: &str, code: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, code).expect("it can be written");
    path.to_str().expect("a plain path").to_owned()
}

#[test]
fn a_program_becomes_a_link_and_is_itself_again() {
    let code = "# title: Né\n# seed: 3\nprint('你好')\r\n\tx";
    let made = interleave(&["link", "-", "--page", "https://example.org/a/#old"], code);
    assert_eq!(made.status, 0, "{made:?}");
    let link = made.out.trim();
    assert!(link.starts_with("https://example.org/a/#s1.d."), "{link}");
    let back = interleave(&["source", link], "");
    assert_eq!((back.status, back.out.as_str(), back.err.as_str()), (0, code, "title: \"Né\"\nseed: 3\n"));
    assert_eq!(interleave(&["source", "-"], &format!("{link}&t=1\n")).out, code);
    assert_eq!(
        interleave(&["link", "-", "--seed", "3", "--title", "Né", "--page", "https://example.org/a/"], code)
            .out
            .trim(),
        link
    );
}

#[test]
fn what_is_no_link_is_refused() {
    for link in ["", "https://example.org/", "#s1.d.AAAA", "#s9.d.AA", "#t=1"] {
        let done = interleave(&["source", link], "");
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{link}");
        assert!(done.err.starts_with("interleave: ") && done.err.ends_with(".\n"), "{}", done.err);
    }
}

#[test]
fn programs_are_checked_against_what_they_say() {
    let good = file("good.py", "# seed: 1\nprint(1)  # one\nprint()\n# expect: 1\n# expect:\n");
    let silent = file("silent.py", "print('anything')\n");
    let raises = file("raises.py", "# exit: 1\nraise ValueError\n");
    let all = interleave(&["check", &good, &silent, &raises], "");
    assert_eq!(all.status, 0, "{}", all.out);
    assert!(all.out.ends_with("3 passed, 0 failed\n"), "{}", all.out);
}

#[test]
fn what_is_wrong_with_a_program_is_told() {
    let cases = [
        ("print(1)\n# expect: 2\n", "line 1: expected \"2\", printed \"1\""),
        ("# expect: 2\n", "line 1: expected \"2\", printed nothing"),
        ("print(1)\nprint(2)\n# expect: 1\n", "line 2: expected nothing, printed \"2\""),
        ("raise ValueError\n", "exit status 1"),
        ("# exit: 1\nprint(1)\n", "exit status 0"),
        ("# exit: 1\nwhile True: pass\n", "budget of instructions"),
        ("# exit: x\n", "`# exit: x` needs a number"),
        ("def\n", "SyntaxError: invalid syntax"),
    ];
    for (place, (code, wrong)) in cases.into_iter().enumerate() {
        let done = interleave(&["check", &file(&format!("wrong{place}.py"), code)], "");
        assert_eq!(done.status, 1, "{code}");
        assert!(
            done.out.contains(wrong) && done.out.ends_with("0 passed, 1 failed\n"),
            "{code}: {}",
            done.out
        );
    }
    assert_eq!(interleave(&["check", "nowhere.py"], "").status, 1);
    assert_eq!(interleave(&["check"], "").status, 2);
}

#[test]
fn a_timeline_is_drawn() {
    let code =
        "# title: A & B\nimport asyncio\nasync def a():\n    await asyncio.sleep(1)\nasyncio.run(a())\n";
    for theme in ["light", "dark", "print"] {
        let done = interleave(&["svg", "-", "--theme", theme], code);
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert!(
            done.out.starts_with("<svg ") && done.out.contains("A &amp; B") && done.out.contains("sleep 1 s")
        );
    }
    assert_eq!(interleave(&["svg", "-"], "def\n").status, 2);
}
