//! `globals`, `__import__` and what else looks at namespaces.

use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("globals", globals),
    ("__import__", import),
    ("locals", globals),
    ("eval", indirect),
    ("exec", indirect),
    ("exit", exit),
    ("quit", exit),
];

/// `globals()` where no frame is known: there is one module of the user's own.
fn globals(vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::Dict(vm.main.dict.clone()))
}

/// Only where it is called by its name is there a frame to look at.
fn indirect(vm: &Vm, _args: Args) -> PyResult {
    Err(vm.unsupported("eval and exec under other names, or with keywords"))
}

fn import(vm: &Vm, args: Args) -> PyResult {
    let [name] = args.bind(vm, "__import__", "name", 1)?;
    vm.import(name.as_ref().and_then(Value::as_str).unwrap_or_default(), 0)
}

/// `exit(code)`.
fn exit(vm: &Vm, args: Args) -> PyResult {
    let [code] = args.bind(vm, "exit", "code", 0)?;
    Err(vm.error_with(&vm.exceptions.system_exit, code.into_iter().collect()))
}
