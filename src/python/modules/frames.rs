//! `_frames`: what `traceback`, `logging` and `inspect` ask of the machine: its frames, and how exceptions
//! are told.

use std::rc::Rc;

use crate::python::builtins::receiver::one;
use crate::python::code::CodeKind;
use crate::python::objects::{Args, Builtin, BuiltinKind, Function, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};

/// The names in the module.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let frame = Builtin {
        name: "currentframe",
        kind: BuiltinKind::Frame(|_, _| Ok(Box::new(AskFrames))),
        binds: false,
    };
    vec![
        ("frame", Value::Builtin(Rc::new(frame))),
        ("entries", vm.builtin("entries", |vm, args| vm.traceback_entries(&one(vm, "entries", args)?))),
        ("ending", vm.builtin("ending", ending)),
        ("format_exception", vm.builtin("format_exception", format_exception)),
        ("kind", vm.builtin("kind", kind)),
        ("parameters", vm.builtin("parameters", parameters)),
        ("source", vm.builtin("source", |vm, _| Ok(Value::str(&vm.source.text)))),
    ]
}

/// Asks for the frame that called.
struct AskFrames;

impl NativeFrame for AskFrames {
    fn resume(&mut self, _: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Returned(frame) => NativeStep::Return(frame),
            Input::Raised(error) => NativeStep::Raise(error),
            _ => NativeStep::Frames,
        }
    }
}

/// The lines that end a traceback: the exception and its notes.
fn ending(vm: &Vm, args: Args) -> PyResult {
    let error = one(vm, "ending", args)?;
    let lines = match Raised::from_value(&error) {
        Some(error) => vm.traceback_ending(&error),
        None => vec!["NoneType: None".to_owned()],
    };
    Ok(Value::list(lines.into_iter().map(|line| Value::string(line + "\n")).collect()))
}

fn format_exception(vm: &Vm, args: Args) -> PyResult {
    let error = one(vm, "format_exception", args)?;
    Ok(match Raised::from_value(&error) {
        Some(error) => Value::string(vm.format_exception(&error)),
        None => Value::str("NoneType: None\n"),
    })
}

fn function(value: &Value) -> Option<&Rc<Function>> {
    match value {
        Value::Function(function) => Some(function),
        _ => None,
    }
}

/// What calling a function gives.
fn kind(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "kind", args)?;
    Ok(function(&value).map_or(Value::None, |function| {
        Value::str(match function.code.kind {
            CodeKind::Plain => "plain",
            CodeKind::Generator => "generator",
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async_generator",
        })
    }))
}

/// The names of a function's parameters, how many of them are positional-only, positional and keyword-only,
/// and whether it has `*args` and `**kwargs`.
fn parameters(vm: &Vm, args: Args) -> PyResult {
    let value = one(vm, "parameters", args)?;
    let Some(function) = function(&value) else { return Ok(Value::None) };
    let known = &function.code.parameters;
    let names = function.code.variables.iter().take(known.count());
    let counts = [known.positional_only, known.positional, known.keyword_only];
    let mut all = vec![Value::tuple(names.cloned().map(Value::Str).collect())];
    all.extend(counts.map(|count| Value::int(count as i64)));
    all.extend([Value::Bool(known.varargs), Value::Bool(known.varkwargs)]);
    Ok(Value::tuple(all))
}
