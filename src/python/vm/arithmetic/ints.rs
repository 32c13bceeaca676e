//! Operators between ints, of machine size and of any other.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{BinaryOp, floats};
use crate::python::builtins::format_spec::int_as_float;
use crate::python::objects::{PyResult, Value};
use crate::python::vm::Vm;

/// Work on large ints grows faster than their size, so they may be this much smaller than other objects.
const INT_COST: usize = 512;

/// Beyond this an int is not a float exactly.
const EXACT_FLOAT: u64 = 1 << 53;

/// `a op b` of machine ints.
pub(super) fn small(vm: &Vm, op: BinaryOp, a: i64, b: i64) -> PyResult {
    let fitting = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::Multiply => a.checked_mul(b),
        BinaryOp::FloorDivide if b != 0 && b != -1 => Some(Integer::div_floor(&a, &b)),
        BinaryOp::Modulo if b != 0 && b != -1 => Some(Integer::mod_floor(&a, &b)),
        BinaryOp::TrueDivide
            if b != 0 && a.unsigned_abs() <= EXACT_FLOAT && b.unsigned_abs() <= EXACT_FLOAT =>
        {
            return Ok(Value::float(a as f64 / b as f64));
        }
        BinaryOp::Power => u32::try_from(b).ok().and_then(|exponent| a.checked_pow(exponent)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RightShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::LeftShift if (0..63).contains(&b) => Some(a << b).filter(|shifted| shifted >> b == a),
        _ => None,
    };
    match fitting {
        Some(result) => Ok(Value::int(result)),
        None => match large(vm, op, &BigInt::from(a), &BigInt::from(b))? {
            Some(result) => Ok(result),
            None => Err(vm.type_error("unsupported operand type(s) for @: 'int' and 'int'")),
        },
    }
}

/// `a op b` of bools, where the result is a bool.
pub(super) fn logical(op: BinaryOp, a: bool, b: bool) -> Option<bool> {
    match op {
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        _ => None,
    }
}

/// The instructions that multiplying or dividing the two is worth.
pub fn cost(a: &BigInt, b: &BigInt) -> u64 {
    let (a, b) = (a.bits() / 64 + 1, b.bits() / 64 + 1);
    a.max(b).saturating_mul(a.min(b).isqrt()) / 8
}

/// `a op b` of ints of any size; None for an operator that ints do not know.
pub(super) fn large(vm: &Vm, op: BinaryOp, a: &BigInt, b: &BigInt) -> PyResult<Option<Value>> {
    let by_zero = |message: &str| Err(vm.zero_division_error(message));
    if matches!(op, BinaryOp::Multiply | BinaryOp::TrueDivide | BinaryOp::FloorDivide | BinaryOp::Modulo) {
        vm.work(cost(a, b))?;
    }
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => {
            check_bits(vm, a.bits().saturating_add(b.bits()))?;
            a * b
        }
        BinaryOp::TrueDivide if b.is_zero() => return by_zero("division by zero"),
        BinaryOp::TrueDivide => return true_divide(vm, a, b).map(|x| Some(Value::float(x))),
        BinaryOp::FloorDivide if b.is_zero() => return by_zero("integer division or modulo by zero"),
        BinaryOp::FloorDivide => a.div_floor(b),
        BinaryOp::Modulo if b.is_zero() => return by_zero("integer modulo by zero"),
        BinaryOp::Modulo => a.mod_floor(b),
        BinaryOp::Power => return power(vm, a, b).map(Some),
        BinaryOp::LeftShift | BinaryOp::RightShift => shift(vm, op, a, b)?,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::MatrixMultiply => return Ok(None),
    };
    check_bits(vm, result.bits())?;
    Ok(Some(Value::big(result)))
}

fn check_bits(vm: &Vm, bits: u64) -> PyResult<()> {
    let bytes = usize::try_from(bits / 8).unwrap_or(usize::MAX);
    vm.check_size(bytes.saturating_mul(INT_COST))
}

fn true_divide(vm: &Vm, a: &BigInt, b: &BigInt) -> PyResult<f64> {
    let result = quotient(a, b);
    match result.is_infinite() {
        true => Err(vm.overflow_error("integer division result too large for a float")),
        false => Ok(result),
    }
}

/// `a / b`, rounded once. `b` is not zero.
fn quotient(a: &BigInt, b: &BigInt) -> f64 {
    // Scaled so that the quotient has a few more bits than a float, the rest only as one bit.
    const BITS: i64 = 66;
    let shift = BITS - (a.bits() as i64 - b.bits() as i64);
    let (dividend, divisor) = match shift >= 0 {
        true => (a.abs() << shift, b.abs()),
        false => (a.abs(), b.abs() << -shift),
    };
    let (mut quotient, rest) = dividend.div_rem(&divisor);
    if !rest.is_zero() {
        quotient |= BigInt::one();
    }
    let size = scaled(&quotient, -shift);
    if a.is_negative() == b.is_negative() { size } else { -size }
}

/// `mantissa * 2 ** exponent`, rounded once even where the result is subnormal. The mantissa has at least
/// 64 bits (or is zero), its last bit stands for all that was cut off.
fn scaled(mantissa: &BigInt, exponent: i64) -> f64 {
    const LEAST: i64 = -1074;
    if mantissa.is_zero() {
        return 0.0;
    }
    let bits = mantissa.bits() as i64;
    // How many of the bits a float with that exponent can hold.
    let room = (bits + exponent - LEAST).clamp(-1, 53);
    if room < 0 {
        return 0.0;
    }
    let cut = bits - room;
    let mut kept: BigInt = mantissa >> cut;
    let rest: BigInt = mantissa - (&kept << cut);
    let half: BigInt = BigInt::one() << (cut - 1);
    if rest > half || (rest == half && kept.is_odd()) {
        kept += 1;
    }
    let power = exponent + cut;
    let value = kept.to_f64().unwrap_or(f64::INFINITY);
    // In two steps, each exact or beyond all floats: 2 ** power alone may not be a float.
    let half_power = (power / 2).clamp(-1100, 1100) as i32;
    let other_half = (power - i64::from(half_power)).clamp(-1100, 1100) as i32;
    value * 2f64.powi(half_power) * 2f64.powi(other_half)
}

/// `a ** b`.
fn power(vm: &Vm, a: &BigInt, b: &BigInt) -> PyResult {
    if b.sign() == Sign::Minus {
        return floats::power(vm, int_as_float(vm, a)?, int_as_float(vm, b)?).map(Value::float);
    }
    if b.is_zero() || a.is_one() {
        return Ok(Value::int(1));
    }
    if a.is_zero() {
        return Ok(Value::int(0));
    }
    if a.magnitude().is_one() {
        return Ok(Value::int(if b.is_even() { 1 } else { -1 }));
    }
    let Some(exponent) = b.to_u32() else { return Err(vm.memory_error()) };
    check_bits(vm, (a.bits() - 1).max(1).saturating_mul(u64::from(exponent)))?;
    let result = a.pow(exponent);
    vm.work(cost(&result, &result))?;
    Ok(Value::big(result))
}

fn shift(vm: &Vm, op: BinaryOp, a: &BigInt, b: &BigInt) -> PyResult<BigInt> {
    if b.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    if a.is_zero() {
        return Ok(BigInt::zero());
    }
    match (op, b.to_u64()) {
        (BinaryOp::RightShift, Some(count)) => Ok(a >> count),
        (BinaryOp::RightShift, None) => Ok(BigInt::from(if a.is_negative() { -1 } else { 0 })),
        (_, Some(count)) => {
            check_bits(vm, a.bits().saturating_add(count))?;
            Ok(a << count)
        }
        (_, None) => Err(vm.overflow_error("too many digits in integer")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_rounds_once() {
        let ten = BigInt::from(10);
        assert_eq!(quotient(&ten.pow(400), &ten.pow(399)), 10.0);
        assert_eq!(quotient(&BigInt::from(1), &BigInt::from(3)), 1.0 / 3.0);
        assert_eq!(quotient(&BigInt::one(), &(BigInt::one() << 1074)), 5e-324);
        assert_eq!(quotient(&BigInt::one(), &(BigInt::one() << 1075)), 0.0);
        assert_eq!(quotient(&BigInt::from(3), &(BigInt::one() << 1075)), 1e-323);
        assert_eq!(quotient(&ten.pow(800), &ten), f64::INFINITY);
        assert_eq!(quotient(&((BigInt::one() << 53) + 1), &BigInt::one()), 9_007_199_254_740_992.0);
        assert_eq!(quotient(&((BigInt::one() << 53) + 3), &BigInt::one()), 9_007_199_254_740_996.0);
    }
}
