//! `await wait(…)`, and the statement after that makes results of its tasks.

use super::super::site::{Call, Failures, Results, Site};
use super::super::{Combinator, Reason, bytes};
use super::children::Makers;
use super::gather::{awaited, keyword, whole_call};
use super::{Found, Place, passed_on};
use ruff_python_ast::{Expr, ExprCall, Keyword, Stmt};
use ruff_text_size::Ranged;

pub fn found(place: Place<'_, '_>, call: &ExprCall) -> Found {
    let when = keyword(call, "return_when");
    let named = when.and_then(|when| return_when(place, when));
    let combinator = named.unwrap_or(Combinator::WaitAllCompleted);
    let site = match when {
        Some(when) if named.is_none() => Err(Reason::Option { text: place.text(when).to_owned() }),
        _ => site(place, call),
    };
    place.found(combinator, site)
}

/// Which way a `return_when` means.
fn return_when(place: Place<'_, '_>, value: &Expr) -> Option<Combinator> {
    let named = match value {
        Expr::StringLiteral(text) => text.value.to_str(),
        value => place.program.imports.resolve(value)?,
    };
    Combinator::ALL.into_iter().find(|combinator| combinator.return_when() == Some(named))
}

fn site<'a>(place: Place<'_, 'a>, call: &'a ExprCall) -> Result<Site, Reason> {
    let known = |keyword: &&Keyword| !matches!(keyword.arg.as_deref(), Some("return_when" | "timeout"));
    if let Some(unknown) = call.arguments.keywords.iter().find(known) {
        return Err(Reason::Option { text: place.text(unknown).to_owned() });
    }
    let [tasks] = &*call.arguments.args else { return Err(passed_on("wait")) };
    let awaited = awaited(place.stmt, call).ok_or_else(|| passed_on("wait"))?;
    let (done, pending) = sets(place.stmt, awaited)?;
    let list = tasks.as_name_expr().map(|name| name.id.as_str());
    let lists: Vec<&str> = list.into_iter().chain(done).collect();
    let collection = place.next().and_then(|next| Some((next.stmt, next.collection(&lists)?)));

    let end = collection.as_ref().map_or(awaited.end().to_usize(), |(_, collection)| collection.end);
    let start = place.stmt.start().to_usize();
    let own = start..end;
    let makers = Makers::of(place, &call.arguments.args, own.clone());
    let used = |name: Option<&str>| {
        name.filter(|name| place.function.uses_outside(name, std::slice::from_ref(&own))).map(str::to_owned)
    };
    let sets = Results::Sets { done: used(done), pending: used(pending) };
    let has_sets = !matches!(&sets, Results::Sets { done: None, pending: None });
    Ok(Site {
        range: makers.start()..if has_sets { awaited.end().to_usize() } else { end },
        children: makers.listed(tasks),
        failures: collection.as_ref().map_or(Failures::Raise, |(_, collection)| collection.failures),
        timeout: keyword(call, "timeout").map(|timeout| place.text(timeout).to_owned()),
        call: Some(Call {
            collected: collection.as_ref().map(|(_, collection)| bytes(collection.expr)),
            lists: list.zip(done).map(|(tasks, done)| (tasks.to_owned(), done.to_owned())),
            ..whole_call(call, "return_when")
        }),
        results: match collection {
            _ if has_sets => sets,
            Some((_, collection)) => collection.results,
            None => Results::Dropped,
        },
        needed_list: None,
        also: Vec::new(),
    })
}

/// The names of the two sets in `done, pending = await wait(…)`.
fn sets<'a>(stmt: &'a Stmt, awaited: &Expr) -> Result<(Option<&'a str>, Option<&'a str>), Reason> {
    match stmt {
        Stmt::Expr(stmt) if stmt.value.range() == awaited.range() => Ok((None, None)),
        Stmt::Assign(stmt) if stmt.value.range() == awaited.range() => {
            let [Expr::Tuple(sets)] = stmt.targets.as_slice() else { return Err(passed_on("wait")) };
            match sets.elts.as_slice() {
                [Expr::Name(done), Expr::Name(pending)] => Ok((Some(&done.id), Some(&pending.id))),
                _ => Err(passed_on("wait")),
            }
        }
        _ => Err(passed_on("wait")),
    }
}
