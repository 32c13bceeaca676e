//! The module `math`.

mod integers;
mod sums;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::python::builtins::receiver::{clamped_index, one, positional, type_name, unwrap};
use crate::python::builtins::{float, int};
use crate::python::objects::{Args, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

/// The names in the module.
///
/// # Errors
/// None.
pub fn contents(vm: &Vm) -> PyResult<Vec<(&'static str, Value)>> {
    let mut names: Vec<(&'static str, Value)> =
        CONSTANTS.iter().map(|&(name, x)| (name, Value::float(x))).collect();
    for functions in [FUNCTIONS, integers::FUNCTIONS, sums::FUNCTIONS] {
        names.extend(functions.iter().map(|&(name, function)| (name, vm.builtin(name, function))));
    }
    Ok(names)
}

const CONSTANTS: &[(&str, f64)] = &[
    ("pi", std::f64::consts::PI),
    ("e", std::f64::consts::E),
    ("tau", std::f64::consts::TAU),
    ("inf", f64::INFINITY),
    ("nan", f64::NAN),
];

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("sqrt", |vm, args| function(vm, "math.sqrt", args, f64::sqrt)),
    ("cbrt", |vm, args| function(vm, "math.cbrt", args, f64::cbrt)),
    ("exp", |vm, args| function(vm, "math.exp", args, f64::exp)),
    ("exp2", |vm, args| function(vm, "math.exp2", args, f64::exp2)),
    ("expm1", |vm, args| function(vm, "math.expm1", args, f64::exp_m1)),
    ("log1p", |vm, args| logarithm_of(vm, "math.log1p", args, f64::ln_1p, -1.0)),
    ("sin", |vm, args| function(vm, "math.sin", args, f64::sin)),
    ("cos", |vm, args| function(vm, "math.cos", args, f64::cos)),
    ("tan", |vm, args| function(vm, "math.tan", args, f64::tan)),
    ("asin", |vm, args| function(vm, "math.asin", args, f64::asin)),
    ("acos", |vm, args| function(vm, "math.acos", args, f64::acos)),
    ("atan", |vm, args| function(vm, "math.atan", args, f64::atan)),
    ("sinh", |vm, args| function(vm, "math.sinh", args, f64::sinh)),
    ("cosh", |vm, args| function(vm, "math.cosh", args, f64::cosh)),
    ("tanh", |vm, args| function(vm, "math.tanh", args, f64::tanh)),
    ("asinh", |vm, args| function(vm, "math.asinh", args, libm::asinh)),
    ("acosh", |vm, args| function(vm, "math.acosh", args, libm::acosh)),
    ("atanh", |vm, args| logarithm_of(vm, "math.atanh", args, libm::atanh, -1.0)),
    ("erf", |vm, args| function(vm, "math.erf", args, libm::erf)),
    ("erfc", |vm, args| function(vm, "math.erfc", args, libm::erfc)),
    ("gamma", gamma),
    ("lgamma", log_gamma),
    ("fabs", |vm, args| function(vm, "math.fabs", args, f64::abs)),
    ("degrees", |vm, args| function(vm, "math.degrees", args, |x| x * (180.0 / std::f64::consts::PI))),
    ("radians", |vm, args| function(vm, "math.radians", args, |x| x * (std::f64::consts::PI / 180.0))),
    ("isnan", |vm, args| test(vm, "math.isnan", args, f64::is_nan)),
    ("isinf", |vm, args| test(vm, "math.isinf", args, f64::is_infinite)),
    ("isfinite", |vm, args| test(vm, "math.isfinite", args, f64::is_finite)),
    ("isclose", is_close),
    ("atan2", |vm, args| two(vm, "math.atan2", args, |_, y, x| Ok(y.atan2(x)))),
    ("copysign", |vm, args| two(vm, "math.copysign", args, |_, x, y| Ok(x.copysign(y)))),
    ("pow", |vm, args| two(vm, "math.pow", args, power)),
    ("fmod", |vm, args| two(vm, "math.fmod", args, |vm, x, y| check(vm, x % y, [x, y]))),
    ("remainder", |vm, args| {
        two(vm, "math.remainder", args, |vm, x, y| {
            check(vm, if y.is_infinite() && x.is_finite() { x } else { libm::remainder(x, y) }, [x, y])
        })
    }),
    ("fma", multiply_add),
    ("log", log),
    ("log2", |vm, args| Ok(Value::float(logarithm(vm, &one(vm, "math.log2", args)?, f64::log2)?))),
    ("log10", |vm, args| Ok(Value::float(logarithm(vm, &one(vm, "math.log10", args)?, f64::log10)?))),
    ("floor", |vm, args| to_int(vm, args, "math.floor", "__floor__", f64::floor)),
    ("ceil", |vm, args| to_int(vm, args, "math.ceil", "__ceil__", f64::ceil)),
    ("trunc", trunc),
    ("frexp", fraction_and_exponent),
    ("ldexp", load_exponent),
    ("modf", |vm, args| {
        let x = float::number(vm, &one(vm, "math.modf", args)?)?;
        let fraction = if x.is_infinite() { 0.0_f64.copysign(x) } else { x.fract().copysign(x) };
        Ok(Value::tuple(vec![Value::float(fraction), Value::float(x.trunc())]))
    }),
    ("nextafter", next_after),
    ("ulp", |vm, args| {
        function(vm, "math.ulp", args, |x| if x.is_finite() { ulp(x.abs()) } else { x.abs() })
    }),
];

fn domain_error(vm: &Vm) -> Raised {
    vm.value_error("math domain error")
}

fn range_error(vm: &Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// A result out of finite arguments must be finite, and a number out of numbers.
fn check<const N: usize>(vm: &Vm, result: f64, from: [f64; N]) -> PyResult<f64> {
    if result.is_nan() && !from.iter().any(|x| x.is_nan()) {
        return Err(domain_error(vm));
    }
    match result.is_infinite() && from.iter().all(|x| x.is_finite()) {
        true => Err(range_error(vm)),
        false => Ok(result),
    }
}

fn function(vm: &Vm, name: &str, args: Args, of: fn(f64) -> f64) -> PyResult {
    let x = float::number(vm, &one(vm, name, args)?)?;
    Ok(Value::float(check(vm, of(x), [x])?))
}

/// A function that has a pole, at `pole` and maybe at the opposite place, where it is not defined.
fn logarithm_of(vm: &Vm, name: &str, args: Args, of: fn(f64) -> f64, pole: f64) -> PyResult {
    let x = float::number(vm, &one(vm, name, args)?)?;
    match x == pole || of(x).is_infinite() && x.is_finite() {
        true => Err(domain_error(vm)),
        false => Ok(Value::float(check(vm, of(x), [x])?)),
    }
}

fn test(vm: &Vm, name: &str, args: Args, of: fn(f64) -> bool) -> PyResult {
    Ok(Value::Bool(of(float::number(vm, &one(vm, name, args)?)?)))
}

fn two(vm: &Vm, name: &str, args: Args, of: fn(&Vm, f64, f64) -> PyResult<f64>) -> PyResult {
    let args = positional(vm, name, args, 2, 2)?;
    Ok(Value::float(of(vm, float::number(vm, &args[0])?, float::number(vm, &args[1])?)?))
}

fn power(vm: &Vm, x: f64, y: f64) -> PyResult<f64> {
    match x == 0.0 && y < 0.0 && y.is_finite() {
        true => Err(domain_error(vm)),
        false => check(vm, x.powf(y), [x, y]),
    }
}

fn multiply_add(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.fma", args, 3, 3)?;
    let [x, y, z] =
        [float::number(vm, &args[0])?, float::number(vm, &args[1])?, float::number(vm, &args[2])?];
    let result = x.mul_add(y, z);
    if result.is_nan() && ![x, y, z].iter().any(|x| x.is_nan()) {
        return Err(vm.value_error("invalid operation in fma"));
    }
    match result.is_infinite() && [x, y, z].iter().all(|x| x.is_finite()) {
        true => Err(vm.overflow_error("overflow in fma")),
        false => Ok(Value::float(result)),
    }
}

fn gamma(vm: &Vm, args: Args) -> PyResult {
    let x = float::number(vm, &one(vm, "math.gamma", args)?)?;
    let is_pole = x <= 0.0 && x == x.floor();
    match is_pole {
        true => Err(domain_error(vm)),
        false => Ok(Value::float(check(vm, libm::tgamma(x), [x])?)),
    }
}

fn log_gamma(vm: &Vm, args: Args) -> PyResult {
    let x = float::number(vm, &one(vm, "math.lgamma", args)?)?;
    match x <= 0.0 && x == x.floor() && x.is_finite() {
        true => Err(domain_error(vm)),
        false => Ok(Value::float(check(vm, libm::lgamma(x), [x])?)),
    }
}

/// A logarithm of a float, or of an int that may be larger than any float.
fn logarithm(vm: &Vm, value: &Value, of: fn(f64) -> f64) -> PyResult<f64> {
    if let Value::BigInt(number) = unwrap(value)
        && let Some((fraction, exponent)) = split_large(number)
    {
        return Ok(of(fraction) + of(2.0) * exponent);
    }
    let x = float::number(vm, value)?;
    match x <= 0.0 {
        true => Err(domain_error(vm)),
        false => Ok(of(x)),
    }
}

/// A positive int beyond the floats as `fraction * 2 ** exponent`; None where it is no such int.
fn split_large(number: &BigInt) -> Option<(f64, f64)> {
    if number.sign() == num_bigint::Sign::Minus || number.bits() <= 1024 {
        return None;
    }
    let shift = number.bits() - 64;
    let top: BigInt = number >> shift;
    Some((top.to_f64()? / 2.0_f64.powi(64), number.bits() as f64))
}

fn log(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.log", args, 1, 2)?;
    let number = logarithm(vm, &args[0], f64::ln)?;
    let Some(base) = args.get(1) else { return Ok(Value::float(number)) };
    match logarithm(vm, base, f64::ln)? {
        0.0 => Err(vm.zero_division_error("float division by zero")),
        base => Ok(Value::float(number / base)),
    }
}

fn to_int(vm: &Vm, args: Args, name: &str, method: &str, round: fn(f64) -> f64) -> PyResult {
    let value = one(vm, name, args)?;
    match unwrap(&value) {
        number @ (Value::Int(..) | Value::BigInt(_)) => return Ok(number.clone()),
        Value::Bool(truth) => return Ok(Value::int((*truth).into())),
        _ => {}
    }
    if let Value::Object(_) = value
        && let Some(result) = vm.call_special(&value, method, Args::none())?
    {
        return Ok(result);
    }
    int::from_float(vm, round(float::number(vm, &value)?))
}

fn trunc(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "math.trunc", args)?;
    match vm.call_special(&value, "__trunc__", Args::none())? {
        Some(result) => Ok(result),
        None => {
            let given = type_name(vm, &value);
            Err(vm.type_error(&format!("type {given} doesn't define __trunc__ method")))
        }
    }
}

fn fraction_and_exponent(vm: &Vm, args: Args) -> PyResult {
    let x = float::number(vm, &one(vm, "math.frexp", args)?)?;
    let (fraction, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    Ok(Value::tuple(vec![Value::float(fraction), Value::int(exponent.into())]))
}

fn load_exponent(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.ldexp", args, 2, 2)?;
    let x = float::number(vm, &args[0])?;
    if !matches!(unwrap(&args[1]), Value::Int(..) | Value::BigInt(_) | Value::Bool(_)) {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let exponent = clamped_index(vm, &args[1])?.clamp(-10_000, 10_000);
    Ok(Value::float(check(vm, libm::ldexp(x, exponent as i32), [x])?))
}

fn ulp(x: f64) -> f64 {
    match x.next_up() {
        next if next.is_finite() => next - x,
        _ => x - x.next_down(),
    }
}

fn next_after(vm: &Vm, args: Args) -> PyResult {
    let [x, y, steps] = args.bind(vm, "nextafter", "x y / * steps", 2)?;
    let x = float::number(vm, &x.unwrap_or(Value::None))?;
    let y = float::number(vm, &y.unwrap_or(Value::None))?;
    let steps = match steps {
        None => 1,
        Some(steps) => match clamped_index(vm, &steps)? {
            negative if negative < 0 => return Err(vm.value_error("steps must be a non-negative integer")),
            steps => steps as u64,
        },
    };
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(x + y));
    }
    // Floats in their order are consecutive ints, with the two zeros in the middle.
    let rank = |x: f64| match x.is_sign_negative() {
        true => -i128::from(x.abs().to_bits()),
        false => i128::from(x.to_bits()),
    };
    let (from, to) = (rank(x), rank(y));
    if from == to || steps == 0 {
        return Ok(Value::float(if from == to { y } else { x }));
    }
    let distance = i128::from(steps).min((to - from).abs());
    let place = from + distance * (to - from).signum();
    let magnitude = f64::from_bits(u64::try_from(place.abs()).unwrap_or_default());
    let is_negative = place < 0 || (place == 0 && x < 0.0);
    Ok(Value::float(if is_negative { -magnitude } else { magnitude }))
}

fn is_close(vm: &Vm, args: Args) -> PyResult {
    let [a, b, relative, absolute] = args.bind(vm, "isclose", "a b * rel_tol abs_tol", 2)?;
    let number =
        |value: Option<Value>, otherwise: f64| value.map_or(Ok(otherwise), |value| float::number(vm, &value));
    let (a, b) = (number(a, 0.0)?, number(b, 0.0)?);
    let (relative, absolute) = (number(relative, 1e-9)?, number(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    let difference = (a - b).abs();
    let is_near =
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::Bool(a == b || (a.is_finite() && b.is_finite() && is_near)))
}
