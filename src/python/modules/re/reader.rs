//! Reads a pattern or a template sign by sign.

use super::error;
use crate::python::builtins::quoting;
use crate::python::builtins::str::classify::is_identifier;
use crate::python::objects::{PyResult, Raised, Value};
use crate::python::vm::Vm;

/// A text and the place of the next sign in it.
pub struct Reader<'a> {
    pub vm: &'a Vm,
    source: &'a Value,
    signs: Vec<char>,
    pub place: usize,
    pub is_text: bool,
}

impl<'a> Reader<'a> {
    /// Over a str, or over bytes as Latin-1.
    pub fn new(vm: &'a Vm, source: &'a Value) -> Self {
        let (signs, is_text) = match crate::python::builtins::receiver::unwrap(source) {
            Value::Bytes(bytes) => (bytes.iter().map(|&byte| char::from(byte)).collect(), false),
            other => (other.as_str().unwrap_or_default().chars().collect(), true),
        };
        Self { vm, source, signs, place: 0, is_text }
    }

    pub fn peek(&self) -> Option<char> {
        self.signs.get(self.place).copied()
    }

    pub fn skip(&mut self) {
        self.place += 1;
    }

    /// The next sign; behind a backslash there must be another.
    ///
    /// # Errors
    /// For a backslash at the end.
    pub fn next(&mut self) -> PyResult<Option<char>> {
        let next = self.peek();
        self.place += usize::from(next.is_some());
        match (next, self.peek()) {
            (Some('\\'), None) => Err(self.bad_end()),
            _ => Ok(next),
        }
    }

    fn bad_end(&self) -> Raised {
        error(self.vm, "bad escape (end of pattern)", Some((self.source, self.signs.len().saturating_sub(1))))
    }

    /// The sign behind a backslash.
    ///
    /// # Errors
    /// Where there is none.
    pub fn escaped(&mut self) -> PyResult<char> {
        let next = self.peek().ok_or_else(|| self.bad_end())?;
        self.place += 1;
        Ok(next)
    }

    pub fn eat(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(sign);
        self.place += usize::from(found);
        found
    }

    pub fn take_while(&mut self, most: usize, test: fn(char) -> bool) -> String {
        let start = self.place;
        while self.place - start < most && self.peek().is_some_and(test) {
            self.place += 1;
        }
        self.text(start, self.place)
    }

    pub fn text(&self, start: usize, end: usize) -> String {
        self.signs.get(start..end).unwrap_or_default().iter().collect()
    }

    /// What is wrong, so many signs before the next one.
    pub fn error(&self, message: &str, back: usize) -> Raised {
        error(self.vm, message, Some((self.source, self.place.saturating_sub(back))))
    }

    /// `bad escape \q`.
    pub fn bad_escape(&self, start: usize) -> Raised {
        let message = format!("bad escape {}", self.text(start, self.place));
        self.error(&message, self.place - start)
    }

    /// The text up to a sign, which is eaten.
    ///
    /// # Errors
    /// Where there is none, or no such sign.
    pub fn until(&mut self, end: char, what: &str) -> PyResult<String> {
        let start = self.place;
        loop {
            let next = self.next()?;
            let length = self.place - start;
            match next {
                None if length == 0 => return Err(self.error(&format!("missing {what}"), 0)),
                None => return Err(self.error(&format!("missing {end}, unterminated name"), length)),
                Some(sign) if sign == end && length == 1 => {
                    return Err(self.error(&format!("missing {what}"), 1));
                }
                Some(sign) if sign == end => return Ok(self.text(start, self.place - 1)),
                Some(_) => {}
            }
        }
    }

    /// A group's name up to a sign.
    ///
    /// # Errors
    /// Where it cannot be one.
    pub fn group_name(&mut self, end: char) -> PyResult<String> {
        let name = self.until(end, "group name")?;
        self.check_group_name(&name)?;
        Ok(name)
    }

    /// # Errors
    /// For a text that cannot name a group.
    pub fn check_group_name(&self, name: &str) -> PyResult<()> {
        match is_identifier(name) && (self.is_text || name.is_ascii()) {
            true => Ok(()),
            false => {
                let message = format!("bad character in group name {}", quoted(name));
                Err(self.error(&message, name.chars().count() + 1))
            }
        }
    }

    /// Escapes that mean the same everywhere in a pattern: `\n`, `\x41`, `\.`. None for those that do not.
    ///
    /// # Errors
    /// For escapes that are cut short.
    pub fn simple_escape(&mut self, letter: char, start: usize) -> PyResult<Option<u32>> {
        let digits = match letter {
            'x' => 2,
            'u' if self.is_text => 4,
            'U' if self.is_text => 8,
            _ => {
                let known = control(letter);
                return Ok(known.or((!letter.is_ascii_alphanumeric()).then_some(letter.into())));
            }
        };
        let hex = self.take_while(digits, |c| c.is_ascii_hexdigit());
        match u32::from_str_radix(&hex, 16) {
            _ if hex.len() < digits => {
                let message = format!("incomplete escape {}", self.text(start, self.place));
                Err(self.error(&message, self.place - start))
            }
            Ok(code) if code <= 0x10_ffff => Ok(Some(code)),
            _ => Err(self.bad_escape(start)),
        }
    }

    /// Whether a backslash is followed by three octal digits.
    pub fn is_octal(&self, start: usize) -> bool {
        let digits = self.signs.get(start + 1..start + 4);
        digits.is_some_and(|digits| digits.iter().all(|digit| ('0'..='7').contains(digit)))
    }

    /// The number in up to so many octal digits behind a backslash.
    ///
    /// # Errors
    /// For more than a byte.
    pub fn octal(&mut self, start: usize, most: usize) -> PyResult<u32> {
        self.place = start + 1;
        let digits = self.take_while(most, |c| ('0'..='7').contains(&c));
        match u32::from_str_radix(&digits, 8).unwrap_or(0) {
            0o400.. => {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                Err(self.error(&message, self.place - start))
            }
            code => Ok(code),
        }
    }
}

/// The control character that a letter stands for.
pub fn control(letter: char) -> Option<u32> {
    Some(match letter {
        'a' => 7,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        _ => return None,
    })
}

/// `repr(name)`.
pub fn quoted(name: &str) -> String {
    quoting::text(name)
}
