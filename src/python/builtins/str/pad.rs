//! Filling text up to a width: `center`, `ljust`, `zfill`, `expandtabs`.

use super::receive;
use crate::python::builtins::receiver::{one, positional, small_index, type_name};
use crate::python::objects::{Args, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("center", center),
    ("ljust", left),
    ("rjust", right),
    ("zfill", zero_fill),
    ("expandtabs", expand_tabs),
];

/// The text, how many characters it lacks, and the character to fill with.
fn parameters(vm: &Vm, method: &str, args: Args) -> PyResult<(Str, usize, char)> {
    let (text, args) = receive(vm, method, args)?;
    let args = positional(vm, method, args, 1, 2)?;
    let width = small_index(vm, &args[0])?.max(0) as usize;
    let fill = match args.get(1) {
        None => ' ',
        Some(fill) => fill_character(vm, fill)?,
    };
    vm.check_size(width.saturating_mul(fill.len_utf8()))?;
    let missing = width.saturating_sub(text.len());
    Ok((text, missing, fill))
}

fn fill_character(vm: &Vm, fill: &Value) -> PyResult<char> {
    let Some(text) = fill.as_str() else {
        let given = type_name(vm, fill);
        let message = format!("The fill character must be a unicode character, not {given}");
        return Err(vm.type_error(&message));
    };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(fill), None) => Ok(fill),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

fn filled(text: &Str, before: usize, after: usize, fill: char) -> Value {
    if before + after == 0 {
        return Value::Str(text.clone());
    }
    let mut out: String = std::iter::repeat_n(fill, before).collect();
    out.push_str(text.as_str());
    out.extend(std::iter::repeat_n(fill, after));
    Value::string(out)
}

fn center(vm: &Vm, args: Args) -> PyResult {
    let (text, missing, fill) = parameters(vm, "str.center", args)?;
    // An odd character goes to the left where the width is odd: as CPython does.
    let before = missing / 2 + (missing & (missing + text.len()) & 1);
    Ok(filled(&text, before, missing - before, fill))
}

fn left(vm: &Vm, args: Args) -> PyResult {
    let (text, missing, fill) = parameters(vm, "str.ljust", args)?;
    Ok(filled(&text, 0, missing, fill))
}

fn right(vm: &Vm, args: Args) -> PyResult {
    let (text, missing, fill) = parameters(vm, "str.rjust", args)?;
    Ok(filled(&text, missing, 0, fill))
}

fn zero_fill(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.zfill", args)?;
    let width = small_index(vm, &one(vm, "str.zfill", args)?)?.max(0) as usize;
    vm.check_size(width)?;
    let zeros = "0".repeat(width.saturating_sub(text.len()));
    let sign = if text.as_str().starts_with(['+', '-']) { 1 } else { 0 };
    let (sign, digits) = text.as_str().split_at(sign);
    Ok(Value::string(format!("{sign}{zeros}{digits}")))
}

fn expand_tabs(vm: &Vm, args: Args) -> PyResult {
    let (text, args) = receive(vm, "str.expandtabs", args)?;
    let [size] = args.bind(vm, "expandtabs", "tabsize", 0)?;
    let size = size.map_or(Ok(8), |size| small_index(vm, &size))?.max(0) as usize;
    let tabs = text.as_str().matches('\t').count();
    vm.check_size(text.as_str().len().saturating_add(tabs.saturating_mul(size)))?;
    let mut out = String::new();
    let mut column = 0;
    for c in text.as_str().chars() {
        match c {
            '\t' if size > 0 => {
                let spaces = size - column % size;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(Value::string(out))
}
