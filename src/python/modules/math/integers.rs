//! Whole numbers: divisors, factorials, combinations, roots, rounding.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::python::builtins::{int, receiver};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::inner;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("ceil", |vm, args| rounded(vm, "ceil", args, f64::ceil)),
    ("comb", comb),
    ("factorial", factorial),
    ("floor", |vm, args| rounded(vm, "floor", args, f64::floor)),
    ("gcd", |vm, args| folded(vm, "gcd", args, BigInt::zero(), |a, b| a.gcd(b))),
    ("isqrt", isqrt),
    ("lcm", |vm, args| folded(vm, "lcm", args, BigInt::one(), |a, b| a.lcm(b))),
    ("perm", perm),
    ("trunc", trunc),
];

/// `floor(x)`, `ceil(x)`.
fn rounded(vm: &Vm, name: &str, args: Args, round: fn(f64) -> f64) -> PyResult {
    let value = receiver::one(vm, &format!("math.{name}"), args)?;
    match inner(&value) {
        Value::Int(..) | Value::BigInt(_) | Value::Bool(_) => return int::index(vm, &value),
        Value::Float(number, _) => return int::from_float(vm, round(*number)),
        _ => {}
    }
    match vm.call_special(&value, &format!("__{name}__"), Args::none())? {
        Some(rounded) => Ok(rounded),
        None => int::from_float(vm, round(vm.to_float(&value)?)),
    }
}

fn trunc(vm: &Vm, args: Args) -> PyResult {
    let value = receiver::one(vm, "math.trunc", args)?;
    match inner(&value) {
        Value::Int(..) | Value::BigInt(_) | Value::Bool(_) => return int::index(vm, &value),
        Value::Float(number, _) => return int::from_float(vm, *number),
        _ => {}
    }
    match vm.call_special(&value, "__trunc__", Args::none())? {
        Some(number) => Ok(number),
        None => {
            let name = receiver::type_name(vm, &value);
            Err(vm.type_error(&format!("type {name} doesn't define __trunc__ method")))
        }
    }
}

fn folded(vm: &Vm, name: &str, args: Args, from: BigInt, fold: fn(&BigInt, &BigInt) -> BigInt) -> PyResult {
    let mut result = from;
    for value in receiver::positional(vm, &format!("math.{name}"), args, 0, usize::MAX)? {
        result = fold(&result, &int::to_big(&int::index(vm, &value)?));
    }
    Ok(Value::big(result.abs()))
}

fn isqrt(vm: &Vm, args: Args) -> PyResult {
    let number = int::index(vm, &receiver::one(vm, "math.isqrt", args)?)?;
    let number = int::to_big(&number);
    match number.is_negative() {
        true => Err(vm.value_error("isqrt() argument must be nonnegative")),
        false => Ok(Value::big(number.sqrt())),
    }
}

fn factorial(vm: &Vm, args: Args) -> PyResult {
    let number = int::index(vm, &receiver::one(vm, "math.factorial", args)?)?;
    factorial_of(vm, &int::to_big(&number))
}

fn factorial_of(vm: &Vm, number: &BigInt) -> PyResult {
    if number.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Some(number) = number.to_u64().filter(|number| i64::try_from(*number).is_ok()) else {
        let message = format!("factorial() argument should not exceed {}", i64::MAX);
        return Err(vm.overflow_error(&message));
    };
    Ok(Value::big(falling(vm, &number.into(), number)?.into()))
}

/// `perm(n, k=None)`.
fn perm(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.perm", args, 1, 2)?;
    let whole = int::index(vm, args.first().unwrap_or(&Value::None))?;
    match args.get(1) {
        None | Some(Value::None) => factorial_of(vm, &int::to_big(&whole)),
        Some(part) => {
            let part = int::index(vm, part)?;
            let (whole, part) = natural(vm, &int::to_big(&whole), &int::to_big(&part))?;
            if part > whole {
                return Ok(Value::int(0));
            }
            let Some(part) = part.to_i64() else {
                return Err(vm.overflow_error(&format!("k must not exceed {}", i64::MAX)));
            };
            Ok(Value::big(falling(vm, &whole, part.unsigned_abs())?.into()))
        }
    }
}

/// `comb(n, k)`.
fn comb(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.comb", args, 2, 2)?;
    let numbers = args.iter().map(|value| int::index(vm, value)).collect::<PyResult<Vec<Value>>>()?;
    let [whole, part] = numbers.as_slice() else { return Ok(Value::None) };
    let (whole, part) = natural(vm, &int::to_big(whole), &int::to_big(part))?;
    if part > whole {
        return Ok(Value::int(0));
    }
    let Some(part) = part.clone().min(&whole - &part).to_i64() else {
        return Err(vm.overflow_error(&format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    let part = part.unsigned_abs();
    let ordered = falling(vm, &whole, part)?;
    Ok(Value::big((ordered / falling(vm, &part.into(), part)?).into()))
}

fn natural(vm: &Vm, whole: &BigInt, part: &BigInt) -> PyResult<(BigUint, BigUint)> {
    match (whole.to_biguint(), part.to_biguint()) {
        (None, _) => Err(vm.value_error("n must be a non-negative integer")),
        (_, None) => Err(vm.value_error("k must be a non-negative integer")),
        (Some(whole), Some(part)) => Ok((whole, part)),
    }
}

/// The product of the `count` numbers from `top` down.
fn falling(vm: &Vm, top: &BigUint, count: u64) -> PyResult<BigUint> {
    let words = top.bits().saturating_mul(count) / 64;
    vm.check_size(usize::try_from(words).unwrap_or(usize::MAX).saturating_mul(8))?;
    vm.charge(words.saturating_mul(words.isqrt()))?;
    Ok(product(top, 0, count))
}

/// The product of `top - from` and so on, to before `top - to`: halves first, so that equal lengths meet.
fn product(top: &BigUint, from: u64, to: u64) -> BigUint {
    match to - from {
        0 => BigUint::one(),
        1 => top - from,
        count => {
            let middle = from + count / 2;
            product(top, from, middle) * product(top, middle, to)
        }
    }
}
