//! What is awaited, and the statements right before that made it.

use super::super::bytes;
use super::super::program::Program;
use super::super::site::{Awaited, Child, Children, Comments, ItemKind, Origin};
use super::Place;
use ruff_python_ast::{Comprehension, Expr, ExprCall, ExprList, ExprSet, ExprTuple, Stmt, StmtFor};
use ruff_text_size::Ranged;
use std::ops::Range;

/// The statements before a place which only make tasks for it, and nothing that others use.
pub struct Makers<'p, 'a> {
    place: Place<'p, 'a>,
    /// The statements of the site so far.
    own: Vec<Range<usize>>,
    /// The variables that are awaited, or whose elements are.
    awaited: Vec<&'a str>,
    /// The first statement that belongs to the site.
    first: usize,
}

impl<'p, 'a> Makers<'p, 'a> {
    /// What makes the children in `exprs`. `own` is what belongs to the site for certain.
    pub fn of(place: Place<'p, 'a>, exprs: &'a [Expr], own: Range<usize>) -> Self {
        Self::of_variables(place, variables(exprs), own)
    }

    /// The same for single expressions or lists of them.
    pub fn of_each(place: Place<'p, 'a>, exprs: impl Iterator<Item = &'a Expr>, own: Range<usize>) -> Self {
        let awaited = exprs.flat_map(|expr| variables(std::slice::from_ref(expr))).collect();
        Self::of_variables(place, awaited, own)
    }

    fn of_variables(place: Place<'p, 'a>, awaited: Vec<&'a str>, own: Range<usize>) -> Self {
        let mut makers = Self { place, own: Vec::from([own]), awaited, first: place.index };
        while makers.take_another() {}
        makers
    }

    /// The first byte of the site.
    pub fn start(&self) -> usize {
        self.place.suite.get(self.first).map_or(0, |stmt| stmt.start().to_usize())
    }

    /// Whether what stands right before the site so far makes something for it alone; then it
    /// belongs to the site.
    fn take_another(&mut self) -> bool {
        let Some((count, value, own)) = self.another() else { return false };
        self.first -= count;
        self.own = own;
        self.awaited.extend(variables(std::slice::from_ref(value)));
        true
    }

    fn another(&self) -> Option<(usize, &'a Expr, Vec<Range<usize>>)> {
        let last = self.place.at(self.first.checked_sub(1)?)?.stmt;
        let appended = appended(last);
        let count = if appended.is_some() { 2 } else { 1 };
        let first = self.place.at(self.first.checked_sub(count)?)?.stmt;
        let (name, value) = assigned(first)?;
        let is_made_here = match appended {
            Some((list, ..)) => list == name && is_empty_list(value),
            None => makes_tasks(self.place.program, value),
        };
        let mut own = self.own.clone();
        own.extend([bytes(first), bytes(last)]);
        let is_private = !self.place.function.uses_outside(name, &own);
        (is_made_here && is_private && self.awaited.contains(&name)).then_some((count, value, own))
    }

    /// The children in a list (or tuple, set, comprehension, or a variable that holds one).
    pub fn listed(&self, expr: &'a Expr) -> Children {
        match expr {
            Expr::List(list) if !has_star(&list.elts) => self.each(&list.elts),
            Expr::Tuple(tuple) if !has_star(&tuple.elts) => self.each(&tuple.elts),
            Expr::Set(set) if !has_star(&set.elts) => self.each(&set.elts),
            Expr::ListComp(of) => self.comprehension(&of.elt, &of.generators),
            Expr::SetComp(of) => self.comprehension(&of.elt, &of.generators),
            Expr::Generator(of) => self.comprehension(&of.elt, &of.generators),
            Expr::Name(name) => self.named(name.id.as_str()),
            other => self.items(self.place.text(other), ItemKind::Unknown),
        }
    }

    /// The children that are the arguments of a call, `gather(a(), *others)`.
    pub fn arguments(&self, arguments: &'a [Expr]) -> Children {
        match arguments {
            [Expr::Starred(all)] => self.listed(&all.value),
            arguments if has_star(arguments) => {
                let texts: Vec<_> = arguments.iter().map(|argument| self.place.text(argument)).collect();
                self.items(&format!("[{}]", texts.join(", ")), ItemKind::Unknown)
            }
            arguments => self.each(arguments),
        }
    }

    pub fn each(&self, exprs: &'a [Expr]) -> Children {
        Children::Each(exprs.iter().map(|expr| self.child(expr)).collect())
    }

    pub fn child(&self, expr: &'a Expr) -> Child {
        let mut child = Child {
            awaited: self.awaited(expr),
            variable: None,
            is_needed: false,
            origin: None,
            range: bytes(expr),
            comments: Comments::default(),
        };
        if let Some(name) = expr.as_name_expr().map(|name| name.id.as_str()) {
            match self.made_here(name) {
                Some((value, stmt)) => {
                    child.awaited = self.awaited(value);
                    child.range = bytes(stmt);
                }
                None => child.origin = self.origin(name),
            }
            child.variable = Some(name.to_owned());
        }
        child
    }

    pub fn comprehension(&self, element: &'a Expr, clauses: &[Comprehension]) -> Children {
        let (Some(first), Some(last)) = (clauses.first(), clauses.last()) else {
            return self.items("()", ItemKind::Unknown);
        };
        let clauses_are_loop = clauses.len() == 1 && first.ifs.is_empty();
        let clauses = self.place.program.source.get(first.start().to_usize()..last.end().to_usize());
        Children::Comprehension {
            element: self.awaited(element),
            clauses: clauses.unwrap_or("").to_owned(),
            is_loop: clauses_are_loop,
        }
    }

    /// The head of a loop as a clause of a comprehension.
    pub fn head(&self, each: &StmtFor) -> String {
        let head = each.start().to_usize()..each.iter.end().to_usize();
        self.place.program.source.get(head).unwrap_or("").to_owned()
    }

    fn items(&self, text: &str, kind: ItemKind) -> Children {
        Children::Items { text: text.to_owned(), kind, origin: None }
    }

    fn named(&self, name: &str) -> Children {
        if let Some((value, stmt)) = self.made_here(name) {
            return match appending(self.place.suite, stmt) {
                Some((each, element)) if is_empty_list(value) => Children::Comprehension {
                    element: self.awaited(element),
                    clauses: self.head(each),
                    is_loop: true,
                },
                _ => self.listed(value),
            };
        }
        let text = name.to_owned();
        Children::Items { text, kind: self.kind(name), origin: self.origin(name) }
    }

    /// The value that a statement of the site gave to the name.
    fn made_here(&self, name: &str) -> Option<(&'a Expr, &'a Stmt)> {
        let made = self.place.suite.get(self.first..self.place.index)?;
        made.iter()
            .find_map(|stmt| assigned(stmt).filter(|(to, _)| *to == name).map(|(_, value)| (value, stmt)))
    }

    /// Where the tasks in the variable were made earlier, if that could be done here instead.
    fn origin(&self, name: &str) -> Option<Origin> {
        let earlier = self.place.suite.get(..self.first)?;
        let is_it = |stmt: &&Stmt| assigned(stmt).is_some_and(|(to, _)| to == name);
        let stmt = earlier.iter().rev().find(is_it)?;
        let (_, value) = assigned(stmt)?;
        let mut own = self.own.clone();
        own.push(bytes(stmt));
        let is_needed = self.place.function.uses_outside(name, &own);
        // Code before the site, or in a loop around it, may do more with the task.
        own.push(self.start()..self.place.end_of_suite());
        if !makes_tasks(self.place.program, value) || self.place.function.uses_outside(name, &own) {
            return None;
        }
        let children = match value {
            Expr::Call(_) => self.each(std::slice::from_ref(value)),
            value => self.listed(value),
        };
        Some(Origin { statement: bytes(stmt), children: Box::new(children), is_needed })
    }

    /// What the list in the variable holds.
    fn kind(&self, name: &str) -> ItemKind {
        let stmts = || self.place.function.suites.iter().flat_map(|suite| suite.iter());
        let elements =
            stmts().filter_map(|stmt| match (assigned(stmt), appended(stmt), appended_alone(stmt)) {
                (Some((to, value)), ..) if to == name => element(value),
                (_, Some((to, _, value)), _) if to == name => Some(value),
                (.., Some((to, value))) if to == name => Some(value),
                _ => None,
            });
        let mut kinds = elements.map(|element| match self.awaited(element) {
            Awaited::Coroutine(_) => ItemKind::Coroutines,
            Awaited::Started { .. } | Awaited::Future(_) => ItemKind::Tasks,
            Awaited::Unknown(_) => ItemKind::Unknown,
        });
        let first = kinds.next().unwrap_or(ItemKind::Unknown);
        if kinds.all(|kind| kind == first) { first } else { ItemKind::Unknown }
    }

    /// Whether it calls a function of the program's own.
    pub fn is_own(&self, expr: &Expr) -> bool {
        let function = expr.as_call_expr().map(|call| self.place.program.imports.resolve(&call.func));
        function == Some(None)
    }

    /// What an expression that is awaited is.
    pub fn awaited(&self, expr: &Expr) -> Awaited {
        let program = self.place.program;
        let text = || operand(program, expr);
        match expr {
            Expr::Call(call) => match started(program, call) {
                Some((coroutine, options)) => {
                    Awaited::Started { coroutine: operand(program, coroutine), options }
                }
                None if makes_coroutine(program, call) => Awaited::Coroutine(text()),
                None if makes_future(program, call) => Awaited::Future(text()),
                None => Awaited::Unknown(text()),
            },
            Expr::Name(name) => match self.value_of(name.id.as_str()) {
                Some(Expr::Call(call)) if makes_coroutine(program, call) => Awaited::Coroutine(text()),
                Some(value) if makes_tasks(program, value) => Awaited::Future(text()),
                _ => Awaited::Unknown(text()),
            },
            _ => Awaited::Unknown(text()),
        }
    }

    /// The value that the variable gets in this function, where there is only one.
    fn value_of(&self, name: &str) -> Option<&'a Expr> {
        let stmts = self.place.function.suites.iter().flat_map(|suite| suite.iter());
        let mut values = stmts.filter_map(|stmt| assigned(stmt).filter(|(to, _)| *to == name));
        let (_, value) = values.next()?;
        values.next().is_none().then_some(value)
    }
}

/// `name = value`.
pub fn assigned(stmt: &Stmt) -> Option<(&str, &Expr)> {
    let assign = stmt.as_assign_stmt()?;
    let [Expr::Name(name)] = assign.targets.as_slice() else { return None };
    Some((name.id.as_str(), &assign.value))
}

/// `for … in …: list.append(element)`: the list, the loop, the element.
fn appended(stmt: &Stmt) -> Option<(&str, &StmtFor, &Expr)> {
    let Stmt::For(each) = stmt else { return None };
    let [append] = &*each.body else { return None };
    let (list, element) = appended_alone(append)?;
    each.orelse.is_empty().then_some((list, each, element))
}

/// `list.append(element)`.
pub fn appended_alone(stmt: &Stmt) -> Option<(&str, &Expr)> {
    let call = stmt.as_expr_stmt()?.value.as_call_expr()?;
    let append = call.func.as_attribute_expr().filter(|attribute| attribute.attr.as_str() == "append")?;
    let [element] = &*call.arguments.args else { return None };
    Some((append.value.as_name_expr()?.id.as_str(), element))
}

/// The appending loop that stands after `stmt`.
fn appending<'a>(suite: &'a [Stmt], stmt: &Stmt) -> Option<(&'a StmtFor, &'a Expr)> {
    let after = suite.iter().find(|other| other.start() >= stmt.end())?;
    appended(after).map(|(_, each, element)| (each, element))
}

pub fn is_empty_list(expr: &Expr) -> bool {
    expr.as_list_expr().is_some_and(|list| list.elts.is_empty())
}

fn element(list: &Expr) -> Option<&Expr> {
    match list {
        Expr::List(list) => list.elts.first(),
        Expr::Tuple(tuple) => tuple.elts.first(),
        Expr::Set(set) => set.elts.first(),
        Expr::ListComp(of) => Some(&of.elt),
        Expr::SetComp(of) => Some(&of.elt),
        Expr::Generator(of) => Some(&of.elt),
        _ => None,
    }
}

fn has_star(exprs: &[Expr]) -> bool {
    exprs.iter().any(Expr::is_starred_expr)
}

/// Whether the value is a task, or a list of awaitable things that are made or named in it.
fn makes_tasks(program: &Program<'_>, value: &Expr) -> bool {
    let is_awaitable = |expr: &Expr| match expr {
        Expr::Call(call) => {
            started(program, call).is_some() || makes_coroutine(program, call) || makes_future(program, call)
        }
        expr => expr.is_name_expr(),
    };
    match value {
        Expr::Call(call) => started(program, call).is_some(),
        Expr::List(ExprList { elts, .. })
        | Expr::Tuple(ExprTuple { elts, .. })
        | Expr::Set(ExprSet { elts, .. }) => !elts.is_empty() && elts.iter().all(is_awaitable),
        Expr::ListComp(of) => is_awaitable(&of.elt),
        Expr::SetComp(of) => is_awaitable(&of.elt),
        _ => false,
    }
}

/// `create_task(coroutine, options)` of asyncio, a loop or a group: the coroutine and the text of
/// the options, `, name="A"`.
pub fn started<'e>(program: &Program<'_>, call: &'e ExprCall) -> Option<(&'e Expr, String)> {
    let [coroutine] = &*call.arguments.args else { return None };
    let is_method = call.func.as_attribute_expr().is_some_and(|method| method.attr.as_str() == "create_task");
    let starts = match program.imports.resolve(&call.func) {
        Some("create_task") => true,
        Some("ensure_future") => coroutine.as_call_expr().is_some_and(|call| makes_coroutine(program, call)),
        _ => is_method,
    };
    let option = |keyword| format!(", {}", program.text(keyword));
    starts.then(|| (coroutine, call.arguments.keywords.iter().map(option).collect()))
}

fn makes_coroutine(program: &Program<'_>, call: &ExprCall) -> bool {
    match program.imports.resolve(&call.func) {
        Some("sleep" | "wait_for" | "to_thread") => true,
        Some("gather" | "shield" | "wrap_future" | "ensure_future" | "create_task") => false,
        _ => match &*call.func {
            Expr::Name(name) => program.is_coroutine_function(name.id.as_str()),
            Expr::Attribute(method) => program.is_coroutine_function(method.attr.as_str()),
            _ => false,
        },
    }
}

fn makes_future(program: &Program<'_>, call: &ExprCall) -> bool {
    let method = call.func.as_attribute_expr().map(|method| method.attr.as_str());
    matches!(program.imports.resolve(&call.func), Some("gather" | "shield" | "wrap_future" | "ensure_future"))
        || matches!(method, Some("run_in_executor" | "create_future"))
}

/// The text of an expression such that it can stand anywhere, after `await` too.
fn operand(program: &Program<'_>, expr: &Expr) -> String {
    let text = program.text(expr);
    match expr {
        Expr::Call(_) | Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => text.to_owned(),
        _ => format!("({text})"),
    }
}

/// The variables that are themselves in the list of what is awaited.
fn variables(exprs: &[Expr]) -> Vec<&str> {
    match exprs {
        [Expr::List(list)] if !has_star(&list.elts) => names(&list.elts),
        [Expr::Tuple(tuple)] if !has_star(&tuple.elts) => names(&tuple.elts),
        [Expr::Set(set)] if !has_star(&set.elts) => names(&set.elts),
        [Expr::Starred(all)] => variables(std::slice::from_ref(&all.value)),
        exprs if has_star(exprs) => Vec::new(),
        exprs => names(exprs),
    }
}

fn names(exprs: &[Expr]) -> Vec<&str> {
    exprs.iter().filter_map(|expr| Some(expr.as_name_expr()?.id.as_str())).collect()
}
