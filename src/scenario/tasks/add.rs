//! One more task.

use super::list::List;
use super::remove::keyword_and_comma;
use super::written::{Form, Use, Written, copied};
use crate::scenario::combinators::{self, Combinator};
use crate::scenario::edit::{Edits, TextEdit};
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::document::{Document, with_document};
use crate::scenario::steps::place::beyond;
use crate::scenario::steps::tree::Node;
use crate::scenario::steps::write::quoted;
use crate::scenario::steps::{Change, Mark, Place, calls, place};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::Ranged;

pub fn added(source: &str, after: Option<usize>) -> Result<Change, Refusal> {
    if after.is_none()
        && let Some(gathered) = gathered(source)
    {
        // One that is awaited alone, and another after it, would be no two tasks.
        let change = with_document(&gathered, |document| with_function(document, None))?;
        let text = change.edits.apply(&gathered).map_err(|_| Refusal::Unwritable)?;
        return Ok(Change { edits: Edits::between(source, &text), at: change.at });
    }
    with_document(source, |document| with_function(document, after))
}

/// The program with the one coroutine that it awaits in a gather.
fn gathered(source: &str) -> Option<String> {
    let found = combinators::detect(source).ok()?;
    let is_alone = found.combinator == Combinator::InTurn && found.children.len() == 1;
    let edits = combinators::rewrite(source, Combinator::Gather).ok().filter(|_| is_alone)?;
    edits.apply(source).ok()
}

fn with_function(document: &Document<'_>, after: Option<usize>) -> Result<Change, Refusal> {
    let name = document.fresh("task");
    let call = format!("{name}()");
    let mut missing = Vec::new();
    let site = match after {
        Some(call) => Some(call),
        None => last_task(document),
    };
    let (mut edits, node) = match site {
        Some(sibling) => {
            let written = Written::of(document, sibling)?;
            (beside(document, &written, Some(&call))?.0, written.made.node)
        }
        None => awaited_alone(document, &call, &mut missing)?,
    };
    let sleep = document.program.imports.spell("sleep", &mut missing);
    edits.extend(document.program.imports.add(&missing, document.newline));
    let (newline, unit) = (document.newline, document.unit());
    let outermost = outermost(document, node);
    let start = document.tree.range(outermost).start;
    let lines = document.with_comments_above(start..document.next_line(start));
    let function = format!("async def {name}():{newline}{unit}await {sleep}(1){newline}{newline}{newline}");
    edits.push(TextEdit::insert(lines.start, function));
    let into = "async def ".len();
    document.change(edits, Mark::new(lines.start, into))
}

/// The statement of the module that this one is in.
fn outermost(document: &Document<'_>, node: Node) -> Node {
    std::iter::successors(Some(node), |node| document.tree.owner(*node)).last().unwrap_or(node)
}

/// The last call that makes a task, in the function whose tasks are awaited, or in any.
fn last_task(document: &Document<'_>) -> Option<usize> {
    let mut calls = Calls::default();
    document.program.functions.iter().for_each(|function| calls.visit_body(&function.def.body));
    let own = |call: &&ExprCall| document.program.is_coroutine_function(calls::function_name(call));
    let is_task = |at: &usize| {
        let written = Written::of(document, *at);
        written.is_ok_and(|written| written.start.is_some() || matches!(written.form, Form::Element { .. }))
    };
    let starts = || {
        calls.0.iter().filter_map(|expr| expr.as_call_expr()).filter(own).map(|call| call.start().to_usize())
    };
    let found = combinators::detect(document.source).ok();
    let in_site = |at: &usize| {
        let name = document.program.function_at(*at).map(|function| function.def.name.as_str());
        found.as_ref().is_some_and(|found| name == Some(&found.function))
    };
    let in_turn = || {
        let found = found.as_ref().filter(|found| found.combinator == Combinator::InTurn)?;
        starts().rev().filter(|at| found.range.contains(at)).find(|at| Written::of(document, *at).is_ok())
    };
    starts()
        .rev()
        .find(|at| in_site(at) && is_task(at))
        .or_else(|| starts().rev().find(is_task))
        .or_else(in_turn)
}

/// Where the program starts no task: into a gather without any, or as a gather at the end of what is run.
fn awaited_alone(
    document: &Document<'_>,
    call: &str,
    missing: &mut Vec<String>,
) -> Result<(Vec<TextEdit>, Node), Refusal> {
    let program = &document.program;
    let entry =
        program.functions.iter().find(|function| program.is_entry(function)).ok_or(Refusal::NoEntry)?;
    let name = entry.def.name.as_str();
    let mut calls = Calls::default();
    calls.visit_body(&entry.def.body);
    let empty = calls.0.into_iter().find(|expr| {
        let call = expr.as_call_expr();
        call.is_some_and(|call| {
            call.arguments.args.is_empty() && program.imports.resolve(&call.func) == Some("gather")
        })
    });
    if let Some(list) = empty.and_then(|gather| List::of(document, gather)) {
        let node = document.tree.around(entry.def.start().to_usize()).ok_or(Refusal::NoEntry)?;
        return Ok((list.insert_after(None, call)?.0, node));
    }
    let spot = place::spot(document, &Place::Last(name.to_owned()))?;
    let unit = document.unit();
    let gather = program.imports.spell("gather", missing);
    let lines = [format!("await {gather}("), format!("{unit}{call},"), ")".to_owned()];
    Ok((vec![spot.edit(document, &lines).0], spot.site().neighbour))
}

/// The calls in statements, and in those within them.
#[derive(Default)]
struct Calls<'a>(Vec<&'a Expr>);

impl<'a> Visitor<'a> for Calls<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if expr.is_call_expr() {
            self.0.push(expr);
        }
        walk_expr(self, expr);
    }
}

pub fn duplicated(document: &Document<'_>, call: usize) -> Result<Change, Refusal> {
    let written = Written::of(document, call)?;
    let (edits, copy) = beside(document, &written, None)?;
    document.change(edits, copy)
}

/// The edits that write a task right after this one, with that call, or with the same; and where the call is.
fn beside(
    document: &Document<'_>,
    written: &Written<'_, '_>,
    call: Option<&str>,
) -> Result<(Vec<TextEdit>, Mark), Refusal> {
    let mut parts: Vec<TextEdit> =
        call.iter().map(|call| TextEdit::replace(written.made.call.range(), *call)).collect();
    parts.extend(task_name(document, written, call.is_some()));
    let base =
        call.map_or_else(|| calls::function_name(written.made.call), |call| call.trim_end_matches("()"));
    let start = written.made.call.start().to_usize();
    match &written.form {
        Form::Element { list, at, targets } => {
            let item = list.item(*at).ok_or(Refusal::NoTask)?;
            let into = start - item.start;
            let (mut edits, mark) = list.insert_after(Some(*at), &copied(document, item, &parts))?;
            if let Some(targets) = targets {
                edits.extend(targets.insert_after(Some(*at), &document.fresh(&format!("{base}_result")))?.0);
            }
            Ok((edits, mark.further(into)))
        }
        Form::Statement { name } => {
            let fresh = written.variable().map(|old| {
                let name = if call.is_some() { format!("{base}_task") } else { old.to_owned() };
                document.fresh(&name)
            });
            let range = document.tree.range(written.made.node);
            let mut into = start - range.start;
            if let (Some(name), Some(fresh)) = (name, &fresh) {
                into = (into + fresh.len()).saturating_sub(name.range().len().to_usize());
                parts.insert(0, TextEdit::replace(name.range(), fresh.clone()));
            }
            let (edit, mark) = after(document, written.made.node, copied(document, range, &parts))?;
            let mut edits = vec![edit];
            if let Some(fresh) = fresh {
                edits.extend(awaited_too(document, written, &fresh)?);
            }
            Ok((edits, mark.further(into)))
        }
    }
}

fn after(document: &Document<'_>, node: Node, text: String) -> Result<(TextEdit, Mark), Refusal> {
    Ok(beyond(document, node)?.edit(document, &[text]))
}

/// Where the task is awaited, the new one is, too.
fn awaited_too(
    document: &Document<'_>,
    written: &Written<'_, '_>,
    fresh: &str,
) -> Result<Vec<TextEdit>, Refusal> {
    let mut edits = Vec::new();
    for used in written.uses(document) {
        match used {
            Use::Await(node) => edits.push(after(document, node, format!("await {fresh}"))?.0),
            Use::Element(list, at, targets) => {
                edits.extend(list.insert_after(Some(at), fresh)?.0);
                if let Some(targets) = targets {
                    let name = document.fresh(&format!("{fresh}_result"));
                    edits.extend(targets.insert_after(Some(at), &name)?.0);
                }
            }
            Use::Method(_) | Use::Other(_) => {}
        }
    }
    Ok(edits)
}

/// Another name for another task; none for one that is of another kind.
fn task_name(document: &Document<'_>, written: &Written<'_, '_>, is_other: bool) -> Option<TextEdit> {
    let keywords = &written.start?.arguments.keywords;
    let keyword = keywords.iter().find(|keyword| keyword.arg.as_deref() == Some("name"))?;
    if is_other {
        return Some(TextEdit::delete(keyword_and_comma(written.start?, keyword)));
    }
    let old = keyword.value.as_string_literal_expr()?.value.to_str();
    let stem = old.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = old.get(stem.len()..).and_then(|digits| digits.parse().ok()).unwrap_or(1_u32);
    let space = if stem.len() < old.len() { "" } else { " " };
    let numbered = (2..).map(|more| quoted(&format!("{stem}{space}{}", number.saturating_add(more - 1))));
    let fresh = numbered.into_iter().find(|name| !document.source.contains(name.as_str()))?;
    Some(TextEdit::replace(keyword.value.range(), fresh))
}
