//! Operators between floats.

use super::BinaryOp;
use crate::python::objects::{PyResult, Raised, Value};
use crate::python::vm::Vm;

/// `a op b`; None for an operator that floats do not know.
pub(super) fn binary(vm: &Vm, op: BinaryOp, a: f64, b: f64) -> PyResult<Option<Value>> {
    let by_zero = |message: &str| Err(vm.zero_division_error(message));
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::TrueDivide if b == 0.0 => return by_zero("float division by zero"),
        BinaryOp::TrueDivide => a / b,
        BinaryOp::FloorDivide if b == 0.0 => return by_zero("float floor division by zero"),
        BinaryOp::FloorDivide => divide_with_rest(a, b).0,
        BinaryOp::Modulo if b == 0.0 => return by_zero("float modulo by zero"),
        BinaryOp::Modulo => divide_with_rest(a, b).1,
        BinaryOp::Power => power(vm, a, b)?,
        _ => return Ok(None),
    };
    Ok(Some(Value::float(result)))
}

/// `divmod(a, b)`: the rest has the sign of `b`, which is not zero.
pub(super) fn divide_with_rest(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `a ** b`.
pub(super) fn power(vm: &Vm, a: f64, b: f64) -> PyResult<f64> {
    if a == 0.0 && b < 0.0 {
        return Err(vm.zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return Err(vm.unsupported("complex numbers"));
    }
    let result = a.powf(b);
    match result.is_infinite() && a.is_finite() && b.is_finite() {
        true => Err(out_of_range(vm)),
        false => Ok(result),
    }
}

fn out_of_range(vm: &Vm) -> Raised {
    let args = vec![Value::int(34), Value::str("Numerical result out of range")];
    vm.error_with(&vm.exceptions.overflow_error, args)
}

#[cfg(test)]
mod tests {
    use super::divide_with_rest;

    #[test]
    fn rest_has_the_sign_of_the_divisor() {
        assert_eq!(divide_with_rest(-7.0, 2.0), (-4.0, 1.0));
        assert_eq!(divide_with_rest(7.0, -2.0), (-4.0, -1.0));
        assert_eq!(divide_with_rest(-5.0, f64::INFINITY), (-1.0, f64::INFINITY));
        assert!(divide_with_rest(0.0, -2.0).1.is_sign_negative());
        assert!(divide_with_rest(-0.0, 2.0).1.is_sign_positive());
    }
}
