//! Sums and products of many numbers.

use num_bigint::BigInt;

use super::collect_floats;
use crate::python::builtins::{int, receiver};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::{BinaryOp, inner};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("fsum", fsum), ("prod", prod), ("sumprod", sumprod)];

/// A sum of floats without any error, as floats of falling size that do not overlap (Shewchuk 1997).
#[derive(Default)]
struct ExactSum {
    /// From the smallest to the largest.
    partials: Vec<f64>,
}

impl ExactSum {
    /// Add a number; false where the sum leaves the range of floats, and what was summed is lost.
    fn add(&mut self, number: f64) -> bool {
        let mut high = number;
        let mut kept = 0;
        for place in 0..self.partials.len() {
            let (sum, error) = two_sum(high, self.partials[place]);
            if error != 0.0 {
                self.partials[kept] = error;
                kept += 1;
            }
            high = sum;
        }
        self.partials.truncate(kept);
        if high.is_finite() {
            if high != 0.0 {
                self.partials.push(high);
            }
            return true;
        }
        self.partials.clear();
        false
    }

    /// The float nearest to the sum.
    fn rounded(mut self) -> f64 {
        let Some(mut high) = self.partials.pop() else { return 0.0 };
        while let Some(partial) = self.partials.pop() {
            let (sum, error) = two_sum(high, partial);
            high = sum;
            if error != 0.0 {
                return match self.partials.last() {
                    Some(next) if (error < 0.0) == (*next < 0.0) => round_half_up(high, error),
                    _ => high,
                };
            }
        }
        high
    }
}

/// The sum was rounded half to even, but what follows shows that it is more than a half.
fn round_half_up(high: f64, error: f64) -> f64 {
    let up = high + error * 2.0;
    if up - high == error * 2.0 { up } else { high }
}

/// The rounded sum, and its error.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, small) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = large + small;
    (sum, small - (sum - large))
}

fn fsum(vm: &Vm, args: Args) -> PyResult {
    let numbers = collect_floats(vm, &receiver::one(vm, "math.fsum", args)?)?;
    let (mut sum, mut special, mut infinite) = (ExactSum::default(), 0.0, 0.0);
    for number in numbers {
        if sum.add(number) {
            continue;
        }
        if number.is_finite() {
            return Err(vm.overflow_error("intermediate overflow in fsum"));
        }
        special += number;
        if number.is_infinite() {
            infinite += number;
        }
    }
    match special {
        0.0 => Ok(Value::float(sum.rounded())),
        _ if infinite.is_nan() => Err(vm.value_error("-inf + inf in fsum")),
        _ => Ok(Value::float(special)),
    }
}

/// `prod(iterable, /, *, start=1)`.
fn prod(vm: &Vm, args: Args) -> PyResult {
    let [iterable, start] = args.bind(vm, "prod", "iterable / * start", 1)?;
    let mut product = start.unwrap_or(Value::int(1));
    let iterator = vm.iter(&iterable.unwrap_or(Value::None))?;
    while let Some(factor) = vm.next(&iterator)? {
        product = vm.binary(BinaryOp::Multiply, &product, &factor)?;
    }
    Ok(product)
}

/// `sumprod(p, q)`: of ints and floats without any error before the last rounding.
fn sumprod(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.sumprod", args, 2, 2)?;
    let [p, q] = args.as_slice() else { return Ok(Value::None) };
    let (p, q) = (vm.collect(p)?, vm.collect(q)?);
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let is_int = |value: &Value| matches!(value, Value::Int(..) | Value::BigInt(_) | Value::Bool(_));
    let is_float = |value: &Value| matches!(value, Value::Float(..));
    let all = || p.iter().chain(&q);
    if all().all(is_int) {
        let products = p.iter().zip(&q).map(|(a, b)| &*int::to_big(a) * &*int::to_big(b));
        return Ok(Value::big(products.sum::<BigInt>()));
    }
    if all().all(|value| is_int(inner(value)) || is_float(inner(value)))
        && let Some(sum) = sum_of_products(vm, &p, &q)
    {
        return Ok(Value::float(sum));
    }
    let mut total = Value::int(0);
    for (a, b) in p.iter().zip(&q) {
        let product = vm.binary(BinaryOp::Multiply, a, b)?;
        total = vm.binary(BinaryOp::Add, &total, &product)?;
    }
    Ok(total)
}

/// None where a number or a sum is out of the range in which nothing is lost.
fn sum_of_products(vm: &Vm, p: &[Value], q: &[Value]) -> Option<f64> {
    let mut sum = ExactSum::default();
    for (a, b) in p.iter().zip(q) {
        let (a, b) = (vm.to_float(a).ok()?, vm.to_float(b).ok()?);
        let product = a * b;
        if !sum.add(product) || !sum.add(a.mul_add(b, -product)) {
            return None;
        }
    }
    Some(sum.rounded())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summed(numbers: &[f64]) -> f64 {
        let mut sum = ExactSum::default();
        assert!(numbers.iter().all(|number| sum.add(*number)));
        sum.rounded()
    }

    #[test]
    fn sums_are_rounded_once() {
        assert_eq!(summed(&[0.1; 10]), 1.0);
        assert_eq!(summed(&[1e100, 1.0, -1e100]), 1.0);
        assert_eq!(summed(&[1e-16, 1.0, 1e16]), 10_000_000_000_000_002.0);
        assert_eq!(summed(&[1.0, 2.0_f64.powi(-53), 1e-30]), 1.0 + f64::EPSILON);
        assert_eq!(summed(&[]), 0.0);
    }

    #[test]
    fn an_overflow_is_told() {
        let mut sum = ExactSum::default();
        assert!(sum.add(1e308));
        assert!(!sum.add(1e308));
    }
}
