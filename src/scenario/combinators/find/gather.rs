//! `await gather(…)`.

use super::super::site::{Call, Failures, Results, Site};
use super::super::{Combinator, Reason, bytes};
use super::children::Makers;
use super::results::Collection;
use super::{Found, Place, passed_on};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

pub fn found(place: Place<'_, '_>, call: &ExprCall) -> Found {
    let exceptions = keyword(call, "return_exceptions");
    let as_values =
        exceptions.is_some_and(|value| value.as_boolean_literal_expr().is_some_and(|it| it.value));
    let (combinator, failures) = if as_values {
        (Combinator::GatherReturnExceptions, Failures::AsValues)
    } else {
        (Combinator::Gather, Failures::Raise)
    };
    place.found(combinator, site(place, call, failures))
}

fn site<'a>(place: Place<'_, 'a>, call: &'a ExprCall, failures: Failures) -> Result<Site, Reason> {
    check_options(place, call)?;
    if call.arguments.args.is_empty() {
        return Err(Reason::NothingAwaited);
    }
    let awaited = awaited(place.stmt, call).ok_or_else(|| passed_on("gather"))?;
    let (mut results, mut end) = place.results(awaited)?;
    if let (Results::Dropped, Some(collection)) = (&results, later_collection(place, call)) {
        (results, end) = (collection.results, collection.end);
    }
    let own = place.stmt.start().to_usize()..end;
    let makers = Makers::of(place, &call.arguments.args, own);
    Ok(Site {
        range: makers.start()..end,
        children: makers.arguments(&call.arguments.args),
        results,
        failures,
        timeout: None,
        call: Some(whole_call(call, "return_exceptions")),
        needed_list: None,
        also: Vec::new(),
    })
}

/// What the next statement makes of the tasks in `gather(*tasks)`.
fn later_collection<'a>(place: Place<'_, 'a>, call: &ExprCall) -> Option<Collection<'a>> {
    let [Expr::Starred(all)] = &*call.arguments.args else { return None };
    place.next()?.collection(&[all.value.as_name_expr()?.id.as_str()])
}

fn check_options(place: Place<'_, '_>, call: &ExprCall) -> Result<(), Reason> {
    let is_clear = |keyword: &ruff_python_ast::Keyword| {
        keyword.arg.as_deref() == Some("return_exceptions") && keyword.value.is_boolean_literal_expr()
    };
    match call.arguments.keywords.iter().find(|keyword| !is_clear(keyword)) {
        Some(unclear) => Err(Reason::Option { text: place.text(unclear).to_owned() }),
        None => Ok(()),
    }
}

pub fn keyword<'e>(call: &'e ExprCall, name: &str) -> Option<&'e Expr> {
    let mut keywords = call.arguments.keywords.iter();
    keywords.find(|keyword| keyword.arg.as_deref() == Some(name)).map(|keyword| &keyword.value)
}

/// The parts of a call, and the keyword that says which way it is.
pub fn whole_call(call: &ExprCall, keyword: &str) -> Call {
    let is_it = |found: &&ruff_python_ast::Keyword| found.arg.as_deref() == Some(keyword);
    let mut arguments: Vec<_> = call.arguments.args.iter().map(bytes).collect();
    arguments.extend(call.arguments.keywords.iter().map(bytes));
    arguments.sort_by_key(|range| range.start);
    Call {
        keyword: call.arguments.keywords.iter().find(is_it).map(bytes),
        arguments,
        start: call.arguments.start().to_usize() + 1,
        collected: None,
        lists: None,
    }
}

/// The `await` right before the call.
pub fn awaited<'a>(stmt: &'a Stmt, call: &ExprCall) -> Option<&'a Expr> {
    let mut awaits = Awaits::default();
    walk_stmt(&mut awaits, stmt);
    let is_it = |expr: &&Expr| expr.as_await_expr().is_some_and(|wait| wait.value.range() == call.range());
    awaits.0.into_iter().find(is_it)
}

#[derive(Default)]
struct Awaits<'a>(Vec<&'a Expr>);

impl<'a> Visitor<'a> for Awaits<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if expr.is_await_expr() {
            self.0.push(expr);
        }
        walk_expr(self, expr);
    }

    fn visit_stmt(&mut self, _: &'a Stmt) {}
}
