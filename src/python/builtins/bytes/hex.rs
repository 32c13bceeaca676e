//! Bytes as hexadecimal digits and back.

use super::super::receiver::{one, small_index, type_name, unwrap, without_class};
use super::receive;
use crate::python::objects::{Args, PyResult, Value};
use crate::python::vm::Vm;

/// `bytes.hex(sep, bytes_per_sep=1)`: a negative number of bytes counts from the left.
pub fn hex(vm: &Vm, args: Args) -> PyResult {
    let (bytes, args) = receive(vm, "bytes.hex", args)?;
    let [separator, size] = args.bind(vm, "hex", "sep bytes_per_sep", 0)?;
    let separator = match separator.as_ref().map(unwrap) {
        None => None,
        Some(Value::Str(text)) if text.len() == 1 => text.as_str().chars().next(),
        Some(Value::Bytes(bytes)) if bytes.len() == 1 => bytes.first().copied().map(char::from),
        Some(Value::Str(_) | Value::Bytes(_)) => return Err(vm.value_error("sep must be length 1.")),
        Some(_) => return Err(vm.type_error("sep must be str or bytes.")),
    };
    let size = size.map_or(Ok(1), |size| small_index(vm, &size))?;
    let group = usize::try_from(size.unsigned_abs()).unwrap_or(usize::MAX);
    let mut text = String::with_capacity(bytes.len() * 2);
    for (place, byte) in bytes.iter().enumerate() {
        let from = if size < 0 { place } else { bytes.len() - place };
        if let Some(separator) = separator
            && place > 0
            && group > 0
            && from % group == 0
        {
            text.push(separator);
        }
        text.push_str(&format!("{byte:02x}"));
    }
    Ok(Value::string(text))
}

/// `bytes.fromhex(text, /)`, called on the class.
pub fn from_hex(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "bytes.fromhex", without_class(args))?;
    let Some(text) = value.as_str() else {
        let given = type_name(vm, &value);
        return Err(vm.type_error(&format!("fromhex() argument must be str, not {given}")));
    };
    let mut bytes = Vec::new();
    let mut digits = text.chars().enumerate().filter(|(_, c)| !c.is_ascii_whitespace()).peekable();
    while let Some((place, high)) = digits.next() {
        let wrong = |place: usize| {
            vm.value_error(&format!("non-hexadecimal number found in fromhex() arg at position {place}"))
        };
        let high = high.to_digit(16).ok_or_else(|| wrong(place))?;
        let low = match digits.next() {
            Some((at, low)) if at == place + 1 => low.to_digit(16).ok_or_else(|| wrong(at))?,
            _ => return Err(wrong(place + 1)),
        };
        bytes.push((high * 16 + low) as u8);
    }
    Ok(Value::bytes(bytes))
}
