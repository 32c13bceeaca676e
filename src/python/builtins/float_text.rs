//! Floats as text: the shortest text that reads back as the same float, and any number of correctly
//! rounded digits. Rust's own formatting gives the digits; Python decides where the point and the
//! exponent go.

/// More digits than the exact value of any float has; what follows them is zeros.
const MOST_DIGITS: usize = 1_100;

/// `repr(x)`: the shortest text that reads back as `x`, with an exponent below 1e-4 and from 1e16 on.
pub fn repr(x: f64) -> String {
    let mut text = shortest(x, 16);
    if x.is_finite() && !text.contains(['.', 'e']) {
        text.push_str(".0");
    }
    text
}

/// The shortest digits that read back as `x`, with an exponent from `10 ** limit` on and no `.0`.
fn shortest(x: f64, limit: i32) -> String {
    if let Some(text) = not_finite(x) {
        return text;
    }
    let text = format!("{x:e}");
    let (mantissa, exponent) = split_exponent(&text);
    match (-4..limit).contains(&exponent) {
        true => format!("{x}"),
        false => with_exponent(mantissa, exponent),
    }
}

/// Format code `f`: this many digits after the point. With `alternate` there is always a point.
pub fn fixed(x: f64, precision: usize, alternate: bool) -> String {
    if let Some(text) = not_finite(x) {
        return text;
    }
    let digits = precision.min(MOST_DIGITS);
    let mut text = format!("{x:.digits$}");
    text.extend(std::iter::repeat_n('0', precision - digits));
    if alternate && precision == 0 {
        text.push('.');
    }
    text
}

/// Format code `e`: one digit before the point and this many after it.
pub fn exponent(x: f64, precision: usize, alternate: bool) -> String {
    if let Some(text) = not_finite(x) {
        return text;
    }
    let digits = precision.min(MOST_DIGITS);
    let text = format!("{x:.digits$e}");
    let (mantissa, exponent) = split_exponent(&text);
    let mut mantissa = mantissa.to_owned();
    mantissa.extend(std::iter::repeat_n('0', precision - digits));
    if alternate && precision == 0 {
        mantissa.push('.');
    }
    with_exponent(&mantissa, exponent)
}

/// Format code `g`: this many significant digits, with an exponent where it is small or too large for
/// them, and without the zeros at the end unless `alternate`.
pub fn general(x: f64, precision: usize, alternate: bool) -> String {
    general_below(x, precision, alternate, 0)
}

/// Formatting with a precision and no code: as `g`, but never looking like an int.
pub fn general_as_float(x: f64, precision: usize, alternate: bool) -> String {
    let mut text = general_below(x, precision, alternate, 1);
    if x.is_finite() && !text.contains(['.', 'e']) {
        text.push_str(".0");
    }
    text
}

/// `less` is by how much the exponent form begins earlier.
fn general_below(x: f64, precision: usize, alternate: bool, less: i64) -> String {
    if let Some(text) = not_finite(x) {
        return text;
    }
    let precision = precision.max(1);
    let text = exponent(x, precision - 1, alternate);
    let (mantissa, power) = split_exponent(&text);
    if i64::from(power) < -4 || i64::from(power) >= precision as i64 - less {
        let mantissa = if alternate { mantissa } else { without_zeros(mantissa) };
        return with_exponent(mantissa, power);
    }
    let after_point = (precision as i64 - 1 - i64::from(power)).max(0) as usize;
    let text = fixed(x, after_point, alternate);
    match alternate {
        true => text,
        false => without_zeros(&text).to_owned(),
    }
}

fn without_zeros(text: &str) -> &str {
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    }
}

fn not_finite(x: f64) -> Option<String> {
    match x {
        _ if x.is_finite() => None,
        _ if x.is_nan() => Some("nan".to_owned()),
        _ => Some(if x > 0.0 { "inf" } else { "-inf" }.to_owned()),
    }
}

fn split_exponent(text: &str) -> (&str, i32) {
    match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().unwrap_or(0)),
        None => (text, 0),
    }
}

fn with_exponent(mantissa: &str, exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_text_that_reads_back() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e16, "1e+16"),
            (9999999999999998.0, "9999999999999998.0"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (5e-324, "5e-324"),
            (123456789.125, "123456789.125"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ];
        for (x, text) in cases {
            assert_eq!(repr(x), text);
        }
    }

    #[test]
    fn digits_are_rounded_from_the_exact_value() {
        assert_eq!(fixed(0.5, 0, false), "0");
        assert_eq!(fixed(1.5, 0, false), "2");
        assert_eq!(fixed(2.5, 0, false), "2");
        assert_eq!(fixed(2.675, 2, false), "2.67");
        assert_eq!(fixed(0.125, 2, false), "0.12");
        assert_eq!(fixed(0.1, 25, false), "0.1000000000000000055511151");
        assert_eq!(fixed(1e22, 1, false), "10000000000000000000000.0");
        assert_eq!(fixed(3.0, 0, true), "3.");
        assert_eq!(exponent(12345.678, 2, false), "1.23e+04");
        assert_eq!(exponent(0.0, 3, false), "0.000e+00");
        assert_eq!(exponent(1e-300, 0, true), "1.e-300");
    }

    #[test]
    fn general_form() {
        assert_eq!(general(1234567.0, 6, false), "1.23457e+06");
        assert_eq!(general(123456.0, 6, false), "123456");
        assert_eq!(general(0.0001, 6, false), "0.0001");
        assert_eq!(general(0.00001, 6, false), "1e-05");
        assert_eq!(general(1.0, 6, true), "1.00000");
        assert_eq!(general(0.0, 0, false), "0");
        assert_eq!(general_as_float(123.0, 3, false), "1.23e+02");
        assert_eq!(general_as_float(12.0, 3, false), "12.0");
    }

    #[test]
    fn more_digits_than_any_float_has() {
        assert_eq!(fixed(0.5, 100_000, false).len(), 100_002);
        assert!(exponent(0.5, 70_000, false).ends_with("000e-01"));
    }
}
