//! Finding and replacing: places are code points to Python and bytes to Rust.

use super::{argument, as_bool, receive};
use crate::python::builtins::receiver::{bounds, one, positional, type_name, unwrap};
use crate::python::objects::{Args, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("find", |vm, args| {
        Ok(Value::int(find(vm, "str.find", args, Direction::First)?.map_or(-1, |at| at as i64)))
    }),
    ("rfind", |vm, args| {
        Ok(Value::int(find(vm, "str.rfind", args, Direction::Last)?.map_or(-1, |at| at as i64)))
    }),
    ("index", |vm, args| found(vm, find(vm, "str.index", args, Direction::First)?)),
    ("rindex", |vm, args| found(vm, find(vm, "str.rindex", args, Direction::Last)?)),
    ("count", count),
    ("startswith", |vm, args| is_at(vm, "str.startswith", args, |text, part| text.starts_with(part))),
    ("endswith", |vm, args| is_at(vm, "str.endswith", args, |text, part| text.ends_with(part))),
    ("replace", replace),
    ("removeprefix", |vm, args| remove(vm, "str.removeprefix", args, |text, part| text.strip_prefix(part))),
    ("removesuffix", |vm, args| remove(vm, "str.removesuffix", args, |text, part| text.strip_suffix(part))),
];

#[derive(Clone, Copy)]
enum Direction {
    First,
    Last,
}

/// The byte where a code point begins; the end for what is beyond it.
pub fn byte_of(text: &Str, place: usize) -> usize {
    match text.is_ascii() {
        true => place.min(text.as_str().len()),
        false => text.as_str().char_indices().nth(place).map_or(text.as_str().len(), |(byte, _)| byte),
    }
}

/// `text[start:stop]`, and where it begins, for arguments that may be missing; None where it begins
/// beyond the end: not even the empty text is found there.
fn part<'t>(
    vm: &Vm,
    text: &'t Str,
    start: Option<&Value>,
    stop: Option<&Value>,
) -> PyResult<Option<(&'t str, usize)>> {
    let (start, stop) = bounds(vm, start, stop, text.len())?;
    match start <= stop {
        true => Ok(Some((&text.as_str()[byte_of(text, start)..byte_of(text, stop)], start))),
        false => Ok(None),
    }
}

fn find(vm: &Vm, method: &str, args: Args, direction: Direction) -> PyResult<Option<usize>> {
    let (text, args) = receive(vm, method, args)?;
    let args = positional(vm, method, args, 1, 3)?;
    let wanted = argument(vm, method, 1, &args[0])?;
    let Some((part, start)) = part(vm, &text, args.get(1), args.get(2))? else { return Ok(None) };
    let byte = match direction {
        Direction::First => part.find(wanted.as_str()),
        Direction::Last => part.rfind(wanted.as_str()),
    };
    Ok(byte.map(|byte| start + if text.is_ascii() { byte } else { part[..byte].chars().count() }))
}

fn found(vm: &Vm, place: Option<usize>) -> PyResult {
    match place {
        Some(place) => Ok(Value::int(place as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn count(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.count", args)?;
    let args = positional(vm, "str.count", args, 1, 3)?;
    let wanted = argument(vm, "str.count", 1, &args[0])?;
    let Some((part, _)) = part(vm, &text, args.get(1), args.get(2))? else { return Ok(Value::int(0)) };
    Ok(Value::int(part.matches(wanted.as_str()).count() as i64))
}

fn is_at(vm: &Vm, method: &str, args: Args, test: fn(&str, &str) -> bool) -> PyResult {
    let (text, args) = receive(vm, method, args)?;
    let args = positional(vm, method, args, 1, 3)?;
    let Some((part, _)) = part(vm, &text, args.get(1), args.get(2))? else { return Ok(as_bool(false)) };
    let name = method.rsplit('.').next().unwrap_or(method);
    match unwrap(&args[0]) {
        Value::Str(wanted) => Ok(as_bool(test(part, wanted.as_str()))),
        Value::Tuple(choices) => {
            for choice in choices.iter() {
                let Some(wanted) = choice.as_str() else {
                    let given = type_name(vm, choice);
                    return Err(
                        vm.type_error(&format!("tuple for {name} must only contain str, not {given}"))
                    );
                };
                if test(part, wanted) {
                    return Ok(as_bool(true));
                }
            }
            Ok(as_bool(false))
        }
        other => {
            let given = type_name(vm, other);
            Err(vm.type_error(&format!("{name} first arg must be str or a tuple of str, not {given}")))
        }
    }
}

fn replace(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.replace", args)?;
    let given = args.positional.len();
    if given < 2 {
        let message = format!("replace() takes at least 2 positional arguments ({given} given)");
        return Err(vm.type_error(&message));
    }
    let [old, new, count] = args.bind(vm, "replace", "old new / count", 2)?;
    let old = argument(vm, "str.replace", 1, &old.unwrap_or(Value::None))?;
    let new = argument(vm, "str.replace", 2, &new.unwrap_or(Value::None))?;
    let most = super::limit(vm, count.as_ref())?;
    let (text, old, new) = (text.as_str(), old.as_str(), new.as_str());
    let times = text.matches(old).count().min(most);
    vm.check_size(text.len().saturating_add(times.saturating_mul(new.len())))?;
    Ok(Value::string(text.replacen(old, new, times)))
}

fn remove(
    vm: &Vm,
    method: &str,
    args: Args,
    strip: for<'t> fn(&'t str, &str) -> Option<&'t str>,
) -> PyResult {
    let (text, args) = receive(vm, method, args)?;
    let wanted = one(vm, method, args)?;
    let wanted = argument(vm, method, 0, &wanted)?;
    match strip(text.as_str(), wanted.as_str()) {
        Some(rest) if !wanted.is_empty() => Ok(Value::str(rest)),
        _ => Ok(Value::Str(text)),
    }
}
