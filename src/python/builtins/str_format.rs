//! `str.format`: replacement fields, `{name.attribute[item]!conversion:spec}`, whose specs may hold
//! fields themselves.

use crate::python::objects::{Args, PyResult, Value};
use crate::python::vm::Vm;

/// `format.format(*args, **keywords)`.
///
/// # Errors
/// ValueError for a malformed format, IndexError and KeyError for what is not given; what the values'
/// own methods raise.
pub fn format(vm: &Vm, format: &str, args: &Args) -> PyResult<String> {
    Formatter { vm, values: Values::Args(args), numbering: Numbering::Unknown }.expand(format, 2)
}

/// `format.format_map(mapping)`.
///
/// # Errors
/// As [`format`].
pub fn format_map(vm: &Vm, format: &str, mapping: &Value) -> PyResult<String> {
    Formatter { vm, values: Values::Mapping(mapping), numbering: Numbering::Unknown }.expand(format, 2)
}

enum Values<'a> {
    Args(&'a Args),
    Mapping(&'a Value),
}

/// Whether fields are numbered by themselves (with the number of the next) or by the program.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

struct Formatter<'a> {
    vm: &'a Vm,
    values: Values<'a>,
    numbering: Numbering,
}

/// A replacement field, not yet looked up.
struct Field<'t> {
    name: &'t [char],
    conversion: Option<char>,
    spec: &'t [char],
}

impl Formatter<'_> {
    fn expand(&mut self, format: &str, depth: u32) -> PyResult<String> {
        let chars: Vec<char> = format.chars().collect();
        self.expand_chars(&chars, depth)
    }

    fn expand_chars(&mut self, mut rest: &[char], depth: u32) -> PyResult<String> {
        if depth == 0 {
            return Err(self.vm.value_error("Max string recursion exceeded"));
        }
        let mut out = String::new();
        while let [first, after @ ..] = rest {
            rest = after;
            match (first, after) {
                ('{', ['{', after @ ..]) | ('}', ['}', after @ ..]) => {
                    out.push(*first);
                    rest = after;
                }
                ('{', [_, ..]) => {
                    let (field, after) = self.parse_field(after)?;
                    out.push_str(&self.render(&field, depth)?);
                    self.vm.check_size(out.len())?;
                    rest = after;
                }
                ('{' | '}', _) => {
                    let message = format!("Single '{first}' encountered in format string");
                    return Err(self.vm.value_error(&message));
                }
                (c, _) => out.push(*c),
            }
        }
        Ok(out)
    }

    /// The field that begins here, after its brace, and what follows it.
    fn parse_field<'t>(&self, text: &'t [char]) -> PyResult<(Field<'t>, &'t [char])> {
        let end = self.end_of_name(text)?;
        let (name, rest) = text.split_at(end);
        let (conversion, rest) = match rest {
            ['!', rest @ ..] => match rest {
                [] => {
                    let message = "end of string while looking for conversion specifier";
                    return Err(self.vm.value_error(message));
                }
                [conversion, '}', after @ ..] => {
                    return Ok((Field { name, conversion: Some(*conversion), spec: &[] }, after));
                }
                [_, other, ..] if *other != ':' => {
                    return Err(self.vm.value_error("expected ':' after conversion specifier"));
                }
                [conversion, after @ ..] => (Some(*conversion), after.get(1..).unwrap_or_default()),
            },
            ['}', after @ ..] => return Ok((Field { name, conversion: None, spec: &[] }, after)),
            [_, after @ ..] => (None, after),
            [] => return Err(self.vm.value_error("expected '}' before end of string")),
        };
        let mut depth = 1;
        for (place, c) in rest.iter().enumerate() {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            if depth == 0 {
                let after = rest.get(place + 1..).unwrap_or_default();
                return Ok((Field { name, conversion, spec: &rest[..place] }, after));
            }
        }
        Err(self.vm.value_error("unmatched '{' in format spec"))
    }

    fn end_of_name(&self, text: &[char]) -> PyResult<usize> {
        let mut in_brackets = false;
        for (place, c) in text.iter().enumerate() {
            match c {
                '{' => return Err(self.vm.value_error("unexpected '{' in field name")),
                '[' => in_brackets = true,
                ']' => in_brackets = false,
                '}' | ':' | '!' if !in_brackets => return Ok(place),
                _ => {}
            }
        }
        Ok(text.len())
    }

    fn render(&mut self, field: &Field, depth: u32) -> PyResult<String> {
        let vm = self.vm;
        let value = self.look_up(field.name)?;
        let value = match field.conversion {
            None => value,
            Some('s') => Value::Str(vm.str(&value)?),
            Some('r') => Value::Str(vm.repr(&value)?),
            Some('a') => Value::Str(vm.ascii(&value)?),
            Some(other) => {
                let shown = match other {
                    '!'..='~' => other.to_string(),
                    _ => format!("\\x{:x}", u32::from(other)),
                };
                return Err(vm.value_error(&format!("Unknown conversion specifier {shown}")));
            }
        };
        let spec = match field.spec.contains(&'{') {
            true => self.expand_chars(field.spec, depth - 1)?,
            false => field.spec.iter().collect(),
        };
        Ok(vm.format(&value, &spec)?.to_string())
    }

    fn look_up(&mut self, name: &[char]) -> PyResult {
        let end = name.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(name.len());
        let (first, mut rest) = name.split_at(end);
        let mut value = self.first(first)?;
        loop {
            match rest {
                [] => return Ok(value),
                ['.', after @ ..] => {
                    let end = after.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(after.len());
                    let attribute: String = self.part(&after[..end])?;
                    value = self.vm.get_attr(&value, &self.vm.intern(&attribute))?;
                    rest = &after[end..];
                }
                ['[', after @ ..] => {
                    let Some(end) = after.iter().position(|c| *c == ']') else {
                        return Err(self.vm.value_error("Missing ']' in format string"));
                    };
                    let key = self.part(&after[..end])?;
                    let key = self.number(&key)?.map_or_else(|| Value::str(&key), |at| Value::int(at as i64));
                    value = self.vm.get_item(&value, &key)?;
                    rest = &after[end + 1..];
                }
                _ => {
                    let message = "Only '.' or '[' may follow ']' in format field specifier";
                    return Err(self.vm.value_error(message));
                }
            }
        }
    }

    fn part(&self, name: &[char]) -> PyResult<String> {
        match name.is_empty() {
            true => Err(self.vm.value_error("Empty attribute in format string")),
            false => Ok(name.iter().collect()),
        }
    }

    /// The number that digits stand for; None where there is anything else.
    fn number(&self, text: &str) -> PyResult<Option<usize>> {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        match text.parse::<i64>() {
            Ok(number) => Ok(Some(number as usize)),
            Err(_) => Err(self.vm.value_error("Too many decimal digits in format string")),
        }
    }

    /// The argument that a field's name begins with.
    fn first(&mut self, name: &[char]) -> PyResult {
        let name: String = name.iter().collect();
        let place = match self.number(&name)? {
            None if name.is_empty() => self.next_number()?,
            None => return self.named(&name),
            Some(place) => {
                if matches!(self.numbering, Numbering::Automatic(_)) {
                    return Err(self.cannot_switch("automatic field numbering", "manual field specification"));
                }
                self.numbering = Numbering::Manual;
                place
            }
        };
        let Values::Args(args) = self.values else {
            return Err(self.vm.value_error("Format string contains positional fields"));
        };
        args.positional.get(place).cloned().ok_or_else(|| {
            let message = format!("Replacement index {place} out of range for positional args tuple");
            self.vm.index_error(&message)
        })
    }

    fn next_number(&mut self) -> PyResult<usize> {
        let next = match self.numbering {
            Numbering::Unknown => 0,
            Numbering::Automatic(next) => next,
            Numbering::Manual => {
                return Err(self.cannot_switch("manual field specification", "automatic field numbering"));
            }
        };
        self.numbering = Numbering::Automatic(next + 1);
        Ok(next)
    }

    fn cannot_switch(&self, from: &str, to: &str) -> crate::python::objects::Raised {
        self.vm.value_error(&format!("cannot switch from {from} to {to}"))
    }

    fn named(&self, name: &str) -> PyResult {
        match self.values {
            Values::Mapping(mapping) => self.vm.get_item(mapping, &Value::str(name)),
            Values::Args(args) => {
                let found = args.keywords.iter().find(|(keyword, _)| keyword.as_str() == name);
                found.map(|(_, value)| value.clone()).ok_or_else(|| self.vm.key_error(Value::str(name)))
            }
        }
    }
}
