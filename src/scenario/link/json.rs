//! As much of JSON as a document needs: objects, lists, texts and numbers, and the rest checked and passed over.

/// A value of the object.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Text(String),
    /// As it is written.
    Number(&'a str),
    Null,
    List(Vec<Value<'a>>),
    Object(Vec<(String, Value<'a>)>),
    /// Something that no document has a use for.
    Other,
}

/// Deeper nesting is refused.
const DEEPEST: u32 = 32;

/// The fields of the object that the text is, in their order; none where it is no JSON object.
pub fn object(text: &str) -> Option<Vec<(String, Value<'_>)>> {
    let mut reader = Reader { text, at: 0 };
    let mut fields = Vec::new();
    reader.skip_space();
    reader.fields(0, &mut |name, value| fields.push((name, value)))?;
    reader.skip_space();
    (reader.at == text.len()).then_some(fields)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, wanted: &str) -> Option<()> {
        self.rest().starts_with(wanted).then(|| self.at += wanted.len())
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// `open item , item close`.
    fn series(
        &mut self,
        open: &str,
        close: &str,
        mut item: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        self.skip_space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            self.skip_space();
            item(self)?;
            self.skip_space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(",")?;
        }
    }

    fn fields(&mut self, depth: u32, put: &mut dyn FnMut(String, Value<'a>)) -> Option<()> {
        self.series("{", "}", |reader| {
            let name = reader.string()?;
            reader.skip_space();
            reader.take(":")?;
            reader.skip_space();
            let value = reader.value(depth)?;
            put(name, value);
            Some(())
        })
    }

    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'"' => self.string().map(Value::Text),
            b'{' => {
                let mut fields = Vec::new();
                self.fields(depth + 1, &mut |name, value| fields.push((name, value)))?;
                Some(Value::Object(fields))
            }
            b'[' => {
                let mut items = Vec::new();
                self.series("[", "]", |reader| reader.value(depth + 1).map(|item| items.push(item)))?;
                Some(Value::List(items))
            }
            b't' => self.take("true").map(|()| Value::Other),
            b'f' => self.take("false").map(|()| Value::Other),
            b'n' => self.take("null").map(|()| Value::Null),
            _ => self.number().map(Value::Number),
        }
    }

    fn number(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let is_part = |letter: char| matches!(letter, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
        let digits = rest.split(|letter| !is_part(letter)).next().filter(|digits| is_number(digits))?;
        self.at += digits.len();
        Some(digits)
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let end = rest.find(|letter: char| matches!(letter, '"' | '\\') || letter < ' ')?;
            out.push_str(rest.get(..end)?);
            self.at += end;
            if self.take("\"").is_some() {
                return Some(out);
            }
            self.take("\\")?;
            out.push(self.escape()?);
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.unit()?;
                if !(0xd800..0xdc00).contains(&high) {
                    return char::from_u32(high);
                }
                self.take("\\u")?;
                let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + low);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        self.at += 4;
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    }
}

/// `-0.5e+3`: an optional sign, digits without a needless zero, a fraction, an exponent.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
