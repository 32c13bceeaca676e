//! `_json`: reading JSON, and quoting its strings. The rest is Python, in `library/json.py`.

use crate::python::builtins::float;
use crate::python::builtins::int;
use crate::python::objects::{Args, Dict, PyResult, Raised, Str, Value};
use crate::python::vm::Vm;

/// The names in the module.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![("decode", vm.builtin("decode", decode)), ("quote", vm.builtin("quote", quote))]
}

/// `quote(text, ensure_ascii)`: as a JSON string.
fn quote(vm: &Vm, args: Args) -> PyResult {
    let [text, ascii] = args.bind(vm, "quote", "text ensure_ascii", 2)?;
    let text = text.unwrap_or(Value::None);
    let ascii = vm.truth(&ascii.unwrap_or(Value::None))?;
    let mut out = String::from("\"");
    for character in text.as_str().unwrap_or_default().chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            ' '..='~' => out.push(character),
            _ if !ascii && character > '~' => out.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push('"');
    vm.check_size(out.len())?;
    Ok(Value::string(out))
}

/// Reads one document.
struct Decoder<'a> {
    vm: &'a Vm,
    /// The document as it was given.
    document: &'a Value,
    text: &'a str,
    /// A byte offset.
    place: usize,
    /// `json.loads`'s own arguments: `strict`, `object_hook`, `object_pairs_hook`, `parse_float`,
    /// `parse_int`, `parse_constant`.
    options: &'a [Value],
}

/// `decode(text, start, options)`: the value there, and where it ends. Places count code points.
fn decode(vm: &Vm, args: Args) -> PyResult {
    let [document, start, options] = args.bind(vm, "decode", "text start options", 3)?;
    let document = document.unwrap_or(Value::None);
    let Some(text) = document.as_str() else { return Err(vm.type_error("first argument must be a string")) };
    let start = start.as_ref().and_then(int::as_i64).unwrap_or(0);
    let start = usize::try_from(start).map_err(|_| vm.value_error("idx cannot be negative"))?;
    let place = text.char_indices().nth(start).map_or(text.len(), |(place, _)| place);
    let options = vm.collect(&options.unwrap_or(Value::None))?;
    let mut decoder = Decoder { vm, document: &document, text, place, options: &options };
    let value = decoder.value()?;
    let end = decoder.index(decoder.place);
    Ok(Value::tuple(vec![value, Value::int(end)]))
}

impl Decoder<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    /// The code point at a byte offset, by number.
    fn index(&self, place: usize) -> i64 {
        self.text.get(..place).map_or(place, |before| before.chars().count()) as i64
    }

    fn error(&self, message: &str, place: usize) -> Raised {
        let args = vec![Value::str(message), self.document.clone(), Value::int(self.index(place))];
        let module = self.vm.modules.get_str(&self.vm.intern("json"));
        let class = module.and_then(|module| self.vm.get_attr_opt(&module, "JSONDecodeError").ok().flatten());
        let made = class.map(|class| self.vm.call(&class, Args::positional(args)));
        match made.and_then(Result::ok).as_ref().and_then(Raised::from_value) {
            Some(error) => error,
            None => self.vm.value_error(message),
        }
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.place += 1;
        }
    }

    fn eat(&mut self, sign: u8) -> bool {
        let found = self.peek() == Some(sign);
        self.place += usize::from(found);
        found
    }

    /// An option that was given.
    fn option(&self, place: usize) -> Option<&Value> {
        self.options.get(place).filter(|value| !matches!(value, Value::None))
    }

    fn value(&mut self) -> PyResult {
        self.vm.tick()?;
        self.vm.enter_native()?;
        let value = self.value_inside();
        self.vm.leave_native();
        value
    }

    fn value_inside(&mut self) -> PyResult {
        match self.peek() {
            Some(b'"') => {
                self.place += 1;
                Ok(Value::string(self.string()?))
            }
            Some(b'{') => self.object(),
            Some(b'[') => self.array(),
            Some(b'-' | b'0'..=b'9') if self.number_end().is_some() => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> PyResult {
        const WORDS: [(&str, Option<Value>, f64); 6] = [
            ("null", Some(Value::None), 0.0),
            ("true", Some(Value::Bool(true)), 0.0),
            ("false", Some(Value::Bool(false)), 0.0),
            ("NaN", None, f64::NAN),
            ("Infinity", None, f64::INFINITY),
            ("-Infinity", None, f64::NEG_INFINITY),
        ];
        let rest = self.text.get(self.place..).unwrap_or_default();
        for (word, value, number) in WORDS {
            if rest.starts_with(word) {
                self.place += word.len();
                return match (value, self.option(5)) {
                    (Some(value), _) => Ok(value),
                    (None, Some(parse)) => self.vm.call(parse, Args::one(Value::str(word))),
                    (None, None) => Ok(Value::float(number)),
                };
            }
        }
        Err(self.error("Expecting value", self.place))
    }

    /// Where the number here ends, and whether it has a fraction or an exponent; None where there is none.
    fn number_end(&self) -> Option<(usize, bool)> {
        let bytes = self.text.as_bytes();
        let digits = |start: usize| {
            let rest = bytes.get(start..).unwrap_or_default();
            start + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
        };
        let start = self.place + usize::from(self.peek() == Some(b'-'));
        let whole = if bytes.get(start) == Some(&b'0') { start + 1 } else { digits(start) };
        if whole == start {
            return None;
        }
        let mut end = whole;
        if bytes.get(end) == Some(&b'.') && digits(end + 1) > end + 1 {
            end = digits(end + 1);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = end + 1 + sign;
            if digits(exponent) > exponent {
                end = digits(exponent);
            }
        }
        Some((end, end > whole))
    }

    fn number(&mut self) -> PyResult {
        let (end, is_float) = self.number_end().unwrap_or((self.place, false));
        let text = Value::str(self.text.get(self.place..end).unwrap_or_default());
        self.place = end;
        match self.option(if is_float { 3 } else { 4 }) {
            Some(parse) => self.vm.call(parse, Args::one(text)),
            None if is_float => float::construct(self.vm, &self.vm.types.float, Args::one(text)),
            None => int::construct(self.vm, &self.vm.types.int, Args::one(text)),
        }
    }

    /// A string, behind its opening quote.
    fn string(&mut self) -> PyResult<String> {
        let begin = self.place - 1;
        let strict = self.options.first().is_none_or(|strict| self.vm.truth(strict).unwrap_or(true));
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.place..).unwrap_or_default();
            let plain = rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\x1f')).unwrap_or(rest.len());
            out.push_str(&rest[..plain]);
            self.place += plain;
            match self.peek() {
                None => return Err(self.error("Unterminated string starting at", begin)),
                Some(b'"') => {
                    self.place += 1;
                    return Ok(out);
                }
                Some(b'\\') => self.escape(begin, &mut out)?,
                Some(_) if strict => return Err(self.error("Invalid control character at", self.place)),
                Some(control) => {
                    out.push(char::from(control));
                    self.place += 1;
                }
            }
        }
    }

    fn escape(&mut self, begin: usize, out: &mut String) -> PyResult<()> {
        let start = self.place;
        self.place += 2;
        let letter = match self.text.as_bytes().get(start + 1) {
            None => return Err(self.error("Unterminated string starting at", begin)),
            Some(letter) => *letter,
        };
        out.push(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\x08',
            b'f' => '\x0c',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.unit(start + 2)?;
                let mut units = vec![high];
                let follows = self.text.get(self.place..self.place + 2) == Some("\\u");
                if (0xd800..0xdc00).contains(&high) && follows {
                    units.push(self.unit(self.place + 2)?);
                }
                out.push_str(&String::from_utf16_lossy(&units));
                return Ok(());
            }
            _ => return Err(self.error("Invalid \\escape", start)),
        });
        Ok(())
    }

    /// Four hexadecimal digits.
    fn unit(&mut self, start: usize) -> PyResult<u16> {
        let digits = self.text.get(start..start + 4).unwrap_or("?");
        match u16::from_str_radix(digits, 16) {
            Ok(unit) if !digits.starts_with('+') => {
                self.place = start + 4;
                Ok(unit)
            }
            _ => Err(self.error("Invalid \\uXXXX escape", start - 1)),
        }
    }

    fn array(&mut self) -> PyResult {
        let mut items = Vec::new();
        self.place += 1;
        self.skip_space();
        if self.eat(b']') {
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value()?);
            self.skip_space();
            let comma = self.place;
            if self.eat(b']') {
                return Ok(Value::list(items));
            }
            if !self.eat(b',') {
                return Err(self.error("Expecting ',' delimiter", self.place));
            }
            self.skip_space();
            if self.peek() == Some(b']') {
                return Err(self.error("Illegal trailing comma before end of array", comma));
            }
        }
    }

    fn object(&mut self) -> PyResult {
        let mut pairs = Vec::new();
        self.place += 1;
        self.skip_space();
        if self.eat(b'}') {
            return self.finish_object(pairs);
        }
        loop {
            if !self.eat(b'"') {
                let message = "Expecting property name enclosed in double quotes";
                return Err(self.error(message, self.place));
            }
            let key = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.error("Expecting ':' delimiter", self.place));
            }
            self.skip_space();
            pairs.push((Str::from(key), self.value()?));
            self.skip_space();
            let comma = self.place;
            if self.eat(b'}') {
                return self.finish_object(pairs);
            }
            if !self.eat(b',') {
                return Err(self.error("Expecting ',' delimiter", self.place));
            }
            self.skip_space();
            if self.peek() == Some(b'}') {
                return Err(self.error("Illegal trailing comma before end of object", comma));
            }
        }
    }

    fn finish_object(&self, pairs: Vec<(Str, Value)>) -> PyResult {
        if let Some(hook) = self.option(2) {
            let pairs = pairs.into_iter().map(|(key, value)| Value::tuple(vec![Value::Str(key), value]));
            return self.vm.call(hook, Args::one(Value::list(pairs.collect())));
        }
        let dict = Dict::new();
        for (key, value) in pairs {
            dict.set_str(&key, value);
        }
        match self.option(1) {
            Some(hook) => self.vm.call(hook, Args::one(Value::dict(dict))),
            None => Ok(Value::dict(dict)),
        }
    }
}
