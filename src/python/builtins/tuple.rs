//! `tuple`.

use std::rc::Rc;

use super::receiver::{bounds, one, positional, split, wrong_receiver};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Tuple, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[("index", index), ("count", count)];

/// `tuple(iterable=(), /)`.
///
/// # Errors
/// What iterating raises.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    match positional(vm, "tuple", args, 0, 1)?.pop() {
        None => Ok(Value::tuple(Vec::new())),
        Some(tuple @ Value::Tuple(_)) => Ok(tuple),
        Some(iterable) => Ok(Value::tuple(vm.collect(&iterable)?)),
    }
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Tuple>, Args)> {
    match split(vm, method, args)? {
        (Value::Tuple(items), args) => Ok((items, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

fn index(vm: &Vm, args: Args) -> PyResult {
    let (items, args) = receive(vm, "tuple.index", args)?;
    let args = positional(vm, "tuple.index", args, 1, 3)?;
    let (start, stop) = bounds(vm, args.get(1), args.get(2), items.len())?;
    for (place, item) in items.iter().enumerate().take(stop).skip(start) {
        if item.is(&args[0]) || vm.eq(item, &args[0])? {
            return Ok(Value::int(place as i64));
        }
    }
    Err(vm.value_error("tuple.index(x): x not in tuple"))
}

fn count(vm: &Vm, args: Args) -> PyResult {
    let (items, args) = receive(vm, "tuple.count", args)?;
    let value = one(vm, "tuple.count", args)?;
    let mut count = 0;
    for item in items.iter() {
        count += i64::from(item.is(&value) || vm.eq(item, &value)?);
    }
    Ok(Value::int(count))
}
