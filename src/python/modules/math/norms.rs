//! Distances: `hypot` and `dist`, with the scaling and the correction that CPython applies, so that nothing
//! overflows on the way and the last digit is right.

use super::collect_floats;
use crate::python::builtins::receiver;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("dist", dist), ("hypot", hypot)];

/// `hypot(*coordinates)`.
fn hypot(vm: &Vm, args: Args) -> PyResult {
    let coordinates = receiver::positional(vm, "math.hypot", args, 0, usize::MAX)?;
    let coordinates = coordinates.iter().map(|value| vm.to_float(value)).collect::<PyResult<Vec<f64>>>()?;
    Ok(Value::float(norm(&coordinates)))
}

/// `dist(p, q)`.
fn dist(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.dist", args, 2, 2)?;
    let [p, q] = args.as_slice() else { return Ok(Value::None) };
    let (p, q) = (vm.collect(p)?, vm.collect(q)?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (collect_floats(vm, &Value::tuple(p))?, collect_floats(vm, &Value::tuple(q))?);
    let differences: Vec<f64> = p.iter().zip(&q).map(|(p, q)| p - q).collect();
    Ok(Value::float(norm(&differences)))
}

/// The square root of the sum of the squares.
fn norm(vector: &[f64]) -> f64 {
    let largest = vector.iter().fold(0.0, |largest: f64, x| largest.max(x.abs()));
    if largest.is_infinite() || largest == 0.0 && !vector.iter().any(|x| x.is_nan()) {
        return largest;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if vector.len() == 1 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    if exponent < -1023 {
        let normal: Vec<f64> = vector.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&normal);
    }
    let scale = libm::scalbn(1.0, -exponent);
    norm_of_scaled(vector.iter().map(|x| x * scale)) / scale
}

/// Of numbers below one: squares and sums keep what rounding loses; the root is corrected once.
fn norm_of_scaled(numbers: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost_in_squares, mut lost_in_sums) = (1.0, 0.0, 0.0);
    let mut add = |product: f64, lost: f64| {
        let total = sum + product;
        lost_in_sums += product - (total - sum);
        lost_in_squares += lost;
        sum = total;
        sum - 1.0 + (lost_in_squares + lost_in_sums)
    };
    let mut squares = 0.0;
    for x in numbers {
        squares = add(x * x, x.mul_add(x, -(x * x)));
    }
    let root = squares.sqrt();
    let rest = add(-root * root, (-root).mul_add(root, root * root));
    root + rest / (2.0 * root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norms_are_cpythons_to_the_last_digit() {
        assert_eq!(norm(&[3.0, 4.0]), 5.0);
        assert_eq!(norm(&[1.0, 2.0, 3.0]), 3.741_657_386_773_941_3);
        assert_eq!(norm(&[1e200, 1e200]), 1.414_213_562_373_095e200);
        assert_eq!(norm(&[5e-324, 5e-324]), 5e-324);
        assert_eq!([norm(&[]), norm(&[-2.5])], [0.0, 2.5]);
        assert!(norm(&[f64::NAN, 1.0]).is_nan() && norm(&[f64::NAN, f64::INFINITY]).is_infinite());
    }
}
