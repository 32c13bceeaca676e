//! `bytes`. What does not depend on letters or white space is done by the methods of str, on a text
//! with a code point for each byte.

mod ascii;
mod hex;

use std::rc::Rc;

use super::receiver::{
    one, positional, small_index, split as split_receiver, type_name, unwrap, wrong_receiver,
};
use super::str::{pad, search, split};
use super::{codecs, int};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("decode", decode),
    ("hex", hex::hex),
    ("join", join),
    ("find", |vm, args| part(vm, "find", args, search::METHODS)),
    ("rfind", |vm, args| part(vm, "rfind", args, search::METHODS)),
    ("index", |vm, args| part(vm, "index", args, search::METHODS)),
    ("rindex", |vm, args| part(vm, "rindex", args, search::METHODS)),
    ("count", |vm, args| part(vm, "count", args, search::METHODS)),
    ("startswith", |vm, args| prefix(vm, "startswith", args)),
    ("endswith", |vm, args| prefix(vm, "endswith", args)),
    ("replace", |vm, args| as_text(vm, "replace", args, search::METHODS)),
    ("removeprefix", |vm, args| as_text(vm, "removeprefix", args, search::METHODS)),
    ("removesuffix", |vm, args| as_text(vm, "removesuffix", args, search::METHODS)),
    ("partition", |vm, args| as_text(vm, "partition", args, split::METHODS)),
    ("rpartition", |vm, args| as_text(vm, "rpartition", args, split::METHODS)),
    ("split", |vm, args| spaced(vm, "split", args)),
    ("rsplit", |vm, args| spaced(vm, "rsplit", args)),
    ("strip", |vm, args| spaced(vm, "strip", args)),
    ("lstrip", |vm, args| spaced(vm, "lstrip", args)),
    ("rstrip", |vm, args| spaced(vm, "rstrip", args)),
    ("center", |vm, args| fill(vm, "center", args)),
    ("ljust", |vm, args| fill(vm, "ljust", args)),
    ("rjust", |vm, args| fill(vm, "rjust", args)),
    ("zfill", |vm, args| as_text(vm, "zfill", args, pad::METHODS)),
    ("expandtabs", |vm, args| as_text(vm, "expandtabs", args, pad::METHODS)),
    ("splitlines", ascii::split_lines),
    ("translate", ascii::translate),
];

/// The methods that know ASCII's letters.
pub const MORE_METHODS: &[(&str, NativeFn)] = ascii::METHODS;

pub const STATIC: &[(&str, NativeFn)] = &[("fromhex", hex::from_hex), ("maketrans", ascii::make_table)];

/// `bytes(source=b"", encoding=..., errors=...)`.
///
/// # Errors
/// TypeError and ValueError for what cannot be bytes; UnicodeEncodeError.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [source, encoding, errors] = args.bind(vm, "bytes", "source encoding errors", 0)?;
    let Some(source) = source else { return Ok(Value::bytes(Vec::new())) };
    let named = |name: &str, value: &Option<Value>, otherwise: &str| match value {
        None => Ok(otherwise.to_owned()),
        Some(value) => value.as_str().map(str::to_owned).ok_or_else(|| {
            let given = type_name(vm, value);
            vm.type_error(&format!("bytes() argument '{name}' must be str, not {given}"))
        }),
    };
    let encoded = encoding.is_some() || errors.is_some();
    let (encoding, errors) = (named("encoding", &encoding, "utf-8")?, named("errors", &errors, "strict")?);
    match unwrap(&source) {
        Value::Str(text) if encoded => {
            Ok(Value::bytes(codecs::encode(vm, text.as_str(), &encoding, &errors)?))
        }
        Value::Str(_) => Err(vm.type_error("string argument without an encoding")),
        _ if encoded => Err(vm.type_error("encoding without a string argument")),
        own @ Value::Bytes(_) => Ok(own.clone()),
        Value::Int(..) | Value::Bool(_) | Value::BigInt(_) => {
            let count = small_index(vm, &source)?;
            let count = usize::try_from(count).map_err(|_| vm.value_error("negative count"))?;
            vm.check_size(count)?;
            Ok(Value::bytes(vec![0; count]))
        }
        _ => match vm.call_special(&source, "__bytes__", Args::none())? {
            Some(made @ Value::Bytes(_)) => Ok(made),
            Some(other) => {
                let name = type_name(vm, &other);
                Err(vm.type_error(&format!("__bytes__ returned non-bytes (type {name})")))
            }
            None => Ok(Value::bytes(from_iterable(vm, &source)?)),
        },
    }
}

/// The bytes that bytes, or an iterable of small ints, are.
///
/// # Errors
/// TypeError for anything else, ValueError for ints out of range.
pub fn from_iterable(vm: &Vm, source: &Value) -> PyResult<Vec<u8>> {
    match unwrap(source) {
        Value::Bytes(bytes) => return Ok(bytes.to_vec()),
        Value::Str(_) => return Err(vm.type_error("cannot convert 'str' object to bytes")),
        _ => {}
    }
    let iterator = vm.iter(source).map_err(|error| match error.is(&vm.exceptions.type_error) {
        true => vm.type_error(&format!("cannot convert '{}' object to bytes", type_name(vm, source))),
        false => error,
    })?;
    let mut bytes = Vec::new();
    while let Some(item) = vm.next(&iterator)? {
        let number = int::index(vm, &item)?;
        match int::as_i64(&number).and_then(|number| u8::try_from(number).ok()) {
            Some(byte) => bytes.push(byte),
            None => return Err(vm.value_error("bytes must be in range(0, 256)")),
        }
        vm.check_size(bytes.len())?;
    }
    Ok(bytes)
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<Vec<u8>>, Args)> {
    match split_receiver(vm, method, args)? {
        (Value::Bytes(bytes), args) => Ok((bytes, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

/// A text with a code point for each byte.
fn text_of(bytes: &[u8]) -> Value {
    Value::string(bytes.iter().copied().map(char::from).collect())
}

/// The way back; lists and tuples of texts, too.
fn bytes_of(value: Value) -> Value {
    match value {
        Value::Str(text) => {
            Value::bytes(text.as_str().chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect())
        }
        Value::List(list) => Value::list(list.0.take().into_iter().map(bytes_of).collect()),
        Value::Tuple(items) => Value::tuple(items.iter().cloned().map(bytes_of).collect()),
        other => other,
    }
}

/// Do as the method of str does that has the same name.
fn as_text(vm: &Vm, name: &str, args: Args, methods: &[(&str, NativeFn)]) -> PyResult {
    let Some((_, method)) = methods.iter().find(|(own, _)| *own == name) else { return Ok(Value::None) };
    let (bytes, Args { positional, keywords }) = receive(vm, &format!("bytes.{name}"), args)?;
    let convert = |value: Value| match unwrap(&value) {
        Value::Bytes(bytes) => Ok(text_of(bytes)),
        Value::Str(_) => Err(vm.type_error("a bytes-like object is required, not 'str'")),
        _ => Ok(value),
    };
    let positional = positional.into_iter().map(convert).collect::<PyResult<Vec<_>>>()?;
    let keywords = keywords
        .into_iter()
        .map(|(name, value)| Ok((name, convert(value)?)))
        .collect::<PyResult<Vec<_>>>()?;
    let mut args = Args { positional, keywords };
    args.insert_receiver(text_of(&bytes));
    Ok(bytes_of(method(vm, args)?))
}

/// `find` and the like, which also take a byte as an int.
fn part(vm: &Vm, name: &str, mut args: Args, methods: &[(&str, NativeFn)]) -> PyResult {
    if let Some(wanted) = args.positional.get_mut(1) {
        let byte = match unwrap(wanted) {
            Value::Bytes(_) => None,
            Value::Int(..) | Value::Bool(_) | Value::BigInt(_) => {
                let byte = int::as_i64(wanted).and_then(|byte| u8::try_from(byte).ok());
                Some(byte.ok_or_else(|| vm.value_error("byte must be in range(0, 256)"))?)
            }
            other => {
                let given = type_name(vm, other);
                let message = format!("argument should be integer or bytes-like object, not '{given}'");
                return Err(vm.type_error(&message));
            }
        };
        if let Some(byte) = byte {
            *wanted = Value::bytes(vec![byte]);
        }
    }
    as_text(vm, name, args, methods).map_err(|error| match error.is(&vm.exceptions.value_error) {
        true => vm.value_error("subsection not found"),
        false => error,
    })
}

fn prefix(vm: &Vm, name: &str, mut args: Args) -> PyResult {
    if let Some(wanted) = args.positional.get_mut(1) {
        let converted = match unwrap(wanted) {
            Value::Bytes(_) => None,
            Value::Tuple(items) if items.iter().all(|item| matches!(unwrap(item), Value::Bytes(_))) => {
                let texts = items.iter().filter_map(|item| match unwrap(item) {
                    Value::Bytes(bytes) => Some(text_of(bytes)),
                    _ => None,
                });
                Some(Value::tuple(texts.collect()))
            }
            other => {
                let given = type_name(vm, other);
                let message = format!("{name} first arg must be bytes or a tuple of bytes, not {given}");
                return Err(vm.type_error(&message));
            }
        };
        if let Some(converted) = converted {
            *wanted = converted;
        }
    }
    as_text(vm, name, args, search::METHODS)
}

/// Without an argument, the bytes of ASCII's white space separate.
fn spaced(vm: &Vm, name: &str, mut args: Args) -> PyResult {
    let is_strip = name.ends_with("strip");
    let given = args.positional.get(1).filter(|value| !matches!(value, Value::None));
    let by_name =
        args.keywords.iter().any(|(name, value)| name.as_str() == "sep" && !matches!(value, Value::None));
    if given.is_some() || by_name {
        if let Some(other) = given.filter(|given| !matches!(unwrap(given), Value::Bytes(_))) {
            let given = type_name(vm, other);
            return Err(vm.type_error(&format!("a bytes-like object is required, not '{given}'")));
        }
        return as_text(vm, name, args, split::METHODS);
    }
    if is_strip {
        args.positional.truncate(1);
        args.positional.push(Value::bytes(ascii::SPACE.to_vec()));
        return as_text(vm, name, args, split::METHODS);
    }
    ascii::split_at_space(vm, name, args)
}

fn fill(vm: &Vm, name: &str, args: Args) -> PyResult {
    if let Some(fill) = args.positional.get(2)
        && !matches!(unwrap(fill), Value::Bytes(bytes) if bytes.len() == 1)
    {
        let given = type_name(vm, fill);
        let message = format!("{name}() argument 2 must be a byte string of length 1, not {given}");
        return Err(vm.type_error(&message));
    }
    as_text(vm, name, args, pad::METHODS)
}

fn decode(vm: &Vm, args: Args) -> PyResult {
    let (bytes, args) = receive(vm, "bytes.decode", args)?;
    let [encoding, errors] = args.bind(vm, "decode", "encoding errors", 0)?;
    let text = |name: &str, value: &Option<Value>, otherwise: &str| match value {
        None => Ok(otherwise.to_owned()),
        Some(value) => value.as_str().map(str::to_owned).ok_or_else(|| {
            let given = type_name(vm, value);
            vm.type_error(&format!("decode() argument '{name}' must be str, not {given}"))
        }),
    };
    let (encoding, errors) = (text("encoding", &encoding, "utf-8")?, text("errors", &errors, "strict")?);
    Ok(Value::string(codecs::decode(vm, &bytes, &encoding, &errors)?))
}

fn join(vm: &Vm, args: Args) -> PyResult {
    let (separator, args) = receive(vm, "bytes.join", args)?;
    let iterable = one(vm, "bytes.join", args)?;
    let items = vm.collect(&iterable).map_err(|error| match error.is(&vm.exceptions.type_error) {
        true => vm.type_error("can only join an iterable"),
        false => error,
    })?;
    let mut out = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let Value::Bytes(bytes) = unwrap(item) else {
            let given = type_name(vm, item);
            let message = format!("sequence item {place}: expected a bytes-like object, {given} found");
            return Err(vm.type_error(&message));
        };
        if place > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(bytes);
        vm.check_size(out.len())?;
    }
    Ok(Value::bytes(out))
}

/// The bytes that a method without arguments is called on.
fn alone(vm: &Vm, method: &str, args: Args) -> PyResult<Rc<Vec<u8>>> {
    let (bytes, args) = receive(vm, method, args)?;
    positional(vm, method, args, 0, 0)?;
    Ok(bytes)
}
