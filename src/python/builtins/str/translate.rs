//! `str.translate` and the tables for it.

use super::{argument, receive};
use crate::python::builtins::int::as_i64;
use crate::python::builtins::receiver::{one, positional, unwrap};
use crate::python::objects::{Args, Dict, PyResult, Value};
use crate::python::vm::Vm;

/// `text.translate(table)`: what the table lacks stays.
pub fn translate(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.translate", args)?;
    let table = one(vm, "str.translate", args)?;
    let mut out = String::new();
    for c in text.as_str().chars() {
        let mapped = match vm.get_item(&table, &Value::int(u32::from(c).into())) {
            Ok(mapped) => mapped,
            Err(error) if error.is(&vm.exceptions.lookup_error) => {
                out.push(c);
                continue;
            }
            Err(error) => return Err(error),
        };
        match unwrap(&mapped) {
            Value::None => {}
            Value::Str(text) => out.push_str(text.as_str()),
            Value::Int(..) | Value::BigInt(_) | Value::Bool(_) => {
                let code = as_i64(&mapped).and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32);
                out.push(code.ok_or_else(|| vm.value_error("character mapping must be in range(0x110000)"))?);
            }
            _ => return Err(vm.type_error("character mapping must return integer, None or str")),
        }
        vm.check_size(out.len())?;
    }
    Ok(Value::string(out))
}

/// `str.maketrans(mapping)` and `str.maketrans(from, to, delete="")`.
pub fn make_table(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "maketrans", args, 1, 3)?;
    let table = Dict::new();
    let code = |c: char| Value::int(u32::from(c).into());
    match args.as_slice() {
        [mapping] => {
            let Value::Dict(mapping) = unwrap(mapping) else {
                return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
            };
            for (key, value) in mapping.items() {
                table.insert(vm, table_key(vm, key)?, value)?;
            }
        }
        [from, to, delete @ ..] => {
            if from.as_str().is_none() {
                let message = "first maketrans argument must be a string if there is a second argument";
                return Err(vm.type_error(message));
            }
            let from = argument(vm, "str.maketrans", 1, from)?;
            let to = argument(vm, "str.maketrans", 2, to)?;
            if from.len() != to.len() {
                return Err(vm.value_error("the first two maketrans arguments must have equal length"));
            }
            for (from, to) in from.as_str().chars().zip(to.as_str().chars()) {
                table.insert(vm, code(from), code(to))?;
            }
            if let [delete] = delete {
                for c in argument(vm, "str.maketrans", 3, delete)?.as_str().chars() {
                    table.insert(vm, code(c), Value::None)?;
                }
            }
        }
        [] => {}
    }
    Ok(Value::dict(table))
}

fn table_key(vm: &Vm, key: Value) -> PyResult {
    match unwrap(&key) {
        Value::Str(text) => {
            let mut chars = text.as_str().chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Ok(Value::int(u32::from(c).into())),
                _ => Err(vm.value_error("string keys in translate table must be of length 1")),
            }
        }
        Value::Int(..) | Value::BigInt(_) | Value::Bool(_) => Ok(key),
        _ => Err(vm.type_error("keys in translate table must be strings or integers")),
    }
}
