//! Iteration, lengths and conversions to machine numbers.

use std::rc::Rc;

use num_traits::ToPrimitive;

use super::Vm;
use crate::python::builtins::receiver::unwrap as inner;
use crate::python::builtins::iterators::Iter;
use crate::python::code::CodeKind;
use crate::python::objects::{Args, PyResult, Value};

impl Vm {
    /// `iter(value)`.
    ///
    /// # Errors
    /// TypeError where it cannot be iterated over; what `__iter__` raises.
    pub fn iter(&self, value: &Value) -> PyResult {
        match value {
            Value::Iterator(_) => return Ok(value.clone()),
            Value::Generator(generator) if generator.kind == CodeKind::Generator => return Ok(value.clone()),
            Value::Object(_) | Value::Native(_) | Value::Class(_) | Value::Future(_) => {
                if let Some(iterator) = self.call_special(value, "__iter__", Args::none())? {
                    return self.check_iterator(iterator);
                }
                if self.special(value, "__getitem__").is_some() && !matches!(value, Value::Class(_)) {
                    return Ok(Value::Iterator(Rc::new(Iter::by_index(value.clone()))));
                }
            }
            _ => {}
        }
        match Iter::over(inner(value)) {
            Some(iterator) => Ok(Value::Iterator(Rc::new(iterator))),
            None => {
                let name = self.class_of(value).name.borrow().to_string();
                Err(self.type_error(&format!("'{name}' object is not iterable")))
            }
        }
    }

    fn check_iterator(&self, iterator: Value) -> PyResult {
        let is_iterator = match &iterator {
            Value::Iterator(_) | Value::Future(_) => true,
            Value::Generator(generator) => generator.kind == CodeKind::Generator,
            other => self.special(other, "__next__").is_some(),
        };
        match is_iterator {
            true => Ok(iterator),
            false => {
                let name = self.class_of(&iterator).name.borrow().to_string();
                Err(self.type_error(&format!("iter() returned non-iterator of type '{name}'")))
            }
        }
    }

    /// `next(iterator)`; None at its end.
    ///
    /// # Errors
    /// What it raises but StopIteration.
    pub fn next(&self, iterator: &Value) -> PyResult<Option<Value>> {
        let result = match iterator {
            Value::Iterator(iterator) => return Iter::next(iterator, self),
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                return self.generator_next(generator);
            }
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

    /// `list(iterable)`, as a Vec.
    ///
    /// # Errors
    /// What iterating raises; MemoryError past the budget for one object.
    pub fn collect(&self, iterable: &Value) -> PyResult<Vec<Value>> {
        match iterable {
            Value::List(list) => return Ok(list.0.borrow().clone()),
            Value::Tuple(items) => return Ok(items.to_vec()),
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
        if matches!(value, Value::Object(_) | Value::Native(_) | Value::Class(_))
            && let Some(length) = self.call_special(value, "__len__", Args::none())?
        {
            let length = self.index(&length)?;
            return usize::try_from(length).map_err(|_| self.value_error("__len__() should return >= 0"));
        }
        Ok(match inner(value) {
            Value::Str(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            Value::Tuple(items) => items.len(),
            Value::List(list) => list.0.borrow().len(),
            Value::Dict(dict) => dict.len(),
            Value::Set(set) => set.len(),
            Value::Range(range) => range.len(),
            _ => {
                let name = self.class_of(value).name.borrow().to_string();
                return Err(self.type_error(&format!("object of type '{name}' has no len()")));
            }
        })
    }

    /// `operator.index(value)`, where it fits.
    ///
    /// # Errors
    /// TypeError where it is no integer, OverflowError where it does not fit.
    pub fn index(&self, value: &Value) -> PyResult<i64> {
        match inner(value) {
            Value::Int(number, _) => Ok(*number),
            Value::Bool(truth) => Ok(i64::from(*truth)),
            Value::BigInt(_) => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            other => match self.call_special(other, "__index__", Args::none())? {
                Some(Value::Int(number, _)) => Ok(number),
                _ => {
                    let name = self.class_of(value).name.borrow().to_string();
                    Err(self.type_error(&format!("'{name}' object cannot be interpreted as an integer")))
                }
            },
        }
    }

    /// `float(value)`, for numbers.
    ///
    /// # Errors
    /// TypeError where it is no number, OverflowError where it is too large.
    pub fn to_float(&self, value: &Value) -> PyResult<f64> {
        match inner(value) {
            Value::Float(number, _) => Ok(*number),
            Value::Int(number, _) => Ok(*number as f64),
            Value::Bool(truth) => Ok(f64::from(u8::from(*truth))),
            Value::BigInt(number) => match number.to_f64().filter(|number| number.is_finite()) {
                Some(number) => Ok(number),
                None => Err(self.overflow_error("int too large to convert to float")),
            },
            other => {
                for name in ["__float__", "__index__"] {
                    if let Some(number) = self.call_special(other, name, Args::none())?
                        && matches!(number, Value::Float(..) | Value::Int(..))
                    {
                        return self.to_float(&number);
                    }
                }
                let name = self.class_of(value).name.borrow().to_string();
                Err(self.type_error(&format!("must be real number, not {name}")))
            }
        }
    }
}
