//! The bars of the timeline and the numbers that they come from.
//!
//! A bar whose length is written in the source can be pulled longer: its origin is the place of that number.
//! Bars of one number belong together ([`sharing`]). Of a bar without an origin, [`untraceable`] says why.

use crate::python::syntax;
use crate::python::syntax::lines::Lines;
use crate::trace::lanes::{Doing, Lane, Segment};
use crate::trace::{Lanes, TaskId, Wait};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Comprehension, Expr, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use std::ops::Range;

/// Why a bar's length is no number in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untraceable {
    /// It comes from a number, but the bar ended earlier or later than that says.
    CutShort,
    /// It is drawn by chance: the text of what draws it.
    Random { text: String },
    /// The variable counts the turns of a loop.
    LoopVariable { name: String },
    /// It is computed: the text of the expression.
    Computed { text: String },
    /// It comes from this variable, which is made elsewhere.
    Variable { name: String },
    /// The line has no sleep that could be looked at.
    Unknown,
}

/// A segment of a lane, by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub task: TaskId,
    pub segment: usize,
}

/// The bars whose end can be pulled, with the place of their number.
pub fn draggable(lanes: &Lanes) -> impl Iterator<Item = (Bar, u32)> + '_ {
    let of_lane = |lane: &Lane| {
        let task = lane.task;
        let bar = move |(segment, it): (usize, &Segment)| Some((Bar { task, segment }, it.origin()?));
        lane.segments.iter().enumerate().filter_map(bar).collect::<Vec<_>>()
    };
    lanes.lanes().iter().flat_map(move |lane| of_lane(lane))
}

/// The bars that change with the number at this place, and how long each is said to be, in seconds: also those
/// that were cut short.
pub fn sharing(lanes: &Lanes, origin: u32) -> Vec<Bar> {
    let of_lane = |lane: &Lane| {
        let task = lane.task;
        let fits = |(segment, it): (usize, &Segment)| {
            (written(it.doing) == Some(Some(origin))).then_some(Bar { task, segment })
        };
        lane.segments.iter().enumerate().filter_map(fits).collect::<Vec<_>>()
    };
    lanes.lanes().iter().flat_map(|lane| of_lane(lane)).collect()
}

/// The origin of what sleeps or blocks; None for all else.
fn written(doing: Doing) -> Option<Option<u32>> {
    match doing {
        Doing::Block { origin, .. } | Doing::Waiting(Wait::Sleep { origin, .. }) => Some(origin),
        _ => None,
    }
}

/// Why the end of a sleeping or blocking segment cannot be pulled; None where it can, or where it is no such
/// segment.
pub fn untraceable(source: &str, segment: &Segment) -> Option<Untraceable> {
    let origin = written(segment.doing)?;
    if segment.origin().is_some() {
        return None;
    }
    match (origin, segment.line) {
        (Some(_), _) => Some(Untraceable::CutShort),
        (None, Some(line)) => Some(on_line(source, line)),
        (None, None) => Some(Untraceable::Unknown),
    }
}

fn on_line(source: &str, line: u32) -> Untraceable {
    let Ok(parsed) = syntax::parse_recovering(source) else { return Untraceable::Unknown };
    let Some(range) = Lines::new(source).range(line) else { return Untraceable::Unknown };
    let mut search = Search { range: range.clone(), delay: None };
    search.visit_body(parsed.suite());
    let Some(delay) = search.delay else { return Untraceable::Unknown };
    let text = |expr: &Expr| source.get(Range::<usize>::from(expr.range())).unwrap_or("").to_owned();
    if is_random(&text(delay)) {
        return Untraceable::Random { text: text(delay) };
    }
    let Expr::Name(name) = delay else { return Untraceable::Computed { text: text(delay) } };
    let name = name.id.as_str();
    let sources = sources_of(parsed.suite(), name, range.start);
    if let Some(random) = sources.values.iter().map(|value| text(value)).find(|text| is_random(text)) {
        return Untraceable::Random { text: random };
    }
    let computed =
        sources.values.iter().find(|value| !value.is_number_literal_expr() && !value.is_name_expr());
    match (sources.is_loop, computed) {
        (true, _) => Untraceable::LoopVariable { name: name.to_owned() },
        (false, Some(value)) => Untraceable::Computed { text: text(value) },
        (false, None) => Untraceable::Variable { name: name.to_owned() },
    }
}

fn is_random(text: &str) -> bool {
    ["random", "uniform(", "randint(", "choice("].iter().any(|word| text.contains(word))
}

/// The delay of a `sleep` on some line.
struct Search<'a> {
    range: Range<usize>,
    delay: Option<&'a Expr>,
}

impl<'a> Visitor<'a> for Search<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr
            && call.start().to_usize() < self.range.end
            && call.end().to_usize() > self.range.start
        {
            let name = match &*call.func {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => "",
            };
            let keyword = call.arguments.keywords.iter().find(|it| it.arg.as_deref() == Some("delay"));
            let delay = call.arguments.args.first().or(keyword.map(|keyword| &keyword.value));
            if name.contains("sleep") || name == "nap" {
                self.delay = self.delay.or(delay);
            }
        }
        walk_expr(self, expr);
    }
}

/// What a name is made from that is used at this byte: in the innermost function that makes it, else in the module;
/// a parameter comes from the calls of the function.
fn sources_of<'a, 'n>(module: &'a [Stmt], name: &'n str, at: usize) -> Sources<'a, 'n> {
    let mut functions = Functions { at, around: Vec::new() };
    functions.visit_body(module);
    let mut sources = Sources { name, is_loop: false, values: Vec::new(), called: None };
    for def in functions.around.iter().rev() {
        sources.visit_body(&def.body);
        let parameters = &def.parameters;
        let place = parameters.posonlyargs.iter().chain(&parameters.args).position(|it| it.name() == name);
        if place.is_some() || parameters.includes(name) {
            sources.called = Some((def.name.as_str(), place));
            sources.visit_body(module);
        }
        if sources.is_loop || sources.called.is_some() || !sources.values.is_empty() {
            return sources;
        }
    }
    sources.visit_body(module);
    sources
}

/// The functions around a place, from the outermost.
struct Functions<'a> {
    at: usize,
    around: Vec<&'a StmtFunctionDef>,
}

impl<'a> Visitor<'a> for Functions<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if Range::<usize>::from(stmt.range()).contains(&self.at) {
            self.around.extend(stmt.as_function_def_stmt());
            walk_stmt(self, stmt);
        }
    }
}

/// What a name is made from, in one scope.
struct Sources<'a, 'n> {
    name: &'n str,
    is_loop: bool,
    values: Vec<&'a Expr>,
    /// The function whose parameter it is, and the place among those that are told by their place; then calls are
    /// looked for and nothing else.
    called: Option<(&'a str, Option<usize>)>,
}

impl Sources<'_, '_> {
    fn is_it(&self, target: &Expr) -> bool {
        match target {
            Expr::Name(name) => name.id.as_str() == self.name,
            Expr::Tuple(tuple) => tuple.elts.iter().any(|element| self.is_it(element)),
            _ => false,
        }
    }
}

impl<'a> Visitor<'a> for Sources<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            _ if self.called.is_some() => {}
            // Other scopes have names of their own.
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Assign(it) if it.targets.iter().any(|target| self.is_it(target)) => {
                self.values.push(&it.value)
            }
            Stmt::AugAssign(it) if self.is_it(&it.target) => self.values.push(&it.value),
            Stmt::For(it) => self.is_loop |= self.is_it(&it.target),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let (Expr::Call(call), Some((function, place))) = (expr, self.called) {
            let name = match &*call.func {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => "",
            };
            if name == function {
                // The first parameter of a method is no argument of its call.
                let shift = usize::from(call.func.is_attribute_expr());
                let passed = call.arguments.keywords.iter().find(|it| it.arg.as_deref() == Some(self.name));
                let placed = place.and_then(|place| call.arguments.args.get(place.checked_sub(shift)?));
                self.values.extend(passed.map(|keyword| &keyword.value).or(placed));
            }
        }
        walk_expr(self, expr);
    }

    fn visit_comprehension(&mut self, clause: &'a Comprehension) {
        self.is_loop |= self.called.is_none() && self.is_it(&clause.target);
        ruff_python_ast::visitor::walk_comprehension(self, clause);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(line: &str) -> Untraceable {
        let source = format!(
            "import asyncio, random\nasync def f(n):\n    d = n * 2\n    for i in range(3):\n        {line}\n"
        );
        let doing = Doing::Waiting(Wait::Sleep { seconds: 1.0, origin: None });
        let segment = Segment { doing, from: 0.0, to: Some(1.0), line: Some(5), first: 0 };
        untraceable(&source, &segment).expect("it has no origin")
    }

    #[test]
    fn a_length_that_is_no_number_has_a_reason() {
        let text = "random.random()".to_owned();
        assert_eq!(why("await asyncio.sleep(random.random())"), Untraceable::Random { text });
        assert_eq!(why("await asyncio.sleep(i)"), Untraceable::LoopVariable { name: "i".into() });
        assert_eq!(why("await asyncio.sleep(0.1 * 2)"), Untraceable::Computed { text: "0.1 * 2".into() });
        assert_eq!(why("await asyncio.sleep(d)"), Untraceable::Computed { text: "n * 2".into() });
        assert_eq!(why("await asyncio.sleep(n)"), Untraceable::Variable { name: "n".into() });
        assert_eq!(why("await other()"), Untraceable::Unknown);
    }

    #[test]
    fn names_are_those_of_their_scope() {
        let source = "import asyncio\nasync def f(n):\n    await asyncio.sleep(n)\nasync def g():\n    n = 3 * 4\n\
                      asyncio.run(f(1 + 1))\nfor n in range(2):\n    pass\n";
        let doing = Doing::Waiting(Wait::Sleep { seconds: 1.0, origin: None });
        let segment = Segment { doing, from: 0.0, to: Some(1.0), line: Some(3), first: 0 };
        assert_eq!(untraceable(source, &segment), Some(Untraceable::Computed { text: "1 + 1".into() }));
    }
}
