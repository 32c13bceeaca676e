//! A name for a task: `create_task(…, name="…")`.

use super::list::elements;
use super::written::{Form, Written};
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::calls::function_name;
use crate::scenario::steps::document::Document;
use crate::scenario::steps::write::quoted;
use crate::scenario::steps::{Change, Mark};
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::Ranged;

/// More letters than these are no name that anybody reads.
const LONGEST: usize = 60;

pub fn renamed(document: &Document<'_>, call: usize, name: &str) -> Result<Change, Refusal> {
    if name.is_empty() || name.chars().count() > LONGEST || name.chars().any(char::is_control) {
        return Err(Refusal::NotAName { name: name.to_owned() });
    }
    let written = Written::of(document, call)?;
    let mut missing = Vec::new();
    let mut edits = match (written.start, &written.form) {
        (Some(start), _) => of_started(document, start, name, &mut missing),
        (None, Form::Element { .. }) => started(document, &written, name, &mut missing),
        (None, Form::Statement { .. }) => return Err(Refusal::NotATask),
    };
    edits.extend(document.program.imports.add(&missing, document.newline));
    document.change(edits, Mark::new(call, 0))
}

/// `create_task(…)` gets a name, or another.
fn of_started(
    document: &Document<'_>,
    start: &ExprCall,
    name: &str,
    missing: &mut Vec<String>,
) -> Vec<TextEdit> {
    let keywords = &start.arguments.keywords;
    let mut edits = Vec::new();
    if document.program.imports.resolve(&start.func) == Some("ensure_future") {
        edits.push(TextEdit::replace(
            start.func.range(),
            document.program.imports.spell("create_task", missing),
        ));
    }
    edits.push(match keywords.iter().find(|keyword| keyword.arg.as_deref() == Some("name")) {
        Some(keyword) => TextEdit::replace(keyword.value.range(), quoted(name)),
        None => {
            let ends = start.arguments.args.iter().map(Ranged::end).chain(keywords.iter().map(Ranged::end));
            let end = ends.max().unwrap_or(start.arguments.end());
            TextEdit::insert(end.to_usize(), format!(", name={}", quoted(name)))
        }
    });
    edits
}

/// A coroutine among others becomes a task here and now, and those before it likewise, so that all start in the
/// order in which they did.
fn started(
    document: &Document<'_>,
    written: &Written<'_, '_>,
    name: &str,
    missing: &mut Vec<String>,
) -> Vec<TextEdit> {
    let own = written.made.call.start();
    let around = written.made.around.first().and_then(|around| elements(around));
    let elements = around.map_or(&[][..], |(elements, _)| elements);
    let coroutines =
        elements.iter().filter(|element| element.start() <= own && is_coroutine(document, element));
    let start = document.program.imports.spell("create_task", missing);
    let mut edits = Vec::new();
    for element in coroutines {
        let end = if element.start() == own { format!(", name={})", quoted(name)) } else { ")".to_owned() };
        edits.push(TextEdit::insert(element.start().to_usize(), format!("{start}(")));
        edits.push(TextEdit::insert(element.end().to_usize(), end));
    }
    edits
}

/// Whether the call makes a coroutine.
fn is_coroutine(document: &Document<'_>, element: &Expr) -> bool {
    let Expr::Call(call) = element else { return false };
    match document.program.imports.resolve(&call.func) {
        Some(thing) => matches!(thing, "sleep" | "wait_for" | "to_thread"),
        None => document.program.is_coroutine_function(function_name(call)),
    }
}
