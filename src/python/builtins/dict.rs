//! `dict`.

use std::rc::Rc;

use super::dict_views;
use super::receiver::{positional, split, wrong_receiver};
use crate::python::objects::{Args, Class, Dict, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("get", get),
    ("setdefault", set_default),
    ("pop", pop),
    ("popitem", pop_item),
    ("update", update),
    ("keys", |vm, args| Ok(dict_views::keys(vm, &alone(vm, "dict.keys", args)?))),
    ("values", |vm, args| Ok(dict_views::values(vm, &alone(vm, "dict.values", args)?))),
    ("items", |vm, args| Ok(dict_views::items(vm, &alone(vm, "dict.items", args)?))),
    ("copy", |vm, args| Ok(Value::dict(alone(vm, "dict.copy", args)?.copy()))),
    ("clear", clear),
];

pub const STATIC: &[(&str, NativeFn)] = &[("fromkeys", from_keys)];

/// `dict(mapping_or_pairs=(), /, **more)`.
///
/// # Errors
/// TypeError and ValueError for what is neither a mapping nor pairs.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let dict = Dict::new();
    fill(vm, "dict", &dict, args)?;
    Ok(Value::dict(dict))
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Dict>, Args)> {
    match split(vm, method, args)? {
        (Value::Dict(dict), args) => Ok((dict, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

fn alone(vm: &Vm, method: &str, args: Args) -> PyResult<Rc<Dict>> {
    let (dict, args) = receive(vm, method, args)?;
    positional(vm, method, args, 0, 0)?;
    Ok(dict)
}

/// Put the arguments of `dict()` and `update()` into a dict.
///
/// # Errors
/// TypeError and ValueError for what is neither a mapping nor pairs.
pub fn fill(vm: &Vm, function: &str, dict: &Dict, args: Args) -> PyResult<()> {
    let Args { positional: given, keywords } = args;
    if let Some(source) = positional(vm, function, Args::positional(given), 0, 1)?.pop() {
        match vm.mapping_items(&source)? {
            Some(items) => {
                for (key, value) in items {
                    dict.insert(vm, key, value)?;
                }
            }
            None => fill_from_pairs(vm, dict, &source)?,
        }
    }
    for (name, value) in keywords {
        dict.set_str(&name, value);
    }
    Ok(())
}

fn fill_from_pairs(vm: &Vm, dict: &Dict, pairs: &Value) -> PyResult<()> {
    let iterator = vm.iter(pairs)?;
    let mut place = 0;
    while let Some(pair) = vm.next(&iterator)? {
        let items = vm.collect(&pair).map_err(|error| match error.is(&vm.exceptions.type_error) {
            true => {
                let message =
                    format!("cannot convert dictionary update sequence element #{place} to a sequence");
                vm.type_error(&message)
            }
            false => error,
        })?;
        let [key, value] = items.as_slice() else {
            let length = items.len();
            let message =
                format!("dictionary update sequence element #{place} has length {length}; 2 is required");
            return Err(vm.value_error(&message));
        };
        dict.insert(vm, key.clone(), value.clone())?;
        place += 1;
    }
    Ok(())
}

fn init(vm: &Vm, args: Args) -> PyResult {
    let (dict, args) = receive(vm, "dict.__init__", args)?;
    fill(vm, "dict", &dict, args)?;
    Ok(Value::None)
}

fn get(vm: &Vm, args: Args) -> PyResult {
    let (dict, args) = receive(vm, "dict.get", args)?;
    let args = positional(vm, "dict.get", args, 1, 2)?;
    let found = dict.get(vm, &args[0])?;
    Ok(found.or_else(|| args.get(1).cloned()).unwrap_or(Value::None))
}

fn set_default(vm: &Vm, args: Args) -> PyResult {
    let (dict, args) = receive(vm, "dict.setdefault", args)?;
    let mut args = positional(vm, "dict.setdefault", args, 1, 2)?.into_iter();
    let key = args.next().unwrap_or(Value::None);
    if let Some(value) = dict.get(vm, &key)? {
        return Ok(value);
    }
    let value = args.next().unwrap_or(Value::None);
    dict.insert(vm, key, value.clone())?;
    Ok(value)
}

fn pop(vm: &Vm, args: Args) -> PyResult {
    let (dict, args) = receive(vm, "dict.pop", args)?;
    let mut args = positional(vm, "dict.pop", args, 1, 2)?.into_iter();
    let key = args.next().unwrap_or(Value::None);
    match (dict.remove(vm, &key)?, args.next()) {
        (Some((_, value)), _) => Ok(value),
        (None, Some(otherwise)) => Ok(otherwise),
        (None, None) => Err(vm.key_error(key)),
    }
}

fn pop_item(vm: &Vm, args: Args) -> PyResult {
    match alone(vm, "dict.popitem", args)?.pop_last() {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(vm.key_error(Value::str("popitem(): dictionary is empty"))),
    }
}

fn update(vm: &Vm, args: Args) -> PyResult {
    let (dict, args) = receive(vm, "dict.update", args)?;
    fill(vm, "update", &dict, args)?;
    Ok(Value::None)
}

fn clear(vm: &Vm, args: Args) -> PyResult {
    alone(vm, "dict.clear", args)?.clear();
    Ok(Value::None)
}

/// `cls.fromkeys(iterable, value=None, /)`.
fn from_keys(vm: &Vm, mut args: Args) -> PyResult {
    if args.positional.is_empty() {
        return Err(vm.type_error("unbound method dict.fromkeys() needs an argument"));
    }
    let class = args.positional.remove(0);
    let mut args = positional(vm, "dict.fromkeys", args, 1, 2)?.into_iter();
    let keys = vm.collect(&args.next().unwrap_or(Value::None))?;
    let value = args.next().unwrap_or(Value::None);
    let is_own = matches!(&class, Value::Class(class) if class.is_user);
    let made = if is_own { vm.call(&class, Args::none())? } else { Value::dict(Dict::new()) };
    for key in keys {
        vm.set_item(&made, key, value.clone())?;
    }
    Ok(made)
}
