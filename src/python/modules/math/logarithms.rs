//! Logarithms, of ints of any size too.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::domain_error;
use crate::python::builtins::receiver;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::inner;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("log", log),
    ("log2", |vm, args| plain(vm, "math.log2", args, f64::log2)),
    ("log10", |vm, args| plain(vm, "math.log10", args, f64::log10)),
];

/// `log(x, base=e)`.
fn log(vm: &Vm, args: Args) -> PyResult {
    let args = receiver::positional(vm, "math.log", args, 1, 2)?;
    let mut logarithms = args.iter().map(|value| logarithm(vm, value, f64::ln));
    let of_number = logarithms.next().unwrap_or(Ok(f64::NAN))?;
    match logarithms.next().transpose()? {
        None => Ok(Value::float(of_number)),
        Some(0.0) => Err(vm.zero_division_error("float division by zero")),
        Some(of_base) => Ok(Value::float(of_number / of_base)),
    }
}

fn plain(vm: &Vm, name: &str, args: Args, function: fn(f64) -> f64) -> PyResult {
    let value = receiver::one(vm, name, args)?;
    Ok(Value::float(logarithm(vm, &value, function)?))
}

fn logarithm(vm: &Vm, value: &Value, function: fn(f64) -> f64) -> PyResult<f64> {
    if let Value::BigInt(number) = inner(value) {
        return match number.is_positive() {
            true => Ok(of_big(number, function)),
            false => Err(domain_error(vm)),
        };
    }
    match vm.to_float(value)? {
        number if number <= 0.0 => Err(domain_error(vm)),
        number => Ok(function(number)),
    }
}

/// Of a number that may be too large for a float: the logarithm of its leading bits, and of the rest.
fn of_big(number: &BigInt, function: fn(f64) -> f64) -> f64 {
    match number.to_f64().filter(|number| number.is_finite()) {
        Some(number) => function(number),
        None => {
            let (fraction, exponent) = fraction_and_exponent(number);
            function(fraction) + function(2.0) * exponent as f64
        }
    }
}

/// A fraction of 53 bits from a half to one, and the power of two that it is multiplied by.
fn fraction_and_exponent(number: &BigInt) -> (f64, u64) {
    let bits = number.bits();
    let shift = bits.saturating_sub(64);
    let mut leading = (number.magnitude() >> shift).to_u64().unwrap_or(u64::MAX);
    if number.trailing_zeros().is_some_and(|zeros| zeros < shift) {
        leading |= 1;
    }
    // A float of 64 leading bits may be rounded up to two to the 64th: then the fraction is one.
    (libm::scalbn(leading as f64, -64), bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_past_the_floats_have_logarithms() {
        let ten = |exponent: u32| BigInt::from(10).pow(exponent);
        assert_eq!(of_big(&ten(400), f64::ln), 921.034_037_197_618_2);
        assert_eq!(of_big(&ten(400), f64::log10), 400.0);
        assert_eq!(of_big(&(BigInt::from(1) << 2000_u32), f64::log2), 2000.0);
        assert_eq!(of_big(&ten(20), f64::log10), 20.0);
    }
}
