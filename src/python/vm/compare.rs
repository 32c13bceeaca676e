//! Comparison, truth, membership and hashing.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::Vm;
use super::arithmetic::inner;
use crate::python::builtins::hash;
use crate::python::objects::{Args, Class, PyResult, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
}

impl CompareOp {
    fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
        }
    }

    fn method(self) -> &'static str {
        match self {
            Self::Less => "__lt__",
            Self::LessEqual => "__le__",
            Self::Equal => "__eq__",
            Self::NotEqual => "__ne__",
            Self::Greater => "__gt__",
            Self::GreaterEqual => "__ge__",
        }
    }

    fn swapped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessEqual => Self::GreaterEqual,
            Self::Greater => Self::Less,
            Self::GreaterEqual => Self::LessEqual,
            same => same,
        }
    }

    /// Whether two things in this order satisfy it.
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Less => ordering.is_lt(),
            Self::LessEqual => ordering.is_le(),
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterEqual => ordering.is_ge(),
        }
    }
}

impl Vm {
    /// `left op right`.
    ///
    /// # Errors
    /// TypeError where the types have no order; what a special method raises.
    pub fn compare(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult {
        if let (Value::Int(a, _), Value::Int(b, _)) = (left, right) {
            return Ok(Value::Bool(op.holds(a.cmp(b))));
        }
        if is_special(left) || is_special(right) {
            self.enter_native()?;
            let answer = self.compare_special(op, left, right);
            self.leave_native();
            if let Some(answer) = answer? {
                return Ok(answer);
            }
        }
        if let Some(holds) = self.compare_builtin(op, inner(left), inner(right))? {
            return Ok(Value::Bool(holds));
        }
        match op {
            CompareOp::Equal => Ok(Value::Bool(left.is(right))),
            CompareOp::NotEqual => Ok(Value::Bool(!left.is(right))),
            _ => {
                let name = |value: &Value| self.class_of(value).name.borrow().to_string();
                let message = format!(
                    "'{}' not supported between instances of '{}' and '{}'",
                    op.sign(),
                    name(left),
                    name(right)
                );
                Err(self.type_error(&message))
            }
        }
    }

    fn compare_special(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let right_first = !Rc::ptr_eq(&left_class, &right_class) && right_class.is_subclass(&left_class);
        if right_first && let Some(answer) = self.ask(op.swapped(), right, left)? {
            return Ok(Some(answer));
        }
        if let Some(answer) = self.ask(op, left, right)? {
            return Ok(Some(answer));
        }
        if !right_first && let Some(answer) = self.ask(op.swapped(), right, left)? {
            return Ok(Some(answer));
        }
        Ok(None)
    }

    /// Ask an operand's own method, if Python code or a module defined one.
    fn ask(&self, op: CompareOp, on: &Value, other: &Value) -> PyResult<Option<Value>> {
        if !is_special(on) {
            return Ok(None);
        }
        let class = self.class_of(on);
        let find = |name: &str| match class.lookup_with_owner(&self.intern(name)) {
            Some((method, is_user)) if is_user || matches!(on, Value::Native(_)) => Some(method),
            _ => None,
        };
        if let Some(method) = find(op.method()) {
            if matches!(&method, Value::Builtin(_)) && matches!(on, Value::Object(_)) {
                return Ok(None);
            }
            let method = self.bind_attr(method, on, &class, true)?;
            let answer = self.call(&method, Args::one(other.clone()))?;
            return Ok(Some(answer).filter(|answer| !matches!(answer, Value::NotImplemented)));
        }
        // `!=` is the opposite of `==` where it is not told otherwise.
        if op == CompareOp::NotEqual
            && find("__eq__").is_some()
            && let Some(equal) = self.ask(CompareOp::Equal, on, other)?
        {
            return Ok(Some(Value::Bool(!self.truth(&equal)?)));
        }
        Ok(None)
    }

    fn compare_builtin(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Option<bool>> {
        if let Some(ordering) = compare_numbers(left, right) {
            return Ok(Some(match ordering {
                Some(ordering) => op.holds(ordering),
                None => op == CompareOp::NotEqual,
            }));
        }
        Ok(match (left, right) {
            (Value::Str(a), Value::Str(b)) => Some(match op {
                CompareOp::Equal => a == b,
                CompareOp::NotEqual => a != b,
                _ => op.holds(a.as_str().cmp(b.as_str())),
            }),
            (Value::Bytes(a), Value::Bytes(b)) => Some(op.holds(a.cmp(b))),
            (Value::Tuple(a), Value::Tuple(b)) => Some(self.compare_sequences(op, a, b)?),
            (Value::List(a), Value::List(b)) => {
                let (a, b) = (a.0.borrow().clone(), b.0.borrow().clone());
                Some(self.compare_sequences(op, &a, &b)?)
            }
            (Value::Dict(a), Value::Dict(b)) if matches!(op, CompareOp::Equal | CompareOp::NotEqual) => {
                let mut equal = a.len() == b.len();
                for (key, value) in a.items() {
                    equal = equal
                        && match b.get(self, &key)? {
                            Some(other) => value.is(&other) || self.eq(&value, &other)?,
                            None => false,
                        };
                }
                Some(equal == (op == CompareOp::Equal))
            }
            (Value::Set(a), Value::Set(b)) => {
                let within = |small: &crate::python::objects::Set, large: &crate::python::objects::Set| {
                    for item in small.items() {
                        if !large.contains(self, &item)? {
                            return Ok(false);
                        }
                    }
                    Ok(true)
                };
                Some(match op {
                    CompareOp::Equal => a.len() == b.len() && within(a, b)?,
                    CompareOp::NotEqual => a.len() != b.len() || !within(a, b)?,
                    CompareOp::Less => a.len() < b.len() && within(a, b)?,
                    CompareOp::LessEqual => a.len() <= b.len() && within(a, b)?,
                    CompareOp::Greater => a.len() > b.len() && within(b, a)?,
                    CompareOp::GreaterEqual => a.len() >= b.len() && within(b, a)?,
                })
            }
            (Value::Range(a), Value::Range(b)) if matches!(op, CompareOp::Equal | CompareOp::NotEqual) => {
                let equal = a.len() == b.len()
                    && (a.is_empty() || (a.start == b.start && (a.len() == 1 || a.step == b.step)));
                Some(equal == (op == CompareOp::Equal))
            }
            (Value::Method(a), Value::Method(b)) if matches!(op, CompareOp::Equal | CompareOp::NotEqual) => {
                let equal = a.function.is(&b.function) && a.receiver.is(&b.receiver);
                Some(equal == (op == CompareOp::Equal))
            }
            (Value::Slice(a), Value::Slice(b)) if matches!(op, CompareOp::Equal | CompareOp::NotEqual) => {
                let parts = |slice: &crate::python::objects::Slice| {
                    [slice.start.clone(), slice.stop.clone(), slice.step.clone()]
                };
                let equal = self.compare_sequences(CompareOp::Equal, &parts(a), &parts(b))?;
                Some(equal == (op == CompareOp::Equal))
            }
            _ => None,
        })
    }

    fn compare_sequences(&self, op: CompareOp, left: &[Value], right: &[Value]) -> PyResult<bool> {
        if left.len() != right.len() && matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Ok(op == CompareOp::NotEqual);
        }
        self.enter_native()?;
        let different = || {
            for (a, b) in left.iter().zip(right) {
                if !a.is(b) && !self.eq(a, b)? {
                    return Ok(Some((a, b)));
                }
            }
            Ok(None)
        };
        let different = different();
        self.leave_native();
        match (different?, op) {
            (None, _) => Ok(op.holds(left.len().cmp(&right.len()))),
            (Some(_), CompareOp::Equal) => Ok(false),
            (Some(_), CompareOp::NotEqual) => Ok(true),
            (Some((a, b)), _) => {
                let answer = self.compare(op, a, b)?;
                self.truth(&answer)
            }
        }
    }

    /// `bool(left == right)`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn eq(&self, left: &Value, right: &Value) -> PyResult<bool> {
        match self.compare(CompareOp::Equal, left, right)? {
            Value::Bool(truth) => Ok(truth),
            other => self.truth(&other),
        }
    }

    /// `bool(value)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    pub fn truth(&self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::Bool(truth) => *truth,
            Value::None => false,
            Value::Int(number, _) => *number != 0,
            Value::Float(number, _) => *number != 0.0,
            Value::BigInt(_) => true,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::List(list) => !list.0.borrow().is_empty(),
            Value::Dict(dict) => !dict.is_empty(),
            Value::Set(set) => set.len() > 0,
            Value::Range(range) => !range.is_empty(),
            Value::Object(_) | Value::Native(_) => {
                if let Some(answer) = self.call_special(value, "__bool__", Args::none())? {
                    return match answer {
                        Value::Bool(truth) => Ok(truth),
                        other => {
                            let name = self.class_of(&other).name.borrow().to_string();
                            Err(self.type_error(&format!("__bool__ should return bool, returned {name}")))
                        }
                    };
                }
                match self.call_special(value, "__len__", Args::none())? {
                    Some(length) => self.truth(&length)?,
                    None => match inner(value) {
                        Value::Object(_) | Value::Native(_) => true,
                        held => self.truth(held)?,
                    },
                }
            }
            _ => true,
        })
    }

    /// `item in container`.
    ///
    /// # Errors
    /// TypeError where it contains nothing; what `==` or `__contains__` raises.
    pub fn contains(&self, container: &Value, item: &Value) -> PyResult<bool> {
        if matches!(container, Value::Object(_) | Value::Native(_) | Value::Class(_)) {
            if let Some(answer) = self.call_special(container, "__contains__", Args::one(item.clone()))? {
                return self.truth(&answer);
            }
        }
        match inner(container) {
            Value::Str(text) => match item.as_str() {
                Some(part) => Ok(text.as_str().contains(part)),
                None => {
                    let name = self.class_of(item).name.borrow().to_string();
                    Err(self.type_error(&format!("'in <string>' requires string as left operand, not {name}")))
                }
            },
            Value::Bytes(bytes) => match item {
                Value::Bytes(part) => Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == &part[..])),
                other => {
                    let byte = self.index(other)?;
                    Ok(bytes.iter().any(|&own| i64::from(own) == byte))
                }
            },
            Value::Dict(dict) => Ok(dict.get(self, item)?.is_some()),
            Value::Set(set) => set.contains(self, item),
            Value::Range(range) if matches!(item, Value::Int(..)) => {
                let Value::Int(number, _) = item else { return Ok(false) };
                let inside = match range.step > 0 {
                    true => (range.start..range.stop).contains(number),
                    false => *number <= range.start && *number > range.stop,
                };
                Ok(inside && number.wrapping_sub(range.start) % range.step == 0)
            }
            Value::Tuple(items) => self.any_equal(items, item),
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.any_equal(&items, item)
            }
            other => self.contained_by_iteration(other, item),
        }
    }

    fn any_equal(&self, items: &[Value], item: &Value) -> PyResult<bool> {
        for own in items {
            if own.is(item) || self.eq(own, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn contained_by_iteration(&self, container: &Value, item: &Value) -> PyResult<bool> {
        let iterator = self.iter(container).map_err(|error| match error.is(&self.exceptions.type_error) {
            true => {
                let name = self.class_of(container).name.borrow().to_string();
                self.type_error(&format!("argument of type '{name}' is not iterable"))
            }
            false => error,
        })?;
        while let Some(own) = self.next(&iterator)? {
            if own.is(item) || self.eq(&own, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `hash(value)`.
    ///
    /// # Errors
    /// TypeError for what has none; what `__hash__` raises.
    pub fn hash(&self, value: &Value) -> PyResult<i64> {
        Ok(match value {
            Value::Str(text) => text.hash(),
            Value::Int(number, _) => hash::hash_int(*number),
            Value::Bool(truth) => i64::from(*truth),
            Value::Float(number, _) => hash::hash_float(*number),
            Value::BigInt(number) => hash::hash_big(number),
            Value::None => hash::HASH_OF_NONE,
            Value::Bytes(bytes) => hash::hash_bytes(bytes),
            Value::Tuple(items) => {
                self.enter_native()?;
                let hashes = items.iter().map(|item| self.hash(item)).collect::<PyResult<Vec<_>>>();
                self.leave_native();
                hash::hash_tuple(&hashes?)
            }
            Value::Set(set) if set.is_frozen() => {
                let hashes = set.items().iter().map(|item| self.hash(item)).collect::<PyResult<Vec<_>>>()?;
                hash::hash_frozenset(&hashes)
            }
            Value::List(_) | Value::Dict(_) | Value::Set(_) => return Err(self.unhashable(value)),
            Value::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step];
                let hashes = parts.into_iter().map(|part| self.hash(part)).collect::<PyResult<Vec<_>>>()?;
                hash::hash_tuple(&hashes)
            }
            Value::Range(range) => {
                let parts = [range.len() as i64, range.start, range.step];
                hash::hash_tuple(&parts.map(hash::hash_int))
            }
            Value::Method(method) => hash::hash_identity(&method.receiver) ^ hash::hash_identity(&method.function),
            Value::Object(object) => {
                let class = object.class.borrow().clone();
                match class.lookup_with_owner(&self.intern("__hash__")) {
                    Some((Value::None, _)) => return Err(self.unhashable(value)),
                    Some((method, true)) => {
                        let method = self.bind_attr(method, value, &class, true)?;
                        let hash = self.call(&method, Args::none())?;
                        match inner(&hash) {
                            Value::Int(number, _) => *number,
                            Value::BigInt(number) => hash::hash_big(number),
                            Value::Bool(truth) => i64::from(*truth),
                            _ => return Err(self.type_error("__hash__ method should return an integer")),
                        }
                    }
                    _ => match object.inner() {
                        Some(held) => self.hash(held)?,
                        None => hash::hash_identity(value),
                    },
                }
            }
            Value::Native(native) => match native.class.lookup(&self.intern("__hash__")) {
                Some(Value::None) => return Err(self.unhashable(value)),
                Some(method @ Value::Builtin(_)) => {
                    let hash = self.call(&method, Args::one(value.clone()))?;
                    self.index(&hash)?
                }
                _ => hash::hash_identity(value),
            },
            other => hash::hash_identity(other),
        })
    }

    fn unhashable(&self, value: &Value) -> crate::python::objects::Raised {
        let name = self.class_of(value).name.borrow().to_string();
        self.type_error(&format!("unhashable type: '{name}'"))
    }

    /// `isinstance(value, classes)`.
    ///
    /// # Errors
    /// TypeError where it is no class; what `__instancecheck__` raises.
    pub fn is_instance(&self, value: &Value, classes: &Value) -> PyResult<bool> {
        let class = self.class_of(value);
        let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
        self.fits_class(&class, Some(value), classes, "__instancecheck__", message)
    }

    /// `issubclass(class, classes)`.
    ///
    /// # Errors
    /// TypeError where one is no class; what `__subclasscheck__` raises.
    pub fn is_subclass(&self, class: &Value, classes: &Value) -> PyResult<bool> {
        let Value::Class(class) = class else { return Err(self.type_error("issubclass() arg 1 must be a class")) };
        let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
        self.fits_class(class, None, classes, "__subclasscheck__", message)
    }

    fn fits_class(
        &self,
        class: &Rc<Class>,
        value: Option<&Value>,
        classes: &Value,
        hook: &str,
        message: &str,
    ) -> PyResult<bool> {
        match classes {
            Value::Class(wanted) => {
                if class.is_subclass(wanted) {
                    return Ok(true);
                }
                match self.metaclass(wanted).lookup_with_owner(&self.intern(hook)) {
                    Some((method, true)) => {
                        let asked = value.cloned().unwrap_or_else(|| Value::Class(class.clone()));
                        let answer = self.call(&method, Args::positional(vec![classes.clone(), asked]))?;
                        self.truth(&answer)
                    }
                    _ => Ok(false),
                }
            }
            Value::Tuple(items) => {
                self.enter_native()?;
                let mut fits = Ok(false);
                for item in items.iter() {
                    fits = self.fits_class(class, value, item, hook, message);
                    if !matches!(fits, Ok(false)) {
                        break;
                    }
                }
                self.leave_native();
                fits
            }
            other => match self.union_members(other) {
                Some(members) => self.fits_class(class, value, &Value::tuple(members), hook, message),
                None => match self.call_special(other, hook, Args::positional(value.cloned().into_iter().collect()))? {
                    Some(answer) => self.truth(&answer),
                    None => Err(self.type_error(message)),
                },
            },
        }
    }
}

/// Whether its class may have methods of its own for this.
fn is_special(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Native(_) | Value::Class(_))
}

/// The order of two numbers of any types: None where they are no numbers, `Some(None)` with a NaN.
pub fn compare_numbers(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    let whole = |value: &Value| match value {
        Value::Int(number, _) => Some(*number),
        Value::Bool(truth) => Some(i64::from(*truth)),
        _ => None,
    };
    Some(match (left, right) {
        (Value::Float(a, _), Value::Float(b, _)) => a.partial_cmp(b),
        (Value::BigInt(a), Value::BigInt(b)) => Some(a.cmp(b)),
        (Value::Float(a, _), other) => compare_float(*a, &to_big(other)?),
        (other, Value::Float(b, _)) => compare_float(*b, &to_big(other)?).map(Ordering::reverse),
        (Value::BigInt(a), other) => Some((**a).cmp(&BigInt::from(whole(other)?))),
        (other, Value::BigInt(b)) => Some(BigInt::from(whole(other)?).cmp(b)),
        _ => Some(whole(left)?.cmp(&whole(right)?)),
    })
}

fn to_big(value: &Value) -> Option<BigInt> {
    match value {
        Value::Int(number, _) => Some(BigInt::from(*number)),
        Value::Bool(truth) => Some(BigInt::from(u8::from(*truth))),
        Value::BigInt(number) => Some((**number).clone()),
        _ => None,
    }
}

/// A float and an int, exactly.
fn compare_float(float: f64, int: &BigInt) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    if let (Some(exact), true) = (int.to_i64(), int.bits() <= 53) {
        return float.partial_cmp(&(exact as f64));
    }
    let whole = BigInt::from_f64(float.trunc())?;
    Some(whole.cmp(int).then_with(|| float.fract().partial_cmp(&0.0).unwrap_or(Ordering::Equal)))
}
