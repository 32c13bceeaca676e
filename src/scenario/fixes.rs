//! Mends of classic mistakes, as edits of the text: each finds its place by the line, and says nothing where the
//! text is not as expected.

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, Stmt, StmtTry};
use ruff_text_size::Ranged;

use super::combinators::{self, Combinator};
use super::edit::{Edits, TextEdit};
use crate::python::syntax;

/// `work()` at this line becomes `await work()`, where that is a statement of an async function.
pub fn await_call(source: &str, line: u32) -> Option<Edits> {
    let at = call_statement(source, line, |_| true)?;
    one(TextEdit::insert(at.start, "await "))
}

/// `time.sleep(…)` at this line becomes `await asyncio.sleep(…)`, where that is a statement of an async function.
pub fn sleep_without_blocking(source: &str, line: u32) -> Option<Edits> {
    let is_sleep = |text: &str| text == "time.sleep";
    let at = call_statement(source, line, is_sleep)?;
    let imports = |text: &str| text.lines().any(|line| line.trim() == "import asyncio");
    imports(source).then(|| one(TextEdit::replace(at, "await asyncio.sleep")))?
}

/// The `except` that catches CancelledError around this line raises it again at its end.
pub fn raise_again(source: &str, line: u32) -> Option<Edits> {
    let parsed = syntax::parse(source).ok()?;
    let mut search = Search { source, line, in_async: false, call: None, handler: None };
    search.visit_body(parsed.suite());
    let last = search.handler?;
    let before = source.get(..last.start)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let indentation = source.get(line_start..last.start).filter(|text| text.trim().is_empty())?;
    one(match source.get(last.clone())? {
        "pass" => TextEdit::replace(last, "raise"),
        _ => TextEdit::insert(last.end, format!("\n{indentation}raise")),
    })
}

/// What is awaited in turn is awaited together, and the line where that is; nothing where one needs another's result.
pub fn await_together(source: &str) -> Option<(u32, Edits)> {
    let found = combinators::detect(source).ok()?;
    if found.combinator != Combinator::InTurn || found.obstacle.is_some() || found.children.len() < 2 {
        return None;
    }
    let edits = combinators::rewrite(source, Combinator::Gather).ok()?;
    Some((line_at(source, found.range.start), edits))
}

fn one(edit: TextEdit) -> Option<Edits> {
    Edits::new(vec![edit]).ok()
}

/// The bytes of what is called by the statement at this line.
fn call_statement(source: &str, line: u32, wanted: impl Fn(&str) -> bool) -> Option<std::ops::Range<usize>> {
    let parsed = syntax::parse(source).ok()?;
    let mut search = Search { source, line, in_async: false, call: None, handler: None };
    search.visit_body(parsed.suite());
    search.call.filter(|range| source.get(range.clone()).is_some_and(wanted))
}

fn line_at(source: &str, offset: usize) -> u32 {
    let before = source.get(..offset).unwrap_or(source);
    before.bytes().filter(|&byte| byte == b'\n').count() as u32 + 1
}

/// Goes through the statements, and remembers what is at the line.
struct Search<'a> {
    source: &'a str,
    line: u32,
    in_async: bool,
    call: Option<std::ops::Range<usize>>,
    /// The last statement of the handler.
    handler: Option<std::ops::Range<usize>>,
}

impl Search<'_> {
    fn is_in_body(&self, tried: &StmtTry) -> bool {
        let (Some(first), Some(last)) = (tried.body.first(), tried.body.last()) else { return false };
        let first = line_at(self.source, first.start().to_usize());
        (first..=line_at(self.source, last.end().to_usize())).contains(&self.line)
    }

    fn swallowing(&self, tried: &StmtTry) -> Option<std::ops::Range<usize>> {
        tried.handlers.iter().find_map(|ExceptHandler::ExceptHandler(handler)| {
            let class = handler.type_.as_deref()?;
            let text = self.source.get(std::ops::Range::<usize>::from(class.range()))?;
            let raises = handler.body.iter().any(|stmt| matches!(stmt, Stmt::Raise(_)));
            let last = handler.body.last()?;
            (text.contains("CancelledError") && !raises).then(|| last.range().into())
        })
    }
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                let outer = std::mem::replace(&mut self.in_async, def.is_async);
                walk_stmt(self, stmt);
                self.in_async = outer;
                return;
            }
            Stmt::Expr(statement) if self.in_async => {
                let line = line_at(self.source, stmt.start().to_usize());
                if let (Expr::Call(call), true) = (&*statement.value, line == self.line) {
                    self.call = Some(call.func.range().into());
                }
            }
            Stmt::Try(tried) if self.is_in_body(tried) => {
                self.handler = self.swallowing(tried).or(self.handler.take());
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(source: &str, edits: Option<Edits>) -> String {
        edits.and_then(|edits| edits.apply(source).ok()).unwrap_or_default()
    }

    const WORK: &str = "import asyncio\nimport time\n\nasync def work():\n    time.sleep(1)\n    other()\n\ndef plain():\n    other()\n";

    #[test]
    fn a_forgotten_await_is_put_in() {
        assert_eq!(mended(WORK, await_call(WORK, 6)), WORK.replacen("    other()", "    await other()", 1));
        assert_eq!(await_call(WORK, 9), None);
    }

    #[test]
    fn a_blocking_sleep_becomes_one_of_asyncio() {
        let expected = WORK.replace("time.sleep(1)", "await asyncio.sleep(1)");
        assert_eq!(mended(WORK, sleep_without_blocking(WORK, 5)), expected);
        assert_eq!(sleep_without_blocking(WORK, 6), None);
    }

    #[test]
    fn what_was_caught_is_raised_again() {
        let source = "async def f():\n    try:\n        await g()\n    except asyncio.CancelledError:\n        print(1)\n";
        assert_eq!(
            mended(source, raise_again(source, 3)),
            source.replace("print(1)", "print(1)\n        raise")
        );
        let silent = source.replace("print(1)", "pass");
        assert_eq!(mended(&silent, raise_again(&silent, 3)), source.replace("print(1)", "raise"));
        let raising = source.replace("print(1)", "raise");
        assert_eq!(raise_again(&raising, 3), None);
    }

    #[test]
    fn what_does_not_depend_on_each_other_is_awaited_together() {
        let source = "import asyncio\n\nasync def f():\n    await asyncio.sleep(1)\n\nasync def main():\n    a = await f()\n    b = await f()\n\nasyncio.run(main())\n";
        let (line, edits) = await_together(source).expect("they can be awaited together");
        assert_eq!(line, 7);
        assert!(mended(source, Some(edits)).contains("gather(f(), f())"));
        let dependent = source.replace("b = await f()", "b = await f(a)");
        assert!(await_together(&dependent).is_none());
    }
}
