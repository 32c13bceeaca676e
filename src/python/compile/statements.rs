//! Statements but `try`, `with` and definitions.

use ruff_python_ast::{Expr, Stmt, StmtFor, StmtIf, StmtImportFrom, StmtWhile};
use ruff_text_size::{Ranged, TextRange};

use super::{Access, Block, Compiler, Label};
use crate::python::code::{AwaitIn, Op};
use crate::python::objects::Value;

impl<'a> Compiler<'a> {
    pub(super) fn statement(&mut self, stmt: &'a Stmt) {
        let range = stmt.range();
        match stmt {
            Stmt::FunctionDef(function) => self.function_definition(function),
            Stmt::ClassDef(class) => self.class_definition(class),
            Stmt::Return(inner) => self.return_statement(inner.value.as_deref(), range),
            Stmt::Delete(inner) => inner.targets.iter().for_each(|target| self.delete(target)),
            Stmt::Assign(inner) => {
                self.expression(&inner.value);
                for (place, target) in inner.targets.iter().enumerate() {
                    if place + 1 < inner.targets.len() {
                        self.emit(Op::Copy(1), range);
                    }
                    self.store(target);
                }
            }
            Stmt::AugAssign(inner) => self.augmented_assignment(inner),
            Stmt::AnnAssign(inner) => self.annotated_assignment(inner),
            Stmt::For(inner) => self.for_loop(inner),
            Stmt::While(inner) => self.while_loop(inner),
            Stmt::If(inner) => self.if_statement(inner),
            Stmt::With(inner) => self.with_statement(&inner.items, &inner.body, inner.is_async),
            Stmt::Match(inner) => self.match_statement(inner),
            Stmt::Raise(inner) => {
                let parts = [inner.exc.as_deref(), inner.cause.as_deref()];
                parts.into_iter().flatten().for_each(|part| self.expression(part));
                self.emit(Op::Raise(parts.iter().flatten().count() as u32), range);
            }
            Stmt::Try(inner) if inner.is_star => self.try_star(inner),
            Stmt::Try(inner) => self.try_statement(inner),
            Stmt::Assert(inner) => self.assert_statement(&inner.test, inner.msg.as_deref(), range),
            Stmt::Import(inner) => {
                for alias in &inner.names {
                    self.import(&alias.name, alias.asname.as_ref().map(|name| name.as_str()), range);
                }
            }
            Stmt::ImportFrom(inner) => self.import_from(inner),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => {
                self.emit(Op::Nop, range);
            }
            Stmt::Expr(inner) => {
                self.expression(&inner.value);
                self.emit(Op::Pop, range);
            }
            Stmt::Break(_) => self.leave_loop(range, |on_break, _| on_break, true),
            Stmt::Continue(_) => self.leave_loop(range, |_, on_continue| on_continue, false),
            Stmt::TypeAlias(inner) => self.type_alias(inner),
            Stmt::IpyEscapeCommand(_) => self.unsupported("shell commands", range),
        }
    }

    fn return_statement(&mut self, value: Option<&'a Expr>, range: TextRange) {
        match value {
            Some(value) => self.expression(value),
            None => self.constant(Value::None, range),
        }
        self.unwind(0, true, range);
        self.emit(Op::Return, range);
    }

    /// `break` and `continue`: leave the blocks inside the loop, then jump.
    fn leave_loop(&mut self, range: TextRange, target: fn(Label, Label) -> Label, is_break: bool) {
        let place = self.unit().blocks.iter().rposition(|block| matches!(block, Block::Loop { .. }));
        let Some(place) = place else { return self.unsupported("'break' outside loop", range) };
        self.unwind(place + 1, false, range);
        let Block::Loop { on_break, on_continue, is_for } = self.unit().blocks[place] else { return };
        if is_break && is_for {
            self.emit(Op::Pop, range);
        }
        self.jump(Op::Jump, target(on_break, on_continue), range);
    }

    /// Write out what leaving the blocks above a depth takes; a value at the top is kept where `keep`.
    fn unwind(&mut self, depth: usize, keep: bool, range: TextRange) {
        let blocks = self.unit().blocks.clone();
        for place in (depth..blocks.len()).rev() {
            self.unit().blocks.truncate(place);
            self.leave_block(blocks[place], keep, range);
        }
        self.unit().blocks = blocks;
    }

    fn leave_block(&mut self, block: Block<'a>, keep: bool, range: TextRange) {
        match block {
            Block::Loop { is_for: true, .. } | Block::Value => self.pop_below(keep, range),
            Block::Loop { .. } => {}
            Block::Try => {
                self.emit(Op::PopBlock, range);
            }
            Block::Finally(body) => {
                self.emit(Op::PopBlock, range);
                if keep {
                    self.push_block(Block::Value);
                }
                self.body(body, false);
                if keep {
                    self.pop_block();
                }
            }
            Block::Handling => {
                self.pop_below(keep, range);
                self.emit(Op::PopHandled, range);
            }
            Block::Except { name } => {
                if name.is_some() {
                    self.emit(Op::PopBlock, range);
                }
                self.emit(Op::PopHandled, range);
                if let Some(name) = name {
                    self.forget(name, range);
                }
            }
            Block::With { is_async, range: with } => {
                self.emit(Op::PopBlock, range);
                if keep {
                    self.emit(Op::Swap(2), range);
                }
                self.call_exit(is_async, with);
            }
        }
    }

    fn pop_below(&mut self, keep: bool, range: TextRange) {
        if keep {
            self.emit(Op::Swap(2), range);
        }
        self.emit(Op::Pop, range);
    }

    /// Call the `__exit__` at the top with three Nones, and drop what it returns.
    pub(super) fn call_exit(&mut self, is_async: bool, range: TextRange) {
        (0..3).for_each(|_| self.constant(Value::None, range));
        self.emit(Op::Call(3), range);
        if is_async {
            self.await_top(range, AwaitIn::AsyncExit);
        }
        self.emit(Op::Pop, range);
    }

    /// After an `except E as name`: the name is unbound.
    pub(super) fn forget(&mut self, name: &str, range: TextRange) {
        self.constant(Value::None, range);
        self.name(name, Access::Store, range);
        self.name(name, Access::Delete, range);
    }

    fn if_statement(&mut self, inner: &'a StmtIf) {
        let end = self.label();
        let clauses = std::iter::once((Some(&*inner.test), &inner.body))
            .chain(inner.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body)));
        for (test, body) in clauses {
            let next = self.label();
            if let Some(test) = test {
                self.jump_if(test, false, next);
            }
            self.body(body, false);
            self.jump(Op::Jump, end, inner.range);
            self.place(next);
        }
        self.place(end);
    }

    fn while_loop(&mut self, inner: &'a StmtWhile) {
        let (end, or_else) = (self.label(), self.label());
        let start = self.here();
        self.jump_if(&inner.test, false, or_else);
        self.push_block(Block::Loop { on_break: end, on_continue: start, is_for: false });
        self.body(&inner.body, false);
        self.pop_block();
        self.jump(Op::Jump, start, inner.test.range());
        self.place(or_else);
        self.body(&inner.orelse, false);
        self.place(end);
    }

    /// `for` and `async for`: they differ in how the next value comes, and in how the end is told.
    fn for_loop(&mut self, inner: &'a StmtFor) {
        let (end, or_else) = (self.label(), self.label());
        let range = inner.iter.range();
        self.expression(&inner.iter);
        self.emit(if inner.is_async { Op::GetAsyncIter } else { Op::GetIter }, range);
        let start = self.here();
        match inner.is_async {
            true => self.async_next(or_else, inner.range),
            false => self.jump(Op::ForIter, or_else, range),
        }
        self.store(&inner.target);
        self.push_block(Block::Loop { on_break: end, on_continue: start, is_for: true });
        self.body(&inner.body, false);
        self.pop_block();
        self.jump(Op::Jump, start, range);
        self.place(or_else);
        if inner.is_async {
            self.emit(Op::EndAsyncFor, inner.iter.range());
        }
        self.body(&inner.orelse, false);
        self.place(end);
    }

    /// Push the next value of the async iterator at the top; at its end jump, with the exception above it.
    pub(super) fn async_next(&mut self, at_end: Label, range: TextRange) {
        self.jump(Op::SetupExcept, at_end, range);
        self.emit(Op::GetAsyncNext, range);
        self.constant(Value::None, range);
        self.emit(Op::Send, range);
        self.emit(Op::PopBlock, range);
    }

    fn assert_statement(&mut self, test: &'a Expr, message: Option<&'a Expr>, range: TextRange) {
        let end = self.label();
        self.jump_if(test, true, end);
        let name = self.name_index("AssertionError");
        self.emit(Op::LoadGlobal(name), range);
        if let Some(message) = message {
            self.expression(message);
            self.emit(Op::Call(1), range);
        }
        self.emit(Op::Raise(1), test.range());
        self.place(end);
    }

    /// `import a.b` binds `a`; `import a.b as c` binds `a.b`.
    fn import(&mut self, module: &str, asname: Option<&str>, range: TextRange) {
        let name = self.name_index(module);
        self.emit(Op::Import { name, level: 0 }, range);
        let mut parts = module.split('.');
        let first = parts.next().unwrap_or_default();
        match asname {
            None => self.name(first, Access::Store, range),
            Some(asname) => {
                for part in parts {
                    let attr = self.name_index(part);
                    self.emit(Op::LoadAttr(attr), range);
                }
                self.name(asname, Access::Store, range);
            }
        }
    }

    fn import_from(&mut self, inner: &'a StmtImportFrom) {
        let module = inner.module.as_ref().map_or("", |name| name.as_str());
        if module == "__future__" {
            return;
        }
        let range = inner.range;
        let name = self.name_index(module);
        self.emit(Op::Import { name, level: inner.level }, range);
        for part in module.split('.').skip(1) {
            let attr = self.name_index(part);
            self.emit(Op::LoadAttr(attr), range);
        }
        for alias in &inner.names {
            if alias.name.as_str() == "*" {
                self.emit(Op::ImportStar, range);
                return;
            }
            let attr = self.name_index(&alias.name);
            self.emit(Op::ImportFrom(attr), range);
            self.name(alias.asname.as_ref().unwrap_or(&alias.name), Access::Store, range);
        }
        self.emit(Op::Pop, range);
    }
}
