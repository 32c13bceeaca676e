//! A name for a task, so that others can await or cancel it: the variable that it is in, or one that is made
//! for it, such that the function that wants it sees it.

use super::Place;
use super::calls::{self, Made, callee, made};
use super::document::Document;
use super::names::Names;
use super::place::{self, Site};
use super::tree::Function;
use crate::python::syntax;
use crate::scenario::combinators::layout;
use crate::scenario::edit::TextEdit;
use crate::scenario::highlight::is_builtin;
use crate::scenario::refusal::Refusal;
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;
use std::ops::Range;

/// The name under which the task can be seen at the site, and the edits that make it so.
pub fn named(
    document: &Document<'_>,
    site: Site,
    call: usize,
    missing: &mut Vec<String>,
    edits: &mut Vec<TextEdit>,
) -> Result<String, Refusal> {
    let made = made(document, call)?;
    let user = document.tree.function_of(site.neighbour);
    let maker = document.tree.function_of(made.node);
    let called = callee(document, &made);
    if let (Some(user), Some(called)) = (user, called)
        && user.body == called.body
    {
        return Err(Refusal::AwaitsItself { function: user.qualname.clone() });
    }
    let is_own = user.map(|user| user.body) == maker.map(|maker| maker.body);
    if is_own && document.tree.range(made.node).end > site.offset && !is_in(document, site, &made) {
        return Err(Refusal::NotYetMade { line: document.line(call) });
    }
    let (name, own_edits) = own_name(document, &made, false, missing)?;
    if !is_own && !sees(document, user, maker) {
        edits.extend(global(document, &name, user, maker)?);
    }
    edits.extend(own_edits);
    Ok(name)
}

/// The variable that the task is in where it is made, and the edits that make it so: with them, those among which it
/// is written start before what comes next, or only those before it.
pub fn own_name(
    document: &Document<'_>,
    made: &Made<'_>,
    with_all: bool,
    missing: &mut Vec<String>,
) -> Result<(String, Vec<TextEdit>), Refusal> {
    Task { document, made, with_all, missing }.named()
}

/// Whether the call starts a task: `create_task(…)` with something before it perhaps.
pub fn starts_task(document: &Document<'_>, expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    let thing = document.program.imports.resolve(&call.func);
    let method = call.func.as_attribute_expr().map(|attribute| attribute.attr.as_str());
    matches!(thing.or(method), Some("create_task" | "ensure_future"))
}

/// Whether the site is in a block of the statement that makes the task.
fn is_in(document: &Document<'_>, site: Site, made: &Made<'_>) -> bool {
    let mut owners = std::iter::successors(Some(site.neighbour), |node| document.tree.owner(*node)).skip(1);
    owners.any(|owner| owner == made.node)
}

/// Whether the user is defined inside of the maker.
fn sees(document: &Document<'_>, user: Option<&Function<'_>>, maker: Option<&Function<'_>>) -> bool {
    let Some(maker) = maker else { return true };
    let mut outer = user.and_then(|user| user.outer);
    while let Some(function) = outer.and_then(|place| document.tree.functions.get(place)) {
        if function.body == maker.body {
            return true;
        }
        outer = function.outer;
    }
    false
}

/// `global name` at the head of the maker, unless it is there.
fn global(
    document: &Document<'_>,
    name: &str,
    user: Option<&Function<'_>>,
    maker: Option<&Function<'_>>,
) -> Result<Option<TextEdit>, Refusal> {
    let Some(maker) = maker else { return Ok(None) };
    let taken = || Refusal::NameTaken { name: name.to_owned() };
    let of_maker = Names::of(document.tree.stmts(maker.body));
    if let Some(user) = user {
        let of_user = Names::of(document.tree.stmts(user.body));
        if user.def.parameters.includes(name) || (of_user.makes(name) && !of_user.foreign.contains(&name)) {
            return Err(taken());
        }
    }
    if of_maker.foreign.contains(&name) {
        return Ok(None);
    }
    if maker.def.parameters.includes(name) || Names::of(document.tree.stmts(0)).makes(name) {
        return Err(taken());
    }
    let spot = place::spot(document, &Place::First(maker.qualname.clone()))?;
    Ok(Some(spot.edit(document, &[format!("global {name}")]).0))
}

struct Task<'t, 'a> {
    document: &'t Document<'a>,
    made: &'t Made<'a>,
    with_all: bool,
    missing: &'t mut Vec<String>,
}

impl<'a> Task<'_, 'a> {
    fn named(mut self) -> Result<(String, Vec<TextEdit>), Refusal> {
        let (parent, above) = match self.made.around.as_slice() {
            [parent, above @ ..] => (*parent, above),
            [] => return Err(Refusal::NotATask),
        };
        if self.starts_task(parent) {
            return match above.first() {
                None => self.of_statement(parent),
                Some(container) => self.taken_out(container),
            };
        }
        match self.gathers(parent) || matches!(parent, Expr::List(_) | Expr::Tuple(_) | Expr::Set(_)) {
            true => self.taken_out(parent),
            false => Err(Refusal::NotATask),
        }
    }

    fn starts_task(&self, expr: &Expr) -> bool {
        starts_task(self.document, expr)
    }

    fn gathers(&self, expr: &Expr) -> bool {
        let call = expr.as_call_expr();
        call.and_then(|call| self.document.program.imports.resolve(&call.func)) == Some("gather")
    }

    /// `task = create_task(…)`, or the same without the name.
    fn of_statement(&self, start: &Expr) -> Result<(String, Vec<TextEdit>), Refusal> {
        let target = match self.made.stmt {
            Stmt::Assign(stmt) => stmt.targets.first(),
            Stmt::AnnAssign(stmt) => Some(&*stmt.target),
            Stmt::Expr(_) => {
                let name = self.fresh(self.made.call, &[]);
                let edit = TextEdit::insert(start.start().to_usize(), format!("{name} = "));
                return Ok((name, vec![edit]));
            }
            _ => return Err(Refusal::NotATask),
        };
        match target.and_then(Expr::as_name_expr) {
            Some(name) => Ok((name.id.to_string(), Vec::new())),
            None => Err(Refusal::NotATask),
        }
    }

    /// The task among the elements of a call or list is made before the statement, and those before it likewise,
    /// so that all start in the order in which they did.
    fn taken_out(&mut self, container: &'a Expr) -> Result<(String, Vec<TextEdit>), Refusal> {
        let elements: &[Expr] = match container {
            Expr::Call(call) => &call.arguments.args,
            Expr::List(list) => &list.elts,
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::Set(set) => &set.elts,
            Expr::Await(_) => return self.awaited_start(),
            _ => return Err(Refusal::NotATask),
        };
        let conditional = |expr: &&Expr| matches!(expr, Expr::If(_) | Expr::BoolOp(_));
        let range = self.document.tree.range(self.made.node);
        if self.made.around.iter().any(conditional)
            || self.document.tree.function_of(self.made.node).is_none()
        {
            return Err(Refusal::NotATask);
        }
        if !layout::starts_line(self.document.source, range.start) {
            return Err(Refusal::SharesLine);
        }
        let own = self.made.call.start();
        let (mut names, mut own_name) = (Vec::new(), None);
        let (mut lines, mut edits) = (Vec::new(), Vec::new());
        for element in elements.iter().filter(|element| self.with_all || element.start() <= own) {
            let Some(coroutine) = self.coroutine(element) else { continue };
            let name = self.fresh(coroutine, &names);
            let text = self.document.program.text(element);
            let task = match self.starts_task(element) {
                true => text.to_owned(),
                false => {
                    let start = self.document.program.imports.spell("create_task", self.missing);
                    format!("{start}({text})")
                }
            };
            lines.push(format!("{name} = {task}"));
            edits.push(TextEdit::replace(Range::from(element.range()), name.clone()));
            if coroutine.start() == own {
                own_name = Some(name.clone());
            }
            names.push(name);
        }
        let indentation = self.document.indentation(range.start);
        let end = format!("{}{indentation}", self.document.newline);
        let text: String = lines.into_iter().flat_map(|line| [line, end.clone()]).collect();
        edits.insert(0, TextEdit::insert(range.start, text));
        Ok((own_name.ok_or(Refusal::NotATask)?, edits))
    }

    /// `await create_task(…)`: the task gets a name on a line before.
    fn awaited_start(&self) -> Result<(String, Vec<TextEdit>), Refusal> {
        let (Some(start), range) = (self.made.around.first(), self.document.tree.range(self.made.node))
        else {
            return Err(Refusal::NotATask);
        };
        if !layout::starts_line(self.document.source, range.start) {
            return Err(Refusal::SharesLine);
        }
        let name = self.fresh(self.made.call, &[]);
        let indentation = self.document.indentation(range.start);
        let text = self.document.program.text(start);
        let line = format!("{name} = {text}{}{indentation}", self.document.newline);
        let used = TextEdit::replace(Range::from(start.range()), name.clone());
        Ok((name, vec![TextEdit::insert(range.start, line), used]))
    }

    /// The call that makes the coroutine of an element, if it is written there.
    fn coroutine(&self, element: &'a Expr) -> Option<&'a ExprCall> {
        let call = element.as_call_expr()?;
        if self.starts_task(element) {
            return call.arguments.args.first()?.as_call_expr();
        }
        let name = calls::function_name(call);
        (call.start() == self.made.call.start() || self.document.program.is_coroutine_function(name))
            .then_some(call)
    }

    fn fresh(&self, call: &ExprCall, taken: &[String]) -> String {
        let function = calls::function_name(call);
        let label = calls::label(call).filter(|label| is_identifier(label) && !is_builtin(label));
        let base = label.unwrap_or_else(|| format!("{function}_task"));
        let name = self.document.fresh(&base);
        let numbered = (2..).map(|number| self.document.fresh(&format!("{base}_{number}")));
        std::iter::once(name).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
    }
}

/// Whether the text can be the name of a variable.
pub fn is_identifier(text: &str) -> bool {
    let Ok(parsed) = syntax::parse(&format!("{text} = 0")) else { return false };
    let [Stmt::Assign(stmt)] = parsed.suite().as_slice() else { return false };
    matches!(stmt.targets.as_slice(), [Expr::Name(name)] if name.id.as_str() == text)
}
