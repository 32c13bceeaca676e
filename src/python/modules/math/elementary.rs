//! The functions of one or two floats that C's `math.h` has.

use super::{domain_error, floats, range_error};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("acos", |vm, args| bounded(vm, "acos", args, f64::acos)),
    ("acosh", |vm, args| bounded(vm, "acosh", args, libm::acosh)),
    ("asin", |vm, args| bounded(vm, "asin", args, f64::asin)),
    ("asinh", |vm, args| bounded(vm, "asinh", args, libm::asinh)),
    ("atan", |vm, args| bounded(vm, "atan", args, f64::atan)),
    ("atan2", |vm, args| floats(vm, "atan2", args).map(|[y, x]| Value::float(y.atan2(x)))),
    ("atanh", |vm, args| bounded(vm, "atanh", args, libm::atanh)),
    ("cbrt", |vm, args| bounded(vm, "cbrt", args, f64::cbrt)),
    ("copysign", |vm, args| floats(vm, "copysign", args).map(|[x, y]| Value::float(x.copysign(y)))),
    ("cos", |vm, args| bounded(vm, "cos", args, f64::cos)),
    ("cosh", |vm, args| growing(vm, "cosh", args, f64::cosh)),
    ("degrees", |vm, args| floats(vm, "degrees", args).map(|[x]| Value::float(x * (180.0 / std::f64::consts::PI)))),
    ("exp", |vm, args| growing(vm, "exp", args, f64::exp)),
    ("exp2", |vm, args| growing(vm, "exp2", args, f64::exp2)),
    ("expm1", |vm, args| growing(vm, "expm1", args, f64::exp_m1)),
    ("fabs", |vm, args| bounded(vm, "fabs", args, f64::abs)),
    ("fma", fma),
    ("fmod", fmod),
    ("log1p", |vm, args| bounded(vm, "log1p", args, f64::ln_1p)),
    ("pow", pow),
    ("radians", |vm, args| floats(vm, "radians", args).map(|[x]| Value::float(x * (std::f64::consts::PI / 180.0)))),
    ("remainder", remainder),
    ("sin", |vm, args| bounded(vm, "sin", args, f64::sin)),
    ("sinh", |vm, args| growing(vm, "sinh", args, f64::sinh)),
    ("sqrt", |vm, args| bounded(vm, "sqrt", args, f64::sqrt)),
    ("tan", |vm, args| bounded(vm, "tan", args, f64::tan)),
    ("tanh", |vm, args| bounded(vm, "tanh", args, f64::tanh)),
];

/// A function that never overflows: an infinite value of a finite number is a pole.
fn bounded(vm: &Vm, name: &str, args: Args, function: fn(f64) -> f64) -> PyResult {
    let [x] = floats(vm, name, args)?;
    let value = function(x);
    match (value.is_nan() && !x.is_nan()) || (value.is_infinite() && x.is_finite()) {
        true => Err(domain_error(vm)),
        false => Ok(Value::float(value)),
    }
}

/// A function that grows past the largest float.
fn growing(vm: &Vm, name: &str, args: Args, function: fn(f64) -> f64) -> PyResult {
    let [x] = floats(vm, name, args)?;
    let value = function(x);
    match value.is_infinite() && x.is_finite() {
        true => Err(range_error(vm)),
        false => Ok(Value::float(value)),
    }
}

/// `fma(x, y, z)`: `x * y + z`, rounded once.
fn fma(vm: &Vm, args: Args) -> PyResult {
    let [x, y, z] = floats(vm, "fma", args)?;
    let value = x.mul_add(y, z);
    let any_nan = x.is_nan() || y.is_nan() || z.is_nan();
    let all_finite = x.is_finite() && y.is_finite() && z.is_finite();
    match value {
        _ if value.is_nan() && !any_nan => Err(vm.value_error("invalid operation in fma")),
        _ if value.is_infinite() && all_finite => Err(vm.overflow_error("overflow in fma")),
        _ => Ok(Value::float(value)),
    }
}

fn fmod(vm: &Vm, args: Args) -> PyResult {
    let [x, y] = floats(vm, "fmod", args)?;
    rest(vm, x, y, x % y)
}

/// `remainder(x, y)`: from the nearest multiple of `y`.
fn remainder(vm: &Vm, args: Args) -> PyResult {
    let [x, y] = floats(vm, "remainder", args)?;
    rest(vm, x, y, libm::remainder(x, y))
}

fn rest(vm: &Vm, x: f64, y: f64, rest: f64) -> PyResult {
    match rest.is_nan() && !x.is_nan() && !y.is_nan() {
        true => Err(domain_error(vm)),
        false => Ok(Value::float(rest)),
    }
}

fn pow(vm: &Vm, args: Args) -> PyResult {
    let [base, exponent] = floats(vm, "pow", args)?;
    let value = base.powf(exponent);
    match base.is_finite() && exponent.is_finite() {
        true if value.is_nan() || (value.is_infinite() && base == 0.0) => Err(domain_error(vm)),
        true if value.is_infinite() => Err(range_error(vm)),
        _ => Ok(Value::float(value)),
    }
}
