//! The format mini-language, `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, and
//! what it makes of ints, floats and strs: `int.__format__`, `float.__format__`, `str.__format__`.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

use super::float_text;
use super::int::decimal;
use crate::python::objects::{PyResult, Raised};
use crate::python::vm::Vm;

/// A format specifier, taken apart.
#[derive(Clone, Copy, Debug)]
struct Spec {
    fill: char,
    align: char,
    sign: Option<char>,
    /// `z`: a negative zero loses its sign.
    no_negative_zero: bool,
    /// `#`.
    alternate: bool,
    width: usize,
    /// `,` or `_`.
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// `format(value, spec)` of an int.
///
/// # Errors
/// ValueError for a specifier that does not fit ints; OverflowError for an int that does not fit its code.
pub fn format_int(vm: &Vm, value: &BigInt, spec: &str) -> PyResult<String> {
    if spec.is_empty() {
        return decimal(vm, value);
    }
    let spec = parse(vm, spec, "int", '>', Some('d'))?;
    match spec.kind.unwrap_or('d') {
        'd' | 'n' => integer(vm, &spec, value, decimal(vm, &value.abs())?, ""),
        'b' => integer(vm, &spec, value, value.magnitude().to_str_radix(2), "0b"),
        'o' => integer(vm, &spec, value, value.magnitude().to_str_radix(8), "0o"),
        'x' => integer(vm, &spec, value, value.magnitude().to_str_radix(16), "0x"),
        'X' => integer(vm, &spec, value, value.magnitude().to_str_radix(16).to_uppercase(), "0X"),
        'c' => character(vm, &spec, value),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => float(vm, &spec, int_as_float(vm, value)?, "int"),
        kind => Err(unknown_code(vm, kind, "int")),
    }
}

/// [`format_int`] of a machine integer.
///
/// # Errors
/// As [`format_int`].
pub fn format_i64(vm: &Vm, value: i64, spec: &str) -> PyResult<String> {
    match spec {
        "" | "d" => Ok(value.to_string()),
        spec => format_int(vm, &BigInt::from(value), spec),
    }
}

/// `format(value, spec)` of a float.
///
/// # Errors
/// ValueError for a specifier that does not fit floats.
pub fn format_float(vm: &Vm, value: f64, spec: &str) -> PyResult<String> {
    if spec.is_empty() {
        return Ok(float_text::repr(value));
    }
    let spec = parse(vm, spec, "float", '>', None)?;
    float(vm, &spec, value, "float")
}

/// `format(value, spec)` of a str.
///
/// # Errors
/// ValueError for a specifier that does not fit strs.
pub fn format_str(vm: &Vm, value: &str, spec: &str) -> PyResult<String> {
    if spec.is_empty() {
        return Ok(value.to_owned());
    }
    let spec = parse(vm, spec, "str", '<', Some('s'))?;
    if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_code(vm, kind, "str"));
    }
    let complaint = match spec {
        Spec { sign: Some(' '), .. } => "Space not allowed in string format specifier",
        Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
        Spec { no_negative_zero: true, .. } => {
            "Negative zero coercion (z) not allowed in string format specifier"
        }
        Spec { alternate: true, .. } => "Alternate form (#) not allowed in string format specifier",
        Spec { align: '=', .. } => "'=' alignment not allowed in string format specifier",
        _ => "",
    };
    if !complaint.is_empty() {
        return Err(vm.value_error(complaint));
    }
    let text: String = value.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
    pad(vm, &spec, "", &text)
}

fn parse(vm: &Vm, text: &str, of: &str, align: char, default: Option<char>) -> PyResult<Spec> {
    let mut rest: &[char] = &text.chars().collect::<Vec<_>>();
    let mut spec = Spec {
        fill: ' ',
        align,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: None,
        precision: None,
        kind: None,
    };
    let is_align = |c: &char| matches!(c, '<' | '>' | '=' | '^');
    let mut has_fill = false;
    let mut has_align = true;
    match rest {
        [fill, align, after @ ..] if is_align(align) => {
            (spec.fill, spec.align, rest, has_fill) = (*fill, *align, after, true);
        }
        [align, after @ ..] if is_align(align) => (spec.align, rest) = (*align, after),
        _ => has_align = false,
    }
    if let [sign @ (' ' | '+' | '-'), after @ ..] = rest {
        (spec.sign, rest) = (Some(*sign), after);
    }
    spec.no_negative_zero = take(&mut rest, 'z');
    spec.alternate = take(&mut rest, '#');
    if !has_fill && take(&mut rest, '0') {
        spec.fill = '0';
        if !has_align && align == '>' {
            spec.align = '=';
        }
    }
    spec.width = take_number(vm, &mut rest)?.unwrap_or(0);
    spec.grouping = take_grouping(vm, &mut rest)?;
    if take(&mut rest, '.') {
        let precision = take_number(vm, &mut rest)?;
        spec.precision = Some(precision.ok_or_else(|| vm.value_error("Format specifier missing precision"))?);
    }
    match rest {
        [] => {}
        [kind] => spec.kind = Some(*kind),
        _ => {
            let message = format!("Invalid format specifier '{text}' for object of type '{of}'");
            return Err(vm.value_error(&message));
        }
    }
    check_grouping(vm, &spec, default)?;
    vm.check_size(spec.width.max(spec.precision.unwrap_or(0)))?;
    Ok(spec)
}

fn take(rest: &mut &[char], wanted: char) -> bool {
    match rest {
        [first, after @ ..] if *first == wanted => {
            *rest = after;
            true
        }
        _ => false,
    }
}

fn take_number(vm: &Vm, rest: &mut &[char]) -> PyResult<Option<usize>> {
    let mut number = None;
    while let [first, after @ ..] = *rest
        && let Some(digit) = first.to_digit(10)
    {
        let longer = number.unwrap_or(0_i64).checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
        number = Some(longer.ok_or_else(|| vm.value_error("Too many decimal digits in format string"))?);
        *rest = after;
    }
    Ok(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
}

fn take_grouping(vm: &Vm, rest: &mut &[char]) -> PyResult<Option<char>> {
    let comma = take(rest, ',');
    let underscore = take(rest, '_');
    let both = underscore && (comma || rest.first() == Some(&','));
    match (comma, underscore) {
        _ if both => Err(vm.value_error("Cannot specify both ',' and '_'.")),
        (true, _) => Ok(Some(',')),
        (_, true) => Ok(Some('_')),
        _ => Ok(None),
    }
}

fn check_grouping(vm: &Vm, spec: &Spec, default: Option<char>) -> PyResult<()> {
    let Some(grouping) = spec.grouping else { return Ok(()) };
    match spec.kind.or(default) {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if grouping == '_' => Ok(()),
        Some(kind) => Err(vm.value_error(&format!("Cannot specify '{grouping}' with '{}'.", shown(kind)))),
    }
}

fn unknown_code(vm: &Vm, kind: char, of: &str) -> Raised {
    vm.value_error(&format!("Unknown format code '{}' for object of type '{of}'", shown(kind)))
}

fn shown(kind: char) -> String {
    match kind {
        '!'..='\x7f' => kind.to_string(),
        _ => format!("\\x{:x}", u32::from(kind)),
    }
}

/// `float(value)`.
///
/// # Errors
/// OverflowError for an int that is too large.
pub fn int_as_float(vm: &Vm, value: &BigInt) -> PyResult<f64> {
    let too_large = || vm.overflow_error("int too large to convert to float");
    value.to_f64().filter(|x| x.is_finite()).ok_or_else(too_large)
}

fn integer(vm: &Vm, spec: &Spec, value: &BigInt, digits: String, prefix: &str) -> PyResult<String> {
    check_integer(vm, spec)?;
    let sign = sign_of(spec, value.sign() == Sign::Minus);
    let prefix = if spec.alternate { prefix } else { "" };
    let size = if matches!(spec.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
    number(vm, spec, &format!("{sign}{prefix}"), &digits, "", size)
}

fn check_integer(vm: &Vm, spec: &Spec) -> PyResult<()> {
    if spec.precision.is_some() {
        return Err(vm.value_error("Precision not allowed in integer format specifier"));
    }
    match spec.no_negative_zero {
        true => Err(vm.value_error("Negative zero coercion (z) not allowed in integer format specifier")),
        false => Ok(()),
    }
}

fn character(vm: &Vm, spec: &Spec, value: &BigInt) -> PyResult<String> {
    check_integer(vm, spec)?;
    if spec.sign.is_some() {
        return Err(vm.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    match value.to_u32().and_then(char::from_u32) {
        Some(character) => pad(vm, spec, "", &character.to_string()),
        None => Err(vm.overflow_error("%c arg not in range(0x110000)")),
    }
}

fn float(vm: &Vm, spec: &Spec, value: f64, of: &str) -> PyResult<String> {
    let precision = spec.precision.unwrap_or(6);
    let magnitude = value.abs();
    let mut text = match spec.kind {
        None if spec.precision.is_none() => repr_form(magnitude, spec.alternate),
        None => float_text::general_as_float(magnitude, precision, spec.alternate),
        Some('f' | 'F') => float_text::fixed(magnitude, precision, spec.alternate),
        Some('e' | 'E') => float_text::exponent(magnitude, precision, spec.alternate),
        Some('g' | 'G' | 'n') => float_text::general(magnitude, precision, spec.alternate),
        Some('%') => float_text::fixed(magnitude * 100.0, precision, spec.alternate) + "%",
        Some(kind) => return Err(unknown_code(vm, kind, of)),
    };
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        text = text.to_uppercase();
    }
    let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c)) && value.is_finite();
    let is_negative = value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && is_zero);
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (whole, fraction) = text.split_at(digits);
    number(vm, spec, sign_of(spec, is_negative), whole, fraction, 3)
}

/// As `repr`; in the alternate form an exponent does not hide the point.
fn repr_form(magnitude: f64, alternate: bool) -> String {
    let text = float_text::repr(magnitude);
    match text.split_once('e') {
        Some((mantissa, power)) if alternate && !mantissa.contains('.') => format!("{mantissa}.e{power}"),
        _ => text,
    }
}

fn sign_of(spec: &Spec, is_negative: bool) -> &'static str {
    match (is_negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// Group the digits, and zeros that fill the width with them; then fill what is left.
fn number(vm: &Vm, spec: &Spec, head: &str, digits: &str, rest: &str, size: usize) -> PyResult<String> {
    let Some(separator) = spec.grouping.filter(|_| !digits.is_empty()) else {
        return pad(vm, spec, head, &format!("{digits}{rest}"));
    };
    let taken = head.chars().count() + rest.chars().count();
    let wanted = if spec.fill == '0' && spec.align == '=' { spec.width.saturating_sub(taken) } else { 0 };
    pad(vm, spec, head, &(grouped(digits, separator, size, wanted) + rest))
}

/// Digits in groups, with as many zeros before them as make it `wanted` long.
fn grouped(digits: &str, separator: char, size: usize, wanted: usize) -> String {
    let mut count = digits.len();
    while count + (count - 1) / size < wanted {
        count += 1;
    }
    let zeros = std::iter::repeat_n('0', count - digits.len());
    let mut text = String::with_capacity(count + count / size);
    for (place, digit) in zeros.chain(digits.chars()).enumerate() {
        if place > 0 && (count - place).is_multiple_of(size) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Fill to the width. `head`, a sign or prefix, stays left of what `=` fills in.
fn pad(vm: &Vm, spec: &Spec, head: &str, body: &str) -> PyResult<String> {
    let missing = spec.width.saturating_sub(head.chars().count() + body.chars().count());
    vm.check_size(missing.saturating_mul(spec.fill.len_utf8()))?;
    vm.charge(missing, 64)?;
    let filling = |count: usize| std::iter::repeat_n(spec.fill, count).collect::<String>();
    Ok(match spec.align {
        '<' => format!("{head}{body}{}", filling(missing)),
        '^' => format!("{}{head}{body}{}", filling(missing / 2), filling(missing - missing / 2)),
        '=' => format!("{head}{}{body}", filling(missing)),
        _ => format!("{}{head}{body}", filling(missing)),
    })
}
