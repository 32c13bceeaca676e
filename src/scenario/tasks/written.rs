//! Where a task is written: as one of several between brackets, or as a statement of its own; and where the
//! variable is used that it is in.

use super::list::List;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::calls::{Made, made, search};
use crate::scenario::steps::document::Document;
use crate::scenario::steps::names::Names;
use crate::scenario::steps::task_name::starts_task;
use crate::scenario::steps::tree::Node;
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;
use std::ops::Range;

/// A task as it is written.
pub struct Written<'d, 'a> {
    pub made: Made<'a>,
    /// `create_task(…)` around the coroutine.
    pub start: Option<&'a ExprCall>,
    pub form: Form<'d, 'a>,
}

/// How it is written.
pub enum Form<'d, 'a> {
    /// Between the brackets of a gather, a list, a tuple or a set, and which of them it is.
    Element {
        list: List<'d, 'a>,
        at: usize,
        /// `first, second = …`: a name for each.
        targets: Option<List<'d, 'a>>,
    },
    /// `task = create_task(…)`, or the like without a name.
    Statement { name: Option<&'a Expr> },
}

/// How the variable of a task is used.
pub enum Use<'d, 'a> {
    /// A statement awaits it, and needs nothing else.
    Await(Node),
    /// A statement calls one of its methods, and needs nothing else.
    Method(Node),
    /// It is one of several between brackets.
    Element(List<'d, 'a>, usize, Option<List<'d, 'a>>),
    /// Something else, on that line.
    Other(u32),
}

impl<'d, 'a> Written<'d, 'a> {
    /// The task whose coroutine the call at this byte makes.
    ///
    /// # Errors
    /// [`Refusal::NoCall`], [`Refusal::MadeInLoop`], [`Refusal::TheEntry`], [`Refusal::NotATask`].
    pub fn of(document: &'d Document<'a>, call: usize) -> Result<Self, Refusal> {
        let made = made(document, call)?;
        let start = made.around.first().copied().filter(|expr| starts_task(document, expr));
        let outer = made.around.get(usize::from(start.is_some())..).unwrap_or_default();
        let start = start.and_then(Expr::as_call_expr);
        let form = form(document, &made, outer, start.is_some())?;
        Ok(Self { made, start, form })
    }

    /// The variable that the task is in.
    pub fn variable(&self) -> Option<&'a str> {
        match &self.form {
            Form::Statement { name } => name.and_then(Expr::as_name_expr).map(|name| name.id.as_str()),
            Form::Element { .. } => None,
        }
    }

    /// Where the variable is used.
    pub fn uses(&self, document: &'d Document<'a>) -> Vec<Use<'d, 'a>> {
        let Some(name) = self.variable() else { return Vec::new() };
        let own = document.tree.range(self.made.node);
        let scope = Names::of(document.scope(self.made.node));
        let all = match document.tree.function_of(self.made.node) {
            Some(_) if scope.foreign.is_empty() => scope.used.clone(),
            _ => Names::of(document.tree.stmts(0)).used,
        };
        let is_made_once = scope.made.iter().filter(|(made, _)| *made == name).count() == 1;
        all.into_iter()
            .filter(|(used, at)| *used == name && !own.contains(at))
            .map(|(_, at)| match is_made_once {
                true => used_at(document, at),
                false => Use::Other(document.line(at)),
            })
            .collect()
    }
}

fn form<'d, 'a>(
    document: &'d Document<'a>,
    made: &Made<'a>,
    outer: &[&'a Expr],
    is_started: bool,
) -> Result<Form<'d, 'a>, Refusal> {
    if let Some(container) = outer.first().and_then(|expr| container(document, expr)) {
        let at = container.place(made.call.start().to_usize()).ok_or(Refusal::NotATask)?;
        let targets = outer.first().and_then(|expr| targets(document, made.stmt, expr));
        return Ok(Form::Element { list: container, at, targets });
    }
    let name = match made.stmt {
        Stmt::Assign(stmt) => stmt.targets.first(),
        Stmt::AnnAssign(stmt) => Some(&*stmt.target),
        Stmt::Expr(_) => None,
        _ => return Err(Refusal::NotATask),
    };
    match outer {
        [] if is_started => Ok(Form::Statement { name }),
        [Expr::Await(_)] => Ok(Form::Statement { name }),
        [Expr::Call(call)] if is_started && name.is_none() && is_method(call, &["append", "add"]) => {
            Ok(Form::Statement { name: None })
        }
        [Expr::Call(call), ..] if runs(call) => Err(Refusal::TheEntry),
        _ => Err(Refusal::NotATask),
    }
}

/// What holds several awaitable things.
fn container<'d, 'a>(document: &'d Document<'a>, expr: &Expr) -> Option<List<'d, 'a>> {
    let is_container = match expr {
        Expr::Call(call) => document.program.imports.resolve(&call.func) == Some("gather"),
        _ => true,
    };
    List::of(document, expr).filter(|_| is_container)
}

/// The names that `first, second = await gather(…)` gives to what the container holds.
fn targets<'d, 'a>(document: &'d Document<'a>, stmt: &'a Stmt, container: &Expr) -> Option<List<'d, 'a>> {
    let stmt = stmt.as_assign_stmt()?;
    let value = stmt.value.as_await_expr().map_or(&*stmt.value, |awaited| &awaited.value);
    let [target] = stmt.targets.as_slice() else { return None };
    let elements = match container {
        Expr::Call(call) => &call.arguments.args[..],
        Expr::List(list) => &list.elts,
        Expr::Tuple(tuple) => &tuple.elts,
        _ => return None,
    };
    let names = List::of(document, target).filter(|_| target.is_tuple_expr() || target.is_list_expr())?;
    let fits = value.range() == container.range()
        && names.count == elements.len()
        && !elements.iter().any(Expr::is_starred_expr);
    fits.then_some(names)
}

fn is_method(call: &ExprCall, names: &[&str]) -> bool {
    call.func.as_attribute_expr().is_some_and(|method| names.contains(&method.attr.as_str()))
}

/// `asyncio.run(…)`, `runner.run(…)`, `loop.run_until_complete(…)`.
fn runs(call: &ExprCall) -> bool {
    is_method(call, &["run", "run_until_complete"])
        || call.func.as_name_expr().is_some_and(|name| name.id.as_str() == "run")
}

fn used_at<'d, 'a>(document: &'d Document<'a>, at: usize) -> Use<'d, 'a> {
    let found = || {
        let node = document.tree.around(at)?;
        let stmt = document.tree.stmt(node)?;
        let (_, around) = search(stmt, at, Expr::is_name_expr)?;
        if let Some(list) = around.first().and_then(|expr| container(document, expr)) {
            let index = list.place(at)?;
            let targets = around.first().and_then(|expr| targets(document, stmt, expr));
            return Some(Use::Element(list, index, targets));
        }
        let is_alone = match stmt {
            Stmt::Expr(_) => true,
            Stmt::Assign(_) => document.needed_elsewhere(node, &document.tree.range(node)).is_none(),
            _ => false,
        };
        match around.as_slice() {
            [Expr::Await(_)] if is_alone => Some(Use::Await(node)),
            [Expr::Attribute(_), Expr::Call(_)] if stmt.is_expr_stmt() => Some(Use::Method(node)),
            _ => None,
        }
    };
    found().unwrap_or_else(|| Use::Other(document.line(at)))
}

/// The text of these bytes with parts of it replaced.
pub fn copied(document: &Document<'_>, range: Range<usize>, parts: &[TextEdit]) -> String {
    let mut text = String::new();
    let mut at = range.start;
    for part in parts {
        text.push_str(document.text(at..part.range.start));
        text.push_str(&part.replacement);
        at = part.range.end;
    }
    text.push_str(document.text(at..range.end));
    text
}
