//! `range`.

use std::rc::Rc;

use super::int::as_i64;
use super::receiver::{one, positional, small_index, split, unwrap, wrong_receiver};
use crate::python::objects::{Args, Class, Getter, NativeFn, PyResult, Range, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[("index", index), ("count", count)];

pub const GETTERS: &[(&str, Getter)] = &[
    ("start", |vm, value| Ok(Value::int(of(vm, "range.start", value)?.start))),
    ("stop", |vm, value| Ok(Value::int(of(vm, "range.stop", value)?.stop))),
    ("step", |vm, value| Ok(Value::int(of(vm, "range.step", value)?.step))),
];

/// `range(stop)`, `range(start, stop, step=1)`.
///
/// # Errors
/// TypeError for what is no integer, ValueError for a step of zero.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let args = positional(vm, "range", args, 1, 3)?;
    let mut numbers = Vec::with_capacity(3);
    for arg in &args {
        numbers.push(small_index(vm, arg)?);
    }
    let (start, stop, step) = match numbers.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step, ..] => (*start, *stop, *step),
        [] => (0, 0, 1),
    };
    match step {
        0 => Err(vm.value_error("range() arg 3 must not be zero")),
        _ => Ok(Value::Range(Rc::new(Range { start, stop, step }))),
    }
}

fn of(vm: &Vm, method: &str, value: &Value) -> PyResult<Rc<Range>> {
    match value {
        Value::Range(range) => Ok(range.clone()),
        other => Err(wrong_receiver(vm, method, other)),
    }
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Range>, Args)> {
    let (receiver, args) = split(vm, method, args)?;
    Ok((of(vm, method, &receiver)?, args))
}

/// Where an equal number is: at once for ints, by comparing for all else.
fn find(vm: &Vm, range: &Range, wanted: &Value) -> PyResult<Option<usize>> {
    if let Value::BigInt(_) = wanted {
        return Ok(None);
    }
    if let (Value::Int(..) | Value::Bool(_), Some(number)) = (wanted, as_i64(unwrap(wanted))) {
        let is_inside = match range.step > 0 {
            true => number >= range.start && number < range.stop,
            false => number <= range.start && number > range.stop,
        };
        let offset = i128::from(number) - i128::from(range.start);
        let step = i128::from(range.step);
        return Ok((is_inside && offset % step == 0).then(|| (offset / step) as usize));
    }
    for place in 0..range.len() {
        if vm.eq(&Value::int(range.get(place)), wanted)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn index(vm: &Vm, args: Args) -> PyResult {
    let (range, args) = receive(vm, "range.index", args)?;
    let wanted = one(vm, "range.index", args)?;
    match find(vm, &range, &wanted)? {
        Some(place) => Ok(Value::int(place as i64)),
        None if matches!(unwrap(&wanted), Value::Int(..) | Value::BigInt(_) | Value::Bool(_)) => {
            let shown = vm.repr(&wanted)?;
            Err(vm.value_error(&format!("{shown} is not in range")))
        }
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn count(vm: &Vm, args: Args) -> PyResult {
    let (range, args) = receive(vm, "range.count", args)?;
    let wanted = one(vm, "range.count", args)?;
    Ok(Value::int(i64::from(find(vm, &range, &wanted)?.is_some())))
}
