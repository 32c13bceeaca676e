//! `str`: its methods, by what they are for. Python counts code points.

pub mod case;
pub mod classify;
pub mod pad;
pub mod search;
pub mod split;
pub mod translate;

use std::rc::Rc;

use super::receiver::{one, small_index, split as split_receiver, type_name, unwrap, wrong_receiver};
use super::{codecs, str_format};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;

/// The methods that have no file of their own; [`methods`] has all.
pub const METHODS: &[(&str, NativeFn)] = &[
    ("join", join),
    ("encode", encode),
    ("format", format),
    ("format_map", format_map),
    ("translate", translate::translate),
];

pub const STATIC: &[(&str, NativeFn)] = &[("maketrans", translate::make_table)];

/// The methods in the files of their own.
pub const MORE_METHODS: &[&[(&str, NativeFn)]] =
    &[case::METHODS, classify::METHODS, pad::METHODS, search::METHODS, split::METHODS];

/// `str(object="")` and `str(bytes, encoding="utf-8", errors="strict")`.
///
/// # Errors
/// What `__str__` raises; UnicodeDecodeError.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [object, encoding, errors] = args.bind(vm, "str", "object encoding errors", 0)?;
    let Some(object) = object else { return Ok(Value::str("")) };
    if encoding.is_none() && errors.is_none() {
        return Ok(Value::Str(vm.str(&object)?));
    }
    match unwrap(&object) {
        Value::Bytes(bytes) => {
            let encoding = codec_argument(vm, "str", "encoding", encoding.as_ref(), "utf-8")?;
            let errors = codec_argument(vm, "str", "errors", errors.as_ref(), "strict")?;
            Ok(Value::string(codecs::decode(vm, bytes, encoding.as_str(), errors.as_str())?))
        }
        Value::Str(_) => Err(vm.type_error("decoding str is not supported")),
        other => {
            let given = type_name(vm, other);
            Err(vm.type_error(&format!("decoding to str: need a bytes-like object, {given} found")))
        }
    }
}

/// The str that a method is called on, and the other arguments.
fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Str, Args)> {
    match split_receiver(vm, method, args)? {
        (Value::Str(text), args) => Ok((text, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

/// The str that a method without arguments is called on.
fn alone(vm: &Vm, method: &str, args: Args) -> PyResult<Str> {
    let (text, args) = receive(vm, method, args)?;
    super::receiver::positional(vm, method, args, 0, 0)?;
    Ok(text)
}

fn as_bool(truth: bool) -> Value {
    Value::Bool(truth)
}

/// An argument that must be a str; `place` counts from 1, and is 0 where it is the only one.
fn argument(vm: &Vm, method: &str, place: usize, value: &Value) -> PyResult<Str> {
    if let Value::Str(text) = unwrap(value) {
        return Ok(text.clone());
    }
    let name = method.rsplit('.').next().unwrap_or(method);
    let which = if place == 0 { String::new() } else { format!(" {place}") };
    let given = type_name(vm, value);
    Err(vm.type_error(&format!("{name}() argument{which} must be str, not {given}")))
}

/// A count where a negative one means no limit.
fn limit(vm: &Vm, count: Option<&Value>) -> PyResult<usize> {
    let count = count.map_or(Ok(-1), |count| small_index(vm, count))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

fn join(vm: &Vm, args: Args) -> PyResult {
    let (separator, args) = receive(vm, "str.join", args)?;
    let iterable = one(vm, "str.join", args)?;
    let items = match unwrap(&iterable) {
        Value::List(list) => list.0.borrow().clone(),
        _ => {
            let is_iterable = vm.iter(&iterable);
            let iterator = is_iterable.map_err(|error| match error.is(&vm.exceptions.type_error) {
                true => vm.type_error("can only join an iterable"),
                false => error,
            })?;
            vm.collect(&iterator)?
        }
    };
    let mut size = separator.as_str().len().saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        let Some(text) = item.as_str() else {
            let given = type_name(vm, item);
            return Err(
                vm.type_error(&format!("sequence item {place}: expected str instance, {given} found"))
            );
        };
        size = size.saturating_add(text.len());
    }
    vm.check_size(size)?;
    let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
    Ok(Value::string(texts.join(separator.as_str())))
}

fn codec_argument(
    vm: &Vm,
    function: &str,
    name: &str,
    value: Option<&Value>,
    otherwise: &str,
) -> PyResult<Str> {
    match value.map(unwrap) {
        None => Ok(Str::new(otherwise)),
        Some(Value::Str(text)) => Ok(text.clone()),
        Some(other) => {
            let given = type_name(vm, other);
            Err(vm.type_error(&format!("{function}() argument '{name}' must be str, not {given}")))
        }
    }
}

fn encode(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.encode", args)?;
    let [encoding, errors] = args.bind(vm, "encode", "encoding errors", 0)?;
    let encoding = codec_argument(vm, "encode", "encoding", encoding.as_ref(), "utf-8")?;
    let errors = codec_argument(vm, "encode", "errors", errors.as_ref(), "strict")?;
    Ok(Value::bytes(codecs::encode(vm, text.as_str(), encoding.as_str(), errors.as_str())?))
}

fn format(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.format", args)?;
    Ok(Value::string(str_format::format(vm, text.as_str(), &args)?))
}

fn format_map(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.format_map", args)?;
    let mapping = one(vm, "str.format_map", args)?;
    Ok(Value::string(str_format::format_map(vm, text.as_str(), &mapping)?))
}
