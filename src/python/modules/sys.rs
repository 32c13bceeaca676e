//! `sys`: what teaching code uses of it.

use std::rc::Rc;

use crate::python::objects::{Args, NativeObject, PyResult, Value};
use crate::python::vm::Vm;

struct Stream {
    is_stderr: bool,
}

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let class = vm.native_class(
        "TextIOWrapper",
        "_io",
        &[("write", write), ("writelines", write_lines), ("flush", flush), ("isatty", is_a_tty)],
    );
    let stream = |is_stderr| {
        Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(Stream { is_stderr }) }))
    };
    let version =
        [3, 13, 0].into_iter().map(Value::int).chain([Value::str("final"), Value::int(0)]).collect();
    vec![
        ("argv", Value::list(vec![Value::str("main.py")])),
        ("exit", vm.builtin("exit", exit)),
        ("stdout", stream(false)),
        ("stderr", stream(true)),
        ("modules", Value::Dict(vm.modules.clone())),
        ("version", Value::str("3.13.0 (Interleave)")),
        ("version_info", Value::tuple(version)),
        ("platform", Value::str("linux")),
        ("maxsize", Value::int(i64::MAX)),
        ("byteorder", Value::str("little")),
        ("getrecursionlimit", vm.builtin("getrecursionlimit", |_, _| Ok(Value::int(1000)))),
        ("exc_info", vm.builtin("exc_info", exc_info)),
        ("exception", vm.builtin("exception", exception)),
        ("getsizeof", vm.builtin("getsizeof", |vm, _| Err(vm.unsupported("sys.getsizeof")))),
    ]
}

/// What a program has put in the place of `sys.stdout`.
pub fn redirected_stdout(vm: &Vm) -> Option<Value> {
    let Some(Value::Module(module)) = vm.modules.get_str(&vm.intern("sys")) else { return None };
    let stream = module.dict.get_str(&vm.intern("stdout"))?;
    let is_own =
        matches!(&stream, Value::Native(native) if native.get::<Stream>().is_some_and(|s| !s.is_stderr));
    (!is_own).then_some(stream)
}

/// `sys.exit(code)`.
fn exit(vm: &Vm, args: Args) -> PyResult {
    let [code] = args.bind(vm, "exit", "status /", 0)?;
    Err(vm.error_with(&vm.exceptions.system_exit, code.into_iter().collect()))
}

fn exc_info(vm: &Vm, _args: Args) -> PyResult {
    let current = vm.handled.borrow().last().cloned();
    Ok(Value::tuple(match current {
        Some(error) => {
            let value = error.value();
            let traceback = vm.traceback_value(&value);
            vec![Value::Class(error.class()), value, traceback]
        }
        None => vec![Value::None; 3],
    }))
}

fn exception(vm: &Vm, _args: Args) -> PyResult {
    let current = vm.handled.borrow().last().cloned();
    Ok(current.map_or(Value::None, |error| error.value()))
}

fn write(vm: &Vm, args: Args) -> PyResult {
    let [stream, text] = args.bind(vm, "write", "self text /", 2)?;
    let text = text.unwrap_or(Value::None);
    let Some(text) = text.as_str() else {
        let name = vm.class_of(&text).name.borrow().to_string();
        return Err(vm.type_error(&format!("write() argument must be str, not {name}")));
    };
    let is_stderr =
        matches!(&stream, Some(Value::Native(native)) if native.get::<Stream>().is_some_and(|s| s.is_stderr));
    match is_stderr {
        true => vm.write_stderr(text),
        false => vm.write_stdout(text)?,
    }
    Ok(Value::int(text.chars().count() as i64))
}

fn write_lines(vm: &Vm, args: Args) -> PyResult {
    let [stream, lines] = args.bind(vm, "writelines", "self lines /", 2)?;
    let stream = stream.unwrap_or(Value::None);
    for line in vm.collect(&lines.unwrap_or(Value::None))? {
        write(vm, Args::positional(vec![stream.clone(), line]))?;
    }
    Ok(Value::None)
}

fn flush(_vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::None)
}

fn is_a_tty(_vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::Bool(false))
}
