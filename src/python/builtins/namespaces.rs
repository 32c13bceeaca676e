//! `globals`, `__import__` and what else looks at namespaces.

use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const FUNCTIONS: &[(&str, NativeFn)] =
    &[("globals", globals), ("__import__", import), ("locals", locals), ("exit", exit), ("quit", exit)];

/// `globals()`: there is one module of the user's own.
fn globals(vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::Dict(vm.main.dict.clone()))
}

fn locals(vm: &Vm, _args: Args) -> PyResult {
    Err(vm.unsupported("locals()"))
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
