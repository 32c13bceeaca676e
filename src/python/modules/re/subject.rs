//! What is searched in.

use crate::python::builtins::receiver::{type_name, unwrap};
use crate::python::objects::{PyResult, Str, Value};
use crate::python::vm::Vm;

/// A str or bytes, so that each character can be reached by its place.
pub struct Subject {
    /// As it was given.
    pub value: Value,
    plain: Plain,
    /// The code points of a str that is not ASCII.
    wide: Vec<char>,
}

enum Plain {
    Text(Str),
    Bytes(std::rc::Rc<Vec<u8>>),
}

impl Subject {
    /// # Errors
    /// TypeError where it is neither, or not of the pattern's kind.
    pub fn new(vm: &Vm, value: &Value, pattern_is_text: bool) -> PyResult<Self> {
        let plain = match unwrap(value) {
            Value::Str(text) => Plain::Text(text.clone()),
            Value::Bytes(bytes) => Plain::Bytes(bytes.clone()),
            other => {
                let given = type_name(vm, other);
                return Err(vm.type_error(&format!("expected string or bytes-like object, got '{given}'")));
            }
        };
        let message = match (pattern_is_text, &plain) {
            (true, Plain::Bytes(_)) => "cannot use a string pattern on a bytes-like object",
            (false, Plain::Text(_)) => "cannot use a bytes pattern on a string-like object",
            _ => "",
        };
        if !message.is_empty() {
            return Err(vm.type_error(message));
        }
        let wide = match &plain {
            Plain::Text(text) if !text.is_ascii() => text.as_str().chars().collect(),
            _ => Vec::new(),
        };
        Ok(Self { value: value.clone(), plain, wide })
    }

    fn narrow(&self) -> &[u8] {
        match &self.plain {
            Plain::Text(text) => text.as_str().as_bytes(),
            Plain::Bytes(bytes) => bytes,
        }
    }

    pub fn len(&self) -> usize {
        match self.wide.len() {
            0 => self.narrow().len(),
            length => length,
        }
    }

    /// The character at that place; zero past the end.
    pub fn at(&self, place: usize) -> u32 {
        match self.wide.is_empty() {
            true => self.narrow().get(place).copied().unwrap_or(0).into(),
            false => self.wide.get(place).copied().unwrap_or('\0').into(),
        }
    }

    /// The part between two places, as an object of the same kind.
    pub fn slice(&self, start: usize, end: usize) -> Value {
        match &self.plain {
            Plain::Text(text) if start == 0 && end == text.len() => Value::Str(text.clone()),
            Plain::Text(_) if !self.wide.is_empty() => {
                Value::string(self.wide.get(start..end).unwrap_or_default().iter().collect())
            }
            Plain::Text(text) => Value::str(text.as_str().get(start..end).unwrap_or_default()),
            Plain::Bytes(bytes) => Value::bytes(bytes.get(start..end).unwrap_or_default().to_vec()),
        }
    }
}
