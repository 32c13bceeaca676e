//! What an address says beside the document: `t=1.5&axis=steps`.

/// Names with their values, in the order in which they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    pairs: Vec<(String, String)>,
}

/// More than these are no parameters of ours.
const MOST: usize = 64;

impl Parameters {
    /// Read `name=value&name=value`; a name alone has an empty value. Broken escapes stay as they are.
    pub fn read(text: &str) -> Self {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).take(MOST);
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(name), unescape(value))
        };
        Self { pairs: pairs.map(pair).collect() }
    }

    /// The value of that name; of several, the last.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rfind(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the name is there, and its value does not say no.
    pub fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !matches!(value, "0" | "false" | "no"))
    }

    /// The value as a number, if it is a finite one and not below zero.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
    }

    /// Set or change a value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.retain(|(key, _)| key != name);
        self.pairs.push((name.to_owned(), value.into()));
    }

    /// Names and values, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All of them as `&name=value&name=value`, to be put behind a document.
    pub fn written(&self) -> String {
        let mut out = String::new();
        for (name, value) in &self.pairs {
            out.push('&');
            escape(name, &mut out);
            if !value.is_empty() {
                out.push('=');
                escape(value, &mut out);
            }
        }
        out
    }
}

/// Everything but letters, digits and a few marks is escaped, so that chats do not cut the address.
fn escape(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._,:/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// The text without its `%xx`.
pub fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_come_back_as_they_were() {
        let mut parameters = Parameters::default();
        for (name, value) in [("t", "1.5"), ("title", "a b&c=é%"), ("readonly", ""), ("t", "2")] {
            parameters.set(name, value);
        }
        assert_eq!(parameters.written(), "&title=a%20b%26c%3D%C3%A9%25&readonly&t=2");
        assert_eq!(Parameters::read(&parameters.written()), parameters);
        assert_eq!(parameters.number("t"), Some(2.0));
    }

    #[test]
    fn what_is_broken_is_taken_as_it_is() {
        let parameters = Parameters::read("a=%&b=%zz&c=%e9&&=x&t=-1&u=inf");
        assert_eq!((parameters.get("a"), parameters.get("b")), (Some("%"), Some("%zz")));
        assert_eq!(parameters.get("c"), Some("\u{fffd}"));
        assert_eq!((parameters.number("t"), parameters.number("u")), (None, None));
    }

    #[test]
    fn a_name_alone_is_set_and_no_is_not() {
        let parameters = Parameters::read("readonly&controls=0&autoplay=1");
        let set = ["readonly", "controls", "autoplay", "predict"].map(|name| parameters.is_set(name));
        assert_eq!(set, [true, false, true, false]);
    }
}
