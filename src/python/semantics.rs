//! What parses but does not compile: `return` outside a function, `await` outside a coroutine,
//! `break` outside a loop, a name that is global and a parameter.
//!
//! The checks are ruff's; this walks the tree, tells the checks where they are, and says what they
//! find in CPython's words.

mod messages;
mod scope;
mod warnings;

pub(super) use warnings::warnings;

use super::syntax::Problem;
use messages::problem;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Comprehension, Expr, PythonVersion, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_python_parser::semantic_errors::{
    LazyImportContext, SemanticSyntaxChecker, SemanticSyntaxContext, SemanticSyntaxError,
};
use ruff_text_size::TextRange;
use scope::{Scope, ScopeKind};
use std::cell::RefCell;

/// What CPython's compiler would refuse first in a program that parses.
pub(super) fn first_problem(source: &str, suite: &[Stmt]) -> Option<Problem> {
    let mut walk = Walk {
        source,
        checker: SemanticSyntaxChecker::new(),
        scopes: vec![Scope::module(suite)],
        problems: RefCell::default(),
    };
    walk.visit_body(suite);
    walk.problems.into_inner().into_iter().min_by_key(|problem| problem.range.start())
}

struct Walk<'a> {
    source: &'a str,
    checker: SemanticSyntaxChecker,
    /// From the module to where the walk is.
    scopes: Vec<Scope<'a>>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Walk<'a> {
    fn check(&mut self, check: impl FnOnce(&mut SemanticSyntaxChecker, &Self)) {
        let mut checker = std::mem::take(&mut self.checker);
        check(&mut checker, self);
        self.checker = checker;
    }

    fn within(&mut self, scope: Scope<'a>, walk: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        walk(self);
        self.scopes.pop();
    }

    fn function(&mut self, def: &'a StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        self.visit_parameters(&def.parameters);
        if let Some(returns) = &def.returns {
            self.visit_expr(returns);
        }
        self.within(Scope::function(def), |walk| walk.visit_body(&def.body));
    }

    fn class(&mut self, def: &'a StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(arguments) = &def.arguments {
            self.visit_arguments(arguments);
        }
        self.within(Scope::class(&def.body), |walk| walk.visit_body(&def.body));
    }

    /// `break` belongs to the loop in its body only.
    fn repeated(&mut self, body: &'a [Stmt], otherwise: &'a [Stmt]) {
        self.enter_loop(true);
        self.visit_body(body);
        self.enter_loop(false);
        self.visit_body(otherwise);
    }

    fn enter_loop(&mut self, enters: bool) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.loops = if enters { scope.loops + 1 } else { scope.loops.saturating_sub(1) };
        }
    }

    fn comprehension(&mut self, generators: &'a [Comprehension], elements: &[&'a Expr], kind: ScopeKind) {
        // The first iterable is evaluated outside.
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        self.within(Scope::of(kind), |walk| {
            for (index, generator) in generators.iter().enumerate() {
                if index > 0 {
                    walk.visit_expr(&generator.iter);
                }
                walk.visit_expr(&generator.target);
                generator.ifs.iter().for_each(|condition| walk.visit_expr(condition));
            }
            elements.iter().for_each(|element| walk.visit_expr(element));
        });
    }

    fn report(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// What ruff leaves to others.
    fn check_more(&self, stmt: &Stmt) {
        match stmt {
            Stmt::Try(attempt) => {
                let handlers = attempt.handlers.iter().filter_map(|handler| handler.as_except_handler());
                let bare = handlers.rev().skip(1).find(|handler| handler.type_.is_none());
                if let Some(handler) = bare {
                    self.report(Problem::new(handler.range, "default 'except:' must be last"));
                }
            }
            Stmt::Expr(expr) if expr.value.is_starred_expr() => {
                self.report(Problem::new(expr.range, "can't use starred expression here"));
            }
            _ => {}
        }
    }

    /// Whether the innermost scope is so.
    fn here(&self, is_so: impl Fn(&Scope<'a>) -> bool) -> bool {
        self.scopes.last().is_some_and(is_so)
    }

    /// The scopes from here outwards, comprehensions left out.
    fn real_scopes(&self) -> impl Iterator<Item = &Scope<'a>> {
        self.scopes.iter().rev().filter(|scope| !scope.kind.is_comprehension())
    }
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.check(|checker, walk| checker.visit_stmt(stmt, walk));
        self.check_more(stmt);
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::For(each) => {
                self.visit_expr(&each.iter);
                self.visit_expr(&each.target);
                self.repeated(&each.body, &each.orelse);
            }
            Stmt::While(repeat) => {
                self.visit_expr(&repeat.test);
                self.repeated(&repeat.body, &repeat.orelse);
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.check(|checker, walk| checker.visit_expr(expr, walk));
        match expr {
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                self.within(Scope::of(ScopeKind::Lambda), |walk| walk.visit_expr(&lambda.body));
            }
            Expr::ListComp(of) => self.comprehension(&of.generators, &[&of.elt], ScopeKind::Comprehension),
            Expr::SetComp(of) => self.comprehension(&of.generators, &[&of.elt], ScopeKind::Comprehension),
            Expr::Generator(of) => self.comprehension(&of.generators, &[&of.elt], ScopeKind::Generator),
            Expr::DictComp(of) => {
                let elements: Vec<&Expr> = of.key.as_deref().into_iter().chain([&*of.value]).collect();
                self.comprehension(&of.generators, &elements, ScopeKind::Comprehension);
            }
            expr => walk_expr(self, expr),
        }
    }
}

impl SemanticSyntaxContext for Walk<'_> {
    fn future_annotations_or_stub(&self) -> bool {
        false
    }

    fn lazy_import_context(&self) -> Option<LazyImportContext> {
        None
    }

    fn python_version(&self) -> PythonVersion {
        PythonVersion::PY313
    }

    fn source(&self) -> &str {
        self.source
    }

    fn global(&self, name: &str) -> Option<TextRange> {
        self.real_scopes().next()?.global(name)
    }

    fn has_nonlocal_binding(&self, name: &str) -> bool {
        self.real_scopes().skip(1).any(|scope| scope.kind.is_function() && scope.binds(name))
    }

    fn in_async_context(&self) -> bool {
        self.real_scopes().next().is_some_and(|scope| scope.kind == ScopeKind::AsyncFunction)
    }

    fn in_await_allowed_context(&self) -> bool {
        self.real_scopes().next().is_some_and(|scope| scope.kind.is_function())
    }

    fn in_yield_allowed_context(&self) -> bool {
        self.here(|scope| scope.kind.is_function())
    }

    fn in_sync_comprehension(&self) -> bool {
        self.here(|scope| scope.kind.is_comprehension())
    }

    fn in_class_body_comprehension(&self) -> bool {
        self.real_scopes().next().is_some_and(|scope| scope.kind == ScopeKind::Class)
    }

    fn in_module_scope(&self) -> bool {
        self.scopes.len() == 1
    }

    fn in_function_scope(&self) -> bool {
        self.here(|scope| scope.kind.is_function())
    }

    fn in_generator_context(&self) -> bool {
        self.scopes
            .iter()
            .rev()
            .take_while(|scope| scope.kind.is_comprehension())
            .any(|scope| scope.kind == ScopeKind::Generator)
    }

    fn in_notebook(&self) -> bool {
        false
    }

    fn report_semantic_error(&self, error: SemanticSyntaxError) {
        let in_comprehension = self.here(|scope| scope.kind.is_comprehension());
        self.report(problem(self.source, &error, in_comprehension));
    }

    fn in_loop_context(&self) -> bool {
        self.here(|scope| scope.loops > 0)
    }

    fn is_bound_parameter(&self, name: &str) -> bool {
        self.real_scopes().next().is_some_and(|scope| scope.has_parameter(name))
    }
}
