//! Number theory and counting: `gcd`, `factorial`, `comb` and the like.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::python::builtins::int;
use crate::python::builtins::receiver::{one, positional};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::cost;

pub const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("gcd", |vm, args| fold(vm, args, 0, |a, b| a.gcd(b))),
    ("lcm", |vm, args| fold(vm, args, 1, |a, b| a.lcm(b))),
    ("factorial", |vm, args| factorial(vm, &one(vm, "math.factorial", args)?)),
    ("comb", combinations),
    ("perm", permutations),
    ("isqrt", integer_root),
];

fn number(vm: &Vm, value: &Value) -> PyResult<BigInt> {
    Ok(int::to_big(&int::index(vm, value)?).into_owned())
}

fn fold(vm: &Vm, args: Args, neutral: i64, of: fn(&BigInt, &BigInt) -> BigInt) -> PyResult {
    let mut result = BigInt::from(neutral);
    for value in positional(vm, "math.gcd", args, 0, usize::MAX)? {
        result = of(&result, &number(vm, &value)?).abs();
        vm.check_size((result.bits() / 8) as usize)?;
    }
    Ok(Value::big(result))
}

/// The product of `count` numbers up to `from`, with an eye on its size.
fn falling(vm: &Vm, from: &BigInt, count: u64) -> PyResult<BigInt> {
    vm.check_size((from.bits() as usize).saturating_mul(usize::try_from(count).unwrap_or(usize::MAX)) / 8)?;
    let mut result = BigInt::one();
    for step in 0..count {
        result *= from - step;
        vm.work(cost(&result, from))?;
    }
    Ok(result)
}

fn factorial(vm: &Vm, value: &Value) -> PyResult {
    let n = number(vm, value)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_i64() {
        Some(count) => Ok(Value::big(falling(vm, &n, count as u64)?)),
        None => Err(vm.overflow_error(&format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// The two arguments of `comb` and `perm`, neither of which may be negative.
fn two(vm: &Vm, n: &Value, k: &Value) -> PyResult<(BigInt, BigInt)> {
    let (n, k) = (number(vm, n)?, number(vm, k)?);
    match (n.is_negative(), k.is_negative()) {
        (true, _) => Err(vm.value_error("n must be a non-negative integer")),
        (_, true) => Err(vm.value_error("k must be a non-negative integer")),
        _ => Ok((n, k)),
    }
}

fn combinations(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.comb", args, 2, 2)?;
    let (n, k) = two(vm, &args[0], &args[1])?;
    if k > n {
        return Ok(Value::int(0));
    }
    let fewer = k.clone().min(&n - &k);
    let Some(count) = fewer.to_u64() else { return Err(vm.memory_error()) };
    vm.check_size((n.bits() as usize).saturating_mul(usize::try_from(count).unwrap_or(usize::MAX)) / 8)?;
    let mut result = BigInt::one();
    for step in 0..count {
        result = result * (&n - step) / (step + 1);
        vm.work(cost(&result, &n))?;
    }
    Ok(Value::big(result))
}

fn permutations(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.perm", args, 1, 2)?;
    let Some(k) = args.get(1).filter(|k| !matches!(k, Value::None)) else { return factorial(vm, &args[0]) };
    let (n, k) = two(vm, &args[0], k)?;
    match k.to_u64() {
        _ if k > n => Ok(Value::int(0)),
        Some(count) => Ok(Value::big(falling(vm, &n, count)?)),
        None => Err(vm.memory_error()),
    }
}

fn integer_root(vm: &Vm, args: Args) -> PyResult {
    let n = number(vm, &one(vm, "math.isqrt", args)?)?;
    match n.is_negative() {
        true => Err(vm.value_error("isqrt() argument must be nonnegative")),
        false => Ok(Value::big(n.sqrt())),
    }
}
