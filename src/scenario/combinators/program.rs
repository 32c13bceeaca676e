//! A parsed program and the questions that finding a site asks of it.

use super::imports::Imports;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_parameter, walk_stmt};
use ruff_python_ast::{Expr, ModModule, Parameter, Stmt, StmtFunctionDef};
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;
use std::ops::Range;

pub struct Program<'a> {
    pub source: &'a str,
    pub imports: Imports,
    /// Async functions in the order of the source.
    pub functions: Vec<Function<'a>>,
    /// Bytes of the comments.
    pub comments: Vec<Range<usize>>,
    coroutine_functions: Vec<&'a str>,
    entry: Option<&'a str>,
}

/// An async function and every name that is written in it.
pub struct Function<'a> {
    pub def: &'a StmtFunctionDef,
    /// The statements of every block, outer blocks first.
    pub suites: Vec<&'a [Stmt]>,
    names: Vec<(&'a str, usize)>,
}

impl<'a> Program<'a> {
    pub fn new(source: &'a str, parsed: &'a Parsed<ModModule>) -> Self {
        let mut survey = Survey::default();
        survey.visit_body(parsed.suite());
        let comment = |token: &&ruff_python_ast::token::Token| token.kind() == TokenKind::Comment;
        Self {
            source,
            imports: Imports::new(parsed.suite()),
            coroutine_functions: survey.functions.iter().map(|def| def.name.as_str()).collect(),
            functions: survey.functions.into_iter().map(Function::new).collect(),
            comments: parsed.tokens().iter().filter(comment).map(super::bytes).collect(),
            entry: survey.run,
        }
    }

    /// The innermost async function around this place.
    pub fn function_at(&self, offset: usize) -> Option<&Function<'a>> {
        self.functions.iter().rfind(|function| super::bytes(function.def).contains(&offset))
    }

    pub fn text(&self, node: &impl Ranged) -> &'a str {
        self.source.get(super::bytes(node)).unwrap_or("")
    }

    /// Whether a call of this name gives a coroutine: some `async def` has it.
    pub fn is_coroutine_function(&self, name: &str) -> bool {
        self.coroutine_functions.contains(&name)
    }

    /// The function that `asyncio.run` is given, or `main`.
    pub fn is_entry(&self, function: &Function<'a>) -> bool {
        function.def.name.as_str() == self.entry.unwrap_or("main")
    }
}

impl<'a> Function<'a> {
    fn new(def: &'a StmtFunctionDef) -> Self {
        let mut suites = Suites::default();
        suites.visit_body(&def.body);
        let mut names = Names::default();
        names.visit_parameters(&def.parameters);
        names.visit_body(&def.body);
        Self { def, suites: suites.0, names: names.0 }
    }

    pub fn has_name(&self, name: &str) -> bool {
        self.names.iter().any(|(written, _)| *written == name)
    }

    /// Whether the name is written anywhere but in these ranges.
    pub fn uses_outside(&self, name: &str, ranges: &[Range<usize>]) -> bool {
        let outside = |at: &usize| !ranges.iter().any(|range| range.contains(at));
        self.names.iter().any(|(written, at)| *written == name && outside(at))
    }

    /// Whether the name is written in this range.
    pub fn uses_inside(&self, name: &str, range: &Range<usize>) -> bool {
        self.names.iter().any(|(written, at)| *written == name && range.contains(at))
    }

    /// The name, or the name with a number, such that the function does not use it yet.
    pub fn fresh(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
        candidates.find(|candidate| !self.has_name(candidate)).unwrap_or_default()
    }
}

/// The async functions of a module, and what is run.
#[derive(Default)]
struct Survey<'a> {
    functions: Vec<&'a StmtFunctionDef>,
    run: Option<&'a str>,
}

impl<'a> Visitor<'a> for Survey<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt
            && def.is_async
        {
            self.functions.push(def);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Some(name) = run_argument(expr) {
            self.run = Some(name);
        }
        walk_expr(self, expr);
    }
}

/// `main` of `asyncio.run(main())` and of `loop.run_until_complete(main())`.
fn run_argument(expr: &Expr) -> Option<&str> {
    let call = expr.as_call_expr()?;
    let runner = match &*call.func {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return None,
    };
    let started = call.arguments.args.first()?.as_call_expr()?;
    matches!(runner, "run" | "run_until_complete")
        .then(|| started.func.as_name_expr())?
        .map(|name| name.id.as_str())
}

#[derive(Default)]
struct Suites<'a>(Vec<&'a [Stmt]>);

impl<'a> Visitor<'a> for Suites<'a> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        if !body.is_empty() {
            self.0.push(body);
        }
        body.iter().for_each(|stmt| self.visit_stmt(stmt));
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

#[derive(Default)]
struct Names<'a>(Vec<(&'a str, usize)>);

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.0.push((name.id.as_str(), name.start().to_usize()));
        }
        walk_expr(self, expr);
    }

    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        self.0.push((parameter.name.as_str(), parameter.start().to_usize()));
        walk_parameter(self, parameter);
    }
}
