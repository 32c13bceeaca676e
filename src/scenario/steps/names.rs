//! The names that statements make and use.

use super::document::Document;
use super::tree::Node;
use ruff_python_ast::visitor::{
    Visitor, walk_alias, walk_except_handler, walk_expr, walk_pattern, walk_stmt,
};
use ruff_python_ast::{Alias, ExceptHandler, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::Ranged;
use std::ops::Range;

/// A name and where it is written.
type Written<'a> = (&'a str, usize);

/// The names of some statements.
#[derive(Default)]
pub struct Names<'a> {
    /// Those that the statements themselves make, not the functions defined in them.
    pub made: Vec<Written<'a>>,
    /// Those that are used anywhere in them.
    pub used: Vec<Written<'a>>,
    /// Those that are said to be `global` or `nonlocal`.
    pub foreign: Vec<&'a str>,
    inner: usize,
}

impl<'a> Names<'a> {
    pub fn of(stmts: &'a [Stmt]) -> Self {
        let mut names = Self::default();
        names.visit_body(stmts);
        names
    }

    pub fn makes(&self, name: &str) -> bool {
        self.made.iter().any(|(made, _)| *made == name)
    }

    pub fn uses(&self, name: &str) -> bool {
        self.used.iter().any(|(used, _)| *used == name)
    }

    fn make(&mut self, name: &'a str, node: &impl Ranged) {
        if self.inner == 0 {
            self.made.push((name, node.start().to_usize()));
        }
    }

    fn within(&mut self, walk: impl FnOnce(&mut Self)) {
        self.inner += 1;
        walk(self);
        self.inner -= 1;
    }
}

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                self.make(def.name.as_str(), def);
                self.within(|names| walk_stmt(names, stmt));
            }
            Stmt::ClassDef(class) => {
                self.make(class.name.as_str(), class);
                self.within(|names| walk_stmt(names, stmt));
            }
            Stmt::Global(stmt) => self.foreign.extend(stmt.names.iter().map(|name| name.as_str())),
            Stmt::Nonlocal(stmt) => self.foreign.extend(stmt.names.iter().map(|name| name.as_str())),
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => self.used.push((name.id.as_str(), name.start().to_usize())),
                _ => self.make(name.id.as_str(), name),
            },
            Expr::Lambda(_)
            | Expr::ListComp(_)
            | Expr::SetComp(_)
            | Expr::DictComp(_)
            | Expr::Generator(_) => {
                self.within(|names| walk_expr(names, expr));
            }
            _ => walk_expr(self, expr),
        }
    }

    fn visit_alias(&mut self, alias: &'a Alias) {
        let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        self.make(name.split('.').next().unwrap_or(name), alias);
        walk_alias(self, alias);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(caught) = handler;
        if let Some(name) = &caught.name {
            self.make(name.as_str(), name);
        }
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.make(name.as_str(), name);
        }
        walk_pattern(self, pattern);
    }
}

impl<'a> Document<'a> {
    /// The statements of the function (or module) that the statement is run by.
    pub fn scope(&self, node: Node) -> &'a [Stmt] {
        let body = self.tree.function_of(node).map_or(0, |function| function.body);
        self.tree.stmts(body)
    }

    /// Whether the name is a parameter of the function that the statement is in.
    pub fn is_parameter(&self, node: Node, name: &str) -> bool {
        let function = self.tree.function_of(node);
        function.is_some_and(|function| function.def.parameters.includes(name))
    }

    /// A name that these bytes of a statement make, that is used elsewhere, and that nothing else makes, with
    /// where it is used.
    pub fn needed_elsewhere(&self, node: Node, range: &Range<usize>) -> Option<Written<'a>> {
        let names = Names::of(self.scope(node));
        let inside = |at: &usize| range.contains(at);
        let is_made_elsewhere = |name: &str| {
            self.is_parameter(node, name) || names.made.iter().any(|(made, at)| *made == name && !inside(at))
        };
        let users = match self.tree.function_of(node) {
            Some(_) if names.foreign.is_empty() => names.used.clone(),
            _ => Names::of(self.tree.stmts(0)).used,
        };
        let needed = |(made, at): &&Written<'a>| inside(at) && !is_made_elsewhere(made);
        names
            .made
            .iter()
            .filter(needed)
            .find_map(|(made, _)| users.iter().find(|(used, at)| used == made && !inside(at)).copied())
    }
}
