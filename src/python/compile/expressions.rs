//! Expressions but calls and comprehensions.

use num_bigint::BigInt;
use ruff_python_ast::{
    BoolOp, CmpOp, ConversionFlag, Expr, ExprCompare, FStringPart, InterpolatedElement,
    InterpolatedStringElement, Number, Operator, UnaryOp as UnaryOperator,
};
use ruff_text_size::{Ranged, TextRange};

use super::{Access, Compiler, Label};
use crate::python::code::{AwaitIn, Conversion, Op};
use crate::python::objects::{Origin, Value};
use crate::python::vm::arithmetic::{BinaryOp, UnaryOp};
use crate::python::vm::compare::CompareOp;

impl<'a> Compiler<'a> {
    /// Push the value of an expression.
    pub(super) fn expression(&mut self, expr: &'a Expr) {
        let range = expr.range();
        match expr {
            Expr::Name(name) => self.name(&name.id, Access::Load, range),
            Expr::NumberLiteral(number) => self.number(&number.value, range),
            Expr::StringLiteral(literal) => {
                let text = self.intern(literal.value.to_str());
                self.constant(Value::Str(text), range);
            }
            Expr::BytesLiteral(literal) => {
                self.constant(Value::bytes(literal.value.bytes().collect()), range)
            }
            Expr::BooleanLiteral(literal) => self.constant(Value::Bool(literal.value), range),
            Expr::NoneLiteral(_) => self.constant(Value::None, range),
            Expr::EllipsisLiteral(_) => self.constant(Value::Ellipsis, range),
            Expr::FString(string) => self.f_string(string.value.iter(), range),
            Expr::TString(_) => self.unsupported("t-strings (they are of Python 3.14)", range),
            Expr::BinOp(binary) => {
                self.expression(&binary.left);
                self.expression(&binary.right);
                self.emit(Op::Binary(binary_op(binary.op)), range);
            }
            Expr::UnaryOp(unary) => self.unary(unary.op, &unary.operand, range),
            Expr::BoolOp(inner) => self.bool_op(inner.op, &inner.values, range),
            Expr::Compare(compare) => self.compare(compare),
            Expr::If(inner) => {
                let (or_else, end) = (self.label(), self.label());
                self.jump_if(&inner.test, false, or_else);
                self.expression(&inner.body);
                self.jump(Op::Jump, end, range);
                self.place(or_else);
                self.expression(&inner.orelse);
                self.place(end);
            }
            Expr::Named(named) => {
                self.expression(&named.value);
                self.emit(Op::Copy(1), range);
                self.store(&named.target);
            }
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let name = self.attribute_index(&attribute.attr);
                self.emit(Op::LoadAttr(name), self.attribute_range(attribute, range));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::Subscript, range);
            }
            Expr::Slice(slice) => {
                for part in [&slice.lower, &slice.upper] {
                    self.optional(part.as_deref(), range);
                }
                if let Some(step) = &slice.step {
                    self.expression(step);
                }
                self.emit(Op::BuildSlice(if slice.step.is_some() { 3 } else { 2 }), range);
            }
            Expr::Tuple(tuple) => self.display(&tuple.elts, Op::BuildTuple, range),
            Expr::List(list) => self.display(&list.elts, Op::BuildList, range),
            Expr::Set(set) => self.display(&set.elts, Op::BuildSet, range),
            Expr::Dict(dict) => self.dict(&dict.items, range),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr)
            }
            Expr::Await(inner) => {
                self.expression(&inner.value);
                self.await_top(range, AwaitIn::Await);
            }
            Expr::Yield(inner) => {
                self.optional(inner.value.as_deref(), range);
                let is_async = self.unit().kind == crate::python::code::CodeKind::AsyncGenerator;
                self.emit(if is_async { Op::YieldAsync } else { Op::Yield }, range);
            }
            Expr::YieldFrom(inner) => {
                self.expression(&inner.value);
                self.emit(Op::GetYieldFromIter, range);
                self.constant(Value::None, range);
                self.emit(Op::Send, range);
            }
            Expr::Starred(starred) => {
                self.expression(&starred.value);
                self.unsupported("a starred expression here", range);
            }
            Expr::IpyEscapeCommand(_) => self.unsupported("shell commands", range),
        }
    }

    fn optional(&mut self, expr: Option<&'a Expr>, range: TextRange) {
        match expr {
            Some(expr) => self.expression(expr),
            None => self.constant(Value::None, range),
        }
    }

    /// Number literals know where they stand, so that a bar on the timeline can be dragged.
    fn number(&mut self, number: &Number, range: TextRange) {
        let origin = match self.source.is_library {
            true => Origin::NONE,
            false => Origin::at(range.start().to_u32()),
        };
        match number {
            Number::Int(int) => match int.as_i64() {
                Some(small) => self.constant(Value::Int(small, origin), range),
                None => {
                    let value = big_literal(&int.to_string());
                    self.constant(Value::big(value), range);
                }
            },
            Number::Float(value) => self.constant(Value::Float(*value, origin), range),
            Number::Complex { real, imag } => {
                let name = self.name_index("complex");
                self.emit(Op::LoadGlobal(name), range);
                self.constant(Value::float(*real), range);
                self.constant(Value::float(*imag), range);
                self.emit(Op::Call(2), range);
            }
        }
    }

    fn unary(&mut self, op: UnaryOperator, operand: &'a Expr, range: TextRange) {
        self.expression(operand);
        let op = match op {
            UnaryOperator::Not => Op::Not,
            UnaryOperator::USub => Op::Unary(UnaryOp::Negative),
            UnaryOperator::UAdd => Op::Unary(UnaryOp::Positive),
            UnaryOperator::Invert => Op::Unary(UnaryOp::Invert),
        };
        self.emit(op, range);
    }

    fn bool_op(&mut self, op: BoolOp, values: &'a [Expr], range: TextRange) {
        let end = self.label();
        for (place, value) in values.iter().enumerate() {
            self.expression(value);
            if place + 1 < values.len() {
                let jump = match op {
                    BoolOp::And => Op::JumpIfFalseOrPop,
                    BoolOp::Or => Op::JumpIfTrueOrPop,
                };
                self.jump(jump, end, range);
            }
        }
        self.place(end);
    }

    /// Jump where the test's truth is `truth`; go on otherwise.
    pub(super) fn jump_if(&mut self, test: &'a Expr, truth: bool, label: Label) {
        match test {
            Expr::UnaryOp(unary) if unary.op == UnaryOperator::Not => {
                self.jump_if(&unary.operand, !truth, label)
            }
            Expr::BoolOp(inner) if (inner.op == BoolOp::Or) == truth => {
                inner.values.iter().for_each(|value| self.jump_if(value, truth, label));
            }
            Expr::BoolOp(inner) => {
                let Some((last, first)) = inner.values.split_last() else { return };
                let skip = self.label();
                first.iter().for_each(|value| self.jump_if(value, !truth, skip));
                self.jump_if(last, truth, label);
                self.place(skip);
            }
            _ => {
                self.expression(test);
                self.jump(if truth { Op::JumpIfTrue } else { Op::JumpIfFalse }, label, test.range());
            }
        }
    }

    /// `a < b < c` evaluates `b` once, and `c` only where `a < b`.
    fn compare(&mut self, compare: &'a ExprCompare) {
        let range = compare.range;
        self.expression(&compare.left);
        let last = compare.ops.len().saturating_sub(1);
        let (cleanup, end) = (self.label(), self.label());
        for (place, (op, comparator)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            self.expression(comparator);
            if place < last {
                self.emit(Op::Copy(1), range);
                self.emit(Op::Swap(3), range);
                self.emit(Op::Swap(2), range);
            }
            self.emit(compare_op(*op), range);
            if place < last {
                self.jump(Op::JumpIfFalseOrPop, cleanup, range);
            }
        }
        if last > 0 {
            self.jump(Op::Jump, end, range);
            self.place(cleanup);
            self.emit(Op::Swap(2), range);
            self.emit(Op::Pop, range);
        }
        self.place(end);
    }

    /// A tuple, list or set; one with stars is built as a list first.
    pub(super) fn display(&mut self, elements: &'a [Expr], build: fn(u32) -> Op, range: TextRange) {
        if !elements.iter().any(Expr::is_starred_expr) {
            elements.iter().for_each(|element| self.expression(element));
            self.emit(build(elements.len() as u32), range);
            return;
        }
        let is_set = matches!(build(0), Op::BuildSet(_));
        self.emit(if is_set { Op::BuildSet(0) } else { Op::BuildList(0) }, range);
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(if is_set { Op::SetUpdate(1) } else { Op::ListExtend(1) }, range);
                }
                _ => {
                    self.expression(element);
                    self.emit(if is_set { Op::SetAdd(1) } else { Op::ListAppend(1) }, range);
                }
            }
        }
        if matches!(build(0), Op::BuildTuple(_)) {
            self.emit(Op::ListToTuple, range);
        }
    }

    fn dict(&mut self, items: &'a [ruff_python_ast::DictItem], range: TextRange) {
        if items.iter().all(|item| item.key.is_some()) {
            for item in items {
                item.key.iter().for_each(|key| self.expression(key));
                self.expression(&item.value);
            }
            self.emit(Op::BuildDict(items.len() as u32), range);
            return;
        }
        self.emit(Op::BuildDict(0), range);
        for item in items {
            match &item.key {
                Some(key) => {
                    self.expression(key);
                    self.expression(&item.value);
                    self.emit(Op::DictAdd(1), range);
                }
                None => {
                    self.expression(&item.value);
                    self.emit(Op::DictUpdate(1), range);
                }
            }
        }
    }

    fn f_string(&mut self, parts: impl Iterator<Item = &'a FStringPart>, range: TextRange) {
        let mut count = 0;
        for part in parts {
            count += match part {
                FStringPart::Literal(literal) => {
                    self.constant(Value::str(&literal.value), literal.range);
                    1
                }
                FStringPart::FString(string) => self.f_string_elements(string.elements.iter()),
            };
        }
        self.emit(Op::BuildString(count), range);
    }

    fn f_string_elements(&mut self, elements: impl Iterator<Item = &'a InterpolatedStringElement>) -> u32 {
        let mut count = 0;
        for element in elements {
            count += match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.constant(Value::str(&literal.value), literal.range);
                    1
                }
                InterpolatedStringElement::Interpolation(inner) => self.interpolation(inner),
            };
        }
        count
    }

    /// `{value!r:spec}`, or `{value=}`, which shows its own text first.
    fn interpolation(&mut self, inner: &'a InterpolatedElement) -> u32 {
        let mut pushed = 1;
        if let Some(debug) = &inner.debug_text {
            self.constant(Value::str(debug.as_str()), inner.range);
            pushed += 1;
        }
        self.expression(&inner.expression);
        let conversion = match inner.conversion {
            ConversionFlag::None if inner.debug_text.is_some() && inner.format_spec.is_none() => {
                Conversion::Repr
            }
            ConversionFlag::None => Conversion::None,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
        };
        if let Some(spec) = &inner.format_spec {
            let count = self.f_string_elements(spec.elements.iter());
            self.emit(Op::BuildString(count), spec.range);
        }
        self.emit(Op::Format { conversion, spec: inner.format_spec.is_some() }, inner.range);
        pushed
    }
}

/// A literal above the machine's ints, in any base.
fn big_literal(text: &str) -> BigInt {
    let digits = text.replace('_', "").to_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (digits.as_str(), 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default()
}

pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Subtract,
        Operator::Mult => BinaryOp::Multiply,
        Operator::MatMult => BinaryOp::MatrixMultiply,
        Operator::Div => BinaryOp::TrueDivide,
        Operator::Mod => BinaryOp::Modulo,
        Operator::Pow => BinaryOp::Power,
        Operator::LShift => BinaryOp::LeftShift,
        Operator::RShift => BinaryOp::RightShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}

pub(super) fn compare_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Compare(CompareOp::Equal),
        CmpOp::NotEq => Op::Compare(CompareOp::NotEqual),
        CmpOp::Lt => Op::Compare(CompareOp::Less),
        CmpOp::LtE => Op::Compare(CompareOp::LessEqual),
        CmpOp::Gt => Op::Compare(CompareOp::Greater),
        CmpOp::GtE => Op::Compare(CompareOp::GreaterEqual),
        CmpOp::Is => Op::Is { negate: false },
        CmpOp::IsNot => Op::Is { negate: true },
        CmpOp::In => Op::In { negate: false },
        CmpOp::NotIn => Op::In { negate: true },
    }
}
