//! From the syntax tree to instructions, in one walk.
//!
//! A [`Unit`] collects the instructions of one frame; blocks that must be left in an orderly way
//! (`finally`, `with`, `except`) stand on a stack of their own, so that `return`, `break` and
//! `continue` can write out what leaving them takes, as CPython's compiler does.

mod calls;
mod comprehensions;
mod definitions;
mod expressions;
mod generics;
mod patterns;
mod scopes;
mod statements;
mod targets;
mod tries;

use std::rc::Rc;

use hashbrown::HashMap;
use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_text_size::TextRange;

use super::code::{Code, CodeKind, Op, Parameters, Source};
use super::objects::{Str, Value};
use scopes::{Place, ScopeId, Scopes};

/// Compile a parsed program.
pub fn compile(module: &ModModule, source: Rc<Source>) -> Rc<Code> {
    let mut compiler = Compiler::new(Scopes::of(&module.body), source);
    compiler.lazy_annotations = imports_annotations(&module.body);
    let doc = docstring(&module.body);
    compiler.namespace_start(TextRange::default());
    compiler.store_doc(doc.as_deref(), TextRange::default());
    compiler.body(&module.body, doc.is_some());
    compiler.finish_namespace(TextRange::default());
    compiler.leave(Parameters::default(), doc)
}

/// Compile an expression, as code that returns its value.
pub fn compile_expression(expression: &Expr, source: Rc<Source>) -> Rc<Code> {
    let mut compiler = Compiler::new(Scopes::of_expression(expression), source);
    compiler.expression(expression);
    compiler.emit(Op::Return, TextRange::default());
    compiler.leave(Parameters::default(), None)
}

/// `from __future__ import annotations`: annotations stay texts.
fn imports_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
                && import.names.iter().any(|alias| alias.name.as_str() == "annotations")
        }
        _ => false,
    })
}

/// The text that a body starts with, if it does.
fn docstring(body: &[Stmt]) -> Option<String> {
    let Some(Stmt::Expr(first)) = body.first() else { return None };
    first.value.as_string_literal_expr().map(|literal| clean_docstring(literal.value.to_str()))
}

/// Since 3.13 the compiler takes the common indentation away.
fn clean_docstring(text: &str) -> String {
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let margin = rest.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let mut cleaned = first.trim_start_matches([' ', '\t']).to_owned();
    for line in rest {
        cleaned.push('\n');
        cleaned.push_str(line.get(margin.min(indent(&line))..).unwrap_or_default());
    }
    cleaned
}

/// What must be done when control leaves a block.
#[derive(Clone, Copy)]
enum Block<'a> {
    /// Its targets for `break` and `continue`; a `for` keeps its iterator on the stack.
    Loop { on_break: Label, on_continue: Label, is_for: bool },
    /// A handler that stands ready: the body of a `try`.
    Try,
    /// The body of a `try` whose `finally` must run.
    Finally(&'a [Stmt]),
    /// Inside a `finally` or `with` that an exception led to: the exception is on the stack.
    Handling,
    /// The body of an `except`, whose exception is the current one.
    Except { name: Option<&'a str> },
    /// The body of a `with`: its `__exit__` is on the stack.
    With { is_async: bool, range: TextRange },
    /// A value is on the stack.
    Value,
}

/// A place in the instructions that is known later.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Label(usize);

/// The instructions of one frame.
struct Unit<'a> {
    scope: ScopeId,
    /// The scope to go back to: a comprehension's, perhaps.
    outer: ScopeId,
    name: Str,
    qualname: String,
    kind: CodeKind,
    is_namespace: bool,
    /// Whether it holds the type parameters of a definition: names inside it are those of the unit around it.
    is_generic: bool,
    start: u32,
    ops: Vec<Op>,
    ranges: Vec<TextRange>,
    /// Instructions whose target is a label.
    jumps: Vec<(usize, Label)>,
    labels: Vec<u32>,
    constants: Vec<Value>,
    names: Vec<Str>,
    codes: Vec<Rc<Code>>,
    variables: Vec<Str>,
    slots: HashMap<(ScopeId, String), u32>,
    free: Vec<u32>,
    blocks: Vec<Block<'a>>,
}

struct Compiler<'a> {
    scopes: Scopes,
    source: Rc<Source>,
    units: Vec<Unit<'a>>,
    /// Every name once in the whole program, so that most lookups compare pointers.
    interned: HashMap<String, Str>,
    scope: ScopeId,
    lazy_annotations: bool,
    /// What the unit that was left last takes from the frames around it.
    last_free: Vec<(ScopeId, String)>,
}

impl<'a> Compiler<'a> {
    /// A compiler that stands at the start of a module.
    fn new(scopes: Scopes, source: Rc<Source>) -> Self {
        let mut compiler = Self {
            scopes,
            source,
            units: Vec::new(),
            interned: HashMap::new(),
            scope: 0,
            lazy_annotations: false,
            last_free: Vec::new(),
        };
        compiler.enter(0, "<module>", "<module>".into(), CodeKind::Plain, true, 0);
        compiler
    }

    fn enter(
        &mut self,
        scope: ScopeId,
        name: &str,
        qualname: String,
        kind: CodeKind,
        is_namespace: bool,
        start: u32,
    ) {
        let name = self.intern(name);
        let outer = std::mem::replace(&mut self.scope, scope);
        self.units.push(Unit {
            scope,
            outer,
            name,
            qualname,
            kind,
            is_namespace,
            is_generic: false,
            start,
            ops: Vec::new(),
            ranges: Vec::new(),
            jumps: Vec::new(),
            labels: Vec::new(),
            constants: Vec::new(),
            names: Vec::new(),
            codes: Vec::new(),
            variables: Vec::new(),
            slots: HashMap::new(),
            free: Vec::new(),
            blocks: Vec::new(),
        });
    }

    /// After the parameters have their slots: cells, free variables, and the generator.
    fn prologue(&mut self, range: TextRange) {
        let scope = self.unit().scope;
        for (owner, name) in self.scopes.get(scope).free.clone() {
            let slot = self.slot(owner, &name);
            self.unit().free.push(slot);
        }
        for name in self.scopes.get(scope).cells.clone() {
            let slot = self.slot(scope, &name);
            self.emit(Op::MakeCell(slot), range);
        }
        if self.unit().kind != CodeKind::Plain {
            self.emit(Op::ReturnGenerator, range);
            self.emit(Op::Pop, range);
        }
    }

    fn leave(&mut self, parameters: Parameters, doc: Option<String>) -> Rc<Code> {
        let Some(mut unit) = self.units.pop() else { unreachable!("each leave has its enter") };
        self.scope = unit.outer;
        self.last_free = self.scopes.get(unit.scope).free.clone();
        for (at, label) in unit.jumps {
            retarget(&mut unit.ops[at], unit.labels[label.0]);
        }
        Rc::new(Code {
            name: unit.name,
            qualname: self.intern(&unit.qualname),
            kind: unit.kind,
            is_namespace: unit.is_namespace,
            parameters,
            variables: unit.variables,
            free: unit.free,
            ops: unit.ops,
            ranges: unit.ranges,
            constants: unit.constants,
            names: unit.names,
            codes: unit.codes,
            doc: doc.map(Str::from),
            source: self.source.clone(),
            start: unit.start,
        })
    }

    /// The namespace of a body with annotations has a dict for them.
    fn namespace_start(&mut self, range: TextRange) {
        if self.scopes.get(self.scope).has_annotations {
            self.emit(Op::BuildDict(0), range);
            self.name("__annotations__", Access::Store, range);
        }
    }

    /// A module or class body ends by returning None.
    fn finish_namespace(&mut self, range: TextRange) {
        self.constant(Value::None, range);
        self.emit(Op::Return, range);
    }

    fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    fn intern(&mut self, text: &str) -> Str {
        self.interned.entry_ref(text).or_insert_with(|| Str::new(text)).clone()
    }

    fn emit(&mut self, op: Op, range: TextRange) -> usize {
        let unit = self.unit();
        unit.ops.push(op);
        unit.ranges.push(range);
        unit.ops.len() - 1
    }

    fn label(&mut self) -> Label {
        let unit = self.unit();
        unit.labels.push(u32::MAX);
        Label(unit.labels.len() - 1)
    }

    /// The label means the next instruction.
    fn place(&mut self, label: Label) {
        let unit = self.unit();
        unit.labels[label.0] = unit.ops.len() as u32;
    }

    fn here(&mut self) -> Label {
        let label = self.label();
        self.place(label);
        label
    }

    fn jump(&mut self, op: fn(u32) -> Op, label: Label, range: TextRange) {
        let at = self.emit(op(0), range);
        self.unit().jumps.push((at, label));
    }

    fn constant(&mut self, value: Value, range: TextRange) {
        let index = self.constant_index(value);
        self.emit(Op::Const(index), range);
    }

    fn constant_index(&mut self, value: Value) -> u32 {
        let unit = self.unit();
        unit.constants.push(value);
        unit.constants.len() as u32 - 1
    }

    fn name_index(&mut self, name: &str) -> u32 {
        let name = self.intern(name);
        let unit = self.unit();
        if let Some(place) = unit.names.iter().position(|known| Str::same(known, &name)) {
            return place as u32;
        }
        unit.names.push(name);
        unit.names.len() as u32 - 1
    }

    /// The slot of a variable in this frame.
    fn slot(&mut self, owner: ScopeId, name: &str) -> u32 {
        if let Some(&slot) = self.unit().slots.get(&(owner, name.to_owned())) {
            return slot;
        }
        let text = self.intern(name);
        let unit = self.unit();
        let slot = unit.variables.len() as u32;
        unit.variables.push(text);
        unit.slots.insert((owner, name.to_owned()), slot);
        slot
    }

    /// The instruction for what is done with a name.
    fn name(&mut self, name: &str, access: Access, range: TextRange) {
        let name = self.scopes.mangle(self.scope, name);
        let op = match self.scopes.place(self.scope, &name) {
            Place::Variable(owner) => {
                let is_cell = self.scopes.get(owner).is_cell(&name);
                let slot = self.slot(owner, &name);
                match (access, is_cell) {
                    (Access::Load, false) => Op::LoadFast(slot),
                    (Access::Store, false) => Op::StoreFast(slot),
                    (Access::Delete, false) => Op::DeleteFast(slot),
                    (Access::Load, true) => Op::LoadDeref(slot),
                    (Access::Store, true) => Op::StoreDeref(slot),
                    (Access::Delete, true) => Op::DeleteDeref(slot),
                }
            }
            Place::Global => {
                let index = self.name_index(&name);
                match access {
                    Access::Load => Op::LoadGlobal(index),
                    Access::Store => Op::StoreGlobal(index),
                    Access::Delete => Op::DeleteGlobal(index),
                }
            }
            Place::Namespace => self.namespace_op(&name, access),
            Place::NamespaceOr(owner) if access == Access::Load => {
                let slot = self.slot(owner, &name);
                Op::LoadNameOrDeref { name: self.name_index(&name), slot }
            }
            Place::NamespaceOr(_) => self.namespace_op(&name, access),
        };
        self.emit(op, range);
    }

    fn namespace_op(&mut self, name: &str, access: Access) -> Op {
        let index = self.name_index(name);
        match access {
            Access::Load => Op::LoadName(index),
            Access::Store => Op::StoreName(index),
            Access::Delete => Op::DeleteName(index),
        }
    }

    fn body(&mut self, body: &'a [Stmt], skip_docstring: bool) {
        for stmt in body.iter().skip(usize::from(skip_docstring)) {
            self.statement(stmt);
        }
    }

    fn push_block(&mut self, block: Block<'a>) {
        self.unit().blocks.push(block);
    }

    fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }

    /// Await what is at the top of the stack.
    fn await_top(&mut self, range: TextRange, place: super::code::AwaitIn) {
        self.emit(Op::GetAwaitable(place), range);
        self.constant(Value::None, range);
        self.emit(Op::Send, range);
    }

    /// What is not there yet: an error when it is reached, with its line.
    fn unsupported(&mut self, what: &str, range: TextRange) {
        let message = self.constant_index(Value::str(what));
        self.emit(Op::Unsupported(message), range);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Load,
    Store,
    Delete,
}

fn retarget(op: &mut Op, target: u32) {
    match op {
        Op::Jump(to)
        | Op::JumpIfFalse(to)
        | Op::JumpIfTrue(to)
        | Op::JumpIfFalseOrPop(to)
        | Op::JumpIfTrueOrPop(to)
        | Op::ForIter(to)
        | Op::SetupExcept(to)
        | Op::SetupWith(to) => *to = target,
        _ => unreachable!("only jumps have labels"),
    }
}
