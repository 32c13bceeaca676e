//! `try` and `with`.

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Stmt, StmtTry, WithItem};
use ruff_text_size::{Ranged, TextRange};

use super::{Access, Block, Compiler, Label};
use crate::python::code::{AwaitIn, Op};
use crate::python::objects::Value;

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, inner: &'a StmtTry) {
        if inner.finalbody.is_empty() {
            return self.try_except(inner);
        }
        let (handler, end) = (self.label(), self.label());
        self.jump(Op::SetupExcept, handler, inner.range);
        self.push_block(Block::Finally(&inner.finalbody));
        self.try_except(inner);
        self.pop_block();
        self.emit(Op::PopBlock, inner.range);
        self.body(&inner.finalbody, false);
        self.jump(Op::Jump, end, inner.range);
        self.place(handler);
        self.push_block(Block::Handling);
        self.body(&inner.finalbody, false);
        self.pop_block();
        self.emit(Op::Reraise, inner.range);
        self.place(end);
    }

    fn try_except(&mut self, inner: &'a StmtTry) {
        if inner.handlers.is_empty() {
            self.body(&inner.body, false);
            return self.body(&inner.orelse, false);
        }
        let end = self.label();
        self.tried(inner, end);
        for handler in &inner.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.except(handler, end);
        }
        self.emit(Op::Reraise, inner.range);
        self.place(end);
    }

    /// The body and the `else`; what follows is where an exception in the body leads.
    fn tried(&mut self, inner: &'a StmtTry, end: Label) {
        let handlers = self.label();
        self.jump(Op::SetupExcept, handlers, inner.range);
        self.push_block(Block::Try);
        self.body(&inner.body, false);
        self.pop_block();
        self.emit(Op::PopBlock, inner.range);
        self.body(&inner.orelse, false);
        self.jump(Op::Jump, end, inner.range);
        self.place(handlers);
    }

    /// One `except` clause; the exception is at the top, and stays there where it does not match.
    fn except(&mut self, handler: &'a ExceptHandlerExceptHandler, end: Label) {
        let (next, range) = (self.label(), handler.range);
        if let Some(class) = &handler.type_ {
            self.expression(class);
            self.emit(Op::MatchException, range);
            self.jump(Op::JumpIfFalse, next, range);
        }
        let name = handler.name.as_ref().map(|name| name.as_str());
        match name {
            Some(name) => self.except_named(name, &handler.body, range),
            None => {
                self.emit(Op::Pop, range);
                self.push_block(Block::Except { name: None });
                self.body(&handler.body, false);
                self.pop_block();
                self.emit(Op::PopHandled, range);
            }
        }
        self.jump(Op::Jump, end, range);
        self.place(next);
    }

    /// The name is unbound however the body is left.
    fn except_named(&mut self, name: &'a str, body: &'a [Stmt], range: TextRange) {
        let (cleanup, end) = (self.label(), self.label());
        self.name(name, Access::Store, range);
        self.jump(Op::SetupExcept, cleanup, range);
        self.push_block(Block::Except { name: Some(name) });
        self.body(body, false);
        self.pop_block();
        // What dies with the exception dies where the body ends.
        let last = self.unit().ranges.last().copied().unwrap_or(range);
        self.emit(Op::PopBlock, last);
        self.emit(Op::PopHandled, last);
        self.forget(name, last);
        self.jump(Op::Jump, end, last);
        self.place(cleanup);
        self.forget(name, range);
        self.emit(Op::Reraise, range);
        self.place(end);
    }

    /// `except*`: below the exception at the top grow the list of what its handlers raise, and the
    /// part of the group that no handler has taken yet.
    pub(super) fn try_star(&mut self, inner: &'a StmtTry) {
        let (handler, after, range) = (self.label(), self.label(), inner.range);
        if !inner.finalbody.is_empty() {
            self.jump(Op::SetupExcept, handler, range);
            self.push_block(Block::Finally(&inner.finalbody));
        }
        self.except_star(inner);
        if !inner.finalbody.is_empty() {
            self.pop_block();
            self.emit(Op::PopBlock, range);
            self.body(&inner.finalbody, false);
            self.jump(Op::Jump, after, range);
            self.place(handler);
            self.push_block(Block::Handling);
            self.body(&inner.finalbody, false);
            self.pop_block();
            self.emit(Op::Reraise, range);
        }
        self.place(after);
    }

    fn except_star(&mut self, inner: &'a StmtTry) {
        let (end, none, range) = (self.label(), self.label(), inner.range);
        self.tried(inner, end);
        self.emit(Op::BuildList(0), range);
        self.emit(Op::Copy(2), range);
        for handler in &inner.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.star_clause(handler);
        }
        self.emit(Op::PrepareReraiseStar, range);
        self.is_none(none, range);
        self.emit(Op::Reraise, range);
        self.place(none);
        self.emit(Op::Pop, range);
        self.emit(Op::PopHandled, range);
        self.place(end);
    }

    fn star_clause(&mut self, handler: &'a ExceptHandlerExceptHandler) {
        let (failed, missed, next, range) = (self.label(), self.label(), self.label(), handler.range);
        if let Some(class) = &handler.type_ {
            self.expression(class);
        }
        self.emit(Op::MatchExceptionGroup, range);
        self.is_none(missed, range);
        self.emit(Op::PushHandled, range);
        let name = handler.name.as_ref().map(|name| name.as_str());
        if let Some(name) = name {
            self.emit(Op::Copy(1), range);
            self.name(name, Access::Store, range);
        }
        self.jump(Op::SetupExcept, failed, range);
        self.push_block(Block::Except { name });
        self.body(&handler.body, false);
        self.pop_block();
        self.emit(Op::PopBlock, range);
        self.star_clause_end(name, next, range);
        self.place(failed);
        self.emit(Op::ListAppend(3), range);
        self.emit(Op::PopHandled, range);
        self.star_clause_end(name, next, range);
        self.place(missed);
        self.emit(Op::Pop, range);
        self.place(next);
    }

    fn star_clause_end(&mut self, name: Option<&str>, next: Label, range: TextRange) {
        if let Some(name) = name {
            self.forget(name, range);
        }
        self.emit(Op::PopHandled, range);
        self.emit(Op::Pop, range);
        self.jump(Op::Jump, next, range);
    }

    /// Jump where the top is None; it stays.
    pub(super) fn is_none(&mut self, label: Label, range: TextRange) {
        self.emit(Op::Copy(1), range);
        self.constant(Value::None, range);
        self.emit(Op::Is { negate: false }, range);
        self.jump(Op::JumpIfTrue, label, range);
    }

    pub(super) fn with_statement(&mut self, items: &'a [WithItem], body: &'a [Stmt], is_async: bool) {
        let Some((item, rest)) = items.split_first() else { return self.body(body, false) };
        let (handler, suppressed, end) = (self.label(), self.label(), self.label());
        let range = item.context_expr.range();
        self.expression(&item.context_expr);
        self.emit(if is_async { Op::BeforeAsyncWith } else { Op::BeforeWith }, range);
        if is_async {
            self.await_top(range, AwaitIn::AsyncEnter);
        }
        self.jump(Op::SetupWith, handler, range);
        self.push_block(Block::With { is_async, range });
        match &item.optional_vars {
            Some(target) => self.store(target),
            None => {
                self.emit(Op::Pop, range);
            }
        }
        self.with_statement(rest, body, is_async);
        self.pop_block();
        self.emit(Op::PopBlock, range);
        self.call_exit(is_async, range);
        self.jump(Op::Jump, end, range);
        self.place(handler);
        self.emit(Op::WithExceptStart, range);
        if is_async {
            self.await_top(range, AwaitIn::AsyncExit);
        }
        self.jump(Op::JumpIfTrue, suppressed, range);
        self.emit(Op::Reraise, range);
        self.place(suppressed);
        self.emit(Op::Pop, range);
        self.emit(Op::PopHandled, range);
        self.emit(Op::Pop, range);
        self.place(end);
    }
}
