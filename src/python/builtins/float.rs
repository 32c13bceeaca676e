//! `float`: conversions and methods.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::One;

use super::digits::to_ascii_digits;
use super::format_spec::int_as_float;
use super::receiver::{
    clamped_index, one, positional, split, type_name, unwrap, without_class, wrong_receiver,
};
use super::str::classify::strip_space;
use super::{float_text, int};
use crate::python::objects::{Args, Class, Getter, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("as_integer_ratio", as_integer_ratio),
    ("is_integer", is_integer),
    ("conjugate", conjugate),
    ("hex", hex),
    ("__float__", conjugate),
    ("__int__", trunc),
    ("__trunc__", trunc),
    ("__floor__", floor),
    ("__ceil__", ceil),
    ("__round__", round_method),
];

pub const STATIC: &[(&str, NativeFn)] = &[("fromhex", from_hex)];

pub const GETTERS: &[(&str, Getter)] =
    &[("real", |vm, value| Ok(Value::float(number(vm, value)?))), ("imag", |_, _| Ok(Value::float(0.0)))];

/// `float(value=0.0, /)`.
///
/// # Errors
/// TypeError for what is no number, ValueError for text that is none, OverflowError for ints too large.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let Some(value) = positional(vm, "float", args, 0, 1)?.pop() else { return Ok(Value::float(0.0)) };
    match unwrap(&value) {
        Value::Float(..) if !matches!(value, Value::Object(_)) => Ok(value),
        // A whole number of seconds is as good a number to drag as any other.
        Value::Int(number, origin) if !matches!(value, Value::Object(_)) => {
            Ok(Value::Float(*number as f64, *origin))
        }
        Value::Str(text) => from_text(vm, text.as_str(), &value),
        Value::Bytes(bytes) => from_text(vm, &String::from_utf8_lossy(bytes), &value),
        _ => match real(vm, &value)? {
            Some(x) => Ok(Value::float(x)),
            None => Err(vm.type_error(&format!(
                "float() argument must be a string or a real number, not '{}'",
                type_name(vm, &value)
            ))),
        },
    }
}

fn from_text(vm: &Vm, text: &str, original: &Value) -> PyResult {
    let stripped = to_ascii_digits(strip_space(text));
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = stripped.as_bytes();
    let well_placed = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'_').all(|(place, _)| {
        is_digit(place.checked_sub(1).and_then(|before| bytes.get(before))) && is_digit(bytes.get(place + 1))
    });
    match stripped.replace('_', "").parse() {
        Ok(x) if well_placed => Ok(Value::float(x)),
        _ => {
            let shown = vm.repr(unwrap(original))?;
            Err(vm.value_error(&format!("could not convert string to float: {shown}")))
        }
    }
}

/// A number as a float, as functions take them that want a float: `PyFloat_AsDouble`.
///
/// # Errors
/// TypeError for what is no real number; OverflowError for ints too large.
pub fn number(vm: &Vm, value: &Value) -> PyResult<f64> {
    match real(vm, value)? {
        Some(x) => Ok(x),
        None => Err(vm.type_error(&format!("must be real number, not {}", type_name(vm, value)))),
    }
}

/// The float that a number is, or that `__float__` or `__index__` gives; None for what is no number.
fn real(vm: &Vm, value: &Value) -> PyResult<Option<f64>> {
    if let Value::Object(_) = value
        && let Some(x) = vm.call_special(value, "__float__", Args::none())?
    {
        return match unwrap(&x) {
            Value::Float(x, _) => Ok(Some(*x)),
            _ => {
                let (of, given) = (type_name(vm, value), type_name(vm, &x));
                Err(vm.type_error(&format!("{of}.__float__ returned non-float (type {given})")))
            }
        };
    }
    match unwrap(value) {
        Value::Float(x, _) => Ok(Some(*x)),
        Value::Int(number, _) => Ok(Some(*number as f64)),
        Value::Bool(truth) => Ok(Some(f64::from(u8::from(*truth)))),
        Value::BigInt(number) => int_as_float(vm, number).map(Some),
        _ if vm.special(value, "__index__").is_some() => {
            let number = int::index(vm, value)?;
            int_as_float(vm, &int::to_big(&number)).map(Some)
        }
        _ => Ok(None),
    }
}

/// `round(x, digits)`, from the exact value, halves to the even digit; None where it overflows.
pub fn round_to(x: f64, digits: i64) -> Option<f64> {
    const MOST: i64 = 323;
    const LEAST: i64 = -308;
    if !x.is_finite() || x == 0.0 || digits > MOST {
        return Some(x);
    }
    if digits < LEAST {
        return Some(0.0_f64.copysign(x));
    }
    let text = match digits {
        0.. => float_text::fixed(x, digits as usize, false),
        _ => round_left_of_point(x, digits),
    };
    text.parse().ok().filter(|x: &f64| x.is_finite())
}

fn round_left_of_point(x: f64, digits: i64) -> String {
    let text = format!("{x:e}");
    let power: i64 = text.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0);
    let sign = if x < 0.0 { "-" } else { "" };
    match power + digits {
        kept @ 0.. => float_text::exponent(x, kept as usize, false),
        -1 if x.abs() > format!("5e{}", -digits - 1).parse().unwrap_or(f64::INFINITY) => {
            format!("{sign}1e{}", -digits)
        }
        _ => format!("{sign}0"),
    }
}

/// `x` as a fraction of two ints, the second a power of two.
///
/// # Errors
/// OverflowError for infinities, ValueError for NaN.
pub fn ratio(vm: &Vm, x: f64) -> PyResult<(BigInt, BigInt)> {
    if x.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent, sign) = num_traits::float::FloatCore::integer_decode(x);
    if mantissa == 0 {
        return Ok((BigInt::from(0), BigInt::one()));
    }
    let zeros = mantissa.trailing_zeros();
    let exponent = i32::from(exponent) + zeros as i32;
    let numerator = BigInt::from(mantissa >> zeros) * i32::from(sign);
    Ok(match exponent {
        0.. => (numerator << exponent.unsigned_abs(), BigInt::one()),
        _ => (numerator, BigInt::one() << exponent.unsigned_abs()),
    })
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Value, f64, Args)> {
    let (value, args) = split(vm, method, args)?;
    match value {
        Value::Float(x, _) => Ok((value, x, args)),
        other => Err(wrong_receiver(vm, method, &other)),
    }
}

fn receive_alone(vm: &Vm, method: &str, args: Args) -> PyResult<f64> {
    let (_, x, args) = receive(vm, method, args)?;
    positional(vm, method, args, 0, 0)?;
    Ok(x)
}

fn as_integer_ratio(vm: &Vm, args: Args) -> PyResult {
    let x = receive_alone(vm, "float.as_integer_ratio", args)?;
    let (numerator, denominator) = ratio(vm, x)?;
    Ok(Value::tuple(vec![Value::big(numerator), Value::big(denominator)]))
}

fn is_integer(vm: &Vm, args: Args) -> PyResult {
    let x = receive_alone(vm, "float.is_integer", args)?;
    Ok(Value::Bool(x.is_finite() && x.fract() == 0.0))
}

fn conjugate(vm: &Vm, args: Args) -> PyResult {
    let (value, _, args) = receive(vm, "float.conjugate", args)?;
    positional(vm, "float.conjugate", args, 0, 0)?;
    Ok(value)
}

fn trunc(vm: &Vm, args: Args) -> PyResult {
    int::from_float(vm, receive_alone(vm, "float.__trunc__", args)?)
}

fn floor(vm: &Vm, args: Args) -> PyResult {
    int::from_float(vm, receive_alone(vm, "float.__floor__", args)?.floor())
}

fn ceil(vm: &Vm, args: Args) -> PyResult {
    int::from_float(vm, receive_alone(vm, "float.__ceil__", args)?.ceil())
}

fn round_method(vm: &Vm, args: Args) -> PyResult {
    let (_, x, args) = receive(vm, "float.__round__", args)?;
    match positional(vm, "float.__round__", args, 0, 1)?.pop() {
        None | Some(Value::None) => int::from_float(vm, x.round_ties_even()),
        Some(digits) => match round_to(x, clamped_index(vm, &digits)?) {
            Some(rounded) => Ok(Value::float(rounded)),
            None => Err(vm.overflow_error("rounded value too large to represent")),
        },
    }
}

fn hex(vm: &Vm, args: Args) -> PyResult {
    let x = receive_alone(vm, "float.hex", args)?;
    if !x.is_finite() {
        return Ok(Value::string(float_text::repr(x)));
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let bits = x.to_bits();
    let (stored, fraction) = ((bits >> 52) & 0x7ff, bits & 0x000f_ffff_ffff_ffff);
    let text = match (stored, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", stored as i64 - 1023),
    };
    Ok(Value::string(text))
}

fn from_hex(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "float.fromhex", without_class(args))?;
    let Some(text) = value.as_str() else {
        return Err(vm.type_error("fromhex() argument must be a string"));
    };
    match parse_hex(strip_space(text)) {
        Some(x) if x.is_infinite() && !text.to_ascii_lowercase().contains("inf") => {
            Err(vm.overflow_error("hexadecimal value too large to represent as a float"))
        }
        Some(x) => Ok(Value::float(x)),
        None => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}

/// The float of `[sign][0x]digits[.digits][p exponent]`, rounded to the nearest.
fn parse_hex(text: &str) -> Option<f64> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let text = text.to_ascii_lowercase();
    match text.as_str() {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let text = text.strip_prefix("0x").unwrap_or(&text);
    let (digits, exponent) = match text.split_once('p') {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let mantissa = BigInt::parse_bytes(all.as_bytes(), 16)?;
    let shift = i64::from(exponent) - 4 * fraction.len() as i64;
    Some(sign * scaled(&mantissa, shift))
}

/// `mantissa * 2 ** shift`, rounded once, halves to even.
fn scaled(mantissa: &BigInt, shift: i64) -> f64 {
    use num_traits::{ToPrimitive, Zero};
    let bits = mantissa.bits() as i64;
    let top = bits + shift;
    if mantissa.is_zero() || top < -1080 {
        return 0.0;
    }
    if top > 1024 {
        return f64::INFINITY;
    }
    // Keep 53 bits, fewer where the result is subnormal.
    let kept = 53.min(top + 1074).max(0);
    let dropped = bits - kept;
    let rounded = match dropped {
        1.. => {
            let quotient: BigInt = mantissa >> dropped.unsigned_abs();
            let rest: BigInt = mantissa - (&quotient << dropped.unsigned_abs());
            let half = BigInt::one() << (dropped.unsigned_abs() - 1);
            let up = rest > half || (rest == half && num_integer::Integer::is_odd(&quotient));
            quotient + i32::from(up)
        }
        _ => mantissa << dropped.unsigned_abs(),
    };
    let power = (shift + dropped) as i32;
    let x = rounded.to_f64().unwrap_or(0.0);
    // In two steps, for 2 ** power alone may be out of range.
    x * 2.0_f64.powi(power / 2) * 2.0_f64.powi(power - power / 2)
}
