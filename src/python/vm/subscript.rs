//! `object[key]`, `object[key] = value`, `del object[key]`.

mod slices;

use std::rc::Rc;

use super::Vm;
use crate::python::builtins::int;
use crate::python::builtins::receiver::unwrap;
use crate::python::builtins::union::new_alias;
use crate::python::objects::{Args, Class, List, PyResult, Raised, Value};

impl Vm {
    /// `object[key]`.
    ///
    /// # Errors
    /// TypeError, IndexError, KeyError; what `__getitem__` raises.
    pub fn get_item(&self, object: &Value, key: &Value) -> PyResult {
        match (object, key) {
            (Value::List(list), Value::Int(index, _)) => match list_item(list, *index) {
                Some(item) => Ok(item),
                None => Err(self.index_error("list index out of range")),
            },
            (Value::Dict(dict), _) => dict.get(self, key)?.ok_or_else(|| self.key_error(key.clone())),
            (Value::Object(_) | Value::Native(_) | Value::Class(_), _) => {
                match (self.call_override(object, "__getitem__", vec![key.clone()])?, object) {
                    (Some(item), _) => Ok(item),
                    (None, Value::Class(class)) => self.class_item(class, key),
                    (None, _) => self.builtin_item(object, key),
                }
            }
            _ => self.builtin_item(object, key),
        }
    }

    fn builtin_item(&self, object: &Value, key: &Value) -> PyResult {
        let sequence = unwrap(object);
        if let Value::Slice(slice) = key
            && let Some(part) = self.slice_of(sequence, slice)?
        {
            return Ok(part);
        }
        let out_of_range = |what: &str| self.index_error(&format!("{what} index out of range"));
        match sequence {
            Value::List(list) => {
                let index = self.sequence_index(key, "list")?;
                list_item(list, index).ok_or_else(|| out_of_range("list"))
            }
            Value::Tuple(items) => {
                let place = position(self.sequence_index(key, "tuple")?, items.len());
                place.and_then(|place| items.get(place).cloned()).ok_or_else(|| out_of_range("tuple"))
            }
            Value::Str(text) => {
                let place = position(self.sequence_index(key, "string")?, text.len());
                match place.and_then(|place| text.char_at(place)) {
                    Some(character) => Ok(Value::str(character.encode_utf8(&mut [0; 4]))),
                    None => Err(out_of_range("string")),
                }
            }
            Value::Bytes(bytes) => {
                let place = position(self.sequence_index(key, "byte")?, bytes.len());
                match place.and_then(|place| bytes.get(place)) {
                    Some(&byte) => Ok(Value::int(byte.into())),
                    None => Err(self.index_error("index out of range")),
                }
            }
            Value::Range(range) => {
                let index = match unwrap(key) {
                    Value::BigInt(_) => None,
                    _ => Some(self.sequence_index(key, "range")?),
                };
                match index.and_then(|index| position(index, range.len())) {
                    Some(place) => Ok(Value::int(range.get(place))),
                    None => Err(out_of_range("range object")),
                }
            }
            Value::Dict(dict) => match dict.get(self, key)? {
                Some(value) => Ok(value),
                None => match self.call_override(object, "__missing__", vec![key.clone()])? {
                    Some(value) => Ok(value),
                    None => Err(self.key_error(key.clone())),
                },
            },
            _ => Err(self.object_error(object, "is not subscriptable")),
        }
    }

    /// An index that is given to a sequence.
    fn sequence_index(&self, key: &Value, sequence: &str) -> PyResult<i64> {
        let index = match key {
            Value::Int(index, _) => return Ok(*index),
            _ => int::index(self, key).map_err(|error| self.not_an_index(error, key, sequence))?,
        };
        match index {
            Value::Int(index, _) => Ok(index),
            _ => Err(self
                .index_error(&format!("cannot fit '{}' into an index-sized integer", self.type_name(key)))),
        }
    }

    fn not_an_index(&self, error: Raised, key: &Value, sequence: &str) -> Raised {
        if self.override_of(key, "__index__").is_some() {
            return error;
        }
        let name = self.type_name(key);
        self.type_error(&match sequence {
            "string" => format!("string indices must be integers, not '{name}'"),
            _ => format!("{sequence} indices must be integers or slices, not {name}"),
        })
    }

    /// `Class[key]`: `__class_getitem__`, or an alias of a built-in generic.
    fn class_item(&self, class: &Rc<Class>, key: &Value) -> PyResult {
        let value = Value::Class(class.clone());
        if let Some(hook) = self.get_attr_opt(&value, "__class_getitem__")? {
            return self.call(&hook, Args::one(key.clone()));
        }
        let types = &self.types;
        let generics = [
            &types.list,
            &types.dict,
            &types.tuple,
            &types.set,
            &types.frozenset,
            &types.type_,
            &types.future,
            &types.task,
        ];
        let in_generic_module = || {
            let module = class.module.borrow();
            matches!(module.as_str(), "collections" | "asyncio.queues" | "contextvars" | "queue")
        };
        let is_generic = generics.into_iter().any(|generic| Rc::ptr_eq(generic, class));
        match is_generic || (!class.is_user && in_generic_module()) {
            true => Ok(new_alias(self, value, key)),
            false => Err(self.type_error(&format!("type '{}' is not subscriptable", class.name.borrow()))),
        }
    }

    /// `object[key] = value`.
    ///
    /// # Errors
    /// TypeError, IndexError, ValueError; what `__setitem__` raises.
    pub fn set_item(&self, object: &Value, key: Value, value: Value) -> PyResult<()> {
        if matches!(object, Value::Object(_) | Value::Native(_) | Value::Class(_))
            && self.call_override(object, "__setitem__", vec![key.clone(), value.clone()])?.is_some()
        {
            return Ok(());
        }
        match (unwrap(object), &key) {
            (Value::Dict(dict), _) => dict.insert(self, key, value),
            (Value::List(list), Value::Slice(slice)) => self.set_slice(list, slice, &value),
            (Value::List(list), _) => {
                let index = self.sequence_index(&key, "list")?;
                let mut items = list.0.borrow_mut();
                let length = items.len();
                match position(index, length).and_then(|place| items.get_mut(place)) {
                    Some(slot) => {
                        let old = std::mem::replace(slot, value);
                        drop(items);
                        drop(old);
                        Ok(())
                    }
                    None => Err(self.index_error("list assignment index out of range")),
                }
            }
            _ => Err(self.object_error(object, "does not support item assignment")),
        }
    }

    /// `del object[key]`.
    ///
    /// # Errors
    /// TypeError, IndexError, KeyError; what `__delitem__` raises.
    pub fn del_item(&self, object: &Value, key: &Value) -> PyResult<()> {
        if matches!(object, Value::Object(_) | Value::Native(_) | Value::Class(_))
            && self.call_override(object, "__delitem__", vec![key.clone()])?.is_some()
        {
            return Ok(());
        }
        match (unwrap(object), key) {
            (Value::Dict(dict), _) => match dict.remove(self, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key.clone())),
            },
            (Value::List(list), Value::Slice(slice)) => self.delete_slice(list, slice),
            (Value::List(list), _) => {
                let index = self.sequence_index(key, "list")?;
                let length = list.0.borrow().len();
                match position(index, length) {
                    Some(place) => {
                        let old = list.0.borrow_mut().remove(place);
                        drop(old);
                        Ok(())
                    }
                    None => Err(self.index_error("list assignment index out of range")),
                }
            }
            (
                Value::Tuple(_)
                | Value::Str(_)
                | Value::Bytes(_)
                | Value::Range(_)
                | Value::Set(_)
                | Value::Object(_),
                _,
            ) => Err(self.object_error(object, "doesn't support item deletion")),
            _ => Err(self.object_error(object, "does not support item deletion")),
        }
    }
}

fn list_item(list: &List, index: i64) -> Option<Value> {
    let items = list.0.borrow();
    items.get(position(index, items.len())?).cloned()
}

/// The place that an index means, from the end where it is negative.
fn position(index: i64, length: usize) -> Option<usize> {
    let place = if index < 0 { index.checked_add(length as i64)? } else { index };
    usize::try_from(place).ok().filter(|&place| place < length)
}
