//! `for next_done in as_completed(…):` and what its block does with each.

use super::super::super::edit::TextEdit;
use super::super::layout;
use super::super::site::{Body, Failures, Results, Site};
use super::super::{Combinator, Reason, bytes};
use super::children::{Makers, appended_alone, assigned, is_empty_list};
use super::gather::keyword;
use super::results::is_name;
use super::{Found, Place};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt, StmtFor};
use ruff_text_size::Ranged;
use std::ops::Range;

pub fn found(place: Place<'_, '_>) -> Option<Found> {
    let each = place.stmt.as_for_stmt()?;
    let call = each.iter.as_call_expr()?;
    (place.program.imports.resolve(&call.func) == Some("as_completed"))
        .then(|| place.found(Combinator::AsCompleted, site(place, each, call)))
}

fn site<'a>(place: Place<'_, 'a>, each: &'a StmtFor, call: &'a ExprCall) -> Result<Site, Reason> {
    let one = each.target.as_name_expr().map(|name| name.id.as_str()).ok_or(Reason::LoopDoesMore)?;
    let first = each.body.first().ok_or(Reason::LoopDoesMore)?;
    let awaited = first_await(first, one).ok_or(Reason::LoopDoesMore)?;
    let is_used_more = place.function.uses_outside(one, &[bytes(&*each.target), bytes(awaited)]);
    if is_used_more || !each.orelse.is_empty() {
        return Err(Reason::LoopDoesMore);
    }
    let alone = each.body.len() == 1;
    if alone && let Some((list, failures)) = collects(first, awaited) {
        return collected(place, call, list, failures);
    }
    if alone && first.as_expr_stmt().is_some_and(|stmt| stmt.value.range() == awaited.range()) {
        return dropped(place, call);
    }
    let header = each.start().to_usize()..each.iter.end().to_usize();
    let (target, also) = take_out(place, first, awaited, alone)?;
    let start = first.start().to_usize();
    let body = Some(Body { target: target.clone(), start });
    let before = format!("for {target} in ");
    let results = Results::List { before, name: None, body };
    finish(place, call, header, results, Failures::Raise, also)
}

/// `results.append(await next_done)` as the whole block.
fn collected<'a>(
    place: Place<'_, 'a>,
    call: &'a ExprCall,
    list: &str,
    failures: Failures,
) -> Result<Site, Reason> {
    let end = place.stmt.end().to_usize();
    let previous = place.previous().ok_or(Reason::LoopDoesMore)?;
    let is_started =
        assigned(previous.stmt).is_some_and(|(name, value)| name == list && is_empty_list(value));
    if !is_started {
        return Err(Reason::LoopDoesMore);
    }
    let name = Some(list.to_owned());
    let results = Results::List { before: format!("{list} = "), name, body: None };
    let own = previous.stmt.start().to_usize()..end;
    finish(previous, call, own, results, failures, Vec::new())
}

/// `await next_done` as the whole block; the results may be asked of the tasks afterwards.
fn dropped<'a>(place: Place<'_, 'a>, call: &'a ExprCall) -> Result<Site, Reason> {
    let list = call.arguments.args.first().and_then(Expr::as_name_expr).map(|name| name.id.as_str());
    let next = place.next().zip(list).and_then(|(next, list)| next.collection(&[list]));
    let start = place.stmt.start().to_usize();
    match next {
        Some(collection) => {
            finish(place, call, start..collection.end, collection.results, collection.failures, Vec::new())
        }
        None => finish(place, call, bytes(place.stmt), Results::Dropped, Failures::Raise, Vec::new()),
    }
}

fn finish<'a>(
    place: Place<'_, 'a>,
    call: &'a ExprCall,
    own: Range<usize>,
    results: Results,
    failures: Failures,
    also: Vec<TextEdit>,
) -> Result<Site, Reason> {
    let known = |keyword: &&ruff_python_ast::Keyword| keyword.arg.as_deref() != Some("timeout");
    if let Some(unknown) = call.arguments.keywords.iter().find(known) {
        return Err(Reason::Option { text: place.text(unknown).to_owned() });
    }
    let [children] = &*call.arguments.args else { return Err(Reason::LoopDoesMore) };
    let makers = Makers::of(place, &call.arguments.args, own.clone());
    Ok(Site {
        range: makers.start()..own.end,
        children: makers.listed(children),
        results,
        failures,
        timeout: keyword(call, "timeout").map(|timeout| place.text(timeout).to_owned()),
        call: None,
        needed_list: None,
        also,
    })
}

/// What each result is called when it comes ready-made, and the edits that take the await out.
fn take_out(
    place: Place<'_, '_>,
    first: &Stmt,
    awaited: &Expr,
    alone: bool,
) -> Result<(String, Vec<TextEdit>), Reason> {
    match assigned(first) {
        Some((name, value)) if value.range() == awaited.range() => {
            let edit = match alone {
                true => TextEdit::replace(bytes(first), "pass"),
                false => TextEdit::delete(layout::whole_lines(place.program.source, bytes(first))?),
            };
            Ok((name.to_owned(), vec![edit]))
        }
        _ => {
            let name = place.function.fresh("result");
            let inside = Place { stmt: first, ..place };
            inside.results(awaited).map_err(|_| Reason::LoopDoesMore)?;
            Ok((name.clone(), vec![TextEdit::replace(bytes(awaited), name)]))
        }
    }
}

/// `results.append(await next_done)`, or that in a `try` whose handler appends the exception.
fn collects<'a>(stmt: &'a Stmt, awaited: &Expr) -> Option<(&'a str, Failures)> {
    let Stmt::Try(attempt) = stmt else {
        let (list, element) = appended_alone(stmt)?;
        return (element.range() == awaited.range()).then_some((list, Failures::Raise));
    };
    let ([tried], [handler]) = (&*attempt.body, attempt.handlers.as_slice()) else { return None };
    let handler = handler.as_except_handler()?;
    let (list, element) = appended_alone(tried)?;
    let (to, error) = appended_alone(handler.body.first()?)?;
    let is_whole = handler.body.len() == 1 && attempt.orelse.is_empty() && attempt.finalbody.is_empty();
    let is_value = element.range() == awaited.range() && is_name(error, handler.name.as_ref()?.as_str());
    (is_whole && is_value && list == to).then_some((list, Failures::AsValues))
}

/// The await of the loop's variable in the block's first statement.
fn first_await<'a>(stmt: &'a Stmt, name: &'a str) -> Option<&'a Expr> {
    let mut search = Search { name, found: None };
    search.visit_stmt(stmt);
    search.found
}

struct Search<'a> {
    name: &'a str,
    found: Option<&'a Expr>,
}

impl<'a> Visitor<'a> for Search<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if expr.as_await_expr().is_some_and(|wait| is_name(&wait.value, self.name)) {
            self.found = self.found.or(Some(expr));
        }
        walk_expr(self, expr);
    }
}
