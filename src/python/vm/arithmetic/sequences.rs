//! What `+`, `*` and `|` do with strings, bytes, lists, tuples and dicts.

use std::rc::Rc;

use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{Dict, List, PyResult, Raised, Value};
use crate::python::vm::Vm;

/// `left + right` where left is a sequence; None where it is none.
pub(super) fn concatenate(vm: &Vm, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let result = match (unwrap(left), unwrap(right)) {
        (Value::Str(a), Value::Str(b)) => {
            check_size(vm, a.as_str().len().saturating_add(b.as_str().len()))?;
            Value::string([a.as_str(), b.as_str()].concat())
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            check_size(vm, a.len().saturating_add(b.len()))?;
            Value::bytes([a.as_slice(), b.as_slice()].concat())
        }
        (Value::Tuple(a), Value::Tuple(b)) => match (a.is_empty(), b.is_empty()) {
            (_, true) => Value::Tuple(a.clone()),
            (true, _) => Value::Tuple(b.clone()),
            _ => Value::tuple(joined(vm, a, b)?),
        },
        (Value::List(a), Value::List(b)) => {
            let items = joined(vm, &a.0.borrow(), &b.0.borrow())?;
            Value::list(items)
        }
        (Value::Bytes(_), _) => {
            let message = format!("can't concat {} to {}", vm.type_name(right), vm.type_name(left));
            return Err(vm.type_error(&message));
        }
        (Value::Str(_) | Value::Tuple(_) | Value::List(_), _) => {
            let name = vm.class_of(unwrap(left)).name.borrow().to_string();
            let message = format!("can only concatenate {name} (not \"{}\") to {name}", vm.type_name(right));
            return Err(vm.type_error(&message));
        }
        _ => return Ok(None),
    };
    Ok(Some(result))
}

fn joined(vm: &Vm, a: &[Value], b: &[Value]) -> PyResult<Vec<Value>> {
    check_length(vm, a.len().saturating_add(b.len()))?;
    let mut items = Vec::with_capacity(a.len() + b.len());
    items.extend_from_slice(a);
    items.extend_from_slice(b);
    Ok(items)
}

fn check_length(vm: &Vm, items: usize) -> PyResult<()> {
    check_size(vm, items.saturating_mul(size_of::<Value>()))
}

/// Whether so many bytes may be made; making them costs something.
fn check_size(vm: &Vm, bytes: usize) -> PyResult<()> {
    vm.check_size(bytes)?;
    vm.charge(bytes, 64)
}

/// `left * right` where one is a sequence; None where none is.
pub(super) fn repeat(vm: &Vm, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let is_sequence =
        |value: &Value| matches!(value, Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::List(_));
    let (sequence, count) = match (unwrap(left), unwrap(right)) {
        (sequence, _) if is_sequence(sequence) => (sequence, right),
        (_, sequence) if is_sequence(sequence) => (sequence, left),
        _ => return Ok(None),
    };
    let count = count_of(vm, count)?;
    let result = match sequence {
        Value::Str(text) => {
            check_size(vm, text.as_str().len().saturating_mul(count))?;
            if count == 1 { Value::Str(text.clone()) } else { Value::string(text.as_str().repeat(count)) }
        }
        Value::Bytes(bytes) => {
            check_size(vm, bytes.len().saturating_mul(count))?;
            Value::bytes(bytes.repeat(count))
        }
        Value::Tuple(items) if count == 1 => Value::Tuple(items.clone()),
        Value::Tuple(items) => Value::tuple(repeated(vm, items, count)?),
        Value::List(list) => Value::list(repeated(vm, &list.0.borrow(), count)?),
        _ => return Ok(None),
    };
    Ok(Some(result))
}

fn repeated(vm: &Vm, items: &[Value], count: usize) -> PyResult<Vec<Value>> {
    check_length(vm, items.len().saturating_mul(count))?;
    Ok(items.iter().cloned().cycle().take(items.len() * count).collect())
}

/// How often a sequence is to be repeated; negative counts are zero.
fn count_of(vm: &Vm, count: &Value) -> PyResult<usize> {
    let index =
        crate::python::builtins::int::index(vm, count).map_err(|error| not_a_count(vm, error, count))?;
    match index {
        Value::Int(count, _) => Ok(usize::try_from(count).unwrap_or(0)),
        _ => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

fn not_a_count(vm: &Vm, error: Raised, count: &Value) -> Raised {
    match error.is(&vm.exceptions.type_error) && vm.override_of(count, "__index__").is_none() {
        true => {
            vm.type_error(&format!("can't multiply sequence by non-int of type '{}'", vm.type_name(count)))
        }
        false => error,
    }
}

/// `list += iterable`.
pub(super) fn extend(vm: &Vm, list: &Rc<List>, iterable: &Value) -> PyResult<()> {
    let items = vm.collect(iterable)?;
    let mut into = list.0.borrow_mut();
    check_length(vm, into.len().saturating_add(items.len()))?;
    into.extend(items);
    Ok(())
}

/// `list *= count`; false where the other operand is no int, and may still know what to do.
pub(super) fn repeat_list_in_place(vm: &Vm, list: &Rc<List>, count: &Value) -> PyResult<bool> {
    if !matches!(unwrap(count), Value::Int(..) | Value::Bool(_) | Value::BigInt(_)) {
        return Ok(false);
    }
    let count = count_of(vm, count)?;
    let items = repeated(vm, &list.0.borrow(), count)?;
    let old = list.0.replace(items);
    drop(old);
    Ok(true)
}

/// `one | other` of dicts.
pub(super) fn merge_dicts(vm: &Vm, one: &Dict, other: &Dict) -> PyResult {
    let merged = one.copy();
    for (key, value) in other.items() {
        merged.insert(vm, key, value)?;
    }
    Ok(Value::dict(merged))
}

/// `dict |= other`: a mapping, or pairs.
pub(super) fn update_dict(vm: &Vm, dict: &Rc<Dict>, other: &Value) -> PyResult<()> {
    let items = match vm.mapping_items(unwrap(other))? {
        Some(items) => items,
        None => pairs(vm, other)?,
    };
    for (key, value) in items {
        dict.insert(vm, key, value)?;
    }
    Ok(())
}

/// The pairs that `dict(pairs)` and `dict.update(pairs)` are given.
///
/// # Errors
/// TypeError for what is no sequence, ValueError for one that has not two items.
fn pairs(vm: &Vm, iterable: &Value) -> PyResult<Vec<(Value, Value)>> {
    let mut pairs = Vec::new();
    for (place, item) in vm.collect(iterable)?.into_iter().enumerate() {
        let pair = vm.collect(&item).map_err(|error| match error.is(&vm.exceptions.type_error) {
            true => vm.type_error(&format!(
                "cannot convert dictionary update sequence element #{place} to a sequence"
            )),
            false => error,
        })?;
        match <[Value; 2]>::try_from(pair) {
            Ok([key, value]) => pairs.push((key, value)),
            Err(other) => {
                let message = format!(
                    "dictionary update sequence element #{place} has length {}; 2 is required",
                    other.len()
                );
                return Err(vm.value_error(&message));
            }
        }
    }
    Ok(pairs)
}
