//! What stands on the left of an assignment.

use ruff_python_ast::{Expr, ExprAttribute, StmtAnnAssign, StmtAugAssign};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::expressions::binary_op;
use super::{Access, Compiler};
use crate::python::code::Op;

impl<'a> Compiler<'a> {
    /// Pop the top into a target.
    pub(super) fn store(&mut self, target: &'a Expr) {
        let range = target.range();
        match target {
            Expr::Name(name) => self.name(&name.id, Access::Store, range),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let name = self.attribute_index(&attribute.attr);
                self.emit(Op::StoreAttr(name), self.attribute_range(attribute, range));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::StoreSubscript, range);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, range),
            Expr::List(list) => self.unpack(&list.elts, range),
            Expr::Starred(starred) => self.store(&starred.value),
            _ => self.unsupported("assigning to this", range),
        }
    }

    fn unpack(&mut self, elements: &'a [Expr], range: TextRange) {
        match elements.iter().position(Expr::is_starred_expr) {
            None => self.emit(Op::UnpackSequence(elements.len() as u32), range),
            Some(star) => {
                let after = elements.len() - star - 1;
                self.emit(Op::UnpackStarred { before: star as u32, after: after as u32 }, range)
            }
        };
        elements.iter().for_each(|element| self.store(element));
    }

    pub(super) fn delete(&mut self, target: &'a Expr) {
        let range = target.range();
        match target {
            Expr::Name(name) => self.name(&name.id, Access::Delete, range),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let name = self.attribute_index(&attribute.attr);
                self.emit(Op::DeleteAttr(name), self.attribute_range(attribute, range));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::DeleteSubscript, range);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.delete(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.delete(element)),
            _ => self.unsupported("deleting this", range),
        }
    }

    /// Where an attribute ends on another line than its object starts, tracebacks point at its name
    /// (CPython's `update_start_location_to_match_attr`).
    pub(super) fn attribute_range(&self, attribute: &ExprAttribute, range: TextRange) -> TextRange {
        let line = |offset: TextSize| self.source.line(offset.to_u32());
        match line(range.start()) == line(attribute.range.end()) {
            true => range,
            false => TextRange::new(attribute.attr.range.start(), range.end()),
        }
    }

    pub(super) fn attribute_index(&mut self, name: &str) -> u32 {
        let name = self.scopes.mangle(self.scope, name);
        self.name_index(&name)
    }

    pub(super) fn augmented_assignment(&mut self, inner: &'a StmtAugAssign) {
        let (range, op) = (inner.range, Op::Inplace(binary_op(inner.op)));
        match &*inner.target {
            Expr::Name(name) => {
                self.name(&name.id, Access::Load, name.range);
                self.expression(&inner.value);
                self.emit(op, range);
                self.name(&name.id, Access::Store, name.range);
            }
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                self.emit(Op::Copy(1), range);
                let name = self.attribute_index(&attribute.attr);
                let target = self.attribute_range(attribute, attribute.range);
                self.emit(Op::LoadAttr(name), target);
                self.expression(&inner.value);
                self.emit(op, range);
                self.emit(Op::Swap(2), range);
                self.emit(Op::StoreAttr(name), target);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::Copy(2), range);
                self.emit(Op::Copy(2), range);
                self.emit(Op::Subscript, subscript.range);
                self.expression(&inner.value);
                self.emit(op, range);
                self.emit(Op::Swap(3), range);
                self.emit(Op::Swap(2), range);
                self.emit(Op::StoreSubscript, subscript.range);
            }
            _ => self.unsupported("augmented assignment to this", range),
        }
    }

    /// Annotations are kept where they have a namespace: in classes and modules.
    pub(super) fn annotated_assignment(&mut self, inner: &'a StmtAnnAssign) {
        if let Some(value) = &inner.value {
            self.expression(value);
            self.store(&inner.target);
        }
        if !self.unit().is_namespace {
            return;
        }
        if let (Expr::Name(name), true) = (&*inner.target, inner.simple) {
            self.annotation(&inner.annotation);
            let index = self.name_index("__annotations__");
            let load = if self.scope == 0 { Op::LoadGlobal(index) } else { Op::LoadName(index) };
            self.emit(load, inner.range);
            let mangled = self.scopes.mangle(self.scope, &name.id);
            let key = self.intern(&mangled);
            self.constant(crate::python::objects::Value::Str(key), inner.range);
            self.emit(Op::StoreSubscript, inner.range);
        }
    }
}
