//! Operators: `a + b`, `a += b`, `-a`.
//!
//! Two machine numbers come first. Then the protocol: the left operand's `__add__`, the
//! right one's `__radd__` (before, where its class derives from the left one's and has its own), and
//! what the built-in types do, for themselves and for what derives from them.

mod floats;
mod ints;
mod sequences;
mod sets;

pub use ints::cost;

use std::rc::Rc;

use num_bigint::BigInt;

use super::Vm;
use crate::python::builtins::printf;
use crate::python::builtins::receiver::unwrap;
use crate::python::builtins::union::union_of;
use crate::python::objects::{PyResult, Raised, Value};

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

/// An operator before its operand; `not` is an instruction of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
}

/// The special methods of an operator, and its sign.
struct Methods {
    plain: &'static str,
    reflected: &'static str,
    inplace: &'static str,
    sign: &'static str,
}

impl BinaryOp {
    fn methods(self) -> Methods {
        let (plain, reflected, inplace, sign) = match self {
            Self::Add => ("__add__", "__radd__", "__iadd__", "+"),
            Self::Subtract => ("__sub__", "__rsub__", "__isub__", "-"),
            Self::Multiply => ("__mul__", "__rmul__", "__imul__", "*"),
            Self::MatrixMultiply => ("__matmul__", "__rmatmul__", "__imatmul__", "@"),
            Self::TrueDivide => ("__truediv__", "__rtruediv__", "__itruediv__", "/"),
            Self::FloorDivide => ("__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"),
            Self::Modulo => ("__mod__", "__rmod__", "__imod__", "%"),
            Self::Power => ("__pow__", "__rpow__", "__ipow__", "**"),
            Self::LeftShift => ("__lshift__", "__rlshift__", "__ilshift__", "<<"),
            Self::RightShift => ("__rshift__", "__rrshift__", "__irshift__", ">>"),
            Self::And => ("__and__", "__rand__", "__iand__", "&"),
            Self::Or => ("__or__", "__ror__", "__ior__", "|"),
            Self::Xor => ("__xor__", "__rxor__", "__ixor__", "^"),
        };
        Methods { plain, reflected, inplace, sign }
    }
}

/// A number, whatever type it has.
enum Number {
    Int(i64),
    Big(Rc<BigInt>),
    Float(f64),
}

impl Number {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Int(number, _) => Some(Self::Int(*number)),
            Value::Bool(truth) => Some(Self::Int((*truth).into())),
            Value::BigInt(number) => Some(Self::Big(number.clone())),
            Value::Float(number, _) => Some(Self::Float(*number)),
            _ => None,
        }
    }

    fn to_big(&self) -> BigInt {
        match self {
            Self::Int(number) => BigInt::from(*number),
            Self::Big(number) => (**number).clone(),
            Self::Float(_) => BigInt::default(),
        }
    }
}

impl Vm {
    /// `left op right`.
    ///
    /// # Errors
    /// TypeError where the operands do not go together; what the operation raises.
    pub fn binary(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult {
        match (left, right) {
            (Value::Int(a, _), Value::Int(b, _)) => ints::small(self, op, *a, *b),
            (Value::Float(a, _), Value::Float(b, _)) => match floats::binary(self, op, *a, *b)? {
                Some(result) => Ok(result),
                None => Err(self.unsupported_operands(op.methods().sign, op, left, right)),
            },
            _ => match self.operate(op, left, right)? {
                Some(result) => Ok(result),
                None => self.sequence_or_error(op, op.methods().sign, left, right),
            },
        }
    }

    /// `left op= right`: the value that the target gets.
    ///
    /// # Errors
    /// As [`Vm::binary`].
    pub fn inplace(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult {
        if let (Value::Int(a, _), Value::Int(b, _)) = (left, right) {
            return ints::small(self, op, *a, *b);
        }
        let methods = op.methods();
        if matches!(left, Value::Object(_) | Value::Native(_) | Value::Class(_))
            && let Some(result) = self.call_override(left, methods.inplace, vec![right.clone()])?
            && !matches!(result, Value::NotImplemented)
        {
            return Ok(result);
        }
        if self.change_in_place(op, left, right)? {
            return Ok(left.clone());
        }
        match self.operate(op, left, right)? {
            Some(result) => Ok(result),
            None => self.sequence_or_error(op, &format!("{}=", methods.sign), left, right),
        }
    }

    /// What lists, sets and dicts do with themselves; false where the operator makes a new object.
    fn change_in_place(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<bool> {
        match (unwrap(left), op) {
            (Value::List(list), BinaryOp::Add) => sequences::extend(self, list, right).map(|()| true),
            (Value::List(list), BinaryOp::Multiply) => sequences::repeat_list_in_place(self, list, right),
            (Value::Set(set), _) if !set.is_frozen() => sets::update(self, op, set, unwrap(right)),
            (Value::Dict(dict), BinaryOp::Or) => sequences::update_dict(self, dict, right).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Ask both operands; None where neither knows the operation.
    fn operate(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
        let is_plain =
            |value: &Value| !matches!(value, Value::Object(_) | Value::Native(_) | Value::Class(_));
        if is_plain(left) && is_plain(right) {
            return self.operate_builtin(op, left, right);
        }
        let Methods { plain, reflected, .. } = op.methods();
        let mut ask_right = self.override_of(right, reflected).is_some();
        if ask_right && self.goes_first(left, right, reflected) {
            ask_right = false;
            if let Some(result) = self.ask(right, reflected, left)? {
                return Ok(Some(result));
            }
        }
        let left_asked = self.override_of(left, plain).is_some();
        if left_asked {
            if let Some(result) = self.ask(left, plain, right)? {
                return Ok(Some(result));
            }
            ask_right &= !Rc::ptr_eq(&self.class_of(left), &self.class_of(right));
        } else if let Some(result) = self.operate_builtin(op, unwrap(left), unwrap(right))? {
            return Ok(Some(result));
        }
        if ask_right && let Some(result) = self.ask(right, reflected, left)? {
            return Ok(Some(result));
        }
        let right_is_builtin =
            self.override_of(right, plain).is_none() && self.override_of(right, reflected).is_none();
        match left_asked && right_is_builtin {
            true => self.operate_builtin(op, unwrap(left), unwrap(right)),
            false => Ok(None),
        }
    }

    /// Whether the right operand is asked first: its class derives from the left one's, and has
    /// the method from elsewhere.
    pub(super) fn goes_first(&self, left: &Value, right: &Value, method: &str) -> bool {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if Rc::ptr_eq(&left_class, &right_class) || !right_class.is_subclass(&left_class) {
            return false;
        }
        match (self.override_of(left, method), self.override_of(right, method)) {
            (Some(one), Some(other)) => !one.is(&other),
            _ => true,
        }
    }

    /// Call a special method with the other operand; None for NotImplemented.
    pub(super) fn ask(&self, value: &Value, method: &str, other: &Value) -> PyResult<Option<Value>> {
        let result = self.call_override(value, method, vec![other.clone()])?;
        Ok(result.filter(|result| !matches!(result, Value::NotImplemented)))
    }

    /// The operation of the built-in types.
    fn operate_builtin(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
        if let (Some(a), Some(b)) = (Number::of(left), Number::of(right)) {
            if let (Value::Bool(a), Value::Bool(b)) = (left, right)
                && let Some(truth) = ints::logical(op, *a, *b)
            {
                return Ok(Some(Value::Bool(truth)));
            }
            return self.numbers(op, &a, &b);
        }
        match (left, op) {
            (Value::Str(format), BinaryOp::Modulo) => {
                Ok(Some(Value::string(printf::format_str(self, format.as_str(), right)?)))
            }
            (Value::Bytes(format), BinaryOp::Modulo) => {
                Ok(Some(Value::bytes(printf::format_bytes(self, format, right)?)))
            }
            (Value::Dict(one), BinaryOp::Or) => match right {
                Value::Dict(other) => Ok(Some(sequences::merge_dicts(self, one, other)?)),
                _ => Ok(None),
            },
            (Value::Set(_), _) => sets::binary(self, op, left, right),
            (_, BinaryOp::Or) => Ok(union_of(self, left, right)),
            _ => Ok(None),
        }
    }

    fn numbers(&self, op: BinaryOp, a: &Number, b: &Number) -> PyResult<Option<Value>> {
        match (a, b) {
            (Number::Int(a), Number::Int(b)) => match op {
                BinaryOp::MatrixMultiply => Ok(None),
                _ => ints::small(self, op, *a, *b).map(Some),
            },
            (Number::Float(_), _) | (_, Number::Float(_)) => {
                floats::binary(self, op, self.number_to_float(a)?, self.number_to_float(b)?)
            }
            _ => ints::large(self, op, &a.to_big(), &b.to_big()),
        }
    }

    fn number_to_float(&self, number: &Number) -> PyResult<f64> {
        match number {
            Number::Int(number) => Ok(*number as f64),
            Number::Float(number) => Ok(*number),
            Number::Big(number) => crate::python::builtins::format_spec::int_as_float(self, number),
        }
    }

    /// Concatenation and repetition come last, with errors of their own.
    fn sequence_or_error(&self, op: BinaryOp, sign: &str, left: &Value, right: &Value) -> PyResult {
        let result = match op {
            BinaryOp::Add => sequences::concatenate(self, left, right)?,
            BinaryOp::Multiply => sequences::repeat(self, left, right)?,
            _ => None,
        };
        result.ok_or_else(|| self.unsupported_operands(sign, op, left, right))
    }

    fn unsupported_operands(&self, sign: &str, op: BinaryOp, left: &Value, right: &Value) -> Raised {
        let sign = if op == BinaryOp::Power && sign == "**" { "** or pow()" } else { sign };
        let (left, right) = (self.type_name(left), self.type_name(right));
        self.type_error(&format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'"))
    }

    /// `op value`.
    ///
    /// # Errors
    /// TypeError where the value does not know it; what its special method raises.
    pub fn unary(&self, op: UnaryOp, value: &Value) -> PyResult {
        let (method, sign) = match op {
            UnaryOp::Negative => ("__neg__", "-"),
            UnaryOp::Positive => ("__pos__", "+"),
            UnaryOp::Invert => ("__invert__", "~"),
        };
        if let Some(result) = self.call_override(value, method, Vec::new())? {
            return Ok(result);
        }
        let value_inside = unwrap(value);
        let result = match (op, Number::of(value_inside)) {
            (UnaryOp::Positive, Some(_)) => match value_inside {
                Value::Bool(truth) => Some(Value::int((*truth).into())),
                number => Some(number.clone()),
            },
            (UnaryOp::Negative, Some(Number::Float(number))) => Some(Value::float(-number)),
            (UnaryOp::Negative, Some(Number::Int(number))) => Some(match number.checked_neg() {
                Some(negative) => Value::int(negative),
                None => Value::big(-BigInt::from(number)),
            }),
            (UnaryOp::Negative, Some(Number::Big(number))) => Some(Value::big(-&*number)),
            (UnaryOp::Invert, Some(Number::Int(number))) => Some(Value::int(!number)),
            (UnaryOp::Invert, Some(Number::Big(number))) => Some(Value::big(!&*number)),
            _ => None,
        };
        result.ok_or_else(|| {
            self.type_error(&format!("bad operand type for unary {sign}: '{}'", self.type_name(value)))
        })
    }
}
