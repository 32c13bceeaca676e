//! What `dict.keys()`, `dict.values()` and `dict.items()` give: windows on the dict, the first and
//! last of which are like sets.

use std::rc::Rc;

use super::iterators::{Iter, Part};
use super::receiver::{one, positional, unwrap};
use crate::python::objects::{Args, Class, Dict, NativeFn, NativeObject, PyResult, Set, Value};
use crate::python::vm::Vm;
use crate::python::vm::compare::CompareOp;

struct View {
    dict: Rc<Dict>,
    part: Part,
}

/// `dict.keys()`.
pub fn keys(vm: &Vm, dict: &Rc<Dict>) -> Value {
    view(&vm.types.dict_keys, dict, Part::Keys)
}

/// `dict.values()`.
pub fn values(vm: &Vm, dict: &Rc<Dict>) -> Value {
    view(&vm.types.dict_values, dict, Part::Values)
}

/// `dict.items()`.
pub fn items(vm: &Vm, dict: &Rc<Dict>) -> Value {
    view(&vm.types.dict_items, dict, Part::Items)
}

fn view(class: &Rc<Class>, dict: &Rc<Dict>, part: Part) -> Value {
    let body = Box::new(View { dict: dict.clone(), part });
    Value::Native(Rc::new(NativeObject { class: class.clone(), body }))
}

const METHODS: &[(&str, NativeFn)] =
    &[("__len__", len), ("__iter__", iter), ("__reversed__", reversed), ("__repr__", repr)];

const VALUES_METHODS: &[(&str, NativeFn)] = &[("__contains__", contains)];

const SET_METHODS: &[(&str, NativeFn)] = &[
    ("__contains__", contains),
    ("__and__", |vm, args| operate(vm, args, intersection)),
    ("__rand__", |vm, args| operate(vm, args, intersection)),
    ("__or__", |vm, args| operate(vm, args, union)),
    ("__ror__", |vm, args| operate(vm, args, |vm, a, b| union(vm, b, a))),
    ("__sub__", |vm, args| operate(vm, args, difference)),
    ("__rsub__", |vm, args| operate(vm, args, |vm, a, b| difference(vm, b, a))),
    ("__xor__", |vm, args| operate(vm, args, either)),
    ("__rxor__", |vm, args| operate(vm, args, |vm, a, b| either(vm, b, a))),
    ("__eq__", |vm, args| compare(vm, args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, args, CompareOp::NotEqual)),
    ("__lt__", |vm, args| compare(vm, args, CompareOp::Less)),
    ("__le__", |vm, args| compare(vm, args, CompareOp::LessEqual)),
    ("__gt__", |vm, args| compare(vm, args, CompareOp::Greater)),
    ("__ge__", |vm, args| compare(vm, args, CompareOp::GreaterEqual)),
    ("isdisjoint", is_disjoint),
];

/// Give the classes of the views their methods.
pub fn install(vm: &Vm) {
    let types = &vm.types;
    for class in [&types.dict_keys, &types.dict_values, &types.dict_items] {
        vm.add_methods(class, METHODS);
    }
    vm.add_methods(&types.dict_values, VALUES_METHODS);
    for class in [&types.dict_keys, &types.dict_items] {
        vm.add_methods(class, SET_METHODS);
        class.dict.set("__hash__", Value::None);
    }
}

/// The view that a value is.
fn of(value: &Value) -> Option<&View> {
    match value {
        Value::Native(native) => native.get::<View>(),
        _ => None,
    }
}

/// Call with the view that a method is called on, and the other arguments.
fn with_view(vm: &Vm, mut args: Args, run: impl FnOnce(&View, &Value, Args) -> PyResult) -> PyResult {
    let receiver = match args.positional.is_empty() {
        true => Value::None,
        false => args.positional.remove(0),
    };
    match of(&receiver) {
        Some(view) => run(view, &receiver, args),
        None => Err(vm.type_error("a view of a dict was expected")),
    }
}

fn len(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |view, _, _| Ok(Value::int(view.dict.len() as i64)))
}

fn iter(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |view, _, _| Ok(Value::Iterator(Rc::new(Iter::over_dict(&view.dict, view.part)))))
}

fn reversed(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |view, _, _| {
        Ok(Value::Iterator(Rc::new(Iter::over_dict_reversed(&view.dict, view.part))))
    })
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |_, receiver, _| {
        let shown = vm.repr(&Value::list(vm.collect(receiver)?))?;
        Ok(Value::string(format!("{}({shown})", vm.class_of(receiver).name.borrow())))
    })
}

fn contains(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |view, _, args| {
        let item = positional(vm, "__contains__", args, 1, 1)?.pop().unwrap_or(Value::None);
        Ok(Value::Bool(has(vm, view, &item)?))
    })
}

fn has(vm: &Vm, view: &View, item: &Value) -> PyResult<bool> {
    match (view.part, item) {
        (Part::Keys, key) => Ok(view.dict.get(vm, key)?.is_some()),
        (Part::Values, value) => vm.contains(&Value::list(view.dict.values()), value),
        (Part::Items, Value::Tuple(pair)) => match pair.as_slice() {
            [key, value] => match view.dict.get(vm, key)? {
                Some(found) => Ok(found.is(value) || vm.eq(&found, value)?),
                None => Ok(false),
            },
            _ => Ok(false),
        },
        (Part::Items, _) => Ok(false),
    }
}

/// A new set with the same items. A view of keys is taken as its dict, for the order shows which.
fn set_of(vm: &Vm, value: &Value) -> PyResult<Set> {
    let set = Set::new(false);
    match of(value) {
        Some(view) if view.part == Part::Keys => set.update(vm, &Value::Dict(view.dict.clone()))?,
        _ => set.update(vm, value)?,
    }
    Ok(set)
}

fn made(set: Set) -> PyResult {
    Ok(Value::Set(Rc::new(set)))
}

/// A set operator: the other operand may be anything that can be iterated over.
fn operate(vm: &Vm, args: Args, operator: fn(&Vm, &Value, &Value) -> PyResult) -> PyResult {
    with_view(vm, args, |_, receiver, args| {
        let other = positional(vm, "operator", args, 1, 1)?.pop().unwrap_or(Value::None);
        operator(vm, receiver, &other)
    })
}

/// The items that both have, in the order of the smaller one.
fn intersection(vm: &Vm, view: &Value, other: &Value) -> PyResult {
    let length = vm.len(view)?;
    if let Value::Set(set) = unwrap(other)
        && length <= set.len()
    {
        return made(super::set::intersection_of(vm, set, view)?);
    }
    let is_larger = of(other).is_some_and(|other| other.part != Part::Values && other.dict.len() > length);
    let (large, small) = if is_larger { (other, view) } else { (view, other) };
    let result = Set::new(false);
    for item in vm.collect(small)? {
        if vm.contains(large, &item)? {
            result.add(vm, item)?;
        }
    }
    made(result)
}

fn difference(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let result = set_of(vm, a)?;
    super::set::remove_all(&result, vm, b)?;
    made(result)
}

fn union(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let result = set_of(vm, a)?;
    result.update(vm, b)?;
    made(result)
}

fn either(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let result = set_of(vm, a)?;
    super::set::toggle_all(&result, vm, b)?;
    made(result)
}

/// Views compare as the sets of their items, with sets and with each other.
fn compare(vm: &Vm, args: Args, op: CompareOp) -> PyResult {
    with_view(vm, args, |_, receiver, args| {
        let other = positional(vm, "comparison", args, 1, 1)?.pop().unwrap_or(Value::None);
        let is_set = matches!(unwrap(&other), Value::Set(_))
            || of(&other).is_some_and(|view| view.part != Part::Values);
        match is_set {
            true => vm.compare(op, &made(set_of(vm, receiver)?)?, &made(set_of(vm, &other)?)?),
            false => Ok(Value::NotImplemented),
        }
    })
}

fn is_disjoint(vm: &Vm, args: Args) -> PyResult {
    with_view(vm, args, |view, _, args| {
        for item in vm.collect(&one(vm, "isdisjoint", args)?)? {
            if has(vm, view, &item)? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}
