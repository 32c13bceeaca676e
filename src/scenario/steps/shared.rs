//! The locks, semaphores, queues and events that tasks share: those that are there, and new ones.

use super::document::Document;
use super::names::Names;
use super::place::{Site, is_docstring};
use super::tree::Node;
use crate::scenario::edit::TextEdit;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

/// What tasks share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Lock,
    Semaphore,
    Queue,
    Event,
}

impl Shared {
    const ALL: [Self; 4] = [Self::Lock, Self::Semaphore, Self::Queue, Self::Event];

    /// Its classes in asyncio, the plain one first.
    fn classes(self) -> &'static [&'static str] {
        match self {
            Self::Lock => &["Lock"],
            Self::Semaphore => &["Semaphore", "BoundedSemaphore"],
            Self::Queue => &["Queue", "LifoQueue", "PriorityQueue"],
            Self::Event => &["Event"],
        }
    }

    /// What a variable of it is called; the first is for a new one.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Lock => &["lock"],
            Self::Semaphore => &["semaphore", "sem"],
            Self::Queue => &["queue", "q"],
            Self::Event => &["event"],
        }
    }

    fn calls_it(self, name: &str) -> bool {
        self.names().iter().any(|ending| name == *ending || (ending.len() > 2 && name.ends_with(ending)))
    }
}

/// What of these the expression is, as far as the program shows it.
pub fn class_of(document: &Document<'_>, node: Node, expr: &Expr) -> Option<Shared> {
    let written = document.program.text(expr);
    let site = Site { neighbour: node, offset: usize::MAX };
    let known = |class: &Shared| candidates(document, site, *class).iter().any(|name| name == written);
    Shared::ALL.into_iter().find(known).or_else(|| {
        let name = written.rsplit('.').next()?;
        Shared::ALL.into_iter().find(|class| class.calls_it(name))
    })
}

/// How to write one that can be seen from the site, if there is one.
pub fn found(document: &Document<'_>, site: Site, class: Shared) -> Option<String> {
    candidates(document, site, class).into_iter().next()
}

fn candidates(document: &Document<'_>, site: Site, class: Shared) -> Vec<String> {
    let mut found = Vec::new();
    let mut function = document.tree.suites.get(site.neighbour.suite).and_then(|suite| suite.function);
    let own = function;
    let mut hidden: Vec<String> = Vec::new();
    while let Some(place) = function {
        let Some(scope) = document.tree.functions.get(place) else { break };
        let limit = if function == own { site.offset } else { usize::MAX };
        let parameters = scope.def.parameters.iter().map(|parameter| parameter.name().as_str());
        let fitting = parameters.filter(|name| class.calls_it(name)).map(str::to_owned);
        let body = document.tree.stmts(scope.body);
        let here: Vec<_> = made_in(document, body, class, limit).chain(fitting).collect();
        found.extend(here.into_iter().filter(|name| !hidden.contains(name)));
        found.extend(attribute(
            document,
            scope.def.parameters.iter().next().map(|it| it.name().as_str()),
            scope.body,
            class,
        ));
        hidden.extend(Names::of(body).made.iter().map(|(name, _)| (*name).to_owned()));
        hidden.extend(scope.def.parameters.iter().map(|parameter| parameter.name().to_string()));
        function = scope.outer;
    }
    let module = made_in(document, document.tree.stmts(0), class, usize::MAX);
    found.extend(module.filter(|name| !hidden.contains(name)));
    found
}

/// The variables that these statements (not those of inner functions) put a new one into, before a byte.
fn made_in<'d>(
    document: &'d Document<'_>,
    stmts: &'d [Stmt],
    class: Shared,
    limit: usize,
) -> impl Iterator<Item = String> + 'd {
    let made = move |stmt: &'d Stmt| {
        let (target, value) = match stmt {
            Stmt::Assign(stmt) => (stmt.targets.first()?, &*stmt.value),
            Stmt::AnnAssign(stmt) => (&*stmt.target, stmt.value.as_deref()?),
            _ => return None,
        };
        let name = target.as_name_expr()?;
        (stmt.end().to_usize() <= limit && is_new(document, value, class)).then(|| name.id.to_string())
    };
    stmts.iter().filter_map(made)
}

fn is_new(document: &Document<'_>, value: &Expr, class: Shared) -> bool {
    let thing = value.as_call_expr().and_then(|call| document.program.imports.resolve(&call.func));
    thing.is_some_and(|thing| class.classes().contains(&thing))
}

/// `self.lock`, where a method of the class sets it.
fn attribute(document: &Document<'_>, receiver: Option<&str>, body: usize, class: Shared) -> Option<String> {
    let receiver = receiver?;
    let def = document.tree.suites.get(body)?.owner?;
    let owner = document.tree.owner(def)?;
    document.tree.stmt(owner).filter(|stmt| stmt.is_class_def_stmt())?;
    let range = document.tree.range(owner);
    let set = |node: Node| {
        let stmt = document.tree.stmt(node).filter(|stmt| range.contains(&stmt.start().to_usize()))?;
        let stmt = stmt.as_assign_stmt().filter(|stmt| is_new(document, &stmt.value, class))?;
        let target = stmt.targets.first()?.as_attribute_expr()?;
        (target.value.as_name_expr()?.id.as_str() == "self").then(|| format!("{receiver}.{}", target.attr))
    };
    document.tree.nodes().find_map(set)
}

/// Makes a new one at the head of the module, where everybody sees it, and says its name.
pub fn made(
    document: &Document<'_>,
    class: Shared,
    arguments: &str,
    missing: &mut Vec<String>,
    edits: &mut Vec<TextEdit>,
) -> String {
    let [thing, ..] = class.classes() else { return String::new() };
    let [name, ..] = class.names() else { return String::new() };
    let name = document.fresh(name);
    let thing = document.program.imports.spell(thing, missing);
    edits.push(at_head(document, &format!("{name} = {thing}({arguments})")));
    name
}

/// The edit that writes a statement below the imports and constants at the head of the module.
pub fn at_head(document: &Document<'_>, statement: &str) -> TextEdit {
    let newline = document.newline;
    let head = document.tree.stmts(0).iter().take_while(|stmt| belongs_to_head(stmt));
    let imports = document.tree.stmts(0).iter().filter(|stmt| document.program.imports.is_import(stmt));
    let Some(last) = head.chain(imports).max_by_key(|stmt| stmt.start()) else {
        return TextEdit::insert(
            document.program.imports.top(),
            format!("{newline}{statement}{newline}{newline}{newline}"),
        );
    };
    let at = document.next_line(last.end().to_usize());
    let gap = if last.is_assign_stmt() { "" } else { newline };
    let start = if document.text(0..at).ends_with(['\n', '\r']) { "" } else { newline };
    TextEdit::insert(at, format!("{start}{gap}{statement}{newline}"))
}

fn belongs_to_head(stmt: &Stmt) -> bool {
    is_docstring(stmt)
        || matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Assign(_) | Stmt::AnnAssign(_))
}

/// How to write `time.sleep`, imported where it is not yet.
pub fn time_sleep(document: &Document<'_>, site: Site, edits: &mut Vec<TextEdit>) -> String {
    let imports = &document.program.imports;
    if let Some(written) = imports.spelling_of("time", "sleep") {
        return written;
    }
    let names = Names::of(document.scope(site.neighbour));
    let is_taken = names.makes("time") || document.is_parameter(site.neighbour, "time");
    let name = if is_taken { document.fresh("time") } else { "time".to_owned() };
    let rename = if is_taken { format!(" as {name}") } else { String::new() };
    edits.push(imports.add_module(document.source, &format!("import time{rename}"), document.newline));
    format!("{name}.sleep")
}
