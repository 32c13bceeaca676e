//! Sums and products of many numbers, and what is built on them: exact where CPython's are.

use crate::python::builtins::float;
use crate::python::builtins::receiver::{one, positional};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::BinaryOp;

pub const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("fsum", float_sum),
    ("prod", product),
    ("sumprod", sum_of_products),
    ("hypot", hypotenuse),
    ("dist", distance),
];

/// A sum without any rounding but the last: parts that do not overlap, the largest last (Shewchuk).
#[derive(Default)]
struct ExactSum {
    parts: Vec<f64>,
    /// Infinities and NaNs, which have no parts.
    special: f64,
}

impl ExactSum {
    fn add(&mut self, mut x: f64) {
        if !x.is_finite() {
            self.special += x;
            return;
        }
        let mut kept = 0;
        for place in 0..self.parts.len() {
            let (sum, rest) = two_sum(x, self.parts[place]);
            if rest != 0.0 {
                self.parts[kept] = rest;
                kept += 1;
            }
            x = sum;
        }
        self.parts.truncate(kept);
        self.parts.push(x);
    }

    fn total(&self) -> f64 {
        let mut parts = self.parts.iter().rev().copied();
        let Some(mut high) = parts.next() else { return self.special };
        let mut low = 0.0;
        let mut below = None;
        for part in parts.by_ref() {
            (high, low) = two_sum(high, part);
            if low != 0.0 {
                below = parts.next();
                break;
            }
        }
        // Half way between two floats, what is below decides.
        if let Some(below) = below
            && (low < 0.0) == (below < 0.0)
        {
            let nearer = high + low * 2.0;
            if nearer - high == low * 2.0 {
                high = nearer;
            }
        }
        high
    }
}

/// The rounded sum, and what rounding lost.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (a, b) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = a + b;
    (sum, b - (sum - a))
}

fn float_sum(vm: &Vm, args: Args) -> PyResult {
    let mut sum = ExactSum::default();
    let mut any_nan = false;
    for value in vm.collect(&one(vm, "math.fsum", args)?)? {
        let x = float::number(vm, &value)?;
        any_nan |= x.is_nan();
        sum.add(x);
        if sum.parts.last().is_some_and(|part| !part.is_finite()) {
            return Err(vm.overflow_error("intermediate overflow in fsum"));
        }
    }
    match sum.special {
        0.0 => Ok(Value::float(sum.total())),
        opposite if opposite.is_nan() && !any_nan => Err(vm.value_error("-inf + inf in fsum")),
        special => Ok(Value::float(special)),
    }
}

/// `math.prod(iterable, /, *, start=1)`.
fn product(vm: &Vm, args: Args) -> PyResult {
    let [iterable, start] = args.bind(vm, "prod", "iterable / * start", 1)?;
    let mut result = start.unwrap_or(Value::int(1));
    let iterator = vm.iter(&iterable.unwrap_or(Value::None))?;
    while let Some(factor) = vm.next(&iterator)? {
        result = vm.binary(BinaryOp::Multiply, &result, &factor)?;
    }
    Ok(result)
}

fn sum_of_products(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.sumprod", args, 2, 2)?;
    let (left, right) = (vm.collect(&args[0])?, vm.collect(&args[1])?);
    if left.len() != right.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let float = |value: &Value| match value {
        Value::Float(x, _) => Some(*x),
        Value::Int(number, _) if number.unsigned_abs() < 1 << 53 => Some(*number as f64),
        _ => None,
    };
    let has_float = left.iter().chain(&right).any(|value| matches!(value, Value::Float(..)));
    let pairs: Option<Vec<_>> = left.iter().zip(&right).map(|(a, b)| Some((float(a)?, float(b)?))).collect();
    if let (true, Some(pairs)) = (has_float, pairs) {
        let mut sum = ExactSum::default();
        for (a, b) in pairs {
            let product = a * b;
            sum.add(product);
            sum.add(if product.is_finite() { a.mul_add(b, -product) } else { 0.0 });
        }
        return Ok(Value::float(if sum.special == 0.0 { sum.total() } else { sum.special }));
    }
    let mut result = Value::int(0);
    for (a, b) in left.iter().zip(&right) {
        result = vm.binary(BinaryOp::Add, &result, &vm.binary(BinaryOp::Multiply, a, b)?)?;
    }
    Ok(result)
}

/// The length of a vector, nearly always rounded right: CPython's `vector_norm`.
fn norm(vector: &[f64]) -> f64 {
    if vector.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = vector.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    if largest == 0.0 || vector.len() < 2 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    if exponent < -1023 {
        // Too small to scale: in larger units first.
        let larger: Vec<f64> = vector.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&larger);
    }
    let scale = libm::ldexp(1.0, -exponent);
    let (mut sum, mut lost_in_products, mut lost_in_sums) = (1.0, 0.0, 0.0);
    let mut add = |a: f64, b: f64| {
        let product = a * b;
        lost_in_products += a.mul_add(b, -product);
        let total = sum + product;
        lost_in_sums += product - (total - sum);
        sum = total;
        sum - 1.0 + (lost_in_products + lost_in_sums)
    };
    let square = vector.iter().fold(0.0, |_, x| add(x * scale, x * scale));
    let root = square.sqrt();
    let error = add(-root, root);
    (root + error / (2.0 * root)) / scale
}

fn hypotenuse(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.hypot", args, 0, usize::MAX)?;
    let vector = args.iter().map(|value| float::number(vm, value)).collect::<PyResult<Vec<_>>>()?;
    Ok(Value::float(norm(&vector)))
}

fn distance(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "math.dist", args, 2, 2)?;
    let (p, q) = (vm.collect(&args[0])?, vm.collect(&args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut vector = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(&q) {
        vector.push(float::number(vm, a)? - float::number(vm, b)?);
    }
    Ok(Value::float(norm(&vector)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact_sum(numbers: &[f64]) -> f64 {
        let mut sum = ExactSum::default();
        numbers.iter().for_each(|x| sum.add(*x));
        sum.total()
    }

    #[test]
    fn sums_are_rounded_once() {
        assert_eq!(exact_sum(&[0.1; 10]), 1.0);
        assert_eq!(exact_sum(&[1e100, 1.0, -1e100]), 1.0);
        assert_eq!(exact_sum(&[1e16, 1.0, 1e-16]), 10000000000000002.0);
        assert_eq!(exact_sum(&[]), 0.0);
    }

    #[test]
    fn lengths() {
        assert_eq!(norm(&[3.0, 4.0]), 5.0);
        assert_eq!(norm(&[1.0, 2.0, 3.0]), 3.7416573867739413);
        assert_eq!(norm(&[1e200, 1e200]), 1.414213562373095e200);
        assert_eq!(norm(&[5e-324, 5e-324]), 5e-324);
    }
}
