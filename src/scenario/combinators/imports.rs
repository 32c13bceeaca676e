//! What of asyncio is in scope, and under which names.

use super::super::edit::TextEdit;
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Alias, Expr, Stmt};
use ruff_text_size::Ranged;

/// The names under which a program knows asyncio.
#[derive(Default)]
pub struct Imports {
    /// `import asyncio as NAME`.
    module: Option<String>,
    /// `from asyncio import THING as NAME`, as (thing, name).
    things: Vec<(String, String)>,
    /// `from asyncio import *`.
    star: bool,
    /// Where a further thing can be added to a `from asyncio import`.
    things_end: Option<usize>,
    /// Where an import can be put.
    top: usize,
    /// The names of other modules and of what is imported from them, as (module, thing, name).
    others: Vec<(String, Option<String>, String)>,
    /// The end of the module's own statement that imports asyncio.
    asyncio_end: Option<usize>,
}

impl Imports {
    pub fn new(suite: &[Stmt]) -> Self {
        let mut imports = Self { top: top(suite), ..Self::default() };
        imports.visit_body(suite);
        imports.asyncio_end =
            suite.iter().find(|stmt| imports.is_import(stmt)).map(|stmt| stmt.end().to_usize());
        imports
    }

    /// Whether the statement imports asyncio, or a thing of it.
    pub fn is_import(&self, stmt: &Stmt) -> bool {
        match stmt {
            Stmt::Import(import) => import.names.iter().any(|alias| alias.name.as_str() == "asyncio"),
            Stmt::ImportFrom(import) => import.module.as_deref() == Some("asyncio"),
            _ => false,
        }
    }

    /// Where an import can be put.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Which thing of another module the expression names: `sleep` for `time.sleep`.
    pub fn resolve_of<'e>(&'e self, module: &str, expr: &'e Expr) -> Option<&'e str> {
        let name = match expr {
            Expr::Attribute(attribute) => attribute.value.as_name_expr()?.id.as_str(),
            Expr::Name(name) => name.id.as_str(),
            _ => return None,
        };
        let (_, thing, _) = self.others.iter().find(|(from, _, local)| from == module && local == name)?;
        match (thing, expr) {
            (None, Expr::Attribute(attribute)) => Some(attribute.attr.as_str()),
            (Some(thing), Expr::Name(_)) => Some(thing),
            _ => None,
        }
    }

    /// How a thing of another module is written, if it is imported.
    pub fn spelling_of(&self, module: &str, thing: &str) -> Option<String> {
        let spelled = |(from, imported, local): &(String, Option<String>, String)| match imported {
            _ if from != module => None,
            None => Some(format!("{local}.{thing}")),
            Some(imported) => (imported == thing).then(|| local.clone()),
        };
        self.others.iter().find_map(spelled)
    }

    /// The edit that adds a whole import statement.
    pub fn add_module(&self, source: &str, statement: &str, newline: &str) -> TextEdit {
        let Some(end) = self.asyncio_end else {
            return TextEdit::insert(self.top, format!("{statement}{newline}"));
        };
        let rest = source.get(end..).unwrap_or("");
        let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
        TextEdit::insert(end + line, format!("{newline}{statement}"))
    }

    /// Which thing of asyncio the expression names: `gather` for `asyncio.gather`.
    pub fn resolve<'e>(&'e self, expr: &'e Expr) -> Option<&'e str> {
        match expr {
            Expr::Attribute(attribute) => {
                let module = attribute.value.as_name_expr()?;
                (self.module.as_deref() == Some(module.id.as_str())).then(|| attribute.attr.as_str())
            }
            Expr::Name(name) => {
                let name = name.id.as_str();
                let imported = self.things.iter().find(|(_, local)| local == name);
                imported.map(|(thing, _)| thing.as_str()).or_else(|| self.star.then_some(name))
            }
            _ => None,
        }
    }

    /// How to write this thing of asyncio. What is missing in the imports is told in `missing`.
    pub fn spell(&self, thing: &str, missing: &mut Vec<String>) -> String {
        if let Some((_, local)) = self.things.iter().find(|(imported, _)| imported == thing) {
            return local.clone();
        }
        if let Some(module) = &self.module {
            return format!("{module}.{thing}");
        }
        if self.things_end.is_none() && !self.star {
            missing.push(String::new());
            return format!("asyncio.{thing}");
        }
        if !self.star && !missing.iter().any(|name| name == thing) {
            missing.push(thing.to_owned());
        }
        thing.to_owned()
    }

    /// The edit that imports what [`Imports::spell`] missed.
    pub fn add(&self, missing: &[String], newline: &str) -> Option<TextEdit> {
        if missing.is_empty() {
            return None;
        }
        Some(match self.things_end {
            Some(end) => TextEdit::insert(end, format!(", {}", missing.join(", "))),
            None => TextEdit::insert(self.top, format!("import asyncio{newline}")),
        })
    }
}

impl<'a> Visitor<'a> for Imports {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                let module = import.names.iter().find(|alias| alias.name.as_str() == "asyncio");
                self.module = self.module.take().or_else(|| module.map(local_name));
                let other = |alias: &Alias| (alias.name.to_string(), None, local_name(alias));
                self.others.extend(import.names.iter().map(other));
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("asyncio") => {
                self.star |= import.names.iter().any(|alias| alias.name.as_str() == "*");
                let thing = |alias: &Alias| (alias.name.to_string(), local_name(alias));
                self.things.extend(import.names.iter().map(thing));
                let end = import.names.last().filter(|_| !self.star).map(|last| last.end().to_usize());
                self.things_end = self.things_end.or(end);
            }
            Stmt::ImportFrom(import) => {
                let module = import.module.as_deref().unwrap_or("");
                let other =
                    |alias: &Alias| (module.to_owned(), Some(alias.name.to_string()), local_name(alias));
                self.others.extend(import.names.iter().map(other));
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

fn local_name(alias: &Alias) -> String {
    alias.asname.as_ref().unwrap_or(&alias.name).to_string()
}

/// The start of the first statement that is neither a docstring nor a `__future__` import.
fn top(suite: &[Stmt]) -> usize {
    let is_preamble = |stmt: &&Stmt| match stmt {
        Stmt::Expr(expr) => expr.value.is_string_literal_expr(),
        Stmt::ImportFrom(import) => import.module.as_deref() == Some("__future__"),
        _ => false,
    };
    suite.iter().find(|stmt| !is_preamble(stmt)).map_or(0, |stmt| stmt.start().to_usize())
}
