//! The program that is being written: its text, the names that are in scope, and how much may still come.

use std::collections::BTreeSet;

use super::super::chance::Chance;
use super::prelude::{self, Shared};

/// What a name of the program stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Task,
    /// Any future that is no task.
    Future,
    Coroutine,
    Handle,
    Timeout,
    TaskGroup,
    /// An async generator object.
    Generator,
    /// A function without `await`, for callbacks.
    Callback,
    Token,
    Context,
    Loop,
}

/// What stands around a statement, and decides what may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    Sync,
    Async,
    /// An `async def` with `yield`.
    Generator,
    /// Outside of every function: no loop runs.
    Module,
}

/// Writes a program.
pub struct Writer {
    pub chance: Chance,
    pub flavour: Flavour,
    /// Inside of a `for`, of the same function.
    pub in_loop: bool,
    /// Whether what follows in this block would never run.
    pub ended: bool,
    /// How many statements may still come in this function.
    pub left: usize,
    /// The coroutine functions that may be called are those from here on, so that none calls itself.
    pub callable: usize,
    pub functions: usize,
    pub generators: usize,
    /// What a function is called with is named so; `None` in the module.
    pub label: &'static str,
    pub used: BTreeSet<Shared>,
    names: Vec<(Kind, String)>,
    count: usize,
    indent: usize,
    text: String,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        Self {
            chance: Chance::new(seed),
            flavour: Flavour::Module,
            in_loop: false,
            ended: false,
            left: 0,
            callable: 0,
            functions: 0,
            generators: 0,
            label: "'m'",
            used: BTreeSet::new(),
            names: Vec::new(),
            count: 0,
            indent: 0,
            text: String::new(),
        }
    }

    /// The whole program: what it uses, then what was written.
    pub fn finish(self) -> String {
        prelude::text(&self.used) + &self.text
    }

    /// Write a line.
    pub fn line(&mut self, text: &str) {
        self.left = self.left.saturating_sub(1);
        for _ in 0..self.indent {
            self.text += "    ";
        }
        self.text += text;
        self.text += "\n";
    }

    /// Write `head:` and what stands under it. Names made in there are forgotten afterwards.
    pub fn block(&mut self, head: &str, body: impl FnOnce(&mut Self)) {
        self.line(&format!("{head}:"));
        let (names, before) = (self.names.len(), self.text.len());
        self.indent += 1;
        body(self);
        if self.text.len() == before {
            self.line("pass");
        }
        self.indent -= 1;
        self.names.truncate(names);
        self.ended = false;
    }

    /// A whole function, with a budget and a scope of its own.
    pub fn function(&mut self, head: &str, flavour: Flavour, size: usize, body: impl FnOnce(&mut Self)) {
        let outer = (self.flavour, self.in_loop, self.left, self.label);
        (self.flavour, self.in_loop, self.left, self.label) = (flavour, false, size + 1, "n");
        self.block(head, body);
        (self.flavour, self.in_loop, self.left, self.label) = outer;
    }

    /// A new name for something; it is in scope from now on.
    pub fn name(&mut self, kind: Kind, prefix: &str) -> String {
        let name = self.fresh(prefix);
        self.remember(kind, name.clone());
        name
    }

    /// A name is in scope from now on.
    pub fn remember(&mut self, kind: Kind, name: String) {
        self.names.push((kind, name));
    }

    /// A name that nothing refers to later.
    pub fn fresh(&mut self, prefix: &str) -> String {
        self.count += 1;
        format!("{prefix}{}", self.count)
    }

    /// A text that no other statement prints.
    pub fn tag(&mut self) -> String {
        self.count += 1;
        format!("'s{}'", self.count)
    }

    /// Some name in scope of that kind; the newest are the likeliest.
    pub fn some(&mut self, kind: Kind) -> Option<String> {
        let known: Vec<_> = self.names.iter().filter(|(known, _)| *known == kind).collect();
        let last = known.len().checked_sub(1)?;
        let back = self.chance.below(known.len()).min(self.chance.below(known.len()));
        Some(known[last - back].1.clone())
    }

    /// Something that the module's head makes, for all functions.
    pub fn shared(&mut self, shared: Shared) -> &'static str {
        self.used.insert(shared);
        shared.name()
    }

    /// Whether an `await` may stand here.
    pub fn may_await(&self) -> bool {
        matches!(self.flavour, Flavour::Async | Flavour::Generator)
    }
}
