//! The names of one scope, as far as the checks ask for them.

use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{
    AnyParameterRef, ExceptHandler, Expr, ExprContext, Identifier, Pattern, Stmt, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

/// A module, class, function or comprehension that the walk is in.
#[derive(Default)]
pub struct Scope<'a> {
    pub kind: ScopeKind,
    /// How many loops of this scope are around.
    pub loops: usize,
    parameters: Vec<&'a str>,
    names: Names<'a>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScopeKind {
    #[default]
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    Generator,
}

impl ScopeKind {
    pub fn is_function(self) -> bool {
        matches!(self, Self::Function | Self::AsyncFunction | Self::Lambda)
    }

    pub fn is_comprehension(self) -> bool {
        matches!(self, Self::Comprehension | Self::Generator)
    }
}

impl<'a> Scope<'a> {
    pub fn module(suite: &'a [Stmt]) -> Self {
        Self { names: Names::of(suite), ..Self::default() }
    }

    pub fn class(body: &'a [Stmt]) -> Self {
        Self { kind: ScopeKind::Class, names: Names::of(body), ..Self::default() }
    }

    pub fn function(def: &'a StmtFunctionDef) -> Self {
        let kind = if def.is_async { ScopeKind::AsyncFunction } else { ScopeKind::Function };
        let parameters =
            def.parameters.iter().map(|parameter: AnyParameterRef<'a>| parameter.name().as_str());
        Self { kind, parameters: parameters.collect(), names: Names::of(&def.body), loops: 0 }
    }

    pub fn of(kind: ScopeKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// Where the name is declared `global` here.
    pub fn global(&self, name: &str) -> Option<TextRange> {
        self.names.globals.iter().find(|declared| declared.as_str() == name).map(|declared| declared.range())
    }

    pub fn binds(&self, name: &str) -> bool {
        let is_elsewhere = self.names.elsewhere.contains(&name) || self.global(name).is_some();
        self.has_parameter(name) || (self.names.bound.contains(&name) && !is_elsewhere)
    }

    pub fn has_parameter(&self, name: &str) -> bool {
        self.parameters.contains(&name)
    }
}

/// What the statements of a scope bind and declare.
#[derive(Default)]
struct Names<'a> {
    bound: Vec<&'a str>,
    globals: Vec<&'a Identifier>,
    /// Declared `nonlocal`.
    elsewhere: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(suite: &'a [Stmt]) -> Self {
        let mut names = Self::default();
        names.visit_body(suite);
        names
    }
}

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.bound.push(&def.name),
            Stmt::ClassDef(def) => self.bound.push(&def.name),
            Stmt::Global(global) => self.globals.extend(&global.names),
            Stmt::Nonlocal(nonlocal) => self.elsewhere.extend(nonlocal.names.iter().map(Identifier::as_str)),
            Stmt::Import(import) => {
                let local =
                    import.names.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                self.bound.extend(local.filter_map(|name| name.split('.').next()));
            }
            Stmt::ImportFrom(import) => {
                let local =
                    import.names.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                self.bound.extend(local);
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Lambda(_) => {}
            Expr::Name(name) if name.ctx != ExprContext::Load => self.bound.push(name.id.as_str()),
            expr => walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(named) = handler;
        self.bound.extend(named.name.as_deref());
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchAs(capture) => self.bound.extend(capture.name.as_deref()),
            Pattern::MatchStar(capture) => self.bound.extend(capture.name.as_deref()),
            Pattern::MatchMapping(mapping) => self.bound.extend(mapping.rest.as_deref()),
            _ => {}
        }
        walk_pattern(self, pattern);
    }
}
