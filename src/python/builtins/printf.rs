//! `format % values`, for str and bytes. A bytes format is read as text of the code points 0 to 255, and
//! so is what is put into it; at the end each is a byte again.

use num_bigint::Sign;

use super::{float, float_text, int, receiver};
use crate::python::objects::{PyResult, Raised, Value};
use crate::python::vm::Vm;

/// `format % values`.
///
/// # Errors
/// ValueError for a malformed format, TypeError for values that do not fit it, KeyError for a missing key.
pub fn format_str(vm: &Vm, format: &str, values: &Value) -> PyResult<String> {
    Formatter::new(vm, format, values, false).run()
}

/// `format % values` of bytes.
///
/// # Errors
/// As [`format_str`].
pub fn format_bytes(vm: &Vm, format: &[u8], values: &Value) -> PyResult<Vec<u8>> {
    let format: String = format.iter().copied().map(char::from).collect();
    let text = Formatter::new(vm, &format, values, true).run()?;
    Ok(text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect())
}

/// One `%...` of a format.
#[derive(Default)]
struct Directive {
    key: Option<String>,
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

struct Formatter<'a> {
    vm: &'a Vm,
    format: Vec<char>,
    at: usize,
    values: &'a Value,
    /// How many values of a tuple are used up; of what is no tuple, 0 or 1.
    used: usize,
    used_keys: bool,
    is_bytes: bool,
    out: String,
}

impl<'a> Formatter<'a> {
    fn new(vm: &'a Vm, format: &str, values: &'a Value, is_bytes: bool) -> Self {
        let values = match receiver::unwrap(values) {
            tuple @ Value::Tuple(_) => tuple,
            _ => values,
        };
        let format = format.chars().collect();
        Self { vm, format, at: 0, values, used: 0, used_keys: false, is_bytes, out: String::new() }
    }

    fn run(mut self) -> PyResult<String> {
        while let Some(c) = self.take() {
            if c != '%' {
                self.out.push(c);
            } else if self.peek() == Some('%') {
                self.at += 1;
                self.out.push('%');
            } else {
                self.directive()?;
                self.vm.check_size(self.out.len())?;
            }
        }
        self.check_all_used()?;
        Ok(self.out)
    }

    fn peek(&self) -> Option<char> {
        self.format.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn take_if(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn directive(&mut self) -> PyResult<()> {
        let directive = self.parse()?;
        let at = self.at;
        let Some(kind) = self.take() else { return Err(self.vm.value_error("incomplete format")) };
        let value = match &directive.key {
            Some(key) => self.keyed(key)?,
            None => self.next_value()?,
        };
        let text = match kind {
            's' | 'r' | 'a' | 'b' => self.text(kind, at, &value, &directive)?,
            'c' => self.padded(&directive, self.character(&value)?)?,
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => self.integer(kind, &value, &directive)?,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.float(kind, &value, &directive)?,
            _ => return Err(self.unsupported(kind, at)),
        };
        self.out.push_str(&text);
        Ok(())
    }

    fn unsupported(&self, kind: char, at: usize) -> Raised {
        let shown = if (' '..'\x7f').contains(&kind) { kind } else { '?' };
        let message =
            format!("unsupported format character '{shown}' (0x{:x}) at index {at}", u32::from(kind));
        self.vm.value_error(&message)
    }

    fn parse(&mut self) -> PyResult<Directive> {
        let mut directive = Directive::default();
        if self.take_if('(') {
            directive.key = Some(self.parse_key()?);
        }
        while let Some(flag) = self.peek() {
            match flag {
                '-' => directive.left = true,
                '+' => directive.plus = true,
                ' ' => directive.space = true,
                '#' => directive.alternate = true,
                '0' => directive.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.parse_size("width too big")?.unwrap_or(0);
        directive.left |= width < 0;
        directive.width = width.unsigned_abs() as usize;
        if self.take_if('.') {
            let precision = self.parse_size("precision too big")?.unwrap_or(0);
            directive.precision = Some(precision.max(0) as usize);
        }
        self.vm.check_size(directive.width.max(directive.precision.unwrap_or(0)))?;
        if let Some('l' | 'h' | 'L') = self.peek() {
            self.at += 1;
        }
        Ok(directive)
    }

    fn parse_key(&mut self) -> PyResult<String> {
        if !self.is_mapping() {
            return Err(self.vm.type_error("format requires a mapping"));
        }
        let mut depth = 1;
        let mut key = String::new();
        while let Some(c) = self.take() {
            depth += i32::from(c == '(') - i32::from(c == ')');
            if depth == 0 {
                return Ok(key);
            }
            key.push(c);
        }
        Err(self.vm.value_error("incomplete format key"))
    }

    /// A width or precision: digits, or `*` for one of the values.
    fn parse_size(&mut self, too_big: &str) -> PyResult<Option<i64>> {
        if self.take_if('*') {
            return match self.next_value()? {
                Value::Int(size, _) if i32::try_from(size).is_ok() => Ok(Some(size)),
                Value::Int(..) | Value::BigInt(_) => Err(self.vm.overflow_error(too_big)),
                Value::Bool(size) => Ok(Some(size.into())),
                _ => Err(self.vm.type_error("* wants int")),
            };
        }
        let mut size = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let longer = size.unwrap_or(0_i64) * 10 + i64::from(digit);
            if longer > i64::from(i32::MAX) {
                return Err(self.vm.value_error(too_big));
            }
            size = Some(longer);
            self.at += 1;
        }
        Ok(size)
    }

    /// As CPython sees it: what has `[]` and is neither a tuple nor text.
    fn is_mapping(&self) -> bool {
        match receiver::unwrap(self.values) {
            Value::Tuple(_) | Value::Str(_) => false,
            Value::Bytes(_) => !self.is_bytes,
            Value::Dict(_) | Value::List(_) | Value::Range(_) => true,
            _ => self.vm.special(self.values, "__getitem__").is_some(),
        }
    }

    fn keyed(&mut self, key: &str) -> PyResult {
        self.used_keys = true;
        let key = match self.is_bytes {
            true => Value::bytes(key.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()),
            false => Value::str(key),
        };
        self.vm.get_item(self.values, &key)
    }

    fn next_value(&mut self) -> PyResult {
        let value = match self.values {
            Value::Tuple(items) => items.get(self.used).cloned(),
            other if self.used == 0 && !self.used_keys => Some(other.clone()),
            _ => None,
        };
        self.used += 1;
        value.ok_or_else(|| self.vm.type_error("not enough arguments for format string"))
    }

    fn check_all_used(&self) -> PyResult<()> {
        let left = match self.values {
            Value::Tuple(items) => self.used < items.len(),
            _ => self.used == 0 && !self.used_keys && !self.is_mapping(),
        };
        let of = if self.is_bytes { "bytes" } else { "string" };
        match left {
            true => Err(self.vm.type_error(&format!("not all arguments converted during {of} formatting"))),
            false => Ok(()),
        }
    }

    fn text(&self, kind: char, at: usize, value: &Value, directive: &Directive) -> PyResult<String> {
        let text = match (kind, self.is_bytes) {
            ('s' | 'b', true) => self.bytes_text(value)?,
            ('a' | 'r', true) | ('a', false) => self.vm.ascii(value)?.to_string(),
            ('r', false) => self.vm.repr(value)?.to_string(),
            ('s', false) => self.vm.str(value)?.to_string(),
            _ => return Err(self.unsupported(kind, at)),
        };
        let text = match directive.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text,
        };
        self.padded(directive, text)
    }

    fn bytes_text(&self, value: &Value) -> PyResult<String> {
        if let Value::Bytes(bytes) = receiver::unwrap(value) {
            return Ok(bytes.iter().copied().map(char::from).collect());
        }
        let name = receiver::type_name(self.vm, value);
        Err(self.vm.type_error(&format!(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
        )))
    }

    fn character(&self, value: &Value) -> PyResult<String> {
        let (most, range) = if self.is_bytes { (0xff, "256") } else { (0x0010_ffff, "0x110000") };
        let wrong = match self.is_bytes {
            true => "%c requires an integer in range(256) or a single byte",
            false => "%c requires int or char",
        };
        match receiver::unwrap(value) {
            Value::Str(text) if text.len() == 1 && !self.is_bytes => Ok(text.to_string()),
            Value::Bytes(bytes) if bytes.len() == 1 && self.is_bytes => Ok(char::from(bytes[0]).to_string()),
            Value::Bool(_) | Value::Int(..) | Value::BigInt(_) => {
                let code = int::as_i64(value).and_then(|code| u32::try_from(code).ok());
                match code.filter(|code| *code <= most).and_then(char::from_u32) {
                    Some(c) => Ok(c.to_string()),
                    None => Err(self.vm.overflow_error(&format!("%c arg not in range({range})"))),
                }
            }
            _ => Err(self.vm.type_error(wrong)),
        }
    }

    fn integer(&self, kind: char, value: &Value, directive: &Directive) -> PyResult<String> {
        let number = match (kind, receiver::unwrap(value)) {
            ('d' | 'i' | 'u', Value::Float(x, _)) => int::from_float(self.vm, *x)?,
            ('d' | 'i' | 'u', value) => {
                int::index(self.vm, value).map_err(|_| self.not_a_number(kind, "a real number", value))?
            }
            (_, value) => {
                int::index(self.vm, value).map_err(|_| self.not_a_number(kind, "an integer", value))?
            }
        };
        let number = int::to_big(&number);
        let magnitude = number.magnitude();
        let (digits, prefix) = match kind {
            'x' => (magnitude.to_str_radix(16), "0x"),
            'X' => (magnitude.to_str_radix(16).to_uppercase(), "0X"),
            'o' => (magnitude.to_str_radix(8), "0o"),
            _ => (int::decimal(self.vm, &magnitude.clone().into())?, ""),
        };
        let zeros = directive.precision.unwrap_or(0).saturating_sub(digits.len());
        let digits = "0".repeat(zeros) + &digits;
        let prefix = if directive.alternate { prefix } else { "" };
        self.number(directive, number.sign() == Sign::Minus, prefix, &digits)
    }

    fn not_a_number(&self, kind: char, wanted: &str, value: &Value) -> Raised {
        let kind = if kind == 'i' || kind == 'u' { 'd' } else { kind };
        let name = receiver::type_name(self.vm, value);
        self.vm.type_error(&format!("%{kind} format: {wanted} is required, not {name}"))
    }

    fn float(&self, kind: char, value: &Value, directive: &Directive) -> PyResult<String> {
        let x = match float::number(self.vm, value) {
            Err(_) if self.is_bytes => {
                let name = receiver::type_name(self.vm, value);
                return Err(self.vm.type_error(&format!("float argument required, not {name}")));
            }
            other => other?,
        };
        let precision = directive.precision.unwrap_or(6);
        let magnitude = x.abs();
        let text = match kind.to_ascii_lowercase() {
            'e' => float_text::exponent(magnitude, precision, directive.alternate),
            'f' => float_text::fixed(magnitude, precision, directive.alternate),
            _ => float_text::general(magnitude, precision, directive.alternate),
        };
        let text = if kind.is_ascii_uppercase() { text.to_uppercase() } else { text };
        self.number(directive, x.is_sign_negative() && !x.is_nan(), "", &text)
    }

    fn number(&self, directive: &Directive, negative: bool, prefix: &str, digits: &str) -> PyResult<String> {
        let sign = match negative {
            true => "-",
            false if directive.plus => "+",
            false if directive.space => " ",
            false => "",
        };
        let length = sign.len() + prefix.len() + digits.len();
        let is_filled = directive.zero && !directive.left;
        let zeros = if is_filled { directive.width.saturating_sub(length) } else { 0 };
        self.padded(directive, format!("{sign}{prefix}{}{digits}", "0".repeat(zeros)))
    }

    fn padded(&self, directive: &Directive, text: String) -> PyResult<String> {
        let missing = directive.width.saturating_sub(text.chars().count());
        Ok(match (missing, directive.left) {
            (0, _) => text,
            (_, true) => text + &" ".repeat(missing),
            (_, false) => " ".repeat(missing) + &text,
        })
    }
}
