//! Awaits one after the other: of tasks that run already, or of coroutines, each of which starts
//! when the one before is over.

use super::super::site::{Awaited, Child, Children, Failures, ItemKind, Results, Site};
use super::super::{Combinator, Reason, bytes};
use super::children::{Makers, assigned};
use super::results::is_name;
use super::{Found, Place};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

/// Tasks awaited one after the other, or all of a list.
pub fn tasks(place: Place<'_, '_>) -> Option<Found> {
    run(place, Combinator::CreateTask, 1, |_, expr| expr.is_name_expr())
        .or_else(|| list(place, Combinator::CreateTask))
}

/// A list or a loop of awaits of coroutines.
pub fn list_of_coroutines(place: Place<'_, '_>) -> Option<Found> {
    list(place, Combinator::InTurn)
}

/// Two or more of the program's own coroutines awaited one after the other.
pub fn several_coroutines(place: Place<'_, '_>) -> Option<Found> {
    run(place, Combinator::InTurn, 2, |makers, expr| makers.is_own(expr))
}

/// One of the program's own coroutines awaited.
pub fn one_coroutine(place: Place<'_, '_>) -> Option<Found> {
    run(place, Combinator::InTurn, 1, |makers, expr| makers.is_own(expr))
}

/// Two or more coroutines awaited one after the other, asyncio's own (`sleep`) among them.
pub fn several_of_any_kind(place: Place<'_, '_>) -> Option<Found> {
    run(place, Combinator::InTurn, 2, |_, expr| expr.is_call_expr())
}

/// `await a`, or `name = await a`.
fn await_alone(stmt: &Stmt) -> Option<(Option<&str>, &Expr)> {
    let (name, value) = match (assigned(stmt), stmt) {
        (Some((name, value)), _) => (Some(name), value),
        (None, Stmt::Expr(stmt)) => (None, &*stmt.value),
        _ => return None,
    };
    Some((name, &value.as_await_expr()?.value))
}

/// Whether an expression is of the shape that is looked for.
type Shape = for<'m> fn(&'m Makers<'_, '_>, &Expr) -> bool;

fn run(place: Place<'_, '_>, way: Combinator, least: usize, shape: Shape) -> Option<Found> {
    let rest = place.suite.get(place.index..)?;
    let probe = Makers::of(place, &[], 0..0);
    let awaits = rest
        .iter()
        .map_while(await_alone)
        .take_while(|(_, expr)| shape(&probe, expr) && fits(&probe, expr, way));
    let awaits: Vec<_> = awaits.collect();
    if awaits.len() < least {
        return None;
    }
    let end = rest.get(awaits.len() - 1)?.end().to_usize();
    let own = place.stmt.start().to_usize()..end;
    let site = independent(place, &awaits).map(|()| {
        let makers = Makers::of_each(place, awaits.iter().map(|(_, expr)| *expr), own);
        let child = |(_, expr): &(_, &_)| makers.child(expr);
        let names = awaits.iter().map(|(name, _)| name.map(str::to_owned));
        let children = awaits.iter().map(child).collect();
        site(makers.start()..end, Children::Each(children), named(names.collect()))
    });
    Some(place.found(way, site))
}

/// Whether an awaited expression is of the kind that this way is about.
fn fits(makers: &Makers<'_, '_>, expr: &Expr, way: Combinator) -> bool {
    match makers.awaited(expr) {
        Awaited::Coroutine(_) => way == Combinator::InTurn,
        Awaited::Future(_) => way == Combinator::CreateTask,
        Awaited::Started { .. } | Awaited::Unknown(_) => false,
    }
}

/// No child may need what an earlier one gave.
fn independent(place: Place<'_, '_>, awaits: &[(Option<&str>, &Expr)]) -> Result<(), Reason> {
    for (index, (_, expr)) in awaits.iter().enumerate() {
        let earlier = awaits.iter().take(index).filter_map(|(name, _)| *name);
        if let Some(name) = earlier.into_iter().find(|name| place.function.uses_inside(name, &bytes(*expr))) {
            let child = place.text(*expr).to_owned();
            return Err(Reason::NeedsEarlierResult { child, name: name.to_owned() });
        }
    }
    Ok(())
}

fn named(names: Vec<Option<String>>) -> Results {
    if names.iter().all(Option::is_none) { Results::Dropped } else { Results::Names(names) }
}

/// `[await a(), await b()]`, `[await task for task in tasks]`, `for task in tasks: await task`.
fn list(place: Place<'_, '_>, way: Combinator) -> Option<Found> {
    let (makers, children, results, end) = looped(place).or_else(|| listed(place))?;
    suits(&children, way).then(|| place.found(way, Ok(site(makers.start()..end, children, results))))
}

type Listed<'p, 'a> = (Makers<'p, 'a>, Children, Results, usize);

fn looped<'p, 'a>(place: Place<'p, 'a>) -> Option<Listed<'p, 'a>> {
    let each = place.stmt.as_for_stmt().filter(|each| !each.is_async && each.orelse.is_empty())?;
    let [stmt] = &*each.body else { return None };
    let (None, expr) = await_alone(stmt)? else { return None };
    let list = each.iter.as_name_expr().map(|name| name.id.as_str());
    let collection = place.next().zip(list).and_then(|(next, list)| next.collection(&[list]));
    let end = collection.as_ref().map_or(each.end().to_usize(), |collection| collection.end);
    let own = each.start().to_usize()..end;
    let makers = Makers::of_each(place, std::iter::once(&*each.iter), own);
    let children = match is_variable(expr, &each.target) {
        true => makers.listed(&each.iter),
        false if makers.is_own(expr) => Children::Comprehension {
            element: makers.awaited(expr),
            clauses: makers.head(each),
            is_loop: true,
        },
        false => return None,
    };
    let results = collection.map_or(Results::Dropped, |collection| collection.results);
    Some((makers, children, results, end))
}

fn listed<'p, 'a>(place: Place<'p, 'a>) -> Option<Listed<'p, 'a>> {
    let expr = place.lists().into_iter().find(|expr| awaits_all(expr))?;
    let (results, end) = place.results(expr).ok()?;
    let own = place.stmt.start().to_usize()..end;
    let (makers, children) = match expr {
        Expr::List(list) => {
            let awaited = || list.elts.iter().filter_map(|element| Some(&*element.as_await_expr()?.value));
            let makers = Makers::of_each(place, awaited(), own);
            let children = Children::Each(awaited().map(|expr| makers.child(expr)).collect());
            (makers, children)
        }
        Expr::ListComp(of) => {
            let (element, clause) = (&*of.elt.as_await_expr()?.value, of.generators.first()?);
            let is_plain = of.generators.len() == 1 && clause.ifs.is_empty() && !clause.is_async;
            let makers = Makers::of_each(place, std::iter::once(&clause.iter), own);
            let children = match is_plain && is_variable(element, &clause.target) {
                true => makers.listed(&clause.iter),
                false => makers.comprehension(element, &of.generators),
            };
            (makers, children)
        }
        _ => return None,
    };
    Some((makers, children, results, end))
}

fn awaits_all(expr: &Expr) -> bool {
    match expr {
        Expr::List(list) => !list.elts.is_empty() && list.elts.iter().all(Expr::is_await_expr),
        Expr::ListComp(of) => of.elt.is_await_expr(),
        _ => false,
    }
}

fn is_variable(expr: &Expr, target: &Expr) -> bool {
    target.as_name_expr().is_some_and(|target| is_name(expr, target.id.as_str()))
}

fn children_are_tasks(children: &Children) -> bool {
    let is_task = |awaited: &Awaited| matches!(awaited, Awaited::Started { .. } | Awaited::Future(_));
    match children {
        Children::Each(each) => each.iter().all(|child: &Child| is_task(&child.awaited)),
        Children::Comprehension { element, .. } => is_task(element),
        Children::Items { kind, .. } => *kind == ItemKind::Tasks,
    }
}

fn suits(children: &Children, way: Combinator) -> bool {
    children_are_tasks(children) == (way == Combinator::CreateTask)
}

fn site(range: std::ops::Range<usize>, children: Children, results: Results) -> Site {
    Site {
        range,
        children,
        results,
        failures: Failures::Raise,
        timeout: None,
        call: None,
        needed_list: None,
        also: Vec::new(),
    }
}
