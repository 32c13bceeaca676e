//! What a match is replaced with: text with groups in it, as `\1` or `\g<name>`.

use super::pattern::Pattern;
use super::reader::{Reader, control, quoted};
use crate::python::objects::{PyResult, Value};
use crate::python::vm::Vm;

/// A part of a template.
pub enum Piece {
    Literal(Value),
    Group(usize),
}

/// Read a template for a pattern.
///
/// # Errors
/// `re.PatternError`; IndexError for a name that no group has.
pub fn parse(vm: &Vm, source: &Value, pattern: &Pattern) -> PyResult<Vec<Piece>> {
    let mut template =
        Template { reader: Reader::new(vm, source), pattern, literal: String::new(), pieces: Vec::new() };
    while let Some(sign) = template.reader.next()? {
        match sign {
            '\\' => template.escape()?,
            other => template.literal.push(other),
        }
    }
    template.end_literal();
    Ok(template.pieces)
}

struct Template<'a> {
    reader: Reader<'a>,
    pattern: &'a Pattern,
    literal: String,
    pieces: Vec<Piece>,
}

impl Template<'_> {
    fn end_literal(&mut self) {
        let literal = std::mem::take(&mut self.literal);
        if !literal.is_empty() {
            self.pieces.push(Piece::Literal(match self.reader.is_text {
                true => Value::string(literal),
                false => Value::bytes(literal.chars().map(|c| c as u8).collect()),
            }));
        }
    }

    fn group(&mut self, group: usize, back: usize) -> PyResult<()> {
        if group > self.pattern.groups {
            return Err(self.reader.error(&format!("invalid group reference {group}"), back));
        }
        self.end_literal();
        self.pieces.push(Piece::Group(group));
        Ok(())
    }

    fn code(&mut self, code: u32) {
        self.literal.extend(char::from_u32(code));
    }

    fn escape(&mut self) -> PyResult<()> {
        let start = self.reader.place - 1;
        let letter = self.reader.escaped()?;
        match letter {
            'g' => return self.named(),
            '0' => {
                let code = self.reader.octal(start, 3)?;
                self.code(code & 0xff);
            }
            '1'..='9' if self.reader.is_octal(start) => {
                let code = self.reader.octal(start, 3)?;
                self.code(code);
            }
            '1'..='9' => {
                self.reader.take_while(1, |c| c.is_ascii_digit());
                let digits = self.reader.text(start + 1, self.reader.place);
                return self.group(digits.parse().unwrap_or(0), digits.len());
            }
            'b' => self.code(8),
            '\\' => self.literal.push('\\'),
            _ => match control(letter) {
                Some(code) => self.code(code),
                None if letter.is_ascii_alphabetic() => return Err(self.reader.bad_escape(start)),
                None => self.literal.extend(['\\', letter]),
            },
        }
        Ok(())
    }

    /// `\g<name>`, behind the g.
    fn named(&mut self) -> PyResult<()> {
        if !self.reader.eat('<') {
            return Err(self.reader.error("missing <", 0));
        }
        let name = self.reader.until('>', "group name")?;
        let back = name.chars().count() + 1;
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.group(name.parse().unwrap_or(usize::MAX), back);
        }
        self.reader.check_group_name(&name)?;
        match self.pattern.names.iter().find(|(known, _)| known.as_str() == name) {
            Some((_, group)) => self.group(*group, back),
            None => Err(self.reader.vm.index_error(&format!("unknown group name {}", quoted(&name)))),
        }
    }
}
