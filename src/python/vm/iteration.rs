//! Iteration, lengths, and conversions to machine numbers.

use std::rc::Rc;

use super::Vm;
use crate::asyncio::futures::FutureRef;
use crate::python::builtins::format_spec::int_as_float;
use crate::python::builtins::int;
use crate::python::builtins::iterators::Iter;
use crate::python::builtins::receiver::unwrap;
use crate::python::code::CodeKind;
use crate::python::host::Python;
use crate::python::objects::{Args, PyResult, Raised, Value};

impl Vm {
    /// `iter(value)`.
    ///
    /// # Errors
    /// TypeError where it cannot be iterated over; what `__iter__` raises.
    pub fn iter(&self, value: &Value) -> PyResult {
        match value {
            Value::Iterator(_) => return Ok(value.clone()),
            Value::Generator(generator) if generator.kind == CodeKind::Generator => return Ok(value.clone()),
            Value::Object(_) | Value::Native(_) | Value::Class(_) => {
                if let Some(iterator) = self.object_iter(value)? {
                    return Ok(iterator);
                }
            }
            // `yield from future`.
            Value::Future(_) => return Ok(value.clone()),
            _ => {}
        }
        match Iter::over(unwrap(value)) {
            Some(iterator) => Ok(Value::Iterator(Rc::new(iterator))),
            None => Err(self.object_error(value, "is not iterable")),
        }
    }

    /// What an object's class says of iteration: `__iter__`, or `__getitem__` with 0, 1, 2 and so on.
    fn object_iter(&self, value: &Value) -> PyResult<Option<Value>> {
        match self.override_of(value, "__iter__") {
            Some(Value::None) => return Err(self.object_error(value, "is not iterable")),
            Some(_) => {
                let iterator = self.call_override(value, "__iter__", Vec::new())?.unwrap_or(Value::None);
                return match self.is_iterator(&iterator) {
                    true => Ok(Some(iterator)),
                    false => Err(self.type_error(&format!(
                        "iter() returned non-iterator of type '{}'",
                        self.type_name(&iterator)
                    ))),
                };
            }
            None => {}
        }
        let by_index = !matches!(value, Value::Class(_))
            && Iter::over(unwrap(value)).is_none()
            && self.override_of(value, "__getitem__").is_some();
        Ok(by_index.then(|| Value::Iterator(Rc::new(Iter::by_index(value.clone())))))
    }

    fn is_iterator(&self, value: &Value) -> bool {
        match value {
            Value::Iterator(_) | Value::Future(_) => true,
            Value::Generator(generator) => generator.kind == CodeKind::Generator,
            other => self.special(other, "__next__").is_some(),
        }
    }

    /// Whether `iter(value)` can be asked.
    pub(super) fn is_iterable(&self, value: &Value) -> bool {
        match value {
            Value::Object(_) | Value::Native(_) | Value::Class(_) => {
                ["__iter__", "__getitem__"].into_iter().any(|name| self.override_of(value, name).is_some())
                    || Iter::over(unwrap(value)).is_some()
            }
            Value::Iterator(_) => true,
            Value::Generator(generator) => generator.kind == CodeKind::Generator,
            other => Iter::over(other).is_some(),
        }
    }

    /// `next(iterator)`; None at its end.
    ///
    /// # Errors
    /// What it raises but StopIteration.
    pub fn next(&self, iterator: &Value) -> PyResult<Option<Value>> {
        self.tick()?;
        let result = match iterator {
            Value::Iterator(iterator) => return Iter::next(iterator, self),
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                return self.generator_next(generator);
            }
            Value::Future(future) => return self.future_next(future),
            Value::Object(_) => match self.call_override(iterator, "__next__", Vec::new()) {
                Ok(Some(value)) => Ok(value),
                Ok(None) => Err(self.not_an_iterator(iterator)),
                Err(error) => Err(error),
            },
            other => match self.special(other, "__next__") {
                Some(next) => self.call(&next, Args::none()),
                None => Err(self.not_an_iterator(other)),
            },
        };
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is(&self.exceptions.stop_iteration) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A future is its own iterator, which a coroutine of old awaits with `yield from`.
    fn future_next(&self, future: &FutureRef<Python>) -> PyResult<Option<Value>> {
        if future.done() {
            return future.result().map(|_| None);
        }
        if future.blocking() {
            return Err(self.runtime_error("await wasn't used with future"));
        }
        future.set_blocking(true);
        Ok(Some(Value::Future(future.clone())))
    }

    /// `list(iterable)`, as a Vec.
    ///
    /// # Errors
    /// What iterating raises; MemoryError past the budget for one object.
    pub fn collect(&self, iterable: &Value) -> PyResult<Vec<Value>> {
        match iterable {
            Value::List(list) => return Ok(list.0.borrow().clone()),
            Value::Tuple(items) => return Ok(items.to_vec()),
            Value::Dict(dict) => return Ok(dict.keys()),
            Value::Set(set) => return Ok(set.items()),
            Value::Range(range) => self.check_size(range.len().saturating_mul(size_of::<Value>()))?,
            _ => {}
        }
        let iterator = self.iter(iterable)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            if items.len() == items.capacity() {
                self.check_size(items.len() * 2 * size_of::<Value>())?;
            }
            items.push(item);
        }
        Ok(items)
    }

    /// `len(value)`.
    ///
    /// # Errors
    /// TypeError where it has none; what `__len__` raises.
    pub fn len(&self, value: &Value) -> PyResult<usize> {
        if let Some(length) = self.call_override(value, "__len__", Vec::new())? {
            let length = self.index(&length)?;
            return usize::try_from(length).map_err(|_| self.value_error("__len__() should return >= 0"));
        }
        Ok(match unwrap(value) {
            Value::Str(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            Value::Tuple(items) => items.len(),
            Value::List(list) => list.0.borrow().len(),
            Value::Dict(dict) => dict.len(),
            Value::Set(set) => set.len(),
            Value::Range(range) => range.len(),
            _ => {
                return Err(
                    self.type_error(&format!("object of type '{}' has no len()", self.type_name(value)))
                );
            }
        })
    }

    /// `operator.index(value)`, where it fits.
    ///
    /// # Errors
    /// TypeError where it is no integer, OverflowError where it does not fit.
    pub fn index(&self, value: &Value) -> PyResult<i64> {
        match int::index(self, value)? {
            Value::Int(number, _) => Ok(number),
            _ => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// `float(value)`, for numbers and what has `__float__` or `__index__`.
    ///
    /// # Errors
    /// TypeError where it is no number, OverflowError where it is too large.
    pub fn to_float(&self, value: &Value) -> PyResult<f64> {
        if let Some(number) = self.call_override(value, "__float__", Vec::new())? {
            return match unwrap(&number) {
                Value::Float(number, _) => Ok(*number),
                _ => Err(self.wrong_float(value, &number)),
            };
        }
        match unwrap(value) {
            Value::Float(number, _) => Ok(*number),
            Value::Int(number, _) => Ok(*number as f64),
            Value::Bool(truth) => Ok(f64::from(u8::from(*truth))),
            Value::BigInt(number) => int_as_float(self, number),
            _ if self.override_of(value, "__index__").is_some() => self.to_float(&int::index(self, value)?),
            _ => Err(self.type_error(&format!("must be real number, not {}", self.type_name(value)))),
        }
    }

    fn wrong_float(&self, value: &Value, returned: &Value) -> Raised {
        let (class, returned) = (self.type_name(value), self.type_name(returned));
        self.type_error(&format!("{class}.__float__ returned non-float (type {returned})"))
    }
}
