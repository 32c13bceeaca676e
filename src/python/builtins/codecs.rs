//! Text as bytes and back: Unicode's encodings, ASCII and Latin-1, with Python's error handlers.

mod wide;

use crate::python::objects::{PyResult, Raised};
use crate::python::vm::Vm;
use wide::Wide;

#[derive(Clone, Copy, PartialEq)]
enum Codec {
    Utf8,
    Ascii,
    Latin1,
    Wide(Wide),
}

/// An encoding's codec, by any of its usual names.
fn codec(vm: &Vm, encoding: &str) -> PyResult<Codec> {
    let plain = encoding.to_ascii_lowercase().replace(['_', ' '], "-");
    match plain.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Ok(Codec::Utf8),
        "ascii" | "us-ascii" | "646" => Ok(Codec::Ascii),
        "latin-1" | "latin1" | "latin" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" => {
            Ok(Codec::Latin1)
        }
        name if let Some(wide) = Wide::by_name(name) => Ok(Codec::Wide(wide)),
        known if known.starts_with("utf-") || known.starts_with("cp") || known.starts_with("iso-") => {
            Err(vm.unsupported(&format!("the encoding {encoding}")))
        }
        _ => Err(vm.error(&vm.exceptions.lookup_error, &format!("unknown encoding: {encoding}"))),
    }
}

impl Codec {
    /// The first code point that it cannot encode, and its name in messages.
    fn limit(self) -> (u32, &'static str) {
        match self {
            Codec::Utf8 | Codec::Wide(_) => (0x11_0000, "utf-8"),
            Codec::Ascii => (128, "ascii"),
            Codec::Latin1 => (256, "latin-1"),
        }
    }
}

/// `text.encode(encoding, errors)`.
///
/// # Errors
/// UnicodeEncodeError; LookupError for an unknown encoding or error handler.
pub fn encode(vm: &Vm, text: &str, encoding: &str, errors: &str) -> PyResult<Vec<u8>> {
    let codec = codec(vm, encoding)?;
    if let Codec::Wide(wide) = codec {
        return Ok(wide.encode(text));
    }
    if codec == Codec::Utf8 || text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let (limit, _) = codec.limit();
    let mut bytes = Vec::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) if u32::from(c) < limit => bytes.push(byte),
            _ => match errors {
                "strict" => return Err(cannot_encode(vm, codec, text, place)),
                "ignore" => {}
                "replace" => bytes.push(b'?'),
                "backslashreplace" => bytes.extend(escaped(c).bytes()),
                "xmlcharrefreplace" => bytes.extend(format!("&#{};", u32::from(c)).bytes()),
                _ => return Err(unknown_handler(vm, errors)),
            },
        }
    }
    Ok(bytes)
}

/// A code point as Python escapes it.
fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

fn cannot_encode(vm: &Vm, codec: Codec, text: &str, place: usize) -> Raised {
    let (limit, name) = codec.limit();
    let length = text.chars().skip(place).take_while(|c| u32::from(*c) >= limit).count();
    let what = match length {
        1 => format!(
            "character '{}' in position {place}",
            text.chars().nth(place).map_or(String::new(), escaped)
        ),
        _ => format!("characters in position {place}-{}", place + length - 1),
    };
    let message = format!("'{name}' codec can't encode {what}: ordinal not in range({limit})");
    vm.error(&vm.exceptions.unicode_encode_error, &message)
}

fn unknown_handler(vm: &Vm, errors: &str) -> Raised {
    vm.error(&vm.exceptions.lookup_error, &format!("unknown error handler name '{errors}'"))
}

/// `bytes.decode(encoding, errors)`.
///
/// # Errors
/// UnicodeDecodeError; LookupError for an unknown encoding or error handler.
pub fn decode(vm: &Vm, bytes: &[u8], encoding: &str, errors: &str) -> PyResult<String> {
    match codec(vm, encoding)? {
        Codec::Latin1 => Ok(bytes.iter().copied().map(char::from).collect()),
        Codec::Ascii => decode_ascii(vm, bytes, errors),
        Codec::Utf8 => decode_utf8(vm, bytes, errors),
        Codec::Wide(wide) => wide.decode(vm, bytes, errors),
    }
}

/// What an error handler puts in the place of bytes; None where it is the strict one.
fn replacement(vm: &Vm, bytes: &[u8], errors: &str) -> PyResult<Option<String>> {
    match errors {
        "strict" => Ok(None),
        "ignore" => Ok(Some(String::new())),
        "replace" => Ok(Some('\u{fffd}'.to_string())),
        "backslashreplace" => Ok(Some(bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect())),
        _ => Err(unknown_handler(vm, errors)),
    }
}

fn decode_ascii(vm: &Vm, bytes: &[u8], errors: &str) -> PyResult<String> {
    let mut text = String::with_capacity(bytes.len());
    for (place, byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            text.push(char::from(*byte));
            continue;
        }
        match replacement(vm, &[*byte], errors)? {
            Some(replacement) => text.push_str(&replacement),
            None => {
                return Err(cannot_decode_as(vm, "ascii", &[*byte], place, "ordinal not in range(128)"));
            }
        }
    }
    Ok(text)
}

fn decode_utf8(vm: &Vm, bytes: &[u8], errors: &str) -> PyResult<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut place = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        place += chunk.valid().len();
        let invalid = chunk.invalid();
        if invalid.is_empty() {
            continue;
        }
        match replacement(vm, invalid, errors)? {
            Some(replacement) => text.push_str(&replacement),
            None => return Err(cannot_decode(vm, bytes, place, invalid.len())),
        }
        place += invalid.len();
    }
    Ok(text)
}

fn cannot_decode(vm: &Vm, bytes: &[u8], place: usize, length: usize) -> Raised {
    let first = bytes.get(place).copied().unwrap_or_default();
    let reason = match first {
        0xc2..=0xf4 if place + length == bytes.len() => "unexpected end of data",
        0xc2..=0xf4 => "invalid continuation byte",
        _ => "invalid start byte",
    };
    cannot_decode_as(vm, "utf-8", bytes.get(place..place + length).unwrap_or_default(), place, reason)
}

/// The UnicodeDecodeError for these bytes, which stand at a place of all.
fn cannot_decode_as(vm: &Vm, codec: &str, bytes: &[u8], place: usize, reason: &str) -> Raised {
    let what = match bytes {
        [byte] => format!("byte 0x{byte:02x} in position {place}"),
        _ => format!("bytes in position {place}-{}", (place + bytes.len()).saturating_sub(1)),
    };
    let message = format!("'{codec}' codec can't decode {what}: {reason}");
    vm.error(&vm.exceptions.unicode_decode_error, &message)
}
