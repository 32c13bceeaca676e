//! The numbers in a program: a bar on the timeline has its length from one, and dragging the bar
//! writes it anew, as a person would write it.

use super::edit::TextEdit;
use crate::python::syntax;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;
use std::ops::Range;

/// The longest time that can be written, in seconds: some thirty years.
pub const LONGEST: f64 = 1e9;

/// A number as it stands in the source, without a sign.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberLiteral {
    /// Bytes of the source.
    pub range: Range<usize>,
    pub value: f64,
    pub is_int: bool,
    pub text: String,
}

/// The number that is written at this byte offset, if a number literal (not an imaginary one)
/// starts right there.
pub fn number_at(source: &str, offset: usize) -> Option<NumberLiteral> {
    let parsed = syntax::parse_recovering(source).ok()?;
    let tokens = parsed.tokens();
    let index = tokens.binary_search_by_key(&offset, |token| token.start().to_usize()).ok()?;
    let token = tokens.get(index)?;
    let range = Range::<usize>::from(token.range());
    let text = source.get(range.clone())?;
    let is_int = token.kind() == TokenKind::Int;
    let value = match token.kind() {
        TokenKind::Int => int_value(text)?,
        TokenKind::Float => text.replace('_', "").parse().ok()?,
        _ => return None,
    };
    Some(NumberLiteral { range, value, is_int, text: text.to_owned() })
}

/// The edit that makes the number at this offset say `seconds`, on the `grid` if there is one
/// (0.1: tenths), and else to the millisecond or, below a hundredth, to two digits.
///
/// What is below zero becomes zero. An int stays an int where the new value is a whole number.
/// None where there is no number, or when `seconds` is more than [`LONGEST`] or not a number.
pub fn set_number(source: &str, offset: usize, seconds: f64, grid: Option<f64>) -> Option<TextEdit> {
    if seconds.is_nan() || seconds > LONGEST {
        return None;
    }
    let old = number_at(source, offset)?;
    let mut text = old.style().write(&decimal(seconds.max(0.0), grid));
    let touches_a_word = source.get(..old.range.start)?.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if touches_a_word && !text.starts_with('.') {
        text.insert(0, ' ');
    }
    Some(TextEdit::replace(old.range, text))
}

fn int_value(text: &str) -> Option<f64> {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.split_at_checked(2) {
        Some(("0x", hex)) => (hex, 16),
        Some(("0o", octal)) => (octal, 8),
        Some(("0b", binary)) => (binary, 2),
        _ => return digits.parse().ok(),
    };
    let digit = |value: f64, digit: char| Some(value * f64::from(radix) + f64::from(digit.to_digit(radix)?));
    digits.chars().try_fold(0.0, digit)
}

/// `seconds` as decimal digits, `12.5` or `12`, without needless zeros.
fn decimal(seconds: f64, grid: Option<f64>) -> String {
    let step = grid.filter(|grid| grid.is_finite() && *grid > 0.0).unwrap_or_else(|| finest_step(seconds));
    let snapped = (seconds / step).round() * step;
    let digits = format!("{snapped:.*}", decimals_of(step));
    match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => digits,
    }
}

/// Without a grid: what is still worth telling.
fn finest_step(seconds: f64) -> f64 {
    let small = (1..=9).map(|decimals| 0.1_f64.powi(decimals)).find(|step| seconds >= 10.0 * step);
    small.unwrap_or(1e-9).min(1e-3)
}

/// How many digits after the point a multiple of `step` has.
fn decimals_of(step: f64) -> usize {
    let whole = |decimals: &i32| {
        let scaled = step * 10_f64.powi(*decimals);
        (scaled - scaled.round()).abs() < 1e-6 && scaled.round() >= 1.0
    };
    (0..=9).find(whole).and_then(|decimals| usize::try_from(decimals).ok()).unwrap_or(9)
}

/// How somebody writes numbers, as far as one number shows it.
struct Style {
    is_int: bool,
    groups_thousands: bool,
    omits_zero: bool,
}

impl NumberLiteral {
    fn style(&self) -> Style {
        Style {
            is_int: self.is_int,
            groups_thousands: self.text.contains('_'),
            omits_zero: self.text.starts_with('.'),
        }
    }
}

impl Style {
    fn write(&self, decimal: &str) -> String {
        let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
        let fraction = if fraction.is_empty() && !self.is_int { "0" } else { fraction };
        let whole = match (self.groups_thousands, self.omits_zero && whole == "0") {
            (_, true) => String::new(),
            (true, _) => group_thousands(whole),
            _ => whole.to_owned(),
        };
        if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
    }
}

fn group_thousands(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first_number(source: &str) -> Option<NumberLiteral> {
        (0..source.len()).find_map(|offset| number_at(source, offset))
    }

    fn set(source: &str, seconds: f64, grid: Option<f64>) -> Option<String> {
        let offset = first_number(source)?.range.start;
        let edit = set_number(source, offset, seconds, grid)?;
        Some(format!("{}{}{}", &source[..edit.range.start], edit.replacement, &source[edit.range.end..]))
    }

    #[test]
    fn numbers_are_read_as_python_reads_them() {
        let value = |text: &str| number_at(text, 0).map(|number| (number.value, number.is_int));
        assert_eq!(value("1_000"), Some((1000.0, true)));
        assert_eq!(value("0x_1F"), Some((31.0, true)));
        assert_eq!(value("1e-3"), Some((0.001, false)));
        assert_eq!(value(".5"), Some((0.5, false)));
        assert_eq!(value("2j"), None);
        assert_eq!(value("'2'"), None);
        assert_eq!(number_at("'1 2'", 1), None);
        assert_eq!(number_at("12", 1), None);
        assert_eq!(number_at("f'{2}'", 3).map(|number| number.range), Some(3..4));
    }

    #[test]
    fn numbers_are_written_as_a_person_would() {
        let tenths = Some(0.1);
        assert_eq!(set("sleep(2)", 3.04, tenths).as_deref(), Some("sleep(3)"));
        assert_eq!(set("sleep(2)", 0.7000000001, tenths).as_deref(), Some("sleep(0.7)"));
        assert_eq!(set("sleep(0.5)", 0.7, tenths).as_deref(), Some("sleep(0.7)"));
        assert_eq!(set("sleep(0.5)", 1.0, tenths).as_deref(), Some("sleep(1.0)"));
        assert_eq!(set("sleep(.5)", 0.25, Some(0.25)).as_deref(), Some("sleep(.25)"));
        assert_eq!(set("sleep(1_000)", 12345.0, tenths).as_deref(), Some("sleep(12_345)"));
        assert_eq!(set("sleep(2)", -3.0, tenths).as_deref(), Some("sleep(0)"));
        assert_eq!(set("sleep(2)", 1.23456, None).as_deref(), Some("sleep(1.235)"));
        assert_eq!(set("sleep(2)", 0.001234, None).as_deref(), Some("sleep(0.0012)"));
        assert_eq!(set("return.5", 2.0, tenths).as_deref(), Some("return 2.0"));
        assert_eq!(set("sleep(1e3)", 2000.0, tenths).as_deref(), Some("sleep(2000.0)"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for seconds in [f64::NAN, f64::INFINITY, 1e10] {
            assert_eq!(set("sleep(2)", seconds, None), None);
        }
        assert_eq!(set("sleep(2)", 2.0, Some(f64::NAN)).as_deref(), Some("sleep(2)"));
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(
            before in prop::sample::select(vec!["x = 1", "x = 2.5", "f(.5)", "1_000.0", "a.b(3e5, 2)", "return.5"]),
            thousandths in 0_u32..100_000_000,
            grid in prop::sample::select(vec![Some(0.1), Some(0.25), Some(0.05), Some(1.0), None]),
        ) {
            let wanted = f64::from(thousandths) / 1000.0;
            let after = set(before, wanted, grid).unwrap();
            let read = first_number(&after).unwrap().value;
            prop_assert!((read - wanted).abs() <= grid.unwrap_or(0.001) / 2.0 + 1e-9, "{after}: {read}, {wanted}");
            prop_assert!(after.len() <= before.len() + 14);
        }

        #[test]
        fn any_text_and_any_number_are_survived(source in any::<String>(), offset in 0_usize..60, seconds in any::<f64>()) {
            if let Some(edit) = set_number(&source, offset, seconds, None) {
                prop_assert!(source.get(edit.range).is_some());
            }
        }
    }
}
