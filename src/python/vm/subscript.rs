//! `object[key]`.

use std::rc::Rc;

use super::Vm;
use crate::python::builtins::receiver::unwrap as inner;
use crate::python::builtins::union::new_alias;
use crate::python::objects::{Args, Class, PyResult, Raised, Range, Slice, Value};

impl Vm {
    /// `object[key]`.
    ///
    /// # Errors
    /// TypeError, IndexError, KeyError; what `__getitem__` raises.
    pub fn get_item(&self, object: &Value, key: &Value) -> PyResult {
        match (object, key) {
            (Value::List(list), Value::Int(place, _)) => {
                let items = list.0.borrow();
                return match position(*place, items.len()) {
                    Some(place) => Ok(items[place].clone()),
                    None => Err(self.index_error("list index out of range")),
                };
            }
            (Value::Dict(dict), key) => {
                return dict.get(self, key)?.ok_or_else(|| self.key_error(key.clone()));
            }
            (Value::Object(_) | Value::Native(_), _) => {
                if let Some(item) = self.call_override(object, "__getitem__", vec![key.clone()])? {
                    return Ok(item);
                }
            }
            (Value::Class(class), _) => return self.subscript_class(class, key),
            _ => {}
        }
        self.get_builtin_item(object, inner(object), key)
    }

    fn get_builtin_item(&self, object: &Value, held: &Value, key: &Value) -> PyResult {
        let out_of_range = |what: &str| self.index_error(&format!("{what} index out of range"));
        Ok(match held {
            Value::List(list) => {
                let items = list.0.borrow();
                match key {
                    Value::Slice(slice) => {
                        Value::list(self.slice_places(slice, items.len())?.map(|place| items[place].clone()).collect())
                    }
                    key => {
                        let place = self.place(key, items.len(), "list")?;
                        items[place.ok_or_else(|| out_of_range("list"))?].clone()
                    }
                }
            }
            Value::Tuple(items) => match key {
                Value::Slice(slice) => {
                    Value::tuple(self.slice_places(slice, items.len())?.map(|place| items[place].clone()).collect())
                }
                key => {
                    let place = self.place(key, items.len(), "tuple")?;
                    items[place.ok_or_else(|| out_of_range("tuple"))?].clone()
                }
            },
            Value::Str(text) => match key {
                Value::Slice(slice) => {
                    let places = self.slice_places(slice, text.len())?;
                    match text.is_ascii() {
                        true => {
                            let bytes = text.as_str().as_bytes();
                            Value::string(places.map(|place| char::from(bytes[place])).collect())
                        }
                        false => {
                            let characters: Vec<char> = text.as_str().chars().collect();
                            Value::string(places.map(|place| characters[place]).collect())
                        }
                    }
                }
                key => {
                    let place = self.place(key, text.len(), "string")?;
                    let character = place.and_then(|place| text.char_at(place));
                    let character = character.ok_or_else(|| out_of_range("string"))?;
                    Value::str(character.encode_utf8(&mut [0; 4]))
                }
            },
            Value::Bytes(bytes) => match key {
                Value::Slice(slice) => {
                    Value::bytes(self.slice_places(slice, bytes.len())?.map(|place| bytes[place]).collect())
                }
                key => {
                    let place = self.place(key, bytes.len(), "byte")?;
                    Value::int(i64::from(bytes[place.ok_or_else(|| self.index_error("index out of range"))?]))
                }
            },
            Value::Range(range) => match key {
                Value::Slice(slice) => self.slice_range(range, slice)?,
                key => {
                    let place = self.place(key, range.len(), "range")?;
                    let place = place.ok_or_else(|| self.index_error("range object index out of range"))?;
                    Value::int(range.get(place))
                }
            },
            Value::Dict(dict) => match dict.get(self, key)? {
                Some(value) => value,
                None => match self.call_special(object, "__missing__", Args::one(key.clone()))? {
                    Some(value) => value,
                    None => return Err(self.key_error(key.clone())),
                },
            },
            _ => {
                let name = self.class_of(object).name.borrow().to_string();
                return Err(self.type_error(&format!("'{name}' object is not subscriptable")));
            }
        })
    }

    /// The place that an index means; None where it is out of range.
    fn place(&self, key: &Value, length: usize, what: &str) -> PyResult<Option<usize>> {
        let index = match inner(key) {
            Value::Int(index, _) => *index,
            Value::Bool(truth) => i64::from(*truth),
            Value::BigInt(_) => {
                let name = self.class_of(key).name.borrow().to_string();
                return Err(self.index_error(&format!("cannot fit '{name}' into an index-sized integer")));
            }
            other if self.special(other, "__index__").is_some() => self.index(other)?,
            other => {
                let name = self.class_of(other).name.borrow().to_string();
                let message = match what {
                    "string" => format!("string indices must be integers, not '{name}'"),
                    _ => format!("{what} indices must be integers or slices, not {name}"),
                };
                return Err(self.type_error(&message));
            }
        };
        Ok(position(index, length))
    }

    /// `slice.indices(length)`.
    ///
    /// # Errors
    /// ValueError for a step of zero, TypeError for what is no integer.
    pub fn slice_indices(&self, slice: &Slice, length: usize) -> PyResult<Range> {
        let part = |value: &Value| -> PyResult<Option<i64>> {
            match value {
                Value::None => Ok(None),
                Value::BigInt(number) => {
                    Ok(Some(if number.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX }))
                }
                value => self.index(value).map(Some).map_err(|error| {
                    match error.is(&self.exceptions.type_error) {
                        true => self.type_error("slice indices must be integers or None or have an __index__ method"),
                        false => error,
                    }
                }),
            }
        };
        let length = length as i64;
        let step = part(&slice.step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let clamp = |index: i64| if index < 0 { index.saturating_add(length).max(low) } else { index.min(high) };
        let start = part(&slice.start)?.map_or(if step < 0 { high } else { low }, clamp);
        let stop = part(&slice.stop)?.map_or(if step < 0 { low } else { high }, clamp);
        Ok(Range { start, stop, step })
    }

    fn slice_places(&self, slice: &Slice, length: usize) -> PyResult<impl ExactSizeIterator<Item = usize> + use<>> {
        let range = self.slice_indices(slice, length)?;
        Ok((0..range.len()).map(move |place| range.get(place) as usize))
    }

    fn slice_range(&self, range: &Range, slice: &Slice) -> PyResult {
        let places = self.slice_indices(slice, range.len())?;
        let at = |place: i64| range.start.wrapping_add(range.step.wrapping_mul(place));
        let (start, stop) = (at(places.start), at(places.stop));
        Ok(Value::Range(Rc::new(Range { start, stop, step: range.step.wrapping_mul(places.step) })))
    }

    /// `Class[key]`: `__class_getitem__`, or an alias of a built-in generic.
    fn subscript_class(&self, class: &Rc<Class>, key: &Value) -> PyResult {
        let value = Value::Class(class.clone());
        if let Some(item) = self.call_special(&value, "__getitem__", Args::one(key.clone()))? {
            return Ok(item);
        }
        if let Some(hook) = self.get_attr_opt(&value, "__class_getitem__")? {
            return self.call(&hook, Args::one(key.clone()));
        }
        let types = &self.types;
        let generics = [&types.list, &types.dict, &types.tuple, &types.set, &types.frozenset, &types.type_, &types.future, &types.task];
        let is_generic = generics.into_iter().any(|generic| Rc::ptr_eq(generic, class))
            || (!class.is_user && matches!(class.module.borrow().as_str(), "collections" | "asyncio.queues" | "contextvars" | "queue"));
        match is_generic {
            true => Ok(new_alias(self, value, key)),
            false => {
                let name = class.name.borrow().to_string();
                Err(self.type_error(&format!("type '{name}' is not subscriptable")))
            }
        }
    }

    /// `object[key] = value`.
    ///
    /// # Errors
    /// TypeError, IndexError, ValueError; what `__setitem__` raises.
    pub fn set_item(&self, object: &Value, key: Value, value: Value) -> PyResult<()> {
        if matches!(object, Value::Object(_) | Value::Native(_))
            && self.call_special(object, "__setitem__", Args::positional(vec![key.clone(), value.clone()]))?.is_some()
        {
            return Ok(());
        }
        match (inner(object), &key) {
            (Value::List(list), Value::Slice(slice)) => {
                let items = self.collect(&value).map_err(|error| match error.is(&self.exceptions.type_error) {
                    true => self.type_error("can only assign an iterable"),
                    false => error,
                })?;
                let length = list.0.borrow().len();
                let range = self.slice_indices(slice, length)?;
                self.check_size((length + items.len()) * size_of::<Value>())?;
                let mut own = list.0.borrow_mut();
                if range.step == 1 {
                    let start = (range.start.max(0) as usize).min(own.len());
                    let stop = (range.stop.max(range.start).max(0) as usize).min(own.len());
                    let old: Vec<Value> = own.splice(start..stop.max(start), items).collect();
                    drop(own);
                    drop(old);
                    return Ok(());
                }
                if items.len() != range.len() {
                    return Err(self.value_error(&format!(
                        "attempt to assign sequence of size {} to extended slice of size {}",
                        items.len(),
                        range.len()
                    )));
                }
                for (place, item) in items.into_iter().enumerate() {
                    if let Some(slot) = own.get_mut(range.get(place) as usize) {
                        *slot = item;
                    }
                }
                Ok(())
            }
            (Value::List(list), key) => {
                let length = list.0.borrow().len();
                let place = self.place(key, length, "list")?;
                let place = place.ok_or_else(|| self.index_error("list assignment index out of range"))?;
                let old = list.0.borrow_mut().get_mut(place).map(|slot| std::mem::replace(slot, value));
                drop(old);
                Ok(())
            }
            (Value::Dict(dict), _) => dict.insert(self, key, value),
            _ => {
                let name = self.class_of(object).name.borrow().to_string();
                Err(self.type_error(&format!("'{name}' object does not support item assignment")))
            }
        }
    }

    /// `del object[key]`.
    ///
    /// # Errors
    /// TypeError, IndexError, KeyError; what `__delitem__` raises.
    pub fn del_item(&self, object: &Value, key: &Value) -> PyResult<()> {
        if matches!(object, Value::Object(_) | Value::Native(_))
            && self.call_special(object, "__delitem__", Args::one(key.clone()))?.is_some()
        {
            return Ok(());
        }
        match (inner(object), key) {
            (Value::List(list), Value::Slice(slice)) => {
                let length = list.0.borrow().len();
                let gone: Vec<usize> = self.slice_places(slice, length)?.collect();
                let mut is_gone = vec![false; length];
                gone.into_iter().for_each(|place| is_gone[place] = true);
                let old = list.0.take();
                let (kept, dropped): (Vec<_>, Vec<_>) =
                    old.into_iter().enumerate().partition(|(place, _)| !is_gone[*place]);
                list.0.replace(kept.into_iter().map(|(_, item)| item).collect());
                drop(dropped);
                Ok(())
            }
            (Value::List(list), key) => {
                let length = list.0.borrow().len();
                let place = self.place(key, length, "list")?;
                let place = place.ok_or_else(|| self.index_error("list assignment index out of range"))?;
                let old = list.0.borrow_mut().remove(place);
                drop(old);
                Ok(())
            }
            (Value::Dict(dict), key) => match dict.remove(self, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key.clone())),
            },
            _ => Err(self.no_deletion(object)),
        }
    }

    fn no_deletion(&self, object: &Value) -> Raised {
        let name = self.class_of(object).name.borrow().to_string();
        let what = if matches!(inner(object), Value::Tuple(_) | Value::Str(_)) { "doesn't" } else { "does not" };
        self.type_error(&format!("'{name}' object {what} support item deletion"))
    }
}

/// The place that an index means, from the end where it is negative.
fn position(index: i64, length: usize) -> Option<usize> {
    let place = if index < 0 { index.checked_add(length as i64)? } else { index };
    usize::try_from(place).ok().filter(|&place| place < length)
}
