//! `set` and `frozenset`.

use std::rc::Rc;

use super::receiver::{one, positional, split, unwrap, wrong_receiver};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Set, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("add", add),
    ("remove", remove),
    ("discard", discard),
    ("pop", pop),
    ("clear", clear),
    ("update", |vm, args| in_place(vm, "set.update", args, Set::update)),
    ("intersection_update", intersection_update),
    ("difference_update", |vm, args| in_place(vm, "set.difference_update", args, remove_all)),
    ("symmetric_difference_update", symmetric_difference_update),
    ("copy", copy),
    ("union", union),
    ("intersection", intersection),
    ("difference", difference),
    ("symmetric_difference", symmetric_difference),
    ("issubset", is_subset),
    ("issuperset", is_superset),
    ("isdisjoint", is_disjoint),
];

pub const FROZEN_METHODS: &[(&str, NativeFn)] = &[
    ("copy", copy),
    ("union", union),
    ("intersection", intersection),
    ("difference", difference),
    ("symmetric_difference", symmetric_difference),
    ("issubset", is_subset),
    ("issuperset", is_superset),
    ("isdisjoint", is_disjoint),
];

/// `set(iterable=(), /)`.
///
/// # Errors
/// What iterating and hashing raise.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    make(vm, "set", args, false)
}

/// `frozenset(iterable=(), /)`.
///
/// # Errors
/// What iterating and hashing raise.
pub fn construct_frozen(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    match args.positional.as_slice() {
        [Value::Set(set)] if set.is_frozen() && args.keywords.is_empty() => Ok(Value::Set(set.clone())),
        _ => make(vm, "frozenset", args, true),
    }
}

fn make(vm: &Vm, function: &str, args: Args, frozen: bool) -> PyResult {
    Ok(Value::Set(Rc::new(match positional(vm, function, args, 0, 1)?.pop() {
        None => Set::new(frozen),
        Some(iterable) => copied(vm, &iterable, frozen)?,
    })))
}

/// A new set with an iterable's items.
fn copied(vm: &Vm, iterable: &Value, frozen: bool) -> PyResult<Set> {
    let set = Set::new(frozen);
    set.update(vm, iterable)?;
    Ok(set)
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Set>, Args)> {
    match split(vm, method, args)? {
        (Value::Set(set), args) => Ok((set, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

/// The set that a method is called on, and its one argument.
fn with_one(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Set>, Value)> {
    let (set, args) = receive(vm, method, args)?;
    Ok((set, one(vm, method, args)?))
}

fn init(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.__init__", args)?;
    let iterable = positional(vm, "set", args, 0, 1)?.pop();
    set.clear();
    iterable.map_or(Ok(()), |iterable| set.update(vm, &iterable))?;
    Ok(Value::None)
}

fn add(vm: &Vm, args: Args) -> PyResult {
    let (set, item) = with_one(vm, "set.add", args)?;
    set.add(vm, item)?;
    Ok(Value::None)
}

fn remove(vm: &Vm, args: Args) -> PyResult {
    let (set, item) = with_one(vm, "set.remove", args)?;
    match set.discard(vm, &item)? {
        true => Ok(Value::None),
        false => Err(vm.key_error(item)),
    }
}

fn discard(vm: &Vm, args: Args) -> PyResult {
    let (set, item) = with_one(vm, "set.discard", args)?;
    set.discard(vm, &item)?;
    Ok(Value::None)
}

fn pop(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.pop", args)?;
    positional(vm, "set.pop", args, 0, 0)?;
    set.pop().ok_or_else(|| vm.key_error(Value::str("pop from an empty set")))
}

fn clear(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.clear", args)?;
    positional(vm, "set.clear", args, 0, 0)?;
    set.clear();
    Ok(Value::None)
}

fn copy(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.copy", args)?;
    positional(vm, "set.copy", args, 0, 0)?;
    Ok(Value::Set(if set.is_frozen() { set } else { Rc::new(set.copy_as(false)) }))
}

/// Change a set with each operand in turn.
fn in_place(vm: &Vm, method: &str, args: Args, change: fn(&Set, &Vm, &Value) -> PyResult<()>) -> PyResult {
    let (set, args) = receive(vm, method, args)?;
    for operand in positional(vm, method, args, 0, usize::MAX)? {
        change(&set, vm, &operand)?;
    }
    Ok(Value::None)
}

fn intersection_update(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.intersection_update", args)?;
    let operands = positional(vm, "set.intersection_update", args, 0, usize::MAX)?;
    set.swap(&intersection_of_all(vm, &set, &operands)?);
    Ok(Value::None)
}

fn symmetric_difference_update(vm: &Vm, args: Args) -> PyResult {
    let (set, other) = with_one(vm, "set.symmetric_difference_update", args)?;
    toggle_all(&set, vm, &other)?;
    Ok(Value::None)
}

/// `set | other`, where the other may be anything that can be iterated over; so below.
///
/// # Errors
/// What iterating, hashing and comparing raise; so below.
pub fn union_of(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    let result = set.copy_as(set.is_frozen());
    result.update(vm, other)?;
    Ok(result)
}

/// `set & other`.
///
/// # Errors
/// As [`union_of`].
pub fn intersection_of(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    let result = Set::new(set.is_frozen());
    // Of two sets the smaller is gone through; of anything else all.
    if let Value::Set(other) = unwrap(other)
        && other.len() > set.len()
    {
        for item in set.items() {
            if other.contains(vm, &item)? {
                result.add(vm, item)?;
            }
        }
        return Ok(result);
    }
    for item in vm.collect(other)? {
        if set.contains(vm, &item)? {
            result.add(vm, item)?;
        }
    }
    Ok(result)
}

/// `set - other`.
///
/// # Errors
/// As [`union_of`].
pub fn difference_of(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    // Which way it goes shows in the order of the result.
    if let Value::Set(other) = unwrap(other)
        && set.len() / 4 <= other.len()
    {
        let result = Set::new(set.is_frozen());
        for item in set.items() {
            if !other.contains(vm, &item)? {
                result.add(vm, item)?;
            }
        }
        return Ok(result);
    }
    let result = set.copy_as(set.is_frozen());
    remove_all(&result, vm, other)?;
    Ok(result)
}

/// `set -= other`.
///
/// # Errors
/// As [`union_of`].
pub fn remove_all(set: &Set, vm: &Vm, other: &Value) -> PyResult<()> {
    for item in vm.collect(other)? {
        set.discard(vm, &item)?;
    }
    set.shed_dummies();
    Ok(())
}

/// `set ^ other`.
///
/// # Errors
/// As [`union_of`].
pub fn symmetric_difference_of(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    let result = copied(vm, other, set.is_frozen())?;
    toggle(&result, vm, set)?;
    Ok(result)
}

/// `set ^= other`.
///
/// # Errors
/// As [`union_of`].
pub fn toggle_all(set: &Set, vm: &Vm, other: &Value) -> PyResult<()> {
    match unwrap(other) {
        Value::Set(other) => toggle(set, vm, other),
        other => toggle(set, vm, &copied(vm, other, false)?),
    }
}

fn toggle(set: &Set, vm: &Vm, other: &Set) -> PyResult<()> {
    for item in other.items() {
        if !set.discard(vm, &item)? {
            set.add(vm, item)?;
        }
    }
    Ok(())
}

fn union(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.union", args)?;
    let result = set.copy_as(set.is_frozen());
    for operand in positional(vm, "set.union", args, 0, usize::MAX)? {
        result.update(vm, &operand)?;
    }
    Ok(Value::Set(Rc::new(result)))
}

fn intersection(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.intersection", args)?;
    let operands = positional(vm, "set.intersection", args, 0, usize::MAX)?;
    Ok(Value::Set(Rc::new(intersection_of_all(vm, &set, &operands)?)))
}

fn intersection_of_all(vm: &Vm, set: &Set, operands: &[Value]) -> PyResult<Set> {
    let Some((first, others)) = operands.split_first() else { return Ok(set.copy_as(set.is_frozen())) };
    others
        .iter()
        .try_fold(intersection_of(vm, set, first)?, |result, operand| intersection_of(vm, &result, operand))
}

fn difference(vm: &Vm, args: Args) -> PyResult {
    let (set, args) = receive(vm, "set.difference", args)?;
    let operands = positional(vm, "set.difference", args, 0, usize::MAX)?;
    let result = match operands.split_first() {
        None => set.copy_as(set.is_frozen()),
        Some((first, others)) => {
            let result = difference_of(vm, &set, first)?;
            others.iter().try_for_each(|operand| remove_all(&result, vm, operand))?;
            result
        }
    };
    Ok(Value::Set(Rc::new(result)))
}

fn symmetric_difference(vm: &Vm, args: Args) -> PyResult {
    let (set, other) = with_one(vm, "set.symmetric_difference", args)?;
    Ok(Value::Set(Rc::new(symmetric_difference_of(vm, &set, &other)?)))
}

fn contains_all(vm: &Vm, large: &Set, small: &Set) -> PyResult {
    for item in small.items() {
        if !large.contains(vm, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn is_subset(vm: &Vm, args: Args) -> PyResult {
    let (set, other) = with_one(vm, "set.issubset", args)?;
    contains_all(vm, &copied(vm, &other, false)?, &set)
}

fn is_superset(vm: &Vm, args: Args) -> PyResult {
    let (set, other) = with_one(vm, "set.issuperset", args)?;
    contains_all(vm, &set, &copied(vm, &other, false)?)
}

fn is_disjoint(vm: &Vm, args: Args) -> PyResult {
    let (set, other) = with_one(vm, "set.isdisjoint", args)?;
    for item in vm.collect(&other)? {
        if set.contains(vm, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}
