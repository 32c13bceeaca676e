//! The parts of floats, their neighbours, and what kind of number they are.

use num_traits::{Signed, ToPrimitive};

use super::{floats, range_error};
use crate::python::builtins::{int, receiver};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::inner;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("frexp", frexp),
    ("isclose", isclose),
    ("isfinite", |vm, args| floats(vm, "isfinite", args).map(|[x]| Value::Bool(x.is_finite()))),
    ("isinf", |vm, args| floats(vm, "isinf", args).map(|[x]| Value::Bool(x.is_infinite()))),
    ("isnan", |vm, args| floats(vm, "isnan", args).map(|[x]| Value::Bool(x.is_nan()))),
    ("ldexp", ldexp),
    ("modf", modf),
    ("nextafter", nextafter),
    ("ulp", |vm, args| floats(vm, "ulp", args).map(|[x]| Value::float(ulp(x)))),
];

/// `frexp(x)`: a fraction from a half to one, and the power of two that it is multiplied by.
fn frexp(vm: &Vm, args: Args) -> PyResult {
    let [x] = floats(vm, "frexp", args)?;
    let (fraction, exponent) = match x.is_finite() && x != 0.0 {
        true => libm::frexp(x),
        false => (x, 0),
    };
    Ok(Value::tuple(vec![Value::float(fraction), Value::int(exponent.into())]))
}

/// `ldexp(x, i)`: `x * 2 ** i`.
fn ldexp(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.ldexp", args, 2, 2)?;
    let [x, exponent] = args.as_slice() else { return Ok(Value::None) };
    let x = vm.to_float(x)?;
    if !matches!(inner(exponent), Value::Int(..) | Value::BigInt(_) | Value::Bool(_)) {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let exponent = int::to_big(exponent);
    let limit = if exponent.is_negative() { i32::MIN } else { i32::MAX };
    let value = libm::scalbn(x, exponent.to_i32().unwrap_or(limit));
    match value.is_infinite() && x.is_finite() {
        true => Err(range_error(vm)),
        false => Ok(Value::float(value)),
    }
}

/// `modf(x)`: what is after the point and what is before it, both with the sign of `x`.
fn modf(vm: &Vm, args: Args) -> PyResult {
    let [x] = floats(vm, "modf", args)?;
    let (fraction, whole) = match x.is_infinite() {
        true => (0.0_f64.copysign(x), x),
        false => (x.fract().copysign(x), x.trunc()),
    };
    Ok(Value::tuple(vec![Value::float(fraction), Value::float(whole)]))
}

/// The distance to the next float away from zero.
fn ulp(x: f64) -> f64 {
    let x = x.abs();
    match x.next_up() {
        _ if !x.is_finite() => x,
        next if next.is_finite() => next - x,
        _ => x - x.next_down(),
    }
}

/// `nextafter(x, y, *, steps=None)`.
fn nextafter(vm: &Vm, args: Args) -> PyResult {
    let [x, y, steps] = args.bind(vm, "nextafter", "x y / * steps", 2)?;
    let (x, y) = (vm.to_float(&x.unwrap_or(Value::None))?, vm.to_float(&y.unwrap_or(Value::None))?);
    let steps = match steps {
        None | Some(Value::None) => 1,
        Some(steps) => {
            let steps = int::index(vm, &steps)?;
            let steps = int::to_big(&steps);
            if steps.is_negative() {
                return Err(vm.value_error("steps must be a non-negative integer"));
            }
            steps.to_u64().unwrap_or(u64::MAX)
        }
    };
    Ok(Value::float(walk(x, y, steps)))
}

/// So many floats from `x` on towards `y`, which is not passed.
fn walk(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    if steps == 0 {
        return x;
    }
    let (from, to) = (rank(x), rank(y));
    let steps = i128::from(steps);
    match steps >= (to - from).abs() {
        true => y,
        false => at_rank(from + steps * (to - from).signum()),
    }
}

/// Where a float is in the order of all floats; both zeros are at 0.
fn rank(x: f64) -> i128 {
    let magnitude = i128::from(x.abs().to_bits());
    if x.is_sign_negative() { -magnitude } else { magnitude }
}

fn at_rank(rank: i128) -> f64 {
    let magnitude = f64::from_bits(rank.unsigned_abs() as u64);
    if rank < 0 { -magnitude } else { magnitude }
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`.
fn isclose(vm: &Vm, args: Args) -> PyResult {
    let [a, b, relative, absolute] = args.bind(vm, "isclose", "a b * rel_tol abs_tol", 2)?;
    let number = |value: Option<Value>, default| value.map_or(Ok(default), |value| vm.to_float(&value));
    let (a, b) = (number(a, 0.0)?, number(b, 0.0)?);
    let (relative, absolute) = (number(relative, 1e-9)?, number(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b || a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(a == b));
    }
    let difference = (b - a).abs();
    let is_near = |tolerance: f64| difference <= tolerance;
    Ok(Value::Bool(is_near((relative * b).abs()) || is_near((relative * a).abs()) || is_near(absolute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walking_goes_from_float_to_float() {
        assert_eq!(walk(1.0, 2.0, 3), 1.0000000000000007);
        assert_eq!(walk(0.0, 1.0, 1), 5e-324);
        assert_eq!(walk(5e-324, -1.0, 2), -5e-324);
        assert_eq!(walk(1.0, f64::INFINITY, u64::MAX), f64::INFINITY);
        assert!(walk(1.0, -0.0, u64::MAX).is_sign_negative());
    }

    #[test]
    fn ulps_are_distances() {
        assert_eq!([ulp(1.0), ulp(0.0), ulp(-5.0)], [2.220446049250313e-16, 5e-324, 8.881784197001252e-16]);
        assert_eq!(ulp(f64::MAX), 1.99584030953472e+292);
    }
}
