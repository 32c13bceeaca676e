//! `async with TaskGroup() as group:` with nothing but tasks in it.

use super::super::site::{Awaited, Child, Children, Failures, Results, Site};
use super::super::{Combinator, Reason, bytes};
use super::children::{Makers, appended_alone, assigned, is_empty_list};
use super::results::is_name;
use super::{Found, Place};
use ruff_python_ast::{Expr, Stmt, StmtWith};
use ruff_text_size::Ranged;

pub fn found(place: Place<'_, '_>) -> Option<Found> {
    let block = place.stmt.as_with_stmt()?;
    let mut items = block.items.iter();
    items.find(|item| {
        let call = item.context_expr.as_call_expr();
        call.is_some_and(|call| place.program.imports.resolve(&call.func) == Some("TaskGroup"))
    })?;
    Some(place.found(Combinator::TaskGroup, site(place, block)))
}

fn site<'a>(place: Place<'_, 'a>, block: &'a StmtWith) -> Result<Site, Reason> {
    let group = match block.items.as_slice() {
        [item] => item.optional_vars.as_deref().and_then(Expr::as_name_expr).map(|name| name.id.as_str()),
        _ => None,
    };
    let group = group.ok_or(Reason::GroupDoesMore)?;
    let makers = Makers::of(place, &[], bytes(block));
    let tasks = tasks(&makers, &block.body, group).ok_or(Reason::GroupDoesMore)?;
    let start = match tasks.list {
        Some(list) if tasks.is_appended => started_empty(place, list)?,
        _ => block.start().to_usize(),
    };
    finish(place, tasks, start)
}

/// What a block makes: tasks one by one in variables or none, or a list of them.
struct Tasks<'a> {
    children: Children,
    list: Option<&'a str>,
    /// The list was there before, empty.
    is_appended: bool,
}

fn tasks<'a>(makers: &Makers<'_, 'a>, body: &'a [Stmt], group: &str) -> Option<Tasks<'a>> {
    match body {
        [Stmt::For(each)] if each.orelse.is_empty() => {
            let [stmt] = &*each.body else { return None };
            let (list, element) = match appended_alone(stmt) {
                Some((list, element)) => (Some(list), element),
                None => (None, &*stmt.as_expr_stmt()?.value),
            };
            let clauses = makers.head(each);
            let element = created(makers, element, group)?;
            let children = Children::Comprehension { element, clauses, is_loop: true };
            Some(Tasks { children, list, is_appended: list.is_some() })
        }
        [stmt] if assigned(stmt).is_some_and(|(_, value)| !value.is_call_expr()) => {
            let (list, value) = assigned(stmt)?;
            let children = makers.listed(value);
            let all_created = match value {
                Expr::List(list) => list.elts.iter().all(|element| created(makers, element, group).is_some()),
                Expr::ListComp(of) => created(makers, &of.elt, group).is_some(),
                _ => false,
            };
            all_created.then_some(Tasks { children, list: Some(list), is_appended: false })
        }
        body => {
            let children = body.iter().map(|stmt| child(makers, stmt, group)).collect::<Option<_>>()?;
            Some(Tasks { children: Children::Each(children), list: None, is_appended: false })
        }
    }
}

fn child<'a>(makers: &Makers<'_, 'a>, stmt: &'a Stmt, group: &str) -> Option<Child> {
    let (variable, value) = match assigned(stmt) {
        Some((name, value)) => (Some(name.to_owned()), value),
        None => (None, &*stmt.as_expr_stmt()?.value),
    };
    let awaited = created(makers, value, group)?;
    Some(Child { awaited, variable, range: bytes(stmt), ..makers.child(value) })
}

/// What `group.create_task(…)` starts.
fn created(makers: &Makers<'_, '_>, expr: &Expr, group: &str) -> Option<Awaited> {
    let method = expr.as_call_expr()?.func.as_attribute_expr()?;
    match makers.awaited(expr) {
        started @ Awaited::Started { .. } if is_name(&method.value, group) => Some(started),
        _ => None,
    }
}

/// The start of `list = []` right before the block.
fn started_empty(place: Place<'_, '_>, list: &str) -> Result<usize, Reason> {
    let before = place.previous().map(|previous| previous.stmt);
    let is_it =
        |stmt: &&Stmt| assigned(stmt).is_some_and(|(name, value)| name == list && is_empty_list(value));
    before.filter(is_it).map(|stmt| stmt.start().to_usize()).ok_or(Reason::GroupDoesMore)
}

/// Looks at the statement after the block, and at who uses the tasks later.
fn finish(place: Place<'_, '_>, tasks: Tasks<'_>, start: usize) -> Result<Site, Reason> {
    let next = place.next();
    let collection = next.and_then(|next| match (&tasks.children, tasks.list) {
        (_, Some(list)) => next.collection(&[list]),
        (Children::Each(children), None) => next.result_list(children),
        _ => None,
    });
    let end = collection.as_ref().map_or(place.stmt.end().to_usize(), |collection| collection.end);
    let whole = start..end;
    let is_needed = |name: &str| place.function.uses_outside(name, std::slice::from_ref(&whole));
    let children = match tasks.children {
        Children::Each(children) => {
            Children::Each(children.into_iter().map(|child| needed(child, is_needed)).collect())
        }
        children => children,
    };
    Ok(Site {
        range: whole.clone(),
        children,
        failures: Failures::Raise,
        results: collection.map_or(Results::Dropped, |collection| collection.results),
        timeout: None,
        call: None,
        needed_list: tasks.list.filter(|list| is_needed(list)).map(str::to_owned),
        also: Vec::new(),
    })
}

fn needed(child: Child, is_needed: impl Fn(&str) -> bool) -> Child {
    let is_needed = child.variable.as_deref().is_some_and(is_needed);
    Child { is_needed, ..child }
}
