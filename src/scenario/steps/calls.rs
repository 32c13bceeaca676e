//! The call that makes a task's coroutine, and what is around it.

use super::document::Document;
use super::tree::{Function, Node};
use crate::scenario::refusal::Refusal;
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{ElifElseClause, ExceptHandler, Expr, ExprCall, MatchCase, Stmt};
use ruff_text_size::Ranged;

/// A call and the expressions that it stands in.
pub struct Made<'a> {
    pub call: &'a ExprCall,
    /// From the nearest to the outermost.
    pub around: Vec<&'a Expr>,
    pub node: Node,
    pub stmt: &'a Stmt,
}

/// The call that starts at this byte.
///
/// # Errors
/// [`Refusal::NoCall`]; [`Refusal::MadeInLoop`] where it is made more than once.
pub fn made<'a>(document: &Document<'a>, offset: usize) -> Result<Made<'a>, Refusal> {
    let node = document.tree.around(offset).ok_or(Refusal::NoCall)?;
    let stmt = document.stmt(node)?;
    let (found, around) = search(stmt, offset, Expr::is_call_expr).ok_or(Refusal::NoCall)?;
    let call = found.as_call_expr().ok_or(Refusal::NoCall)?;
    let made = Made { call, around, node, stmt };
    match is_repeated(document, &made) {
        true => Err(Refusal::MadeInLoop { line: document.line(offset) }),
        false => Ok(made),
    }
}

/// Whether a loop, a comprehension or a function in an expression may run the call again.
fn is_repeated(document: &Document<'_>, made: &Made<'_>) -> bool {
    let comprehends = |expr: &&Expr| {
        matches!(
            expr,
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) | Expr::Lambda(_)
        )
    };
    let mut owners =
        std::iter::successors(document.tree.owner(made.node), |owner| document.tree.owner(*owner))
            .map_while(|owner| document.tree.stmt(owner))
            .take_while(|stmt| !stmt.is_function_def_stmt());
    made.around.iter().any(comprehends)
        || made.stmt.is_while_stmt()
        || owners.any(|stmt| matches!(stmt, Stmt::For(_) | Stmt::While(_)))
}

/// An expression of the statement itself that starts at this byte, and those around it, from the nearest to the
/// outermost.
pub fn search(stmt: &Stmt, offset: usize, is_it: fn(&Expr) -> bool) -> Option<(&Expr, Vec<&Expr>)> {
    let mut search = Search { offset, is_it, path: Vec::new(), found: None };
    ruff_python_ast::visitor::walk_stmt(&mut search, stmt);
    search.found
}

struct Search<'a> {
    offset: usize,
    is_it: fn(&Expr) -> bool,
    path: Vec<&'a Expr>,
    found: Option<(&'a Expr, Vec<&'a Expr>)>,
}

impl<'a> Visitor<'a> for Search<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.found.is_some() {
            return;
        }
        if expr.start().to_usize() == self.offset && (self.is_it)(expr) {
            self.found = Some((expr, self.path.iter().rev().copied().collect()));
            return;
        }
        self.path.push(expr);
        walk_expr(self, expr);
        self.path.pop();
    }

    // The blocks of a statement have statements of their own.
    fn visit_stmt(&mut self, _: &'a Stmt) {}
    fn visit_body(&mut self, _: &'a [Stmt]) {}
    fn visit_elif_else_clause(&mut self, clause: &'a ElifElseClause) {
        clause.test.iter().for_each(|test| self.visit_expr(test));
    }
    fn visit_except_handler(&mut self, _: &'a ExceptHandler) {}
    fn visit_match_case(&mut self, _: &'a MatchCase) {}
}

/// The function that the call calls, if the program defines it under that name.
pub fn callee<'d, 'a>(document: &'d Document<'a>, made: &Made<'_>) -> Option<&'d Function<'a>> {
    let functions = &document.tree.functions;
    let is_method = |function: &Function<'_>| {
        let def = document.tree.suites.get(function.body).and_then(|suite| suite.owner);
        let owner = def.and_then(|def| document.tree.owner(def));
        owner.and_then(|owner| document.tree.stmt(owner)).is_some_and(Stmt::is_class_def_stmt)
    };
    match &*made.call.func {
        Expr::Attribute(attribute) => {
            let name = attribute.attr.as_str();
            let mut fitting = functions.iter().filter(|it| it.def.name.as_str() == name && is_method(it));
            fitting.next().filter(|_| fitting.next().is_none())
        }
        Expr::Name(name) => {
            let name = name.id.as_str();
            let mut scope = document.tree.suites.get(made.node.suite).and_then(|suite| suite.function);
            loop {
                let here =
                    |it: &&Function<'_>| it.outer == scope && it.def.name.as_str() == name && !is_method(it);
                if let Some(function) = functions.iter().rfind(here) {
                    return Some(function);
                }
                scope = functions.get(scope?)?.outer;
            }
        }
        _ => None,
    }
}

/// What a task is called after its call: `work("Fast one", 1)` is `fast_one`.
pub fn label(call: &ExprCall) -> Option<String> {
    let text = call.arguments.args.first()?.as_string_literal_expr()?.value.to_str().to_lowercase();
    let mut label = String::new();
    for character in text.chars() {
        match character {
            'a'..='z' | '0'..='9' => label.push(character),
            ' ' | '_' | '-' | '.' if !label.is_empty() && !label.ends_with('_') => label.push('_'),
            ' ' | '_' | '-' | '.' => {}
            _ => return None,
        }
    }
    let label = label.trim_end_matches('_').to_owned();
    (!label.is_empty() && label.len() <= 24).then_some(label)
}

/// The last part of the name that is called.
pub fn function_name(call: &ExprCall) -> &str {
    match &*call.func {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => "",
    }
}
