//! What the methods of built-in types are called on, and with: checks and messages that all share.

use super::super::objects::{Args, PyResult, Raised, Value};
use crate::python::vm::Vm;

/// The value of a built-in type that a value is, or that an instance of a derived class holds.
pub fn unwrap(value: &Value) -> &Value {
    match value {
        Value::Object(object) => object.inner().unwrap_or(value),
        _ => value,
    }
}

/// The receiver of a method, and its other arguments. `method` is `type.name`.
///
/// # Errors
/// TypeError where there is no receiver.
pub fn split(vm: &Vm, method: &str, mut args: Args) -> PyResult<(Value, Args)> {
    if args.positional.is_empty() {
        return Err(vm.type_error(&format!("unbound method {method}() needs an argument")));
    }
    let receiver = args.positional.remove(0);
    Ok((unwrap(&receiver).clone(), args))
}

/// What a method says when it is called on something of another type.
pub fn wrong_receiver(vm: &Vm, method: &str, receiver: &Value) -> Raised {
    let (class, name) = method.split_once('.').unwrap_or(("object", method));
    let given = type_name(vm, receiver);
    vm.type_error(&format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{given}' object"))
}

/// The arguments of a function that takes them by position only: at least `least`, at most `most`.
///
/// # Errors
/// TypeError in CPython's words.
pub fn positional(vm: &Vm, function: &str, args: Args, least: usize, most: usize) -> PyResult<Vec<Value>> {
    if !args.keywords.is_empty() {
        return Err(vm.type_error(&format!("{function}() takes no keyword arguments")));
    }
    let given = args.positional.len();
    if (least..=most).contains(&given) {
        return Ok(args.positional);
    }
    let short = function.rsplit('.').next().unwrap_or(function);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    Err(vm.type_error(&match (least, most) {
        (0, 0) => format!("{function}() takes no arguments ({given} given)"),
        (1, 1) => format!("{function}() takes exactly one argument ({given} given)"),
        _ if least == most => format!("{short} expected {least} argument{}, got {given}", plural(least)),
        _ if given < least => {
            format!("{short} expected at least {least} argument{}, got {given}", plural(least))
        }
        _ => format!("{short} expected at most {most} argument{}, got {given}", plural(most)),
    }))
}

/// The arguments of a method of the class itself, which does not look at the class.
pub fn without_class(mut args: Args) -> Args {
    if !args.positional.is_empty() {
        args.positional.remove(0);
    }
    args
}

/// The one argument of a function that takes it by position only.
///
/// # Errors
/// TypeError where there is none, or another.
pub fn one(vm: &Vm, function: &str, args: Args) -> PyResult {
    Ok(positional(vm, function, args, 1, 1)?.pop().unwrap_or(Value::None))
}

/// The name of the value's type for messages.
pub fn type_name(vm: &Vm, value: &Value) -> String {
    vm.class_of(value).c_name()
}

/// `value.__index__()` as a machine integer; what is larger is the largest, as slices want it.
///
/// # Errors
/// TypeError where the value is no integer.
pub fn clamped_index(vm: &Vm, value: &Value) -> PyResult<i64> {
    use num_bigint::Sign;
    match super::int::index(vm, value)? {
        Value::Int(number, _) => Ok(number),
        Value::BigInt(number) if number.sign() == Sign::Minus => Ok(i64::MIN),
        _ => Ok(i64::MAX),
    }
}

/// `value.__index__()` as a machine integer.
///
/// # Errors
/// TypeError where the value is no integer, OverflowError where it is too large.
pub fn small_index(vm: &Vm, value: &Value) -> PyResult<i64> {
    match super::int::index(vm, value)? {
        Value::Int(number, _) => Ok(number),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// Where the optional `start` and `stop` of `find`, `index`, `count` and the like are in a sequence.
///
/// # Errors
/// TypeError for what is neither an integer nor None.
pub fn bounds(
    vm: &Vm,
    start: Option<&Value>,
    stop: Option<&Value>,
    length: usize,
) -> PyResult<(usize, usize)> {
    let length = length as i64;
    let place = |value: Option<&Value>, otherwise: i64| -> PyResult<i64> {
        let value = match value {
            None | Some(Value::None) => return Ok(otherwise),
            Some(value) => value,
        };
        let place = clamped_index(vm, value).map_err(|error| slice_error(vm, error))?;
        Ok(if place < 0 { place.saturating_add(length).max(0) } else { place })
    };
    Ok((place(start, 0)? as usize, place(stop, length)?.min(length) as usize))
}

fn slice_error(vm: &Vm, error: Raised) -> Raised {
    match error.is(&vm.exceptions.type_error) {
        true => vm.type_error("slice indices must be integers or None or have an __index__ method"),
        false => error,
    }
}
