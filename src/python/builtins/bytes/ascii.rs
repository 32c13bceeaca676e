//! Methods of bytes that see ASCII text in them.

use super::super::receiver::{positional, small_index, unwrap, without_class};
use super::{alone, receive};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

/// ASCII's white space, as Python sees it.
pub const SPACE: &[u8] = b" \t\n\r\x0b\x0c";

pub const METHODS: &[(&str, NativeFn)] = &[
    ("upper", |vm, args| Ok(Value::bytes(alone(vm, "bytes.upper", args)?.to_ascii_uppercase()))),
    ("lower", |vm, args| Ok(Value::bytes(alone(vm, "bytes.lower", args)?.to_ascii_lowercase()))),
    ("swapcase", |vm, args| {
        let swap = |byte: &u8| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte };
        Ok(Value::bytes(alone(vm, "bytes.swapcase", args)?.iter().map(swap).collect()))
    }),
    ("capitalize", |vm, args| {
        let mut bytes = alone(vm, "bytes.capitalize", args)?.to_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
        Ok(Value::bytes(bytes))
    }),
    ("title", title),
    ("isalpha", |vm, args| all(vm, "bytes.isalpha", args, u8::is_ascii_alphabetic)),
    ("isdigit", |vm, args| all(vm, "bytes.isdigit", args, u8::is_ascii_digit)),
    ("isalnum", |vm, args| all(vm, "bytes.isalnum", args, u8::is_ascii_alphanumeric)),
    ("isspace", |vm, args| all(vm, "bytes.isspace", args, |byte| SPACE.contains(byte))),
    ("isascii", |vm, args| Ok(Value::Bool(alone(vm, "bytes.isascii", args)?.is_ascii()))),
    ("islower", |vm, args| one_case(vm, "bytes.islower", args, u8::is_ascii_lowercase)),
    ("isupper", |vm, args| one_case(vm, "bytes.isupper", args, u8::is_ascii_uppercase)),
    ("istitle", is_title),
];

fn all(vm: &Vm, method: &str, args: Args, test: fn(&u8) -> bool) -> PyResult {
    let bytes = alone(vm, method, args)?;
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(test)))
}

fn one_case(vm: &Vm, method: &str, args: Args, test: fn(&u8) -> bool) -> PyResult {
    let bytes = alone(vm, method, args)?;
    let mut letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).peekable();
    Ok(Value::Bool(letters.peek().is_some() && letters.all(test)))
}

fn titled(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let next = |byte: &u8| {
        let cased = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
        cased
    };
    bytes.iter().map(next).collect()
}

fn title(vm: &Vm, args: Args) -> PyResult {
    Ok(Value::bytes(titled(&alone(vm, "bytes.title", args)?)))
}

fn is_title(vm: &Vm, args: Args) -> PyResult {
    let bytes = alone(vm, "bytes.istitle", args)?;
    Ok(Value::Bool(bytes.iter().any(u8::is_ascii_alphabetic) && titled(&bytes) == **bytes))
}

/// `split` and `rsplit` at white space.
pub fn split_at_space(vm: &Vm, name: &str, args: Args) -> PyResult {
    let (bytes, args) = receive(vm, "bytes.split", args)?;
    let [_, most] = args.bind(vm, name, "sep maxsplit", 0)?;
    let most = most.map_or(Ok(-1), |most| small_index(vm, &most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let from_right = name == "rsplit";
    let mut rest = bytes.as_slice();
    let mut parts = Vec::new();
    loop {
        rest = trimmed(rest, from_right);
        if rest.is_empty() {
            break;
        }
        let is_space = |byte: &u8| SPACE.contains(byte);
        let end = match (parts.len() < most, from_right) {
            (false, _) => None,
            (true, false) => rest.iter().position(is_space),
            (true, true) => rest.iter().rposition(is_space).map(|place| place + 1),
        };
        let (part, after) = match (end, from_right) {
            (None, _) => (rest, &rest[..0]),
            (Some(end), false) => rest.split_at(end),
            (Some(begin), true) => (&rest[begin..], &rest[..begin]),
        };
        parts.push(Value::bytes(part.to_vec()));
        rest = after;
    }
    if from_right {
        parts.reverse();
    }
    Ok(Value::list(parts))
}

fn trimmed(bytes: &[u8], from_right: bool) -> &[u8] {
    let is_other = |byte: &u8| !SPACE.contains(byte);
    match from_right {
        false => &bytes[bytes.iter().position(is_other).unwrap_or(bytes.len())..],
        true => &bytes[..bytes.iter().rposition(is_other).map_or(0, |last| last + 1)],
    }
}

/// Lines end at `\n`, `\r` and both.
pub fn split_lines(vm: &Vm, args: Args) -> PyResult {
    let (bytes, args) = receive(vm, "bytes.splitlines", args)?;
    let [keep] = args.bind(vm, "splitlines", "keepends", 0)?;
    let keep = keep.map_or(Ok(false), |keep| vm.truth(&keep))?;
    let mut lines = Vec::new();
    let mut rest = bytes.as_slice();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let ending = if rest[end..].starts_with(b"\r\n") { 2 } else { usize::from(end < rest.len()) };
        lines.push(Value::bytes(rest[..if keep { end + ending } else { end }].to_vec()));
        rest = &rest[end + ending..];
    }
    Ok(Value::list(lines))
}

/// `bytes.translate(table, /, delete=b"")`.
pub fn translate(vm: &Vm, args: Args) -> PyResult {
    let (bytes, args) = receive(vm, "bytes.translate", args)?;
    let [table, delete] = args.bind(vm, "translate", "table / delete", 1)?;
    let of = |value: Option<Value>| match value.as_ref().map(unwrap) {
        None | Some(Value::None) => Ok(None),
        Some(Value::Bytes(bytes)) => Ok(Some(bytes.clone())),
        Some(_) => Err(vm.type_error("a bytes-like object is required")),
    };
    let (table, delete) = (of(table)?, of(delete)?.unwrap_or_default());
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let mapped =
        |byte: &u8| table.as_ref().and_then(|table| table.get(usize::from(*byte)).copied()).unwrap_or(*byte);
    Ok(Value::bytes(bytes.iter().filter(|byte| !delete.contains(byte)).map(mapped).collect()))
}

/// `bytes.maketrans(frm, to, /)`, called on the class.
pub fn make_table(vm: &Vm, args: Args) -> PyResult {
    let args = positional(vm, "maketrans", without_class(args), 2, 2)?;
    let (Value::Bytes(from), Value::Bytes(to)) = (unwrap(&args[0]), unwrap(&args[1])) else {
        return Err(vm.type_error("a bytes-like object is required"));
    };
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(Value::bytes(table))
}
