//! Operators on numbers and containers, and the special methods behind all others.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::Vm;
use crate::python::builtins::printf;
use crate::python::objects::{Args, Origin, PyResult, Raised, Set, Value};

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
}

impl BinaryOp {
    /// The operator's sign, and its special method without the underscores.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Add => ("+", "add"),
            Self::Subtract => ("-", "sub"),
            Self::Multiply => ("*", "mul"),
            Self::MatrixMultiply => ("@", "matmul"),
            Self::TrueDivide => ("/", "truediv"),
            Self::FloorDivide => ("//", "floordiv"),
            Self::Modulo => ("%", "mod"),
            Self::Power => ("** or pow()", "pow"),
            Self::LeftShift => ("<<", "lshift"),
            Self::RightShift => (">>", "rshift"),
            Self::And => ("&", "and"),
            Self::Or => ("|", "or"),
            Self::Xor => ("^", "xor"),
        }
    }
}

impl Vm {
    /// `left op right`.
    ///
    /// # Errors
    /// TypeError where the types do not go together; what arithmetic or a special method raises.
    pub fn binary(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult {
        if let (Value::Int(a, _), Value::Int(b, _)) = (left, right)
            && let Some(result) = small_ints(op, *a, *b)
        {
            return Ok(result);
        }
        if let (Value::Float(a, _), Value::Float(b, _)) = (left, right) {
            return self.floats(op, *a, *b).unwrap_or_else(|| Err(self.unsupported_operands(op, left, right, false)));
        }
        if let Some(result) = self.special_binary(op, left, right)? {
            return Ok(result);
        }
        let (a, b) = (inner(left), inner(right));
        match self.builtin_binary(op, a, b) {
            Some(result) => result,
            None => Err(self.unsupported_operands(op, left, right, false)),
        }
    }

    /// `left op= right`: lists, sets and dicts change in place.
    ///
    /// # Errors
    /// As [`Vm::binary`].
    pub fn inplace(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult {
        if matches!(left, Value::Int(..) | Value::Float(..) | Value::Str(_)) {
            return self.binary_with(op, left, right, true);
        }
        if matches!(left, Value::Object(_) | Value::Native(_)) {
            let name = format!("__i{}__", op.names().1);
            if let Some(result) = self.call_special(left, &name, Args::one(right.clone()))?
                && !matches!(result, Value::NotImplemented)
            {
                return Ok(result);
            }
        }
        match (op, left) {
            (BinaryOp::Add, Value::List(list)) => {
                let items = self.collect(right)?;
                self.check_size((list.0.borrow().len() + items.len()) * size_of::<Value>())?;
                list.0.borrow_mut().extend(items);
                Ok(left.clone())
            }
            (BinaryOp::Multiply, Value::List(list)) => {
                let Value::List(new) = self.binary(op, left, right)? else { return Ok(left.clone()) };
                list.0.replace(new.0.take());
                Ok(left.clone())
            }
            (BinaryOp::Or, Value::Dict(dict)) => {
                let items = match self.mapping_items(right)? {
                    Some(items) => items,
                    None => self.pairs(right)?,
                };
                for (key, value) in items {
                    dict.insert(self, key, value)?;
                }
                Ok(left.clone())
            }
            (BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor, Value::Set(set)) if !set.is_frozen() => {
                let Value::Set(new) = self.binary(op, left, right)? else { return Ok(left.clone()) };
                set.replace(&new);
                Ok(left.clone())
            }
            _ => self.binary_with(op, left, right, true),
        }
    }

    fn binary_with(&self, op: BinaryOp, left: &Value, right: &Value, inplace: bool) -> PyResult {
        match self.binary(op, left, right) {
            Err(error) if inplace && error.is(&self.exceptions.type_error) => {
                let plain = self.unsupported_operands(op, left, right, false);
                let same = error.first_arg().and_then(|text| text.as_str().map(str::to_owned))
                    == plain.first_arg().and_then(|text| text.as_str().map(str::to_owned));
                Err(if same { self.unsupported_operands(op, left, right, true) } else { error })
            }
            other => other,
        }
    }

    fn pairs(&self, iterable: &Value) -> PyResult<Vec<(Value, Value)>> {
        let mut pairs = Vec::new();
        for item in self.collect(iterable)? {
            let pair = self.collect(&item)?;
            if let [key, value] = pair.as_slice() {
                pairs.push((key.clone(), value.clone()));
            } else {
                let message = format!("dictionary update sequence element has length {}; 2 is required", pair.len());
                return Err(self.value_error(&message));
            }
        }
        Ok(pairs)
    }

    fn unsupported_operands(&self, op: BinaryOp, left: &Value, right: &Value, inplace: bool) -> Raised {
        let name = |value: &Value| self.class_of(value).name.borrow().to_string();
        let text = |value: &Value| matches!(value, Value::Str(_));
        let message = match (op, left) {
            (BinaryOp::Add, Value::Str(_)) => format!("can only concatenate str (not \"{}\") to str", name(right)),
            (BinaryOp::Add, Value::List(_)) => format!("can only concatenate list (not \"{}\") to list", name(right)),
            (BinaryOp::Add, Value::Tuple(_)) => format!("can only concatenate tuple (not \"{}\") to tuple", name(right)),
            (BinaryOp::Add, Value::Bytes(_)) => format!("can't concat {} to bytes", name(right)),
            (BinaryOp::Multiply, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_))
                if !text(right) || text(left) =>
            {
                format!("can't multiply sequence by non-int of type '{}'", name(right))
            }
            (BinaryOp::Multiply, _) if matches!(right, Value::Str(_) | Value::List(_) | Value::Tuple(_)) && !matches!(left, Value::Object(_) | Value::None) => {
                format!("can't multiply sequence by non-int of type '{}'", name(left))
            }
            _ => {
                let sign = match (inplace, op) {
                    (true, BinaryOp::Power) => "**=".to_owned(),
                    (true, _) => format!("{}=", op.names().0),
                    (false, _) => op.names().0.to_owned(),
                };
                format!("unsupported operand type(s) for {sign}: '{}' and '{}'", name(left), name(right))
            }
        };
        self.type_error(&message)
    }

    /// `__add__` and `__radd__` of the operands' classes; None where neither has an answer.
    fn special_binary(&self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
        let has_methods = |value: &Value| matches!(value, Value::Object(_) | Value::Native(_) | Value::Class(_));
        if !has_methods(left) && !has_methods(right) {
            return Ok(None);
        }
        let name = op.names().1;
        let (forward, reflected) = (format!("__{name}__"), format!("__r{name}__"));
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let differ = !Rc::ptr_eq(&left_class, &right_class);
        let right_first = differ && right_class.is_subclass(&left_class) && has_methods(right) && {
            let key = self.intern(&reflected);
            match (right_class.lookup(&key), left_class.lookup(&key)) {
                (Some(own), Some(base)) => !own.is(&base),
                (Some(_), None) => true,
                _ => false,
            }
        };
        let ask = |on: &Value, name: &str, other: &Value| -> PyResult<Option<Value>> {
            if !has_methods(on) {
                return Ok(None);
            }
            let answer = self.call_special(on, name, Args::one(other.clone()))?;
            Ok(answer.filter(|answer| !matches!(answer, Value::NotImplemented)))
        };
        if right_first && let Some(answer) = ask(right, &reflected, left)? {
            return Ok(Some(answer));
        }
        if let Some(answer) = ask(left, &forward, right)? {
            return Ok(Some(answer));
        }
        if differ && !right_first {
            return ask(right, &reflected, left);
        }
        Ok(None)
    }

    fn builtin_binary(&self, op: BinaryOp, left: &Value, right: &Value) -> Option<PyResult> {
        if let (Some(a), Some(b)) = (Number::of(left), Number::of(right)) {
            if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
                match op {
                    BinaryOp::And => return Some(Ok(Value::Bool(a & b))),
                    BinaryOp::Or => return Some(Ok(Value::Bool(a | b))),
                    BinaryOp::Xor => return Some(Ok(Value::Bool(a ^ b))),
                    _ => {}
                }
            }
            return self.numbers(op, a, b);
        }
        match (op, left, right) {
            (BinaryOp::Add, Value::Str(a), Value::Str(b)) => {
                Some(self.check_size(a.as_str().len() + b.as_str().len()).map(|()| {
                    let mut text = String::with_capacity(a.as_str().len() + b.as_str().len());
                    text.push_str(a.as_str());
                    text.push_str(b.as_str());
                    Value::string(text)
                }))
            }
            (BinaryOp::Add, Value::Bytes(a), Value::Bytes(b)) => {
                Some(self.check_size(a.len() + b.len()).map(|()| Value::bytes([a.as_slice(), b.as_slice()].concat())))
            }
            (BinaryOp::Add, Value::Tuple(a), Value::Tuple(b)) => Some(
                self.check_size((a.len() + b.len()) * size_of::<Value>())
                    .map(|()| Value::tuple(a.iter().chain(b.iter()).cloned().collect())),
            ),
            (BinaryOp::Add, Value::List(a), Value::List(b)) => {
                let (a, b) = (a.0.borrow(), b.0.borrow());
                Some(
                    self.check_size((a.len() + b.len()) * size_of::<Value>())
                        .map(|()| Value::list(a.iter().chain(b.iter()).cloned().collect())),
                )
            }
            (BinaryOp::Multiply, sequence, count) if self.repeat_count(count).is_some() && is_sequence(sequence) => {
                Some(self.repeat(sequence, self.repeat_count(count)?))
            }
            (BinaryOp::Multiply, count, sequence) if self.repeat_count(count).is_some() && is_sequence(sequence) => {
                Some(self.repeat(sequence, self.repeat_count(count)?))
            }
            (BinaryOp::Modulo, Value::Str(template), args) => {
                Some(printf::format_str(self, template.as_str(), args).map(Value::string))
            }
            (BinaryOp::Modulo, Value::Bytes(template), args) => {
                Some(printf::format_bytes(self, template, args).map(Value::bytes))
            }
            (_, Value::Set(a), Value::Set(b)) => self.sets(op, a, b),
            (BinaryOp::Or, Value::Dict(a), Value::Dict(b)) => {
                let merged = a.copy();
                let insert = || {
                    for (key, value) in b.items() {
                        merged.insert(self, key, value)?;
                    }
                    Ok(())
                };
                Some(insert().map(|()| Value::dict(merged)))
            }
            (BinaryOp::Or, Value::Class(_) | Value::None, Value::Class(_) | Value::None)
            | (BinaryOp::Or, Value::Class(_), Value::Native(_))
            | (BinaryOp::Or, Value::Native(_), Value::Class(_) | Value::None) => {
                Some(Ok(self.union(left, right)))
            }
            _ => None,
        }
    }

    fn repeat_count(&self, value: &Value) -> Option<usize> {
        match value {
            Value::Int(count, _) => Some(usize::try_from(*count).unwrap_or(0)),
            Value::Bool(truth) => Some(usize::from(*truth)),
            Value::BigInt(count) => Some(if count.is_negative() { 0 } else { usize::MAX }),
            _ => None,
        }
    }

    fn repeat(&self, sequence: &Value, count: usize) -> PyResult {
        let room = |length: usize, size: usize| self.check_size(length.saturating_mul(count).saturating_mul(size));
        Ok(match sequence {
            Value::Str(text) => {
                room(text.as_str().len(), 1)?;
                Value::string(text.as_str().repeat(count))
            }
            Value::Bytes(bytes) => {
                room(bytes.len(), 1)?;
                Value::bytes(bytes.repeat(count))
            }
            Value::Tuple(items) => {
                room(items.len(), size_of::<Value>())?;
                Value::tuple(repeated(items, count))
            }
            Value::List(list) => {
                let items = list.0.borrow();
                room(items.len(), size_of::<Value>())?;
                Value::list(repeated(&items, count))
            }
            other => other.clone(),
        })
    }

    fn sets(&self, op: BinaryOp, left: &Rc<Set>, right: &Rc<Set>) -> Option<PyResult> {
        let build = |items: Vec<Value>, keep: &dyn Fn(&Value) -> PyResult<bool>| -> PyResult<Set> {
            let set = Set::new(left.is_frozen());
            for item in items {
                if keep(&item)? {
                    set.add(self, item)?;
                }
            }
            Ok(set)
        };
        let in_left = |item: &Value| left.contains(self, item);
        let in_right = |item: &Value| right.contains(self, item);
        let result = match op {
            BinaryOp::And => {
                let (items, test): (_, &dyn Fn(&Value) -> PyResult<bool>) =
                    if right.len() > left.len() { (left.items(), &in_right) } else { (right.items(), &in_left) };
                build(items, test)
            }
            BinaryOp::Or => left.copy_as(left.is_frozen()).extended(self, right.items()),
            BinaryOp::Subtract => build(left.items(), &|item| Ok(!in_right(item)?)),
            BinaryOp::Xor => build(right.items(), &|item| Ok(!in_left(item)?)).and_then(|set| {
                let rest = build(left.items(), &|item| Ok(!in_right(item)?))?;
                set.extended(self, rest.items())
            }),
            _ => return None,
        };
        Some(result.map(|set| Value::Set(Rc::new(set))))
    }

    fn numbers(&self, op: BinaryOp, left: Number, right: Number) -> Option<PyResult> {
        match (left, right) {
            (Number::Int(a), Number::Int(b)) => self.ints(op, &a, &b),
            (a, b) => {
                let floats = a.to_float().zip(b.to_float());
                match floats {
                    Some((a, b)) => self.floats(op, a, b),
                    None => Some(Err(self.overflow_error("int too large to convert to float"))),
                }
            }
        }
    }

    fn ints(&self, op: BinaryOp, a: &BigInt, b: &BigInt) -> Option<PyResult> {
        let zero = |text: &str| Some(Err(self.zero_division_error(text)));
        Some(Ok(Value::big(match op {
            BinaryOp::Add => a + b,
            BinaryOp::Subtract => a - b,
            BinaryOp::Multiply => {
                if let Err(error) = self.check_size(((a.bits() + b.bits()) / 8) as usize) {
                    return Some(Err(error));
                }
                a * b
            }
            BinaryOp::FloorDivide if b.is_zero() => return zero("integer division or modulo by zero"),
            BinaryOp::FloorDivide => a.div_floor(b),
            BinaryOp::Modulo if b.is_zero() => return zero("integer modulo by zero"),
            BinaryOp::Modulo => a.mod_floor(b),
            BinaryOp::TrueDivide if b.is_zero() => return zero("division by zero"),
            BinaryOp::TrueDivide => return Some(self.divide_ints(a, b)),
            BinaryOp::Power => return Some(self.power_ints(a, b)),
            BinaryOp::LeftShift | BinaryOp::RightShift if b.is_negative() => {
                return Some(Err(self.value_error("negative shift count")));
            }
            BinaryOp::LeftShift => match b.to_usize().filter(|_| !a.is_zero()) {
                Some(count) => match self.check_size((a.bits() as usize).saturating_add(count) / 8) {
                    Ok(()) => a << count,
                    Err(error) => return Some(Err(error)),
                },
                None if a.is_zero() => BigInt::zero(),
                None => return Some(Err(self.memory_error())),
            },
            BinaryOp::RightShift => match b.to_usize() {
                Some(count) => a >> count,
                None if a.is_negative() => BigInt::from(-1),
                None => BigInt::zero(),
            },
            BinaryOp::And => a & b,
            BinaryOp::Or => a | b,
            BinaryOp::Xor => a ^ b,
            BinaryOp::MatrixMultiply => return None,
        })))
    }

    /// `a / b`, rounded correctly whatever the sizes are.
    fn divide_ints(&self, a: &BigInt, b: &BigInt) -> PyResult {
        const EXACT: u64 = 53;
        if a.bits() <= EXACT && b.bits() <= EXACT {
            return Ok(Value::float(a.to_f64().unwrap_or(0.0) / b.to_f64().unwrap_or(1.0)));
        }
        let negative = (a.sign() == Sign::Minus) != (b.sign() == Sign::Minus);
        let (a, b) = (a.abs(), b.abs());
        // Keep 66 bits of the quotient, the last one sticky.
        let shift = a.bits() as i64 - b.bits() as i64 - 66;
        let (quotient, rest) = match shift >= 0 {
            true => a.div_rem(&(b << shift as usize)),
            false => (a << (-shift) as usize).div_rem(&b),
        };
        let sticky = if rest.is_zero() { quotient } else { quotient | BigInt::from(1) };
        let value = scale(sticky.to_f64().unwrap_or(f64::INFINITY), shift);
        match value.is_infinite() {
            true => Err(self.overflow_error("integer division result too large for a float")),
            false => Ok(Value::float(if negative { -value } else { value })),
        }
    }

    fn power_ints(&self, base: &BigInt, exponent: &BigInt) -> PyResult {
        if exponent.is_negative() {
            let (Some(a), Some(b)) = (base.to_f64(), exponent.to_f64()) else { return Err(self.memory_error()) };
            return match base.is_zero() {
                true => Err(self.zero_division_error("0.0 cannot be raised to a negative power")),
                false => Ok(Value::float(a.powf(b))),
            };
        }
        if base.bits() <= 1 {
            let odd = exponent.is_odd();
            return Ok(Value::big(match (base.sign(), exponent.is_zero()) {
                (_, true) => BigInt::from(1),
                (Sign::Minus, _) if !odd => BigInt::from(1),
                _ => base.clone(),
            }));
        }
        let Some(exponent) = exponent.to_u32() else { return Err(self.memory_error()) };
        self.check_size((base.bits() as usize).saturating_mul(exponent as usize) / 8 / 8)?;
        Ok(Value::big(base.pow(exponent)))
    }

    fn floats(&self, op: BinaryOp, a: f64, b: f64) -> Option<PyResult> {
        let zero = |text: &str| Some(Err(self.zero_division_error(text)));
        let value = match op {
            BinaryOp::Add => a + b,
            BinaryOp::Subtract => a - b,
            BinaryOp::Multiply => a * b,
            BinaryOp::TrueDivide if b == 0.0 => return zero("float division by zero"),
            BinaryOp::TrueDivide => a / b,
            BinaryOp::FloorDivide if b == 0.0 => return zero("float floor division by zero"),
            BinaryOp::FloorDivide => floor_divide(a, b).0,
            BinaryOp::Modulo if b == 0.0 => return zero("float modulo by zero"),
            BinaryOp::Modulo => floor_divide(a, b).1,
            BinaryOp::Power => return Some(self.power_floats(a, b)),
            _ => return None,
        };
        Some(Ok(Value::float(value)))
    }

    fn power_floats(&self, a: f64, b: f64) -> PyResult {
        if a == 0.0 && b < 0.0 {
            return Err(self.zero_division_error("0.0 cannot be raised to a negative power"));
        }
        if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
            return Err(self.unsupported("complex numbers"));
        }
        let value = a.powf(b);
        match value.is_infinite() && a.is_finite() && b.is_finite() {
            true => Err(self.error_with(
                &self.exceptions.overflow_error,
                vec![Value::int(34), Value::str("Numerical result out of range")],
            )),
            false => Ok(Value::float(value)),
        }
    }

    /// `-value`, `+value`, `~value`.
    ///
    /// # Errors
    /// TypeError where the type has no such operator.
    pub fn unary(&self, op: UnaryOp, value: &Value) -> PyResult {
        let (sign, name) = match op {
            UnaryOp::Negative => ("-", "__neg__"),
            UnaryOp::Positive => ("+", "__pos__"),
            UnaryOp::Invert => ("~", "__invert__"),
        };
        if matches!(value, Value::Object(_) | Value::Native(_))
            && let Some(result) = self.call_special(value, name, Args::none())?
        {
            return Ok(result);
        }
        match (op, inner(value)) {
            (UnaryOp::Negative, Value::Float(number, _)) => Ok(Value::float(-number)),
            (UnaryOp::Positive, Value::Float(..) | Value::Int(..) | Value::BigInt(_)) => Ok(inner(value).clone()),
            (_, number) => match (Number::of(number), op) {
                (Some(Number::Int(number)), UnaryOp::Negative) => Ok(Value::big(-number)),
                (Some(Number::Int(number)), UnaryOp::Positive) => Ok(Value::big(number)),
                (Some(Number::Int(number)), UnaryOp::Invert) => Ok(Value::big(!number)),
                _ => {
                    let class = self.class_of(value).name.borrow().to_string();
                    Err(self.type_error(&format!("bad operand type for unary {sign}: '{class}'")))
                }
            },
        }
    }
}

/// The value of a built-in type inside an instance of a class that derives from it.
pub fn inner(value: &Value) -> &Value {
    match value {
        Value::Object(object) => object.inner().unwrap_or(value),
        other => other,
    }
}

/// A number of any type, for arithmetic.
enum Number {
    Int(BigInt),
    Float(f64),
}

impl Number {
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Int(number, _) => Self::Int(BigInt::from(*number)),
            Value::Bool(truth) => Self::Int(BigInt::from(u8::from(*truth))),
            Value::BigInt(number) => Self::Int((**number).clone()),
            Value::Float(number, _) => Self::Float(*number),
            _ => return None,
        })
    }

    fn to_float(&self) -> Option<f64> {
        match self {
            Self::Int(number) => number.to_f64().filter(|number| number.is_finite()),
            Self::Float(number) => Some(*number),
        }
    }
}

/// The common case, where nothing overflows.
fn small_ints(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    let value = match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Subtract => a.checked_sub(b)?,
        BinaryOp::Multiply => a.checked_mul(b)?,
        BinaryOp::FloorDivide if b > 0 => a.div_euclid(b),
        BinaryOp::Modulo if b > 0 => a.rem_euclid(b),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        _ => return None,
    };
    Some(Value::Int(value, Origin::NONE))
}

/// `divmod` of floats as CPython rounds it.
pub fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `value * 2**exponent`, in steps that do not overflow on the way.
fn scale(value: f64, exponent: i64) -> f64 {
    let (mut value, mut left) = (value, exponent.clamp(-4000, 4000));
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        value *= 2f64.powi(step as i32);
        left -= step;
    }
    value
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::List(_))
}

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * count);
    (0..count).for_each(|_| all.extend_from_slice(items));
    all
}
