//! Finding the site: which statements of which function are about awaiting several things.
//!
//! The function that the program runs comes first, and in it whatever is plainly about several
//! tasks (`gather`, `wait`, `as_completed`, `TaskGroup`, awaits of tasks), then coroutines that
//! happen to be awaited one after the other.

mod children;
mod completed;
mod gather;
mod group;
mod results;
mod turns;
mod wait;

use super::program::{Function, Program};
use super::site::{Children, Results, Site};
use super::{Combinator, Detection, Reason, bytes};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{ElifElseClause, ExceptHandler, Expr, ExprCall, MatchCase, Stmt};
use ruff_text_size::Ranged;
use std::ops::Range;

/// A way of awaiting that is there, and the site if it can be rewritten.
pub struct Found {
    pub combinator: Combinator,
    function: String,
    range: Range<usize>,
    pub site: Result<Site, Reason>,
}

/// A statement and where it stands.
#[derive(Clone, Copy)]
struct Place<'p, 'a> {
    program: &'p Program<'a>,
    function: &'p Function<'a>,
    suite: &'a [Stmt],
    index: usize,
    stmt: &'a Stmt,
}

/// What a statement may turn out to be.
type Finder = for<'p, 'a> fn(Place<'p, 'a>) -> Option<Found>;

pub fn find(program: &Program<'_>) -> Option<Found> {
    let (entry, others): (Vec<_>, Vec<_>) =
        program.functions.iter().partition(|function| program.is_entry(function));
    let finders: [Finder; 2] = [explicit, turns::several_coroutines];
    let singles: [Finder; 2] = [turns::one_coroutine, turns::several_of_any_kind];
    first(program, &entry, &finders)
        .or_else(|| first(program, &others, &finders))
        .or_else(|| first(program, &entry, &singles))
        .or_else(|| first(program, &others, &singles))
}

fn first(program: &Program<'_>, functions: &[&Function<'_>], finders: &[Finder]) -> Option<Found> {
    let in_function = |finder: &Finder, function| places(program, function).find_map(finder);
    functions.iter().find_map(|function| finders.iter().find_map(|finder| in_function(finder, function)))
}

fn places<'p, 'a>(
    program: &'p Program<'a>,
    function: &'p Function<'a>,
) -> impl Iterator<Item = Place<'p, 'a>> {
    function.suites.iter().flat_map(move |suite| {
        let place = move |(index, stmt)| Place { program, function, suite, index, stmt };
        suite.iter().enumerate().map(place)
    })
}

/// A way of awaiting that cannot be meant otherwise.
fn explicit(place: Place<'_, '_>) -> Option<Found> {
    named(place).or_else(|| turns::tasks(place)).or_else(|| turns::list_of_coroutines(place))
}

/// A way of awaiting that has a name in asyncio.
fn named(place: Place<'_, '_>) -> Option<Found> {
    group::found(place).or_else(|| completed::found(place)).or_else(|| {
        let mut calls = Calls::default();
        walk_stmt(&mut calls, place.stmt);
        calls.0.into_iter().find_map(|call| match place.program.imports.resolve(&call.func)? {
            "gather" => Some(gather::found(place, call)),
            "wait" => Some(wait::found(place, call)),
            "as_completed" => Some(place.found(Combinator::AsCompleted, Err(passed_on("as_completed")))),
            _ => None,
        })
    })
}

fn passed_on(call: &str) -> Reason {
    Reason::PassedOn { call: call.to_owned() }
}

/// Whether code after the site asks one of its tasks for a result.
pub fn unfinished_results(program: &Program<'_>, site: &Site) -> Result<(), Reason> {
    let Some(function) = program.function_at(site.range.start) else { return Ok(()) };
    let after = site.range.end..bytes(function.def).end;
    if !program.source.get(after.clone()).is_some_and(|text| text.contains(".result()")) {
        return Ok(());
    }
    let variables: Vec<&str> = match &site.children {
        Children::Each(each) => each.iter().filter_map(|child| child.variable.as_deref()).collect(),
        Children::Items { text, .. } => vec![text.as_str()],
        Children::Comprehension { .. } => Vec::new(),
    };
    let mut variables = variables.into_iter().chain(site.needed_list.as_deref());
    match variables.find(|name| function.uses_inside(name, &after)) {
        Some(name) => Err(Reason::NeedsAllResults { text: name.to_owned() }),
        None => Ok(()),
    }
}

impl<'a> Place<'_, 'a> {
    fn found(self, combinator: Combinator, site: Result<Site, Reason>) -> Found {
        let function = self.function.def.name.to_string();
        let range = site.as_ref().map_or_else(|_| bytes(self.stmt), |site| site.range.clone());
        Found { combinator, function, range, site }
    }

    fn next(self) -> Option<Self> {
        self.at(self.index + 1)
    }

    fn at(self, index: usize) -> Option<Self> {
        Some(Self { index, stmt: self.suite.get(index)?, ..self })
    }

    fn previous(self) -> Option<Self> {
        self.at(self.index.checked_sub(1)?)
    }

    fn end_of_suite(self) -> usize {
        self.suite.last().map_or(0, |stmt| stmt.end().to_usize())
    }

    fn text(self, node: &impl ruff_text_size::Ranged) -> &'a str {
        self.program.text(node)
    }
}

impl Found {
    pub fn detection(&self) -> Detection {
        let (children, targets) = match &self.site {
            Ok(site) => (texts(&site.children), targets(&site.results)),
            Err(_) => (Vec::new(), Vec::new()),
        };
        Detection {
            combinator: self.combinator,
            function: self.function.clone(),
            range: self.range.clone(),
            children,
            targets,
            obstacle: self.site.as_ref().err().cloned(),
        }
    }
}

fn texts(children: &Children) -> Vec<String> {
    match children {
        Children::Each(children) => children.iter().map(|child| child.awaited.text().to_owned()).collect(),
        Children::Comprehension { .. } | Children::Items { .. } => Vec::new(),
    }
}

fn targets(results: &Results) -> Vec<String> {
    match results {
        Results::Dropped => Vec::new(),
        Results::Names(names) => names.iter().flatten().cloned().collect(),
        Results::List { name, .. } => name.iter().cloned().collect(),
        Results::Sets { done, pending } => done.iter().chain(pending).cloned().collect(),
    }
}

/// The calls in a statement itself, not in the blocks that belong to it.
#[derive(Default)]
struct Calls<'a>(Vec<&'a ExprCall>);

impl<'a> Visitor<'a> for Calls<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr {
            self.0.push(call);
        }
        walk_expr(self, expr);
    }

    fn visit_stmt(&mut self, _: &'a Stmt) {}
    fn visit_body(&mut self, _: &'a [Stmt]) {}
    fn visit_elif_else_clause(&mut self, _: &'a ElifElseClause) {}
    fn visit_except_handler(&mut self, _: &'a ExceptHandler) {}
    fn visit_match_case(&mut self, _: &'a MatchCase) {}
}
