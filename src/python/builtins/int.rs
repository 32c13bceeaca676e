//! `int` and `bool`: conversions and methods.

use std::borrow::Cow;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, Signed, Zero};

use super::digits::to_ascii_digits;
use super::receiver::{positional, split, type_name, unwrap, without_class, wrong_receiver};
use super::str::classify::strip_space;
use crate::python::objects::{Args, Class, Getter, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

/// `sys.get_int_max_str_digits()`.
const MAX_DIGITS: usize = 4300;

/// No int below `10 ** MAX_DIGITS` has more bits.
const MAX_DIGITS_BITS: u64 = 14_285;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("bit_length", bit_length),
    ("bit_count", bit_count),
    ("to_bytes", to_bytes),
    ("as_integer_ratio", as_integer_ratio),
    ("is_integer", is_integer),
    ("conjugate", conjugate),
    ("__trunc__", conjugate),
    ("__floor__", conjugate),
    ("__ceil__", conjugate),
    ("__int__", conjugate),
    ("__index__", conjugate),
    ("__round__", round_method),
];

pub const STATIC: &[(&str, NativeFn)] = &[("from_bytes", from_bytes)];

pub const GETTERS: &[(&str, Getter)] = &[
    ("real", |vm, value| index(vm, value)),
    ("imag", |_, _| Ok(Value::int(0))),
    ("numerator", |vm, value| index(vm, value)),
    ("denominator", |_, _| Ok(Value::int(1))),
];

/// `int(value=0, /, base=10)`.
///
/// # Errors
/// TypeError for what is no number, ValueError for text that is none.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [value, base] = args.bind(vm, "int", "x / base", 0)?;
    match (value, base) {
        (None, None) => Ok(Value::int(0)),
        (None, Some(_)) => Err(vm.type_error("int() missing string argument")),
        (Some(value), None) => from_value(vm, &value),
        (Some(value), Some(base)) => with_base(vm, &value, &base),
    }
}

/// `int(value)`.
fn from_value(vm: &Vm, value: &Value) -> PyResult {
    if let Value::Object(_) = value {
        for name in ["__int__", "__index__"] {
            if let Some(number) = vm.call_special(value, name, Args::none())? {
                return match unwrap(&number) {
                    Value::Bool(truth) => Ok(Value::int((*truth).into())),
                    number @ (Value::Int(..) | Value::BigInt(_)) => Ok(number.clone()),
                    _ => Err(
                        vm.type_error(&format!("{name} returned non-int (type {})", type_name(vm, &number)))
                    ),
                };
            }
        }
    }
    match unwrap(value) {
        Value::Int(..) | Value::BigInt(_) => Ok(unwrap(value).clone()),
        Value::Bool(truth) => Ok(Value::int((*truth).into())),
        Value::Float(x, _) => from_float(vm, *x),
        Value::Str(text) => from_text(vm, text.as_str(), 10, unwrap(value)),
        Value::Bytes(bytes) => from_text(vm, &String::from_utf8_lossy(bytes), 10, unwrap(value)),
        _ => Err(vm.type_error(&format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{}'",
            type_name(vm, value)
        ))),
    }
}

fn with_base(vm: &Vm, value: &Value, base: &Value) -> PyResult {
    let base = super::receiver::clamped_index(vm, base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    match unwrap(value) {
        Value::Str(text) => from_text(vm, text.as_str(), base as u32, unwrap(value)),
        Value::Bytes(bytes) => from_text(vm, &String::from_utf8_lossy(bytes), base as u32, unwrap(value)),
        _ => Err(vm.type_error("int() can't convert non-string with explicit base")),
    }
}

fn from_text(vm: &Vm, text: &str, base: u32, original: &Value) -> PyResult {
    if let (10, Ok(number)) = (base, text.parse::<i64>()) {
        return Ok(Value::int(number));
    }
    let Some((is_negative, base, digits)) = literal(text, base) else {
        let shown = vm.repr(original)?;
        let shown: String = shown.as_str().chars().take(200).collect();
        return Err(vm.value_error(&format!("invalid literal for int() with base {base}: {shown}")));
    };
    if digits.len() > MAX_DIGITS && !base.is_power_of_two() {
        return Err(vm.value_error(&format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    let magnitude = BigInt::parse_bytes(digits.as_bytes(), base).unwrap_or_default();
    Ok(Value::big(if is_negative { -magnitude } else { magnitude }))
}

/// The sign, base and plain digits of an int's text; None where it is no int.
fn literal(text: &str, base: u32) -> Option<(bool, u32, String)> {
    let text = to_ascii_digits(strip_space(text));
    let (is_negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text.as_str()),
    };
    let prefixed = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    let (digits, base) = match prefixed {
        Some(known) if base == 0 || base == known => {
            let rest = &digits[2..];
            (rest.strip_prefix('_').unwrap_or(rest), known)
        }
        _ if base == 0 => {
            let is_octal = digits.starts_with('0') && digits.bytes().any(|byte| !matches!(byte, b'0' | b'_'));
            (if is_octal { "" } else { digits }, 10)
        }
        _ => (digits, base),
    };
    let is_number = digits.split('_').all(|part| !part.is_empty() && part.chars().all(|c| c.is_digit(base)));
    is_number.then(|| (is_negative, base, digits.replace('_', "")))
}

/// `int(x)`: towards zero.
///
/// # Errors
/// OverflowError for infinities, ValueError for NaN.
pub fn from_float(vm: &Vm, x: f64) -> PyResult {
    if x.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    match BigInt::from_f64(x) {
        Some(number) => Ok(Value::big(number)),
        None => Err(vm.overflow_error("cannot convert float infinity to integer")),
    }
}

/// `operator.index(value)`: an int, never a bool.
///
/// # Errors
/// TypeError where it is no integer.
pub fn index(vm: &Vm, value: &Value) -> PyResult {
    match unwrap(value) {
        number @ (Value::Int(..) | Value::BigInt(_)) => return Ok(number.clone()),
        Value::Bool(truth) => return Ok(Value::int((*truth).into())),
        _ => {}
    }
    let given = || type_name(vm, value);
    match vm.call_special(value, "__index__", Args::none())? {
        None => Err(vm.type_error(&format!("'{}' object cannot be interpreted as an integer", given()))),
        Some(number) => match unwrap(&number) {
            Value::Bool(truth) => Ok(Value::int((*truth).into())),
            number @ (Value::Int(..) | Value::BigInt(_)) => Ok(number.clone()),
            _ => Err(vm.type_error(&format!("__index__ returned non-int (type {})", type_name(vm, &number)))),
        },
    }
}

/// An int or bool as a machine integer, where it fits.
pub fn as_i64(value: &Value) -> Option<i64> {
    match unwrap(value) {
        Value::Int(number, _) => Some(*number),
        Value::Bool(truth) => Some((*truth).into()),
        _ => None,
    }
}

/// An int or bool of any size; zero for what is neither.
pub fn to_big(value: &Value) -> Cow<'_, BigInt> {
    match unwrap(value) {
        Value::BigInt(number) => Cow::Borrowed(&**number),
        other => Cow::Owned(BigInt::from(as_i64(other).unwrap_or(0))),
    }
}

/// `str(value)`.
///
/// # Errors
/// ValueError where it has more digits than CPython converts.
pub fn decimal(vm: &Vm, value: &BigInt) -> PyResult<String> {
    let too_long = || {
        vm.value_error(&format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    if value.bits() > MAX_DIGITS_BITS {
        return Err(too_long());
    }
    let text = value.to_string();
    match text.len() - usize::from(value.is_negative()) > MAX_DIGITS {
        true => Err(too_long()),
        false => Ok(text),
    }
}

/// `round(value, digits)`: to a multiple of a power of ten, halves to the even one.
pub fn round_to(value: &BigInt, digits: i64) -> BigInt {
    // Below any half of the power of ten, it is zero; so no power larger than that is built.
    let exponent = match u32::try_from(digits.unsigned_abs()) {
        _ if digits >= 0 => return value.clone(),
        Ok(exponent) if u64::from(exponent) <= value.bits() + 1 => exponent,
        _ => return BigInt::zero(),
    };
    let unit = BigInt::from(10).pow(exponent);
    let (quotient, rest) = num_integer::Integer::div_mod_floor(value, &unit);
    let twice: BigInt = rest * 2;
    let up = twice > unit || (twice == unit && num_integer::Integer::is_odd(&quotient));
    (quotient + i32::from(up)) * unit
}

/// The int that a method is called on, and the other arguments.
fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Value, Args)> {
    let (value, args) = split(vm, method, args)?;
    match value {
        Value::Int(..) | Value::BigInt(_) => Ok((value, args)),
        Value::Bool(truth) => Ok((Value::int(truth.into()), args)),
        other => Err(wrong_receiver(vm, method, &other)),
    }
}

fn receive_alone(vm: &Vm, method: &str, args: Args) -> PyResult {
    let (value, args) = receive(vm, method, args)?;
    positional(vm, method, args, 0, 0)?;
    Ok(value)
}

fn bit_length(vm: &Vm, args: Args) -> PyResult {
    let value = receive_alone(vm, "int.bit_length", args)?;
    Ok(Value::int(to_big(&value).bits() as i64))
}

fn bit_count(vm: &Vm, args: Args) -> PyResult {
    let value = receive_alone(vm, "int.bit_count", args)?;
    Ok(Value::int(to_big(&value).magnitude().count_ones() as i64))
}

fn as_integer_ratio(vm: &Vm, args: Args) -> PyResult {
    let value = receive_alone(vm, "int.as_integer_ratio", args)?;
    Ok(Value::tuple(vec![value, Value::int(1)]))
}

fn is_integer(vm: &Vm, args: Args) -> PyResult {
    receive_alone(vm, "int.is_integer", args)?;
    Ok(Value::Bool(true))
}

fn conjugate(vm: &Vm, args: Args) -> PyResult {
    receive_alone(vm, "int.conjugate", args)
}

fn round_method(vm: &Vm, args: Args) -> PyResult {
    let (value, args) = receive(vm, "int.__round__", args)?;
    match positional(vm, "int.__round__", args, 0, 1)?.pop() {
        None | Some(Value::None) => Ok(value),
        Some(digits) => {
            let digits = super::receiver::clamped_index(vm, &digits)?;
            Ok(if digits >= 0 { value } else { Value::big(round_to(&to_big(&value), digits)) })
        }
    }
}

fn is_little(vm: &Vm, order: Option<&Value>) -> PyResult<bool> {
    let order = match order {
        None => return Ok(false),
        Some(order) => order,
    };
    match order.as_str() {
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let given = type_name(vm, order);
            Err(vm.type_error(&format!("to_bytes() argument 'byteorder' must be str, not {given}")))
        }
    }
}

fn to_bytes(vm: &Vm, args: Args) -> PyResult {
    let (value, args) = receive(vm, "int.to_bytes", args)?;
    let [length, order, signed] = args.bind(vm, "to_bytes", "length byteorder * signed", 0)?;
    let length = length.map_or(Ok(1), |length| super::receiver::small_index(vm, &length))?;
    let length =
        usize::try_from(length).map_err(|_| vm.value_error("length argument must be non-negative"))?;
    let little = is_little(vm, order.as_ref())?;
    let signed = signed.map_or(Ok(false), |signed| vm.truth(&signed))?;
    vm.check_size(length)?;
    let number = to_big(&value);
    let mut bytes = match (number.is_negative(), signed) {
        (true, false) => return Err(vm.overflow_error("can't convert negative int to unsigned")),
        (_, true) => number.to_signed_bytes_le(),
        (false, false) => number.magnitude().to_bytes_le(),
    };
    if number.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if number.is_negative() { 0xff } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(Value::bytes(bytes))
}

fn from_bytes(vm: &Vm, args: Args) -> PyResult {
    let [bytes, order, signed] = without_class(args).bind(vm, "from_bytes", "bytes byteorder * signed", 1)?;
    let bytes = super::bytes::from_iterable(vm, &bytes.unwrap_or(Value::None))?;
    let little = is_little(vm, order.as_ref())?;
    let signed = signed.map_or(Ok(false), |signed| vm.truth(&signed))?;
    Ok(Value::big(match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(&bytes),
        (false, true) => BigInt::from_signed_bytes_be(&bytes),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
    }))
}
