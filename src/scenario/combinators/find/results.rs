//! Where the results of an awaited expression go.

use super::super::site::{Body, Child, Failures, Results};
use super::super::{Reason, bytes};
use super::Place;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{ElifElseClause, ExceptHandler, Expr, ExprList, ExprTuple, MatchCase, Stmt};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Place<'_, 'a> {
    /// Where the value of `expr`, which is somewhere in the statement, goes, and where that ends.
    pub fn results(self, expr: &Expr) -> Result<(Results, usize), Reason> {
        let end = expr.end().to_usize();
        match self.stmt {
            Stmt::Expr(stmt) if stmt.range == expr.range() => Ok((Results::Dropped, end)),
            Stmt::Assign(stmt) if stmt.value.range() == expr.range() && stmt.targets.len() == 1 => {
                let names = stmt.targets.first().and_then(names);
                let results = names.unwrap_or_else(|| self.list(expr));
                Ok((results, end))
            }
            Stmt::For(stmt) if stmt.iter.range() == expr.range() && !stmt.is_async => {
                Ok((self.list(expr), end))
            }
            stmt if evaluates_once(stmt, expr.range()) => Ok((self.list(expr), end)),
            _ => Err(Reason::Conditional),
        }
    }

    fn list(self, expr: &Expr) -> Results {
        let before = self.program.source.get(self.stmt.start().to_usize()..expr.start().to_usize());
        let name = match self.stmt {
            Stmt::Assign(stmt) if stmt.value.range() == expr.range() && stmt.targets.len() == 1 => {
                stmt.targets.first().and_then(Expr::as_name_expr).map(|name| name.id.to_string())
            }
            _ => None,
        };
        Results::List { before: before.unwrap_or("").to_owned(), name, body: self.body() }
    }

    fn body(self) -> Option<Body> {
        let stmt = self.stmt.as_for_stmt()?;
        let start = stmt.body.first()?.start().to_usize();
        let line = self.program.source.get(stmt.iter.end().to_usize()..start)?;
        line.contains('\n').then(|| Body { target: self.text(&*stmt.target).to_owned(), start })
    }
}

/// `a, b` or `[a, b]`: names only. `_` is no name that anybody reads.
fn names(target: &Expr) -> Option<Results> {
    let elements = match target {
        Expr::Tuple(tuple) => &tuple.elts,
        Expr::List(list) => &list.elts,
        _ => return None,
    };
    let name = |element: &Expr| Some(element.as_name_expr()?.id.to_string());
    let names = elements.iter().map(name).collect::<Option<Vec<_>>>()?;
    Some(Results::Names(names.into_iter().map(|name| Some(name).filter(|name| name != "_")).collect()))
}

/// Whether the statement evaluates the expression at this place exactly once, before all else
/// that it does.
fn evaluates_once(stmt: &Stmt, place: TextRange) -> bool {
    let value = match stmt {
        Stmt::Expr(stmt) => &stmt.value,
        Stmt::Assign(stmt) => &stmt.value,
        Stmt::AugAssign(stmt) => &stmt.value,
        Stmt::For(stmt) => &stmt.iter,
        Stmt::If(stmt) => &stmt.test,
        Stmt::AnnAssign(stmt) => return stmt.value.as_deref().is_some_and(|value| leads_to(value, place)),
        Stmt::Return(stmt) => return stmt.value.as_deref().is_some_and(|value| leads_to(value, place)),
        _ => return false,
    };
    leads_to(value, place)
}

fn leads_to(expr: &Expr, place: TextRange) -> bool {
    if expr.range() == place {
        return true;
    }
    if !expr.range().contains_range(place) {
        return false;
    }
    let any = |parts: &[Expr]| parts.iter().any(|part| leads_to(part, place));
    match expr {
        Expr::Call(call) => {
            let keywords = &call.arguments.keywords;
            any(&call.arguments.args) || keywords.iter().any(|keyword| leads_to(&keyword.value, place))
        }
        Expr::Tuple(tuple) => any(&tuple.elts),
        Expr::List(list) => any(&list.elts),
        Expr::Set(set) => any(&set.elts),
        Expr::Starred(starred) => leads_to(&starred.value, place),
        Expr::Attribute(attribute) => leads_to(&attribute.value, place),
        Expr::Subscript(subscript) => leads_to(&subscript.value, place),
        Expr::BinOp(op) => leads_to(&op.left, place) || leads_to(&op.right, place),
        Expr::UnaryOp(op) => leads_to(&op.operand, place),
        Expr::Compare(compare) => leads_to(&compare.left, place),
        Expr::Await(wait) => leads_to(&wait.value, place),
        _ => false,
    }
}

/// The results made from a list of tasks by the statement after the site.
pub struct Collection<'a> {
    pub expr: &'a Expr,
    pub results: Results,
    pub end: usize,
    pub failures: Failures,
}

impl<'a> Place<'_, 'a> {
    /// What this statement makes of the tasks in one of the lists: `… [task.result() for task in
    /// tasks] …`, or the sets that `wait` would have returned.
    pub fn collection(self, lists: &[&str]) -> Option<Collection<'a>> {
        self.result_comprehension(lists).or_else(|| self.sets_of(lists))
    }

    fn result_comprehension(self, lists: &[&str]) -> Option<Collection<'a>> {
        self.lists().into_iter().find_map(|expr| {
            let failures = collects(expr, lists)?;
            let (results, end) = self.results(expr).ok()?;
            Some(Collection { expr, results, end, failures })
        })
    }
}

impl<'a> Place<'_, 'a> {
    /// The lists, tuples and list comprehensions in the statement itself, not in its blocks.
    pub fn lists(self) -> Vec<&'a Expr> {
        let mut lists = Lists::default();
        walk_stmt(&mut lists, self.stmt);
        lists.0
    }

    /// `done, pending = set(tasks), set()`, or `done = set(tasks)`.
    fn sets_of(self, lists: &[&str]) -> Option<Collection<'a>> {
        let assign = self.stmt.as_assign_stmt()?;
        let [target] = assign.targets.as_slice() else { return None };
        let (done, pending, all) = match (target, &*assign.value) {
            (Expr::Tuple(target), Expr::Tuple(value)) => {
                match (target.elts.as_slice(), value.elts.as_slice()) {
                    ([Expr::Name(done), Expr::Name(pending)], [all, none]) if set(none)?.is_empty() => {
                        (done.id.to_string(), Some(pending.id.to_string()), all)
                    }
                    _ => return None,
                }
            }
            (Expr::Name(done), value) => (done.id.to_string(), None, value),
            _ => return None,
        };
        let [Expr::Name(list)] = set(all)? else { return None };
        lists.contains(&list.id.as_str()).then(|| Collection {
            expr: &assign.value,
            results: Results::Sets { done: Some(done), pending },
            end: assign.end().to_usize(),
            failures: Failures::Raise,
        })
    }

    /// `… [first.result(), second.result()] …` in this statement, for the tasks of these children.
    pub fn result_list(self, children: &[Child]) -> Option<Collection<'a>> {
        self.lists().into_iter().find_map(|expr| {
            let (Expr::List(ExprList { elts, .. }) | Expr::Tuple(ExprTuple { elts, .. })) = expr else {
                return None;
            };
            let is_result = |(element, child): (&Expr, &Child)| {
                child.variable.as_deref().is_some_and(|task| asks(element, task, "result"))
            };
            let all = elts.len() == children.len() && elts.iter().zip(children).all(is_result);
            let (results, end) = self.results(expr).ok().filter(|_| all)?;
            Some(Collection { expr, results, end, failures: Failures::Raise })
        })
    }
}

#[derive(Default)]
struct Lists<'a>(Vec<&'a Expr>);

impl<'a> Visitor<'a> for Lists<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if expr.is_list_expr() || expr.is_tuple_expr() || expr.is_list_comp_expr() {
            self.0.push(expr);
        }
        walk_expr(self, expr);
    }

    fn visit_stmt(&mut self, _: &'a Stmt) {}
    fn visit_body(&mut self, _: &'a [Stmt]) {}
    fn visit_elif_else_clause(&mut self, _: &'a ElifElseClause) {}
    fn visit_except_handler(&mut self, _: &'a ExceptHandler) {}
    fn visit_match_case(&mut self, _: &'a MatchCase) {}
}

fn collects(expr: &Expr, lists: &[&str]) -> Option<Failures> {
    let comprehension = expr.as_list_comp_expr()?;
    let [clause] = comprehension.generators.as_slice() else { return None };
    let task = clause.target.as_name_expr()?.id.as_str();
    let is_one = |expr: &Expr| expr.as_name_expr().is_some_and(|name| lists.contains(&name.id.as_str()));
    let tests_done = |test: &Expr| {
        test.as_compare_expr()
            .is_some_and(|test| is_name(&test.left, task) && test.comparators.iter().all(is_one))
    };
    if clause.is_async || !is_one(&clause.iter) || !clause.ifs.iter().all(tests_done) {
        return None;
    }
    match &*comprehension.elt {
        Expr::If(choice) if tests_done(&choice.test) => outcome(&choice.body, task),
        element => outcome(element, task),
    }
}

/// `task.result()`, or `task.exception() or task.result()`.
fn outcome(expr: &Expr, task: &str) -> Option<Failures> {
    match expr {
        Expr::BoolOp(either) => match either.values.as_slice() {
            [exception, result] if asks(exception, task, "exception") && asks(result, task, "result") => {
                Some(Failures::AsValues)
            }
            _ => None,
        },
        _ => asks(expr, task, "result").then_some(Failures::Raise),
    }
}

/// Whether `expr` is `task.method()`.
pub fn asks(expr: &Expr, task: &str, method: &str) -> bool {
    let call = expr.as_call_expr().filter(|call| bytes(&call.arguments).len() == 2);
    let attribute = call.and_then(|call| call.func.as_attribute_expr());
    attribute.is_some_and(|attribute| attribute.attr.as_str() == method && is_name(&attribute.value, task))
}

/// The arguments of `set(…)`.
fn set(expr: &Expr) -> Option<&[Expr]> {
    let call = expr.as_call_expr()?;
    is_name(&call.func, "set").then_some(&*call.arguments.args)
}

pub fn is_name(expr: &Expr, name: &str) -> bool {
    expr.as_name_expr().is_some_and(|written| written.id.as_str() == name)
}
