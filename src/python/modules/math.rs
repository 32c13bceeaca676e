//! `math`: CPython's functions with CPython's errors.
//!
//! The platform's own library computes what C's `math.h` has, as in CPython; what `mathmodule.c`
//! computes itself (gamma, exact sums, norms) is done here in the same steps, for the last digit counts.

mod elementary;
mod integers;
mod logarithms;
mod norms;
mod parts;
pub mod special;
mod sums;

use crate::python::builtins::receiver;
use crate::python::objects::{Args, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

const FUNCTIONS: &[&[(&str, NativeFn)]] = &[
    elementary::FUNCTIONS,
    integers::FUNCTIONS,
    logarithms::FUNCTIONS,
    norms::FUNCTIONS,
    parts::FUNCTIONS,
    special::FUNCTIONS,
    sums::FUNCTIONS,
];

/// The names in the module.
///
/// # Errors
/// None; modules may raise while they are made.
pub fn contents(vm: &Vm) -> PyResult<Vec<(&'static str, Value)>> {
    use std::f64::consts::{E, PI, TAU};
    let constants = [("e", E), ("inf", f64::INFINITY), ("nan", f64::NAN), ("pi", PI), ("tau", TAU)];
    let constants = constants.map(|(name, number)| (name, Value::float(number)));
    let functions = FUNCTIONS.iter().copied().flatten().map(|&(name, function)| (name, vm.builtin(name, function)));
    Ok(constants.into_iter().chain(functions).collect())
}

/// The arguments of a function that takes so many floats.
fn floats<const N: usize>(vm: &Vm, function: &str, args: Args) -> PyResult<[f64; N]> {
    let args = receiver::positional(vm, &format!("math.{function}"), args, N, N)?;
    let mut numbers = [0.0; N];
    for (number, value) in numbers.iter_mut().zip(&args) {
        *number = vm.to_float(value)?;
    }
    Ok(numbers)
}

/// All numbers of an iterable, as floats.
fn collect_floats(vm: &Vm, iterable: &Value) -> PyResult<Vec<f64>> {
    vm.collect(iterable)?.iter().map(|value| vm.to_float(value)).collect()
}

/// The function has no value there.
fn domain_error(vm: &Vm) -> Raised {
    vm.value_error("math domain error")
}

/// The function's value there is no float.
fn range_error(vm: &Vm) -> Raised {
    vm.overflow_error("math range error")
}
