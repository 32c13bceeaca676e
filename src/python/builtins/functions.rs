//! The built-in functions that are no classes.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::receiver::{positional, unwrap as inner};
use super::{float, int, iterators, sort};
use crate::asyncio::coroutines::Cx;
use crate::python::code::CodeKind;
use crate::python::host::Python;
use crate::python::modules::asyncio::await_value;
use crate::python::modules::sys::redirected_stdout;
use crate::python::objects::{Args, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::BinaryOp;
use crate::python::vm::arithmetic::cost;
use crate::python::vm::compare::CompareOp;
use crate::python::vm::generator::AsyncAction;

pub const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("abs", abs),
    ("aiter", |vm, args| vm.async_iter(&one(vm, "aiter", args)?)),
    ("all", all),
    ("anext", anext),
    ("any", any),
    ("ascii", |vm, args| Ok(Value::Str(vm.ascii(&one(vm, "ascii", args)?)?))),
    ("bin", |vm, args| radix(vm, args, "bin", "0b", 2)),
    ("callable", callable),
    ("chr", chr),
    ("delattr", delattr),
    ("dir", dir),
    ("divmod", divmod),
    ("format", format),
    ("getattr", getattr),
    ("hasattr", hasattr),
    ("hash", |vm, args| Ok(Value::int(vm.hash(&one(vm, "hash", args)?)?))),
    ("hex", |vm, args| radix(vm, args, "hex", "0x", 16)),
    ("id", |vm, args| Ok(Value::int(vm.id_of(&one(vm, "id", args)?) as i64))),
    ("input", input),
    ("isinstance", is_instance),
    ("issubclass", is_subclass),
    ("iter", iter),
    ("len", |vm, args| Ok(Value::int(vm.len(&one(vm, "len", args)?)? as i64))),
    ("max", |vm, args| extreme(vm, args, "max", CompareOp::Greater)),
    ("min", |vm, args| extreme(vm, args, "min", CompareOp::Less)),
    ("next", next),
    ("oct", |vm, args| radix(vm, args, "oct", "0o", 8)),
    ("ord", ord),
    ("pow", pow),
    ("print", print),
    ("repr", |vm, args| Ok(Value::Str(vm.repr(&one(vm, "repr", args)?)?))),
    ("round", round),
    ("setattr", setattr),
    ("sorted", sort::sorted),
    ("sum", sum),
    ("vars", vars),
];

fn one(vm: &Vm, name: &str, args: Args) -> PyResult {
    let [value] = args.bind(vm, name, "x /", 1)?;
    Ok(value.unwrap_or(Value::None))
}

fn name_of(vm: &Vm, value: &Value) -> String {
    vm.class_of(value).name.borrow().to_string()
}

/// `abs(x)`.
fn abs(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "abs", args)?;
    if matches!(value, Value::Object(_) | Value::Native(_))
        && let Some(result) = vm.call_special(&value, "__abs__", Args::none())?
    {
        return Ok(result);
    }
    match inner(&value) {
        Value::Float(number, _) => Ok(Value::float(number.abs())),
        number @ (Value::Int(..) | Value::Bool(_) | Value::BigInt(_)) => {
            Ok(Value::big(int::to_big(number).abs()))
        }
        other => Err(vm.type_error(&format!("bad operand type for abs(): '{}'", name_of(vm, other)))),
    }
}

fn all(vm: &Vm, args: Args) -> PyResult {
    let iterator = vm.iter(&one(vm, "all", args)?)?;
    while let Some(item) = vm.next(&iterator)? {
        if !vm.truth(&item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn any(vm: &Vm, args: Args) -> PyResult {
    let iterator = vm.iter(&one(vm, "any", args)?)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.truth(&item)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// `bin(x)`, `oct(x)`, `hex(x)`.
fn radix(vm: &Vm, args: Args, name: &str, prefix: &str, radix: u32) -> PyResult {
    let value = one(vm, name, args)?;
    let number = match inner(&value) {
        number @ (Value::Int(..) | Value::Bool(_) | Value::BigInt(_)) => int::to_big(number).into_owned(),
        other => BigInt::from(vm.index(other)?),
    };
    let sign = if number.is_negative() { "-" } else { "" };
    Ok(Value::string(format!("{sign}{prefix}{}", number.abs().to_str_radix(radix))))
}

/// `anext(iterator, default)`.
fn anext(vm: &Vm, args: Args) -> PyResult {
    let mut args = positional(vm, "anext", args, 1, 2)?.into_iter();
    let iterator = args.next().unwrap_or(Value::None);
    if vm.special(&iterator, "__anext__").is_none() {
        let name = vm.class_of(&iterator).name.borrow().to_string();
        return Err(vm.type_error(&format!("'{name}' object is not an async iterator")));
    }
    let default = match (args.next(), &iterator) {
        (None, _) => return vm.async_next(&iterator),
        (Some(default), Value::Generator(generator)) => {
            return Ok(vm.async_step(generator, AsyncAction::Next(default)));
        }
        (Some(default), _) => default,
    };
    let next = vm.async_next(&iterator)?;
    let body = async move |cx: Cx<Python>| match await_value(&cx, &next).await {
        Err(error) if error.is(&cx.host().machine().exceptions.stop_async_iteration) => Ok(default),
        outcome => outcome,
    };
    Ok(vm.native_coroutine("anext_awaitable", body))
}

fn callable(vm: &Vm, args: Args) -> PyResult {
    Ok(Value::Bool(vm.is_callable(&one(vm, "callable", args)?)))
}

fn chr(vm: &Vm, args: Args) -> PyResult {
    let code = vm.index(&one(vm, "chr", args)?)?;
    match u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff) {
        Some(code) => match char::from_u32(code) {
            Some(character) => Ok(Value::string(character.to_string())),
            None => Err(vm.unsupported("surrogates in text")),
        },
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "ord", args)?;
    let length = match inner(&value) {
        Value::Str(text) => match text.char_at(0).filter(|_| text.len() == 1) {
            Some(character) => return Ok(Value::int(i64::from(u32::from(character)))),
            None => text.len(),
        },
        Value::Bytes(bytes) => match bytes.as_slice() {
            [byte] => return Ok(Value::int(i64::from(*byte))),
            bytes => bytes.len(),
        },
        other => {
            let message = format!("ord() expected string of length 1, but {} found", name_of(vm, other));
            return Err(vm.type_error(&message));
        }
    };
    Err(vm.type_error(&format!("ord() expected a character, but string of length {length} found")))
}

fn attribute_name(vm: &Vm, name: Option<Value>) -> PyResult<Str> {
    match name {
        Some(Value::Str(name)) => Ok(name),
        other => {
            let name = name_of(vm, &other.unwrap_or(Value::None));
            Err(vm.type_error(&format!("attribute name must be string, not '{name}'")))
        }
    }
}

fn getattr(vm: &Vm, args: Args) -> PyResult {
    let [object, name, default] = args.bind(vm, "getattr", "object name default /", 2)?;
    let (object, name) = (object.unwrap_or(Value::None), attribute_name(vm, name)?);
    match (vm.get_attr(&object, &name), default) {
        (Err(error), Some(default)) if error.is(&vm.exceptions.attribute_error) => Ok(default),
        (result, _) => result,
    }
}

fn hasattr(vm: &Vm, args: Args) -> PyResult {
    let [object, name] = args.bind(vm, "hasattr", "obj name /", 2)?;
    let name = attribute_name(vm, name)?;
    let found = vm.get_attr_opt(&object.unwrap_or(Value::None), name.as_str())?;
    Ok(Value::Bool(found.is_some()))
}

fn setattr(vm: &Vm, args: Args) -> PyResult {
    let [object, name, value] = args.bind(vm, "setattr", "obj name value /", 3)?;
    let name = attribute_name(vm, name)?;
    vm.set_attr(&object.unwrap_or(Value::None), &name, value.unwrap_or(Value::None))?;
    Ok(Value::None)
}

fn delattr(vm: &Vm, args: Args) -> PyResult {
    let [object, name] = args.bind(vm, "delattr", "obj name /", 2)?;
    let name = attribute_name(vm, name)?;
    vm.delete_attr(&object.unwrap_or(Value::None), &name)?;
    Ok(Value::None)
}

/// `dir(object)`: the names in its namespace and in its classes.
fn dir(vm: &Vm, args: Args) -> PyResult {
    let [object] = args.bind(vm, "dir", "object /", 0)?;
    if let Some(object) = &object
        && let Some(names) = vm.call_special(object, "__dir__", Args::none())?
    {
        return super::sort::sorted(vm, Args::one(names));
    }
    let mut names = Vec::new();
    let mut add = |dict: &crate::python::objects::Dict| names.extend(dict.keys());
    match &object {
        None => add(&vm.main.dict),
        Some(Value::Module(module)) => add(&module.dict),
        Some(Value::Class(class)) => class.mro().iter().for_each(|class| add(&class.dict)),
        Some(other) => {
            if let Value::Object(instance) = other {
                add(&instance.dict);
            }
            vm.class_of(other).mro().iter().for_each(|class| add(&class.dict));
        }
    }
    let mut texts: Vec<String> = names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    texts.sort();
    texts.dedup();
    Ok(Value::list(texts.into_iter().map(Value::string).collect()))
}

fn vars(vm: &Vm, args: Args) -> PyResult {
    let [object] = args.bind(vm, "vars", "object /", 0)?;
    match object {
        None => Ok(Value::Dict(vm.main.dict.clone())),
        Some(Value::Module(module)) => Ok(Value::Dict(module.dict.clone())),
        Some(object) => match vm.get_attr_opt(&object, "__dict__")? {
            Some(dict) => Ok(dict),
            None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
        },
    }
}

/// `divmod(a, b)`.
pub fn divmod(vm: &Vm, args: Args) -> PyResult {
    let [a, b] = args.bind(vm, "divmod", "x y /", 2)?;
    let (a, b) = (a.unwrap_or(Value::None), b.unwrap_or(Value::None));
    if matches!(a, Value::Object(_))
        && let Some(result) = vm.call_special(&a, "__divmod__", Args::one(b.clone()))?
        && !matches!(result, Value::NotImplemented)
    {
        return Ok(result);
    }
    let quotient = vm.binary(BinaryOp::FloorDivide, &a, &b).map_err(|error| {
        match error.is(&vm.exceptions.type_error) {
            true => {
                let (a, b) = (name_of(vm, &a), name_of(vm, &b));
                vm.type_error(&format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'"))
            }
            false => error,
        }
    })?;
    Ok(Value::tuple(vec![quotient, vm.binary(BinaryOp::Modulo, &a, &b)?]))
}

fn format(vm: &Vm, args: Args) -> PyResult {
    let [value, spec] = args.bind(vm, "format", "value format_spec /", 1)?;
    let spec = spec.unwrap_or_else(|| Value::str(""));
    let Some(spec) = spec.as_str() else {
        return Err(vm.type_error(&format!("format() argument 2 must be str, not {}", name_of(vm, &spec))));
    };
    Ok(Value::Str(vm.format(&value.unwrap_or(Value::None), spec)?))
}

/// Nobody types into a run.
fn input(vm: &Vm, args: Args) -> PyResult {
    let [prompt] = args.bind(vm, "input", "prompt /", 0)?;
    if let Some(prompt) = prompt {
        let text = vm.str(&prompt)?;
        vm.write_stdout(text.as_str())?;
    }
    Err(vm.error(&vm.exceptions.eof_error, "EOF when reading a line"))
}

fn is_instance(vm: &Vm, args: Args) -> PyResult {
    let [value, classes] = args.bind(vm, "isinstance", "obj class_or_tuple /", 2)?;
    Ok(Value::Bool(vm.is_instance(&value.unwrap_or(Value::None), &classes.unwrap_or(Value::None))?))
}

fn is_subclass(vm: &Vm, args: Args) -> PyResult {
    let [class, classes] = args.bind(vm, "issubclass", "cls class_or_tuple /", 2)?;
    Ok(Value::Bool(vm.is_subclass(&class.unwrap_or(Value::None), &classes.unwrap_or(Value::None))?))
}

fn iter(vm: &Vm, args: Args) -> PyResult {
    let [value, sentinel] = args.bind(vm, "iter", "object sentinel /", 1)?;
    let value = value.unwrap_or(Value::None);
    match sentinel {
        Some(sentinel) => Ok(iterators::until(value, sentinel)),
        None => vm.iter(&value),
    }
}

/// `next(iterator, default)`: a generator's own StopIteration, with its value, goes out.
fn next(vm: &Vm, args: Args) -> PyResult {
    let [iterator, default] = args.bind(vm, "next", "iterator default /", 1)?;
    let iterator = iterator.unwrap_or(Value::None);
    let is_generator =
        matches!(&iterator, Value::Generator(generator) if generator.kind == CodeKind::Generator);
    let result = match (&iterator, is_generator) {
        (Value::Iterator(_), _) => vm.next(&iterator)?.ok_or_else(|| vm.stop_iteration(Value::None)),
        (_, true) => vm.call_method(&iterator, "__next__", Args::none()),
        _ => match vm.special(&iterator, "__next__") {
            Some(next) => vm.call(&next, Args::none()),
            None => Err(vm.type_error(&format!("'{}' object is not an iterator", name_of(vm, &iterator)))),
        },
    };
    match (result, default) {
        (Err(error), Some(default)) if error.is(&vm.exceptions.stop_iteration) => Ok(default),
        (result, _) => result,
    }
}

/// `max(...)`, `min(...)`.
fn extreme(vm: &Vm, args: Args, name: &str, op: CompareOp) -> PyResult {
    let Args { mut positional, keywords } = args;
    let (mut key, mut default) = (None, None);
    for (keyword, value) in keywords {
        match keyword.as_str() {
            "key" => key = Some(value).filter(|value| !matches!(value, Value::None)),
            "default" => default = Some(value),
            other => {
                return Err(vm.type_error(&format!("{name}() got an unexpected keyword argument '{other}'")));
            }
        }
    }
    let items = match positional.len() {
        0 => return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0"))),
        1 => vm.collect(&positional.remove(0))?,
        _ if default.is_some() => {
            return Err(vm.type_error(&format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => positional,
    };
    let mut best: Option<(Value, Value)> = None;
    for item in items {
        let by = match &key {
            Some(key) => vm.call(key, Args::one(item.clone()))?,
            None => item.clone(),
        };
        let better = match &best {
            None => true,
            Some((best, _)) => {
                let answer = vm.compare(op, &by, best)?;
                vm.truth(&answer)?
            }
        };
        if better {
            best = Some((by, item));
        }
    }
    match (best, default) {
        (Some((_, item)), _) => Ok(item),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(vm.value_error(&format!("{name}() iterable argument is empty"))),
    }
}

/// `pow(base, exp, mod=None)`.
pub fn pow(vm: &Vm, args: Args) -> PyResult {
    let [base, exponent, modulus] = args.bind(vm, "pow", "base exp mod", 2)?;
    let (base, exponent) = (base.unwrap_or(Value::None), exponent.unwrap_or(Value::None));
    let modulus = match modulus {
        None | Some(Value::None) => return vm.binary(BinaryOp::Power, &base, &exponent),
        Some(modulus) => modulus,
    };
    let whole = |value: &Value| matches!(inner(value), Value::Int(..) | Value::Bool(_) | Value::BigInt(_));
    if !whole(&base) || !whole(&exponent) || !whole(&modulus) {
        return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    let (base, exponent, modulus) =
        (int::to_big(inner(&base)), int::to_big(inner(&exponent)), int::to_big(inner(&modulus)));
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let (base, exponent) = match exponent.is_negative() {
        false => (base.into_owned(), exponent.into_owned()),
        true => match base.mod_floor(&modulus).modinv(&modulus.abs()) {
            Some(inverse) => (inverse, -exponent.into_owned()),
            None => return Err(vm.value_error("base is not invertible for the given modulus")),
        },
    };
    vm.work(cost(&modulus, &modulus).saturating_mul(16 * exponent.bits()))?;
    let result = base.mod_floor(&modulus.abs()).modpow(&exponent, &modulus.abs());
    Ok(Value::big(result.mod_floor(&modulus)))
}

/// `print(*objects, sep=' ', end='\n', file=None, flush=False)`.
fn print(vm: &Vm, args: Args) -> PyResult {
    let (mut separator, mut end, mut file) = (Str::new(" "), Str::new("\n"), Value::None);
    for (keyword, value) in args.keywords {
        match (keyword.as_str(), value) {
            ("sep" | "end", Value::None) | ("flush", _) => {}
            ("sep", Value::Str(text)) => separator = text,
            ("end", Value::Str(text)) => end = text,
            ("file", value) => file = value,
            (name @ ("sep" | "end"), other) => {
                let message = format!("{name} must be None or a string, not {}", name_of(vm, &other));
                return Err(vm.type_error(&message));
            }
            (other, _) => {
                return Err(vm.type_error(&format!("print() got an unexpected keyword argument '{other}'")));
            }
        }
    }
    let mut text = String::new();
    for (place, value) in args.positional.iter().enumerate() {
        if place > 0 {
            text.push_str(separator.as_str());
        }
        text.push_str(vm.str(value)?.as_str());
        vm.check_size(text.len())?;
    }
    text.push_str(end.as_str());
    if let Value::None = file {
        file = redirected_stdout(vm).unwrap_or(Value::None);
    }
    match file {
        Value::None => vm.write_stdout(&text)?,
        file => {
            vm.call_method(&file, "write", Args::one(Value::string(text)))?;
        }
    }
    Ok(Value::None)
}

/// `round(number, ndigits=None)`.
fn round(vm: &Vm, args: Args) -> PyResult {
    let [number, digits] = args.bind(vm, "round", "number ndigits", 1)?;
    let number = number.unwrap_or(Value::None);
    let digits = digits.filter(|digits| !matches!(digits, Value::None));
    if matches!(number, Value::Object(_) | Value::Native(_)) {
        let args = Args::positional(digits.iter().cloned().collect());
        if let Some(result) = vm.call_special(&number, "__round__", args)? {
            return Ok(result);
        }
    }
    match (inner(&number), digits) {
        (Value::Float(value, _), None) => match value.is_finite() {
            true => int::from_float(vm, value.round_ties_even()),
            false => int::from_float(vm, *value),
        },
        (Value::Float(value, _), Some(digits)) => match float::round_to(*value, vm.index(&digits)?) {
            Some(rounded) => Ok(Value::float(rounded)),
            None => Err(vm.overflow_error("rounded value too large to represent")),
        },
        (whole @ (Value::Int(..) | Value::Bool(_) | Value::BigInt(_)), digits) => {
            let digits = digits.map_or(Ok(0), |digits| vm.index(&digits))?;
            Ok(Value::big(int::round_to(&int::to_big(whole), digits)))
        }
        (other, _) => {
            Err(vm.type_error(&format!("type {} doesn't define __round__ method", name_of(vm, other))))
        }
    }
}

/// `sum(iterable, start=0)`: floats are added with compensation, as since 3.12.
fn sum(vm: &Vm, args: Args) -> PyResult {
    let (iterable, mut sum) = Sum::of(vm, args)?;
    let iterator = vm.iter(&iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        sum.add(vm, &item)?;
    }
    Ok(sum.total())
}

/// A sum that is not complete yet.
pub struct Sum {
    total: Value,
    /// What rounding has lost so far.
    lost: f64,
}

impl Sum {
    /// What `sum(...)` adds up, and what it begins with.
    ///
    /// # Errors
    /// TypeError for wrong arguments.
    pub fn of(vm: &Vm, args: Args) -> PyResult<(Value, Self)> {
        let [iterable, start] = args.bind(vm, "sum", "iterable start", 1)?;
        let total = start.unwrap_or_else(|| Value::int(0));
        match &total {
            Value::Str(_) => return Err(vm.type_error("sum() can't sum strings [use ''.join(seq) instead]")),
            Value::Bytes(_) => return Err(vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
            _ => {}
        }
        Ok((iterable.unwrap_or(Value::None), Self { total, lost: 0.0 }))
    }

    /// Add one more item.
    ///
    /// # Errors
    /// What `+` raises.
    pub fn add(&mut self, vm: &Vm, item: &Value) -> PyResult<()> {
        self.total = match (&self.total, item) {
            (Value::Float(sum, _), Value::Float(..) | Value::Int(..) | Value::Bool(_)) => {
                let item = vm.to_float(item)?;
                let next = sum + item;
                // What rounding lost of the smaller of the two.
                self.lost += if sum.abs() >= item.abs() { (sum - next) + item } else { (item - next) + sum };
                Value::float(next)
            }
            (total, item) => vm.binary(BinaryOp::Add, total, item)?,
        };
        Ok(())
    }

    /// What it has come to.
    pub fn total(&self) -> Value {
        match &self.total {
            Value::Float(sum, _) if self.lost != 0.0 && self.lost.is_finite() => {
                Value::float(sum + self.lost)
            }
            other => other.clone(),
        }
    }
}
