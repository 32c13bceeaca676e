//! Taking text apart: `split`, `partition`, `strip`, `splitlines`.

use super::classify::is_space;
use super::{limit, receive};
use crate::python::builtins::receiver::{one, positional, type_name, unwrap};
use crate::python::objects::{Args, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("split", split),
    ("rsplit", split_right),
    ("splitlines", split_lines),
    ("partition", |vm, args| partition(vm, "str.partition", args, false)),
    ("rpartition", |vm, args| partition(vm, "str.rpartition", args, true)),
    ("strip", |vm, args| strip(vm, "str.strip", args, true, true)),
    ("lstrip", |vm, args| strip(vm, "str.lstrip", args, true, false)),
    ("rstrip", |vm, args| strip(vm, "str.rstrip", args, false, true)),
];

/// The text, the separator (None for white space) and the most splits of a `split`.
fn parameters(vm: &Vm, method: &str, args: Args) -> PyResult<(Str, Option<Str>, usize)> {
    let (text, args) = receive(vm, method, args)?;
    let name = method.rsplit('.').next().unwrap_or(method);
    if args.positional.len() > 2 {
        let given = args.positional.len();
        return Err(vm.type_error(&format!("{name}() takes at most 2 arguments ({given} given)")));
    }
    let [separator, most] = args.bind(vm, name, "sep maxsplit", 0)?;
    let separator = match separator.as_ref().map(unwrap) {
        None | Some(Value::None) => None,
        Some(Value::Str(separator)) if separator.is_empty() => {
            return Err(vm.value_error("empty separator"));
        }
        Some(Value::Str(separator)) => Some(separator.clone()),
        Some(other) => {
            let given = type_name(vm, other);
            return Err(vm.type_error(&format!("must be str or None, not {given}")));
        }
    };
    Ok((text, separator, limit(vm, most.as_ref())?))
}

fn strings<'t>(parts: impl Iterator<Item = &'t str>) -> Value {
    Value::list(parts.map(Value::str).collect())
}

fn split(vm: &Vm, args: Args) -> PyResult {
    let (text, separator, most) = parameters(vm, "str.split", args)?;
    if let Some(separator) = separator {
        return Ok(strings(text.as_str().splitn(most.saturating_add(1), separator.as_str())));
    }
    let mut parts = Vec::new();
    let mut rest = text.as_str().trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = if parts.len() < most { rest.find(is_space) } else { None };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part);
        rest = after.trim_start_matches(is_space);
    }
    Ok(strings(parts.into_iter()))
}

fn split_right(vm: &Vm, args: Args) -> PyResult {
    let (text, separator, most) = parameters(vm, "str.rsplit", args)?;
    let mut parts = Vec::new();
    if let Some(separator) = separator {
        parts.extend(text.as_str().rsplitn(most.saturating_add(1), separator.as_str()));
        return Ok(strings(parts.into_iter().rev()));
    }
    let mut rest = text.as_str().trim_end_matches(is_space);
    while !rest.is_empty() {
        let last_space =
            if parts.len() < most { rest.char_indices().rfind(|(_, c)| is_space(*c)) } else { None };
        let begin = last_space.map_or(0, |(place, c)| place + c.len_utf8());
        let (before, part) = rest.split_at(begin);
        parts.push(part);
        rest = before.trim_end_matches(is_space);
    }
    Ok(strings(parts.into_iter().rev()))
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn split_lines(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.splitlines", args)?;
    let [keep] = args.bind(vm, "splitlines", "keepends", 0)?;
    let keep = keep.map_or(Ok(false), |keep| vm.truth(&keep))?;
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.find(ends_line).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        let ending = match after {
            _ if after.starts_with("\r\n") => 2,
            _ => after.chars().next().map_or(0, char::len_utf8),
        };
        lines.push(if keep { &rest[..end + ending] } else { line });
        rest = &after[ending..];
    }
    Ok(strings(lines.into_iter()))
}

fn partition(vm: &Vm, method: &str, args: Args, from_right: bool) -> PyResult {
    let (text, args) = receive(vm, method, args)?;
    let separator = one(vm, method, args)?;
    let Some(separator) = separator.as_str() else {
        let given = type_name(vm, &separator);
        return Err(vm.type_error(&format!("must be str, not {given}")));
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = match from_right {
        false => text.as_str().split_once(separator),
        true => text.as_str().rsplit_once(separator),
    };
    let (before, after) = match (parts, from_right) {
        (Some(parts), _) => parts,
        (None, false) => (text.as_str(), ""),
        (None, true) => ("", text.as_str()),
    };
    let separator = if parts.is_some() { separator } else { "" };
    Ok(Value::tuple(vec![Value::str(before), Value::str(separator), Value::str(after)]))
}

fn strip(vm: &Vm, method: &str, args: Args, left: bool, right: bool) -> PyResult {
    let (text, args) = receive(vm, method, args)?;
    let chars = positional(vm, method, args, 0, 1)?.pop();
    let mut rest = text.as_str();
    match chars.as_ref().map(unwrap) {
        None | Some(Value::None) => {
            rest = if left { rest.trim_start_matches(is_space) } else { rest };
            rest = if right { rest.trim_end_matches(is_space) } else { rest };
        }
        Some(Value::Str(chars)) => {
            let is_one = |c: char| chars.as_str().contains(c);
            rest = if left { rest.trim_start_matches(is_one) } else { rest };
            rest = if right { rest.trim_end_matches(is_one) } else { rest };
        }
        Some(_) => {
            let name = method.rsplit('.').next().unwrap_or(method);
            return Err(vm.type_error(&format!("{name} arg must be None or str")));
        }
    }
    match rest.len() == text.as_str().len() {
        true => Ok(Value::Str(text)),
        false => Ok(Value::str(rest)),
    }
}
