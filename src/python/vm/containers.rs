//! Building containers and taking sequences apart.

use std::rc::Rc;

use super::Vm;
use super::dispatch::pop;
use super::frame::Frame;
use crate::python::code::Op;
use crate::python::objects::{Dict, PyResult, Set, Value};

impl Vm {
    pub(super) fn build(&self, frame: &mut Frame, op: Op) -> PyResult<()> {
        match op {
            Op::BuildTuple(count) => {
                let items = take(frame, count);
                frame.stack.push(Value::tuple(items));
            }
            Op::BuildList(count) => {
                let items = take(frame, count);
                frame.stack.push(Value::list(items));
            }
            Op::BuildSet(count) => {
                let set = Set::new(false);
                for item in take(frame, count) {
                    set.add(self, item)?;
                }
                frame.stack.push(Value::Set(Rc::new(set)));
            }
            Op::BuildDict(count) => {
                let dict = Dict::new();
                let mut items = take(frame, count * 2).into_iter();
                while let (Some(key), Some(value)) = (items.next(), items.next()) {
                    dict.insert(self, key, value)?;
                }
                frame.stack.push(Value::dict(dict));
            }
            Op::BuildString(count) => {
                let parts = take(frame, count);
                let mut text = String::new();
                for part in &parts {
                    text.push_str(part.as_str().unwrap_or_default());
                }
                self.check_size(text.len())?;
                frame.stack.push(Value::string(text));
            }
            Op::ListAppend(depth) => {
                let item = pop(frame);
                if let Value::List(list) = below(frame, depth) {
                    list.0.borrow_mut().push(item);
                }
            }
            Op::SetAdd(depth) => {
                let item = pop(frame);
                if let Value::Set(set) = below(frame, depth) {
                    set.add(self, item)?;
                }
            }
            Op::DictAdd(depth) => {
                let value = pop(frame);
                let key = pop(frame);
                if let Value::Dict(dict) = below(frame, depth) {
                    dict.insert(self, key, value)?;
                }
            }
            Op::ListExtend(depth) => {
                let iterable = pop(frame);
                let items = self.collect_for_star(&iterable)?;
                if let Value::List(list) = below(frame, depth) {
                    list.0.borrow_mut().extend(items);
                }
            }
            Op::SetUpdate(depth) => {
                let iterable = pop(frame);
                if let Value::Set(set) = below(frame, depth) {
                    set.update(self, &iterable)?;
                }
            }
            Op::DictUpdate(depth) => {
                let mapping = pop(frame);
                let items = self.mapping_items(&mapping)?;
                let Some(items) = items else {
                    let name = self.class_of(&mapping).name.borrow().to_string();
                    return Err(self.type_error(&format!("'{name}' object is not a mapping")));
                };
                if let Value::Dict(dict) = below(frame, depth) {
                    for (key, value) in items {
                        dict.insert(self, key, value)?;
                    }
                }
            }
            Op::DictMerge(depth) => self.merge_keywords(frame, depth)?,
            Op::ListToTuple => {
                if let Value::List(list) = pop(frame) {
                    let items = list.0.borrow().clone();
                    frame.stack.push(Value::tuple(items));
                }
            }
            Op::UnpackSequence(count) => self.unpack(frame, count as usize)?,
            Op::UnpackStarred { before, after } => {
                self.unpack_starred(frame, before as usize, after as usize)?
            }
            _ => {}
        }
        Ok(())
    }

    /// `*iterable` in a call or display has an error of its own.
    fn collect_for_star(&self, iterable: &Value) -> PyResult<Vec<Value>> {
        self.collect(iterable).map_err(|error| {
            let is_plain =
                self.special(iterable, "__iter__").is_none() && error.is(&self.exceptions.type_error);
            match is_plain
                && matches!(iterable, Value::None | Value::Bool(_) | Value::Int(..) | Value::Float(..))
            {
                true => {
                    let name = self.class_of(iterable).name.borrow().to_string();
                    self.type_error(&format!("Value after * must be an iterable, not {name}"))
                }
                false => error,
            }
        })
    }

    /// The items of a dict, or of anything with `keys()` and `[]`; None where it has neither.
    ///
    /// # Errors
    /// What its methods raise.
    pub fn mapping_items(&self, mapping: &Value) -> PyResult<Option<Vec<(Value, Value)>>> {
        if let Value::Dict(dict) = mapping {
            return Ok(Some(dict.items()));
        }
        let Some(keys) = self.get_attr_opt(mapping, "keys")? else { return Ok(None) };
        let keys = self.call(&keys, Default::default())?;
        let mut items = Vec::new();
        for key in self.collect(&keys)? {
            let value = self.get_item(mapping, &key)?;
            items.push((key, value));
        }
        Ok(Some(items))
    }

    fn merge_keywords(&self, frame: &mut Frame, depth: u32) -> PyResult<()> {
        let mapping = pop(frame);
        let Some(items) = self.mapping_items(&mapping)? else {
            let name = self.class_of(&mapping).name.borrow().to_string();
            let function = self.function_text(&below(frame, depth + 2))?;
            let message = format!("{function}argument after ** must be a mapping, not {name}");
            return Err(self.type_error(&message));
        };
        let Value::Dict(dict) = below(frame, depth) else { return Ok(()) };
        for (key, value) in items {
            let Value::Str(name) = &key else { return Err(self.type_error("keywords must be strings")) };
            if dict.get_str(name).is_some() {
                let function = below(frame, depth + 2);
                let message = format!("got multiple values for keyword argument '{name}'");
                return Err(self.type_error(&format!("{}{message}", self.function_text(&function)?)));
            }
            dict.set_str(name, value);
        }
        Ok(())
    }

    /// How an error about a call names the function: CPython's `_PyObject_FunctionStr`.
    fn function_text(&self, function: &Value) -> PyResult<String> {
        let Some(name) = self.get_attr_opt(function, "__qualname__")? else {
            return Ok(format!("{} ", self.str(function)?));
        };
        let name = self.str(&name)?;
        Ok(match self.get_attr_opt(function, "__module__")? {
            Some(Value::Str(module)) if module.as_str() != "builtins" => format!("{module}.{name}() "),
            _ => format!("{name}() "),
        })
    }

    /// Push a sequence's items, the first at the top.
    fn unpack(&self, frame: &mut Frame, count: usize) -> PyResult<()> {
        let value = pop(frame);
        let items = match &value {
            Value::Tuple(items) if items.len() == count => items.to_vec(),
            _ => self.take_from(&value, count)?,
        };
        match items.len() {
            given if given < count => {
                let message = format!("not enough values to unpack (expected {count}, got {given})");
                Err(self.value_error(&message))
            }
            given if given > count => {
                Err(self.value_error(&format!("too many values to unpack (expected {count})")))
            }
            _ => {
                frame.stack.extend(items.into_iter().rev());
                Ok(())
            }
        }
    }

    /// The items of an iterable, at most one more than asked for where it is not a sequence.
    fn take_from(&self, value: &Value, count: usize) -> PyResult<Vec<Value>> {
        match value {
            Value::Tuple(items) => return Ok(items.to_vec()),
            Value::List(list) => return Ok(list.0.borrow().clone()),
            Value::Dict(dict) => return Ok(dict.keys()),
            _ => {}
        }
        let iterator = self.unpackable(value)?;
        let mut items = Vec::new();
        while items.len() <= count {
            match self.next(&iterator)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        Ok(items)
    }

    fn unpackable(&self, value: &Value) -> PyResult {
        self.iter(value).map_err(|error| match error.is(&self.exceptions.type_error) {
            true => {
                let name = self.class_of(value).name.borrow().to_string();
                self.type_error(&format!("cannot unpack non-iterable {name} object"))
            }
            false => error,
        })
    }

    fn unpack_starred(&self, frame: &mut Frame, before: usize, after: usize) -> PyResult<()> {
        let value = pop(frame);
        let iterator = self.unpackable(&value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            self.check_size(items.len() * size_of::<Value>())?;
            items.push(item);
        }
        let given = items.len();
        if given < before + after {
            let message =
                format!("not enough values to unpack (expected at least {}, got {given})", before + after);
            return Err(self.value_error(&message));
        }
        let last = items.split_off(given - after);
        let middle = items.split_off(before);
        frame.stack.extend(last.into_iter().rev());
        frame.stack.push(Value::list(middle));
        frame.stack.extend(items.into_iter().rev());
        Ok(())
    }
}

fn take(frame: &mut Frame, count: u32) -> Vec<Value> {
    frame.stack.split_off(frame.stack.len().saturating_sub(count as usize))
}

fn below(frame: &Frame, depth: u32) -> Value {
    frame.stack.get(frame.stack.len().wrapping_sub(depth as usize)).cloned().unwrap_or(Value::None)
}
