//! Comparisons, containment, truth and hashes.

mod builtin;

use std::rc::Rc;

use super::Vm;
use crate::python::builtins::hash;
use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{PyResult, Raised, Value};

/// A comparison between two operands; `is` and `in` are instructions of their own.
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

    /// The same question with the operands exchanged.
    fn reflected(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessEqual => Self::GreaterEqual,
            Self::Greater => Self::Less,
            Self::GreaterEqual => Self::LessEqual,
            same => same,
        }
    }

    /// Its answer for two things that are ordered.
    pub(super) fn holds<T: PartialOrd + ?Sized>(self, left: &T, right: &T) -> bool {
        match self {
            Self::Less => left < right,
            Self::LessEqual => left <= right,
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Greater => left > right,
            Self::GreaterEqual => left >= right,
        }
    }
}

impl Vm {
    /// `left op right`; with classes of the user's own, any value.
    ///
    /// # Errors
    /// TypeError where the operands are not ordered; what a special method raises.
    pub fn compare(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult {
        match (left, right) {
            (Value::Int(a, _), Value::Int(b, _)) => return Ok(Value::Bool(op.holds(a, b))),
            (Value::Float(a, _), Value::Float(b, _)) => return Ok(Value::Bool(op.holds(a, b))),
            (Value::Str(a), Value::Str(b)) => return Ok(Value::Bool(op.holds(a.as_str(), b.as_str()))),
            _ => {}
        }
        if let Some(result) = self.rich_compare(op, left, right)? {
            return Ok(result);
        }
        match op {
            CompareOp::Equal => Ok(Value::Bool(left.is(right))),
            CompareOp::NotEqual => Ok(Value::Bool(!left.is(right))),
            _ => Err(self.not_ordered(op, left, right)),
        }
    }

    fn not_ordered(&self, op: CompareOp, left: &Value, right: &Value) -> Raised {
        let (left, right) = (self.type_name(left), self.type_name(right));
        self.type_error(&format!("'{}' not supported between instances of '{left}' and '{right}'", op.sign()))
    }

    /// Ask both operands; None where neither knows.
    fn rich_compare(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
        let is_plain =
            |value: &Value| !matches!(value, Value::Object(_) | Value::Native(_) | Value::Class(_));
        if is_plain(left) && is_plain(right) {
            return Ok(self.compare_builtin(op, left, right)?.map(Value::Bool));
        }
        let reflected = op.reflected();
        let mut ask_right = self.has_comparison(right, reflected);
        if ask_right && self.goes_first(left, right, reflected.method()) {
            ask_right = false;
            if let Some(result) = self.ask_comparison(right, reflected, left)? {
                return Ok(Some(result));
            }
        }
        if self.has_comparison(left, op)
            && let Some(result) = self.ask_comparison(left, op, right)?
        {
            return Ok(Some(result));
        }
        if ask_right && let Some(result) = self.ask_comparison(right, reflected, left)? {
            return Ok(Some(result));
        }
        let has_own = self.has_comparison(left, op) && self.has_comparison(right, reflected);
        match has_own {
            true => Ok(None),
            false => Ok(self.compare_builtin(op, unwrap(left), unwrap(right))?.map(Value::Bool)),
        }
    }

    /// Whether the class has the method, or for `!=` the one for `==`.
    fn has_comparison(&self, value: &Value, op: CompareOp) -> bool {
        self.override_of(value, op.method()).is_some()
            || (op == CompareOp::NotEqual && self.override_of(value, "__eq__").is_some())
    }

    /// Call the method; `object.__ne__` asks `__eq__` and says the contrary.
    fn ask_comparison(&self, value: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        if op != CompareOp::NotEqual || self.override_of(value, "__ne__").is_some() {
            return self.ask(value, op.method(), other);
        }
        match self.ask(value, "__eq__", other)? {
            Some(equal) => Ok(Some(Value::Bool(!self.truth(&equal)?))),
            None => Ok(None),
        }
    }

    /// `left is right or left == right`, as containers compare their items.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn eq(&self, left: &Value, right: &Value) -> PyResult<bool> {
        self.tick()?;
        if left.is(right) {
            return Ok(true);
        }
        match self.compare(CompareOp::Equal, left, right)? {
            Value::Bool(truth) => Ok(truth),
            other => self.truth(&other),
        }
    }

    /// `item in container`.
    ///
    /// # Errors
    /// TypeError where the container is none; what comparing or iterating raises.
    pub fn contains(&self, container: &Value, item: &Value) -> PyResult<bool> {
        match self.override_of(container, "__contains__") {
            Some(Value::None) => return Err(self.object_error(container, "is not a container")),
            Some(_) => {
                let answer = self.call_override(container, "__contains__", vec![item.clone()])?;
                return self.truth(&answer.unwrap_or(Value::None));
            }
            None => {}
        }
        if self.override_of(container, "__iter__").is_some() {
            return self.contains_by_iteration(container, item);
        }
        match unwrap(container) {
            Value::Dict(dict) => Ok(dict.get(self, item)?.is_some()),
            Value::Set(set) => match unwrap(item) {
                // A set is looked for as the frozenset with the same items.
                Value::Set(other) if !other.is_frozen() => {
                    set.contains(self, &Value::Set(Rc::new(other.copy_as(true))))
                }
                _ => set.contains(self, item),
            },
            Value::List(list) => self.list_contains(list, item),
            Value::Tuple(items) => {
                for candidate in items.iter() {
                    if self.eq(candidate, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Str(text) => match item.as_str() {
                Some(part) => {
                    self.charge(text.as_str().len(), 64)?;
                    Ok(text.as_str().contains(part))
                }
                None => {
                    let name = self.type_name(item);
                    Err(self
                        .type_error(&format!("'in <string>' requires string as left operand, not {name}")))
                }
            },
            Value::Bytes(bytes) => self.bytes_contain(bytes, item),
            Value::Range(range) => match unwrap(item) {
                Value::Int(number, _) => Ok(range.contains(*number)),
                Value::Bool(truth) => Ok(range.contains((*truth).into())),
                _ => self.contains_by_iteration(container, item),
            },
            _ => self.contains_by_iteration(container, item),
        }
    }

    fn list_contains(&self, list: &Rc<crate::python::objects::List>, item: &Value) -> PyResult<bool> {
        let mut place = 0;
        loop {
            let Some(candidate) = list.0.borrow().get(place).cloned() else { return Ok(false) };
            if self.eq(&candidate, item)? {
                return Ok(true);
            }
            place += 1;
        }
    }

    fn bytes_contain(&self, bytes: &[u8], item: &Value) -> PyResult<bool> {
        self.charge(bytes.len(), 4)?;
        match unwrap(item) {
            Value::Bytes(part) => {
                Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == &***part))
            }
            Value::Int(number, _) => match u8::try_from(*number) {
                Ok(byte) => Ok(bytes.contains(&byte)),
                Err(_) => Err(self.value_error("byte must be in range(0, 256)")),
            },
            _ => {
                let message = format!("a bytes-like object is required, not '{}'", self.type_name(item));
                Err(self.type_error(&message))
            }
        }
    }

    fn contains_by_iteration(&self, container: &Value, item: &Value) -> PyResult<bool> {
        let iterator = self.iter(container).map_err(|error| match error.is(&self.exceptions.type_error) {
            true if self
                .override_of(container, "__iter__")
                .is_none_or(|method| matches!(method, Value::None)) =>
            {
                self.type_error(&format!("argument of type '{}' is not iterable", self.type_name(container)))
            }
            _ => error,
        })?;
        while let Some(candidate) = self.next(&iterator)? {
            if self.eq(&candidate, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `bool(value)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises, or TypeError for what they return.
    pub fn truth(&self, value: &Value) -> PyResult<bool> {
        match value {
            Value::Bool(truth) => Ok(*truth),
            Value::None => Ok(false),
            Value::Int(number, _) => Ok(*number != 0),
            Value::Float(number, _) => Ok(*number != 0.0),
            Value::Str(text) => Ok(!text.is_empty()),
            Value::Bytes(bytes) => Ok(!bytes.is_empty()),
            Value::Tuple(items) => Ok(!items.is_empty()),
            Value::List(list) => Ok(!list.0.borrow().is_empty()),
            Value::Dict(dict) => Ok(!dict.is_empty()),
            Value::Set(set) => Ok(!set.is_empty()),
            Value::Range(range) => Ok(!range.is_empty()),
            Value::Object(_) | Value::Native(_) | Value::Class(_) => self.object_truth(value),
            _ => Ok(true),
        }
    }

    fn object_truth(&self, value: &Value) -> PyResult<bool> {
        match self.call_override(value, "__bool__", Vec::new())? {
            Some(Value::Bool(truth)) => return Ok(truth),
            Some(other) => {
                let message = format!("__bool__ should return bool, returned {}", self.type_name(&other));
                return Err(self.type_error(&message));
            }
            None => {}
        }
        if self.override_of(value, "__len__").is_some() {
            return Ok(self.len(value)? > 0);
        }
        match value {
            Value::Object(object) => object.inner().map_or(Ok(true), |inner| self.truth(inner)),
            _ => Ok(true),
        }
    }

    /// `hash(value)`.
    ///
    /// # Errors
    /// TypeError for what cannot be hashed; what `__hash__` raises.
    pub fn hash(&self, value: &Value) -> PyResult<i64> {
        match value {
            Value::Str(text) => Ok(text.hash()),
            Value::Int(number, _) => Ok(hash::hash_int(*number)),
            Value::Bool(truth) => Ok((*truth).into()),
            Value::Float(number, _) => Ok(hash::hash_float(*number)),
            Value::BigInt(number) => Ok(hash::hash_big(number)),
            Value::None => Ok(hash::NONE),
            Value::Bytes(bytes) => Ok(hash::hash_bytes(bytes)),
            Value::Tuple(items) => Ok(hash::hash_tuple(&self.nested(|| self.hashes(items))?)),
            Value::Set(set) if set.is_frozen() => Ok(hash::hash_frozenset(&set.hashes())),
            Value::Range(range) => {
                let part =
                    |needed: bool, number: i64| if needed { hash::hash_int(number) } else { hash::NONE };
                let length = range.len();
                let parts = [length as i64, part(length > 0, range.start), part(length > 1, range.step)];
                Ok(hash::hash_tuple(&parts))
            }
            Value::Slice(slice) => {
                let parts = [self.hash(&slice.start)?, self.hash(&slice.stop)?, self.hash(&slice.step)?];
                Ok(hash::hash_slice(&parts))
            }
            Value::Method(method) => {
                Ok(self.identity_hash(&method.receiver) ^ self.identity_hash(&method.function).rotate_left(1))
            }
            Value::List(_) | Value::Dict(_) | Value::Set(_) => Err(self.unhashable(value)),
            Value::Object(_) | Value::Native(_) | Value::Class(_) => self.object_hash(value),
            _ => Ok(self.identity_hash(value)),
        }
    }

    fn hashes(&self, items: &[Value]) -> PyResult<Vec<i64>> {
        items.iter().map(|item| self.hash(item)).collect()
    }

    fn unhashable(&self, value: &Value) -> Raised {
        let class = self.class_of(value);
        let name = if class.is_user { class.name.borrow().to_string() } else { class.full_name() };
        self.type_error(&format!("unhashable type: '{name}'"))
    }

    fn object_hash(&self, value: &Value) -> PyResult<i64> {
        if matches!(self.override_of(value, "__hash__"), Some(Value::None)) {
            return Err(self.unhashable(value));
        }
        if let Some(hash) = self.call_override(value, "__hash__", Vec::new())? {
            return match unwrap(&hash) {
                Value::Int(number, _) => Ok(hash::not_minus_one(*number)),
                Value::Bool(truth) => Ok((*truth).into()),
                Value::BigInt(number) => Ok(hash::hash_big(number)),
                _ => Err(self.type_error("__hash__ method should return an integer")),
            };
        }
        match value {
            Value::Object(object) => match object.inner() {
                Some(Value::List(_) | Value::Dict(_)) => Err(self.unhashable(value)),
                Some(Value::Set(set)) if !set.is_frozen() => Err(self.unhashable(value)),
                Some(inner) => self.hash(inner),
                None => Ok(self.identity_hash(value)),
            },
            _ => Ok(self.identity_hash(value)),
        }
    }
}
